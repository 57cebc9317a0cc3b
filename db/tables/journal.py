"""Who did what and when; rows are added and never touched again."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, Index
from sqlalchemy.orm import Mapped, mapped_column

from db.tables.base import Base


class JournalRow(Base):
    """One act; the MAC binds it to the act before."""

    __tablename__ = "journal"
    __table_args__ = (Index("ix_journal_action", "action", "seq"),)

    seq: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    at: Mapped[datetime]
    person: Mapped[UUID]
    person_name: Mapped[str]
    action: Mapped[str]
    subject: Mapped[str]
    body: Mapped[str]
    prev: Mapped[str]
    mac: Mapped[str]
