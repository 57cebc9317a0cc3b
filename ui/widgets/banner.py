"""A banner: shape, word and colour, what happened and what to do, and at most one button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from ui import icons, theme
from ui.delegates.badge import INK
from ui.widgets.empty_state import Picture

if TYPE_CHECKING:
    from collections.abc import Callable

KINDS = ("stop", "warn", "note", "done")


class Banner(QFrame):
    """One calm message at the place it belongs to."""

    def __init__(
        self,
        kind: str,
        text: str,
        remedy: str = "",
        button: str = "",
        act: Callable[[], object] | None = None,
    ) -> None:
        super().__init__()
        self.kind = kind
        self.text = text
        theme.mark(self, "banner", kind)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.px(12), theme.px(8), theme.px(8), theme.px(8))
        layout.setSpacing(theme.px(10))
        layout.addWidget(Picture(kind, 16, INK[kind]), 0, Qt.AlignmentFlag.AlignVCenter)
        words = QLabel(f"{text}\n{remedy}" if remedy else text)
        words.setWordWrap(True)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.words = words
        layout.addWidget(words, 1)
        self.button = QPushButton(button)
        self.button.setAutoDefault(True)
        self.button.setVisible(bool(button))
        if act is not None:
            self.button.clicked.connect(lambda _=False: act())
        layout.addWidget(self.button)
        layout.addWidget(self._closer())
        self.setAccessibleName(f"{_word(kind)}: {text}")

    def _closer(self) -> QWidget:
        closer = QToolButton()
        closer.setIcon(icons.get("close", INK[self.kind]))
        closer.setToolTip(QCoreApplication.translate("Banner", "Close"))
        closer.clicked.connect(self.leave)
        return closer

    def leave(self) -> None:
        """Take the banner away."""
        self.hide()
        self.setParent(None)
        self.deleteLater()


def _word(kind: str) -> str:
    return {
        "stop": QCoreApplication.translate("Banner", "Stopped"),
        "warn": QCoreApplication.translate("Banner", "Warning"),
        "note": QCoreApplication.translate("Banner", "Note"),
        "done": QCoreApplication.translate("Banner", "Done"),
    }[kind]
