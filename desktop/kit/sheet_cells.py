"""What the readers of tables share: plain cells, refusals by name, and a measure for everything."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from typing import TypeAlias

from desktop.domain.findings import Code
from desktop.ports.sheets import UnreadableSheetError

MOST_CELLS = 4_000_000
MOST_TEXT = 120_000_000
"""Signs of text in all cells together."""
MOST_SHEETS = 200
LONGEST_TEXT = 32_767
"""Signs that a spreadsheet lets one cell hold."""
DAY, TIME = "day", "time"

Part: TypeAlias = str | list[object]
"""The name of a sheet, or one row of the sheet named last."""
Table: TypeAlias = tuple[str, list[list[object]]]
Source: TypeAlias = Iterable[tuple[str, Iterable[Iterable[object]]]]


def unreadable(detail: str) -> UnreadableSheetError:
    """Return the refusal of a file, by a key of [unreadable] in the phrases."""
    return UnreadableSheetError(Code.FILE_UNREADABLE, detail)


def within_measure(sheets: Source) -> Iterator[Part]:
    """Hand on sheets row by row, and stop where they go beyond all measure.

    Raises:
        UnreadableSheetError: more cells, sheets or text than any honest table has.
    """
    cells = text = 0
    for number, (name, rows) in enumerate(sheets):
        if number >= MOST_SHEETS:
            raise unreadable("count")
        yield name
        for row in rows:
            shown = [plain(cell) for cell in row]
            cells += len(shown) + 1
            text += sum(len(cell) for cell in shown if isinstance(cell, str))
            if cells > MOST_CELLS:
                raise unreadable("large")
            if text > MOST_TEXT:
                raise unreadable("strings")
            yield shown


def plain(cell: object) -> object:
    """Return a cell as text, a number, or a day as {"day": iso}, with its "time" if it has one."""
    if isinstance(cell, str):
        return cell if len(cell) <= LONGEST_TEXT else cell[:LONGEST_TEXT]
    if isinstance(cell, datetime):
        day = {DAY: cell.date().isoformat()}
        return day | {TIME: f"{cell:%H:%M:%S}"} if cell.time() > time() else day
    if isinstance(cell, date):
        return {DAY: cell.isoformat()}
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return cell
    return "" if cell is None else str(cell)
