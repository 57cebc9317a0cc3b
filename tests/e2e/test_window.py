"""The real window under Xvfb: a month by mouse and keyboard, then the books are asked."""

import json
import os
import shutil
import subprocess
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from desktop import wiring
from desktop.domain.disbursement import BatchState, ItemState
from desktop.domain.money import Money
from desktop.domain.people import Role
from desktop.domain.signing import SignatureKind
from desktop.rehearsal.sample import MONTH, make_site
from tests.e2e.window_month import REASON

ROOT = Path(__file__).resolve().parents[2]
PHRASE = "工地办公室的长口令"
MAKER, CHECKER = "何秉正", "罗守成"
XVFB = (
    "xvfb-run -a -s '-screen 0 1366x768x24' is missing: "
    "apt-get install xvfb libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 "
    "libxcb-xkb1 libxcb-randr0 libxcb-image0 libxcb-render-util0 libxkbcommon-x11-0"
)


@pytest.fixture
def place(tmp_path):
    """An office of two persons with project, roster and a month's punches."""
    folder = tmp_path / "office"
    key = wiring.create_office(folder, PHRASE, person=MAKER, server=None, keyring=False).key
    office = wiring.open_office(folder, key)
    try:
        sample = make_site()
        (tmp_path / "roster.xlsx").write_bytes(sample.roster)
        (tmp_path / "attlog.dat").write_bytes(sample.punches)
        office.people.add(CHECKER, frozenset({Role.PROJECT_MANAGER}))
        office.projects.accept_site(office.projects.read_site(sample.site))
        project = office.projects.named(None).id
        office.roster.accept(office.roster.read(tmp_path / "roster.xlsx", project))
        office.attendance.accept(office.attendance.read(tmp_path / "attlog.dat"), project)
    finally:
        office.close()
    return folder


def run(place, tmp_path):
    """Open the window on a screen of its own and let the hands work."""
    if shutil.which("xvfb-run") is None or shutil.which("Xvfb") is None:
        pytest.fail(XVFB)
    pictures = tmp_path / "pictures"
    pictures.mkdir()
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(b"%PDF-1.4\n% the signed sheet, scanned\n%%EOF\n")
    (home := tmp_path / "home").mkdir()
    done = subprocess.run(
        [
            "xvfb-run", "-a", "-s", "-screen 0 1366x768x24",
            sys.executable, "-m", "tests.e2e.window_month", str(place), str(scan), str(pictures),
        ],
        cwd=ROOT,
        env={
            **os.environ,
            "QT_QPA_PLATFORM": "xcb",
            "HOME": str(home),
            "XDG_RUNTIME_DIR": str(home),
            "ANXIN_TEST_PHRASE": PHRASE,
        },
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    return json.loads(done.stdout.splitlines()[-1]), sorted(pictures.iterdir())


@pytest.mark.window
def test_a_month_by_mouse_and_keyboard(place, tmp_path):
    found, pictures = run(place, tmp_path)
    assert (found["platform"], found["code"], found["left"]) == ("xcb", 0, 0)
    assert len(pictures) == found["pictures"] == 14
    assert min(picture.stat().st_size for picture in pictures) > 5_000
    office = wiring.open_office(place, wiring.unlock(place, PHRASE).key)
    try:
        ask_books(office, found)
    finally:
        office.close()


def ask_books(office, found):
    """What the hands did stands in the books."""
    project = office.projects.named(None).id
    worker, day = found["mended"]
    grid = office.attendance.month(project, MONTH)
    row = next(row for row in grid.rows if str(row.worker) == worker)
    hand = row.marks[date.fromisoformat(day)].hand
    assert (hand.work_days, hand.reason, hand.by_name) == (Decimal(1), REASON, MAKER)

    sheets = [view.sheet for view in office.payroll.month(project, MONTH).sheets]
    assert len(sheets) == 2
    assert all(sheet.is_locked for sheet in sheets)
    lines = [line for sheet in sheets for line in sheet.lines if line.needs_signature]
    with office.signing._reads() as books:
        given = [one for sheet in sheets for one in books.sheets.signatures(sheet.id)]
    on_screen = [one for one in given if one.kind is SignatureKind.SCREEN]
    assert [str(one.line) for one in on_screen] == [found["signed"][0]]
    assert {one.line for one in given} == {line.id for line in lines}

    (batch,) = office.disbursement.status(project, MONTH)
    names = {person.id: person.name for person in office.people.all()}
    assert (batch.state, names[batch.maker]) == (BatchState.SETTLED, MAKER)
    assert names[batch.checker] == CHECKER
    assert {item.state for item in batch.items} == {ItemState.PAID}
    assert batch.total == Money.sum(line.net for line in lines)
    assert len(batch.items) == len(lines)
