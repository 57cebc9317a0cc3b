"""Paying through a bank: obligations, batches, items, attempts, and their only transitions.

The bank is never asked to do the same thing twice: at most one live item per obligation (a unique
index), a deterministic reference, the attempt committed before the socket opens, and a crash while
sending becomes UNKNOWN, which is asked about and never sent again blindly.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desktop.domain.ids import (
    AttemptId,
    BatchId,
    ItemId,
    LineId,
    ObligationId,
    PersonId,
    ProjectId,
    WorkerId,
)
from desktop.domain.money import Money
from desktop.domain.months import WageMonth


@dataclass(frozen=True, slots=True)
class Obligation:
    """What is owed to one worker for one month by one locked line."""

    id: ObligationId
    project: ProjectId
    worker: WorkerId
    month: WageMonth
    line: LineId
    amount: Money


class ItemState(StrEnum):
    """States of one instruction; names are those of `pay status`."""

    PLANNED = "planned"
    SENT = "sent"
    UNKNOWN = "unknown"
    PAID = "paid"
    FAILED = "failed"
    RETURNED = "returned"
    SETTLED = "settled"  # paid another way, a person's word with the receipt


LIVE = frozenset(
    {ItemState.PLANNED, ItemState.SENT, ItemState.UNKNOWN, ItemState.PAID, ItemState.SETTLED}
)
"""States in which an obligation has its one live item; FAILED and RETURNED free it."""
FINAL = frozenset({ItemState.PAID, ItemState.FAILED, ItemState.RETURNED, ItemState.SETTLED})

ITEM_MOVES: frozenset[tuple[ItemState, ItemState]] = frozenset(
    {
        (ItemState.PLANNED, ItemState.SENT),
        (ItemState.PLANNED, ItemState.FAILED),
        (ItemState.PLANNED, ItemState.UNKNOWN),
        (ItemState.SENT, ItemState.PAID),
        (ItemState.SENT, ItemState.FAILED),
        (ItemState.SENT, ItemState.UNKNOWN),
        (ItemState.UNKNOWN, ItemState.PLANNED),
        (ItemState.UNKNOWN, ItemState.SENT),
        (ItemState.UNKNOWN, ItemState.PAID),
        (ItemState.UNKNOWN, ItemState.FAILED),
        (ItemState.UNKNOWN, ItemState.SETTLED),
        (ItemState.PAID, ItemState.RETURNED),
    }
)


class BatchState(StrEnum):
    """States of a batch (RELIABILITY 4.3, as far as this part needs them)."""

    DRAFT = "draft"
    APPROVED = "approved"
    READY = "ready"  # the exact bytes stand in the outbox row
    SENDING = "sending"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    UNKNOWN = "unknown"
    PARTIAL = "partial"  # all final, some failed
    SETTLED = "settled"  # all paid
    CANCELLED = "cancelled"


BATCH_MOVES: frozenset[tuple[BatchState, BatchState]] = frozenset(
    {
        (BatchState.DRAFT, BatchState.APPROVED),
        (BatchState.DRAFT, BatchState.CANCELLED),
        (BatchState.APPROVED, BatchState.READY),
        (BatchState.APPROVED, BatchState.CANCELLED),
        (BatchState.READY, BatchState.SENDING),
        (BatchState.READY, BatchState.ACCEPTED),  # query-before-send found it
        (BatchState.READY, BatchState.REJECTED),  # query-before-send found it refused
        (BatchState.READY, BatchState.CANCELLED),
        (BatchState.SENDING, BatchState.READY),  # the transport proves that nothing was written
        (BatchState.SENDING, BatchState.ACCEPTED),
        (BatchState.SENDING, BatchState.REJECTED),
        (BatchState.SENDING, BatchState.UNKNOWN),
        (BatchState.UNKNOWN, BatchState.ACCEPTED),
        (BatchState.UNKNOWN, BatchState.REJECTED),
        (BatchState.UNKNOWN, BatchState.READY),  # asked often enough, after the grace period
        (BatchState.UNKNOWN, BatchState.SETTLED),
        (BatchState.UNKNOWN, BatchState.PARTIAL),
        (BatchState.ACCEPTED, BatchState.UNKNOWN),
        (BatchState.ACCEPTED, BatchState.SETTLED),
        (BatchState.ACCEPTED, BatchState.PARTIAL),
        (BatchState.SETTLED, BatchState.PARTIAL),  # a return after payment
    }
)


@dataclass(frozen=True, slots=True)
class PayItem:
    """One instruction to the bank for one obligation."""

    id: ItemId
    obligation: ObligationId
    worker: WorkerId
    seq: int
    end_to_end: str
    """EndToEndId, at most 35 characters, deterministic, the line's key at the bank."""
    name: str
    account: str
    bank: str
    cnaps: str
    amount: Money
    state: ItemState = ItemState.PLANNED
    code: str = ""
    """The bank's reason code, e.g. "AC04"; its Chinese: resources/terms/bank_reasons.toml."""
    reason: str = ""
    """The bank's own words, if any."""


