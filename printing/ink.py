"""One page's texts and rules, written in a few operators however many cells there are."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from printing import fonts
from printing.page import fit
from printing.wage_cells import Mark

BLACK, DARK, MIDDLE, HAIR = 0.0, 0.25, 0.42, 0.62
"""Grays of type and rules; a site's laser printer has no other colour."""
TINT, TINT_STRONG = 0.955, 0.9
"""Grays of filled rows."""


class Ink:
    """Draws on a canvas: rules at once, texts collected and written by `flush`."""

    def __init__(self, canvas: Any) -> None:  # noqa: ANN401
        self.canvas = canvas
        self._marks: list[tuple[float, Mark]] = []

    def put(self, marks: Iterable[Mark], gray: float = BLACK) -> None:
        """Collect placed texts."""
        self._marks += [(gray, mark) for mark in marks]

    def text(  # noqa: PLR0913 - a text has that many properties
        self,
        x: float,
        y: float,
        text: str,
        size: float,
        *,
        font: str = fonts.REGULAR,
        gray: float = BLACK,
        anchor: float = 0,
        room: float = 0,
    ) -> float:
        """Collect one text and return its width; anchor 0 left, 0.5 middle, 1 right of x."""
        if room:
            size = fit(text, font, size, room)
        wide = fonts.width(text, font, size)
        self._marks.append((gray, (x - anchor * wide, y, text, font, size)))
        return wide

    def box(self, x: float, y: float, size: tuple[float, float], gray: float) -> None:
        """Fill a rectangle."""
        self.canvas.setFillGray(gray)
        self.canvas.rect(x, y, *size, stroke=0, fill=1)

    def frame(self, x: float, y: float, size: tuple[float, float], thick: float = 0.5) -> None:
        """Draw a rectangle's outline."""
        self.canvas.setStrokeGray(DARK)
        self.canvas.setLineWidth(thick)
        self.canvas.rect(x, y, *size, stroke=1, fill=0)

    def rules(
        self, lines: list[tuple[float, float, float, float]], gray: float, thick: float
    ) -> None:
        """Draw straight rules (x1, y1, x2, y2)."""
        self.canvas.setStrokeGray(gray)
        self.canvas.setLineWidth(thick)
        self.canvas.lines(lines)

    def flush(self) -> None:
        """Write the collected texts as one text object."""
        block = self.canvas.beginText()
        face: tuple[str, float] | None = None
        ink = -1.0
        for gray, (x, y, text, font, size) in self._marks:
            if (font, size) != face:
                block.setFont(font, size)
                face = font, size
            if gray != ink:
                block.setFillGray(gray)
                ink = gray
            block.setTextOrigin(x, y)
            block.textOut(text)
        self.canvas.drawText(block)
        self._marks = []
