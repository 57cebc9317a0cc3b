"""A project's month: punches through the dated mapping, hand marks, approved hours."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cache

from desktop.domain.attendance import (
    ApprovedHours,
    AttendanceRule,
    Counting,
    DayCount,
    DayMark,
    DayNote,
    HandMark,
    MonthAttendance,
    count_days,
    mark_day,
    wall,
)
from desktop.domain.findings import Code, Finding, Level
from desktop.domain.ids import DeviceId, ProjectId, WorkerId
from desktop.domain.imports import ImportKind, RefusedLine
from desktop.domain.months import WageMonth
from desktop.domain.pairing import Judge, paired_days, told_ways
from desktop.domain.project import Project
from desktop.domain.punches import SECOND_AT
from desktop.domain.site_days import NilMonth, Stoppage
from desktop.domain.worker import DeviceNumber, Employment, PayKind, Worker
from desktop.ports.books import Books
from desktop.services.attendance.said import Said

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
    quarters: bytes
    """Work-days of each day of the month, in quarters of a day."""


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
    notes: Mapping[tuple[WorkerId, date], DayNote] = field(default_factory=dict)
    stoppages: tuple[Stoppage, ...] = ()
    """Declared stoppages that touch the month."""
    nil: NilMonth | None = None
    """Set when the month was declared to be without work."""

    def is_stopped(self, day: date) -> bool:
        """Tell whether no attendance is expected on a day."""
        return self.nil is not None or any(one.covers(day) for one in self.stoppages)


class Marks(Mapping[date, DayMark]):
    """One worker's days, counted when somebody looks at them and kept from then on.

    A big office's month has a quarter of a million days, of which a screen shows a thousand.
    """

    __slots__ = ("_by_hand", "_hours", "_judge", "_kept", "_rule", "_seconds")

    def __init__(
        self,
        seconds: Sequence[int],
        rules: tuple[AttendanceRule, Judge | None],
        by_hand: Mapping[date, HandMark],
        hours: Mapping[date, Sequence[ApprovedHours]],
    ) -> None:
        self._seconds = array("q", seconds)  # packed where days are counted by paired hours
        self._rule, self._judge = rules
        self._by_hand = by_hand
        self._hours = hours
        self._kept: dict[date, DayMark] | None = None

    def counted(self) -> dict[date, DayMark]:
        """Count the days without keeping them."""
        counts = self._counts()
        by_hand, hours = self._by_hand, self._hours
        if not by_hand and not hours:
            return {day: mark_day(day, count, None) for day, count in counts.items()}
        return {
            day: mark_day(day, counts.get(day), by_hand.get(day), hours.get(day, ()))
            for day in sorted(counts.keys() | by_hand.keys() | hours.keys())
        }

    def _counts(self) -> dict[date, DayCount]:
        if self._judge is None:
            return count_days(self._seconds, self._rule)
        return paired_days(self._seconds, self._rule, self._judge)

    def _days(self) -> dict[date, DayMark]:
        if self._kept is None:
            self._kept = self.counted()
        return self._kept

    def __getitem__(self, day: date) -> DayMark:
        return self._days()[day]

    def __iter__(self) -> Iterator[date]:
        return iter(self._days())

    def __len__(self) -> int:
        return len(self._days())

    def __bool__(self) -> bool:
        return bool(self._seconds or self._by_hand or self._hours)


@dataclass(frozen=True, slots=True)
class MonthCount:
    """Everything counted for one month."""

    workers: Mapping[WorkerId, Worker]
    marks: dict[WorkerId, Marks]
    unknown: dict[str, int]

    @property
    def attendance(self) -> dict[WorkerId, MonthAttendance]:
        """The month of every worker."""
        return {worker: MonthAttendance(worker, marks) for worker, marks in self.marks.items()}


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
    judge, shift = None, 0
    if rule.counting is Counting.PAIRED:
        punches = packed_punches(books, project.id, begin, end)
        judge, shift = told_ways(punches.values()), SECOND_AT
    else:
        punches = books.attendance.punches(project.id, begin, end)
    workers = {
        worker.id: worker
        for worker in books.workers.of_project(project.id)
        if any(True for _ in _jobs(worker, project.id, month))
    }
    owned: dict[str, list[Span]] = defaultdict(list)
    punched: dict[WorkerId, list[int]] = {}
    for worker in workers.values():
        own: list[int] = []
        for number, (first, last) in _spans(worker, project.id, month, rule):
            span = first << shift, last << shift
            owned[number].append(span)
            own += _within(punches.get(number, []), span)
        punched[worker.id] = sorted(own)
    marks = _marks(books, project, month, (punched, judge))
    unknown = {n: c for n, own in punches.items() if (c := _ownerless(own, owned.get(n, [])))}
    return MonthCount(workers, marks, unknown)


def packed_punches(books: Books, project: ProjectId, begin: int, end: int) -> dict[str, list[int]]:
    """Return packed punches (domain/punches) in [begin, end), rising, all gates together."""
    return together(books.attendance.tracks(project, begin, end))


def together(gates: Mapping[DeviceId, Mapping[str, list[int]]]) -> dict[str, list[int]]:
    """Return packed punches by number, rising, whichever gate they came from."""
    found: dict[str, list[int]] = {}
    for numbers in gates.values():
        for number, packed in numbers.items():
            found.setdefault(number, []).extend(packed)
    if len(gates) > 1:
        for packed in found.values():
            packed.sort()
    return found


def owned_punches(
    worker: Worker, project: Project, month: WageMonth, packed: Mapping[str, list[int]]
) -> list[int]:
    """Return the packed punches that belong to a worker in a month, rising."""
    own: list[int] = []
    for number, (first, last) in _spans(worker, project.id, month, project.attendance_rule):
        own += _within(packed.get(number, []), (first << SECOND_AT, last << SECOND_AT))
    return sorted(own)


def _jobs(worker: Worker, project: ProjectId, month: WageMonth) -> Iterator[Employment]:
    first, last = _bounds(month)
    for job in worker.employments:
        if job.project == project and job.overlaps(first, last):
            yield job


@cache
def _bounds(month: WageMonth) -> tuple[date, date]:
    return month.first, month.last


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
    begin, end = _bounds(month)
    first = max(begin, job.entry, mapping.since or date.min)
    last = min(end, job.exit or date.max, mapping.until or date.max)
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
    project: Project,
    month: WageMonth,
    counted: tuple[Mapping[WorkerId, list[int]], Judge | None],
) -> dict[WorkerId, Marks]:
    punched, judge = counted
    hands: dict[WorkerId, dict[date, HandMark]] = defaultdict(dict)
    for hand in books.attendance.hand_marks(project.id, month.first, month.last):
        hands[hand.worker][hand.day] = hand
    hours: dict[WorkerId, dict[date, list[ApprovedHours]]] = defaultdict(lambda: defaultdict(list))
    for approved in books.attendance.approved(project.id, month.first, month.last):
        hours[approved.worker][approved.day].append(approved)
    rule = project.attendance_rule
    return {
        worker: Marks(seconds, (rule, judge), hands.get(worker, {}), hours.get(worker, {}))
        for worker, seconds in punched.items()
    }


def month_grid(books: Books, project: Project, month: WageMonth) -> MonthGrid:
    """Return the month as the attendance page shows it, team by team."""
    counted = count_month(books, project, month)
    teams = {team.id: team for team in books.projects.teams(project.id)}
    companies = {member.company.id: member.company.name for member in project.members}
    rows: list[tuple[GridRow, list[DayMark]]] = []
    for worker in counted.workers.values():
        job = list(_jobs(worker, project.id, month))[-1]
        team, term = teams.get(job.team), job.pay_term(month.last)
        marks = counted.marks[worker.id].counted()
        singles = [mark for mark in marks.values() if _is_open_single(mark)]
        row = GridRow(
            worker.id,
            worker.name,
            worker.initials,
            team.name if team else "",
            companies.get(team.subcontractor, "") if team else "",
            tuple(dict.fromkeys(one.number for one in job.device_numbers)),
            term.kind if term else None,
            counted.marks[worker.id],
            sum((mark.work_days for mark in marks.values()), Decimal(0)),
            len(singles),
            _quarters(marks, month),
        )
        rows.append((row, singles))
    rows.sort(key=lambda pair: (pair[0].subcontractor, pair[0].team_name, pair[0].name))
    said = Said.of(books, project.id, month)
    findings = tuple(_findings(counted, rows, month, expected=not said.is_idle))
    shown, refused = tuple(row for row, _ in rows), _refused(books, project.id)
    return MonthGrid(
        month, month.days, shown, counted.unknown, refused, findings,
        said.notes, said.stoppages, said.nil,
    )  # fmt: skip


def _quarters(marks: Mapping[date, DayMark], month: WageMonth) -> bytes:
    quarters = bytearray(month.last.day)
    for day, mark in marks.items():
        quarters[day.day - 1] = int(mark.work_days * 4)
    return bytes(quarters)


def _findings(
    counted: MonthCount,
    rows: Iterable[tuple[GridRow, list[DayMark]]],
    month: WageMonth,
    *,
    expected: bool,
) -> Iterator[Finding]:
    if expected and not counted.unknown and not any(counted.marks.values()):
        yield Finding(Code.NO_PUNCHES, Level.WARN, facts={"month": str(month)})
    for row, singles in rows:
        for mark in singles:
            if mark.count is not None:
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
