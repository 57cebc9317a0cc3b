"""Fields one types into: text, money, day, decimal number."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal, InvalidOperation

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLineEdit

from desktop.domain.money import Money
from ui import format as text
from ui.delegates.money import tabular
from ui.fields.field import Field

_DAY = re.compile(r"(\d{4})[-./年 ]?(\d{1,2})[-./月 ]?(\d{1,2})日?")


class TextField(Field):
    """A line of text, stripped."""

    def __init__(self, hint: str = "", *, right: bool = False) -> None:
        self.line = QLineEdit()
        super().__init__(self.line)
        self.line.setPlaceholderText(hint)
        if right:
            self.line.setAlignment(Qt.AlignmentFlag.AlignRight)
            self.line.setFont(tabular(self.line.font()))
        self.line.textChanged.connect(lambda _: self.changed.emit())
        self.line.editingFinished.connect(self._tidy)

    def reading(self) -> object:
        """Return the text."""
        return self.line.text().strip()

    def set_value(self, value: object) -> None:
        """Show a text."""
        self.line.setText("" if value is None else str(value))
        self.line.setCursorPosition(0)

    def shown(self) -> str:
        """Return what was typed."""
        return self.line.text()

    def _tidy(self) -> None:
        value = self.value
        if value is not None and value != self.line.text():
            self.set_value(value)


class HiddenField(TextField):
    """A passphrase, exactly as typed and not shown."""

    def __init__(self) -> None:
        super().__init__()
        self.line.setEchoMode(QLineEdit.EchoMode.Password)

    def reading(self) -> object:
        """Return what was typed, blanks at its ends too."""
        return self.line.text()


class MoneyField(TextField):
    """An amount in yuan with at most two decimals; None when empty."""

    def __init__(self, hint: str = "0.00") -> None:
        super().__init__(hint, right=True)
        self.expected = "12,345.60"

    def reading(self) -> object:
        """Return the amount."""
        typed = self.line.text().strip().replace("，", ",").replace("￥", "").replace("元", "")
        return Money.of_yuan(typed) if typed else None

    def set_value(self, value: object) -> None:
        """Show an amount."""
        self.line.setText("" if value is None else str(value))


class DecimalField(TextField):
    """A number of work-days or hours; None when empty."""

    def __init__(self, hint: str = "") -> None:
        super().__init__(hint, right=True)
        self.expected = "21.5"

    def reading(self) -> object:
        """Return the number."""
        typed = self.line.text().strip()
        if not typed:
            return None
        try:
            number = Decimal(typed)
        except InvalidOperation as error:
            raise ValueError(typed) from error
        if not number.is_finite():
            raise ValueError(typed)
        return number


class DayField(TextField):
    """A day, typed as 2026-10-03, 20261003, 2026.10.3 or 2026年10月3日; None when empty."""

    def __init__(self) -> None:
        super().__init__(QCoreApplication.translate("DayField", "year-month-day"))
        self.expected = "2026-10-03"

    def reading(self) -> object:
        """Return the day."""
        typed = self.line.text().strip()
        if not typed:
            return None
        match = _DAY.fullmatch(typed)
        if match is None:
            raise ValueError(typed)
        return date(int(match[1]), int(match[2]), int(match[3]))

    def set_value(self, value: object) -> None:
        """Show a day."""
        self.line.setText(text.day(value) if isinstance(value, date) else "")
