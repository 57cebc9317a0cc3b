"""What the shapes of the grid mean, on one line."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from uuid import UUID

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from desktop.domain.attendance import (
    ApprovedHours,
    DayCount,
    DayMark,
    HandMark,
    HoursKind,
    MarkOrigin,
)
from desktop.domain.ids import PersonId, WorkerId
from ui import theme
from ui.delegates.mark import draw_mark, draw_note

SIZE = 20
_DAY = date(2000, 1, 3)
_NOBODY, _NO_WORKER = PersonId(UUID(int=0)), WorkerId(UUID(int=0))
_THEN = datetime(2000, 1, 3, tzinfo=UTC)
_ONE, _HALF, _NONE = Decimal(1), Decimal("0.5"), Decimal(0)


def _mark(days: Decimal, *punches: int) -> DayMark:
    count = DayCount(_DAY, punches, len(punches), days)
    return DayMark(_DAY, days, MarkOrigin.PUNCHES, count)


WHOLE, HALF, SINGLE = _mark(_ONE, 0, 1), _mark(_HALF, 0, 1), _mark(_NONE, 0)
HAND = DayMark(
    _DAY,
    _NONE,
    MarkOrigin.NONE,
    hand=HandMark(_NO_WORKER, _DAY, _NONE, None, "", _NOBODY, "", _THEN),
)
HOURS = DayMark(
    _DAY,
    _NONE,
    MarkOrigin.NONE,
    approved=(ApprovedHours(_NO_WORKER, _DAY, HoursKind.OVERTIME, 60, _NOBODY, "", _THEN),),
)


class _Sample(QWidget):
    def __init__(self, mark: DayMark | None) -> None:
        super().__init__()
        self._mark = mark
        self.setFixedSize(QSize(theme.px(SIZE), theme.px(SIZE)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        room = QRect(0, 0, self.width() - 1, self.height() - 1)
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawRect(room)
        if self._mark is None:
            draw_note(painter, room)
        else:
            draw_mark(painter, room, self._mark, self.font())
        painter.end()


class Legend(QWidget):
    """Six shapes with their words."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(4))
        for mark, words in (
            (WHOLE, self.tr("1 day")),
            (HALF, self.tr("half")),
            (SINGLE, self.tr("single punch")),
            (HAND, self.tr("by hand")),
            (HOURS, self.tr("hours approved")),
            (None, self.tr("note")),
        ):
            label = QLabel(words)
            theme.mark(label, "role", "caption")
            row.addWidget(_Sample(mark))
            row.addWidget(label)
            row.addSpacing(theme.px(8))
