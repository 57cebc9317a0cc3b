"""The bench stays alive: a tiny size gives figures, and both ways give the same answers."""

import pytest

from db.engine import BOOKS, open_sqlite
from tests.bench import bench_search
from tests.bench.__main__ import measure
from tests.bench.bench_punches import expected_days
from tests.books_fixture import KEY

WORKERS, DAYS, LINES = 20, 3, 30


@pytest.mark.bench
def test_figures_come_out_and_answers_agree(tmp_path):
    punches = WORKERS * DAYS * 4
    figures, stalls, answers = measure(WORKERS, punches, LINES, 1, tmp_path)
    assert all(figure.ours and min(figure.ours) > 0 for figure in figures)
    assert [figure.name for figure in figures if figure.goal and not figure.bare] == []
    assert len({stall.name for stall in stalls}) == 8
    assert all(stall.beats > 0 for stall in stalls)
    assert answers["stored"] == answers["new"] == answers["window_new"] == punches
    # four punches from about 7 to about 18 o'clock are one work-day each
    assert answers["days"] == expected_days(punches, WORKERS) == 60
    assert answers["window_days"] == "60"
    assert answers["rows"] == WORKERS
    assert answers["pdf"] > 1_000


@pytest.mark.bench
def test_every_way_of_searching_finds_whom_it_means(tmp_path):
    engine = open_sqlite(tmp_path / BOOKS, KEY, create=True)
    reading = open_sqlite(tmp_path / BOOKS, KEY, read_only=True)
    asked = {each.name: each for each in bench_search.measure(engine, reading, 300, 2)}
    engine.dispose()
    reading.dispose()
    nobody = {"nobody of that name", "initials of nobody", "no such number"}
    assert {name for name, each in asked.items() if not each.found} == nobody
    assert asked["phone"].found == 1
    assert all(len(each.ms) == len(each.bare) == 2 and each.line() for each in asked.values())
