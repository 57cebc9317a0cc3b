"""Several of several: a box for each."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence

from PySide6.QtWidgets import QBoxLayout, QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from ui import theme
from ui.fields.field import Field


class ChecksField(Field):
    """The value is the frozen set of what is ticked."""

    def __init__(self, options: Sequence[tuple[Hashable, str]], *, upright: bool = False) -> None:
        room = QWidget()
        super().__init__(room)
        row: QBoxLayout = QVBoxLayout(room) if upright else QHBoxLayout(room)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(0 if upright else 16))
        self.boxes = {value: QCheckBox(word) for value, word in options}
        for box in self.boxes.values():
            row.addWidget(box)
            box.toggled.connect(lambda _: self.changed.emit())
        row.addStretch(1)
        room.setFocusProxy(next(iter(self.boxes.values())))

    def reading(self) -> object:
        """Return what is ticked."""
        return frozenset(value for value, box in self.boxes.items() if box.isChecked())

    def set_value(self, value: object) -> None:
        """Tick these."""
        ticked = frozenset(value) if isinstance(value, Iterable) else frozenset()
        for option, box in self.boxes.items():
            box.setChecked(option in ticked)
