"""Tables that leave: text everywhere, nothing that runs, nobody left out without a word."""

import csv
import io
import re
import zipfile
from dataclasses import replace
from datetime import date

import openpyxl
import pytest

from desktop.domain.errors import Refused
from desktop.domain.findings import Code
from desktop.domain.guard import guarded, runs, unguarded
from desktop.domain.ids import WorkerId, new_id
from desktop.domain.movement import Entry
from desktop.domain.worker import Card, Worker
from desktop.kit.files import write_whole
from desktop.kit.workbooks import Workbooks
from desktop.services.exports import Choice, Exports, Format
from desktop.services.movements import Movements
from printing.paper import PdfPaper
from tests.unit.intake_office import card_number, id_number
from tests.unit.payroll_office import Office
from tests.unit.templates import NATIONS, people_template, with_newer_drop_down

PAYLOADS = (
    "=1+1", "+1+1", "-1+1", "@SUM(1)", "=cmd|' /C calc'!A0", "+cmd|' /C calc'!A0",
    '=HYPERLINK("http://x.invalid","领工资")', '=IMPORTXML("http://x.invalid")', "\t=1+1",
    "\r=1+1", "\n=1+1", " =1+1", "\u3000=1+1", "＝1+1", "＋1+1", "－1+1", "＠SUM(1)", "\0=1+1",
    '=WEBSERVICE("http://x.invalid")', '=DDE("cmd";"/C calc";"1")', "-2+3+cmd|' /C calc'!A0",
    "@A1", '="a"&A1', "={1,2}", '=1","=2', "|=1+1", "%0A=1+1", "\u00a0=1+1", "=1;=2",
    "+8613900000000",
)  # fmt: skip
CARD = "6222024144061256386"
ID = "65312119691103549X"


@pytest.fixture
def office(tmp_path):
    made = Office(tmp_path)
    made.exports = Exports(
        books=made.books, reads=made.reads, clock=made.clock, writer=Workbooks(), save=write_whole
    )
    made.movements = Movements(
        books=made.books, reads=made.reads, clock=made.clock, seat=made.seat, paper=PdfPaper()
    )
    return made


def change(office, index, **changes):
    with office.books() as books:
        worker = books.workers.get(office.workers[index].id)
        books.workers.put(replace(worker, **changes))
        books.commit()


def every_cell(path):
    return [
        cell
        for sheet in openpyxl.load_workbook(path).worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    ]


def test_the_workbook_is_text_throughout_frozen_and_has_drop_downs(office, tmp_path):
    done = office.exports.roster(office.project.id, tmp_path / "out.xlsx", Format.XLSX).value
    assert (done.people, done.written, done.excluded) == (4, 4, ())
    sheet = openpyxl.load_workbook(done.path).worksheets[0]
    assert sheet.freeze_panes == "B3"
    assert {cell.data_type for cell in every_cell(done.path)} == {"s"}
    titles = [cell.value for cell in sheet[2]]
    row = next(r for r in sheet.iter_rows(min_row=3) if r[0].value == "赵守田")
    at = dict(zip(titles, (cell.value for cell in row), strict=True))
    assert (at["身份证号码*"], at["工资卡号*"], at["单价(元)*"]) == (ID, CARD, "260.00")
    listed = {rule.formula1 for rule in sheet.data_validations.dataValidation}
    assert '"男,女"' in listed
    assert "roster.export" in office.actions()


def test_a_table_names_whom_it_leaves_out_and_why(office, tmp_path):
    office.movements.exit(office.workers[1].id, office.project.id, date(2021, 3, 5), "回家")
    new = Worker(WorkerId(new_id()), "后来甲", id_number("62010219900101007"), "13900000008")
    office.movements.enter(
        new, Entry(office.project.id, office.teams[0].id, "钢筋工", date(2021, 4, 1))
    )
    choice = Choice(date(2021, 3, 20), office.teams[0].id)
    done = office.exports.roster(office.project.id, tmp_path / "out.csv", Format.CSV, choice).value
    assert done.people == 5
    assert done.written == 2
    assert {(one.name, one.why) for one in done.excluded} == {
        ("马占海", "2021-03-05 已离场"),
        ("后来甲", "2021-03-20 尚未进场"),
        ("卓木匠", "不在所选班组"),
    }


