"""Packed punches say what went in, in the order of the books' key."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.punches import SMALL, Punches, pack

NUMBERS = st.sampled_from(["7", "43", "0043", "A1"])
SECONDS = st.integers(1_104_508_800, 4_102_444_799)  # 2005 to 2099
ROWS = st.lists(st.tuples(NUMBERS, SECONDS, st.integers(0, SMALL), st.integers(0, SMALL)))


@given(ROWS)
def test_rows_come_back_by_number_and_second(rows):
    punches = Punches.of(rows)
    assert list(punches) == sorted(rows)
    assert len(punches) == len(rows) == sum(punches.counts().values())
    for number, count in punches.counts().items():
        own = [row for row in rows if row[0] == number]
        assert count == len(own)
        assert punches.seconds(number) == {row[1] for row in own}
    if rows:
        assert punches.span() == (min(r[1] for r in rows), max(r[1] for r in rows))


def test_a_number_that_never_punched_has_nothing():
    punches = Punches()
    punches.adder("43")
    assert (list(punches), len(punches), punches.counts()) == ([], 0, {})
    assert punches.seconds("43") == punches.seconds("7") == set()


@pytest.mark.parametrize("wrong", [(SMALL + 1, 0), (0, SMALL + 1), (-1, 0), (0, -1)])
def test_what_would_run_into_its_neighbour_is_refused(wrong):
    with pytest.raises(ValueError, match=str(wrong[0])):
        pack(1_772_300_000, *wrong)
