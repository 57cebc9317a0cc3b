"""Where the fonts for rare characters lie; nothing here needs the drawing library."""

from __future__ import annotations

import struct
from pathlib import Path
from threading import Lock

from desktop.domain.errors import FileTrouble, FontRefused

SYSTEM = (
    Path("/usr/share/fonts/truetype/hanazono/HanaMinB.ttf"),  # Debian's fonts-hanazono
    Path("C:/Windows/Fonts/simsunb.ttf"),  # SimSun-ExtB
)
"""Fonts of Ext-B and later that systems bring along, the best first."""
LARGEST = 100_000_000
_TRUETYPE = (b"\x00\x01\x00\x00", b"true")
_COLLECTION, _CFF = b"ttcf", b"OTTO"
_RESTRICTED = 0x0002
"""OS/2 fsType: embedding is not allowed."""
_MOST_TABLES = 200


class _Given:
    def __init__(self) -> None:
        self.lock = Lock()
        self.path: Path | None = None
        self.turn = 0


_given = _Given()


def use(path: Path | None) -> None:
    """Take the office's own font into the chain, before the system's, or leave it out."""
    with _given.lock:
        if path != _given.path:
            _given.path = path
            _given.turn += 1


def turn() -> int:
    """Return a number that changes with the chain."""
    return _given.turn


def files() -> tuple[Path, ...]:
    """Return the fonts behind ours that are there."""
    wanted = (_given.path, *SYSTEM)
    return tuple(path for path in wanted if path is not None and path.is_file())


def check(path: Path) -> None:
    """Look at a font's directory: TrueType outlines, allowed to be embedded.

    Raises:
        FontRefused: they are not, or it is not.
        FileTrouble: it cannot be read.
    """
    try:
        if path.stat().st_size > LARGEST:
            raise refused(path, "font-damaged")
        content = path.read_bytes()
    except OSError as error:
        raise FileTrouble(path=str(path), detail=error.strerror or str(error)) from error
    try:
        tables = _tables(content)
        locked = tables is not None and bool(_fs_type(content, tables) & _RESTRICTED)
    except (struct.error, ValueError) as error:
        raise refused(path, "font-damaged") from error
    if tables is None:
        raise refused(path, "font-cff" if content.startswith(_CFF) else "font-kind")
    if b"glyf" not in tables:
        raise refused(path, "font-cff" if b"CFF " in tables else "font-kind")
    if locked:
        raise refused(path, "font-locked")


def refused(path: Path, cause: str) -> FontRefused:
    """Return the refusal of a font with its cause."""
    return FontRefused(path=str(path), cause=cause, cure=cause)


def _tables(content: bytes) -> dict[bytes, int] | None:
    """Return the offsets of the first font's tables; None for what is no TrueType file."""
    start = 0
    if content.startswith(_COLLECTION):
        (start,) = struct.unpack_from(">L", content, 12)
    if content[start : start + 4] not in _TRUETYPE:
        return None
    (count,) = struct.unpack_from(">H", content, start + 4)
    if count > _MOST_TABLES:
        raise ValueError(count)
    rows = [struct.unpack_from(">4sLLL", content, start + 12 + 16 * n) for n in range(count)]
    return {tag: offset for tag, _sum, offset, _size in rows}


def _fs_type(content: bytes, tables: dict[bytes, int]) -> int:
    if b"OS/2" not in tables:
        return 0
    (bits,) = struct.unpack_from(">H", content, tables[b"OS/2"] + 8)
    return int(bits)
