"""Which days may be set by hand, and to what."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from desktop.domain.attendance import AttendanceRule
from desktop.domain.errors import WrongState, WrongValue
from desktop.domain.ids import ProjectId, WorkerId
from desktop.domain.months import WageMonth
from desktop.domain.worker import Worker
from desktop.ports.books import Books

Cells = Iterable[tuple[WorkerId, date]]
_QUARTER, _DAY_HOURS, _DAY_MINUTES = Decimal("0.25"), 24, 1_440
_LONGEST_REPEAT, _MOST_PUNCHES = 3_600, 12


def check_mark(work_days: Decimal, hours: Decimal | None, reason: str) -> None:
    """Refuse work-days that are not quarters of a day, hours beyond a day, and no reason.

    Raises:
        WrongValue: one of them cannot be.
    """
    if not 0 <= work_days <= 1 or work_days % _QUARTER:
        raise WrongValue(field="work_days", value=str(work_days), expected="0, 0.25, 0.5, 0.75, 1")
    if hours is not None and not 0 <= hours <= _DAY_HOURS:
        raise WrongValue(field="hours", value=str(hours), expected="0–24")
    if not reason.strip():
        raise WrongValue(field="reason", value="", expected="1–200")


def check_minutes(minutes: int) -> None:
    """Refuse minutes that no day has. Raises WrongValue."""
    if not 0 <= minutes <= _DAY_MINUTES:
        raise WrongValue(field="minutes", value=str(minutes), expected=f"0–{_DAY_MINUTES}")


def check_rule(rule: AttendanceRule) -> None:
    """Refuse settings with which no day could be counted. Raises WrongValue."""
    for name, value, least, most in (
        ("repeat_seconds", rule.repeat_seconds, 0, _LONGEST_REPEAT),
        ("least_punches", rule.least_punches, 1, _MOST_PUNCHES),
        ("least_minutes", rule.least_minutes, 0, _DAY_MINUTES),
    ):
        if not least <= value <= most:
            raise WrongValue(field=name, value=str(value), expected=f"{least}–{most}")


def require_open(books: Books, project: ProjectId, cells: Cells, act: str) -> None:
    """Refuse days of a worker whose line of that month stands on a locked sheet.

    Raises:
        WrongState: there is such a line.
    """
    by_month: dict[WageMonth, set[WorkerId]] = {}
    for worker, day in cells:
        by_month.setdefault(WageMonth.of(day), set()).add(worker)
    for month, workers in by_month.items():
        for sheet in books.sheets.of_month(project, month):
            locked = sheet.is_locked and any(line.worker in workers for line in sheet.lines)
            if locked:
                raise WrongState(kind="sheet", name=str(month), state=sheet.state, act=act)


def require_past(cells: Cells, today: date) -> None:
    """Refuse days that nobody can have worked yet. Raises WrongValue."""
    for _, day in cells:
        if day > today:
            raise WrongValue(field="day", value=str(day), expected=f"≤ {today}")


def require_employed(books: Books, project: ProjectId, cells: Cells) -> None:
    """Refuse days on which a worker does not belong to the project.

    Raises:
        WrongValue: before entry or after exit.
    """
    workers: dict[WorkerId, Worker] = {}
    for worker_id, day in cells:
        worker = workers.get(worker_id) or books.workers.get(worker_id)
        workers[worker_id] = worker
        jobs = [job for job in worker.employments if job.project == project]
        if not any(job.overlaps(day, day) for job in jobs):
            spans = "、".join(f"{job.entry} – {job.exit or ''}" for job in jobs)
            raise WrongValue(field="day", value=f"{worker.name} {day}", expected=spans)
