"""Any other table with one punch a row, read by a mapping that a person gives and a gate remembers.

What a mapping leaves open is found out by usual headings; what cannot be found out is asked for.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Any

from desktop.domain.findings import Code, Finding, Level
from desktop.domain.progress import SILENT, Progress
from desktop.domain.punches import IN, OUT, UNKNOWN, Punches
from desktop.domain.written_dates import taken_apart
from desktop.kit.punch_rows import ListLayout, cell, heading, place_of, read_list, stamp_text
from desktop.ports.attendance import PunchFile, Reading, Row, Source, Table, TableMapping

_NUMBER = (
    "考勤号", "考勤号码", "考勤编号", "工号", "人员编号", "员工编号", "工人编号", "人员工号",
    "登记号码", "用户编号", "卡号", "编号", "pin", "user id", "userid", "person id", "employee id",
    "employee no", "enno", "emp no", "no.", "id", "身份证号", "身份证号码", "证件号码",
)  # fmt: skip
_NAME = ("姓名", "人员姓名", "员工姓名", "工人姓名", "名字", "name", "user name", "employee name")
_STAMP = (
    "打卡时间", "刷卡时间", "考勤时间", "通行时间", "进出时间", "出入时间", "识别时间", "抓拍时间",
    "记录时间", "签到时间", "日期时间", "时间", "datetime", "date time", "date/time", "timestamp",
    "event time", "punch time", "time",
)  # fmt: skip
_DAY = ("打卡日期", "刷卡日期", "考勤日期", "通行日期", "日期", "date")
_DIRECTION = (
    "进出方向", "出入方向", "通行方向", "方向", "进出", "出入", "进/出", "进出类型",
    "出入类型", "进出状态", "direction", "in/out", "inout", "io",
)  # fmt: skip
IN_WORDS = ("进", "入", "进场", "入场", "进门", "进入", "in", "entry", "enter", "01")
OUT_WORDS = ("出", "出场", "离场", "出门", "离开", "out", "exit", "leave", "02")
_LOOKED_AT = 12
_MOST_WORDS = 1_000
"""Words of direction that are kept with their meaning."""
_HEADER_AT_MOST = 20


class OtherTable:
    """A table that no other format knows."""

    name = "table"
    title = "其他表格（自己指定各列）"
    rank = 9

    def recognises(self, source: Source) -> bool:
        """Tell by usual headings and by times below them."""
        return any(_has_times(table) for table in source.tables())

    def read(self, source: Source, reading: Reading, progress: Progress = SILENT) -> PunchFile:
        """Read a whole file by its mapping."""
        mapping = self.completed(source, reading.mapping)
        table = _sheet(source, mapping.sheet)
        columns = _Columns(table, mapping) if table is not None else None
        if table is None or columns is None or not columns.are_enough:
            finding = Finding(Code.COLUMNS_UNSURE, Level.STOP)
            return PunchFile(
                0, Punches(), (), reading=replace(reading, mapping=mapping), findings=(finding,)
            )
        ways = _Ways(columns.direction, mapping)
        layout = ListLayout(
            max(mapping.header_row, 0),
            columns.number,
            columns.name,
            columns.stamp,
            columns.day,
            ways.status_of,
        )
        found = read_list(table, layout, replace(reading, mapping=mapping), progress)
        return replace(found, findings=(*found.findings, *ways.findings()))

    def completed(self, source: Source, mapping: TableMapping) -> TableMapping:
        """Return a mapping with what can be found out about a file."""
        table = _sheet(source, mapping.sheet)
        if table is None:
            return mapping
        found = replace(mapping, sheet=mapping.sheet or table.name)
        if not found.header_row:
            found = replace(found, header_row=_header_row(table))
        if not found.header_row:
            return _by_content(table, found)
        if found.header_row <= 0 or found.header_row > len(table.top):
            return found
        titles = table.top[found.header_row - 1]
        columns = {
            "number": _NUMBER,
            "name": _NAME,
            "stamp": _STAMP,
            "day": _DAY,
            "direction": _DIRECTION,
        }
        guessed: dict[str, Any] = {
            field: titles[place]
            for field, words in columns.items()
            if not getattr(found, field) and (place := place_of(titles, *words)) >= 0
        }
        if guessed.get("day") == found.stamp:
            guessed.pop("day", None)
        return replace(found, **guessed)


class _Columns:
    def __init__(self, table: Table, mapping: TableMapping) -> None:
        row = mapping.header_row
        titles = table.top[row - 1] if 0 < row <= len(table.top) else []
        self.number = _place(titles, mapping.number)
        self.name = _place(titles, mapping.name)
        self.stamp = _place(titles, mapping.stamp)
        self.day = _place(titles, mapping.day)
        self.direction = _place(titles, mapping.direction)

    @property
    def are_enough(self) -> bool:
        """Tell whether who and when can be read."""
        return max(self.number, self.name) >= 0 and self.stamp >= 0


class _Ways:
    """Directions by the words of a mapping; words that mean none are told."""

    def __init__(self, place: int, mapping: TableMapping) -> None:
        self._place = place
        self._codes = {
            **{heading(word): IN for word in mapping.in_words or IN_WORDS},
            **{heading(word): OUT for word in mapping.out_words or OUT_WORDS},
        }
        self._strange: Counter[str] = Counter()

    def status_of(self, row: Row) -> int:
        """Return the status of a row's direction."""
        said = cell(row, self._place)
        if not said:
            return UNKNOWN
        code = self._codes.get(said)
        if code is None:
            code = self._codes.get(heading(said), UNKNOWN)
            if len(self._codes) < _MOST_WORDS:
                self._codes[said] = code
        if code == UNKNOWN:
            self._strange[said[:20]] += 1
        return code

    def findings(self) -> tuple[Finding, ...]:
        """Tell the words that are no direction."""
        return tuple(
            Finding(Code.DIRECTION_UNKNOWN, Level.WARN, facts={"word": word, "count": str(count)})
            for word, count in self._strange.most_common(10)
        )


