"""What people said of a month's days besides counting them: notes, stoppages, a nil month."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from desktop.domain.attendance import DayNote
from desktop.domain.ids import ProjectId, WorkerId
from desktop.domain.months import WageMonth
from desktop.domain.site_days import NilMonth, Stoppage
from desktop.ports.books import Books


@dataclass(frozen=True, slots=True)
class Said:
    """Notes, stoppages and the nil month of one project and month."""

    month: WageMonth
    notes: Mapping[tuple[WorkerId, date], DayNote] = field(default_factory=dict)
    stoppages: tuple[Stoppage, ...] = ()
    nil: NilMonth | None = None

    @classmethod
    def of(cls, books: Books, project: ProjectId, month: WageMonth) -> Said:
        """Read it."""
        first, last = month.first, month.last
        store = books.attendance
        return cls(
            month,
            {(note.worker, note.day): note for note in store.notes(project, first, last)},
            tuple(
                stop for stop in store.stoppages(project)
                if stop.first <= last and (stop.last is None or stop.last >= first)
            ),
            next((nil for nil in store.nil_months(project) if nil.month == month), None),
        )  # fmt: skip

    @property
    def is_idle(self) -> bool:
        """Tell whether no attendance is expected on any day of the month."""
        return self.nil is not None or all(
            any(stop.covers(day) for stop in self.stoppages) for day in self.month.days
        )
