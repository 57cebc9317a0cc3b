"""A large board cut into sheets every printer has: overlap, crop and register marks, vectors."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import ceil
from typing import Any

from desktop.ports.paper import PaperSize
from printing import fonts
from printing.ink import BLACK, DARK, MIDDLE, Ink
from printing.page import MM, Document, landscape, portrait, terms, wrap

OVERLAP_MM = 10
MARGIN_MM = 8
"""White border that no office printer reaches."""
_OVERLAP, _MARGIN = OVERLAP_MM * MM, MARGIN_MM * MM
_FORM = "board"
_GUIDE = 20 * MM


@dataclass(frozen=True, slots=True)
class Plan:
    """How a board is cut; all measures in points."""

    board: tuple[float, float]
    page: tuple[float, float]
    rows: int
    columns: int

    @property
    def window(self) -> tuple[float, float]:
        """Width and height that a page shows of the board."""
        return self.page[0] - 2 * _MARGIN, self.page[1] - 2 * _MARGIN

    def origin(self, row: int, column: int) -> tuple[float, float]:
        """Return the board's point at the lower left of a page's window (row 0 is the top).

        The board stands in the middle of what all the windows cover together.
        """
        step_x, step_y = (side - _OVERLAP for side in self.window)
        wide = self.columns * step_x + _OVERLAP
        high = self.rows * step_y + _OVERLAP
        x = column * step_x - (wide - self.board[0]) / 2
        y = (self.rows - 1 - row) * step_y - (high - self.board[1]) / 2
        return x, y

    def places(self) -> Iterator[tuple[int, int]]:
        """Yield row and column of every page, from the top left."""
        for row in range(self.rows):
            for column in range(self.columns):
                yield row, column


def plan(size: PaperSize, tile: PaperSize) -> Plan:
    """Return the cut with the fewest pages, upright or lying."""
    board = portrait(size)
    plans = []
    for page in (portrait(tile), landscape(tile)):
        steps = [side - 2 * _MARGIN - _OVERLAP for side in page]
        columns, rows = (
            max(ceil((side - _OVERLAP) / step), 1) for side, step in zip(board, steps, strict=True)
        )
        plans.append(Plan(board, page, rows, columns))
    return min(plans, key=lambda made: made.rows * made.columns)


def cut(title: str, size: PaperSize, tile: PaperSize, draw: Callable[[Any], None]) -> bytes:
    """Return a guide page and then every tile, row by row from the top left.

    Args:
        title: the document's title.
        size: the board's size.
        tile: the paper to print on.
        draw: draws the board with its lower left corner at the origin.
    """
    made = plan(size, tile)
    document = Document(made.page, title)
    canvas = document.canvas
    canvas.beginForm(_FORM, 0, 0, *made.board)
    draw(canvas)
    canvas.endForm()
    _guide(canvas, made, size, tile)
    canvas.showPage()
    for row, column in made.places():
        _tile(canvas, made, row, column)
        canvas.showPage()
    return document.finish()


def _tile(canvas: Any, made: Plan, row: int, column: int) -> None:  # noqa: ANN401
    wide, high = made.window
    x, y = made.origin(row, column)
    canvas.saveState()
    clip = canvas.beginPath()
    clip.rect(_MARGIN, _MARGIN, wide, high)
    canvas.clipPath(clip, stroke=0, fill=0)
    canvas.translate(_MARGIN - x, _MARGIN - y)
    canvas.doForm(_FORM)
    canvas.restoreState()
    ink = Ink(canvas)
    ink.rules(list(_crop_marks(made)), BLACK, 0.4)
    _registers(canvas, made, row, column)
    words = terms("paper")["tiles"]
    label = words["place"].format(row=row + 1, column=column + 1)
    ink.text(_MARGIN + 6 * MM, 3.2 * MM, label, 8, font=fonts.BOLD)
    said = words["overlap"].format(overlap=OVERLAP_MM)
    ink.text(made.page[0] - _MARGIN - 6 * MM, 3.2 * MM, said, 7, gray=MIDDLE, anchor=1)
    ink.flush()


def _crop_marks(made: Plan) -> Iterator[tuple[float, float, float, float]]:
    """Yield short rules in the white border, in line with the window's edges."""
    near, far = 1.5 * MM, _MARGIN - 1.5 * MM
    wide, high = made.page
    for x in (_MARGIN, wide - _MARGIN):
        yield x, near, x, far
        yield x, high - near, x, high - far
    for y in (_MARGIN, high - _MARGIN):
        yield near, y, far, y
        yield wide - near, y, wide - far, y


