"""Everything on the issue's list of bad input, through the real words: a clear Chinese sentence,
the right exit code, and the books as they were."""

import json
import zipfile

import pytest
import xlsxwriter

from desktop.kit.sheets import read_sheets
from tests.e2e import gate
from tests.e2e.command import MONTH, ROSTER, SITE, child, clear, here, new_office

HEAD, FIRST = 1, 2  # rows of roster.xlsx: instruction, header, then the workers
NAME, ID, CARD, NUMBER, PAY = 0, 1, 19, 22, 24


@pytest.fixture(scope="module")
def ready(tmp_path_factory):
    """An office with its roster, one import of punches, and a prepared March."""
    office = new_office(tmp_path_factory.mktemp("ready") / "site")
    (office.folder / "gate.dat").write_bytes(gate.attlog())
    assert office.here("attendance", "import", office.folder / "gate.dat").code == 0
    assert office.here("wages", "prepare", *MONTH).code == 0
    return office


@pytest.fixture
def bare(tmp_path_factory):
    """An office whose project stands but whose roster is empty."""
    return new_office(tmp_path_factory.mktemp("bare") / "site", roster=False)


def _rows():
    (sheet,) = read_sheets(ROSTER)
    return [[cell if isinstance(cell, str | float) else str(cell) for cell in row]
            for row in sheet.rows]  # fmt: skip


def _book(path, rows):
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("人员信息")
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    return path


def _stock(office):
    """What the books hold, asked through the commands."""
    roster = office.here("roster", "import", ROSTER, "--dry-run").facts
    punches = office.here("attendance", "import", office.folder / "gate.dat", "--dry-run").facts
    sheet = office.here("wages", "show", *MONTH).facts
    return roster["new"], roster["unchanged"], punches["new"], sheet["total_net_fen"]


def _refused_whole(office, done, code):
    assert done.code == 1, done.err
    assert done.facts["new"] == 0
    assert code in done.codes
    assert clear(done) or done.err == ""
    assert office.here("roster", "import", ROSTER, "--dry-run").facts["new"] == 18


def _changed(change):
    rows = _rows()
    change(rows)
    return rows


def _set(row, column, value):
    def change(rows):
        rows[FIRST + row][column] = value

    return change


@pytest.mark.parametrize(
    ("change", "code", "row", "column"),
    [
        (_set(3, ID, 6.53121199807208e17), "number-damaged", 6, "身份证号码"),
        (_set(3, ID, "6.53121E+17"), "number-damaged", 6, "身份证号码"),
        (_set(4, ID, "653121199901073190"), "id-check-digit", 7, "身份证号码"),
        (_set(5, CARD, "6222024144061256386"), "card-shared", 8, "工资卡号"),
        (_set(6, CARD, 6222020094828527e3), "number-damaged", 9, "工资卡号"),
        (_set(7, NAME, ""), "required-empty", 10, "姓名"),
        (_set(8, NAME, "\u2f69才"), "name-radical", 11, "姓名"),
        (_set(9, PAY, "三百"), "rate-wrong", 12, "单价(元)"),
    ],
)
def test_a_wrong_row_keeps_the_whole_roster_out(bare, change, code, row, column):
    done = bare.here("roster", "import", _book(bare.folder / "r.xlsx", _changed(change)))
    _refused_whole(bare, done, code)
    found = next(f for f in done.facts["findings"] if f["code"] == code and f["level"] == "stop")
    assert (found["row"], found["column"]) == (row, column)
    assert len(found["message"]) > 15


def test_every_wrong_row_is_told_at_once(bare):
    rows = _changed(_set(3, ID, "6.53121E+17"))
    _set(5, CARD, "6222024144061256386")(rows)
    _set(9, PAY, "-1")(rows)
    done = bare.here("roster", "import", _book(bare.folder / "r.xlsx", rows))
    _refused_whole(bare, done, "rate-wrong")
    assert {"number-damaged", "card-shared", "rate-wrong"} <= set(done.codes)


def test_a_row_without_a_device_number_goes_in_with_a_warning(bare):
    rows = _changed(_set(17, NUMBER, ""))
    done = bare.here("roster", "import", _book(bare.folder / "r.xlsx", rows))
    assert (done.code, done.facts["new"]) == (0, 18)
    (found,) = done.facts["findings"]
    assert (found["code"], found["level"], found["row"]) == ("device-number-missing", "warn", 20)


