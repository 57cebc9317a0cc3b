"""A file dropped on a whole page."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QDropEvent


def dropped_file(event: QDropEvent, suffix: str) -> Path | None:
    """Return the one local file of a drop if its name ends so, else None."""
    urls = event.mimeData().urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = Path(urls[0].toLocalFile())
    return path if path.suffix.lower() == suffix else None


def dropped_files(event: QDropEvent, suffixes: tuple[str, ...]) -> list[Path]:
    """Return the local files of a drop, all of them or, if one does not fit, none."""
    urls = event.mimeData().urls()
    paths = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
    fits = len(paths) == len(urls) and all(path.suffix.lower() in suffixes for path in paths)
    return paths if fits else []
