"""Banks: a format turns a batch into bytes and answers into facts; a link carries bytes."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from desktop.domain.disbursement import ItemState, PayBatch


@dataclass(frozen=True, slots=True)
class BankProfile:
    """What is known of a bank; the defaults are the worst case (RELIABILITY 4.5)."""

    idempotent: bool = False
    """A reference that is sent twice is executed once; without it nothing is sent again unasked."""
    grace_s: float = 1800.0
    """Seconds after the last send during which "not found" proves nothing."""
    asks: int = 3
    """How often the bank must say "not found" before the same bytes may go again."""


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

    @property
    def profile(self) -> BankProfile:
        """What is known of the bank."""

    def write(self, batch: PayBatch, execution: date) -> bytes:
        """Return the exact bytes of a batch (deterministic). Raises NotSent, NoAnswer."""

    def send(self, batch: PayBatch) -> BankReply:
        """Hand over the frozen bytes. Raises NotSent or NoAnswer."""

    def ask(self, batch: PayBatch) -> BankReply:
        """Ask what became of a reference. Raises NotSent or NoAnswer."""


class PayList(Protocol):
    """A payroll file that a person uploads by hand, and the result file that comes back."""

    def write(self, batch: PayBatch) -> tuple[str, bytes]:
        """Return a file name and the file's bytes (deterministic)."""

    def read(self, content: bytes, batch: PayBatch) -> BankReply:
        """Read a result file. Raises NoAnswer when it does not fit the batch."""
