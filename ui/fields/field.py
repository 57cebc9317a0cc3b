"""The base of fields: one value, whether it can be read, and a signal when it changes."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from resources import words
from ui import theme


class Field(QWidget):
    """One value of a form; `reading` may raise ValueError for what cannot be read."""

    changed = Signal()
    expected = ""
    """An example of what can be read, shown with the fault."""

    def __init__(self, editor: QWidget) -> None:
        super().__init__()
        self.editor = editor
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(editor)
        self.setFocusProxy(editor)

    @property
    def value(self) -> Any:  # noqa: ANN401 - the field's own kind
        """The value, None when nothing is given or it cannot be read."""
        try:
            return self.reading()
        except ValueError:
            return None

    def reading(self) -> Any:  # noqa: ANN401 - the field's own kind
        """Read the value.

        Raises:
            ValueError: what stands there cannot be read.
        """
        raise NotImplementedError

    def set_value(self, value: Any) -> None:  # noqa: ANN401 - the field's own kind
        """Show a value."""
        raise NotImplementedError

    def shown(self) -> str:
        """Return what stands in the field, as text."""
        return ""

    def fault(self, label: str) -> words.Words | None:
        """Return what is wrong with what stands there, or None."""
        try:
            self.reading()
        except ValueError:
            facts = {"field": label, "value": self.shown(), "expected": self.expected}
            return words.error("WrongValue", facts)
        return None

    def mark_fault(self, *, faulty: bool) -> None:
        """Draw the field's border in red, or as usual."""
        theme.mark(self.editor, "fault", "true" if faulty else "false")
