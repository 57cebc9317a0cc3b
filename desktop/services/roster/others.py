"""Rows under a roster's heading that are no workers: sums, headings again, remarks, examples."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from desktop.ports.sheets import Cell
from desktop.services.roster.columns import plain_title, signs_of_other_rows

_SAME_TITLES = 3
_FEW_CELLS = 8
"""Cells that a remark or a line for signatures fills at most."""
_NUMBER_SIGNS = re.compile(r"[0-9]{14,}|[0-9]{6}[0-9*]{8,}")
_SERIAL = re.compile(r"[0-9]{1,6}[.、)）]?")
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class OtherRow:
    """A row that is not taken for a worker, and why."""

    number: int
    """As the spreadsheet counts."""
    reason: str
    """"total", "header", "numbering", "instruction", "example", "footer", "heading", "serial"."""
    text: str
    """Its first words."""


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((why, re.compile(text)) for why, text in signs_of_other_rows().items())


class RowJudge:
    """Tells rows of workers from other rows, for one heading."""

    def __init__(self, titles: Sequence[str], places: Mapping[str, int]) -> None:
        self._titles = [plain_title(title) for title in titles]
        self._places = places

    def why_other(self, row: Sequence[Cell]) -> str:
        """Return why a row that is not blank is no worker; empty when it is one."""
        name, number = self._text(row, "name"), self._text(row, "id_number")
        if _NUMBER_SIGNS.search(number):
            return ""
        filled = [(place, text) for place, cell in enumerate(row) if (text := _plain(cell))]
        return (
            self._repeats_heading(filled)
            or _numbering(filled)
            or _by_words(filled, name)
            or self._alone(filled, name, number)
        )

    def _text(self, row: Sequence[Cell], key: str) -> str:
        place = self._places.get(key, len(row))
        return _plain(row[place]) if place < len(row) else ""

    def _repeats_heading(self, filled: list[tuple[int, str]]) -> str:
        same = sum(
            place < len(self._titles) and plain_title(text) == self._titles[place]
            for place, text in filled
        )
        return "header" if same >= min(_SAME_TITLES, len(filled)) and same else ""

    def _alone(self, filled: list[tuple[int, str]], name: str, number: str) -> str:
        """See rows with nothing but a serial number, or the name of a team over its men."""
        if name or number or len(filled) > 1:
            return ""
        known = set(self._places.values())
        place, text = filled[0]
        if _SERIAL.fullmatch(text):
            return "serial" if place not in known else ""
        return "heading"


def first_words(row: Sequence[Cell]) -> str:
    """Return the first words of a row, for people."""
    texts = [text for cell in row if (text := _plain(cell))]
    return " ".join(texts[:3])[:_SHOWN]


def _plain(cell: Cell) -> str:
    if isinstance(cell, float):
        return f"{cell:g}" if cell < 1e15 else str(int(cell))  # noqa: PLR2004 - digits kept
    return "".join(str(cell).split())


def _numbering(filled: list[tuple[int, str]]) -> str:
    numbers = [text for _, text in filled]
    rising = [str(n) for n in range(1, len(numbers) + 1)]
    return "numbering" if len(numbers) >= _SAME_TITLES and numbers == rising else ""


def _by_words(filled: list[tuple[int, str]], name: str) -> str:
    heads = {filled[0][1], name, filled[1][1] if len(filled) > 1 else ""} - {""}
    for why, pattern in _patterns():
        if why == "footer" and len(filled) > _FEW_CELLS:
            continue
        if any(pattern.search(text) for text in heads):
            return why
    return ""
