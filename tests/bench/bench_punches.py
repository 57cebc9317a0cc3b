"""Punches imported and paired, against reading, sorting and inserting them into a heap table."""

import shutil
import time
from pathlib import Path

from db.engine import connect
from desktop import wiring
from tests.bench.big_office import MONTH, PUNCHES_A_DAY
from tests.bench.figures import Figure

HEAP = "create table heap (number text, second text, status integer, verify integer)"
INSERT = "insert into heap values (?, ?, ?, ?)"


def bare(gate, folder):
    """Take the fastest plain way: split, sort, one executemany in the same encrypted file."""
    file = folder / "bare.db"
    connection = connect(file, bytes(32), create=True)
    connection.execute(HEAP)
    began = time.perf_counter()
    rows = []
    for line in Path(gate).read_text("ascii").splitlines():
        number, second, _device, status, verify, _work = line.split("\t")
        rows.append((number, second, status, verify))
    rows.sort()
    connection.execute("begin immediate")
    connection.executemany(INSERT, rows)
    connection.execute("commit")
    took = time.perf_counter() - began
    stored = connection.execute("select count(*) from heap").fetchone()[0]
    connection.close()
    for path in folder.glob("bare.db*"):
        path.unlink()
    return took, stored


def ours(gate, big, folder):
    """Read, accept with its safe copy, and count every month that has punches, for everybody."""
    place = folder / "copy"
    shutil.copytree(big.folder, place)
    office = wiring.open_office(place, big.key)
    try:
        began = time.perf_counter()
        proposal = office.attendance.read(Path(gate))
        read = time.perf_counter()
        report = office.attendance.accept(proposal, big.project).value
        stored = time.perf_counter()
        month, days = MONTH, 0
        while (grid := office.attendance.month(big.project, month)) and _any(grid):
            days += sum(row.work_days for row in grid.rows)
            month = month.next
        paired = time.perf_counter()
    finally:
        office.close()
        shutil.rmtree(place)
    parts = {"read": read - began, "accept": stored - read, "pair": paired - stored}
    return paired - began, parts, report, days


def _any(grid):
    return any(row.marks for row in grid.rows)


def measure(big, gate, folder, rounds):
    """Return the figure, and the last run's answers."""
    figure = Figure("punches imported and paired", 5)
    for _ in range(rounds):
        took, stored = bare(gate, folder)
        figure.bare.append(took)
        took, parts, report, days = ours(gate, big, folder)
        figure.ours.append(took)
        figure.note(**parts)
    return figure, {"stored": stored, "new": report.new, "days": days}


def expected_days(punches, workers):
    """Four punches a day, eleven hours from first to last: one work-day for each full day."""
    full, rest = divmod(punches, workers * len(PUNCHES_A_DAY))
    if rest:
        raise ValueError(punches, workers)
    return full * workers
