"""Exit settlement (退场结算): what was due, what was paid, and that nothing is left."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from desktop.domain.ids import DocumentId, PersonId, ProjectId, SettlementId, WorkerId
from desktop.domain.money import Money
from desktop.domain.months import WageMonth


@dataclass(frozen=True, slots=True)
class SettledMonth:
    """One month of a worker in a project."""

    month: WageMonth
    work_days: Decimal
    due: Money
    """Net of his lines."""
    paid: Money
    """What the bank has paid of them."""


@dataclass(frozen=True, slots=True)
class ExitSettlement:
    """The sheet that a leaving worker signs; it holds only while the balance is zero."""

    id: SettlementId
    project: ProjectId
    worker: WorkerId
    exit: date
    months: tuple[SettledMonth, ...]
    arrears: Money
    """Brought in from before the office began, fen; due."""
    at: datetime
    by: PersonId
    signed_on: date | None = None
    scan: DocumentId | None = None

    @property
    def due(self) -> Money:
        """Everything that was due."""
        return sum((one.due for one in self.months), self.arrears)

    @property
    def paid(self) -> Money:
        """Everything that was paid."""
        return sum((one.paid for one in self.months), Money(0))

    @property
    def balance(self) -> Money:
        """What is still owed; zero proves that nothing is."""
        return self.due - self.paid

    @property
    def digest(self) -> str:
        """SHA-256 over the figures (hex); the signature is bound to it."""
        words = [self.id.hex, self.worker.hex, str(self.exit), str(self.arrears.fen)]
        for one in self.months:
            words += [str(one.month), str(one.work_days), str(one.due.fen), str(one.paid.fen)]
        return hashlib.sha256("\x1f".join(words).encode()).hexdigest()
