"""The list a person uploads, and the result file that comes back; read by calamine and zipfile."""

import io
import zipfile

import pytest
import xlsxwriter
from python_calamine import CalamineWorkbook

from desktop.banks.icbc_list import LIST
from desktop.domain.disbursement import BatchState, ItemState
from desktop.domain.errors import AlreadyPaid, FileTrouble, WrongState
from desktop.ports.banks import NoAnswer
from desktop.services.disbursement.base import FILE
from tests.unit.payment_batch import ROWS, make_batch
from tests.unit.payment_office import CHECKER, MONTH, PROJECT, TOTAL_FEN, make_office

# ICBC's public layout, INTERFACES 3.2.
HEAD = [
    "付款账号开户行", "付款账号", "付款账号名称", "收款账号开户行", "收款省份", "收款市",
    "收款账号", "收款账号名称", "金额", "汇款用途", "备注", "短信手机号",
]  # fmt: skip


def _cells(content):
    return CalamineWorkbook.from_object(io.BytesIO(content)).get_sheet_by_index(0).to_python()


def result_file(head, rows, above=()):
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"strings_to_formulas": False})
    sheet = book.add_worksheet()
    for number, row in enumerate([*above, head, *rows]):
        for column, cell in enumerate(row):
            sheet.write(number, column, cell)
    book.close()
    return buffer.getvalue()


def test_the_list_is_what_the_bank_publishes():
    batch = make_batch()
    name, content = LIST.write(batch)
    rows = _cells(content)
    assert name == "代发-2021-03-第1批-AXREFERENCE.xlsx"
    assert rows[0] == HEAD
    assert [(r[6], r[7], r[8], r[9]) for r in rows[1:]] == [
        (account, who, fen / 100, "2021年03月工资") for who, account, fen in ROWS
    ]
    assert LIST.write(batch)[1] == content


def test_no_cell_is_a_formula():
    evil = make_batch(rows=(('=HYPERLINK("http://x")', "6222024144061256386", 100),))
    with zipfile.ZipFile(io.BytesIO(LIST.write(evil)[1])) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet
    # The account stays a text of 19 digits: as a number its last digits would be lost.
    assert _cells(LIST.write(evil)[1])[1][6] == "6222024144061256386"


def _answers(batch, states):
    return [
        [item.account, item.name, item.amount.fen / 100, item.end_to_end, state, why]
        for item, (state, why) in zip(batch.items, states, strict=True)
    ]


STATES = [("成功", ""), ("失败", "收款户名与账号不符"), ("处理中", "")]


@pytest.mark.parametrize(
    "head",
    [
        ["收款账号", "收款账号名称", "金额", "备注", "处理结果", "失败原因"],
        ["收款人账号", "户名", "交易金额（元）", "附言", "交易状态", "银行返回信息"],
        ["账号", "姓名", "金额(元)", "没有备注的银行", "状态", "原因"],
    ],
)
def test_results_are_read_whatever_the_columns_are_called(head):
    batch = make_batch()
    content = result_file(head, _answers(batch, STATES), above=[["批量代发结果"], []])
    reply = LIST.read(content, batch)
    assert [(i.state, i.code) for i in reply.items] == [
        (ItemState.PAID, ""),
        (ItemState.FAILED, "BE01"),
        (ItemState.SENT, ""),
    ]


def test_results_of_something_else_are_refused():
    batch = make_batch()
    head = ["收款账号", "收款账号名称", "金额", "备注", "处理结果", "失败原因"]
    good = _answers(batch, STATES)
    wrong_amount = [[*row[:2], row[2] + 1, *row[3:]] for row in good]
    stranger = [["6217", *good[0][1:3], "AXOTHER", *good[0][4:]]]
    for rows in (wrong_amount, stranger, [good[0], good[0]], [[*good[0][:4], "大概", ""]], []):
        with pytest.raises(NoAnswer):
            LIST.read(result_file(head, rows), batch)
    for content in (b"", b"PK\x03\x04", b"<html>", result_file(["别的"], [["表"]])):
        with pytest.raises(NoAnswer):
            LIST.read(content, batch)


def test_a_workbook_that_inflates_is_refused():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", bytes(101_000_000))
    with pytest.raises(NoAnswer, match="too-large"):
        LIST.read(buffer.getvalue(), make_batch())


@pytest.fixture
def handed(tmp_path):
    """An office whose batch was exported, and the batch."""
    office = make_office(tmp_path)
    batch = office.service.draft(PROJECT, MONTH, FILE).value
    office.service.approve(batch.id, CHECKER, batch.digest)
    office.service.export_list(batch.id)
    return office, office.service.status(PROJECT, MONTH)[0]


def test_an_exported_list_is_unknown_until_somebody_knows(handed):
    office, batch = handed
    content = office.service.export_list(batch.id)[1]
    assert (batch.state, batch.body) == (BatchState.UNKNOWN, content)
    assert sum(round(row[8] * 100) for row in _cells(content)[1:]) == TOTAL_FEN
    with pytest.raises(AlreadyPaid):
        office.service.draft(PROJECT, MONTH, FILE)


def test_a_draft_is_not_exported(tmp_path):
    office = make_office(tmp_path)
    batch = office.service.draft(PROJECT, MONTH, FILE).value
    with pytest.raises(WrongState):
        office.service.export_list(batch.id)


def test_a_month_is_paid_by_hand(handed, tmp_path):
    """Closed by the result file and, for the last line, by a person's word with the receipt."""
    office, batch = handed
    head = ["收款账号", "收款账号名称", "金额", "备注", "处理结果", "失败原因"]
    answers = _answers(batch, [("成功", ""), ("失败", "账户已销户"), ("处理中", "")])
    file = tmp_path / "结果.xlsx"
    file.write_bytes(result_file(head, answers))
    office.service.import_result(batch.id, file)
    assert list(office.states().values()) == [["paid"], ["failed"], ["sent"]]

    receipt = tmp_path / "回单.pdf"
    receipt.write_bytes(b"%PDF-1.4 receipt")
    last = batch.items[2].id
    closed = office.service.settle_by_word(batch.id, [last], receipt, "柜面回单").value
    assert closed.state is BatchState.PARTIAL
    assert closed.items[2].state is ItemState.SETTLED
    failed = batch.items[1]
    with pytest.raises(WrongState):  # a failed line is not closed by word but paid anew
        office.service.settle_by_word(batch.id, [failed.id], receipt, "柜面回单")
    again = office.service.retry_failed(PROJECT, MONTH, FILE).value
    assert [item.obligation for item in again.items] == [failed.obligation]
    assert again.reference != batch.reference


def test_a_missing_result_file_is_said(handed, tmp_path):
    office, batch = handed
    with pytest.raises(FileTrouble):
        office.service.import_result(batch.id, tmp_path / "没有.xlsx")
