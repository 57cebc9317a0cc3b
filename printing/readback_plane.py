"""Maps between a flat page and its picture: eight numbers through four pairs of points."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

Spot = tuple[float, float]
Terms = tuple[float, float, float, float, float, float, float, float]


@dataclass(frozen=True, slots=True)
class Plane:
    """x' = (ax + by + c) / (gx + hy + 1), y' = (dx + ey + f) / (gx + hy + 1)."""

    terms: Terms

    @classmethod
    def through(cls, here: Sequence[Spot], there: Sequence[Spot]) -> Plane:
        """Return the map that takes four points to four others.

        Raises:
            ValueError: three of them lie on one line.
        """
        rows: list[list[float]] = []
        for (x, y), (u, v) in zip(here, there, strict=True):
            rows.append([x, y, 1, 0, 0, 0, -u * x, -u * y, u])
            rows.append([0, 0, 0, x, y, 1, -v * x, -v * y, v])
        a, b, c, d, e, f, g, h = _solved(rows)
        return cls((a, b, c, d, e, f, g, h))

    def at(self, spot: Spot) -> Spot:
        """Return where a point goes."""
        a, b, c, d, e, f, g, h = self.terms
        x, y = spot
        below = g * x + h * y + 1
        return (a * x + b * y + c) / below, (d * x + e * y + f) / below


@dataclass(frozen=True, slots=True)
class Likeness:
    """Turning, scaling and shifting from points (y up) to pixels (y down)."""

    a: float
    b: float
    c: float
    d: float

    @classmethod
    def through(cls, here: Sequence[Spot], there: Sequence[Spot]) -> Likeness:
        """Return the likeness nearest to pairs of points (least squares)."""
        n = len(here)
        mx, my = sum(x for x, _ in here) / n, sum(y for _, y in here) / n
        mu, mv = sum(u for u, _ in there) / n, sum(v for _, v in there) / n
        across = along = spread = 0.0
        for (x, y), (u, v) in zip(here, there, strict=True):
            p, q = x - mx, my - y
            along += p * (u - mu) + q * (v - mv)
            across += p * (v - mv) - q * (u - mu)
            spread += p * p + q * q
        a, b = along / spread, across / spread
        return cls(a, b, mu - a * mx - b * my, mv - b * mx + a * my)

    def at(self, spot: Spot) -> Spot:
        """Return where a point goes."""
        x, y = spot
        return self.a * x + self.b * y + self.c, self.b * x - self.a * y + self.d

    @property
    def scale(self) -> float:
        """Pixels in a point."""
        return float((self.a**2 + self.b**2) ** 0.5)


def _solved(rows: list[list[float]]) -> list[float]:
    """Solve linear equations by elimination with pivoting; each row ends with its right side."""
    n = len(rows)
    for column in range(n):
        pivot = max(range(column, n), key=lambda row: abs(rows[row][column]))
        if abs(rows[pivot][column]) < 1e-12:  # noqa: PLR2004 - nothing to divide by
            raise ValueError(rows)
        rows[column], rows[pivot] = rows[pivot], rows[column]
        lead = rows[column]
        for row in range(n):
            if row != column and rows[row][column]:
                factor = rows[row][column] / lead[column]
                rows[row] = [
                    own - factor * other for own, other in zip(rows[row], lead, strict=True)
                ]
    return [rows[n - 1 - back][-1] / rows[n - 1 - back][n - 1 - back] for back in range(n)][::-1]
