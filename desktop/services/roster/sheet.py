"""A roster file as rows of texts by column: the heading found, damaged numbers seen."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cache, lru_cache

from desktop.domain.findings import Code, Finding, Level
from desktop.ports.sheets import Cell, Sheet
from desktop.services.roster import layout as layouts
from desktop.services.roster.columns import Column, ColumnMap, columns, pay_kinds
from desktop.services.roster.layout import FoundColumn, Layout
from desktop.services.roster.others import OtherRow, RowJudge, first_words

__all__ = [
    "Column", "RosterRow", "RosterTable", "columns", "is_damaged", "looks_cut", "pay_kinds",
    "read_day", "read_table",
]  # fmt: skip

_EXACT = 10**15
"""Numbers from here on have lost digits in a spreadsheet (15 significant digits)."""
_POWER_SIGN = frozenset("eE")
_POWER = re.compile(r"[0-9](\.[0-9]+)?[eE]\+?[0-9]+")
_ZERO_TAIL = re.compile(r"[1-9][0-9]{14}0{3,}")
_DAY = re.compile(r"([0-9]{4})[-/.年]?([0-9]{1,2})[-/.月]?([0-9]{1,2})日?(?:[ T]0{1,2}:00(:00)?)?")
_SERIAL_ZERO = date(1899, 12, 30)
_SERIALS = range(10_000, 80_000)


@dataclass(frozen=True, slots=True)
class RosterRow:
    """One row: texts by column key, empty where the file has no such column."""

    number: int
    """As the spreadsheet counts."""
    texts: Mapping[str, str]
    damaged: frozenset[str]
    """Columns whose number has lost digits."""

    def mended(self, edits: Mapping[str, str]) -> RosterRow:
        """Return the row with other texts, as a person typed them."""
        return replace(self, texts={**self.texts, **edits}, damaged=self.damaged.difference(edits))


@dataclass(frozen=True, slots=True)
class RosterTable:
    """What was found in the file."""

    rows: tuple[RosterRow, ...]
    titles: Mapping[str, str]
    """Column key → title as the file writes it, without star."""
    findings: tuple[Finding, ...] = ()
    others: tuple[OtherRow, ...] = ()
    """Rows under the heading that are no workers."""
    columns: tuple[FoundColumn, ...] = ()
    """Every column of the file."""
    cells: Sequence[Sequence[Cell]] = field(default=(), repr=False)
    """The sheet as it is; cells[n - 1] is row n."""
    header: tuple[int, int] = (0, 0)
    """First and last row of the heading, as the spreadsheet counts; 0: none."""
    sheet: str = ""
    sheets: tuple[str, ...] = ()
    """Every sheet of the file."""
    lacking: tuple[str, ...] = ()
    """Keys of required columns that are not there, or not for certain."""


def read_table(sheets: Sequence[Sheet], wanted: ColumnMap | None = None) -> RosterTable:
    """Find the heading by its titles and read the rows below it."""
    wanted = wanted or ColumnMap()
    found = layouts.find(sheets, wanted)
    names = tuple(sheet.name for sheet in sheets)
    if found is None:
        return RosterTable((), {}, (Finding(Code.FILE_EMPTY, Level.STOP),), sheets=names)
    sheet = sheets[found.sheet]
    table = RosterTable(
        (),
        {},
        columns=found.columns,
        cells=sheet.rows,
        header=(found.first + 1, found.last + 1),
        sheet=sheet.name,
        sheets=names,
    )
    if not found.is_roster and not wanted.columns:
        lacking = tuple(key for key, column in columns().items() if column.required)
        every = "、".join(columns()[key].title for key in lacking)
        return replace(table, findings=(_missing(every),), lacking=lacking)
    return _under(table, found, wanted, layouts.others(sheets, found, wanted))


def _missing(titles: str) -> Finding:
    return Finding(Code.COLUMN_MISSING, Level.STOP, facts={"columns": titles})


def _under(
    table: RosterTable, found: Layout, wanted: ColumnMap, unread: tuple[str, ...]
) -> RosterTable:
    """Read what stands under a heading."""
    places, rivals = _places(found, table.cells)
    judge = RowJudge([column.title for column in found.columns], places)
    rows: list[RosterRow] = []
    others: list[OtherRow] = []
    for number, row in enumerate(table.cells[found.last + 1 :], found.last + 2):
        if not any(str(cell).strip() for cell in row):
            continue
        why = judge.why_other(row)
        if why:
            others.append(OtherRow(number, why, first_words(row)))
        else:
            rows.append(_read_row(number, row, places, wanted.constants))
    missing = [
        key
        for key, column in columns().items()
        if column.required and key not in places and key not in wanted.constants
    ]
    findings = [_missing(columns()[key].title) for key in missing]
    findings += [_rivals(key, names) for key, names in rivals.items()]
    if unread:
        facts = {"sheets": "、".join(unread), "read": table.sheet}
        findings.append(Finding(Code.SHEETS_UNREAD, Level.WARN, facts=facts))
    if not rows:
        findings.append(Finding(Code.FILE_EMPTY, Level.STOP))
    doubtful = [key for key in rivals if columns()[key].required]
    return replace(
        table,
        rows=tuple(rows),
        titles={key: found.columns[place].title for key, place in places.items()},
        findings=tuple(findings),
        others=tuple(others),
        columns=tuple(
            replace(column, key=column.key if places.get(column.key) == column.place else "")
            for column in found.columns
        ),
        lacking=(*missing, *doubtful),
    )


def _places(
    found: Layout, cells: Sequence[Sequence[Cell]]
) -> tuple[dict[str, int], dict[str, tuple[str, ...]]]:
    """Return column key → place, and the keys that several columns claim with other contents."""
    claims: dict[str, list[FoundColumn]] = {}
    for column in found.columns:
        if column.key in columns():
            claims.setdefault(column.key, []).append(column)
    places: dict[str, int] = {}
    rivals: dict[str, tuple[str, ...]] = {}
    for key, rivalling in claims.items():
        distinct: dict[tuple[str, ...], FoundColumn] = {}
        if len(rivalling) > 1:
            for column in rivalling:
                distinct.setdefault(_contents(cells[found.last + 1 :], column.place), column)
            filled = {texts: one for texts, one in distinct.items() if any(texts)}
            distinct = filled or distinct
        chosen = [*distinct.values()] or rivalling
        places[key] = chosen[0].place
        if len(chosen) > 1:
            rivals[key] = tuple(column.name for column in chosen)
    return places, rivals


def _contents(rows: Sequence[Sequence[Cell]], place: int) -> tuple[str, ...]:
    return tuple(cell_text(row[place]) if place < len(row) else "" for row in rows)


def _rivals(key: str, names: tuple[str, ...]) -> Finding:
    column = columns()[key]
    level = Level.STOP if column.required else Level.WARN
    facts = {"column": column.title, "columns": "、".join(names), "first": names[0], "key": key}
    return Finding(Code.COLUMN_AMBIGUOUS, level, facts=facts)


@cache
def _numbers() -> frozenset[str]:
    return frozenset(key for key, column in columns().items() if column.number)


def _read_row(
    number: int, row: Sequence[Cell], places: Mapping[str, int], constants: Mapping[str, str]
) -> RosterRow:
    width = len(row)
    texts: dict[str, str] = {}
    damaged: set[str] = set()
    for key, place in places.items():
        cell = row[place] if place < width else ""
        texts[key] = cell.strip() if isinstance(cell, str) else cell_text(cell)
        if key in _numbers() and is_damaged(cell):
            damaged.add(key)
    for key, text in constants.items():
        if text and not texts.get(key):
            texts[key] = text
        elif not texts.get(key):
            texts.pop(key, None)  # the file goes without it
    return RosterRow(number, texts, frozenset(damaged))


def cell_text(cell: Cell) -> str:
    """Return what a cell shows: whole numbers without a point, days as written in ISO."""
    if isinstance(cell, str):
        return cell.strip()
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < _EXACT else repr(cell)
    return cell.isoformat()


def is_damaged(cell: Cell) -> bool:
    """Tell whether a number has lost digits: a large number cell, or a power of ten as text."""
    if isinstance(cell, float):
        return abs(cell) >= _EXACT
    if not isinstance(cell, str) or not _POWER_SIGN.intersection(cell):
        return False
    return _POWER.fullmatch(cell.strip()) is not None


def looks_cut(digits: str) -> bool:
    """Tell whether a number reads like one cut to 15 digits and filled up with zeros."""
    return _ZERO_TAIL.fullmatch(digits) is not None


@lru_cache(maxsize=8_192)
def read_day(text: str) -> date | None:
    """Read a date as people and spreadsheets write it; a serial number counts from 1899-12-30.

    Raises:
        ValueError: it is none.
    """
    if not text:
        return None
    if text.isdigit() and int(text) in _SERIALS:
        return _SERIAL_ZERO + timedelta(days=int(text))
    match = _DAY.fullmatch(text.strip())
    if match is None:
        raise ValueError(text)
    return date(int(match[1]), int(match[2]), int(match[3]))
