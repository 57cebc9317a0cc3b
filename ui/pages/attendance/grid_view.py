"""The month grid on the screen: frozen names, days that scroll, totals that stay in sight."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QGuiApplication, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QGridLayout,
    QMenu,
    QScrollBar,
    QWidget,
)

from ui import theme
from ui.delegates.mark import MarkDelegate
from ui.delegates.money import MoneyDelegate
from ui.models.grid import FIRST_DAY, NAME, TEAM, Cell, Entry, GridModel
from ui.pages.attendance.days_table import DaysTable, PlainTable, below
from ui.pages.attendance.header import HEIGHT, DayHeader
from ui.pages.attendance.totals import TotalsRow
from ui.widgets.column_memory import settings

NAME_WIDTH, TEAM_WIDTH, DAY_WIDTH, TOTAL_WIDTH, SINGLES_WIDTH = 112, 68, 25, 58, 42
PART_WIDTH, LEAST_DAY = 46, 22
"""The ten days' sums are shown where every day keeps this width beside them."""
FEW_DAYS = 10
"""Fewer days than these in sight: team and single punches make room."""
_PLACE = "tables/attendance-names"


class _Side(PlainTable):
    """Frozen columns: they follow the days' selection and hand it clicks."""

    def __init__(self, model: GridModel) -> None:
        super().__init__(model)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setItemDelegate(MoneyDelegate(self))
        header = self.horizontalHeader()
        header.setFixedHeight(theme.px(HEIGHT))
        header.setHighlightSections(False)
        header.setMinimumSectionSize(theme.px(20))


