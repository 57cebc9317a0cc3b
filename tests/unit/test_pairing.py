"""Entries and exits made into stays; figures worked by hand."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.attendance import AttendanceRule, Counting, count_days
from desktop.domain.pairing import by_day, day_paths, paired_days, told_ways
from desktop.domain.punches import pack
from tests.unit.intake_office import at

DAY = date(2026, 3, 2)
RULE = AttendanceRule(counting=Counting.PAIRED)
CODES = {"in": 0, "out": 1, "away": 2, "back": 3, "?": 255}


def packed(*punches):
    """Pack "07:30:00 in" and the like of the 2nd; a leading + is the next morning."""
    found = []
    for punch in punches:
        clock, way = punch.split()
        day = "2026-03-03" if clock.startswith("+") else "2026-03-02"
        found.append(pack(at(f"{day} {clock.lstrip('+')}"), CODES[way], 1))
    return found


def path(*punches, rule=RULE):
    rows = packed(*punches)
    both = [*rows, pack(at("2026-02-01 08:00:00"), 0, 1), pack(at("2026-02-01 18:00:00"), 1, 1)]
    return day_paths(rows, rule, told_ways([both]))[DAY]


def test_a_lunch_outside_the_gate_is_a_gap_and_no_work():
    """07:30–11:30 and 13:00–18:00: 4 h + 5 h = 540 minutes, 90 minutes away."""
    found = path("07:30:00 in", "11:30:00 away", "13:00:00 back", "18:00:00 out")
    assert found.minutes == 540
    assert [(b - a) // 60 for a, b in found.gaps] == [90]
    assert found.work_days(RULE) == 1


@pytest.mark.parametrize(
    ("punches", "minutes", "work_days"),
    [
        (("07:30:00 in", "09:29:59 out"), 119, 0),
        (("07:30:00 in", "09:30:00 out"), 120, Decimal("0.25")),
        (("07:30:00 in", "15:29:59 out"), 479, Decimal("0.75")),
        (("07:30:00 in", "15:30:00 out"), 480, 1),
        (("07:30:00 in", "20:30:00 out"), 780, 1),  # 13 hours are one work-day, the rest overtime
        (("07:30:00 in",), 0, 0),
    ],
)
def test_paired_hours_count_in_quarters_of_eight(punches, minutes, work_days):
    found = path(*punches)
    assert (found.minutes, found.work_days(RULE)) == (minutes, work_days)


def test_a_missing_exit_is_named_and_counts_nothing():
    """In at 07:30, in again at 13:00, out at 18:00: only the afternoon is a stay (5 h)."""
    found = path("07:30:00 in", "13:00:00 in", "18:00:00 out")
    assert found.minutes == 300
    assert found.without_exit == (at("2026-03-02 07:30:00"),)
    assert found.without_entry == ()


def test_a_missing_entry_is_named():
    found = path("11:30:00 out", "13:00:00 in", "18:00:00 out")
    assert found.without_entry == (at("2026-03-02 11:30:00"),)
    assert found.minutes == 300


def test_a_night_shift_pairs_across_midnight_up_to_the_day_boundary():
    found = path("19:58:00 in", "+03:30:00 out")
    assert found.minutes == 452
    assert found.work_days(RULE) == Decimal("0.75")  # 7 h 32 min


def test_codes_say_nothing_where_the_gates_know_only_one():
    """A gate that writes 0 for all: 07:30, 11:30, 13:00, 18:00 alternate."""
    rows = packed("07:30:00 in", "11:30:00 in", "13:00:00 in", "18:00:00 in")
    found = day_paths(rows, RULE, told_ways([rows]))[DAY]
    assert (found.minutes, len(found.gaps)) == (540, 1)


def test_an_odd_number_without_directions_is_first_to_last():
    found = path("07:30:00 ?", "11:30:00 ?", "18:00:00 ?")
    assert (found.minutes, found.without_exit) == (630, ())


def test_an_unknown_punch_takes_the_direction_that_is_due():
    found = path("07:30:00 in", "11:30:00 ?", "13:00:00 ?", "18:00:00 out")
    assert (found.minutes, found.without_exit) == (540, ())


def test_repeats_of_one_direction_collapse_and_opposites_do_not():
    """In twice within 40 s is one entry; out 30 s later is a real, short stay."""
    found = path("07:30:00 in", "07:30:40 in", "07:31:10 out")
    assert [stay.seconds for stay in found.stays] == [70]
    assert (len(found.punches), found.raw) == (2, 3)


def test_sixteen_hours_stand_out():
    assert path("04:00:00 in", "20:00:01 out").longest == 16 * 3600 + 1


PUNCH = st.tuples(st.integers(1_772_400_000, 1_772_700_000), st.sampled_from([0, 1, 2, 3, 9, 255]))


@given(st.lists(PUNCH, max_size=40))
def test_no_second_is_counted_twice_and_no_punch_is_lost(punches):
    rows = sorted(pack(second, status, 1) for second, status in punches)
    judge = told_ways([rows])
    paths = day_paths(rows, RULE, judge)
    assert sum(one.raw for one in paths.values()) == len(rows)
    for one in paths.values():
        span = one.punches[-1] - one.punches[0]
        assert 0 <= one.minutes * 60 <= span
        ends = [end for stay in one.stays for end in (stay.entered, stay.left) if end is not None]
        assert ends == sorted(ends)
        assert set(ends) <= set(one.punches)
    usual = count_days(sorted(second for second, _ in punches), RULE)
    paired = paired_days(rows, RULE, judge)
    assert {d: c.punches for d, c in paired.items()} == {d: c.punches for d, c in usual.items()}


def test_a_repeat_at_the_very_limit_collapses_and_a_second_later_does_not():
    rule = replace(RULE, repeat_seconds=60)
    assert len(path("07:30:00 in", "07:31:00 in", rule=rule).punches) == 1
    assert len(path("07:30:00 in", "07:31:01 in", rule=rule).punches) == 2


def test_a_repeat_that_tells_its_direction_speaks_for_the_one_that_did_not():
    """07:30:00 was an exit, as ten seconds later; then 12:00 to 18:00 are 360 minutes."""
    found = path("07:30:00 ?", "07:30:10 out", "12:00:00 in", "18:00:00 out")
    assert (found.without_entry, found.without_exit) == ((at("2026-03-02 07:30:00"),), ())
    assert found.minutes == 360


def test_fewer_punches_than_the_rule_asks_for_are_no_work_day():
    assert path("07:30:00 in", "18:00:00 out").work_days(replace(RULE, least_punches=3)) == 0


def test_a_punch_on_the_boundary_belongs_to_the_day_that_begins():
    ends = RULE.span(DAY, DAY)[1]
    days = [day for day, _ in by_day([pack(ends - 1, 0, 0), pack(ends, 0, 0)], RULE)]
    assert days == [DAY, date(2026, 3, 3)]
