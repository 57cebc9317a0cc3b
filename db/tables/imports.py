"""Accepted imports, with what they changed and what they refused."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, Integer
from sqlalchemy.orm import Mapped, mapped_column

from db.tables.base import Base
from desktop.domain.imports import ImportKind


class ImportRow(Base):
    """One accepted import; its small number is what punches carry."""

    __tablename__ = "import_record"
    __table_args__ = (Index("ix_import_record_project", "project", "kind"),)

    number: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=True)
    id: Mapped[UUID] = mapped_column(unique=True)
    project: Mapped[UUID] = mapped_column(ForeignKey("project.id"))
    kind: Mapped[ImportKind]
    file_name: Mapped[str]
    sha256: Mapped[str]
    format: Mapped[str]
    by: Mapped[UUID]
    at: Mapped[datetime]
    rows: Mapped[int]
    new: Mapped[int]
    undone_at: Mapped[datetime | None]


class MappingRow(Base):
    """How the tables of a sender or gate are read, as JSON."""

    __tablename__ = "table_mapping"

    kind: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(primary_key=True)
    body: Mapped[str]


class ImportChangeRow(Base):
    """A worker or team before and after, as JSON."""

    __tablename__ = "import_change"

    import_number: Mapped[int] = mapped_column(
        Integer, ForeignKey("import_record.number"), primary_key=True, autoincrement=False
    )
    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    kind: Mapped[str]
    subject: Mapped[str]
    before: Mapped[str]
    after: Mapped[str]


class RefusedLineRow(Base):
    """A line that could not be read, with its text."""

    __tablename__ = "import_refused"

    import_number: Mapped[int] = mapped_column(
        Integer, ForeignKey("import_record.number"), primary_key=True, autoincrement=False
    )
    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    line: Mapped[int]
    text: Mapped[str]
    code: Mapped[str]
