"""Pays one month in forked children that kill themselves, until nothing is left open."""

import os
import shutil
import signal
import sqlite3
import threading
import traceback
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from db.books import BooksOf
from db.engine import BOOKS, open_sqlite
from desktop import failpoints
from desktop.banks.iso20022 import Debtor, Iso20022Link
from desktop.domain.disbursement import FINAL, ItemState
from desktop.domain.errors import AlreadyPaid, BankSilent, Offline
from desktop.ports.banks import BankProfile
from tests.books_fixture import JOURNAL_KEY, KEY, FakeSeat, template
from tests.unit.payment_office import BANK, CHECKER, MONTH, PROJECT, QUICK, fill, service_of

WORKERS = 4
PROFILE = BankProfile(idempotent=True, grace_s=2.0)
DONE, OPEN, BUG = 0, 3, 70
MOST_CHILDREN = 30
PATIENCE_S = 0.3
"""Given to the bank, whose hours are real, before an open run is asked after once more."""


class LeapingClock:
    """The machine's time, plus every wait that was not waited."""

    def __init__(self):
        self.leap = timedelta()

    def now(self):
        return datetime.now(UTC) + self.leap  # noqa: TID251 - this is a Clock

    def today(self):
        return self.now().date()

    def wait(self, timeout=None):
        self.leap += timedelta(seconds=timeout or 0)
        return False


@dataclass
class Tally:
    """What became of many runs."""

    runs: int = 0
    kills: int = 0
    children: int = 0
    double: int = 0
    lost: int = 0
    open: int = 0
    differs: int = 0
    paid: int = 0
    failed: int = 0
    points: set = field(default_factory=set)

    def line(self, name):
        return (
            f"{name} runs={self.runs} kills={self.kills} points={len(self.points)} "
            f"children={self.children} paid={self.paid} failed={self.failed} "
            f"double={self.double} lost={self.lost} open={self.open} differs={self.differs}"
        )


@dataclass
class Run:
    """One office, one month, one bank."""

    folder: object
    url: str
    number: int

    def __post_init__(self):
        self.folder.mkdir(parents=True)
        shutil.copyfile(template(), self.folder / BOOKS)
        people = [
            (f"工人{self.number}号{n}", f"62{self.number:08d}{n:06d}", f"{1000 + n}.{n:02d}", "0")
            for n in range(WORKERS)
        ]
        self.accounts = {row[1] for row in people}
        engine, books = self._open()
        fill(books, books.seat, people)
        with books() as unit:
            record = unit.people.office()
            key = self.number.to_bytes(32, "big")
            unit.people.put_office(replace(record, reference_key=key))
            unit.commit()
        engine.dispose()

    def _open(self, clock=None):
        engine = open_sqlite(self.folder / BOOKS, KEY)
        return engine, BooksOf(engine, FakeSeat(), clock or LeapingClock(), JOURNAL_KEY)

    def child(self, wish="", note=None):
        """Pay in a forked child; returns its pid."""
        pid = os.fork()
        if pid:
            return pid
        code = BUG
        try:
            code = self._pay(wish, note)
        except BaseException:  # noqa: BLE001 - a child must never return into pytest
            traceback.print_exc()
        finally:
            os._exit(code)

    def _pay(self, wish, note):
        if note is not None:
            failpoints.watch(lambda name: note.write(name.encode() + b"\n"))
        else:
            failpoints.arm(wish)
        clock = LeapingClock()
        engine, books = self._open(clock)
        link = [Iso20022Link(self.url, profile=PROFILE, debtor=Debtor.BBAN, limits=QUICK)]
        service = service_of(books, books, clock, books.seat, link, [])
        try:
            batches = service.submit(PROJECT, MONTH, BANK, books.seat.person, CHECKER, 60.0).value
        except (Offline, BankSilent):
            return OPEN
        except AlreadyPaid:
            batches = service.status(PROJECT, MONTH)
        engine.dispose()
        final = all(item.state in FINAL for batch in batches for item in batch.items)
        return DONE if final else OPEN

    def settle(self, wishes, rng, tally):
        """Send children to their death by these wishes, then let one finish."""
        for _ in range(MOST_CHILDREN):
            wish = next(wishes, "")
            pid = self.child("" if wish == "timer" else wish)
            if wish == "timer":
                threading.Event().wait(rng.uniform(0.01, 0.25))
                os.kill(pid, signal.SIGKILL)
            _, status = os.waitpid(pid, 0)
            tally.children += 1
            if os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL:
                tally.kills += 1
                tally.points.add(wish.partition(":")[0])
                continue
            code = os.waitstatus_to_exitcode(status)
            assert code in {DONE, OPEN}, f"the child ended with {code}"
            if code == DONE:
                return
            threading.Event().wait(PATIENCE_S)

    def judge(self, bank_folder, tally):
        """Compare our books with the bank's ledger."""
        engine, books = self._open()
        with books() as unit:
            batches = unit.payments.batches(PROJECT, MONTH)
            unit.journal.verify()
        engine.dispose()
        ledger = ledger_of(bank_folder, self.accounts)
        paid = [i for b in batches for i in b.items if i.state is ItemState.PAID]
        tally.runs += 1
        tally.paid += len(paid)
        tally.double += sum(count - 1 for count, _ in ledger.values() if count > 1)
        tally.open += sum(i.state not in FINAL for b in batches for i in b.items)
        ours = {i.account: i.amount.fen for i in paid}
        tally.lost += len(ledger.keys() - ours.keys())
        tally.differs += sum(ledger.get(a, (0, 0))[1] != fen for a, fen in ours.items())
        named = {i.account for b in batches for i in b.items}
        tally.lost += len(self.accounts - named)
        tally.failed += len(self.accounts - ours.keys())


