"""Tables over pages: rows that wrap, page sums, carried totals, page numbers, a code for each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from desktop.domain.money import Money
from desktop.domain.progress import SILENT, Progress
from desktop.ports.paper import PaperSize
from printing import fonts, qr
from printing.ink import BLACK, DARK, HAIR, MIDDLE, TINT, TINT_STRONG, Ink
from printing.page import MM, Document, landscape, portrait, wrap
from printing.site_forms_table import Column, Row, Table, words

MARGIN = 9 * MM
_QR_MODULES = 33
"""25 modules of a short code and its quiet zone."""
_A3 = 1.22
_SHRINK = 1.22
"""A text this much wider than its cell is shrunk rather than broken."""
_SEAL = 30 * MM
"""Height of the boxes that a letter is signed and sealed in."""
_STEP = "print-pages"


def draw(
    tables: Sequence[Table], size: PaperSize = PaperSize.A4, progress: Progress = SILENT
) -> bytes:
    """Draw documents one after another, each with its own page numbers.

    Raises:
        Refused: a character cannot be drawn (GLYPH_MISSING, one finding each).
    """
    fonts.require(pair for table in tables for pair in _texts(table))
    first = tables[0]
    page = landscape(size) if first.lying else portrait(size)
    k = _A3 if size is PaperSize.A3 else 1.0
    document = Document(page, f"{first.title} {first.said}".strip())
    ink = Ink(document.canvas)
    sheets = [Sheet(table, page, k) for table in tables]
    total, done = sum(len(sheet.pages) for sheet in sheets), 0
    for sheet in sheets:
        for number in range(len(sheet.pages)):
            done += 1
            progress.step(done, total, _STEP)
            sheet.page(ink, number)
            ink.flush()
            document.canvas.showPage()
    return document.finish()


def _texts(table: Table) -> Iterator[tuple[str, str]]:
    head = table.head
    yield "", table.title + table.said + head.prepared_by + "".join((*table.lead, *table.tail))
    for pairs in table.facts:
        yield from pairs
    for row in table.rows:
        name = row.cells.get("name", "")
        yield from ((name, line) for text in row.cells.values() for line in text.split("\n"))


def _named(text: str, font: str, room: tuple[float, float]) -> list[str]:
    """Break a text, a name after its dot where both halves then fit."""
    size, wide = room
    first, dot, rest = text.partition("·")
    parts = [first + dot, rest]
    if rest and all(fonts.width(part, font, size) <= wide for part in parts):
        return parts
    return wrap(text, font, size, wide / _SHRINK)


@dataclass(frozen=True, slots=True)
class _Place:
    """A column on the page."""

    column: Column
    x: float
    width: float

    @property
    def right(self) -> float:
        return self.x + self.width


@dataclass(frozen=True, slots=True)
class _Laid:
    """A row whose cells are broken into lines."""

    row: Row
    lines: Mapping[str, list[str]]
    height: float


class Sheet:
    """One table laid out on pages of a size; `k` enlarges type and heights."""

    def __init__(self, table: Table, page: tuple[float, float], k: float) -> None:
        self._table, self._page, self._k = table, page, k
        self._words = words()
        self._code = table.code(0).rpartition("/")[0]
        self._type, self._small = 7.6 * k, 6.6 * k
        self._leading = 3.1 * MM * k
        self._pad = 0.7 * MM * k
        self._left, self._right = MARGIN, page[0] - MARGIN
        self._top, self._low = page[1] - MARGIN, MARGIN
        self._side = _QR_MODULES * qr.LEAST_MODULE_MM * MM
        self._places = self._columns()
        room = self._right - self._left
        self._lead = self._broken(table.lead, table.body * k)
        self._tail = self._broken(table.tail, table.body * k)
        self._notes = [
            line for text in table.notes for line in wrap(text, fonts.REGULAR, self._small, room)
        ]
        self._heads = {one.key: one.title.split("\n") for one in table.columns}
        deepest = max(map(len, self._heads.values()), default=1)
        self._head_height = deepest * self._leading + 2.4 * MM * k
        self.pages = self._paged()

    def page(self, ink: Ink, number: int) -> None:
        """Draw one page (from 0)."""
        self._frame(ink, number)
        y = self._head_bottom
        if number == 0:
            self._paragraphs(ink, self._lead, y)
            y -= self._lead_height
        rows = self.pages[number]
        if rows or number == 0:
            y = self._body(ink, rows, y, number)
        if number == len(self.pages) - 1:
            y = self._paragraphs(ink, self._tail, y - 2.5 * MM)
            if not self._table.lying:
                self._seals(ink, y - 2 * MM)

    # ------------------------------------------------------------ measures

    @property
    def _head_bottom(self) -> float:
        facts = (11.5 + 4.9 * len(self._table.facts)) * MM * self._k
        return self._top - max(facts, self._side) - 1.2 * MM

    @property
    def _foot(self) -> float:
        """Height of signers, notes and page number."""
        signers = 11 * MM * self._k if self._table.signers and self._table.lying else 0
        return (len(self._notes) + 1) * self._leading + signers + 3.5 * MM

    @property
    def _sum_height(self) -> float:
        return 6.4 * MM * self._k if self._table.sums else 0

    @property
    def _lead_height(self) -> float:
        return len(self._lead) * self._body_leading + (2 * MM if self._lead else 0)

    @property
    def _body_leading(self) -> float:
        return self._table.body * self._k * 1.62

    def _broken(self, texts: Sequence[str], size: float) -> list[str]:
        room = self._right - self._left
        return [line for text in texts for line in wrap(text, fonts.REGULAR, size, room)]

    def _columns(self) -> tuple[_Place, ...]:
        columns = self._table.columns
        if not columns:
            return ()
        stretch = (self._right - self._left) / sum(column.width for column in columns)
        found, x = [], self._left
        for column in columns:
            found.append(_Place(column, x, column.width * stretch))
            x += column.width * stretch
        return tuple(found)

    def _laid(self, row: Row) -> _Laid:
        lines = {
            place.column.key: self._cell(row.cells.get(place.column.key, ""), place)
            for place in self._places
        }
        deepest = max(map(len, lines.values()))
        least = self._table.least_mm * MM * self._k
        return _Laid(row, lines, max(least, deepest * self._leading + 1.6 * MM * self._k))

    def _cell(self, text: str, place: _Place) -> list[str]:
        """Break a cell's text; figures are never broken, they are written smaller."""
        font = fonts.BOLD if place.column.bold else fonts.REGULAR
        room = place.width - 2 * self._pad
        found: list[str] = []
        for part in text.split("\n"):
            wide = fonts.width(part, font, self._type)
            if place.column.anchor == 1 or wide <= room * _SHRINK:
                found.append(part)
            else:
                found += _named(part, font, (self._type, room * _SHRINK))
        return found

    def _paged(self) -> list[tuple[_Laid, ...]]:
        room = self._head_bottom - self._low - self._foot - self._head_height
        room -= 2 * self._sum_height
        left = room - self._lead_height
        pages: list[tuple[_Laid, ...]] = []
        rows: list[_Laid] = []
        for row in map(self._laid, self._table.rows):
            if row.height > left and (rows or not pages):
                pages.append(tuple(rows))
                rows, left = [], room - self._sum_height
            rows.append(row)
            left -= row.height
        pages.append(tuple(rows))
        tail = len(self._tail) * self._body_leading + (2.5 * MM if self._tail else 0)
        if not self._table.lying:
            tail += _SEAL + 2 * MM
        return [*pages, ()] if tail > left + self._sum_height else pages

    # ------------------------------------------------------------ drawing

    def _frame(self, ink: Ink, number: int) -> None:
        table, k = self._table, self._k
        code = f"{self._code}/{number + 1}"
        symbol = qr.symbol(code)
        side = max(self._side, qr.least_mm(symbol) * MM)
        qr.draw(ink.canvas, symbol, (self._right - side, self._top - side), side)
        size = 17 * k
        y = self._top - size * 0.95
        middle = (self._left + self._right) / 2
        wide = ink.text(middle, y, table.title, size, font=fonts.BOLD, anchor=0.5)
        ink.text(middle + wide / 2 + 4 * MM, y, table.said, 11 * k, gray=DARK)
        self._facts(ink, self._right - side - 3 * MM)
        self._bottom(ink, number, code)

    def _facts(self, ink: Ink, right: float) -> None:
        y = self._top - 15 * MM * self._k
        for pairs in self._table.facts:
            room = (right - self._left) / max(len(pairs), 1)
            for place, (label, text) in enumerate(pairs):
                x = self._left + place * room
                wide = ink.text(x, y, label, self._small, gray=MIDDLE) + 1.5 * MM
                said = text or self._words["none"]
                ink.text(x + wide, y, said, 8.4 * self._k, room=room - wide - 3 * MM)
            y -= 4.9 * MM * self._k

    def _bottom(self, ink: Ink, number: int, code: str) -> None:
        said, head = self._words, self._table.head
        y = self._low + MM + len(self._notes) * self._leading
        if self._table.signers and self._table.lying:
            self._signers(ink, y + self._leading + 3 * MM * self._k)
        for note in self._notes:
            ink.text(self._left, y, note, self._small, gray=DARK)
            y -= self._leading
        page = said["page"].format(page=number + 1, pages=len(self.pages))
        middle = (self._left + self._right) / 2
        ink.text(middle, self._low, page, self._type, font=fonts.BOLD, anchor=0.5)
        made = said["prepared"].format(name=head.prepared_by, date=head.printed_on)
        ink.text(self._left, self._low, made, self._small, gray=MIDDLE)
        ink.text(self._right, self._low, code, self._small, gray=MIDDLE, anchor=1)

    def _signers(self, ink: Ink, y: float) -> None:
        part = (self._right - self._left) / len(self._table.signers)
        for place, label in enumerate(self._table.signers):
            x = self._left + place * part
            wide = ink.text(x, y, label, 8.6 * self._k, font=fonts.BOLD) + 1.5 * MM
            ink.rules([(x + wide, y - MM, x + part - 4 * MM, y - MM)], BLACK, 0.5)

    def _seals(self, ink: Ink, top: float) -> None:
        """Draw a box for each who signs or seals a letter."""
        wide = (self._right - self._left) / len(self._table.signers)
        for place, label in enumerate(self._table.signers):
            x = self._left + place * wide
            ink.frame(x, top - _SEAL, (wide, _SEAL), thick=0.6)
            ink.text(x + 1.5 * MM, top - 4.5 * MM, label, 8.6, font=fonts.BOLD, room=wide - 3 * MM)

    def _paragraphs(self, ink: Ink, lines: Sequence[str], top: float) -> float:
        size = self._table.body * self._k
        for line in lines:
            ink.text(self._left, top - self._body_leading * 0.72, line, size)
            top -= self._body_leading
        return top

    def _body(self, ink: Ink, rows: tuple[_Laid, ...], top: float, number: int) -> float:
        """Draw heads, rows and sums; return where the table ends."""
        if not self._places:
            return top
        y = self._column_heads(ink, top)
        said = self._words
        last = not any(self.pages[number + 1 :])
        before = [one for page in self.pages[:number] for one in page]
        if before:
            y = self._sum(ink, y, said["brought"], before)
        for row in rows:
            y = self._row(ink, row, y)
        if number or not last:
            y = self._sum(ink, y, said["page_sum"], rows)
        so_far = [*before, *rows]
        if last:
            y = self._sum(ink, y, self._total(so_far), so_far, tint=TINT_STRONG)
        else:
            y = self._sum(ink, y, said["carried"], so_far)
        ink.frame(self._left, y, (self._right - self._left, top - y), thick=0.9)
        return y

    def _total(self, rows: Sequence[_Laid]) -> str:
        if not self._table.capitals:
            return self._words["total"]
        fen = sum(one.row.figures.get(self._table.capitals, 0) for one in rows)
        return self._words["capitals"].format(capitals=Money(fen).in_capitals)

    def _column_heads(self, ink: Ink, top: float) -> float:
        bottom = top - self._head_height
        ink.box(self._left, bottom, (self._right - self._left, self._head_height), TINT_STRONG)
        for place in self._places:
            lines = self._heads[place.column.key]
            y = self._first((top + bottom) / 2, len(lines), self._small)
            for line in lines:
                ink.text(
                    place.x + place.width / 2, y, line, self._small, font=fonts.BOLD, anchor=0.5,
                    room=place.width - self._pad,
                )  # fmt: skip
                y -= self._leading
        ink.columns(tuple(place.x for place in self._places[1:]), (bottom, top))
        ink.rules([(self._left, bottom, self._right, bottom)], DARK, 0.6)
        return bottom

    def _row(self, ink: Ink, laid: _Laid, top: float) -> float:
        bottom = top - laid.height
        for place in self._places:
            key = place.column.key
            if key in laid.row.tinted:
                ink.box(place.x, bottom, (place.width, laid.height), TINT)
            if key in laid.row.dotted:
                side = 1.1 * MM
                ink.box(place.right - side, top - side, (side, side), DARK)
            lines = laid.lines[key]
            if any(lines):
                self._lines(ink, place, lines, (top + bottom) / 2)
            elif place.column.box:
                gap = 0.8 * MM
                size = place.width - 2 * gap, laid.height - 2 * gap
                ink.frame(place.x + gap, bottom + gap, size, thick=0.4)
        ink.columns(tuple(place.x for place in self._places[1:]), (bottom, top))
        ink.rules([(self._left, bottom, self._right, bottom)], HAIR, 0.4)
        return bottom

    def _lines(self, ink: Ink, place: _Place, lines: Sequence[str], middle: float) -> None:
        column = place.column
        x = place.x + self._pad + column.anchor * (place.width - 2 * self._pad)
        y = self._first(middle, len(lines), self._type)
        for line in lines:
            ink.text(
                x, y, line, self._type, font=fonts.BOLD if column.bold else fonts.REGULAR,
                anchor=column.anchor, room=place.width - 2 * self._pad,
            )  # fmt: skip
            y -= self._leading

    def _first(self, middle: float, count: int, size: float) -> float:
        return middle + (count - 1) * self._leading / 2 - size * fonts.CAP_HEIGHT / 2

    def _sum(
        self, ink: Ink, top: float, text: str, rows: Sequence[_Laid], tint: float = TINT
    ) -> float:
        """Draw one row of sums and return where it ends."""
        sums = self._table.sums
        if not sums:
            return top
        bottom = top - self._sum_height
        ink.box(self._left, bottom, (self._right - self._left, self._sum_height), tint)
        own = [place for place in self._places if place.column.key in sums]
        size = self._type * 1.05
        y = (top + bottom) / 2 - size * fonts.CAP_HEIGHT / 2
        room = own[0].x - self._left - 2 * self._pad
        ink.text(self._left + self._pad, y, text, size, font=fonts.BOLD, room=room)
        for place in own:
            key = place.column.key
            said = sums[key](sum(one.row.figures.get(key, 0) for one in rows))
            x = place.x + self._pad + place.column.anchor * (place.width - 2 * self._pad)
            ink.text(
                x, y, said, self._type, font=fonts.BOLD, anchor=place.column.anchor,
                room=place.width - 2 * self._pad,
            )  # fmt: skip
        edges = tuple(place.x for place in own) + tuple(place.right for place in own)
        ink.columns(tuple(sorted({x for x in edges if x < self._right - 1})), (bottom, top))
        ink.rules([(self._left, bottom, self._right, bottom)], HAIR, 0.4)
        return bottom
