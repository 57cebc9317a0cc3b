"""A state drawn as a pill: shape, word and colour together."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui import icons, theme
from ui.models.rows import BADGE_ROLE, Badge, Index

INK = {"stop": "red", "warn": "yellow", "note": "blue", "done": "green"}
"""Kind of a badge, a banner or a finding → colour token; the icon has the kind's name."""


class BadgeDelegate(QStyledItemDelegate):
    """Draws the Badge of a cell instead of its text."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the cell's ground, then its pill."""
        badge = index.data(BADGE_ROLE)
        if not isinstance(badge, Badge):
            super().paint(painter, option, index)
            return
        bare = QStyleOptionViewItem(option)
        self.initStyleOption(bare, index)
        bare.text = ""
        widget = bare.widget
        widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, bare, painter, widget)
        draw(painter, bare.rect.adjusted(theme.px(8), 0, -theme.px(4), 0), badge)


def draw(painter: QPainter, room: QRect, badge: Badge) -> None:
    """Draw a pill at the left of a rectangle, vertically centred, its word cut to fit."""
    token = INK[badge.kind]
    metrics = QFontMetrics(painter.font())
    mark, gap, side = theme.px(10), theme.px(6), theme.px(8)
    height = metrics.height() + theme.px(4)
    room_for_word = room.width() - mark - gap - 2 * side
    word = metrics.elidedText(badge.word, Qt.TextElideMode.ElideRight, room_for_word)
    width = min(room.width(), metrics.horizontalAdvance(word) + mark + gap + 2 * side)
    pill = QRect(room.left(), room.center().y() - height // 2, width, height)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(f"{token}_ground"))
    painter.drawRoundedRect(QRectF(pill), height / 2, height / 2)
    shape = QRect(pill.left() + side, pill.center().y() - mark // 2, mark, mark)
    icons.paint(painter, badge.kind, shape, token)
    painter.setPen(theme.colour(token))
    words = pill.adjusted(side + mark + gap, 0, 0, 0)
    painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), word)
    painter.restore()
