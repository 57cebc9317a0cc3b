"""A picture with a frame of a fixed ratio that is moved and sized by mouse or keys."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.domain.pictures import Crop, middle
from ui import theme

LEAST = 60
"""Least width of the frame, pixels of the picture."""
STEP, LEAP = 0.01, 0.05
"""How far an arrow key moves the frame, parts of the picture's width; with Shift."""
GROW = 1.08
_HANDLE = 9
_VEIL = 150
_CORNERS = ((0, 0), (1, 0), (0, 1), (1, 1))


class CropView(QWidget):
    """Shows a picture dimmed but for the part that will be kept."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._image = QImage()
        self._ratio = Fraction(1)
        self._frame = QRectF()
        self._held: int | None = None
        """Corner that is dragged, or -1 for the whole frame."""
        self._from = QPointF()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Part of the picture that is kept"))
        self.setToolTip(
            self.tr("Drag the frame or its corners; arrows move it, + and - change its size")
        )

    def set_picture(self, jpeg: bytes, ratio: Fraction) -> None:
        """Show a picture with the largest frame of a ratio in its middle."""
        self._image = QImage.fromData(jpeg)
        self.set_ratio(ratio)

    def set_ratio(self, ratio: Fraction) -> None:
        """Take another ratio, beginning in the middle again."""
        self._ratio = ratio
        if not self._image.isNull():
            part = middle(self._image.width(), self._image.height(), ratio)
            self._frame = QRectF(part.left, part.top, part.width, part.height)
        self._tell()

    @property
    def crop(self) -> Crop | None:
        """The part that is kept, in pixels of the picture; None without one."""
        if self._image.isNull():
            return None
        left, top = max(0, int(self._frame.left())), max(0, int(self._frame.top()))
        wide = min(round(self._frame.width()), self._image.width() - left)
        high = min(round(self._frame.height()), self._image.height() - top)
        return Crop(left, top, wide, high)

    def part(self) -> QImage:
        """Return the picture inside the frame."""
        found = self.crop
        if found is None:
            return QImage()
        return self._image.copy(found.left, found.top, found.width, found.height)

    def sizeHint(self) -> QSize:
        """Return a comfortable size."""
        return QSize(theme.px(420), theme.px(380))

    def minimumSizeHint(self) -> QSize:
        """Return the least size in which a face can be framed."""
        return QSize(theme.px(260), theme.px(240))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the picture, the veil around the frame, the frame and its corners."""
        painter = QPainter(self)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        painter.fillRect(self.rect(), theme.colour("desk"))
        if self._image.isNull():
            painter.end()
            return
        shown = self._shown()
        painter.drawImage(shown, self._image)
        frame = self._to_screen(self._frame)
        veil = QColor(theme.colour("ink"))
        veil.setAlpha(_VEIL)
        for side in _around(shown, frame):
            painter.fillRect(side, veil)
        painter.setPen(QPen(theme.colour("paper"), theme.px(2)))
        painter.drawRect(frame)
        thirds = QColor(theme.colour("paper"))
        thirds.setAlpha(90)
        painter.setPen(QPen(thirds, 1))
        for n in (1, 2):
            x = frame.left() + frame.width() * n / 3
            y = frame.top() + frame.height() * n / 3
            painter.drawLine(QPointF(x, frame.top()), QPointF(x, frame.bottom()))
            painter.drawLine(QPointF(frame.left(), y), QPointF(frame.right(), y))
        self._paint_corners(painter, frame)
        painter.end()

    def _paint_corners(self, painter: QPainter, frame: QRectF) -> None:
        half = theme.px(_HANDLE) / 2
        accent = theme.colour("accent") if self.hasFocus() else theme.colour("paper")
        painter.setPen(QPen(theme.colour("ink"), 1))
        painter.setBrush(accent)
        for spot in _corners(frame):
            painter.drawRect(QRectF(spot.x() - half, spot.y() - half, 2 * half, 2 * half))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of a corner or of the frame."""
        if event.button() != Qt.MouseButton.LeftButton or self._image.isNull():
            return
        self.setFocus()
        self._held = self._grip(event.position())
        self._from = self._to_picture(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move what is held; otherwise show what can be done here."""
        spot = self._to_picture(event.position())
        if self._held is None:
            grip = self._grip(event.position())
            self.setCursor(Qt.CursorShape.ArrowCursor if grip is None else _CURSORS[grip])
        elif self._held < 0:
            self._move(spot - self._from)
            self._from = spot
        else:
            self._drag_corner(self._held, spot)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let go."""
        self._held = None

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Size the frame."""
        self._grow(1 / GROW if event.angleDelta().y() > 0 else GROW)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with arrows (Shift: farther), size with + and -."""
        far = (LEAP if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else STEP) * max(
            1, self._image.width()
        )
        moves = {
            Qt.Key.Key_Left: QPointF(-far, 0),
            Qt.Key.Key_Right: QPointF(far, 0),
            Qt.Key.Key_Up: QPointF(0, -far),
            Qt.Key.Key_Down: QPointF(0, far),
        }
        key = Qt.Key(event.key())
        if key in moves:
            self._move(moves[key])
        elif key in {Qt.Key.Key_Plus, Qt.Key.Key_Equal}:
            self._grow(GROW)
        elif key == Qt.Key.Key_Minus:
            self._grow(1 / GROW)
        else:
            super().keyPressEvent(event)

    def _move(self, by: QPointF) -> None:
        self._frame.translate(by)
        self._keep_inside()

    def _grow(self, times: float) -> None:
        centre = self._frame.center()
        wide = self._fitting(self._frame.width() * times)
        self._frame.setSize(QRectF(0, 0, wide, wide / float(self._ratio)).size())
        self._frame.moveCenter(centre)
        self._keep_inside()

    def _drag_corner(self, corner: int, spot: QPointF) -> None:
        """Size the frame by one corner; the one across stays where it is."""
        x, y = _CORNERS[corner]
        fixed = _corners(self._frame)[3 - corner]
        room_x = fixed.x() if x == 0 else self._image.width() - fixed.x()
        room_y = fixed.y() if y == 0 else self._image.height() - fixed.y()
        ratio = float(self._ratio)
        wanted = max(abs(spot.x() - fixed.x()), abs(spot.y() - fixed.y()) * ratio)
        wide = max(min(wanted, room_x, room_y * ratio), min(LEAST, room_x, room_y * ratio))
        high = wide / ratio
        left = fixed.x() - wide if x == 0 else fixed.x()
        top = fixed.y() - high if y == 0 else fixed.y()
        self._frame = QRectF(left, top, wide, high)
        self._keep_inside()

    def _fitting(self, wide: float) -> float:
        most = min(float(self._image.width()), self._image.height() * float(self._ratio))
        return max(min(wide, most), min(LEAST, most))

    def _keep_inside(self) -> None:
        right = max(0.0, self._image.width() - self._frame.width())
        low = max(0.0, self._image.height() - self._frame.height())
        self._frame.moveLeft(min(max(self._frame.left(), 0.0), right))
        self._frame.moveTop(min(max(self._frame.top(), 0.0), low))
        self._tell()

    def _grip(self, spot: QPointF) -> int | None:
        """Return the corner at a spot, -1 inside the frame, None elsewhere."""
        frame = self._to_screen(self._frame)
        reach = theme.px(_HANDLE) * 1.5
        for number, corner in enumerate(_corners(frame)):
            if (corner - spot).manhattanLength() <= reach:
                return number
        return -1 if frame.contains(spot) else None

    def _shown(self) -> QRectF:
        """Return where the picture lies in the widget."""
        size = QSize(self._image.size()).scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        left, top = (self.width() - size.width()) / 2, (self.height() - size.height()) / 2
        return QRectF(left, top, size.width(), size.height())

    def _scale(self) -> float:
        return self._shown().width() / max(1, self._image.width())

    def _to_screen(self, box: QRectF) -> QRectF:
        shown, scale = self._shown(), self._scale()
        return QRectF(
            shown.left() + box.left() * scale,
            shown.top() + box.top() * scale,
            box.width() * scale,
            box.height() * scale,
        )

    def _to_picture(self, spot: QPointF) -> QPointF:
        shown, scale = self._shown(), self._scale() or 1.0
        return QPointF((spot.x() - shown.left()) / scale, (spot.y() - shown.top()) / scale)

    def _tell(self) -> None:
        self.update()
        self.changed.emit()


_CURSORS = {
    -1: Qt.CursorShape.SizeAllCursor,
    0: Qt.CursorShape.SizeFDiagCursor,
    1: Qt.CursorShape.SizeBDiagCursor,
    2: Qt.CursorShape.SizeBDiagCursor,
    3: Qt.CursorShape.SizeFDiagCursor,
}


def _corners(frame: QRectF) -> tuple[QPointF, QPointF, QPointF, QPointF]:
    return (frame.topLeft(), frame.topRight(), frame.bottomLeft(), frame.bottomRight())


def _around(shown: QRectF, frame: QRectF) -> tuple[QRectF, ...]:
    """Return the four parts of a picture that lie outside the frame."""
    return (
        QRectF(shown.left(), shown.top(), shown.width(), frame.top() - shown.top()),
        QRectF(shown.left(), frame.bottom(), shown.width(), shown.bottom() - frame.bottom()),
        QRectF(shown.left(), frame.top(), frame.left() - shown.left(), frame.height()),
        QRectF(frame.right(), frame.top(), shown.right() - frame.right(), frame.height()),
    )
