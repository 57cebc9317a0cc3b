"""The month as a ribbon: what is done, what comes next, by when."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from desktop.domain.ids import ProjectId
from desktop.domain.money import ZERO, Money
from desktop.domain.months import WageMonth
from desktop.ports.books import Books, OpenBooks
from desktop.ports.clock import Clock
from desktop.ports.views import MonthCounts


class StepKey(StrEnum):
    """Steps of a month, in order."""

    ROSTER = "roster"
    ATTENDANCE = "attendance"
    SHEET = "sheet"
    SIGNED = "signed"
    LOCKED = "locked"
    SENT = "sent"
    PAID = "paid"


@dataclass(frozen=True, slots=True)
class Step:
    """One step with its figures: `done` of `total`."""

    key: StepKey
    finished: bool
    done: int = 0
    total: int = 0
    money: Money = ZERO


@dataclass(frozen=True, slots=True)
class Home:
    """What the home page shows of one project and month."""

    project_name: str
    month: WageMonth
    steps: tuple[Step, ...]
    pay_date: date | None
    """Last lawful pay date of the month's wages, None when no pay day is agreed."""
    days_left: int | None
    calendar_final: bool
    counts: MonthCounts
    restored: bool

    @property
    def next_step(self) -> StepKey | None:
        """The first step that is not finished, None when the month is done."""
        return next((step.key for step in self.steps if not step.finished), None)


class Overview:
    """Reads the month's state across all rooms."""

    def __init__(self, *, reads: OpenBooks, clock: Clock) -> None:
        self._reads = reads
        self._clock = clock

    def home(self, project: ProjectId, month: WageMonth) -> Home:
        """Return the ribbon of one project and month."""
        with self._reads() as books:
            site = books.projects.get(project)
            begin, end = site.attendance_rule.span(month.first, month.last)
            counts = books.views.counts(project, month, begin, end)
            calendar = books.calendar.calendar()
            restored = books.people.office().restored_at is not None
            nil = next((n for n in books.attendance.nil_months(project) if n.month == month), None)
        pay_date = calendar.pay_date(site.pay_day, month) if site.pay_day.day else None
        return Home(
            project_name=site.name,
            month=month,
            steps=_steps(counts) if nil is None else _idle(counts),
            pay_date=pay_date,
            days_left=(pay_date - self._clock.today()).days if pay_date else None,
            calendar_final=calendar.is_final(pay_date) if pay_date else True,
            counts=counts,
            restored=restored,
        )

    def rail(self, project: ProjectId, month: WageMonth) -> MonthCounts:
        """Return the counts that the rail shows beside its words."""
        with self._reads() as books:
            return _counts(books, project, month)


def _counts(books: Books, project: ProjectId, month: WageMonth) -> MonthCounts:
    begin, end = books.projects.get(project).attendance_rule.span(month.first, month.last)
    return books.views.counts(project, month, begin, end)


def _idle(counts: MonthCounts) -> tuple[Step, ...]:
    """Return the steps of a month declared to be without work: nothing is left to do."""
    return tuple(replace(step, finished=True) for step in _steps(counts))


def _steps(counts: MonthCounts) -> tuple[Step, ...]:
    items = (
        counts.items_planned
        + counts.items_sent
        + counts.items_unknown
        + counts.items_paid
        + counts.items_failed
    )
    payable = counts.lines_payable
    sent = items - counts.items_planned
    locked = 0 < counts.sheets == counts.sheets_locked
    return (
        Step(StepKey.ROSTER, counts.workers > 0, counts.workers, counts.workers),
        Step(StepKey.ATTENDANCE, counts.punches > 0 or counts.lines > 0, counts.punches),
        Step(StepKey.SHEET, counts.sheets > 0, counts.lines, counts.workers, counts.net),
        Step(
            StepKey.SIGNED,
            counts.sheets > 0 and counts.lines_signed >= payable,
            counts.lines_signed,
            payable,
        ),
        Step(StepKey.LOCKED, locked, counts.sheets_locked, counts.sheets),
        Step(StepKey.SENT, locked and sent >= payable, sent, payable),
        Step(StepKey.PAID, locked and counts.items_paid >= payable, counts.items_paid, payable),
    )
