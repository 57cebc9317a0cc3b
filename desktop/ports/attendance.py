"""Attendance formats: recognise a device's export and read it into plain tuples."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Protocol

from desktop.domain.attendance import instant
from desktop.domain.findings import Finding
from desktop.domain.imports import RefusedLine
from desktop.domain.progress import SILENT, Progress
from desktop.domain.punches import Punches

NEVER = 1 << 40
"""An epoch second beyond every calendar."""
EARLIEST = instant("2005-01-01 00:00:00")
"""No attendance machine that writes such files was on a site before; a reset clock says 2000."""

Row = list[str]
"""One row of a table, every cell as text; days and times as yyyy-MM-dd HH:mm:ss."""


@dataclass(frozen=True, slots=True)
class TableMapping:
    """How a gate's table is read where no format knows it; empty means found out.

    Columns are named by their heading, or by "#3" for the third one.
    """

    number: str = ""
    name: str = ""
    stamp: str = ""
    """Column of date and time together, or of the time alone beside `day`."""
    day: str = ""
    direction: str = ""
    in_words: tuple[str, ...] = ()
    out_words: tuple[str, ...] = ()
    header_row: int = 0
    """Row of the headings, from 1; 0: found out; -1: there are none."""
    sheet: str = ""
    delimiter: str = ""
    encoding: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """How a file is to be read; what is empty is found out from the file itself."""

    format: str = "auto"
    date_format: str = ""
    """A word of domain.written_dates.DateOrder."""
    month: str = ""
    """Month of a month grid, YYYY-MM."""
    mapping: TableMapping = field(default_factory=TableMapping)
    latest: int = NEVER
    """Last epoch second that can be true; later punches were stamped by a wrong clock."""


@dataclass(frozen=True, slots=True)
class GridCell:
    """One worker's day of a month grid file."""

    row: int
    number: str
    name: str
    day: date
    work_days: Decimal
    """Work-days in quarters, 0..1."""


@dataclass(frozen=True, slots=True)
class PunchFile:
    """What a format read: lines = punches + cells + refused + others."""

    lines: int
    """Punches, marked days and lines that hold none of them; blank lines apart."""
    punches: Punches
    refused: tuple[RefusedLine, ...]
    """Lines that cannot be read and punches of a device whose clock was reset."""
    others: Mapping[str, int] = field(default_factory=dict)
    """Lines without a punch by kind: a key of [lines] in resources/words/phrases.toml."""
    blank: int = 0
    names: Mapping[str, str] = field(default_factory=dict)
    """Device number → name that the file gives it."""
    cells: tuple[GridCell, ...] = ()
    """Days of a month grid; such a file has no punches."""
    reading: Reading = field(default_factory=Reading)
    """How the file was read, with what was found out."""
    findings: tuple[Finding, ...] = ()
    """What a person must say before the file can be read, or should know."""


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet, or a text file with columns; rows can be walked through again and again."""

    name: str
    walk: Callable[[], Iterator[Row]]
    top: Sequence[Row]
    """The first rows."""
    about: int = 0
    """How many rows there will be, roughly."""


class Source(Protocol):
    """A file, looked at as bytes or as tables."""

    @property
    def file_name(self) -> str: ...
    @property
    def size(self) -> int:
        """Return the size in bytes."""

    @property
    def head(self) -> bytes:
        """Return the first 64 KiB as plain bytes: no byte order mark, UTF-16 as UTF-8."""

    def slices(self) -> Iterator[tuple[int, bytes]]:
        """Yield whole lines, about a mebibyte together, with the position reached."""

    def tables(self) -> tuple[Table, ...]:
        """Return the sheets, or a text file as one table; none when it is neither.

        Raises:
            UnreadableSheetError: the file is damaged, or its encoding unknown.
        """


class AttendanceFormat(Protocol):
    """One device export format; a file in desktop/attendance exposes it as FORMAT."""

    name: str
    """Word for `--format`, e.g. "zkteco-attlog"."""
    title: str
    """Chinese title for people."""
    rank: int
    """Who is asked first when several formats could read a file; 0 for formats sure of theirs."""

    def recognises(self, source: Source) -> bool:
        """Tell from the beginning of a file whether it is of this format."""

    def read(self, source: Source, reading: Reading, progress: Progress = SILENT) -> PunchFile:
        """Read a whole file; unreadable lines are kept with their text, never dropped."""


@dataclass(frozen=True, slots=True)
class TablePreview:
    """The beginning of a file for the person who says what its columns are."""

    sheets: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    """The first rows of the sheet chosen."""
    mapping: TableMapping
    """What could be found out."""


class PunchFiles(Protocol):
    """Device files, read outside this process."""

    def formats(self) -> tuple[AttendanceFormat, ...]:
        """Return the formats that can be read, by name."""

    def read(self, path: Path, reading: Reading, progress: Progress = SILENT) -> PunchFile:
        """Read a whole file.

        Raises:
            UnreadableSheetError: it is damaged, binary, or of no known format.
            FileTrouble: it cannot be opened, or reading it was stopped.
            Cancelled: the person stopped it.
        """

    def preview(self, path: Path, mapping: TableMapping) -> TablePreview:
        """Read the first rows of a table. Raises UnreadableSheetError, FileTrouble."""
