"""Workbooks (.xlsx, .xls, .ods) and CSV files as rows of cells, read in a child process."""

from __future__ import annotations

import csv
import io
import struct
import zipfile
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path
from typing import cast

from desktop.domain.encoding import decode
from desktop.domain.findings import Code
from desktop.kit.worker_process import run_apart
from desktop.ports.sheets import Cell, Sheet, UnreadableSheetError

LARGEST_FILE = 100_000_000
LARGEST_UNPACKED = 400_000_000
"""Bytes that the parts of a workbook may unpack to, by its own table of contents."""
MOST_CELLS = 4_000_000

_ZIP, _OLE, _MARKUP = b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"<"
_DAY = "day"
_DAMAGE = (zipfile.BadZipFile, OSError, ValueError, RuntimeError, struct.error)
"""What reading a damaged table of contents raises."""
Part = str | list[object]
"""The name of a sheet, or one row of the sheet named last."""


def read_sheets(path: Path) -> list[Sheet]:
    """Return every sheet of a workbook or CSV file; the parser runs in a child process.

    Raises:
        UnreadableSheetError: it is not such a file, or is damaged.
        FileTrouble: the file cannot be opened, or reading it was stopped.
    """
    sheets: list[Sheet] = []
    for part in run_apart("sheets", path):
        if isinstance(part, str):
            sheets.append(Sheet(part, []))
        else:
            sheets[-1].rows.append([_cell(cell) for cell in cast("list[object]", part)])
    return sheets


def _cell(cell: object) -> Cell:
    if isinstance(cell, dict):
        return date.fromisoformat(cell[_DAY])
    return cell if isinstance(cell, str) else float(cast("float", cell))


def work(path: Path) -> list[Part]:
    """Parse a file inside the child: a sheet's name, then its rows, for each sheet.

    Cells are text, numbers, and days as {"day": iso}.

    Raises:
        UnreadableSheetError: it is not such a file, or is damaged.
    """
    size = path.stat().st_size
    if size == 0:
        raise UnreadableSheetError(Code.FILE_EMPTY, "")
    if size > LARGEST_FILE:
        raise _unreadable("large")
    with path.open("rb") as file:
        head = file.read(512)
    if head.startswith(_ZIP):
        _check_unpacked(path)
        return _workbook(path)
    if head.startswith(_OLE):
        return _workbook(path)
    if head.lstrip().startswith(_MARKUP):
        raise _unreadable("markup")
    return _csv(path)


def _unreadable(detail: str) -> UnreadableSheetError:
    return UnreadableSheetError(Code.FILE_UNREADABLE, detail)


def _check_unpacked(path: Path) -> None:
    """Refuse what would unpack beyond all measure before anything is unpacked."""
    try:
        with zipfile.ZipFile(path) as archive:
            total = sum(part.file_size for part in archive.infolist())
    except _DAMAGE as error:
        raise _unreadable("zip") from error
    if total > LARGEST_UNPACKED:
        raise _unreadable("large")


def _workbook(path: Path) -> list[Part]:
    import python_calamine as calamine  # noqa: PLC0415 - only in the child

    try:
        book = calamine.CalamineWorkbook.from_path(path)
        return _within_measure(
            (name, book.get_sheet_by_name(name).to_python(skip_empty_area=False))
            for name in book.sheet_names
        )
    except (calamine.CalamineError, OSError) as error:
        raise _unreadable("book") from error


def _within_measure(sheets: Iterable[tuple[str, Iterable[Iterable[object]]]]) -> list[Part]:
    parts: list[Part] = []
    cells = 0
    for name, rows in sheets:
        parts.append(name)
        for row in rows:
            plain = [_plain(cell) for cell in row]
            parts.append(plain)
            cells += len(plain)
            if cells > MOST_CELLS:
                raise _unreadable("large")
    return parts


def _plain(cell: object) -> object:
    if isinstance(cell, datetime):
        cell = cell.date()
    if isinstance(cell, date):
        return {_DAY: cell.isoformat()}
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return cell
    return str(cell)


def _csv(path: Path) -> list[Part]:
    try:
        text = decode(path.read_bytes())
    except ValueError as error:
        raise UnreadableSheetError(Code.ENCODING_UNKNOWN, "") from error
    if "\0" in text:
        raise _unreadable("binary")
    first = text.split("\n", 1)[0]
    mark = max("\t,;", key=first.count)
    return _within_measure([(path.stem, csv.reader(io.StringIO(text), delimiter=mark))])
