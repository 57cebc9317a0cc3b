"""Extra hours proposed from punches; only what a person approves is ever paid."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from desktop.domain.attendance import DayCount, DayMark, HoursKind, wall
from desktop.domain.calendar import Calendar
from desktop.domain.ids import WorkerId
from desktop.domain.months import WageMonth
from desktop.domain.project import Project
from desktop.ports.books import Books
from desktop.services.attendance.month import count_month
from desktop.services.attendance.rules import regional

ORDINARY = 480
"""Minutes of an ordinary day (Order 174: 8 hours)."""
MEAL = 60
"""Minutes taken off a stay on the site that is long enough to hold a meal."""
_HOLDS_MEAL = 300
STEP = 30
"""Proposals are rounded down to half hours."""
MOST_OVERTIME = 180
"""劳动法 art. 41: at most three hours a day."""


@dataclass(frozen=True, slots=True)
class HoursProposal:
    """Extra hours that the punches of one day suggest and nobody has approved yet."""

    worker: WorkerId
    name: str
    day: date
    kind: HoursKind
    minutes: int
    why: str
    """Holiday name, if any, and first and last punch as Beijing wall time."""


def propose(books: Books, project: Project, month: WageMonth) -> tuple[HoursProposal, ...]:
    """Propose overtime, rest-day and holiday hours of a month, day by day."""
    calendar = regional(books.calendar.calendar(), project.area)
    counted = count_month(books, project, month)
    found = [
        proposal
        for worker, attendance in counted.attendance.items()
        for mark in attendance.marks.values()
        for proposal in _of_day(worker, counted.workers[worker].name, mark, calendar)
    ]
    return tuple(sorted(found, key=lambda one: (one.day, one.name)))


def _of_day(
    worker: WorkerId, name: str, mark: DayMark, calendar: Calendar
) -> Iterator[HoursProposal]:
    """Propose at most one kind of hours for a day on which somebody worked."""
    if mark.count is None or not mark.work_days:
        return
    kind = kind_of(mark.day, calendar)
    minutes = _minutes(_worked(mark.count), kind)
    if minutes == 0 or any(hours.kind is kind for hours in mark.approved):
        return
    first, last = (wall(mark.count.punches[place]) for place in (0, -1))
    holiday = calendar.days.get(mark.day)
    named = f"{holiday.name} " if holiday and kind is not HoursKind.OVERTIME else ""
    why = f"{named}{first:%H:%M}–{last:%H:%M}"
    yield HoursProposal(worker, name, mark.day, kind, minutes, why)


def kind_of(day: date, calendar: Calendar) -> HoursKind:
    """Return which kind of extra hours work on a day makes (489号 art. 13)."""
    if calendar.is_statutory(day):
        return HoursKind.HOLIDAY
    return HoursKind.OVERTIME if calendar.is_working_day(day) else HoursKind.REST_DAY


def _worked(count: DayCount) -> int:
    """Return minutes of work: paired ones as they are, a stay less the meal it holds."""
    if count.worked is not None:
        return count.worked
    return count.minutes - MEAL if count.minutes >= _HOLDS_MEAL else count.minutes


def _minutes(worked: int, kind: HoursKind) -> int:
    if kind is HoursKind.OVERTIME:
        return min(max(worked - ORDINARY, 0) // STEP * STEP, MOST_OVERTIME)
    return min(worked, ORDINARY) // STEP * STEP
