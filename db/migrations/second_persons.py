"""Tables of the second revision: contracts, trainings, settlements, pictures, watch lists."""

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


def make_contracts() -> None:
    """Make the tables of contracts, trainings, insurance and settlements."""
    op.create_table(
        "labour_contract",
        *uuids("id", "project", "worker", "employer"),
        *texts("kind", "term", "number"),
        *days("begin"),
        *maybe_days("end"),
        *texts("pay_kind"),
        *numbers("rate", "pay_day"),
        sa.Column("pay_next_month", sa.Boolean(), nullable=False),
        *texts("work", "place"),
        *numbers("probation_months"),
        *texts("emergency_name", "emergency_phone", "emergency_relation"),
        *maybe_days("signed", "ended"),
        *maybe_uuids("scan"),
        *numbers("version"),
        sa.CheckConstraint(
            "rate >= 0 AND probation_months >= 0", name=op.f("ck_labour_contract_not_negative")
        ),
        sa.CheckConstraint("pay_day BETWEEN 0 AND 31", name=op.f("ck_labour_contract_pay_day")),
        refers("labour_contract", "project", "project"),
        refers("labour_contract", "worker", "worker"),
        refers("labour_contract", "employer", "company"),
        refers("labour_contract", "scan", "document"),
        sa.PrimaryKeyConstraint("id", name="pk_labour_contract"),
    )
    op.create_index("ix_labour_contract_project", "labour_contract", ["project", "number"])
    op.create_index("ix_labour_contract_worker", "labour_contract", ["worker"])
    op.create_index("ix_labour_contract_employer", "labour_contract", ["employer"])
    op.create_table(
        "training",
        *uuids("id", "project"),
        *texts("name"),
        *days("day"),
        *texts("hours", "trainer", "place"),
        *maybe_uuids("document"),
        refers("training", "project", "project"),
        refers("training", "document", "document"),
        sa.PrimaryKeyConstraint("id", name="pk_training"),
    )
    op.create_index("ix_training_project", "training", ["project", "day"])
    op.create_table(
        "training_worker",
        *uuids("training"),
        *numbers("seq"),
        *uuids("worker"),
        refers("training_worker", "training", "training", ondelete="CASCADE"),
        refers("training_worker", "worker", "worker"),
        sa.PrimaryKeyConstraint("training", "seq", name="pk_training_worker"),
    )
    op.create_index("ix_training_worker_worker", "training_worker", ["worker"])
    op.create_table(
        "insurance_proof",
        *uuids("id", "project"),
        *texts("number", "insurer"),
        *days("begin"),
        *maybe_days("end"),
        *numbers("premium"),
        *maybe_uuids("document"),
        sa.CheckConstraint("premium >= 0", name=op.f("ck_insurance_proof_not_negative")),
        refers("insurance_proof", "project", "project"),
        refers("insurance_proof", "document", "document"),
        sa.PrimaryKeyConstraint("id", name="pk_insurance_proof"),
    )
    op.create_index("ix_insurance_proof_project", "insurance_proof", ["project", "begin"])
    _make_settlements()


def _make_settlements() -> None:
    op.create_table(
        "exit_settlement",
        *uuids("id", "project", "worker"),
        *days("exit"),
        *numbers("arrears"),
        *instants("at"),
        *uuids("by"),
        *maybe_days("signed_on"),
        *maybe_uuids("scan"),
        refers("exit_settlement", "project", "project"),
        refers("exit_settlement", "worker", "worker"),
        refers("exit_settlement", "scan", "document"),
        sa.PrimaryKeyConstraint("id", name="pk_exit_settlement"),
    )
    op.create_index("ix_exit_settlement_project", "exit_settlement", ["project", "at"])
    op.create_index("ix_exit_settlement_worker", "exit_settlement", ["worker"])
    op.create_table(
        "settled_month",
        *uuids("settlement"),
        *numbers("seq"),
        *texts("month", "work_days"),
        *numbers("due", "paid"),
        refers("settled_month", "settlement", "exit_settlement", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("settlement", "seq", name="pk_settled_month"),
    )


def make_persons() -> None:
    """Make the tables of sealed pictures and watch lists."""
    op.create_table(
        "likeness_key",
        *uuids("worker"),
        sa.Column("wrapped", sa.LargeBinary(), nullable=False),
        refers("likeness_key", "worker", "worker", ondelete="RESTRICT"),
        sa.PrimaryKeyConstraint("worker", name="pk_likeness_key"),
    )
    op.create_table(
        "likeness",
        *uuids("worker"),
        *texts("kind", "media_type"),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        *instants("taken_at"),
        *uuids("by"),
        *days("delete_on"),
        refers("likeness", "worker", "worker", ondelete="RESTRICT"),
        sa.PrimaryKeyConstraint("worker", "kind", name="pk_likeness"),
    )
    op.create_index("ix_likeness_delete_on", "likeness", ["delete_on"])
    op.create_table(
        "watch_entry",
        *uuids("id"),
        *texts("kind", "name", "id_number", "reason", "source"),
        *maybe_days("since", "until"),
        sa.PrimaryKeyConstraint("id", name="pk_watch_entry"),
    )
    op.create_index("ix_watch_entry_id_number", "watch_entry", ["id_number"])
    op.create_index("ix_watch_entry_list", "watch_entry", ["kind", "source"])
