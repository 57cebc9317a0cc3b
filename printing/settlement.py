"""The exit settlement sheet (退场结算单): one A4 page, signature and fingerprint, bound by a QR."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from desktop.domain.attendance import days_text
from desktop.domain.money import Money
from desktop.domain.settlement import SettledMonth
from desktop.ports.paper import PaperSize
from desktop.ports.settlement_paper import SettlementPaper, settlement_code
from printing import fonts, qr
from printing.ink import BLACK, DARK, HAIR, MIDDLE, TINT, TINT_STRONG, Ink
from printing.page import MM, Document, portrait, terms, wrap

_MARGIN = 16 * MM
_QR = 24 * MM
_ROW, _FACT = 6.4 * MM, 7 * MM
_MOST, _MOST_OPEN, _REASONS = 16, 11, 4
"""Months that have a row of their own, fewer where reasons take their room; older ones are added
up in one. How many reasons are written out."""
_TYPE, _SMALL = 9.5, 8.5
_LEADING = 4.6 * MM
_WIDTHS = (0.28, 0.15, 0.19, 0.19, 0.19)
_BOX = 30 * MM
_PRINT = 25 * MM


def settlement(paper: SettlementPaper) -> bytes:
    """Draw the page.

    Raises:
        Refused: a character cannot be drawn (GLYPH_MISSING, one finding each).
    """
    fonts.require(_texts(paper))
    return _Page(paper).draw()


def _texts(paper: SettlementPaper) -> Iterator[tuple[str, str]]:
    labels = terms("settlement")["facts"]
    for key in labels:
        if key != "exit":
            yield paper.name, str(getattr(paper, key))
    yield "", paper.prepared_by
    for reason in paper.open:
        yield paper.name, reason


class _Page:
    """One sheet in the making."""

    def __init__(self, paper: SettlementPaper) -> None:
        self._paper = paper
        self._words: dict[str, Any] = terms("settlement")
        self._size = portrait(PaperSize.A4)
        self._right = self._size[0] - _MARGIN
        self._room = self._right - _MARGIN

    def draw(self) -> bytes:
        """Draw everything from the top down."""
        paper = self._paper
        document = Document(self._size, f"{self._words['title']} {paper.name}")
        ink = Ink(document.canvas)
        y = self._head(ink)
        y = self._facts(ink, y)
        y = self._table(ink, y - 7 * MM)
        y = self._balance(ink, y - 7 * MM)
        y = self._said(ink, y)
        self._signers(ink, y - 2 * MM)
        ink.flush()
        document.canvas.showPage()
        return document.finish()

    def _head(self, ink: Ink) -> float:
        paper, words = self._paper, self._words
        top = self._size[1] - 14 * MM
        code = qr.symbol(settlement_code(paper.settlement.id, paper.settlement.digest))
        qr.draw(ink.canvas, code, (self._right - _QR, top - _QR), _QR)
        middle = self._size[0] / 2
        ink.text(middle, top - 9 * MM, words["title"], 22, font=fonts.BOLD, anchor=0.5)
        ink.text(middle, top - 15.5 * MM, words["subtitle"], 10.5, gray=DARK, anchor=0.5)
        version = words["version"].format(
            number=paper.settlement.id.hex[:8],
            head=paper.settlement.digest[:12],
            date=paper.printed_on,
        )
        ink.text(_MARGIN, top - _QR + 1.5 * MM, version, 7.5, gray=MIDDLE)
        return top - _QR - 3 * MM

    def _facts(self, ink: Ink, top: float) -> float:
        """Draw the facts as a table of two columns; companies and project have a whole row."""
        paper, labels = self._paper, self._words["facts"]
        values = {key: str(getattr(paper, key, "")) for key in labels}
        values["exit"] = str(paper.settlement.exit)
        rows: list[Sequence[str]] = [
            ("project",), ("general_contractor",), ("company",), ("name", "id_number"),
            ("team", "trade"), ("entry", "exit"), ("phone", "reason"),
        ]  # fmt: skip
        y, label = top, 27 * MM
        for row in rows:
            wide = self._room / len(row)
            for place, key in enumerate(row):
                x = _MARGIN + place * wide
                ink.box(x, y - _FACT, (label, _FACT), TINT)
                base = y - _FACT / 2 - _TYPE * fonts.CAP_HEIGHT / 2
                ink.text(x + 2 * MM, base, labels[key], _SMALL, gray=DARK)
                ink.text(x + label + 2 * MM, base, values[key], _TYPE, room=wide - label - 4 * MM)
                ink.rules([(x + label, y, x + label, y - _FACT), (x, y, x, y - _FACT)], HAIR, 0.4)
            ink.rules([(_MARGIN, y - _FACT, self._right, y - _FACT)], HAIR, 0.4)
            y -= _FACT
        ink.frame(_MARGIN, y, (self._room, top - y), thick=0.9)
        return y

    def _table(self, ink: Ink, top: float) -> float:
        words, settled = self._words, self._paper.settlement
        ink.text(_MARGIN, top, words["months_title"], 11, font=fonts.BOLD)
        top -= 3 * MM
        y = self._cells(ink, top, tuple(words["columns"].values()), strong=True)
        for row in self._rows(settled.months):
            y = self._cells(ink, y, row)
        if settled.arrears:
            arrears = (words["arrears"], "", str(settled.arrears), "", str(settled.arrears))
            y = self._cells(ink, y, arrears)
        days = sum((one.work_days for one in settled.months), Decimal(0))
        total = (words["total"], days_text(days), str(settled.due), str(settled.paid))
        y = self._cells(ink, y, (*total, str(settled.balance)), strong=True)
        edges = tuple(_MARGIN + sum(_WIDTHS[:n]) * self._room for n in range(1, len(_WIDTHS)))
        ink.columns(edges, (y, top))
        ink.frame(_MARGIN, y, (self._room, top - y), thick=0.9)
        return y

    def _rows(self, months: Sequence[SettledMonth]) -> Iterator[tuple[str, ...]]:
        most = _MOST_OPEN if self._paper.open else _MOST
        older = months[: max(len(months) - most, 0)]
        if older:
            span = self._words["earlier"].format(
                first=older[0].month, last=older[-1].month, count=len(older)
            )
            days = sum((one.work_days for one in older), Decimal(0))
            yield _row(
                span,
                days,
                Money.sum(one.due for one in older),
                Money.sum(one.paid for one in older),
            )
        for one in months[len(older) :]:
            yield _row(str(one.month), one.work_days, one.due, one.paid)

    def _cells(self, ink: Ink, top: float, texts: Sequence[str], *, strong: bool = False) -> float:
        bottom = top - _ROW
        if strong:
            ink.box(_MARGIN, bottom, (self._room, _ROW), TINT_STRONG)
        base = (top + bottom) / 2 - _TYPE * fonts.CAP_HEIGHT / 2
        x = _MARGIN
        font = fonts.BOLD if strong else fonts.REGULAR
        for place, (text, share) in enumerate(zip(texts, _WIDTHS, strict=True)):
            wide = share * self._room
            at = x + 2 * MM if place == 0 else x + wide - 2 * MM
            anchor = 0 if place == 0 else 1
            ink.text(at, base, text, _TYPE, font=font, anchor=anchor, room=wide - 4 * MM)
            x += wide
        ink.rules([(_MARGIN, bottom, self._right, bottom)], HAIR, 0.4)
        return bottom

    def _balance(self, ink: Ink, top: float) -> float:
        settled, words = self._paper.settlement, self._words
        if settled.balance:
            said = words["not_zero"].format(
                amount=settled.balance, capital=settled.balance.in_capitals
            )
        else:
            said = words["zero"]
        for line in wrap(said, fonts.BOLD, 12, self._room):
            ink.text(_MARGIN, top, line, 12, font=fonts.BOLD)
            top -= 6.5 * MM
        if self._paper.open:
            ink.text(_MARGIN, top, words["open_title"], _TYPE, font=fonts.BOLD, gray=DARK)
            top -= _LEADING
        for reason in self._paper.open[:_REASONS]:
            for line in wrap(f"· {reason}", fonts.REGULAR, _SMALL, self._room)[:2]:
                ink.text(_MARGIN, top, line, _SMALL, gray=DARK)
                top -= _LEADING
        return top

    def _said(self, ink: Ink, top: float) -> float:
        owed = bool(self._paper.open or self._paper.settlement.balance)
        declared = self._words["declare_open" if owed else "declare"]
        top -= 1 * MM
        for line in wrap(declared, fonts.REGULAR, 10, self._room):
            ink.text(_MARGIN, top, line, 10, gray=BLACK)
            top -= 5.2 * MM
        return top

    def _signers(self, ink: Ink, top: float) -> None:
        """Draw boxes for signature and fingerprint beside those of the employer."""
        words = self._words["signers"]
        bottom, high = top - _BOX, _BOX
        half = self._room / 2 - 3 * MM
        ink.frame(_MARGIN, bottom, (half, high), thick=0.9)
        ink.text(_MARGIN + 2 * MM, bottom + high - 4.5 * MM, words["worker"], _SMALL, gray=DARK)
        finger = _MARGIN + half - _PRINT - 2 * MM
        ink.frame(finger, bottom + 2 * MM, (_PRINT, _PRINT), thick=0.5)
        ink.text(
            finger + _PRINT / 2, bottom + 3.5 * MM, words["fingerprint"], 7.5, gray=MIDDLE,
            anchor=0.5,
        )  # fmt: skip
        x = _MARGIN + half + 6 * MM
        ink.frame(x, bottom, (half, high), thick=0.9)
        ink.text(x + 2 * MM, bottom + high - 4.5 * MM, words["employer"], _SMALL, gray=DARK)
        ink.text(x + 2 * MM, bottom + 9 * MM, words["officer"], _SMALL, gray=DARK)
        for place in (_MARGIN, x):
            ink.text(place + 2 * MM, bottom + 3 * MM, words["date"], _SMALL, gray=DARK)
        prepared = words["prepared"].format(name=self._paper.prepared_by)
        ink.text(_MARGIN, bottom - 5 * MM, prepared, _SMALL, gray=MIDDLE)


def _row(title: str, days: Decimal, due: Money, paid: Money) -> tuple[str, ...]:
    return title, days_text(days), str(due), str(paid), str(due - paid)
