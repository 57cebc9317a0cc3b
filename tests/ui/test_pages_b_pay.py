"""Paying on real books through the rehearsal bank, a file, and a bank that fails."""

import io

import pytest
from python_calamine import CalamineWorkbook

from desktop.domain.disbursement import AttemptKind, AttemptOutcome, BatchState, ItemState
from desktop.domain.money import Money
from desktop.domain.people import Role
from tests.ui.pages_a import show
from tests.ui.pages_b import dialogs, lock_month, month
from ui.pages.disbursement.dialogs import is_loopback
from ui.pages.disbursement.page import DisbursementPage

GOOD_CARD = "6222020200012345670"
"""Invented; it satisfies Luhn: every second figure doubled, the digits sum to 50."""
OTHER_CARDS = ("6222020200012345688", "6222020200012345696", "6222020200012345704")


def ready(here, qtbot):
    """Lock the month, seat a second person, show the page."""
    here.office.people.add("罗守成", frozenset({Role.PROJECT_MANAGER}))
    lock_month(here)
    return show(qtbot, DisbursementPage(here.context), here)


@pytest.fixture
def here(tmp_path_factory, tasks, qtbot):
    with month(tmp_path_factory, tasks, qtbot) as opened:
        yield opened


@pytest.fixture
def failing(tmp_path_factory, tasks, qtbot):
    with month(tmp_path_factory, tasks, qtbot, rehearse="ac04") as opened:
        yield opened


def shown(page):
    """The acts that are offered."""
    return {key for key, button in page.buttons.items() if button.isVisible()}


def primary(page):
    return [key for key, button in page.buttons.items() if button.property("kind") == "primary"]


def make(page, here, opened, bank="rehearsal"):
    page._make()
    dialog = opened[-1]
    {"rehearsal": dialog.rehearsal, "file": dialog.upload}[bank].setChecked(True)
    dialog.decide()
    here.settle()


def approve(page, here, opened):
    page._approve()
    here.settle()
    dialog = opened[-1]
    assert not dialog.verb.isEnabled()
    dialog.total.set_value(page.batch.total + Money(1))
    assert not dialog.verb.isEnabled()
    dialog.total.set_value(page.batch.total)
    dialog.decide()
    here.settle()


def test_a_checker_with_a_passphrase_of_his_own_types_it(here, qtbot):
    page = ready(here, qtbot)
    checker = here.office.people.by_name("罗守成")
    here.office.people.give_passphrase(checker, "守成一个人的口令")
    opened = dialogs(page.acts_of.opened)
    make(page, here, opened)
    page._approve()
    here.settle()
    dialog = opened[-1]
    dialog.total.set_value(page.batch.total)
    assert not dialog.verb.isEnabled()
    dialog.phrase.set_value("not his")
    dialog.decide()
    here.settle()
    assert page.batch.state is BatchState.DRAFT
    assert dialog.banners.count()
    dialog.phrase.set_value("守成一个人的口令")
    dialog.decide()
    here.settle()
    assert (page.batch.state, page.batch.checker) == (BatchState.APPROVED, checker.id)


def send(page, here):
    page.send()
    here.qtbot.waitUntil(lambda: not page.courier.busy, timeout=30_000)
    here.settle()


def test_a_month_is_made_approved_by_another_and_paid(here, qtbot):
    page = ready(here, qtbot)
    assert page.stack.currentWidget() is page.empty
    opened = dialogs(page.acts_of.opened)
    make(page, here, opened)
    people = {person.id: person.name for person in here.office.people.all()}
    assert page.batch.state is BatchState.DRAFT
    assert (shown(page), primary(page)) == ({"approve", "cancel"}, ["approve"])
    approve(page, here, opened)
    assert opened[-1] is not None
    assert (people[page.batch.maker], people[page.batch.checker]) == ("何秉正", "罗守成")
    assert primary(page) == ["send"]
    send(page, here)
    assert page.batch.state is BatchState.SETTLED
    assert {item.state for item in page.batch.items} == {ItemState.PAID}
    assert Money.sum(item.amount for item in page.batch.items) == page.read.total
    # The bank was asked whether it knows the reference before anything was sent.
    tries = here.office.disbursement.attempts(page.batch.id)
    assert [(one.kind, one.outcome) for one in tries[:2]] == [
        (AttemptKind.ASK, AttemptOutcome.NOT_FOUND),
        (AttemptKind.SEND, AttemptOutcome.ANSWERED),
    ]
    assert shown(page) == set()


