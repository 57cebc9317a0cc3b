"""Punches, the rule that makes work-days of them, and days set by hand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache

from desktop.domain.ids import DeviceId, DocumentId, PersonId, ProjectId, WorkerId

BEIJING = timezone(timedelta(hours=8), "Asia/Shanghai")
_EPOCH_DAY = date(1970, 1, 1)
_DAY = 86_400
_OFFSET = 8 * 3_600


class Counting(StrEnum):
    """How a day's punches become work-days."""

    FIRST_LAST = "first_last"
    """From first to last punch: whole, half or nothing."""
    PAIRED = "paired"
    """Hours between entries and exits, 8 h a work-day, rounded down to quarters, 1 at most."""


@dataclass(frozen=True, slots=True)
class AttendanceRule:
    """A project's settings for counting days (default: two punches and four hours = 1 work-day)."""

    day_boundary: time = time(4, 0)
    """Beijing time at which a working day begins; earlier punches belong to the day before."""
    repeat_seconds: int = 60
    """A punch this close to the last kept one collapses into it."""
    least_punches: int = 2
    least_minutes: int = 240
    """From first to last punch for a whole work-day; less counts half."""
    counting: Counting = Counting.FIRST_LAST
    source: str = ""
    """Where these settings come from, e.g. "吉建规〔2023〕11号" or "项目约定"."""

    def day_of(self, second: int) -> date:
        """Return the working day that an instant (epoch seconds, UTC) belongs to."""
        return _date_of((second + self.shift) // _DAY)

    @property
    def shift(self) -> int:
        """Seconds to add to an epoch second so that dividing by 86,400 counts working days."""
        boundary = self.day_boundary
        return _OFFSET - boundary.hour * 3_600 - boundary.minute * 60

    def span(self, first: date, last: date) -> tuple[int, int]:
        """Return the epoch seconds [from, to) of the working days first..last."""
        begin = (first - _EPOCH_DAY).days * _DAY - self.shift
        end = ((last - _EPOCH_DAY).days + 1) * _DAY - self.shift
        return begin, end


class MarkOrigin(StrEnum):
    """Where a day's work-days come from."""

    PUNCHES = "punches"
    HAND = "hand"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class HandMark:
    """A day set by hand; it stays visible as such."""

    worker: WorkerId
    day: date
    work_days: Decimal
    """Work-days in quarters, 0..1."""
    hours: Decimal | None
    """Ordinary hours for hour-rate work, None: 8 × work-days."""
    reason: str
    by: PersonId
    by_name: str
    at: datetime
    evidence: DocumentId | None = None
    """A photo or paper that proves it."""


@dataclass(frozen=True, slots=True)
class DayNote:
    """What somebody wrote on a cell of the month grid; it counts nothing."""

    worker: WorkerId
    day: date
    text: str
    by: PersonId
    by_name: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Device:
    """A gate of a project."""

    id: DeviceId
    project: ProjectId
    name: str
    format: str = ""
    """Word of the attendance format it exports, empty: found out for each file."""
    place: str = ""


@dataclass(frozen=True, slots=True)
class ClockReading:
    """What a gate's clock showed at a moment whose true time was known."""

    device: DeviceId
    shown: datetime
    true: datetime
    by: PersonId
    note: str = ""

    @property
    def drift_s(self) -> int:
        """Seconds by which the gate is ahead (negative: behind)."""
        return round((self.shown - self.true).total_seconds())


class HoursKind(StrEnum):
    """Kinds of approved extra hours (489号 art. 13)."""

    OVERTIME = "overtime"  # 延长工时 150 %
    REST_DAY = "rest_day"  # 休息日 200 %
    HOLIDAY = "holiday"  # 法定节假日 300 %


@dataclass(frozen=True, slots=True)
class ApprovedHours:
    """Extra hours of one day that a person has approved; punches alone never make them."""

    worker: WorkerId
    day: date
    kind: HoursKind
    minutes: int
    by: PersonId
    by_name: str
    at: datetime


@dataclass(frozen=True, slots=True)
class DayCount:
    """What the punches of one working day amount to."""

    day: date
    punches: tuple[int, ...]
    """Kept punches, epoch seconds."""
    raw: int
    """Punches before repeated ones collapsed."""
    work_days: Decimal
    worked: int | None = None
    """Minutes between entries and exits, where the project counts by them."""

    @property
    def is_single(self) -> bool:
        """Tell whether only one punch is there: an exception to be mended."""
        return len(self.punches) == 1

    @property
    def minutes(self) -> int:
        """Minutes from first to last punch."""
        return (self.punches[-1] - self.punches[0]) // 60


FULL, HALF, NONE = Decimal(1), Decimal("0.5"), Decimal(0)


def count_days(seconds: Sequence[int], rule: AttendanceRule) -> dict[date, DayCount]:
    """Make work-days of one worker's punches (epoch seconds in rising order)."""
    counts: dict[date, DayCount] = {}
    kept: list[int] = []
    raw, number, day_ends = 0, 0, -_DAY
    shift, gap = rule.shift, rule.repeat_seconds
    for second in seconds:
        if second >= day_ends:
            _add_day(counts, number, kept, raw, rule)
            kept, raw = [second], 1
            number = (second + shift) // _DAY
            day_ends = (number + 1) * _DAY - shift
            continue
        raw += 1
        if second - kept[-1] > gap:
            kept.append(second)
    _add_day(counts, number, kept, raw, rule)
    return counts


def _add_day(
    counts: dict[date, DayCount], number: int, kept: list[int], raw: int, rule: AttendanceRule
) -> None:
    if kept:
        day = _date_of(number)
        counts[day] = DayCount(day, tuple(kept), raw, work_days_of(kept, rule))


@lru_cache(4_096)
def _date_of(number: int) -> date:
    return _EPOCH_DAY + timedelta(days=number)


def work_days_of(kept: Sequence[int], rule: AttendanceRule) -> Decimal:
    """Apply the rule for a valid day to one day's kept punches."""
    if len(kept) < max(rule.least_punches, 2):
        return NONE
    return FULL if kept[-1] - kept[0] >= rule.least_minutes * 60 else HALF


@dataclass(frozen=True, slots=True)
class DayMark:
    """One cell of the month grid."""

    day: date
    work_days: Decimal
    origin: MarkOrigin
    count: DayCount | None = None
    hand: HandMark | None = None
    approved: tuple[ApprovedHours, ...] = ()

    @property
    def hours(self) -> Decimal:
        """Ordinary hours of the day: set by hand, otherwise 8 for each work-day."""
        if self.hand is not None and self.hand.hours is not None:
            return self.hand.hours
        return self.work_days * 8


def mark_day(
    day: date,
    count: DayCount | None,
    hand: HandMark | None,
    approved: Iterable[ApprovedHours] = (),
) -> DayMark:
    """Combine punches and hand marks of one day: a hand mark wins and stays visible."""
    hours = tuple(approved)
    if hand is not None:
        return DayMark(day, hand.work_days, MarkOrigin.HAND, count, hand, hours)
    if count is not None:
        return DayMark(day, count.work_days, MarkOrigin.PUNCHES, count, None, hours)
    return DayMark(day, NONE, MarkOrigin.NONE, None, None, hours)


@dataclass(frozen=True, slots=True)
class MonthAttendance:
    """One worker's month."""

    worker: WorkerId
    marks: Mapping[date, DayMark]

    @property
    def work_days(self) -> Decimal:
        """Work-days of the month."""
        return sum((mark.work_days for mark in self.marks.values()), Decimal(0))


def instant(text: str) -> int:
    """Turn device wall time "YYYY-MM-DD HH:MM:SS" (Beijing) into epoch seconds.

    Raises:
        ValueError: it is not a date and time.
    """
    return int(datetime.fromisoformat(text).replace(tzinfo=BEIJING).timestamp())


def wall(second: int) -> datetime:
    """Return an epoch second as Beijing wall time."""
    return datetime.fromtimestamp(second, UTC).astimezone(BEIJING)


def days_text(days: Decimal) -> str:
    """Write work-days with at least one decimal: 2.0, 21.5, 21.25."""
    text = f"{days:.2f}"
    return text.removesuffix("0")
