"""The days themselves: typed into, painted in one go, row by row from few pictures."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QTableView,
    QWidget,
)

from ui import theme
from ui.delegates.mark import Pictures, grounds
from ui.models.grid import FIRST_DAY, GridModel

ROW = 28
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CLEARS = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class PlainTable(QTableView):
    """Rows of one height, no grid of its own, no scroll bars."""

    def __init__(self, model: GridModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        rows = self.verticalHeader()
        rows.hide()
        rows.setMinimumSectionSize(theme.px(ROW))
        rows.setDefaultSectionSize(theme.px(ROW))
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)


class DaysTable(PlainTable):
    """A row a worker, a column a day; tells what is asked for by keys."""

    details = Signal()
    noted = Signal()
    cleared = Signal()
    copied = Signal()
    pasted = Signal()
    following: Callable[[QModelIndex], QModelIndex]
    """Where Enter goes on after a day was typed."""

    def __init__(self, model: GridModel) -> None:
        super().__init__(model)
        self.following = below
        self._grid = model
        self._pictures = Pictures()
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            triggers.AnyKeyPressed | triggers.EditKeyPressed | triggers.DoubleClicked
        )
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the days in sight: asking Qt's way for each cell costs five times as much."""
        painter = QPainter(self.viewport())
        room = event.rect()
        painter.fillRect(room, theme.colour("surface"))
        rows, columns = self._span(room)
        if not rows or not columns:
            painter.end()
            return
        grid = self._grid
        chosen = self._chosen(rows, columns)
        tints = grounds(grid)
        places = [
            (column - FIRST_DAY, self.columnViewportPosition(column), self.columnWidth(column))
            for column in columns
        ]
        high = self.rowHeight(rows.start)
        ratio = self.viewport().devicePixelRatioF()
        self._pictures.wear(QSize(0, high), ratio, self.font())
        for row in rows:
            top, looks = self.rowViewportPosition(row), grid.shown_row(row)
            for place, left, width in places:
                look, mark = looks[place]
                ground = "yellow_ground" if look.single else tints[place]
                if (row, place) in chosen:
                    ground = "chosen"
                painter.drawPixmap(left, top, self._pictures.get(look, mark, ground, width))
        self._draw_focus(painter)
        painter.end()

    def _span(self, room: QRect) -> tuple[range, range]:
        """Return the rows and day columns that touch a rectangle."""
        top, bottom = self.rowAt(room.top()), self.rowAt(room.bottom())
        left, right = self.columnAt(room.left()), self.columnAt(room.right())
        grid = self._grid
        last = len(grid.shown) - 1 if bottom < 0 else bottom
        end = grid.total_column - 1 if right < 0 else right
        rows = range(max(top, 0), last + 1) if top >= 0 else range(0)
        return rows, range(max(left, FIRST_DAY), min(end, grid.total_column - 1) + 1)

    def _chosen(self, rows: range, columns: range) -> set[tuple[int, int]]:
        """Return row and place of the selected days in sight."""
        return {
            (row, column - FIRST_DAY)
            for block in self.selectionModel().selection().toList()
            for row in range(max(block.top(), rows.start), min(block.bottom() + 1, rows.stop))
            for column in range(
                max(block.left(), columns.start), min(block.right() + 1, columns.stop)
            )
        }

    def _draw_focus(self, painter: QPainter) -> None:
        here = self.currentIndex()
        if self.hasFocus() and here.isValid():
            painter.setPen(QPen(theme.colour("accent"), theme.px(2)))
            painter.drawRect(self.visualRect(here).adjusted(1, 1, -2, -2))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete clears, Ctrl+C and Ctrl+V copy and paste, Enter edits, the rest types."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copied.emit()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.pasted.emit()
        elif event.key() == Qt.Key.Key_F2 and event.modifiers() & _SHIFT:
            self.noted.emit()
        elif event.key() == Qt.Key.Key_Space:
            self.details.emit()
        elif event.key() in _CLEARS and self.state() != QTableView.State.EditingState:
            self.cleared.emit()
        elif (
            event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
            and self.state() != QTableView.State.EditingState
        ):
            self.edit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Go on after Enter: one day down as in a spreadsheet, or to the next single punch."""
        super().closeEditor(editor, hint)
        done = QAbstractItemDelegate.EndEditHint.SubmitModelCache
        spots = self.selectionModel().selectedIndexes()
        if hint == done and len(spots) <= 1:
            after = self.following(self.currentIndex())
            if after.isValid():
                self.setCurrentIndex(after)
                self.scrollTo(after)


def below(here: QModelIndex) -> QModelIndex:
    """Return the day under a day."""
    return here.siblingAtRow(here.row() + 1)
