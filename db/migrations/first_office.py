"""Tables of the first revision: office, projects, workers."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from db.migrations.columns import days, instants, numbers, texts, uuids


def make_office() -> None:
    """Make the tables of office."""
    op.create_table(
        "person",
        *uuids("id"),
        *texts("name"),
        sa.PrimaryKeyConstraint("id", name="pk_person"),
        sa.UniqueConstraint("name", name="uq_person_name"),
    )
    op.create_table(
        "person_role",
        *uuids("person"),
        *texts("role"),
        sa.ForeignKeyConstraint(
            ["person"], ["person.id"], name="fk_person_role_person", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("person", "role", name="pk_person_role"),
    )
    op.create_table(
        "calendar_day",
        *days("day"),
        *texts("kind", "name", "source"),
        sa.PrimaryKeyConstraint("day", name="pk_calendar_day"),
    )
    op.create_table(
        "calendar_year", *numbers("year"), sa.PrimaryKeyConstraint("year", name="pk_calendar_year")
    )
    op.create_table(
        "minimum_wage",
        *texts("area"),
        *days("effective_from"),
        *numbers("monthly", "hourly"),
        *texts("document"),
        sa.CheckConstraint(
            "monthly >= 0 AND hourly >= 0", name=op.f("ck_minimum_wage_not_negative")
        ),
        sa.PrimaryKeyConstraint("area", "effective_from", name="pk_minimum_wage"),
    )
    op.create_table(
        "office",
        *numbers("id"),
        *instants("created_at"),
        sa.Column("reference_key", sa.LargeBinary(), nullable=False),
        *numbers("epoch"),
        sa.Column("restored_at", sa.DateTime(timezone=True), nullable=True),
        *texts("settings"),
        sa.CheckConstraint("id = 1", name=op.f("ck_office_only_one")),
        sa.PrimaryKeyConstraint("id", name="pk_office"),
    )
    op.create_table(
        "journal",
        *numbers("seq"),
        *instants("at"),
        *uuids("person"),
        *texts("person_name", "action", "subject", "body", "prev", "mac"),
        sa.PrimaryKeyConstraint("seq", name="pk_journal"),
    )
    op.create_index("ix_journal_action", "journal", ["action", "seq"], unique=False)


def make_projects() -> None:
    """Make the tables of projects."""
    op.create_table(
        "company",
        *uuids("id"),
        *texts("name", "credit_code"),
        sa.PrimaryKeyConstraint("id", name="pk_company"),
        sa.UniqueConstraint("name", name="uq_company_name"),
    )
    op.create_table(
        "project",
        *uuids("id"),
        *texts("name", "area", "platform", "sector", "address", "permit_number"),
        sa.Column("start", sa.Date(), nullable=True),
        sa.Column("finish", sa.Date(), nullable=True),
        *texts("department", "account_name", "account_number", "account_bank", "account_cnaps"),
        *numbers("pay_day"),
        sa.Column("pay_next_month", sa.Boolean(), nullable=False),
        *texts("pay_method"),
        *numbers("contract_sum"),
        *texts("labour_cost_ratio", "complaint_address"),
        sa.Column("complaint_image", sa.Uuid(), nullable=True),
        sa.Column("day_boundary", sa.Time(), nullable=False),
        *numbers("repeat_seconds", "least_punches", "least_minutes", "version"),
        sa.CheckConstraint("pay_day BETWEEN 0 AND 31", name=op.f("ck_project_pay_day")),
        sa.CheckConstraint(
            "repeat_seconds >= 0 AND least_minutes >= 0", name=op.f("ck_project_rule")
        ),
        sa.PrimaryKeyConstraint("id", name="pk_project"),
        sa.UniqueConstraint("name", name="uq_project_name"),
    )
    op.create_table(
        "project_member",
        *uuids("project"),
        *numbers("seq"),
        *uuids("company"),
        *texts("role", "person", "phone"),
        sa.ForeignKeyConstraint(["company"], ["company.id"], name="fk_project_member_company"),
        sa.ForeignKeyConstraint(
            ["project"], ["project.id"], name="fk_project_member_project", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("project", "seq", name="pk_project_member"),
    )
    op.create_index("ix_project_member_company", "project_member", ["company"], unique=False)
    op.create_table(
        "project_contact",
        *uuids("project"),
        *numbers("seq"),
        *texts("kind", "name", "phone", "address", "hours"),
        sa.ForeignKeyConstraint(
            ["project"], ["project.id"], name="fk_project_contact_project", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("project", "seq", name="pk_project_contact"),
    )
    op.create_table(
        "team",
        *uuids("id", "project", "subcontractor"),
        *texts("name"),
        sa.ForeignKeyConstraint(["project"], ["project.id"], name="fk_team_project"),
        sa.ForeignKeyConstraint(["subcontractor"], ["company.id"], name="fk_team_subcontractor"),
        sa.PrimaryKeyConstraint("id", name="pk_team"),
        sa.UniqueConstraint(
            "project", "subcontractor", "name", name="uq_team_project_subcontractor_name"
        ),
    )
    op.create_index("ix_team_subcontractor", "team", ["subcontractor"], unique=False)
    op.create_table(
        "document",
        *uuids("id", "project"),
        *texts("kind", "name", "media_type"),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        *texts("sha256"),
        *uuids("by"),
        *instants("at"),
        sa.ForeignKeyConstraint(["project"], ["project.id"], name="fk_document_project"),
        sa.PrimaryKeyConstraint("id", name="pk_document"),
    )
    op.create_index("ix_document_project", "document", ["project"], unique=False)


def make_workers() -> None:
    """Make the tables of workers."""
    op.create_table(
        "worker",
        *uuids("id"),
        *texts("name", "id_number", "phone", "sex"),
        sa.Column("birth", sa.Date(), nullable=True),
        *texts(
            "nation",
            "native_place",
            "education",
            "political_status",
            "address",
            "id_issuer",
            "id_validity",
            "note",
            "initials",
        ),
        *numbers("version"),
        sa.PrimaryKeyConstraint("id", name="pk_worker"),
        sa.UniqueConstraint("id_number", name="uq_worker_id_number"),
    )
    op.create_table(
        "worker_card",
        *uuids("worker"),
        *numbers("seq"),
        *texts("number", "bank", "cnaps", "account_name"),
        sa.Column("since", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["worker"], ["worker.id"], name="fk_worker_card_worker", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("worker", "seq", name="pk_worker_card"),
    )
    op.create_table(
        "employment",
        *uuids("worker"),
        *numbers("seq"),
        *uuids("project", "team"),
        *texts("trade"),
        *days("entry"),
        sa.Column("exit", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["project"], ["project.id"], name="fk_employment_project"),
        sa.ForeignKeyConstraint(["team"], ["team.id"], name="fk_employment_team"),
        sa.ForeignKeyConstraint(
            ["worker"], ["worker.id"], name="fk_employment_worker", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("worker", "seq", name="pk_employment"),
    )
    op.create_index("ix_employment_project", "employment", ["project", "entry"], unique=False)
    op.create_index("ix_employment_team", "employment", ["team"], unique=False)
    op.create_table(
        "pay_term",
        *uuids("worker"),
        *numbers("employment", "seq"),
        *texts("kind"),
        *numbers("rate"),
        *days("since"),
        sa.CheckConstraint("rate >= 0", name=op.f("ck_pay_term_not_negative")),
        sa.ForeignKeyConstraint(
            ["worker", "employment"],
            ["employment.worker", "employment.seq"],
            name="fk_pay_term_worker_employment",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("worker", "employment", "seq", name="pk_pay_term"),
    )
    op.create_table(
        "device_number",
        *uuids("worker"),
        *numbers("employment", "seq"),
        *texts("number"),
        sa.Column("since", sa.Date(), nullable=True),
        sa.Column("until", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["worker", "employment"],
            ["employment.worker", "employment.seq"],
            name="fk_device_number_worker_employment",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("worker", "employment", "seq", name="pk_device_number"),
    )
    op.create_table(
        "opening_balance",
        *uuids("project"),
        *texts("kind", "holder"),
        sa.Column("worker", sa.Uuid(), nullable=True),
        *numbers("amount"),
        *days("as_of"),
        sa.ForeignKeyConstraint(["project"], ["project.id"], name="fk_opening_balance_project"),
        sa.ForeignKeyConstraint(["worker"], ["worker.id"], name="fk_opening_balance_worker"),
        sa.PrimaryKeyConstraint("project", "kind", "holder", name="pk_opening_balance"),
    )
    op.create_index("ix_opening_balance_worker", "opening_balance", ["worker"], unique=False)
