"""The month as a ribbon: one step after another, each with its figure and its state."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from ui import icons, theme
from ui.delegates.money import tabular

HEIGHT, MARK, LEAST = 112, 26, 128
INK = {"done": "green", "next": "accent", "partly": "accent", "later": "faint"}


@dataclass(frozen=True, slots=True)
class Shown:
    """One step in words: its name, its figure, and done, next, partly or later with its word."""

    key: str
    name: str
    figure: str
    state: str
    word: str


class StepItem(QAbstractButton):
    """One step; pressing it opens its page."""

    def __init__(self, step: Shown, *, first: bool, last: bool) -> None:
        super().__init__()
        self.step = step
        self._first = first
        self._last = last
        self.setText(step.name)
        self.setAccessibleName(f"{step.name} {step.figure} {step.word}")
        self.setToolTip(f"{step.name} · {step.figure}")
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return room for mark, name, figure and word."""
        return QSize(max(theme.px(LEAST), self._widest() + theme.px(16)), theme.px(HEIGHT))

    def _widest(self) -> int:
        bold = tabular(self.font())
        bold.setBold(True)
        plain = QFontMetrics(tabular(self.font()))
        words = (self.step.figure, self.step.word)
        name = QFontMetrics(bold).horizontalAdvance(self.step.name)
        return max(name, *(plain.horizontalAdvance(word) for word in words))

    def minimumSizeHint(self) -> QSize:
        """Return the least room in which no figure is cut."""
        return QSize(self._widest() + theme.px(16), theme.px(HEIGHT))

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
        """Draw the line, the mark and the three words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        self._paint_mark(painter)
        self._paint_words(painter)
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        if not (self.underMouse() or self.hasFocus()):
            return
        room = QRectF(self.rect()).adjusted(0.5, 0.5, -theme.px(8) - 0.5, -0.5)
        painter.setPen(theme.colour("accent") if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("over") if self.underMouse() else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(room, theme.px(6), theme.px(6))

    def _paint_mark(self, painter: QPainter) -> None:
        size, side = theme.px(MARK), theme.px(8)
        middle = QPointF(side + size / 2, theme.px(10) + size / 2)
        ink = theme.colour(INK[self.step.state])
        if not self._last:
            painter.setPen(QPen(theme.colour("green" if self._is_done else "line"), theme.px(2)))
            right = QPointF(self.width() + side - theme.px(6), middle.y())
            painter.drawLine(QPointF(middle.x() + size / 2 + theme.px(6), middle.y()), right)
        circle = QRectF(middle.x() - size / 2, middle.y() - size / 2, size, size)
        filled = self.step.state in {"done", "next"}
        painter.setPen(Qt.PenStyle.NoPen if filled else QPen(ink, theme.px(1.5)))
        ground = theme.colour("green_ground" if self._is_done else "accent")
        painter.setBrush(ground if filled else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(circle)
        shape = circle.toRect().adjusted(*(theme.px(6),) * 2, *(-theme.px(6),) * 2)
        if self._is_done:
            icons.paint(painter, "done", shape, "green")
        elif filled:
            icons.paint(painter, "chevron-right", shape, "on_accent")
        elif self.step.state == "partly":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink)
            painter.drawPie(circle, 90 * 16, -180 * 16)

    @property
    def _is_done(self) -> bool:
        return self.step.state == "done"

    def _paint_words(self, painter: QPainter) -> None:
        side, top = theme.px(8), theme.px(MARK + 18)
        room = QRect(side, top, self.width() - side - theme.px(4), theme.px(22))
        usual = tabular(self.font())
        bold = tabular(self.font())
        bold.setBold(True)
        later = self.step.state == "later"
        painter.setFont(bold)
        self._line(painter, room, self.step.name, "muted" if later else "text")
        painter.setFont(usual)
        figure = room.translated(0, theme.px(21))
        self._line(painter, figure, self.step.figure, "muted" if later else "text")
        small = tabular(self.font())
        small.setPointSizeF(theme.current().points(9))
        painter.setFont(small)
        ink = "muted" if later else INK[self.step.state]
        self._line(painter, room.translated(0, theme.px(42)), self.step.word, ink)

    def _line(self, painter: QPainter, room: QRect, words: str, ink: str) -> None:
        painter.setPen(theme.colour(ink))
        cut = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), cut)


class Ribbon(QWidget):
    """All steps of the month."""

    opened = Signal(str)
    """Key of the step the person wants to see."""

    def __init__(self) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self.items: tuple[StepItem, ...] = ()

    def set_steps(self, steps: Sequence[Shown]) -> None:
        """Show these steps; nothing is drawn anew where nothing changed."""
        if tuple(steps) == tuple(item.step for item in self.items):
            return
        for old in self.items:
            old.hide()
            old.deleteLater()
        last = len(steps) - 1
        self.items = tuple(
            StepItem(step, first=not n, last=n == last) for n, step in enumerate(steps)
        )
        for item in self.items:
            self._row.addWidget(item, 1)
            item.clicked.connect(lambda _=False, key=item.step.key: self.opened.emit(key))
