"""The roster from workbook to books and back, on the real encrypted file."""

from collections import Counter
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from desktop.domain.errors import Refused, Stale, WrongState
from desktop.domain.findings import Code, Level
from desktop.domain.money import Money
from desktop.domain.worker import Card, PayKind
from desktop.services.roster.initials import initials_of
from desktop.services.roster.text import text_of, worker_of
from tests.unit.intake_office import (
    SITE,
    TITLES,
    card_number,
    id_number,
    make_intake,
    person,
    write_roster,
    write_roster_as_text,
)


@pytest.fixture
def office(tmp_path):
    intake = make_intake(tmp_path)
    intake.take_site()
    return intake


@pytest.fixture(scope="module")
def still(tmp_path_factory):
    """One office for tests that only read and are refused."""
    intake = make_intake(tmp_path_factory.mktemp("still"))
    intake.take_site()
    return intake


def found(proposal):
    """Return (row, column, code, level) of every finding."""
    return [(f.row, f.column, f.code, f.level) for f in proposal.findings]


def test_the_sample_site_goes_in_whole(office):
    proposal = office.roster.read(SITE / "roster.xlsx", office.project)
    assert (proposal.rows, proposal.new, proposal.changed, proposal.unchanged) == (18, 18, 0, 0)
    assert proposal.findings == ()
    assert {team.name for team in proposal.teams} == {"钢筋班", "木工班", "混凝土班"}
    record = office.roster.accept(proposal).value
    assert (record.rows, record.new) == (18, 18)
    lines = office.roster.lines(office.project)
    assert len(lines) == 18
    assert {line.name for line in lines} >= {"张䶮", "杨㛃", "阿卜杜热合曼·麦麦提图尔荪"}
    worker = office.worker("赵守田")
    assert worker.employments[0].pay_terms[0].rate == Money(26_000)
    assert worker.employments[0].device_numbers[0].since is None
    assert worker.birth == date(1969, 11, 3)


def test_the_same_file_again_changes_nothing(office):
    office.roster.accept(office.roster.read(SITE / "roster.xlsx", office.project))
    before = {text_of(office.roster.worker(w.worker)) for w in office.roster.lines(office.project)}
    again = office.roster.read(SITE / "roster.xlsx", office.project)
    assert (again.new, again.changed, again.unchanged) == (0, 0, 18)
    assert (again.findings, again.workers, again.teams) == ((), (), ())
    office.roster.accept(again)
    after = {text_of(office.roster.worker(w.worker)) for w in office.roster.lines(office.project)}
    assert after == before


BAD = [
    ("姓名", "", Code.REQUIRED_EMPTY, Level.STOP),
    ("姓名", "⾦大山", Code.NAME_RADICAL, Level.STOP),
    ("姓名", "阿卜杜/热合曼", Code.NAME_CHARACTER, Level.STOP),
    ("姓名", "买买提•吐尔逊", Code.NAME_NORMALISED, Level.NOTE),
    ("身份证号码", "620102199002300014", Code.ID_CHECK_DIGIT, Level.STOP),
    ("身份证号码", id_number("62010219900230001"), Code.ID_BIRTH_DATE, Level.STOP),
    ("身份证号码", "62010219900101001", Code.ID_FORMAT, Level.STOP),
    ("身份证号码", "1.1E+17", Code.NUMBER_DAMAGED, Level.STOP),
    ("身份证号码", 620102199001010019, Code.NUMBER_DAMAGED, Level.STOP),
    ("身份证号码", "620102199001010000", Code.NUMBER_DAMAGED, Level.STOP),
    ("身份证号码", id_number("62010220150101001"), Code.AGE_UNDER_16, Level.STOP),
    ("出生日期", "1991-01-01", Code.ID_BIRTH_MISMATCH, Level.WARN),
    ("性别", "女", Code.ID_SEX_MISMATCH, Level.WARN),
    ("统一社会信用代码", "91620100MA74000117", Code.USCC_WRONG, Level.STOP),
    ("单位名称", "无此劳务公司", Code.COMPANY_MISMATCH, Level.WARN),
    ("手机号码", "1390000000", Code.PHONE_WRONG, Level.STOP),
    ("进场日期", "去年春天", Code.DATE_WRONG, Level.STOP),
    ("进场日期", "2062-03-01", Code.ENTRY_FUTURE, Level.WARN),
    ("离场日期", "2025-12-31", Code.EXIT_BEFORE_ENTRY, Level.STOP),
    ("工资卡号", "6222020000000000019", Code.CARD_LUHN, Level.WARN),
    ("工资卡号", 6222020000000000018, Code.NUMBER_DAMAGED, Level.STOP),
    ("工资卡号", "存折", Code.CARD_FORMAT, Level.STOP),
    ("联行号", "105821000019", Code.CNAPS_WRONG, Level.STOP),
    ("考勤号", "", Code.DEVICE_NUMBER_MISSING, Level.WARN),
    ("计薪方式", "计件", Code.PAY_KIND_UNKNOWN, Level.STOP),
    ("单价(元)", "二百六", Code.RATE_WRONG, Level.STOP),
    ("单价(元)", 0, Code.RATE_WRONG, Level.STOP),
    ("单价(元)", "260.005", Code.RATE_WRONG, Level.STOP),
]


