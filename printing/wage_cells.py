"""The texts of a wage sheet's cells, placed: alignment and stacking, nothing drawn yet."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from desktop.domain.attendance import days_text
from desktop.domain.identity import mask_id
from desktop.domain.money import Money
from desktop.domain.payroll import WageLine
from printing import fonts
from printing.ink import Mark
from printing.page import fit, terms, wrap
from printing.wage_layout import Layout
from printing.wage_rows import Field, Figures, Row

_AMOUNTS = (
    ("gross", Field.GROSS),
    ("advance", Field.ADVANCE),
    ("withheld", Field.WITHHELD),
    ("other", Field.OTHER),
    ("net", Field.NET),
)
_HOURS = (
    ("overtime", Field.OVERTIME_HOURS, Field.OVERTIME),
    ("rest_day", Field.REST_DAY_HOURS, Field.REST_DAY),
    ("holiday", Field.HOLIDAY_HOURS, Field.HOLIDAY),
)

_DENSE = 0.92
"""Type of three stacked lines against that of two."""
_FILLED = 0.88
"""Part of a row's height that stacked lines may fill; the rest is air."""


@lru_cache(maxsize=4096)
def _hundredths(count: int) -> str:
    return f"{count // 100}" if count % 100 == 0 else f"{count / 100:.2f}".rstrip("0")


