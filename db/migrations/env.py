"""Alembic's entry: the connection is handed over, never made from an address."""

from __future__ import annotations

from alembic import context
from sqlalchemy import Connection

from db.tables import METADATA


def run() -> None:
    """Run the migration inside the transaction of the connection given."""
    connection: Connection = context.config.attributes["connection"]
    context.configure(
        connection=connection,
        target_metadata=METADATA,
        render_as_batch=True,
        compare_type=True,
        transactional_ddl=True,
    )
    context.run_migrations()


run()
