"""The State Council's holiday calendar as dated rows, and pay days rolled back over it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from desktop.domain.months import WageMonth
from desktop.domain.project import PayDay


class DayKind(StrEnum):
    """What the calendar says of a day that differs from its weekday."""

    STATUTORY = "statutory"  # 法定节假日, 300 %
    REST = "rest"  # 调休放假 (a rest day inside a holiday block)
    WORK = "work"  # 调休上班 (a Saturday or Sunday worked)


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """One row of the holiday table."""

    day: date
    kind: DayKind
    name: str
    source: str
    """Document that says so; the notice of the year, or the Measures of 2024-11-10."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """Days that differ from their weekday, and the years whose notice has been entered."""

    days: Mapping[date, CalendarDay]
    final_years: frozenset[int]

    def is_final(self, day: date) -> bool:
        """Tell whether the year's notice is entered; otherwise "calendar not final"."""
        return day.year in self.final_years

    def is_working_day(self, day: date) -> bool:
        """Tell whether a day is an ordinary working day."""
        row = self.days.get(day)
        if row is not None:
            return row.kind is DayKind.WORK
        return day.weekday() < 5  # noqa: PLR2004 - Saturday and Sunday rest

    def is_statutory(self, day: date) -> bool:
        """Tell whether a day is one of the statutory holidays (300 %)."""
        row = self.days.get(day)
        return row is not None and row.kind is DayKind.STATUTORY

    def statutory_days(self, year: int) -> int:
        """Count the statutory holidays of a year (11 before 2025, 13 since)."""
        return sum(d.year == year and self.is_statutory(d) for d in self.days)

    def pay_date(self, agreed: PayDay, month: WageMonth) -> date:
        """Return the last lawful pay date of a month's wages (724 art. 14: earlier, not later)."""
        target = month.next if agreed.next_month else month
        day = target.first.replace(day=min(agreed.day, target.last.day))
        while not self.is_working_day(day):
            day -= timedelta(days=1)
        return day
