"""A foreign workbook looked at inside the child process: sheets, rows, drop-downs, places.

Values come from openpyxl; what openpyxl drops (newer drop-downs, everything it does not know)
stays in the file, because the filler writes bytes between bytes. Its places come from here.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from xml.parsers import expat

from desktop.domain.findings import Code
from desktop.ports.sheets import UnreadableSheetError

HEAD = 30
WIDEST = 200
MOST_ROWS = 20_000
_LARGEST_PART = 60_000_000
_RANGE = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]+)(?::\$?([A-Z]{1,3})\$?([0-9]+))?")
_TARGET = re.compile(r"(?:'((?:[^']|'')+)'|([^'!]+))!(.+)")


@dataclass
class _Rule:
    """A drop-down as the file writes it."""

    formula: str = ""
    places: str = ""


@dataclass
class SheetXml:
    """Where things stand in the bytes of one sheet."""

    prefix: str = ""
    rows: list[dict[str, Any]] = field(default_factory=list)
    """number, start, end (bytes), styles by column, whether it holds a value or a formula."""
    data: tuple[int, int] = (0, 0)
    """Start and end of the element of all rows."""
    is_closed: bool = False
    """Written as one empty tag."""
    columns: dict[int, str] = field(default_factory=dict)
    rules: list[_Rule] = field(default_factory=list)


class _Scanner:
    """Reads one sheet with expat; declarations of entities are refused."""

    def __init__(self, content: bytes) -> None:
        self.found = SheetXml()
        self._content = content
        self._row: dict[str, Any] | None = None
        self._rule: _Rule | None = None
        self._text: list[str] | None = None
        self._parser = expat.ParserCreate()
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._said
        self._parser.EntityDeclHandler = _refuse
        self._parser.StartDoctypeDeclHandler = _refuse
        self._parser.Parse(content, True)

    def _start(self, tag: str, marks: dict[str, str]) -> None:
        name = tag.rpartition(":")[2]
        if name == "sheetData":
            self.found.prefix = tag[: -len(name)]
            start = self._parser.CurrentByteIndex
            self.found.data = (start, start)
        elif name == "row":
            self._begin_row(marks)
        elif name == "c" and self._row is not None:
            column = column_of(marks.get("r", ""), len(self._row["styles"]))
            self._row["styles"][column] = marks.get("s", "")
        elif name in {"v", "is", "f"} and self._row is not None:
            self._row["formula" if name == "f" else "value"] = True
        elif name == "col":
            self._keep_column(marks)
        else:
            self._start_rule(name, marks)

    def _begin_row(self, marks: dict[str, str]) -> None:
        last = self.found.rows[-1]["number"] if self.found.rows else 0
        self._row = {
            "number": int(marks.get("r", last + 1)),
            "start": self._parser.CurrentByteIndex,
            "styles": {},
            "value": False,
            "formula": False,
        }

    def _keep_column(self, marks: dict[str, str]) -> None:
        first, last = int(marks.get("min", 1)), int(marks.get("max", 1))
        for number in range(first, min(last, WIDEST) + 1):
            self.found.columns[number - 1] = marks.get("style", "")

    def _start_rule(self, name: str, marks: dict[str, str]) -> None:
        if name == "dataValidation" and marks.get("type") == "list":
            self._rule = _Rule(places=marks.get("sqref", ""))
        elif self._rule is not None and name in {"formula1", "f", "sqref"}:
            self._text = []

    def _said(self, text: str) -> None:
        if self._text is not None:
            self._text.append(text)

    def _end(self, tag: str) -> None:
        name = tag.rpartition(":")[2]
        if name == "row" and self._row is not None:
            self._row["end"] = self._after()
            self.found.rows.append(self._row)
            self._row = None
            if len(self.found.rows) > MOST_ROWS:
                raise UnreadableSheetError(Code.FILE_UNREADABLE, "large")
        elif name == "sheetData":
            start, end = self.found.data[0], self._after()
            self.found.is_closed = self._parser.CurrentByteIndex == start
            self.found.data = (start, end)
        elif self._rule is not None:
            self._end_rule(name)

    def _end_rule(self, name: str) -> None:
        if self._rule is None:
            return
        said = "".join(self._text or ()).strip()
        if name in {"formula1", "f"} and said:
            self._rule.formula = said
        elif name == "sqref":
            self._rule.places = said
        elif name == "dataValidation":
            self.found.rules.append(self._rule)
            self._rule = None
        self._text = None

    def _after(self) -> int:
        """Return the place just behind the tag that ends here."""
        return self._content.index(b">", self._parser.CurrentByteIndex) + 1


def _refuse(*_: object) -> None:
    raise UnreadableSheetError(Code.FILE_UNREADABLE, "book")


def column_of(reference: str, otherwise: int) -> int:
    """Return the column (from 0) of a cell's name such as "AB12"."""
    letters = reference.rstrip("0123456789")
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1 if letters else otherwise


