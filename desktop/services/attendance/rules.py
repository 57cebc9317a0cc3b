"""Dated tables of attendance: presets of the counting rule, holidays of single regions."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from typing import Any

import resources
from desktop.domain.attendance import AttendanceRule, Counting, HoursKind
from desktop.domain.calendar import Calendar, CalendarDay, DayKind
from desktop.domain.errors import Unknown
from desktop.domain.findings import Code, Finding, Level
from desktop.domain.months import WageMonth


@dataclass(frozen=True, slots=True)
class Preset:
    """A counting rule that a place or an agreement prescribes."""

    name: str
    title: str
    counting: Counting
    least_punches: int
    least_minutes: int
    source: str

    def on(self, rule: AttendanceRule) -> AttendanceRule:
        """Return a rule with this preset's figures; boundary and repeats stay."""
        return replace(
            rule,
            counting=self.counting,
            least_punches=self.least_punches,
            least_minutes=self.least_minutes,
            source=self.source,
        )


@cache
def presets() -> tuple[Preset, ...]:
    """Return the presets of resources/rules/attendance.toml."""
    rows = tomllib.loads(resources.text("rules/attendance.toml"))["preset"]
    return tuple(Preset(**{**row, "counting": Counting(row["counting"])}) for row in rows)


def preset(name: str) -> Preset:
    """Return a preset by its word. Raises Unknown."""
    found = next((one for one in presets() if one.name == name), None)
    if found is None:
        raise Unknown(kind="rule", name=name)
    return found


@cache
def _regions() -> tuple[dict[str, Any], ...]:
    return tuple(tomllib.loads(resources.text("rules/festivals.toml"))["region"])


def regional(calendar: Calendar, area: str) -> Calendar:
    """Add a region's own festivals to a calendar; what the office entered itself stands."""
    rows = [
        row for region in _regions() if area.startswith(region["area"]) for row in _days(region)
    ]
    if not rows:
        return calendar
    return replace(calendar, days={row.day: row for row in rows} | dict(calendar.days))


def regional_findings(calendar: Calendar, area: str, month: WageMonth) -> tuple[Finding, ...]:
    """Say which of a region's festivals of the year nobody has entered; no date is guessed."""
    found = []
    for region in _regions():
        if not area.startswith(region["area"]):
            continue
        known = {row.name for row in _days(region) if row.day.year == month.year}
        known |= {row.name for row in calendar.days.values() if row.day.year == month.year}
        names = [name for name in region["festivals"] if name not in known]
        if names:
            facts = {"year": str(month.year), "area": region["name"], "names": "、".join(names)}
            found.append(Finding(Code.FESTIVALS_UNKNOWN, Level.NOTE, facts=facts))
    return tuple(found)


def _days(region: dict[str, Any]) -> Iterator[CalendarDay]:
    for row in region.get("day", ()):
        kind = DayKind.STATUTORY if row["pay"] == HoursKind.HOLIDAY else DayKind.REST
        first: date = row["first"]
        for number in range((row["last"] - first).days + 1):
            yield CalendarDay(first + timedelta(days=number), kind, row["name"], row["source"])
