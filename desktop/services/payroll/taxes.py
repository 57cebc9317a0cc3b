"""Income tax: the dated tables, and what would be withheld."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from functools import cache

import resources
from desktop.domain.money import Money
from desktop.domain.tax import Bracket, TaxLaw, TaxTable


@cache
def tax_laws() -> tuple[TaxLaw, ...]:
    """Read resources/rules/income_tax.toml, in the order of the file."""
    rows = tomllib.loads(resources.text("rules/income_tax.toml"))["law"]
    return tuple(
        TaxLaw(
            since=row["since"],
            until=row.get("until"),
            citation=row["citation"],
            tables={table: tuple(map(_bracket, row[table.value])) for table in TaxTable},
            allowance=Money.of_yuan(row["allowance"]),
            service_flat=Money.of_yuan(row["service_flat"]),
            service_limit=Money.of_yuan(row["service_limit"]),
            service_percent=Decimal(row["service_percent"]),
        )
        for row in rows
    )


def _bracket(row: list[str]) -> Bracket:
    up_to, percent, quick = row
    return Bracket(Money.of_yuan(up_to) if up_to else None, Decimal(percent), Money.of_yuan(quick))
