"""Dates as devices write them: the order of day, month and year is one choice for a whole file.

09/01/26 is the ninth of January, the first of September or the twenty-sixth of January, as the
machine that wrote it was set. No single date tells; all dates of a file together may: a month 13
does not exist, and nobody punched tomorrow. Where several orders remain, a person must say.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import NamedTuple

_EXCEL_EPOCH = date(1899, 12, 30).toordinal()
_EXCEL_FIRST, _EXCEL_LAST = 36_526, 73_050
"""Serial numbers of 2000-01-01 and 2099-12-31 (1900 system)."""
_CENTURY = 2_000
_NOON = 12
_DAY = 86_400
_CLOCK = (23, 59, 59)
_DATE = r"\d{1,4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,4}日?|\d{8}"
_WEEKDAY = r"(?:星期|周|礼拜)[一二三四五六日天]|\([一二三四五六日天]\)"
_STAMP = re.compile(
    rf"\s*(?P<date>{_DATE})?(?:\s*(?:{_WEEKDAY}))?[T\s,]*"
    r"(?P<half>上午|下午|凌晨|晚上|[AaPp]\.?[Mm]\.?)?\s*"
    r"(?:(?P<h>\d{1,2})[:：时](?P<m>\d{1,2})(?:分|[:：](?P<s>\d{1,2})秒?(?:\.\d+)?)?)?"
    r"\s*(?P<after>[AaPp]\.?[Mm]\.?)?(?:\+08:?00)?\s*"
)
_PARTS = re.compile(r"(\d{1,4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,4})日?")
_LATE = {"下午", "晚上", "p"}
_EARLY = {"上午", "凌晨", "a"}


class DateOrder(StrEnum):
    """How a file writes its dates; the separator does not matter."""

    YEAR_FIRST = "yyyy-MM-dd"
    MONTH_FIRST = "MM/dd/yyyy"
    DAY_FIRST = "dd/MM/yyyy"
    SHORT_MONTH_FIRST = "MM/dd/yy"
    SHORT_DAY_FIRST = "dd/MM/yy"
    SHORT_YEAR_FIRST = "yy-MM-dd"


_PLACES = {
    DateOrder.YEAR_FIRST: (0, 1, 2, 4),
    DateOrder.MONTH_FIRST: (2, 0, 1, 4),
    DateOrder.DAY_FIRST: (2, 1, 0, 4),
    DateOrder.SHORT_MONTH_FIRST: (2, 0, 1, 2),
    DateOrder.SHORT_DAY_FIRST: (2, 1, 0, 2),
    DateOrder.SHORT_YEAR_FIRST: (0, 1, 2, 2),
}
"""Where year, month and day stand, and how many digits the year has."""


def order_named(word: str) -> DateOrder | None:
    """Return the order that a person names, whatever separators he writes."""
    plain = re.sub(r"[^a-z]", "", word.lower())
    return next((one for one in DateOrder if re.sub(r"[^a-z]", "", one.lower()) == plain), None)


class Written(NamedTuple):
    """A written instant taken apart; the date is still text."""

    date: str
    second: int | None
    """Second of the day, None: no time is written."""


def taken_apart(text: str) -> Written | None:
    """Split a written date, time, or both; None when it is neither.

    Clock times are 24-hour, or with 上午, 下午, AM, PM; seconds may be missing.
    """
    found = _STAMP.fullmatch(text)
    if found is None or not (found["date"] or found["h"]):
        return None
    if found["h"] is None:
        return None if found["half"] or found["after"] else Written(found["date"], None)
    clock = [int(found["h"]), int(found["m"]), int(found["s"] or 0)]
    half = (found["half"] or found["after"] or "").lower()
    if half and clock[0] > _NOON and half not in _LATE:
        return None
    mark = half[:1] if half[:1] in {"a", "p"} else half
    if mark in _LATE and clock[0] < _NOON:
        clock[0] += _NOON
    elif mark in _EARLY and clock[0] == _NOON:
        clock[0] = 0
    if any(value > most for value, most in zip(clock, _CLOCK, strict=True)):
        return None
    return Written(found["date"] or "", clock[0] * 3_600 + clock[1] * 60 + clock[2])


def read_date(text: str, order: DateOrder) -> date | None:
    """Read a date in one order; None when it does not fit or does not exist."""
    if len(text) == 8 and text.isdigit():  # noqa: PLR2004 - yyyyMMdd
        parts: tuple[str, ...] = (text[:4], text[4:6], text[6:])
    else:
        found = _PARTS.fullmatch(text.strip())
        if found is None:
            return None
        parts = found.groups()
    year, month, day, digits = _PLACES[order]
    if len(parts[year]) != digits or max(len(parts[month]), len(parts[day])) > 2:  # noqa: PLR2004 - digits
        return None
    whole = int(parts[year]) + (_CENTURY if digits == 2 else 0)  # noqa: PLR2004 - two digits
    try:
        return date(whole, int(parts[month]), int(parts[day]))
    except ValueError:
        return None


def orders_of(texts: Iterable[str], earliest: date, latest: date) -> tuple[DateOrder, ...]:
    """Return the orders in which all dates of a file can be read, the likeliest first.

    Dates that no order reads are left out of account: they are damaged in every order. A date
    before `earliest` or after `latest` does not fit while another order reads every date within.

    Returns:
        One order: proven. Several: a person must choose. None: no date can be read at all.
    """
    distinct = sorted(set(texts))
    readings = {order: [read_date(text, order) for text in distinct] for order in DateOrder}
    legible = [place for place in range(len(distinct)) if any(r[place] for r in readings.values())]
    if not legible:
        return ()
    fits = {
        order: sum(read[place] is not None for place in legible) for order, read in readings.items()
    }
    whole = [order for order, count in fits.items() if count == len(legible)]
    if not whole:
        some = [order for order, count in fits.items() if count]
        return tuple(sorted(some, key=lambda order: -fits[order]))
    within = [
        order
        for order in whole
        if all(earliest <= day <= latest for p in legible if (day := readings[order][p]))
    ]
    left = within or whole
    same = all(readings[order] == readings[left[0]] for order in left)
    return tuple(left[:1] if same else left)


def excel_stamp(number: float) -> str:
    """Write a spreadsheet's serial number as date and time; empty when it is no such number."""
    if not _EXCEL_FIRST <= number <= _EXCEL_LAST + 1:
        return ""
    days, part = divmod(round(number * _DAY), _DAY)
    day = date.fromordinal(_EXCEL_EPOCH + days)
    clock = f" {part // 3600:02d}:{part // 60 % 60:02d}:{part % 60:02d}" if part else ""
    return f"{day.isoformat()}{clock}"
