"""Rosters as people really send them: every kind of file, every kind of heading."""

import io
import zipfile

import pytest
import xlsxwriter
import xlwt

from desktop.domain.findings import Code, Level
from desktop.kit import sheets
from desktop.services.roster.columns import ColumnMap, columns, key_named, plain_title
from desktop.services.roster.sheet import read_table
from tests.hostile.corpus import ods
from tests.unit.biff5 import biff5
from tests.unit.intake_office import COMPANY, TITLES, make_intake, person, read_here

ROW = person(1)
HEAD = list(ROW)


@pytest.fixture(scope="module")
def still(tmp_path_factory):
    """One office for tests that only read."""
    intake = make_intake(tmp_path_factory.mktemp("still"))
    intake.take_site()
    return intake


def _texts(*rows):
    return [[str(row.get(title, "")) for title in HEAD] for row in rows]


def _xls(path, rows):
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("名册")
    for number, row in enumerate(rows):
        for column, text in enumerate(row):
            sheet.write(number, column, text)
    book.save(str(path))


def _html(rows):
    cells = ["".join(f"<td>{text}</td>" for text in row) for row in rows]
    return f"<html><table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table></html>"


def _ods(rows):
    cell = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
    return ods(
        "".join(
            f"<table:table-row>{''.join(cell.format(text) for text in row)}</table:table-row>"
            for row in rows
        )
    )


def _lines(rows, mark):
    return "\r\n".join(mark.join(row) for row in rows)


KINDS = {
    "utf-8.csv": lambda rows: _lines(rows, ",").encode(),
    "bom.csv": lambda rows: _lines(rows, ",").encode("utf-8-sig"),
    "gb18030.csv": lambda rows: _lines(rows, ",").encode("gb18030"),
    "utf-16-le.csv": lambda rows: _lines(rows, "\t").encode("utf-16"),
    "utf-16-be.csv": lambda rows: b"\xfe\xff" + _lines(rows, ";").encode("utf-16-be"),
    "tsv.xls": lambda rows: _lines(rows, "\t").encode("gb18030"),
    "html.xls": lambda rows: _html(rows).encode(),
    "html-gbk.xls": lambda rows: _html(rows).encode("gb18030"),
    "sheet.ods": _ods,
    "biff5-gbk.xls": lambda rows: biff5(rows, codepage=936),
    "biff5-no-page.xls": lambda rows: biff5(rows, codepage=None),
}


@pytest.mark.parametrize("name", KINDS)
def test_every_kind_of_file_says_the_same(still, tmp_path, name):
    rows = [HEAD, *_texts(person(1), person(2))]
    path = tmp_path / name
    path.write_bytes(KINDS[name](rows))
    proposal = still.roster.read(path, still.project)
    assert (proposal.rows, proposal.new, proposal.findings) == (2, 2, ())
    assert [worker.name for worker in proposal.workers] == ["工人乙", "工人丙"]
    assert proposal.workers[0].cards[0].number == ROW["工资卡号"]


def test_a_biff8_workbook_with_days_and_numbers(still, tmp_path):
    path = tmp_path / "r.xls"
    _xls(path, [HEAD, *_texts(person(1))])
    assert still.roster.read(path, still.project).new == 1


def test_a_guarded_csv_text_comes_back_without_its_guard(tmp_path):
    path = tmp_path / "g.csv"
    path.write_text("a,b,c\n'=1+1,'-5,=\"620102\"\n'quoted',x,'@y\n", "utf-8")
    (sheet,) = read_here(path)
    assert sheet.rows[1:] == [["=1+1", "-5", "620102"], ["'quoted'", "x", "@y"]]


TWO_LINES = (
    ["某某工程实名制花名册"],
    ["项目名称：一期", "", "", "", "填表日期：2026年3月1日"],
    ["序号", "人员信息", "", "", "工资卡", "", "所属单位", "", "班组", "工种", "联系电话",
     "进场", "", "紧急联系人", "", "工资", ""],
    ["", "姓名", "身份证号码（必填）", "民 族", "卡号", "开户银行", "名称",
     "统一社会信用代码", "", "", "", "进场时间", "退场时间", "姓名", "电话", "计薪方式",
     "单价（元）"],
    ["说明：身份证号必须设为文本"],
)  # fmt: skip


def _merged(path):
    """Two lines of heading, a subtotal, the heading again, numbered blanks, signatures below."""
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet("花名册")
        place = 0

        def put(row):
            nonlocal place
            page.write_row(place, 0, row)
            place += 1

        for row in TWO_LINES:
            put(row)
        for number in range(1, 5):
            one = person(number)
            put([str(number), one["姓名"], one["身份证号码"], "汉族", one["工资卡号"], "建行",
                 COMPANY, one["统一社会信用代码"], one["班组"], "钢筋工", one["手机号码"],
                 "2026.1.5", "", "李四", "13900000099", "计日", "260"])  # fmt: skip
            if number == 2:
                put(["", "小计", "2人"])
                put(TWO_LINES[2])
                put(TWO_LINES[3])
        put(["5"])
        put(["6"])
        put(["合计", "", "4人"])
        put(["制表人：王五", "", "", "审核人：赵六"])
    return path


