"""The board's entries set in type: measured first, drawn only when they are known to fit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from desktop.domain.notice import NoticeLine
from printing import fonts
from printing.page import fit, wrap

Colour = tuple[float, float, float]
NAVY: Colour = (0.039, 0.212, 0.404)
INK: Colour = (0.11, 0.141, 0.188)
MUTED: Colour = (0.337, 0.384, 0.451)
WHITE: Colour = (1.0, 1.0, 1.0)
RULE: Colour = (0.82, 0.85, 0.885)
PALE: Colour = (0.945, 0.96, 0.978)
_TELEPHONE = re.compile(r"[\d+()（）\-—、/，, 转]*\d[\d+()（）\-—、/，, 转]*")
_LINE = 1.32
"""Distance of baselines in type sizes."""
_PHONE_LINE = 1.16
_NARROWER = 0.97
_LEAST_SQUEEZE = 0.84
"""A text is set this much smaller rather than broken."""


@dataclass(frozen=True, slots=True)
class Type:
    """Sizes of one group, in points at the board's own size."""

    main: float
    minor: float
    phone: float

    def scaled(self, factor: float) -> Type:
        """Return all sizes times a factor."""
        return Type(self.main * factor, self.minor * factor, self.phone * factor)


@dataclass(frozen=True, slots=True)
class Piece:
    """One line of type; x from the left, y from the top of its block down to the baseline."""

    x: float
    y: float
    text: str
    font: str
    size: float
    colour: Colour


@dataclass(frozen=True, slots=True)
class Block:
    """An entry of the board, measured."""

    height: float
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Widths:
    """Columns of an entry: label, matter, telephone; without a label column it stands on top."""

    label: float
    matter: float
    phone: float
    gap: float

    @property
    def matter_x(self) -> float:
        """Where the matter begins."""
        return self.label + self.gap if self.label else 0

    @property
    def phone_x(self) -> float:
        """Where the telephone begins."""
        return self.matter_x + self.matter + self.gap


def entries(lines: Sequence[NoticeLine]) -> list[list[NoticeLine]]:
    """Group neighbouring filled lines of one body: keys that differ in the last word only."""
    filled = [line for line in lines if line.text]
    return [
        list(group)
        for _, group in groupby(filled, key=lambda line: line.key.rpartition(".")[0] or line.key)
    ]


def is_telephone(text: str) -> bool:
    """Tell whether a text is a telephone number or several."""
    return bool(_TELEPHONE.fullmatch(text))


def set_block(entry: Sequence[NoticeLine], widths: Widths, kind: Type) -> Block:
    """Set one entry: label, matter with minor lines under it, telephone at the right."""
    phones = [line for line in entry if is_telephone(line.text)]
    rest = [line for line in entry if line not in phones]
    if not rest:
        return _only_phones(phones, widths, kind)
    room = widths.matter if phones else widths.matter + widths.gap + widths.phone
    label, matter, side = _Column(), _Column(), _Column()
    target = label if widths.label else matter
    target.squeezed(rest[0].label, (0, widths.label or room), (kind.minor, fonts.REGULAR, MUTED))
    _matter(matter, rest, (widths.matter_x, room), kind)
    for line in phones:
        side.phone(line, widths, kind)
    columns = [column for column in (label, matter, side) if column.pieces]
    if widths.label:
        base = max(column.pieces[0].y for column in columns)
        for column in columns:
            column.drop(base - column.pieces[0].y)
    height = max(column.height for column in columns)
    return Block(height, tuple(piece for column in columns for piece in column.pieces))


def _matter(
    column: _Column, lines: Sequence[NoticeLine], span: tuple[float, float], kind: Type
) -> None:
    """Set the first text large, the others under it."""
    column.squeezed(lines[0].text, span, (kind.main, fonts.BOLD, INK))
    for line in lines[1:]:
        column.add(f"{line.label}：{line.text}", span, (kind.minor, fonts.REGULAR, INK))


class _Column:
    """Lines of type under one another."""

    def __init__(self) -> None:
        self.height = 0.0
        self.pieces: list[Piece] = []

    def add(self, text: str, span: tuple[float, float], face: tuple[float, str, Colour]) -> None:
        """Add a text, wrapped into (x, width)."""
        size, font, colour = face
        for line in wrap(text, font, size, span[1]):
            y = self.height + size * (0.5 * _LINE + fonts.CAP_HEIGHT / 2)
            self.pieces.append(Piece(span[0], y, line, font, size, colour))
            self.height += size * _LINE

    def squeezed(
        self, text: str, span: tuple[float, float], face: tuple[float, str, Colour]
    ) -> None:
        """Add a text, a little smaller where that saves a line, else in even lines."""
        size, font, colour = face
        fitted = fit(text, font, size, span[1])
        if fitted < size * _LEAST_SQUEEZE:
            lines = len(wrap(text, font, size, span[1]))
            room = span[1]
            while len(wrap(text, font, size, room * _NARROWER)) == lines:
                room *= _NARROWER
            self.add(text, (span[0], room), face)
        else:
            self.add(text, span, (fitted, font, colour))

    def phone(self, line: NoticeLine, widths: Widths, kind: Type) -> None:
        """Add a telephone, shrunk to its column, with its label under it."""
        x, room = widths.phone_x, widths.phone
        size = fit(line.text, fonts.BOLD, kind.phone, room)
        y = self.height + size * (0.5 * _PHONE_LINE + fonts.CAP_HEIGHT / 2)
        self.pieces.append(Piece(x, y, line.text, fonts.BOLD, size, NAVY))
        self.height += size * _PHONE_LINE
        self.add(line.label, (x, room), (kind.minor * 0.92, fonts.REGULAR, MUTED))

    def drop(self, by: float) -> None:
        """Move everything down."""
        self.height += by
        self.pieces = [replace(piece, y=piece.y + by) for piece in self.pieces]


def _only_phones(phones: Sequence[NoticeLine], widths: Widths, kind: Type) -> Block:
    """Set an entry that is nothing but numbers: label large at the left, number at the right."""
    pieces: list[Piece] = []
    top = 0.0
    room = widths.phone_x - widths.gap
    for line in phones:
        size = fit(line.text, fonts.BOLD, kind.phone, widths.phone)
        label = _Column()
        label.add(line.label, (0, room), (kind.main, fonts.BOLD, INK))
        high = max(label.height, size * _LINE)
        drop = top + (high - label.height) / 2
        label.drop(drop)
        pieces += label.pieces
        y = top + high / 2 + size * fonts.CAP_HEIGHT / 2
        pieces.append(Piece(widths.phone_x, y, line.text, fonts.BOLD, size, NAVY))
        top += high
    return Block(top, tuple(pieces))
