"""Codes are drawn as vectors and read by zxing-cpp from what a person would scan."""

from io import BytesIO

import pytest
from PIL import Image, ImageFilter

from desktop.domain.errors import FileTrouble, Refused
from desktop.domain.findings import Code
from desktop.ports.paper import PaperSize
from printing import qr
from printing.page import Document, portrait
from printing.paper import PdfPaper
from tests.printing.readback import render

TEXTS = (
    "AX1/82bdd471/93a6b93c0884/12",
    "https://example.invalid/clue?project=620102&name=%E5%85%B0",
    "农民工工资 𬱖",
)


def page(*texts):
    document = Document(portrait(PaperSize.A4), "codes")
    for number, text in enumerate(texts):
        qr.draw(document.canvas, qr.symbol(text), (60, 60 + number * 200), 150)
    document.canvas.showPage()
    return document.finish()


def encoded(image, kind):
    out = BytesIO()
    image.save(out, kind)
    return out.getvalue()


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_drawn_code_is_read_from_a_scan(text, kind):
    scan = render(page(text), 150).rotate(4, fillcolor=255).filter(ImageFilter.GaussianBlur(0.8))
    assert PdfPaper().read_qr(encoded(scan, kind)) == (text,)


def test_every_code_of_every_page_is_read_from_a_pdf():
    both = PdfPaper().join([page(*TEXTS[:2]), page(TEXTS[2])])
    assert sorted(PdfPaper().read_qr(both)) == sorted(TEXTS)


def test_transparent_ground_is_white():
    made = qr.symbol(TEXTS[0])
    image = Image.new("LA", (made.modules, made.modules), (0, 0))
    for y, row in enumerate(made.rows):
        for x, dark in enumerate(row):
            if dark:
                image.putpixel((x + qr.QUIET, y + qr.QUIET), (0, 255))
    large = image.resize((made.modules * 5, made.modules * 5), Image.Resampling.NEAREST)
    assert PdfPaper().read_qr(encoded(large, "PNG")) == (TEXTS[0],)


def test_picture_without_a_code_reads_nothing():
    assert PdfPaper().read_qr(encoded(Image.new("L", (200, 200), 255), "PNG")) == ()


@pytest.mark.parametrize("content", [b"", b"not an image", b"%PDF-1.4 broken"])
def test_what_is_neither_image_nor_pdf_is_said_so(content):
    with pytest.raises(FileTrouble):
        PdfPaper().read_qr(content)


def test_text_too_long_for_any_code_is_refused():
    with pytest.raises(Refused) as refused:
        qr.symbol("x" * 3000)
    assert refused.value.findings[0].code is Code.QR_UNREADABLE
