"""Programs to be killed: commit numbered acts to books and say so, line by line.

    python -m tests.db.crashing drill FOLDER KILLS [careless]   forks, kills, opens again, counts
    python -m tests.db.crashing fill FOLDER LIMIT               no file may grow beyond LIMIT bytes

A careless writer says "done" before it commits: the control that must lose acts.
"""

import os
import random
import signal
import sys
import time
from pathlib import Path

from db.books import BooksOf
from db.engine import BOOKS, open_sqlite
from db.health import check
from desktop.domain.errors import DiskFull
from tests.books_fixture import JOURNAL_KEY, KEY, FakeClock, FakeSeat


def limit(most):
    """Let no file grow beyond `most` bytes: a full disk for anyone, root or not."""
    import resource  # noqa: PLC0415 - not on Windows

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))


def write(folder, say, careless=False):
    """Commit act after act; `say` each number when it is durable (or, careless, before)."""
    engine = open_sqlite(folder / BOOKS, KEY)
    books = BooksOf(engine, FakeSeat(), FakeClock(), JOURNAL_KEY)
    number = 0
    while True:
        acts = range(number + 1, number + (20 if careless else 1) + 1)
        with books() as unit:
            for number in acts:
                unit.journal.write("act", str(number), padding="x" * 300)
                if careless:
                    say(number)
            unit.commit()
        if not careless:
            say(number)


def stored(folder):
    """Open again, check every page and link; returns how many entries there are."""
    engine = open_sqlite(folder / BOOKS, KEY)
    try:
        check(engine)
        with BooksOf(engine, FakeSeat(), FakeClock(), JOURNAL_KEY)() as unit:
            return unit.journal.verify()
    finally:
        engine.dispose()


def kill_once(folder, wait, careless):
    """Fork a writer, let it acknowledge something, kill it; returns its last number."""
    heard, said = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(heard)
        write(folder, lambda number: os.write(said, b"%d\n" % number), careless)
    os.close(said)
    with os.fdopen(heard, "rb") as words:
        first = words.readline()
        time.sleep(wait)  # noqa: TID251 - the moment of the kill
        os.kill(child, signal.SIGKILL)
        rest = words.read()
    os.waitpid(child, 0)
    return int((first + rest).split(b"\n")[-2])


def drill(place, kills, careless=""):
    """Kill writers over the same growing books; prints kills, acts, acts lost, acts unsaid."""
    folder, dice = Path(place), random.Random(20260401)
    before, acts, lost, unsaid = stored(folder), 0, 0, 0
    for _ in range(int(kills)):
        acknowledged = kill_once(folder, dice.uniform(0, 0.02), bool(careless))
        now = stored(folder)
        lost += max(0, before + acknowledged - now)
        unsaid = max(unsaid, now - before - acknowledged)
        acts += acknowledged
        before = now
    print(kills, acts, lost, unsaid)


def fill(place, most):
    """Write until the disk is full."""
    limit(int(most))
    try:
        write(Path(place), lambda number: print(number, flush=True))
    except DiskFull:
        print("full", flush=True)


if __name__ == "__main__":
    {"drill": drill, "fill": fill}[sys.argv[1]](*sys.argv[2:])
