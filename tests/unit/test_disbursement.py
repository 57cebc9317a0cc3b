"""A locked month is paid through our rehearsal bank: sums, states, refusals, mended cards."""

from dataclasses import replace

import pytest

from desktop.domain.disbursement import BatchState, ItemState
from desktop.domain.errors import (
    AlreadyPaid,
    BankSilent,
    NothingToPay,
    Offline,
    Refused,
    RoleMissing,
    SamePerson,
    Stale,
    WrongState,
)
from desktop.domain.payroll import SheetState
from desktop.domain.people import Person, Role
from desktop.domain.project import SpecialAccount
from desktop.domain.worker import Card
from desktop.rehearsal.server import RehearsalBank
from tests.unit.payment_office import (
    BANK,
    CHECKER,
    MONTH,
    PEOPLE,
    PROJECT,
    TOTAL_FEN,
    make_office,
)


@pytest.fixture
def office(tmp_path):
    return make_office(tmp_path)


@pytest.fixture
def bank_of(tmp_path, office):
    """Open the rehearsal bank with a fault and point the office at it."""
    opened = []

    def open_bank(fault="", **options):
        bank = RehearsalBank(tmp_path / "bank", fault, hold_s=0.3, **options)
        bank.start()
        opened.append(bank)
        office.point(bank.url)
        return bank

    yield open_bank
    for bank in opened:
        bank.stop()


def _paid(bank):
    """Return (name, fen) of the bank's own ledger."""
    return sorted((row.name, row.fen) for row in bank.counter.ledger() if row.side == "DBIT")


# Worked by hand from PEOPLE: the line of 0.00 is not sent.
EVERYBODY = sorted([("赵守田", 546000), ("阿卜杜热合曼·麦麦提图尔荪", 565000), ("㛃国强", 1)])


def test_a_month_is_paid_once(office, bank_of):
    bank = bank_of()
    (batch,) = office.submit()
    assert batch.state is BatchState.SETTLED
    assert {item.state for item in batch.items} == {ItemState.PAID}
    assert batch.total.fen == TOTAL_FEN
    assert _paid(bank) == EVERYBODY
    assert office.copies == ["payment"]
    with pytest.raises(AlreadyPaid):
        office.submit()
    assert _paid(bank) == EVERYBODY


def test_the_closed_account_is_mended_and_paid_alone(office, bank_of):
    bank = bank_of("ac04")
    (batch,) = office.submit()
    failed = [item for item in batch.items if item.state is ItemState.FAILED]
    assert batch.state is BatchState.PARTIAL
    assert [(item.name, item.code) for item in failed] == [("赵守田", "AC04")]
    assert failed[0].reason == "收款账户已销户（AC04）"
    with pytest.raises(AlreadyPaid):
        office.submit()  # the card is the same as before
    with office.books() as books:
        worker = books.workers.get(failed[0].worker)
        card = Card("6222021001116245702", "工行兰州", "102821000013", "", office.clock.today())
        books.workers.put(replace(worker, cards=(*worker.cards, card)))
        books.commit()
    bank_of()
    (second,) = office.submit()
    assert [(i.name, i.account, i.amount.fen) for i in second.items] == [
        ("赵守田", "6222021001116245702", 546000)
    ]
    assert second.reference != batch.reference
    assert second.items[0].obligation == failed[0].obligation
    assert _paid(bank) == EVERYBODY
    assert office.states()["赵守田"] == ["failed", "paid"]


@pytest.mark.parametrize(
    "fault",
    [
        "reset-before",
        "reset-after",
        "garbage",
        "half-body",
        "slow",
        "500-before",
        "500-after",
        "duplicate-visible-late",
    ],
)
def test_a_bad_line_ends_well(office, bank_of, fault):
    bank = bank_of(fault)
    (batch,) = office.submit()
    assert batch.state is BatchState.SETTLED
    assert _paid(bank) == EVERYBODY


def test_a_silent_bank_leaves_the_unknown_unknown(office, bank_of):
    bank = bank_of("silent")
    (lost,) = office.submit(timeout_s=8)
    assert lost.state is BatchState.UNKNOWN
    assert {item.state for item in lost.items} == {ItemState.UNKNOWN}
    assert _paid(bank) == EVERYBODY  # it had taken the order, and said nothing
    bank_of()
    (paid,) = office.submit()
    assert paid.id == lost.id
    assert paid.state is BatchState.SETTLED
    assert _paid(bank) == EVERYBODY


def test_nonsense_before_the_send_means_nothing_is_sent(office, tmp_path):
    with RehearsalBank(tmp_path / "bank", choose=lambda _: "garbage") as bank:
        office.point(bank.url, debtor="bban")
        with pytest.raises(BankSilent):
            office.submit(timeout_s=3)
        assert bank.counter.ledger() == []
    assert office.states()["赵守田"] == ["planned"]


def test_a_return_is_found_by_asking_again(office, bank_of):
    bank_of("return-later")
    (batch,) = office.submit()
    assert batch.state is BatchState.SETTLED
    for _ in range(3):
        batch = office.service.ask(batch.id).value
    assert office.states()["赵守田"] == ["returned"]
    assert batch.state is BatchState.PARTIAL
    again = office.service.retry_failed(PROJECT, MONTH, BANK).value
    assert [item.name for item in again.items] == ["赵守田"]


