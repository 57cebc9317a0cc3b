"""Hikvision iVMS-4200 and HikCentral "Original Records": CSV, or HTML named .xls.

Eleven columns: Person ID (with a leading '), Name, Department, Time, Attendance Status, Attendance
Check Point, Custom Name, Data Source, Handling Type, Temperature, Abnormal. The direction stands in
the status where the station writes one, otherwise only inside the name of the check point.
"""

from __future__ import annotations

import re
from functools import lru_cache

from desktop.domain.progress import SILENT, Progress
from desktop.domain.punches import IN, OUT, UNKNOWN
from desktop.kit.punch_rows import (
    ListLayout,
    cell,
    head_with,
    heading,
    lacking,
    place_of,
    read_list,
)
from desktop.ports.attendance import PunchFile, Reading, Row, Source, Table

_NEEDED = ("Person ID", "Time", "Attendance Check Point")
_STATUS = {
    "checkin": 0,
    "checkout": 1,
    "breakout": 2,
    "breakin": 3,
    "overtimein": 4,
    "overtimeout": 5,
}
_IN = re.compile(r"(?<![a-z])(?:entrance|entry|enter|in)(?![a-z])|进|入", re.IGNORECASE)
_OUT = re.compile(r"(?<![a-z])(?:exit|leave|out)(?![a-z])|出", re.IGNORECASE)


class Hikvision:
    """Original records of a Hikvision access controller."""

    name = "hikvision"
    title = "海康威视 原始记录（Original Records）"
    rank = 0

    def recognises(self, source: Source) -> bool:
        """Tell by the headings."""
        return _found(source) is not None

    def read(self, source: Source, reading: Reading, progress: Progress = SILENT) -> PunchFile:
        """Read a whole file."""
        found = _found(source)
        if found is None:
            return lacking("、".join(_NEEDED))
        table, header = found
        titles = table.top[header]
        status = place_of(titles, "Attendance Status")
        point = place_of(titles, "Attendance Check Point")

        def status_of(row: Row) -> int:
            return _status(cell(row, status), cell(row, point))

        layout = ListLayout(
            header + 1,
            place_of(titles, "Person ID"),
            place_of(titles, "Name"),
            place_of(titles, "Time"),
            -1,
            status_of,
        )
        return read_list(table, layout, reading, progress)


@lru_cache(4_096)
def _status(written: str, check_point: str) -> int:
    """Return the stored status of what the station wrote, else of the check point's name."""
    said = heading(written).replace("-", "")
    return _STATUS[said] if said in _STATUS else _direction(check_point)


def _direction(check_point: str) -> int:
    """Return the direction that the name of a check point tells, if it tells one."""
    way_in, way_out = bool(_IN.search(check_point)), bool(_OUT.search(check_point))
    if way_in == way_out:
        return UNKNOWN
    return IN if way_in else OUT


def _found(source: Source) -> tuple[Table, int] | None:
    return head_with(source, *((title,) for title in _NEEDED))


FORMAT = Hikvision()
