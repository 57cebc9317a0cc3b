"""Income tax; the months come from tests/vectors/income_tax.json and DOMAIN 8.3–8.4."""

import json
from datetime import date
from pathlib import Path

import pytest

from desktop.domain.money import Money
from desktop.domain.tax import (
    Allowances,
    TaxMonth,
    TaxTable,
    law_on,
    non_resident_tax,
    service_tax,
    withhold,
)
from desktop.services.payroll.taxes import tax_laws

VECTORS = json.loads((Path(__file__).parents[1] / "vectors/income_tax.json").read_text("utf-8"))
LAW = law_on(tax_laws(), date(2026, 1, 31))


def yuan(amount):
    return Money.of_yuan(amount)


@pytest.mark.parametrize("case", VECTORS, ids=lambda case: str(case["gross"]))
def test_the_published_examples_month_by_month(case):
    month = TaxMonth(yuan(case["gross"]), yuan(case["insurance"]), yuan(case["special"]))
    found = [one.withheld.fen for one in withhold([month] * 12, LAW)]
    assert found == [round(amount * 100) for amount in case["withheld_by_month"]]


@pytest.mark.parametrize("table", list(TaxTable))
def test_the_tables_are_continuous_at_every_boundary(table):
    for lower, upper in zip(LAW.tables[table], LAW.tables[table][1:], strict=False):
        at = lower.up_to
        assert at.times(lower.percent / 100) - lower.quick == (
            at.times(upper.percent / 100) - upper.quick
        )


def test_what_was_withheld_too_much_is_settled_after_the_year():
    """20,000 in January: base 15,000, 450.00; then nothing: base 10,000, 300.00 < 450.00."""
    found = withhold([TaxMonth(yuan(20_000)), TaxMonth(yuan(0))], LAW)
    assert [one.withheld for one in found] == [yuan("450.00"), yuan(0)]


def test_the_first_wage_of_the_year_has_every_month_since_january():
    """July, 36,000: 7 x 5,000 deducted leaves 1,000 x 3 %; at a second payer 31,000 x 3 %."""
    july = [TaxMonth(yuan(36_000))]
    assert withhold(july, LAW, 7, Allowances.FIRST_OF_YEAR)[0].withheld == yuan("30.00")
    assert withhold(july, LAW, 7)[0].withheld == yuan("930.00")


def test_sixty_thousand_at_once_spares_whoever_stays_below_it():
    """6,000 a month: nothing until the sum passes 60,000; November 66,000 bears 180.00."""
    found = withhold([TaxMonth(yuan(6_000))] * 12, LAW, allowances=Allowances.WHOLE_YEAR)
    assert [one.withheld for one in found][:10] == [yuan(0)] * 10
    assert found[10].withheld == yuan("180.00")


@pytest.mark.parametrize(
    ("income", "tax"), [(2_000, 240), (4_000, 640), (5_000, 800), (30_000, 5_200), (70_000, 15_400)]
)
def test_labour_remuneration(income, tax):
    assert service_tax(yuan(income), LAW) == yuan(tax)


def test_non_resident_wages():
    """20,000 - 5,000 = 15,000 x 20 % - 1,410 = 1,590."""
    assert non_resident_tax(yuan(20_000), LAW) == yuan(1_590)
    assert non_resident_tax(yuan(5_000), LAW) == yuan(0)
