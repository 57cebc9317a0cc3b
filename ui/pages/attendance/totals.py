"""The line of totals under the month grid, in step with its columns, never out of sight."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QTableView, QWidget

from desktop.domain.attendance import days_text
from ui import theme
from ui.delegates.mark import SMALL
from ui.delegates.money import tabular
from ui.models.grid import FIRST_DAY, GridModel, part_text

HEIGHT = 36
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class TotalsRow(QWidget):
    """Workers at the left, work-days of each day, work-days and single punches at the right."""

    def __init__(self, model: GridModel, tables: tuple[QTableView, QTableView, QTableView]) -> None:
        super().__init__()
        self._model = model
        self._tables = tables
        self.setFixedHeight(theme.px(HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the totals of the shown workers."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("surface"))
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawLine(0, 0, self.width(), 0)
        bold = QFont(tabular(self.font()))
        bold.setWeight(QFont.Weight.DemiBold)
        painter.setFont(bold)
        painter.setPen(theme.colour("text"))
        self._draw_sums(painter)
        small = QFont(tabular(self.font()))
        small.setPointSizeF(self.font().pointSizeF() * SMALL)
        painter.setFont(small)
        painter.setPen(theme.colour("muted"))
        self._draw_parts(painter)
        self._draw_days(painter)
        painter.end()

    def _draw_sums(self, painter: QPainter) -> None:
        names, _, sums = self._tables
        model, side = self._model, theme.px(9)
        count = self.tr("{count} workers").format(count=len(model.shown))
        painter.drawText(QRect(side, 0, names.width() - side, self.height()), _LEFT, count)
        column = model.total_column
        for at, said in (
            (column, days_text(model.total)),
            (column + 1, str(model.singles or "")),
        ):
            if not sums.isColumnHidden(at):
                left = sums.x() + sums.columnViewportPosition(at) - side
                room = QRect(left, 0, sums.columnWidth(at), self.height())
                painter.drawText(room, _RIGHT, said)

    def _draw_parts(self, painter: QPainter) -> None:
        sums, model = self._tables[2], self._model
        for part, total in enumerate(model.parts):
            at = model.total_column + 2 + part
            if not sums.isColumnHidden(at):
                left = sums.x() + sums.columnViewportPosition(at)
                room = QRect(left, 0, sums.columnWidth(at) - theme.px(2), self.height())
                painter.drawText(room, _RIGHT, part_text(total))

    def _draw_days(self, painter: QPainter) -> None:
        days, model = self._tables[1], self._model
        painter.setClipRect(QRect(days.x(), 0, days.width(), self.height()))
        for place, total in enumerate(model.totals):
            at = FIRST_DAY + place
            left = days.x() + days.columnViewportPosition(at)
            half = self.height() // 2  # neighbours stand on two levels: 107.5 is wider than a day
            room = QRect(left - theme.px(8), 0, days.columnWidth(at) + theme.px(16), half)
            room.translate(0, half * (place % 2))
            if total:
                painter.drawText(room, _CENTRE, f"{total.normalize():f}")
