"""Read models: one SELECT a screen, small frozen lines."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from desktop.domain.identity import IdKind
from desktop.domain.ids import ProjectId, TeamId, WorkerId
from desktop.domain.money import ZERO, Money
from desktop.domain.months import WageMonth
from desktop.domain.worker import Capture, PayKind


@dataclass(frozen=True, slots=True)
class RosterLine:
    """One row of the roster page."""

    worker: WorkerId
    name: str
    initials: str
    """Pinyin initials of every reading, blank separated, lower case: "czw zzw"."""
    id_number: str
    """Masked: 6 + 4 digits shown."""
    phone: str
    team: TeamId
    team_name: str
    subcontractor: str
    trade: str
    entry: date
    exit: date | None
    pay_kind: PayKind | None
    rate: Money | None
    card_tail: str
    bank: str
    device_numbers: tuple[str, ...]
    captured: Capture = Capture.IMPORTED
    """How his identity came into the books."""
    id_kind: IdKind = IdKind.RESIDENT


@dataclass(frozen=True, slots=True)
class MonthCounts:
    """The figures of the home page's ribbon; all cheap counts."""

    workers: int = 0
    """Employments overlapping the month."""
    punches: int = 0
    sheets: int = 0
    sheets_locked: int = 0
    lines: int = 0
    lines_payable: int = 0
    lines_signed: int = 0
    """Lines whose latest signature is bound to their present digest."""
    net: Money = ZERO
    items_planned: int = 0
    items_sent: int = 0
    items_unknown: int = 0
    items_paid: int = 0
    items_failed: int = 0
    last_backup: str = ""
    supplements_open: int = 0
    """Supplementary sheets that are not locked yet."""


@dataclass(frozen=True, slots=True)
class FoundWorker:
    """A worker found by name, pinyin initials, or the tail of a number."""

    worker: WorkerId
    name: str
    id_number: str
    """Masked."""
    phone: str
    card_tail: str
    project: ProjectId | None
    """Project of the latest employment."""
    team_name: str
    on_site: bool
    """Has entered and not yet left."""
    project_name: str = ""
    exit: date | None = None
    """Last day of that employment, which may lie ahead."""


class Views(Protocol):
    """Queries for screens."""

    def search(self, text: str, limit: int = 20) -> tuple[FoundWorker, ...]:
        """Find workers of the whole office by name, initials of any reading, ID, phone, card tail.

        Beginnings of names come first. Under 50 ms with 100,000 workers.
        """

    def roster(self, project: ProjectId, on: date | None = None) -> tuple[RosterLine, ...]:
        """Return the roster sorted by subcontractor, team, name; `on` restricts to a day."""

    def counts(self, project: ProjectId, month: WageMonth, begin: int, end: int) -> MonthCounts:
        """Return the month's figures; begin and end are its punch seconds."""
