"""Tables of text: CSV and TSV in every encoding, and web tables that call themselves .xls."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

from desktop.domain.encoding import decode
from desktop.domain.findings import Code
from desktop.kit.sheet_cells import Source, unreadable
from desktop.ports.sheets import UnreadableSheetError

_MARKS = "\t,;|"
_LOOK = 30
"""Lines that tell which sign divides the columns."""
_SEPARATOR = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
_MARKUP = re.compile(
    r"\s*<(?:!DOCTYPE|\?xml|!--|html|head|body|meta|style|table|div|[a-z]+:)", re.IGNORECASE
)
_AS_TEXT = re.compile(r'="((?:[^"]|"")*)"')
"""How CSV files keep a long number whole: ="620102…"."""
_GUARDED = re.compile("'(?=[=+\\-@\t\r＝＋－＠])")
"""An apostrophe that programs put before text that would be a formula."""


def read(path: Path) -> Source:
    """Return the tables of a text file.

    Raises:
        UnreadableSheetError: it is binary, in no known encoding, or markup without a table.
    """
    try:
        text = decode(path.read_bytes())
    except ValueError as error:
        raise UnreadableSheetError(Code.ENCODING_UNKNOWN, "") from error
    text = text.removeprefix("\ufeff")
    if "\0" in text:
        raise unreadable("binary")
    if _MARKUP.match(text):
        from desktop.kit import sheet_markup  # noqa: PLC0415 - only for such files

        return sheet_markup.read(text)
    return [(path.stem, _rows(text))]


def _rows(text: str) -> Iterator[list[object]]:
    told = _SEPARATOR.match(text)
    mark = told[1] if told else _mark(text)
    body = text[told.end() :] if told else text
    try:
        for row in csv.reader(io.StringIO(body, newline=""), delimiter=mark):
            yield [_cell(cell) for cell in row]
    except csv.Error as error:
        raise unreadable("strings" if "limit" in str(error) else "book") from error


def _mark(text: str) -> str:
    lines = text.split("\n", _LOOK)[:_LOOK]
    return max(_MARKS, key=lambda mark: sum(line.count(mark) for line in lines))


def _cell(cell: str) -> str:
    kept = _AS_TEXT.fullmatch(cell)
    if kept:
        return kept[1].replace('""', '"')
    return _GUARDED.sub("", cell, count=1) if _GUARDED.match(cell) else cell
