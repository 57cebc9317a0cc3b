"""The board's entries set in type: measured first, drawn only when they are known to fit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

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
SEPARATOR = "\N{IDEOGRAPHIC SPACE}"
_NUMBER = r"[+\d][\d\-—+() （）、/，,转]*\d"
_TELEPHONE = re.compile(_NUMBER)
_LABELLED = re.compile(rf"(?P<label>[^：]*(?:电话|热线|手机))：(?P<number>{_NUMBER})")
_NOTED = re.compile(rf"(?P<number>{_NUMBER})（(?P<label>[^（）]*)）")
_BRACKETED = re.compile(r"（(?:[^（）]|（[^（）]*）)*）")
"""A part that is nothing but one pair of brackets, as a name after its number."""
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


@dataclass(slots=True)
class Entry:
    """One body or fact of the board: what stands in its label, matter and telephone columns."""

    label: str
    matter: str = ""
    minor: list[str] = field(default_factory=list)
    phones: list[tuple[str, str]] = field(default_factory=list)
    """(what the number is, the number)."""

    def take(self, line: NoticeLine) -> None:
        """Add a line: its parts stand between full-width blanks."""
        own = bool(self.matter or self.phones)
        for part in line.text.split(SEPARATOR):
            label, number = telephone(part)
            if number:
                self.phones.append((label or (line.label if own else ""), number))
            elif not self.matter:
                self.matter = part[1:-1] if _BRACKETED.fullmatch(part) else part
            else:
                self.minor.append(part if "：" in part or not own else f"{line.label}：{part}")


def entries(lines: Sequence[NoticeLine]) -> list[Entry]:
    """Put neighbouring filled lines of one body together: same key but for its last word."""
    made: list[Entry] = []
    body = ""
    for line in lines:
        if not line.text:
            continue
        key = line.key.rpartition(".")[0] or line.key
        if not made or key != body or line.label == made[-1].label:
            made.append(Entry(line.label))
        body = key
        made[-1].take(line)
    return made


def telephone(part: str) -> tuple[str, str]:
    """Split "电话：0931-…" or "12333（…）" into what it is and the number; no number: two empty."""
    for shape in (_LABELLED, _NOTED):
        if found := shape.fullmatch(part):
            return found["label"], found["number"]
    return ("", part) if _TELEPHONE.fullmatch(part) else ("", "")


def set_block(entry: Entry, widths: Widths, kind: Type) -> Block:
    """Set one entry: label, matter with minor lines under it, telephone at the right."""
    if not entry.matter:
        return _only_phones(entry, widths, kind)
    room = widths.matter if entry.phones else widths.matter + widths.gap + widths.phone
    label, matter, side = _Column(), _Column(), _Column()
    target = label if widths.label else matter
    target.squeezed(entry.label, (0, widths.label or room), (kind.minor, fonts.REGULAR, MUTED))
    span = widths.matter_x, room
    matter.squeezed(entry.matter, span, (kind.main, fonts.BOLD, INK))
    for text in _flow(entry.minor, kind.minor, room):
        matter.add(text, span, (kind.minor, fonts.REGULAR, INK))
    for what, number in entry.phones:
        side.phone(what, number, (widths.phone_x, widths.phone), kind)
    columns = [column for column in (label, matter, side) if column.pieces]
    if widths.label:
        base = max(column.pieces[0].y for column in columns)
        for column in columns:
            column.drop(base - column.pieces[0].y)
    elif side.pieces:
        side.drop(max(matter.pieces[_lines_of_label(matter)].y - side.pieces[0].y, 0))
    height = max(column.height for column in columns)
    return Block(height, tuple(piece for column in columns for piece in column.pieces))


def _lines_of_label(column: _Column) -> int:
    """Count the lines that a label on top takes: they are the muted ones."""
    return sum(1 for piece in column.pieces if piece.colour == MUTED)


def _flow(parts: Sequence[str], size: float, room: float) -> list[str]:
    """Put short parts side by side on a line."""
    lines: list[str] = []
    for part in parts:
        joined = f"{lines[-1]}{SEPARATOR}{part}" if lines else part
        if lines and fonts.width(joined, fonts.REGULAR, size) <= room:
            lines[-1] = joined
        else:
            lines.append(part)
    return lines


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

    def phone(self, what: str, number: str, span: tuple[float, float], kind: Type) -> None:
        """Add a telephone, shrunk to its (x, width), with what it is under it."""
        x, room = span
        size = fit(number, fonts.BOLD, kind.phone, room)
        y = self.height + size * (0.5 * _PHONE_LINE + fonts.CAP_HEIGHT / 2)
        self.pieces.append(Piece(x, y, number, fonts.BOLD, size, NAVY))
        self.height += size * _PHONE_LINE
        if what:
            self.add(what, (x, room), (kind.minor * 0.92, fonts.REGULAR, MUTED))

    def drop(self, by: float) -> None:
        """Move everything down."""
        self.height += by
        self.pieces = [replace(piece, y=piece.y + by) for piece in self.pieces]


def _only_phones(entry: Entry, widths: Widths, kind: Type) -> Block:
    """Set an entry that is nothing but numbers: label large at the left, numbers at the right."""
    places = (widths.matter_x, widths.phone_x) if entry.phones[1:] else (widths.phone_x,)
    label = _Column()
    label.add(entry.label, (0, places[0] - widths.gap), (kind.main, fonts.BOLD, INK))
    sides = [_Column() for _ in places]
    for index, (what, number) in enumerate(entry.phones):
        at = index % len(places)
        sides[at].phone(what, number, (places[at], widths.phone), kind)
    columns = [label, *sides]
    base = max(column.pieces[0].y for column in columns)
    for column in columns:
        column.drop(base - column.pieces[0].y)
    height = max(column.height for column in columns)
    return Block(height, tuple(piece for column in columns for piece in column.pieces))
