"""What needs a person: one line each, a click away from where it is mended."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from ui import icons, theme
from ui.delegates.badge import INK

ROW, ROW_WITH_DETAIL = 36, 52


@dataclass(frozen=True, slots=True)
class Duty:
    """One thing that waits: kind (stop, warn, note, done), words, and the page that mends it."""

    kind: str
    words: str
    page: str = ""
    detail: str = ""
    target: object = None


class DutyRow(QAbstractButton):
    """A duty as a row that can be pressed."""

    def __init__(self, duty: Duty) -> None:
        super().__init__()
        self.duty = duty
        self.setText(duty.words)
        self.setAccessibleName(duty.words)
        self.setToolTip(duty.detail or duty.words)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setEnabled(bool(duty.page))
        if duty.page:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return room for one or two lines."""
        height = ROW_WITH_DETAIL if self.duty.detail else ROW
        return QSize(theme.px(280), theme.px(height))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses, like the space bar."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Light up."""
        super().enterEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw shape, words, detail and the way there."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        size, side = theme.px(16), theme.px(8)
        line = theme.px(ROW)
        mark = QRect(side, (line - size) // 2, size, size)
        icons.paint(painter, self.duty.kind, mark, INK[self.duty.kind])
        left = side + size + theme.px(10)
        right = theme.px(32) if self.duty.page else side
        room = QRect(left, 0, self.width() - left - right, line)
        self._write(painter, room, self.duty.words, "text")
        if self.duty.detail:
            font = painter.font()
            font.setPointSizeF(theme.current().points(9))
            painter.setFont(font)
            below = QRect(left, theme.px(27), room.width(), theme.px(20))
            self._write(painter, below, self.duty.detail, "muted")
        if self.duty.page:
            arrow = QRect(self.width() - theme.px(26), (self.height() - size) // 2, size, size)
            icons.paint(painter, "chevron-right", arrow, "muted")
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        painter.setPen(theme.colour("line"))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        room = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -1.5)
        if self.isEnabled() and self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("over"))
            painter.drawRoundedRect(room, theme.px(6), theme.px(6))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(theme.colour("accent"))
            painter.drawRoundedRect(room, theme.px(6), theme.px(6))

    def _write(self, painter: QPainter, room: QRect, words: str, ink: str) -> None:
        painter.setPen(theme.colour(ink))
        cut = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), cut)


class Duties(QWidget):
    """All duties, gravest first."""

    opened = Signal(object)
    """The Duty the person wants to do."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.rows: tuple[DutyRow, ...] = ()

    def set_duties(self, duties: Sequence[Duty]) -> None:
        """Show these duties."""
        if tuple(duties) == tuple(row.duty for row in self.rows):
            return
        for old in self.rows:
            old.hide()
            old.deleteLater()
        self.rows = tuple(DutyRow(duty) for duty in duties)
        for row in self.rows:
            self._column.addWidget(row)
            row.clicked.connect(lambda _=False, duty=row.duty: self.opened.emit(duty))
