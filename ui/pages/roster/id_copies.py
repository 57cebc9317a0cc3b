"""Copies of identity cards on paper: seen before printing, saved, printed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QProgressBar, QWidget

from desktop.domain.changes import Outcome
from desktop.domain.ids import ProjectId, WorkerId
from desktop.ports.card_paper import CardCopies
from desktop.ports.paper import PaperSize
from ui.desk import Desk
from ui.widgets.dialog import Dialog
from ui.widgets.pdf_preview import PdfPreview
from ui.widgets.print_job import PrintJob, make_printer
from ui.widgets.saving import save_file


class IdCopies(Dialog):
    """Opening them is journalled person by person."""

    def __init__(
        self,
        parent: QWidget,
        desk: Desk,
        project: ProjectId,
        workers: Sequence[WorkerId] | None = None,
    ) -> None:
        super().__init__(
            parent,
            "",
            "",
        )
        title = self.tr("Copies of identity cards")
        self.setWindowTitle(title)
        self.heading.setText(title)
        self.purpose.setText(
            self.tr("Two to a page, life size; what they may be used for is written across.")
        )
        self.purpose.show()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._office = desk, desk.office
        self.pdf = b""
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 0)
        self.preview = PdfPreview(desk)
        self.body.addWidget(self.bar)
        self.body.addWidget(self.preview, 1)
        self.add_act(self.tr("Close"), self.close)
        self.save_act = self.add_act(self.tr("Save as PDF …"), self._ask_where)
        self.print_act = self.add_act(self.tr("Print …"), self._ask_printer, primary=True)
        for button in (self.save_act, self.print_act):
            button.setEnabled(False)
        screen = parent.window().size()
        self.resize(screen.width() * 8 // 10, screen.height() * 9 // 10)
        office = self._office
        desk.write(self, lambda _: office.likenesses.copies(project, workers), self._draw)

    def save(self, path: Path) -> None:
        """Save the drawn paper."""
        pdf = self.pdf
        self._desk.job(self, self.tr("Saving"), lambda _: save_file(path, pdf))

    def _draw(self, outcome: Outcome[CardCopies]) -> None:
        office, copies = self._office, outcome.value

        def work(_: object) -> tuple[bytes, int]:
            pdf = office.likenesses.draw_copies(copies)
            return pdf, office.documents.page_count(pdf)

        self._desk.job(self, self.tr("Drawing the copies"), work, self._show)

    def _show(self, drawn: tuple[bytes, int]) -> None:
        self.pdf, pages = drawn
        pdf, documents = self.pdf, self._office.documents
        self.preview.show_document(pages, lambda page, dpi: documents.page_image(pdf, page, dpi))
        self.bar.hide()
        for button in (self.save_act, self.print_act):
            button.setEnabled(True)

    def _ask_where(self) -> None:
        name = self.tr("id-copies.pdf")
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Save as PDF"), name, "PDF (*.pdf)")
        if chosen:
            self.save(Path(chosen))

    def _ask_printer(self) -> None:
        printer = make_printer(PaperSize.A4, landscape=False)
        pdf, documents, pages = self.pdf, self._office.documents, self.preview.list.count()
        job = PrintJob(self._desk, self, printer, self.tr("Printing"))
        job.ask(pages, lambda page, dpi: documents.page_image(pdf, page, dpi))
