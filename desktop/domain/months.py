"""Calendar months of wages."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

_MONTH = re.compile(r"(\d{4})-(\d{2})")
_FIRST_YEAR, _LAST_YEAR = 1900, 2999
"""Wages of other years are a slip of the pen; the calendar itself ends at 9999."""


@dataclass(frozen=True, slots=True, order=True)
class WageMonth:
    """One calendar month for which wages are due."""

    year: int
    month: int

    @classmethod
    def parse(cls, text: str) -> WageMonth:
        """Read YYYY-MM.

        Raises:
            ValueError: the text is not such a month, or its year is no year of wages.
        """
        match = _MONTH.fullmatch(text.strip())
        if not match or not 1 <= int(match[2]) <= 12:  # noqa: PLR2004 - months of a year
            raise ValueError(text)
        if not _FIRST_YEAR <= int(match[1]) <= _LAST_YEAR:
            raise ValueError(text)
        return cls(int(match[1]), int(match[2]))

    @classmethod
    def of(cls, day: date) -> WageMonth:
        """Return the month that holds a day."""
        return cls(day.year, day.month)

    @property
    def first(self) -> date:
        """First day."""
        return date(self.year, self.month, 1)

    @property
    def last(self) -> date:
        """Last day."""
        return self.next.first - timedelta(days=1)

    @property
    def next(self) -> WageMonth:
        """The month after."""
        return WageMonth(self.year + self.month // 12, self.month % 12 + 1)

    @property
    def previous(self) -> WageMonth:
        """The month before."""
        return WageMonth.of(self.first - timedelta(days=1))

    @property
    def days(self) -> tuple[date, ...]:
        """Every day of the month, in order."""
        return tuple(self.first + timedelta(days=n) for n in range(self.last.day))

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.month:02d}"
