"""Filling other people's templates: header recognised, drop-downs obeyed, every cell checked."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desktop.domain.findings import Code, Finding, Level
from desktop.ports.tables import TemplateCheck, TemplateSheet
from desktop.services.exports.people import Person
from desktop.services.roster.columns import key_named, plain_title

_LEAST_TITLES = 4
_NOISE = re.compile(r"[*＊★\s\u3000]|[(（](?:必填|选填|文本|text)[)）]")
_CODE = re.compile(r"^[0-9A-Za-z]+[-_.、:：\s]*|[-_.、:：\s]*[0-9A-Za-z]+$")
_SAME_END = ("族", "性")


@dataclass(frozen=True, slots=True)
class Header:
    """Where a template wants what."""

    sheet: TemplateSheet
    row: int
    """Number of the header row, as the spreadsheet counts."""
    columns: Mapping[int, str]
    """Column (from 0) → key of resources/terms/roster.toml."""
    titles: Mapping[int, str]
    unknown: tuple[str, ...]
    """Titles that we have nothing for; their cells stay empty."""
    required: frozenset[int]
    """Columns whose title is marked with a star."""


def find_header(sheets: Sequence[TemplateSheet]) -> Header | None:
    """Return the row that names at least a name and three other columns; the best one."""
    best: Header | None = None
    for sheet in sheets:
        if sheet.is_hidden:
            continue
        for number, row in enumerate(sheet.head, 1):
            header = _header(sheet, number, row)
            better = best is None or len(header.columns) > len(best.columns)
            if _is_header(header) and better:
                best = header
    return best


def _is_header(header: Header) -> bool:
    return len(header.columns) >= _LEAST_TITLES and "name" in header.columns.values()


def _header(sheet: TemplateSheet, number: int, row: Sequence[str]) -> Header:
    found: dict[int, str] = {}
    unknown: list[str] = []
    for place, title in enumerate(row):
        key = key_named(plain_title(title)) if title else ""
        if key and key not in found.values():
            found[place] = key
        elif title:
            unknown.append(title)
    starred = frozenset(place for place in found if re.search(r"[*＊★]|必填", row[place]))
    titles = {place: _NOISE.sub("", row[place]) for place in found}
    return Header(sheet, number, found, titles, tuple(unknown), starred)


def rows_of(
    header: Header, persons: Sequence[Person]
) -> tuple[list[dict[int, str]], list[Finding]]:
    """Return the cells of every person, and what could not be written as the template wants it."""
    findings: list[Finding] = []
    rows = []
    for number, person in enumerate(persons, header.row + 1):
        cells: dict[int, str] = {}
        for place, key in header.columns.items():
            text = person.texts.get(key, "")
            choices = _choices(header.sheet, place, number)
            chosen = _among(text, choices) if choices and text else text
            if text and not chosen:
                findings.append(_finding(header, (number, place), person, text))
            elif not text and place in header.required:
                findings.append(_finding(header, (number, place), person, ""))
            if chosen:
                cells[place] = chosen
        rows.append(cells)
    return rows, findings


def _finding(header: Header, where: tuple[int, int], person: Person, text: str) -> Finding:
    row, place = where
    title = header.titles[place]
    code = Code.CHOICE_UNKNOWN if text else Code.FIELD_LACKING
    facts = {"field": title, "value": text}
    return Finding(code, Level.WARN, row, title, person.worker.name, facts)


def _choices(sheet: TemplateSheet, column: int, row: int) -> tuple[str, ...]:
    for place, first, last, values in sheet.choices:
        if place == column and first <= row <= last:
            return values
    return ()


def _among(text: str, choices: Sequence[str]) -> str:
    """Return the one choice that says the same: as written, or beside its code; else nothing."""
    if text in choices:
        return text
    found = [choice for choice in choices if _bare(choice) == _bare(text)]
    return found[0] if len(found) == 1 else ""


def _bare(text: str) -> str:
    plain = _CODE.sub("", text).strip()
    return plain[:-1] if len(plain) > 1 and plain.endswith(_SAME_END) else plain


def differences(
    header: Header, rows: Sequence[Mapping[int, str]], check: TemplateCheck
) -> list[str]:
    """Name every cell that reads otherwise than it was written, or is no text."""
    wrong = []
    wanted = {
        (number, place): text
        for number, row in enumerate(rows, header.row + 1)
        for place, text in row.items()
    }
    for where, text in wanted.items():
        if check.cells.get(where) != ("text", text):
            wrong.append(f"{where[0]}:{header.titles[where[1]]}")
    wrong += [f"{row}:{place + 1}" for row, place in check.cells if (row, place) not in wanted]
    return wrong
