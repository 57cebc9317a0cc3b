"""Finding one worker of 100,000: every way of asking, against the bare walk of one index.

python -m tests.bench.bench_search [--workers N] [--rounds N] [--server URL]
"""

import argparse
import gc
import tempfile
import time
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random
from statistics import median, quantiles

from sqlalchemy import text

from db.books import BooksOf
from db.create import create_books
from db.engine import BOOKS, open_sqlite
from db.server import open_server
from desktop.domain.ids import WorkerId, new_id
from desktop.domain.worker import Card, Employment, Worker
from desktop.services.roster.initials import initials_of
from tests.books_fixture import JOURNAL_KEY, KEY, PERSON, FakeClock, FakeSeat, record
from tests.db.sample import PROJECT, TEAM

GOAL_MS = 50
_SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林郑曾单翟仇覃查"
_GIVEN = "伟芳娜敏静强磊军洋勇艳杰娟涛明超秀霞平刚桂英志建国海峰德福春梅永顺守田占才有长兴"
_BARE = "SELECT count(*) FROM worker WHERE name LIKE :word"


@dataclass(frozen=True)
class Asked:
    """One way of asking, with the milliseconds of every round."""

    name: str
    text: str
    found: int
    ms: list[float]
    bare: list[float]

    def line(self):
        """Write it as a row of a Markdown table."""
        late = quantiles(self.ms, n=20)[-1] if len(self.ms) > 1 else self.ms[0]
        ratio = median(self.ms) / median(self.bare)
        return (
            f"| {self.name} | {self.found} | {self.ms[0]:.1f} | {median(self.ms):.1f} | {late:.1f}"
            f" | {median(self.bare):.1f} | {ratio:.2f} | ≤ {GOAL_MS} |"
        )


HEAD = (
    "| search | found | first ms | p50 ms | p95 ms | bare ms | ratio | goal ms |\n"
    "|---|---|---|---|---|---|---|---|"
)


def crowd(count, seed=11):
    """Invent workers; names repeat as they do in life, numbers do not."""
    random = Random(seed)
    spelled = {}
    for place in range(count):
        name = random.choice(_SURNAMES) + "".join(random.choices(_GIVEN, k=random.choice((1, 2))))
        if name not in spelled:
            spelled[name] = initials_of(name)
        yield Worker(
            WorkerId(new_id()),
            name,
            f"{random.randrange(110000, 660000)}{random.randrange(1960, 2006)}{place:08d}",
            phone=f"1{random.randrange(3 * 10**9, 10**10)}",
            address="甘肃省陇西县某某镇某某村民委员会第三村民小组",
            id_issuer="陇西县公安局",
            initials=spelled[name],
            cards=(Card(f"6222{random.randrange(10**14, 10**15)}", "建设银行"),),
            employments=(Employment(PROJECT.id, TEAM.id, "钢筋工", date(2026, 1, 5)),),
        )


def ways(sample):
    """Return what people type for one worker, and what finds nobody."""
    return {
        "name": sample.name,
        "surname (thousands)": sample.name[0],
        "part of a name": sample.name[-1],
        "nobody of that name": "欧阳无此人",
        "initials": sample.initials.split()[-1],
        "first initial (thousands)": sample.initials[0],
        "initials of nobody": "zzzq",
        "ID tail": sample.id_number[-6:],
        "phone part": sample.phone[4:9],
        "phone": sample.phone,
        "card tail": sample.cards[0].number[-4:],
        "no such number": "00000000000",
    }


def measure(engine, reading, workers, rounds):
    """Fill new books and ask every way; returns what was found and how long it took."""
    clock = FakeClock()
    create_books(engine, record(clock), PERSON, clock, JOURNAL_KEY)
    people = list(crowd(workers))
    with BooksOf(engine, FakeSeat(), clock, JOURNAL_KEY)() as books:
        books.projects.put(PROJECT)
        books.projects.put_team(TEAM)
        books.workers.put_all(people)
        books.commit()
    sample = people[len(people) // 2]
    del people
    gc.collect()  # the window never holds them all: no pause for them may be counted
    reads = BooksOf(reading, FakeSeat(), clock, JOURNAL_KEY)
    return [_ask(reads, reading, name, words, rounds) for name, words in ways(sample).items()]


def _ask(reads, reading, name, words, rounds):
    ours, bare, found = [], [], ()
    for _ in range(rounds):
        began = time.perf_counter()
        with reads() as books:  # as the window asks: a unit of work for each search
            found = books.views.search(words)
        ours.append((time.perf_counter() - began) * 1000)
        with reading.connect() as connection:
            began = time.perf_counter()
            connection.execute(text(_BARE), {"word": f"%{words}%"}).scalar()
            bare.append((time.perf_counter() - began) * 1000)
    return Asked(name, words, len(found), ours, bare)


def main():
    """Parse the sizes, measure, print."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.bench_search", description=__doc__)
    parser.add_argument("--workers", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--server", default="", help="address of an empty PostgreSQL database")
    sizes = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="anxin-search-") as name:
        path = Path(name) / BOOKS
        if sizes.server:
            engine = open_server(sizes.server)
            reading = open_server(sizes.server, read_only=True)
        else:
            engine = open_sqlite(path, KEY, create=True)
            reading = open_sqlite(path, KEY, read_only=True)
        asked = measure(engine, reading, sizes.workers, sizes.rounds)
        engine.dispose()
        reading.dispose()
    print(f"{sizes.workers:,} workers, {sizes.rounds} rounds\n")
    print(HEAD, *[each.line() for each in asked], sep="\n")


if __name__ == "__main__":
    main()
