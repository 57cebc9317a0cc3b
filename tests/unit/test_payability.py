"""The pay-ability board: every gate, what blocks and what warns, and nobody lost on the way."""

import json
from dataclasses import replace
from datetime import date
from types import SimpleNamespace

import pytest

from desktop.domain.errors import RoleMissing
from desktop.domain.findings import Code, Level
from desktop.domain.gates import Exclusion, Gate, Standing, Switch
from desktop.domain.ids import PersonId, new_id
from desktop.domain.money import Money
from desktop.domain.worker import Card
from desktop.services.payability import Payability
from tests.unit.payroll_office import MARCH, Office

BLOCKING = {Gate.IDENTITY, Gate.CARD, Gate.WITHIN_DUE, Gate.SIGNATURE}


@pytest.fixture
def office(tmp_path):
    return Office(tmp_path)


def service(office):
    return Payability(books=office.books, reads=office.reads, clock=office.clock, seat=office.seat)


def board(office):
    return service(office).board(office.project.id, MARCH)


def row(shown, name):
    return next(one for one in shown.rows if one.name == name)


def standing(shown, name, gate):
    return row(shown, name).cell(gate).standing


def codes(shown, name, gate):
    return {finding.code for finding in row(shown, name).cell(gate).findings}


def change(office, index, **fields):
    """Change a worker in the books."""
    with office.books() as books:
        worker = replace(books.workers.get(office.workers[index].id), **fields)
        office.workers[index] = books.workers.put(worker)
        books.commit()


def test_the_law_decides_which_gates_block(office):
    shown = board(office)
    assert {gate for gate, switch in shown.switches.items() if switch is Switch.BLOCK} == BLOCKING
    assert [rule.gate for rule in shown.rules] == list(Gate)


def test_a_signed_month_goes_through_and_everybody_is_somewhere(office):
    office.prepare()
    office.sign_all()
    shown = board(office)
    # Ten days at 260, two at 8 × 31.25, three at 300: 2600 + 500 + 900 = 4000.00 yuan.
    assert shown.payable_net == Money.of_yuan(4000)
    assert {one.name for one in shown.payable} == {"赵守田", "马占海", "卓木匠"}
    assert [(one.name, one.excluded) for one in shown.excluded] == [
        ("白歇工", Exclusion.NOTHING_TO_PAY)
    ]
    for count in shown.counts():
        assert count.passes + count.warns + count.blocks + count.not_demanded == 4
        assert count.blocks == 0


def test_nobody_demands_a_filing_and_the_board_says_so(office):
    shown = board(office)
    service(office).switch(office.project.id, {Gate.FILED: Switch.BLOCK})
    again = board(office)
    for one in (*shown.rows, *again.rows):
        assert one.cell(Gate.FILED).standing is Standing.NOT_DEMANDED


def test_without_a_sheet_nobody_is_paid_and_each_is_named(office):
    shown = board(office)
    assert not shown.payable
    assert {one.excluded for one in shown.excluded} == {Exclusion.NO_LINE}
    assert standing(shown, "赵守田", Gate.SIGNATURE) is Standing.BLOCKS


def test_a_signature_counts_for_what_the_line_shows_now(office):
    office.prepare()
    assert codes(board(office), "赵守田", Gate.SIGNATURE) == {Code.NOT_SIGNED}
    office.sign_all()
    assert standing(board(office), "赵守田", Gate.SIGNATURE) is Standing.PASSES
    office.mark(0, 20)
    office.prepare()
    shown = board(office)
    assert codes(shown, "赵守田", Gate.SIGNATURE) == {Code.SIGNATURE_STALE}
    assert row(shown, "赵守田").excluded is Exclusion.BLOCKED


def test_a_locked_wage_above_what_is_due_now_blocks(office):
    office.prepare()
    office.sign_all()
    office.lock_all()
    assert standing(board(office), "卓木匠", Gate.WITHIN_DUE) is Standing.PASSES
    office.mark(3, 3, "0.5")  # half of one of three days at 300 is taken back: 900 − 750 = 150
    (finding,) = row(board(office), "卓木匠").cell(Gate.WITHIN_DUE).findings
    assert finding.code is Code.WAGE_OVER_DUE
    assert finding.facts == {"net": "900.00", "due": "750.00", "over": "150.00"}


def test_less_than_what_is_due_is_not_above_it(office):
    office.prepare()
    office.sign_all()
    office.lock_all()
    office.mark(3, 9)
    assert standing(board(office), "卓木匠", Gate.WITHIN_DUE) is Standing.PASSES


