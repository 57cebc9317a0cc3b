"""Scanned wage sheets: every page told apart by its code and flattened by its corner marks.

`work` runs in a child process: what a damaged file does to PDFium or Pillow, it does to the child.
It knows no sheet; of each page it hands back only the strip that holds the signature column, which
lies at the same place on every sheet of a size.
"""

from __future__ import annotations

import base64
import zlib
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2
import zxingcpp
from PIL import Image, ImageSequence

from desktop.domain.errors import FileTrouble
from desktop.domain.findings import Code
from desktop.ports.paper import PaperSize
from desktop.ports.scans import SheetCode
from desktop.ports.sheets import UnreadableSheetError
from printing import readback_marks as marks
from printing.page import MM
from printing.readback_plane import Plane, Spot
from printing.wage_layout import layout

TASK = "sheet-scans"
STRIP_DPI = 200
STRIP_EDGE = 3 * MM
"""What is kept beside the signature column, points."""
_DPI, _FINE_DPI = 200, 300
_POINTS = 72
_LONGEST = 5_000
"""Pixels of the longest side a page is read with, however large it says it is."""
_ABSURD = 30_000
_MOST_PAGES = 3_000
_QR = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
_NO_SCAN = (
    FileTrouble, pypdfium2.PdfiumError, Image.DecompressionBombError, OSError, ValueError,
    SyntaxError, EOFError,
)  # fmt: skip
"""How the libraries say that a file is beyond them."""


def work(path: Path) -> Iterator[dict[str, Any]]:
    """Yield a file's pages as plain parts: place, codes, size, strip.

    Raises:
        UnreadableSheetError: the file is no PDF, TIFF, PNG or JPEG, or damaged.
    """
    content = path.read_bytes()
    if not content:
        raise UnreadableSheetError(Code.FILE_EMPTY, "")
    try:
        is_pdf = content[:1024].lstrip().startswith(b"%PDF")
        yield from _pdf_pages(content) if is_pdf else _frames(content)
    except _NO_SCAN as error:
        raise UnreadableSheetError(Code.FILE_UNREADABLE, "scan") from error


def strip_box(size: PaperSize) -> tuple[float, float, float, float]:
    """Return left, lower, right, upper end of the strip on a page of a size, points."""
    place = layout(size)
    column = place.column("signature")
    return column.x - STRIP_EDGE, 0.0, column.right + STRIP_EDGE, place.page[1]


def _pdf_pages(content: bytes) -> Iterator[dict[str, Any]]:
    document = pypdfium2.PdfDocument(content)
    try:
        total = min(len(document), _MOST_PAGES)
        for number in range(total):
            page, found = document[number], {}
            for dpi in (_DPI, _FINE_DPI):
                scale = min(dpi / _POINTS, _LONGEST / max(page.get_size()))
                image = page.render(scale=scale).to_pil().convert("RGB")
                found = _page(image)
                if found["codes"]:
                    break
            yield {"place": number + 1, "of": total, **found}
    finally:
        document.close()


def _frames(content: bytes) -> Iterator[dict[str, Any]]:
    with Image.open(BytesIO(content), formats=("PNG", "JPEG", "TIFF")) as image:
        total = min(getattr(image, "n_frames", 1), _MOST_PAGES)
        for number, frame in enumerate(ImageSequence.Iterator(image), 1):
            if number > total:
                return
            if max(frame.size) > _ABSURD:
                raise FileTrouble(path="", detail=f"{frame.size}")
            yield {"place": number, "of": total, **_page(_plain(frame))}


def _plain(frame: Image.Image) -> Image.Image:
    """Return a picture in colour on white, of a size that is no burden."""
    if max(frame.size) > _LONGEST:
        frame.draft("RGB", (_LONGEST // 2, _LONGEST // 2))
    if frame.mode in {"RGBA", "LA", "PA"} or "transparency" in frame.info:
        clear = frame.convert("RGBA")
        ground = Image.new("RGBA", clear.size, "white")
        ground.alpha_composite(clear)
        frame = ground
    image = frame.convert("RGB")
    if max(image.size) > _LONGEST:
        image.thumbnail((_LONGEST, _LONGEST), Image.Resampling.LANCZOS, reducing_gap=2.0)
    return image


def _page(image: Image.Image) -> dict[str, Any]:
    """Read a page's codes and, where it is a wage sheet's, cut its strip out flat."""
    gray = image.convert("L")
    found = _codes(gray)
    texts = [text for text, _ in found]
    ours = next(((text, spots) for text, spots in found if SheetCode.parse(text)), None)
    part: dict[str, Any] = {"codes": texts, "size": "", "strip": ""}
    if ours is None:
        return part
    placed = marks.place(gray, *ours)
    if placed is None:
        return part
    size, plane = placed
    part["size"] = size.value
    part["wide"], part["high"], pixels = _strip(image, size, plane)
    part["strip"] = base64.b64encode(zlib.compress(pixels, 1)).decode()
    return part


def _strip(image: Image.Image, size: PaperSize, plane: Plane) -> tuple[int, int, bytes]:
    left, low, right, top = strip_box(size)
    k = STRIP_DPI / _POINTS
    wide, high = round((right - left) * k), round((top - low) * k)
    corners = ((0.0, 0.0), (wide, 0.0), (wide, high), (0.0, high))
    points = [plane.at((left + x / k, top - y / k)) for x, y in corners]
    back = Plane.through(corners, points)
    flat = image.transform(
        (wide, high),
        Image.Transform.PERSPECTIVE,
        back.terms,
        Image.Resampling.BICUBIC,
        fillcolor="white",
    )
    return wide, high, flat.tobytes()


def _codes(gray: Image.Image) -> list[tuple[str, Sequence[Spot]]]:
    """Return text and corners (top left, top right, bottom right, bottom left) of every code."""
    for times in (1, 2):
        if times > 1 and max(gray.size) * times > 2 * _LONGEST:
            break
        size = gray.width * times, gray.height * times
        seen = gray if times == 1 else gray.resize(size, Image.Resampling.BICUBIC)
        found = zxingcpp.read_barcodes(seen, formats=_QR)
        if found:
            return [(one.text, _corners(one.position, times)) for one in found]
    return []


def _corners(position: Any, times: int) -> Sequence[Spot]:  # noqa: ANN401 - zxing has no types
    corners = position.top_left, position.top_right, position.bottom_right, position.bottom_left
    return [(corner.x / times, corner.y / times) for corner in corners]
