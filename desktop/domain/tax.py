"""Income tax withheld from wages: cumulative by payer and year, single by payment.

Every figure (brackets, allowance, deductions) is a dated row; tax is rounded half up to the fen
each time it is withheld and never negative: what was withheld too much is settled after the year
(国家税务总局公告2018年第61号 art. 6).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from desktop.domain.errors import Unknown
from desktop.domain.money import ZERO, Money


class TaxTable(StrEnum):
    """Which table of rates."""

    YEARLY = "yearly"  # 居民个人综合所得预扣率表一
    MONTHLY = "monthly"  # 非居民个人，按月换算
    SERVICE = "service"  # 居民个人劳务报酬预扣率表二


@dataclass(frozen=True, slots=True)
class Bracket:
    """Up to and including a base, a rate and what is subtracted from the product."""

    up_to: Money | None
    """None: without end."""
    percent: Decimal
    quick: Money


@dataclass(frozen=True, slots=True)
class TaxLaw:
    """The rates and allowances in force on the day of payment."""

    since: date
    until: date | None
    citation: str
    tables: dict[TaxTable, tuple[Bracket, ...]]
    allowance: Money
    """Basic deduction a month (减除费用)."""
    service_flat: Money
    """Deducted from labour remuneration up to `service_limit`."""
    service_limit: Money
    service_percent: Decimal
    """Percent of labour remuneration above the limit that is deducted."""

    def bracket(self, table: TaxTable, base: Money) -> Bracket:
        """Return the bracket a base falls into."""
        return next(b for b in self.tables[table] if b.up_to is None or base <= b.up_to)

    def tax(self, table: TaxTable, base: Money) -> Money:
        """Return base × rate − quick deduction, to the fen; a base of nothing bears none."""
        if base <= ZERO:
            return ZERO
        found = self.bracket(table, base)
        return base.times(found.percent / 100) - found.quick


def law_on(laws: Sequence[TaxLaw], day: date) -> TaxLaw:
    """Return the law in force on a day.

    Raises:
        Unknown: no row answers for it.
    """
    for law in laws:
        if law.since <= day and (law.until is None or day <= law.until):
            return law
    raise Unknown(kind="rule", name=f"income tax {day}")


@dataclass(frozen=True, slots=True)
class TaxMonth:
    """One month's wages of a resident at one payer, amounts of that month alone."""

    income: Money
    insurance: Money = ZERO
    """Personal social insurance and housing fund (专项扣除)."""
    special: Money = ZERO
    """Special additional deductions the worker has declared (专项附加扣除)."""
    tax_free: Money = ZERO
    other: Money = ZERO
    relief: Money = ZERO
    """Tax relief of the month (减免税额)."""


class Allowances(StrEnum):
    """From when the basic deduction is counted in the year."""

    EMPLOYED = "employed"
    """From the first month at this payer (2018年第61号 art. 6)."""
    FIRST_OF_YEAR = "first_of_year"
    """From January, for the first wage of the year (国家税务总局公告2020年第13号)."""
    WHOLE_YEAR = "whole_year"
    """Twelve months at once from January: same payer all of last year, every month withheld,
    wages of at most 60,000 yuan (国家税务总局公告2020年第19号)."""


@dataclass(frozen=True, slots=True)
class Withheld:
    """What is withheld in one month, with everything it follows from."""

    month: int
    """1..12."""
    base: Money
    """Cumulative taxable income; below zero counts as nothing."""
    percent: Decimal
    quick: Money
    cumulative: Money
    """Cumulative tax after relief."""
    before: Money
    """Withheld in the months before."""
    withheld: Money


def withhold(
    months: Sequence[TaxMonth],
    law: TaxLaw,
    first: int = 1,
    allowances: Allowances = Allowances.EMPLOYED,
) -> tuple[Withheld, ...]:
    """Withhold month by month what a payer owes for a resident in one tax year.

    Args:
        months: every month at this payer in order, also those without wages.
        law: in force in the year.
        first: calendar month (1..12) of the first of them.
        allowances: from when the basic deduction counts.

    Raises:
        ValueError: the months go beyond December.
    """
    if not 1 <= first <= 13 - len(months):
        raise ValueError(first)
    return tuple(_year(months, law, first, allowances))


def _year(
    months: Sequence[TaxMonth], law: TaxLaw, first: int, allowances: Allowances
) -> Iterator[Withheld]:
    before = taken = relief = ZERO
    for place, one in enumerate(months):
        taken += one.income - one.tax_free - one.insurance - one.special - one.other
        relief += one.relief
        base = taken - law.allowance.times(_counted(place, first, allowances))
        found = law.bracket(TaxTable.YEARLY, base)
        cumulative = max(law.tax(TaxTable.YEARLY, base) - relief, ZERO)
        withheld = max(cumulative - before, ZERO)
        yield Withheld(
            first + place, base, found.percent, found.quick, cumulative, before, withheld
        )
        before += withheld


def _counted(place: int, first: int, allowances: Allowances) -> int:
    if allowances is Allowances.WHOLE_YEAR:
        return 12
    return place + (first if allowances is Allowances.FIRST_OF_YEAR else 1)


def service_tax(income: Money, law: TaxLaw) -> Money:
    """Withhold from one labour remuneration; a month's continuous work counts as one."""
    if income <= law.service_limit:
        base = income - law.service_flat
    else:
        base = income.times((100 - law.service_percent) / 100)
    return law.tax(TaxTable.SERVICE, base)


def non_resident_tax(income: Money, law: TaxLaw) -> Money:
    """Withhold from a non-resident's wages of one month (个人所得税法 art. 6(二))."""
    return law.tax(TaxTable.MONTHLY, income - law.allowance)
