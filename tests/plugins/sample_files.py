"""Puts synthetic samples of attendance files, and what they say, where the tests look for them."""

import json
from datetime import datetime
from pathlib import Path

import xlsxwriter

HERE = Path(__file__).parent / "attendance"
LATEST = 1_800_000_000
"""2027-01-15: later than everything here."""
NO_METHOD, REPAIRED = 1_000, 1_001
BIRTH = datetime(2026, 10, 31, 8, 0, 0)  # noqa: DTZ001 - a property of the workbooks


def put(folder, name, content, expected):
    """Write a file and its expectation."""
    place = HERE / folder
    place.mkdir(parents=True, exist_ok=True)
    path = place / f"synthetic-{name}"
    if content is not None:
        path.write_bytes(content)
    base = {"latest": LATEST, "others": {}, "blank": 0, "names": {}, "refused": [], "cells": []}
    body = base | expected
    text = json.dumps(body, ensure_ascii=False, indent=1)
    path.with_name(path.name + ".expected.json").write_text(text + "\n", "utf-8")
    return path


def book(folder, name, sheets, expected):
    """Write a workbook: per sheet its rows and merged ranges, as xlsxwriter takes them."""
    path = put(folder, name, None, expected)
    with xlsxwriter.Workbook(path) as workbook:
        workbook.set_properties({"comments": "synthetic / 合成样本", "created": BIRTH})
        plain = workbook.add_format({"align": "center"})
        day = workbook.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"})
        for title, rows, merged in sheets:
            sheet = workbook.add_worksheet(title)
            for at, row in enumerate(rows):
                for column, cell in enumerate(row):
                    if hasattr(cell, "year"):
                        sheet.write_datetime(at, column, cell, day)
                    elif cell != "":
                        sheet.write(at, column, cell)
            for first, left, last, right in merged:
                sheet.merge_range(first, left, last, right, rows[first][left], plain)


def crlf(*lines):
    return ("\r\n".join(lines) + "\r\n").encode()
