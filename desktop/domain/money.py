"""Money is an integer number of fen; every product rounds half up to the fen."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

_YUAN = re.compile(r"[+-]?\d+(\.\d{1,2})?")
_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_GROUPS = ("万亿", "亿", "万", "元")
_PLACES = ((3, "仟"), (2, "佰"), (1, "拾"), (0, ""))


@dataclass(frozen=True, slots=True, order=True)
class Money:
    """An amount in fen (1 yuan = 100 fen)."""

    fen: int = 0

    @classmethod
    def of_yuan(cls, yuan: str | int | Decimal) -> Money:
        """Read an amount in yuan with at most two decimals.

        Raises:
            ValueError: the text is not such an amount.
        """
        text = str(yuan).strip().replace(",", "")
        if not _YUAN.fullmatch(text):
            raise ValueError(text)
        return cls(int(Decimal(text) * 100))

    @classmethod
    def sum(cls, amounts: Iterable[Money]) -> Money:
        """Add amounts exactly."""
        return cls(sum(amount.fen for amount in amounts))

    def times(self, factor: Decimal | int) -> Money:
        """Multiply and round half up to the fen."""
        exact = Decimal(self.fen) * factor
        return Money(int(exact.quantize(Decimal(1), rounding=ROUND_HALF_UP)))

    def __add__(self, other: Money) -> Money:
        return Money(self.fen + other.fen)

    def __sub__(self, other: Money) -> Money:
        return Money(self.fen - other.fen)

    def __neg__(self) -> Money:
        return Money(-self.fen)

    def __bool__(self) -> bool:
        return self.fen != 0

    def __str__(self) -> str:
        """Return yuan with thousands separators, as 12,345.60."""
        return f"{'-' if self.fen < 0 else ''}{abs(self.fen) // 100:,}.{abs(self.fen) % 100:02d}"

    @property
    def plain(self) -> str:
        """Yuan without separators, as 12345.60, for files and messages."""
        return str(self).replace(",", "")

    @property
    def in_capitals(self) -> str:
        """Capital numerals as on Chinese cheques (银行票据填写规定): 壹拾万柒仟元伍角叁分."""
        if self.fen < 0:
            return "负" + Money(-self.fen).in_capitals
        text = _capital_yuan(self.fen // 100)
        jiao, fen = self.fen // 10 % 10, self.fen % 10
        if not (jiao or fen):
            return (text or "零元") + "整"
        gap = "零" if text and not jiao else ""
        tail = (_DIGITS[jiao] + "角" if jiao else "") + (_DIGITS[fen] + "分" if fen else "")
        return text + gap + tail


def _capital_yuan(yuan: int) -> str:
    text, gap = "", False
    for index, unit in enumerate(_GROUPS):
        group = yuan // 10000 ** (3 - index) % 10000
        for power, place in _PLACES:
            digit = group // 10**power % 10
            if digit:
                text += ("零" if gap and text else "") + _DIGITS[digit] + place
            gap = not digit
        if text and (group or unit == "元"):
            text += unit
    return text


ZERO = Money(0)