def test_two_merged_lines_of_heading_with_everything_around_them(still, tmp_path):
    proposal = still.roster.read(_merged(tmp_path / "m.xlsx"), still.project)
    assert [f for f in proposal.findings if f.level is Level.STOP] == []
    assert (proposal.rows, proposal.new) == (4, 4)
    others = [(one.number, one.reason) for one in proposal.table.others]
    assert others == [
        (5, "instruction"), (8, "total"), (9, "header"), (10, "header"), (13, "serial"),
        (14, "serial"), (15, "total"), (16, "footer"),
    ]  # fmt: skip
    filled = sum(any(str(cell) for cell in row) for row in proposal.table.cells[4:])
    assert filled == proposal.rows + len(others)  # in = out + excluded, each of them named
    worker = proposal.workers[0]
    assert (worker.nation, worker.emergency_name, worker.emergency_phone) == (
        "汉族", "李四", "13900000099",
    )  # fmt: skip
    assert worker.phone == ROW["手机号码"]
    assert str(worker.employments[0].entry) == "2026-01-05"


def test_the_people_template_of_23_columns(still, tmp_path):
    """FEATURES.md facts 3.2: no pay, no device number, and an instruction above the heading."""
    titles = (
        "姓名*", "身份证号*", "所属单位*", "单位统一社会信用代码*", "班组名称*", "工种*",
        "手机号码*", "进场日期*", "离场日期", "出生日期", "性别", "籍贯", "民族", "文化程度",
        "政治面貌", "家庭住址", "签发机关", "证件有效期", "开户银行", "银行卡号*",
        "开户行地址", "备注", "考勤卡号",
    )  # fmt: skip
    assert len(titles) == 23
    one = person(1)
    row = dict.fromkeys(titles, "") | {
        "姓名*": one["姓名"], "身份证号*": one["身份证号码"], "所属单位*": COMPANY,
        "单位统一社会信用代码*": one["统一社会信用代码"], "班组名称*": "钢筋班", "工种*": "钢筋工",
        "手机号码*": one["手机号码"], "进场日期*": "2026-01-05", "银行卡号*": one["工资卡号"],
        "考勤卡号": "101",
    }  # fmt: skip
    path = tmp_path / "t.xlsx"
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet("人员信息")
        page.write(0, 0, "红色为必填，单元格必须是文本格式")
        page.write_row(1, 0, titles)
        page.write_row(2, 0, list(row.values()))
    proposal = still.roster.read(path, still.project)
    assert proposal.table.lacking == ("pay_kind", "rate")
    mapping = ColumnMap(constants={"pay_kind": "计日", "rate": "280"})
    proposal = still.roster.read(path, still.project, mapping=mapping)
    assert (proposal.findings, proposal.new) == ((), 1)
    (term,) = proposal.workers[0].employments[0].pay_terms
    assert (term.kind.value, term.rate.fen) == ("day", 28_000)
    empty = ColumnMap(constants={"pay_kind": "", "rate": ""})
    proposal = still.roster.read(path, still.project, mapping=empty)
    assert (proposal.findings, proposal.workers[0].employments[0].pay_terms) == ((), ())


def test_the_field_names_of_the_national_platform():
    names = {
        "workerName": "name", "idCardNumber": "id_number", "teamName": "team",
        "corpName": "company", "corpCode": "credit_code", "cellPhone": "phone",
        "payRollBankCardNumber": "card", "payRollBankName": "bank", "birthPlace": "native_place",
    }  # fmt: skip
    assert {name: key_named(plain_title(name)) for name in names} == names


def test_no_word_means_two_columns():
    seen = {}
    for key, column in columns().items():
        for title in column.titles:
            assert seen.setdefault(plain_title(title).lower(), key) == key


def _book(path, *pages):
    with xlsxwriter.Workbook(path) as book:
        for name, rows in pages:
            page = book.add_worksheet(name)
            for number, row in enumerate(rows):
                page.write_row(number, 0, row)
    return path


def test_two_columns_that_claim_the_same_are_asked_about(still, tmp_path):
    head = [*HEAD, "联系电话"]
    rows = [[*row, f"1380000000{n}"] for n, row in enumerate(_texts(person(1), person(2)))]
    path = _book(tmp_path / "two.xlsx", ("名册", [head, *rows]))
    proposal = still.roster.read(path, still.project)
    (finding,) = [f for f in proposal.findings if f.level is Level.STOP]
    assert finding.code is Code.COLUMN_AMBIGUOUS
    assert finding.facts["columns"] == "手机号码、联系电话"
    assert proposal.table.lacking == ("phone",)
    said = ColumnMap({"手机号码": "phone", "联系电话": ""})
    proposal = still.roster.read(path, still.project, mapping=said)
    assert (proposal.findings, proposal.workers[0].phone) == ((), ROW["手机号码"])


