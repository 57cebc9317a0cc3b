"""Text that flows over pages: runs broken into lines, blocks put onto pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from desktop.ports.contract_paper import Run
from printing import fonts
from printing.ink import Ink
from printing.page import pieces

Line = tuple[Run, ...]
Draw = Callable[[Ink, float], None]
"""Draws a block whose upper edge is at a height, points."""


@dataclass(frozen=True, slots=True)
class Block:
    """Something of a height that stays whole; `keep` ties it to the one that follows."""

    height: float
    draw: Draw
    keep: bool = False


@lru_cache(maxsize=4_096)
def lines_of(runs: tuple[Run, ...], size: float, room: float, indent: float) -> tuple[Line, ...]:
    """Break runs into lines; no line begins with a stop, no number is torn.

    Args:
        runs: the paragraph.
        size: of the type, points.
        room: width of a line, points.
        indent: by which the first line is shorter, points.
    """
    filled = [run.filled for run in runs for _ in run.text]
    lines: list[list[tuple[str, bool]]] = [[]]
    left, place = room - indent, 0
    for piece in pieces("".join(run.text for run in runs)):
        for part in _parts(piece, size, room):
            wide = fonts.width(part, fonts.REGULAR, size)
            if wide > left and lines[-1]:
                lines.append([])
                left = room
            left -= wide
            lines[-1] += zip(part, filled[place : place + len(part)], strict=True)
            place += len(part)
    return tuple(_joined(line) for line in lines)


def paginate(blocks: Iterable[Block], first: float, rest: float) -> list[list[Block]]:
    """Put blocks onto pages.

    Args:
        blocks: in their order.
        first: height that the first page has for them, points.
        rest: height that every other page has.
    """
    pages: list[list[Block]] = [[]]
    left = first
    for group in _groups(blocks):
        high = sum(block.height for block in group)
        if high > left and pages[-1]:
            pages.append([])
            left = rest
        pages[-1] += group
        left -= high
    return pages


def _groups(blocks: Iterable[Block]) -> Iterator[list[Block]]:
    """Yield blocks that must stand on one page together."""
    group: list[Block] = []
    for block in blocks:
        group.append(block)
        if not block.keep:
            yield group
            group = []
    if group:
        yield group


def _parts(piece: str, size: float, room: float) -> Iterator[str]:
    """Break what is longer than a whole line, such as an endless number."""
    rest = piece
    while len(rest) > 1 and fonts.width(rest, fonts.REGULAR, size) > room:
        end = len(rest) - 1
        while end > 1 and fonts.width(rest[:end], fonts.REGULAR, size) > room:
            end -= 1
        yield rest[:end]
        rest = rest[end:]
    yield rest


def _joined(chars: Sequence[tuple[str, bool]]) -> Line:
    grouped = groupby(chars, key=lambda one: one[1])
    return tuple(Run("".join(char for char, _ in own), filled) for filled, own in grouped)
