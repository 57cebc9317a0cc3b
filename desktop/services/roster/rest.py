"""Rows that stay outside: kept with the import, written as a workbook to be mended."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from desktop.domain.imports import RefusedLine
from desktop.ports.sheets import Cell
from desktop.ports.tables import Table, TableColumn
from desktop.services.roster.proposal import RosterProposal
from resources import words
from resources.words import phrase

HEADING = "heading"
"""Code of the line that keeps the heading of the file."""
_NAME_LIMIT = 31
_WIDTHS = range(8, 30)


def refused_lines(proposal: RosterProposal) -> tuple[RefusedLine, ...]:
    """Return the heading and the rows left out, with their cells and reasons as JSON."""
    if not proposal.left_out:
        return ()
    table = proposal.table
    heading = [column.title for column in table.columns]
    lines = [RefusedLine(table.header[1], _json({"cells": heading}), HEADING)]
    for one in proposal.left_out:
        cells = table.cells[one.row - 1]
        shown = [_text(cell) for cell in cells]
        for (row, key), text in proposal.edits.items():
            place = _place(proposal, key)
            if row == one.row and 0 <= place < len(shown):
                shown[place] = text
        why = [
            {"code": f.code.value, "column": f.column, "facts": dict(f.facts)} for f in one.findings
        ]
        body = {"cells": shown, "name": one.name, "why": why}
        lines.append(RefusedLine(one.row, _json(body), one.codes[0] if one.codes else ""))
    return tuple(lines)


def table_of(lines: Sequence[RefusedLine]) -> Table | None:
    """Return the rows that an import left out, with the reason in a further column."""
    heading = next((json.loads(line.text)["cells"] for line in lines if line.code == HEADING), None)
    if heading is None:
        return None
    reason, number = phrase("roster", "rest-reason"), phrase("roster", "rest-row")
    rows = []
    for line in lines:
        if line.code == HEADING:
            continue
        body = json.loads(line.text)
        cells = (body["cells"] + [""] * len(heading))[: len(heading)]
        rows.append((*cells, reasons(body["why"]), str(line.line)))
    return Table(
        phrase("roster", "rest-sheet")[:_NAME_LIMIT],
        tuple(
            TableColumn(title, _width([title, *(row[place] for row in rows)]))
            for place, title in enumerate((*heading, reason, number))
        ),
        tuple(rows),
    )


def reasons(why: Iterable[Mapping[str, Any]]) -> str:
    """Return why a row stays outside, as people say it."""
    said = []
    for one in why:
        words_of = words.finding(one["code"], {"column": one["column"], **one["facts"]})
        place = phrase("roster", "in-column", column=one["column"]) if one["column"] else ""
        said.append(f"{place}{words_of.text}{words_of.remedy}")
    return " ".join(said) or phrase("roster", "rest-by-hand")


def _width(texts: Iterable[str]) -> int:
    longest = max((len(text.encode("gb18030", "replace")) for text in texts), default=0)
    return min(max(longest + 2, _WIDTHS.start), _WIDTHS.stop)


def _place(proposal: RosterProposal, key: str) -> int:
    return next((one.place for one in proposal.table.columns if one.key == key), -1)


def _text(cell: Cell) -> str:
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell)
    return cell.isoformat() if isinstance(cell, date) else cell


def _json(body: object) -> str:
    return json.dumps(body, ensure_ascii=False, separators=(",", ":"))
