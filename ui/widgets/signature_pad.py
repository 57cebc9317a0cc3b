"""A pad to sign on with pen, finger or mouse."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QImage,
    QImageWriter,
    QInputDevice,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTabletEvent,
    QTouchEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.domain.signing import Stroke
from ui import theme

PLAIN = 0.5
"""Pressure of a mouse or of a finger that tells none."""
THIN, THICK = 1.6, 5.2
"""Line width at no and at full pressure, in pixels of a pad 200 pixels high."""
PICTURE = 400
"""Pixels of height of the kept picture; its width follows the pad's shape."""
HEIGHT = 200
Point = tuple[float, float, float, int]


class SignaturePad(QWidget):
    """Collects strokes with pressure and time; coordinates 0..1 of the pad's width and height."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._strokes: list[Stroke] = []
        self._open: list[Point] = []
        self._begun: int | None = None
        self._by: str = ""
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_StaticContents)
        self.setTabletTracking(False)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(self.tr("Signature"))

    @property
    def strokes(self) -> tuple[Stroke, ...]:
        """The finished strokes, in order."""
        return tuple(self._strokes)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was written."""
        return not self._strokes and not self._open

    def clear(self) -> None:
        """Take everything away."""
        self._strokes, self._open, self._begun, self._by = [], [], None, ""
        self._tell()

    def undo_stroke(self) -> None:
        """Take the last stroke away."""
        if self._strokes:
            self._strokes.pop()
            self._tell()

    def to_png(self) -> bytes:
        """Return the signature as a PNG: dark strokes on white."""
        width = round(PICTURE * self.width() / max(1, self.height()))
        image = QImage(QSize(width, PICTURE), QImage.Format.Format_ARGB32)
        image.fill(theme.colour("paper"))
        painter = QPainter(image)
        self._draw(painter, image.size())
        painter.end()
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        QImageWriter(buffer, QByteArray(b"png")).write(image)
        return bytes(buffer.data().data())

    def sizeHint(self) -> QSize:
        """Return a pad three times as wide as high."""
        return QSize(theme.px(3 * HEIGHT), theme.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Return the least size one can sign on."""
        return QSize(theme.px(300), theme.px(100))

    def tabletEvent(self, event: QTabletEvent) -> None:
        """Write with a pen."""
        point, pressure = event.position(), event.pressure()
        kind = event.type()
        if kind == QEvent.Type.TabletPress:
            self._press("pen", point, pressure, event.timestamp())
        elif kind == QEvent.Type.TabletMove:
            self._move("pen", point, pressure, event.timestamp())
        elif kind == QEvent.Type.TabletRelease:
            self._release("pen", point, pressure, event.timestamp())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a stroke with the left button."""
        if event.button() == Qt.MouseButton.LeftButton and not _synthesised(event):
            self._press("mouse", event.position(), PLAIN, event.timestamp())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with the stroke."""
        self._move("mouse", event.position(), PLAIN, event.timestamp())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the stroke."""
        self._release("mouse", event.position(), PLAIN, event.timestamp())

    def event(self, event: QEvent) -> bool:
        """Take touches before Qt makes mouse events of them."""
        if isinstance(event, QTouchEvent):
            self._touch(event)
            event.accept()
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the paper, the line to sign on and the strokes."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("edge"), 1))
        painter.setBrush(theme.colour("paper"))
        radius = theme.px(6)
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), radius, radius)
        painter.setPen(QPen(theme.colour("faint"), 1, Qt.PenStyle.DashLine))
        base, side = round(self.height() * 0.78), theme.px(24)
        painter.drawLine(side, base, self.width() - side, base)
        self._draw(painter, self.size())
        painter.end()

    def _touch(self, event: QTouchEvent) -> None:
        if not event.points():
            return
        finger = event.points()[0]  # a second finger is a palm
        pressure = finger.pressure() or PLAIN
        kind = event.type()
        if kind == QEvent.Type.TouchBegin:
            self._press("touch", finger.position(), pressure, event.timestamp())
        elif kind == QEvent.Type.TouchUpdate:
            self._move("touch", finger.position(), pressure, event.timestamp())
        elif kind == QEvent.Type.TouchEnd:
            self._release("touch", finger.position(), pressure, event.timestamp())
        elif kind == QEvent.Type.TouchCancel:
            self._open, self._by = [], ""
            self._tell()

    def _press(self, by: str, at: QPointF, pressure: float, time: int) -> None:
        if self._by:
            return
        self._by = by
        if self._begun is None:
            self._begun = time
        self._open = [self._point(at, pressure, time)]
        self.update()

    def _move(self, by: str, at: QPointF, pressure: float, time: int) -> None:
        if self._by == by:
            self._open.append(self._point(at, pressure, time))
            self.update()

    def _release(self, by: str, at: QPointF, pressure: float, time: int) -> None:
        if self._by != by:
            return
        last = self._open[-1]
        self._open.append(self._point(at, pressure or last[2], time))
        self._strokes.append(Stroke(tuple(self._open)))
        self._open, self._by = [], ""
        self._tell()

    def _point(self, at: QPointF, pressure: float, time: int) -> Point:
        x = min(max(at.x() / max(1, self.width()), 0.0), 1.0)
        y = min(max(at.y() / max(1, self.height()), 0.0), 1.0)
        since = max(0, time - (self._begun or 0))
        return (round(x, 5), round(y, 5), round(min(max(pressure, 0.0), 1.0), 3), since)

    def _tell(self) -> None:
        self.update()
        self.changed.emit()

    def _draw(self, painter: QPainter, size: QSize) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for points in (*(stroke.points for stroke in self._strokes), tuple(self._open)):
            _draw_stroke(painter, points, size)


def _draw_stroke(painter: QPainter, points: tuple[Point, ...], size: QSize) -> None:
    if not points:
        return
    scale = size.height() / HEIGHT
    spots = [QPointF(x * size.width(), y * size.height()) for x, y, _, _ in points]
    pen = QPen(theme.colour("ink"))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    for number in range(max(1, len(spots) - 1)):
        pressure = points[number][2]
        pen.setWidthF((THIN + (THICK - THIN) * pressure) * scale)
        painter.setPen(pen)
        after = spots[min(number + 1, len(spots) - 1)]
        if after == spots[number]:
            painter.drawPoint(after)
        else:
            painter.drawLine(spots[number], after)


def _synthesised(event: QMouseEvent) -> bool:
    # Qt repeats unanswered pen and touch events as mouse events; the pad has answered those.
    return event.device().type() not in {
        QInputDevice.DeviceType.Mouse,
        QInputDevice.DeviceType.TouchPad,
        QInputDevice.DeviceType.Unknown,
    }
