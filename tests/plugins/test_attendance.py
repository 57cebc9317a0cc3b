"""Every attendance format reads its samples as the expectations beside them say."""

import json
from pathlib import Path

import pytest

from desktop import attendance
from desktop.domain.attendance import wall
from desktop.domain.findings import Code, Level
from desktop.kit import punch_child
from desktop.kit.punch_files import ChildPunchFiles
from desktop.kit.punch_source import FileSource
from desktop.kit.punch_wire import file_of, parts_of
from desktop.kit.registry import discover
from desktop.ports.attendance import Reading
from desktop.ports.sheets import UnreadableSheetError
from tests.plugins import make_samples, sample_files, samples_of_lists

SAMPLES = Path(__file__).parent / "attendance"
FORMATS = discover(attendance, "FORMAT")
FILES = sorted(
    path for path in SAMPLES.rglob("*") if path.is_file() and not path.name.endswith(".json")
) + sorted(SAMPLES.rglob("synthetic-*list.json"))
ASKS = {Code.DATE_FORMAT_UNSURE, Code.MONTH_UNSURE, Code.COLUMNS_UNSURE}


def expected_of(path):
    beside = path.with_name(path.name + ".expected.json")
    if not beside.exists():
        beside = path.with_suffix(".expected.json")
    base = {"others": {}, "blank": 0, "names": {}, "cells": [], "asks": [], "tells": []}
    return base | json.loads(beside.read_text("utf-8"))


def read(path, **said):
    return punch_child.read(path, Reading(latest=expected_of(path)["latest"], **said))


def said_of(found):
    codes = [finding.code for finding in found.findings]
    return {
        "lines": found.lines,
        "blank": found.blank,
        "others": dict(found.others),
        "names": dict(found.names),
        "punches": sorted(
            [number, f"{wall(second):%Y-%m-%d %H:%M:%S}", status, verify]
            for number, second, status, verify in found.punches
        ),
        "cells": sorted(
            [c.number, c.name, str(c.day), f"{c.work_days.normalize():f}"] for c in found.cells
        ),
        "refused": [[one.line, one.code, one.text] for one in found.refused],
        "asks": [code for code in codes if code in ASKS],
        "tells": [code for code in codes if code not in ASKS],
    }


def test_every_format_has_samples():
    assert {path.name for path in SAMPLES.iterdir()} == set(FORMATS)


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_a_sample_is_read_as_expected(path):
    expected = expected_of(path)
    for unordered in ("punches", "cells"):  # a file's order says nothing
        expected[unordered] = sorted(expected[unordered])
    expected.pop("latest")
    date_format = expected.pop("date_format", None)
    found = read(path)
    assert said_of(found) == expected
    assert found.reading.format == FORMATS[path.parent.name].name
    if date_format:
        assert found.reading.date_format == date_format
    counted = len(found.punches) + len(found.cells) + len(found.refused)
    assert found.lines == counted + sum(found.others.values())


def test_no_sample_is_taken_for_another_format():
    """A row for each sample: its own format knows it, no other one does.

    `table` takes whatever is left; it is asked last and must know its own.
    """
    matrix = {}
    for path in FILES:
        source = FileSource(path)
        known = [name for name, plug in FORMATS.items() if plug.recognises(source)]
        matrix[f"{path.parent.name}/{path.name}"] = [
            name for name in known if name != "table" or path.parent.name == "table"
        ]
    assert matrix == {f"{p.parent.name}/{p.name}": [p.parent.name] for p in FILES}
    assert FORMATS["table"].rank > max(f.rank for n, f in FORMATS.items() if n != "table")


def test_the_samples_are_what_the_script_makes(tmp_path, monkeypatch):
    monkeypatch.setattr(sample_files, "HERE", tmp_path)
    make_samples.main()
    made = {path.relative_to(tmp_path): path for path in tmp_path.rglob("*") if path.is_file()}
    assert all(path.name.startswith("synthetic-") for path in made)
    kept = {path.relative_to(SAMPLES) for path in SAMPLES.rglob("synthetic-*")}
    assert kept == set(made)
    for name, path in made.items():
        if name.suffix != ".xlsx":  # a workbook carries the moment at which it was zipped
            assert path.read_bytes() == (SAMPLES / name).read_bytes()


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_what_the_child_answers_is_what_was_read(path):
    found = read(path)
    again = file_of(json.loads(json.dumps(part)) for part in parts_of(found))
    assert said_of(again) == said_of(found)
    assert again.reading == found.reading


