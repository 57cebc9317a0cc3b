"""Fields for whole numbers and times of day."""

from __future__ import annotations

import re
from datetime import time

from ui.fields.text_fields import TextField

_TIME = re.compile(r"(\d{1,2})[:：](\d{2})")


class WholeField(TextField):
    """A whole number within limits; None when empty."""

    def __init__(self, least: int = 0, most: int = 10**9, hint: str = "") -> None:
        super().__init__(hint, right=True)
        self._least, self._most = least, most
        self.expected = f"{least}–{most}"

    def reading(self) -> object:
        """Return the number."""
        typed = self.line.text().strip()
        if not typed:
            return None
        number = int(typed)
        if not self._least <= number <= self._most:
            raise ValueError(typed)
        return number


class TimeField(TextField):
    """A time of day, typed as 04:00; None when empty."""

    def __init__(self) -> None:
        super().__init__("04:00", right=True)
        self.expected = "04:00"

    def reading(self) -> object:
        """Return the time."""
        typed = self.line.text().strip()
        if not typed:
            return None
        match = _TIME.fullmatch(typed)
        if match is None:
            raise ValueError(typed)
        return time(int(match[1]), int(match[2]))

    def set_value(self, value: object) -> None:
        """Show a time."""
        self.line.setText(value.strftime("%H:%M") if isinstance(value, time) else "")
