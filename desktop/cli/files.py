"""Files that a command is given."""

from __future__ import annotations

from pathlib import Path

from desktop.domain.errors import FileTrouble


def read_file(path: Path) -> bytes:
    """Return a file's bytes.

    Raises:
        FileTrouble: it cannot be read.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        raise FileTrouble(path=str(path), detail=error.strerror or "") from error
