"""Why this number: a small month worked by hand, its tree, and every figure adding up."""

import time
from dataclasses import replace
from datetime import date

import pytest

from desktop.domain.attendance import instant
from desktop.domain.imports import ImportKind
from desktop.domain.money import Money
from desktop.domain.payroll import ItemKind
from desktop.domain.worker import DeviceNumber
from desktop.services.payability import Payability
from desktop.services.payroll.derivation import NodeKind, derive, faults, known_of
from desktop.services.payroll.month import month_facts
from tests.unit.payroll_office import MARCH, Office


@pytest.fixture
def office(tmp_path):
    """马占海, 31.25 an hour, by hand; 赵守田, 260 a day, two days by hand and two by punches.

    赵守田: 10 days by hand (3-1 … 3-10), 3-11 from 07:00 to 18:00 (whole), 3-12 from 07:00 to
    10:00 (half): 11.5 × 260 = 2990.00. Overtime of 100 minutes on 3-11:
    260 ÷ 8 × 100/60 × 150 % = 81.25. Advance 500: 2990 + 81.25 − 500 = 2571.25.
    """
    made = Office(tmp_path)
    job = made.workers[0].employments[0]
    numbered = replace(job, device_numbers=(DeviceNumber("7", date(2020, 5, 11)),))
    with made.books() as books:
        made.workers[0] = books.workers.put(replace(made.workers[0], employments=(numbered,)))
        device = books.attendance.device(made.project.id, "东门")
        rows = [
            ("7", instant(f"2021-03-{when}"), 0, 1)
            for when in ("11 07:00:00", "11 18:00:00", "12 07:00:00", "12 10:00:00")
        ]
        books.attendance.add_punches(device, rows, 1)
        books.commit()
    made.approve(0, 11, "overtime", 100)
    made.payroll.adjust(
        made.project.id, made.workers[0].id, MARCH, ItemKind.ADVANCE, Money.of_yuan(500), "生活费"
    )
    made.prepare()
    return made


def explain(office, index=0):
    service = Payability(
        books=office.books, reads=office.reads, clock=office.clock, seat=office.seat
    )
    return service.explain(office.project.id, MARCH, office.workers[index].id)


def of_kind(tree, kind):
    return [node for node in tree.walk() if node.kind is kind]


def test_the_figures_are_those_worked_by_hand_and_add_up(office):
    tree = explain(office)
    assert tree.amount == Money(257_125)
    assert [node.amount.fen for node in of_kind(tree, NodeKind.ITEM)] == [299_000, 8_125, -50_000]
    work, overtime = (node.children[0] for node in of_kind(tree, NodeKind.ITEM)[:2])
    assert [day.share for day in work.children] == [26_000] * 11 + [13_000]
    assert [day.share for day in overtime.children] == [8_125]
    said = [node.text for node in of_kind(tree, NodeKind.ITEM)]
    assert "× 260.00 元/工日 ÷ 8 × 150% = 81.25 元" in said[1]
    assert work.text == "数量：11.5 工日，12 天，合 5520 分钟"  # 11.5 × 480
    assert faults(tree) == ()


def test_it_goes_down_to_punches_marks_approvals_and_the_rule_of_a_day(office):
    tree = explain(office)
    days = of_kind(tree, NodeKind.ITEM)[0].children[0].children
    by_hand, whole, half = days[0], days[10], days[11]
    assert [node.kind for node in by_hand.children] == [NodeKind.HAND]
    assert "纸质考勤" in by_hand.children[0].text
    assert "张工" in by_hand.children[0].text
    assert "07:00:00、18:00:00" in whole.children[0].text
    assert [node.kind for node in whole.children] == [NodeKind.PUNCHES, NodeKind.VALID_DAY]
    assert [node.text for node in whole.children[0].children] == ["进 07:00、出 18:00，660 分钟"]
    assert half.children[1].text == "首末相隔 180 分钟，计 0.5 工日"
    assert "2 次打卡、首末相隔满 4 小时" in half.children[1].children[0].text
    (approved,) = of_kind(tree, NodeKind.HOURS)
    assert "张工" in approved.text
    assert "100 分钟" in approved.text
    assert any("生活费" in node.text for node in of_kind(tree, NodeKind.ADJUSTMENT))
    assert any("国务院令第174号" in node.text for node in of_kind(tree, NodeKind.RULE))
    assert any("2020-05-11 起" in node.text for node in of_kind(tree, NodeKind.RATE))
    acts = [node.text for node in of_kind(tree, NodeKind.CHANGE)]
    assert any("预支或扣款" in act for act in acts)
    assert any("编制工资表" in act for act in acts)


def test_a_planted_fault_in_a_day_or_an_item_is_found(office):
    tree = explain(office)
    work = tree.children[0]
    quantity = work.children[0]
    lost = replace(quantity, children=quantity.children[1:])
    without = replace(work, children=(lost, *work.children[1:]))
    assert faults(replace(tree, children=(without, *tree.children[1:]))) == (work.text,)
    dearer = replace(work, amount=Money(work.amount.fen + 1))
    found = faults(replace(tree, children=(dearer, *tree.children[1:])))
    assert found == (tree.text, work.text)


def test_shares_are_rounded_once_and_not_day_by_day(office):
    # 31.25 an hour for 8 h a day and 1 minute of overtime on two days: 2 × 31.25 ÷ 60 × 150 %
    # = 1.5625, that is 1.56; rounded each day 0.78125 → 0.78 would give 1.56 too, three days
    # differ: 3 × 0.78125 = 2.34375 → 2.34; and 0.78 × 3 = 2.34; ten days: 7.8125 → 7.81, not 7.80.
    for day in range(1, 11):
        office.approve(1, day, "overtime", 1)
    office.prepare()
    tree = explain(office, 1)
    extra = of_kind(tree, NodeKind.ITEM)[1]
    assert extra.amount == Money(781)
    assert faults(tree) == ()


def test_what_the_books_would_say_otherwise_is_not_explained_away(office):
    office.sign_all()
    office.lock_all()
    office.mark(0, 10, "0.5")
    tree = explain(office)
    assert tree.amount == Money(257_125)  # what was signed stays
    assert of_kind(tree, NodeKind.ITEM)[0].amount == Money(299_000)
    said = [node.text for node in of_kind(tree, NodeKind.DIFFERS)]
    assert any("2,860.00" in text for text in said)  # 11 × 260
    assert faults(tree) == ()


def test_a_card_that_changed_after_signing_is_named(office):
    with office.books() as books:
        worker = books.workers.get(office.workers[0].id)
        (card,) = worker.cards
        fresh = replace(card, number="6228480402564890018")
        office.workers[0] = books.workers.put(replace(worker, cards=(fresh,)))
        books.commit()
    (node,) = of_kind(explain(office), NodeKind.CARD)
    assert node.children[0].kind is NodeKind.DIFFERS


def test_nothing_known_of_a_rate_is_said_so(office):
    (source, *_) = of_kind(explain(office), NodeKind.RATE)[0].children
    assert source.text == "账册里没有记下来源"
    with office.reads() as books:
        assert not books.imports.recent(office.project.id, ImportKind.ROSTER)


def test_one_line_is_derived_within_milliseconds(office):
    with office.reads() as books:
        known = known_of(
            books, month_facts(books, office.project, MARCH), worker := office.workers[0]
        )
        sheet = books.sheets.of_month(office.project.id, MARCH)[0]
    taken = []
    for _ in range(20):
        begun = time.perf_counter()
        derive(worker, sheet, known)
        taken.append(time.perf_counter() - begun)
    assert min(taken) < 0.005