@pytest.mark.parametrize("kind", [Format.CSV, Format.CSV_GB18030])
def test_csv_has_its_encoding_and_keeps_long_numbers(office, tmp_path, kind):
    change(office, 0, name="张䶮", address="（示例）\U0002b740村")
    path = tmp_path / "out.csv"
    office.exports.roster(office.project.id, path, kind)
    raw = path.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf") == (kind is Format.CSV)
    text = raw.decode("utf-8-sig" if kind is Format.CSV else "gb18030")
    rows = list(csv.DictReader(io.StringIO(text)))
    row = next(row for row in rows if row["姓名*"] == "张䶮")
    assert row["家庭住址"] == "（示例）\U0002b740村"
    assert row["工资卡号*"] == "'" + CARD


def test_no_payload_runs_in_any_export(office, tmp_path):
    """Thirty texts in three fields, through workbook, both CSVs and a filled template."""
    assert len(PAYLOADS) == 30
    hire_with(office, PAYLOADS)
    book, project = tmp_path / "out.xlsx", office.project.id
    office.exports.roster(project, book, Format.XLSX)
    template = people_template(tmp_path / "模板.xlsx")
    filled = tmp_path / "填好.xlsx"
    done = office.exports.template(project, template, filled).value
    assert done.written == 34
    for path in (book, filled):
        assert {cell.data_type for cell in every_cell(path)} == {"s"}
        with zipfile.ZipFile(path) as archive:
            sheets = [n for n in archive.namelist() if n.startswith("xl/worksheets/sheet")]
            assert not any(re.search(rb"<f[ >]", archive.read(name)) for name in sheets)
    for kind, encoding in ((Format.CSV, "utf-8-sig"), (Format.CSV_GB18030, "gb18030")):
        path = tmp_path / "out.csv"
        office.exports.roster(project, path, kind)
        with path.open(encoding=encoding, newline="") as file:
            rows = list(csv.DictReader(file))
        assert not any(runs(cell) for row in rows for cell in row.values())
        assert sum(row["备注"].startswith("'") for row in rows) == len(PAYLOADS)


def hire_with(office, texts):
    team = office.teams[0].id
    for n, payload in enumerate(texts, 100):
        worker = Worker(
            WorkerId(new_id()), "工人甲", id_number(f"62010219900101{n:03d}"), "13900000008",
            address=payload, note=payload, native_place=payload,
        )  # fmt: skip
        entry = Entry(office.project.id, team, "钢筋工", date(2021, 3, 1))
        office.movements.enter(worker, entry)


def test_the_guard_comes_off_again():
    for payload in (*PAYLOADS, CARD, "0012"):
        plain = payload.replace("\0", "")
        assert guarded(payload) != payload
        assert unguarded(guarded(payload)) == plain
    for plain in ("O'Brien", "'n Boer", "王喆", "13900000008", ""):
        assert guarded(plain) == plain
        assert unguarded(plain) == plain


@pytest.mark.filterwarnings("ignore:Data Validation extension")
def test_a_template_is_filled_by_its_header_and_read_again_cell_by_cell(office, tmp_path):
    change(office, 0, sex="男", nation="汉族")
    change(office, 1, sex="男", nation="高山族")
    template = with_newer_drop_down(people_template(tmp_path / "a.xlsx"), tmp_path / "模板.xlsx")
    done = office.exports.template(office.project.id, template, tmp_path / "填好.xlsx").value
    assert (done.people, done.written) == (4, 4)
    assert done.drop_downs == 3
    assert done.unknown == ("开户行地址", "一卡通号")
    book = openpyxl.load_workbook(done.path)
    assert [(s.title, s.sheet_state) for s in book.worksheets] == [
        ("人员信息", "visible"), ("字典", "hidden"),
    ]  # fmt: skip
    sheet = book.worksheets[0]
    by_name = {row[0].value: row for row in sheet.iter_rows(min_row=3)}
    assert "示例张三" not in by_name
    row = by_name["赵守田"]
    assert [row[n].value for n in (1, 5, 10, 12, 19)] == [ID, "钢筋工", "男", NATIONS[0], CARD]
    assert {cell.number_format for cell in row} == {"@"}
    unknown = [one for one in done.findings if one.code is Code.CHOICE_UNKNOWN]
    assert [(one.subject, one.facts["value"]) for one in unknown] == [("马占海", "高山族")]
    assert by_name["马占海"][12].value is None
    newer = zipfile.ZipFile(done.path).read("xl/worksheets/sheet1.xml")
    assert b"x14:dataValidation" in newer


