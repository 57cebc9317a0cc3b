"""One wage line computed from facts: attendance, pay terms, approved hours, dated rules.

Every quantity is counted in exact minutes (a work-day is a whole number of them); an amount is
rounded once, half up to the fen, and nothing is rounded on the way.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import NamedTuple

from desktop.domain.attendance import DayMark, HoursKind, MonthAttendance
from desktop.domain.errors import Unknown
from desktop.domain.ids import LineId, ProjectId
from desktop.domain.money import Money
from desktop.domain.months import WageMonth
from desktop.domain.payroll import Adjustment, ItemKind, WageItem, WageLine
from desktop.domain.worker import Card, Employment, PayKind, PayTerm, Worker

ADJUSTABLE = (
    ItemKind.ARREARS,
    ItemKind.ADVANCE,
    ItemKind.TAX,
    ItemKind.INSURANCE,
    ItemKind.FUND,
    ItemKind.COURT,
    ItemKind.DAMAGE,
)
"""What a person may enter; fines and deposits do not exist (489号 art. 15)."""
WORK = frozenset({ItemKind.DAY_WORK, ItemKind.HOUR_WORK})
EXTRA = {
    HoursKind.OVERTIME: (ItemKind.OVERTIME, "overtime-percent"),
    HoursKind.REST_DAY: (ItemKind.REST_DAY, "rest-day-percent"),
    HoursKind.HOLIDAY: (ItemKind.HOLIDAY, "holiday-percent"),
}
_WORK_RULE = {PayKind.DAY: "day-work", PayKind.HOUR: "hour-work"}
_WORK_ITEM = {PayKind.DAY: ItemKind.DAY_WORK, PayKind.HOUR: ItemKind.HOUR_WORK}
_HOUR = 60
_CENT = Decimal("0.01")
NO_NAME, NO_RATE = "", Money(0)


@dataclass(frozen=True, slots=True)
class Rule:
    """One dated row of resources/rules/wages.toml."""

    key: str
    title: str
    citation: str
    since: date
    until: date | None = None
    value: Decimal | None = None

    @property
    def figure(self) -> Decimal:
        """The row's figure.

        Raises:
            Unknown: the row has none.
        """
        if self.value is None:
            raise Unknown(kind="rule", name=self.key)
        return self.value


@dataclass(frozen=True, slots=True)
class WageRules:
    """Every row; each question names the day it is asked for."""

    rows: tuple[Rule, ...]

    def on(self, key: str, day: date) -> Rule:
        """Return the row in force on a day.

        Raises:
            Unknown: no row of that key answers for the day.
        """
        for row in self.rows:
            if row.key == key and row.since <= day and (row.until is None or day <= row.until):
                return row
        raise Unknown(kind="rule", name=f"{key} {day}")


@dataclass(frozen=True, slots=True)
class LineFacts:
    """What one line is computed from."""

    id: LineId
    seq: int
    project: ProjectId
    month: WageMonth
    worker: Worker
    team_name: str
    attendance: MonthAttendance | None = None
    adjustments: Sequence[Adjustment] = ()


class Part(NamedTuple):
    """What is added up into one item: kind, pay term, percent rule."""

    kind: ItemKind
    term: PayTerm | None
    rule: str


def compute_line(facts: LineFacts, rules: WageRules) -> WageLine:
    """Compute a worker's line for a month; days without a pay term become an item of 0.00.

    Raises:
        Unknown: the worker never belonged to the project.
    """
    worker, last = facts.worker, facts.month.last
    employment = employment_on(worker, facts.project, last)
    if employment is None:
        raise Unknown(kind="worker", name=worker.name)
    term = _term_shown(employment, last)
    card = worker.card(last) or Card(NO_NAME)
    return WageLine(
        id=facts.id,
        seq=facts.seq,
        worker=worker.id,
        name=worker.name,
        id_number=worker.id_number,
        team=employment.team,
        team_name=facts.team_name,
        trade=employment.trade,
        pay_kind=term.kind if term else PayKind.DAY,
        rate=term.rate if term else NO_RATE,
        work_days=sum((mark.work_days for mark in month_marks(facts)), Decimal(0)),
        items=(
            *_work_items(facts, rules),
            *adjustment_items(facts.adjustments, facts.month, rules),
        ),
        card_number=card.number,
        bank=card.bank,
        cnaps=card.cnaps,
        account_name=card.account_name,
    )


def employment_on(worker: Worker, project: ProjectId, day: date) -> Employment | None:
    """Return the employment that holds a day, otherwise the latest begun, otherwise the first."""
    own = [e for e in worker.employments if e.project == project]
    if len(own) == 1:
        return own[0]
    own.sort(key=lambda employment: employment.entry)
    begun = [e for e in own if e.entry <= day]
    holding = [e for e in begun if e.overlaps(day, day)]
    return next(iter([*reversed(holding), *reversed(begun), *own]), None)


def adjustment_items(
    adjustments: Iterable[Adjustment], month: WageMonth, rules: WageRules
) -> tuple[WageItem, ...]:
    """Turn advances and deductions into items, in the order they are printed."""
    found = sorted((a for a in adjustments if a.amount), key=lambda a: ADJUSTABLE.index(a.kind))
    return tuple(
        WageItem(
            kind=adjustment.kind,
            amount=adjustment.amount,
            rule=adjustment.kind.value,
            citation=rules.on(adjustment.kind.value, month.last).citation,
            note=adjustment.reason,
        )
        for adjustment in found
    )


def _term_shown(employment: Employment, last: date) -> PayTerm | None:
    end = last if employment.exit is None else min(last, employment.exit)
    return employment.pay_term(end)


def month_marks(facts: LineFacts) -> list[DayMark]:
    """Return the worker's days of the month, in order."""
    marks = facts.attendance.marks.values() if facts.attendance else ()
    return sorted((m for m in marks if WageMonth.of(m.day) == facts.month), key=lambda m: m.day)


