"""One program at a time in an office folder: an OS lock that dies with its holder."""

from __future__ import annotations

import os
import sys
import weakref
from pathlib import Path

from desktop.domain.errors import BooksBusy, FileTrouble

NAME = "books.lock"

if sys.platform == "win32":
    import msvcrt

    def _seize(file: int) -> None:
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _seize(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


class FolderLock:
    """The lock on an office folder, held until released or until the process ends."""

    def __init__(self, folder: Path) -> None:
        """Take the lock at once.

        Raises:
            BooksBusy: another program holds it.
            FileTrouble: the lock file cannot be opened.
        """
        self.path = folder / NAME
        try:
            file = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise FileTrouble(path=str(self.path), detail=error.strerror or "") from error
        try:
            _seize(file)
        except OSError as error:
            os.close(file)
            raise BooksBusy(path=str(folder)) from error
        self._finish = weakref.finalize(self, os.close, file)

    def release(self) -> None:
        """Let go; the file stays, since removing it would open a race."""
        self._finish()
