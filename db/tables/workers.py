"""Workers with everything dated that belongs to them."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, ForeignKeyConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from db.tables.base import Base
from desktop.domain.identity import IdKind
from desktop.domain.money import Money
from desktop.domain.worker import Capture, PayKind


class WorkerRow(Base):
    """A worker by real name."""

    __tablename__ = "worker"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(index=True)
    id_number: Mapped[str] = mapped_column(unique=True)
    phone: Mapped[str] = mapped_column(index=True)
    sex: Mapped[str]
    birth: Mapped[date | None]
    nation: Mapped[str]
    native_place: Mapped[str]
    education: Mapped[str]
    political_status: Mapped[str]
    address: Mapped[str]
    id_issuer: Mapped[str]
    id_validity: Mapped[str]
    note: Mapped[str]
    initials: Mapped[str] = mapped_column(index=True)
    version: Mapped[int]
    id_kind: Mapped[IdKind]
    captured: Mapped[Capture]
    captured_at: Mapped[datetime | None]
    contact_address: Mapped[str]
    emergency_name: Mapped[str]
    emergency_phone: Mapped[str]
    emergency_relation: Mapped[str]
    id_tail: Mapped[str] = mapped_column(index=True)
    """The last four characters of the identity number, which people search by."""


class CardRow(Base):
    """A bank card from a day on."""

    __tablename__ = "worker_card"

    worker: Mapped[UUID] = mapped_column(
        ForeignKey("worker.id", ondelete="CASCADE"), primary_key=True
    )
    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    number: Mapped[str]
    bank: Mapped[str]
    cnaps: Mapped[str]
    account_name: Mapped[str]
    since: Mapped[date | None]
    tail: Mapped[str] = mapped_column(index=True)
    """The last four digits."""


class EmploymentRow(Base):
    """A worker in one project."""

    __tablename__ = "employment"
    __table_args__ = (Index("ix_employment_project", "project", "entry"),)

    worker: Mapped[UUID] = mapped_column(
        ForeignKey("worker.id", ondelete="CASCADE"), primary_key=True
    )
    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    project: Mapped[UUID] = mapped_column(ForeignKey("project.id"))
    team: Mapped[UUID] = mapped_column(ForeignKey("team.id"), index=True)
    trade: Mapped[str]
    entry: Mapped[date]
    exit: Mapped[date | None]
    exit_reason: Mapped[str]


class PayTermRow(Base):
    """A pay standard from a day on."""

    __tablename__ = "pay_term"
    __table_args__ = (
        ForeignKeyConstraint(
            ["worker", "employment"], ["employment.worker", "employment.seq"], ondelete="CASCADE"
        ),
        CheckConstraint("rate >= 0", name="not_negative"),
    )

    worker: Mapped[UUID] = mapped_column(primary_key=True)
    employment: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    kind: Mapped[PayKind]
    rate: Mapped[Money]
    since: Mapped[date]


class DeviceNumberRow(Base):
    """A number on the project's gates that means this worker for a time."""

    __tablename__ = "device_number"
    __table_args__ = (
        ForeignKeyConstraint(
            ["worker", "employment"], ["employment.worker", "employment.seq"], ondelete="CASCADE"
        ),
    )

    worker: Mapped[UUID] = mapped_column(primary_key=True)
    employment: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    number: Mapped[str]
    since: Mapped[date | None]
    until: Mapped[date | None]


class OpeningRow(Base):
    """A balance brought in when the office begins; the project's account has no worker."""

    __tablename__ = "opening_balance"

    project: Mapped[UUID] = mapped_column(ForeignKey("project.id"), primary_key=True)
    kind: Mapped[str] = mapped_column(primary_key=True)
    holder: Mapped[str] = mapped_column(primary_key=True)
    """The worker's UUID as text, empty for the project itself: part of the key, so never NULL."""
    worker: Mapped[UUID | None] = mapped_column(ForeignKey("worker.id"), index=True)
    amount: Mapped[Money]
    as_of: Mapped[date]
