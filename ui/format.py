"""Values as text: money, dates, months, instants, masked numbers."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime
    from decimal import Decimal

    from desktop.domain.money import Money
    from desktop.domain.months import WageMonth

BEIJING = timedelta(hours=8)
ID_HEAD, ID_TAIL, CARD_TAIL = 6, 4, 4


def money(amount: Money | None) -> str:
    """Return 12,345.60; nothing for no amount."""
    return "" if amount is None else str(amount)


def yuan(amount: Money) -> str:
    """Return 12,345.60 元."""
    return f"{amount} 元"


def day(value: date | None) -> str:
    """Return 2026-10-03; nothing for no day."""
    return "" if value is None else value.isoformat()


def month(value: WageMonth) -> str:
    """Return 2026年10月."""
    return f"{value.year}年{value.month}月"


def moment(instant: datetime | None) -> str:
    """Return an aware instant in Beijing time, 2026-10-03 14:05."""
    if instant is None:
        return ""
    offset = instant.utcoffset() or timedelta()
    return (instant.replace(tzinfo=None) - offset + BEIJING).strftime("%Y-%m-%d %H:%M")


def count(number: int) -> str:
    """Return a count with thin groups, 12 431."""
    return f"{number:,}".replace(",", "\N{THIN SPACE}")


def quantity(value: Decimal) -> str:
    """Return work-days or hours with one decimal at least, 21.0, and no needless zeros after it."""
    whole, _, rest = f"{value:f}".partition(".")
    return f"{whole}.{rest.rstrip('0') or '0'}"


def masked_id(number: str) -> str:
    """Return 620102********1234; masked text stays as it is."""
    hidden = len(number) - ID_HEAD - ID_TAIL
    if hidden <= 0:
        return "*" * len(number)
    return number[:ID_HEAD] + "*" * hidden + number[-ID_TAIL:]


def masked_card(number: str) -> str:
    """Return ****0018."""
    return f"****{number[-CARD_TAIL:]}" if number else ""
