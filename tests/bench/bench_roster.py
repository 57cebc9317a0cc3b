"""A roster of 20,000 rows, 500 of them bad: all findings, against reading the same file bare.

`python -m tests.bench.bench_roster [--rows N] [--bad N] [--rounds N]`
"""

import argparse
import tempfile
import time
from pathlib import Path

from desktop.kit.sheets import read_sheets
from tests.bench.figures import HEAD, Figure
from tests.unit.intake_office import (
    card_number,
    id_number,
    make_intake,
    person,
    write_roster_as_text,
)

GOAL_SECONDS = 5.0
_HAN = 0x4E00


def rows_of(count, bad):
    """Return invented people; every so many of them has a wrong check digit."""
    every = max(count // bad, 1)
    return [_row(n, wrong=n % every == 0 and n // every < bad) for n in range(count)]


def _row(n, *, wrong):
    day, area = n % 28 + 1, 620_102 + n // 10_080
    born = f"{1972 + n // 28 % 30}{n // 840 % 12 + 1:02d}{day:02d}"
    number = id_number(f"{area}{born}{n % 499 * 2 + 1:03d}")
    if wrong:
        number = number[:-1] + ("1" if number[-1] == "0" else "0")
    return person(n % 300) | {
        "姓名": f"张{chr(_HAN + n % 6_000)}{chr(_HAN + n // 6_000)}",
        "身份证号码": number,
        "工资卡号": card_number(n),
        "手机号码": f"139{n:08d}",
        "考勤号": str(n + 1),
    }


def measure(rows, bad, rounds, folder):
    """Return figures for the first check and for a mended cell, and the last proposal."""
    office = make_intake(folder)
    office.take_site()
    office.roster._read_sheets = read_sheets  # in the child, as the program does
    path = write_roster_as_text(folder / "roster.xlsx", rows_of(rows, bad))
    check = Figure("roster: every finding", None)
    again = Figure("roster: one cell mended, checked again", None)
    proposal = None
    for _ in range(rounds):
        begun = time.perf_counter()
        read_sheets(path)
        check.bare.append(time.perf_counter() - begun)
        begun = time.perf_counter()
        proposal = office.roster.read(path, office.project)
        check.ours.append(time.perf_counter() - begun)
        begun = time.perf_counter()
        proposal = office.roster.recheck(proposal, {(3, "name"): "王五"})
        again.ours.append(time.perf_counter() - begun)
    return [check, again], proposal


def main():
    """Parse the sizes, measure, print."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.bench_roster", description=__doc__)
    parser.add_argument("--rows", type=int, default=20_000)
    parser.add_argument("--bad", type=int, default=500)
    parser.add_argument("--rounds", type=int, default=3)
    sizes = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="anxin-bench-") as name:
        figures, proposal = measure(sizes.rows, sizes.bad, sizes.rounds, Path(name))
    print(f"{sizes.rows:,} rows, {len(proposal.findings):,} findings, goal {GOAL_SECONDS:g} s\n")
    print(HEAD, *[figure.line() for figure in figures], sep="\n")


if __name__ == "__main__":
    main()
