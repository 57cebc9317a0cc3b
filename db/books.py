"""SqlBooks: one unit of work on a connection of its own, rolled back unless committed."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine

from db.journal import SqlJournal
from db.stores.attendance import SqlAttendance
from db.stores.contracts import SqlContracts
from db.stores.imports import SqlImports
from db.stores.office import SqlCalendar, SqlDocuments, SqlPeople
from db.stores.payments import SqlPayments
from db.stores.persons import SqlLikenesses, SqlWatch
from db.stores.projects import SqlProjects
from db.stores.sheets import SqlSheets
from db.stores.workers import SqlWorkers
from db.views import SqlViews
from desktop.ports import books as ports
from desktop.ports import person_stores as persons
from desktop.ports.clock import Clock
from desktop.ports.views import Views

RUNNER = "runner"


class SqlBooks:
    """A unit of work with its stores; `with SqlBooks(...) as books: …; books.commit()`."""

    people: ports.PeopleStore
    projects: ports.ProjectStore
    calendar: ports.CalendarStore
    workers: ports.WorkerStore
    attendance: ports.AttendanceStore
    imports: ports.ImportStore
    sheets: ports.SheetStore
    payments: ports.PaymentStore
    documents: ports.DocumentStore
    contracts: persons.ContractStore
    likenesses: persons.LikenessStore
    watch: persons.WatchStore
    journal: ports.Journal
    views: Views

    def __init__(self, engine: Engine, seat: ports.Seat, clock: Clock, journal_key: bytes) -> None:
        self._engine = engine
        self._seat = seat
        self._clock = clock
        self._journal_key = journal_key
        self._cx: Connection | None = None

    def __enter__(self) -> Self:
        """Open a connection and begin.

        Raises:
            RuntimeError: called on a runner thread, whose work must not touch the books.
            BooksBusy, ServerTrouble: the books cannot be had now.
        """
        if threading.current_thread().name.startswith(RUNNER):
            raise RuntimeError(threading.current_thread().name)
        cx = self._engine.connect()
        try:
            cx.begin()
        except BaseException:
            cx.close()
            raise
        self._cx = cx
        self.people = SqlPeople(cx)
        self.projects = SqlProjects(cx)
        self.calendar = SqlCalendar(cx)
        self.workers = SqlWorkers(cx)
        self.attendance = SqlAttendance(cx)
        self.imports = SqlImports(cx)
        self.sheets = SqlSheets(cx)
        self.payments = SqlPayments(cx)
        self.documents = SqlDocuments(cx)
        self.contracts = SqlContracts(cx)
        self.likenesses = SqlLikenesses(cx)
        self.watch = SqlWatch(cx)
        self.journal = SqlJournal(cx, self._journal_key, self._seat, self._clock)
        self.views = SqlViews(cx)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Roll back what was not committed and give the connection back."""
        if self._cx is not None:
            self._cx.close()
            self._cx = None

    def commit(self) -> None:
        """Make everything so far durable; what follows is a new transaction."""
        if self._cx is None:
            raise RuntimeError
        self._cx.commit()


@dataclass(frozen=True, slots=True)
class BooksOf:
    """Opens units of work on an engine: `OpenBooks`."""

    engine: Engine
    seat: ports.Seat
    clock: Clock
    journal_key: bytes
    """Signs the journal; derived from the data key, never stored in the books."""

    def __call__(self) -> SqlBooks:
        """Make a unit of work, to be entered with `with`."""
        return SqlBooks(self.engine, self.seat, self.clock, self.journal_key)
