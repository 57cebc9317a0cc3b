"""What a movement would do to months: days that fall outside, lines that are locked already."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import cast

from desktop.domain.attendance import MonthAttendance, days_text
from desktop.domain.findings import Code, Finding, Level
from desktop.domain.ids import LineId, ProjectId, WorkerId, new_id
from desktop.domain.months import WageMonth
from desktop.domain.payroll import WageLine
from desktop.domain.project import Project
from desktop.domain.wages import LineFacts, compute_line
from desktop.domain.worker import Worker
from desktop.ports.books import AttendanceStore, Books
from desktop.services.attendance.month import month_attendance
from desktop.services.payroll.rules import wage_rules
from resources.words import phrase

Pair = tuple[Worker | None, Worker]
"""A worker before (None: he is new) and after."""
SHOWN = 5


@dataclass(frozen=True, slots=True)
class _OnlyThese:
    """A roster that holds certain workers, as they are or as they would be."""

    workers: tuple[Worker, ...]

    def of_project(self, _project: ProjectId) -> tuple[Worker, ...]:
        return self.workers


@dataclass(frozen=True, slots=True)
class _AsIf:
    """Books in which only certain workers exist."""

    workers: _OnlyThese
    attendance: AttendanceStore


def attendance_as_if(
    books: Books, project: Project, workers: Iterable[Worker], month: WageMonth
) -> dict[WorkerId, MonthAttendance]:
    """Return the month of workers as they are given, whatever the books say of them."""
    these = cast("Books", _AsIf(_OnlyThese(tuple(workers)), books.attendance))
    return month_attendance(these, project, month)


def months_from(day: date, last: date) -> Iterator[WageMonth]:
    """Yield the months from the one of a day to the one of another."""
    month = WageMonth.of(day)
    while month.first <= last:
        yield month
        month = month.next


def locked_changes(
    books: Books, project: Project, pairs: Sequence[Pair], since: date
) -> Iterator[Finding]:
    """Find locked lines that would be computed otherwise after the change."""
    first = WageMonth.of(since)
    for month in sorted(books.sheets.months(project.id)):
        if month < first:
            continue
        held = {
            line.worker
            for sheet in books.sheets.of_month(project.id, month)
            if sheet.is_locked
            for line in sheet.lines
        }
        touched = [(old, new) for old, new in pairs if old is not None and old.id in held]
        if touched:
            yield from _changes_of_month(books, project, touched, month)


def _changes_of_month(
    books: Books, project: Project, pairs: Sequence[tuple[Worker, Worker]], month: WageMonth
) -> Iterator[Finding]:
    before = attendance_as_if(books, project, [old for old, _ in pairs], month)
    after = attendance_as_if(books, project, [new for _, new in pairs], month)
    for old, new in pairs:
        was = _line(project, month, old, before.get(old.id))
        will = _line(project, month, new, after.get(new.id))
        what = next((key for key in _SHOWN if _said(was, key) != _said(will, key)), "")
        if what:
            facts = {
                "month": str(month),
                "what": phrase("movements", f"line-{what}"),
                "since": str(month.next.first),
            }
            yield Finding(Code.MONTH_LOCKED, Level.STOP, subject=new.name, facts=facts)


_SHOWN = ("work_days", "team", "trade", "rate", "items")


def _said(line: WageLine | None, key: str) -> object:
    return None if line is None else getattr(line, key)


def _line(
    project: Project, month: WageMonth, worker: Worker, attendance: MonthAttendance | None
) -> WageLine | None:
    """Compute a line as if no one had entered advances or deductions."""
    if not any(job.project == project.id for job in worker.employments):
        return None
    facts = LineFacts(LineId(new_id()), 1, project.id, month, worker, "", attendance)
    return compute_line(facts, wage_rules())


def days_after(
    books: Books, project: Project, workers: Sequence[Worker], day: date, today: date
) -> Iterator[Finding]:
    """Find work-days after the day on which somebody is said to have left."""
    found: dict[WorkerId, list[date]] = {worker.id: [] for worker in workers}
    for month in months_from(day, today):
        for who, attendance in attendance_as_if(books, project, workers, month).items():
            found[who] += [
                mark.day for mark in attendance.marks.values() if mark.work_days and mark.day > day
            ]
    for worker in workers:
        days = sorted(found[worker.id])
        if days:
            shown = "、".join(str(one) for one in days[:SHOWN])
            more = "…" if len(days) > SHOWN else ""
            facts = {"day": str(day), "count": str(len(days)), "days": shown + more}
            yield Finding(Code.DAYS_AFTER_EXIT, Level.WARN, subject=worker.name, facts=facts)


def days_worked(
    books: Books, project: Project, worker: Worker, first: date, before: date
) -> Decimal:
    """Add up the work-days of the month of `first` from that day to the day before another."""
    attendance = attendance_as_if(books, project, [worker], WageMonth.of(first)).get(worker.id)
    marks = attendance.marks.values() if attendance else ()
    return sum((m.work_days for m in marks if first <= m.day < before), Decimal(0))


__all__ = [
    "Pair",
    "attendance_as_if",
    "days_after",
    "days_text",
    "days_worked",
    "locked_changes",
    "months_from",
]
