"""Tables written: .xlsx whose every cell is text, CSV whose texts cannot run."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import xlsxwriter

from desktop.domain.guard import guarded
from desktop.kit import templates
from desktop.ports.tables import Table, TableColumn, TemplateCheck, TemplateSheet

_PLAIN = {"strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}
_SPARE_ROWS = 500
"""Rows below the last one for which drop-downs and text format are ready."""
_LISTS = "选项"
_INLINE = 255
"""Signs that Excel takes for a list written into the drop-down itself."""
_EPOCH = datetime(2020, 1, 1, tzinfo=UTC).replace(tzinfo=None)
"""Written as the day of making: the same rows make the same file."""
_HEAD = "silver"


class Workbooks:
    """Writes tables (ports.tables.TableWriter)."""

    def workbook(self, table: Table) -> bytes:
        """Return an .xlsx: every cell text, header frozen, drop-downs, never a formula."""
        buffer = io.BytesIO()
        with xlsxwriter.Workbook(buffer, {"in_memory": True, **_PLAIN}) as book:
            book.set_properties({"created": _EPOCH})
            sheet = book.add_worksheet(table.name)
            _write(book, sheet, table)
            _drop_downs(book, sheet, table)
        return buffer.getvalue()

    def csv(self, table: Table, encoding: str) -> bytes:
        """Return CSV as "utf-8-sig" or "gb18030"; texts a spreadsheet would run are guarded."""
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\r\n")
        writer.writerow([guarded(column.title) for column in table.columns])
        writer.writerows([[guarded(text) for text in row] for row in table.rows])
        return out.getvalue().encode(encoding)

    def read_template(self, path: Path) -> tuple[TemplateSheet, ...]:
        """Return the sheets of a template. Raises UnreadableSheetError, FileTrouble."""
        return templates.read(path)

    def fill(self, path: Path, sheet: str, header: int, rows: Sequence[Mapping[int, str]]) -> bytes:
        """Return the template with text cells written below its header."""
        return templates.fill(path, sheet, header, rows)

    def check(self, path: Path, sheet: str, header: int) -> TemplateCheck:
        """Open a filled template anew and return what stands below its header."""
        return templates.check(path, sheet, header)


def _write(book: Any, sheet: Any, table: Table) -> None:  # noqa: ANN401 - untyped library
    text = book.add_format({"num_format": "@", "valign": "vcenter"})
    guard = book.add_format({"num_format": "@", "valign": "vcenter", "quote_prefix": True})
    head = book.add_format(
        {"num_format": "@", "bold": True, "bg_color": _HEAD, "bottom": 1, "valign": "vcenter"}
    )
    top = 0
    if table.note:
        sheet.write_string(0, 0, table.note, book.add_format({"num_format": "@", "italic": True}))
        top = 1
    for number, column in enumerate(table.columns):
        sheet.set_column(number, number, column.width, text)
        sheet.write_string(top, number, column.title, head)
    for place, row in enumerate(table.rows, top + 1):
        for number, cell in enumerate(row):
            sheet.write_string(place, number, cell, guard if guarded(cell) != cell else text)
    sheet.freeze_panes(top + 1, 1)
    sheet.set_row(top, 22)
    if table.rows:
        sheet.autofilter(top, 0, top + len(table.rows), len(table.columns) - 1)


def _drop_downs(book: Any, sheet: Any, table: Table) -> None:  # noqa: ANN401 - untyped library
    top = 2 if table.note else 1
    last = top + len(table.rows) + _SPARE_ROWS
    lists = None
    for number, column in enumerate(table.columns):
        if not column.choices:
            continue
        source: list[str] | str = list(column.choices)
        if len(",".join(column.choices)) > _INLINE:
            if lists is None:
                lists = book.add_worksheet(_LISTS)
                lists.hide()
            source = _listed(lists, number, column)
        rule = {"validate": "list", "source": source, "error_type": "warning"}
        sheet.data_validation(top, number, last, number, rule)


def _listed(lists: Any, number: int, column: TableColumn) -> str:  # noqa: ANN401 - untyped library
    """Write a long list onto the hidden sheet and return where it stands."""
    for place, choice in enumerate(column.choices):
        lists.write_string(place, number, choice)
    letter = xlsxwriter.utility.xl_col_to_name(number)
    return f"={_LISTS}!${letter}$1:${letter}${len(column.choices)}"
