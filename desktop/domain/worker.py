"""A worker with everything dated that belongs to him."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from desktop.domain.identity import IdKind
from desktop.domain.ids import ProjectId, TeamId, WorkerId
from desktop.domain.money import Money


class PayKind(StrEnum):
    """How work is paid (724 art. 13)."""

    DAY = "day"  # 计日
    HOUR = "hour"  # 计时


class Capture(StrEnum):
    """How an identity came into the books; only a reader's counts as verified (Shandong 2019)."""

    READER = "reader"  # 读卡
    TYPED = "typed"  # 手工录入
    IMPORTED = "imported"  # 表格导入


@dataclass(frozen=True, slots=True)
class PayTerm:
    """A pay standard from a day on, until the next one: fen per work-day (8 h) or per hour."""

    kind: PayKind
    rate: Money
    since: date


@dataclass(frozen=True, slots=True)
class Card:
    """The worker's own bank card from a day on, until the next one."""

    number: str
    bank: str = ""
    cnaps: str = ""
    account_name: str = ""
    """Name on the account where it differs from the name on the identity card."""
    since: date | None = None


@dataclass(frozen=True, slots=True)
class DeviceNumber:
    """A number on the project's gates that means this worker; None: open at that end."""

    number: str
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Employment:
    """A worker in one project: team, trade, entry and exit, pay terms, device numbers."""

    project: ProjectId
    team: TeamId
    trade: str
    entry: date
    exit: date | None = None
    pay_terms: tuple[PayTerm, ...] = ()
    device_numbers: tuple[DeviceNumber, ...] = ()
    exit_reason: str = ""

    def pay_term(self, day: date) -> PayTerm | None:
        """Return the pay term in force on a day (the latest that began by then)."""
        begun = [term for term in self.pay_terms if term.since <= day]
        return max(begun, key=lambda term: term.since) if begun else None

    def overlaps(self, first: date, last: date) -> bool:
        """Tell whether the worker belongs to the project on any day of a span."""
        return self.entry <= last and (self.exit is None or self.exit >= first)


@dataclass(frozen=True, slots=True)
class Worker:
    """A worker by real name (实名)."""

    id: WorkerId
    name: str
    id_number: str
    """GB 11643 number, upper-case X; never shown unmasked by default."""
    phone: str = ""
    sex: str = ""
    birth: date | None = None
    nation: str = ""
    native_place: str = ""
    education: str = ""
    political_status: str = ""
    address: str = ""
    id_issuer: str = ""
    id_validity: str = ""
    note: str = ""
    initials: str = ""
    """Pinyin initials of every reading, blank separated, lower case: "czw zzw"."""
    id_kind: IdKind = IdKind.RESIDENT
    captured: Capture = Capture.IMPORTED
    captured_at: datetime | None = None
    contact_address: str = ""
    """Present address, where letters reach him; `address` is the one on the card."""
    emergency_name: str = ""
    emergency_phone: str = ""
    emergency_relation: str = ""
    cards: tuple[Card, ...] = ()
    employments: tuple[Employment, ...] = ()
    version: int = 0

    def card(self, day: date) -> Card | None:
        """Return the card in force on a day (the latest entry wins; undated ones are oldest)."""
        begun = [card for card in self.cards if card.since is None or card.since <= day]
        return max(begun, key=lambda c: c.since or date.min) if begun else None

    def employment(self, project: ProjectId) -> Employment | None:
        """Return the latest employment in a project."""
        own = [e for e in self.employments if e.project == project]
        return max(own, key=lambda e: e.entry) if own else None
