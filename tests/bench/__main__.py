"""`python -m tests.bench`: ours, the bare limit and the ratio of every goal, in one run.

Run it alone on the machine. It makes an office of its own in a temporary folder.
"""

import argparse
import compileall
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.bench import bench_paper, bench_punches, bench_window
from tests.bench.bench_window import ROOT
from tests.bench.big_office import gate_file, make
from tests.bench.figures import HEAD, STALLS, Stall

ROOMS = ("desktop", "ui", "db", "printing", "resources", "tests")


def compile_all():
    """Byte-compile our rooms and the installed packages, as set-up does."""
    for room in ROOMS:
        compileall.compile_dir(ROOT / room, quiet=2)
    for place in {Path(path) for path in sys.path if path.endswith("site-packages")}:
        compileall.compile_dir(place, quiet=2)


def stalls(big, gate, folder, lines):
    """Run everything in a real window of a process of its own and return its pauses."""
    place = folder / "stalls"
    shutil.copytree(big.folder, place)
    home = folder / "home"
    home.mkdir(exist_ok=True)
    done = subprocess.run(
        [
            sys.executable, "-m", "tests.bench.stall_child",
            str(place), big.key.hex(), str(gate), str(lines),
        ],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": str(home)},
        capture_output=True,
        check=False,
    )  # fmt: skip
    if done.returncode:
        raise RuntimeError(done.stderr.decode())
    said = json.loads(done.stdout.decode().splitlines()[-1])
    return [Stall(**one) for one in said["stalls"]], said


def measure(workers, punches, lines, rounds, folder):
    """Measure everything; returns figures, stalls, and answers that must agree."""
    big = make(folder / "office", workers)
    gate = gate_file(folder / "attlog.dat", punches, workers)
    windows, rows = bench_window.measure(big, folder, rounds)
    paired, answers = bench_punches.measure(big, gate, folder, rounds)
    sheet, size = bench_paper.measure(lines, rounds)
    paused, said = stalls(big, gate, folder, lines)
    answers |= {"rows": rows, "pdf": size, "window_new": said["new"], "window_days": said["days"]}
    return [*windows, paired, sheet], paused, answers


def main():
    """Parse the sizes, measure, print."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--workers", type=int, default=10_000)
    parser.add_argument("--punches", type=int, default=1_000_000)
    parser.add_argument("--lines", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=3)
    sizes = parser.parse_args()
    compile_all()
    with tempfile.TemporaryDirectory(prefix="anxin-bench-") as name:
        figures, paused, _ = measure(
            sizes.workers, sizes.punches, sizes.lines, sizes.rounds, Path(name)
        )
    print(
        f"{sizes.workers:,} workers, {sizes.punches:,} punches, median of {sizes.rounds} runs; "
        f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, "
        f"{platform.python_implementation()} {platform.python_version()}, {platform.system()}\n"
    )
    print(HEAD, *[figure.line() for figure in figures], sep="\n")
    print()
    print(STALLS, *[stall.line() for stall in paused], sep="\n")


if __name__ == "__main__":
    main()
