"""The table of lists: filter as you type, remembered columns, copy, keys, menu, empty state."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import (
    QCoreApplication,
    QItemSelection,
    QItemSelectionModel,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ui import format as text
from ui import icons, theme
from ui.delegates.badge import BadgeDelegate
from ui.delegates.money import MoneyDelegate
from ui.models.rows import Column, RowsModel
from ui.widgets.column_memory import ColumnMemory
from ui.widgets.empty_state import EmptyState

L = TypeVar("L")
ROW, DENSE_ROW = 34, 28
LEAST = 104
"""Height a table keeps on a small screen: its heading and two rows."""
_RETURN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _View(QTableView):
    opened = Signal()
    left = Signal()
    copied = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Escape backs out, Ctrl+C copies as tabular text."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copied.emit()
        elif event.key() in _RETURN:
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class _Filter(QLineEdit):
    down = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down and Enter go to the rows; Escape clears, then backs out."""
        if event.key() in {Qt.Key.Key_Down, *_RETURN}:
            self.down.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Escape:
            self.down.emit()
        else:
            super().keyPressEvent(event)


class DataTable(QWidget, Generic[L]):
    """Lines in a table with everything lists need around it."""

    opened = Signal(object)
    """A line was opened by Enter or a double click."""
    selected = Signal(object)
    """Tuple of the selected lines."""

    def __init__(
        self,
        name: str,
        columns: Sequence[Column[L]],
        key: Callable[[L], Hashable],
        *,
        search: Callable[[L], str] | None = None,
        empty: EmptyState | None = None,
        dense: bool = False,
    ) -> None:
        super().__init__()
        self.name = name
        self.model: RowsModel[L] = RowsModel(columns, key, search, self)
        self.view = self._make_view(dense=dense)
        self.filter = self._make_filter()
        self._filters = True
        self.counter = QLabel()
        theme.mark(self.counter, "role", "muted")
        self.bar = QHBoxLayout()
        self.bar.setSpacing(theme.px(8))
        self.bar.addWidget(self.filter)
        self.bar.addWidget(self.counter)
        self.bar.addStretch(1)
        self.totals = QLabel()
        self.totals.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.totals.setContentsMargins(theme.px(8), theme.px(8), theme.px(8), 0)
        self.totals.hide()
        self.empty = empty
        self._beyond = False
        self._none = EmptyState(
            QCoreApplication.translate("DataTable", "Nothing matches this filter."), "search"
        )
        self._stack = QStackedWidget()
        for widget in (self.view, self._none, *((empty,) if empty else ())):
            self._stack.addWidget(widget)
        self._stack.setMinimumHeight(theme.px(LEAST))
        self._menu: list[QAction] = []
        self._chosen: tuple[Hashable, ...] = ()
        self._arrange()
        self._memory = ColumnMemory(name, self.view, self.model)
        self._connect()
        self._memory.read()

    @property
    def chosen(self) -> tuple[L, ...]:
        """The selected lines, from top to bottom."""
        rows = sorted(index.row() for index in self.view.selectionModel().selectedRows())
        return tuple(self.model.line(row) for row in rows)

    def set_rows(self, lines: Sequence[L], of: int = 0) -> None:
        """Show other lines; selection and place stay with the lines they belong to.

        Args:
            lines: to be shown.
            of: how many there are, where the page shows only some of them.
        """
        self._beyond = of > len(lines)
        self.model.set_rows(lines)

    def set_totals(self, words: str) -> None:
        """Show a line of totals under the table, always visible; nothing hides it."""
        self.totals.setText(words)
        self.totals.setVisible(bool(words))

    def add_action(self, action: QAction) -> None:
        """Put an act into the context menu, above copying."""
        self._menu.append(action)

    def choose(self, keys: Sequence[Hashable]) -> None:
        """Select the lines of these keys and bring the first into sight."""
        rows = [row for row in map(self.model.row_of, keys) if row >= 0]
        model = self.view.selectionModel()
        flags = QItemSelectionModel.SelectionFlag
        spot = QItemSelection()
        last = self.model.columnCount() - 1
        for row in rows:
            spot.select(self.model.index(row, 0), self.model.index(row, last))
        model.select(spot, flags.ClearAndSelect | flags.Rows)
        if rows:
            model.setCurrentIndex(self.model.index(rows[0], 0), flags.NoUpdate)
            self.view.scrollTo(self.model.index(rows[0], 0))

    def leave_filter_out(self) -> None:
        """Do without a filter, for a table of a few rows."""
        self._filters = False
        self.filter.hide()

    def start_find(self) -> None:
        """Put the cursor into the filter."""
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()

    def copy(self) -> None:
        """Copy the selected rows as tabular text with headings."""
        rows = sorted(index.row() for index in self.view.selectionModel().selectedRows())
        if rows:
            QGuiApplication.clipboard().setText(self.model.as_text(rows, self._visible()))

    def _visible(self) -> list[int]:
        header = self.view.horizontalHeader()
        order = [header.logicalIndex(place) for place in range(header.count())]
        return [column for column in order if not header.isSectionHidden(column)]

    def _make_view(self, *, dense: bool) -> _View:
        view = _View()
        view.setModel(self.model)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setShowGrid(False)
        view.setWordWrap(False)
        view.setTabKeyNavigation(False)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        rows = view.verticalHeader()
        rows.hide()
        rows.setMinimumSectionSize(theme.px(DENSE_ROW))
        rows.setDefaultSectionSize(theme.px(DENSE_ROW if dense else ROW))
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = view.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsMovable(True)
        header.setSectionsClickable(True)
        header.setStretchLastSection(True)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        for number, column in enumerate(self.model.columns):
            view.setColumnWidth(number, theme.px(column.width))
            view.setColumnHidden(number, column.hidden)
            if column.badge is not None:
                view.setItemDelegateForColumn(number, BadgeDelegate(view))
            elif column.right:
                view.setItemDelegateForColumn(number, MoneyDelegate(view))
        return view

    def _make_filter(self) -> _Filter:
        box = _Filter()
        box.setPlaceholderText(QCoreApplication.translate("DataTable", "Name, number or initials"))
        box.addAction(icons.get("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        box.setClearButtonEnabled(True)
        box.setFixedWidth(theme.px(240))
        return box

    def _arrange(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(8))
        layout.addLayout(self.bar)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.totals)
        self.setFocusProxy(self.view)

    def _connect(self) -> None:
        self.filter.textChanged.connect(self.model.set_filter)
        self.filter.down.connect(self.view.setFocus)
        self.view.opened.connect(self._open)
        self.view.doubleClicked.connect(lambda _: self._open())
        self.view.left.connect(self.view.clearSelection)
        self.view.copied.connect(self.copy)
        self.view.customContextMenuRequested.connect(self._show_menu)
        self.view.selectionModel().selectionChanged.connect(self._select)
        self.model.modelAboutToBeReset.connect(self._keep)
        self.model.filtered.connect(self._show_count)
        header = self.view.horizontalHeader()
        header.customContextMenuRequested.connect(self._memory.show_menu)
        header.sectionClicked.connect(self._sort_by)
        for changed in (header.sectionResized, header.sectionMoved):
            changed.connect(lambda *_: self._memory.write())

    def _open(self) -> None:
        row = self.view.currentIndex().row()
        if row >= 0:
            self.opened.emit(self.model.line(row))

    def _select(self) -> None:
        self.selected.emit(self.chosen)

    def _keep(self) -> None:
        self._chosen = tuple(map(self.model.key, self.chosen))

    def _show_count(self, shown: int, total: int) -> None:
        if self._chosen:
            self.choose(self._chosen)
        self._chosen = ()
        blank = self._none if total or self._beyond else self.empty
        self._stack.setCurrentWidget(blank if blank and not shown else self.view)
        if shown == total:
            words = QCoreApplication.translate("DataTable", "{total} rows")
        else:
            words = QCoreApplication.translate("DataTable", "{shown} of {total} rows")
        self.counter.setText(words.format(shown=text.count(shown), total=text.count(total)))
        wanted = bool(total) or self._beyond or bool(self.filter.text()) or self.empty is None
        needed = self._filters and wanted
        self.filter.setVisible(needed)
        self.counter.setVisible(needed)

    def _sort_by(self, column: int) -> None:
        now, order = self.model.order
        ascending = Qt.SortOrder.AscendingOrder
        flip = now == column and order == ascending
        self.model.sort(column, Qt.SortOrder.DescendingOrder if flip else ascending)
        self._memory.write()

    def _show_menu(self, spot: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(self._menu)
        menu.addSeparator()
        copy = menu.addAction(
            icons.get("copy"), QCoreApplication.translate("DataTable", "Copy rows")
        )
        copy.setShortcut(QKeySequence.StandardKey.Copy)
        copy.setEnabled(bool(self.chosen))
        copy.triggered.connect(self.copy)
        menu.popup(self.view.viewport().mapToGlobal(spot))
