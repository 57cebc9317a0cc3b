"""One of several values, each with its word."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QComboBox

from ui.fields.field import Field


class ChoiceField(Field):
    """A drop-down of values; the first stands unless another is set."""

    def __init__(self, options: Sequence[tuple[Any, str]] = ()) -> None:
        self.box = QComboBox()
        super().__init__(self.box)
        self._values: list[Any] = []
        self.set_options(options)
        self.box.currentIndexChanged.connect(lambda _: self.changed.emit())

    def set_options(self, options: Sequence[tuple[Any, str]]) -> None:
        """Offer other values, keeping the chosen one where it still exists."""
        before = self.value
        self.box.blockSignals(True)
        self.box.clear()
        self._values = [value for value, _ in options]
        self.box.addItems([word for _, word in options])
        self.set_value(before)
        self.box.blockSignals(False)

    def reading(self) -> Any:  # noqa: ANN401 - any kind of value
        """Return the chosen value."""
        place = self.box.currentIndex()
        return self._values[place] if 0 <= place < len(self._values) else None

    def set_value(self, value: Any) -> None:  # noqa: ANN401 - any kind of value
        """Choose a value; one that is not offered chooses the first."""
        place = self._values.index(value) if value in self._values else 0
        self.box.setCurrentIndex(place)

    def shown(self) -> str:
        """Return the chosen word."""
        return self.box.currentText()


class OpenChoiceField(ChoiceField):
    """A drop-down that also keeps a value it does not know, as it came."""

    def set_value(self, value: Any) -> None:  # noqa: ANN401 - any kind of value
        """Choose a value, offering it first where it is new."""
        if value is not None and value not in self._values:
            self._values.append(value)
            self.box.addItem(str(value))
        super().set_value(value)
