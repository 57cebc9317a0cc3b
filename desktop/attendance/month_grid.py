"""A month as people keep it by hand: a row for each worker, a column for each day.

√ is a whole day, △ half of one, × none; quarters are written as numbers. An empty cell says
nothing. Row heads are names, numbers, or both; titles stand above, perhaps merged. Where a worker
has two rows, 上午 and 下午, each is worth half. The month stands in the headings, the titles, the
name of the sheet or of the file; otherwise a person must say it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal, InvalidOperation

from desktop.domain.findings import Code, Finding, Level
from desktop.domain.months import WageMonth
from desktop.domain.progress import SILENT, Progress
from desktop.domain.punches import Punches
from desktop.domain.written_dates import DateOrder, read_date, taken_apart
from desktop.kit.punch_rows import Gathering, body, cell, heading, place_of, stamp_text
from desktop.ports.attendance import GridCell, PunchFile, Reading, Row, Source, Table

LEAST_DAYS = 20
"""Columns of days from which a table is a month."""
_NAME = ("姓名", "工人姓名", "人员姓名", "名字")
_NUMBER = ("考勤号", "工号", "人员编号", "工人编号", "编号", "身份证号", "身份证号码")
_MONTH = re.compile(r"(20\d\d)\s*(?:年|[-/.])\s*(1[0-2]|0?[1-9])(?!\d)\s*(?:月|$|[^-/.\d])")
_DAY = re.compile(r"(?:(?:1[0-2]|0?[1-9])[-/.月])?(3[01]|[12]\d|0?[1-9])[日号]?")
_WORTH = {
    **dict.fromkeys("√✓✔☑●vV全", Decimal(1)),
    **dict.fromkeys("△▲◐半½", Decimal("0.5")),
    **dict.fromkeys("××✕✗✘☒xX休缺旷假病事", Decimal(0)),
}
_QUARTER, _HALF = Decimal("0.25"), Decimal("0.5")
_HALVES = {"上午", "下午"}
_WEEKDAYS = set("一二三四五六日天")
_ABOVE = 2
"""Rows above the days in which headings merged downwards can stand."""
_TITLES_AT_MOST = 15


class MonthGridFile:
    """A month sheet filled in by hand or by another program."""

    name = "month-grid"
    title = "月考勤表（√ △ × 或工日数）"
    rank = 1

    def recognises(self, source: Source) -> bool:
        """Tell by the row of days and the column of names or numbers."""
        return any(True for _ in _grids(source))

    def read(self, source: Source, reading: Reading, progress: Progress = SILENT) -> PunchFile:
        """Read every sheet that is a month."""
        grids = list(_grids(source))
        if not grids:
            facts = {"columns": "姓名、1 … 31"}
            return _asks(reading, Finding(Code.COLUMN_MISSING, Level.STOP, facts=facts))
        gathering = Gathering(reading)
        for table, header in grids:
            month = _month(table, header, source.file_name, reading)
            if month is None:
                return _asks(reading, Finding(Code.MONTH_UNSURE, Level.STOP, subject=table.name))
            _Grid(table, header, month, gathering).read(progress)
        for table in source.tables():
            if all(table is not grid for grid, _ in grids):
                gathering.others["other-sheet"] += sum(any(row) for row in table.walk())
        return gathering.file()


class _Grid:
    def __init__(self, table: Table, header: int, month: WageMonth, gathering: Gathering) -> None:
        self.table, self.header, self.gathering = table, header, gathering
        around = table.top[max(0, header - _ABOVE) : header + 2]
        self.name = max(place_of(row, *_NAME) for row in around)
        self.number = max(place_of(row, *_NUMBER) for row in around)
        self.days = [
            (place, date(month.year, month.month, day))
            for place, day in _day_columns(table.top[header])
            if day <= month.last.day
        ]
        self.first = self.days[0][0]
        self.seen: dict[tuple[str, str, date], int] = {}
        self.last: tuple[str, str] | None = None

    def read(self, progress: Progress) -> None:
        """Read the rows below the days."""
        rows = body(self.table, self.header + 1, self.gathering, progress)
        for number, row in rows:
            marked = [(day, said) for place, day in self.days if (said := cell(row, place))]
            if all(heading(said) in _WEEKDAYS for _, said in marked) and marked:
                self.gathering.others["heading"] += 1
            elif who := self._who(row):
                self._read_row(number, row, who, marked)
            elif len(marked) > 1:
                self.gathering.refuse(number, row)
            else:
                self.gathering.others["footer"] += 1

    def _who(self, row: Row) -> tuple[str, str] | None:
        own, name = cell(row, self.number), cell(row, self.name)
        if own or name:
            self.last = None if heading(own or name) in {"合计", "总计", "小计"} else (own, name)
            return self.last
        return self.last if self._half(row) else None

    def _half(self, row: Row) -> bool:
        return any(heading(one) in _HALVES for one in row[: self.first])

    def _read_row(
        self, number: int, row: Row, who: tuple[str, str], marked: list[tuple[date, str]]
    ) -> None:
        half = self._half(row)
        named = self.gathering.who(number, *who, row)
        if named is None:
            return
        if not marked:
            self.gathering.others["no-punch"] += 1
        for day, said in marked:
            worth = _worth(said)
            if worth is None or not self._put(number, (who[0], named[1]), day, worth, half=half):
                text = f"{named[1] or named[0]}\t{day}\t{said}"
                self.gathering.refuse(number, text, Code.MARK_UNREADABLE)

    def _put(
        self, row: int, who: tuple[str, str], day: date, worth: Decimal, *, half: bool
    ) -> bool:
        """Keep a day's mark; only half days may come twice."""
        cells, key = self.gathering.cells, (*who, day)
        worth = worth * _HALF if half else worth
        before = self.seen.get(key)
        if before is None:
            self.seen[key] = len(cells)
            cells.append(GridCell(row, *who, day, worth))
            return True
        if not half:
            return False
        old = cells[before]
        cells[before] = GridCell(old.row, *who, day, old.work_days + worth)
        return True


