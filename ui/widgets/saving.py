"""A file that a person asked for: the whole of it or nothing, and Trouble in our own terms."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QFileDevice, QIODevice, QSaveFile

from desktop.domain.errors import DiskFull, FileTrouble


def save_file(path: Path, content: bytes) -> Path:
    """Write a file; after a failure the old one is still there.

    Raises:
        DiskFull: there is no space.
        FileTrouble: the place cannot be written.
    """
    file = QSaveFile(str(path))
    written = file.open(QIODevice.OpenModeFlag.WriteOnly) and file.write(content) == len(content)
    if not written or not file.commit():
        detail = file.errorString()
        full = file.error() == QFileDevice.FileError.ResourceError
        file.cancelWriting()
        raise (DiskFull if full else FileTrouble)(path=str(path), detail=detail)
    return path
