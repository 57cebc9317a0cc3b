"""Choosing a month: one step back, one step on, or from a list."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QSizePolicy, QToolButton, QWidget

from desktop.domain.months import WageMonth
from ui import format as text
from ui import icons, theme

OFFERED = 14
"""Months in the list: the chosen one, one after it, the rest before it."""


class MonthField(QWidget):
    """Shows a month; `chosen` tells another one."""

    chosen = Signal(object)

    def __init__(self, month: WageMonth) -> None:
        super().__init__()
        self._month = month
        self.back = self._stepper(
            "chevron-left", QCoreApplication.translate("MonthField", "Previous month")
        )
        self.on = self._stepper(
            "chevron-right", QCoreApplication.translate("MonthField", "Next month")
        )
        self.button = QPushButton(text.month(month))
        theme.mark(self.button, "kind", "quiet")
        self.button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.button.setToolTip(QCoreApplication.translate("MonthField", "Choose the month"))
        self.back.clicked.connect(lambda: self.choose(self._month.previous))
        self.on.clicked.connect(lambda: self.choose(self._month.next))
        self.button.clicked.connect(self._offer)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.back)
        layout.addWidget(self.button, 1)
        layout.addWidget(self.on)

    @property
    def month(self) -> WageMonth:
        """The month shown."""
        return self._month

    def show_month(self, month: WageMonth) -> None:
        """Show a month without telling anybody."""
        self._month = month
        self.button.setText(text.month(month))

    def choose(self, month: WageMonth) -> None:
        """Show a month and tell it."""
        self.show_month(month)
        self.chosen.emit(month)

    def _stepper(self, icon: str, words: str) -> QToolButton:
        button = QToolButton()
        button.setIcon(icons.get(icon, "muted"))
        button.setToolTip(words)
        button.setAccessibleName(words)
        return button

    def _offer(self) -> None:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        month = self._month.next
        for _ in range(OFFERED):
            action = menu.addAction(text.month(month))
            action.triggered.connect(lambda _=False, m=month: self.choose(m))
            month = month.previous
        menu.popup(self.button.mapToGlobal(self.button.rect().bottomLeft()))
