"""The month by command, every word in a process of its own, against figures worked by hand."""

import json
import re
import sqlite3

import pypdfium2
import pytest
import zxingcpp

from tests.e2e import gate
from tests.e2e.command import MONTH, PHRASE, ROSTER, SITE, child, clear, here, new_office

# Work-days by hand from tests/e2e/gate.py, boundary 04:00; × day rate of roster.xlsx = fen.
#   43   1 + 1 (exactly 4 h) + 0.5 (3 h 59 min 59 s)          2.5 × 260.00 =   650.00
#   66   0 (single) + 0 (59 s) + 0 (60 s) + 0.5 (61 s)        0.5 × 260.00 =   130.00
#   125  0.5 (chain keeps two) + 0.5 (last one collapses)     1.0 × 350.00 =   350.00
#   140  1 (night of the 11th) + 1 (night of the 31st)        2.0 × 300.00 =   600.00
#   168  0 (single before 04:00) + 1                          1.0 × 350.00 =   350.00
#   290  1                                                    1.0 × 300.00 =   300.00
#   291  1                                                    1.0 × 380.00 =   380.00
#   463  1 + 1                                                2.0 × 320.00 =   640.00
#   524  21 + 0.5                                            21.5 × 380.00 = 8,170.00
BY_HAND = {
    "赵守田": ("2.5", 65_000),
    "马占海": ("0.5", 13_000),
    "买买提·吐尔逊": ("1.0", 35_000),
    "阿卜杜热合曼·麦麦提图尔荪": ("2.0", 60_000),
    "张䶮": ("1.0", 35_000),
    "韩镕基": ("1.0", 30_000),
    "冯喆": ("1.0", 38_000),
    "李桂英": ("2.0", 64_000),
    "尕藏扎西": ("21.5", 817_000),
    "才让卓玛": ("0.0", 0),
    "王国强": ("0.0", 0),
    "刘建军": ("0.0", 0),
    "陈秀兰": ("0.0", 0),
    "杨㛃": ("0.0", 0),
    "周德福": ("0.0", 0),
    "吴有才": ("0.0", 0),
    "孙保国": ("0.0", 0),
    "郑海峰": ("0.0", 0),
}
TOTAL = 1_157_000  # 65+13+35+60+35+30+38+64+817 = 1157 thousand fen
CORRECTED = 1_183_000  # 马占海's 5 March set to 1 by hand: + 260.00
# Punches of gate.py counted by hand: 43: 6, 66: 7, 125: 7, 140: 6, 168: 3, 290: 5, 291: 2, 463: 6,
# 524: 44, 1189: 2, nobody's: 4; together 92. 290 has three too many. One line is unreadable, two
# are of a reset clock: 95 lines (the empty one at the end is none).
COUNTS = {
    "format": "zkteco-attlog",
    "lines": 95,
    "punches": 92,
    "new": 85,
    "duplicates": 3,
    "unknown": 4,
    "refused": 3,
}


STEPS = {
    "project": ("project", "import", SITE),
    "roster-dry": ("roster", "import", ROSTER, "--dry-run"),
    "roster": ("roster", "import", ROSTER),
    "roster-again": ("roster", "import", ROSTER),
    "punches-dry": ("attendance", "import", "1_attlog.dat", "--dry-run"),
    "punches": ("attendance", "import", "1_attlog.dat"),
    "punches-again": ("attendance", "import", "1_attlog.dat", "--format", "zkteco-attlog"),
    "prepare": ("wages", "prepare", *MONTH),
    "show": ("wages", "show", *MONTH),
    "correct": ("attendance", "correct", "--worker", "66", "--day", "2021-03-05", "--days", "1",
                "--reason", "班长证明全天在岗"),
    "prepare-again": ("wages", "prepare", *MONTH),
    "lock-unsigned": ("wages", "lock", *MONTH),
    "sheet": ("print", "wage-sheet", *MONTH, "--size", "A4", "--out", "paper/sheet.pdf"),
    "board": ("print", "notice-board", "--size", "A1", "--out", "paper/board.pdf"),
    "sign": ("wages", "sign", *MONTH, "--all-on-paper", "paper/sheet.pdf"),
    "lock": ("wages", "lock", *MONTH),
    "show-locked": ("wages", "show", *MONTH),
    "sheet-locked": ("print", "wage-sheet", *MONTH, "--size", "A3", "--out", "locked.pdf"),
    "copy": ("backup", "make", "copies/before-pay.axcopy"),
    "pay-lost": ("pay", "submit", *MONTH, "--bank", "rehearsal", "--rehearse", "silent",
                 "--timeout", "0.5"),
    "status-lost": ("pay", "status", *MONTH),
    "pay": ("pay", "submit", *MONTH, "--bank", "rehearsal"),
    "status": ("pay", "status"),
    "pay-again": ("pay", "submit", *MONTH, "--bank", "rehearsal"),
}  # fmt: skip


