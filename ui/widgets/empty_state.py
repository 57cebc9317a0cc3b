"""Nothing here yet: one sentence, one picture, one button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from ui import icons, theme

if TYPE_CHECKING:
    from collections.abc import Callable

PICTURE = 72


class Picture(QWidget):
    """A large quiet icon."""

    def __init__(self, icon: str, size: int = PICTURE, ink: str = "faint") -> None:
        super().__init__()
        self._icon = icon
        self._size = size
        self._ink = ink
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """Return the picture's size at this scale."""
        return QSize(theme.px(self._size), theme.px(self._size))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the icon."""
        painter = QPainter(self)
        icons.paint(painter, self._icon, self.rect(), self._ink)
        painter.end()


class EmptyState(QWidget):
    """What a page shows while it has nothing to show, with the one act that changes that."""

    def __init__(
        self,
        sentence: str,
        icon: str = "empty",
        button: str = "",
        act: Callable[[], object] | None = None,
    ) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setSpacing(theme.px(16))
        layout.setContentsMargins(*[theme.px(24)] * 4)
        self.label = QLabel(sentence)
        self.label.setWordWrap(True)
        self.label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        theme.mark(self.label, "role", "empty")
        self.button = QPushButton(button)
        self.button.setVisible(bool(button))
        if act is not None:
            self.button.clicked.connect(lambda _=False: act())
        centre = Qt.AlignmentFlag.AlignHCenter
        layout.addStretch(2)
        layout.addWidget(Picture(icon), 0, centre)
        layout.addWidget(self.label)
        layout.addWidget(self.button, 0, centre)
        layout.addStretch(3)