def test_nobody_answers_and_nothing_was_sent(office, tmp_path):
    bank = RehearsalBank(tmp_path / "closed")
    bank.start()
    bank.stop()
    office.point(bank.url, debtor="bban")
    with pytest.raises(Offline):
        office.submit()
    assert office.service.status(PROJECT, MONTH)[0].state is BatchState.READY
    with RehearsalBank(tmp_path / "other") as other:  # the clerk had named the wrong bank
        (batch,) = office.submit(bank=other.url)
        assert batch.state is BatchState.SETTLED
        assert _paid(other) == EVERYBODY
    states = [b.state for b in office.service.status(PROJECT, MONTH)]
    assert states == [BatchState.CANCELLED, BatchState.SETTLED]


def test_maker_is_not_checker(office, bank_of):
    bank_of()
    batch = office.service.draft(PROJECT, MONTH, BANK).value
    with pytest.raises(SamePerson):
        office.service.approve(batch.id, office.seat.person, batch.digest)
    with office.books() as books:
        books.people.put(Person(CHECKER, "何秉正", frozenset({Role.LABOUR_OFFICER})))
        books.commit()
    with pytest.raises(RoleMissing):
        office.service.approve(batch.id, CHECKER, batch.digest)
    with pytest.raises(WrongState):
        office.service.release(batch.id)


def _mutants(batch):
    first, *rest = batch.items
    changes = (
        {"amount": type(first.amount)(first.amount.fen + 1)},
        {"account": "6222021001116245702"},
        {"name": "李四"},
        {"bank": "别的银行"},
        {"cnaps": "102821000013"},
        {"end_to_end": "AXZZZZ"},
    )
    for change in changes:
        yield replace(batch, items=(replace(first, **change), *rest))
    yield replace(batch, items=tuple(rest))
    yield replace(batch, debtor_account="62001360001050123457")
    yield replace(batch, purpose="2021年04月工资")


def test_what_is_approved_is_what_is_sent(office, bank_of):
    bank = bank_of()
    batch = office.service.draft(PROJECT, MONTH, BANK).value
    approved = office.service.approve(batch.id, CHECKER, batch.digest).value
    refused = 0
    for mutant in _mutants(approved):
        with office.books() as books:
            stored = books.payments.put(replace(mutant, version=approved.version))
            books.commit()
        with pytest.raises(Stale):
            office.service.release(batch.id)
        refused += 1
        with office.books() as books:  # put it back as it was
            approved = books.payments.put(replace(approved, version=stored.version))
            books.commit()
    ready = office.service.release(batch.id).value
    with office.books() as books:
        books.payments.put(replace(ready, body=ready.body.replace(b"5460.00", b"9460.00")))
        books.commit()
    errand = office.service.take(batch.id).value
    office.service.record(errand, office.service.send(errand))
    with pytest.raises(Stale):
        office.service.take(batch.id)
    print(f"approved-then-changed mutants={refused + 1} refused={refused + 1}")
    assert bank.counter.ledger() == []


def test_a_stale_digest_is_not_approved(office, bank_of):
    bank_of()
    batch = office.service.draft(PROJECT, MONTH, BANK).value
    with pytest.raises(Stale):
        office.service.approve(batch.id, CHECKER, "0" * 64)


def test_an_unlocked_month_has_nothing_to_pay(tmp_path):
    office = make_office(tmp_path, state=SheetState.AUDITED)
    with pytest.raises(NothingToPay):
        office.service.draft(PROJECT, MONTH, BANK)


def test_two_equal_payments_to_one_account_are_stopped(tmp_path):
    twice = (PEOPLE[0], ("钱海", PEOPLE[0][1], "5460.00", "0"))
    office = make_office(tmp_path, people=twice)
    with pytest.raises(Refused) as refusal:
        office.service.draft(PROJECT, MONTH, BANK)
    assert [f.code.value for f in refusal.value.findings] == ["duplicate-payment"]
    assert [f.subject for f in refusal.value.findings] == ["钱海"]


def test_no_card_is_named(tmp_path):
    office = make_office(tmp_path, people=(PEOPLE[0], ("钱海", "", "100.00", "0")))
    with pytest.raises(Refused) as refusal:
        office.service.draft(PROJECT, MONTH, BANK)
    assert [(f.code.value, f.subject) for f in refusal.value.findings] == [("no-card", "钱海")]


def test_yesterdays_copy_pays_nothing_twice(office, bank_of, tmp_path):
    """A copy made before the submission is restored; then everything is pressed again."""
    bank = bank_of()
    draft = office.service.draft(PROJECT, MONTH, BANK).value
    with office.reads() as books:
        old = books.payments.batch(draft.id)
    office.submit()
    assert _paid(bank) == EVERYBODY
    with office.books() as books:  # what a restore leaves: the old batch, marked books
        now = books.payments.batch(draft.id)
        books.payments.put(replace(old, version=now.version))
        record = books.people.office()
        books.people.put_office(replace(record, epoch=1, restored_at=office.clock.now()))
        books.commit()
    (batch,) = office.submit()
    assert batch.state is BatchState.SETTLED
    assert _paid(bank) == EVERYBODY
    with office.reads() as books:
        assert books.people.office().restored_at is None


def test_without_a_special_account_nothing_is_drafted(office):
    with office.books() as books:
        project = books.projects.get(PROJECT)
        books.projects.put(replace(project, account=SpecialAccount()))
        books.commit()
    with pytest.raises(Refused) as refusal:
        office.service.draft(PROJECT, MONTH, BANK)
    assert [finding.subject for finding in refusal.value.findings] == [
        "农民工工资专用账户名称",
        "农民工工资专用账户账号",
    ]
