"""The tabs of a project: the form at once, every other one built when it is first wanted."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget, QWidget

from desktop.domain.project import Project
from ui.context import PageContext
from ui.pages.projects.chain import ChainTab
from ui.pages.projects.companies import CompaniesTab
from ui.pages.projects.holidays import HolidaysTab
from ui.pages.projects.people import PeopleTab
from ui.pages.projects.tables import WagesTab
from ui.pages.projects.teams import TeamsTab

T = TypeVar("T", bound=QWidget)
E = TypeVar("E", ChainTab, CompaniesTab, TeamsTab)
NAMES = ("facts", "chain", "companies", "teams", "people", "holidays", "wages")
"""The tabs in their order."""


class ProjectTabs(QTabWidget):
    """Everything about one project."""

    said = Signal(str, object)
    """What was done last, and how to undo it (a callable) or None."""
    troubled = Signal(object, object)
    """An error, and what may be tried again."""

    def __init__(self, context: PageContext, facts: QWidget) -> None:
        super().__init__()
        self._context = context
        self._project: Project | None = None
        for title in (
            self.tr("Facts"),
            self.tr("Contract chain"),
            self.tr("Companies"),
            self.tr("Teams"),
            self.tr("People to look at"),
            self.tr("Holidays"),
            self.tr("Minimum wage"),
        ):
            self.addTab(QWidget() if self.count() else facts, title)
        self.currentChanged.connect(self._build)

    @cached_property
    def chain(self) -> ChainTab:
        """Who gives work to whom."""
        return self._heard(ChainTab(self._context.desk), "chain")

    @cached_property
    def companies(self) -> CompaniesTab:
        """Companies of the office."""
        return self._heard(CompaniesTab(self._context.desk), "companies")

    @cached_property
    def teams(self) -> TeamsTab:
        """Teams of the project."""
        return self._heard(TeamsTab(self._context.desk), "teams")

    @cached_property
    def people(self) -> PeopleTab:
        """Ages and watch lists."""
        tab = PeopleTab(self._context.desk)
        tab.wanted.connect(lambda worker: self._context.go("roster", worker))
        tab.said.connect(self.said)
        return self._place(tab, "people", tab.show_project)

    @cached_property
    def holidays(self) -> HolidaysTab:
        """Holidays of a year."""
        tab = self._place(
            HolidaysTab(self._context.desk, self._context.month.year), "holidays", None
        )
        tab.refresh()
        return tab

    @cached_property
    def wages(self) -> WagesTab:
        """Minimum wages of the area."""
        tab = WagesTab(self._context.desk)
        return self._place(tab, "wages", tab.show_project)

    def open_tab(self, name: str) -> None:
        """Show a tab, one of NAMES."""
        self.setCurrentIndex(NAMES.index(name))

    def show_project(self, project: Project) -> None:
        """Tell the tabs that are built; the others are told when they are."""
        self._project = project
        kept = project.version > 0
        for name in NAMES:
            if name not in ("facts", "holidays"):
                self.setTabEnabled(NAMES.index(name), kept)
        if kept:
            for tab in (self._built(name) for name in NAMES):
                if isinstance(tab, ChainTab | CompaniesTab | TeamsTab | PeopleTab | WagesTab):
                    tab.show_project(project)

    def refresh_tables(self) -> None:
        """Read holidays and minimum wages again, where they have been looked at."""
        for tab in (self._built("holidays"), self._built("wages")):
            if isinstance(tab, HolidaysTab | WagesTab):
                tab.refresh()

    def _built(self, name: str) -> QWidget | None:
        tab: QWidget | None = self.__dict__.get(name)
        return tab

    def _build(self, place: int) -> None:
        if place > 0:
            getattr(self, NAMES[place])

    def _heard(self, tab: E, name: str) -> E:
        tab.said.connect(self.said)
        tab.troubled.connect(self.troubled)
        return self._place(tab, name, tab.show_project)

    def _place(self, tab: T, name: str, show: Callable[[Project], object] | None) -> T:
        """Put a new tab where its stand-in was, and let it show the project."""
        place = NAMES.index(name)
        shown, enabled, title = self.currentIndex(), self.isTabEnabled(place), self.tabText(place)
        self.blockSignals(True)
        stand_in = self.widget(place)
        self.removeTab(place)
        self.insertTab(place, tab, title)
        self.setTabEnabled(place, enabled)
        self.setCurrentIndex(shown)
        self.blockSignals(False)
        if stand_in is not None:
            stand_in.deleteLater()
        if show is not None and self._project is not None and self._project.version > 0:
            show(self._project)
        return tab
