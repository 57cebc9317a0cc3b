"""The base of dialogs: a title, trouble at the place it happened, verbs at the bottom right."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.domain.errors import Trouble, UserError
from ui import theme, trouble
from ui.widgets.banner import Banner

WIDTH, EDGE = 480, 32


class Dialog(QDialog):
    """Subclasses fill `body` and add their acts; Escape backs out."""

    def __init__(self, parent: QWidget | None, title: str, purpose: str = "") -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(theme.px(WIDTH))
        self.heading = QLabel(title)
        theme.mark(self.heading, "role", "title")
        self.purpose = QLabel(purpose)
        self.purpose.setWordWrap(True)
        self.purpose.setVisible(bool(purpose))
        theme.mark(self.purpose, "role", "muted")
        self.banners = QVBoxLayout()
        self.body = QVBoxLayout()
        self.body.setSpacing(theme.px(12))
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(theme.px(8))
        self.buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[theme.px(24)] * 4)
        layout.setSpacing(theme.px(12))
        layout.addWidget(self.heading)
        layout.addWidget(self.purpose)
        layout.addLayout(self.banners)
        layout.addLayout(self.body, 1)
        layout.addSpacing(theme.px(4))
        layout.addLayout(self.buttons)

    def resize_within(self, width: int, height: int) -> None:
        """Take a size in pixels at 100 %, but never more than the screen has."""
        room = self.screen().availableGeometry().size()
        edge = theme.px(EDGE)
        self.resize(
            min(theme.px(width), room.width() - edge), min(theme.px(height), room.height() - edge)
        )

    def add_act(
        self, words: str, act: Callable[[], object], *, primary: bool = False
    ) -> QPushButton:
        """Put a verb at the bottom right."""
        button = QPushButton(words)
        theme.mark(button, "kind", "primary" if primary else "usual")
        button.setAutoDefault(True)  # Enter presses the button that has the focus, not another
        button.setDefault(primary)
        button.clicked.connect(lambda _=False: act())
        self.buttons.addWidget(button)
        return button

    def show_trouble(
        self, error: UserError | Trouble, again: Callable[[], object] | None = None
    ) -> None:
        """Show why the act did not happen, and let it be tried again where that can help."""
        words = trouble.of_error(error)
        button = QCoreApplication.translate("Dialog", "Try again") if again else ""

        def repeat() -> None:
            self.clear_trouble()
            if again is not None:
                again()

        self.clear_trouble()
        self.banners.addWidget(Banner("stop", words.text, words.remedy, button, repeat))

    def clear_trouble(self) -> None:
        """Take the trouble away before the act is tried again."""
        while self.banners.count():
            item = self.banners.takeAt(0)
            widget = item.widget() if item is not None else None
            if isinstance(widget, Banner):
                widget.leave()
