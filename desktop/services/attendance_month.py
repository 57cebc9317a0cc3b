"""A project's month: punches through the dated mapping, hand marks, approved hours."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from desktop.domain.attendance import (
    ApprovedHours,
    AttendanceRule,
    DayCount,
    DayMark,
    HandMark,
    MonthAttendance,
    count_days,
    mark_day,
    wall,
)
from desktop.domain.findings import Code, Finding, Level
from desktop.domain.ids import ProjectId, WorkerId
from desktop.domain.imports import ImportKind, RefusedLine
from desktop.domain.months import WageMonth
from desktop.domain.project import Project
from desktop.domain.worker import DeviceNumber, Employment, PayKind, Worker
from desktop.ports.books import Books

Span = tuple[int, int]
"""Epoch seconds [from, to)."""
_SHOWN_REFUSED = 500


@dataclass(frozen=True, slots=True)
class GridRow:
    """One worker of the month grid."""

    worker: WorkerId
    name: str
    initials: str
    team_name: str
    subcontractor: str
    device_numbers: tuple[str, ...]
    pay_kind: PayKind | None
    marks: Mapping[date, DayMark]
    work_days: Decimal
    singles: int
    """Days with a single punch, still to be mended."""


@dataclass(frozen=True, slots=True)
class MonthGrid:
    """The attendance page: a row a worker, a column a day."""

    month: WageMonth
    days: tuple[date, ...]
    rows: tuple[GridRow, ...]
    unknown: Mapping[str, int]
    """Device numbers whose punches of the month belong to nobody, with their count."""
    refused: tuple[RefusedLine, ...]
    """Lines of the latest imports that could not be read."""
    findings: tuple[Finding, ...] = ()
    """A month without anything, and days with a single punch."""


@dataclass(frozen=True, slots=True)
class MonthCount:
    """Everything counted for one month."""

    workers: Mapping[WorkerId, Worker]
    attendance: dict[WorkerId, MonthAttendance]
    unknown: dict[str, int]


def month_attendance(
    books: Books, project: Project | ProjectId, month: WageMonth
) -> dict[WorkerId, MonthAttendance]:
    """Return the month of every worker employed in it, with a mark for each day that has one."""
    found = project if isinstance(project, Project) else books.projects.get(project)
    return count_month(books, found, month).attendance


def count_month(books: Books, project: Project, month: WageMonth) -> MonthCount:
    """Count a month: a punch belongs to whom its number means on that working day.

    A punch outside mapping or employment belongs to nobody and is listed as unknown.
    """
    rule = project.attendance_rule
    begin, end = rule.span(month.first, month.last)
    punches = books.attendance.punches(project.id, begin, end)
    workers = {
        worker.id: worker
        for worker in books.workers.of_project(project.id)
        if any(True for _ in _jobs(worker, project.id, month))
    }
    owned: dict[str, list[Span]] = defaultdict(list)
    counts: dict[WorkerId, dict[date, DayCount]] = {}
    for worker in workers.values():
        seconds: list[int] = []
        for number, span in _spans(worker, project.id, month, rule):
            owned[number].append(span)
            seconds += _within(punches.get(number, []), span)
        counts[worker.id] = count_days(sorted(seconds), rule)
    marks = _marks(books, project.id, month, counts)
    unknown = {n: c for n, own in punches.items() if (c := _ownerless(own, owned.get(n, [])))}
    return MonthCount(workers, marks, unknown)


def _jobs(worker: Worker, project: ProjectId, month: WageMonth) -> Iterator[Employment]:
    for job in worker.employments:
        if job.project == project and job.overlaps(month.first, month.last):
            yield job


def _spans(
    worker: Worker, project: ProjectId, month: WageMonth, rule: AttendanceRule
) -> Iterator[tuple[str, Span]]:
    """Yield device number and span wherever it means the worker within the month, once each."""
    seen: set[tuple[str, Span]] = set()
    for job in _jobs(worker, project, month):
        for mapping in job.device_numbers:
            span = _span(job, mapping, month, rule)
            if span is not None and (mapping.number, span) not in seen:
                seen.add((mapping.number, span))
                yield mapping.number, span


def _span(
    job: Employment, mapping: DeviceNumber, month: WageMonth, rule: AttendanceRule
) -> Span | None:
    first = max(month.first, job.entry, mapping.since or date.min)
    last = min(month.last, job.exit or date.max, mapping.until or date.max)
    return rule.span(first, last) if first <= last else None


def _within(seconds: list[int], span: Span) -> list[int]:
    begin, end = span
    if not seconds or (begin <= seconds[0] and seconds[-1] < end):
        return seconds
    return [second for second in seconds if begin <= second < end]


def _ownerless(seconds: list[int], spans: list[Span]) -> int:
    if not spans:
        return len(seconds)
    if any(begin <= seconds[0] and seconds[-1] < end for begin, end in spans):
        return 0
    return sum(not any(begin <= second < end for begin, end in spans) for second in seconds)


def _marks(
    books: Books,
    project: ProjectId,
    month: WageMonth,
    counts: Mapping[WorkerId, dict[date, DayCount]],
) -> dict[WorkerId, MonthAttendance]:
    hands: dict[WorkerId, dict[date, HandMark]] = defaultdict(dict)
    for hand in books.attendance.hand_marks(project, month.first, month.last):
        hands[hand.worker][hand.day] = hand
    hours: dict[WorkerId, dict[date, list[ApprovedHours]]] = defaultdict(lambda: defaultdict(list))
    for approved in books.attendance.approved(project, month.first, month.last):
        hours[approved.worker][approved.day].append(approved)
    found: dict[WorkerId, MonthAttendance] = {}
    for worker, counted in counts.items():
        by_hand, extra = hands.get(worker, {}), hours.get(worker, {})
        days = sorted(counted.keys() | by_hand.keys() | extra.keys())
        marks = {
            day: mark_day(day, counted.get(day), by_hand.get(day), extra.get(day, ()))
            for day in days
        }
        found[worker] = MonthAttendance(worker, marks)
    return found


def month_grid(books: Books, project: Project, month: WageMonth) -> MonthGrid:
    """Return the month as the attendance page shows it, team by team."""
    counted = count_month(books, project, month)
    teams = {team.id: team for team in books.projects.teams(project.id)}
    companies = {member.company.id: member.company.name for member in project.members}
    rows = []
    for worker in counted.workers.values():
        job = list(_jobs(worker, project.id, month))[-1]
        team, attendance = teams.get(job.team), counted.attendance[worker.id]
        term = job.pay_term(month.last)
        rows.append(
            GridRow(
                worker.id,
                worker.name,
                worker.initials,
                team.name if team else "",
                companies.get(team.subcontractor, "") if team else "",
                tuple(dict.fromkeys(one.number for one in job.device_numbers)),
                term.kind if term else None,
                attendance.marks,
                attendance.work_days,
                sum(_is_open_single(mark) for mark in attendance.marks.values()),
            )
        )
    rows.sort(key=lambda row: (row.subcontractor, row.team_name, row.name))
    refused, findings = _refused(books, project.id), tuple(_findings(counted, rows, month))
    return MonthGrid(month, month.days, tuple(rows), counted.unknown, refused, findings)


def _findings(counted: MonthCount, rows: Iterable[GridRow], month: WageMonth) -> Iterator[Finding]:
    if not counted.unknown and not any(one.marks for one in counted.attendance.values()):
        yield Finding(Code.NO_PUNCHES, Level.WARN, facts={"month": str(month)})
    for row in rows:
        for mark in row.marks.values():
            if mark.count is not None and _is_open_single(mark):
                time = f"{wall(mark.count.punches[0]):%H:%M}"
                facts = {"day": str(mark.day), "time": time}
                yield Finding(Code.SINGLE_PUNCH, Level.WARN, subject=row.name, facts=facts)


def _is_open_single(mark: DayMark) -> bool:
    return mark.hand is None and mark.count is not None and mark.count.is_single


def _refused(books: Books, project: ProjectId) -> tuple[RefusedLine, ...]:
    """Return what could not be read; a file imported again says it once."""
    by_file = {
        record.sha256: record.refused
        for record in reversed(books.imports.recent(project, ImportKind.ATTENDANCE))
        if record.undone_at is None
    }
    kept = [line for refused in by_file.values() for line in refused]
    return tuple(kept[:_SHOWN_REFUSED])
