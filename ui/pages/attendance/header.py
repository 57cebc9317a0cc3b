"""The heading of the days: number and weekday; rest days tinted, statutory holidays marked."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QWidget

from ui import theme
from ui.delegates.mark import SMALL, hatch
from ui.models.grid import FIRST_DAY, GridModel
from ui.pages.attendance.words import weekday

HEIGHT = 40


class DayHeader(QHeaderView):
    """Draws two lines a day: the number over the weekday."""

    def __init__(self, model: GridModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._grid = model
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(theme.px(16))

    def sizeHint(self) -> QSize:
        """Return a height for two lines."""
        return QSize(super().sizeHint().width(), theme.px(HEIGHT))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw one day's heading."""
        place = section - FIRST_DAY
        if not 0 <= place < len(self._grid.days):
            return
        day = self._grid.days[place]
        calendar = self._grid.calendar
        holiday = calendar.is_statutory(day)
        rest = holiday or not calendar.is_working_day(day)
        token = "holiday" if holiday else "weekend" if rest else "surface"
        painter.save()
        painter.fillRect(rect, theme.colour(token))
        if day in self._grid.stopped:
            hatch(painter, rect)
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        self._draw_words(painter, rect, (str(day.day), self._under(day)), holiday=holiday)
        painter.restore()

    def _under(self, day: date) -> str:
        row = self._grid.calendar.days.get(day)
        if row is not None and self._grid.calendar.is_statutory(day):
            return row.name[:1] or weekday(day)
        return weekday(day)

    def _draw_words(
        self, painter: QPainter, rect: QRect, words: tuple[str, str], *, holiday: bool
    ) -> None:
        top, under = words
        half = rect.height() // 2
        centre = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom)
        painter.setFont(self.font())
        painter.setPen(theme.colour("red" if holiday else "text"))
        painter.drawText(QRect(rect.left(), rect.top(), rect.width(), half), centre, top)
        small = QFont(self.font())
        small.setPointSizeF(self.font().pointSizeF() * SMALL)
        painter.setFont(small)
        painter.setPen(theme.colour("red" if holiday else "muted"))
        centre = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        painter.drawText(QRect(rect.left(), rect.top() + half, rect.width(), half), centre, under)
