"""Contracts on paper: seen before printing, saved, printed; a filed paper looked at."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QFileDialog, QLabel, QProgressBar, QWidget

from desktop.domain.errors import Cancelled
from desktop.domain.ids import ContractId
from desktop.ports.contract_paper import ContractPaper
from desktop.ports.paper import PaperSize
from ui import theme, trouble
from ui.context import PageContext
from ui.tasks import Ticket
from ui.widgets.dialog import Dialog
from ui.widgets.pdf_preview import PdfPreview
from ui.widgets.print_job import PrintJob, make_printer
from ui.widgets.saving import save_file
from ui.widgets.scrolled import scrolled

PICTURE = 640
"""Width of a kept picture, pixels at 100 %."""


class ContractPaperDialog(Dialog):
    """The drawn contracts in a window of their own; drawing may be stopped."""

    def __init__(
        self, context: PageContext, parent: QWidget, contracts: Sequence[ContractId]
    ) -> None:
        super().__init__(parent, self.tr("Contracts on paper"))
        self.purpose.setText(
            self.tr("Two copies of each, a code on every page: the scans find their way back.")
        )
        self.purpose.show()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.NonModal)
        self._context, self._desk, self._office = context, context.desk, context.office
        self._wanted = tuple(contracts)
        self._ticket: Ticket | None = None
        self.pdf = b""
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.preview = PdfPreview(self._desk)
        self.body.addWidget(self.bar)
        self.body.addWidget(self.preview, 1)
        self.close_act = self.add_act(self.tr("Close"), self.close)
        self.save_act = self.add_act(self.tr("Save as PDF …"), self._ask_where)
        self.print_act = self.add_act(self.tr("Print …"), self._ask_printer, primary=True)
        screen = parent.window().size()
        self.resize(screen.width() * 9 // 10, screen.height() * 9 // 10)
        self._desk.progressed.connect(self._moved)
        self.finished.connect(lambda _: self._stop())

    def draw(self) -> None:
        """Read what the contracts say, then draw them on a runner."""
        self.clear_trouble()
        self._busy(busy=True)
        contracts, wanted = self._office.contracts, self._wanted
        self._desk.read(self, lambda: contracts.papers(wanted), self._draw)

    def show_paper(self, pdf: bytes) -> None:
        """Show a paper that is kept already."""
        self.purpose.hide()
        self._busy(busy=True)
        documents = self._office.documents
        self._desk.job(self, "", lambda _: (pdf, documents.page_count(pdf)), self._show)

    def save(self, path: Path) -> None:
        """Save the drawn paper."""
        pdf = self.pdf
        self._desk.job(
            self,
            self.tr("Saving"),
            lambda _: save_file(path, pdf),
            lambda _: self._context.say(self.tr("Saved as {name}").format(name=path.name)),
        )

    def _draw(self, papers: tuple[ContractPaper, ...]) -> None:
        office = self._office

        def work(ticket: Ticket) -> tuple[bytes, int]:
            pdf = office.contracts.draw(papers, ticket)
            if ticket.cancelled:
                raise Cancelled
            return pdf, office.documents.page_count(pdf)

        self._ticket = self._desk.job(self, self.tr("Drawing contracts"), work, self._show)

    def _show(self, drawn: tuple[bytes, int]) -> None:
        self._ticket = None
        self.pdf, pages = drawn
        pdf, documents = self.pdf, self._office.documents
        self.preview.show_document(pages, lambda page, dpi: documents.page_image(pdf, page, dpi))
        self._busy(busy=False)

    def _moved(self, ticket: Ticket) -> None:
        if ticket is self._ticket and ticket.total:
            self.bar.setRange(0, ticket.total)
            self.bar.setValue(ticket.done)
            self.bar.setFormat(f"{trouble.of_progress(ticket.words)} %v/%m")

    def _stop(self) -> None:
        if self._ticket is not None:
            self._ticket.cancel()

    def _busy(self, *, busy: bool) -> None:
        self.bar.setVisible(busy)
        for button in (self.save_act, self.print_act):
            button.setEnabled(not busy)

    def _ask_where(self) -> None:
        name = self.tr("contracts.pdf")
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Save as PDF"), name, "PDF (*.pdf)")
        if chosen:
            self.save(Path(chosen))

    def _ask_printer(self) -> None:
        printer = make_printer(PaperSize.A4, landscape=False)
        pdf, documents, pages = self.pdf, self._office.documents, self.preview.list.count()
        job = PrintJob(self._desk, self, printer, self.tr("Printing"))
        job.ask(pages, lambda page, dpi: documents.page_image(pdf, page, dpi))


class PictureDialog(Dialog):
    """A paper that was kept as a picture."""

    def __init__(self, parent: QWidget, name: str, content: bytes) -> None:
        super().__init__(parent, name)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.NonModal)
        self.picture = QLabel()
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        image = QImage.fromData(content)
        if image.isNull():
            self.picture.setText(self.tr("This file cannot be shown here; it is kept as it came."))
        else:
            smooth = Qt.TransformationMode.SmoothTransformation
            ratio = self.devicePixelRatioF()
            wide = image.scaledToWidth(round(theme.px(PICTURE) * ratio), smooth)
            shown = QPixmap.fromImage(wide)
            shown.setDevicePixelRatio(ratio)
            self.picture.setPixmap(shown)
        self.body.addWidget(scrolled(self.picture), 1)
        self.add_act(self.tr("Close"), self.close)
        self.resize_within(PICTURE + 80, 720)
