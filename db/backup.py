"""Safe copies: online backup, opened again, checked and compared, then named; restore elsewhere.

A PostgreSQL server keeps its own copies with its own tools (pg_dump, base backups and WAL archive);
`desktop.services.safekeeping` says so instead of pretending.
"""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as cipher
from sqlalchemy import Connection

from db import journal
from db.bundle import digest, file_errors, pack, sync, unpack
from db.engine import BOOKS, check_file, connect, open_sqlite
from db.faults import plain
from db.health import KNOWN, file_faults, revision
from desktop.domain.errors import BooksDamaged, BooksExist, BooksNewer, DiskFull
from desktop.ports.copies import CopyReport

SUFFIX = ".axcopy"
_SUMS = (
    ("wage_line", "net"),
    ("obligation", "amount"),
    ("pay_item", "amount"),
    ("labour_contract", "rate"),
    ("works_contract", "amount"),
    ("settled_month", "due"),
)


@dataclass(frozen=True, slots=True)
class Facts:
    """What a copy must agree on with what was copied."""

    rows: Mapping[str, int]
    sums: tuple[int, ...]
    head: tuple[int, str]
    """Number and MAC of the newest journal entry."""


@dataclass(frozen=True, slots=True)
class FileCopies:
    """Copies of the encrypted file of one seat: `desktop.ports.copies.Copies`."""

    path: Path
    key: bytes
    journal_key: bytes | None = None

    def make(self, target: Path) -> CopyReport:
        """Write a copy with its key file, open it again, compare it, and only then name it."""
        return make(self.path, self.key, target, self.journal_key)

    def verify(self, path: Path) -> CopyReport:
        """Open a copy and check every page, every reference and the journal's chain."""
        return verify(path, self.key, self.journal_key)


def make(path: Path, key: bytes, target: Path, journal_key: bytes | None = None) -> CopyReport:
    """Copy living books into one file, while they are being written if need be.

    Args:
        path: the books' file; the key file beside it goes along.
        key: the books' key; the copy has the same.
        target: the file to make; it must not be there.
        journal_key: given, the copy's journal is checked link by link.

    Raises:
        BooksExist: the target is there already.
        BooksDamaged: the copy differs from what was copied; nothing is left behind.
        DiskFull, FileTrouble: as named; nothing is left behind.
    """
    check_file(path)
    if target.exists():
        raise BooksExist(path=str(target))
    with file_errors(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=target.parent, prefix=".copying-") as name:
            work = Path(name)
            try:
                expected = _snapshot(path, key, work / BOOKS)
            except DiskFull as error:  # it names the unfinished copy, which is gone by now
                raise DiskFull(path=str(target)) from error
            draft = work / "draft"
            pack(work / BOOKS, path.parent, draft)
            (work / BOOKS).unlink()
            report, found = _open_and_check(draft, key, journal_key)
            if found != expected:
                raise BooksDamaged(path=str(target), detail="differs")
            draft.replace(target)
        sync(target.parent)
    return replace(report, path=target)


def _snapshot(path: Path, key: bytes, target: Path) -> Facts:
    """Copy in one read transaction and say what it saw; writers go on meanwhile."""
    try:
        with (
            closing(connect(path, key, read_only=True)) as source,
            closing(connect(target, key, create=True)) as sink,
        ):
            source.execute("begin")
            facts = _facts(source)
            source.backup(sink)
            source.execute("rollback")
            sink.execute("pragma journal_mode=delete")
    except cipher.Error as error:
        raise plain(error, str(target)) or error from error
    sync(target)
    return facts


def _facts(connection: Any) -> Facts:  # noqa: ANN401 - the driver has no types
    names = connection.execute(
        "select name from sqlite_master where type = 'table' and name not like 'sqlite_%'"
    )
    rows = {
        name: connection.execute(f'select count(*) from "{name}"').fetchone()[0]  # noqa: S608 - names of our own tables
        for (name,) in names.fetchall()
    }
    sums = tuple(
        connection.execute(f"select coalesce(sum({column}), 0) from {table}").fetchone()[0]  # noqa: S608 - constants
        for table, column in _SUMS
        if table in rows
    )
    newest = "select seq, mac from journal order by seq desc limit 1"
    head = connection.execute(newest).fetchone() if "journal" in rows else None
    return Facts(rows, sums, head or (0, ""))


def verify(path: Path, key: bytes, journal_key: bytes | None = None) -> CopyReport:
    """Open a copy and check every page, every reference and the journal's chain.

    Raises:
        BooksMissing, BooksDamaged, BooksNewer, WrongKey: as named.
    """
    with file_errors(path):
        return _open_and_check(path, key, journal_key)[0]


def _open_and_check(path: Path, key: bytes, journal_key: bytes | None) -> tuple[CopyReport, Facts]:
    parent = path.parent if path.name == "draft" else None
    with tempfile.TemporaryDirectory(dir=parent, prefix="anxin-copy-") as name:
        books = unpack(path, Path(name))
        sha256 = digest(books)  # before it is opened: opening turns on WAL in its head
        found, facts = check_books(books, key, journal_key)
        report = CopyReport(
            path,
            path.stat().st_size,
            sha256,
            found,
            sum(facts.rows.values()),
            *facts.head,
        )
    return report, facts


def check_books(path: Path, key: bytes, journal_key: bytes | None) -> tuple[str, Facts]:
    """Check closed books in place; returns their revision and what they hold.

    Raises:
        BooksDamaged: a page, a reference or a link of the journal is wrong.
        BooksNewer: a newer program wrote them.
    """
    engine = open_sqlite(path, key, read_only=True)
    try:
        with engine.connect() as connection:
            age = revision(connection)
            if age not in KNOWN:
                raise BooksNewer(path=str(path), revision=age)
            if faults := file_faults(connection):
                raise BooksDamaged(path=str(path), detail=faults[0])
            if journal_key is not None:
                journal.verify(connection, journal_key)
            return age, _facts(_driver(connection))
    finally:
        engine.dispose()


def _driver(connection: Connection) -> Any:  # noqa: ANN401 - the driver has no types
    return connection.connection.driver_connection
