"""Clock times in a cell of a daily report."""

from __future__ import annotations

import re

from desktop.domain.written_dates import excel_stamp

_DAY = 86_400
_NOTHING = re.compile(r"|[-—–/]+|未打卡|缺卡|无|休息|请假|外出|出差|旷工|补卡申请中", re.IGNORECASE)
_TIME = re.compile(
    r"(?P<next>次日|翌日|第二天|\+1)?\s*(?P<h>[01]?\d|2[0-3])[:：](?P<m>[0-5]\d)(?:[:：](?P<s>[0-5]\d))?"
    r"(?P<mark>\s*[(（][^()（）]{0,20}[)）])?"
)
_BETWEEN = re.compile(r"[\s,，;；、|/]*")


def clock_times(text: str) -> tuple[int, ...] | None:
    """Return the times of a cell as seconds after the midnight its day began with.

    次日 adds a day. None: something stands there that is no time.
    """
    text = _of_serial(text.strip())
    if _NOTHING.fullmatch(text):
        return ()
    times: list[int] = []
    at = 0
    for found in _TIME.finditer(text):
        if not _BETWEEN.fullmatch(text, at, found.start()):
            return None
        clock = int(found["h"]) * 3_600 + int(found["m"]) * 60 + int(found["s"] or 0)
        times.append(clock + (_DAY if found["next"] else 0))
        at = found.end()
    return tuple(times) if times and _BETWEEN.fullmatch(text, at) else None


def _of_serial(text: str) -> str:
    """Return a part of a day, as spreadsheets keep times, as a clock time."""
    try:
        part = float(text)
    except ValueError:
        return text
    if not 0 < part < 1:
        return excel_stamp(part) or text
    second = round(part * _DAY)
    return f"{second // 3600:02d}:{second // 60 % 60:02d}:{second % 60:02d}"
