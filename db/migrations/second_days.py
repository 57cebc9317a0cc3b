"""Tables of the second revision: the chain of works contracts, and what is said of days."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from db.migrations.columns import (
    days,
    instants,
    maybe_days,
    maybe_uuids,
    numbers,
    refers,
    texts,
    uuids,
)


def make_chain() -> None:
    """Make the table of works contracts and that of saved mappings."""
    op.create_table(
        "works_contract",
        *uuids("id", "project"),
        *texts("kind"),
        *uuids("giver", "taker"),
        *texts("number"),
        *maybe_days("signed", "begin", "end"),
        *numbers("amount"),
        *texts("scope"),
        *numbers("measured_days"),
        *maybe_uuids("document"),
        *numbers("version"),
        sa.CheckConstraint(
            "amount >= 0 AND measured_days >= 0", name=op.f("ck_works_contract_not_negative")
        ),
        refers("works_contract", "project", "project"),
        refers("works_contract", "giver", "company"),
        refers("works_contract", "taker", "company"),
        refers("works_contract", "document", "document"),
        sa.PrimaryKeyConstraint("id", name="pk_works_contract"),
    )
    op.create_index("ix_works_contract_project", "works_contract", ["project", "number"])
    op.create_index("ix_works_contract_giver", "works_contract", ["giver"])
    op.create_index("ix_works_contract_taker", "works_contract", ["taker"])
    op.create_table(
        "table_mapping",
        *texts("kind", "name", "body"),
        sa.PrimaryKeyConstraint("kind", "name", name="pk_table_mapping"),
    )


def make_days() -> None:
    """Make the tables of clocks, notes, stoppages, confirmations and platform days."""
    op.create_table(
        "clock_reading",
        sa.Column("number", sa.Integer(), autoincrement=True, nullable=False),
        *uuids("device"),
        *instants("shown_at", "true_at"),
        *uuids("by"),
        *texts("note"),
        refers("clock_reading", "device", "device"),
        sa.PrimaryKeyConstraint("number", name="pk_clock_reading"),
    )
    op.create_index("ix_clock_reading_device", "clock_reading", ["device"])
    op.create_table(
        "day_note",
        *uuids("project"),
        *days("day"),
        *uuids("worker"),
        *texts("text"),
        *uuids("by"),
        *texts("by_name"),
        *instants("at"),
        refers("day_note", "project", "project"),
        refers("day_note", "worker", "worker"),
        sa.PrimaryKeyConstraint("project", "day", "worker", name="pk_day_note"),
    )
    op.create_index("ix_day_note_worker", "day_note", ["worker"])
    op.create_table(
        "stoppage",
        *uuids("id", "project"),
        *days("first"),
        *maybe_days("last"),
        *texts("reason"),
        *maybe_days("declared_on"),
        *maybe_uuids("document"),
        refers("stoppage", "project", "project"),
        refers("stoppage", "document", "document"),
        sa.PrimaryKeyConstraint("id", name="pk_stoppage"),
    )
    op.create_index("ix_stoppage_project", "stoppage", ["project", "first"])
    op.create_table(
        "nil_month",
        *uuids("project"),
        *texts("month", "reason"),
        *uuids("by"),
        *texts("by_name"),
        *instants("at"),
        refers("nil_month", "project", "project"),
        sa.PrimaryKeyConstraint("project", "month", name="pk_nil_month"),
    )
    _make_confirmations()


def _make_confirmations() -> None:
    op.create_table(
        "confirmation",
        *uuids("id", "project"),
        *texts("month", "part"),
        *uuids("team"),
        *texts("digest"),
        *instants("printed_at"),
        *uuids("by"),
        *maybe_days("signed_on"),
        *maybe_uuids("scan"),
        refers("confirmation", "project", "project"),
        refers("confirmation", "team", "team"),
        refers("confirmation", "scan", "document"),
        sa.PrimaryKeyConstraint("id", name="pk_confirmation"),
    )
    op.create_index("ix_confirmation_month", "confirmation", ["project", "month"])
    op.create_index("ix_confirmation_team", "confirmation", ["team"])
    op.create_table(
        "platform_days",
        *uuids("project"),
        *texts("month"),
        *uuids("worker"),
        *texts("days"),
        refers("platform_days", "project", "project"),
        refers("platform_days", "worker", "worker"),
        sa.PrimaryKeyConstraint("project", "month", "worker", name="pk_platform_days"),
    )
    op.create_index("ix_platform_days_worker", "platform_days", ["worker"])
