"""Why this number: one wage line as a tree, down to punches, hand marks, rates, rules, acts.

The figures of the tree add up: a line is the sum of its items, and an item made of days is the
sum of their exact shares, rounded once to the fen. `faults` tells where they do not.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from desktop.domain.attendance import (
    BEIJING,
    AttendanceRule,
    DayCount,
    DayMark,
    HoursKind,
    MonthAttendance,
    days_text,
    wall,
)
from desktop.domain.identity import mask_card
from desktop.domain.ids import LineId, WorkerId, new_id
from desktop.domain.money import Money
from desktop.domain.pairing import DayPath, day_paths, told_ways
from desktop.domain.payroll import Adjustment, ItemKind, WageItem, WageLine, WageSheet
from desktop.domain.wages import (
    ADJUSTABLE,
    WORK,
    LineFacts,
    Part,
    Rule,
    compute_line,
    day_share,
    month_marks,
    round_fen,
    worked_parts,
)
from desktop.domain.worker import PayKind, Worker
from desktop.ports.books import Books
from desktop.services.attendance.month import owned_punches, packed_punches
from desktop.services.payroll.month import MonthFacts
from desktop.services.payroll.provenance import Provenance, provenance
from desktop.services.payroll.rules import item_title, item_unit
from resources.words import phrase

_GROUP = "why"
_HOUR = 60


class NodeKind(StrEnum):
    """What one node of a derivation says."""

    LINE = "line"
    ITEM = "item"
    QUANTITY = "quantity"
    DAY = "day"
    PUNCHES = "punches"
    STAY = "stay"
    VALID_DAY = "valid_day"  # the rule by which punches become a day
    HAND = "hand"
    HOURS = "hours"
    RATE = "rate"
    RULE = "rule"
    ADJUSTMENT = "adjustment"
    SOURCE = "source"
    CARD = "card"
    CHANGES = "changes"
    CHANGE = "change"
    DIFFERS = "differs"  # the books say something else than the sheet


@dataclass(frozen=True, slots=True)
class Node:
    """One statement, and what it rests on."""

    kind: NodeKind
    text: str
    amount: Money | None = None
    """What it adds (positive) or takes off, in fen; None where it is no amount."""
    share: Fraction | None = None
    """Of a day: the exact fen it adds to its item."""
    children: tuple[Node, ...] = ()

    def walk(self) -> Iterator[Node]:
        """Yield this node and all below it."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class Known:
    """What a month's derivations rest on, read once."""

    month: MonthFacts
    paths: Mapping[WorkerId, Mapping[date, DayPath]]
    """Stays of the days, where they were paired."""
    people: Mapping[str, str]
    """Person → name."""
    past: Provenance
    """Imports and acts that touched the worker."""


def known_of(books: Books, month: MonthFacts, worker: Worker) -> Known:
    """Read what a worker's derivation rests on besides the month's facts."""
    rule, (first, last) = month.project.attendance_rule, (month.month.first, month.month.last)
    packed = packed_punches(books, month.project.id, *rule.span(first, last))
    own = owned_punches(worker, month.project, month.month, packed)
    paths = day_paths(own, rule, told_ways(packed.values()))
    people = {str(person.id): person.name for person in books.people.all()}
    return Known(month, {worker.id: paths}, people, provenance(books, month.project, worker.id))


def derive(worker: Worker, sheet: WageSheet | None, known: Known) -> Node:
    """Return why a worker's line says what it says; without a sheet, what is due now."""
    facts = line_facts(worker, known.month)
    fresh = compute_line(facts, known.month.law.rules)
    own = sheet.lines if sheet else ()
    line = next((one for one in own if one.worker == worker.id), fresh)
    text = phrase(
        _GROUP, "line", name=line.name, month=known.month.month,
        gross=line.gross, deductions=line.deductions, net=line.net,
    )  # fmt: skip
    items = _items(line, fresh, facts, known)
    return Node(
        NodeKind.LINE, text, line.net,
        children=(*items, _card(line, facts, known), _changes(worker, sheet, known)),
    )  # fmt: skip


def line_facts(worker: Worker, month: MonthFacts) -> LineFacts:
    """Return what a worker's line is computed from."""
    team = month.team(worker)
    attendance: MonthAttendance | None = month.attendance.get(worker.id)
    return LineFacts(
        LineId(new_id()), 1, month.project.id, month.month, worker, team.name if team else "",
        attendance, month.adjustments.get(worker.id, ()),
    )  # fmt: skip


