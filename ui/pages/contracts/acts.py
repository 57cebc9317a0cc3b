"""What the contracts page opens to decide something, and what it does with the answer."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.contract import InsuranceProof, LabourContract, Training
from desktop.domain.documents import Document
from desktop.domain.ids import ContractId, ProjectId, WorkerId
from desktop.ports.contract_paper import ScannedPage
from desktop.services.contracts import ContractLine, ScanReport
from ui import format as text
from ui.context import PageContext
from ui.pages.contracts.dialogs import EditDialog, EndDialog, FillDialog, SignDialog
from ui.pages.contracts.entry_dialogs import InsuranceDialog, TrainingDialog
from ui.pages.contracts.paper import ContractPaperDialog, PictureDialog
from ui.pages.contracts.scans import ScansDialog
from ui.pages.page import Page
from ui.widgets.banner import Banner

_PDF = b"%PDF"


class Acts(QObject):
    """Opens the dialogs of the page and carries out what they decide."""

    opened = Signal(object)
    """The dialog that was opened."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._desk = page.desk
        self._contracts = page.office.contracts

    @property
    def _context(self) -> PageContext:
        return self._page.context

    def fill(self, workers: Collection[WorkerId] | None = None) -> None:
        """Make out contracts: for everyone without one, or for the chosen."""
        project = self._context.project
        if project is None:
            return
        dialog = FillDialog(self._page, self._desk, project, workers)
        dialog.accepted.connect(lambda: self._filled(dialog.written))
        self._open(dialog)

    def print(self, contracts: Sequence[ContractId]) -> None:
        """Show contracts as they will be printed."""
        if contracts:
            dialog = ContractPaperDialog(self._context, self._page, contracts)
            dialog.show()
            dialog.draw()
            self.opened.emit(dialog)

    def show_document(self, document: Document) -> None:
        """Show a kept paper, a PDF page by page."""
        if not document.content.startswith(_PDF):
            self._open(PictureDialog(self._page, document.name, document.content))
            return
        dialog = ContractPaperDialog(self._context, self._page, ())
        dialog.heading.setText(document.name)
        dialog.setWindowTitle(document.name)
        dialog.show()
        dialog.show_paper(document.content)
        self.opened.emit(dialog)

    def edit(self, contract: LabourContract, name: str) -> None:
        """Change a contract that nobody has signed."""
        dialog = EditDialog(self._page, self._desk, contract, name)
        said = self.tr("Contract of {name} changed; print it again").format(name=name)
        dialog.accepted.connect(lambda: self._context.say(said))
        self._open(dialog)

    def sign(self, lines: Sequence[ContractLine]) -> None:
        """Record that both sides signed."""
        found = [
            line.state.contract.id
            for line in lines
            if line.state.contract is not None and line.state.contract.signed is None
        ]
        if not found:
            return
        dialog = SignDialog(self._page, len(found), self._page.office.clock.today())

        def sign(day: date, scan: Path | None) -> None:
            self._desk.write(
                dialog, lambda _: self._contracts.sign(found, day, scan), lambda _: done()
            )

        def done() -> None:
            dialog.accept()
            said = self.tr("{count} contracts recorded as signed")
            undo = (lambda: self.unsign(found[0])) if len(found) == 1 else None
            self._context.say(said.format(count=text.count(len(found))), undo)

        dialog.decided.connect(sign)
        self._open(dialog)

    def unsign(self, contract: ContractId) -> None:
        """Take back that a contract was signed."""
        self._desk.write(self._page, lambda _: self._contracts.unsign(contract))

    def end(self, contract: LabourContract, name: str) -> None:
        """Record that a contract was ended early."""
        dialog = EndDialog(self._page, name, self._page.office.clock.today())

        def end(day: date) -> None:
            self._desk.write(
                dialog, lambda _: self._contracts.end(contract.id, day), lambda _: done()
            )

        def done() -> None:
            dialog.accept()
            self._context.say(
                self.tr("Contract of {name} ended").format(name=name),
                lambda: self._desk.write(
                    self._page, lambda _: self._contracts.end(contract.id, None)
                ),
            )

        dialog.decided.connect(end)
        self._open(dialog)

    def remove(self, contracts: Sequence[ContractId]) -> None:
        """Remove contracts that nobody has signed."""
        said = self.tr("{count} unsigned contracts removed").format(count=len(contracts))
        self._desk.write(
            self._page,
            lambda _: self._contracts.remove(contracts),
            lambda _: self._context.say(said),
        )

    def read_scans(self, paths: Sequence[Path]) -> None:
        """Read scans on a runner, then show whose they are."""
        project = self._context.project
        if project is None or not paths:
            return
        self._page.clear_banners()
        self._desk.job(
            self._page,
            self.tr("Reading scans"),
            lambda ticket: self._contracts.read_scans(paths, ticket),
            lambda pages: self._match(project, pages),
        )

    def train(self, lines: Sequence[ContractLine], chosen: frozenset[WorkerId]) -> None:
        """Record a training of everyone on the site, or of the chosen."""
        project = self._context.project
        if project is not None:
            people = ([line for line in lines if line.is_here], chosen)
            self._open(TrainingDialog(self._page, self._desk, project, people))

    def insure(self) -> None:
        """Record a proof of insurance."""
        project = self._context.project
        if project is not None:
            office = self._page.office

            def show(begin: date | None) -> None:
                self._open(InsuranceDialog(self._page, self._desk, project, begin))

            self._desk.read(self._page, lambda: office.projects.get(project).start, show)

    def open_paper(self, one: Training | InsuranceProof) -> None:
        """Show the paper of a training or proof."""
        wanted = one.document
        if wanted is not None:
            self._desk.read(
                self._page, lambda: self._contracts.document(wanted), self.show_document
            )

    def remove_paper(self, one: Training | InsuranceProof) -> None:
        """Remove a training or proof recorded by mistake."""
        if isinstance(one, Training):
            self._desk.write(
                self._page, lambda _: self._contracts.remove_training(one.project, one.id)
            )
            return
        self._desk.write(
            self._page, lambda _: self._contracts.remove_insurance(one.project, one.id)
        )

    def _match(self, project: ProjectId, pages: tuple[ScannedPage, ...]) -> None:
        self._desk.read(
            self._page,
            lambda: self._contracts.match_scans(project, pages),
            lambda report: self._offer(project, pages, report),
        )

    def _offer(
        self, project: ProjectId, pages: tuple[ScannedPage, ...], report: ScanReport
    ) -> None:
        dialog = ScansDialog(self._page, report, self._page.office.clock.today())

        def file(day: date) -> None:
            self._desk.write(
                dialog,
                lambda _: self._contracts.file_scans(project, pages, day),
                lambda outcome: done(len(outcome.value.whole)),
            )

        def done(count: int) -> None:
            dialog.accept()
            said = self.tr("{count} contracts filed and signed").format(count=text.count(count))
            self._page.show_banner(Banner("done", said))
            self._context.say(said)

        dialog.decided.connect(file)
        self._open(dialog)

    def _filled(self, written: tuple[LabourContract, ...]) -> None:
        said = self.tr("{count} contracts made out").format(count=text.count(len(written)))
        ids = [contract.id for contract in written]

        def take_back() -> None:
            banner.leave()
            self.remove(ids)

        self._page.clear_banners()
        banner = Banner("done", said, "", self.tr("Take them back"), take_back)
        self._page.show_banner(banner)
        self._context.say(said, take_back)

    def _open(self, dialog: QWidget) -> None:
        dialog.show()
        self.opened.emit(dialog)
