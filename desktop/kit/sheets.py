"""Workbooks (.xlsx, .xls, .ods), web tables and CSV files as rows of cells, in a child process."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import cast

from desktop.domain.findings import Code
from desktop.kit.sheet_cells import DAY, Part, Source, unreadable, within_measure
from desktop.kit.worker_process import run_apart
from desktop.ports.sheets import Cell, Sheet, UnreadableSheetError

__all__ = ["Part", "read_sheets", "work"]

LARGEST_FILE = 100_000_000

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BIFF = (b"\x09\x00", b"\x09\x02", b"\x09\x04", b"\x09\x08")
"""A workbook of Excel 2 to 95 that lies bare, without the OLE container."""
_BIFF_KINDS = {0x05, 0x06, 0x10, 0x20, 0x40, 0x00}
_OTHERS = {
    b"%PDF": "pdf",
    b"\x89PNG": "picture",
    b"\xff\xd8\xff": "picture",
    b"GIF8": "picture",
    b"BM": "picture",
    b"PK\x05\x06": "archive",
    b"Rar!": "archive",
    b"7z\xbc\xaf": "archive",
    b"\x1f\x8b": "archive",
    b"BZh": "archive",
    b"\xfd7zXZ": "archive",
    b"MZ": "program",
    b"\x7fELF": "program",
    b"SQLite format 3": "binary",
    b"MIME-Version:": "mht",
}


def read_sheets(path: Path) -> list[Sheet]:
    """Return every sheet of a workbook, web table or CSV file; it is parsed in a child process.

    Raises:
        UnreadableSheetError: it is not such a file, is damaged, or beyond all measure.
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
        return date.fromisoformat(cell[DAY])
    return cell if isinstance(cell, str) else float(cast("float", cell))


def work(path: Path) -> Iterator[Part]:
    """Parse a file inside the child: a sheet's name, then its rows, for each sheet.

    Cells are text, numbers, and days as {"day": iso}.

    Raises:
        UnreadableSheetError: it is not such a file, is damaged, or beyond all measure.
    """
    yield from within_measure(_source(path))


def _source(path: Path) -> Source:
    size = path.stat().st_size
    if size == 0:
        raise UnreadableSheetError(Code.FILE_EMPTY, "")
    if size > LARGEST_FILE:
        raise unreadable("large")
    with path.open("rb") as file:
        head = file.read(512)
    for magic, detail in _OTHERS.items():
        if head.startswith(magic) and not _is_text(head, magic):
            raise unreadable(detail)
    return _reader(head)(path)


def _is_text(head: bytes, magic: bytes) -> bool:
    """Short marks such as BM and MZ also begin honest tables of text."""
    return len(magic) < len(b"GIF") and head.isascii() and b"\0" not in head


def _reader(head: bytes) -> Callable[[Path], Source]:
    """Choose by the first bytes, never by the name; a library is loaded only where it is used."""
    if head.startswith(_ZIP):
        from desktop.kit import sheet_zip  # noqa: PLC0415 - only in the child

        return sheet_zip.read
    if head.startswith(_OLE) or (head[:2] in _BIFF and head[6:7] and head[6] in _BIFF_KINDS):
        from desktop.kit import sheet_xls  # noqa: PLC0415 - only in the child

        return sheet_xls.read
    from desktop.kit import sheet_text  # noqa: PLC0415 - only in the child

    return sheet_text.read
