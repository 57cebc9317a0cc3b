"""Punches imported and paired, against reading, sorting and inserting them into a heap table.

`python -m tests.bench.bench_punches` measures this alone, with the memory of program and child.
"""

import argparse
import os
import shutil
import tempfile
import threading
import time
from pathlib import Path

from db.engine import connect
from desktop import wiring
from tests.bench.big_office import MONTH, PUNCHES_A_DAY, gate_file, make
from tests.bench.figures import HEAD, Figure

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
        again = office.attendance.read(Path(gate))
        second = office.attendance.accept(again, big.project).value
        twice = time.perf_counter()
    finally:
        office.close()
        shutil.rmtree(place)
    if (second.new, second.duplicates) != (0, report.new):
        raise ValueError(second)
    parts = {"read": read - began, "accept": stored - read, "pair": paired - stored}
    return paired - began, parts | {"again": twice - paired}, report, days


def _any(grid):
    return any(row.marks for row in grid.rows)


def measure(big, gate, folder, rounds):
    """Return the figure, and the last run's answers."""
    figure = Figure("punches imported and paired", 4)
    for _ in range(rounds):
        took, stored = bare(gate, folder)
        figure.bare.append(took)
        took, parts, report, days = ours(gate, big, folder)
        figure.ours.append(took)
        figure.note(**parts)
    return figure, {"stored": stored, "new": report.new, "days": days}


class Memory:
    """The most memory that this process and its children held together, looked at often."""

    def __init__(self):
        self.peak = 0
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self):
        self._thread.start()
        return self

    def __exit__(self, *_):
        self._stop.set()
        self._thread.join()

    def _watch(self):
        while not self._stop.wait(0.02):
            self.peak = max(self.peak, sum(map(_resident, _family(os.getpid()))))


def _family(process):
    children = [process]
    for task in Path(f"/proc/{process}/task").iterdir():
        try:
            children += map(int, (task / "children").read_text().split())
        except OSError:
            continue
    return children


def _resident(process):
    """Return the resident bytes of a process, 0 when it has ended."""
    try:
        pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
    except (OSError, IndexError):
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE")


def expected_days(punches, workers):
    """Four punches a day, eleven hours from first to last: one work-day for each full day."""
    full, rest = divmod(punches, workers * len(PUNCHES_A_DAY))
    if rest:
        raise ValueError(punches, workers)
    return full * workers


def main():
    """Measure punches alone."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.bench_punches")
    parser.add_argument("--workers", type=int, default=10_000)
    parser.add_argument("--punches", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=3)
    sizes = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="anxin-bench-") as name, Memory() as memory:
        folder = Path(name)
        big = make(folder / "office", sizes.workers)
        gate = gate_file(folder / "attlog.dat", sizes.punches, sizes.workers)
        before, memory.peak = _resident(os.getpid()), 0
        ours(gate, big, folder)
        held = memory.peak
        figure, answers = measure(big, gate, folder, sizes.rounds)
    print(HEAD, figure.line(), sep="\n")
    print(
        f"peak memory {held / 1e6:.0f} MB (of it {before / 1e6:.0f} MB before it began)",
        answers,
    )


if __name__ == "__main__":
    main()
