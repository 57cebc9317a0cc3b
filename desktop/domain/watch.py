"""Blacklists and bad-record lists, as they come from authorities and associations."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop.domain.ids import WatchId


class WatchKind(StrEnum):
    """Which list."""

    BLACKLIST = "blacklist"  # 黑名单
    BAD_RECORD = "bad_record"  # 不良行为记录


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
