"""Killed at any moment, or out of space: what was acknowledged is there, and nothing is torn."""

import os
import shutil
import subprocess
import sys

import pytest
from sqlalchemy import text

from db.backup import make
from db.engine import BOOKS
from desktop.domain.errors import DiskFull
from tests.books_fixture import KEY, template
from tests.db.crashing import stored
from tests.db.sample import PROJECT, document
from tests.house.sources import ROOT

KILLS = 60
pytestmark = pytest.mark.skipif(os.name == "nt", reason="needs kill -9 and RLIMIT_FSIZE")


def _run(*arguments):
    """Run the program to be killed and return its words."""
    command = [sys.executable, "-m", "tests.db.crashing", *map(str, arguments)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return done.stdout.split()


@pytest.fixture
def folder(tmp_path):
    """Closed books."""
    place = tmp_path / "office"
    place.mkdir()
    shutil.copyfile(template(), place / BOOKS)
    return place


@pytest.mark.faults
def test_no_acknowledged_act_is_lost_by_killing(folder):
    kills, acts, lost, unsaid = map(int, _run("drill", folder, KILLS))
    print(f"{kills} kills, {acts} acts acknowledged, {lost} lost")
    assert kills == KILLS
    assert acts > KILLS
    assert lost == 0
    assert unsaid <= 1  # at most the one commit that was done and not yet said aloud


@pytest.mark.faults
def test_the_control_loses_acts(folder):
    """A writer that says "done" before it commits is found out."""
    _kills, _acts, lost, _unsaid = map(int, _run("drill", folder, 10, "careless"))
    assert lost > 0


def test_a_full_disk_tears_nothing(folder):
    size = (folder / BOOKS).stat().st_size
    words = _run("fill", folder, size + 100_000)
    assert words[-1] == "full"
    acknowledged = int(words[-2])
    assert acknowledged > 10
    assert stored(folder) == 1 + acknowledged
    kills, _acts, lost, _unsaid = map(int, _run("drill", folder, 1))  # space again: work goes on
    assert (kills, lost) == (1, 0)


def test_a_copy_that_does_not_fit_leaves_nothing(folder, tmp_path):
    code = (
        "import sys; from pathlib import Path; from db.backup import make\n"
        "from desktop.domain.errors import DiskFull\n"
        "from tests.books_fixture import KEY; from tests.db.crashing import limit\n"
        "limit(150_000)\n"
        "try: make(Path(sys.argv[1]), KEY, Path(sys.argv[2]))\n"
        "except DiskFull: sys.exit(3)\n"
    )
    target = tmp_path / "shelf" / "copy.axcopy"
    done = subprocess.run(
        [sys.executable, "-c", code, folder / BOOKS, target], cwd=ROOT, check=False
    )
    assert done.returncode == 3
    assert list(target.parent.iterdir()) == []
    make(folder / BOOKS, KEY, target)
    assert target.exists()


def test_a_full_database_says_so(on_file):
    """SQLite's own limit stands in for the disk; the work before it stays usable."""
    with on_file.write() as unit:
        unit.projects.put(PROJECT)
        unit.commit()
    with on_file.write.engine.connect() as connection:
        pages = connection.execute(text("pragma page_count")).scalar()
        connection.exec_driver_sql(f"pragma max_page_count={pages + 2}")
        connection.rollback()
    with pytest.raises(DiskFull), on_file.write() as unit:
        unit.documents.add(document(b"x" * 300_000))
    with on_file.read() as unit:
        assert unit.journal.verify() == 1
