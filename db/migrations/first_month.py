"""Tables of the first revision: attendance, wages, payments."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from db.migrations.columns import days, instants, numbers, texts, uuids

LIVE = sa.text("state IN ('planned', 'sent', 'unknown', 'paid', 'settled')")


def make_attendance() -> None:
    """Make the tables of attendance."""
    op.create_table(
        "device",
        sa.Column("number", sa.Integer(), autoincrement=True, nullable=False),
        *uuids("id", "project"),
        *texts("name"),
        sa.ForeignKeyConstraint(["project"], ["project.id"], name="fk_device_project"),
        sa.PrimaryKeyConstraint("number", name="pk_device"),
        sa.UniqueConstraint("id", name="uq_device_id"),
        sa.UniqueConstraint("project", "name", name="uq_device_project_name"),
    )
    op.create_table(
        "punch",
        sa.Column("device", sa.Integer(), autoincrement=False, nullable=False),
        *texts("number"),
        *numbers("second"),
        sa.Column("status", sa.Integer(), nullable=False),
        sa.Column("verify", sa.Integer(), nullable=False),
        sa.Column("import_number", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["device"], ["device.number"], name="fk_punch_device"),
        sa.PrimaryKeyConstraint("device", "number", "second", name="pk_punch"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "punch_count",
        sa.Column("device", sa.Integer(), autoincrement=False, nullable=False),
        *texts("number"),
        *numbers("punches"),
        sa.ForeignKeyConstraint(["device"], ["device.number"], name="fk_punch_count_device"),
        sa.PrimaryKeyConstraint("device", "number", name="pk_punch_count"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "hand_mark",
        *uuids("project"),
        *days("day"),
        *uuids("worker"),
        *texts("work_days"),
        sa.Column("hours", sa.Text(), nullable=True),
        *texts("reason"),
        *uuids("by"),
        *texts("by_name"),
        *instants("at"),
        sa.ForeignKeyConstraint(["project"], ["project.id"], name="fk_hand_mark_project"),
        sa.ForeignKeyConstraint(["worker"], ["worker.id"], name="fk_hand_mark_worker"),
        sa.PrimaryKeyConstraint("project", "day", "worker", name="pk_hand_mark"),
    )
    op.create_index("ix_hand_mark_worker", "hand_mark", ["worker"], unique=False)
    op.create_table(
        "approved_hours",
        *uuids("project"),
        *days("day"),
        *uuids("worker"),
        *texts("kind"),
        sa.Column("minutes", sa.Integer(), nullable=False),
        *uuids("by"),
        *texts("by_name"),
        *instants("at"),
        sa.CheckConstraint("minutes BETWEEN 1 AND 1440", name=op.f("ck_approved_hours_a_day")),
        sa.ForeignKeyConstraint(["project"], ["project.id"], name="fk_approved_hours_project"),
        sa.ForeignKeyConstraint(["worker"], ["worker.id"], name="fk_approved_hours_worker"),
        sa.PrimaryKeyConstraint("project", "day", "worker", "kind", name="pk_approved_hours"),
    )
    op.create_index("ix_approved_hours_worker", "approved_hours", ["worker"], unique=False)
    op.create_table(
        "import_record",
        sa.Column("number", sa.Integer(), autoincrement=True, nullable=False),
        *uuids("id", "project"),
        *texts("kind", "file_name", "sha256", "format"),
        *uuids("by"),
        *instants("at"),
        *numbers("rows", "new"),
        sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["project"], ["project.id"], name="fk_import_record_project"),
        sa.PrimaryKeyConstraint("number", name="pk_import_record"),
        sa.UniqueConstraint("id", name="uq_import_record_id"),
    )
    op.create_index("ix_import_record_project", "import_record", ["project", "kind"], unique=False)
    op.create_table(
        "import_change",
        sa.Column("import_number", sa.Integer(), autoincrement=False, nullable=False),
        *numbers("seq"),
        *texts("kind", "subject", "before", "after"),
        sa.ForeignKeyConstraint(
            ["import_number"], ["import_record.number"], name="fk_import_change_import_number"
        ),
        sa.PrimaryKeyConstraint("import_number", "seq", name="pk_import_change"),
    )
    op.create_table(
        "import_refused",
        sa.Column("import_number", sa.Integer(), autoincrement=False, nullable=False),
        *numbers("seq", "line"),
        *texts("text", "code"),
        sa.ForeignKeyConstraint(
            ["import_number"], ["import_record.number"], name="fk_import_refused_import_number"
        ),
        sa.PrimaryKeyConstraint("import_number", "seq", name="pk_import_refused"),
    )


def make_wages() -> None:
    """Make the tables of wages."""
    op.create_table(
        "wage_sheet",
        *uuids("id", "project", "subcontractor"),
        *texts("subcontractor_name", "month"),
        *numbers("number"),
        *texts("state", "reason"),
        sa.Column("prepared_by", sa.Uuid(), nullable=True),
        sa.Column("prepared_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("audited_by", sa.Uuid(), nullable=True),
        sa.Column("audited_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("locked_by", sa.Uuid(), nullable=True),
        sa.Column("locked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("single_person", sa.Boolean(), nullable=False),
        *numbers("version"),
        sa.ForeignKeyConstraint(["project"], ["project.id"], name="fk_wage_sheet_project"),
        sa.ForeignKeyConstraint(
            ["subcontractor"], ["company.id"], name="fk_wage_sheet_subcontractor"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_wage_sheet"),
        sa.UniqueConstraint(
            "project",
            "month",
            "subcontractor",
            "number",
            name="uq_wage_sheet_project_month_subcontractor_number",
        ),
    )
    op.create_index("ix_wage_sheet_subcontractor", "wage_sheet", ["subcontractor"], unique=False)
    op.create_table(
        "wage_line",
        *uuids("id", "sheet"),
        *numbers("seq"),
        *uuids("worker"),
        *texts("name", "id_number"),
        *uuids("team"),
        *texts("team_name", "trade", "pay_kind"),
        *numbers("rate"),
        *texts("work_days", "card_number", "bank", "cnaps", "account_name"),
        *numbers("net"),
        *texts("digest"),
        sa.ForeignKeyConstraint(["sheet"], ["wage_sheet.id"], name="fk_wage_line_sheet"),
        sa.ForeignKeyConstraint(["worker"], ["worker.id"], name="fk_wage_line_worker"),
        sa.PrimaryKeyConstraint("id", name="pk_wage_line"),
    )
    op.create_index("ix_wage_line_sheet", "wage_line", ["sheet", "seq"], unique=False)
    op.create_index("ix_wage_line_worker", "wage_line", ["worker"], unique=False)
    op.create_table(
        "wage_item",
        *uuids("line"),
        *numbers("seq"),
        *texts("kind"),
        *numbers("amount"),
        *texts("quantity"),
        *numbers("rate", "percent"),
        *texts("rule", "citation", "note"),
        sa.CheckConstraint("amount >= 0", name=op.f("ck_wage_item_not_negative")),
        sa.ForeignKeyConstraint(
            ["line"], ["wage_line.id"], name="fk_wage_item_line", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("line", "seq", name="pk_wage_item"),
    )
    op.create_table(
        "adjustment",
        *uuids("project"),
        *texts("month"),
        *uuids("worker"),
        *texts("kind"),
        *numbers("amount"),
        *texts("reason"),
        *uuids("by"),
        *instants("at"),
        sa.CheckConstraint("amount > 0", name=op.f("ck_adjustment_positive")),
        sa.ForeignKeyConstraint(["project"], ["project.id"], name="fk_adjustment_project"),
        sa.ForeignKeyConstraint(["worker"], ["worker.id"], name="fk_adjustment_worker"),
        sa.PrimaryKeyConstraint("project", "month", "worker", "kind", name="pk_adjustment"),
    )
    op.create_index("ix_adjustment_worker", "adjustment", ["worker"], unique=False)
    op.create_table(
        "signature",
        sa.Column("number", sa.Integer(), autoincrement=True, nullable=False),
        *uuids("id", "line"),
        *texts("line_digest", "kind"),
        *instants("at"),
        *uuids("recorded_by"),
        sa.Column("image", sa.Uuid(), nullable=True),
        *texts("strokes"),
        sa.ForeignKeyConstraint(["image"], ["document.id"], name="fk_signature_image"),
        sa.PrimaryKeyConstraint("number", name="pk_signature"),
        sa.UniqueConstraint("id", name="uq_signature_id"),
    )
    op.create_index("ix_signature_line", "signature", ["line", "number"], unique=False)


def make_payments() -> None:
    """Make the tables of payments."""
    op.create_table(
        "obligation",
        *uuids("id", "project", "worker"),
        *texts("month"),
        *uuids("line"),
        *numbers("amount"),
        sa.CheckConstraint("amount > 0", name=op.f("ck_obligation_positive")),
        sa.ForeignKeyConstraint(["line"], ["wage_line.id"], name="fk_obligation_line"),
        sa.ForeignKeyConstraint(["project"], ["project.id"], name="fk_obligation_project"),
        sa.ForeignKeyConstraint(["worker"], ["worker.id"], name="fk_obligation_worker"),
        sa.PrimaryKeyConstraint("id", name="pk_obligation"),
        sa.UniqueConstraint("line", name="uq_obligation_line"),
    )
    op.create_index("ix_obligation_month", "obligation", ["project", "month"], unique=False)
    op.create_index("ix_obligation_worker", "obligation", ["worker"], unique=False)
    op.create_table(
        "pay_batch",
        *uuids("id", "project"),
        *texts("month"),
        *numbers("attempt_number"),
        *texts(
            "reference", "bank", "state", "debtor_name", "debtor_account", "debtor_cnaps", "purpose"
        ),
        *uuids("maker"),
        *instants("made_at"),
        *texts("digest"),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        *texts("body_sha256"),
        sa.Column("single_person", sa.Boolean(), nullable=False),
        *numbers("version"),
        sa.ForeignKeyConstraint(["project"], ["project.id"], name="fk_pay_batch_project"),
        sa.PrimaryKeyConstraint("id", name="pk_pay_batch"),
        sa.UniqueConstraint(
            "project", "month", "attempt_number", name="uq_pay_batch_project_month_attempt_number"
        ),
        sa.UniqueConstraint("reference", name="uq_pay_batch_reference"),
    )
    op.create_index("ix_pay_batch_state", "pay_batch", ["state"], unique=False)
    op.create_table(
        "pay_item",
        *uuids("id", "batch", "obligation", "worker"),
        *numbers("seq"),
        *texts("end_to_end", "name", "account", "bank", "cnaps"),
        *numbers("amount"),
        *texts("state", "code", "reason"),
        sa.CheckConstraint("amount > 0", name=op.f("ck_pay_item_positive")),
        sa.ForeignKeyConstraint(["batch"], ["pay_batch.id"], name="fk_pay_item_batch"),
        sa.ForeignKeyConstraint(["obligation"], ["obligation.id"], name="fk_pay_item_obligation"),
        sa.ForeignKeyConstraint(["worker"], ["worker.id"], name="fk_pay_item_worker"),
        sa.PrimaryKeyConstraint("id", name="pk_pay_item"),
        sa.UniqueConstraint("batch", "seq", name="uq_pay_item_batch_seq"),
        sa.UniqueConstraint("end_to_end", name="uq_pay_item_end_to_end"),
    )
    op.create_index("ix_pay_item_obligation", "pay_item", ["obligation"], unique=False)
    op.create_index("ix_pay_item_worker", "pay_item", ["worker"], unique=False)
    op.create_index(
        "ux_pay_item_live",
        "pay_item",
        ["obligation"],
        unique=True,
        sqlite_where=LIVE,
        postgresql_where=LIVE,
    )
    op.create_table(
        "pay_approval",
        *uuids("batch"),
        *texts("role"),
        *uuids("person"),
        sa.Column("at", sa.DateTime(timezone=True), nullable=True),
        *texts("digest"),
        sa.ForeignKeyConstraint(["batch"], ["pay_batch.id"], name="fk_pay_approval_batch"),
        sa.PrimaryKeyConstraint("batch", "role", name="pk_pay_approval"),
    )
    op.create_table(
        "pay_attempt",
        *uuids("id", "batch"),
        *texts("kind"),
        *instants("started"),
        *texts("outcome"),
        sa.Column("ended", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reply", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["batch"], ["pay_batch.id"], name="fk_pay_attempt_batch"),
        sa.PrimaryKeyConstraint("id", name="pk_pay_attempt"),
    )
    op.create_index("ix_pay_attempt_batch", "pay_attempt", ["batch", "started"], unique=False)
