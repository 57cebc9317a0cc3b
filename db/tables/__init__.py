"""Declarative rows by aggregate; private to db."""

from db.tables import (
    attendance,
    imports,
    journal,
    office,
    payments,
    projects,
    wages,
    workers,
)
from db.tables.base import Base

METADATA = Base.metadata

__all__ = [
    "METADATA",
    "attendance",
    "imports",
    "journal",
    "office",
    "payments",
    "projects",
    "wages",
    "workers",
]
