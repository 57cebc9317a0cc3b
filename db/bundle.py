"""The file of a safe copy: the encrypted books and their key file in one uncompressed archive."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from desktop.domain.errors import BooksDamaged, BooksMissing, DiskFull, FileTrouble

BOOKS = "books.db"
KEYS = ("books.axkeys", "books.axkeys2")
_NAMES = frozenset({BOOKS, *KEYS})
_MOST = 1 << 40
_BLOCK = 1 << 20
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


@contextmanager
def file_errors(path: Path) -> Iterator[None]:
    """Turn what the operating system says about files into our errors."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise DiskFull(path=str(path)) from error
        raise FileTrouble(path=str(path), detail=error.strerror or str(error)) from error


def pack(books: Path, keys_folder: Path, target: Path) -> None:
    """Write an archive of encrypted books and the key files beside the living ones."""
    with (
        _private(target) as file,
        zipfile.ZipFile(file, "w", zipfile.ZIP_STORED, allowZip64=True) as archive,
    ):
        archive.write(books, BOOKS)
        for name in KEYS:
            if (keys_folder / name).is_file():
                archive.write(keys_folder / name, name)
    sync(target)


def unpack(path: Path, folder: Path) -> Path:
    """Write the books and key files of an archive into a folder; returns the books' path.

    Raises:
        BooksMissing: there is no such file.
        BooksDamaged: it is no archive of ours, or its check sums are wrong.
    """
    if not path.is_file():
        raise BooksMissing(path=str(path))
    try:
        with zipfile.ZipFile(path) as archive:
            _check_names(archive, path)
            for info in archive.infolist():
                with archive.open(info) as source, _private(folder / info.filename) as sink:
                    shutil.copyfileobj(source, sink, _BLOCK)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError) as error:
        raise BooksDamaged(path=str(path), detail="archive") from error
    return folder / BOOKS


def _private(path: Path) -> BinaryIO:
    """Make a new file that nobody else of this machine may read."""
    return os.fdopen(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600), "w+b")


def _check_names(archive: zipfile.ZipFile, path: Path) -> None:
    """Take nothing but our own names, stored as they are: no bomb, no way out of the folder."""
    infos = archive.infolist()
    names = [info.filename for info in infos]
    plain = all(info.compress_type == zipfile.ZIP_STORED for info in infos)
    own = set(names) <= _NAMES and len(set(names)) == len(names) and BOOKS in names
    if not (plain and own and sum(info.file_size for info in infos) < _MOST):
        raise BooksDamaged(path=str(path), detail="archive")


def sync(path: Path) -> None:
    """Have a file, or a folder's names, reach the disk."""
    if path.is_dir() and os.name == "nt":
        return  # Windows cannot open a folder to sync it; its rename is journalled
    file = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(file)
    finally:
        os.close(file)


def digest(path: Path) -> str:
    """Return the SHA-256 of a file, hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
