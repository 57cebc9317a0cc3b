"""Columns as the person left them: widths, order, hidden ones and sorting, by column key."""

from __future__ import annotations

import json
from typing import Any

from PySide6.QtCore import QCoreApplication, QPoint, QSettings, Qt
from PySide6.QtWidgets import QMenu, QTableView

from ui import theme
from ui.models.rows import RowsModel


def settings() -> QSettings:
    """Return the store of looks (never of facts): geometry, columns, splitters."""
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "anxin", "anxin-window")


class ColumnMemory:
    """Reads and writes the look of one table."""

    def __init__(self, name: str, view: QTableView, model: RowsModel[Any]) -> None:
        self._place = f"tables/{name}"
        self._view = view
        self._model = model
        # Taken once: widths belong to the scale the table was built at.
        self._scale = theme.current().scale
        self._reading = False

    def write(self) -> None:
        """Keep the columns as they are now."""
        if self._reading:
            return
        header = self._view.horizontalHeader()
        columns = self._model.columns
        sorted_by, order = self._model.order
        look = {
            "width": {
                column.key: round(header.sectionSize(n) * 100 / self._scale)
                for n, column in enumerate(columns)
                if not header.isSectionHidden(n) and n != self._stretched()
            },
            "order": [columns[header.logicalIndex(n)].key for n in range(len(columns))],
            "hidden": [c.key for n, c in enumerate(columns) if header.isSectionHidden(n)],
            "sort": columns[sorted_by].key if sorted_by >= 0 else "",
            "down": order == Qt.SortOrder.DescendingOrder,
        }
        settings().setValue(self._place, json.dumps(look))

    def _stretched(self) -> int:
        """Return the last column in sight: it takes what room is left, which is no width of its."""
        header = self._view.horizontalHeader()
        shown = [n for n in range(header.count()) if not header.isSectionHidden(n)]
        return max(shown, key=header.visualIndex, default=-1)

    def read(self) -> None:
        """Bring back what was kept; columns that are new or gone do no harm."""
        try:
            look = json.loads(str(settings().value(self._place, "{}")))
        except ValueError:
            look = {}
        if not isinstance(look, dict) or not look:
            return
        self._reading = True
        self._apply(look)
        self._reading = False

    def show_menu(self, spot: QPoint) -> None:
        """Offer every column to be shown or hidden; one always stays."""
        header = self._view.horizontalHeader()
        menu = QMenu(self._view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for number, column in enumerate(self._model.columns):
            action = menu.addAction(column.title)
            action.setCheckable(True)
            action.setChecked(not header.isSectionHidden(number))
            action.toggled.connect(lambda shown, n=number: self._show(n, shown=shown))
        menu.addSeparator()
        back = menu.addAction(QCoreApplication.translate("ColumnMemory", "Original order"))
        back.triggered.connect(self._original)
        menu.popup(header.mapToGlobal(spot))

    def _show(self, column: int, *, shown: bool) -> None:
        header = self._view.horizontalHeader()
        if shown or header.count() - header.hiddenSectionCount() > 1:
            self._view.setColumnHidden(column, not shown)
            self.write()

    def _original(self) -> None:
        header = self._view.horizontalHeader()
        for number in range(header.count()):
            header.moveSection(header.visualIndex(number), number)
        self._model.sort(-1)
        self.write()

    def _apply(self, look: dict[str, Any]) -> None:
        header = self._view.horizontalHeader()
        number = {column.key: n for n, column in enumerate(self._model.columns)}
        for key, width in look.get("width", {}).items():
            if key in number:
                header.resizeSection(number[key], round(int(width) * self._scale / 100))
        hidden = set(look.get("hidden", ()))
        if not hidden >= number.keys():
            for key, column in number.items():
                self._view.setColumnHidden(column, key in hidden)
        known = [key for key in look.get("order", ()) if key in number]
        for place, key in enumerate(known):
            header.moveSection(header.visualIndex(number[key]), place)
        if look.get("sort") in number:
            down = Qt.SortOrder.DescendingOrder
            order = down if look.get("down") else Qt.SortOrder.AscendingOrder
            self._model.sort(number[look["sort"]], order)
