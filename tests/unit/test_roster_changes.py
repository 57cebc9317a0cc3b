"""A file against the roster, change by change; rows mended and left out; undo days later."""

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from desktop.domain.errors import Refused
from desktop.domain.findings import Code, Level, stops
from desktop.domain.imports import ImportChange
from desktop.domain.months import WageMonth
from desktop.domain.site_days import PlatformDays
from desktop.domain.worker import Capture
from desktop.services.roster import mend, rest
from desktop.services.roster.differences import DifferenceKind
from desktop.services.roster.text import text_of, worker_of
from tests.unit.intake_office import card_number, id_number, make_intake, person, read_here

KIND = DifferenceKind
CHANGED = {
    "工资卡号": card_number(77),
    "单价(元)": "300",
    "班组": "木工班",
    "手机号码": "13911112222",
}


@pytest.fixture
def office(tmp_path):
    intake = make_intake(tmp_path)
    intake.take_site()
    return intake


def by_field(proposal):
    return {one.field: one for one in proposal.differences if one.kind is not KIND.GONE}


def test_every_change_is_told_by_itself_and_numbers_are_masked(office):
    office.take_roster(person(1), person(2), person(3))
    proposal = office.propose(person(1, **CHANGED), person(2), person(4))
    told = [(one.kind, one.name, one.field, one.before, one.after) for one in proposal.differences]
    assert told == [
        (KIND.CHANGED, "工人乙", "phone", "13900000001", "13911112222"),
        (KIND.CARD, "工人乙", "card", "****0018", "****0778"),
        (KIND.MOVED, "工人乙", "team", "钢筋班", "木工班"),
        (KIND.RATE, "工人乙", "rate", "计日 260.00", "计日 300.00"),
        (KIND.NEW, "工人戊", "", "", "钢筋班"),
        (KIND.GONE, "工人丁", "", "钢筋班", ""),
    ]


def test_only_what_is_approved_goes_in(office):
    office.take_roster(person(1), person(2))
    office.clock.move(days=1)
    proposal = office.propose(person(1, **CHANGED), person(2, 手机号码="13922223333"), person(4))
    wanted = {by_field(proposal)["card"].key}
    record = office.roster.accept(proposal, approved=frozenset(wanted)).value
    assert (record.new, len(record.changes)) == (0, 1)
    worker = office.worker("工人乙")
    assert worker.cards[-1].number == card_number(77)
    assert worker.phone == person(1)["手机号码"]
    job = worker.employments[0]
    assert [term.rate.fen for term in job.pay_terms] == [26_000]
    assert [team.name for team in office.projects.teams(office.project)] == ["钢筋班"]
    assert office.worker("工人丙").phone == person(2)["手机号码"]
    assert len(office.roster.lines(office.project)) == 2
    left = office.propose(person(1, **CHANGED), person(2))
    assert set(by_field(left)) == {"phone", "team", "rate"}


@pytest.mark.parametrize("field", ["phone", "card", "team", "rate", "trade", "entry", "name"])
def test_all_but_one_change(office, field):
    """Whatever single change is refused stays as on the books; all others go in."""
    office.take_roster(person(1))
    changes = {**CHANGED, "工种": "木工", "进场日期": "2026-01-03", "姓名": "工人乙二"}
    proposal = office.propose(person(1, **changes))
    told = by_field(proposal)
    assert set(told) == {"phone", "card", "team", "rate", "trade", "entry", "name"}
    office.roster.accept(
        proposal, approved=frozenset(one.key for key, one in told.items() if key != field)
    )
    assert set(by_field(office.propose(person(1, **changes)))) == {field}


def test_who_is_gone_leaves_only_with_a_day(office):
    office.take_roster(person(1), person(2))
    proposal = office.propose(person(1, 手机号码="13911112222"))
    (gone,) = [one for one in proposal.differences if one.kind is KIND.GONE]
    every = frozenset(one.key for one in proposal.differences)
    office.roster.accept(proposal, approved=every)
    assert office.worker("工人丙").employments[0].exit is None
    proposal = office.propose(person(1))
    with pytest.raises(Refused):
        office.roster.accept(proposal, exits={gone.worker: date(2026, 1, 4)})  # entered on the 5th
    record = office.roster.accept(proposal, exits={gone.worker: date(2026, 3, 31)}).value
    job = office.worker("工人丙").employments[0]
    assert job.exit == date(2026, 3, 31)
    assert [one.until for one in job.device_numbers] == [date(2026, 3, 31)]
    office.roster.undo(record.id)
    assert office.worker("工人丙").employments[0].exit is None


def test_new_workers_are_marked_as_imported(office):
    office.take_roster(person(1))
    worker = office.worker("工人乙")
    assert worker.captured is Capture.IMPORTED
    assert worker.captured_at == office.clock.now()
    assert worker_of(text_of(worker)) == replace(worker, version=0)


BAD = (
    person(1, 身份证号码="620102199002300014"),
    person(2, 计薪方式="包月"),
    person(3, 计薪方式="包月"),
    person(4, 手机号码="139"),
    person(5),
)


def grave(proposal):
    return sorted((f.row, f.facts["key"]) for f in proposal.findings if f.level is Level.STOP)