@pytest.mark.parametrize("folder", ["zkteco_attlog", "hikvision"])
def test_line_ends_do_not_matter(folder, tmp_path):
    for path in (SAMPLES / folder).glob("*.[dc][as][tv]"):
        other = tmp_path / path.name
        content = path.read_bytes()
        other.write_bytes(content.replace(b"\r\n", b"\n").rstrip(b"\n"))
        reading = Reading(latest=expected_of(path)["latest"])
        unix, dos = said_of(punch_child.read(other, reading)), said_of(read(path))
        assert unix["punches"] == dos["punches"]
        assert unix["refused"] == dos["refused"]
        assert (unix["lines"], unix["others"]) == (dos["lines"], dos["others"])


def test_a_date_format_is_chosen_once_for_a_file():
    """09/04/2026 and 09/05/2026: April and May, or two days of September."""
    path = SAMPLES / "hikvision" / "synthetic-unsure.csv"
    (asked,) = read(path).findings
    assert (asked.code, asked.level) == (Code.DATE_FORMAT_UNSURE, Level.STOP)
    assert asked.facts["formats"] == "MM/dd/yyyy、dd/MM/yyyy"
    days = {
        word: [f"{wall(second):%m-%d}" for _, second, _, _ in read(path, date_format=word).punches]
        for word in ("MM/dd/yyyy", "dd-MM-yyyy")
    }
    assert days == {"MM/dd/yyyy": ["09-04", "09-05"], "dd-MM-yyyy": ["04-09", "05-09"]}


def test_what_a_person_says_of_dates_does_not_outweigh_the_file():
    """The 25th proves MM/dd/yy; told otherwise, the file asks again and nothing is read."""
    path = SAMPLES / "hikvision" / "synthetic-gbk.csv"
    found = read(path, date_format="dd/MM/yy")
    assert len(found.punches) == 0
    assert [finding.facts["formats"] for finding in found.findings] == ["MM/dd/yy"]


def test_tomorrow_is_evidence_against_an_order_of_dates(tmp_path):
    """On 2026-09-10, 09/12/26 may be read as 2009-12-26 only: nobody punched in December yet."""
    path = tmp_path / "hik.csv"
    row = "'7,甲,班,{},,东门_Entrance,,Original Records,None,0,No\n"
    path.write_text(samples_of_lists.HIK + "\n" + row.format("08/09/26 08:00"), "utf-8")
    latest = 1_789_000_000  # 2026-09-10
    found = punch_child.read(path, Reading(latest=latest))
    assert found.findings[0].facts["formats"] == "MM/dd/yy、dd/MM/yy、yy-MM-dd"
    path.write_text(samples_of_lists.HIK + "\n" + row.format("09/12/26 08:00"), "utf-8")
    found = punch_child.read(path, Reading(latest=latest))
    assert found.reading.date_format == "yy-MM-dd"


@pytest.mark.parametrize(
    ("content", "code", "detail"),
    [
        (b"\r\n  \r\n", Code.FILE_EMPTY, ""),
        (b"name,time\nA,2026-03-02\n", Code.FORMAT_UNKNOWN, ""),
        (b"7\t8\t9\n", Code.FORMAT_UNKNOWN, ""),
        (b"\x00" * 4096, Code.FORMAT_UNKNOWN, "binary"),
        (b"7\t2026-03-02 07:00:00\x00\x01" * 400, Code.FORMAT_UNKNOWN, "binary"),
    ],
)
def test_other_files_are_refused_with_their_reason(content, code, detail, tmp_path):
    path = tmp_path / "x.dat"
    path.write_bytes(content)
    with pytest.raises(UnreadableSheetError) as refused:
        punch_child.read(path, Reading())
    assert (refused.value.code, refused.value.detail) == (code, detail)


@pytest.fixture(scope="module")
def child():
    return ChildPunchFiles(FORMATS.values())


def test_the_child_reads_what_we_read(child):
    for name in ("zkteco_attlog/sample.dat", "hikvision/synthetic-html.xls"):
        path = SAMPLES / name
        latest = expected_of(path)["latest"]
        assert said_of(child.read(path, Reading(latest=latest))) == said_of(read(path))


def test_reading_can_be_stopped(child, tmp_path):
    """Progress is the only place at which a person can stop the work."""

    class Stop(Exception):  # noqa: N818
        pass

    class Stopper:
        def step(self, *_):
            raise Stop

    with pytest.raises(Stop):
        child.read(SAMPLES / "zkteco_attlog" / "sample.dat", Reading(), Stopper())
