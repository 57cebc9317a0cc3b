"""What was done last in this office: so that nobody loses the place over lunch."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from desktop.ports.books import JournalEntry
from resources import words
from ui import format as text
from ui import theme


class Recent(QWidget):
    """A few entries of the journal: when, who, what."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(12))
        self._grid.setVerticalSpacing(theme.px(4))
        self._grid.setColumnStretch(2, 1)
        self.entries: tuple[JournalEntry, ...] = ()

    def set_entries(self, entries: Sequence[JournalEntry]) -> None:
        """Show these; nothing is drawn anew where nothing changed."""
        if tuple(entries) == self.entries:
            return
        self.entries = tuple(entries)
        while (item := self._grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for row, entry in enumerate(entries):
            for column, said in enumerate(
                (text.moment(entry.at)[5:], entry.person, act_word(entry))
            ):
                label = QLabel(said)
                label.setTextFormat(Qt.TextFormat.PlainText)
                theme.mark(label, "role", "caption")
                self._grid.addWidget(label, row, column)


def act_word(entry: JournalEntry) -> str:
    """Return the words of an act, the act's own name where it has none."""
    try:
        return words.phrase("journal", entry.action)
    except KeyError:
        return entry.action
