"""The wage sheets on paper: seen before printing, A4 or A3, saved, printed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QProgressBar, QWidget

from desktop.ports.paper import PaperSize, WageSheetPaper
from ui.context import PageContext
from ui.fields.choice_field import ChoiceField
from ui.tasks import Ticket
from ui.widgets.dialog import Dialog
from ui.widgets.pdf_preview import PdfPreview
from ui.widgets.print_job import PrintJob, make_printer
from ui.widgets.saving import save_file

SIZES = (PaperSize.A4, PaperSize.A3)


class PaperDialog(Dialog):
    """A window of its own, so that the page can be compared with the paper."""

    def __init__(self, context: PageContext, parent: QWidget) -> None:
        super().__init__(parent, self.tr("Wage sheets on paper"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.NonModal)
        self._context, self._desk = context, context.desk
        self._documents = context.office.documents
        self.pdf = b""
        self.size_field = ChoiceField([(size, str(size)) for size in SIZES])
        self.size_field.changed.connect(self.draw)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 0)
        self.preview = PdfPreview(self._desk)
        self.body.addWidget(self.bar)
        self.body.addWidget(self.preview, 1)
        self.buttons.insertWidget(0, self.size_field)
        self.close_act = self.add_act(self.tr("Close"), self.close)
        self.save_act = self.add_act(self.tr("Save as PDF …"), self._ask_where)
        self.print_act = self.add_act(self.tr("Print …"), self._ask_printer, primary=True)
        screen = parent.window().size()
        self.resize(screen.width() * 9 // 10, screen.height() * 9 // 10)
        self.draw()

    def draw(self) -> None:
        """Read what the sheets say, then draw them on a runner."""
        project, month = self._context.project, self._context.month
        if project is None:
            return
        self.clear_trouble()
        self._busy(busy=True)
        documents = self._documents
        self._desk.read(self, lambda: documents.papers(project, month), self._draw)

    def save(self, path: Path) -> None:
        """Save the drawn paper."""
        pdf = self.pdf
        self._desk.job(
            self,
            self.tr("Saving"),
            lambda _: save_file(path, pdf),
            lambda _: self._context.say(self.tr("Saved as {name}").format(name=path.name)),
        )

    def _draw(self, papers: tuple[WageSheetPaper, ...]) -> None:
        documents, size = self._documents, self.size_field.value

        def work(ticket: Ticket) -> tuple[bytes, int]:
            pdf = documents.draw(papers, size, ticket)
            return pdf, documents.page_count(pdf)

        self._desk.job(self, self.tr("Drawing wage sheets"), work, self._show)

    def _show(self, drawn: tuple[bytes, int]) -> None:
        self.pdf, pages = drawn
        pdf, documents = self.pdf, self._documents
        self.preview.show_document(pages, lambda page, dpi: documents.page_image(pdf, page, dpi))
        self._busy(busy=False)

    def _busy(self, *, busy: bool) -> None:
        self.bar.setVisible(busy)
        for button in (self.save_act, self.print_act):
            button.setEnabled(not busy)

    def _ask_where(self) -> None:
        month = self._context.month
        name = self.tr("wage-sheets-{month}.pdf").format(month=month)
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Save as PDF"), name, "PDF (*.pdf)")
        if chosen:
            self.save(Path(chosen))

    def _ask_printer(self) -> None:
        printer = make_printer(self.size_field.value, landscape=True)
        pdf, documents, pages = self.pdf, self._documents, self.preview.list.count()
        job = PrintJob(self._desk, self, printer, self.tr("Printing"))
        job.ask(pages, lambda page, dpi: documents.page_image(pdf, page, dpi))
