"""What screens read: checked against figures worked by hand."""

from dataclasses import replace
from datetime import date

from desktop.domain.disbursement import ItemState
from desktop.domain.ids import ProjectId, SignatureId, new_id
from desktop.domain.money import Money
from desktop.domain.payroll import ItemKind, SheetState
from desktop.domain.signing import Signature, SignatureKind
from desktop.domain.worker import Employment, PayKind
from desktop.ports.views import MonthCounts
from tests.books_fixture import PERSON
from tests.db.sample import (
    MARCH,
    NOON,
    PROJECT,
    SUB,
    TEAM,
    batch,
    line,
    obligation,
    settle,
    sheet,
    worker,
)


def test_roster_shows_what_is_in_force(books):
    settle(books, 0)
    first = worker(1, name="陈一")
    # came back after a pause: the later employment is the one shown
    back = Employment(PROJECT.id, TEAM.id, "瓦工", date(2026, 3, 10))
    gone = replace(first.employments[0], exit=date(2026, 2, 1))
    second = worker(2, name="陈二", cards=(), employments=(gone, back))
    with books.write() as unit:
        unit.workers.put_all([first, second])
        unit.commit()
    with books.read() as unit:
        lines = {each.worker: each for each in unit.views.roster(PROJECT.id)}
        february = unit.views.roster(PROJECT.id, date(2026, 2, 20))
        assert unit.views.roster(ProjectId(new_id())) == ()
    one, two = lines[first.id], lines[second.id]
    assert one.id_number == "330108********0001"
    assert (one.name, one.initials, one.phone) == ("陈一", "c1", "13800000000")
    assert (one.team, one.team_name, one.subcontractor) == (TEAM.id, TEAM.name, SUB.name)
    assert (one.pay_kind, one.rate) == (PayKind.HOUR, Money(3550))
    assert (one.card_tail, one.bank) == ("0018", "农业银行")
    assert one.device_numbers == ("1", "900")
    assert (two.trade, two.entry, two.exit, two.pay_kind) == ("瓦工", date(2026, 3, 10), None, None)
    assert (two.rate, two.card_tail, two.device_numbers) == (None, "", ())
    # on 20 February: the day rate still, the card of 1 February, and only the first worker
    assert [each.worker for each in february] == [first.id]
    assert (february[0].pay_kind, february[0].rate) == (PayKind.DAY, Money(26000))


def test_roster_is_sorted(books):
    settle(books, 0)
    other = replace(TEAM, id=new_id(), name="一班")
    with books.write() as unit:
        unit.projects.put_team(other)
        early = worker(1, name="赵")
        unit.workers.put(replace(worker(3, name="李")))
        job = replace(early.employments[0], team=other.id)
        unit.workers.put(replace(early, employments=(job,)))
        unit.workers.put(worker(2, name="丁"))
        unit.commit()
    with books.read() as unit:
        found = [(each.team_name, each.name) for each in unit.views.roster(PROJECT.id)]
    assert found == [("一班", "赵"), ("木工一班", "丁"), ("木工一班", "李")]


def test_counts_of_an_empty_month(books):
    with books.read() as unit:
        assert unit.views.counts(ProjectId(new_id()), MARCH, 0, 10) == MonthCounts()


def test_counts_of_a_month_worked_by_hand(books):
    """Four workers: one paid, one failed, one returned and planned anew, one of 0.00."""
    workers = settle(books, 4)
    amounts = (546000, 100, 300000, 0)
    lines = [
        line(number, each, (ItemKind.DAY_WORK, amounts[number - 1]))
        for number, each in enumerate(workers, 1)
    ]
    owed = [obligation(number, each) for number, each in enumerate(lines[:3], 1)]
    first = batch(1, owed)
    states = (ItemState.PAID, ItemState.FAILED, ItemState.RETURNED)
    items = tuple(replace(i, state=s) for i, s in zip(first.items, states, strict=True))

    def signature(wage_line, digest):
        return Signature(
            SignatureId(new_id()), wage_line.id, digest, SignatureKind.PAPER, NOON, PERSON.id
        )

    with books.write() as unit:
        main = unit.sheets.put(sheet(*lines[:2]))
        extra = unit.sheets.put(sheet(*lines[2:], id=new_id(), number=1))
        unit.sheets.add_signatures(
            [
                signature(lines[0], lines[0].digest(MARCH)),
                signature(lines[1], lines[1].digest(MARCH)),
                signature(lines[1], "a later signature on other figures"),
            ]
        )
        unit.sheets.put(replace(main, state=SheetState.LOCKED))
        unit.payments.add_obligations(owed)
        unit.payments.put(replace(first, items=items))
        unit.payments.put(batch(2, owed[2:]))
        gate = unit.attendance.device(PROJECT.id, "gate")
        unit.attendance.add_punches(gate, [("1", n, 255, 1) for n in range(100, 120)], 1)
        leaver = unit.workers.get(workers[3].id)
        job = replace(leaver.employments[0], exit=date(2026, 2, 28))
        unit.workers.put(replace(leaver, employments=(job,)))
        unit.journal.write("backup.made", "x")
        unit.commit()
    assert extra.lines[1].net == Money(0)
    with books.read() as unit:
        counts = unit.views.counts(PROJECT.id, MARCH, 110, 120)
    assert counts == MonthCounts(
        workers=3,
        punches=10,
        sheets=2,
        sheets_locked=1,
        lines=4,
        lines_payable=3,
        lines_signed=1,
        net=Money(546000 + 100 + 300000),
        items_planned=1,
        items_paid=1,
        items_failed=1,
        last_backup=books.clock.now().isoformat(),
        supplements_open=1,  # the second sheet
    )
