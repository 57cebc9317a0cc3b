"""Alembic: how books of every age become books of today; written by hand, run without its CLI."""
