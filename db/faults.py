"""Where the driver's errors become ours: one place for both engines, commit included."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Engine, event
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.exc import IntegrityError

from desktop.domain.errors import (
    BooksBusy,
    BooksDamaged,
    DiskFull,
    FileTrouble,
    ServerTrouble,
    Stale,
    Trouble,
    UserError,
)

_PLAIN = (
    ("locked", BooksBusy),
    ("busy", BooksBusy),
    ("disk is full", DiskFull),
    ("disk i/o error", DiskFull),
    ("malformed", BooksDamaged),
    ("not a database", BooksDamaged),
    ("hmac check failed", BooksDamaged),
    ("unable to open database", FileTrouble),
)
_STATES: dict[str, type[Trouble]] = {
    "55P03": BooksBusy,  # lock_not_available
    "40001": BooksBusy,  # serialization_failure
    "40P01": BooksBusy,  # deadlock_detected
    "53100": DiskFull,
}
_TAKEN = "23505"  # unique_violation
_SERVER_CLASSES = ("08", "28", "3D", "53", "57", "58")
"""Connection, authorisation, no such database, resources, operator, system (PostgreSQL A)."""


def plain(error: BaseException, path: str) -> UserError | Trouble | None:
    """Translate an error of sqlcipher3; None when it is our own fault."""
    words = str(error).lower()
    for sign, kind in _PLAIN:
        if sign in words:
            return kind(path=path, detail=str(error))
    return None


def server(error: BaseException, name: str) -> Trouble | None:
    """Translate an error of psycopg; None when it is our own fault."""
    state: str | None = getattr(error, "sqlstate", None)
    if state is None:  # the connection was lost or never made
        kind_name = type(error).__name__
        return ServerTrouble(detail=str(error).strip()) if kind_name == "OperationalError" else None
    if state in _STATES:
        return _STATES[state](path=name, detail=str(error).strip())
    if state.startswith(_SERVER_CLASSES):
        return ServerTrouble(detail=str(error).strip())
    return None


def translate(engine: Engine, name: str) -> None:
    """Make every statement, begin and commit of an engine raise our errors."""
    to_ours = plain if engine.dialect.name == "sqlite" else server

    @event.listens_for(engine, "handle_error")
    def on_error(context: ExceptionContext) -> BaseException | None:
        if context.is_pre_ping:  # the pool replaces the lost connection by itself
            return None
        return to_ours(context.original_exception, name)


@contextmanager
def first_come(kind: str, name: str) -> Iterator[None]:
    """Turn "that name or number is taken" into Stale: somebody else was first."""
    try:
        yield
    except IntegrityError as error:
        taken = getattr(error.orig, "sqlstate", "") == _TAKEN or "UNIQUE" in str(error.orig)
        if taken:
            raise Stale(kind=kind, name=name) from error
        raise


def constraint(error: IntegrityError) -> str:
    """Name what was violated: a constraint's name on PostgreSQL, table.column on SQLite."""
    diagnosis: Any = getattr(error.orig, "diag", None)
    if diagnosis is not None:
        return str(diagnosis.constraint_name or "")
    return str(error.orig).rpartition(": ")[2]
