"""The office itself: its record, persons, dated tables, documents."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from db.tables.base import Base
from desktop.domain.calendar import DayKind
from desktop.domain.documents import DocumentKind
from desktop.domain.money import Money
from desktop.domain.people import Role


class OfficeRow(Base):
    """The one row that the books hold of themselves."""

    __tablename__ = "office"
    __table_args__ = (CheckConstraint("id = 1", name="only_one"),)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    created_at: Mapped[datetime]
    reference_key: Mapped[bytes]
    epoch: Mapped[int]
    restored_at: Mapped[datetime | None]
    settings: Mapped[str]


class PersonRow(Base):
    """Somebody who works with the books."""

    __tablename__ = "person"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)


class PersonRoleRow(Base):
    """One role of a person."""

    __tablename__ = "person_role"

    person: Mapped[UUID] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), primary_key=True
    )
    role: Mapped[Role] = mapped_column(primary_key=True)


class CalendarDayRow(Base):
    """A day that differs from its weekday."""

    __tablename__ = "calendar_day"

    day: Mapped[date] = mapped_column(primary_key=True)
    kind: Mapped[DayKind]
    name: Mapped[str]
    source: Mapped[str]


class CalendarYearRow(Base):
    """A year whose notice has been entered."""

    __tablename__ = "calendar_year"

    year: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)


class MinimumWageRow(Base):
    """A minimum wage from a date on."""

    __tablename__ = "minimum_wage"
    __table_args__ = (CheckConstraint("monthly >= 0 AND hourly >= 0", name="not_negative"),)

    area: Mapped[str] = mapped_column(primary_key=True)
    effective_from: Mapped[date] = mapped_column(primary_key=True)
    monthly: Mapped[Money]
    hourly: Mapped[Money]
    document: Mapped[str]


class DocumentRow(Base):
    """A file kept inside the books."""

    __tablename__ = "document"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    project: Mapped[UUID] = mapped_column(ForeignKey("project.id"), index=True)
    kind: Mapped[DocumentKind]
    name: Mapped[str]
    media_type: Mapped[str]
    content: Mapped[bytes]
    sha256: Mapped[str]
    by: Mapped[UUID]
    at: Mapped[datetime]
