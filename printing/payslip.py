"""Payslips (工资清单): a strip for each worker, cut lines, a code that proves the strip's line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from desktop.domain.attendance import days_text
from desktop.domain.identity import mask_id
from desktop.domain.progress import SILENT, Progress
from desktop.ports.paper import PaperSize
from desktop.ports.papers import Payslips, SlipItem, WageEntry, line_code
from printing import fonts, qr
from printing.ink import DARK, HAIR, MIDDLE, TINT, TINT_STRONG, Ink
from printing.page import MM, Document, portrait, terms

_LEFT, _EDGE = 14 * MM, 6 * MM
_LINE, _HEAD, _FOOT = 4.3 * MM, 17.5 * MM, 15.0 * MM
_GAP = 7 * MM
_LEAST = 3
"""Lines of items that every strip has room for."""
_TYPE, _SMALL = 8.0, 7.0
_STEP = "print-pages"


@dataclass(frozen=True, slots=True)
class _Strip:
    paper: Payslips
    entry: WageEntry

    @property
    def lines(self) -> int:
        return max(len(self.entry.earned), len(self.entry.withheld), _LEAST)

    @property
    def height(self) -> float:
        return _HEAD + (self.lines + 1) * _LINE + _FOOT


def payslips(papers: Sequence[Payslips], progress: Progress = SILENT) -> bytes:
    """Draw strips, several to an A4 page.

    Raises:
        Refused: a character cannot be drawn (GLYPH_MISSING, one finding each).
    """
    fonts.require(pair for paper in papers for pair in _texts(paper))
    size = portrait(PaperSize.A4)
    own = terms("papers")["payslip"]
    document = Document(size, f"{own['title']} {papers[0].month}")
    ink = Ink(document.canvas)
    pages = _pages([_Strip(paper, one) for paper in papers for one in paper.entries], size[1])
    for number, strips in enumerate(pages, 1):
        progress.step(number, len(pages), _STEP)
        y = size[1] - _EDGE
        for place, strip in enumerate(strips):
            if place:
                _cut(ink, y + _GAP / 2, size[0], own["cut"])
            _Drawn(ink, strip, (y, size[0] - _LEFT)).draw()
            y -= strip.height + _GAP
        ink.flush()
        document.canvas.showPage()
    return document.finish()


def _texts(paper: Payslips) -> Iterator[tuple[str, str]]:
    head = paper.head
    yield "", head.project + head.general_contractor + head.company
    for one in paper.entries:
        items = "".join(item.title + item.derivation for item in (*one.earned, *one.withheld))
        yield one.name, one.name + one.team + one.trade + one.bank + items


def _pages(strips: Sequence[_Strip], high: float) -> list[list[_Strip]]:
    pages: list[list[_Strip]] = []
    left = 0.0
    for strip in strips:
        if not pages or strip.height > left:
            pages.append([])
            left = high - 2 * _EDGE
        pages[-1].append(strip)
        left -= strip.height + _GAP
    return pages


def _cut(ink: Ink, y: float, wide: float, sign: str) -> None:
    """Draw a dashed rule from edge to edge."""
    step = 3 * MM
    count = int(wide / step)
    ink.rules([(n * step, y, n * step + step / 2, y) for n in range(count + 1)], MIDDLE, 0.5)
    if not fonts.missing(sign):
        ink.text(3 * MM, y - 3, sign, 9, gray=DARK)


class _Drawn:
    """One strip on the page."""

    def __init__(self, ink: Ink, strip: _Strip, at: tuple[float, float]) -> None:
        self._ink, self._paper, self._entry = ink, strip.paper, strip.entry
        self._lines = strip.lines
        self._top, self._right = at
        self._own: dict[str, Any] = terms("papers")["payslip"]
        self._code = qr.symbol(line_code(strip.entry))
        self._side = max(qr.least_mm(self._code), 1) * MM

    def draw(self) -> None:
        """Draw head, items, sums and code."""
        y = self._head()
        y = self._items(y)
        self._sums(y)

    @property
    def _room(self) -> float:
        """Right end of the items; the code stands beside them."""
        return self._right - self._side - 2 * MM

    def _head(self) -> float:
        ink, entry, own, paper = self._ink, self._entry, self._own, self._paper
        frame = terms("papers")["frame"]
        y = self._top - 5.5 * MM
        wide = ink.text(_LEFT, y, own["title"], 13, font=fonts.BOLD)
        month = frame["month"].format(year=paper.month.year, month=paper.month.month)
        wide += ink.text(_LEFT + wide + 3 * MM, y, month, 10, gray=DARK) + 3 * MM
        where = f"{paper.head.project}　{paper.head.company}"
        room = self._right - _LEFT - wide - 6 * MM
        ink.text(self._right, y, where, _TYPE, gray=DARK, anchor=1, room=room)
        y -= 5.2 * MM
        who = own["who"].format(
            name="", id_number=mask_id(entry.id_number), team=entry.team, trade=entry.trade
        )
        name = ink.text(_LEFT, y, entry.name, 11, font=fonts.BOLD, room=70 * MM)
        ink.text(_LEFT + name, y, who, _TYPE, room=self._room - _LEFT - name)
        y -= 4.4 * MM
        days = own["days"].format(days=days_text(entry.work_days))
        if entry.extra_hours:
            days += own["extra"].format(hours=days_text(entry.extra_hours))
        wide = ink.text(_LEFT, y, days, _TYPE)
        ink.text(_LEFT + wide + 5 * MM, y, self._card(), _TYPE, room=self._room - _LEFT - wide - 20)
        return self._top - _HEAD

    def _card(self) -> str:
        entry, own = self._entry, self._own
        if not entry.card_tail:
            return str(own["no_card"])
        return str(own["card"].format(bank=entry.bank, tail=entry.card_tail)).replace("  ", " ")

    def _items(self, top: float) -> float:
        """Draw what was earned at the left, what was withheld at the right."""
        ink, own, entry = self._ink, self._own, self._entry
        middle = _LEFT + (self._room - _LEFT) * 0.56
        bottom = top - (self._lines + 1) * _LINE
        ink.box(_LEFT, top - _LINE, (self._room - _LEFT, _LINE), TINT_STRONG)
        for title, x in ((own["earned"], _LEFT), (own["withheld"], middle)):
            ink.text(x + MM, top - _LINE + 1.3 * MM, title, _SMALL, font=fonts.BOLD)
        for items, left, right in (
            (entry.earned, _LEFT, middle),
            (entry.withheld, middle, self._room),
        ):
            y = top - 2 * _LINE
            if not items:
                ink.text(left + MM, y + 1.3 * MM, terms("papers")["frame"]["none"], _TYPE)
            for item in items:
                self._item(item, (left, right), y + 1.3 * MM)
                y -= _LINE
        ink.frame(_LEFT, bottom, (self._room - _LEFT, top - bottom), thick=0.6)
        ink.rules([(middle, bottom, middle, top)], HAIR, 0.4)
        upper = self._top - 6.6 * MM  # its lower edge stays clear of the tinted sums
        qr.draw(ink.canvas, self._code, (self._right - self._side, upper - self._side), self._side)
        x = self._right - self._side / 2
        ink.text(x, upper - self._side - 1.6 * MM, own["verify"], 6.5, gray=DARK, anchor=0.5)
        return bottom

    def _item(self, item: SlipItem, span: tuple[float, float], y: float) -> None:
        left, right = span
        amount = self._ink.text(right - MM, y, str(item.amount), _TYPE, anchor=1)
        wide = self._ink.text(left + MM, y, item.title, _TYPE)
        if item.derivation:
            x = left + wide + 2.5 * MM
            room = right - amount - 3 * MM - x
            if room > 0:
                self._ink.text(x, y, item.derivation, 6.6, gray=DARK, room=room)

    def _sums(self, top: float) -> None:
        ink, own, entry = self._ink, self._own, self._entry
        high = 6.2 * MM
        ink.box(_LEFT, top - high, (self._right - _LEFT, high), TINT)
        y = top - high + 2 * MM
        x = _LEFT + MM
        for key, amount in (("gross", entry.gross), ("deductions", entry.deductions)):
            said = f"{own[key]} {amount}"
            x += ink.text(x, y, said, _TYPE) + 5 * MM
        x += ink.text(x, y, f"{own['net']} {entry.net}", 10.5, font=fonts.BOLD) + 5 * MM
        capitals = own["capitals"].format(capitals=entry.net.in_capitals)
        ink.text(x, y, capitals, _TYPE, font=fonts.BOLD, room=self._right - x - MM)
        y = top - high - 4 * MM
        wide = ink.text(_LEFT, y, self._state(), _SMALL, font=fonts.BOLD)
        ink.text(_LEFT + wide + 4 * MM, y, own["basis"], _SMALL, gray=MIDDLE,
                 room=self._right - _LEFT - wide - 4 * MM)  # fmt: skip
        ink.text(self._right, y - 3.2 * MM, self._code.text, 6.2, gray=MIDDLE, anchor=1)

    def _state(self) -> str:
        """Say whether the line may still change, was paid, or when it is to be."""
        entry, own = self._entry, self._own
        if not entry.locked:
            return str(own["draft"])
        if entry.paid:
            latest = entry.paid[-1].day
            key = "paid" if latest else "paid_undated"
            return str(own[key].format(date=latest, amount=entry.paid_total))
        day = self._paper.pay_date
        return str(own["pay_date"].format(date=day)) if day else ""
