"""One opened office: a connection pool that writes and one that only reads."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Self

from sqlalchemy import Engine

from db import health
from db.books import BooksOf
from db.bundle import file_errors, sync
from db.create import create_books
from db.engine import check_file, open_sqlite
from db.server import open_server
from desktop.domain.people import Person
from desktop.ports.books import OfficeRecord, Seat
from desktop.ports.clock import Clock


@dataclass(frozen=True, slots=True)
class Place:
    """Where books live: an encrypted file, or a server when `server` is set."""

    path: Path
    server: str = ""

    def engine(self, key: bytes, *, read_only: bool = False, create: bool = False) -> Engine:
        """Open a pool. Raises what open_sqlite and open_server raise."""
        if self.server:
            return open_server(self.server, read_only=read_only)
        return open_sqlite(self.path, key, read_only=read_only, create=create)

    def create(
        self, key: bytes, record: OfficeRecord, person: Person, clock: Clock, journal_key: bytes
    ) -> None:
        """Make new books with their first rows, whole or not at all, even if the power fails.

        Raises:
            BooksExist, ServerTrouble, DiskFull, UnsafePlace: as named.
        """
        place = self if self.server else self._draft()
        engine = place.engine(key, create=True)
        try:
            create_books(engine, record, person, clock, journal_key)
        finally:
            engine.dispose()
        if not self.server:
            with file_errors(self.path):
                place.path.replace(self.path)
                sync(self.path.parent)

    def _draft(self) -> Place:
        """Return where new books are made before they get their name; clears what a crash left."""
        check_file(self.path, create=True)
        draft = self.path.with_name(self.path.name + ".making")
        with file_errors(draft):
            for end in ("", "-wal", "-shm"):
                draft.with_name(draft.name + end).unlink(missing_ok=True)
        return Place(draft)

    def examine(self, key: bytes) -> str:
        """Check every page and reference; returns the place in words. Raises BooksDamaged."""
        engine = self.engine(key, read_only=True)
        try:
            health.check(engine)
            return health.place(engine)
        finally:
            engine.dispose()


class Opened:
    """Books that are open; the folder's lock is held until `close`."""

    def __init__(self, place: Place, key: bytes) -> None:
        self._place = place
        self._key = key
        self._writing = place.engine(key)
        self._reading: Engine | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_rest: object) -> None:
        """Close what could not be opened to the end."""
        if kind is not None:
            self.close()

    @property
    def is_current(self) -> bool:
        """Tell whether the books are of today's revision. Raises BooksNewer."""
        return health.check_revision(self._writing)

    def migrate(self) -> None:
        """Bring the books to today's revision."""
        health.migrate(self._writing)

    def units(self, seat: Seat, clock: Clock, journal_key: bytes) -> tuple[BooksOf, BooksOf]:
        """Return what opens units of work that write, and those that only read."""
        if self._reading is None:
            self._reading = self._place.engine(self._key, read_only=True)
        return (
            BooksOf(self._writing, seat, clock, journal_key),
            BooksOf(self._reading, seat, clock, journal_key),
        )

    def close(self) -> None:
        """Let go of the books and their lock."""
        if self._reading is not None:
            self._reading.dispose()
        self._writing.dispose()
