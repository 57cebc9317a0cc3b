"""What is wrong with a month's days, by worker and day, with how grave it is."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from itertools import pairwise

from desktop.domain.attendance import AttendanceRule, Counting, DayMark, MarkOrigin, wall
from desktop.domain.contract import LabourContract
from desktop.domain.findings import Code, Finding, Level
from desktop.domain.ids import DeviceId, ProjectId, WorkerId
from desktop.domain.months import WageMonth
from desktop.domain.pairing import LONGEST_STAY, DayPath, Judge, day_paths, told_ways
from desktop.domain.project import Project
from desktop.domain.punches import SECOND_AT
from desktop.domain.worker import Employment, Worker
from desktop.ports.books import Books
from desktop.services.attendance.month import (
    MonthCount,
    count_month,
    owned_punches,
    together,
)
from desktop.services.attendance.rules import regional_findings
from desktop.services.attendance.said import Said

AT_ONCE = 30
"""Seconds; nobody walks from one gate to another in less."""
_STOP = frozenset({Code.PUNCH_BEFORE_ENTRY, Code.PUNCH_AFTER_EXIT})
_ORDER = tuple(Level)
_CAUSES = (
    Code.TWO_SITES, Code.PUNCH_BEFORE_ENTRY, Code.PUNCH_AFTER_EXIT, Code.SINGLE_PUNCH,
    Code.NUMBER_UNKNOWN, Code.SPAN_IMPOSSIBLE, Code.ENTRY_WITHOUT_EXIT, Code.EXIT_WITHOUT_ENTRY,
    Code.NO_REST_DAY, Code.PUNCH_WITHOUT_CONTRACT, Code.TWO_GATES_AT_ONCE, Code.PUNCH_IN_STOPPAGE,
    Code.CALENDAR_NOT_FINAL, Code.FESTIVALS_UNKNOWN,
)  # fmt: skip
"""What a clerk works through first."""
_CLOCK = "%H:%M"


@dataclass(frozen=True, slots=True)
class DayException:
    """One thing to look at: what it is, and which cell of the grid it opens."""

    finding: Finding
    worker: WorkerId | None = None
    """None: a gate number that means nobody."""
    day: date | None = None


class Tracks:
    """Every worker's punches of a month with their directions; days are paired when looked at."""

    __slots__ = ("_judge", "_packed", "_paths", "_rule")

    def __init__(
        self, packed: Mapping[WorkerId, Iterable[int]], rule: AttendanceRule, judge: Judge
    ) -> None:
        self._packed = {worker: array("q", own) for worker, own in packed.items()}
        self._paths: dict[WorkerId, dict[date, DayPath]] = {}
        self._rule = rule
        self._judge = judge

    def paths(self, worker: WorkerId) -> Mapping[date, DayPath]:
        """Pair a worker's month, kept from then on."""
        if worker not in self._paths:
            self._paths[worker] = self.paired(worker)
        return self._paths[worker]

    def paired(self, worker: WorkerId) -> dict[date, DayPath]:
        """Pair a worker's month without keeping it."""
        return day_paths(self._packed.get(worker, ()), self._rule, self._judge)


