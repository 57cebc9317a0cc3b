"""People to look at: whose age is outside a rule or soon will be, and whom a list names."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.domain.findings import Finding
from desktop.domain.ids import ProjectId, WorkerId
from desktop.domain.project import Project
from desktop.services.ages import SOON
from desktop.services.office import Office
from ui import icons, theme
from ui.desk import Desk
from ui.pages.projects.watch_lists import WatchListsDialog
from ui.widgets.empty_state import EmptyState
from ui.widgets.findings_list import FindingsList

AHEAD = (0, SOON, 90, 365)
"""Days that may be looked ahead."""


class PeopleTab(QWidget):
    """Findings about persons; each leads to the worker on the roster."""

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
        self.about = QLabel()
        theme.mark(self.about, "role", "muted")
        self.findings = FindingsList()
        self.empty = EmptyState(
            self.tr("Nobody on site is outside a rule of age, and no list names anybody."), "done"
        )
        self._arrange()
        self.ahead.currentIndexChanged.connect(lambda _: self._read())
        self.findings.jumped.connect(self._jump)
        self.lists.clicked.connect(lambda _=False: self.open_lists())

    def _arrange(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(theme.px(12))
        bar.addWidget(self.ahead)
        bar.addWidget(self.about, 1)
        bar.addWidget(self.lists)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(12), 0, 0)
        column.setSpacing(theme.px(12))
        column.addLayout(bar)
        column.addWidget(self.findings, 1)
        column.addWidget(self.empty, 1)
        self.empty.hide()

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

    def _show(self, read: tuple[tuple[Finding, ...], int]) -> None:
        found, lists = read
        self.findings.set_findings(found)
        self.findings.setVisible(bool(found))
        self.empty.setVisible(not found)
        words = self.tr("Ages by the rules of the place; {lists} watch lists on the books.")
        self.about.setText(words.format(lists=lists))

    def _jump(self, finding: Finding) -> None:
        self.wanted.emit(WorkerId(UUID(finding.facts["worker"])))


def read_people(office: Office, project: ProjectId, days: int) -> tuple[tuple[Finding, ...], int]:
    """Return findings about the people of a project, and how many lists are on the books."""
    aged = [line.finding for line in office.ages.lines(project, days)]
    return (*aged, *office.watch.findings(project)), len(office.watch.lists())
