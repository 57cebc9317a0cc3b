"""Workbooks that are zip archives (.xlsx, .ods), looked through before anything parses them.

Every part is unpacked once, within bounds, whatever the table of contents claims; then a parser
may have the file. Macros and embedded objects are never opened.
"""

from __future__ import annotations

import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from desktop.kit.sheet_cells import LONGEST_TEXT, MOST_CELLS, MOST_TEXT, Source, unreadable

MOST_PARTS = 5_000
LARGEST_PART = 120_000_000
LARGEST_WHOLE = 200_000_000
"""Bytes that one part, and all parts together, may unpack to."""
MOST_RATIO = 200
RATIO_FROM = 5_000_000
"""A part that unpacks to at least so many bytes must not be packed tighter than the ratio."""
MOST_STRINGS = 2_000_000

_CHUNK = 1 << 20
_DAMAGE = (
    zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError,
    struct.error, KeyError,
)  # fmt: skip
"""What a damaged archive makes the library raise."""
_ENCRYPTED = 0x1
_DEFINES = re.compile(rb"<!(?:DOCTYPE|ENTITY|ELEMENT)", re.IGNORECASE)
_OPEN_DOCUMENT = (b"application/vnd.oasis.opendocument.spreadsheet", "content.xml")
_EMBEDDED = re.compile(
    r"(?:^|/)(?:embeddings|media|activeX|ctrlProps)/|^(?:Pictures|Object )", re.IGNORECASE
)
_SHEET = re.compile(r"^xl/(?:worksheets|macrosheets)/.*\.xml$|sheet[^/]*\.xml$", re.IGNORECASE)
_PLACE = re.compile(rb"""\br=["']\$?([A-Z]{1,3})\$?([0-9]{1,9})["']""")
_COLUMNS = re.compile(rb"""\br=["']\$?([A-Z]{1,3})\$?[0-9]""")
_ROWS = re.compile(rb"""\br=["']\$?[A-Z]{0,3}\$?([0-9]{1,9})["']""")
_FILLED = re.compile(rb"""<(?:\w+:)?c\b([^>]*[^/>])>""")
_SHARED = re.compile(rb"""<(?:\w+:)?c\b[^>]*\bt=["']s["'][^>]*>\s*<(?:\w+:)?v>([0-9]+)<""")
_ITEM = re.compile(rb"<(?:\w+:)?si\b")


