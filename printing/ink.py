"""One page's texts and rules, written in a few operators however many cells there are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from printing import fonts
from printing.page import fit

BLACK, DARK, MIDDLE, HAIR = 0.0, 0.25, 0.42, 0.62
"""Grays of type and rules; a site's laser printer has no other colour."""
TINT, TINT_STRONG = 0.955, 0.9
"""Grays of filled rows."""

Mark = tuple[float, float, str, str, float]
"""x, y of the baseline, text, font, size."""
_TOUCH = 0.01
Rule = tuple[float, float, float, float]
"""x1, y1, x2, y2."""


class Ink:
    """Collects fills, rules and texts of a page; `flush` writes them in that order.

    Operators are written as literals: ReportLab formats each number with a logarithm, which on a
    table of 10,000 rows costs more than everything else together.
    """

    def __init__(self, canvas: Any) -> None:  # noqa: ANN401
        self.canvas = canvas
        self._texts: dict[tuple[str, str, float], str] = {}
        self._fills: list[str] = []
        self._grid: list[tuple[tuple[float, ...], float, float]] = []
        self._pens: dict[tuple[float, float], list[str]] = {}
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
        """Fill a rectangle; it lies under every rule and text of this flush."""
        self._fills.append(f"{gray} g {x:.2f} {y:.2f} {size[0]:.2f} {size[1]:.2f} re f")

    def frame(self, x: float, y: float, size: tuple[float, float], thick: float = 0.5) -> None:
        """Draw a rectangle's outline."""
        self._pen(DARK, thick).append(f"{x:.2f} {y:.2f} {size[0]:.2f} {size[1]:.2f} re")

    def rules(self, lines: Iterable[Rule], gray: float, thick: float) -> None:
        """Draw straight rules (x1, y1, x2, y2)."""
        self._pen(gray, thick).extend(
            f"{x1:.2f} {y1:.2f} m {x2:.2f} {y2:.2f} l" for x1, y1, x2, y2 in lines
        )

    def columns(self, edges: tuple[float, ...], span: tuple[float, float]) -> None:
        """Draw a table's upright hairlines; rows that touch share one long rule.

        Args:
            edges: x of each.
            span: lower and upper end.
        """
        low, top = span
        if self._grid and self._grid[-1][0] == edges and abs(self._grid[-1][1] - top) < _TOUCH:
            top = self._grid.pop()[2]
        self._grid.append((edges, low, top))

    def flush(self) -> None:
        """Write what was collected: fills, rules, then the texts as one text object."""
        for edges, low, top in self._grid:
            self.rules([(x, low, x, top) for x in edges], HAIR, 0.3)
        self._grid = []
        strokes = [
            f"{gray} G {thick} w {' '.join(paths)} S" for (gray, thick), paths in self._pens.items()
        ]
        self.canvas.addLiteral("\n".join(["q", *self._fills, *strokes, "Q"]))
        self._fills, self._pens = [], {}
        self.canvas.addLiteral("\n".join(self._written()))
        self._marks = []

    def _pen(self, gray: float, thick: float) -> list[str]:
        return self._pens.setdefault((gray, thick), [])

    def _written(self) -> Iterator[str]:
        """Yield the operators of the collected texts."""
        ink = -1.0
        for gray, (x, y, text, font, size) in self._marks:
            if gray != ink:
                yield f"{gray} g"
                ink = gray
            yield f"BT 1 0 0 1 {x:.2f} {y:.2f} Tm{self._encoded(text, font, size)}"

    def _encoded(self, text: str, font: str, size: float) -> str:
        """Return what follows a text's place: font, glyph codes, end; most cells say it again."""
        known = self._texts.get((text, font, size))
        if known is None:
            block = self.canvas.beginText()
            block.setFont(font, size)
            block.textOut(text)
            known = block.getCode().partition("Tm")[2]
            self._texts[text, font, size] = known
        return known
