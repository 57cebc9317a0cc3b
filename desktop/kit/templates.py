"""Other people's .xlsx templates: bytes between bytes, so that whatever they hold stays theirs."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast
from xml.sax.saxutils import escape

from desktop.domain.findings import Code
from desktop.kit.worker_process import run_apart
from desktop.ports.sheets import UnreadableSheetError
from desktop.ports.tables import TemplateCheck, TemplateSheet

_CHAIN = "xl/calcChain.xml"
_CHAIN_MARKS = re.compile(rb"<(?:\w+:)?(?:Override|Relationship)\b[^>]*calcChain\.xml[^>]*/>")
_LISTED_IN = ("[Content_Types].xml", "xl/_rels/workbook.xml.rels")
_DIMENSION = re.compile(rb'(<(?:\w+:)?dimension\b[^>]*ref=")[^"]*(")')


@dataclass(frozen=True, slots=True)
class _Place:
    """Where rows go in the bytes of a sheet."""

    content: bytes
    sheet: Mapping[str, Any]
    header: int

    def row(self, number: int) -> Mapping[str, Any] | None:
        return next((row for row in self.sheet["rows"] if row["number"] == number), None)

    @property
    def columns(self) -> Mapping[int, str]:
        """Style of each column: that of the first row below the header, or the column's own."""
        below = self.row(self.header + 1)
        own = {int(key): value for key, value in self.sheet["columns"].items()}
        return own | {int(k): v for k, v in (below["styles"].items() if below else ())}


def read(path: Path) -> tuple[TemplateSheet, ...]:
    """Return the sheets of a template. Raises UnreadableSheetError, FileTrouble."""
    return tuple(
        TemplateSheet(
            sheet["name"],
            sheet["hidden"],
            tuple(tuple(row) for row in sheet["head"]),
            sheet["filled"],
            tuple((first, last) for first, last in sheet["merged"]),
            tuple((c, first, last, tuple(values)) for c, first, last, values in sheet["choices"]),
        )
        for sheet in _sheets(path)
    )


def _sheets(path: Path) -> list[dict[str, Any]]:
    found = cast("list[dict[str, Any]]", run_apart("template", path))
    if not found:
        raise UnreadableSheetError(Code.FILE_EMPTY, "")
    return found


def fill(path: Path, sheet: str, header: int, rows: Sequence[Mapping[int, str]]) -> bytes:
    """Return the template with text cells below its header.

    Older rows below the header give way; rows of formats only, further down, stay.

    Raises:
        UnreadableSheetError: it is no template, or has no such sheet.
    """
    found = next((one for one in _sheets(path) if one["name"] == sheet), None)
    if found is None:
        raise UnreadableSheetError(Code.FILE_UNREADABLE, "book")
    buffer = io.BytesIO()
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(buffer, "w") as target:
        content = source.read(found["part"])
        place = _Place(content, found, header)
        replaced = [row for row in found["rows"] if row["number"] > header]
        unchained = any(row["formula"] for row in replaced)
        for info in source.infolist():
            data = source.read(info)
            if info.filename == found["part"]:
                data = _spliced(place, rows)
            elif unchained and info.filename == _CHAIN:
                continue
            elif unchained and info.filename in _LISTED_IN:
                data = _CHAIN_MARKS.sub(b"", data)
            target.writestr(info, data, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _spliced(place: _Place, rows: Sequence[Mapping[int, str]]) -> bytes:
    """Put rows between the header's end and the end of all rows."""
    sheet, content = place.sheet, place.content
    start, end = sheet["data"]
    prefix = sheet["prefix"]
    head = place.row(place.header)
    if sheet["closed"] or head is None:
        raise UnreadableSheetError(Code.FILE_UNREADABLE, "book")
    last = place.header + len(rows)
    kept = [
        content[row["start"] : row["end"]]
        for row in sheet["rows"]
        if row["number"] > last and not row["value"] and not row["formula"]
    ]
    styles = place.columns
    made = [_row(prefix, number, row, styles) for number, row in enumerate(rows, place.header + 1)]
    close = content.rindex(b"</", start, end)
    spliced = b"".join(
        (content[: head["end"]], *(one.encode() for one in made), *kept, content[close:])
    )
    widest = max((max(row, default=0) for row in rows), default=0)
    used = max(widest, *(len(row) - 1 for row in sheet["head"])) if sheet["head"] else widest
    reference = f"A1:{column_name(used)}{max(last, place.header)}".encode()
    return _DIMENSION.sub(rb"\g<1>" + reference + rb"\g<2>", spliced, count=1)


def _row(prefix: str, number: int, cells: Mapping[int, str], styles: Mapping[int, str]) -> str:
    """Write one row; columns without a text keep the look of their column."""
    written = "".join(
        _cell(prefix, f"{column_name(column)}{number}", styles.get(column, ""), cells.get(column))
        for column in sorted(cells.keys() | styles.keys())
    )
    return f'<{prefix}row r="{number}">{written}</{prefix}row>'


def _cell(prefix: str, name: str, style: str, text: str | None) -> str:
    look = f' s="{style}"' if style else ""
    if not text:
        return f'<{prefix}c r="{name}"{look}/>' if style else ""
    inner = f'<{prefix}is><{prefix}t xml:space="preserve">{escape(text)}</{prefix}t></{prefix}is>'
    return f'<{prefix}c r="{name}"{look} t="inlineStr">{inner}</{prefix}c>'


def column_name(column: int) -> str:
    """Return the letters of a column (from 0)."""
    name, number = "", column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def check(path: Path, sheet: str, header: int) -> TemplateCheck:
    """Open a filled template anew and return what stands below its header."""
    opened = cast("list[dict[str, Any]]", run_apart("template-check", path))
    described = _sheets(path)
    cells = {
        (row, column): (kind, value)
        for one in opened
        if one["name"] == sheet
        for row, column, kind, value in one["cells"]
        if row > header
    }
    return TemplateCheck(
        cells,
        tuple((one["name"], one["hidden"]) for one in opened),
        sum(one["drop_downs"] for one in described),
    )
