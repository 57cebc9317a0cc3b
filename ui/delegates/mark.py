"""A day of the month grid: sign, tint, corner marks, the shape of a single punch; its editor."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QObject,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import (
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop.domain.attendance import DayMark
from ui import theme
from ui.models.grid import Entry, GridModel, Shown, is_single, read_entry, sign
from ui.models.rows import Index

LONG = 2
"""Signs longer than this are drawn smaller."""
SMALL = 0.78
MOST_PICTURES = 1_000
_Content = tuple[DayMark, str, bool, bool]
"""A day, the token of its ground, whether it is noted, whether work stood still."""
_FILLED = "filled"
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_DRAWN = {
    "√": ((0.05, 0.55), (0.38, 0.9), (0.95, 0.15)),
    "△": ((0.5, 0.1), (0.98, 0.9), (0.02, 0.9), (0.5, 0.1)),
}
"""Signs drawn as lines: fonts disagree about them, and a line stays crisp at every scale."""


class Pictures:
    """The pictures of days at one size and look; a month has few different ones, drawn once."""

    def __init__(self) -> None:
        self._drawn: dict[tuple[object, ...], QPixmap] = {}
        self._look: tuple[object, ...] = ()

    def wear(self, size: QSize, ratio: float, font: QFont) -> None:
        """Take the size and look of what is painted next; another look draws all anew."""
        worn = theme.current()
        look = (size.height(), ratio, font.key(), worn.mood, worn.scale)
        if look != self._look or len(self._drawn) > MOST_PICTURES:
            self._drawn.clear()
            self._look = look
        self._height, self._ratio, self._font = size.height(), ratio, font

    def get(self, shown: Shown, mark: DayMark, ground: str, width: int) -> QPixmap:
        """Return the picture of a day."""
        key = (shown, ground, width)
        picture = self._drawn.get(key)
        if picture is None:
            size = QSize(width, self._height)
            content = mark, ground, shown.noted, shown.stopped
            picture = self._drawn[key] = _draw_cell(size, self._ratio, self._font, content)
        return picture


class MarkDelegate(QStyledItemDelegate):
    """Edits a day as text; tells what was typed instead of writing the model."""

    entered = Signal(object, object)
    """Entry, and the QModelIndex of the day it was typed into."""
    misread = Signal(str)
    """Text that is neither a sign nor a number of work-days or hours."""

    def createEditor(
        self, parent: QWidget, _option: QStyleOptionViewItem, _index: Index
    ) -> QWidget:
        """Offer a line that takes signs and numbers."""
        editor = QLineEdit(parent)
        editor.setAlignment(Qt.AlignmentFlag.AlignCenter)
        editor.setFrame(False)
        theme.mark(editor, "role", "cell")
        return editor

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Take Enter at once: Qt takes it later, and what is typed meanwhile would get lost."""
        if isinstance(event, QKeyEvent) and isinstance(editor, QLineEdit):
            pressed = event.type() == QEvent.Type.KeyPress
            if pressed and event.key() in _ENTER:
                self.commitData.emit(editor)
                self.closeEditor.emit(editor, self.EndEditHint.SubmitModelCache)
                return True
        return super().eventFilter(editor, event)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Fill the line once: what is being typed outlives news about the day."""
        if isinstance(editor, QLineEdit) and not editor.property(_FILLED):
            editor.setProperty(_FILLED, True)
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole) or ""))
            editor.selectAll()

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, _index: Index
    ) -> None:
        """Give the line room for four characters however narrow the day is."""
        wide = max(option.rect.width(), theme.px(44))
        editor.setGeometry(QRect(option.rect.topLeft(), option.rect.size()))
        editor.setFixedWidth(wide)

    def setModelData(self, editor: QWidget, _model: QAbstractItemModel, index: Index) -> None:
        """Tell what was typed; nothing typed changes nothing."""
        text = editor.text().strip() if isinstance(editor, QLineEdit) else ""
        if not text:
            return
        try:
            entry: Entry = read_entry(text)
        except ValueError:
            self.misread.emit(text)
            return
        self.entered.emit(entry, index)


def draw_mark(painter: QPainter, rect: QRect, mark: DayMark, font: QFont) -> None:
    """Draw what a day says, without its ground; the legend uses this too."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if is_single(mark):
        _half_circle(painter, rect)
    elif sign(mark) in _DRAWN:
        _shape(painter, rect, sign(mark))
    else:
        _word(painter, rect, mark, font)
    if mark.hand is not None:
        _corner(painter, rect)
    if mark.approved:
        _plus(painter, rect)
    painter.restore()


