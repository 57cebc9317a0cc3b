"""The roster: every worker of the project, found as one types, in full at the right."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtWidgets import QCheckBox

from desktop.domain.changes import Outcome, Topic
from desktop.domain.findings import Finding
from desktop.domain.imports import ImportRecord
from desktop.domain.project import Team
from desktop.domain.worker import Worker
from desktop.ports.views import RosterLine
from desktop.services.office import Office
from desktop.services.roster import RosterProposal
from ui import format as text
from ui.context import PageContext
from ui.pages.page import Heading, Page
from ui.pages.roster.columns import RosterWords, haystack
from ui.pages.roster.dialogs import ChangeCard, EditWorker
from ui.pages.roster.imports import ImportsPanel
from ui.pages.roster.inspector import WorkerFacts, WorkerInspector
from ui.pages.roster.person_acts import PersonActs
from ui.widgets.banner import Banner
from ui.widgets.data_table import DataTable
from ui.widgets.dialog import Dialog
from ui.widgets.dropped import dropped_file
from ui.widgets.empty_state import EmptyState
from ui.wizards.import_roster import ImportRoster

JOURNAL = 2_000
"""Newest journal entries looked through for a worker's history."""


def make(context: PageContext) -> Page:
    """Build the page."""
    return RosterPage(context)


