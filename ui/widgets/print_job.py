"""Paper out of the printer, a page at a time, so that the window stays alive."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from desktop.ports.paper import PaperSize
from ui.desk import Desk
from ui.widgets.pdf_preview import PageSource, picture

MOST_DPI = 300
"""An A3 page at 300 dpi is 70 MB of pixels; more is not seen on paper."""
_DPI = {PaperSize.A0: 100, PaperSize.A1: 150, PaperSize.A2: 200}
"""Boards are read from further away; each of these stays below 70 MB too."""
_SIZES = {
    PaperSize.A0: QPageSize.PageSizeId.A0,
    PaperSize.A1: QPageSize.PageSizeId.A1,
    PaperSize.A2: QPageSize.PageSizeId.A2,
    PaperSize.A3: QPageSize.PageSizeId.A3,
    PaperSize.A4: QPageSize.PageSizeId.A4,
}


def make_printer(size: PaperSize, *, landscape: bool) -> QPrinter:
    """Return a printer set to a page size, without margins of its own."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setResolution(_DPI.get(size, MOST_DPI))
    printer.setFullPage(True)
    printer.setPageSize(QPageSize(_SIZES[size]))
    turned = QPageLayout.Orientation.Landscape
    printer.setPageOrientation(turned if landscape else QPageLayout.Orientation.Portrait)
    return printer


class PrintJob(QObject):
    """Draws each page on a runner, then puts it on the printer."""

    done = Signal(int)
    """How many pages were printed."""

    def __init__(self, desk: Desk, owner: QWidget, printer: QPrinter, title: str) -> None:
        super().__init__(owner)
        self._desk, self._owner, self._printer, self._title = desk, owner, printer, title
        self._painter = QPainter()
        self._pages: list[int] = []
        self._place = 0

    def ask(self, pages: int, source: PageSource) -> None:
        """Let the person choose printer and pages in the printer's own dialog, then print."""
        dialog = QPrintDialog(self._printer, self._owner)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self.start(pages, source))
        dialog.setModal(True)
        dialog.show()

    def start(self, pages: int, source: PageSource) -> None:
        """Print the pages that the printer's own dialog chose, all of them without it."""
        first = max(self._printer.fromPage(), 1)
        last = min(self._printer.toPage() or pages, pages)
        self._pages = list(range(first - 1, last))
        self._source = source
        if self._pages and self._painter.begin(self._printer):
            self._next()

    def _next(self) -> None:
        page, source = self._pages[self._place], self._source
        dpi = min(self._printer.resolution(), MOST_DPI)
        self._desk.job(self._owner, self._title, lambda _: picture(source(page, dpi)), self._put)

    def _put(self, image: QImage) -> None:
        room = self._painter.viewport()
        fitted = image.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        room.setSize(fitted)
        self._painter.drawImage(room, image)
        self._place += 1
        if self._place < len(self._pages):
            self._printer.newPage()
            self._next()
        else:
            self._painter.end()
            self.done.emit(len(self._pages))
