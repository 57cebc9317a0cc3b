"""The first month: everything that later work must find in the books (revision 0001)."""

from __future__ import annotations

from collections.abc import Sequence

from alembic import op

from db.migrations.first_month import make_attendance, make_payments, make_wages
from db.migrations.first_office import make_office, make_projects, make_workers
from db.migrations.triggers import first_triggers

revision = "0001"
down_revision: str | None = None
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Make the tables of empty books."""
    make_office()
    make_projects()
    make_workers()
    make_attendance()
    make_wages()
    make_payments()
    for statement in first_triggers(op.get_bind().dialect.name):
        op.execute(statement)


def downgrade() -> None:
    """There is nothing before the first revision.

    Raises:
        NotImplementedError: always; go back by restoring a safe copy.
    """
    raise NotImplementedError
