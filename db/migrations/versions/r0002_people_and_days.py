"""People, contracts and days in full (revision 0002)."""

from __future__ import annotations

from collections.abc import Sequence

from db.migrations.second_columns import add_columns, fill_columns, index_columns
from db.migrations.second_days import make_chain, make_days
from db.migrations.second_persons import make_contracts, make_persons

revision = "0002"
down_revision: str | None = "0001"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Add columns and tables; every row of the first revision stays as it is."""
    add_columns()
    fill_columns()
    index_columns()
    make_chain()
    make_days()
    make_contracts()
    make_persons()


def downgrade() -> None:
    """Books go forward only.

    Raises:
        NotImplementedError: always; go back by restoring a safe copy.
    """
    raise NotImplementedError