@pytest.fixture(scope="module")
def month(tmp_path_factory):
    """Walk the month once; every command's outcome by its name in STEPS."""
    office = new_office(tmp_path_factory.mktemp("month") / "site", site=False, roster=False)
    (office.folder / "1_attlog.dat").write_bytes(gate.attlog())
    return {"office": office} | {name: office.child(*words) for name, words in STEPS.items()}


def test_every_command_answers_with_one_document_and_its_exit_code(month):
    refused = {"lock-unsigned": 1, "pay-again": 1, "pay-lost": 3}
    for name in STEPS:
        done = month[name]
        assert done.code == refused.get(name, 0), (name, done.err)
        json.loads(done.out)
        assert bool(done.err) == (done.code == 1), (name, done.err)


def test_roster_is_checked_then_written_then_unchanged(month):
    new = {"rows": 18, "new": 18, "changed": 0, "unchanged": 0, "findings": []}
    dry, written, repeated = (
        month[name].facts for name in ("roster-dry", "roster", "roster-again")
    )
    assert {key: dry[key] for key in new} == new
    assert {key: written[key] for key in new} == new  # so the dry run had written nothing
    again = {"rows": 18, "new": 0, "changed": 0, "unchanged": 18, "findings": []}
    assert {key: repeated[key] for key in again} == again


def test_punches_add_up_and_come_once(month):
    for name in ("punches-dry", "punches"):
        facts = month[name].facts
        assert {key: facts[key] for key in COUNTS} == COUNTS, name
        assert facts["unknown_device_numbers"] == {"77": 1, "9001": 3}
    again = month["punches-again"].facts
    assert (again["new"], again["duplicates"], again["unknown"]) == (0, 88, 4)
    for facts in (month["punches"].facts, again):
        assert facts["lines"] == facts["punches"] + facts["refused"]
        assert facts["punches"] == facts["new"] + facts["duplicates"] + facts["unknown"]


def test_what_could_not_be_read_is_shown_with_its_text(month):
    found = {(f["code"], f["row"]): f for f in month["punches"].facts["findings"]}
    assert "2021-03-40 08:00:00" in found["line-unreadable", 4]["message"]
    resets = [key for key in found if key[0] == "clock-reset"]
    assert [row for _, row in resets] == [41, 42]
    assert "2000-01-01 00:03:12" in found["clock-reset", 41]["message"]
    assert {f["level"] for f in found.values()} == {"warn"}


def test_days_and_money_are_those_worked_by_hand(month):
    facts = month["show"].facts
    assert {
        line["name"]: (line["work_days"], line["gross_fen"]) for line in facts["lines"]
    } == BY_HAND
    for line in facts["lines"]:
        assert line["net_fen"] == line["gross_fen"] - line["deductions_fen"]
    assert (facts["month"], facts["state"], facts["total_net_fen"]) == ("2021-03", "draft", TOTAL)


def test_a_line_of_the_sheet_says_who_and_why(month):
    line = next(x for x in month["show"].facts["lines"] if x["name"] == "尕藏扎西")
    assert line["id_number"] == "653121********6375"
    assert line["device_numbers"] == ["524"]
    assert (line["team"], line["subcontractor"]) == ("混凝土班", "兰州示例建筑劳务有限公司")
    assert line["signed"] is False
    assert "21.5" in line["explanation"]
    assert "8,170.00" in line["explanation"]
    assert "653121199807076375" not in month["show"].out


def test_a_day_set_by_hand_counts(month):
    assert month["correct"].facts["work_days"] == "1.0"
    assert month["prepare-again"].facts["total_net_fen"] == CORRECTED
    line = next(x for x in month["show-locked"].facts["lines"] if x["name"] == "马占海")
    assert (line["work_days"], line["net_fen"]) == ("1.5", 39_000)


def test_nobody_locks_an_unsigned_sheet_and_zero_lines_need_no_signature(month):
    assert "没有签字" in month["lock-unsigned"].err
    assert month["sign"].facts["signed"] == 9
    locked = month["lock"].facts
    assert (locked["state"], locked["single_person"]) == ("locked", True)
    signed = {x["name"]: x["signed"] for x in month["show-locked"].facts["lines"]}
    assert {name for name, is_signed in signed.items() if is_signed} == {
        name for name, (_, fen) in BY_HAND.items() if fen
    }


def _text(path):
    with pypdfium2.PdfDocument(path) as pdf:
        return "".join(page.get_textpage().get_text_range() for page in pdf)


def _codes(path, scale):
    with pypdfium2.PdfDocument(path) as pdf:
        return [
            code.text
            for page in pdf
            for code in zxingcpp.read_barcodes(page.render(scale=scale).to_pil())
        ]


def test_the_printed_sheet_reads_back(month):
    path = month["office"].folder / "paper" / "sheet.pdf"
    text = re.sub(r"\s", "", _text(path))
    # 11,830.00 in capitals, by hand: one ten-thousand, one thousand, eight hundred, thirty
    assert "壹万壹仟捌佰叁拾元整" in text
    assert "11,830.00" in text
    assert "草稿" in text
    locked = re.sub(r"\s", "", _text(month["office"].folder / "locked.pdf"))
    assert "单人模式" in locked
    assert "草稿" not in locked
    assert all(name in text for name in BY_HAND if name != "张䶮")
    pages = month["sheet"].facts["pages"]
    assert len(_codes(path, 3)) == pages


