"""Banks: a format turns a batch into bytes and answers into facts; a link carries bytes."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from desktop.domain.disbursement import ItemState, PayBatch


@dataclass(frozen=True, slots=True)
class ItemReply:
    """What the bank says of one item."""

    end_to_end: str
    state: ItemState
    """SENT (accepted, in process), PAID, FAILED or RETURNED; never a guess."""
    code: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class BankReply:
    """What the bank says of a batch."""

    reference: str
    found: bool
    """False: the bank does not know the reference."""
    refused: bool = False
    """The whole batch was refused for a reason that is on the final list."""
    code: str = ""
    reason: str = ""
    items: tuple[ItemReply, ...] = ()
    count: int | None = None
    """Items the bank says the batch has, where it says so."""
    total_fen: int | None = None
    raw: bytes = field(default=b"", repr=False)


class NotSent(Exception):
    """The connection failed and not one byte of the request left this machine."""


class NoAnswer(Exception):
    """The request may have arrived: timeout, reset, 5xx, garbage; `raw` is what came."""

    def __init__(self, detail: str, raw: bytes = b"") -> None:
        super().__init__(detail)
        self.raw = raw


class BankLink(Protocol):
    """One bank that can be talked to."""

    def write(self, batch: PayBatch, execution: date) -> bytes:
        """Return the exact bytes of a batch (deterministic)."""

    def send(self, body: bytes, reference: str) -> BankReply:
        """Hand over the bytes. Raises NotSent or NoAnswer."""

    def ask(self, batch: PayBatch) -> BankReply:
        """Ask what became of a reference. Raises NotSent or NoAnswer."""