def _bomb(path):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(3):
            archive.writestr(f"xl/worksheets/sheet{number}.xml", b" " * 150_000_000)
    return path


def _damaged_books(folder):
    whole = ROSTER.read_bytes()
    half, wrong = folder / "half.xlsx", folder / "wrong.xlsx"
    half.write_bytes(whole[: len(whole) // 2])
    wrong.write_bytes(b"PK\x03\x04" + bytes(range(256)) * 40)
    html, empty, text = folder / "h.xlsx", folder / "empty.xlsx", folder / "t.csv"
    html.write_text("<html><table><tr><td>姓名</td></tr></table></html>", "utf-8")
    empty.write_bytes(b"")
    text.write_bytes("姓名*,身份证号码*\n赵守田,".encode() + b"\xff\xfe\x81")
    return {
        half: "file-unreadable",
        wrong: "file-unreadable",
        html: "column-missing",  # a web table is a table, but this one is no roster
        empty: "file-empty",
        text: "encoding-unknown",
        _bomb(folder / "bomb.xlsx"): "file-unreadable",
        SITE: "column-missing",
    }


def test_a_damaged_workbook_is_refused_with_its_reason(bare):
    for path, code in _damaged_books(bare.folder).items():
        done = bare.here("roster", "import", path)
        assert (done.code, done.codes) == (1, [code]), path
        assert done.facts["rows"] == 0
        # the bomb, 3 × 150 MB, is refused by its own table of contents and never unpacked
        assert ("大小超出" in done.out) == (path.stem == "bomb")
    assert bare.here("roster", "import", ROSTER, "--dry-run").facts["new"] == 18


def test_a_device_file_of_another_kind_is_refused(ready):
    before = _stock(ready)
    for name, content, code in (
        ("empty.dat", b"", "file-empty"),
        ("noise.dat", bytes(range(256)) * 50, "format-unknown"),
        ("users.dat", "43\t赵守田\r\n".encode("gb18030"), "format-unknown"),
    ):
        (ready.folder / name).write_bytes(content)
        done = ready.here("attendance", "import", ready.folder / name, "--day-boundary", "05:00")
        assert (done.code, done.codes) == (1, [code])
        assert {"format", "lines", "punches", "new", "refused"} <= done.facts.keys()
    assert _stock(ready) == before
    assert ready.here("wages", "prepare", *MONTH).facts["total_net_fen"] == before[3]


def test_a_device_file_saved_as_unicode_is_read(ready):
    path = ready.folder / "unicode.dat"
    path.write_bytes(gate.attlog().decode().encode("utf-16"))
    done = ready.here("attendance", "import", path)
    assert (done.code, done.facts["new"], done.facts["duplicates"]) == (0, 0, 88)


def test_a_month_without_punches_says_so(ready):
    done = ready.here("wages", "prepare", "--month", "2021-06")
    assert done.code == 0
    assert "no-punches" in done.codes or "no-attendance" in done.codes
    assert done.facts["total_net_fen"] == 0
    for words in (("wages", "lock"), ("pay", "submit", "--bank", "rehearsal")):
        refused = ready.here(*words, "--month", "2021-07")
        assert refused.code == 1
        assert "2021-07" in refused.err
        assert clear(refused)


def test_the_day_boundary_is_kept_as_the_projects_setting(ready, tmp_path):
    office = ready.copy(tmp_path / "site")
    data = office.folder / "gate.dat"
    # At 03:00 the punch of 168 at 03:59:40 belongs to the 15th, and the one of 04:00:20 is 40 s
    # later: one kept; with 12:00:20 a whole day still. 140's night of the 31st loses its end at
    # 03:59:59 on 1 April (single, 0); the night of the 11th ended at 03:30 (single, 0).
    done = office.here("attendance", "import", data, "--day-boundary", "03:00")
    assert done.code == 0
    # 11,570.00 − 2 × 300.00
    assert office.here("wages", "prepare", *MONTH).facts["total_net_fen"] == 1_097_000
    assert office.here("attendance", "import", data).code == 0
    assert office.here("wages", "prepare", *MONTH).facts["total_net_fen"] == 1_097_000


def test_a_site_that_is_none_or_half_a_site(ready, tmp_path):
    office = new_office(tmp_path / "site", site=False, roster=False)
    path = office.folder / "site.json"
    for content in (b"", b"{", "{'项目'}".encode("gb18030"), b"[]", b'{"project": ""}'):
        path.write_bytes(content)
        done = office.here("project", "import", path)
        assert done.code == 1, content
        assert done.facts["findings"]
        assert clear(done)
    site = json.loads(SITE.read_text("utf-8")) | {"no such key": [1]}
    del site["notice"]["arbitration"], site["notice"]["minimum_wage"]
    path.write_text(json.dumps(site), "utf-8")
    done = office.here("project", "import", path)
    assert done.code == 0  # an incomplete notice block is a finding, not a refusal
    assert done.facts["findings"]
    board = office.here("print", "notice-board", "--size", "A1", "--out", office.folder / "b.pdf")
    assert board.code == 1
    assert "仲裁" in board.err
    assert not (office.folder / "b.pdf").exists()


def test_with_two_projects_one_must_be_named(ready, tmp_path):
    office = ready.copy(tmp_path / "site")
    site = json.loads(SITE.read_text("utf-8")) | {"project": "兰州示例安置房二期"}
    (office.folder / "two.json").write_text(json.dumps(site), "utf-8")
    assert office.here("project", "import", office.folder / "two.json").code == 0
    done = office.here("wages", "show", *MONTH)
    assert done.code == 1
    assert "--project" in done.err
    assert "二期" in done.err
    named = office.here("wages", "show", *MONTH, "--project", "兰州示例安置房一期")
    assert named.facts["total_net_fen"] == 1_157_000
    assert office.here("wages", "show", *MONTH, "--project", "三期").code == 1


CORRECT = ("attendance", "correct", "--worker", "43", "--reason", "x")
WRONG = [
    ("wages", "show", "--month", "2021-13"),
    ("wages", "show", "--month", "2021-3"),
    ("wages", "show"),
    ("wages",),
    ("wages", "shout"),
    ("nothing",),
    ("wages", "show", "--month", "2021-03", "--mon", "2021-03"),
    ("attendance", "import", "x", "--day-boundary", "24:00"),
    ("attendance", "import", "x", "--day-boundary", "4"),
    (
        "attendance",
        "correct",
        "--worker",
        "43",
        "--day",
        "2021-02-30",
        "--days",
        "1",
        "--reason",
        "x",
    ),
    (
        "attendance",
        "correct",
        "--worker",
        "43",
        "--day",
        "2021-03-02",
        "--days",
        "2",
        "--reason",
        "x",
    ),
    ("print", "wage-sheet", "--month", "2021-03", "--size", "A9", "--out", "x"),
    ("pay", "submit", "--month", "2021-03", "--bank", "http://example.invalid"),
    ("pay", "submit", "--month", "2021-03", "--bank", "icbc"),
    ("pay", "submit", "--month", "2021-03", "--bank", "rehearsal", "--rehearse", "nosuch"),
    ("office", "person", "add", "王", "--role", "king"),
    ("office", "create", "--server", "postgresql://me:secret@host/db"),
]


@pytest.mark.parametrize("words", WRONG, ids=lambda words: " ".join(words)[:40])
def test_wrong_words_end_with_exit_2_and_one_document(words):
    done = here(*words, "--json")
    assert done.code == 2
    assert set(done.facts["error"]) == {"kind", "message", "remedy"}
    assert clear(done)
    plain = here(*words)
    assert (plain.code, plain.out) == (2, "")


def test_a_format_nobody_knows_is_wrong_usage(ready):
    done = ready.here("attendance", "import", ready.folder / "gate.dat", "--format", "nosuch")
    assert done.code == 2
    assert clear(done)


def test_files_that_are_not_there_or_are_folders(ready):
    gone, folder = ready.folder / "gone", ready.folder
    for words in (
        ("roster", "import", gone),
        ("attendance", "import", gone),
        ("attendance", "import", folder),
        ("project", "import", gone),
        ("wages", "sign", *MONTH, "--all-on-paper", gone),
        ("print", "wage-sheet", *MONTH, "--out", folder),
    ):
        done = ready.here(*words)
        assert done.code == 3, words
        assert str(words[-1]) in done.err
        assert clear(done)
        assert not any(name in done.err for name in ("No such", "Is a directory", "Errno"))


def test_books_of_a_newer_program_are_left_alone(ready, tmp_path):
    from db.engine import connect  # noqa: PLC0415 - only to age the books
    from desktop import wiring  # noqa: PLC0415

    office = ready.copy(tmp_path / "site")
    phrase = (office.folder / "pass").read_text("utf-8").strip()
    books = connect(office.books / "books.db", wiring.unlock(office.books, phrase).key)
    books.execute("UPDATE alembic_version SET version_num = '9999'")
    books.close()
    for words in (("wages", "show", *MONTH), ("doctor",)):
        done = office.here(*words)
        assert (done.code, done.facts["error"]["kind"]) == (1, "BooksNewer")
        assert "9999" in done.err
        assert clear(done)


def test_a_damaged_copy_is_refused_and_nothing_is_left(ready, tmp_path):
    copy = tmp_path / "whole.axcopy"
    assert ready.here("backup", "make", copy).code == 0
    assert ready.here("backup", "make", copy).code == 1  # never overwritten
    content = bytearray(copy.read_bytes())
    content[len(content) // 2] ^= 1
    for name, damage in (("bit", content), ("half", content[:5000]), ("none", b"x")):
        path = tmp_path / name
        path.write_bytes(damage)
        for words in (("backup", "verify", path), ("backup", "restore", path)):
            tail = ("--books", tmp_path / "new", *ready.tail[2:], "--json")
            done = here(*words, *tail)
            assert done.code == 1, (name, done.err)
            assert clear(done)
            assert str(path) in done.err or words[1] == "restore"
        assert not (tmp_path / "new" / "books.db").exists()


# Half a megabyte is less than the safe copy that goes before; 1.5 MB leaves room for that copy
# (about 1.2 MB) but not for the journal of 80,000 punches (some megabytes).
@pytest.mark.parametrize("limit", [500_000, 1_500_000])
def test_a_full_disk_during_import_leaves_the_books_as_they_were(ready, tmp_path, limit):
    office = ready.copy(tmp_path / "site")
    before = _stock(office)
    many = office.folder / "many.dat"
    many.write_bytes(gate.many(80_000))
    dry = office.here("attendance", "import", many, "--dry-run").facts
    done = office.child("attendance", "import", many, limit=limit)
    assert (done.code, done.facts["error"]["kind"]) == (3, "DiskFull")
    assert str(office.books) in done.err
    assert clear(done)
    assert _stock(office) == before
    assert office.here("attendance", "import", many, "--dry-run").facts == dry
    assert office.here("doctor").facts["ok"] is True


def test_a_full_disk_leaves_paper_copies_and_locks_old_or_new(ready, tmp_path):
    office = ready.copy(tmp_path / "site")
    scan, copy = office.folder / "scan.pdf", office.folder / "c.axcopy"
    words = ("print", "wage-sheet", *MONTH, "--out", scan)
    assert office.here(*words).code == 0
    old = scan.read_bytes()
    for place, blocked in (
        (scan, office.child(*words, limit=70_000)),
        (copy, office.child("backup", "make", copy, limit=500_000)),
    ):
        assert (blocked.code, blocked.facts["error"]["kind"]) == (3, "DiskFull"), blocked.err
        assert str(place) in blocked.err
        assert clear(blocked)
    assert (scan.read_bytes(), copy.exists()) == (old, False)
    assert office.here("wages", "sign", *MONTH, "--all-on-paper", scan).code == 0
    lock = office.child("wages", "lock", *MONTH, limit=500_000)
    assert (lock.code, lock.facts["error"]["kind"]) == (3, "DiskFull")
    assert office.here("wages", "show", *MONTH).facts["state"] == "worker_signed"
    left = [p.name for p in office.books.iterdir() if p.name.startswith((".", "copying"))]
    assert left == []
    assert office.here("wages", "lock", *MONTH).code == 0


def test_a_full_disk_makes_no_half_office(tmp_path):
    (tmp_path / "pass").write_text("工地办公室的长口令", "utf-8")
    words = ("office", "create", "--books", "new", "--passphrase-file", "pass", "--json")
    done = child(*words, cwd=tmp_path, limit=100_000)
    assert (done.code, done.facts["error"]["kind"]) == (3, "DiskFull")
    assert clear(done)
    assert list((tmp_path / "new").glob("*")) == []
    assert child(*words, cwd=tmp_path).code == 0  # where half an office stood, none could be made
