"""PDF bytes to page images; PDFium is not thread safe, so one lock guards it all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from threading import Lock
from typing import Any

import pypdfium2
from PIL import Image

from desktop.domain.errors import FileTrouble
from desktop.ports.paper import PageImage

_lock = Lock()
_POINTS = 72


@contextmanager
def opened(pdf: bytes) -> Iterator[Any]:
    """Hold PDFium and an open document.

    Raises:
        FileTrouble: the bytes are not a PDF.
    """
    with _lock:
        try:
            document = pypdfium2.PdfDocument(pdf)
        except pypdfium2.PdfiumError as error:
            raise FileTrouble(path="", detail=str(error)) from error
        try:
            yield document
        finally:
            document.close()


def page_count(pdf: bytes) -> int:
    """Count the pages."""
    with opened(pdf) as document:
        return len(document)


def join(pdfs: Sequence[bytes]) -> bytes:
    """Put documents one after another into one.

    Raises:
        FileTrouble: one of them is not a PDF.
    """
    with _lock:
        whole = pypdfium2.PdfDocument.new()
        try:
            for pdf in pdfs:
                part = pypdfium2.PdfDocument(pdf)
                whole.import_pages(part)
                part.close()
            out = BytesIO()
            whole.save(out)
        except pypdfium2.PdfiumError as error:
            raise FileTrouble(path="", detail=str(error)) from error
        finally:
            whole.close()
    return out.getvalue()


def page_image(pdf: bytes, page: int, dpi: int) -> PageImage:
    """Render one page (from 0) as BGRx."""
    with opened(pdf) as document:
        bitmap = document[page].render(scale=dpi / _POINTS, prefer_bgrx=True)
        pixels = bytes(bitmap.buffer)
        return PageImage(bitmap.width, bitmap.height, bitmap.stride, pixels)


def gray_pages(pdf: bytes, dpi: int) -> Iterator[Image.Image]:
    """Render page after page in gray, for reading codes."""
    for page in range(page_count(pdf)):
        with opened(pdf) as document:
            image = document[page].render(scale=dpi / _POINTS, grayscale=True).to_pil()
        yield image.convert("L")


def gray_square(pdf: bytes, box: tuple[float, float, float], pixels: int) -> Image.Image:
    """Render a square of the first page in gray.

    Args:
        pdf: the document.
        box: left, lower edge and side, points.
        pixels: width of the picture.
    """
    x, y, side = box
    with opened(pdf) as document:
        wide, high = document[0].get_size()
        crop = (x, y, wide - x - side, high - y - side)
        bitmap = document[0].render(scale=pixels / side, crop=crop, grayscale=True)
        image: Image.Image = bitmap.to_pil().convert("L")
    return image
