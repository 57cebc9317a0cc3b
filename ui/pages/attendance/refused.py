"""Lines of a gate's file that could not be read, with their text."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.domain.imports import RefusedLine
from ui import theme

LISTED = 1_000


class RefusedLines(QWidget):
    """What the inspector shows: where each line stands and what it says, to copy and ask about."""

    def __init__(self, lines: Sequence[RefusedLine]) -> None:
        super().__init__()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, theme.px(8), 0)
        title = QLabel(self.tr("{count} lines not readable").format(count=len(lines)))
        theme.mark(title, "role", "section")
        words = QLabel(
            self.tr(
                "They are kept with their text and count nothing. Look at the gate's clock, and "
                "set the days by hand where somebody was there."
            )
        )
        words.setWordWrap(True)
        theme.mark(words, "role", "muted")
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        row = self.tr("Row {row}: {text}")
        self.text.setPlainText(
            "\n".join(
                row.format(row=one.line, text=one.text.strip().replace("\t", "  "))
                for one in lines[:LISTED]
            )
        )
        self.text.setAccessibleName(title.text())
        self.text.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for widget in (title, words):
            rows.addWidget(widget)
        rows.addWidget(self.text, 1)