@pytest.mark.parametrize(("title", "value", "code", "level"), BAD)
def test_a_wrong_cell_is_named_by_row_and_column(still, title, value, code, level):
    proposal = still.propose(person(1), person(2, **{title: value}))
    assert (4, title, code, level) in found(proposal)
    if level is Level.STOP:
        with pytest.raises(Refused):
            still.roster.accept(proposal)
        assert still.roster.lines(still.project) == ()


def test_all_findings_come_at_once_and_in_order_of_rows(still):
    rows = [person(n, **{title: value}) for n, (title, value, *_) in enumerate(BAD)]
    codes = Counter(f.code for f in still.propose(*rows).findings)
    wanted = Counter(code for *_, code, _ in BAD)
    assert all(codes[code] >= wanted[code] for code in wanted)
    numbers = [f.row for f in still.propose(*rows).findings]
    assert numbers == sorted(numbers)
    assert set(numbers) == set(range(3, 3 + len(BAD)))


def test_an_unknown_company_names_the_known_ones(still):
    row = person(1, 单位名称="无此劳务公司", 统一社会信用代码="91350100M000100Y43")
    (finding,) = still.propose(row).findings
    assert (finding.code, finding.level) == (Code.COMPANY_UNKNOWN, Level.STOP)
    assert "兰州示例建筑劳务有限公司" in finding.facts["known"]


@pytest.mark.parametrize(
    ("title", "value", "code"),
    [
        ("身份证号码", person(1)["身份证号码"], Code.ID_REPEATED),
        ("工资卡号", person(1)["工资卡号"], Code.CARD_SHARED),
        ("考勤号", "101", Code.DEVICE_NUMBER_SHARED),
    ],
)
def test_two_rows_may_not_share(still, title, value, code):
    proposal = still.propose(person(1), person(2, **{title: value}))
    (finding,) = [f for f in proposal.findings if f.code is code]
    assert (finding.row, finding.column, finding.level) == (4, title, Level.STOP)
    assert "3" in finding.facts["other"]  # the first of the two stands in row 3
    assert finding.facts["value"] == "101" or "*" in finding.facts["value"]


def test_one_person_in_two_rows_is_told_once(still):
    again = person(1, 考勤号="103")
    codes = Counter(f.code for f in still.propose(person(1), again).findings)
    assert codes == {Code.ID_REPEATED: 1}  # his own card twice is no shared card


def test_a_file_without_any_device_number_says_so_once(still):
    people = [person(n, 考勤号="") for n in (1, 2, 3)]
    (finding,) = still.propose(*people).findings
    assert (finding.code, finding.level) == (Code.DEVICE_NUMBERS_NONE, Level.WARN)
    assert (finding.row, finding.column, finding.facts["count"]) == (None, "考勤号", "3")


def test_a_card_of_somebody_on_the_books_stops(office):
    office.take_roster(person(1))
    proposal = office.propose(person(2, 工资卡号=person(1)["工资卡号"]))
    assert (3, "工资卡号", Code.CARD_SHARED, Level.STOP) in found(proposal)


def test_a_leaver_frees_card_and_number(office):
    office.take_roster(person(1, 离场日期="2026-02-28"))
    row = person(2, 工资卡号=person(1)["工资卡号"], 考勤号="101", 进场日期="2026-03-05")
    assert office.propose(row).findings == ()


