"""A card beside what the roster says of its holder."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop.domain.id_card import identity_of
from desktop.domain.worker import Worker
from desktop.services.id_reading import CardCheck
from resources.words import phrase
from ui import format as text
from ui import theme

_LEAST = 180
"""Least height of the list; what does not fit is scrolled to on a small screen."""


class CardReport(QWidget):
    """What was read, field by field, and where the roster says otherwise."""

    def __init__(self) -> None:
        super().__init__()
        self.told = QLabel()
        self.told.setWordWrap(True)
        theme.mark(self.told, "role", "section")
        self.more = QLabel()
        self.more.setWordWrap(True)
        table = QWidget()
        self.grid = QGridLayout(table)
        self.grid.setContentsMargins(0, 0, theme.px(8), 0)
        self.grid.setHorizontalSpacing(theme.px(16))
        self.grid.setVerticalSpacing(theme.px(8))
        self.grid.setColumnStretch(1, 1)
        self.grid.setColumnStretch(2, 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(table)
        area.setMinimumHeight(theme.px(_LEAST))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(8), 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(self.told)
        column.addWidget(self.more)
        column.addWidget(area, 1)

    def show_check(self, check: CardCheck, expected: Worker | None) -> None:
        """Show the card beside what the roster says; `expected` is who should have come."""
        while (item := self.grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        self.told.setText(self._headline(check, expected))
        theme.mark(self.told, "ink", _ink(check, expected))
        self.more.setText(self._small(check))
        self.more.setVisible(bool(self.more.text()))
        theme.mark(self.more, "ink", "yellow" if check.has_expired else "")
        for column, title in enumerate(("", self.tr("On the card"), self.tr("In the roster"))):
            self._put(0, column, title, role="caption")
        different = {one.field: one for one in check.differences}
        for row, (key, value) in enumerate(identity_of(check.card).items(), 1):
            shown = phrase("card", str(value)) if key == "id_kind" else text_of(value)
            self._put(row, 0, phrase("card", key), role="muted")
            self._put(row, 1, shown)
            if check.worker is None:
                self._put(row, 2, "—", role="muted")
            elif key in different:
                before = different[key].before
                named = phrase("card", before) if key == "id_kind" else before
                shown = named or self.tr("(empty)")
                self._put(row, 2, f"▲ {shown}", ink="yellow")
            else:
                self._put(row, 2, self.tr("✓ the same"), ink="green")
        self.grid.setRowStretch(len(identity_of(check.card)) + 1, 1)

    def _headline(self, check: CardCheck, expected: Worker | None) -> str:
        if expected is not None:
            said = self.tr("■ This is the card of {card}, not of {name}")
            return said.format(card=check.card.name, name=expected.name)
        if check.worker is None:
            return self.tr("● {name} does not stand on the roster yet").format(name=check.card.name)
        if not check.differences:
            return self.tr("✓ {name}: the roster says the same").format(name=check.card.name)
        said = self.tr("▲ {name}: {count} things stand otherwise in the roster")
        return said.format(name=check.card.name, count=len(check.differences))

    def _small(self, check: CardCheck) -> str:
        if not check.has_expired:
            return ""
        said = self.tr("▲ The card has expired on {day}; let him bring the new one.")
        return said.format(day=text.day(check.card.valid_to))

    def _put(self, row: int, column: int, said: str, *, role: str = "", ink: str = "") -> None:
        label = QLabel(said)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        if role:
            theme.mark(label, "role", role)
        if ink:
            theme.mark(label, "ink", ink)
        self.grid.addWidget(label, row, column, Qt.AlignmentFlag.AlignTop)


def _ink(check: CardCheck, expected: Worker | None) -> str:
    if expected is not None:
        return "red"
    if check.worker is None:
        return "blue"
    return "yellow" if check.differences else "green"


def text_of(value: object) -> str:
    """Write a value of a card for people."""
    return "" if value is None else str(value)
