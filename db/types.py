"""Column types: exact money and decimals, months, aware instants, words of an enumeration."""
# ruff: noqa: ARG002 - SQLAlchemy hands the dialect to every type

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any, Generic, TypeVar

from sqlalchemy import BigInteger, DateTime, Dialect, Text
from sqlalchemy.types import TypeDecorator

from desktop.domain.money import Money
from desktop.domain.months import WageMonth

E = TypeVar("E", bound=StrEnum)


class Fen(TypeDecorator[Money]):
    """Money as a whole number of fen."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: Money | None, dialect: Dialect) -> int | None:
        """Return the fen."""
        return None if value is None else value.fen

    def process_result_value(self, value: int | None, dialect: Dialect) -> Money | None:
        """Return the amount."""
        return None if value is None else Money(int(value))


class Month(TypeDecorator[WageMonth]):
    """A wage month as YYYY-MM, which sorts."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: WageMonth | None, dialect: Dialect) -> str | None:
        """Return the text."""
        return None if value is None else str(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> WageMonth | None:
        """Return the month."""
        return None if value is None else WageMonth.parse(value)


class Exact(TypeDecorator[Decimal]):
    """A decimal kept digit by digit (SQLite would make a binary fraction of it)."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> str | None:
        """Return the digits."""
        return None if value is None else f"{value:f}"

    def process_result_value(self, value: str | None, dialect: Dialect) -> Decimal | None:
        """Return the number."""
        return None if value is None else Decimal(value)


class Instant(TypeDecorator[datetime]):
    """A timezone-aware UTC instant; SQLite keeps it without the zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return the instant in UTC.

        Raises:
            ValueError: it has no time zone.
        """
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(value)
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return the aware instant."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Word(TypeDecorator[E], Generic[E]):
    """A member of an enumeration by its value, so that new members need no migration."""

    impl = Text
    cache_ok = True

    def __init__(self, kind: type[E]) -> None:
        super().__init__()
        self.kind = kind
        self._members = {member.value: member for member in kind}

    def process_bind_param(self, value: E | None, dialect: Dialect) -> str | None:
        """Return the value."""
        return None if value is None else self.kind(value).value

    def process_result_value(self, value: Any | None, dialect: Dialect) -> E | None:  # noqa: ANN401 - the driver's word
        """Return the member."""
        return None if value is None else self._members[value]