def _registers(canvas: Any, made: Plan, row: int, column: int) -> None:  # noqa: ANN401
    """Draw small crosses in the middle of the overlaps; neighbours carry them at the same point."""
    wide, high = made.window
    half = _OVERLAP / 2
    left, right = _MARGIN + half, _MARGIN + wide - half
    low, top = _MARGIN + half, _MARGIN + high - half
    points = []
    if column > 0:
        points += [(left, low), (left, top)]
    if column < made.columns - 1:
        points += [(right, low), (right, top)]
    if row > 0:
        points += [(left, top), (right, top)]
    if row < made.rows - 1:
        points += [(left, low), (right, low)]
    canvas.setLineWidth(0.35)
    canvas.setStrokeGray(DARK)
    arm = 1.6 * MM
    for x, y in sorted(set(points)):
        canvas.line(x - arm, y, x + arm, y)
        canvas.line(x, y - arm, x, y + arm)


def _guide(canvas: Any, made: Plan, size: PaperSize, tile: PaperSize) -> None:  # noqa: ANN401
    """Draw the page that shows how the sheets are put together."""
    words = terms("paper")["tiles"]
    wide, high = made.page
    ink = Ink(canvas)
    y = high - _GUIDE - 4 * MM
    ink.text(_GUIDE, y, words["title"], 20, font=fonts.BOLD)
    y -= 8 * MM
    facts = {"size": size, "tile": tile, "rows": made.rows, "columns": made.columns}
    said = words["size"].format(count=made.rows * made.columns, **facts)
    ink.text(_GUIDE, y, said, 11, gray=DARK)
    y -= 9 * MM
    beside = wide > high
    room = wide - 2 * _GUIDE
    steps = room * 0.42 if beside else room
    below = _steps(ink, (_GUIDE, y), steps, words["steps"])
    left = _GUIDE + steps + 10 * MM if beside else _GUIDE
    top = high - _GUIDE if beside else below - 4 * MM
    _thumbnail(ink, made, (left, _GUIDE, wide - _GUIDE - left, top - _GUIDE))
    ink.flush()


def _steps(ink: Ink, at: tuple[float, float], room: float, steps: list[str]) -> float:
    x, y = at
    for number, step in enumerate(steps, 1):
        ink.text(x, y, f"{number}.", 10, font=fonts.BOLD)
        text = step.format(overlap=OVERLAP_MM)
        for line in wrap(text, fonts.REGULAR, 10, room - 6 * MM):
            ink.text(x + 6 * MM, y, line, 10)
            y -= 5.6 * MM
        y -= 1.5 * MM
    return y


def _thumbnail(ink: Ink, made: Plan, box: tuple[float, float, float, float]) -> None:
    """Draw the board small with the windows of the sheets over it."""
    step_x, step_y = (side - _OVERLAP for side in made.window)
    all_wide = made.columns * step_x + _OVERLAP
    all_high = made.rows * step_y + _OVERLAP
    k = min(box[2] / all_wide, box[3] / all_high)
    first_x, first_y = made.origin(made.rows - 1, 0)
    left = box[0] + (box[2] - all_wide * k) / 2 - first_x * k
    low = box[1] + (box[3] - all_high * k) / 2 - first_y * k
    canvas = ink.canvas
    canvas.saveState()
    canvas.translate(left, low)
    canvas.scale(k, k)
    canvas.doForm(_FORM)
    canvas.restoreState()
    window = made.window[0] * k, made.window[1] * k
    words = terms("paper")["tiles"]
    for row, column in made.places():
        x, y = made.origin(row, column)
        ink.frame(left + x * k, low + y * k, window, thick=0.3)
    ink.flush()
    for row, column in made.places():
        x, y = made.origin(row, column)
        label = words["label"].format(row=row + 1, column=column + 1)
        wide = fonts.width(label, fonts.BOLD, 6.5) + 2 * MM
        corner = left + x * k, low + y * k + window[1] - 3.6 * MM
        ink.box(*corner, (wide, 3.6 * MM), 1)
        ink.frame(*corner, (wide, 3.6 * MM), thick=0.3)
        ink.text(corner[0] + MM, corner[1] + 1.1 * MM, label, 6.5, font=fonts.BOLD)
