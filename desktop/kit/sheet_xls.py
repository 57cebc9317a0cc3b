"""Old workbooks (.xls): BIFF8, and BIFF5 of older Chinese programs in GBK. Macros stay unread."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import xlrd

from desktop.kit.sheet_cells import Source, unreadable

_LOCKED = ("EncryptedPackage", "EncryptionInfo")
_OTHERS = {"WordDocument": "document", "PowerPoint Document": "document"}
_BEFORE_UNICODE = 70
"""BIFF versions up to here keep text in the code page of the machine that wrote it."""
_CHINESE = "gb18030"
_WESTERN = {None, 1252, 32768, 32769}
"""Code pages that Chinese programs of the time wrote without meaning them."""


def read(path: Path) -> Source:
    """Return the sheets of an old workbook.

    Raises:
        UnreadableSheetError: it is locked, another kind of document, or damaged.
    """
    content = path.read_bytes()
    for name, detail in {**dict.fromkeys(_LOCKED, "locked"), **_OTHERS}.items():
        if name.encode("utf-16-le") in content:
            raise unreadable(detail)
    book = _open(content)
    return ((sheet.name, _rows(book, sheet)) for sheet in book.sheets())


def _open(content: bytes) -> xlrd.Book:
    try:
        book = _parse(content, None)
    except UnicodeDecodeError:
        return _parse(content, _CHINESE)
    if book.biff_version <= _BEFORE_UNICODE and book.codepage in _WESTERN:
        return _parse(content, _CHINESE)
    return book


def _parse(content: bytes, encoding: str | None) -> xlrd.Book:
    try:
        return xlrd.open_workbook(
            file_contents=content,
            encoding_override=encoding,
            ragged_rows=True,
            logfile=io.StringIO(),
        )
    except UnicodeDecodeError:
        if encoding is None:
            raise
        raise unreadable("book") from None
    except MemoryError:
        raise
    except Exception as error:  # whatever a damaged file does to this parser
        said = str(error).lower()
        raise unreadable("locked" if "encrypted" in said else "book") from error


def _rows(book: xlrd.Book, sheet: xlrd.sheet.Sheet) -> Iterator[list[object]]:
    for number in range(sheet.nrows):
        kinds, values = sheet.row_types(number), sheet.row_values(number)
        yield [_cell(book, kind, value) for kind, value in zip(kinds, values, strict=True)]


def _cell(book: xlrd.Book, kind: int, value: object) -> object:
    if kind == xlrd.XL_CELL_DATE:
        try:
            return xlrd.xldate_as_datetime(value, book.datemode)
        except (ValueError, OverflowError):
            return value
    if kind == xlrd.XL_CELL_BOOLEAN:
        return str(bool(value))
    if kind == xlrd.XL_CELL_ERROR:
        return xlrd.error_text_from_code.get(value, "#N/A")
    return value
