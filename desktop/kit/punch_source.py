"""A device's file inside the child process: as plain lines, and as tables of text cells."""

from __future__ import annotations

import codecs
import csv
import json
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import TextIO, cast

from desktop.domain.findings import Code
from desktop.kit import sheets
from desktop.ports.attendance import Row, Table, TableMapping
from desktop.ports.sheets import UnreadableSheetError

HEAD = 1 << 16
TOP = 60
"""Rows by which a table is recognised."""
_SLICE = 1 << 20
_LONGEST_LINE = 4 << 20
_LOOK = 1 << 18
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BOOK = (b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0")
_RUNS = re.compile(rb"[\x80-\xff]+")
_DELIMITERS = "\t,;|"
_LONGEST_CELL = 1 << 20
_SHOWN = 200
"""Characters of a line that cannot be decoded."""


class FileSource:
    """A file on disk; nothing is read twice that need not be."""

    def __init__(self, path: Path, mapping: TableMapping | None = None) -> None:
        self.file_name = path.name
        self.size = path.stat().st_size
        self._path = path
        with path.open("rb") as file:
            self._begin = file.read(HEAD)
        self.mark = next((m for m in _MARKS if self._begin.startswith(m[0])), None)
        self._mapping = mapping or TableMapping()
        self.delimiter = ""
        """Sign between the cells of a text file, once it was looked at as a table."""

    @cached_property
    def head(self) -> bytes:
        """Return the first 64 KiB as plain bytes."""
        if self.mark is None:
            return self._begin
        text = codecs.getincrementaldecoder(self.mark[1])("replace").decode(self._begin)
        return text.encode("utf-8", "replace")

    @property
    def is_book(self) -> bool:
        """Tell whether it is a workbook or markup, which the readers of sheets know."""
        return self._begin.startswith(_BOOK) or self.head.lstrip()[:1] == b"<"

    @property
    def is_binary(self) -> bool:
        """Tell whether it is neither text nor a workbook."""
        wide = self.mark is not None and self.mark[1] == "utf-16"
        return not self.is_book and not wide and b"\0" in self._begin

    def slices(self) -> Iterator[tuple[int, bytes]]:
        """Yield whole lines, about a mebibyte together, with the position reached."""
        reached, rest = 0, b""
        for reached, more in self._blocks():
            whole = rest + more
            cut = whole.rfind(b"\n") + 1
            if not cut and len(whole) > _LONGEST_LINE:
                raise UnreadableSheetError(Code.FILE_UNREADABLE, "binary")
            if cut:
                yield reached, whole[:cut]
            rest = whole[cut:]
        if rest:
            yield reached, rest

    def _blocks(self) -> Iterator[tuple[int, bytes]]:
        if self.mark is not None and self.mark[1] == "utf-16":
            with self._path.open(encoding="utf-16", errors="replace", newline="") as text:
                reached = 0
                while part := text.read(_SLICE):
                    reached += 2 * len(part)
                    yield min(reached, self.size), part.encode("utf-8", "replace")
            return
        with self._path.open("rb") as file:
            if self.mark is not None:
                file.seek(len(self.mark[0]))
            while block := file.read(_SLICE):
                yield file.tell(), block

    def tables(self) -> tuple[Table, ...]:
        """Return the sheets, or a text file as one table; none when it is neither."""
        return self._tables

    @cached_property
    def _tables(self) -> tuple[Table, ...]:
        if self.is_book:
            return tuple(_of_parts(sheets.work(self._path)))
        if self.is_binary or not self.size:
            return ()
        if self.head.lstrip()[:1] in {b"[", b"{"}:
            found = _of_json(self._path, self.file_name)
            if found is not None:
                return (found,)
        return (self._of_text(),)

    def _of_text(self) -> Table:
        encoding = self._mapping.encoding or self.encoding
        with suppress(LookupError):
            encoding = codecs.lookup(encoding).name
        top = self.head.decode(encoding, "replace") if self.mark is None else self.head.decode()
        mark = self.delimiter = self._mapping.delimiter or _delimiter(top)

        def walk() -> Iterator[Row]:
            with self._path.open(encoding=encoding, newline="") as file:
                yield from _csv_rows(file, mark)

        top_rows = list(islice(walk(), TOP))
        lines = max(self._begin.count(b"\n"), 1)
        return Table(self.file_name, walk, top_rows, lines * self.size // max(len(self._begin), 1))

    @cached_property
    def encoding(self) -> str:
        """Return the encoding of a text file; strict trials, Latin-1 last and only with reason."""
        if self.mark is not None:
            return self.mark[1]
        if _decodes(self._path, "utf-8"):
            return "utf-8"
        with self._path.open("rb") as file:
            look = file.read(_LOOK)
        if not _is_western(look) and _decodes(self._path, "gb18030"):
            return "gb18030"
        if _is_western(look):
            return "latin-1"
        tries = [_first_bad(self._path, name) for name in ("utf-8", "gb18030")]
        raise BadEncodingError(*max(tries, key=lambda found: found[0]))


class BadEncodingError(UnreadableSheetError):
    """A text in no known encoding; the line is the first that cannot be read, from 1."""

    def __init__(self, line: int, text: str) -> None:
        super().__init__(Code.ENCODING_UNKNOWN, "")
        self.line = line
        self.text = text


def _decodes(path: Path, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    with path.open("rb") as file:
        try:
            while block := file.read(_SLICE):
                decoder.decode(block)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return False
    return True


def _first_bad(path: Path, encoding: str) -> tuple[int, str]:
    """Return the number and the legible part of the first line that is not of an encoding."""
    with path.open("rb") as file:
        for number, line in enumerate(iter(lambda: file.readline(_SLICE), b""), 1):
            try:
                line.decode(encoding)
            except UnicodeDecodeError:
                return number, line.decode(encoding, "backslashreplace").strip()[:_SHOWN]
    return 0, ""


def _is_western(content: bytes) -> bool:
    """Tell Latin-1 from Chinese: accented letters stand alone, the bytes of Chinese in pairs."""
    runs = [len(run) for run in _RUNS.findall(content)]
    return bool(runs) and sum(length == 1 for length in runs) * 2 > len(runs)


def _delimiter(top: str) -> str:
    """Return the sign that parts most lines into the same number of cells."""
    lines = [line for line in top.splitlines()[:TOP] if line.strip()][:-1] or top.splitlines()[:1]
    best = {mark: _regular(lines, mark) for mark in _DELIMITERS}
    return max(_DELIMITERS, key=lambda mark: best[mark])


def _regular(lines: list[str], mark: str) -> int:
    counts = [line.count(mark) for line in lines]
    usual = max(set(counts), key=counts.count) if counts else 0
    return counts.count(usual) * (usual > 0)


def _csv_rows(file: TextIO, mark: str) -> Iterator[Row]:
    csv.field_size_limit(_LONGEST_CELL)
    rows = csv.reader(file, delimiter=mark)
    at = 0
    try:
        for row in rows:
            while at < rows.line_num - 1:  # a cell with line breaks stays one row of many lines
                yield []
                at += 1
            at = rows.line_num
            yield [cell.strip() if cell[:1] != "'" else _text(cell) for cell in row]
    except csv.Error as error:
        raise UnreadableSheetError(Code.FILE_UNREADABLE, "binary") from error
    except UnicodeDecodeError as error:
        raise UnreadableSheetError(Code.ENCODING_UNKNOWN, "") from error


def _text(cell: str) -> str:
    return cell.strip().removeprefix("'").replace("\0", "")


def _of_parts(parts: Iterable[sheets.Part]) -> Iterator[Table]:
    name, rows = "", cast("list[Row]", [])
    begun = False
    for part in parts:
        if isinstance(part, str):
            if begun:
                yield _held(name, rows)
            name, rows, begun = part, [], True
        else:
            rows.append([cell_text(cell) for cell in part])
    if begun:
        yield _held(name, rows)


def _held(name: str, rows: list[Row]) -> Table:
    return Table(name, lambda: iter(rows), rows[:TOP], len(rows))


def cell_text(cell: object) -> str:
    """Write a workbook's cell as people read it."""
    if isinstance(cell, dict):
        return f"{cell['day']} {cell['time']}" if cell.get("time") else str(cell["day"])
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None else _text(str(cell))


def _of_json(path: Path, name: str) -> Table | None:
    """Return a list of objects as a table: their keys are the headings."""
    try:
        found = json.loads(path.read_bytes().decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return None
    records = _records(found)
    if records is None:
        return None
    keys = list(dict.fromkeys(key for record in records for key in record))
    rows = [keys, *([cell_text(record.get(key, "")) for key in keys] for record in records)]
    return _held(name, rows)


def _records(found: object) -> list[dict[str, object]] | None:
    """Return the list of objects in a JSON document, or in one of its members."""
    if isinstance(found, dict):
        lists = [inner for value in found.values() if (inner := _records(value)) is not None]
        return max(lists, key=len) if lists else None
    if isinstance(found, list) and found and all(isinstance(one, dict) for one in found):
        return cast("list[dict[str, object]]", found)
    return None
