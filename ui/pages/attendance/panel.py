"""The base of the tabs beside the month grid."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui import theme
from ui.pages.attendance.host import Host
from ui.widgets.said import said_label


class Panel(QWidget):
    """One tab: a line of its figures, acts at its right, then its body."""

    def __init__(self, page: Host, purpose: str) -> None:
        super().__init__()
        self.page = page
        self.purpose = purpose
        """What the page says it is for while the tab is shown."""
        self.said = QLabel()
        self.said.setWordWrap(True)
        theme.mark(self.said, "role", "muted")
        self.acts = QHBoxLayout()
        self.acts.setSpacing(theme.px(8))
        head = QHBoxLayout()
        head.setSpacing(theme.px(16))
        head.addWidget(self.said, 1)
        head.addLayout(self.acts)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(theme.px(8))
        self.body.addLayout(head)

    def refresh(self) -> None:
        """Read what the tab shows."""

    def add_section(self, title: str) -> QHBoxLayout:
        """Put a heading into the body; returns the line for acts at its right."""
        line = QHBoxLayout()
        label = said_label(title, "section")
        label.setSizePolicy(label.sizePolicy().horizontalPolicy(), label.sizePolicy().Policy.Fixed)
        line.addWidget(label, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addStretch(1)
        self.body.addLayout(line)
        return line