def test_two_columns_that_say_the_same_need_no_answer(still, tmp_path):
    head = [*HEAD, "联系电话", "联系方式"]
    rows = [[*row, row[HEAD.index("手机号码")], ""] for row in _texts(person(1), person(2))]
    proposal = still.roster.read(
        _book(tmp_path / "same.xlsx", ("名册", [head, *rows])), still.project
    )
    assert (proposal.findings, proposal.new) == ((), 2)


def test_a_further_sheet_that_is_a_roster_too_is_named(still, tmp_path):
    pages = [(name, [HEAD, *_texts(person(n))]) for n, name in enumerate(("钢筋", "木工"), 1)]
    path = _book(tmp_path / "teams.xlsx", ("说明", [["请逐项填写"]]), *pages)
    proposal = still.roster.read(path, still.project)
    (finding,) = proposal.findings
    assert (finding.code, finding.facts) == (Code.SHEETS_UNREAD, {"sheets": "木工", "read": "钢筋"})
    other = still.roster.read(path, still.project, mapping=ColumnMap(sheet="木工"))
    assert [worker.name for worker in other.workers] == ["工人丙"]


def test_what_a_sender_calls_his_columns_is_remembered(tmp_path):
    office = make_intake(tmp_path)
    office.take_site()
    strange = {"班组": "小组代号", "单价(元)": "点数", "工资卡号": "折子"}
    head = [strange.get(title, title) for title in HEAD]
    path = _book(tmp_path / "s.xlsx", ("名册", [head, *_texts(person(1))]))
    first = office.roster.read(path, office.project, sender="兰州某劳务")
    assert set(first.table.lacking) == {"team", "rate", "card"}
    said = ColumnMap({"小组代号": "team", "点数": "rate", "折子": "card"})
    named = office.roster.read(path, office.project, sender="兰州某劳务", mapping=said)
    assert named.findings == ()
    office.roster.accept(named)
    assert office.roster.senders() == ("兰州某劳务",)
    later = _book(tmp_path / "l.xlsx", ("三月", [["三月名册"], head, *_texts(person(2))]))
    again = office.roster.read(later, office.project, sender="兰州某劳务")
    assert (again.table.lacking, again.new) == ((), 1)
    unnamed = office.roster.read(later, office.project)
    assert (unnamed.sender, unnamed.new) == ("兰州某劳务", 1)
    office.roster.forget_sender("兰州某劳务")
    assert set(office.roster.read(later, office.project).table.lacking) == {"team", "rate", "card"}


@pytest.mark.parametrize("name", ["张三", "总工", "合生元", "小计划", "备注军", "示例强", "安全"])
def test_nobody_is_taken_for_a_sum_while_his_number_stands(still, name):
    proposal = still.propose(person(1, 姓名=name))
    assert proposal.rows == 1
    assert proposal.table.others == ()


def test_a_name_alone_is_a_row_with_faults_and_never_dropped(still):
    blank = dict.fromkeys(person(1), "")
    proposal = still.propose(person(1), blank | {"姓名": "王五"})
    assert proposal.rows == 2
    assert Code.REQUIRED_EMPTY in {f.code for f in proposal.findings if f.row == 4}


FAKE = ["1.1E+17", "6.20102E+17", "620102199001010000", "62010219900101001", "620102199001011000"]


@pytest.mark.parametrize("number", FAKE)
def test_fake_numbers_are_refused(still, number):
    (finding,) = [
        f for f in still.propose(person(1, 身份证号码=number)).findings if f.level is Level.STOP
    ]
    assert finding.code in {Code.NUMBER_DAMAGED, Code.ID_FORMAT}


def test_the_title_row_is_never_the_heading(tmp_path):
    path = _book(tmp_path / "x.xlsx", ("a", [["姓名身份证号码一览表"], list(TITLES), ["张三"]]))
    table = read_table(read_here(path))
    assert table.header == (2, 2)
    assert sheets.work  # read by the same code as in the child


def test_a_heading_told_by_hand(still, tmp_path):
    """No word of it is known, so row and columns are said."""
    head = [f"甲{n}" for n in range(len(HEAD))]
    path = _book(tmp_path / "h.xlsx", ("名册", [["表"], head, *_texts(person(1))]))
    assert still.roster.read(path, still.project).lacks_columns
    said = {f"甲{n}": key_named(plain_title(title)) for n, title in enumerate(HEAD)}
    proposal = still.roster.read(path, still.project, mapping=ColumnMap(said, header=2))
    assert (proposal.findings, proposal.new) == ((), 1)


def test_a_workbook_with_macros_is_read_without_them(still, tmp_path):
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        page = book.add_worksheet("名册")
        for number, row in enumerate([HEAD, *_texts(person(1))]):
            page.write_row(number, 0, row)
    path = tmp_path / "m.xlsm"
    path.write_bytes(out.getvalue())
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0" + bytes(3_000))
    assert still.roster.read(path, still.project).new == 1
