"""URL or file → engine: the encrypted file of one seat, or a PostgreSQL server of several."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as cipher
from sqlalchemy import Connection, Engine, QueuePool, create_engine, event

from db.faults import plain, translate
from db.lock import FolderLock
from db.places import check_place
from db.server import open_server
from desktop.domain.errors import (
    BooksDamaged,
    BooksExist,
    BooksMissing,
    FileTrouble,
    WrongKey,
)

__all__ = ["BOOKS", "KEY_BYTES", "check_file", "connect", "open_server", "open_sqlite"]

BOOKS = "books.db"
KEY_BYTES = 32
BUSY_MS = 5_000
WAL_BYTES = 64 * 1024 * 1024
"""What a write-ahead log shrinks to again after a month's import."""
CACHE_KB = 16 * 1024
"""Pages that each connection keeps deciphered: every index that a search walks at once."""
_PLAIN_HEAD = b"SQLite format 3\0"
_PRAGMAS: tuple[tuple[str, str, object], ...] = (
    ("journal_mode", "wal", "wal"),
    ("synchronous", "full", 2),
    ("foreign_keys", "on", 1),
    ("secure_delete", "on", 1),
    ("trusted_schema", "off", 0),
    ("cell_size_check", "on", 1),
    ("recursive_triggers", "on", 1),
    ("temp_store", "memory", 2),
    ("busy_timeout", str(BUSY_MS), BUSY_MS),
    ("journal_size_limit", str(WAL_BYTES), WAL_BYTES),
    ("cache_size", str(-CACHE_KB), -CACHE_KB),
)


def connect(path: Path, key: bytes, *, create: bool = False, read_only: bool = False) -> Any:  # noqa: ANN401 - the driver has no types
    """Open one connection, set it up and read every setting back.

    Raises:
        WrongKey: the key does not open the file.
        BooksDamaged: it is no encrypted database, or a setting did not take.
    """
    if len(key) != KEY_BYTES:
        raise ValueError(len(key))
    if create:
        _make_private(path)
    connection = None
    try:
        connection = cipher.connect(
            f"{path.absolute().as_uri()}?mode=rw",
            uri=True,
            check_same_thread=False,
            isolation_level=None,
            cached_statements=256,
        )
        _prepare(connection, path, key, read_only=read_only)
    except cipher.Error as error:
        if connection is not None:
            connection.close()
        raise plain(error, str(path)) or error from error
    except BaseException:
        if connection is not None:
            connection.close()
        raise
    return connection


def _make_private(path: Path) -> None:
    """Make the empty file so that nobody else of this machine may read it; its log is like it."""
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except FileExistsError as error:
        raise BooksExist(path=str(path)) from error
    except OSError as error:
        raise FileTrouble(path=str(path), detail=error.strerror or "") from error


def _prepare(connection: Any, path: Path, key: bytes, *, read_only: bool) -> None:  # noqa: ANN401
    connection.execute("pragma cipher_log_level=none")
    connection.execute(f"pragma key=\"x'{key.hex()}'\"")
    version = connection.execute("pragma cipher_version").fetchone()
    if not version or not version[0]:
        raise BooksDamaged(path=str(path), detail="no cipher")
    try:
        connection.execute("select count(*) from sqlite_master").fetchone()
    except cipher.DatabaseError as error:
        if "not a database" in str(error):
            raise WrongKey(path=str(path)) from error
        raise
    pragmas = _PRAGMAS + ((("query_only", "on", 1),) if read_only else ())
    for name, value, _expected in pragmas:
        connection.execute(f"pragma {name}={value}")
    for name, _value, expected in pragmas:
        found = connection.execute(f"pragma {name}").fetchone()
        if not found or found[0] != expected:
            raise BooksDamaged(path=str(path), detail=f"{name}={found and found[0]}")


def open_sqlite(path: Path, key: bytes, *, read_only: bool = False, create: bool = False) -> Engine:
    """Open the encrypted books of one seat.

    Args:
        path: the file, `<folder>/books.db`.
        key: 32 bytes, used raw.
        read_only: connections that cannot write; they never wait for a writer. A writing engine
            also holds the lock on the folder until it is disposed of.
        create: make the file; otherwise a missing file is never made.

    Raises:
        BooksExist, BooksMissing, BooksDamaged, BooksBusy, WrongKey, UnsafePlace: as named.
    """
    check_place(path.parent)
    check_file(path, create=create)
    lock = None if read_only else FolderLock(path.parent)
    engine = create_engine(
        "sqlite://",
        creator=lambda: connect(path, key, read_only=read_only),
        module=cipher,
        poolclass=QueuePool,
    )
    begin = "BEGIN" if read_only else "BEGIN IMMEDIATE"

    @event.listens_for(engine, "begin")
    def on_begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    translate(engine, str(path))
    try:
        connect(path, key, create=create, read_only=read_only).close()
    except BaseException:
        if lock is not None:
            lock.release()
        raise
    if lock is not None:
        event.listen(engine, "engine_disposed", lambda _engine: lock.release())
    return engine


def check_file(path: Path, *, create: bool = False) -> None:
    """Look at the file before any driver does.

    Raises:
        BooksExist, BooksMissing: it should not, or should, be there.
        BooksDamaged: it is empty, or a database that nobody encrypted.
    """
    if create:
        if path.exists():
            raise BooksExist(path=str(path))
        if not path.parent.is_dir():
            raise BooksMissing(path=str(path.parent))
        return
    if not path.is_file():
        raise BooksMissing(path=str(path))
    with path.open("rb") as file:
        head = file.read(len(_PLAIN_HEAD))
    if head == _PLAIN_HEAD:
        raise BooksDamaged(path=str(path), detail="not encrypted")
    if not head:
        raise BooksDamaged(path=str(path), detail="empty")
