"""Labour contracts, trainings, insurance, exit settlements."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from db.tables.base import Base
from desktop.domain.contract import ContractKind, ContractTerm
from desktop.domain.money import Money
from desktop.domain.months import WageMonth
from desktop.domain.worker import PayKind


class LabourContractRow(Base):
    """A labour contract or written labour-use agreement."""

    __tablename__ = "labour_contract"
    __table_args__ = (
        CheckConstraint("rate >= 0 AND probation_months >= 0", name="not_negative"),
        CheckConstraint("pay_day BETWEEN 0 AND 31", name="pay_day"),
        Index("ix_labour_contract_project", "project", "number"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    project: Mapped[UUID] = mapped_column(ForeignKey("project.id"))
    worker: Mapped[UUID] = mapped_column(ForeignKey("worker.id"), index=True)
    employer: Mapped[UUID] = mapped_column(ForeignKey("company.id"), index=True)
    kind: Mapped[ContractKind]
    term: Mapped[ContractTerm]
    number: Mapped[str]
    begin: Mapped[date]
    end: Mapped[date | None]
    pay_kind: Mapped[PayKind]
    rate: Mapped[Money]
    pay_day: Mapped[int]
    pay_next_month: Mapped[bool]
    work: Mapped[str]
    place: Mapped[str]
    probation_months: Mapped[int]
    emergency_name: Mapped[str]
    emergency_phone: Mapped[str]
    emergency_relation: Mapped[str]
    signed: Mapped[date | None]
    ended: Mapped[date | None]
    scan: Mapped[UUID | None] = mapped_column(ForeignKey("document.id"))
    version: Mapped[int]


class TrainingRow(Base):
    """A safety training before entry."""

    __tablename__ = "training"
    __table_args__ = (Index("ix_training_project", "project", "day"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    project: Mapped[UUID] = mapped_column(ForeignKey("project.id"))
    name: Mapped[str]
    day: Mapped[date]
    hours: Mapped[Decimal]
    trainer: Mapped[str]
    place: Mapped[str]
    document: Mapped[UUID | None] = mapped_column(ForeignKey("document.id"))


class TrainedRow(Base):
    """One who passed a training, in the order given."""

    __tablename__ = "training_worker"

    training: Mapped[UUID] = mapped_column(
        ForeignKey("training.id", ondelete="CASCADE"), primary_key=True
    )
    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    worker: Mapped[UUID] = mapped_column(ForeignKey("worker.id"), index=True)


class InsuranceRow(Base):
    """Work-injury insurance of a project."""

    __tablename__ = "insurance_proof"
    __table_args__ = (
        CheckConstraint("premium >= 0", name="not_negative"),
        Index("ix_insurance_proof_project", "project", "begin"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    project: Mapped[UUID] = mapped_column(ForeignKey("project.id"))
    number: Mapped[str]
    insurer: Mapped[str]
    begin: Mapped[date]
    end: Mapped[date | None]
    premium: Mapped[Money]
    document: Mapped[UUID | None] = mapped_column(ForeignKey("document.id"))


class SettlementRow(Base):
    """The sheet that a leaving worker signs."""

    __tablename__ = "exit_settlement"
    __table_args__ = (Index("ix_exit_settlement_project", "project", "at"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    project: Mapped[UUID] = mapped_column(ForeignKey("project.id"))
    worker: Mapped[UUID] = mapped_column(ForeignKey("worker.id"), index=True)
    exit: Mapped[date]
    arrears: Mapped[Money]
    at: Mapped[datetime]
    by: Mapped[UUID]
    signed_on: Mapped[date | None]
    scan: Mapped[UUID | None] = mapped_column(ForeignKey("document.id"))


class SettledMonthRow(Base):
    """One month of an exit settlement."""

    __tablename__ = "settled_month"

    settlement: Mapped[UUID] = mapped_column(
        ForeignKey("exit_settlement.id", ondelete="CASCADE"), primary_key=True
    )
    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    month: Mapped[WageMonth]
    work_days: Mapped[Decimal]
    due: Mapped[Money]
    paid: Mapped[Money]
