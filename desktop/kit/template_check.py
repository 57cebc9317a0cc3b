"""A filled template opened anew inside the child process, by another library than wrote it."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

from desktop.domain.findings import Code
from desktop.kit.template_child import WIDEST
from desktop.ports.sheets import UnreadableSheetError

_KINDS = {"s": "text", "inlineStr": "text", "str": "text", "n": "number", "f": "formula",
          "d": "date", "b": "flag", "e": "error"}  # fmt: skip


def work(path: Path) -> list[dict[str, Any]]:
    """Return every cell with its kind, a part for each sheet.

    Raises:
        UnreadableSheetError: it cannot be opened.
    """
    import openpyxl  # noqa: PLC0415 - only in the child

    try:
        with zipfile.ZipFile(path) as archive:
            if archive.testzip() is not None:
                raise UnreadableSheetError(Code.FILE_UNREADABLE, "zip")
        book = openpyxl.load_workbook(path)
    except (OSError, ValueError, KeyError, zipfile.BadZipFile) as error:
        raise UnreadableSheetError(Code.FILE_UNREADABLE, "book") from error
    return [_sheet(sheet) for sheet in book.worksheets]


def _sheet(sheet: Any) -> dict[str, Any]:  # noqa: ANN401 - untyped library
    cells = [
        [cell.row, cell.column - 1, _KINDS.get(cell.data_type, cell.data_type), str(cell.value)]
        for row in sheet.iter_rows(max_col=WIDEST)
        for cell in row
        if cell.value is not None
    ]
    return {"name": sheet.title, "hidden": sheet.sheet_state != "visible", "cells": cells}