def _draw_cell(size: QSize, ratio: float, font: QFont, content: _Content) -> QPixmap:
    mark, ground, noted, stopped = content
    picture = QPixmap(size * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(theme.colour(ground))
    rect = QRect(QPoint(0, 0), size)
    painter = QPainter(picture)
    if stopped:
        hatch(painter, rect)
    painter.setPen(QPen(theme.colour("line"), 1))
    painter.drawLine(rect.topRight(), rect.bottomRight())
    painter.drawLine(rect.bottomLeft(), rect.bottomRight())
    draw_mark(painter, rect, mark, font)
    if noted:
        draw_note(painter, rect)
    painter.end()
    return picture


def grounds(model: GridModel) -> tuple[str, ...]:
    """Return the token of each day's ground, left to right."""
    calendar = model.calendar
    return tuple(
        "holiday"
        if calendar.is_statutory(day)
        else "surface"
        if calendar.is_working_day(day)
        else "weekend"
        for day in model.days
    )


def _word(painter: QPainter, rect: QRect, mark: DayMark, font: QFont) -> None:
    text = sign(mark)
    if len(text) > LONG:
        small = QFont(font)
        small.setPointSizeF(font.pointSizeF() * SMALL)
        painter.setFont(small)
    else:
        painter.setFont(font)
    painter.setPen(theme.colour("text" if mark.work_days else "muted"))
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), text)


def _shape(painter: QPainter, rect: QRect, name: str) -> None:
    size = theme.px(11)
    left, top = rect.center().x() - size / 2, rect.center().y() - size / 2
    pen = QPen(theme.colour("text"), max(theme.px(10) / 7, 1))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    spots = QPolygonF([QPointF(left + x * size, top + y * size) for x, y in _DRAWN[name]])
    painter.drawPolyline(spots)


def _half_circle(painter: QPainter, rect: QRect) -> None:
    size = theme.px(11)
    box = QRectF(0, 0, size, size)
    box.moveCenter(QRectF(rect).center())
    painter.setPen(QPen(theme.colour("yellow"), theme.px(1.4) or 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(box)
    painter.setBrush(theme.colour("yellow"))
    painter.drawPie(box, 90 * 16, 180 * 16)


def _corner(painter: QPainter, rect: QRect) -> None:
    side = theme.px(7)
    right, top = rect.right(), rect.top()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("accent"))
    painter.drawPolygon(
        QPolygonF([QPointF(right - side, top), QPointF(right, top), QPointF(right, top + side)])
    )


def draw_note(painter: QPainter, rect: QRect) -> None:
    """Draw the corner of a noted day."""
    side = theme.px(7)
    left, top = rect.left(), rect.top()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("red"))
    painter.drawPolygon(
        QPolygonF([QPointF(left, top), QPointF(left + side, top), QPointF(left, top + side)])
    )


def hatch(painter: QPainter, rect: QRect) -> None:
    """Hatch a day on which work stood still: a shape, not only a tint."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipRect(rect)
    painter.setPen(QPen(theme.colour("line"), max(theme.px(1), 1)))
    step, high = theme.px(6), rect.height()
    for x in range(rect.left() - high, rect.right() + 1, step):
        painter.drawLine(x, rect.bottom() + 1, x + high, rect.top())
    painter.restore()


def _plus(painter: QPainter, rect: QRect) -> None:
    arm, gap = theme.px(3), theme.px(5)
    centre = QPointF(rect.right() - gap, rect.bottom() - gap)
    painter.setPen(QPen(theme.colour("blue"), theme.px(1.6) or 1))
    painter.drawLine(centre - QPointF(arm, 0), centre + QPointF(arm, 0))
    painter.drawLine(centre - QPointF(0, arm), centre + QPointF(0, arm))
