"""A folder: typed, or chosen with the button beside it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QWidget

from ui import icons, theme
from ui.fields.field import Field


class FolderField(Field):
    """The value is the folder's name as text; empty when none is given."""

    def __init__(self, hint: str = "") -> None:
        self.line = QLineEdit()
        self.line.setPlaceholderText(hint)
        room = QWidget()
        super().__init__(room)
        words = QCoreApplication.translate("FolderField", "Choose …")
        self.button = QPushButton(icons.get("folder"), words)
        self.button.clicked.connect(lambda _=False: self.choose())
        row = QHBoxLayout(room)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(self.line, 1)
        row.addWidget(self.button)
        room.setFocusProxy(self.line)
        self.line.textChanged.connect(lambda _: self.changed.emit())

    def reading(self) -> object:
        """Return the folder as typed."""
        return self.line.text().strip()

    def set_value(self, value: object) -> None:
        """Show a folder."""
        self.line.setText("" if value is None else str(value))
        self.line.setCursorPosition(0)

    def shown(self) -> str:
        """Return what was typed."""
        return self.line.text()

    def mark_fault(self, *, faulty: bool) -> None:
        """Draw the line's border in red, or as usual."""
        theme.mark(self.line, "fault", "true" if faulty else "false")

    def choose(self) -> None:
        """Ask for a folder, beginning with the one that stands there."""
        begin = Path(self.line.text().strip() or ".")
        near = next((str(one) for one in (begin, *begin.parents) if one.is_dir()), "")
        title = self.line.accessibleName() or self.button.text()
        name = QFileDialog.getExistingDirectory(self.window(), title, near)
        if name:
            self.set_value(name)
