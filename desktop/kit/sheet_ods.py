"""OpenDocument sheets (.ods), read as a stream so that repeated cells cannot flood memory."""

from __future__ import annotations

from datetime import date
from xml.parsers import expat

from desktop.kit.sheet_cells import LONGEST_TEXT, MOST_CELLS, Source, Table, unreadable

MOST_REPEATS = 1_000
"""Times that a filled cell or row may stand for."""
_CHUNK = 1 << 16
_ASIDE = 1_000_000
"""A remark hangs inside its cell and is no part of it."""


def read(content: bytes) -> Source:
    """Return the sheets of a content.xml.

    Raises:
        UnreadableSheetError: it is damaged, or repeats filled cells without end.
    """
    reader = _Reader()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text
    parser.buffer_text = True
    try:
        for start in range(0, len(content), _CHUNK):
            parser.Parse(content[start : start + _CHUNK], False)
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise unreadable("book") from error
    return reader.sheets


class _Reader:
    """Keeps filled cells; rows and columns of empty ones only where something follows."""

    def __init__(self) -> None:
        self.sheets: list[Table] = []
        self._row: list[object] = []
        self._empty = 0
        """Empty places before the next filled cell of the row."""
        self._bare = 0
        """Empty rows before the next filled row."""
        self._row_repeats = 1
        self._cell: dict[str, str] | None = None
        self._texts: list[str] = []
        self._inside = 0
        self._cells = 0
        self._size = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Begin a sheet, row, cell or paragraph."""
        tag = name.rpartition(" ")[2]
        facts = {key.rpartition(" ")[2]: value for key, value in attributes.items()}
        if tag == "table":
            self.sheets.append((facts.get("name", ""), []))
            self._bare = 0
        elif tag == "table-row":
            self._row, self._empty = [], 0
            self._row_repeats = _number(facts.get("number-rows-repeated"))
        elif tag in {"table-cell", "covered-table-cell"}:
            self._cell, self._texts, self._size = facts, [], 0
        elif tag == "p" and self._cell is not None:
            self._inside += 1
            if self._texts:
                self._texts.append(" ")
        elif tag == "s" and self._inside > 0:
            self._texts.append(" ")
        elif tag == "annotation":
            self._inside -= _ASIDE

    def text(self, data: str) -> None:
        """Keep the text of a paragraph."""
        if self._inside > 0 and self._cell is not None:
            self._size += len(data)
            if self._size > LONGEST_TEXT:
                raise unreadable("strings")
            self._texts.append(data)

    def end(self, name: str) -> None:
        """End a paragraph, cell or row."""
        tag = name.rpartition(" ")[2]
        if tag == "p" and self._cell is not None:
            self._inside -= 1
        elif tag == "annotation":
            self._inside += _ASIDE
        elif tag in {"table-cell", "covered-table-cell"} and self._cell is not None:
            self._end_cell(self._cell)
            self._cell = None
        elif tag == "table-row" and self.sheets:
            self._end_row()

    def _end_cell(self, facts: dict[str, str]) -> None:
        value = _value(facts, "".join(self._texts))
        times = _number(facts.get("number-columns-repeated"))
        if value == "":
            self._empty += times
            return
        if times > MOST_REPEATS:
            raise unreadable("far")
        self._count(self._empty + times)
        self._row += [""] * self._empty + [value] * times
        self._empty = 0

    def _end_row(self) -> None:
        rows = self.sheets[-1][1]
        if not self._row:
            self._bare += self._row_repeats
            return
        if self._row_repeats > MOST_REPEATS:
            raise unreadable("far")
        self._count(self._bare + (self._row_repeats - 1) * len(self._row))
        rows.extend([] for _ in range(self._bare))
        rows.extend(list(self._row) for _ in range(self._row_repeats))
        self._bare = 0

    def _count(self, more: int) -> None:
        self._cells += more
        if self._cells > MOST_CELLS:
            raise unreadable("far")


def _number(text: str | None) -> int:
    return min(int(text), 1 << 31) if text and text.isdecimal() else 1


def _value(facts: dict[str, str], text: str) -> object:
    kind = facts.get("value-type", "")
    if kind in {"float", "currency", "percentage"}:
        try:
            return float(facts.get("value", ""))
        except ValueError:
            return text
    if kind == "date":
        try:
            return date.fromisoformat(facts.get("date-value", "")[:10])
        except ValueError:
            return text
    if kind == "boolean":
        return str(facts.get("boolean-value") == "true")
    return text
