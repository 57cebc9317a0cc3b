"""The child's side of reading a device's file: choose the format, read, answer in parts."""

from __future__ import annotations

import importlib
import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Protocol, cast

from desktop.domain.findings import Code, Finding, Level
from desktop.domain.progress import SILENT, Progress
from desktop.domain.punches import Punches
from desktop.kit.punch_source import BadEncodingError, FileSource
from desktop.kit.punch_wire import parts_of, preview_parts, reading_of
from desktop.kit.registry import discover
from desktop.ports.attendance import (
    AttendanceFormat,
    PunchFile,
    Reading,
    TableMapping,
    TablePreview,
)
from desktop.ports.sheets import UnreadableSheetError

FORMATS = "desktop.attendance"
"""The package with the formats; nothing below it may import it."""
ANY = "table"
"""The format that reads by a mapping."""
LARGEST_FILE = 300_000_000
_SHOWN_ROWS = 40
_SHOWN_CELLS = 60


class _Spoken:
    """Progress that goes out beside the answer."""

    def step(self, done: int, total: int, words: str = "") -> None:
        """Write how far the reading is."""
        part = {"step": [done, total, words]}
        sys.stdout.buffer.write(json.dumps(part).encode() + b"\n")
        sys.stdout.buffer.flush()


def work(path: Path) -> Iterator[object]:
    """Answer what the parent asks on standard input about a file.

    Raises:
        UnreadableSheetError: it is damaged, binary, or of no known format.
    """
    asked = json.loads(sys.stdin.buffer.read())
    reading = reading_of(asked["reading"])
    if asked["preview"]:
        yield from preview_parts(preview(path, reading.mapping))
    else:
        yield from parts_of(read(path, reading, _Spoken()))


def formats() -> list[AttendanceFormat]:
    """Return the formats, the one to be asked first in front."""
    found = discover(importlib.import_module(FORMATS), "FORMAT").values()
    return sorted(cast("Iterable[AttendanceFormat]", found), key=lambda one: (one.rank, one.name))


def read(path: Path, reading: Reading, progress: Progress = SILENT) -> PunchFile:
    """Read a file in its named format, or in the one that recognises it.

    Raises:
        UnreadableSheetError: it is damaged, binary, or of no known format.
    """
    source = _source(path, reading.mapping)
    try:
        return _read(source, reading, progress)
    except BadEncodingError as error:
        bad = Finding(error.code, Level.STOP, error.line, facts={"text": error.text})
        return PunchFile(0, Punches(), (), reading=reading, findings=(bad,))


def _read(source: FileSource, reading: Reading, progress: Progress) -> PunchFile:
    chosen = _chosen(source, reading)
    if chosen is None and source.is_binary:
        raise UnreadableSheetError(Code.FORMAT_UNKNOWN, "binary")
    if chosen is None:
        raise UnreadableSheetError(Code.FORMAT_UNKNOWN, "")
    found = chosen.read(source, reading, progress)
    return replace(found, reading=replace(found.reading, format=chosen.name))


def _source(path: Path, mapping: TableMapping) -> FileSource:
    source = FileSource(path, mapping)
    if source.size > LARGEST_FILE:
        raise UnreadableSheetError(Code.FILE_UNREADABLE, "large")
    if not source.head.strip():
        raise UnreadableSheetError(Code.FILE_EMPTY, "")
    return source


def _chosen(source: FileSource, reading: Reading) -> AttendanceFormat | None:
    known = formats()
    if reading.format != "auto":
        return next((one for one in known if one.name == reading.format), None)
    for one in known:
        if one.recognises(source):
            return one
    told = reading.mapping.stamp or reading.mapping.number or reading.mapping.name
    return next((one for one in known if told and one.name == ANY), None)


def preview(path: Path, mapping: TableMapping) -> TablePreview:
    """Return the beginning of a table and what can be found out about its columns.

    Raises:
        UnreadableSheetError: it is no table.
    """
    source = _source(path, mapping)
    tables = source.tables()
    if not tables:
        raise UnreadableSheetError(Code.FILE_UNREADABLE, "binary")
    guess = next(one for one in formats() if one.name == ANY)
    found = cast("_Guess", guess).completed(source, mapping)
    chosen = next((table for table in tables if table.name == found.sheet), tables[0])
    if not source.is_book:
        found = replace(found, delimiter=source.delimiter, encoding=mapping.encoding)
    rows = tuple(tuple(row[:_SHOWN_CELLS]) for row in chosen.top[:_SHOWN_ROWS])
    return TablePreview(tuple(table.name for table in tables), rows, found)


class _Guess(Protocol):
    def completed(self, source: FileSource, mapping: TableMapping) -> TableMapping:
        """Return a mapping with what can be found out."""
