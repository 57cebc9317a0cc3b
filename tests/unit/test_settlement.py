"""The exit settlement: every month, every fen, and no proof while anything is open."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from desktop.domain.disbursement import BatchState, ItemState, Obligation, PayBatch, PayItem
from desktop.domain.errors import Refused, Unknown
from desktop.domain.findings import Code
from desktop.domain.ids import BatchId, ItemId, ObligationId, ProjectId, new_id
from desktop.domain.money import ZERO, Money
from desktop.domain.payroll import ItemKind
from desktop.ports.books import OpeningBalance
from desktop.services.movements import Movements
from printing import raster
from printing.paper import PdfPaper
from tests.unit.payroll_office import MARCH, Office

LAST = date(2021, 3, 31)


@pytest.fixture
def office(tmp_path):
    made = Office(tmp_path)
    made.movements = Movements(
        books=made.books, reads=made.reads, clock=made.clock, seat=made.seat, paper=PdfPaper()
    )
    return made


def lock(office):
    office.prepare()
    office.sign_all()
    office.lock_all()


def pay(office, index, state, batch_state=BatchState.SETTLED):
    """Write one payment of March as the bank's answers would leave it."""
    with office.books() as books:
        worker = office.workers[index].id
        line = next(
            one for s in books.sheets.of_month(office.project.id, MARCH) for one in s.lines
            if one.worker == worker
        )  # fmt: skip
        duty = Obligation(
            ObligationId(new_id()), office.project.id, worker, MARCH, line.id, line.net
        )
        item = PayItem(
            ItemId(new_id()), duty.id, worker, 1, "AX1", line.name, line.card_number, "", "",
            line.net, state,
        )  # fmt: skip
        books.payments.add_obligations([duty])
        books.payments.put(
            PayBatch(
                BatchId(new_id()), office.project.id, MARCH, 1, "AXREF", "rehearsal", batch_state,
                (item,), "户名", "620", "", "工资", office.seat.person, office.clock.now(), "d",
            )
        )  # fmt: skip
        books.commit()


def leave(office, index=0):
    office.movements.exit(office.workers[index].id, office.project.id, LAST, "完工")


def view(office, index=0):
    return office.movements.settlement_view(office.workers[index].id, office.project.id)


def open_codes(office, index=0):
    return [one.code for one in view(office, index).open]


def test_due_and_paid_month_by_month_and_zero_is_zero(office):
    lock(office)
    pay(office, 0, ItemState.PAID)
    leave(office)
    found = view(office)
    (march,) = found.settlement.months
    # ten days at 260.00 yuan
    assert (march.month, march.work_days, march.due, march.paid) == (
        MARCH, Decimal(10), Money.of_yuan(2600), Money.of_yuan(2600),
    )  # fmt: skip
    assert (found.settlement.balance, found.open, found.is_zero) == (ZERO, (), True)


def test_what_is_owed_on_its_way_or_not_locked_keeps_it_open(office):
    office.prepare()
    assert open_codes(office) == [Code.MONTH_UNSETTLED]
    office.sign_all()
    office.lock_all()
    assert open_codes(office) == [Code.MONTH_UNPAID]
    (finding,) = view(office).open
    assert (finding.facts["due"], finding.facts["open"]) == ("2,600.00", "2,600.00")
    pay(office, 0, ItemState.SENT, BatchState.ACCEPTED)
    assert open_codes(office) == [Code.PAYMENT_UNDERWAY]


@pytest.mark.parametrize("state", [ItemState.FAILED, ItemState.RETURNED])
def test_money_that_came_back_is_not_paid(office, state):
    lock(office)
    pay(office, 0, state, BatchState.PARTIAL)
    assert view(office).settlement.balance == Money.of_yuan(2600)
    assert open_codes(office) == [Code.MONTH_UNPAID]


def test_a_batch_given_up_is_not_on_its_way(office):
    lock(office)
    pay(office, 0, ItemState.PLANNED, BatchState.CANCELLED)
    assert open_codes(office) == [Code.MONTH_UNPAID]


def test_days_on_no_sheet_at_all_are_found(office):
    assert open_codes(office) == [Code.MONTH_UNSETTLED]
    assert view(office).open[0].facts["count"] == "10.0"


