"""Documents read back by another's program: PDFium for text and pictures, never by ReportLab."""

import re

import pypdfium2
import pypdfium2.raw as pdfium


def texts(pdf):
    """Text of every page, line ends as blanks."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [re.sub(r"[\r\n]+", " ", page.get_textpage().get_text_range()) for page in document]
    finally:
        document.close()


def render(pdf, dpi, page=0):
    document = pypdfium2.PdfDocument(pdf)
    try:
        return document[page].render(scale=dpi / 72, grayscale=True).to_pil().convert("L")
    finally:
        document.close()


def count_images(pdf, page=0):
    document = pypdfium2.PdfDocument(pdf)
    try:
        found = document[page].get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE])
        return len(list(found))
    finally:
        document.close()


def text_boxes(pdf, page=0):
    """(left, bottom, right, top) of every drawn line of type, and the page's size."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        found = document[page].get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT])
        return [item.get_bounds() for item in found], document[page].get_size()
    finally:
        document.close()


def overlaps(boxes, slack=0.3):
    """Pairs of boxes that cover a common area (points, less a slack)."""
    pairs = []
    for index, (l1, b1, r1, t1) in enumerate(boxes):
        for l2, b2, r2, t2 in boxes[index + 1 :]:
            if min(r1, r2) - max(l1, l2) > slack and min(t1, t2) - max(b1, b2) > slack:
                pairs.append(((l1, b1, r1, t1), (l2, b2, r2, t2)))
    return pairs