def read(path: Path) -> Source:
    """Return the sheets of a workbook.

    Raises:
        UnreadableSheetError: it is a bomb, damaged, locked, or no workbook.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            kind = _look_through(archive)
            if kind == "ods":
                content = archive.read("content.xml")
    except _DAMAGE as error:
        raise unreadable("zip") from error
    if kind == "ods":
        from desktop.kit import sheet_ods  # noqa: PLC0415 - only for such files

        return sheet_ods.read(content)
    return _workbook(path)


def _look_through(archive: zipfile.ZipFile) -> str:
    """Judge names and sizes, then unpack every part once; return "xlsx" or "ods"."""
    parts = archive.infolist()
    _check_names(parts)
    whole = sum(part.file_size for part in parts)
    if whole > LARGEST_WHOLE or any(part.file_size > LARGEST_PART for part in parts):
        raise unreadable("bomb")
    kind = _kind(archive, {part.filename for part in parts})
    strings: list[int] = []
    used: list[bytes] = []
    for part in parts:
        content = _unpack(archive, part)
        if content.startswith(b"PK\x03\x04") and not _EMBEDDED.search(part.filename):
            raise unreadable("nested")
        if _is_markup(part.filename, content):
            _check_markup(content)
        if part.filename.lower().endswith("sharedstrings.xml"):
            strings = _lengths(content)
        elif kind == "xlsx" and _SHEET.search(part.filename):
            _check_area(content)
            used.append(b"".join(number + b" " for number in _SHARED.findall(content)))
    _check_strings(strings, used)
    return kind


def _check_names(parts: list[zipfile.ZipInfo]) -> None:
    if len(parts) > MOST_PARTS:
        raise unreadable("count")
    seen: set[str] = set()
    for part in parts:
        name = part.filename.replace("\\", "/")
        if not _stays_inside(name) or "\0" in part.orig_filename:
            raise unreadable("names")
        if stat.S_ISLNK(part.external_attr >> 16):
            raise unreadable("link")
        if name in seen:
            raise unreadable("twice")
        if part.flag_bits & _ENCRYPTED:
            raise unreadable("locked")
        seen.add(name)


def _stays_inside(name: str) -> bool:
    return not name.startswith("/") and ":" not in name and ".." not in name.split("/")


def _kind(archive: zipfile.ZipFile, names: set[str]) -> str:
    mimetype, content = _OPEN_DOCUMENT
    if content in names and "mimetype" in names:
        if archive.read("mimetype")[:200].strip().startswith(mimetype):
            return "ods"
        raise unreadable("document")
    if "xl/workbook.bin" in names:
        raise unreadable("xlsb")
    if any(name.startswith(("word/", "ppt/")) for name in names):
        raise unreadable("document")
    if not any(name.lower().endswith("workbook.xml") for name in names):
        raise unreadable("bomb" if _is_bomb(archive) else "archive")
    return "xlsx"


def _is_bomb(archive: zipfile.ZipFile) -> bool:
    return any(
        part.file_size > RATIO_FROM and part.file_size > MOST_RATIO * max(part.compress_size, 1)
        for part in archive.infolist()
    )


def _unpack(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bytes:
    """Unpack a part, whose real size may not be what is written."""
    pieces: list[bytes] = []
    size = 0
    with archive.open(part) as file:
        while piece := file.read(_CHUNK):
            size += len(piece)
            if size > LARGEST_PART or _too_tight(size, part.compress_size):
                raise unreadable("bomb")
            pieces.append(piece)
    return b"".join(pieces)


def _too_tight(size: int, packed: int) -> bool:
    return size >= RATIO_FROM and size > MOST_RATIO * max(packed, 1)


def _is_markup(name: str, content: bytes) -> bool:
    return name.lower().endswith((".xml", ".rels", ".vml")) or content.lstrip()[:1] == b"<"


def _check_markup(content: bytes) -> None:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in content[:200]:
        raise unreadable("binary")
    if b"<!" in content and _DEFINES.search(content):
        raise unreadable("entities")


def _check_area(content: bytes) -> None:
    """Refuse a sheet whose filled cells span more than any table; formats alone do not count."""
    if _span(set(_COLUMNS.findall(content)), set(_ROWS.findall(content))) <= MOST_CELLS:
        return
    columns: set[bytes] = set()
    rows: set[bytes] = set()
    for cell in _FILLED.finditer(content):
        place = _PLACE.search(cell[1])
        if place:
            columns.add(place[1])
            rows.add(place[2])
    if _span(columns, rows) > MOST_CELLS:
        raise unreadable("far")


def _span(columns: set[bytes], rows: set[bytes]) -> int:
    return max(map(_column, columns), default=0) * max(map(int, rows), default=0)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number


def _lengths(content: bytes) -> list[int]:
    """Return how long each shared text is at most, with its markup."""
    starts = [found.start() for found in _ITEM.finditer(content)]
    if len(starts) > MOST_STRINGS:
        raise unreadable("strings")
    ends = [*starts[1:], len(content)]
    return [end - start for start, end in zip(starts, ends, strict=True)]


def _check_strings(lengths: list[int], used: list[bytes]) -> None:
    """Refuse one giant text that many cells point at."""
    if max(lengths, default=0) > LONGEST_TEXT * 6:
        raise unreadable("strings")
    count = sum(part.count(b" ") for part in used)
    if count * max(lengths, default=0) <= MOST_TEXT:
        return
    total = sum(
        lengths[number]
        for part in used
        for number in map(int, part.split())
        if number < len(lengths)
    )
    if total > MOST_TEXT:
        raise unreadable("strings")


def _workbook(path: Path) -> Iterator[tuple[str, Sequence[Sequence[object]]]]:
    import python_calamine as calamine  # noqa: PLC0415 - only in the child

    try:
        book = calamine.CalamineWorkbook.from_path(path)
        for about in book.sheets_metadata:
            if about.typ == calamine.SheetTypeEnum.WorkSheet:
                sheet = book.get_sheet_by_name(about.name)
                yield about.name, sheet.to_python(skip_empty_area=False)
    except (calamine.CalamineError, OSError) as error:
        raise unreadable("book") from error
