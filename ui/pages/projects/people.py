"""People to look at: whose age is outside a rule or soon will be, and whom a list names."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QPushButton, QVBoxLayout, QWidget

from desktop.domain.findings import Finding, Level
from desktop.domain.identity import age_on
from desktop.domain.ids import ProjectId, WorkerId
from desktop.domain.project import Project
from desktop.ports.views import RosterLine
from desktop.services.ages import SOON, AgeLine
from desktop.services.office import Office
from ui import format as text
from ui import icons, theme, trouble
from ui.desk import Desk
from ui.models.rows import Badge, Column
from ui.pages.projects.watch_lists import WatchListsDialog
from ui.widgets.data_table import DataTable
from ui.widgets.empty_state import EmptyState

AHEAD = (0, SOON, 90, 365)
"""Days that may be looked ahead."""


@dataclass(frozen=True, slots=True)
class PersonLine:
    """Somebody and one thing to look at."""

    worker: WorkerId
    name: str
    initials: str
    team: str
    trade: str
    birth: date | None
    finding: Finding
    what: str
    day: date | None
    """Day on which an age limit will be reached; None where it is so today."""


class PeopleTab(QWidget):
    """Each line leads to the worker on the roster."""

    wanted = Signal(object)
    """WorkerId of somebody the person wants to see."""
    said = Signal(str, object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._project: Project | None = None
        self.ahead = QComboBox()
        for days in AHEAD:
            word = self.tr("{days} days ahead").format(days=days) if days else self.tr("Today only")
            self.ahead.addItem(word, days)
        self.ahead.setCurrentIndex(AHEAD.index(SOON))
        self.ahead.setAccessibleName(self.tr("How far ahead"))
        self.lists = QPushButton(icons.get("import"), self.tr("Watch lists …"))
        self.table = self._table()
        bar = self.table.bar
        bar.insertWidget(0, self.ahead)
        bar.addWidget(self.lists)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(12), 0, 0)
        column.addWidget(self.table)
        self.ahead.currentIndexChanged.connect(lambda _: self._read())
        self.table.opened.connect(lambda line: self.wanted.emit(line.worker))
        self.lists.clicked.connect(lambda _=False: self.open_lists())

    def show_project(self, project: Project) -> None:
        """Look through the people of a project."""
        self._project = project
        self._read()

    def open_lists(self) -> WatchListsDialog:
        """Show the lists, and take new ones in."""
        dialog = WatchListsDialog(self, self._desk)
        dialog.said.connect(self.said)
        dialog.open()
        return dialog

    def _read(self) -> None:
        project, days = self._project, int(self.ahead.currentData())
        if project is not None:
            office = self._desk.office
            self._desk.read(self, lambda: read_people(office, project.id, days), self._show)

    def _show(self, read: tuple[tuple[PersonLine, ...], int]) -> None:
        lines, lists = read
        self.table.set_rows(lines)
        words = self.tr("{lists} watch lists on the books")
        self.table.set_totals(words.format(lists=lists))

    def _born(self, line: PersonLine) -> str:
        if line.birth is None:
            return ""
        age = age_on(line.birth, line.day or self._desk.office.clock.today())
        return self.tr("{day} ({age})").format(day=text.day(line.birth), age=age)

    def _table(self) -> DataTable[PersonLine]:
        words = {
            Level.STOP: self.tr("Not allowed"),
            Level.WARN: self.tr("Please check"),
            Level.NOTE: self.tr("Note"),
        }

        def state(line: PersonLine) -> str:
            soon = self.tr("on {day}")
            return soon.format(day=text.day(line.day)) if line.day else words[line.finding.level]

        def tip(line: PersonLine) -> str:
            said = trouble.of_finding(line.finding)
            return f"{said.text}\n{said.remedy}"

        columns: tuple[Column[PersonLine], ...] = (
            Column("state", self.tr("State"), state, width=136,
                   badge=lambda line: Badge(str(line.finding.level), state(line))),
            Column("name", self.tr("Name"), lambda line: line.name, width=128),
            Column("what", self.tr("What the rule or the list says"), lambda line: line.what,
                   width=472, tip=tip),
            Column("team", self.tr("Team"), lambda line: line.team, width=104),
            Column("trade", self.tr("Trade"), lambda line: line.trade, width=96),
            Column("birth", self.tr("Born"), self._born, width=152),
        )  # fmt: skip
        return DataTable(
            "people-to-look-at",
            columns,
            lambda line: (line.worker, line.what),
            search=lambda line: f"{line.name} {line.initials} {line.team} {line.what}",
            empty=EmptyState(
                self.tr("Nobody on site is outside a rule of age, and no list names anybody."),
                "done",
            ),
        )


def read_people(
    office: Office, project: ProjectId, days: int
) -> tuple[tuple[PersonLine, ...], int]:
    """Return whom of a project to look at, and how many lists are on the books."""
    roster = {line.worker: line for line in office.roster.lines(project)}
    listed = [
        _listed(finding, roster[worker])
        for finding in office.watch.findings(project)
        if (worker := WorkerId(UUID(finding.facts["worker"]))) in roster
    ]
    aged = [_aged(line, roster.get(line.worker)) for line in office.ages.lines(project, days)]
    return (*listed, *aged), len(office.watch.lists())


def _listed(finding: Finding, line: RosterLine) -> PersonLine:
    what = f"{finding.facts['list']}：{finding.facts['reason']}（{finding.facts['source']}）"
    return PersonLine(
        line.worker, line.name, line.initials, line.team_name, line.trade, None, finding, what, None
    )


def _aged(line: AgeLine, known: RosterLine | None) -> PersonLine:
    facts = line.finding.facts
    return PersonLine(
        line.worker,
        line.name,
        known.initials if known is not None else "",
        line.team,
        line.trade,
        line.birth,
        line.finding,
        f"{facts['rule']}（{facts['place']}）",
        None if line.is_due else line.verdict.day,
    )