def test_a_draft_is_withdrawn_and_nothing_was_sent(here, qtbot):
    page = ready(here, qtbot)
    make(page, here, dialogs(page.acts_of.opened))
    page.buttons["cancel"].click()
    here.settle()
    assert page.batch.state is BatchState.CANCELLED
    assert here.office.disbursement.attempts(page.batch.id) == ()
    assert here.actions()[0] == "pay.cancel"


def test_a_failed_card_is_mended_and_only_that_line_is_paid_again(failing, qtbot):
    here = failing
    page = ready(here, qtbot)
    opened = dialogs(page.acts_of.opened)
    make(page, here, opened)
    approve(page, here, opened)
    send(page, here)
    assert page.batch.state is BatchState.PARTIAL
    broken = [item for item in page.batch.items if item.state is ItemState.FAILED]
    assert broken
    assert all(item.reason for item in broken)
    # Sent again as it is, the bank would refuse it again: the card comes first.
    assert primary(page) == ["mend"]
    assert page.advice.kind == "stop"
    assert [item.state for item in page.table.model.shown[: len(broken)]] == [
        ItemState.FAILED
    ] * len(broken)
    for number in (GOOD_CARD, *OTHER_CARDS)[: len(broken)]:
        page.buttons["mend"].click()
        opened[-1].number.setText(number)
        opened[-1].decide()
        here.settle()
    assert primary(page) == ["retry"]
    page.buttons["retry"].click()
    opened[-1].decide()
    here.settle()
    again = page.batch
    assert again.attempt_number == 2
    assert {item.worker for item in again.items} == {item.worker for item in broken}
    fresh = next(item for item in again.items if item.worker == broken[0].worker)
    assert fresh.account == GOOD_CARD
    assert page.choice.count() == 2


def test_a_list_for_uploading_is_unknown_until_a_receipt_closes_it(here, qtbot, tmp_path):
    page = ready(here, qtbot)
    opened = dialogs(page.acts_of.opened)
    make(page, here, opened, "file")
    approve(page, here, opened)
    assert primary(page) == ["export"]
    target = tmp_path / "list.xlsx"
    page.acts_of.export(page.batch, target)
    here.settle()
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(target.read_bytes())).get_sheet_by_index(0)
    cells = {str(cell) for row in sheet.to_python() for cell in row}
    assert {item.name for item in page.batch.items} <= cells
    assert {item.state for item in page.batch.items} == {ItemState.UNKNOWN}
    assert "make" not in shown(page)
    page._settle()
    dialog = opened[-1]
    dialog.reason.setText("网银回单，全部成功")
    assert not dialog.verb.isEnabled()
    dialog.take(here.file("receipt.pdf", b"%PDF-1.7 receipt"))
    dialog.decide()
    here.settle()
    assert {item.state for item in page.batch.items} == {ItemState.SETTLED}
    assert page.batch.state is BatchState.SETTLED


def test_the_inspector_tells_what_was_tried(here, qtbot):
    page = ready(here, qtbot)
    opened = dialogs(page.acts_of.opened)
    make(page, here, opened)
    inspectors = []
    page.inspected.connect(inspectors.append)
    page.table.choose([page.batch.items[0].id])
    page._inspect()
    here.settle()
    (inspector,) = inspectors
    assert inspector.tries.count() == 1
    inspector.deleteLater()


@pytest.mark.parametrize(
    ("address", "mine"),
    [
        ("http://127.0.0.1:8080", True),
        ("http://localhost:9000/pay", True),
        ("http://[::1]:9000", True),
        ("https://bank.example.com", False),
        ("http://127.0.0.1.example.com", False),
        ("127.0.0.1:8080", False),
        ("http://[", False),
    ],
)
def test_only_banks_on_this_machine_are_offered(address, mine):
    assert is_loopback(address) is mine
