"""One line of wages; every expected figure is worked by hand beside it."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.errors import Unknown
from desktop.domain.findings import Code, Level
from desktop.domain.money import Money
from desktop.domain.months import WageMonth
from desktop.domain.payroll import ItemKind
from desktop.domain.wage_limits import (
    MinimumMethod,
    WageLaw,
    damage_limit,
    minimum_tests,
    review_line,
)
from desktop.domain.wages import compute_line, round_fen
from desktop.services.payroll.rules import wage_rules
from tests.unit.wage_samples import (
    MARCH,
    MINIMUM,
    adjustment,
    approved,
    attendance,
    day,
    facts,
    term,
    worker,
    yuan,
)

RULES = wage_rules()
MARCH_DAYS = 23  # March 2021 has 23 weekdays and no holiday
LAW = WageLaw(MARCH, RULES, MINIMUM, MARCH_DAYS)


def _line(who, days=None, hours=(), adjustments=(), by_hand=None):
    present = attendance(who, days or {}, hours, by_hand)
    return compute_line(facts(who, present, adjustments), RULES)


def _codes(line, law=LAW):
    return [(finding.code, finding.level) for finding in review_line(line, law)]


def test_a_day_rate_is_not_divided_by_21_75():
    line = _line(worker(term("day", "260")), dict.fromkeys(range(1, 22), "1"))
    # 21 × 260.00 = 5,460.00
    assert line.net == yuan("5460.00")
    assert [(i.kind, i.quantity, i.rate) for i in line.items] == [
        (ItemKind.DAY_WORK, Decimal("21.00"), yuan("260"))
    ]
    assert line.work_days == 21
    assert (line.card_number, line.rate) == ("6222024144061256386", yuan("260"))


def test_hour_work_takes_hours_by_hand_else_eight_a_day():
    line = _line(
        worker(term("hour", "31.25")),
        {1: "1", 2: "0.5", 3: "1"},
        by_hand={3: Decimal("7.5")},
    )
    # 8 + 4 + 7.5 = 19.5 h × 31.25 = 609.375 → 609.38 (half up)
    assert line.quantity(ItemKind.HOUR_WORK) == Decimal("19.50")
    assert line.net == yuan("609.38")


def test_a_new_rate_inside_the_month_splits_the_item():
    who = worker(term("day", "260"), term("day", "300", day(16)))
    line = _line(who, {15: "1", 16: "1", 17: "0.5"})
    # 260.00 + 1.5 × 300.00 = 710.00
    assert [(i.quantity, i.amount, i.note) for i in line.items] == [
        (Decimal("1.00"), yuan("260"), "2021-03-15~2021-03-15"),
        (Decimal("1.50"), yuan("450"), "2021-03-16~2021-03-17"),
    ]
    assert line.rate == yuan("300")


def test_approved_hours_are_paid_by_their_percent_and_never_twice():
    who = worker(term("day", "260"))
    hours = [
        approved(who, 1, "overtime", 150),
        approved(who, 6, "rest_day", 480),
        approved(who, 7, "rest_day", 240),
        approved(who, 8, "holiday", 480),
    ]
    line = _line(who, {1: "1", 6: "1", 7: "1", 8: "0.5"}, hours)
    # day base 260 ÷ 8 = 32.50 an hour
    # ordinary: day 1 whole, day 6 none, day 7 half (4 of 8 h at 200 %), day 8 none = 1.5 × 260
    assert line.amount(ItemKind.DAY_WORK) == yuan("390.00")
    # 2.5 h × 32.50 × 150 % = 121.875 → 121.88
    assert line.amount(ItemKind.OVERTIME) == yuan("121.88")
    # 12 h × 32.50 × 200 % = 780.00; 8 h × 32.50 × 300 % = 780.00
    assert line.amount(ItemKind.REST_DAY) == yuan("780.00")
    assert line.amount(ItemKind.HOLIDAY) == yuan("780.00")
    assert line.work_days == Decimal("3.5")


def test_hour_work_on_a_rest_day_takes_its_hours_out():
    who = worker(term("hour", "30"))
    line = _line(who, {6: "1"}, [approved(who, 6, "rest_day", 300)])
    # 8 − 5 = 3 h × 30 = 90.00; 5 h × 30 × 200 % = 300.00
    assert (line.amount(ItemKind.HOUR_WORK), line.amount(ItemKind.REST_DAY)) == (
        yuan("90"),
        yuan("300"),
    )


def test_minutes_are_paid_exactly_where_two_decimals_would_not_be():
    who = worker(term("day", "260"))
    line = _line(who, {1: "1"}, [approved(who, 1, "overtime", 100)])
    # 100/60 h × 32.50 × 150 % = 81.25 exactly; 1.67 h would give 81.41
    item = line.items[1]
    assert (item.quantity, item.amount, item.note) == (
        Decimal("1.67"),
        yuan("81.25"),
        "100 min",
    )


def test_one_rounding_for_each_item():
    """Three evenings of 10 minutes are rounded together, not one by one."""
    who = worker(term("day", "33.35"))
    hours = [approved(who, number, "overtime", 10) for number in (1, 2, 3)]
    line = _line(who, dict.fromkeys((1, 2, 3), "1"), hours)
    # 3335 fen × 30/480 × 1.5 = 312.65625 → 3.13; each evening alone 1.042… → 1.04 × 3 = 3.12
    assert line.amount(ItemKind.OVERTIME) == yuan("3.13")


def test_deductions_and_arrears_balance_to_the_fen():
    who = worker(term("day", "260"))
    given_out = (
        adjustment(who, "advance", "1000"),
        adjustment(who, "tax", "12.34"),
        adjustment(who, "arrears", "55.55"),
    )
    line = _line(who, dict.fromkeys(range(1, 11), "1"), adjustments=given_out)
    # 2,600.00 + 55.55 − 1,000.00 − 12.34 = 1,643.21
    assert (line.gross, line.deductions, line.net) == (
        yuan("2655.55"),
        yuan("1012.34"),
        yuan("1643.21"),
    )
    assert [i.kind for i in line.items] == [
        ItemKind.DAY_WORK,
        ItemKind.ARREARS,
        ItemKind.ADVANCE,
        ItemKind.TAX,
    ]
    assert all(item.citation for item in line.items)


def test_damage_is_limited_to_a_fifth_and_to_the_minimum_wage():
    who = worker(term("day", "260"))
    ten = dict.fromkeys(range(1, 11), "1")
    seven = dict.fromkeys(range(1, 8), "1")
    # 10 days: 2,600.00, a fifth 520.00, left 2,080.00 ≥ 1,620.00 → 520.00
    assert damage_limit(_line(who, ten), LAW) == yuan("520.00")
    # 7 days: 1,820.00, a fifth 364.00, but only 1,820 − 1,620 = 200.00 may go
    assert damage_limit(_line(who, seven), LAW) == yuan("200.00")
    # arrears of other months are not this month's wage
    paid_back = (adjustment(who, "arrears", "1000"),)
    assert damage_limit(_line(who, ten, adjustments=paid_back), LAW) == yuan("520.00")
    at_limit = _line(who, ten, adjustments=(adjustment(who, "damage", "520.00"),))
    over = _line(who, ten, adjustments=(adjustment(who, "damage", "520.01"),))
    assert _codes(at_limit) == []
    (finding,) = review_line(over, LAW)
    assert (finding.code, finding.level) == (Code.DEDUCTION_OVER_LIMIT, Level.STOP)
    assert (finding.facts["limit"], finding.facts["amount"]) == ("520.00", "520.01")


def test_a_net_below_zero_stops():
    who = worker(term("day", "260"))
    line = _line(who, {1: "1"}, adjustments=(adjustment(who, "advance", "260.01"),))
    assert (Code.NET_NEGATIVE, Level.STOP) in _codes(line)


@pytest.mark.parametrize(
    ("kind", "rate", "below"),
    [
        # 1,620 ÷ 21.75 = 74.4827… : 74.49 passes, 74.48 does not
        ("day", "74.49", False),
        ("day", "74.48", True),
        # 1,620 ÷ 174 = 9.3103… : 9.32 passes, 9.31 does not
        ("hour", "9.32", False),
        ("hour", "9.31", True),
    ],
)
def test_minimum_wage_by_rate(kind, rate, below):
    line = _line(worker(term(kind, rate)), {1: "1"})
    (test,) = minimum_tests(line, LAW)
    assert test.method is MinimumMethod(kind)
    assert test.passes is not below
    code = Code.BELOW_MINIMUM_DAY if kind == "day" else Code.BELOW_MINIMUM_HOUR
    assert _codes(line) == ([(code, Level.WARN)] if below else [])


def test_the_months_minimum_is_asked_of_a_full_month_only():
    who = worker(term("day", "70.43"))
    full = dict.fromkeys(range(1, 24), "1")
    # 23 × 70.43 = 1,619.89 < 1,620.00; 22 days are no full month
    assert (Code.BELOW_MINIMUM_MONTH, Level.WARN) in _codes(_line(who, full))
    short = dict.fromkeys(range(1, 23), "1")
    assert Code.BELOW_MINIMUM_MONTH not in [code for code, _ in _codes(_line(who, short))]


def test_overtime_pay_does_not_count_towards_the_minimum():
    who = worker(term("day", "70"))
    full = dict.fromkeys(range(1, 24), "1")
    hours = [approved(who, 1, "overtime", 180)]
    # 23 × 70 = 1,610.00 of ordinary pay; 39.38 of overtime would hide that
    line = _line(who, full, hours)
    assert line.gross > MINIMUM.monthly
    assert (Code.BELOW_MINIMUM_MONTH, Level.WARN) in _codes(line)


def test_overtime_over_3_hours_a_day_and_36_a_month_is_said():
    line = _line(who := worker(term("day", "260")), {1: "1"})
    spent = {day(number): 180 for number in range(1, 13)}  # 12 × 3 h = 36 h: allowed
    assert _codes(line, WageLaw(MARCH, RULES, MINIMUM, MARCH_DAYS, {who.id: spent})) == []
    spent[day(13)] = 181
    findings = review_line(line, WageLaw(MARCH, RULES, MINIMUM, MARCH_DAYS, {who.id: spent}))
    assert [f.facts["when"] for f in findings] == ["2021-03-13", "2021-03"]
    assert {(f.code, f.level) for f in findings} == {(Code.OVERTIME_OVER_LIMIT, Level.WARN)}


def test_work_without_a_pay_term_stops_and_stays_visible():
    nobody = _line(worker(), {1: "1"})
    assert nobody.net == Money(0)
    assert _codes(nobody) == [(Code.NO_PAY_TERM, Level.STOP)]
    late = _line(worker(term("day", "260", day(3))), {2: "1", 3: "1"})
    assert [(i.quantity, i.amount.fen) for i in late.items] == [
        (Decimal("1.00"), 0),
        (Decimal("1.00"), 260_00),
    ]
    assert (Code.NO_PAY_TERM, Level.STOP) in _codes(late)


def test_a_month_without_a_day_is_a_note_and_no_card_a_warning():
    idle = _line(worker(term("day", "260"), card=""))
    assert (idle.items, idle.needs_signature) == ((), False)
    assert _codes(idle) == [(Code.NO_ATTENDANCE, Level.NOTE)]
    assert _codes(_line(worker(term("day", "260"), card=""), {1: "1"})) == [
        (Code.NO_CARD, Level.WARN)
    ]


def test_rules_answer_for_the_day_asked():
    assert RULES.on("paid-days", date(2024, 12, 31)).citation.endswith("〔2008〕3号）第二条")
    assert RULES.on("paid-days", date(2025, 1, 1)).citation.endswith("〔2025〕2号）第二条")
    with pytest.raises(Unknown):
        RULES.on("paid-days", date(2000, 1, 1))


def test_days_of_other_months_do_not_count():
    who = worker(term("day", "260"))
    present = attendance(who, {1: "1"})
    before = facts(who, present)
    february = type(before)(
        before.id, 1, before.project, WageMonth(2021, 2), who, "钢筋班", present
    )
    assert compute_line(february, RULES).items == ()


MINUTES = st.integers(min_value=0, max_value=720)
QUARTERS = st.sampled_from(["0", "0.25", "0.5", "0.75", "1"])


@given(
    kind=st.sampled_from(["day", "hour"]),
    rates=st.lists(st.integers(1, 200_000), min_size=1, max_size=3),
    days=st.dictionaries(st.integers(1, 31), QUARTERS, max_size=31),
    extra=st.dictionaries(
        st.tuples(st.integers(1, 31), st.sampled_from(["overtime", "rest_day", "holiday"])),
        MINUTES,
        max_size=8,
    ),
    taken=st.dictionaries(
        st.sampled_from(["advance", "tax", "arrears"]), st.integers(1, 10**8), max_size=3
    ),
)
def test_every_line_balances_to_the_fen(kind, rates, days, extra, taken):
    terms = [
        term(kind, Decimal(rate) / 100, day(1 + 10 * index)) for index, rate in enumerate(rates)
    ]
    who = worker(*terms)
    hours = [approved(who, number, name, minutes) for (number, name), minutes in extra.items()]
    days = {number: "0" for number, _ in extra} | days
    entered = [adjustment(who, name, Decimal(fen) / 100) for name, fen in taken.items()]
    line = _line(who, days, hours, entered)
    assert {type(item.amount.fen) for item in line.items} <= {int}
    added = sum(i.amount.fen for i in line.items if not i.is_deduction)
    off = sum(i.amount.fen for i in line.items if i.is_deduction)
    assert line.net.fen == added - off
    # an independent sum, day by day, in exact fractions: off by less than a fen for each item
    exact = Fraction(0)
    for number, share in days.items():
        rate = rates[min((number - 1) // 10, len(rates) - 1)]
        hour = Fraction(rate, 8) if kind == "day" else Fraction(rate)
        today = {name: m for (n, name), m in extra.items() if n == number}
        off_day = Fraction(today.get("rest_day", 0) + today.get("holiday", 0), 60)
        exact += max(Fraction(share) * 8 - off_day, 0) * hour
        for name, percent in (("overtime", 150), ("rest_day", 200), ("holiday", 300)):
            exact += Fraction(today.get(name, 0), 60) * hour * percent / 100
    work = [i for i in line.items if i.rule not in {"advance", "tax", "arrears"}]
    assert abs(sum(i.amount.fen for i in work) - exact) <= Fraction(len(work), 2)


@pytest.mark.parametrize(
    ("fen", "rounded"), [(Fraction(1, 2), 1), (Fraction(49, 100), 0), (Fraction(5, 2), 3)]
)
def test_half_a_fen_goes_up(fen, rounded):
    assert round_fen(fen) == Money(rounded)