def test_examples_below_the_header_give_way_however_many(office, tmp_path):
    path = people_template(tmp_path / "模板.xlsx")
    book = openpyxl.load_workbook(path)
    for row in range(3, 12):
        book.worksheets[0].cell(row, 1).value = f"示例{row}"
    book.save(path)
    done = office.exports.template(office.project.id, path, tmp_path / "填好.xlsx").value
    assert done.replaced == 9
    sheet = openpyxl.load_workbook(done.path).worksheets[0]
    names = [row[0].value for row in sheet.iter_rows(min_row=3) if row[0].value]
    assert sorted(names) == sorted(["赵守田", "马占海", "白歇工", "卓木匠"])


def test_a_missing_required_cell_of_a_template_is_named(office, tmp_path):
    change(office, 0, phone="")
    done = office.exports.template(
        office.project.id, people_template(tmp_path / "模板.xlsx"), tmp_path / "填好.xlsx"
    ).value
    missing = {(one.subject, one.column) for one in done.findings if one.code is Code.FIELD_LACKING}
    assert ("赵守田", "手机号码") in missing


def test_a_template_that_would_not_hold_what_was_written_is_not_saved(office, tmp_path):
    """Two merged rows below the header swallow what is written into them."""
    path = people_template(tmp_path / "模板.xlsx", example=False)
    book = openpyxl.load_workbook(path)
    book.worksheets[0].merge_cells("A3:A4")
    book.save(path)
    with pytest.raises(Refused):
        office.exports.template(office.project.id, path, tmp_path / "填好.xlsx")
    assert sorted(one.name for one in tmp_path.glob("*.xlsx")) == ["模板.xlsx"]


def test_what_is_no_template_is_refused_with_its_reason(office, tmp_path):
    project, out = office.project.id, tmp_path / "填好.xlsx"
    for content in (b"PK\x03\x04 broken", b"%PDF-1.7", b""):
        bad = tmp_path / "坏.xlsx"
        bad.write_bytes(content)
        with pytest.raises(Refused):
            office.exports.template(project, bad, out)
    other = openpyxl.Workbook()
    other.active.append(["日期", "天气", "记录人"])
    other.save(tmp_path / "日志.xlsx")
    with pytest.raises(Refused) as refused:
        office.exports.template(project, tmp_path / "日志.xlsx", out)
    assert refused.value.findings[0].code is Code.COLUMN_MISSING
    assert not out.exists()


def test_a_template_with_an_entity_bomb_is_refused(office, tmp_path):
    source = people_template(tmp_path / "a.xlsx")
    bad = tmp_path / "炸弹.xlsx"
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(bad, "w") as new:
        for info in old.infolist():
            data = old.read(info)
            if info.filename == "xl/worksheets/sheet1.xml":
                head, rest = data.split(b"<worksheet", 1)
                data = head + bomb + b"<worksheet" + rest
            new.writestr(info, data)
    with pytest.raises(Refused):
        office.exports.template(office.project.id, bad, tmp_path / "填好.xlsx")


def test_cards_of_earlier_days_are_not_exported_as_todays(office, tmp_path):
    change(office, 0, cards=(Card(CARD), Card(card_number(5), since=date(2021, 3, 10))))
    for day, number in ((date(2021, 3, 9), CARD), (date(2021, 3, 10), card_number(5))):
        path = tmp_path / f"{day}.csv"
        office.exports.roster(office.project.id, path, Format.CSV, Choice(day))
        assert number in path.read_text("utf-8-sig")
