"""Obligations, batches, items, approvals, attempts."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from db.tables.base import Base
from desktop.domain.disbursement import AttemptKind, AttemptOutcome, BatchState, ItemState
from desktop.domain.money import Money
from desktop.domain.months import WageMonth

LIVE_INDEX = "ux_pay_item_live"
_LIVE = text("state IN ('planned', 'sent', 'unknown', 'paid', 'settled')")


class ObligationRow(Base):
    """What is owed by one locked line."""

    __tablename__ = "obligation"
    __table_args__ = (
        CheckConstraint("amount > 0", name="positive"),
        Index("ix_obligation_month", "project", "month"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    project: Mapped[UUID] = mapped_column(ForeignKey("project.id"))
    worker: Mapped[UUID] = mapped_column(ForeignKey("worker.id"), index=True)
    month: Mapped[WageMonth]
    line: Mapped[UUID] = mapped_column(ForeignKey("wage_line.id"), unique=True)
    amount: Mapped[Money]


class BatchRow(Base):
    """One payroll to one bank."""

    __tablename__ = "pay_batch"
    __table_args__ = (
        UniqueConstraint("project", "month", "attempt_number"),
        Index("ix_pay_batch_state", "state"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    project: Mapped[UUID] = mapped_column(ForeignKey("project.id"))
    month: Mapped[WageMonth]
    attempt_number: Mapped[int]
    reference: Mapped[str] = mapped_column(unique=True)
    bank: Mapped[str]
    state: Mapped[BatchState]
    debtor_name: Mapped[str]
    debtor_account: Mapped[str]
    debtor_cnaps: Mapped[str]
    purpose: Mapped[str]
    maker: Mapped[UUID]
    made_at: Mapped[datetime]
    digest: Mapped[str]
    body: Mapped[bytes]
    body_sha256: Mapped[str]
    single_person: Mapped[bool]
    version: Mapped[int]


class PayItemRow(Base):
    """One instruction for one obligation; at most one of them is live."""

    __tablename__ = "pay_item"
    __table_args__ = (
        CheckConstraint("amount > 0", name="positive"),
        Index(LIVE_INDEX, "obligation", unique=True, sqlite_where=_LIVE, postgresql_where=_LIVE),
        Index("ix_pay_item_obligation", "obligation"),
        UniqueConstraint("batch", "seq"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    batch: Mapped[UUID] = mapped_column(ForeignKey("pay_batch.id"))
    obligation: Mapped[UUID] = mapped_column(ForeignKey("obligation.id"))
    worker: Mapped[UUID] = mapped_column(ForeignKey("worker.id"), index=True)
    seq: Mapped[int]
    end_to_end: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    account: Mapped[str]
    bank: Mapped[str]
    cnaps: Mapped[str]
    amount: Mapped[Money]
    state: Mapped[ItemState]
    code: Mapped[str]
    reason: Mapped[str]


class ApprovalRow(Base):
    """Who approved which digest of a batch."""

    __tablename__ = "pay_approval"

    batch: Mapped[UUID] = mapped_column(ForeignKey("pay_batch.id"), primary_key=True)
    role: Mapped[str] = mapped_column(primary_key=True)
    """"checker"; a later part adds the releaser."""
    person: Mapped[UUID]
    at: Mapped[datetime | None]
    digest: Mapped[str]


class AttemptRow(Base):
    """One try at the bank, on record before it begins."""

    __tablename__ = "pay_attempt"
    __table_args__ = (Index("ix_pay_attempt_batch", "batch", "started"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    batch: Mapped[UUID] = mapped_column(ForeignKey("pay_batch.id"))
    kind: Mapped[AttemptKind]
    started: Mapped[datetime]
    outcome: Mapped[AttemptOutcome]
    ended: Mapped[datetime | None]
    reply: Mapped[bytes]
