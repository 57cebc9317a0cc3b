"""The month grid: a row a worker, a column a day; filtered in the model, drawn by a delegate."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from desktop.domain.attendance import DayMark, DayNote, MarkOrigin, days_text, mark_day
from desktop.domain.calendar import Calendar
from desktop.domain.ids import WorkerId
from desktop.services.attendance import GridRow, MonthGrid
from ui.models.rows import Index

Role = Qt.ItemDataRole
NAME, TEAM, FIRST_DAY = 0, 1, 2
PARTS = ((0, 10), (10, 20), (20, 31))
"""Places of the days of 上旬, 中旬 and 下旬."""
WHOLE, HALF, NOTHING = Decimal(1), Decimal("0.5"), Decimal(0)
DAY_HOURS, MOST_HOURS = Decimal(8), Decimal(24)
QUARTER = Decimal("0.25")
SIGNS = {
    **dict.fromkeys(("√", "✓", "✔", "v", "全"), WHOLE),
    **dict.fromkeys(("△", "▲", "Δ", "δ", "半"), HALF),
    **dict.fromkeys(("×", "✕", "✗", "x", "缺", "旷"), NOTHING),
}
"""Signs people write on paper, and what they count."""
_NOWHERE = QModelIndex()
_NO_CALENDAR = Calendar({}, frozenset())
_ALIGN = {
    NAME: int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter),
    TEAM: int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter),
}
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_SERVED = frozenset({Role.DisplayRole, Role.EditRole, Role.ToolTipRole, Role.TextAlignmentRole})


@dataclass(frozen=True, slots=True)
class Entry:
    """What somebody typed into a day: work-days in quarters, or hours of work."""

    work_days: Decimal
    hours: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """A day of a worker."""

    worker: WorkerId
    day: date


@dataclass(frozen=True, slots=True)
class Shown:
    """Everything by which the pictures of two days differ, besides ground and width."""

    text: str
    single: bool
    hand: bool
    extra: bool
    noted: bool
    stopped: bool


def read_entry(text: str) -> Entry:
    """Read √ △ ×, work-days in quarters up to 1, or hours above 1 (6, 7.5, 6h).

    Raises:
        ValueError: it is none of these.
    """
    typed = unicodedata.normalize("NFKC", text).strip().casefold()
    if typed in SIGNS:
        return Entry(SIGNS[typed])
    hours = typed.endswith(("h", "时"))
    try:
        number = Decimal(typed.removesuffix("h").removesuffix("小时").removesuffix("时"))
    except InvalidOperation as error:
        raise ValueError(text) from error
    if not number.is_finite() or number < 0 or number > MOST_HOURS or number % QUARTER:
        raise ValueError(text)
    if hours or number > WHOLE:
        quarters = min(number / DAY_HOURS, WHOLE) // QUARTER
        return Entry(quarters * QUARTER, number)
    return Entry(number)


def sign(mark: DayMark) -> str:
    """Return what a day shows: √ △ or a number; nothing for a day without facts."""
    if mark.origin is MarkOrigin.NONE:
        return ""
    if mark.hand is not None and mark.hand.hours is not None:
        return f"{mark.hand.hours.normalize():f}h"
    if mark.work_days == WHOLE:
        return "√"
    if mark.work_days == HALF:
        return "△"
    return f"{mark.work_days.normalize():f}" if mark.work_days else "0"


def is_single(mark: DayMark) -> bool:
    """Tell whether a day has one punch only and nobody has mended it."""
    return mark.origin is MarkOrigin.PUNCHES and mark.count is not None and mark.count.is_single


class GridModel(QAbstractTableModel):
    """Rows as the service gives them; the delegate asks `mark_at` while it paints."""

    def __init__(
        self,
        tip: Callable[[GridRow, DayMark | None], str],
        titles: tuple[str, ...],
        parent: QObject | None = None,
    ) -> None:
        """Keep what is needed.

        Args:
            tip: everything about a day, or (mark None) about a worker's month, for hovering.
            titles: name, team, work-days, single punches, then the three parts of a month.
            parent: Qt's owner.
        """
        super().__init__(parent)
        self._tip = tip
        self._titles = titles
        self._notes: Mapping[tuple[WorkerId, date], DayNote] = {}
        self._looks: dict[WorkerId, list[tuple[Shown, DayMark]]] = {}
        self.stopped: frozenset[date] = frozenset()
        self.parts = (NOTHING,) * len(PARTS)
        self._rows: tuple[GridRow, ...] = ()
        self._shown: list[GridRow] = []
        self._words: tuple[str, ...] = ()
        self._kept: frozenset[WorkerId] | None = None
        self.days: tuple[date, ...] = ()
        self.calendar = _NO_CALENDAR
        self.totals: tuple[Decimal, ...] = ()
        self.total = NOTHING
        self.singles = 0

    @property
    def rows(self) -> tuple[GridRow, ...]:
        """All rows, shown or not."""
        return self._rows

    @property
    def shown(self) -> list[GridRow]:
        """The rows as filtered."""
        return self._shown

    @property
    def total_column(self) -> int:
        """The column of a worker's work-days."""
        return FIRST_DAY + len(self.days)

    def set_month(self, grid: MonthGrid, calendar: Calendar) -> None:
        """Show a month; where the same rows stay, nothing on the screen moves."""
        same_days = grid.days == self.days
        self._looks = {}
        before = [row.worker for row in self._shown]
        self._rows, self.calendar, self._notes = grid.rows, calendar, grid.notes
        self.stopped = frozenset(day for day in grid.days if grid.is_stopped(day))
        wanted = self._wanted()
        if same_days and before and before == [row.worker for row in wanted]:
            self._shown = wanted
            self._add_up()
            self.dataChanged.emit(
                self.index(0, 0), self.index(len(wanted) - 1, self.columnCount() - 1)
            )
            return
        self.beginResetModel()
        self.days, self._shown = grid.days, wanted
        self._add_up()
        self.endResetModel()

    def set_filter(self, text: str) -> None:
        """Show only workers whose name, initials, team or gate number hold every word."""
        self._words = tuple(text.casefold().split())
        self._show_again()

    def set_exceptions_only(self, *, only: bool) -> None:
        """Show only workers with a single punch now; mended ones stay until this is set again."""
        self._kept = frozenset(row.worker for row in self._rows if row.singles) if only else None
        self._show_again()

    def row_at(self, row: int) -> GridRow:
        """Return the worker of a shown row."""
        return self._shown[row]

    def mark_at(self, row: int, column: int) -> DayMark | None:
        """Return the day of a cell, None beside the days."""
        place = column - FIRST_DAY
        if not 0 <= place < len(self.days):
            return None
        day = self.days[place]
        return self._shown[row].marks.get(day) or mark_day(day, None, None)

    def note_at(self, row: int, column: int) -> DayNote | None:
        """Return what somebody wrote on a cell."""
        place = column - FIRST_DAY
        if not self._notes or not 0 <= place < len(self.days):
            return None
        return self._notes.get((self._shown[row].worker, self.days[place]))

    def note_of(self, cell: Cell) -> DayNote | None:
        """Return what somebody wrote on a worker's day."""
        return self._notes.get((cell.worker, cell.day))

    def shown_row(self, row: int) -> list[tuple[Shown, DayMark]]:
        """Return how each day of a shown row looks; kept until the month is read again."""
        line = self._shown[row]
        found = self._looks.get(line.worker)
        if found is None:
            found = self._looks[line.worker] = [self._look(line, day) for day in self.days]
        return found

    def _look(self, line: GridRow, day: date) -> tuple[Shown, DayMark]:
        mark = line.marks.get(day) or mark_day(day, None, None)
        noted = bool(self._notes) and (line.worker, day) in self._notes
        look = Shown(
            sign(mark), is_single(mark), mark.hand is not None, bool(mark.approved), noted,
            day in self.stopped,
        )  # fmt: skip
        return look, mark

    def cell_at(self, row: int, column: int) -> Cell:
        """Name the worker and day of a cell."""
        return Cell(self._shown[row].worker, self.days[column - FIRST_DAY])

    def place_of(self, cell: Cell) -> QModelIndex:
        """Return where a worker's day is shown; invalid when it is not."""
        row = next((n for n, line in enumerate(self._shown) if line.worker == cell.worker), -1)
        if row < 0 or cell.day not in self.days:
            return _NOWHERE
        return self.index(row, FIRST_DAY + self.days.index(cell.day))

    def next_single(
        self, row: int, column: int, passed: frozenset[Cell] = frozenset()
    ) -> QModelIndex:
        """Return the next single punch after a cell, row by row, then from the top; some passed."""
        last = len(self.days)
        start = row * last + max(column - FIRST_DAY, -1) + 1
        count = len(self._shown) * last
        for step in range(count):
            at_row, at_day = divmod((start + step) % count, last)
            if not self._shown[at_row].singles:
                continue
            line, day = self._shown[at_row], self.days[at_day]
            mark = line.marks.get(day)
            if mark is not None and is_single(mark) and Cell(line.worker, day) not in passed:
                return self.index(at_row, FIRST_DAY + at_day)
        return _NOWHERE

    def as_text(self, rows: Iterable[int], columns: Iterable[int]) -> str:
        """Return a block as tab-separated numbers, for Excel."""
        wanted = [*columns]
        return "\n".join("\t".join(self._plain(row, at) for at in wanted) for row in rows)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Count the shown workers."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Name, team, the days, work-days, single punches, work-days of each ten days."""
        return 0 if parent.isValid() else FIRST_DAY + len(self.days) + 2 + len(PARTS)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:  # noqa: ANN401 - Qt's
        """Answer a role for one cell; early for what is not served."""
        if role not in _SERVED or not index.isValid():
            return None
        row, column = index.row(), index.column()
        if role == Role.TextAlignmentRole:
            return _ALIGN.get(column, _RIGHT)
        if role == Role.ToolTipRole:
            mark = self.mark_at(row, column)
            line = self._shown[row]
            if mark is None and column == NAME:
                return line.name
            return self._tip(line, mark)
        return self._text(row, column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:  # noqa: ANN401 - Qt's
        """Return a heading; the days' own header draws day and weekday itself."""
        if orientation != Qt.Orientation.Horizontal or section >= self.columnCount():
            return None
        if role == Role.TextAlignmentRole:
            return _ALIGN.get(section, _RIGHT)
        if role != Role.DisplayRole:
            return None
        if section < FIRST_DAY:
            return self._titles[section]
        if section < self.total_column:
            return str(self.days[section - FIRST_DAY].day)
        return self._titles[section - self.total_column + 2]

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Days can be edited, the rest only looked at."""
        flags = super().flags(index)
        if index.isValid() and FIRST_DAY <= index.column() < self.total_column:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def _text(self, row: int, column: int) -> str:
        line = self._shown[row]
        if column == NAME:
            return line.name
        if column == TEAM:
            return line.team_name
        if column == self.total_column:
            return days_text(line.work_days)
        if column == self.total_column + 1:
            return str(line.singles or "")
        if column > self.total_column:
            return part_text(part_of(line, column - self.total_column - 2))
        mark = self.mark_at(row, column)
        return sign(mark) if mark else ""

    def _plain(self, row: int, column: int) -> str:
        mark = self.mark_at(row, column)
        if mark is None:
            return self._text(row, column)
        if mark.origin is MarkOrigin.NONE:
            return ""
        hand = mark.hand
        return f"{hand.hours}h" if hand and hand.hours is not None else f"{mark.work_days:f}"

    def _wanted(self) -> list[GridRow]:
        kept, words = self._kept, self._words
        return [
            row
            for row in self._rows
            if (kept is None or row.worker in kept or row.singles)
            and (not words or _holds(row, words))
        ]

    def _show_again(self) -> None:
        self.beginResetModel()
        self._shown = self._wanted()
        self._add_up()
        self.endResetModel()

    def _add_up(self) -> None:
        shown = self._shown
        columns = zip(*(row.quarters for row in shown), strict=True)
        self.totals = tuple(Decimal(sum(quarters)) / 4 for quarters in columns)
        self.totals = self.totals or (NOTHING,) * len(self.days)
        self.total = sum((row.work_days for row in shown), NOTHING)
        self.parts = tuple(sum(self.totals[first:last], NOTHING) for first, last in PARTS)
        self.singles = sum(row.singles for row in shown)


def part_of(row: GridRow, part: int) -> Decimal:
    """Return a worker's work-days of 上旬, 中旬 or 下旬 (0, 1, 2)."""
    first, last = PARTS[part]
    return Decimal(sum(row.quarters[first:last])) / 4


def part_text(days: Decimal) -> str:
    """Write a part's work-days as short as it goes; nothing for none."""
    return f"{days.normalize():f}" if days else ""


def _holds(row: GridRow, words: Iterable[str]) -> bool:
    hay = " ".join(
        (row.name, row.initials, row.team_name, row.subcontractor, *row.device_numbers)
    ).casefold()
    return all(word in hay for word in words)
