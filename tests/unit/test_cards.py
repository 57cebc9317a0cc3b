"""Wage cards: who needs one, and what comes back from the bank, nobody's number given twice."""

from dataclasses import replace
from datetime import date

import openpyxl
import pytest

from desktop.domain.errors import Refused, Stale, Unknown
from desktop.domain.findings import Code, Level
from desktop.domain.worker import Card
from desktop.kit.files import write_whole
from desktop.kit.workbooks import Workbooks
from desktop.services.exports.cards import CardKind, Cards
from desktop.services.movements import Movements
from desktop.services.roster import Roster
from printing.paper import PdfPaper
from tests.unit.intake_office import card_number, read_here
from tests.unit.payroll_office import Office

HAS = "6222024144061256386"


@pytest.fixture
def office(tmp_path):
    """The first has a card, the second an impossible one, the others none."""
    made = Office(tmp_path)
    shared = {
        "books": made.books,
        "reads": made.reads,
        "clock": made.clock,
        "seat": made.seat,
    }
    more = {"safe_copy": made.copies.append, "read_sheets": read_here}
    made.cards = Cards(**shared, **more, writer=Workbooks(), save=write_whole)
    made.roster = Roster(**shared, **more, write_table=lambda _path, _table: None)
    made.movements = Movements(**shared, paper=PdfPaper())
    cards = ((Card(HAS),), (Card("622"),), (), ())
    with made.books() as books:
        made.workers = [
            books.workers.put(replace(worker, cards=own))
            for worker, own in zip(made.workers, cards, strict=True)
        ]
        books.commit()
    return made


def write(office):
    return office.cards.write(office.project.id, office.folder / "办卡.xlsx").value


def fill_in(office, numbers, change=None):
    """Write card numbers into the list as a bank does; returns the file."""
    done = write(office)
    book = openpyxl.load_workbook(done.path)
    sheet = book.worksheets[0]
    titles = [cell.value for cell in sheet[2]]
    for row in sheet.iter_rows(min_row=3):
        name = row[0].value
        row[titles.index("工资卡号")].value = numbers.get(name)
        row[titles.index("开户行")].value = "中国建设银行兰州分行"
    if change is not None:
        change(sheet, titles)
    book.save(done.path)
    return done.path


def read(office, numbers, change=None):
    return office.cards.read(fill_in(office, numbers, change), office.project.id)


def codes(proposal, level=None):
    return [one.code for one in proposal.findings if level is None or one.level is level]


def test_the_list_names_who_lacks_a_usable_card_and_why_others_are_not_in_it(office):
    office.movements.exit(office.workers[3].id, office.project.id, date(2021, 3, 20), "回家")
    done = write(office)
    assert (done.people, done.written) == (4, 2)
    assert {(one.name, one.why) for one in done.excluded} == {
        ("赵守田", "已有可用的工资卡"),
        ("卓木匠", "2021-03-20 已离场"),
    }
    sheet = openpyxl.load_workbook(done.path).worksheets[0]
    assert [row[0].value for row in sheet.iter_rows(min_row=3)] == ["白歇工", "马占海"]
    lacking = {(one.subject, one.column) for one in done.findings}
    assert ("白歇工", "手机号码") in lacking
    assert ("白歇工", "证件号码") not in lacking


def test_numbers_that_come_back_are_shown_and_only_approved_ones_written(office):
    proposal = read(office, {"马占海": card_number(1), "白歇工": card_number(2), "卓木匠": None})
    assert proposal.rows == len(proposal.changes) + len(proposal.left_out) == 3
    kinds = {one.name: (one.kind, one.before) for one in proposal.changes}
    assert kinds == {"马占海": (CardKind.CHANGED, "****622"), "白歇工": (CardKind.NEW, "")}
    assert [(one.name, one.why) for one in proposal.left_out] == [("卓木匠", "银行还没有填卡号")]
    only = frozenset({one.key for one in proposal.offered if one.name == "白歇工"})
    record = office.cards.accept(proposal, only).value
    after = {
        n: office.roster.worker(w.id).card(office.clock.today())
        for n, w in enumerate(office.workers)
    }
    assert after[2].number == card_number(2)
    assert (after[2].bank, after[1].number) == ("中国建设银行兰州分行", "622")
    assert office.copies == ["import"]
    office.roster.undo(record.id)
    assert office.roster.worker(office.workers[2].id).cards == ()


def test_a_changed_card_is_dated_and_the_old_one_stays(office):
    office.cards.accept(read(office, {"马占海": card_number(1)}))
    worker = office.roster.worker(office.workers[1].id)
    today = office.clock.today()
    assert [(one.number, one.since) for one in worker.cards] == [
        ("622", None), (card_number(1), today),
    ]  # fmt: skip


def test_shared_wrong_and_strange_rows_are_named_and_never_offered(office):
    def strange(sheet, titles):
        row = [""] * len(titles)
        row[0], row[titles.index("证件号码")] = "不认识", "110101198001010000"
        row[titles.index("工资卡号")] = card_number(9)
        sheet.append(row)

    numbers = {"马占海": HAS, "白歇工": "12345", "卓木匠": card_number(3)}
    proposal = read(office, numbers, strange)
    assert sorted(codes(proposal, Level.STOP)) == [
        Code.CARD_FORMAT, Code.CARD_SHARED, Code.CARD_WORKER_UNKNOWN,
    ]  # fmt: skip
    shared = next(one for one in proposal.findings if one.code is Code.CARD_SHARED)
    assert shared.facts["other"] == "赵守田"
    assert [one.name for one in proposal.offered] == ["卓木匠"]
    assert proposal.rows == len(proposal.changes) + len(proposal.left_out) == 4


def test_one_number_for_two_rows_is_given_to_neither(office):
    proposal = read(office, {"马占海": card_number(1), "白歇工": card_number(1)})
    assert codes(proposal, Level.STOP) == [Code.CARD_SHARED, Code.CARD_SHARED]
    assert proposal.offered == ()
    with pytest.raises(Refused):
        office.cards.accept(proposal)


def test_a_number_a_spreadsheet_has_cut_is_refused(office):
    proposal = read(office, {"白歇工": 6222024144061256386.0})
    assert codes(proposal, Level.STOP) == [Code.NUMBER_DAMAGED]


def test_another_name_is_asked_about_and_kept_as_account_name(office):
    def rename(sheet, _titles):
        next(row for row in sheet.iter_rows(min_row=3) if row[0].value == "白歇工")[
            0
        ].value = "白歇功"

    path = fill_in(office, {"白歇工": card_number(2)}, rename)
    proposal = office.cards.read(path, office.project.id)
    assert codes(proposal, Level.WARN) == [Code.CARD_NAME_OTHER]
    assert proposal.offered[0].card.account_name == "白歇功"


def test_what_changed_since_it_was_read_is_not_written_over(office):
    proposal = read(office, {"白歇工": card_number(2)})
    office.roster.change_card(office.workers[2].id, Card(card_number(5)))
    with pytest.raises(Stale):
        office.cards.accept(proposal)


def test_a_list_without_cards_is_no_list(office):
    book = openpyxl.Workbook()
    book.active.append(["姓名", "备注"])
    path = office.folder / "x.xlsx"
    book.save(path)
    proposal = office.cards.read(path, office.project.id)
    assert codes(proposal) == [Code.COLUMN_MISSING]
    with pytest.raises(Refused):
        office.cards.accept(proposal)


def test_nothing_approved_writes_nothing(office):
    proposal = read(office, {"白歇工": card_number(2)})
    with pytest.raises(Unknown):
        office.cards.accept(proposal, frozenset())
    assert office.copies == []
