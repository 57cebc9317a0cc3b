"""Tables that leave the office: workbooks, CSV, and other people's templates filled in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol


@dataclass(frozen=True, slots=True)
class TableColumn:
    """One column of a table that leaves; every cell of it is text."""

    title: str
    width: int = 14
    """In characters."""
    choices: tuple[str, ...] = ()
    """Values of its drop-down, none: free text."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table as rows of texts."""

    name: str
    """Name of the sheet, at most 31 characters."""
    columns: tuple[TableColumn, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""
    """A line of instruction above the header, none when empty."""


@dataclass(frozen=True, slots=True)
class TemplateSheet:
    """One sheet of a template as it came."""

    name: str
    is_hidden: bool
    head: tuple[tuple[str, ...], ...]
    """Texts of its first rows."""
    filled: int
    """Number of the last row that holds anything, as the spreadsheet counts."""
    merged: tuple[tuple[int, int], ...]
    """First and last row of every merged block."""
    choices: tuple[tuple[int, int, int, tuple[str, ...]], ...]
    """Drop-downs: column (from 0), first and last row (as the spreadsheet counts), values."""


@dataclass(frozen=True, slots=True)
class TemplateCheck:
    """What a filled template holds, read anew."""

    cells: Mapping[tuple[int, int], tuple[str, str]]
    """(row as counted, column from 0) → kind ("text", "number", "formula" …) and value."""
    sheets: tuple[tuple[str, bool], ...]
    """Names and whether hidden."""
    drop_downs: int


class TableWriter(Protocol):
    """Writes tables and fills templates; what it reads it reads outside this process."""

    def workbook(self, table: Table) -> bytes:
        """Return an .xlsx: every cell text, header frozen, drop-downs, never a formula."""

    def csv(self, table: Table, encoding: str) -> bytes:
        """Return CSV as "utf-8-sig" or "gb18030"; texts a spreadsheet would run are guarded."""

    def read_template(self, path: Path) -> tuple[TemplateSheet, ...]:
        """Return the sheets of a template. Raises UnreadableSheetError, FileTrouble."""

    def fill(self, path: Path, sheet: str, header: int, rows: Sequence[Mapping[int, str]]) -> bytes:
        """Return the template with text cells written below its header.

        Args:
            path: the template.
            sheet: name of the sheet to fill.
            header: number of its header row, as the spreadsheet counts.
            rows: column (from 0) → text, a row each; older rows below the header give way.
        """

    def check(self, path: Path, sheet: str, header: int) -> TemplateCheck:
        """Open a filled template anew and return what stands below its header."""


class SaveFile(Protocol):
    """Writes a file, old or new, never half of each."""

    def __call__(self, path: Path, content: bytes) -> None:
        """Write it. Raises DiskFull, FileTrouble."""