def faults(tree: Node) -> tuple[str, ...]:
    """Return the statements whose figures are not the sum of what they rest on."""
    found = []
    for node in tree.walk():
        if node.kind is NodeKind.LINE:
            amounts = [one.amount for one in node.children if one.amount is not None]
            wrong = Money.sum(amounts) != node.amount
        else:
            below = [day for one in node.children for day in one.children]
            shares = [day.share for day in below if day.share is not None]
            wrong = bool(shares) and round_fen(sum(shares, Fraction(0))) != node.amount
        found += [node.text] if wrong else []
    return tuple(found)


def _items(line: WageLine, fresh: WageLine, facts: LineFacts, known: Known) -> Iterator[Node]:
    """Explain each item; one that the books would make otherwise says so instead of its days."""
    parts = worked_parts(facts)
    made = dict(zip(fresh.items, parts, strict=False))  # work items come first, in their order
    for item in line.items:
        if item.kind in ADJUSTABLE:
            yield _adjustment(item, facts.adjustments, known)
        elif item in made:
            yield _work(item, *made[item], facts, known)
        else:
            yield _differing(item, known)
    for item in fresh.items:
        if item not in line.items:
            yield Node(NodeKind.DIFFERS, phrase(_GROUP, "would", item=_sum(item, known)))


def _differing(item: WageItem, known: Known) -> Node:
    says = Node(NodeKind.DIFFERS, phrase(_GROUP, "differs"))
    return Node(
        NodeKind.ITEM, _sum(item, known), item.amount, children=(says, *_rules(item, known))
    )


def _work(
    item: WageItem, part: Part, worked: Mapping[date, Decimal], facts: LineFacts, known: Known
) -> Node:
    rules, since = known.month.law.rules, min(worked)
    marks = {mark.day: mark for mark in month_marks(facts)}
    days = tuple(
        replace(
            _day(marks[day], part, minutes, facts.worker, known),
            share=day_share(part, minutes, rules, since),
        )
        for day, minutes in sorted(worked.items())
    )
    quantity = phrase(
        _GROUP, "quantity", quantity=days_text(item.quantity), unit=item_unit(item.kind),
        days=len(days), minutes=f"{float(sum(worked.values())):g}",
    )  # fmt: skip
    children = (
        Node(NodeKind.QUANTITY, quantity, children=days),
        _rate(part, facts.worker, known),
        *_rules(item, known),
    )
    return Node(NodeKind.ITEM, _sum(item, known), item.amount, children=children)


def _sum(item: WageItem, known: Known) -> str:
    """Say an item as its sum; the words are those of the line's short explanation."""
    if item.kind in ADJUSTABLE:
        return phrase(_GROUP, "plain", title=item_title(item.kind), amount=item.amount)
    rows = [known.month.law.rules.on(key, known.month.month.last) for key in item.rule.split("+")]
    by_day = "extra_by_day" if rows[1:] else "extra_by_hour"
    return phrase(
        "wages", "work" if item.kind in WORK else by_day, title=item_title(item.kind),
        quantity=days_text(item.quantity), unit=item_unit(item.kind), rate=item.rate,
        percent=item.percent, day_hours=rows[-1].value, amount=item.amount,
    )  # fmt: skip


def _day(mark: DayMark, part: Part, minutes: Decimal, worker: Worker, known: Known) -> Node:
    """Say of a day how its minutes came about; extra hours rest on their approval alone."""
    if part.kind is ItemKind.DAY_WORK:
        said = phrase(_GROUP, "work_days", days=days_text(minutes / _HOUR / 8))
    else:
        said = phrase(_GROUP, "hours_said", hours=f"{minutes / _HOUR:.2f}")
    below: list[Node] = list(_approved(mark, part))
    if not below:
        below = [*_hand(mark), *_punched(mark, worker, known), *_taken(mark)]
    return Node(NodeKind.DAY, f"{mark.day} {said}", children=tuple(below))


def _approved(mark: DayMark, part: Part) -> Iterator[Node]:
    for hours in mark.approved:
        if hours.kind.value == part.kind.value:
            text = phrase(
                _GROUP, "approved", minutes=hours.minutes, by=hours.by_name, at=_when(hours.at)
            )
            yield Node(NodeKind.HOURS, text)


def _taken(mark: DayMark) -> Iterator[Node]:
    """Name what approved rest-day and holiday hours took from the ordinary time of a day."""
    for hours in mark.approved:
        if hours.kind is not HoursKind.OVERTIME:
            title = item_title(ItemKind(hours.kind.value))
            text = phrase(_GROUP, "taken", title=title, minutes=hours.minutes)
            yield Node(NodeKind.HOURS, text)


def _hand(mark: DayMark) -> Iterator[Node]:
    if (hand := mark.hand) is not None:
        text = phrase(
            _GROUP, "hand", days=days_text(hand.work_days), reason=hand.reason,
            by=hand.by_name, at=_when(hand.at),
        )  # fmt: skip
        proof = phrase(_GROUP, "evidence") if hand.evidence else ""
        yield Node(NodeKind.HAND, text + proof)