def _worth(said: str) -> Decimal | None:
    """Return the work-days that a cell says: a sign, or quarters of a day."""
    plain = said.strip()
    if plain in _WORTH:
        return _WORTH[plain]
    try:
        worth = Decimal(plain)
    except InvalidOperation:
        return None
    fits = worth.is_finite() and 0 <= worth <= 1 and worth % _QUARTER == 0
    return worth if fits else None


def _grids(source: Source) -> Iterator[tuple[Table, int]]:
    """Yield the sheets that are months, each with the place of its row of days."""
    for table in source.tables():
        for place, row in enumerate(table.top[:_TITLES_AT_MOST]):
            around = table.top[max(0, place - _ABOVE) : place + 2]
            named = any(place_of(one, *_NAME, *_NUMBER) >= 0 for one in around)
            if named and len(_day_columns(row)) >= LEAST_DAYS:
                yield table, place
                break


def _day_columns(row: Row) -> list[tuple[int, int]]:
    """Return (column, day of the month) of the longest run of days one after another."""
    days = [(place, day) for place, said in enumerate(row) if (day := _day_of(said))]
    best: list[tuple[int, int]] = []
    run: list[tuple[int, int]] = []
    for place, day in days:
        run = [*run, (place, day)] if run and day == run[-1][1] + 1 else [(place, day)]
        best = max(best, run, key=len)
    return best


def _day_of(said: str) -> int:
    whole = _date_of(said)
    found = _DAY.fullmatch(said.strip())
    return whole.day if whole else int(found[1]) if found else 0


def _date_of(said: str) -> date | None:
    apart = taken_apart(stamp_text(said))
    return read_date(apart.date, DateOrder.YEAR_FIRST) if apart and apart.date else None


def _month(table: Table, header: int, file_name: str, reading: Reading) -> WageMonth | None:
    """Return the month of a sheet, None when nothing tells it, or two things tell two."""
    if reading.month:
        return WageMonth.parse(reading.month)
    dates = {WageMonth.of(day) for said in table.top[header] if (day := _date_of(said))}
    titles = [one for row in table.top[:header] for one in row]
    for texts in (titles, [table.name], [file_name]):
        months = dates or {
            WageMonth(int(found[1]), int(found[2]))
            for text in texts
            for found in _MONTH.finditer(text)
        }
        if months:
            return months.pop() if len(months) == 1 else None
    return None


def _asks(reading: Reading, finding: Finding) -> PunchFile:
    return PunchFile(0, Punches(), (), reading=reading, findings=(finding,))


FORMAT = MonthGridFile()
