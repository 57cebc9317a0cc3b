"""Hostile and damaged device files: each refused soon, in the child, with its reason."""

import io
import time
import zipfile

import pytest

from desktop.kit.punch_child import formats
from desktop.kit.punch_files import ChildPunchFiles
from desktop.ports.attendance import Reading
from desktop.ports.sheets import UnreadableSheetError
from tests.plugins.test_attendance import SAMPLES

PATIENCE = 5.0
GOOD = b"      101\t2026-03-02 07:30:00\t1\t0\t1\t0\r\n"


@pytest.fixture(scope="module")
def files():
    return ChildPunchFiles(formats())


def bomb():
    """A workbook whose only sheet unpacks to 600 MB of nothing."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as sheet:
            for _ in range(600):
                sheet.write(b"\0" * 1_000_000)
    return content.getvalue()


DAILY = (SAMPLES / "dingtalk" / "synthetic-daily.xlsx").read_bytes()
HOSTILE = {
    "zeros.dat": lambda: b"\0" * 3_000_000,
    "noise.dat": lambda: bytes(range(256)) * 8_000,
    "magic.dat": lambda: b"PK\x03\x04" + b"rest" * 200,
    "ole.xls": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 4_000,
    "half.xlsx": lambda: DAILY[: len(DAILY) // 2],
    "bomb.xlsx": bomb,
    "picture.csv": lambda: b"\x89PNG\r\n\x1a\n" + b"\0" * 999,
    "entities.xls": lambda: (
        b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbbbbbb">'
        b'<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><html><table><tr><td>&c;</td></tr></table></html>'
    ),
    "one-line.csv": lambda: b"a" * 40_000_000,
    "one-cell.csv": lambda: b'a,"' + b"b" * 6_000_000,
    "deep.json": lambda: b"[" * 200_000,
    "words.txt": lambda: "你好\n".encode() * 2_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_soon_with_its_reason(name, files, tmp_path):
    path = tmp_path / name
    path.write_bytes(HOSTILE[name]())
    began = time.monotonic()
    with pytest.raises(UnreadableSheetError) as refused:
        files.read(path, Reading())
    assert time.monotonic() - began < PATIENCE
    assert refused.value.code.value in {"file-unreadable", "format-unknown", "encoding-unknown"}


def test_the_first_line_in_no_encoding_is_shown(files, tmp_path):
    path = tmp_path / "gate.csv"
    path.write_bytes("工号,打卡时间\n1,2026-03-02 07:00\n".encode() + b"2,\xff\xfe\xfa\n")
    (finding,) = files.read(path, Reading()).findings
    assert (finding.code.value, finding.row) == ("encoding-unknown", 3)
    assert finding.facts["text"] == r"2,\xff\xfe\xfa"


def test_a_file_of_a_gigabyte_is_refused_without_being_read(files, tmp_path):
    path = tmp_path / "1_attlog.dat"
    with path.open("wb") as file:
        file.write(GOOD)
        file.truncate(1_000_000_000)
    began = time.monotonic()
    with pytest.raises(UnreadableSheetError) as refused:
        files.read(path, Reading())
    assert time.monotonic() - began < PATIENCE
    assert refused.value.detail == "large"


def test_a_device_that_wrote_rubbish_among_its_punches_is_read(files, tmp_path):
    """NUL bytes from a dying memory card: those lines are refused, the others kept."""
    path = tmp_path / "1_attlog.dat"
    path.write_bytes(GOOD + b"\0" * 300 + b"\r\n" + GOOD.replace(b"07:30", b"18:00"))
    found = files.read(path, Reading())
    assert (found.lines, len(found.punches), len(found.refused)) == (3, 2, 1)