def _punched(mark: DayMark, worker: Worker, known: Known) -> Iterator[Node]:
    if mark.count is None:
        return
    times = "、".join(f"{wall(second):%H:%M:%S}" for second in mark.count.punches)
    text = phrase(_GROUP, "punches", times=times, raw=mark.count.raw)
    yield Node(NodeKind.PUNCHES, text, children=tuple(_stays(worker, mark.day, known)))
    if mark.hand is None:
        yield _valid_day(mark.count, known.month.project.attendance_rule)


def _valid_day(count: DayCount, rule: AttendanceRule) -> Node:
    """Say what a day's punches amount to, and by which rule from where."""
    said = phrase(
        _GROUP, f"counted_{rule.counting}", days=days_text(count.work_days),
        minutes=count.minutes if count.worked is None else count.worked,
    )  # fmt: skip
    text = phrase(
        _GROUP, f"valid_{rule.counting}", least=rule.least_punches,
        hours=f"{Decimal(rule.least_minutes) / _HOUR:g}", boundary=f"{rule.day_boundary:%H:%M}",
        source=rule.source or phrase(_GROUP, "rule_of_project"),
    )  # fmt: skip
    return Node(NodeKind.VALID_DAY, said, children=(Node(NodeKind.SOURCE, text),))


def _stays(worker: Worker, day: date, known: Known) -> Iterator[Node]:
    path = known.paths.get(worker.id, {}).get(day)
    for stay in path.stays if path else ():
        first, last = (
            f"{wall(second):%H:%M}" if second is not None else "?"
            for second in (stay.entered, stay.left)
        )
        text = phrase(_GROUP, "stay", first=first, last=last, minutes=stay.seconds // 60)
        yield Node(NodeKind.STAY, text)


def _rate(part: Part, worker: Worker, known: Known) -> Node:
    term = part.term
    if term is None:
        return Node(NodeKind.RATE, phrase(_GROUP, "no_rate"))
    unit = phrase(_GROUP, "per_day" if term.kind is PayKind.DAY else "per_hour")
    text = phrase(_GROUP, "rate", rate=term.rate, unit=unit, since=term.since)
    source = known.past.of_term(worker, term)
    return Node(NodeKind.RATE, text, children=(Node(NodeKind.SOURCE, source),))


def _rules(item: WageItem, known: Known) -> Iterator[Node]:
    for key in item.rule.split("+"):
        rule: Rule = known.month.law.rules.on(key, known.month.month.last)
        until = phrase(_GROUP, "until", until=rule.until) if rule.until else ""
        text = phrase(
            _GROUP, "rule", title=rule.title, citation=rule.citation, since=rule.since, until=until
        )
        yield Node(NodeKind.RULE, text)


def _adjustment(item: WageItem, entered: Sequence[Adjustment], known: Known) -> Node:
    amount = Money(-item.amount.fen) if item.is_deduction else item.amount
    said = [Node(NodeKind.ADJUSTMENT, phrase(_GROUP, "reason", reason=item.note))]
    for one in entered:
        if (one.kind, one.amount, one.reason) == (item.kind, item.amount, item.note):
            by = known.people.get(str(one.by), "")
            text = phrase(_GROUP, "entered", by=by, at=_when(one.at))
            said.append(Node(NodeKind.SOURCE, text))
    return Node(NodeKind.ITEM, _sum(item, known), amount, children=(*said, *_rules(item, known)))


def _card(line: WageLine, facts: LineFacts, known: Known) -> Node:
    if not line.card_number:
        return Node(NodeKind.CARD, phrase(_GROUP, "no_card"))
    text = phrase(
        _GROUP, "card", bank=line.bank, number=mask_card(line.card_number),
        name=line.account_name or line.name,
    )  # fmt: skip
    card = facts.worker.card(facts.month.last)
    if card is None or card.number != line.card_number:
        other = Node(NodeKind.DIFFERS, phrase(_GROUP, "other_card"))
        return Node(NodeKind.CARD, text, children=(other,))
    source = Node(NodeKind.SOURCE, known.past.of_card(facts.worker, card))
    return Node(NodeKind.CARD, text, children=(source,))


def _changes(worker: Worker, sheet: WageSheet | None, known: Known) -> Node:
    acts = known.past.acts(worker.id, sheet.id if sheet else None, known.month.month)
    found = tuple(Node(NodeKind.CHANGE, text) for text in acts)
    said = phrase(_GROUP, "changes" if found else "no_changes", count=len(found))
    return Node(NodeKind.CHANGES, said, children=found)


def _when(at: datetime) -> str:
    return f"{at.astimezone(BEIJING):%Y-%m-%d %H:%M}"
