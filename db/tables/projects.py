"""Companies, projects, teams."""

from __future__ import annotations

from datetime import date, time
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.tables.base import Base
from desktop.domain.attendance import Counting
from desktop.domain.company import CompanyRole, WorksKind
from desktop.domain.money import Money
from desktop.domain.project import ContactKind


class CompanyRow(Base):
    """A company by its full registered name."""

    __tablename__ = "company"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    credit_code: Mapped[str]
    is_person: Mapped[bool]
    qualification: Mapped[str]
    qualification_until: Mapped[date | None]
    legal_person: Mapped[str]
    phone: Mapped[str]
    address: Mapped[str]


class ProjectRow(Base):
    """A project with its account and settings."""

    __tablename__ = "project"
    __table_args__ = (
        CheckConstraint("pay_day BETWEEN 0 AND 31", name="pay_day"),
        CheckConstraint("repeat_seconds >= 0 AND least_minutes >= 0", name="rule"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    area: Mapped[str]
    platform: Mapped[str]
    sector: Mapped[str]
    address: Mapped[str]
    permit_number: Mapped[str]
    start: Mapped[date | None]
    finish: Mapped[date | None]
    department: Mapped[str]
    account_name: Mapped[str]
    account_number: Mapped[str]
    account_bank: Mapped[str]
    account_cnaps: Mapped[str]
    pay_day: Mapped[int]
    pay_next_month: Mapped[bool]
    pay_method: Mapped[str]
    contract_sum: Mapped[Money]
    labour_cost_ratio: Mapped[str]
    complaint_address: Mapped[str]
    complaint_image: Mapped[UUID | None]
    day_boundary: Mapped[time]
    repeat_seconds: Mapped[int]
    least_punches: Mapped[int]
    least_minutes: Mapped[int]
    version: Mapped[int]
    counting: Mapped[Counting]
    rule_source: Mapped[str]


class MemberRow(Base):
    """A company in its role in a project, in the order given."""

    __tablename__ = "project_member"

    project: Mapped[UUID] = mapped_column(
        ForeignKey("project.id", ondelete="CASCADE"), primary_key=True
    )
    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    company: Mapped[UUID] = mapped_column(ForeignKey("company.id"), index=True)
    role: Mapped[CompanyRole]
    person: Mapped[str]
    phone: Mapped[str]


class ContactRow(Base):
    """Whom the notice board names besides the companies."""

    __tablename__ = "project_contact"

    project: Mapped[UUID] = mapped_column(
        ForeignKey("project.id", ondelete="CASCADE"), primary_key=True
    )
    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    kind: Mapped[ContactKind]
    name: Mapped[str]
    phone: Mapped[str]
    address: Mapped[str]
    hours: Mapped[str]


class TeamRow(Base):
    """A team of one subcontractor in one project."""

    __tablename__ = "team"
    __table_args__ = (UniqueConstraint("project", "subcontractor", "name"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    project: Mapped[UUID] = mapped_column(ForeignKey("project.id"))
    subcontractor: Mapped[UUID] = mapped_column(ForeignKey("company.id"), index=True)
    name: Mapped[str]
    trade: Mapped[str]
    leader: Mapped[UUID | None] = mapped_column(ForeignKey("worker.id"))
    filed_on: Mapped[date | None]


class WorksContractRow(Base):
    """A contract or subcontract in a project's chain."""

    __tablename__ = "works_contract"
    __table_args__ = (
        CheckConstraint("amount >= 0 AND measured_days >= 0", name="not_negative"),
        Index("ix_works_contract_project", "project", "number"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    project: Mapped[UUID] = mapped_column(ForeignKey("project.id"))
    kind: Mapped[WorksKind]
    giver: Mapped[UUID] = mapped_column(ForeignKey("company.id"), index=True)
    taker: Mapped[UUID] = mapped_column(ForeignKey("company.id"), index=True)
    number: Mapped[str]
    signed: Mapped[date | None]
    begin: Mapped[date | None]
    end: Mapped[date | None]
    amount: Mapped[Money]
    scope: Mapped[str]
    measured_days: Mapped[int]
    document: Mapped[UUID | None] = mapped_column(ForeignKey("document.id"))
    version: Mapped[int]