def test_a_missing_card_blocks_only_who_is_to_be_paid(office):
    change(office, 0, cards=())
    change(office, 2, cards=())
    office.prepare()
    office.sign_all()
    shown = board(office)
    assert codes(shown, "赵守田", Gate.CARD) == {Code.NO_CARD}
    assert standing(shown, "赵守田", Gate.CARD) is Standing.BLOCKS
    assert standing(shown, "白歇工", Gate.CARD) is Standing.PASSES


def test_a_recorded_difference_of_the_name_passes_and_stays_in_sight(office):
    change(office, 0, cards=(Card("6222024144061256386", account_name="赵守天"),))
    office.prepare()
    cell = row(board(office), "赵守田").cell(Gate.CARD)
    assert cell.standing is Standing.PASSES
    assert [(one.code, one.level) for one in cell.findings] == [
        (Code.ACCOUNT_NAME_DIFFERS, Level.NOTE)
    ]


def test_a_wrong_identity_number_blocks_and_an_old_paper_warns(office):
    change(office, 0, id_number="653121196911035491")
    change(office, 1, id_validity="2001.01.01-2021.01.01")
    change(office, 3, id_validity="2001.01.01-长期")
    shown = board(office)
    assert codes(shown, "赵守田", Gate.IDENTITY) == {Code.ID_CHECK_DIGIT}
    assert standing(shown, "赵守田", Gate.IDENTITY) is Standing.BLOCKS
    assert codes(shown, "马占海", Gate.IDENTITY) == {Code.ID_PAPER_OVER}
    assert standing(shown, "马占海", Gate.IDENTITY) is Standing.WARNS
    assert standing(shown, "卓木匠", Gate.IDENTITY) is Standing.PASSES


def test_a_wage_below_the_minimum_warns_until_the_project_switches_it_on(office):
    terms = office.workers[3].employments[0].pay_terms
    low = replace(terms[0], rate=Money.of_yuan("74.48"))  # 1620 ÷ 21.75 = 74.4827…: 74.49 passes
    job = replace(office.workers[3].employments[0], pay_terms=(low,))
    change(office, 3, employments=(job,))
    assert standing(board(office), "卓木匠", Gate.MINIMUM) is Standing.WARNS
    service(office).switch(office.project.id, {Gate.MINIMUM: Switch.BLOCK})
    shown = board(office)
    assert standing(shown, "卓木匠", Gate.MINIMUM) is Standing.BLOCKS
    assert standing(shown, "赵守田", Gate.MINIMUM) is Standing.PASSES
    assert shown.switches[Gate.CONTRACT] is Switch.WARN


def test_who_has_no_contract_or_no_days_is_warned_about(office):
    shown = board(office)
    assert standing(shown, "赵守田", Gate.CONTRACT) is Standing.WARNS
    assert codes(shown, "白歇工", Gate.ATTENDANCE) == {Code.NO_ATTENDANCE}
    office.mark(2, 8, "0")  # a hand mark of nothing with its reason explains the month
    assert standing(board(office), "白歇工", Gate.ATTENDANCE) is Standing.PASSES


def test_who_left_before_the_month_and_is_on_its_sheet_is_not_on_site(office):
    office.prepare()
    job = replace(office.workers[0].employments[0], exit=date(2021, 2, 20))
    change(office, 0, employments=(job,))
    shown = board(office)
    assert standing(shown, "赵守田", Gate.ON_SITE) is Standing.WARNS
    assert standing(shown, "赵守田", Gate.WITHIN_DUE) is Standing.BLOCKS
    assert len(shown.rows) == 4


def test_a_switch_is_kept_for_its_project_journalled_and_not_everybodys(office):
    service(office).switch(office.project.id, {Gate.CONTRACT: Switch.BLOCK})
    service(office).switch(office.project.id, {Gate.SIGNATURE: Switch.WARN})
    shown = board(office)
    assert shown.switches[Gate.CONTRACT] is Switch.BLOCK
    assert shown.switches[Gate.SIGNATURE] is Switch.WARN
    with office.reads() as books:
        entries = [one for one in books.journal.entries() if one.action == "gates.switch"]
        kept = books.people.office().settings[f"gates:{office.project.id}"]
    assert [(one.body["gate"], one.body["switch"]) for one in reversed(entries)] == [
        ("contract", "block"), ("signature", "warn"),
    ]  # fmt: skip
    assert json.loads(kept) == {"contract": "block", "signature": "warn"}
    nobody = SimpleNamespace(person=PersonId(new_id()), name="某人")
    stranger = Payability(books=office.books, reads=office.reads, clock=office.clock, seat=nobody)
    with pytest.raises(RoleMissing):
        stranger.switch(office.project.id, {Gate.CARD: Switch.WARN})
