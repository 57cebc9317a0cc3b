"""Asked once for many days: what they shall be, why, by which proof; and a note on one day."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from ui import icons, theme
from ui.fields.choice_field import ChoiceField
from ui.models.grid import HALF, NOTHING, WHOLE, Entry
from ui.pages.attendance.words import day_title
from ui.widgets.decision import Decision

SUFFIXES = "*.png *.jpg *.jpeg *.pdf *.tif *.tiff"


class ProofField(QWidget):
    """A photo or paper that proves the days; none is fine."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.path: Path | None = None
        self.name = QLabel(self.tr("none chosen"))
        theme.mark(self.name, "role", "muted")
        self.button = QPushButton(icons.get("folder"), self.tr("Choose …"))
        self.button.clicked.connect(lambda _=False: self._choose())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.button)
        row.addWidget(self.name, 1)

    def set_path(self, path: Path | None) -> None:
        """Take a file."""
        self.path = path
        self.name.setText(path.name if path else self.tr("none chosen"))
        self.changed.emit()

    def _choose(self) -> None:
        title = self.tr("Photo or paper that proves the days")
        name, _ = QFileDialog.getOpenFileName(self.window(), title, "", f"({SUFFIXES})")
        if name:
            self.set_path(Path(name))


class MendDialog(Decision):
    """Sets many days alike: one answer, one reason, one act to take back."""

    def __init__(self, parent: QWidget, title: str, count: int, reason: str) -> None:
        super().__init__(parent, title, "")
        self.verb.setText(self.tr("Set {count} days").format(count=count))
        self.say(
            self.tr(
                "All of them are set to the same by hand, with your name and the reason. "
                "Days that differ are better mended one by one in the grid."
            )
        )
        self.choice = ChoiceField(
            [
                (WHOLE, self.tr("√ one work-day each")),
                (HALF, self.tr("△ half a work-day each")),
                (NOTHING, self.tr("0 not at work")),
            ]
        )
        self.add_field(self.tr("These days count"), self.choice)
        self.reason = QLineEdit(reason)
        self.reason.setMaxLength(200)
        self.add_field(self.tr("Reason"), self.reason)
        self.field = ProofField()
        self.add_field(self.tr("Photo or paper that proves it (if there is one)"), self.field)
        self.reason.textChanged.connect(lambda _: self._allow())
        self._allow()
        self.reason.setFocus()

    @property
    def entry(self) -> Entry:
        """What the days shall be."""
        days: Decimal = self.choice.value
        return Entry(days)

    @property
    def proof(self) -> Path | None:
        """The file that proves them."""
        return self.field.path

    def _allow(self) -> None:
        self.verb.setEnabled(bool(self.reason.text().strip()))


class NoteDialog(Decision):
    """What stands on one cell; emptied, the note goes."""

    def __init__(self, parent: QWidget, name: str, day: date, text: str) -> None:
        title = self.tr("Note on {name}, {day}").format(name=name, day=day_title(day))
        super().__init__(parent, title, self.tr("Keep the note"))
        self.field = QPlainTextEdit(text)
        self.field.setFixedHeight(theme.px(96))
        self.field.setTabChangesFocus(True)
        self.add_field(self.tr("A note counts nothing; it is there to be remembered"), self.field)
        usual = QHBoxLayout()
        for words in (
            self.tr("Leave"), self.tr("Sick"), self.tr("Rain, no work"),
            self.tr("Worked elsewhere on the site"),
        ):  # fmt: skip
            button = QPushButton(words)
            theme.mark(button, "kind", "quiet")
            button.clicked.connect(partial(self._add, words))
            usual.addWidget(button)
        usual.addStretch(1)
        self.body.addLayout(usual)
        self.field.moveCursor(QTextCursor.MoveOperation.End)
        self.field.setFocus()

    @property
    def text(self) -> str:
        """The note as typed."""
        return self.field.toPlainText().strip()

    def _add(self, words: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's
        self.field.insertPlainText(words)
        self.field.setFocus()