def worked_parts(facts: LineFacts) -> list[tuple[Part, Mapping[date, Decimal]]]:
    """Return what each work item is added up from: minutes by day, in the order of the items."""
    worked: dict[Part, dict[date, Decimal]] = {}
    shown = _fallback_kind(facts)
    for mark in month_marks(facts):
        employment = employment_on(facts.worker, facts.project, mark.day)
        term = employment.pay_term(mark.day) if employment else None
        for part, minutes in _day_parts(mark, term, term.kind if term else shown):
            if minutes:
                worked.setdefault(part, {})[mark.day] = minutes
    order = {kind: index for index, kind in enumerate(ItemKind)}
    parts = sorted(worked, key=lambda part: (order[part.kind], min(worked[part])))
    return [(part, worked[part]) for part in parts]


def _work_items(facts: LineFacts, rules: WageRules) -> list[WageItem]:
    parts = worked_parts(facts)
    kinds = [part.kind for part, _ in parts]
    return [_item(part, own, rules, split=kinds.count(part.kind) > 1) for part, own in parts]


def _fallback_kind(facts: LineFacts) -> PayKind:
    terms = [
        term
        for employment in facts.worker.employments
        if employment.project == facts.project
        for term in employment.pay_terms
    ]
    return min(terms, key=lambda term: term.since).kind if terms else PayKind.DAY


def _day_parts(mark: DayMark, term: PayTerm | None, kind: PayKind) -> list[tuple[Part, Decimal]]:
    """Split one day: approved rest-day and holiday hours take their share of the ordinary time."""
    parts: list[tuple[Part, Decimal]] = []
    taken = Decimal(0)
    for hours in mark.approved:
        item, rule = EXTRA[hours.kind]
        parts.append((Part(item, term, rule), Decimal(hours.minutes)))
        if hours.kind is not HoursKind.OVERTIME:
            taken += hours.minutes
    whole = mark.work_days * 8 if kind is PayKind.DAY else mark.hours
    ordinary = max(whole * _HOUR - taken, Decimal(0))
    parts.append((Part(_WORK_ITEM[kind], term, _WORK_RULE[kind]), ordinary))
    return parts


def _item(part: Part, worked: Mapping[date, Decimal], rules: WageRules, *, split: bool) -> WageItem:
    first = min(worked)
    hours = Fraction(sum(worked.values(), Decimal(0))) / _HOUR
    rule, day = rules.on(part.rule, first), rules.on("day-hours", first)
    work_days = hours / Fraction(day.figure)
    by_day = part.term is not None and part.term.kind is PayKind.DAY
    rate = part.term.rate if part.term else NO_RATE
    percent = 100 if rule.value is None else int(rule.value)
    quantity = work_days if part.kind is ItemKind.DAY_WORK else hours
    applied = (rule, day) if by_day and part.kind not in WORK else (rule,)
    return WageItem(
        kind=part.kind,
        amount=round_fen(rate.fen * (work_days if by_day else hours) * percent / 100),
        quantity=two_places(quantity),
        rate=rate,
        percent=percent,
        rule="+".join(row.key for row in applied),
        citation="；".join(row.citation for row in applied),
        note=_note(quantity, hours * _HOUR, worked, split=split),
    )


def _note(quantity: Fraction, minutes: Fraction, worked: Collection[date], *, split: bool) -> str:
    """Say the days of a part and the exact minutes where two decimals do not show them."""
    words = [f"{min(worked)}~{max(worked)}"] if split else []
    if quantity != Fraction(two_places(quantity)):
        words.append(f"{float(minutes):g} min")
    return ", ".join(words)


def day_share(part: Part, minutes: Decimal, rules: WageRules, since: date) -> Fraction:
    """Return the exact fen that a day's minutes add to an item; nothing is rounded here.

    Args:
        part: what is added up.
        minutes: of the day.
        rules: dated rows.
        since: first day of the item, for which the rows are looked up.
    """
    if part.term is None:
        return Fraction(0)
    rule, day = rules.on(part.rule, since), rules.on("day-hours", since)
    hours = Fraction(minutes) / _HOUR
    quantity = hours / Fraction(day.figure) if part.term.kind is PayKind.DAY else hours
    percent = 100 if rule.value is None else int(rule.value)
    return part.term.rate.fen * quantity * percent / 100


def round_fen(fen: Fraction) -> Money:
    """Round an exact, non-negative number of fen half up."""
    return Money((2 * fen.numerator + fen.denominator) // (2 * fen.denominator))


def two_places(value: Fraction) -> Decimal:
    """Show a quantity with two decimals, half up; the amount is never computed from it."""
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    return exact.quantize(_CENT, rounding=ROUND_HALF_UP)