class Cells:
    """Turns rows into marks for one layout."""

    def __init__(self, place: Layout) -> None:
        self._place = place
        self._words = terms("wage_sheet")
        self._columns = {column.key: column for column in place.columns}

    def line(self, row: Row, middle: float) -> Iterator[Mark]:
        """Yield the marks of a worker's line whose middle is at a height."""
        line = row.line
        if line is None:
            return
        yield from self._person(line, middle)
        yield self._number("rate", str(line.rate), middle)
        yield self._number("work_days", days_text(line.work_days), middle)
        yield from self._amounts(row.figures, middle, bold=False)
        yield from self._bank(line, middle)

    def sums(self, figures: Figures, middle: float) -> Iterator[Mark]:
        """Yield the marks of a row of sums."""
        days = days_text(Decimal(figures[Field.DAYS]).scaleb(-2))
        yield self._number("work_days", days, middle, font=fonts.BOLD)
        yield from self._amounts(figures, middle, bold=True)

    def _person(self, line: WageLine, middle: float) -> Iterator[Mark]:
        place = self._place
        yield self._centred("seq", str(line.seq), middle)
        yield from self._stacked("name", self._name(line.name), middle, font=fonts.BOLD)
        yield self._left("id_number", mask_id(line.id_number), middle, place.small)
        yield from self._stacked("trade", self._broken("trade", line.trade), middle)
        kind = self._words["pay_kind"][line.pay_kind]
        yield self._centred("pay_kind", kind, middle)

    def _name(self, name: str) -> list[str]:
        """Break a long name after its dot where that helps, otherwise anywhere."""
        column = self._columns["name"]
        room = column.width - 2 * self._place.pad
        if fonts.width(name, fonts.BOLD, self._place.type) <= room:
            return [name]
        first, dot, rest = name.partition("·")
        parts = [first + dot, rest]
        if rest and all(fonts.width(p, fonts.BOLD, self._place.small) <= room for p in parts):
            return parts
        return wrap(name, fonts.BOLD, self._place.small, room)

    def _amounts(self, figures: Figures, middle: float, *, bold: bool) -> Iterator[Mark]:
        font = fonts.BOLD if bold else fonts.REGULAR
        yield from self._base(figures, middle, bold=bold)
        for key, hours, amount in _HOURS:
            if figures[hours] or figures[amount]:
                said = self._words["hours"].format(hours=_hundredths(figures[hours]))
                money = str(Money(figures[amount]))
                yield from self._pair(key, (said, money), middle, font)
            else:
                yield self._number(key, self._words["zero"], middle)
        for key, field in _AMOUNTS:
            strong = bold or key == "net"
            text = self._amount(key, figures[field])
            yield self._number(key, text, middle, font=fonts.BOLD if strong else fonts.REGULAR)

    def _amount(self, key: str, fen: int) -> str:
        if fen == 0 and key not in {"gross", "net"}:
            return str(self._words["zero"])
        return str(Money(fen))

    def _base(self, figures: Figures, middle: float, *, bold: bool) -> Iterator[Mark]:
        base = str(Money(figures[Field.BASE]))
        font = fonts.BOLD if bold else fonts.REGULAR
        if arrears := figures[Field.ARREARS]:
            said = self._words["arrears"].format(amount=Money(arrears))
            yield from self._pair("base", (base, said), middle, font)
        else:
            yield self._number("base", base, middle, font=font)

    def _bank(self, line: WageLine, middle: float) -> Iterator[Mark]:
        tail = self._words["card_tail"].format(tail=line.card_number[-4:])
        if not line.card_number:
            yield self._centred("bank", self._words["zero"], middle)
            return
        lines = [*self._broken("bank", line.bank), tail] if line.bank else [tail]
        yield from self._stacked("bank", lines, middle)

    def _broken(self, key: str, text: str) -> list[str]:
        """Break a text for a narrow column; more than two lines are shrunk into two."""
        room = self._columns[key].width - 2 * self._place.pad
        size = self._place.small
        lines = wrap(text, fonts.REGULAR, size, room)
        if len(lines) <= 2:  # noqa: PLR2004 - lines that a row holds
            return lines
        half = (len(text) + 1) // 2
        return [text[:half], text[half:]]

    def _stacked(
        self, key: str, lines: list[str], middle: float, font: str = fonts.REGULAR
    ) -> Iterator[Mark]:
        place, column = self._place, self._columns[key]
        room = column.width - 2 * place.pad
        size = (place.type, place.small, place.small * _DENSE)[min(len(lines), 3) - 1]
        leading = min(place.leading, place.line_height * _FILLED / len(lines))
        first = middle + (len(lines) - 1) / 2 * leading
        for index, text in enumerate(lines):
            fitted = fit(text, font, size, room)
            y = first - index * leading - fitted * fonts.CAP_HEIGHT / 2
            if key == "name":
                yield column.x + place.pad, y, text, font, fitted
            else:
                wide = fonts.width(text, font, fitted)
                yield column.middle - wide / 2, y, text, font, fitted

    def _pair(self, key: str, stack: tuple[str, str], middle: float, font: str) -> Iterator[Mark]:
        place, half = self._place, self._place.leading / 2
        yield self._number(key, stack[0], middle + half, font, place.small)
        yield self._number(key, stack[1], middle - half, font, place.small)

    def _number(
        self,
        key: str,
        text: str,
        middle: float,
        font: str = fonts.REGULAR,
        size: float = 0,
    ) -> Mark:
        place, column = self._place, self._columns[key]
        size = fit(text, font, size or place.type, column.width - 2 * place.pad)
        x = column.right - place.pad - fonts.width(text, font, size)
        return x, middle - size * fonts.CAP_HEIGHT / 2, text, font, size

    def _left(self, key: str, text: str, middle: float, size: float) -> Mark:
        place, column = self._place, self._columns[key]
        size = fit(text, fonts.REGULAR, size, column.width - 2 * place.pad)
        y = middle - size * fonts.CAP_HEIGHT / 2
        return column.x + place.pad, y, text, fonts.REGULAR, size

    def _centred(self, key: str, text: str, middle: float) -> Mark:
        place, column = self._place, self._columns[key]
        size = fit(text, fonts.REGULAR, place.type, column.width - 2 * place.pad)
        x = column.middle - fonts.width(text, fonts.REGULAR, size) / 2
        return x, middle - size * fonts.CAP_HEIGHT / 2, text, fonts.REGULAR, size
