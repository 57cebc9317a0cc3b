"""A worker who was found: who he is at the left, where he works at the right."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.ports.views import FoundWorker
from ui import theme
from ui.delegates import badge
from ui.models.rows import Badge, Index

FOUND_ROLE = Qt.ItemDataRole.UserRole
ROW, INSET, PILL = 54, 10, 40
_RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)


class FoundDelegate(QStyledItemDelegate):
    """Two lines a worker."""

    def __init__(self, parent: QObject, left: str, nowhere: str) -> None:
        super().__init__(parent)
        self._left = left
        self._nowhere = nowhere

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return room for two lines."""
        return QSize(super().sizeHint(option, index).width(), theme.px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the ground, then both lines."""
        found = index.data(FOUND_ROLE)
        bare = QStyleOptionViewItem(option)
        self.initStyleOption(bare, index)
        bare.text = ""
        widget = bare.widget
        widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, bare, painter, widget)
        if isinstance(found, FoundWorker):
            painter.save()
            self._draw(painter, bare.rect, found)
            painter.restore()

    def _draw(self, painter: QPainter, room: QRect, one: FoundWorker) -> None:
        inside = room.adjusted(theme.px(INSET), theme.px(6), -theme.px(INSET), -theme.px(6))
        half = inside.height() // 2
        upper = QRect(inside.left(), inside.top(), inside.width(), half)
        lower = QRect(inside.left(), inside.top() + half, inside.width(), half)
        share = inside.width() * 2 // 5
        for line, words, token in (
            (upper, one.team_name if one.project else self._nowhere, "text"),
            (lower, one.project_name, "muted"),
        ):
            place = line.adjusted(inside.width() - share, 0, 0, 0)
            self._write(painter, place, words, token if one.project else "muted", _RIGHT)
        who = upper.adjusted(0, 0, -share - theme.px(INSET), 0)
        if one.project is not None and not one.on_site:
            self._mark_left(painter, who, one.name)
        else:
            self._write_name(painter, who, one.name)
        card = f"****{one.card_tail}" if one.card_tail else ""
        facts = "　".join(filter(None, (one.id_number, one.phone, card)))
        self._write(painter, lower.adjusted(0, 0, -share - theme.px(INSET), 0), facts, "muted")

    def _mark_left(self, painter: QPainter, room: QRect, name: str) -> None:
        """Write a name with the pill of those who have left, which a long name makes room for."""
        pill = theme.px(PILL) + painter.fontMetrics().horizontalAdvance(self._left)
        taken = self._write_name(painter, room.adjusted(0, 0, -pill - theme.px(INSET), 0), name)
        place = room.adjusted(taken + theme.px(INSET), 0, 0, 0)
        badge.draw(painter, place, Badge("note", self._left))

    def _write_name(self, painter: QPainter, room: QRect, name: str) -> int:
        usual, bold = QFont(painter.font()), QFont(painter.font())
        bold.setBold(True)
        painter.setFont(bold)
        taken = self._write(painter, room, name, "text")
        painter.setFont(usual)
        return taken

    def _write(
        self,
        painter: QPainter,
        room: QRect,
        words: str,
        token: str,
        where: int = int(Qt.AlignmentFlag.AlignVCenter),
    ) -> int:
        """Write a line cut to fit; returns its width."""
        metrics = QFontMetrics(painter.font())
        cut = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.setPen(theme.colour(token))
        painter.drawText(room, where, cut)
        return metrics.horizontalAdvance(cut)
