"""The blank page: sizes, inks, a deterministic canvas, texts that wrap and fit."""

from __future__ import annotations

import tomllib
from functools import cache
from io import BytesIO
from typing import Any

from reportlab.pdfgen.canvas import Canvas

import resources
from desktop.ports.paper import PaperSize
from printing import fonts

MM = 72 / 25.4
"""Points in a millimetre."""
SIZES_MM = {
    PaperSize.A0: (841.0, 1189.0),
    PaperSize.A1: (594.0, 841.0),
    PaperSize.A2: (420.0, 594.0),
    PaperSize.A3: (297.0, 420.0),
    PaperSize.A4: (210.0, 297.0),
}
"""Portrait width and height (ISO 216)."""
_HAIR = 0.01
"""Points by which a text that was shrunk to fit may be rounded beyond its room."""
_NO_LINE_START = "，。、；：！？）】〕》”’…—·%％,.;:!?)"
_NO_LINE_END = "（【〔《“‘("


@cache
def terms(name: str) -> dict[str, Any]:
    """Return a table of resources/terms."""
    return tomllib.loads(resources.text(f"terms/{name}.toml"))


class Document:
    """A canvas whose bytes depend on what is drawn and on nothing else."""

    def __init__(self, size: tuple[float, float], title: str) -> None:
        fonts.ready()
        self._out = BytesIO()
        self.canvas = Canvas(
            self._out,
            pagesize=size,
            invariant=1,
            pageCompression=1,
            initialFontName=fonts.REGULAR,
        )
        self.canvas.setTitle(title)
        self.canvas.setCreator("Anxin")
        self.canvas.setProducer("Anxin")

    def finish(self) -> bytes:
        """Close the document and return it."""
        self.canvas.save()
        return self._out.getvalue()


def portrait(size: PaperSize) -> tuple[float, float]:
    """Return width and height in points."""
    wide, high = SIZES_MM[size]
    return wide * MM, high * MM


def landscape(size: PaperSize) -> tuple[float, float]:
    """Return width and height in points, the long side lying."""
    wide, high = portrait(size)
    return high, wide


def fit(text: str, font: str, size: float, room: float) -> float:
    """Return the font size, at most `size`, at which a text fits into a width."""
    wide = fonts.width(text, font, size)
    return size if wide <= room else size * room / wide


def wrap(text: str, font: str, size: float, room: float) -> list[str]:
    """Break a text into lines: anywhere between Chinese characters, never inside a number."""
    lines: list[str] = []
    line = ""
    for piece in pieces(text):
        if line and fonts.width(line + piece, font, size) > room + _HAIR:
            lines.append(line.rstrip())
            line = piece.lstrip()
        else:
            line += piece
        while len(line) > 1 and fonts.width(line, font, size) > room + _HAIR:
            head = _longest(line, font, size, room)
            lines.append(head)
            line = line[len(head) :]
    if line or not lines:
        lines.append(line)
    return lines


def _longest(text: str, font: str, size: float, room: float) -> str:
    """Return the longest beginning that fits, at least one character."""
    end = len(text) - 1
    while end > 1 and fonts.width(text[:end], font, size) > room:
        end -= 1
    return text[:end]


def pieces(text: str) -> list[str]:
    """Split into pieces that stay together: numbers, Latin words, a character with its stop."""
    found: list[str] = []
    for char in text:
        if found and _sticks(found[-1][-1], char):
            found[-1] += char
        else:
            found.append(char)
    return found


def _sticks(before: str, char: str) -> bool:
    if char in _NO_LINE_START or before in _NO_LINE_END:
        return True
    return _is_word(before) and _is_word(char)


def _is_word(char: str) -> bool:
    return char.isascii() and not char.isspace()
