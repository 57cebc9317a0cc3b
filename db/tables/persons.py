"""Sealed pictures with the keys of their persons; watch lists."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from db.tables.base import Base
from desktop.domain.likeness import LikenessKind
from desktop.domain.watch import WatchKind


class LikenessKeyRow(Base):
    """A person's wrapped key; once it is gone, what it sealed can never be opened again."""

    __tablename__ = "likeness_key"

    worker: Mapped[UUID] = mapped_column(
        ForeignKey("worker.id", ondelete="RESTRICT"), primary_key=True
    )
    wrapped: Mapped[bytes]


class LikenessRow(Base):
    """One sealed picture."""

    __tablename__ = "likeness"

    worker: Mapped[UUID] = mapped_column(
        ForeignKey("worker.id", ondelete="RESTRICT"), primary_key=True
    )
    kind: Mapped[LikenessKind] = mapped_column(primary_key=True)
    media_type: Mapped[str]
    sealed: Mapped[bytes]
    taken_at: Mapped[datetime]
    by: Mapped[UUID]
    delete_on: Mapped[date] = mapped_column(index=True)


class WatchRow(Base):
    """One person on a blacklist or bad-record list."""

    __tablename__ = "watch_entry"
    __table_args__ = (Index("ix_watch_entry_list", "kind", "source"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    kind: Mapped[WatchKind]
    name: Mapped[str]
    id_number: Mapped[str] = mapped_column(index=True)
    reason: Mapped[str]
    source: Mapped[str]
    since: Mapped[date | None]
    until: Mapped[date | None]
