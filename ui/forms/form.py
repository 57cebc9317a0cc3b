"""A form: labels above fields, faults under them, saving only when it means something."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.domain.findings import Finding, Level
from ui import theme, trouble
from ui.fields.field import Field

COLUMNS = 2
MOST_ROWS = 200
"""A row below every field takes the room that is left."""


@dataclass(frozen=True, slots=True)
class _Place:
    label: str
    field: Field
    fault: QLabel
    required: bool


class Form(QWidget):
    """Fields by key; `findings` of a check are shown at the field they concern."""

    changed = Signal()

    def __init__(self, columns: int = COLUMNS) -> None:
        super().__init__()
        self._columns = columns
        self._places: dict[str, _Place] = {}
        self._kept: dict[str, Any] = {}
        self._guarded: list[QPushButton] = []
        self._next = (0, 0)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(24))
        self._grid.setVerticalSpacing(theme.px(12))
        for column in range(columns):
            self._grid.setColumnStretch(column, 1)
        self._grid.setRowStretch(MOST_ROWS, 1)

    def add_section(self, title: str) -> None:
        """Begin a section."""
        label = QLabel(title)
        theme.mark(label, "role", "section")
        label.setContentsMargins(0, theme.px(8), 0, 0)
        self._put(label, self._columns)

    def add(
        self, key: str, label: str, field: Field, *, wide: bool = False, required: bool = False
    ) -> Field:
        """Add a field under its label; a required one keeps saving shut while it is empty."""
        head = QLabel(label)
        head.setBuddy(field.editor)
        theme.mark(head, "role", "caption")
        field.editor.setAccessibleName(label)
        fault = QLabel()
        fault.setWordWrap(True)
        theme.mark(fault, "role", "fault")
        fault.hide()
        cell = QWidget()
        column = QVBoxLayout(cell)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        for widget in (head, field, fault):
            column.addWidget(widget)
        column.addStretch(1)
        self._places[key] = _Place(label, field, fault, required)
        self._kept[key] = field.value
        field.changed.connect(self._touched)
        self._put(cell, self._columns if wide else 1)
        return field

    def add_widget(self, widget: QWidget) -> None:
        """Put a widget over the whole width."""
        self._put(widget, self._columns)

    @property
    def values(self) -> dict[str, Any]:
        """The values as they stand."""
        return {key: place.field.value for key, place in self._places.items()}

    def set_values(self, values: Mapping[str, Any]) -> None:
        """Show values and take them for the saved ones."""
        for key, place in self._places.items():
            if key in values:
                place.field.blockSignals(True)
                place.field.set_value(values[key])
                place.field.blockSignals(False)
        self.keep()

    def keep(self) -> None:
        """Take what stands for saved."""
        self._kept = self.values
        self._touched()

    @property
    def is_changed(self) -> bool:
        """Whether something differs from what was saved."""
        return self.values != self._kept

    @property
    def is_sound(self) -> bool:
        """Whether everything can be read and nothing required is empty."""
        return all(
            place.field.fault(place.label) is None
            and not (place.required and place.field.value in {None, ""})
            for place in self._places.values()
        )

    def guard(self, button: QPushButton) -> None:
        """Let a button be pressed only while saving means something."""
        self._guarded.append(button)
        self._touched()

    def focus_field(self, key: str = "") -> None:
        """Put the cursor into a field, the first one when none of that key is here."""
        place = self._places.get(key) or next(iter(self._places.values()), None)
        if place is not None:
            place.field.setFocus()

    def show_findings(
        self, findings: Iterable[Finding], columns: Mapping[str, str] | None = None
    ) -> None:
        """Show each finding under its field: by key, or by the field a column name stands for."""
        self._clear()
        named = {place.label: key for key, place in self._places.items()} | dict(columns or {})
        first = None
        for finding in findings:
            key = named.get(finding.column, finding.column)
            place = self._places.get(key)
            if place is None:
                continue
            words = trouble.of_finding(finding)
            self._show(place, f"{words.text} {words.remedy}", grave=finding.level is Level.STOP)
            first = first or place
        if first is not None:
            first.field.setFocus()

    def _touched(self) -> None:
        self._clear()
        for place in self._places.values():
            words = place.field.fault(place.label)
            if words is not None:
                self._show(place, f"{words.text} {words.remedy}", grave=True)
        meant = self.is_changed and self.is_sound
        for button in self._guarded:
            button.setEnabled(meant)
        self.changed.emit()

    def _clear(self) -> None:
        for place in self._places.values():
            place.fault.hide()
            place.fault.clear()
            place.field.mark_fault(faulty=False)

    def _show(self, place: _Place, words: str, *, grave: bool) -> None:
        text = "\n".join(filter(None, (place.fault.text(), words.strip())))
        place.fault.setText(text)
        place.fault.show()
        place.field.mark_fault(faulty=grave)

    def _put(self, widget: QWidget, span: int) -> None:
        row, column = self._next
        if column and column + span > self._columns:
            row, column = row + 1, 0
        self._grid.addWidget(widget, row, column, 1, span)
        column += span
        self._next = (row + 1, 0) if column >= self._columns else (row, column)
