"""The exit settlement on the screen: what is open, the paper, and its signed scan."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QProgressBar, QWidget

from desktop.domain.changes import Outcome
from desktop.domain.errors import Trouble, UserError
from desktop.domain.ids import ProjectId
from desktop.domain.settlement import ExitSettlement
from desktop.ports.paper import PaperSize
from desktop.ports.views import RosterLine
from desktop.services.movements import SettlementView
from ui import format as text
from ui import theme
from ui.desk import Desk
from ui.widgets.banner import Banner
from ui.widgets.dialog import Dialog
from ui.widgets.findings_list import FindingsList
from ui.widgets.pdf_preview import PdfPreview
from ui.widgets.print_job import PrintJob, make_printer
from ui.widgets.saving import save_file

SCANS = "PDF, PNG, JPEG (*.pdf *.png *.jpg *.jpeg *.tif *.tiff)"


class SettlementDialog(Dialog):
    """One worker's settlement; it is signed only while nothing is owed."""

    signed = Signal(object)
    """ExitSettlement with its scan."""

    def __init__(self, parent: QWidget, desk: Desk, project: ProjectId, line: RosterLine) -> None:
        super().__init__(parent, "", "")
        title = self.tr("Exit settlement of {name}").format(name=line.name)
        self.setWindowTitle(title)
        self.heading.setText(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._desk, self._office = desk, desk.office
        self._project, self._line = project, line
        self.pdf = b""
        self.view: SettlementView | None = None
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 0)
        self.findings = FindingsList()
        self.findings.setMaximumHeight(theme.px(120))
        self.findings.hide()
        self.preview = PdfPreview(desk)
        for widget in (self.bar, self.findings):
            self.body.addWidget(widget)
        self.body.addWidget(self.preview, 1)
        self.add_act(self.tr("Close"), self.close)
        self.save_act = self.add_act(self.tr("Save as PDF …"), self._ask_where)
        self.print_act = self.add_act(self.tr("Print …"), self._ask_printer)
        self.sign_act = self.add_act(self.tr("Signed: file the scan …"), self._ask, primary=True)
        for button in (self.save_act, self.print_act, self.sign_act):
            button.setEnabled(False)
        screen = parent.window().size()
        self.resize(screen.width() * 8 // 10, screen.height() * 9 // 10)

    def read(self) -> None:
        """Read the figures, then draw the paper."""
        movements, worker, project = self._office.movements, self._line.worker, self._project
        self._desk.read(
            self, lambda: movements.settlement_view(worker, project), self._show_figures
        )

    def sign(self, scan: Path) -> None:
        """File the signed scan."""
        movements, today = self._office.movements, self._office.clock.today()
        worker, project = self._line.worker, self._project
        self.sign_act.setEnabled(False)
        self._desk.write(
            self,
            lambda _: movements.sign_settlement(worker, project, scan, today),
            self._signed,
            self.tr("Filing the scan"),
        )

    def show_trouble(
        self, error: UserError | Trouble, again: Callable[[], object] | None = None
    ) -> None:
        """Show why, and let it be tried again."""
        super().show_trouble(error, again)
        self.bar.hide()
        self.sign_act.setEnabled(self.view is not None and self.view.is_zero)

    def save(self, path: Path) -> None:
        """Save the drawn paper."""
        pdf = self.pdf
        self._desk.job(self, self.tr("Saving"), lambda _: save_file(path, pdf))

    def _show_figures(self, view: SettlementView) -> None:
        self.view = view
        self.findings.set_findings(view.open)
        self.findings.setVisible(bool(view.open))
        self.clear_trouble()
        self.banners.addWidget(self._state(view))
        movements, worker, project = self._office.movements, self._line.worker, self._project
        self._desk.write(self, lambda _: movements.print_settlement(worker, project), self._printed)

    def _state(self, view: SettlementView) -> Banner:
        settled = view.settlement
        if settled.signed_on is not None:
            words = self.tr("Settled and signed on {day}.")
            return Banner("done", words.format(day=text.day(settled.signed_on)))
        if view.is_zero:
            words = self.tr("Everything is paid: due {due}, paid {paid}, balance 0.00.")
            said = words.format(due=settled.due, paid=settled.paid)
            return Banner("done", said, self.tr("Print it, let him sign, then file the scan."))
        words = self.tr("Due {due}, paid {paid}: {balance} yuan are still open.")
        said = words.format(due=settled.due, paid=settled.paid, balance=settled.balance)
        return Banner("warn", said, self.tr("It proves nothing until everything is paid."))

    def _printed(self, outcome: Outcome[bytes]) -> None:
        pdf, documents = outcome.value, self._office.documents
        self._desk.job(self, "", lambda _: (pdf, documents.page_count(pdf)), self._show)

    def _show(self, drawn: tuple[bytes, int]) -> None:
        self.pdf, pages = drawn
        pdf, documents, view = self.pdf, self._office.documents, self.view
        self.preview.show_document(pages, lambda page, dpi: documents.page_image(pdf, page, dpi))
        self.preview.list.hide()
        self.bar.hide()
        self.save_act.setEnabled(True)
        self.print_act.setEnabled(True)
        unsigned = view is not None and view.settlement.signed_on is None
        self.sign_act.setEnabled(unsigned and view is not None and view.is_zero)
        self.print_act.setFocus()

    def _signed(self, outcome: Outcome[ExitSettlement]) -> None:
        self.signed.emit(outcome.value)
        self.read()

    def _ask(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("The signed scan"), "", SCANS)
        if chosen:
            self.sign(Path(chosen))

    def _ask_where(self) -> None:
        name = self.tr("exit-settlement-{name}.pdf").format(name=self._line.name)
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Save as PDF"), name, "PDF (*.pdf)")
        if chosen:
            self.save(Path(chosen))

    def _ask_printer(self) -> None:
        printer = make_printer(PaperSize.A4, landscape=False)
        pdf, documents = self.pdf, self._office.documents
        job = PrintJob(self._desk, self, printer, self.tr("Printing"))
        job.ask(1, lambda page, dpi: documents.page_image(pdf, page, dpi))
