"""Files on disk: old or new, never half of each."""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from pathlib import Path

from desktop.domain.errors import DiskFull, FileTrouble


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that after a crash there is the old one or the whole new one.

    Raises:
        DiskFull: there is no space; the old file is untouched.
        FileTrouble: the place cannot be written.
    """
    try:
        draft = path.with_name(f".{path.name}.{os.getpid()}.new")
    except ValueError:  # "", "." or "/": a folder's name at best
        raise FileTrouble(path=str(path), detail=os.strerror(errno.EISDIR)) from None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with draft.open("wb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        draft.replace(path)
    except OSError as error:
        with suppress(OSError):
            draft.unlink()
        raise as_trouble(error, path) from error
    except ValueError as error:  # a name with NUL in it
        raise FileTrouble(path=str(path), detail=str(error)) from error


def make_folder(folder: Path) -> None:
    """Make a folder and those above it. Raises FileTrouble."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileTrouble(path=str(folder), detail=error.strerror or "") from error


def as_trouble(error: OSError, path: Path) -> DiskFull | FileTrouble:
    """Say what the operating system says about a file in our words."""
    if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
        return DiskFull(path=str(path))
    return FileTrouble(path=str(path), detail=error.strerror or str(error))
