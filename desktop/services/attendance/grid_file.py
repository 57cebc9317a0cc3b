"""A month grid file becomes days set by hand: what it would change, then the change."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from desktop.domain.attendance import DayMark, HandMark, MarkOrigin
from desktop.domain.findings import Code, Finding, Level
from desktop.domain.ids import ProjectId, WorkerId
from desktop.domain.imports import ImportChange
from desktop.domain.months import WageMonth
from desktop.domain.worker import Worker
from desktop.ports.attendance import GridCell
from desktop.ports.books import Books
from desktop.services.attendance.month import count_month

MARK = "mark"
"""Kind of an import's change: one day set by hand."""


@dataclass(frozen=True, slots=True)
class GridChange:
    """One worker's day, before and after."""

    worker: WorkerId
    name: str
    day: date
    before: Decimal | None
    """Work-days that the day has now; None: nothing is known of it."""
    by_hand: bool
    """Whether a person has set the day before."""
    after: Decimal


@dataclass(frozen=True, slots=True)
class GridDiff:
    """What a month grid changes."""

    changes: tuple[GridChange, ...]
    unchanged: int
    nobodys: int
    """Days of people who were not on the project on that day."""
    findings: tuple[Finding, ...] = ()


def diff_of(books: Books, project_id: ProjectId, cells: Iterable[GridCell]) -> GridDiff:
    """Compare a month grid with what the books say of its days."""
    project = books.projects.get(project_id)
    people = _People(books.workers.of_project(project_id), project_id)
    marks: dict[WageMonth, Mapping[WorkerId, Mapping[date, DayMark]]] = {}
    changes: list[GridChange] = []
    unchanged, nobody = 0, Counter[str]()
    for cell in cells:
        worker = people.on(cell.number, cell.name, cell.day)
        if worker is None:
            nobody[cell.name or cell.number] += 1
            continue
        month = WageMonth.of(cell.day)
        if month not in marks:
            counted = count_month(books, project, month).marks
            marks[month] = {who: own.counted() for who, own in counted.items()}
        mark = marks[month].get(worker.id, {}).get(cell.day)
        change = _change(worker, cell, mark)
        if change is None:
            unchanged += 1
        else:
            changes.append(change)
    return GridDiff(tuple(changes), unchanged, nobody.total(), tuple(_nobodys(nobody)))


def _change(worker: Worker, cell: GridCell, mark: DayMark | None) -> GridChange | None:
    known = mark is not None and mark.origin is not MarkOrigin.NONE
    before = mark.work_days if mark is not None and known else None
    if (before or Decimal(0)) == cell.work_days:
        return None
    by_hand = mark is not None and mark.origin is MarkOrigin.HAND
    return GridChange(worker.id, worker.name, cell.day, before, by_hand, cell.work_days)


def _nobodys(nobody: Counter[str]) -> Iterable[Finding]:
    for name, count in sorted(nobody.items()):
        facts = {"count": str(count)}
        yield Finding(Code.MARK_OF_NOBODY, Level.WARN, subject=name, facts=facts)


class _People:
    """Who is meant by a number or a name on a day."""

    def __init__(self, workers: Iterable[Worker], project: ProjectId) -> None:
        self._project = project
        self._numbered: dict[str, list[Worker]] = defaultdict(list)
        self._named: dict[str, list[Worker]] = defaultdict(list)
        for worker in workers:
            self._named[worker.name].append(worker)
            self._numbered[worker.id_number].append(worker)
            for job in worker.employments:
                if job.project == project:
                    for mapping in job.device_numbers:
                        self._numbered[mapping.number].append(worker)

    def on(self, number: str, name: str, day: date) -> Worker | None:
        """Return the one worker on the project that day with a number, else with a name."""
        for found in (self._numbered.get(number.upper(), ()), self._named.get(name, ())):
            there = {worker.id: worker for worker in found if self._has(worker, number, day)}
            if len(there) == 1:
                return there.popitem()[1]
        return None

    def _has(self, worker: Worker, number: str, day: date) -> bool:
        for job in worker.employments:
            if job.project != self._project or not job.overlaps(day, day):
                continue
            own = [one for one in job.device_numbers if one.number == number]
            if not own or any(
                (one.since or date.min) <= day <= (one.until or date.max) for one in own
            ):
                return True
        return False


def change_record(before: HandMark | None, after: HandMark) -> ImportChange:
    """Return a day's change for the record of the import, precise enough to take it back."""
    subject = f"{after.worker} {after.day}"
    return ImportChange(MARK, subject, "" if before is None else _json(before), _json(after))


def _json(mark: HandMark) -> str:
    body = {
        "work_days": str(mark.work_days),
        "hours": None if mark.hours is None else str(mark.hours),
        "reason": mark.reason,
        "by": str(mark.by),
        "by_name": mark.by_name,
        "at": mark.at.isoformat(),
        "evidence": None if mark.evidence is None else str(mark.evidence),
    }
    return json.dumps(body, ensure_ascii=False, sort_keys=True)
