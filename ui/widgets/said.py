"""Words that people read and may copy: wrapped, never taken for markup."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from ui import theme


def said_label(said: str, role: str = "") -> QLabel:
    """Return a label for a sentence of an inspector; `role` is one of the style sheet's."""
    label = QLabel(said)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    if role:
        theme.mark(label, "role", role)
    return label
