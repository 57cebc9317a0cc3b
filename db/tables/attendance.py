"""Raw punches, days set by hand, approved hours."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Integer, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.tables.base import Base
from desktop.domain.attendance import HoursKind


class DeviceRow(Base):
    """A gate of a project; its small number is what a million punches carry."""

    __tablename__ = "device"
    __table_args__ = (UniqueConstraint("project", "name"),)

    number: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=True)
    id: Mapped[UUID] = mapped_column(unique=True)
    project: Mapped[UUID] = mapped_column(ForeignKey("project.id"))
    name: Mapped[str]
    format: Mapped[str]
    place: Mapped[str]


class PunchRow(Base):
    """A raw punch; whose it is, the dated device numbers of the workers say."""

    __tablename__ = "punch"
    __table_args__ = ({"sqlite_with_rowid": False},)

    device: Mapped[int] = mapped_column(
        Integer, ForeignKey("device.number"), primary_key=True, autoincrement=False
    )
    number: Mapped[str] = mapped_column(primary_key=True)
    second: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    status: Mapped[int] = mapped_column(Integer)
    verify: Mapped[int] = mapped_column(Integer)
    import_number: Mapped[int] = mapped_column(Integer)


class PunchCountRow(Base):
    """How many punches a number has on a device; kept in the transaction that stores them."""

    __tablename__ = "punch_count"
    __table_args__ = ({"sqlite_with_rowid": False},)

    device: Mapped[int] = mapped_column(
        Integer, ForeignKey("device.number"), primary_key=True, autoincrement=False
    )
    number: Mapped[str] = mapped_column(primary_key=True)
    punches: Mapped[int]


class HandMarkRow(Base):
    """A day set by hand."""

    __tablename__ = "hand_mark"

    project: Mapped[UUID] = mapped_column(ForeignKey("project.id"), primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True)
    worker: Mapped[UUID] = mapped_column(ForeignKey("worker.id"), primary_key=True, index=True)
    work_days: Mapped[Decimal]
    hours: Mapped[Decimal | None]
    reason: Mapped[str]
    by: Mapped[UUID]
    by_name: Mapped[str]
    at: Mapped[datetime]
    evidence: Mapped[UUID | None] = mapped_column(ForeignKey("document.id"))


class ApprovedHoursRow(Base):
    """Extra hours of one day that a person has approved."""

    __tablename__ = "approved_hours"
    __table_args__ = (CheckConstraint("minutes BETWEEN 1 AND 1440", name="a_day"),)

    project: Mapped[UUID] = mapped_column(ForeignKey("project.id"), primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True)
    worker: Mapped[UUID] = mapped_column(ForeignKey("worker.id"), primary_key=True, index=True)
    kind: Mapped[HoursKind] = mapped_column(primary_key=True)
    minutes: Mapped[int] = mapped_column(Integer)
    by: Mapped[UUID]
    by_name: Mapped[str]
    at: Mapped[datetime]
