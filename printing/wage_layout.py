"""Where things stand on a wage sheet: columns, heights and type sizes in points."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from desktop.ports.paper import PaperSize
from printing.page import MM, landscape

_WIDTHS_MM = {
    "seq": 7.0,
    "name": 20.0,
    "id_number": 22.6,
    "trade": 12.0,
    "pay_kind": 8.0,
    "rate": 12.6,
    "work_days": 9.4,
    "base": 14.6,
    "overtime": 13.0,
    "rest_day": 13.0,
    "holiday": 13.0,
    "gross": 14.6,
    "advance": 12.8,
    "withheld": 12.8,
    "other": 12.8,
    "net": 15.4,
    "bank": 21.4,
    "signature": 31.0,
    "signed_on": 15.0,
}
"""Column widths on A4; they fill its 281 mm between the margins."""
EXTRA_HOURS = ("overtime", "rest_day", "holiday")
_MARGIN = 8 * MM
MARK_MM = 3.0
"""Side of the black squares in the corners, by which a scanned page is set straight."""
_MARK_FROM_EDGE = 5.9 * MM
"""From a mark's middle to the paper's edges: within what printers reach, beside everything else."""
_A3_TYPE = 1.24


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its left edge and width."""

    key: str
    x: float
    width: float

    @property
    def right(self) -> float:
        """Right edge."""
        return self.x + self.width

    @property
    def middle(self) -> float:
        """Half way across."""
        return self.x + self.width / 2


@dataclass(frozen=True, slots=True)
class Layout:
    """All measures of a sheet at one paper size; `k` enlarges type and heights."""

    page: tuple[float, float]
    k: float
    columns: tuple[Column, ...]

    @property
    def left(self) -> float:
        """Left edge of the table."""
        return _MARGIN

    @property
    def right(self) -> float:
        """Right edge of the table."""
        return self.page[0] - _MARGIN

    @property
    def top(self) -> float:
        """Upper margin line."""
        return self.page[1] - _MARGIN

    @property
    def bottom(self) -> float:
        """Lower margin line."""
        return _MARGIN

    @property
    def pad(self) -> float:
        """White at either side of a cell's text."""
        return 0.65 * MM * self.k

    @property
    def type(self) -> float:
        """Size of ordinary cells."""
        return 7.5 * self.k

    @property
    def small(self) -> float:
        """Size of stacked cells and of notes: the least on the sheet's table."""
        return 6.5 * self.k

    @property
    def leading(self) -> float:
        """Distance of stacked baselines."""
        return 8.2 * self.k

    @property
    def line_height(self) -> float:
        """A worker's line: room for a signature and a fingerprint."""
        return 8.5 * MM * self.k

    @property
    def detail_height(self) -> float:
        """One line of details under a worker."""
        return 3.6 * MM * self.k

    @property
    def team_height(self) -> float:
        """A team's heading."""
        return 5.2 * MM * self.k

    @property
    def sum_height(self) -> float:
        """A row of sums."""
        return 6.8 * MM * self.k

    @property
    def head_height(self) -> float:
        """The repeated head of the columns."""
        return 9.6 * MM * self.k

    @property
    def fact_height(self) -> float:
        """One row of the facts under the title."""
        return 4.8 * MM * self.k

    @property
    def marks(self) -> dict[str, tuple[float, float]]:
        """Middles of the corner marks."""
        near, right, top = _MARK_FROM_EDGE, *self.page
        return {
            "left_top": (near, top - near),
            "right_top": (right - near, top - near),
            "right_bottom": (right - near, near),
            "left_bottom": (near, near),
        }

    def column(self, key: str) -> Column:
        """Return a column by its key."""
        return next(column for column in self.columns if column.key == key)


@cache
def layout(size: PaperSize) -> Layout:
    """Return the measures for A4 or A3, landscape.

    Raises:
        ValueError: a wage sheet is printed on A4 and A3 only.
    """
    if size not in {PaperSize.A4, PaperSize.A3}:
        raise ValueError(size)
    page = landscape(size)
    stretch = (page[0] - 2 * _MARGIN) / sum(_WIDTHS_MM.values())
    columns, x = [], _MARGIN
    for key, wide in _WIDTHS_MM.items():
        columns.append(Column(key, x, wide * stretch))
        x += wide * stretch
    return Layout(page, 1.0 if size is PaperSize.A4 else _A3_TYPE, tuple(columns))
