"""The month grid of 600 workers: opened, repainted, turned, against a bare table view.

`python -m tests.bench.bench_grid` runs it alone. Goals: open 300 ms, repaint 16 ms.
"""

import tempfile
from functools import partial
from pathlib import Path

from desktop import wiring
from tests.bench.bench_window import start as start_child
from tests.bench.big_office import gate_file, make
from tests.bench.figures import HEAD, Figure

WORKERS, PUNCHES = 600, 36_000
start = partial(start_child, child="tests.bench.grid_child")


def office_of(folder):
    """Make an office of 600 workers with a month of punches."""
    big = make(folder / "grid", WORKERS)
    office = wiring.open_office(Path(big.folder), big.key)
    try:
        gate = gate_file(folder / "grid.dat", PUNCHES, WORKERS)
        office.attendance.accept(office.attendance.read(gate), big.project)
    finally:
        office.close()
    return big


def measure(folder, rounds):
    """Return the figures of opening, painting and turning; the first round warms up."""
    big = office_of(folder)
    figures = {
        "open": Figure("month grid of 600 workers opened (goal 0.300 s)", None),
        "again": Figure("the same, opened before", None),
        "repaint": Figure("repainted (goal 0.016 s)", None),
        "turn": Figure("turned a page", None),
    }
    for run in range(rounds + 1):
        bare, ours = start(folder, "bare"), start(folder, "ours", big.folder, big.key.hex())
        if not run:
            continue
        for key, figure in figures.items():
            figure.ours.append(ours[key])
            if key in bare:
                figure.bare.append(bare[key])
    return [*figures.values()]


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="anxin-grid-") as name:
        print(HEAD, *[figure.line() for figure in measure(Path(name), 3)], sep="\n")
