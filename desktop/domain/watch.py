"""Blacklists and bad-record lists, as they come from authorities and associations."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from desktop.domain.ids import WatchId

_HIDDEN = re.compile(r"([0-9A-Z]*?)(?:[*?●○]+|X{2,})([0-9]*X?)")
_LEAST_SHOWN = 4


class WatchKind(StrEnum):
    """Which list."""

    BLACKLIST = "blacklist"  # 黑名单
    BAD_RECORD = "bad_record"  # 不良行为记录


class Sameness(StrEnum):
    """How surely an entry means a person."""

    NUMBER = "number"  # the identity number is the same
    MASKED = "masked"  # name and what the list shows of the number are the same
    NAME = "name"  # the list has no number, the name is the same


@dataclass(frozen=True, slots=True)
class WatchEntry:
    """One person on a list."""

    id: WatchId
    kind: WatchKind
    name: str
    id_number: str
    reason: str
    source: str
    """Who keeps the list, and where it was taken from."""
    since: date | None = None
    until: date | None = None

    def holds(self, day: date) -> bool:
        """Tell whether the entry counts on a day."""
        return (self.since or date.min) <= day <= (self.until or date.max)

    @property
    def is_masked(self) -> bool:
        """Tell whether the list shows the number in part only."""
        return is_masked(self.id_number)


@dataclass(frozen=True, slots=True)
class WatchMatch:
    """An entry that means a person, more or less surely."""

    entry: WatchEntry
    sameness: Sameness


@dataclass(slots=True)
class WatchIndex:
    """Entries found by number, and by name where the list hides numbers or has none."""

    by_number: dict[str, list[WatchEntry]] = field(default_factory=lambda: defaultdict(list))
    by_name: dict[str, list[WatchEntry]] = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def of(cls, entries: Iterable[WatchEntry]) -> WatchIndex:
        """Sort entries for finding."""
        index = cls()
        for entry in entries:
            if entry.id_number and not entry.is_masked:
                index.by_number[entry.id_number].append(entry)
            else:
                index.by_name[entry.name].append(entry)
        return index

    def matches(self, name: str, id_number: str, day: date) -> tuple[WatchMatch, ...]:
        """Return the entries that count on a day for somebody, the surest first."""
        sure = [WatchMatch(entry, Sameness.NUMBER) for entry in self.by_number.get(id_number, ())]
        likely = [
            WatchMatch(entry, Sameness.MASKED if entry.id_number else Sameness.NAME)
            for entry in self.by_name.get(name, ())
            if not entry.id_number or agrees(entry.id_number, id_number)
        ]
        likely.sort(key=lambda match: match.sameness is Sameness.NAME)
        return tuple(match for match in (*sure, *likely) if match.entry.holds(day))


def is_masked(number: str) -> bool:
    """Tell whether a number as a list prints it hides some of its signs."""
    return _HIDDEN.fullmatch(number) is not None


def agrees(masked: str, number: str) -> bool:
    """Tell whether what a list shows of a number, four signs at least, is that of another.

    Lists do not always print one star for each hidden sign, so only both ends are compared.
    """
    shown = _HIDDEN.fullmatch(masked)
    if shown is None:
        return masked == number
    head, tail = shown[1], shown[2]
    enough = _LEAST_SHOWN <= len(head) + len(tail) <= len(number)
    return enough and number.startswith(head) and number.endswith(tail)
