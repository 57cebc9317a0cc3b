"""Raw punches: counted exactly, harmless when repeated, taken back wholly."""

from dataclasses import replace

import pytest

from desktop.domain.errors import Cancelled, Unknown
from desktop.domain.ids import DeviceId, ProjectId, new_id
from tests.db.sample import PROJECT, settle

BEGIN = 1_772_300_000
ROWS = [("43", BEGIN + 60, 255, 1), ("43", BEGIN, 0, 15), ("7", BEGIN + 5, 255, 1)]


def _add(books, rows, number, device="main gate"):
    with books.write() as unit:
        gate = unit.attendance.device(PROJECT.id, device)
        new = unit.attendance.add_punches(gate, rows, number)
        unit.commit()
    return new


def test_new_punches_are_counted_and_repeats_are_harmless(books):
    settle(books, 0)
    assert _add(books, ROWS, 1) == {"43": 2, "7": 1}
    # the same file again, one line of it twice, and one new punch of a known number
    more = [*ROWS, ROWS[0], ("43", BEGIN + 7200, 1, 1)]
    assert _add(books, more, 2) == {"43": 1}
    assert _add(books, [], 3) == {}
    with books.read() as unit:
        assert unit.attendance.numbers(PROJECT.id) == {"43": 3, "7": 1}
        assert unit.attendance.punches(PROJECT.id, BEGIN, BEGIN + 7200) == {
            "43": [BEGIN, BEGIN + 60],
            "7": [BEGIN + 5],
        }
        assert unit.attendance.punches(PROJECT.id, BEGIN + 6, BEGIN + 7201) == {
            "43": [BEGIN + 60, BEGIN + 7200]
        }


def test_devices_are_apart_and_read_together(books):
    settle(books, 0)
    _add(books, ROWS, 1)
    assert _add(books, ROWS[:1], 1, "back gate") == {"43": 1}
    assert _add(books, [("43", BEGIN + 30, 255, 1)], 1, "back gate") == {"43": 1}
    with books.read() as unit:
        seconds = unit.attendance.punches(PROJECT.id, BEGIN, BEGIN + 100)["43"]
        assert unit.attendance.punches(ProjectId(new_id()), BEGIN, BEGIN + 100) == {}
    assert seconds == [BEGIN, BEGIN + 30, BEGIN + 60, BEGIN + 60]
    with books.write() as unit:
        same = unit.attendance.device(PROJECT.id, "main gate")
        assert unit.attendance.device(PROJECT.id, "main gate") == same
        assert unit.attendance.device(PROJECT.id, "back gate") != same


def test_one_import_in_two_parts_counts_each_part(books):
    settle(books, 0)
    with books.write() as unit:
        gate = unit.attendance.device(PROJECT.id, "main gate")
        assert unit.attendance.add_punches(gate, ROWS[:2], 1) == {"43": 2}
        assert unit.attendance.add_punches(gate, [*ROWS, ("43", BEGIN + 1, 0, 0)], 1) == {
            "43": 1,
            "7": 1,
        }
        unit.commit()
    with books.read() as unit:
        assert unit.attendance.numbers(PROJECT.id) == {"43": 3, "7": 1}


def test_an_import_is_taken_back(books):
    settle(books, 0)
    _add(books, ROWS, 1)
    _add(books, [*ROWS, ("43", BEGIN + 9, 0, 0), ("8", BEGIN, 0, 0)], 2)
    with books.write() as unit:
        assert unit.attendance.remove_punches(2) == 2
        assert unit.attendance.remove_punches(9) == 0
        unit.commit()
    with books.read() as unit:
        assert unit.attendance.numbers(PROJECT.id) == {"43": 2, "7": 1}
    with books.write() as unit:
        assert unit.attendance.remove_punches(1) == 3
        unit.commit()
    with books.read() as unit:
        assert unit.attendance.numbers(PROJECT.id) == {}


class _Stop:
    def step(self, done, *_rest):
        if done:
            raise Cancelled


def test_a_stopped_import_leaves_nothing(books):
    settle(books, 0)
    many = [(str(n % 500), BEGIN + n, 255, 1) for n in range(60_000)]  # more than one batch
    with books.write() as unit:
        gate = unit.attendance.device(PROJECT.id, "main gate")
        unit.commit()
    with pytest.raises(Cancelled), books.write() as unit:
        unit.attendance.add_punches(gate, many, 1, _Stop())
    with books.read() as unit:
        assert unit.attendance.numbers(PROJECT.id) == {}
    new = _add(books, many, 1)
    assert sum(new.values()) == 60_000
    assert new["499"] == 120  # 60,000 punches in turn over 500 numbers


def test_an_unknown_device_is_refused(books):
    settle(books, 0)
    with pytest.raises(Unknown), books.write() as unit:
        unit.attendance.add_punches(DeviceId(new_id()), ROWS, 1)


def test_projects_do_not_share_punches(books):
    settle(books, 0)
    other = replace(PROJECT, id=ProjectId(new_id()), name="别的项目")
    with books.write() as unit:
        unit.projects.put(other)
        unit.commit()
    _add(books, ROWS, 1)
    with books.read() as unit:
        assert unit.attendance.numbers(other.id) == {}
