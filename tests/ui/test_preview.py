"""Paper on the screen: drawn elsewhere, only what is looked at, never what was replaced."""

import threading

import pytest

from desktop.ports.paper import PageImage
from ui.widgets.pdf_preview import PdfPreview


def page_of(shade, dpi):
    width, height = dpi, dpi * 2
    return PageImage(width, height, width * 4, bytes([shade]) * (width * height * 4))


@pytest.fixture
def preview(desk, qtbot):
    made = PdfPreview(desk)
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show()
    return made


def shade(preview):
    image = preview.paper.pixmap().toImage()
    return -1 if image.isNull() else image.pixelColor(5, 5).red()


def test_pages_are_drawn_by_runners_when_looked_at(preview, qtbot):
    asked = []

    def source(page, dpi):
        asked.append((page, dpi, threading.current_thread().name))
        return page_of(40 + page, dpi)

    preview.show_document(3, source)
    qtbot.waitUntil(lambda: shade(preview) == 40)
    preview.list.setCurrentRow(2)
    qtbot.waitUntil(lambda: shade(preview) == 42)
    assert all(name.startswith("runner") for _, _, name in asked)
    assert (1, 96) not in {(page, dpi) for page, dpi, _ in asked}  # page 2 only as a thumbnail


def test_a_replaced_document_never_comes_back(preview, qtbot):
    gate = threading.Event()

    def slow(_page, dpi):
        gate.wait(5)
        return page_of(10, dpi)

    preview.show_document(1, slow)
    preview.show_document(1, lambda _, dpi: page_of(90, dpi))
    qtbot.waitUntil(lambda: shade(preview) == 90)
    gate.set()
    qtbot.wait(50)
    assert shade(preview) == 90


def test_zoom_asks_for_that_many_dots(preview, qtbot):
    asked = []

    def source(_page, dpi):
        asked.append(dpi)
        return page_of(1, dpi)

    preview.show_document(1, source)
    preview.set_zoom(200)
    qtbot.waitUntil(lambda: 192 in asked)  # 96 × 2
    qtbot.waitUntil(lambda: preview.paper.pixmap().width() == 192)
