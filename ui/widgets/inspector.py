"""The panel at the right: the selected row, its history, its findings."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QToolButton, QVBoxLayout, QWidget

from ui import icons, theme

LEAST = 240


class Inspector(QWidget):
    """Holds one widget and may be closed; closed while it holds none."""

    def __init__(self) -> None:
        super().__init__()
        theme.mark(self, "role", "inspector")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(theme.px(LEAST))
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.closer = QToolButton()
        self.closer.setIcon(icons.get("close", "muted"))
        self.closer.setToolTip(self.tr("Close"))
        self.closer.clicked.connect(lambda: self.show_widget(None))
        head = QHBoxLayout()
        head.addStretch(1)
        head.addWidget(self.closer)
        layout = QVBoxLayout(self)
        side = theme.px(16)
        layout.setContentsMargins(side, theme.px(8), theme.px(8), side)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self._area, 1)
        self.hide()

    def show_widget(self, widget: QWidget | None) -> bool:
        """Show a widget in place of the old one, or close; tell whether it had been closed."""
        was_closed = self.isHidden()
        old = self._area.takeWidget()
        if old is not None and old is not widget:
            old.deleteLater()
        if widget is not None:
            self._area.setWidget(widget)
        self.setVisible(widget is not None)
        return was_closed and widget is not None