@dataclass(frozen=True, slots=True)
class PayBatch:
    """One payroll to one bank."""

    id: BatchId
    project: ProjectId
    month: WageMonth
    attempt_number: int
    """1 for the month's first batch, then counting; part of the deterministic reference."""
    reference: str
    """MsgId, at most 35 characters, the same whenever the books are reopened or restored."""
    bank: str
    """"rehearsal", a loopback URL, or "file" for a list uploaded by hand."""
    state: BatchState
    items: tuple[PayItem, ...]
    debtor_name: str
    debtor_account: str
    debtor_cnaps: str
    purpose: str
    maker: PersonId
    made_at: datetime
    digest: str
    """What was approved: SHA-256 over every item."""
    checker: PersonId | None = None
    approved_at: datetime | None = None
    approved_digest: str = ""
    body: bytes = b""
    """The exact bytes to be sent; empty before READY."""
    body_sha256: str = ""
    single_person: bool = False
    version: int = 0

    @property
    def total(self) -> Money:
        """Sum of the items."""
        return Money.sum(item.amount for item in self.items)

    def items_digest(self) -> str:
        """Return the SHA-256 (hex) of what is approved: order, names, accounts, amounts, payer."""
        rows = [
            "|".join((i.end_to_end, i.name, i.account, i.bank, i.cnaps, str(i.amount.fen)))
            for i in self.items
        ]
        head = "|".join((self.reference, self.debtor_account, str(self.month), self.purpose))
        return hashlib.sha256("\n".join([head, *rows]).encode()).hexdigest()


class AttemptKind(StrEnum):
    """What was tried at the bank."""

    ASK = "ask"
    SEND = "send"


class AttemptOutcome(StrEnum):
    """How a try ended."""

    OPEN = "open"  # committed before the socket opened; found after a crash it means unknown
    NOT_SENT = "not_sent"  # the transport proves that no byte of the request left
    ANSWERED = "answered"
    NOT_FOUND = "not_found"
    REFUSED = "refused"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Attempt:
    """One try at the bank, on record before it begins."""

    id: AttemptId
    batch: BatchId
    kind: AttemptKind
    started: datetime
    outcome: AttemptOutcome = AttemptOutcome.OPEN
    ended: datetime | None = None
    reply: bytes = b""


def reference(key: bytes, *parts: str, length: int = 24) -> str:
    """Make a deterministic reference: base32(HMAC-SHA256(key, parts)), upper case and digits.

    Args:
        key: the office's own reference key.
        parts: what is referred to; never personal data, never the clock.
        length: characters, at most 35 for ISO 20022.
    """
    mac = hmac.new(key, "|".join(parts).encode(), hashlib.sha256).digest()
    return "AX" + base64.b32encode(mac).decode()[: length - 2]
