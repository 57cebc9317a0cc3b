"""Web tables and Excel's XML of 2003, as platforms export them under the name .xls."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from desktop.kit.sheet_cells import LONGEST_TEXT, Source, unreadable

MOST_SPAN = 1_000
"""Columns or rows that one cell may cover."""
MOST_DEPTH = 12
"""Tables within tables."""
_DEFINES = re.compile(r"<!(?:ENTITY|ELEMENT|ATTLIST|NOTATION)|<!DOCTYPE[^>]*\[", re.IGNORECASE)
_CHUNK = 65_536
_DIGITS = 9
_CELLS = {"td", "th", "cell"}
_ROWS = {"tr", "row"}
_SHEETS = {"table"}
_ASIDE = {"script", "style", "head", "title"}
_BREAKS = {"br", "p", "div"}


def read(text: str) -> Source:
    """Return the tables of a page, each table a sheet.

    Raises:
        UnreadableSheetError: the page defines entities, or has no table.
    """
    if _DEFINES.search(text):
        raise unreadable("entities")
    page = _Page()
    for start in range(0, len(text), _CHUNK):
        page.feed(text[start : start + _CHUNK])
    page.close()
    page.end_row()
    if not page.tables:
        raise unreadable("markup")
    return [(name, iter(rows)) for name, rows in page.tables]


class _Page(HTMLParser):
    """Collects the cells of tables; an inner table's cells become text of the outer one's."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[tuple[str, list[list[object]]]] = []
        self._name = ""
        self._depth = 0
        self._aside = 0
        self._row: list[object] | None = None
        self._hanging: dict[int, int] = {}
        """Column → further rows that a cell above covers."""
        self._text: list[str] | None = None
        self._size = 0
        self._span = (1, 1)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a table, row or cell."""
        tag = tag.rpartition(":")[2]
        facts = {name.rpartition(":")[2]: value or "" for name, value in attrs}
        if tag in _ASIDE:
            self._aside += 1
        elif tag == "worksheet":
            self._name = facts.get("name", "")
        elif tag in _SHEETS:
            self._begin_table()
        elif self._depth == 1 and tag in _ROWS:
            self._begin_row(facts)
        elif self._depth == 1 and tag in _CELLS:
            self._begin_cell(facts)
        elif tag in _BREAKS and self._text:
            self._text.append(" ")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take an empty element as begun and ended."""
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        """End a cell, row or table."""
        tag = tag.rpartition(":")[2]
        if tag in _ASIDE:
            self._aside = max(self._aside - 1, 0)
        elif tag in _SHEETS:
            self._depth = max(self._depth - 1, 0)
            if self._depth == 0:
                self.end_row()
        elif self._depth == 1 and tag in _ROWS:
            self.end_row()
        elif self._depth == 1 and tag in _CELLS:
            self._end_cell()

    def handle_data(self, data: str) -> None:
        """Keep the text of a cell."""
        if self._text is None or self._aside:
            return
        self._size += len(data)
        if self._size > LONGEST_TEXT:
            raise unreadable("strings")
        self._text.append(data)

    def end_row(self) -> None:
        """Put the row into its table."""
        self._end_cell()
        if self._row is not None and self.tables:
            self._cover()
            self.tables[-1][1].append(self._row)
        self._row = None

    def _begin_table(self) -> None:
        self._depth += 1
        if self._depth > MOST_DEPTH:
            raise unreadable("nested")
        if self._depth == 1:
            self.end_row()
            self.tables.append((self._name or f"{len(self.tables) + 1}", []))
            self._hanging = {}

    def _begin_row(self, facts: dict[str, str]) -> None:
        self.end_row()
        self._row = []
        if self.tables:
            rows = self.tables[-1][1]
            rows.extend([] for _ in range(_gap(facts.get("index"), len(rows))))

    def _begin_cell(self, facts: dict[str, str]) -> None:
        self._end_cell()
        if self._row is None:
            self._row = []
        self._row += [""] * _gap(facts.get("index"), len(self._row))
        self._cover()
        across = facts.get("mergeacross")
        wide = _span(across) + 1 if across else _span(facts.get("colspan"))
        self._span = (wide, _span(facts.get("rowspan")))
        self._text, self._size = [], 0

    def _end_cell(self) -> None:
        if self._text is None or self._row is None:
            return
        wide, high = self._span
        if high > 1:
            place = len(self._row)
            self._hanging |= dict.fromkeys(range(place, place + wide), high - 1)
        self._row.append(" ".join("".join(self._text).split()))
        self._row += [""] * (wide - 1)
        self._text = None

    def _cover(self) -> None:
        """Leave the places free that cells above reach down to."""
        row = self._row if self._row is not None else []
        while self._hanging.get(len(row), 0) > 0:
            self._hanging[len(row)] -= 1
            row.append("")


def _span(text: str | None) -> int:
    """Read how many columns or rows a cell covers; 0 and nonsense count as one.

    Raises:
        UnreadableSheetError: it covers more than any table has.
    """
    count = _number(text)
    if count > MOST_SPAN:
        raise unreadable("far")
    return max(count, 1)


def _gap(index: str | None, filled: int) -> int:
    """Return how many places a numbered row or cell leaves free before it.

    Raises:
        UnreadableSheetError: it stands further off than any table reaches.
    """
    free = _number(index) - 1 - filled if index else 0
    if free > MOST_SPAN:
        raise unreadable("far")
    return max(free, 0)


def _number(text: str | None) -> int:
    digits = (text or "1").strip()[:_DIGITS]
    return int(digits) if digits.isdecimal() else 1
