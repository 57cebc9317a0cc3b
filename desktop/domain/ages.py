"""Ages at which a person may not, or not any more, do a kind of work: dated, local rows.

A row speaks of a place, a sex, a class of work. `least` forbids before a birthday, `limit` from a
birthday on; some limits move with the month of birth (the retirement age since 2025).
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from desktop.domain.findings import Level
from desktop.domain.identity import age_on

_YEAR = 12
_GRAVITY = (Level.STOP, Level.WARN, Level.NOTE)


@dataclass(frozen=True, slots=True)
class Delay:
    """A limit that comes later by whole months, one more for every `step` months of birth."""

    born_from: date
    step: int
    most: int
    """Months at most."""

    def months(self, birth: date) -> int:
        """Return by how many months the limit comes later for somebody."""
        since = (birth.year - self.born_from.year) * _YEAR + birth.month - self.born_from.month
        return min(since // self.step + 1, self.most) if since >= 0 else 0


@dataclass(frozen=True, slots=True)
class AgeLimit:
    """One row of the table; what is empty holds for all."""

    title: str
    citation: str
    remedy: str
    level: Level
    since: date
    until: date | None = None
    place: str = ""
    """Beginning of the area code of the place of work, such as "31" or "4211"."""
    place_name: str = ""
    sex: str = ""
    classes: frozenset[str] = frozenset()
    """Classes of work; empty: every work."""
    least: int = 0
    limit: int = 0
    delay: Delay | None = None
    bars: bool = True
    """It bars from the work; otherwise it only ends the labour contract (retirement)."""

    def concerns(self, sex: str, area: str, classes: Collection[str]) -> bool:
        """Tell whether a row speaks of somebody's sex, place and work."""
        work = not self.classes or not self.classes.isdisjoint(classes)
        return work and self.sex in {"", sex} and area.startswith(self.place)

    def holds(self, day: date) -> bool:
        """Tell whether the row is in force."""
        return self.since <= day and (self.until is None or day <= self.until)

    def reached(self, birth: date) -> date:
        """Return the day from which the upper limit bites."""
        later = self.delay.months(birth) if self.delay else 0
        return _months_on(birth, self.limit * _YEAR + later)

    def bites(self, birth: date, day: date) -> bool:
        """Tell whether somebody's age on a day is outside the row."""
        young = self.least > 0 and age_on(birth, day) < self.least
        return young or (self.limit > 0 and day >= self.reached(birth))


@dataclass(frozen=True, slots=True)
class AgeVerdict:
    """A row that bites on a day."""

    limit: AgeLimit
    day: date
    age: int
    """Full years on that day."""

    @property
    def level(self) -> Level:
        """How grave it is."""
        return self.limit.level


@dataclass(frozen=True, slots=True)
class Subject:
    """Whose age is judged, and for which work."""

    birth: date
    sex: str
    """男, 女, or empty when not known."""
    area: str = ""
    """Area code of the place of work."""
    classes: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class AgeRules:
    """The whole table."""

    limits: tuple[AgeLimit, ...]

    def judge(self, subject: Subject, day: date, *, bars_only: bool = False) -> AgeVerdict | None:
        """Return the gravest row that bites on a day, None when the age is right."""
        found = [
            AgeVerdict(limit, day, age_on(subject.birth, day))
            for limit in self._concerning(subject)
            if limit.holds(day)
            and limit.bites(subject.birth, day)
            and (limit.bars or not bars_only)
        ]
        return min(found, key=lambda one: _GRAVITY.index(one.level), default=None)

    def reaches(self, subject: Subject, first: date, last: date) -> AgeVerdict | None:
        """Return the first upper limit that somebody reaches within a span, None when none."""
        found = [
            AgeVerdict(limit, day, age_on(subject.birth, day))
            for limit in self._concerning(subject)
            if limit.limit
            and first <= (day := limit.reached(subject.birth)) <= last
            and limit.holds(day)
        ]
        return min(found, key=lambda one: (one.day, _GRAVITY.index(one.level)), default=None)

    def _concerning(self, subject: Subject) -> Iterator[AgeLimit]:
        for limit in self.limits:
            if limit.concerns(subject.sex, subject.area, subject.classes):
                yield limit


def _months_on(day: date, months: int) -> date:
    """Return the same day months later; where the month has none, the first of the next one."""
    year, month = divmod(day.year * _YEAR + day.month - 1 + months, _YEAR)
    if day.day > monthrange(year, month + 1)[1]:
        return _months_on(day.replace(day=1), months + 1)
    return day.replace(year=year, month=month + 1)