class MonthGridView(QWidget):
    """Three tables over one model: names, days, totals; one line of totals under them."""

    entered = Signal(object, object)
    """Tuple of the selected Cells and the Entry that was typed."""
    cleared = Signal(object)
    """Tuple of Cells whose hand mark shall go."""
    misread = Signal(str)
    pasted = Signal(str)
    """Tabular text to be put in from the current cell on."""
    details = Signal()
    """Everything about the day in focus is asked for."""
    noted = Signal(object)
    """Cell on which somebody wants to write."""
    current = Signal(object)
    """The Cell in focus, or None."""

    def __init__(self, model: GridModel) -> None:
        super().__init__()
        self.model = model
        self._fitting = False
        self._mending: Cell | None = None
        self._typed: set[Cell] = set()
        self.names, self.days, self.sums = _Side(model), DaysTable(model), _Side(model)
        self.marks = MarkDelegate(self.days)
        self.days.setItemDelegate(self.marks)
        self.header = DayHeader(model, self.days)
        self.days.setHorizontalHeader(self.header)
        self.header.setFixedHeight(theme.px(HEIGHT))
        self.across = QScrollBar(Qt.Orientation.Horizontal)
        self.totals = TotalsRow(model, (self.names, self.days, self.sums))
        self.sums.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._arrange()
        self._connect()
        self._fit()

    @property
    def cells(self) -> tuple[Cell, ...]:
        """The selected days, row by row."""
        spots = sorted((i.row(), i.column()) for i in self.days.selectionModel().selectedIndexes())
        return tuple(self.model.cell_at(row, column) for row, column in spots)

    def go_to(self, index: QModelIndex) -> None:
        """Select a day and bring it into sight."""
        if index.isValid():
            self.days.setCurrentIndex(index)
            self.days.scrollTo(index)
            self.days.setFocus()

    def go_to_single(self) -> None:
        """Select the next day with a single punch; Enter then goes on to the one after it."""
        here = self.days.currentIndex()
        place = max(here.row(), 0), here.column()
        found = self.model.next_single(*place, frozenset(self._typed))
        if not found.isValid():
            self._typed.clear()
            found = self.model.next_single(*place)
        self.go_to(found)
        self._mending = self.model.cell_at(found.row(), found.column()) if found.isValid() else None

    def copy(self) -> None:
        """Copy the selected block as tabular text."""
        spots = self.days.selectionModel().selectedIndexes()
        if not spots:
            return
        rows, columns = [i.row() for i in spots], [i.column() for i in spots]
        block = self.model.as_text(
            range(min(rows), max(rows) + 1), range(min(columns), max(columns) + 1)
        )
        QGuiApplication.clipboard().setText(block)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the days the room there is, the one in focus in sight."""
        super().resizeEvent(event)
        self._fit()
        here = self.days.currentIndex()
        if here.isValid():
            QTimer.singleShot(0, self.days, lambda: self.days.scrollTo(self.days.currentIndex()))

    def changeEvent(self, event: QEvent) -> None:
        """Keep the days' width with another font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _arrange(self) -> None:
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for column, table in enumerate((self.names, self.days, self.sums)):
            layout.addWidget(table, 0, column)
        layout.addWidget(self.totals, 1, 0, 1, 3)
        layout.addWidget(self.across, 2, 1)
        layout.setColumnStretch(1, 1)
        self.setFocusProxy(self.days)

    def _connect(self) -> None:
        up_down = [table.verticalScrollBar() for table in (self.names, self.days, self.sums)]
        for bar in up_down:
            for other in up_down:
                if other is not bar:
                    bar.valueChanged.connect(other.setValue)
        inner = self.days.horizontalScrollBar()
        inner.rangeChanged.connect(self._show_across)
        inner.valueChanged.connect(self.across.setValue)
        self.across.valueChanged.connect(inner.setValue)
        inner.valueChanged.connect(self.totals.update)
        self.days.following = self._after
        self.marks.entered.connect(self._type)
        self.marks.misread.connect(self.misread)
        self.days.copied.connect(self.copy)
        self.days.details.connect(self.details)
        self.days.noted.connect(self._ask_note)
        self.days.customContextMenuRequested.connect(self._show_menu)
        self.days.pasted.connect(lambda: self.pasted.emit(QGuiApplication.clipboard().text()))
        self.days.cleared.connect(lambda: self.cleared.emit(self.cells))
        chosen = self.days.selectionModel()
        chosen.selectionChanged.connect(self._follow)
        chosen.currentChanged.connect(self._tell)
        for side in (self.names, self.sums):
            side.clicked.connect(self._choose_row)
        self.names.horizontalHeader().sectionResized.connect(self._keep_widths)
        self.model.modelReset.connect(self._fit)
        self.model.modelReset.connect(self._typed.clear)
        self.model.dataChanged.connect(self.totals.update)

    def _type(self, entry: Entry, index: QModelIndex) -> None:
        # Told after the editor is gone; which days are meant is settled before Enter moves on.
        own = self.model.cell_at(index.row(), index.column())
        cells = self.cells if own in self.cells else (own,)
        self._typed.add(own)
        QTimer.singleShot(0, self, lambda: self.entered.emit(cells, entry))

    def _after(self, here: QModelIndex) -> QModelIndex:
        if self.model.cell_at(here.row(), here.column()) != self._mending:
            return below(here)
        passed = frozenset(self._typed)
        found = self.model.next_single(here.row(), here.column(), passed)
        self._mending = self.model.cell_at(found.row(), found.column()) if found.isValid() else None
        return found

    def _show_menu(self, spot: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for words, keys, act in (
            (self.tr("Everything about this day"), "Space", self.details.emit),
            (self.tr("Note …"), "Shift+F2", self._ask_note),
            (self.tr("Copy"), "Ctrl+C", self.copy),
            (self.tr("Paste …"), "Ctrl+V", self.days.pasted.emit),
            (self.tr("Let the punches count again"), "Del", self.days.cleared.emit),
        ):
            action = menu.addAction(words)
            action.setShortcut(QKeySequence(keys))
            action.triggered.connect(partial(_call, act))
        menu.popup(self.days.viewport().mapToGlobal(spot))

    def _follow(self) -> None:
        flags = QItemSelectionModel.SelectionFlag
        last = self.model.columnCount() - 1
        rows = QItemSelection()
        for block in self.days.selectionModel().selection().toList():
            rows.select(self.model.index(block.top(), 0), self.model.index(block.bottom(), last))
        for side in (self.names, self.sums):
            side.selectionModel().select(rows, flags.ClearAndSelect)

    def _tell(self, index: QModelIndex) -> None:
        inside = index.isValid() and FIRST_DAY <= index.column() < self.model.total_column
        self.current.emit(self.model.cell_at(index.row(), index.column()) if inside else None)

    def _choose_row(self, index: QModelIndex) -> None:
        here = self.days.currentIndex().column()
        self.go_to(self.model.index(index.row(), max(here, FIRST_DAY)))

    def _ask_note(self) -> None:
        index = self.days.currentIndex()
        if index.isValid():
            self.noted.emit(self.model.cell_at(index.row(), index.column()))

    def _show_across(self, least: int, most: int) -> None:
        self.across.setRange(least, most)
        self.across.setPageStep(self.days.horizontalScrollBar().pageStep())
        self.across.setVisible(most > least)

    def _keep_widths(self) -> None:
        if self._fitting or self.names.isColumnHidden(TEAM):
            return
        widths = [self.names.columnWidth(column) * 100 // theme.px(100) for column in (NAME, TEAM)]
        settings().setValue(_PLACE, widths)
        self._fit()

    def _fit(self) -> None:
        self._fitting = True
        self._share()
        self._fitting = False

    def _widths(self, bar: int) -> tuple[dict[int, int], int]:
        """Return the width of each frozen column (0: no room for it) and of a day at least."""
        model, total = self.model, self.model.total_column
        kept = settings().value(_PLACE) or (NAME_WIDTH, TEAM_WIDTH)
        widths = {NAME: theme.px(int(kept[0])), TEAM: theme.px(int(kept[1]))}
        widths |= {total: theme.px(TOTAL_WIDTH), total + 1: theme.px(SINGLES_WIDTH)}
        spare = self.width() - sum(widths.values()) - bar
        parts = range(total + 2, model.columnCount())
        room = spare - theme.px(PART_WIDTH) * len(parts)
        fits = room >= theme.px(LEAST_DAY) * len(model.days)
        widths |= dict.fromkeys(parts, theme.px(PART_WIDTH) if fits else 0)
        if spare < theme.px(DAY_WIDTH) * FEW_DAYS:  # large type beside an open inspector
            widths[TEAM] = widths[total + 1] = 0
        return widths, theme.px(LEAST_DAY if fits else DAY_WIDTH)

    def _share(self) -> None:
        model, total = self.model, self.model.total_column
        bar = self.sums.verticalScrollBar().sizeHint().width()
        widths, least = self._widths(bar)
        left = widths[NAME] + widths[TEAM]
        right = sum(width for column, width in widths.items() if column >= total) + bar
        room = self.width() - left - right
        count = max(len(model.days), 1)
        wide = max(least, room // count)
        spare = max(room - wide * count, 0)
        sides = {self.names: {NAME, TEAM}, self.sums: {*widths} - {NAME, TEAM}}
        for column in range(model.columnCount()):
            is_day = FIRST_DAY <= column < total
            self.days.setColumnHidden(column, not is_day)
            if is_day:
                self.days.setColumnWidth(column, wide + (column - FIRST_DAY < spare))
            for side, own in sides.items():
                side.setColumnHidden(column, column not in own or not widths[column])
        for column, width in widths.items():
            for side in sides if width else ():
                side.setColumnWidth(column, width)
        self.names.setFixedWidth(left)
        self.sums.setFixedWidth(right)
        self._order_sums()
        self.totals.update()

    def _order_sums(self) -> None:
        """Put the sums of each ten days before the sum of the month."""
        header, total = self.sums.horizontalHeader(), self.model.total_column
        for place, column in enumerate(range(total + 2, self.model.columnCount())):
            if header.visualIndex(column) != total + place:
                header.moveSection(header.visualIndex(column), total + place)


def _call(act: Callable[[], object], _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's
    act()
