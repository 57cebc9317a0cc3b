"""What the law says of a finished line: minimum wage, deductions, overtime; facts in findings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from desktop.domain.findings import Code, Finding, Level
from desktop.domain.ids import WorkerId
from desktop.domain.money import Money
from desktop.domain.months import WageMonth
from desktop.domain.notice import MinimumWage
from desktop.domain.payroll import ItemKind, WageLine
from desktop.domain.wages import WORK, Rule, WageRules

_HOUR = 60


class MinimumMethod(StrEnum):
    """How a wage is compared with the minimum wage; named wherever the result is shown."""

    DAY = "day"  # day rate against monthly minimum ÷ 21.75
    HOUR = "hour"  # hour rate against monthly minimum ÷ 174
    MONTH = "month"  # ordinary pay of a full month against the monthly minimum


_CODES = {
    MinimumMethod.DAY: Code.BELOW_MINIMUM_DAY,
    MinimumMethod.HOUR: Code.BELOW_MINIMUM_HOUR,
    MinimumMethod.MONTH: Code.BELOW_MINIMUM_MONTH,
}


@dataclass(frozen=True, slots=True)
class MinimumTest:
    """One comparison; `least` is the smallest amount that passes."""

    method: MinimumMethod
    actual: Money
    least: Money
    minimum: MinimumWage
    rule: Rule | None
    """Row that holds the divisor; None for the month's figure."""

    @property
    def passes(self) -> bool:
        """Tell whether the wage reaches the minimum."""
        return self.actual >= self.least


@dataclass(frozen=True, slots=True)
class WageLaw:
    """Everything dated that a month's lines are held against."""

    month: WageMonth
    rules: WageRules
    minimum: MinimumWage | None
    working_days: int
    """Ordinary working days of the calendar month."""
    overtime: Mapping[WorkerId, Mapping[date, int]] = field(default_factory=dict)
    """Approved overtime minutes by worker and day."""

    def figure(self, key: str) -> Decimal:
        """Return a rule's figure on the month's last day."""
        return self.rules.on(key, self.month.last).figure


def minimum_tests(line: WageLine, law: WageLaw) -> tuple[MinimumTest, ...]:
    """Compare a line with the minimum wage: every rate, and the month where it is full."""
    minimum = law.minimum
    if minimum is None:
        return ()
    tests: list[MinimumTest] = []
    for item in line.items:
        if item.kind in WORK and item.rate:
            by_day = item.kind is ItemKind.DAY_WORK
            rule = law.rules.on("paid-days" if by_day else "paid-hours", law.month.last)
            method = MinimumMethod.DAY if by_day else MinimumMethod.HOUR
            least = _share(minimum.monthly, rule.figure)
            tests.append(MinimumTest(method, item.rate, least, minimum, rule))
    if tests and line.work_days >= law.working_days:
        pay = Money.sum(item.amount for item in line.items if item.kind in WORK)
        tests.append(MinimumTest(MinimumMethod.MONTH, pay, minimum.monthly, minimum, None))
    return tuple(dict.fromkeys(tests))


def _share(amount: Money, parts: Decimal) -> Money:
    """Divide and round up: the smallest whole fen that is not below the exact quotient."""
    exact = Fraction(amount.fen) / Fraction(parts)
    return Money(-(-exact.numerator // exact.denominator))


def damage_limit(line: WageLine, law: WageLaw) -> Money:
    """Return the most that may be taken off for damage this month (489号 art. 16).

    A fifth of the month's wage (arrears of other months apart), and what is left is not below
    the monthly minimum wage.
    """
    wage = line.gross - line.amount(ItemKind.ARREARS)
    percent = law.figure("damage-percent")
    fifth = wage.fen * Fraction(percent) / 100
    limit = fifth.numerator // fifth.denominator
    if law.minimum is not None:
        limit = min(limit, wage.fen - law.minimum.monthly.fen)
    return Money(max(limit, 0))


def deduction_findings(line: WageLine, law: WageLaw) -> tuple[Finding, ...]:
    """Name deductions over their limit and a net below zero; both stop."""
    found: list[Finding] = []
    damage = line.amount(ItemKind.DAMAGE)
    if damage > (limit := damage_limit(line, law)):
        rule = law.rules.on("damage-percent", law.month.last)
        facts = {
            "amount": str(damage),
            "limit": str(limit),
            "percent": f"{rule.figure}",
            "wage": str(line.gross - line.amount(ItemKind.ARREARS)),
            "minimum": str(law.minimum.monthly) if law.minimum else "",
            "citation": rule.citation,
        }
        found.append(_finding(Code.DEDUCTION_OVER_LIMIT, Level.STOP, line, facts))
    if line.net.fen < 0:
        facts = {
            "gross": str(line.gross),
            "deductions": str(line.deductions),
            "net": str(line.net),
        }
        found.append(_finding(Code.NET_NEGATIVE, Level.STOP, line, facts))
    return tuple(found)


def review_line(line: WageLine, law: WageLaw) -> tuple[Finding, ...]:
    """Return everything the person should know of a line before it is signed."""
    found = [*deduction_findings(line, law)]
    unpriced = [item for item in line.items if item.kind in WORK and not item.rate]
    if unpriced:
        days = {"days": f"{line.work_days:.2f}"}
        found.append(_finding(Code.NO_PAY_TERM, Level.STOP, line, days))
    elif not line.rate:
        found.append(_finding(Code.NO_PAY_TERM, Level.WARN, line, {"days": "0"}))
    if not line.work_days and not line.gross:
        found.append(_finding(Code.NO_ATTENDANCE, Level.NOTE, line, {"month": str(law.month)}))
    if not line.card_number and line.net.fen > 0:
        found.append(_finding(Code.NO_CARD, Level.WARN, line, {"net": str(line.net)}))
    found += [_below(test, line) for test in minimum_tests(line, law) if not test.passes]
    return (*found, *_overtime_findings(line, law))


def _below(test: MinimumTest, line: WageLine) -> Finding:
    facts = {
        "actual": str(test.actual),
        "least": str(test.least),
        "minimum": str(test.minimum.monthly),
        "divisor": f"{test.rule.figure}" if test.rule else "",
        "document": test.minimum.document,
        "since": test.minimum.effective_from.isoformat(),
    }
    return _finding(_CODES[test.method], Level.WARN, line, facts)


def _overtime_findings(line: WageLine, law: WageLaw) -> list[Finding]:
    """Name the days over 3 hours and a month over 36 hours of overtime (劳动法 art. 41)."""
    worked = law.overtime.get(line.worker, {})
    found: list[Finding] = []
    per_day = law.rules.on("overtime-day-hours", law.month.last)
    per_month = law.rules.on("overtime-month-hours", law.month.last)
    long = sorted(day for day, minutes in worked.items() if minutes > per_day.figure * _HOUR)
    cases = [(day.isoformat(), worked[day], per_day) for day in long]
    cases.append((str(law.month), sum(worked.values()), per_month))
    for when, minutes, rule in cases:
        if minutes > rule.figure * _HOUR:
            facts = {
                "when": when,
                "hours": f"{Decimal(minutes) / _HOUR:.1f}",
                "limit": f"{rule.figure}",
                "citation": rule.citation,
            }
            found.append(_finding(Code.OVERTIME_OVER_LIMIT, Level.WARN, line, facts))
    return found


def _finding(code: Code, level: Level, line: WageLine, facts: Mapping[str, str]) -> Finding:
    return Finding(code, level, row=line.seq, subject=line.name, facts=facts)
