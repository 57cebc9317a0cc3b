"""A roster file as rows of texts by column: finds the header, sees damaged numbers."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

import resources
from desktop.domain.findings import Code, Finding, Level
from desktop.domain.worker import PayKind
from desktop.ports.sheets import Cell, Sheet

_HEADER_WITHIN = 20
"""Rows among which the header must stand."""
_LEAST_TITLES = 4
_EXACT = 10**15
"""Numbers from here on have lost digits in a spreadsheet (15 significant digits)."""
_POWER = re.compile(r"[0-9](\.[0-9]+)?[eE]\+?[0-9]+")
_ZERO_TAIL = re.compile(r"[1-9][0-9]{14}0{3,}")
_TITLE_NOISE = str.maketrans(
    {"*": "", "＊": "", " ": "", "\u3000": "", "\n": "", "（": "(", "）": ")"}
)
_DAY = re.compile(r"([0-9]{4})[-/.年]?([0-9]{1,2})[-/.月]?([0-9]{1,2})日?(?:[ T]0{1,2}:00(:00)?)?")
_SERIAL_ZERO = date(1899, 12, 30)
_SERIALS = range(10_000, 80_000)


@dataclass(frozen=True, slots=True)
class Column:
    """One column that a roster may have."""

    key: str
    titles: tuple[str, ...]
    required: bool = False
    number: bool = False

    @property
    def title(self) -> str:
        """What we call it."""
        return self.titles[0]


@cache
def columns() -> Mapping[str, Column]:
    """Return the declared columns by key."""
    table = tomllib.loads(resources.text("terms/roster.toml"))["columns"]
    return {
        key: Column(key, tuple(one["titles"]), one.get("required", False), one.get("number", False))
        for key, one in table.items()
    }


@cache
def pay_kinds() -> Mapping[str, PayKind]:
    """Return the words for kinds of pay."""
    table: dict[str, list[str]] = tomllib.loads(resources.text("terms/roster.toml"))["pay_kinds"]
    return {word: PayKind(kind) for kind, words in table.items() for word in words}


@dataclass(frozen=True, slots=True)
class RosterRow:
    """One row: texts by column key, empty where the file has no such column."""

    number: int
    """As the spreadsheet counts."""
    texts: Mapping[str, str]
    damaged: frozenset[str]
    """Columns whose number has lost digits."""


@dataclass(frozen=True, slots=True)
class RosterTable:
    """What was found in the file."""

    rows: tuple[RosterRow, ...]
    titles: Mapping[str, str]
    """Column key → title as the file writes it, without star."""
    findings: tuple[Finding, ...] = ()


def read_table(sheets: Sequence[Sheet]) -> RosterTable:
    """Find the header by its titles and read the rows below it."""
    for sheet in sheets:
        for index, row in enumerate(sheet.rows[:_HEADER_WITHIN]):
            places = _places(row)
            if len(places) >= _LEAST_TITLES and "name" in places:
                return _read_rows(sheet.rows, index, places)
    if not any(cell != "" for sheet in sheets for row in sheet.rows for cell in row):
        return RosterTable((), {}, (Finding(Code.FILE_EMPTY, Level.STOP),))
    wanted = "、".join(column.title for column in columns().values() if column.required)
    return RosterTable((), {}, (_column_missing(wanted),))


def _column_missing(titles: str) -> Finding:
    return Finding(Code.COLUMN_MISSING, Level.STOP, facts={"columns": titles})


def _places(row: Sequence[Cell]) -> dict[str, int]:
    """Return column key → position for a header row."""
    known = {title: column.key for column in columns().values() for title in column.titles}
    places: dict[str, int] = {}
    for position, cell in enumerate(row):
        key = known.get(_title(cell))
        if key is not None:
            places.setdefault(key, position)
    return places


def _title(cell: Cell) -> str:
    return str(cell).translate(_TITLE_NOISE)


def _read_rows(rows: Sequence[Sequence[Cell]], header: int, places: dict[str, int]) -> RosterTable:
    titles = {key: _title(rows[header][place]) for key, place in places.items()}
    findings = [
        _column_missing(column.title)
        for column in columns().values()
        if column.required and column.key not in places
    ]
    read = [
        _read_row(index + 1, row, places)
        for index, row in enumerate(rows)
        if index > header and any(str(cell).strip() for cell in row)
    ]
    if not read:
        findings.append(Finding(Code.FILE_EMPTY, Level.STOP))
    return RosterTable(tuple(read), titles, tuple(findings))


def _read_row(number: int, row: Sequence[Cell], places: dict[str, int]) -> RosterRow:
    texts: dict[str, str] = {}
    damaged: set[str] = set()
    for key, place in places.items():
        cell = row[place] if place < len(row) else ""
        texts[key] = _text(cell)
        if columns()[key].number and is_damaged(cell):
            damaged.add(key)
    return RosterRow(number, texts, frozenset(damaged))


def _text(cell: Cell) -> str:
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < _EXACT else repr(cell)
    return cell.isoformat() if isinstance(cell, date) else cell.strip()


def is_damaged(cell: Cell) -> bool:
    """Tell whether a number has lost digits: a large number cell, or a power of ten as text."""
    if isinstance(cell, float):
        return abs(cell) >= _EXACT
    return isinstance(cell, str) and _POWER.fullmatch(cell.strip()) is not None


def looks_cut(digits: str) -> bool:
    """Tell whether a number reads like one cut to 15 digits and filled up with zeros."""
    return _ZERO_TAIL.fullmatch(digits) is not None


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
