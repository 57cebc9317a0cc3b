"""Why this figure: a line's items with their derivation, and what should be known of it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.domain.findings import Finding
from desktop.domain.payroll import WageLine
from ui import format as text
from ui import theme, trouble
from ui.delegates.badge import INK
from ui.models.rows import Badge
from ui.pages.payroll.words import item_title
from ui.widgets.badge_label import BadgeLabel
from ui.widgets.said import said_label


class WhyInspector(QWidget):
    """One line in full."""

    adjusting = Signal()
    deriving = Signal()
    moving = Signal()

    def __init__(
        self,
        line: WageLine,
        explanation: str,
        findings: Sequence[Finding],
        badge: Badge,
        *,
        is_open: bool,
    ) -> None:
        super().__init__()
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(0, 0, theme.px(8), 0)
        self.rows.setSpacing(theme.px(4))
        self._add(line.name, "section")
        self._add(" · ".join(filter(None, (line.team_name, line.trade))), "caption")
        card = f"{line.bank} {text.masked_card(line.card_number)}".strip()
        self._add(text.masked_id(line.id_number), "caption")
        self._add(card or self.tr("No bank card"), "caption")
        self.rows.addWidget(BadgeLabel(badge))
        self._head(self.tr("Net"))
        self._add(text.yuan(line.net), "figure")
        self._add(line.net.in_capitals, "muted")
        self._items(line)
        self.rows.addSpacing(theme.px(8))
        down = QPushButton(self.tr("Down to the punches …"))
        down.clicked.connect(self.deriving)
        self.rows.addWidget(down)
        for words, signal in (
            (self.tr("Advance or deduction …"), self.adjusting),
            (self.tr("Move to a supplementary sheet …"), self.moving),
        ):
            button = QPushButton(words)
            button.clicked.connect(signal)
            self.rows.addWidget(button)
            button.setVisible(is_open)
        for finding in findings:
            said = trouble.of_finding(finding)
            label = said_label(f"{said.text}\n{said.remedy}", "")
            theme.mark(label, "role", "fault" if INK[str(finding.level)] == "red" else "muted")
            self.rows.addWidget(label)
        self._head(self.tr("Why this figure"))
        for said_line in explanation.splitlines():
            self._add(said_line)
        self.rows.addStretch(1)

    def _items(self, line: WageLine) -> None:
        grid = QGridLayout()
        grid.setVerticalSpacing(theme.px(2))
        for row, item in enumerate(line.items):
            sign = "−" if item.is_deduction else ""
            amount = QLabel(f"{sign}{item.amount}")
            amount.setAlignment(Qt.AlignmentFlag.AlignRight)
            grid.addWidget(QLabel(item_title(item.kind)), row, 0)
            grid.addWidget(amount, row, 1)
        self.rows.addLayout(grid)

    def _head(self, title: str) -> None:
        self.rows.addSpacing(theme.px(8))
        self._add(title, "caption")

    def _add(self, said: str, role: str = "") -> None:
        self.rows.addWidget(said_label(said, role))
