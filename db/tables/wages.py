"""Wage sheets, their lines and items, adjustments, signatures."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, Integer, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.tables.base import Base
from desktop.domain.money import Money
from desktop.domain.months import WageMonth
from desktop.domain.payroll import ItemKind, SheetState
from desktop.domain.signing import SignatureKind
from desktop.domain.worker import PayKind


class SheetRow(Base):
    """One subcontractor's sheet of one month; number 0 is the main one."""

    __tablename__ = "wage_sheet"
    __table_args__ = (UniqueConstraint("project", "month", "subcontractor", "number"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    project: Mapped[UUID] = mapped_column(ForeignKey("project.id"))
    subcontractor: Mapped[UUID] = mapped_column(ForeignKey("company.id"), index=True)
    subcontractor_name: Mapped[str]
    month: Mapped[WageMonth]
    number: Mapped[int]
    state: Mapped[SheetState]
    reason: Mapped[str]
    prepared_by: Mapped[UUID | None]
    prepared_at: Mapped[datetime | None]
    audited_by: Mapped[UUID | None]
    audited_at: Mapped[datetime | None]
    locked_by: Mapped[UUID | None]
    locked_at: Mapped[datetime | None]
    single_person: Mapped[bool]
    version: Mapped[int]


class LineRow(Base):
    """One worker's line; digest and net are stored so that screens can count."""

    __tablename__ = "wage_line"
    __table_args__ = (Index("ix_wage_line_sheet", "sheet", "seq"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    sheet: Mapped[UUID] = mapped_column(ForeignKey("wage_sheet.id"))
    seq: Mapped[int]
    worker: Mapped[UUID] = mapped_column(ForeignKey("worker.id"), index=True)
    name: Mapped[str]
    id_number: Mapped[str]
    team: Mapped[UUID]
    team_name: Mapped[str]
    trade: Mapped[str]
    pay_kind: Mapped[PayKind]
    rate: Mapped[Money]
    work_days: Mapped[Decimal]
    card_number: Mapped[str]
    bank: Mapped[str]
    cnaps: Mapped[str]
    account_name: Mapped[str]
    net: Mapped[Money]
    digest: Mapped[str]


class ItemRow(Base):
    """One amount of a line with its derivation."""

    __tablename__ = "wage_item"
    __table_args__ = (CheckConstraint("amount >= 0", name="not_negative"),)

    line: Mapped[UUID] = mapped_column(
        ForeignKey("wage_line.id", ondelete="CASCADE"), primary_key=True
    )
    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    kind: Mapped[ItemKind]
    amount: Mapped[Money]
    quantity: Mapped[Decimal]
    rate: Mapped[Money]
    percent: Mapped[int]
    rule: Mapped[str]
    citation: Mapped[str]
    note: Mapped[str]


class AdjustmentRow(Base):
    """An advance or deduction entered for a worker and month."""

    __tablename__ = "adjustment"
    __table_args__ = (CheckConstraint("amount > 0", name="positive"),)

    project: Mapped[UUID] = mapped_column(ForeignKey("project.id"), primary_key=True)
    month: Mapped[WageMonth] = mapped_column(primary_key=True)
    worker: Mapped[UUID] = mapped_column(ForeignKey("worker.id"), primary_key=True, index=True)
    kind: Mapped[ItemKind] = mapped_column(primary_key=True)
    amount: Mapped[Money]
    reason: Mapped[str]
    by: Mapped[UUID]
    at: Mapped[datetime]


class SignatureRow(Base):
    """A signature; evidence outlives the line it was given on, hence no foreign key to it."""

    __tablename__ = "signature"
    __table_args__ = (Index("ix_signature_line", "line", "number"),)

    number: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=True)
    id: Mapped[UUID] = mapped_column(unique=True)
    line: Mapped[UUID]
    line_digest: Mapped[str]
    kind: Mapped[SignatureKind]
    at: Mapped[datetime]
    recorded_by: Mapped[UUID]
    image: Mapped[UUID | None] = mapped_column(ForeignKey("document.id"))
    strokes: Mapped[str]
