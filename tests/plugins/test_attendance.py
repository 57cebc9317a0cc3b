"""Every attendance format reads its sample folder as the expectation beside it says."""

import json
from pathlib import Path

import pytest

from desktop import attendance
from desktop.domain.attendance import wall
from desktop.kit.registry import discover

SAMPLES = Path(__file__).parent / "attendance"
FORMATS = discover(attendance, "FORMAT")


def _expected(folder):
    expected = json.loads((folder / "sample.expected.json").read_text("utf-8"))
    return {**expected, "punches": sorted(expected["punches"])}  # a file's order says nothing


def _content(folder):
    return (folder / "sample.dat").read_bytes()


def _said(found):
    return {
        "lines": found.lines,
        "punches": sorted(
            [number, f"{wall(second):%Y-%m-%d %H:%M:%S}", status, verify]
            for number, second, status, verify in found.punches
        ),
        "refused": [[one.line, one.code, one.text] for one in found.refused],
    }


def test_every_format_has_samples():
    assert {path.name for path in SAMPLES.iterdir()} == set(FORMATS)


@pytest.fixture(params=sorted(FORMATS))
def sample(request):
    return FORMATS[request.param], SAMPLES / request.param


def test_sample_is_read_as_expected(sample):
    plug_in, folder = sample
    expected = _expected(folder)
    found = plug_in.read(_content(folder), latest=expected.pop("latest"))
    assert plug_in.recognises(_content(folder)[:4096])
    assert _said(found) == expected
    assert found.lines == len(found.punches) + len(found.refused)


def test_line_ends_do_not_matter(sample):
    plug_in, folder = sample
    content = _content(folder)
    unix = plug_in.read(content.replace(b"\r\n", b"\n").rstrip(b"\n"))
    assert _said(unix) == _said(plug_in.read(content))


@pytest.mark.parametrize(
    "other",
    [b"", b"name,time\n1,2026-03-02 07:00:00\n", b"PK\x03\x04rest", b"\x00" * 64, b"7\t8\t9\n"],
)
def test_other_files_are_not_taken_for_it(sample, other):
    plug_in, _ = sample
    assert not plug_in.recognises(other)


def test_reading_can_be_stopped(sample):
    """Progress is the only place at which a person can stop the work."""
    plug_in, folder = sample

    class Stop(Exception):  # noqa: N818
        pass

    class Stopper:
        def step(self, *_):
            raise Stop

    with pytest.raises(Stop):
        plug_in.read(_content(folder), Stopper())
