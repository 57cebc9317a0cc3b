"""WeCom 上下班打卡 daily report: a row for each person and day, xlsx or CSV.

A title and a merged header of two rows stand above the data; columns are found by their headings.
Days are written 2026/06/07 星期日; an empty value is "--", a missing punch 未打卡. All times of a
day stand in 打卡时间记录; one that is also that of 上班1 or 下班1 has its direction, others none.
"""

from __future__ import annotations

import re
from dataclasses import replace

from desktop.domain.progress import SILENT, Progress
from desktop.domain.punches import IN, OUT, UNKNOWN, UNNAMED
from desktop.domain.written_dates import DateOrder, taken_apart
from desktop.kit.punch_rows import (
    Days,
    Gathering,
    body,
    cell,
    lacking,
    pass_over_others,
    place_of,
    stamp_text,
    two_levels,
)
from desktop.kit.punch_times import clock_times
from desktop.ports.attendance import PunchFile, Reading, Row, Source, Table

_PUNCH = re.compile(r"(?:[^/]+/)?(上班|下班)([1-9])/?打卡时间")
_NEEDED = ("时间", "姓名", "账号")
_ONE_OF = ("打卡次数", "打卡时间记录", "最早", "所属规则")
_HEADER_AT_MOST = 12


class WeCom:
    """Daily report of WeCom."""

    name = "wecom"
    title = "企业微信 上下班打卡日报"
    rank = 0

    def recognises(self, source: Source) -> bool:
        """Tell by the headings."""
        return _found(source) is not None

    def read(self, source: Source, reading: Reading, progress: Progress = SILENT) -> PunchFile:
        """Read a whole file."""
        found = _found(source)
        if found is None:
            return lacking("、".join((*_NEEDED, _ONE_OF[0])))
        table, header_rows, paths = found
        sheet = _Sheet(paths, Gathering(replace(reading, date_format="")))
        for number, row in body(table, header_rows, sheet.gathering, progress):
            sheet.read(number, row)
        pass_over_others(source, table, sheet.gathering)
        return sheet.gathering.file()


class _Sheet:
    def __init__(self, paths: list[str], gathering: Gathering) -> None:
        self.gathering = gathering
        leaves = [path.rsplit("/", 1)[-1] for path in paths]
        self.day = place_of(leaves, "时间")
        self.name, self.number = place_of(leaves, "姓名"), place_of(leaves, "账号")
        self.record = place_of(leaves, "打卡时间记录")
        self.ends = (place_of(leaves, "最早", "最早打卡"), place_of(leaves, "最晚", "最晚打卡"))
        self.times = [
            (place, IN if found[1] == "上班" else OUT)
            for place, path in enumerate(paths)
            if (found := _PUNCH.fullmatch(path))
        ]
        self.days = Days(DateOrder.YEAR_FIRST)

    def read(self, number: int, row: Row) -> None:
        """Read one person's day."""
        apart = taken_apart(stamp_text(cell(row, self.day)))
        midnight = self.days.midnight(apart.date) if apart else None
        if midnight is None:
            self.gathering.refuse(number, row)
            return
        who = self.gathering.who(number, cell(row, self.number), cell(row, self.name), row)
        if who is None:
            return
        ways, wrong = self._times(row)
        for text in wrong:
            self.gathering.refuse(number, f"{who[1] or who[0]}\t{row[self.day]}\t{text}")
        if not ways and not wrong:
            self.gathering.others["no-punch"] += 1
        for second, way in sorted(ways.items()):
            self.gathering.punch(number, who, (midnight + second, way, UNNAMED), row)

    def _times(self, row: Row) -> tuple[dict[int, int], list[str]]:
        """Return second of the day → direction, and the cells that are no times."""
        ways: dict[int, int] = {}
        wrong: list[str] = []
        columns = [*self.times, (self.record, UNKNOWN)]
        for place, way in columns:
            times = clock_times(cell(row, place))
            if times is None:
                wrong.append(cell(row, place))
            for second in times or ():
                if way != UNKNOWN or not _near(second, ways):
                    ways.setdefault(second, way)
        if not ways:
            for place in self.ends:
                ways.update(dict.fromkeys(clock_times(cell(row, place)) or (), UNKNOWN))
        return ways, wrong


def _near(second: int, ways: dict[int, int]) -> bool:
    """Tell whether a time is there already, perhaps written without its seconds."""
    return second in ways or (
        any(one // 60 == second // 60 and (one % 60 == 0 or second % 60 == 0) for one in ways)
    )


def _found(source: Source) -> tuple[Table, int, list[str]] | None:
    """Return the table, the number of rows down to its headings, and their paths."""
    for table in source.tables():
        top = table.top[:_HEADER_AT_MOST]
        for place, row in enumerate(top[:-1]):
            if any(place_of(row, word) < 0 for word in _NEEDED):
                continue
            below = top[place + 1]
            deep = not cell(below, place_of(row, "时间")) and any(below)
            upper = top[place - 1] if place and not deep else row
            paths = two_levels(upper, below if deep else row)
            leaves = [path.rsplit("/", 1)[-1] for path in paths]
            if place_of(leaves, *_ONE_OF) >= 0:
                return table, place + 1 + deep, paths
    return None


FORMAT = WeCom()
