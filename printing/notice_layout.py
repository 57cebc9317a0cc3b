"""The board as measured panels: the largest type at which everything fits is found first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.domain.notice import NoticeGroup, RightsNotice
from printing import fonts
from printing.notice_blocks import Block, Type, Widths, entries, set_block
from printing.page import MM, wrap

WIDE, HIGH = 841.0 * MM, 1189.0 * MM
"""The board is laid out at A0 and scaled as a whole."""
MARGIN = 30 * MM
BAND = 132 * MM
GAP = 15 * MM
INSET = 16 * MM
HEAD = 37 * MM
FOOT_SIZE = 8.4 * MM
_FOOT_LINE = 1.5
_LARGEST, _SMALLEST, _HALVINGS = 1.45, 0.05, 11
_CROWDED = (0.82, 0.62)
"""Type factors below which the first group is set in two and then in three columns."""
_QR_CAPTION = 11 * MM
_TYPES = (
    Type(13.2 * MM, 9.8 * MM, 13.6 * MM),
    Type(16 * MM, 10.6 * MM, 16 * MM),
    Type(13.2 * MM, 9.8 * MM, 23 * MM),
)
"""Sizes of the three groups before they are scaled to fit."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A block with its place inside a panel: x from the left, y from the top, own width."""

    x: float
    y: float
    wide: float
    block: Block


@dataclass(frozen=True, slots=True)
class Panel:
    """One group of article 34, measured."""

    title: str
    top: float
    """Distance from the top of the page."""
    height: float
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Board:
    """Everything placed."""

    panels: tuple[Panel, ...]
    caption: tuple[str, ...]
    caption_size: float
    footer: tuple[str, ...]
    side: float
    """Side of the code with its quiet zone, 0: no code."""


@dataclass(frozen=True, slots=True)
class _Setting:
    """What is varied until the board fits."""

    factor: float
    columns: int


def lay_out(notice: RightsNotice, side: float) -> Board:
    """Place a board's contents.

    Args:
        notice: what it says.
        side: side of the code with its quiet zone at A0 scale, points; 0: no code.
    """
    room = WIDE - 2 * MARGIN
    footer = tuple(wrap(notice.footer, fonts.REGULAR, FOOT_SIZE, room))
    available = HIGH - 2 * MARGIN - BAND - len(footer) * FOOT_SIZE * _FOOT_LINE - 2 * GAP
    caption = tuple(wrap(notice.qr_caption, fonts.REGULAR, _QR_CAPTION, side)) if side else ()
    least = side + len(caption) * _QR_CAPTION * _FOOT_LINE if side else 0
    setting = _best(notice.groups, least, side, available)
    panels = _panels(notice.groups, setting, (least, side))
    slack = available - _total(panels)
    return Board(_spread(panels, slack), caption, _QR_CAPTION, footer, side)


def _best(groups: Sequence[NoticeGroup], least: float, side: float, available: float) -> _Setting:
    best = _Setting(_largest(groups, 1, (least, side), available), 1)
    for columns, crowded in enumerate(_CROWDED, 2):
        if best.factor >= crowded:
            break
        factor = _largest(groups, columns, (least, side), available)
        if factor > best.factor:
            best = _Setting(factor, columns)
    return best


def _largest(
    groups: Sequence[NoticeGroup], columns: int, code: tuple[float, float], available: float
) -> float:
    """Return the largest factor at which the panels fit, found by halving."""
    low, high = _SMALLEST, _LARGEST
    for _ in range(_HALVINGS):
        factor = (low + high) / 2
        if _total(_panels(groups, _Setting(factor, columns), code)) <= available:
            low = factor
        else:
            high = factor
    return low


def _total(panels: Sequence[Panel]) -> float:
    return sum(panel.height for panel in panels) + GAP * max(len(panels) - 1, 0)


def _panels(
    groups: Sequence[NoticeGroup], setting: _Setting, code: tuple[float, float]
) -> list[Panel]:
    least, side = code
    room = WIDE - 2 * MARGIN - 2 * INSET
    panels = []
    for index, group in enumerate(groups):
        last = index == len(groups) - 1
        kind = _TYPES[2 if last else min(index, 1)].scaled(setting.factor)
        wide = room - side - 1.6 * INSET if last and side else room
        columns = setting.columns if index == 0 else 1
        cells, height = _cells(group, (wide, columns), kind)
        height = max(height, least if last else 0)
        panels.append(Panel(group.title, 0, HEAD + height + 1.4 * INSET, tuple(cells)))
    return panels


def _cells(group: NoticeGroup, span: tuple[float, int], kind: Type) -> tuple[list[Cell], float]:
    """Set a group's entries row by row."""
    wide, columns = span
    gap, pad = 13 * MM, kind.minor * 0.42
    own = (wide - gap * (columns - 1)) / columns
    widths = _widths(own, gap, stacked=columns > 1)
    blocks = [set_block(entry, widths, kind) for entry in entries(group.lines)]
    cells: list[Cell] = []
    y = 0.0
    for start in range(0, len(blocks), columns):
        row = blocks[start : start + columns]
        high = max(block.height for block in row) + 2 * pad
        cells += [Cell(index * (own + gap), y + pad, own, block) for index, block in enumerate(row)]
        y += high
    return cells, y


def _widths(own: float, gap: float, *, stacked: bool) -> Widths:
    if stacked:
        return Widths(0, own * 0.58 - gap, own * 0.42, gap)
    label = own * 0.22
    phone = own * 0.3
    return Widths(label, own - label - phone - 2 * gap, phone, gap)


def _spread(panels: Sequence[Panel], slack: float) -> tuple[Panel, ...]:
    """Give what room is left to the rows of the panels, evenly, and place the panels."""
    rows = sum(len({cell.y for cell in panel.cells}) for panel in panels) or 1
    extra = max(slack, 0) / rows
    top = MARGIN + BAND + GAP
    placed = []
    for panel in panels:
        starts = sorted({cell.y for cell in panel.cells})
        cells = tuple(
            Cell(c.x, c.y + (starts.index(c.y) + 0.5) * extra, c.wide, c.block) for c in panel.cells
        )
        height = panel.height + len(starts) * extra
        placed.append(Panel(panel.title, top, height, cells))
        top += height + GAP
    return tuple(placed)
