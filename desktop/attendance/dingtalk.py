"""DingTalk 每日统计: a row for each person and day, up to three pairs of times beside each other.

A title and a line with the moment of the report stand above a merged header of two rows; columns
are found by the path of their headings, never by their place. Days are written 26-10-03 星期六,
times of the next morning 次日 02:10, people who left 姓名(已离职).
"""

from __future__ import annotations

import re
from dataclasses import replace

from desktop.domain.progress import SILENT, Progress
from desktop.domain.punches import IN, OUT, UNNAMED
from desktop.domain.written_dates import DateOrder, taken_apart
from desktop.kit.punch_rows import (
    Days,
    Gathering,
    body,
    cell,
    heading,
    lacking,
    pass_over_others,
    place_of,
    stamp_text,
    two_levels,
)
from desktop.kit.punch_times import clock_times
from desktop.ports.attendance import PunchFile, Reading, Row, Source, Table

_TITLE = "每日统计"
_PUNCH = re.compile(r"(上班|下班)([1-9])/?打卡时间")
_HEADER_AT_MOST = 12


class DingTalk:
    """Daily statistics of DingTalk."""

    name = "dingtalk"
    title = "钉钉 每日统计"
    rank = 0

    def recognises(self, source: Source) -> bool:
        """Tell by the title and the headings."""
        return _found(source) is not None

    def read(self, source: Source, reading: Reading, progress: Progress = SILENT) -> PunchFile:
        """Read a whole file."""
        found = _found(source)
        if found is None:
            return lacking("姓名、日期、上班1打卡时间")
        table, header_rows, paths = found
        sheet = _Sheet(paths, Gathering(replace(reading, date_format="")))
        for number, row in body(table, header_rows, sheet.gathering, progress):
            sheet.read(number, row)
        pass_over_others(source, table, sheet.gathering)
        return sheet.gathering.file()


class _Sheet:
    def __init__(self, paths: list[str], gathering: Gathering) -> None:
        self.gathering = gathering
        self.name = place_of(paths, "姓名")
        self.number = place_of(paths, "工号")
        self.user = place_of(paths, "UserId")
        self.day = place_of(paths, "日期")
        self.times = [
            (place, IN if found[1] == "上班" else OUT)
            for place, path in enumerate(paths)
            if (found := _PUNCH.fullmatch(path))
        ]
        self.short, self.long = Days(DateOrder.SHORT_YEAR_FIRST), Days(DateOrder.YEAR_FIRST)

    def read(self, number: int, row: Row) -> None:
        """Read one person's day."""
        apart = taken_apart(stamp_text(cell(row, self.day)))
        text = apart.date if apart else ""
        midnight = self.long.midnight(text) or self.short.midnight(text)
        if midnight is None:
            self.gathering.refuse(number, row)
            return
        own = cell(row, self.number) or cell(row, self.user)
        who = self.gathering.who(number, own, cell(row, self.name), row)
        if who is None:
            return
        written = [(cell(row, place), way) for place, way in self.times]
        if not any(clock_times(text) != () for text, _ in written):
            self.gathering.others["no-punch"] += 1
            return
        for text, way in written:
            times = clock_times(text)
            if times is None:
                self.gathering.refuse(number, f"{who[1] or who[0]}\t{row[self.day]}\t{text}")
                continue
            for second in times:
                self.gathering.punch(number, who, (midnight + second, way, UNNAMED), row)


def _found(source: Source) -> tuple[Table, int, list[str]] | None:
    """Return the table, the number of rows down to its headings, and their paths."""
    for table in source.tables():
        top = table.top[:_HEADER_AT_MOST]
        if not any(heading(one).startswith(_TITLE) for row in top[:3] for one in row):
            continue
        for place, row in enumerate(top[:-1]):
            if place_of(row, "姓名") < 0 or place_of(row, "日期") < 0:
                continue
            below = top[place + 1]
            deep = place_of(below, "姓名") < 0 and not cell(below, place_of(row, "日期"))
            paths = two_levels(row, below if deep else [])
            if any(_PUNCH.fullmatch(path) for path in paths):
                return table, place + 1 + deep, paths
    return None


FORMAT = DingTalk()
