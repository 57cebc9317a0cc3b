"""The common ground of all rows: types by annotation, names of constraints."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import BigInteger, Boolean, Date, LargeBinary, MetaData, Text, Time, Uuid
from sqlalchemy.orm import DeclarativeBase

from db.types import Exact, Fen, Instant, Month, Word
from desktop.domain.attendance import Counting, HoursKind
from desktop.domain.calendar import DayKind
from desktop.domain.company import CompanyRole, WorksKind
from desktop.domain.contract import ContractKind, ContractTerm
from desktop.domain.disbursement import AttemptKind, AttemptOutcome, BatchState, ItemState
from desktop.domain.documents import DocumentKind
from desktop.domain.identity import IdKind
from desktop.domain.imports import ImportKind
from desktop.domain.likeness import LikenessKind
from desktop.domain.money import Money
from desktop.domain.months import WageMonth
from desktop.domain.payroll import ItemKind, SheetState
from desktop.domain.people import Role
from desktop.domain.project import ContactKind
from desktop.domain.signing import SignatureKind
from desktop.domain.site_days import MonthPart
from desktop.domain.watch import WatchKind
from desktop.domain.worker import Capture, PayKind

WORDS = (
    AttemptKind, AttemptOutcome, BatchState, Capture, CompanyRole, ContactKind, ContractKind,
    ContractTerm, Counting, DayKind, DocumentKind, HoursKind, IdKind, ImportKind, ItemKind,
    ItemState, LikenessKind, MonthPart, PayKind, Role, SheetState, SignatureKind, WatchKind,
    WorksKind,
)  # fmt: skip


class Base(DeclarativeBase):
    """A row."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        UUID: Uuid(),
        bool: Boolean(),
        bytes: LargeBinary(),
        date: Date(),
        datetime: Instant(),
        Decimal: Exact(),
        int: BigInteger(),
        Money: Fen(),
        str: Text(),
        time: Time(),
        WageMonth: Month(),
        **{kind: Word(kind) for kind in WORDS},
    }
