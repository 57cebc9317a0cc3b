"""Importing a roster: choose the file, see what it says, accept it whole or not at all."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.changes import Changes, Outcome
from desktop.domain.errors import Trouble, UserError
from desktop.domain.findings import Finding, Level, stops
from desktop.domain.ids import ProjectId
from desktop.domain.imports import ImportRecord
from desktop.services.roster import RosterProposal
from ui import format as text
from ui import theme, trouble
from ui.desk import Desk
from ui.tasks import Ticket
from ui.widgets.banner import Banner
from ui.widgets.dialog import Dialog
from ui.widgets.file_drop import FileDrop
from ui.widgets.findings_list import FindingsList

SIZE = (760, 560)
NAMED = 60
"""Workers named before they are written; the figures tell the rest."""


class ImportRoster(Dialog):
    """A file becomes a proposal; accepting writes all of it."""

    accepted_import = Signal(object, object)
    """ImportRecord and RosterProposal of what was written."""

    def __init__(self, parent: QWidget | None, desk: Desk, project: ProjectId) -> None:
        super().__init__(parent, self.tr("Import a roster"))
        self._desk = desk
        self._project = project
        self._ticket: Ticket | None = None
        self.proposal: RosterProposal | None = None
        self.drop = FileDrop(
            self.tr("Drop the roster workbook here. Nothing is written before you accept it."),
            (".xlsx",),
        )
        self.drop.chosen.connect(self.read)
        self.findings = FindingsList()
        self.findings.jumped.connect(self._show_finding)
        self._stack = QStackedWidget()
        for room in (self.drop, self._busy(), self._result()):
            self._stack.addWidget(room)
        self.body.addWidget(self._stack)
        self.cancel = self.add_act(self.tr("Cancel"), self._leave)
        self.another = self.add_act(self.tr("Another file"), self._start_over)
        self.accept_button = self.add_act(self.tr("Accept"), self._accept, primary=True)
        self.resize(theme.px(SIZE[0]), theme.px(SIZE[1]))
        self._start_over()
        desk.progressed.connect(self._step)

    def read(self, path: Path) -> None:
        """Read and check a file; nothing is written."""
        self.clear_trouble()
        self._say_file.setText(path.name)
        self._stack.setCurrentIndex(1)
        self._bar.setRange(0, 0)
        self._say_step.clear()

        def work(ticket: Ticket) -> Outcome[RosterProposal]:
            proposal = self._desk.office.roster.read(path, self._project, ticket)
            return Outcome(proposal, Changes(frozenset()))

        self._ticket = self._desk.write(self, work, self._show, self.tr("Checking the roster"))

    def show_trouble(
        self, error: UserError | Trouble, again: Callable[[], object] | None = None
    ) -> None:
        """Show why, and go back to where a file can be chosen."""
        self._start_over()
        super().show_trouble(error, again)

    def _step(self, ticket: Ticket) -> None:
        if ticket is self._ticket and ticket.total:
            self._bar.setRange(0, ticket.total)
            self._bar.setValue(ticket.done)
            words = self.tr("Step {done} of {total}")
            self._say_step.setText(words.format(done=ticket.done + 1, total=ticket.total))

    def _show(self, outcome: Outcome[RosterProposal]) -> None:
        proposal = self.proposal = outcome.value
        self._ticket = None
        found = proposal.findings
        self._stack.setCurrentIndex(2)
        self._show_figures(proposal)
        self._verdict(proposal)
        self.findings.set_findings(found)
        self.findings.setVisible(bool(found))
        self._no_findings.setVisible(not found)
        self._show_names(proposal)
        self._detail.hide()
        nothing = not stops(found) and not proposal.new and not proposal.changed
        self.another.show()
        self.accept_button.setVisible(not nothing)
        self.accept_button.setEnabled(not stops(found))
        words = self.tr("Accept {count} workers")
        count = proposal.new + proposal.changed
        usable = count and not stops(found)
        self.accept_button.setText(words.format(count=count) if usable else self.tr("Accept"))
        (self.accept_button if usable else self.another).setFocus()
        if nothing:
            self.cancel.setText(self.tr("Close"))

    def _verdict(self, proposal: RosterProposal) -> None:
        while self._banner_row.count():
            item = self._banner_row.takeAt(0)
            old = item.widget() if item is not None else None
            if isinstance(old, Banner):
                old.leave()
        grave = sum(finding.level is Level.STOP for finding in proposal.findings)
        if grave:
            words = self.tr("{count} places must be put right in the workbook first.")
            remedy = self.tr("Nothing is written. Mend them in the file, save it, choose it again.")
            self._banner_row.addWidget(Banner("stop", words.format(count=grave), remedy))
        elif not proposal.new and not proposal.changed:
            words = self.tr("Everything in this file is on the books already.")
            self._banner_row.addWidget(Banner("done", words))

    def _show_figures(self, proposal: RosterProposal) -> None:
        for label, count in zip(
            self._figures,
            (proposal.rows, proposal.new, proposal.changed, proposal.unchanged),
            strict=True,
        ):
            label.setText(text.count(count))

    def _show_names(self, proposal: RosterProposal) -> None:
        """Name who would come onto the books, or be changed there."""
        known = proposal.before
        said = []
        for words, workers in (
            (self.tr("New: {names}"), [w for w in proposal.workers if w.id not in known]),
            (self.tr("Changed: {names}"), [w for w in proposal.workers if w.id in known]),
        ):
            names = "、".join(worker.name for worker in workers[:NAMED])
            more = " …" if len(workers) > NAMED else ""
            if names:
                said.append(words.format(names=names + more))
        self._names.setText("\n\n".join(said))
        self._names.setVisible(bool(said) and not stops(proposal.findings))

    def _show_finding(self, finding: Finding) -> None:
        words = trouble.of_finding(finding)
        place = self.tr("Row {row}, column {column}")
        where = place.format(row=finding.row or "—", column=finding.column or "—")
        self._detail.setText(f"{where}\n{words.text}\n{words.remedy}")
        self._detail.show()

    def _accept(self) -> None:
        proposal = self.proposal
        if proposal is None:
            return
        self.accept_button.setEnabled(False)
        self._ticket = self._desk.write(
            self,
            lambda ticket: self._desk.office.roster.accept(proposal, ticket),
            self._done,
            self.tr("Writing the roster"),
        )

    def _done(self, outcome: Outcome[ImportRecord]) -> None:
        self._ticket = None
        self.accepted_import.emit(outcome.value, self.proposal)
        self.accept()

    def _leave(self) -> None:
        if self._ticket is not None:
            self._ticket.cancel()
        self.reject()

    def _start_over(self) -> None:
        self.proposal = None
        self._stack.setCurrentIndex(0)
        self.another.hide()
        self.accept_button.hide()
        self.cancel.setText(self.tr("Cancel"))
        self.drop.button.setFocus()

    def _busy(self) -> QWidget:
        room = QWidget()
        column = QVBoxLayout(room)
        column.setSpacing(theme.px(8))
        self._say_file, self._say_step = QLabel(), QLabel()
        theme.mark(self._say_file, "role", "section")
        theme.mark(self._say_step, "role", "muted")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        column.addStretch(1)
        for widget in (self._say_file, self._bar, self._say_step):
            column.addWidget(widget)
        column.addStretch(2)
        return room

    def _result(self) -> QWidget:
        room = QWidget()
        column = QVBoxLayout(room)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        figures = QHBoxLayout()
        figures.setSpacing(theme.px(40))
        self._figures: list[QLabel] = []
        for name in (self.tr("Rows"), self.tr("New"), self.tr("Changed"), self.tr("Unchanged")):
            figures.addLayout(self._figure(name))
        figures.addStretch(1)
        self._banner_row = QVBoxLayout()
        self._no_findings = QLabel(self.tr("Every row was checked; nothing is wrong."))
        theme.mark(self._no_findings, "role", "muted")
        self._names = QLabel()
        self._names.setWordWrap(True)
        self._names.setTextFormat(Qt.TextFormat.PlainText)
        theme.mark(self._names, "role", "muted")
        self._detail = QLabel()
        self._detail.setWordWrap(True)
        column.addLayout(figures)
        column.addLayout(self._banner_row)
        column.addWidget(self._no_findings)
        column.addWidget(self._names)
        column.addWidget(self.findings, 1)
        column.addWidget(self._detail)
        column.addStretch(0)
        return room

    def _figure(self, name: str) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(0)
        figure, caption = QLabel("0"), QLabel(name)
        theme.mark(figure, "role", "figure")
        theme.mark(caption, "role", "caption")
        column.addWidget(figure)
        column.addWidget(caption)
        self._figures.append(figure)
        return column