@dataclass(frozen=True, slots=True)
class Exceptions:
    """Everything to be looked at in a month, gravest first, and the pairs behind it."""

    month: WageMonth
    items: tuple[DayException, ...] = ()
    tracks: Tracks | None = field(default=None, repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class _Facts:
    books: Books
    project: Project
    month: WageMonth
    counted: MonthCount
    marks: Mapping[WorkerId, Mapping[date, DayMark]]
    gates: Mapping[DeviceId, Mapping[str, list[int]]]
    packed: Mapping[str, list[int]]
    tracks: Tracks
    said: Said


def find_exceptions(books: Books, project: Project, month: WageMonth) -> Exceptions:
    """Look at every day of a month."""
    rule = project.attendance_rule
    gates = books.attendance.tracks(project.id, *rule.span(month.first, month.last))
    packed = together(gates)
    counted = count_month(books, project, month)
    judge = told_ways(packed.values())
    tracks = Tracks(
        {one: owned_punches(w, project, month, packed) for one, w in counted.workers.items()},
        rule,
        judge,
    )
    said = Said.of(books, project.id, month)
    marks = {worker: own.counted() for worker, own in counted.marks.items()}
    facts = _Facts(books, project, month, counted, marks, gates, packed, tracks, said)
    found = [
        *_of_days(facts),
        *_two_sites(facts),
        *_without_contract(facts),
        *_of_nobody(facts),
        *_at_once(facts),
        *_of_calendar(facts),
    ]
    found.sort(key=_place)
    return Exceptions(month, tuple(found), tracks)


def _place(one: DayException) -> tuple[int, int, date, str]:
    finding = one.finding
    place = _ORDER.index(finding.level), _CAUSES.index(finding.code)
    return *place, one.day or date.min, finding.subject


def _say(
    code: Code, worker: Worker | None, day: date | None, level: Level = Level.WARN, **facts: str
) -> DayException:
    grave = Level.STOP if code in _STOP else level
    said = {"day": str(day)} if day is not None else {}
    name = worker.name if worker is not None else facts.get("number", "")
    finding = Finding(code, grave, subject=name, facts=said | facts)
    return DayException(finding, worker.id if worker is not None else None, day)


def _of_days(facts: _Facts) -> Iterator[DayException]:
    paired = facts.project.attendance_rule.counting is Counting.PAIRED
    standing = bool(facts.said.stoppages or facts.said.nil)
    for worker in facts.counted.workers.values():
        marks = facts.marks[worker.id]
        paths = facts.tracks.paired(worker.id)
        for day, mark in marks.items():
            if standing:
                yield from _of_stoppage(facts, worker, mark)
            if mark.hand is None and mark.count is not None:
                yield from _of_day(worker, mark, paths.get(day), matters=paired)
        present = sum(mark.work_days > 0 for mark in marks.values())
        if present == facts.month.last.day:
            month, last = str(facts.month), facts.month.last
            yield _say(Code.NO_REST_DAY, worker, last, month=month, days=str(present))


def _of_day(
    worker: Worker, mark: DayMark, path: DayPath | None, *, matters: bool
) -> Iterator[DayException]:
    """Look at one day that nobody has set by hand; `matters`: hours come of the pairs."""
    if mark.count is None or path is None:
        return
    if mark.count.is_single:
        time = wall(mark.count.punches[0]).strftime(_CLOCK)
        yield _say(Code.SINGLE_PUNCH, worker, mark.day, time=time)
        return
    for stay in path.stays:
        if stay.seconds > LONGEST_STAY and stay.entered is not None and stay.left is not None:
            yield _say(
                Code.SPAN_IMPOSSIBLE, worker, mark.day,
                first=_time(stay.entered), last=_time(stay.left),
                hours=f"{stay.seconds / 3600:.1f}",
            )  # fmt: skip
    level = Level.WARN if matters else Level.NOTE
    for code, lonely in (
        (Code.ENTRY_WITHOUT_EXIT, path.without_exit),
        (Code.EXIT_WITHOUT_ENTRY, path.without_entry),
    ):
        if lonely:
            time = "、".join(map(_time, lonely))
            yield _say(code, worker, mark.day, level, time=time)


def _time(second: int) -> str:
    return wall(second).strftime(_CLOCK)


def _of_stoppage(facts: _Facts, worker: Worker, mark: DayMark) -> Iterator[DayException]:
    if mark.origin is MarkOrigin.NONE:
        return
    stop = next((one for one in facts.said.stoppages if one.covers(mark.day)), None)
    reason = stop.reason if stop else facts.said.nil.reason if facts.said.nil else None
    if reason is not None:
        yield _say(Code.PUNCH_IN_STOPPAGE, worker, mark.day, Level.NOTE, reason=reason)


def _two_sites(facts: _Facts) -> Iterator[DayException]:
    month, own = facts.month, facts.counted
    for other in facts.books.projects.all():
        shared = [
            worker
            for worker in own.workers.values()
            if other.id != facts.project.id and _serves(worker, other.id, month)
        ]
        if not shared:
            continue
        there = count_month(facts.books, other, month).marks
        for worker in shared:
            away = there[worker.id].counted()
            for day, mark in facts.marks[worker.id].items():
                if day in away and mark.origin is not MarkOrigin.NONE:
                    yield from _both(worker, mark, away[day], other.name)


def _both(worker: Worker, mark: DayMark, away: DayMark, other: str) -> Iterator[DayException]:
    if away.origin is MarkOrigin.NONE or (mark.hand and not mark.work_days):
        return
    if away.hand and not away.work_days:
        return
    both = min(mark.work_days, away.work_days) > 0
    level = Level.STOP if both and mark.work_days + away.work_days > 1 else Level.WARN
    yield _say(
        Code.TWO_SITES, worker, mark.day, level,
        here=_plain(mark.work_days), there=_plain(away.work_days), other=other,
    )  # fmt: skip


def _plain(days: Decimal) -> str:
    return f"{days.normalize():f}"


def _serves(worker: Worker, project: ProjectId, month: WageMonth) -> bool:
    return any(
        job.project == project and job.overlaps(month.first, month.last)
        for job in worker.employments
    )


def _without_contract(facts: _Facts) -> Iterator[DayException]:
    """Name each worker once who punched on days on which nothing signed was in force."""
    contracts: dict[WorkerId, list[LabourContract]] = defaultdict(list)
    for contract in facts.books.contracts.of_project(facts.project.id):
        contracts[contract.worker].append(contract)
    for worker in facts.counted.workers.values():
        own = contracts[worker.id]
        days = [
            day
            for day, mark in facts.marks[worker.id].items()
            if mark.count is not None and not any(one.holds(day) for one in own)
        ]
        if days:
            yield _say(Code.PUNCH_WITHOUT_CONTRACT, worker, min(days), days=str(len(days)))


def _of_nobody(facts: _Facts) -> Iterator[DayException]:
    """Split punches without owner: before an entry, after an exit, or nobody's number at all."""
    rule, project = facts.project.attendance_rule, facts.project.id
    if not facts.counted.unknown:
        return
    by_number: dict[str, list[tuple[Worker, Employment]]] = defaultdict(list)
    for worker in facts.books.workers.of_project(project):
        for job in worker.employments:
            for mapping in job.device_numbers if job.project == project else ():
                by_number[mapping.number].append((worker, job))
    for number, count in facts.counted.unknown.items():
        days = sorted({rule.day_of(one >> SECOND_AT) for one in facts.packed.get(number, ())})
        jobs = by_number.get(number, [])
        ownerless = [day for day in days if not _owned(jobs, number, day)]
        outside = [_outside(jobs, day) for day in ownerless]
        yield from filter(None, outside)
        if None in outside or not ownerless:
            yield _say(Code.NUMBER_UNKNOWN, None, None, number=number, punches=str(count))


def _owned(jobs: Iterable[tuple[Worker, Employment]], number: str, day: date) -> bool:
    return any(job.overlaps(day, day) and _means(job, number, day) for _, job in jobs)


def _means(job: Employment, number: str, day: date) -> bool:
    return any(
        one.number == number and (one.since or date.min) <= day <= (one.until or date.max)
        for one in job.device_numbers
    )


def _outside(jobs: Iterable[tuple[Worker, Employment]], day: date) -> DayException | None:
    """Say whose number it was or will be: the next entry, or the latest exit."""
    later = [pair for pair in jobs if pair[1].entry > day]
    gone = [pair for pair in jobs if pair[1].exit is not None and pair[1].exit < day]
    if gone:
        worker, job = max(gone, key=lambda pair: pair[1].exit or date.min)
        return _say(Code.PUNCH_AFTER_EXIT, worker, day, exit=str(job.exit))
    if later:
        worker, job = min(later, key=lambda pair: pair[1].entry)
        return _say(Code.PUNCH_BEFORE_ENTRY, worker, day, entry=str(job.entry))
    return None


def _at_once(facts: _Facts) -> Iterator[DayException]:
    """Name punches of one number at two gates within seconds, once a day and worker."""
    rule = facts.project.attendance_rule
    names = {gate.id: gate.name for gate in facts.books.attendance.devices(facts.project.id)}
    owners = _owners(facts)
    seen: set[tuple[str, date]] = set()
    for number, first, second, gates in twins(facts.gates):
        day = rule.day_of(first)
        worker = owners.get(number)
        if (number, day) in seen or worker is None:
            continue
        seen.add((number, day))
        one, other = (names.get(gate, "") for gate in gates)
        yield _say(
            Code.TWO_GATES_AT_ONCE, worker, day, Level.NOTE,
            time=_time(first), first=one, second=other, seconds=str(second - first),
        )  # fmt: skip


def _of_calendar(facts: _Facts) -> Iterator[DayException]:
    """Say which holidays of the month's year nobody knows yet: kinds of overtime hang on them."""
    calendar, month = facts.books.calendar.calendar(), facts.month
    if not calendar.is_final(month.first):
        found = Finding(Code.CALENDAR_NOT_FINAL, Level.NOTE, facts={"year": str(month.year)})
        yield DayException(found)
    for finding in regional_findings(calendar, facts.project.area, month):
        yield DayException(finding)


def _owners(facts: _Facts) -> dict[str, Worker]:
    return {
        mapping.number: worker
        for worker in facts.counted.workers.values()
        for job in worker.employments
        if job.project == facts.project.id
        for mapping in job.device_numbers
    }


def twins(
    tracks: Mapping[DeviceId, Mapping[str, list[int]]],
) -> Iterator[tuple[str, int, int, tuple[DeviceId, DeviceId]]]:
    """Yield number, both seconds and both gates where one number punched at two at once."""
    gates: dict[str, list[DeviceId]] = defaultdict(list)
    for gate, numbers in tracks.items():
        for number in numbers:
            gates[number].append(gate)
    for number, own in gates.items():
        if len(own) > 1:
            punches = sorted(
                (one >> SECOND_AT, gate) for gate in own for one in tracks[gate][number]
            )
            for (first, gate), (second, other) in pairwise(punches):
                if gate != other and second - first <= AT_ONCE:
                    yield number, first, second, (gate, other)
