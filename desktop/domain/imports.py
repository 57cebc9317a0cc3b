"""A record of every import, precise enough to take it back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desktop.domain.ids import ImportId, PersonId, ProjectId


class ImportKind(StrEnum):
    """What was imported."""

    ROSTER = "roster"
    ATTENDANCE = "attendance"
    MONTH_GRID = "month_grid"
    PLATFORM_DAYS = "platform_days"
    CARDS = "cards"
    WATCH_LIST = "watch_list"


@dataclass(frozen=True, slots=True)
class ImportChange:
    """One worker or team that a roster import touched, as canonical JSON before and after."""

    kind: str
    """"worker" or "team"; "gate" names the gate of a device file."""
    subject: str
    """UUID text; a gate's name."""
    before: str
    """Empty when the import created it."""
    after: str


@dataclass(frozen=True, slots=True)
class RefusedLine:
    """A line of a device file that could not be read, kept with its text."""

    line: int
    text: str
    code: str
    """Finding code, e.g. "line-unreadable" or "clock-reset"."""


@dataclass(frozen=True, slots=True)
class ImportRecord:
    """One accepted import."""

    id: ImportId
    number: int
    """Small running number, assigned by the store (0 before); punches carry it."""
    project: ProjectId
    kind: ImportKind
    file_name: str
    sha256: str
    format: str
    by: PersonId
    at: datetime
    rows: int
    new: int
    changes: tuple[ImportChange, ...] = ()
    refused: tuple[RefusedLine, ...] = ()
    undone_at: datetime | None = None
