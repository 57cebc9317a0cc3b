"""An office with a roster and a few punches for the pages of the month: made once, copied."""

import shutil
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from desktop import wiring
from desktop.rehearsal.sample import make_site
from tests.ui.pages_a import MONTH, SOFT, Place, closed_office, opened
from ui.context import PageContext
from ui.desk import Desk

# 1001: one punch on the 1st, eleven and a half hours on the 2nd. 1002: one punch on the 2nd, three
# hours on the 3rd. 1003: one punch on the 3rd. 7777 is nobody's; the last line is none.
PUNCHES = (
    b"1001\t2026-09-01 08:00:00\t1\t0\t1\t0\r\n"
    b"1001\t2026-09-02 08:00:00\t1\t0\t1\t0\r\n"
    b"1001\t2026-09-02 19:30:00\t1\t1\t1\t0\r\n"
    b"1002\t2026-09-02 08:00:00\t1\t0\t1\t0\r\n"
    b"1002\t2026-09-03 08:00:00\t1\t0\t1\t0\r\n"
    b"1002\t2026-09-03 11:00:00\t1\t1\t1\t0\r\n"
    b"1003\t2026-09-03 08:00:00\t1\t0\t1\t0\r\n"
    b"7777\t2026-09-02 08:05:00\t1\t0\t1\t0\r\n"
    b"no punch at all\r\n"
)
SINGLES = {("1001", 1), ("1002", 2), ("1003", 3)}
"""Gate number and day of September with a single punch."""
SCAN = b"%PDF-1.7 a scan of the signed sheet"


@dataclass
class _Kept:
    folder: Path | None = None


_kept = _Kept()


def _template(tmp_path: Path) -> Path:
    if _kept.folder is None:
        folder, key = closed_office(tmp_path / "template")
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(wiring, "KeyVault", SOFT)
            with opened(folder, key) as office:
                _fill(office, tmp_path)
        # pytest keeps the folders of the newest tests of a session, this one among them.
        _kept.folder = folder
    return _kept.folder


def _fill(office, tmp_path: Path) -> None:
    project = office.projects.named(None).id
    (tmp_path / "roster.xlsx").write_bytes(make_site().roster)
    (tmp_path / "attlog.dat").write_bytes(PUNCHES)
    office.roster.accept(office.roster.read(tmp_path / "roster.xlsx", project))
    office.attendance.accept(office.attendance.read(tmp_path / "attlog.dat"), project)


@contextmanager
def month(tmp_path_factory, tasks, qtbot, *, rehearse: str = ""):
    """Open a fresh copy of the office with roster and punches."""
    template = _template(tmp_path_factory.mktemp("month"))
    folder = tmp_path_factory.mktemp("copy") / "office"
    shutil.copytree(template, folder)
    _, key = closed_office(tmp_path_factory.mktemp("key"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(wiring, "KeyVault", SOFT)
        office = wiring.open_office(folder, key, rehearse=rehearse)
        try:
            project = office.projects.named(None).id
            context = PageContext(Desk(office, tasks), project, MONTH)
            yield Place(folder, office, tasks, context, None, qtbot)
            tasks.close()
        finally:
            office.close()


def row_of(grid, number: str):
    """Return the row of a gate number."""
    return next(row for row in grid.rows if number in row.device_numbers)


def lock_month(here) -> None:
    """Prepare, sign on paper and lock the month through the services."""
    project = here.context.project
    here.office.payroll.prepare(project, MONTH)
    scan = here.file("scan.pdf", SCAN)
    here.office.signing.sign_on_paper(project, MONTH, scan)
    here.office.payroll.audit_and_lock(project, MONTH)


def dialogs(signal) -> list:
    """Collect the dialogs that a page opens."""
    found: list = []
    signal.connect(found.append)
    return found
