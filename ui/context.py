"""What every page is given: the desk, and the project and month chosen once for all pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.domain.ids import ProjectId
    from desktop.domain.months import WageMonth
    from desktop.services.office import Office
    from ui.desk import Desk


class PageContext(QObject):
    """Desk, office, project and month; pages obey `moved`."""

    moved = Signal()
    """Another project or month was chosen."""
    asked = Signal(str, object)
    """Page key and target: somebody wants to go there."""
    said = Signal(str, object)
    """What was done last, and how to undo it (a callable) or None."""
    counted = Signal(str, int)
    """Page key and how many things wait there for a person."""

    def __init__(
        self,
        desk: Desk,
        project: ProjectId | None,
        month: WageMonth,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.desk = desk
        self._project = project
        self._month = month

    @property
    def office(self) -> Office:
        """The services."""
        return self.desk.office

    @property
    def project(self) -> ProjectId | None:
        """The chosen project; None before there is any."""
        return self._project

    @property
    def month(self) -> WageMonth:
        """The chosen month."""
        return self._month

    def choose_project(self, project: ProjectId | None) -> None:
        """Choose the project every page obeys."""
        if project != self._project:
            self._project = project
            self.moved.emit()

    def choose_month(self, month: WageMonth) -> None:
        """Choose the month every page obeys."""
        if month != self._month:
            self._month = month
            self.moved.emit()

    def go(self, page: str, target: object = None) -> None:
        """Open another page, and hand it what to show there."""
        self.asked.emit(page, target)

    def say(self, words: str, undo: Callable[[], object] | None = None) -> None:
        """Tell in the status bar what was done, with a way back where the law allows."""
        self.said.emit(words, undo)

    def count(self, page: str, waiting: int) -> None:
        """Show on the rail how many things of a page wait for a person."""
        self.counted.emit(page, waiting)