def test_arrears_brought_in_are_owed_until_a_sheet_takes_them_up(office):
    worker, project = office.workers[0].id, office.project.id
    with office.books() as books:
        books.workers.put_opening(
            OpeningBalance(project, "arrears", Money.of_yuan(500), date(2021, 3, 1), worker)
        )
        books.commit()
    office.payroll.adjust(project, worker, MARCH, ItemKind.ARREARS, Money.of_yuan(300), "补发二月")
    lock(office)
    pay(office, 0, ItemState.PAID)
    found = view(office)
    # 500 brought in, 300 of them paid with March's 2,900.00
    assert found.settlement.arrears == Money.of_yuan(200)
    assert found.settlement.months[0].paid == Money.of_yuan(2900)
    assert [one.code for one in found.open] == [Code.ARREARS_OPEN]
    assert found.settlement.balance == Money.of_yuan(200)


def test_it_is_signed_only_at_zero_and_only_by_who_has_left(office):
    worker, project = office.workers[0].id, office.project.id
    lock(office)
    with pytest.raises(Refused) as refused:
        office.movements.sign_settlement(worker, project, office.scan(), LAST)
    assert {one.code for one in refused.value.findings} == {
        Code.MONTH_UNPAID, Code.STILL_ON_SITE,
    }  # fmt: skip
    assert office.movements.settlements(project) == ()
    pay(office, 0, ItemState.PAID)
    leave(office)
    signed = office.movements.sign_settlement(worker, project, office.scan(), LAST).value
    assert (signed.signed_on, signed.scan is not None) == (LAST, True)
    assert office.movements.settlements(project) == (signed,)
    assert office.movements.settlement(worker, project) == signed
    assert office.actions()[-1] == "roster.settled"


def test_an_exit_that_was_settled_and_signed_is_not_taken_back(office):
    lock(office)
    pay(office, 0, ItemState.PAID)
    done = office.movements.exit(office.workers[0].id, office.project.id, LAST, "完工").value
    office.movements.sign_settlement(office.workers[0].id, office.project.id, office.scan(), LAST)
    with pytest.raises(Refused) as refused:
        office.movements.undo(done)
    assert {one.code for one in refused.value.findings} == {Code.UNDO_KEPT}


def test_the_printed_sheet_is_one_page_whose_code_names_its_figures(office, tmp_path):
    worker, project = office.workers[0].id, office.project.id
    lock(office)
    pay(office, 0, ItemState.PAID)
    leave(office)
    pdf = office.movements.print_settlement(worker, project).value
    assert raster.page_count(pdf) == 1
    kept = office.movements.settlements(project)[0]
    assert office.movements.print_settlement(worker, project).value == pdf
    assert len(office.movements.settlements(project)) == 1
    (code,) = PdfPaper().read_qr(pdf)
    assert code == f"AE1/{kept.id.hex[:8]}/{kept.digest[:12]}/1"
    scan = tmp_path / "签字.pdf"
    scan.write_bytes(pdf)
    signed = office.movements.sign_settlement(worker, project, scan, LAST).value
    assert signed.id == kept.id


def test_another_mans_sheet_is_not_taken_for_his(office, tmp_path):
    worker, project = office.workers[0].id, office.project.id
    lock(office)
    for index in (0, 3):
        pay(office, index, ItemState.PAID) if index == 0 else None
        leave(office, index)
    other = tmp_path / "别人.pdf"
    other.write_bytes(office.movements.print_settlement(office.workers[3].id, project).value)
    with pytest.raises(Refused) as refused:
        office.movements.sign_settlement(worker, project, other, LAST)
    assert {one.code for one in refused.value.findings} == {Code.SCAN_OF_ANOTHER}


def test_who_never_was_here_has_no_settlement(office):
    elsewhere = replace(office.project, id=ProjectId(new_id()), name="别的项目", version=0)
    with office.books() as books:
        elsewhere = books.projects.put(elsewhere)
        books.commit()
    with pytest.raises(Unknown):
        office.movements.settlement(office.workers[0].id, elsewhere.id)
