"""Entries and exits of a working day made into stays: hours, lunch gaps, what is missing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise

from desktop.domain.attendance import AttendanceRule, DayCount, count_days
from desktop.domain.punches import SECOND_AT, SMALL, STATUS_AT, Direction, direction_of

Judge = Callable[[int], Direction]
"""What a packed punch says of its direction."""
LONGEST_STAY = 16 * 3_600
"""Seconds; nobody stays longer between two punches: one of them is missing or not his."""
_QUARTER = Decimal("0.25")
_QUARTER_SECONDS = 2 * 3_600
_WHOLE = 4


@dataclass(frozen=True, slots=True)
class Stay:
    """Time on the site from an entry to an exit (epoch seconds); None where one is missing."""

    entered: int | None
    left: int | None

    @property
    def is_whole(self) -> bool:
        """Tell whether both ends are known."""
        return self.entered is not None and self.left is not None

    @property
    def seconds(self) -> int:
        """How long it lasted, 0 while an end is missing."""
        if self.entered is None or self.left is None:
            return 0
        return self.left - self.entered


@dataclass(frozen=True, slots=True)
class DayPath:
    """One working day as its stays, in order."""

    day: date
    stays: tuple[Stay, ...]
    punches: tuple[int, ...]
    """Kept punches, epoch seconds."""
    raw: int
    """Punches before repeated ones collapsed."""

    @property
    def minutes(self) -> int:
        """Minutes between entries and exits, gaps left out."""
        return sum(stay.seconds for stay in self.stays) // 60

    @property
    def gaps(self) -> tuple[tuple[int, int], ...]:
        """Times away between two whole stays, as lunch: epoch seconds from, to."""
        whole = [stay for stay in self.stays if stay.is_whole]
        pairs = pairwise(whole)
        return tuple(
            (one.left, other.entered)
            for one, other in pairs
            if one.left is not None and other.entered is not None
        )

    @property
    def without_exit(self) -> tuple[int, ...]:
        """Entries that another entry or the end of the day follows (epoch seconds)."""
        return tuple(
            stay.entered for stay in self.stays if stay.entered is not None and stay.left is None
        )

    @property
    def without_entry(self) -> tuple[int, ...]:
        """Exits that no entry precedes (epoch seconds)."""
        return tuple(
            stay.left for stay in self.stays if stay.left is not None and stay.entered is None
        )

    @property
    def longest(self) -> int:
        """Seconds of the longest stay."""
        return max((stay.seconds for stay in self.stays), default=0)

    def work_days(self, rule: AttendanceRule) -> Decimal:
        """Return 8 paired hours as a work-day, rounded down to quarters, 1 at most."""
        if len(self.punches) < max(rule.least_punches, 2):
            return Decimal(0)
        quarters = sum(stay.seconds for stay in self.stays) // _QUARTER_SECONDS
        return min(quarters, _WHOLE) * _QUARTER


def told_ways(tracks: Iterable[Sequence[int]]) -> Judge:
    """Return how directions are read: by their codes where a project's gates tell both.

    Many gates write one code for every punch; then none says anything, and punches alternate.
    """
    seen: set[Direction] = set()
    for packed in tracks:
        seen.update(map(direction_of, set(map(_status, packed))))
        if {Direction.IN, Direction.OUT} <= seen:
            return lambda packed: direction_of(_status(packed))
    return lambda _packed: Direction.UNKNOWN


def day_paths(packed: Sequence[int], rule: AttendanceRule, judge: Judge) -> dict[date, DayPath]:
    """Pair one worker's packed punches (domain/punches, rising) within each working day."""
    return {day: day_path(day, own, rule, judge) for day, own in by_day(packed, rule)}


def by_day(packed: Sequence[int], rule: AttendanceRule) -> Iterator[tuple[date, list[int]]]:
    """Yield each working day with its packed punches, rising."""
    own: list[int] = []
    ends = -1
    for one in packed:
        if one >= ends:
            if own:
                yield rule.day_of(own[0] >> SECOND_AT), own
            own = []
            day = rule.day_of(one >> SECOND_AT)
            ends = rule.span(day, day)[1] << SECOND_AT
        own.append(one)
    if own:
        yield rule.day_of(own[0] >> SECOND_AT), own


def day_path(day: date, packed: Sequence[int], rule: AttendanceRule, judge: Judge) -> DayPath:
    """Pair the packed punches of one working day."""
    kept = _kept([(one >> SECOND_AT, judge(one)) for one in packed], rule.repeat_seconds)
    punches = tuple([second for second, _ in kept])
    return DayPath(day, tuple(_stays(kept)), punches, len(packed))


def paired_days(packed: Sequence[int], rule: AttendanceRule, judge: Judge) -> dict[date, DayCount]:
    """Count work-days by paired hours; the punches shown are those of the usual count."""
    paths = day_paths(packed, rule, judge)
    usual = count_days([one >> SECOND_AT for one in packed], rule)
    return {
        day: DayCount(day, count.punches, count.raw, paths[day].work_days(rule), paths[day].minutes)
        for day, count in usual.items()
    }


def _status(packed: int) -> int:
    return packed >> STATUS_AT & SMALL


def _kept(punches: Sequence[tuple[int, Direction]], gap: int) -> list[tuple[int, Direction]]:
    """Collapse what is near the last kept punch and does not say the other direction."""
    kept: list[tuple[int, Direction]] = []
    for second, way in punches:
        first, before = kept[-1] if kept else (-gap - 1, way)
        if second - first > gap or {way, before} == {Direction.IN, Direction.OUT}:
            kept.append((second, way))
        elif before is Direction.UNKNOWN:
            kept[-1] = (first, way)
    return kept


def _stays(punches: Sequence[tuple[int, Direction]]) -> Iterator[Stay]:
    """Pair entries with exits; what tells no direction takes the one that is due.

    A day on which nothing tells its direction and the punches are odd in number is one stay from
    the first to the last: which of them is the lonely one nobody knows.
    """
    odd = len(punches) > 1 and len(punches) % 2
    if odd and all(way is Direction.UNKNOWN for _, way in punches):
        yield Stay(punches[0][0], punches[-1][0])
        return
    entered: int | None = None
    for second, way in punches:
        if way is Direction.IN or (way is Direction.UNKNOWN and entered is None):
            if entered is not None:
                yield Stay(entered, None)
            entered = second
        else:
            yield Stay(entered, second)
            entered = None
    if entered is not None:
        yield Stay(entered, None)
