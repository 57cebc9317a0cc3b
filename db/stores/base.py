"""What all stores share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeVar

from sqlalchemy import Connection, Row, Select, insert, select
from sqlalchemy.dialects import postgresql, sqlite

from db.faults import first_come
from db.tables.base import Base

T = TypeVar("T")
CHUNK = 2_000
"""Rows or keys a statement; far below the bind limits of both engines."""


class Store:
    """A store works on the connection of its unit of work."""

    def __init__(self, connection: Connection) -> None:
        self.cx = connection

    def add_rows(self, kind: type[Base], rows: Sequence[Mapping[str, Any]]) -> None:
        """Insert rows in batches; nothing when there are none."""
        for part in chunks(rows):
            self.cx.execute(insert(kind), part)

    def upsert(self, kind: type[Base], row: Mapping[str, Any], *keys: str) -> None:
        """Insert a row, or update the one with the same keys. Raises Stale for a taken name."""
        make = postgresql.insert if self.cx.dialect.name == "postgresql" else sqlite.insert
        statement = make(kind).values(**row)
        rest = {name: value for name, value in row.items() if name not in keys}
        with first_come(kind.__tablename__, str(row.get("name", ""))):
            self.cx.execute(statement.on_conflict_do_update(index_elements=keys, set_=rest))


def all_of(kind: type[Base]) -> Select[*tuple[Any, ...]]:
    """Select every column of a table, in the order of its declaration."""
    return select(*kind.__table__.columns)


def chunks(items: Sequence[T], size: int = CHUNK) -> Iterator[Sequence[T]]:
    """Cut a sequence into pieces."""
    for start in range(0, len(items), size):
        yield items[start : start + size]


def pick(value: object, names: Sequence[str]) -> dict[str, Any]:
    """Return the named attributes of a value as a row."""
    return {name: getattr(value, name) for name in names}


def columns(row: Row[*tuple[Any, ...]], names: Sequence[str]) -> dict[str, Any]:
    """Return the named columns of a row as keyword arguments."""
    found = row._mapping  # noqa: SLF001 - SQLAlchemy's documented accessor
    return {name: found[name] for name in names}
