"""The shipped holiday table as dated rows."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from typing import Any

import resources
from desktop.domain.calendar import Calendar, CalendarDay, DayKind


@cache
def shipped() -> Calendar:
    """Return the calendar of resources/rules/calendar.toml."""
    years: dict[str, dict[str, Any]] = tomllib.loads(resources.text("rules/calendar.toml"))
    days: dict[date, CalendarDay] = {}
    for table in years.values():
        for row in _rows(table):
            days.setdefault(row.day, row)
    final = frozenset(int(year) for year, table in years.items() if table["final"])
    return Calendar(days, final)


def _rows(table: dict[str, Any]) -> Iterator[CalendarDay]:
    """Yield a year's rows, statutory ones first, since they lie within the blocks."""
    source = table["source"]
    for key, kind in (("statutory", DayKind.STATUTORY), ("blocks", DayKind.REST)):
        for name, first, last in table[key]:
            for number in range((last - first).days + 1):
                yield CalendarDay(first + timedelta(days=number), kind, name, source)
    for name, day in table["work"]:
        yield CalendarDay(day, DayKind.WORK, name, source)
