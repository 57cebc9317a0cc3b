"""Tables that come from outside, as plain cells."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol

from desktop.domain.findings import Code

Cell = str | float | date
"""Text, a number as the spreadsheet keeps it (15 digits), or a day; empty cells are ""."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet; rows[0] is what the spreadsheet shows as row 1."""

    name: str
    rows: list[list[Cell]]


class UnreadableSheetError(Exception):
    """The file is no table that can be read: damaged, of another kind, or beyond all measure.

    `detail` is a key of the group [unreadable] in resources/words/phrases.toml, or empty.
    """

    def __init__(self, code: Code, detail: str) -> None:
        super().__init__(detail)
        self.code = code
        self.detail = detail


class SheetReader(Protocol):
    """Reads a workbook or CSV file, outside this process."""

    def __call__(self, path: Path) -> list[Sheet]:
        """Return every sheet with its rows.

        Raises:
            UnreadableSheetError: it is not such a file, or is damaged.
            FileTrouble: the file cannot be opened, or reading it was stopped.
        """