def ledger_of(bank_folder, accounts):
    """Return account → (payments, fen of the last) of the bank's own ledger."""
    found = {}
    with closing(sqlite3.connect(bank_folder / "rehearsal-bank.db", timeout=10)) as books:
        rows = books.execute("SELECT account, fen FROM ledger WHERE side='DBIT'").fetchall()
    for account, fen in rows:
        if account in accounts:
            found[account] = (found.get(account, (0, 0))[0] + 1, fen)
    return found


def names_of(run, folder):
    """Return every failpoint that a payment passes, as often as it passes it."""
    path = folder / "points"
    with path.open("wb", buffering=0) as note:
        pid = run.child(note=note)
        os.waitpid(pid, 0)
    return path.read_text().split()


def wishes_of(names, every, rng, count=4):
    """Choose where children die: mostly by name, sometimes anywhere, sometimes by the clock.

    Args:
        names: places as often as a payment passes them.
        every: each place once.
        rng: the seeded source.
        count: how many shall die in one run.
    """
    for _ in range(count):
        lot = rng.random()
        if lot < 0.15:
            yield "timer"
        elif lot < 0.35:
            yield f"*:{rng.randrange(1, len(names) + 1)}"
        else:
            yield f"{rng.choice(every)}:{rng.choice((1, 1, 1, 2))}"


def copy_books(folder, to):
    """Copy the books of a dead process, with what stands in their log."""
    to.mkdir(parents=True, exist_ok=True)
    for path in folder.glob(f"{BOOKS}*"):
        shutil.copyfile(path, to / path.name)


def restore_books(run, copy):
    """Put a copy in the place of the books, marked as a restore leaves them."""
    for path in run.folder.glob(f"{BOOKS}*"):
        path.unlink()
    copy_books(copy, run.folder)
    engine, books = run._open()
    with books() as unit:
        record = unit.people.office()
        unit.people.put_office(
            replace(record, epoch=record.epoch + 1, restored_at=LeapingClock().now())
        )
        unit.commit()
    engine.dispose()


def drill(run, wishes, rng, tally):
    """Kill a payment, keep that copy, finish, restore the copy and press everything again."""
    os.waitpid(run.child(next(wishes)), 0)
    copy = run.folder.parent / f"{run.folder.name}-copy"
    copy_books(run.folder, copy)
    run.settle(iter(()), rng, tally)
    restore_books(run, copy)
    run.settle(wishes, rng, tally)
