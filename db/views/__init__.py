"""One SELECT a screen, small frozen lines."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection

from db.views.counts import month_counts
from db.views.roster import roster_lines
from db.views.search import found_workers
from desktop.domain.ids import ProjectId
from desktop.domain.months import WageMonth
from desktop.ports.views import FoundWorker, MonthCounts, RosterLine


class SqlViews:
    """Queries for screens."""

    def __init__(self, connection: Connection) -> None:
        self.cx = connection

    def search(self, text: str, limit: int = 20) -> tuple[FoundWorker, ...]:
        """Find workers of the whole office by name, initials of any reading, ID, phone, card tail.

        Beginnings of names come first. Under 50 ms with 100,000 workers.
        """
        return found_workers(self.cx, text, limit)

    def roster(self, project: ProjectId, on: date | None = None) -> tuple[RosterLine, ...]:
        """Return the roster sorted by subcontractor, team, name; `on` restricts to a day."""
        return roster_lines(self.cx, project, on)

    def counts(self, project: ProjectId, month: WageMonth, begin: int, end: int) -> MonthCounts:
        """Return the month's figures; begin and end are its punch seconds."""
        return month_counts(self.cx, project, month, (begin, end))
