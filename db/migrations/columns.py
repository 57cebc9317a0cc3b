"""Short words for the columns that nearly every table has."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

Columns = list[sa.Column[Any]]


def texts(*names: str) -> Columns:
    """Columns that hold text, never NULL."""
    return [sa.Column(name, sa.Text(), nullable=False) for name in names]


def uuids(*names: str) -> Columns:
    """Columns that hold an identifier, never NULL."""
    return [sa.Column(name, sa.Uuid(), nullable=False) for name in names]


def numbers(*names: str) -> Columns:
    """Columns that hold a whole number, never NULL and never counted up by the engine."""
    return [sa.Column(name, sa.BigInteger(), nullable=False, autoincrement=False) for name in names]


def days(*names: str) -> Columns:
    """Columns that hold a day, never NULL."""
    return [sa.Column(name, sa.Date(), nullable=False) for name in names]


def instants(*names: str) -> Columns:
    """Columns that hold an instant, never NULL."""
    return [sa.Column(name, sa.DateTime(timezone=True), nullable=False) for name in names]


def maybe_days(*names: str) -> Columns:
    """Columns that hold a day or nothing."""
    return [sa.Column(name, sa.Date(), nullable=True) for name in names]


def maybe_uuids(*names: str) -> Columns:
    """Columns that hold an identifier or nothing."""
    return [sa.Column(name, sa.Uuid(), nullable=True) for name in names]


def refers(
    table: str, name: str, target: str, *, ondelete: str | None = None
) -> sa.ForeignKeyConstraint:
    """Make a named reference from a column to another table's `id`."""
    return sa.ForeignKeyConstraint(
        [name], [f"{target}.id"], name=f"fk_{table}_{name}", ondelete=ondelete
    )
