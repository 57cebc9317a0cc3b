"""Importing a roster: choose the file, name columns, mend rows, tick changes, write."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QPushButton, QStackedWidget, QWidget

from desktop.domain.changes import Changes, Outcome
from desktop.domain.errors import Trouble, UserError
from desktop.domain.findings import Level, stops
from desktop.domain.ids import ProjectId
from desktop.domain.imports import ImportRecord
from desktop.services.roster import RosterProposal
from desktop.services.roster.columns import ColumnMap
from ui import format as text
from ui import theme, trouble
from ui.desk import Desk
from ui.tasks import Ticket
from ui.widgets.banner import Banner
from ui.widgets.decision import Decision
from ui.widgets.dialog import Dialog
from ui.wizards.import_roster_check import CheckStep
from ui.wizards.import_roster_columns import ColumnsStep
from ui.wizards.import_roster_compare import CompareStep
from ui.wizards.import_roster_places import DoneStep, FileStep, Trail, Waiting, ask_where

SIZE = (1120, 660)
LEAST_SCREEN = 1024
FILE, WAIT, COLUMNS, CHECK, COMPARE, DONE = range(6)


def _fitting(widget: QWidget, wanted: QSize) -> QSize:
    """Return a size that fits on the screen, where the screen is not tiny."""
    room = widget.screen().availableSize()
    if room.width() < LEAST_SCREEN:
        return wanted
    return wanted.boundedTo(room - QSize(theme.px(24), theme.px(48)))


class ImportRoster(Dialog):
    """A file becomes a proposal; accepting writes what is ticked of it."""

    accepted_import = Signal(object, object)
    """ImportRecord and RosterProposal of what was written."""

    def __init__(self, parent: QWidget | None, desk: Desk, project: ProjectId) -> None:
        super().__init__(parent, self.tr("Import a roster"))
        self._desk, self._project = desk, project
        self._ticket: Ticket | None = None
        self._path: Path | None = None
        self._checking = self._again = False
        self._mending = ""
        self.proposal: RosterProposal | None = None
        self.record: ImportRecord | None = None
        self.trail = Trail()
        self.file = FileStep()
        self.drop = self.file.drop
        self.drop.chosen.connect(self.read)
        self.waiting = Waiting()
        self.columns = ColumnsStep()
        self.columns.relaid.connect(lambda: self._read_with(self.columns.heading()))
        self.check = CheckStep()
        self.check.changed.connect(self._recheck)
        self.compare = CompareStep()
        self.compare.ticked.connect(self._count_ticked)
        self.finish = DoneStep()
        self._stack = QStackedWidget()
        for step in (self.file, self.waiting, self.columns, self.check, self.compare, self.finish):
            self._stack.addWidget(step)
        self.body.addWidget(self.trail)
        self.body.addWidget(self._stack, 1)
        self._add_acts()
        self.resize(_fitting(self, QSize(theme.px(SIZE[0]), theme.px(SIZE[1]))))
        self._start_over()
        desk.progressed.connect(self._step)
        desk.read(self, desk.office.roster.senders, self.file.offer)

    @property
    def place(self) -> int:
        """Which step is in sight."""
        return self._stack.currentIndex()

    def read(self, path: Path) -> None:
        """Read and check a file; nothing is written."""
        self._path = path
        self._read_with(None)

    def _read_with(self, mapping: ColumnMap | None) -> None:
        path, sender = self._path, self.file.whose
        if path is None:
            return
        self._go(WAIT)
        self.waiting.begin(path.name)

        def work(ticket: Ticket) -> Outcome[RosterProposal]:
            proposal = self._desk.office.roster.read(
                path, self._project, ticket, sender=sender, mapping=mapping
            )
            return Outcome(proposal, Changes(frozenset()))

        self._ticket = self._desk.write(self, work, self._show, self.tr("Checking the roster"))

    def show_trouble(
        self, error: UserError | Trouble, again: Callable[[], object] | None = None
    ) -> None:
        """Show why, and go back to where a file can be chosen."""
        self._ticket, self._checking = None, False
        self._start_over()
        super().show_trouble(error, again)

    def _step(self, ticket: Ticket) -> None:
        if ticket is self._ticket:
            self.waiting.show_progress(ticket.done, ticket.total, trouble.of_progress(ticket.words))

    def _show(self, outcome: Outcome[RosterProposal]) -> None:
        """Go to the step that the file needs first; what was mended in it stays mended."""
        self._ticket = None
        proposal = self.proposal = outcome.value
        self.file.set_sender(proposal.sender)
        if proposal.sha256 != self._mending:
            self._mending = proposal.sha256
            self.check.begin()
        if proposal.lacks_columns:
            self._show_columns()
        elif any(f.row is None and f.level is Level.STOP for f in proposal.findings):
            self._refuse(proposal)
        elif self.check.is_mended:
            self._show_check()
            self._recheck()
        elif self._needs_mending(proposal):
            self._show_check()
        else:
            self._show_compare()

    @staticmethod
    def _needs_mending(proposal: RosterProposal) -> bool:
        return any(f.row and f.level is not Level.NOTE for f in proposal.findings)

    def _refuse(self, proposal: RosterProposal) -> None:
        """Say at the file step why a file cannot be read at all."""
        self._go(FILE)
        for finding in proposal.findings:
            if finding.row is None and finding.level is Level.STOP:
                words = trouble.of_finding(finding)
                self.banners.addWidget(Banner("stop", words.text, words.remedy))
        self.drop.button.setFocus()

    def _show_columns(self) -> None:
        if self.proposal is not None:
            self.columns.show_proposal(self.proposal)
            self._go(COLUMNS)
            self.columns.take_keyboard()

    def _show_check(self) -> None:
        if self.proposal is not None:
            self._go(CHECK)
            self.check.show_proposal(self.proposal)
            self._offer()

    def _show_compare(self) -> None:
        proposal = self.proposal
        if proposal is None:
            return
        self._go(COMPARE)
        self.compare.show_proposal(proposal, self._desk.office.clock.today())
        if proposal.seen_before:
            words = self.tr("This very file was imported on {day} already.")
            self.banners.addWidget(Banner("note", words.format(day=proposal.seen_before)))
        for finding in proposal.findings:
            if finding.row is None and finding.level is Level.WARN:
                said = trouble.of_finding(finding)
                self.banners.addWidget(Banner("warn", said.text, said.remedy))
        if not proposal.differences:
            words = self.tr("Everything in this file is on the books already.")
            self.banners.addWidget(Banner("done", words))
            self.cancel.setText(self.tr("Close"))
        self.accept_button.setVisible(bool(proposal.differences))
        self._count_ticked()
        (self.accept_button if proposal.differences else self.another).setFocus()

    def _count_ticked(self) -> None:
        if self.place != COMPARE:
            return
        new, changed = self.compare.model.people()
        words = self.tr("Accept {new} new, {changed} changed")
        self.accept_button.setText(words.format(new=text.count(new), changed=text.count(changed)))
        self.accept_button.setEnabled(bool(new or changed) and self._ticket is None)

    def _recheck(self) -> None:
        """Check again with what was mended; what is typed meanwhile is checked after that."""
        proposal = self.proposal
        if proposal is None:
            return
        if self._checking:
            self._again = True
            return
        self._checking, self._again = True, False
        for button in (self.on, self.only_good):
            button.setEnabled(False)  # nobody goes on with what is being checked
        edits, left = dict(self.check.edits), frozenset(self.check.left_out)
        self._desk.read(
            self,
            lambda: self._desk.office.roster.recheck(proposal, edits, left),
            self._rechecked,
        )

    def _rechecked(self, proposal: RosterProposal) -> None:
        self._checking = False
        self.proposal = proposal
        self.check.show_proposal(proposal)
        self._offer()
        if self._again:
            self._recheck()

    def _offer(self) -> None:
        """Let only go on what can: the whole file, or its good rows."""
        proposal = self.proposal
        if proposal is None or self.place != CHECK:
            return
        bad = {f.row for f in proposal.findings if f.row and f.level is Level.STOP}
        self.on.setEnabled(not stops(proposal.findings))
        good = proposal.rows - len(bad) - len(proposal.left_out)
        words = self.tr("Only the {count} good rows")
        self.only_good.setText(words.format(count=text.count(good)))
        self.only_good.setVisible(bool(bad) and good > 0)
        self.only_good.setEnabled(True)

    def _take_good(self) -> None:
        proposal = self.proposal
        if proposal is None:
            return
        self._desk.read(self, lambda: self._desk.office.roster.only_good(proposal), self._took_good)

    def _took_good(self, proposal: RosterProposal) -> None:
        self.check.left_out = {one.row for one in proposal.left_out}
        self._rechecked(proposal)
        if not stops(proposal.findings):
            self._show_compare()

    def go_on(self) -> None:
        """Go on from the columns or from mending."""
        if self.place == CHECK:
            self._show_compare()
        elif self.place == COLUMNS:
            self.clear_trouble()
            missing, twice = self.columns.missing(), self.columns.twice()
            for names, words in (
                (missing, self.tr("Still to be said: {columns}")),
                (twice, self.tr("Given to several columns: {columns}")),
            ):
                if names:
                    self.banners.addWidget(Banner("stop", words.format(columns="、".join(names))))
            if not missing and not twice:
                self._read_with(self.columns.column_map())

    def go_back(self) -> None:
        """Go a step back; what was mended stays mended."""
        if self.place == COMPARE and self.proposal and self._needs_mending(self.proposal):
            self._show_check()
        elif self.place in {COMPARE, CHECK}:
            self._show_columns()
        else:
            self._start_over()

    def _accept(self) -> None:
        proposal, model = self.proposal, self.compare.model
        if proposal is None or self._ticket is not None:
            return
        approved = None if model.everything else model.approved
        exits = model.exits()
        self._go(WAIT)
        self.waiting.begin(self.tr("Writing the roster"))
        self._ticket = self._desk.write(
            self,
            lambda ticket: self._desk.office.roster.accept(
                proposal, ticket, approved=approved, exits=exits
            ),
            self._written,
            self.tr("Writing the roster"),
        )

    def _written(self, outcome: Outcome[ImportRecord]) -> None:
        self._ticket = None
        self.record = outcome.value
        self.accepted_import.emit(outcome.value, self.proposal)
        if self.proposal is None or not self.proposal.left_out:
            self.accept()
            return
        self._go(DONE)
        self.finish.show_rest(outcome.value, self.proposal)
        self.cancel.setText(self.tr("Close"))

    def _save_rest(self) -> None:
        record = self.record
        path = ask_where(self, self.tr("Rows to be mended.xlsx"))
        if record is None or path is None:
            return
        self._desk.write(
            self,
            lambda _: self._desk.office.roster.save_rest(record, path),
            lambda _: self.finish.say_saved(path),
        )

    def _leave(self) -> None:
        """Stop the reading and let another file be chosen, or close."""
        if self._ticket is not None and self.proposal is None:
            self._ticket.cancel()
            self._ticket = None
            self._start_over()
            return
        if self._ticket is not None:
            self._ticket.cancel()
        self.reject()

    def reject(self) -> None:
        """Close; what was mended and not written is thrown away only when somebody says so."""
        self._unless_mended(super().reject)

    def _unless_mended(self, act: Callable[[], None]) -> None:
        """Do what throws mended cells away; ask first where there are some."""
        if self.record is not None or not self.check.is_mended:
            act()
            return
        ask = Decision(self, self.tr("Throw away what was mended?"), self.tr("Throw it away"))
        words = self.tr(
            "{cells} cells were mended and {rows} rows left out here. None of it is written yet; "
            "without this it has to be done again."
        )
        cells, rows = len(self.check.edits), len(self.check.left_out)
        ask.say(words.format(cells=text.count(cells), rows=text.count(rows)))
        ask.out.setText(self.tr("Go on mending"))

        def throw() -> None:
            self.check.begin()
            self._mending = ""
            act()

        ask.accepted.connect(throw)
        ask.open()

    def _another_file(self) -> None:
        self._unless_mended(self._start_over)

    def _start_over(self) -> None:
        self.proposal = None
        self._go(FILE)
        self.cancel.setText(self.tr("Cancel"))
        self.drop.button.setFocus()

    def _go(self, place: int) -> None:
        self.clear_trouble()
        self._stack.setCurrentIndex(place)
        self.trail.show_place(place)
        shown: dict[QPushButton, bool] = {
            self.another: place in {COLUMNS, CHECK, COMPARE},
            self.back: place in {CHECK, COMPARE},
            self.only_good: False,
            self.on: place in {COLUMNS, CHECK},
            self.accept_button: place == COMPARE,
            self.rest_button: place == DONE,
        }
        for button, visible in shown.items():
            button.setVisible(visible)
        self.on.setEnabled(True)

    def _add_acts(self) -> None:
        self.another = self.add_act(self.tr("Another file"), self._another_file)
        self.buttons.removeWidget(self.another)
        self.buttons.insertWidget(0, self.another)
        self.cancel = self.add_act(self.tr("Cancel"), self._leave)
        self.back = self.add_act(self.tr("Back"), self.go_back)
        self.only_good = self.add_act("", self._take_good)
        self.rest_button = self.add_act(self.tr("Save these rows …"), self._save_rest)
        self.on = self.add_act(self.tr("Next"), self.go_on, primary=True)
        self.accept_button = self.add_act(self.tr("Accept"), self._accept, primary=True)
