"""The attendance confirmation sheet (考勤确认表): a team's days, signed by workers and foreman."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from desktop.domain.progress import SILENT, Progress
from desktop.ports.confirmation_paper import (
    ConfirmationPaper,
    ConfirmationRow,
    confirmation_code,
)
from desktop.ports.paper import PaperSize
from printing import fonts, qr
from printing.ink import BLACK, DARK, HAIR, MIDDLE, TINT, TINT_STRONG, Ink
from printing.page import MM, Document, landscape, terms, wrap

_MARGIN = 8 * MM
_QR = 22.5 * MM
_ROW, _HEAD, _FACT, _SIGNERS = 8.2 * MM, 9 * MM, 4.6 * MM, 9 * MM
_TYPE, _SMALL, _TINY, _LEADING = 7.5, 6.5, 5.8, 8.2
_FIXED = {"seq": 7.0, "name": 19.0, "trade": 14.0, "days": 11.0, "hours": 11.0, "extra": 11.0}
"""Widths in millimetres; days share what the signature leaves."""
_SIGNATURE, _WIDE_SIGNATURE = 32.0, 60.0
_FEW_DAYS = 11
_STEP = "print-pages"


def confirmation(paper: ConfirmationPaper, progress: Progress = SILENT) -> bytes:
    """Draw a team's sheet, A4 landscape.

    Raises:
        Refused: a character cannot be drawn (GLYPH_MISSING, one finding each).
    """
    fonts.require(_texts(paper))
    return _Sheet(paper).draw(progress)


def _texts(paper: ConfirmationPaper) -> Iterator[tuple[str, str]]:
    """Yield everything printed that comes from outside, with whom it concerns."""
    labels = terms("confirmation")["head"]
    yield labels["project"], paper.project
    yield labels["general_contractor"], paper.general_contractor
    yield labels["subcontractor"], paper.subcontractor
    yield labels["team"], paper.team + paper.leader
    yield "", paper.prepared_by
    for row in paper.rows:
        yield row.name, row.name + row.trade + "".join(row.cells)


@dataclass(frozen=True, slots=True)
class _Column:
    key: str
    x: float
    width: float
    day: int = -1
    """Place of the day, -1 for the other columns."""

    @property
    def middle(self) -> float:
        return self.x + self.width / 2


def _columns(paper: ConfirmationPaper, page: tuple[float, float]) -> tuple[_Column, ...]:
    few = len(paper.days) <= _FEW_DAYS
    signature = _WIDE_SIGNATURE if few else _SIGNATURE
    room = page[0] - 2 * _MARGIN - (sum(_FIXED.values()) + signature) * MM
    keys = [("seq", -1), ("name", -1), ("trade", -1)]
    keys += [("day", place) for place in range(len(paper.days))]
    keys += [("days", -1), ("hours", -1), ("extra", -1), ("signature", -1)]
    found, x = [], _MARGIN
    for key, place in keys:
        wide = room / len(paper.days) if place >= 0 else _FIXED.get(key, signature) * MM
        found.append(_Column(key, x, wide, place))
        x += wide
    return tuple(found)


class _Sheet:
    """One team's document in the making."""

    def __init__(self, paper: ConfirmationPaper) -> None:
        self._paper = paper
        self._words: dict[str, Any] = terms("confirmation")
        self._page = landscape(PaperSize.A4)
        self._columns = _columns(paper, self._page)
        room = self._page[0] - 2 * _MARGIN
        notes = (self._words["declare"], self._words["legend"])
        self._notes = [line for text in notes for line in wrap(text, fonts.REGULAR, _SMALL, room)]

    @property
    def _right(self) -> float:
        return self._page[0] - _MARGIN

    @property
    def _table_top(self) -> float:
        return self._page[1] - _MARGIN - _QR - 1.2 * MM

    @property
    def _foot(self) -> float:
        return _MARGIN + _LEADING + len(self._notes) * _LEADING + _SIGNERS + 1.5 * MM

    def draw(self, progress: Progress) -> bytes:
        """Draw every page."""
        paper = self._paper
        most = int((self._table_top - _HEAD - self._foot - _ROW) // _ROW)
        rows = paper.rows
        pages = [rows[at : at + most] for at in range(0, max(len(rows), 1), most)]
        title = f"{self._words['title']} {paper.team} {paper.month}"
        document = Document(self._page, title)
        ink = Ink(document.canvas)
        for number, shown in enumerate(pages, 1):
            progress.step(number, len(pages), _STEP)
            self._head(ink, number)
            last = number == len(pages)
            bottom = self._body(ink, shown, (number - 1) * most, last=last)
            self._outline(ink, bottom, summed=last)
            self._bottom(ink, number, len(pages))
            ink.flush()
            document.canvas.showPage()
        return document.finish()

    def _head(self, ink: Ink, number: int) -> None:
        paper, words = self._paper, self._words
        top = self._page[1] - _MARGIN
        code = qr.symbol(confirmation_code(paper.confirmation, paper.digest, number))
        qr.draw(ink.canvas, code, (self._right - _QR, top - _QR), _QR)
        middle, y = self._page[0] / 2, top - 16
        wide = ink.text(middle, y, words["title"], 17, font=fonts.BOLD, anchor=0.5)
        month = words["month"].format(year=paper.month.year, month=paper.month.month)
        said = f"{month} {words['part'][paper.part]}"
        ink.text(middle + wide / 2 + 4 * MM, y, said, 11, gray=DARK)
        labels, y = words["head"], top - 9 * MM - _FACT * 0.7
        room = (self._right - _QR - 2 * MM - _MARGIN) / 2
        for row in (
            (("project", paper.project), ("team", paper.team)),
            (("general_contractor", paper.general_contractor), ("leader", paper.leader)),
            (("subcontractor", paper.subcontractor), ("", self._version())),
        ):
            for place, (key, said) in enumerate(row):
                x = _MARGIN + place * room
                wide = ink.text(x, y, labels[key], _SMALL, gray=MIDDLE) if key else -1.5 * MM
                x += wide + 1.5 * MM
                size = 8.5 if key else _SMALL
                ink.text(x, y, said, size, room=room - wide - 3 * MM, gray=BLACK if key else MIDDLE)
            y -= _FACT

    def _version(self) -> str:
        paper = self._paper
        said: str = self._words["version"].format(
            number=paper.confirmation.hex[:8], head=paper.digest[:12], date=paper.printed_on
        )
        return said

    def _body(
        self, ink: Ink, rows: tuple[ConfirmationRow, ...], before: int, *, last: bool
    ) -> float:
        """Draw heads and rows; return where the table ends."""
        top = self._table_top
        self._heads(ink, top)
        y = top - _HEAD
        for place, row in enumerate(rows, before + 1):
            self._row(ink, row, place, y)
            y -= _ROW
        return self._sum(ink, y) if last else y

    def _heads(self, ink: Ink, top: float) -> None:
        bottom = top - _HEAD
        ink.box(_MARGIN, bottom, (self._right - _MARGIN, _HEAD), TINT_STRONG)
        for column in self._columns:
            if column.day >= 0:
                said = str(self._paper.days[column.day].day)
                if self._paper.stopped[column.day]:
                    said += f"\n{self._words['stopped']}"
            else:
                said = self._words["columns"][column.key]
            lines = said.split("\n")
            y = _baseline((top + bottom) / 2, _SMALL) + (len(lines) - 1) * _LEADING / 2
            for line in lines:
                ink.text(
                    column.middle, y, line, _SMALL, font=fonts.BOLD, anchor=0.5,
                    room=column.width - 2,
                )  # fmt: skip
                y -= _LEADING
        ink.rules([(_MARGIN, bottom, self._right, bottom)], HAIR, 0.4)

    def _row(self, ink: Ink, row: ConfirmationRow, number: int, top: float) -> None:
        bottom = top - _ROW
        y = _baseline((top + bottom) / 2, _TYPE)
        said = {
            "seq": str(number), "name": row.name, "trade": row.trade,
            "days": row.work_days, "hours": row.hours, "extra": row.extra_hours,
        }  # fmt: skip
        for column in self._columns:
            if column.day >= 0:
                self._day(ink, row, column, (bottom, top))
            elif column.key == "signature":
                gap = 0.8 * MM
                size = column.width - 2 * gap, _ROW - 2 * gap
                ink.frame(column.x + gap, bottom + gap, size, thick=0.4)
            elif column.key in {"name", "trade"}:
                _stack(ink, said[column.key], column, (top + bottom) / 2)
            else:
                ink.text(column.middle, y, said[column.key], _TYPE, anchor=0.5)
        ink.rules([(_MARGIN, bottom, self._right, bottom)], HAIR, 0.4)

    def _day(
        self, ink: Ink, row: ConfirmationRow, column: _Column, span: tuple[float, float]
    ) -> None:
        bottom, top = span
        if self._paper.resting[column.day] or self._paper.stopped[column.day]:
            gray = TINT_STRONG if self._paper.stopped[column.day] else TINT
            ink.box(column.x, bottom, (column.width, _ROW), gray)
        text = row.cells[column.day]
        if text:
            y = _baseline((top + bottom) / 2, _TYPE)
            ink.text(column.middle, y, text, _TYPE, anchor=0.5, room=column.width - 3)
        if row.by_hand[column.day]:
            side = 1.1 * MM
            ink.box(column.x + column.width - side, top - side, (side, side), DARK)

    def _sum(self, ink: Ink, top: float) -> float:
        bottom = top - _ROW
        ink.box(_MARGIN, bottom, (self._right - _MARGIN, _ROW), TINT_STRONG)
        y = _baseline((top + bottom) / 2, _TYPE)
        said = self._words["total"].format(count=len(self._paper.rows))
        ink.text(_MARGIN + 0.7 * MM, y, said, _TYPE * 1.1, font=fonts.BOLD)
        for key, text in (("days", self._paper.total_days), ("hours", self._paper.total_hours)):
            column = next(one for one in self._columns if one.key == key)
            ink.text(
                column.middle, y, text, _TYPE, font=fonts.BOLD, anchor=0.5,
                room=column.width - 1.5,
            )  # fmt: skip
        return bottom

    def _outline(self, ink: Ink, bottom: float, *, summed: bool) -> None:
        top = self._table_top
        edges = tuple(column.x for column in self._columns[1:])
        ink.columns(edges, (bottom + (_ROW if summed else 0), top))
        ink.frame(_MARGIN, bottom, (self._right - _MARGIN, top - bottom), thick=0.9)

    def _bottom(self, ink: Ink, number: int, pages: int) -> None:
        words = self._words
        y = _MARGIN + _LEADING * (len(self._notes) + 1)
        part = (self._right - _MARGIN) / 4
        for place, key in enumerate(("leader", "keeper", "officer", "date")):
            x = _MARGIN + place * part
            wide = ink.text(x, y + _SIGNERS * 0.35, words["signers"][key], 9, gray=DARK)
            line = y + _SIGNERS * 0.3
            ink.rules([(x + wide + 1.5 * MM, line, x + part - 4 * MM, line)], MIDDLE, 0.5)
        for note in self._notes:
            y -= _LEADING
            ink.text(_MARGIN, y, note, _SMALL, gray=DARK)
        said = words["page"].format(page=number, pages=pages)
        ink.text(self._page[0] / 2, _MARGIN, said, _TYPE, font=fonts.BOLD, anchor=0.5)


def _stack(ink: Ink, said: str, column: _Column, middle: float) -> None:
    """Write a word on one line, or smaller on two where it is long."""
    room = column.width - 1.4 * MM
    lines, size = [said], _TYPE
    if fonts.width(said, fonts.REGULAR, _TYPE) > room:
        lines, size = wrap(said, fonts.REGULAR, _TINY, room), _TINY
    y = _baseline(middle, size) + (len(lines) - 1) * size * 0.6
    for line in lines:
        ink.text(column.x + 0.7 * MM, y, line, size, room=room)
        y -= size * 1.2


def _baseline(middle: float, size: float) -> float:
    return middle - size * fonts.CAP_HEIGHT / 2