def _place(titles: Row, column: str) -> int:
    if column.startswith("#") and column[1:].isdigit():
        return int(column[1:]) - 1
    return place_of(titles, column) if column else -1


def _sheet(source: Source, name: str) -> Table | None:
    tables = source.tables()
    named = [table for table in tables if table.name == name] if name else []
    timed = [table for table in tables if _has_times(table)]
    return next(iter((*named, *timed, *tables)), None)


def _header_row(table: Table) -> int:
    """Return the row of the headings, from 1; 0 when no row is one."""
    for number, row in enumerate(table.top[:_HEADER_AT_MOST], 1):
        if place_of(row, *_NUMBER, *_NAME) >= 0 and place_of(row, *_STAMP) >= 0:
            return number
    return 0


def _by_content(table: Table, mapping: TableMapping) -> TableMapping:
    """Find the column of instants where no heading is known; the row above them is the heading.

    Who punched stays open: no content tells that, so a person is asked.
    """
    for number, row in enumerate(table.top[:_HEADER_AT_MOST], 1):
        for place, said in enumerate(row):
            if not _is_instant(said, ""):
                continue
            titles = table.top[number - 2] if number > 1 else []
            title = cell(titles, place)
            header = number - 1 if title else -1
            column = title if title and titles.count(title) == 1 else f"#{place + 1}"
            return replace(mapping, header_row=header, stamp=mapping.stamp or column)
    return mapping


def _has_times(table: Table) -> bool:
    """Tell whether there are usual headings with clock times below them."""
    number = _header_row(table)
    if not number:
        return False
    titles = table.top[number - 1]
    stamp, day = place_of(titles, *_STAMP), place_of(titles, *_DAY)
    below = [row for row in table.top[number : number + _LOOKED_AT] if any(row)]
    good = sum(_is_instant(cell(row, stamp), cell(row, day)) for row in below)
    return bool(below) and good * 2 > len(below)


def _is_instant(stamp: str, day: str) -> bool:
    apart = taken_apart(stamp_text(stamp))
    return bool(apart and apart.second is not None and (apart.date or day))


FORMAT = OtherTable()