def test_a_file_without_columns_or_rows(still, tmp_path):
    titles = [title for title in TITLES if not title.startswith(("工资卡号", "班组"))]
    proposal = still.roster.read(
        write_roster(tmp_path / "a.xlsx", [person(1)], titles), still.project
    )
    missing = [f.facts["columns"] for f in proposal.findings if f.code is Code.COLUMN_MISSING]
    assert missing == ["班组", "工资卡号"]
    empty = still.propose()
    assert [f.code for f in empty.findings] == [Code.FILE_EMPTY]
    junk = tmp_path / "photo.xlsx"
    junk.write_bytes(b"PK\x03\x04" + b"\x00" * 300)
    (finding,) = still.roster.read(junk, still.project).findings
    assert (finding.code, finding.level) == (Code.FILE_UNREADABLE, Level.STOP)


def test_synonyms_and_csv_are_understood(still, tmp_path):
    path = tmp_path / "名册.csv"
    row = person(1)
    names = {"身份证号码": "身份证号", "考勤号": "工号", "单价(元)": "单价（元）"}
    heads = [names.get(key, key) for key in row]
    text = ",".join(heads) + "\r\n" + ",".join(str(value) for value in row.values()) + "\r\n"
    path.write_bytes(text.encode("gb18030"))
    proposal = still.roster.read(path, still.project)
    assert (proposal.findings, proposal.new) == ((), 1)


def test_numbers_in_number_cells_that_lost_nothing_are_taken(still):
    proposal = still.propose(person(1, 考勤号=101, 手机号码=13900000001, 进场日期=46027))
    assert proposal.findings == ()
    (worker,) = proposal.workers
    assert worker.phone == "13900000001"
    assert worker.employments[0].entry == date(2026, 1, 5)  # day 46027 of the 1900 system
    assert worker.employments[0].device_numbers[0].number == "101"


def test_changes_are_dated(office):
    office.take_roster(person(1), person(2))
    office.clock.move(days=40)  # 2026-05-11
    changed = person(1, **{"工资卡号": card_number(77), "单价(元)": "300", "班组": "木工班"})
    proposal = office.propose(changed, person(2))
    assert (proposal.new, proposal.changed, proposal.unchanged) == (0, 1, 1)
    assert [f.code for f in proposal.findings] == [Code.RATE_CHANGED]
    office.roster.accept(proposal)
    worker = office.worker("工人乙")
    assert [card.since for card in worker.cards] == [None, date(2026, 5, 11)]
    assert worker.card(date(2026, 5, 10)).number == person(1)["工资卡号"]
    assert worker.card(date(2026, 5, 11)).number == card_number(77)
    job = worker.employments[0]
    # Nothing is locked: the new rate holds from entry, and nothing else stays.
    assert [(t.rate, t.since) for t in job.pay_terms] == [(Money(30_000), date(2026, 1, 5))]
    assert office.propose(changed, person(2)).unchanged == 2


def test_an_empty_cell_never_erases(office):
    office.take_roster(person(1, 离场日期="2026-06-30"))
    proposal = office.propose(person(1, 开户行="", 联行号="", 离场日期="", 考勤号=""))
    assert (proposal.changed, proposal.unchanged) == (0, 1)


def test_swapped_device_numbers_come_right(office):
    office.take_roster(person(1), person(2))
    office.take_roster(person(1, 考勤号="102"), person(2, 考勤号="101"))
    numbers = [
        [one.number for one in office.worker(name).employments[0].device_numbers]
        for name in ("工人乙", "工人丙")
    ]
    assert numbers == [["102"], ["101"]]


def test_somebody_who_comes_back_has_a_second_employment(office):
    office.take_roster(person(1, 离场日期="2026-02-10"))
    office.take_roster(person(1, 进场日期="2026-03-20"))
    jobs = office.worker("工人乙").employments
    assert [(job.entry, job.exit) for job in jobs] == [
        (date(2026, 1, 5), date(2026, 2, 10)),
        (date(2026, 3, 20), None),
    ]


def test_who_is_missing_from_the_file_is_only_named(office):
    office.take_roster(person(1), person(2))
    proposal = office.propose(person(1))
    (finding,) = proposal.findings
    assert (finding.code, finding.level, finding.subject) == (
        Code.WORKER_GONE, Level.NOTE, "工人丙",
    )  # fmt: skip
    office.roster.accept(proposal)
    assert len(office.roster.lines(office.project)) == 2