class RosterPage(Page):
    """Who works on the site, by real name."""

    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.ROSTER, Topic.PROJECT})

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, Heading("", ""))
        self.set_heading(
            self.tr("Roster of real names"),
            self.tr("Who works on the site, by real name; numbers are masked."),
            self.tr(
                "Everybody who works on the site has to stand here before he starts.\n\n"
                "Import the workbook of the subcontractor: every row is checked, and nothing is "
                "written before you accept it; the whole import can be taken back. Import the "
                "attendance next.\n\n"
                "Type into the filter: a name, its pinyin initials, the last digits of an "
                "identity number, phone or card, or a team.\n\n"
                "Keys: Ctrl+I imports, Enter opens a worker at the right, F2 edits him, Esc closes."
            ),
        )
        self._words = RosterWords(self)
        self._lines: tuple[RosterLine, ...] = ()
        self._only_present = QCheckBox(self.tr("Only who is here this month"))
        self._only_present.toggled.connect(lambda _: self._show_lines())
        self.history_act = self.add_act(self.tr("Earlier imports"), self.show_imports, "history")
        self.import_act = self.add_act(
            self.tr("Import a roster"), self.open_import, "import", primary=True
        )
        self.import_act.setShortcut(QKeySequence("Ctrl+I"))
        self.empty = EmptyState(
            self.tr("No worker yet. The roster comes from a workbook, checked row by row."),
            "roster",
            self.tr("Import a roster"),
            self.open_import,
        )
        self.empty.button.setShortcut(QKeySequence("Ctrl+I"))
        self.table: DataTable[RosterLine] = DataTable(
            "roster",
            self._words.columns(),
            lambda line: line.worker,
            search=haystack,
            empty=self.empty,
        )
        self.table.bar.addWidget(self._only_present)
        self.table.opened.connect(self.inspect)
        self.table.selected.connect(self._follow)
        self._panel: WorkerInspector | None = None
        self._panels = 0
        self._come_back = False
        self._awaited: object = None
        self.person = PersonActs(self, lambda: self.table.chosen)
        self._add_actions()
        self.body.addWidget(self.table)
        self.setAcceptDrops(True)

    def take_keyboard(self) -> None:
        """Begin in the table, or on the button that fills it."""
        if self._lines or not self.empty.isVisible():
            super().take_keyboard()
        else:
            self.empty.button.setFocus()

    def refresh(self) -> None:
        """Read the roster."""
        project = self.context.project
        if project is None:
            self.table.set_rows(())
            self.table.model.filtered.emit(0, 0)
            return
        self.desk.read(self, lambda: self.office.roster.lines(project), self._show)

    def arrive(self, target: object) -> None:
        """Show a worker somebody wants to see, as soon as the project's lines are read."""
        self._awaited = target
        self.refresh()

    def _meet(self) -> None:
        target, self._awaited = self._awaited, None
        line = next((line for line in self._lines if line.worker == target), None)
        if line is not None:
            self.table.choose([line.worker])
            self.inspect(line)

    def _show(self, lines: tuple[RosterLine, ...]) -> None:
        self._lines = lines
        self._show_lines()
        if self._come_back or self.window().focusWidget() in {None, self, self.empty.button}:
            self._come_back = False
            self.take_keyboard()
        if self._awaited is not None:
            self._meet()
        elif self._panel is not None:
            self.inspect(self._panel.facts.line)

    def _show_lines(self) -> None:
        lines, month = self._lines, self.context.month
        if self._only_present.isChecked():
            lines = tuple(
                line
                for line in lines
                if line.entry <= month.last and (line.exit is None or line.exit >= month.first)
            )
        self.table.set_rows(lines)
        self.history_act.setVisible(bool(self._lines))
        self.import_act.setVisible(bool(self._lines))
        self._only_present.setVisible(bool(self._lines))
        if not self._lines:
            self.table.set_totals("")
            return
        teams = len({line.team for line in lines})
        without = sum(not line.card_tail for line in lines)
        totals = self.tr("{people} workers in {teams} teams; {cards} without a wage card")
        self.table.set_totals(
            totals.format(people=text.count(len(lines)), teams=teams, cards=without)
        )

    def inspect(self, line: RosterLine) -> None:
        """Show a worker in full at the right."""
        self.desk.read(self, lambda: read_worker(self.office, line), self._open_panel)

    def _follow(self, lines: Sequence[RosterLine]) -> None:
        if self._panel is not None and len(lines) == 1:
            self.inspect(lines[0])

    def _open_panel(self, facts: WorkerFacts, *, revealed: bool = False) -> None:
        project = self.context.project
        if project is None:
            return
        panel = WorkerInspector(facts, project, revealed=revealed)
        panel.edit.connect(self.edit)
        panel.change_card.connect(self.change_card)
        panel.reveal.connect(self._reveal)
        self._panels += 1
        number = self._panels
        panel.destroyed.connect(lambda: self._forget(number))
        self._panel = panel
        self.inspected.emit(panel)

    def _forget(self, number: int) -> None:
        """Forget a panel that is gone, unless another has taken its place."""
        if number == self._panels:
            self._panel = None

    def _reveal(self) -> None:
        if self._panel is None:
            return
        line = self._panel.facts.line

        def show(_: Outcome[Worker]) -> None:
            self.desk.read(
                self,
                lambda: read_worker(self.office, line),
                lambda facts: self._open_panel(facts, revealed=True),
            )

        self.desk.write(self, lambda _: self.office.roster.reveal(line.worker), show)

    def change_card(self) -> None:
        """Ask for another card of the worker at the right or in the selected row."""
        line = self._line()
        if line is None:
            return

        def show(worker: Worker) -> None:
            _open(ChangeCard(self, self.desk, worker, self.office.clock.today()))

        self.desk.read(self, lambda: self.office.roster.worker(line.worker), show)

    def edit(self) -> None:
        """Edit the worker at the right or in the selected row."""
        project = self.context.project
        line = self._line()
        if project is None or line is None:
            return

        def show(answer: tuple[Worker, tuple[Team, ...]]) -> None:
            worker, teams = answer
            today: date = self.office.clock.today()
            _open(EditWorker(self, self.desk, worker, project, (teams, today)))

        self.desk.read(
            self,
            lambda: (self.office.roster.worker(line.worker), self.office.projects.teams(project)),
            show,
        )

    def _line(self) -> RosterLine | None:
        if self._panel is not None:
            return self._panel.facts.line
        return self.table.chosen[0] if self.table.chosen else None

    def open_import(self, path: Path | None = None) -> ImportRoster | None:
        """Open the import, with a file already chosen if there is one."""
        project = self.context.project
        if project is None:
            self.context.go("projects", "new")
            return None
        dialog = ImportRoster(self, self.desk, project)
        dialog.accepted_import.connect(self._imported)
        _open(dialog)
        if path is not None:
            dialog.read(path)
        return dialog

    def _imported(self, record: ImportRecord, proposal: RosterProposal) -> None:
        words = self.tr("Roster imported: {new} new, {changed} changed").format(
            new=text.count(proposal.new), changed=text.count(proposal.changed)
        )

        def take_back() -> None:
            banner.leave()
            self.undo_import(record)

        banner = Banner("done", words, "", self.tr("Take it back"), take_back)
        self.clear_banners()
        self.show_banner(banner)
        self.context.say(words, take_back)
        self._come_back = True

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a workbook."""
        if dropped_file(event, ".xlsx") is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the import with the file."""
        path = dropped_file(event, ".xlsx")
        if path is not None:
            event.acceptProposedAction()
            self.open_import(path)

    def show_imports(self) -> None:
        """Show earlier imports at the right."""
        project = self.context.project
        if project is not None:
            self.desk.read(self, lambda: self.office.roster.imports(project), self._open_imports)

    def _open_imports(self, records: tuple[ImportRecord, ...]) -> None:
        panel = ImportsPanel(records)
        panel.undo.connect(self.undo_import)
        self.inspected.emit(panel)

    def undo_import(self, record: ImportRecord) -> None:
        """Take an import back; what has been built upon stays and is named."""
        self.desk.write(
            self,
            lambda _: self.office.roster.undo(record.id),
            self._undone,
            self.tr("Taking the import back"),
        )

    def _undone(self, outcome: Outcome[tuple[Finding, ...]]) -> None:
        self.clear_banners()
        self.inspected.emit(None)
        kept = outcome.value
        if not kept:
            self.show_banner(Banner("done", self.tr("The import is taken back.")))
            return
        words = self.tr("The import is taken back, but {count} workers stay: {names}")
        names = "、".join(finding.subject for finding in kept[:5])
        why = self.tr("Days, wages or payments refer to them.")
        self.show_banner(Banner("warn", words.format(count=len(kept), names=names), why))

    def _add_actions(self) -> None:
        for caption, keys, act in (
            (self.tr("Edit"), "F2", self.edit),
            (self.tr("Change card"), "", self.change_card),
            *self.person.acts(),
        ):
            action = QAction(caption, self)
            if keys:
                action.setShortcut(QKeySequence(keys))
                action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                self.addAction(action)
            action.triggered.connect(lambda _=False, act=act: act())
            self.table.add_action(action)


def read_worker(office: Office, line: RosterLine) -> WorkerFacts:
    """Read a worker and what the journal says of him."""
    subject = str(line.worker)
    entries = tuple(one for one in office.people.journal(JOURNAL) if one.subject == subject)
    return WorkerFacts(office.roster.worker(line.worker), line, entries)


def _open(dialog: Dialog) -> None:
    """Open a dialog that leaves nothing behind."""
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
