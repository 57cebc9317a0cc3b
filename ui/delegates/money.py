"""Amounts in tables: tabular figures, negative ones in red with their sign."""

from __future__ import annotations

from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from ui import theme
from ui.models.rows import Index


def tabular(font: QFont) -> QFont:
    """Return the font with figures of equal width."""
    wide = QFont(font)
    wide.setFeature(QFont.Tag("tnum"), 1)
    return wide


class MoneyDelegate(QStyledItemDelegate):
    """Draws an amount so that columns of figures can be compared."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Set figures of equal width; colour what is below zero."""
        super().initStyleOption(option, index)
        option.font = tabular(option.font)
        if option.text.startswith("-"):
            for role in (QPalette.ColorRole.Text, QPalette.ColorRole.HighlightedText):
                option.palette.setColor(role, theme.colour("red"))
