"""A badge outside a table: shape, word and colour."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme
from ui.delegates.badge import draw
from ui.models.rows import Badge


class BadgeLabel(QWidget):
    """Shows one badge as wide as its word."""

    def __init__(self, badge: Badge | None = None) -> None:
        super().__init__()
        self.badge = badge
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_badge(self, badge: Badge | None) -> None:
        """Show another badge, or none."""
        self.badge = badge
        self.setAccessibleName(badge.word if badge else "")
        self.setVisible(badge is not None)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room that shape and word take."""
        metrics = QFontMetrics(self.font())
        word = metrics.horizontalAdvance(self.badge.word) if self.badge else 0
        return QSize(word + theme.px(34), metrics.height() + theme.px(6))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the badge."""
        if self.badge is not None:
            painter = QPainter(self)
            draw(painter, QRect(0, 0, self.width(), self.height()), self.badge)
            painter.end()
