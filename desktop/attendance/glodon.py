"""Glodon gate platform, in and out list: xlsx, CSV or the JSON of its interface.

One punch a row: date and clockedTime, inOutType (E 进, L 出, IN, OUT), clockType, where REPAIR
(补刷) marks a punch that somebody entered afterwards.
"""

from __future__ import annotations

from dataclasses import replace

from desktop.domain.findings import Code, Finding, Level
from desktop.domain.progress import SILENT, Progress
from desktop.domain.punches import IN, OUT, REPAIRED, UNKNOWN, UNNAMED
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

_TIME = ("clockedTime", "打卡时间", "刷卡时间")
_WAY = ("inOutType", "进出类型", "出入类型")
_KIND = ("clockType", "打卡类型", "刷卡类型")
_DAY = ("date", "日期", "考勤日期", "打卡日期")
_NUMBER = (
    "workerNo", "workerNumber", "workerId", "personId", "人员编号", "工号", "考勤号",
    "idCard", "idNumber", "idCardNumber", "identification", "身份证号", "身份证号码", "证件号码",
)  # fmt: skip
_NAME = ("workerName", "name", "personName", "姓名", "人员姓名", "工人姓名")
_WAYS = {
    **dict.fromkeys(("e", "in", "进", "进场", "入", "入场", "e进", "e/进", "进e"), IN),
    **dict.fromkeys(("l", "out", "出", "出场", "离场", "l出", "l/出", "出l"), OUT),
}


class Glodon:
    """The in and out list of a Glodon gate platform."""

    name = "glodon"
    title = "广联达 进出场记录"
    rank = 0

    def recognises(self, source: Source) -> bool:
        """Tell by the headings."""
        return _found(source) is not None

    def read(self, source: Source, reading: Reading, progress: Progress = SILENT) -> PunchFile:
        """Read a whole file."""
        found = _found(source)
        if found is None:
            return lacking(f"{_TIME[0]}、{_WAY[0]}、{_KIND[0]}")
        table, header = found
        titles = table.top[header]
        way, kind = place_of(titles, *_WAY), place_of(titles, *_KIND)

        def status_of(row: Row) -> int:
            return _WAYS.get(heading(cell(row, way)), UNKNOWN)

        def verify_of(row: Row) -> int:
            said = cell(row, kind).upper()
            return REPAIRED if "REPAIR" in said or "补" in said else UNNAMED

        layout = ListLayout(
            header + 1,
            place_of(titles, *_NUMBER),
            place_of(titles, *_NAME),
            place_of(titles, *_TIME),
            place_of(titles, *_DAY),
            status_of,
            verify_of,
        )
        file = read_list(table, layout, reading, progress)
        repaired = sum(verify == REPAIRED for *_, verify in file.punches)
        if not repaired:
            return file
        said = Finding(Code.PUNCHES_REPAIRED, Level.WARN, facts={"count": str(repaired)})
        return replace(file, findings=(*file.findings, said))


def _found(source: Source) -> tuple[Table, int] | None:
    return head_with(source, _TIME, _WAY, _KIND)


FORMAT = Glodon()