def work(path: Path) -> list[dict[str, Any]]:
    """Describe a template, a part for each sheet.

    Raises:
        UnreadableSheetError: it is no .xlsx, or damaged.
    """
    import openpyxl  # noqa: PLC0415 - only in the child

    try:
        with zipfile.ZipFile(path) as archive:
            parts = _parts(archive)
            seen = {name: _scan(archive, part) for name, part in parts.items()}
        book = openpyxl.load_workbook(path, data_only=True)
    except UnreadableSheetError:
        raise
    except Exception as error:  # whatever a damaged file does to a parser
        raise UnreadableSheetError(Code.FILE_UNREADABLE, "book") from error
    return [
        _described(book, name, part, seen[name])
        for name, part in parts.items()
        if name in book.sheetnames
    ]


def _scan(archive: zipfile.ZipFile, part: str) -> SheetXml:
    if archive.getinfo(part).file_size > _LARGEST_PART:
        raise UnreadableSheetError(Code.FILE_UNREADABLE, "large")
    return _Scanner(archive.read(part)).found


def _parts(archive: zipfile.ZipFile) -> dict[str, str]:
    """Return sheet name → part of the archive, in the workbook's order."""
    targets: dict[str, str] = {}
    names: list[tuple[str, str]] = []

    def relation(tag: str, marks: dict[str, str]) -> None:
        if tag.rpartition(":")[2] == "Relationship":
            target = marks["Target"]
            full = target.lstrip("/") if target.startswith("/") else posixpath.join("xl", target)
            targets[marks["Id"]] = posixpath.normpath(full)

    def sheet(tag: str, marks: dict[str, str]) -> None:
        if tag.rpartition(":")[2] == "sheet":
            relation_id = next((v for k, v in marks.items() if k.endswith(":id")), "")
            names.append((marks["name"], relation_id))

    for part, handler in (("xl/_rels/workbook.xml.rels", relation), ("xl/workbook.xml", sheet)):
        parser = expat.ParserCreate()
        parser.StartElementHandler = handler
        parser.EntityDeclHandler = _refuse
        parser.StartDoctypeDeclHandler = _refuse
        parser.Parse(archive.read(part), True)
    known = set(archive.namelist())
    return {name: targets[rid] for name, rid in names if targets.get(rid) in known}


def _described(book: Any, name: str, part: str, xml: SheetXml) -> dict[str, Any]:  # noqa: ANN401
    sheet = book[name]
    head = [
        [_text(cell) for cell in row]
        for row in sheet.iter_rows(max_row=HEAD, max_col=WIDEST, values_only=True)
    ]
    rules = [
        [*place, _choices(book, sheet, rule.formula)]
        for rule in xml.rules
        for place in _places(rule.places)
    ]
    return {
        "name": name,
        "hidden": sheet.sheet_state != "visible",
        "part": part,
        "head": head,
        "filled": max((row["number"] for row in xml.rows if row["value"]), default=0),
        "merged": [[one.min_row, one.max_row] for one in sheet.merged_cells.ranges],
        "choices": rules,
        "prefix": xml.prefix,
        "rows": xml.rows,
        "data": list(xml.data),
        "closed": xml.is_closed,
        "columns": xml.columns,
        "drop_downs": len(xml.rules),
    }


def _text(value: object) -> str:
    return "" if value is None else str(value).strip()


def _places(written: str) -> Iterator[tuple[int, int, int]]:
    """Yield column (from 0), first and last row of every block that a drop-down covers."""
    for block in written.split():
        match = _RANGE.fullmatch(block)
        if match is None:
            continue
        first, last = column_of(match[1], 0), column_of(match[3] or match[1], 0)
        for column in range(first, min(last, WIDEST) + 1):
            yield column, int(match[2]), int(match[4] or match[2])


def _choices(book: Any, sheet: Any, formula: str) -> list[str]:  # noqa: ANN401 - untyped library
    """Return the values of a drop-down; empty where only the spreadsheet itself can tell."""
    formula = formula.removeprefix("=").strip()
    if formula.startswith('"'):
        return [one.strip() for one in formula.strip('"').split(",") if one.strip()]
    named = book.defined_names.get(formula) or sheet.defined_names.get(formula)
    target = _TARGET.fullmatch(named.attr_text if named is not None else formula)
    name = (target[1] or target[2]).replace("''", "'") if target else sheet.title
    block = _RANGE.fullmatch(target[3] if target else formula)
    if block is None or name not in book.sheetnames:
        return []
    cells = book[name][block[0].replace("$", "")]
    rows = cells if isinstance(cells, tuple) else ((cells,),)
    flat = [cell for row in rows for cell in (row if isinstance(row, tuple) else (row,))]
    return [text for cell in flat if (text := _text(cell.value))]