def test_cells_are_mended_and_the_count_goes_down(office):
    proposal = office.propose(*BAD)
    assert grave(proposal) == [(3, "id_number"), (4, "pay_kind"), (5, "pay_kind"), (6, "phone")]
    cell = (4, "pay_kind")
    assert mend.alike(proposal, cell) == ((4, "pay_kind"), (5, "pay_kind"))
    assert mend.alike(proposal, (3, "id_number")) == ((3, "id_number"),)
    assert mend.choices(proposal, "pay_kind") == ("计日", "计时")
    edits = dict.fromkeys(mend.alike(proposal, cell), "计日")
    proposal = office.roster.recheck(proposal, edits)
    assert grave(proposal) == [(3, "id_number"), (6, "phone")]
    edits |= {(3, "id_number"): person(1)["身份证号码"], (6, "phone"): "13900000004"}
    proposal = office.roster.recheck(proposal, edits)
    assert (proposal.findings, proposal.new) == ((), 5)
    edits[(7, "id_number")] = person(1)["身份证号码"]  # now two rows share a number
    assert grave(office.roster.recheck(proposal, edits)) == [(7, "id_number")]
    office.roster.accept(proposal)
    assert office.worker("工人戊").phone == "13900000004"


def test_a_damaged_number_that_is_typed_anew_is_whole(office):
    proposal = office.propose(person(1, 工资卡号=6222020000000000018))
    assert [f.code for f in proposal.findings] == [Code.NUMBER_DAMAGED]
    proposal = office.roster.recheck(proposal, {(3, "card"): person(1)["工资卡号"]})
    assert proposal.findings == ()


def test_good_rows_go_in_and_the_rest_is_a_workbook_that_can_come_back(office, tmp_path):
    proposal = office.roster.only_good(office.propose(*BAD))
    assert not stops(proposal.findings)
    assert [(one.row, one.name) for one in proposal.left_out] == [
        (3, "工人乙"), (4, "工人丙"), (5, "工人丁"), (6, "工人戊"),
    ]  # fmt: skip
    assert (proposal.rows, proposal.new) == (5, 1)
    record = office.roster.accept(proposal).value
    assert [line.name for line in office.roster.lines(office.project)] == ["工人己"]
    path = tmp_path / "rest.xlsx"
    (stored,) = office.roster.imports(office.project)
    assert office.roster.save_rest(stored, path).value == 4
    (sheet,) = read_here(path)
    head, *rows = sheet.rows
    assert head[-2:] == ["没有导入的原因", "原表行号"]
    assert [row[-1] for row in rows] == ["3", "4", "5", "6"]
    assert "校验码" in rows[0][-2]
    assert rows[0][1] == "620102199002300014"  # whole, as text
    again = office.roster.read(path, office.project)
    assert (again.rows, again.new, len(grave(again))) == (4, 0, 4)
    assert len(json.loads(record.refused[0].text)["cells"]) == len(head) - 2
    assert rest.table_of(()) is None


def test_a_row_left_out_is_not_taken_for_gone(office):
    office.take_roster(person(1), person(2))
    proposal = office.propose(person(1), person(2, 计薪方式="包月"))
    proposal = office.roster.only_good(proposal)
    assert (proposal.differences, len(proposal.left_out)) == ((), 1)


def test_the_same_file_again_says_when_it_came(office):
    office.take_roster(person(1))
    again = office.roster.read(office.folder / "名册.xlsx", office.project)
    assert again.seen_before == office.clock.today().isoformat()


def test_undo_days_later_takes_back_what_nobody_built_on(office):
    """New and untouched: removed. Edited since, used since: stay, each with its reason."""
    office.take_roster(person(1))
    before = text_of(office.worker("工人乙"))
    record = office.take_roster(person(1, 手机号码="13911112222"), person(2), person(3), person(4))
    office.clock.move(days=9)
    office.roster.put_worker(replace(office.worker("工人丙"), note="换了手机"))
    month, worker = WageMonth(2026, 3), office.worker("工人丁").id
    with office.write() as books:
        books.attendance.put_platform_days(
            office.project, month, [PlatformDays(office.project, month, worker, Decimal(20))]
        )
        books.commit()
    kept = {f.subject: f.facts["why"] for f in office.roster.undo(record.id).value}
    assert kept == {"工人丙": "changed", "工人丁": "used"}
    assert text_of(office.worker("工人乙")) == before
    names = {line.name for line in office.roster.lines(office.project)}
    assert names == {"工人乙", "工人丙", "工人丁"}


NOT_KNOWN_THEN = (
    "id_kind", "captured", "captured_at", "contact_address", "emergency_name", "emergency_phone",
    "emergency_relation",
)  # fmt: skip


def test_an_import_of_the_first_program_is_taken_back_too(office):
    """Its records know neither kinds of paper nor reasons of leaving."""
    office.take_roster(person(1))
    record = office.take_roster(person(1, 手机号码="13911112222"), person(2))
    with office.write() as books:
        changes = tuple(_aged(change) for change in books.imports.get(record.id).changes)
        books.imports.finish(replace(books.imports.get(record.id), changes=changes))
        books.workers.put(replace(books.workers.get(office.worker("工人丙").id), captured_at=None))
        books.commit()
    with office.write() as books:
        worker = office.worker("工人乙")
        books.workers.put(replace(worker, captured_at=None))
        books.commit()
    assert office.roster.undo(record.id).value == ()
    assert [line.name for line in office.roster.lines(office.project)] == ["工人乙"]
    assert office.worker("工人乙").phone == person(1)["手机号码"]


def _aged(change):
    def old(text):
        if not text:
            return ""
        found = json.loads(text)
        for key in NOT_KNOWN_THEN:
            found.pop(key, None)
        for job in found.get("employments", ()):
            job.pop("exit_reason")
        return json.dumps(found, ensure_ascii=False)

    return ImportChange(change.kind, change.subject, old(change.before), old(change.after))


def test_other_papers_than_the_identity_card(office):
    permanent = id_number("91011019900101001")
    proposal = office.propose(
        person(1, 身份证号码=permanent), person(2, 身份证号码=id_number("83000019900101001"))
    )
    assert [worker.id_kind.value for worker in proposal.workers] == [
        "foreign_permanent", "hmt_permit",
    ]  # fmt: skip
