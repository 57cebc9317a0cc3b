"""New columns of the second revision; tables are never rebuilt, so triggers and rows stay."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

_TAIL = 4
_HMT = "('810000', '820000', '830000')"
"""Area codes of residence permits for people of Hong Kong, Macao and Taiwan (DOMAIN 9.1)."""

_TEXTS = {
    "company": ("qualification", "legal_person", "phone", "address"),
    "team": ("trade",),
    "project": ("rule_source",),
    "worker": (
        "contact_address",
        "emergency_name",
        "emergency_phone",
        "emergency_relation",
        "id_tail",
    ),
    "worker_card": ("tail",),
    "employment": ("exit_reason",),
    "device": ("format", "place"),
}
_WORDS = {
    ("project", "counting"): "first_last",
    ("worker", "id_kind"): "resident",
    ("worker", "captured"): "imported",
}
_DAYS = (("company", "qualification_until"), ("team", "filed_on"))
_REFERENCES = (
    ("team", "leader", "worker"),
    ("hand_mark", "evidence", "document"),
)


def add_columns() -> None:
    """Add what the second revision says of companies, projects, workers and days."""
    for table, names in _TEXTS.items():
        for name in names:
            _add(table, name, sa.Text(), "")
    for (table, name), word in _WORDS.items():
        _add(table, name, sa.Text(), word)
    _add("company", "is_person", sa.Boolean(), sa.false())
    for table, name in _DAYS:
        _add(table, name, sa.Date())
    _add("worker", "captured_at", sa.DateTime(timezone=True))
    for table, name, target in _REFERENCES:
        _refer(table, name, target)


def _add(table: str, name: str, kind: Any, default: Any = None) -> None:  # noqa: ANN401 - SQLAlchemy's
    """Add a column: never NULL when it has a default."""
    column: sa.Column[Any] = sa.Column(name, kind, nullable=default is None, server_default=default)
    op.add_column(table, column)


def _refer(table: str, name: str, target: str) -> None:
    """Add a column that may refer to a row; SQLite takes the reference only with the column."""
    kind = sa.Uuid().compile(op.get_bind().dialect)
    op.execute(
        f"ALTER TABLE {table} ADD COLUMN {name} {kind} "
        f"CONSTRAINT fk_{table}_{name} REFERENCES {target} (id)"
    )


def fill_columns() -> None:
    """Work out what the new columns say of rows that are there already."""
    is_file = op.get_bind().dialect.name == "sqlite"
    for table, name, source in (
        ("worker", "id_tail", "id_number"),
        ("worker_card", "tail", "number"),
    ):
        tail = f"substr({source}, -{_TAIL})" if is_file else f"right({source}, {_TAIL})"
        op.execute(f"UPDATE {table} SET {name} = {tail}")  # noqa: S608 - constants
    op.execute(
        "UPDATE worker SET id_kind = 'hmt_permit' "  # noqa: S608 - constants
        f"WHERE length(id_number) = 18 AND substr(id_number, 1, 6) IN {_HMT}"
    )
    op.execute(
        "UPDATE worker SET id_kind = 'foreign_permanent' "
        "WHERE length(id_number) = 18 AND substr(id_number, 1, 1) = '9'"
    )


def index_columns() -> None:
    """Make the narrow indexes that a search of the whole office walks."""
    for table, name in (
        ("worker", "name"),
        ("worker", "initials"),
        ("worker", "phone"),
        ("worker", "id_tail"),
        ("worker_card", "tail"),
    ):
        op.create_index(f"ix_{table}_{name}", table, [name])
