"""From lines to pages: sums in fen, rows that stay together, carried totals."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, IntEnum, auto

from desktop.domain.attendance import days_text
from desktop.domain.ids import TeamId
from desktop.domain.payroll import ItemKind, WageItem, WageLine
from printing import fonts
from printing.page import terms, wrap
from printing.wage_layout import Layout

Figures = tuple[int, ...]
"""What a line or a sum of lines says, by Field: fen, and hundredths of days and hours."""


class Field(IntEnum):
    """Places in Figures."""

    DAYS = 0
    BASE = 1
    ARREARS = 2
    OVERTIME_HOURS = 3
    OVERTIME = 4
    REST_DAY_HOURS = 5
    REST_DAY = 6
    HOLIDAY_HOURS = 7
    HOLIDAY = 8
    ADVANCE = 9
    WITHHELD = 10
    OTHER = 11
    GROSS = 12
    NET = 13


NOTHING: Figures = (0,) * len(Field)
_PLACE = {
    ItemKind.DAY_WORK: Field.BASE,
    ItemKind.HOUR_WORK: Field.BASE,
    ItemKind.ARREARS: Field.ARREARS,
    ItemKind.OVERTIME: Field.OVERTIME,
    ItemKind.REST_DAY: Field.REST_DAY,
    ItemKind.HOLIDAY: Field.HOLIDAY,
    ItemKind.ADVANCE: Field.ADVANCE,
    ItemKind.TAX: Field.WITHHELD,
    ItemKind.INSURANCE: Field.WITHHELD,
    ItemKind.FUND: Field.WITHHELD,
    ItemKind.COURT: Field.WITHHELD,
    ItemKind.DAMAGE: Field.OTHER,
}
_HOURS = {
    ItemKind.OVERTIME: Field.OVERTIME_HOURS,
    ItemKind.REST_DAY: Field.REST_DAY_HOURS,
    ItemKind.HOLIDAY: Field.HOLIDAY_HOURS,
}
_WORK = frozenset({ItemKind.DAY_WORK, ItemKind.HOUR_WORK})
_MINUTES = " min"
_PLAIN = frozenset(_HOURS) | {ItemKind.DAY_WORK, ItemKind.HOUR_WORK, ItemKind.ADVANCE}
"""Kinds that a column of their own says completely, unless they carry a note."""


class RowKind(Enum):
    """What a row of the table is."""

    TEAM = auto()
    LINE = auto()
    SUM = auto()


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table body."""

    kind: RowKind
    height: float
    figures: Figures = NOTHING
    line: WageLine | None = None
    text: str = ""
    details: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """One page's rows and sums; `brought` is what the pages before add up to."""

    number: int
    rows: tuple[Row, ...]
    own: Figures
    brought: Figures

    @property
    def carried(self) -> Figures:
        """What this and all pages before add up to."""
        return add((self.own, self.brought))


def add(figures: Iterable[Figures]) -> Figures:
    """Add place by place."""
    return tuple(map(sum, zip(*figures, strict=True))) or NOTHING


def figures_of(line: WageLine) -> Figures:
    """Return one line's figures."""
    got = [0] * len(Field)
    got[Field.DAYS] = int(line.work_days * 100)
    for item in line.items:
        fen = item.amount.fen
        got[_PLACE[item.kind]] += fen
        got[Field.NET] += -fen if item.is_deduction else fen
        if not item.is_deduction:
            got[Field.GROSS] += fen
        if item.kind in _HOURS:
            got[_HOURS[item.kind]] += int(item.quantity * 100)
    return tuple(got)


def pages_of(lines: Sequence[WageLine], place: Layout, room: float) -> tuple[Page, ...]:
    """Lay out lines team by team in the order given.

    Args:
        lines: the sheet's lines.
        place: the measures.
        room: height of a page for brought total and rows; sums below are not in it.
    """
    made: list[tuple[Row, ...]] = []
    rows: list[Row] = []
    left = room
    for team, block in _blocks(lines, place):
        needed = sum(row.height for row in block)
        if rows and needed > left:
            made.append(tuple(rows))
            rows, left = [], room - place.sum_height
            if block[0].kind is not RowKind.TEAM:
                head = Row(RowKind.TEAM, place.team_height, text=team + _words("continued"))
                rows.append(head)
                left -= head.height
        rows += block
        left -= needed
    made.append(tuple(rows))
    return _summed(made)


def _summed(made: Sequence[tuple[Row, ...]]) -> tuple[Page, ...]:
    pages: list[Page] = []
    brought = NOTHING
    for number, rows in enumerate(made, 1):
        lines = [row.figures for row in rows if row.kind is RowKind.LINE]
        pages.append(Page(number, rows, add([NOTHING, *lines]), brought))
        brought = pages[-1].carried
    return tuple(pages)


def _blocks(lines: Sequence[WageLine], place: Layout) -> Iterable[tuple[str, list[Row]]]:
    """Yield (team name, rows that stay together): heads with the first line, sums with the last."""
    teams: dict[TeamId, list[WageLine]] = {}
    for line in lines:
        teams.setdefault(line.team, []).append(line)
    for members in teams.values():
        team = members[0].team_name
        rows = [_row(line, place) for line in members]
        count = _words("count").format(count=len(rows))
        total = Row(
            RowKind.SUM,
            place.sum_height,
            add(row.figures for row in rows),
            text=f"{terms('wage_sheet')['rows']['team_sum']}（{count}）",
        )
        for index, row in enumerate(rows):
            block = [row]
            if index == 0:
                block.insert(0, Row(RowKind.TEAM, place.team_height, text=team))
            if index == len(rows) - 1:
                block.append(total)
            yield team, block


def _row(line: WageLine, place: Layout) -> Row:
    details: tuple[str, ...] = ()
    if text := _details(line):
        room = place.right - place.column("name").x - 2 * place.pad
        details = tuple(wrap(text, fonts.REGULAR, place.small, room))
    height = place.line_height + len(details) * place.detail_height
    return Row(RowKind.LINE, height, figures_of(line), line, details=details)


def _details(line: WageLine) -> str:
    """Name what the columns put together or cannot say: withheld items, reasons, split rates."""
    said = [item for item in line.items if item.note or item.kind not in _PLAIN]
    if not said:
        return ""
    return f"{terms('wage_sheet')['rows']['details']}：{'；'.join(map(_detail, said))}"


def _detail(item: WageItem) -> str:
    heading = terms("wage_items")[item.kind]
    text = f"{heading['title']} {item.amount} 元"
    if item.kind in _HOURS or item.kind in _WORK:
        brackets = [_part(part) for part in item.note.split(", ")]
        if item.kind in _WORK:
            brackets.insert(0, _quantity(item, heading["unit"]))
    else:
        brackets = [item.note]
    said = "，".join(part for part in brackets if part)
    return text + (f"（{said}）" if said else "")


def _quantity(item: WageItem, unit: str) -> str:
    words = terms("wage_sheet")["details"]["work"]
    return str(words.format(quantity=days_text(item.quantity), unit=unit, rate=item.rate))


def _part(note: str) -> str:
    """Put one part of a derivation's note into words: days "a~b" or exact minutes "610 min"."""
    words = terms("wage_sheet")["details"]
    first, tilde, last = note.partition("~")
    if tilde:
        return str(words["days"].format(first=first, last=last))
    if note.endswith(_MINUTES):
        return str(words["minutes"].format(minutes=note.removesuffix(_MINUTES)))
    return note


def _words(key: str) -> str:
    return str(terms("wage_sheet")[key])
