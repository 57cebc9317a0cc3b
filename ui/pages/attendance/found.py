"""The exceptions of the shown month: read after the grid, kept beside it, led to their days."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QElapsedTimer, QObject, QTimer
from shiboken6 import isValid

from desktop.domain.findings import Code, Level
from desktop.domain.ids import WorkerId
from desktop.domain.months import WageMonth
from desktop.domain.pairing import DayPath
from desktop.services.review import DayException, Exceptions
from resources.words import phrase
from ui.models.grid import Cell
from ui.pages.attendance.hands import Hands
from ui.pages.attendance.host import Host
from ui.pages.attendance.problems import ACTS, DAYS, ProblemsPanel

CALM = 400
"""Milliseconds without news after which the exceptions are read again; big offices wait longer."""


class Found(QObject):
    """Reads what is exceptional once the grid is calm, and answers what the pairs of a day are."""

    def __init__(self, page: Host, hands: Hands) -> None:
        super().__init__(page)
        self._page, self._hands = page, hands
        self._panel: ProblemsPanel | None = None
        self._found = Exceptions(page.context.month)
        self._calm = QTimer(self, singleShot=True, interval=CALM)
        self._calm.timeout.connect(self._read)
        self._reading = False
        self._took = QElapsedTimer()

    @property
    def items(self) -> tuple[DayException, ...]:
        """The exceptions as last read."""
        return self._found.items

    def path(self, worker: WorkerId, day: date) -> DayPath | None:
        """Return the pairs of a day, None while they are not read."""
        tracks = self._found.tracks
        if tracks is None or WageMonth.of(day) != self._found.month:
            return None
        return tracks.paths(worker).get(day)

    def look(self) -> None:
        """Read again, once nobody has changed anything for a moment."""
        if self._found.month != self._page.context.month:
            self._take(Exceptions(self._page.context.month))
        self._calm.start()

    def give_up(self) -> None:
        """Stop waiting for an answer: a read has failed."""
        self._reading = False

    def open(self) -> None:
        """Show the panel beside the grid."""
        panel = ProblemsPanel()
        panel.jumped.connect(self._jump)
        panel.alike.connect(self._alike)
        panel.set_items(self.items)
        self._panel = panel
        self._page.inspected.emit(panel)
        panel.setFocus()

    def _read(self) -> None:
        project, month = self._page.context.project, self._page.context.month
        if project is None or self._reading:
            return
        review = self._page.office.review
        self._reading = True
        self._took.start()
        self._page.desk.read(self._page, lambda: review.exceptions(project, month), self._keep)

    def _keep(self, found: Exceptions) -> None:
        self._reading = False
        self._calm.setInterval(max(CALM, 2 * self._took.elapsed()))
        if found.month == self._page.context.month:
            self._take(found)
        else:
            self._calm.start()

    def _take(self, found: Exceptions) -> None:
        self._found = found
        grave = any(one.finding.level is Level.STOP for one in found.items)
        self._page.bar.show_problems(len(found.items), grave=grave)
        if self._panel is not None and isValid(self._panel):
            self._panel.set_items(found.items)

    def _jump(self, one: DayException) -> None:
        page = self._page
        if one.finding.code is Code.NUMBER_UNKNOWN:
            page.open_numbers()
        elif one.worker is None:
            page.context.go(ACTS.get(one.finding.code, "settings"))
        elif one.worker is not None and one.day is not None:
            cell = Cell(one.worker, one.day)
            if any(row.worker == one.worker for row in page.model.rows):
                page.go_to(cell)
            else:
                page.context.go("roster", one.worker)

    def _alike(self, items: tuple[DayException, ...]) -> None:
        page, code = self._page, items[0].finding.code
        if code in DAYS:
            cells = [Cell(one.worker, one.day) for one in items if one.worker and one.day]
            self._hands.mend(phrase("exceptions", code), list(dict.fromkeys(cells)))
        elif code is Code.NUMBER_UNKNOWN:
            page.open_numbers()
        elif ACTS.get(code) == "stoppages":
            page.arrive("stoppages")
        else:
            page.context.go(ACTS.get(code, "roster"), items[0].worker)
