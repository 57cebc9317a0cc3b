"""Dated rules and headings of wages, read once from resources."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from functools import cache

import resources
from desktop.domain.payroll import ItemKind
from desktop.domain.wages import Rule, WageRules


@cache
def wage_rules() -> WageRules:
    """Read resources/rules/wages.toml."""
    rows = tomllib.loads(resources.text("rules/wages.toml"))["rule"]
    return WageRules(
        tuple(
            Rule(
                key=row["key"],
                title=row["title"],
                citation=row["citation"],
                since=row["since"],
                until=row.get("until"),
                value=Decimal(row["value"]) if "value" in row else None,
            )
            for row in rows
        )
    )


@cache
def _headings() -> dict[str, dict[str, str]]:
    return tomllib.loads(resources.text("terms/wage_items.toml"))


def item_title(kind: ItemKind) -> str:
    """Return the heading of an item, such as 计日工资."""
    return _headings()[kind.value]["title"]


def item_unit(kind: ItemKind) -> str:
    """Return the unit of an item's quantity, such as 工日; empty for plain amounts."""
    return _headings()[kind.value]["unit"]
