"""Where a roster's heading stands and what its columns are: one line or two, merged or not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from desktop.ports.sheets import Cell, Sheet
from desktop.services.roster.columns import ColumnMap, key_named, plain_title

HEADER_WITHIN = 40
"""Rows among which the heading must stand."""
LEAST_TITLES = 3
JOINT = "·"
"""Between the words of a heading's upper and lower line."""
_SURE = ("name", "id_number")


@dataclass(frozen=True, slots=True)
class FoundColumn:
    """One column of the file."""

    place: int
    """From 0."""
    title: str
    """As the heading has it, without star; empty where the heading is."""
    name: str
    """What a map calls it: the title, with the letter where the title is empty or stands twice."""
    key: str
    """Our column, empty where nothing is known of it."""


def letter(place: int) -> str:
    """Return what spreadsheets call a column: A, B … AA."""
    place, letters = place + 1, ""
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


@dataclass(frozen=True, slots=True)
class Layout:
    """A heading that was found or named."""

    sheet: int
    first: int
    """Place (from 0) of the heading's first row."""
    last: int
    columns: tuple[FoundColumn, ...]

    @property
    def known(self) -> int:
        """Count our columns that it names."""
        return len({column.key for column in self.columns if column.key})

    @property
    def is_roster(self) -> bool:
        """Tell whether it reads like a roster's."""
        keys = {column.key for column in self.columns}
        return self.known >= LEAST_TITLES and any(key in keys for key in _SURE)


def find(sheets: Sequence[Sheet], wanted: ColumnMap) -> Layout | None:
    """Return the heading that names most of our columns; None in files without any cell."""
    best: Layout | None = None
    for layout in _candidates(sheets, wanted):
        if best is None or _rank(layout) > _rank(best):
            best = layout
    return best


def others(sheets: Sequence[Sheet], chosen: Layout, wanted: ColumnMap) -> tuple[str, ...]:
    """Return the names of further sheets that read like rosters too."""
    free = replace(wanted, sheet="", header=0)
    return tuple(
        sheet.name
        for number, sheet in enumerate(sheets)
        if number != chosen.sheet
        and any(
            one.is_roster and len(sheet.rows) > one.last + 1 for one in _candidates([sheet], free)
        )
    )


def _rank(layout: Layout) -> tuple[int, int, int]:
    words = sum(bool(column.title) for column in layout.columns)
    return layout.known, 0 if layout.known else words, layout.last - layout.first


def _candidates(sheets: Sequence[Sheet], wanted: ColumnMap) -> Iterator[Layout]:
    for number, sheet in enumerate(sheets):
        if wanted.sheet not in {"", sheet.name}:
            continue
        for place in _places(sheet, wanted):
            lower = _titles(sheet.rows[place])
            if not any(lower):
                continue
            yield Layout(number, place, place, _columns(lower, lower, wanted))
            upper = _titles(sheet.rows[place - 1]) if place else []
            if sum(map(bool, upper)) > 1:
                spread = _spread(upper, lower)
                yield Layout(number, place - 1, place, _columns(spread, lower, wanted))


def _places(sheet: Sheet, wanted: ColumnMap) -> range:
    if wanted.header:
        return range(wanted.header - 1, min(wanted.header, len(sheet.rows)))
    return range(min(HEADER_WITHIN, len(sheet.rows)))


def _titles(row: Sequence[Cell]) -> list[str]:
    return [plain_title(cell) if isinstance(cell, str) else "" for cell in row]


def _spread(upper: list[str], lower: list[str]) -> list[str]:
    """Write a merged heading over every column that it covers: those with a lower heading."""
    width = max(len(upper), len(lower))
    spread: list[str] = []
    for place in range(width):
        own = upper[place] if place < len(upper) else ""
        below = lower[place] if place < len(lower) else ""
        spread.append(own or (spread[-1] if place and below else ""))
    return spread


def _columns(upper: list[str], lower: list[str], wanted: ColumnMap) -> tuple[FoundColumn, ...]:
    pairs = list(zip_longest(upper, lower, fillvalue=""))
    lows = Counter(low or high for high, low in pairs)
    titles = [_title(high, low, twice=lows[low or high] > 1) for high, low in pairs]
    count = Counter(titles)
    return tuple(
        _column(place, pair, title, wanted, twice=count[title] > 1)
        for place, (pair, title) in enumerate(zip(pairs, titles, strict=True))
    )


def _title(high: str, low: str, *, twice: bool) -> str:
    """Return the lower line alone where it says enough, else both."""
    if not low or not high or high == low:
        return low or high
    alone = key_named(low)
    if alone and not twice and key_named(high + low) in {"", alone}:
        return low
    return f"{high}{JOINT}{low}"


def _column(
    place: int, pair: tuple[str, str], title: str, wanted: ColumnMap, *, twice: bool
) -> FoundColumn:
    high, low = pair
    lettered = f"{title}#{letter(place)}"
    name = title if title and not twice else lettered
    for said in (lettered, title, low):
        if said in wanted.columns:
            return FoundColumn(place, title, name, wanted.columns[said])
    return FoundColumn(place, title, name, key_named(high + low) or key_named(low or high))
