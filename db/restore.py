"""A copy becomes a new office folder, marked as restored; the old folder is never touched."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy import Engine

from db.backup import check_books
from db.books import SqlBooks
from db.bundle import KEYS, digest, file_errors, sync, unpack
from db.engine import BOOKS, open_sqlite
from db.health import migrate
from db.places import check_place
from db.stores.office import SqlPeople
from desktop.domain.errors import BooksDamaged, BooksExist, Unknown, WrongKey
from desktop.domain.ids import PersonId
from desktop.ports.clock import Clock
from desktop.ports.copies import CopyReport

_PARTS = (*KEYS, BOOKS)
"""The books last: before them the folder is no office."""


@dataclass(slots=True)
class _Restorer:
    """Who the journal says restored the books."""

    person: PersonId
    name: str


@dataclass(frozen=True, slots=True)
class Keys:
    """How restored books are opened."""

    unlock: Callable[[Path], bytes]
    """Folder with the key file → key; raises WrongKey."""
    journal: Callable[[bytes], bytes]
    """Key → the journal's key."""


def restore(path: Path, folder: Path, keys: Keys, clock: Clock, person: str = "") -> CopyReport:
    """Make a new office folder of a copy: epoch raised, restored_at set, journalled.

    Args:
        path: the copy.
        folder: a folder without books; made when missing.
        keys: how to open it.
        clock: time of the restore.
        person: name of the person of the office who restores; empty: the first one.

    Raises:
        BooksExist: there are books, or a key file, in the folder.
        WrongKey, BooksDamaged, BooksMissing, DiskFull: as named; nothing is left behind.
    """
    check_place(folder)
    if any((folder / name).exists() for name in _PARTS):
        raise BooksExist(path=str(folder))
    with file_errors(folder):
        made = not folder.exists()
        folder.mkdir(parents=True, exist_ok=True)
        try:
            with tempfile.TemporaryDirectory(dir=folder, prefix=".restoring-") as name:
                work = Path(name)
                report = _unpack_and_mark(path, work, keys, clock, person)
                for part in _PARTS:
                    if (work / part).exists():
                        sync(work / part)
                        (work / part).replace(folder / part)
            sync(folder)
        except BaseException:
            for part in _PARTS:
                with suppress(OSError):
                    (folder / part).unlink()
            if made:
                shutil.rmtree(folder, ignore_errors=True)
            raise
    return report


def _unpack_and_mark(path: Path, work: Path, keys: Keys, clock: Clock, person: str) -> CopyReport:
    books = unpack(path, work)
    if not (work / KEYS[0]).exists():
        raise BooksDamaged(path=str(path), detail=KEYS[0])
    try:
        key = keys.unlock(work)
    except WrongKey as error:
        raise WrongKey(path=str(path)) from error
    signing = keys.journal(key)
    sha256, size = digest(books), path.stat().st_size
    revision, facts = check_books(books, key, signing)
    engine = open_sqlite(books, key)
    try:
        migrate(engine)
        with SqlBooks(engine, _restorer(engine, person), clock, signing) as unit:
            record = unit.people.office()
            epoch = record.epoch + 1
            unit.people.put_office(replace(record, epoch=epoch, restored_at=clock.now()))
            unit.journal.write("books.restored", sha256, epoch=epoch)
            unit.commit()
    finally:
        engine.dispose()
    return CopyReport(path, size, sha256, revision, sum(facts.rows.values()), *facts.head)


def _restorer(engine: Engine, name: str) -> _Restorer:
    with engine.connect() as connection:
        people = SqlPeople(connection).all()
    found = next((each for each in people if each.name == name or not name), None)
    if found is None:
        raise Unknown(kind="person", name=name)
    return _Restorer(found.id, found.name)
