"""What surrounds the table on every page of a wage sheet: title, facts, heads, signers."""

from __future__ import annotations

from typing import Any

from desktop.ports.paper import WageSheetPaper
from printing import fonts, qr
from printing.ink import BLACK, DARK, HAIR, MIDDLE, TINT_STRONG, Ink
from printing.page import MM, terms, wrap
from printing.wage_layout import EXTRA_HOURS, MARK_MM, Column, Layout

QR_MM = 22.5
"""37 modules of a 29-character code with its quiet zone at 0.608 mm each."""
_TITLE_MM = 10.0


class Frame:
    """Draws the same frame on each page and knows how much room it leaves."""

    def __init__(self, facts: WageSheetPaper, place: Layout) -> None:
        self._facts = facts
        self._place = place
        self._words: dict[str, Any] = terms("wage_sheet")
        notes = [str(self._words["legend"])]
        if facts.minimum_wage_note:
            notes.insert(0, facts.minimum_wage_note)
        room = place.right - place.left
        self._notes = [
            line for note in notes for line in wrap(note, fonts.REGULAR, place.small, room)
        ]

    @property
    def _head_bottom(self) -> float:
        """Where title, facts and code end."""
        place = self._place
        rows = 4 if self._facts.sheet.reason else 3
        facts = _TITLE_MM * MM * place.k + rows * place.fact_height
        return place.top - max(facts, QR_MM * MM) - 1.2 * MM

    @property
    def body_top(self) -> float:
        """Where the table's first row begins."""
        return self._head_bottom - self._place.head_height

    @property
    def room(self) -> float:
        """Height for rows and sums."""
        return self.body_top - self._place.bottom - self._foot_height

    @property
    def _signers_height(self) -> float:
        return 9.5 * MM * self._place.k

    @property
    def _notes_height(self) -> float:
        """Height of notes and page number."""
        return (len(self._notes) + 1) * self._place.leading + 1.2 * MM * self._place.k

    @property
    def _foot_height(self) -> float:
        return self._signers_height + self._notes_height + 1.2 * MM

    def head(self, ink: Ink, symbol: qr.Symbol) -> None:
        """Draw title, facts, code, column heads and corner marks."""
        place = self._place
        side = QR_MM * MM
        qr.draw(ink.canvas, symbol, (place.right - side, place.top - side), side)
        self._title(ink)
        self._fact_rows(ink, symbol.text, place.right - side - 1.5 * MM)
        self._columns(ink)
        mark = MARK_MM * MM
        for x, y in place.marks.values():
            ink.box(x - mark / 2, y - mark / 2, (mark, mark), BLACK)

    def foot(self, ink: Ink, bottom: float, page: int, pages: int) -> None:
        """Draw the table's outline, signers, notes and page number."""
        place = self._place
        size = place.right - place.left, self._head_bottom - bottom
        ink.frame(place.left, bottom, size, thick=0.9)
        self._signers(ink)
        y = place.bottom + self._notes_height - place.leading
        for note in self._notes:
            ink.text(place.left, y, note, place.small, gray=DARK)
            y -= place.leading
        text = self._words["page"].format(page=page, pages=pages)
        middle = (place.left + place.right) / 2
        ink.text(middle, place.bottom, text, place.type, font=fonts.BOLD, anchor=0.5)
        if head := self._facts.journal_head:
            said = self._words["journal"].format(head=head)
            ink.text(place.right, place.bottom, said, place.small, gray=MIDDLE, anchor=1)
        title = f"{self._words['title']} · {self._month()}"
        ink.text(place.left, place.bottom, title, place.small, gray=MIDDLE)

    def _month(self) -> str:
        month = self._facts.sheet.month
        return str(self._words["month"].format(year=month.year, month=month.month))

    def _title(self, ink: Ink) -> None:
        place = self._place
        size = 17 * place.k
        y = place.top - size * 0.95
        middle = (place.left + place.right) / 2
        wide = ink.text(middle, y, self._words["title"], size, font=fonts.BOLD, anchor=0.5)
        x = middle + wide / 2 + 4 * MM
        ink.text(x, y, self._month(), 11 * place.k, gray=DARK)
        sheet = self._facts.sheet
        chips = [self._words["state"][sheet.state]]
        if sheet.single_person:
            chips.append(self._words["single_person"])
        x = place.left
        for chip in chips:
            x += self._chip(ink, x, y, chip) + 2 * MM

    def _chip(self, ink: Ink, x: float, y: float, text: str) -> float:
        """Draw a framed word and return its width."""
        place = self._place
        size, pad = 9 * place.k, 1.6 * MM
        wide = fonts.width(text, fonts.BOLD, size) + 2 * pad
        ink.frame(x, y - 1.3 * MM, (wide, size + 1.8 * MM), thick=0.8)
        ink.text(x + pad, y, text, size, font=fonts.BOLD)
        return wide

    def _fact_rows(self, ink: Ink, code: str, right: float) -> None:
        place, facts, sheet = self._place, self._facts, self._facts.sheet
        month, words = sheet.month, self._words
        number = words["number"]["supplementary" if sheet.number else "main"]
        pay_date = facts.pay_date.isoformat() if facts.pay_date else words["unknown"]
        rows = [
            [("project", facts.project), ("general_contractor", facts.general_contractor)],
            [
                ("employer", sheet.subcontractor_name),
                ("period", words["until"].format(first=month.first, last=month.last)),
                ("pay_date", pay_date),
            ],
            [
                ("account", facts.account_tail or words["unknown"]),
                ("sheet", number.format(number=sheet.number)),
                ("people", words["count"].format(count=len(sheet.lines))),
            ],
        ]
        if sheet.reason:
            rows.append([("reason", sheet.reason)])
        stops = _stops(place.left, right)
        y = place.top - (_TITLE_MM * place.k + 3.3 * place.k) * MM
        for row, at in zip(rows, stops, strict=False):
            ends = (*at[1 : len(row)], right + 1.5 * MM)
            for (key, text), x, end in zip(row, at, ends, strict=False):
                self._fact(ink, (x, y), words["head"][key], text, end - x - 1.5 * MM)
            y -= place.fact_height
        last = place.top - (_TITLE_MM + 3.3) * place.k * MM - 2 * place.fact_height
        ink.text(right, last, code, 6 * place.k, gray=DARK, anchor=1)

    def _fact(self, ink: Ink, at: tuple[float, float], label: str, text: str, room: float) -> None:
        place = self._place
        wide = ink.text(*at, label, place.small, gray=MIDDLE) + 1.6 * MM
        ink.text(at[0] + wide, at[1], text, 8 * place.k, room=room - wide)

    def _columns(self, ink: Ink) -> None:
        place = self._place
        top, bottom = self._head_bottom, self.body_top
        ink.box(place.left, bottom, (place.right - place.left, top - bottom), TINT_STRONG)
        extra = [place.column(key) for key in EXTRA_HOURS]
        split = top - place.head_height * 0.38
        rules = [
            (column.x, bottom, column.x, split if column in extra[1:] else top)
            for column in place.columns[1:]
        ]
        rules.append((extra[0].x, split, extra[-1].right, split))
        ink.rules(rules, HAIR, 0.3)
        ink.rules([(place.left, bottom, place.right, bottom)], DARK, 0.6)
        for column in place.columns:
            upper = split if column in extra else top
            self._column_head(ink, column, (upper + bottom) / 2)
        group = self._words["groups"]["overtime"]
        middle = (extra[0].x + extra[-1].right) / 2
        y = (top + split) / 2 - place.small * fonts.CAP_HEIGHT / 2
        ink.text(middle, y, group, place.small, font=fonts.BOLD, anchor=0.5)

    def _column_head(self, ink: Ink, column: Column, middle: float) -> None:
        place = self._place
        lines = self._words["columns"][column.key].split("\n")
        leading = place.leading * 0.98
        y = middle + (len(lines) - 1) / 2 * leading - place.small * fonts.CAP_HEIGHT / 2
        for text in lines:
            ink.text(
                column.middle,
                y,
                text,
                place.small,
                font=fonts.BOLD,
                anchor=0.5,
                room=column.width - place.pad,
            )
            y -= leading

    def _signers(self, ink: Ink) -> None:
        place, words = self._place, self._words["signers"]
        known = {"prepared": self._facts.prepared_by, "officer": self._facts.audited_by}
        wide = (place.right - place.left) / len(words)
        y = place.bottom + self._notes_height + 2.6 * MM * place.k
        for index, (key, label) in enumerate(words.items()):
            x = place.left + index * wide
            start = ink.text(x, y, label, place.type, font=fonts.BOLD) + 1.5 * MM
            end = x + wide - 5 * MM
            ink.rules([(x + start, y - 1 * MM, end, y - 1 * MM)], BLACK, 0.5)
            if text := known.get(key, ""):
                ink.text(x + start + MM, y, text, 8 * place.k, room=end - x - start - MM)


def _stops(left: float, right: float) -> list[tuple[float, ...]]:
    """Return where the facts of each row begin."""
    wide = right - left
    third = (left, left + wide * 0.46, left + wide * 0.76)
    return [(left, left + wide * 0.46), third, (*third[:2], left + wide * 0.6), (left,)]
