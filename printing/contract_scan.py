"""Scanned contracts: every page told apart by its QR, set upright, cut out as a PDF of its own.

`work` runs in a child process: what a damaged file does to PDFium, it does to the child.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2
import zxingcpp
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from desktop.domain.errors import FileTrouble
from desktop.domain.findings import Code
from desktop.domain.progress import SILENT, Progress
from desktop.kit.part_stream import stream_apart
from desktop.ports.contract_paper import PageCode, ScannedPage
from desktop.ports.paper import PaperSize
from desktop.ports.sheets import UnreadableSheetError
from printing import qr, raster
from printing.page import portrait

TASK = "scans"
_DPI, _FINE_DPI = 200, 300
_LONGEST = 6_000
"""Pixels of the longest side a page is drawn with, however large it says it is."""
_POINTS = 72
_QR = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
_QUARTER, _ROUND = 90, 360
_NO_SCAN = (
    FileTrouble, pypdfium2.PdfiumError, Image.DecompressionBombError, OSError, ValueError,
)  # fmt: skip
"""How the libraries say that a file is beyond them."""


def pages(path: Path, progress: Progress = SILENT) -> Iterator[ScannedPage]:
    """Yield a scanned file's pages as a child process reads them.

    Raises:
        FileTrouble: it cannot be opened.
        UnreadableSheetError: it is no PDF, PNG or JPEG, or damaged.
        Cancelled: the person asked to stop.
    """
    for part in stream_apart(TASK, path):
        progress.step(part["place"], part["of"], "scan-pages")
        yield _page(path.name, part)


def work(path: Path) -> Iterator[dict[str, Any]]:
    """Yield a file's pages as plain parts: place, codes, turned, the page as Base64 PDF.

    Raises:
        UnreadableSheetError: the file is no PDF, PNG or JPEG, or damaged.
    """
    content = path.read_bytes()
    if not content:
        raise UnreadableSheetError(Code.FILE_EMPTY, "")
    try:
        if content[:1024].lstrip().startswith(b"%PDF"):
            yield from _pdf_pages(content)
        else:
            yield _picture_page(content)
    except _NO_SCAN as error:
        raise UnreadableSheetError(Code.FILE_UNREADABLE, "scan") from error


def gather(pdfs: Sequence[bytes]) -> bytes:
    """Put one-page PDFs one after another into one."""
    return raster.join(pdfs)


def _page(file: str, part: Any) -> ScannedPage:  # noqa: ANN401 - a part of a child's JSON
    known = [(text, PageCode.parse(text)) for text in part["codes"]]
    return ScannedPage(
        file=file,
        place=part["place"],
        code=next((code for _, code in known if code), None),
        others=tuple(text for text, code in known if code is None),
        turned=part["turned"],
        pdf=base64.b64decode(part["pdf"]),
    )


def _pdf_pages(content: bytes) -> Iterator[dict[str, Any]]:
    document = pypdfium2.PdfDocument(content)
    try:
        for number in range(len(document)):
            page = document[number]
            codes, turned = _codes_of(page)
            single = pypdfium2.PdfDocument.new()
            single.import_pages(document, [number])
            single[0].set_rotation((page.get_rotation() + turned) % _ROUND)
            out = BytesIO()
            single.save(out)
            single.close()
            yield _part((number + 1, len(document)), codes, turned, out.getvalue())
    finally:
        document.close()


def _codes_of(page: Any) -> tuple[list[str], int]:  # noqa: ANN401 - PDFium has no types
    """Read a page's codes as drawn; a faint one may need finer dots."""
    for dpi in (_DPI, _FINE_DPI):
        scale = min(dpi / _POINTS, _LONGEST / max(page.get_size()))
        image = page.render(scale=scale, grayscale=True).to_pil().convert("L")
        codes, turned = _codes(image)
        if codes:
            return codes, turned
    return [], 0


def _picture_page(content: bytes) -> dict[str, Any]:
    """Put a picture on an A4 page as it is, without compressing it again."""
    codes, turned = _codes(qr.picture(content))
    reader = ImageReader(BytesIO(content))
    wide, high = reader.getSize()
    size = portrait(PaperSize.A4) if high >= wide else portrait(PaperSize.A4)[::-1]
    out = BytesIO()
    canvas = Canvas(out, pagesize=size, invariant=1)
    canvas.drawImage(reader, 0, 0, *size, preserveAspectRatio=True, anchor="c", mask="auto")
    canvas.showPage()
    canvas.save()
    return _part((1, 1), codes, turned, _rotated(out.getvalue(), turned))


def _rotated(pdf: bytes, turned: int) -> bytes:
    if not turned:
        return pdf
    document = pypdfium2.PdfDocument(pdf)
    document[0].set_rotation(turned)
    out = BytesIO()
    document.save(out)
    document.close()
    return out.getvalue()


def _codes(image: Image.Image) -> tuple[list[str], int]:
    """Return the codes of a page, and by how many degrees clockwise it has to be turned."""
    found = zxingcpp.read_barcodes(image, formats=_QR)
    if not found and max(image.size) <= _LONGEST:
        twice = image.resize((image.width * 2, image.height * 2), Image.Resampling.BICUBIC)
        found = zxingcpp.read_barcodes(twice, formats=_QR)
    if not found:
        return [], 0
    ours = next((one for one in found if PageCode.parse(one.text)), found[0])
    turned = -round(ours.orientation / _QUARTER) * _QUARTER % _ROUND
    return [one.text for one in found], turned


def _part(place: tuple[int, int], codes: list[str], turned: int, pdf: bytes) -> dict[str, Any]:
    text = base64.b64encode(pdf).decode()
    number, total = place
    return {"place": number, "of": total, "codes": codes, "turned": turned, "pdf": text}