def test_undo_restores_exactly(office):
    office.take_roster(person(1))
    before = text_of(office.worker("工人乙"))
    office.clock.move(days=1)
    record = office.take_roster(
        person(1, 工资卡号=card_number(50), 手机号码="13911111111"),
        person(2, 班组="新班组"),
    )
    assert office.roster.undo(record.id).value == ()
    assert [line.name for line in office.roster.lines(office.project)] == ["工人乙"]
    assert text_of(office.worker("工人乙")) == before
    assert [team.name for team in office.projects.teams(office.project)] == ["钢筋班"]
    with pytest.raises(WrongState):
        office.roster.undo(record.id)


def test_undo_leaves_what_was_built_upon(office):
    record = office.take_roster(person(1), person(2), person(3))
    office.attendance.set_day(
        office.project, office.worker("工人乙").id, date(2026, 3, 2), Decimal(1), "没有考勤机"
    )
    office.roster.put_worker(replace(office.worker("工人丙"), note="换了手机"))
    kept = office.roster.undo(record.id).value
    assert {(f.code, f.subject) for f in kept} == {
        (Code.UNDO_KEPT, "工人乙"), (Code.UNDO_KEPT, "工人丙"),
    }  # fmt: skip
    names = {line.name for line in office.roster.lines(office.project)}
    assert names == {"工人乙", "工人丙"}


def test_a_worker_changed_meanwhile_is_not_overwritten(office):
    office.take_roster(person(1))
    proposal = office.propose(person(1, 手机号码="13911111111"))
    office.roster.put_worker(replace(office.worker("工人乙"), note="先改了"))
    with pytest.raises(Stale):
        office.roster.accept(proposal)
    assert office.worker("工人乙").phone == person(1)["手机号码"]


def test_the_form_is_checked_like_a_row(office):
    office.take_roster(person(1), person(2))
    worker = office.worker("工人乙")
    for wrong, code in (
        (replace(worker, name="⾦大山"), Code.NAME_RADICAL),
        (replace(worker, phone="1"), Code.PHONE_WRONG),
        (replace(worker, id_number=person(2)["身份证号码"]), Code.ID_REPEATED),
        (replace(worker, cards=(Card(person(2)["工资卡号"]),)), Code.CARD_SHARED),
    ):
        with pytest.raises(Refused) as refused:
            office.roster.put_worker(wrong)
        assert code in {f.code for f in refused.value.findings}
    assert text_of(office.worker("工人乙")) == text_of(worker)


def test_a_card_is_changed_from_today_on(office):
    office.take_roster(person(1), person(2))
    worker = office.worker("工人乙")
    with pytest.raises(Refused):
        office.roster.change_card(worker.id, Card(person(2)["工资卡号"]))
    changed = office.roster.change_card(worker.id, Card(card_number(60), "工行")).value
    assert changed.card(office.clock.today()).number == card_number(60)
    assert changed.cards[0].number == person(1)["工资卡号"]


def test_every_act_copies_the_books_first_and_is_journalled(office):
    office.copies.clear()
    record = office.take_roster(person(1))
    assert office.copies == ["import"]
    with office.read() as books:
        newest = books.journal.entries(1)[0]
    assert (newest.action, newest.subject) == ("roster.import", str(record.id))
    assert newest.body["new"] == 1


def test_a_worker_goes_through_text_and_back(office):
    office.take_roster(person(1, 计薪方式="计时", **{"单价(元)": "32.5"}))
    worker = office.worker("工人乙")
    assert worker.employments[0].pay_terms[0].kind is PayKind.HOUR
    assert worker_of(text_of(worker)) == replace(worker, version=0)


@pytest.mark.parametrize(
    ("name", "initials"),
    [
        ("曾志伟", "czw zzw"),
        ("单雄信", "dxx sxx"),
        ("尉迟恭", "ycg"),
        ("仇英", "cy qy"),
        ("王国强", "wgq"),
        ("买买提·吐尔逊", "mmttex"),
        ("John Smith", "johnsmith"),
    ],
)
def test_initials_have_both_readings(name, initials):
    assert initials_of(name) == initials


def test_many_rows_of_text_cells(office, tmp_path):
    rows = [person(n) | {"姓名": f"张{chr(0x4E00 + n)}", "身份证号码": _id(n)} for n in range(300)]
    path = write_roster_as_text(tmp_path / "big.xlsx", rows)
    proposal = office.roster.read(path, office.project)
    assert (proposal.new, proposal.findings) == (300, ())
    office.roster.accept(proposal)
    assert office.roster.read(path, office.project).unchanged == 300


def _id(n):
    return id_number(f"620102{1960 + n // 300}0101{n % 300 * 2 + 1:03d}")
