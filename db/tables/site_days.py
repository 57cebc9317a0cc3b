"""What else is said of a project's days: clocks, notes, stoppages, confirmations, platform days."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from sqlalchemy import ForeignKey, Index, Integer
from sqlalchemy.orm import Mapped, mapped_column

from db.tables.base import Base
from desktop.domain.months import WageMonth
from desktop.domain.site_days import MonthPart


class ClockReadingRow(Base):
    """What a gate's clock showed at a moment whose true time was known."""

    __tablename__ = "clock_reading"

    number: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=True)
    device: Mapped[UUID] = mapped_column(ForeignKey("device.id"), index=True)
    shown_at: Mapped[datetime]
    true_at: Mapped[datetime]
    by: Mapped[UUID]
    note: Mapped[str]


class DayNoteRow(Base):
    """What somebody wrote on a cell of the month grid."""

    __tablename__ = "day_note"

    project: Mapped[UUID] = mapped_column(ForeignKey("project.id"), primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True)
    worker: Mapped[UUID] = mapped_column(ForeignKey("worker.id"), primary_key=True, index=True)
    text: Mapped[str]
    by: Mapped[UUID]
    by_name: Mapped[str]
    at: Mapped[datetime]


class StoppageRow(Base):
    """A declared stoppage."""

    __tablename__ = "stoppage"
    __table_args__ = (Index("ix_stoppage_project", "project", "first"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    project: Mapped[UUID] = mapped_column(ForeignKey("project.id"))
    first: Mapped[date]
    last: Mapped[date | None]
    reason: Mapped[str]
    declared_on: Mapped[date | None]
    document: Mapped[UUID | None] = mapped_column(ForeignKey("document.id"))


class NilMonthRow(Base):
    """A month without any work."""

    __tablename__ = "nil_month"

    project: Mapped[UUID] = mapped_column(ForeignKey("project.id"), primary_key=True)
    month: Mapped[WageMonth] = mapped_column(primary_key=True)
    reason: Mapped[str]
    by: Mapped[UUID]
    by_name: Mapped[str]
    at: Mapped[datetime]


class ConfirmationRow(Base):
    """A printed attendance sheet that workers and foreman sign."""

    __tablename__ = "confirmation"
    __table_args__ = (Index("ix_confirmation_month", "project", "month"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    project: Mapped[UUID] = mapped_column(ForeignKey("project.id"))
    month: Mapped[WageMonth]
    part: Mapped[MonthPart]
    team: Mapped[UUID] = mapped_column(ForeignKey("team.id"), index=True)
    digest: Mapped[str]
    printed_at: Mapped[datetime]
    by: Mapped[UUID]
    signed_on: Mapped[date | None]
    scan: Mapped[UUID | None] = mapped_column(ForeignKey("document.id"))


class PlatformDaysRow(Base):
    """Days that the supervision platform counts for a worker in a month."""

    __tablename__ = "platform_days"

    project: Mapped[UUID] = mapped_column(ForeignKey("project.id"), primary_key=True)
    month: Mapped[WageMonth] = mapped_column(primary_key=True)
    worker: Mapped[UUID] = mapped_column(ForeignKey("worker.id"), primary_key=True, index=True)
    days: Mapped[Decimal]
