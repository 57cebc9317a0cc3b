"""Declarative rows by aggregate; private to db."""

from db.tables import (
    attendance,
    contracts,
    imports,
    journal,
    office,
    payments,
    persons,
    projects,
    site_days,
    wages,
    workers,
)
from db.tables.base import Base

METADATA = Base.metadata

__all__ = [
    "METADATA",
    "attendance",
    "contracts",
    "imports",
    "journal",
    "office",
    "payments",
    "persons",
    "projects",
    "site_days",
    "wages",
    "workers",
]
