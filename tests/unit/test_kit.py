"""Files from outside: what the child process reads, refuses and survives."""

import random
import struct
import subprocess
import sys
import time
import types
import zipfile
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import xlsxwriter

from desktop import attendance
from desktop.domain.encoding import decode
from desktop.domain.errors import FileTrouble
from desktop.domain.findings import Code
from desktop.kit import registry, sheets, worker_process
from desktop.kit.files import write_whole
from desktop.ports.sheets import UnreadableSheetError


@pytest.fixture
def workbook(tmp_path):
    path = tmp_path / "book.xlsx"
    with xlsxwriter.Workbook(path) as book:
        book.set_properties({"created": datetime(2026, 3, 1, tzinfo=UTC)})
        sheet = book.add_worksheet("人员")
        sheet.write_string(1, 1, "王⾦·五")
        sheet.write_number(2, 1, 620102199001011234)
        sheet.write_datetime(3, 1, date(2020, 5, 11), book.add_format({"num_format": "yyyy-mm-dd"}))
        sheet.write_number(3, 2, 260.5)
        sheet.write_boolean(3, 3, True)
    return path


def test_cells_stand_where_the_spreadsheet_shows_them(workbook):
    (sheet,) = sheets.read_sheets(workbook)
    assert sheet.name == "人员"
    assert sheet.rows[0] == ["", "", "", ""]  # row 1 and column A are empty, and stay
    assert sheet.rows[1][1] == "王⾦·五"
    assert sheet.rows[2][1] == 620102199001011200.0  # the last digits are lost in the file itself
    assert sheet.rows[3] == ["", date(2020, 5, 11), 260.5, "True"]


def test_a_child_is_cheap(workbook):
    sheets.read_sheets(workbook)
    begun = time.perf_counter()
    sheets.read_sheets(workbook)
    assert time.perf_counter() - begun < 2  # 0.2 s on an idle machine


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le"])
def test_csv_in_every_encoding(tmp_path, encoding):
    path = tmp_path / "名册.csv"
    path.write_bytes('姓名,电话\r\n"张䶮, 甲",13900000000\r\n'.encode(encoding))
    (sheet,) = sheets.read_sheets(path)
    assert sheet.rows == [["姓名", "电话"], ["张䶮, 甲", "13900000000"]]


def _refusal(path):
    with pytest.raises(UnreadableSheetError) as caught:
        sheets.read_sheets(path)
    return caught.value


def test_a_damaged_workbook_is_refused(workbook):
    content = bytearray(workbook.read_bytes())
    half = workbook.with_name("half.xlsx")
    half.write_bytes(content[: len(content) // 2])
    assert _refusal(half).code is Code.FILE_UNREADABLE


@pytest.mark.parametrize("seed", range(40))
def test_damage_anywhere_is_seen_or_harmless(workbook, seed):
    """Forty bytes turned over at random places; read here, as the child does it."""
    content = bytearray(workbook.read_bytes())
    for place in random.Random(seed).sample(range(4, len(content)), 40):
        content[place] ^= 0xFF
    bad = workbook.with_name("bad.xlsx")
    bad.write_bytes(content)
    try:
        seen = next(sheets.work(bad))
    except UnreadableSheetError as error:
        seen = error.code
    assert seen in {"人员", Code.FILE_UNREADABLE}


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", Code.FILE_EMPTY),
        (b"<html><body>\xe6\xb2\xa1\xe6\x9c\x89</body></html>", Code.FILE_UNREADABLE),
        (b"\x00\x00\x01\x01\xff\xfe\x00\x00\x01", Code.ENCODING_UNKNOWN),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00", Code.FILE_UNREADABLE),
        (b"\xff\xff\xff\xff", Code.ENCODING_UNKNOWN),
    ],
)
def test_what_is_no_table_is_refused(tmp_path, content, code):
    path = tmp_path / "roster.xlsx"
    path.write_bytes(content)
    assert _refusal(path).code is code


def test_a_bomb_is_refused_by_its_table_of_contents(tmp_path):
    path = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"\0" * 1_000_000)
    content = bytearray(path.read_bytes())
    entry = content.rindex(b"PK\x01\x02")
    content[entry + 24 : entry + 28] = struct.pack("<I", 4_000_000_000)  # its unpacked size
    path.write_bytes(content)
    assert _refusal(path).detail == "bomb"


def test_a_file_that_is_not_there_is_trouble(tmp_path):
    with pytest.raises(FileTrouble):
        sheets.read_sheets(tmp_path / "none.xlsx")


def test_a_child_that_is_stopped_names_the_file_and_one_that_fails_is_trouble(
    workbook, monkeypatch
):
    def child(source):
        monkeypatch.setattr(worker_process, "_command", lambda: [sys.executable, "-c", source])

    child("import os; os.kill(os.getpid(), 9)")
    assert _refusal(workbook).detail == "heavy"
    child("import threading; threading.Event().wait()")
    with pytest.raises(UnreadableSheetError) as caught:
        worker_process.run_apart("sheets", workbook, seconds=0.5)
    assert caught.value.detail == "heavy"
    child("raise SystemExit('no parser here')")
    with pytest.raises(FileTrouble) as trouble:
        sheets.read_sheets(workbook)
    assert trouble.value.facts["detail"] == "no parser here"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")
def test_the_child_bounds_its_own_memory(tmp_path):
    eater = (
        "from desktop.kit.worker_process import _limit\n"
        "_limit(400_000_000, 5)\n"
        "try:\n    bytearray(400_000_000)\nexcept MemoryError:\n    print('bounded')"
    )

    done = subprocess.run(
        [sys.executable, "-c", eater],
        capture_output=True, text=True, check=True, cwd=Path(worker_process.__file__).parents[2],
    )  # fmt: skip
    assert done.stdout == "bounded\n"


def test_a_short_gbk_text_is_not_taken_for_korean():
    """A charset guesser calls this very text cp949."""
    assert decode("姓名,张三".encode("gbk")) == "姓名,张三"


def test_plug_ins_are_found_and_an_empty_folder_is_an_error(tmp_path):
    assert "zkteco_attlog" in registry.discover(attendance, "FORMAT")
    with pytest.raises(LookupError):
        registry.discover(attendance, "NOTHING")
    empty = types.ModuleType("empty")
    empty.__path__ = [str(tmp_path)]
    with pytest.raises(LookupError):
        registry.discover(empty, "FORMAT")


def test_the_child_itself_answers_part_by_part(workbook, capfdbinary):
    """What the child process does, run here."""
    assert worker_process.answer("sheets", workbook) == 0
    parts = worker_process._parts(capfdbinary.readouterr().out)
    assert parts[0] == "人员"
    assert parts[2] == ["", "王⾦·五", "", ""]
    workbook.write_bytes(b"")
    worker_process.answer("sheets", workbook)
    with pytest.raises(UnreadableSheetError) as caught:
        worker_process._parts(capfdbinary.readouterr().out)
    assert caught.value.code is Code.FILE_EMPTY


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16", "utf-16-be", "utf-16-le"])
def test_text_of_every_encoding(encoding):
    assert decode("id,姓名\n".encode(encoding)) == "id,姓名\n"


@pytest.mark.parametrize("name", ["", ".", "/", "a\0b"])
def test_a_name_that_names_no_file_is_a_trouble_with_the_file(name):
    with pytest.raises(FileTrouble):
        write_whole(Path(name), b"content")
