"""Real encrypted books for service tests: a template made once and copied for each test.

    open_books, open_reads, clock, seat = make_books(tmp_path)
    with open_books() as books: …; books.commit()

The person `seat` sits there already as labour officer; there is no project yet.
"""

import atexit
import shutil
import tempfile
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID

from db.books import BooksOf
from db.create import create_books
from db.engine import BOOKS, open_sqlite
from desktop.domain.attendance import BEIJING
from desktop.domain.ids import PersonId
from desktop.domain.people import Person, Role
from desktop.ports.books import OfficeRecord

KEY = bytes(range(32))
JOURNAL_KEY = bytes(range(32, 64))
PERSON = Person(
    PersonId(UUID("00000000-0000-4000-8000-000000000001")),
    "张工",
    frozenset({Role.LABOUR_OFFICER}),
)


@dataclass
class FakeClock:
    """Time that stands still until moved."""

    moment: datetime = datetime(2026, 4, 1, 2, 0, tzinfo=UTC)

    def now(self) -> datetime:
        return self.moment

    def today(self) -> date:
        return self.moment.astimezone(BEIJING).date()

    def move(self, **span: float) -> None:
        """Let time pass, e.g. move(minutes=30)."""
        self.moment += timedelta(**span)


@dataclass
class FakeSeat:
    """Who sits here; tests may seat somebody else."""

    person: PersonId = PERSON.id
    name: str = PERSON.name


@dataclass
class _Template:
    path: Path | None = None


_template = _Template()


def record(clock: FakeClock) -> OfficeRecord:
    """The office's record of the template."""
    return OfficeRecord(created_at=clock.now(), reference_key=b"r" * 32)


def template() -> Path:
    """Path of empty books with one person, made once a process."""
    if _template.path is None:
        folder = Path(tempfile.mkdtemp(prefix="anxin-books-"))
        atexit.register(shutil.rmtree, folder, ignore_errors=True)
        path = folder / BOOKS
        clock = FakeClock()
        engine = open_sqlite(path, KEY, create=True)
        create_books(engine, record(clock), PERSON, clock, JOURNAL_KEY)
        engine.dispose()
        _template.path = path
    return _template.path


@dataclass
class Opened:
    """Books of one test with both engines, for tests that need more than the four."""

    folder: Path
    write: BooksOf
    read: BooksOf
    clock: FakeClock = field(default_factory=FakeClock)
    seat: FakeSeat = field(default_factory=FakeSeat)

    def close(self) -> None:
        """Give the files back."""
        self.write.engine.dispose()
        self.read.engine.dispose()


def open_copy(folder: Path) -> Opened:
    """Copy the template into a folder and open it twice: to write and to read."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / BOOKS
    shutil.copyfile(template(), path)
    clock, seat = FakeClock(), FakeSeat()
    write = BooksOf(open_sqlite(path, KEY), seat, clock, JOURNAL_KEY)
    read = BooksOf(open_sqlite(path, KEY, read_only=True), seat, clock, JOURNAL_KEY)
    return Opened(folder, write, read, clock, seat)


def make_books(tmp_path: Path) -> tuple[BooksOf, BooksOf, FakeClock, FakeSeat]:
    """Return (open_books, open_reads, clock, seat) on a fresh encrypted file."""
    opened = open_copy(tmp_path / "office")
    return opened.write, opened.read, opened.clock, opened.seat