def test_the_board_carries_the_complaint_address(month):
    path = month["office"].folder / "paper" / "board.pdf"
    assert _codes(path, 1) == ["https://example.invalid/gansu/clue?project=620102"]
    text = re.sub(r"\s", "", _text(path))
    site = json.loads(SITE.read_text("utf-8"))
    notice = site["notice"]
    for wanted in (
        site["project"],
        site["owner"]["name"],
        site["labour_officer"]["phone"],
        notice["sector_authority"]["complaint_phone"],
        notice["labour_inspectorate"]["complaint_phone"],
        notice["arbitration"]["name"],
        notice["legal_aid"]["phone"],
        "12348",
        "1620",
    ):
        assert wanted in text.replace(",", ""), wanted


def _ledger(office):
    """What the rehearsal bank booked, read from its own file."""
    path = office.books / "rehearsal-bank" / "rehearsal-bank.db"
    books = sqlite3.connect(path)
    rows = books.execute("SELECT name, fen FROM ledger WHERE side='DBIT'").fetchall()
    books.close()
    return rows


def test_a_silent_bank_leaves_lines_unknown_and_the_second_submit_finds_them_paid(month):
    lost = month["status-lost"].facts["batches"]
    assert {line["state"] for batch in lost for line in batch["lines"]} == {"unknown"}
    (batch,) = month["pay"].facts["batches"]
    assert batch["reference"] == lost[0]["reference"]
    assert (batch["month"], batch["total_fen"]) == ("2021-03", CORRECTED)
    paid = {name: fen for name, (_, fen) in BY_HAND.items() if fen} | {"马占海": 39_000}
    assert {line["name"]: line["amount_fen"] for line in batch["lines"]} == paid
    assert {(line["state"], line["reason"]) for line in batch["lines"]} == {("paid", "")}
    assert month["status"].facts == month["pay"].facts
    assert dict(_ledger(month["office"])) == paid
    assert len(_ledger(month["office"])) == 9


def test_a_restored_office_asks_the_bank_and_pays_nobody_twice(month):
    office = month["office"]
    copy = office.folder / "copies" / "before-pay.axcopy"
    verified = office.child("backup", "verify", copy)
    assert (verified.code, verified.facts["verified"]) == (0, True)
    there = ("--books", office.folder / "deep" / "er" / "office2", *office.tail[2:])
    assert child("backup", "restore", copy, *there, cwd=office.folder).code == 0
    before = _ledger(office)
    paid = child(
        "pay", "submit", *MONTH, "--bank", "rehearsal", *there, "--json", cwd=office.folder
    )
    assert (paid.code, paid.facts["batches"][0]["total_fen"]) == (0, CORRECTED)
    assert {line["state"] for line in paid.facts["batches"][0]["lines"]} == {"paid"}
    assert _ledger(office) == before
    assert not (office.folder / "deep" / "er" / "office2" / "rehearsal-bank").exists()


def test_a_stranger_creates_an_office_with_a_marked_passphrase_file(tmp_path, monkeypatch):
    """Full hardness, a relative path whose parents are missing, a byte-order mark, CRLF."""
    phrase = tmp_path / "口令.txt"
    phrase.write_bytes(b"\xef\xbb\xbf" + f"{PHRASE}\r\nsecond line\r\n".encode())
    made = child("office", "create", "--json", "--books", "a/b/办公室", "--passphrase-file",
                 "口令.txt", cwd=tmp_path)  # fmt: skip
    assert (made.code, made.err) == (0, "")
    assert re.fullmatch(r"(\w{4}-){7}\w{4}", made.facts["recovery_code"])
    monkeypatch.chdir(tmp_path)
    (tmp_path / "plain").write_text(PHRASE, "utf-8")
    (tmp_path / "code").write_text(made.facts["recovery_code"], "utf-8")
    place = ("--books", "a/b/办公室")
    for file in ("plain", "code"):
        opened = here("doctor", *place, "--passphrase-file", file, "--json")
        assert (opened.code, opened.facts["ok"]) == (0, True)
    (tmp_path / "wrong").write_text(PHRASE + "。", "utf-8")
    before = {path: path.read_bytes() for path in (tmp_path / "a").rglob("books.*")}
    for words, code, says in (
        (("doctor", *place, "--passphrase-file", "wrong"), 1, "打不开"),
        (("doctor", *place, "--passphrase-file", "nothing"), 3, "没有这个文件"),
        (("doctor", *place), 1, "--passphrase-file"),
        (("office", "create", *place, "--passphrase-file", "plain"), 1, "已经存在"),
        (("doctor", "--books", "a", "--passphrase-file", "plain"), 1, "没有账册"),
    ):
        done = here(*words, "--json")
        assert done.code == code, done.err
        assert says in done.facts["error"]["message"] + done.facts["error"]["remedy"]
        assert clear(done)
    assert before == {path: path.read_bytes() for path in (tmp_path / "a").rglob("books.*")}
