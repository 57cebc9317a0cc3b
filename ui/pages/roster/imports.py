"""Earlier imports of the roster, each with a way back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.domain.imports import ImportRecord
from desktop.services.roster.rest import HEADING
from ui import format as text
from ui import icons, theme


class ImportsPanel(QWidget):
    """Shown in the inspector; newest first."""

    undo = Signal(object)
    """ImportRecord to take back."""
    save_rest = Signal(object)
    """ImportRecord whose rows left out are wanted as a workbook."""

    def __init__(self, records: Sequence[ImportRecord]) -> None:
        super().__init__()
        self.buttons: list[QPushButton] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, theme.px(8), 0)
        column.setSpacing(theme.px(4))
        title = QLabel(self.tr("Earlier imports"))
        theme.mark(title, "role", "title")
        column.addWidget(title)
        if not records:
            none = QLabel(self.tr("No roster has been imported yet."))
            none.setWordWrap(True)
            theme.mark(none, "role", "muted")
            column.addWidget(none)
        for record in records:
            self._add(column, record)
        column.addStretch(1)

    def _add(self, column: QVBoxLayout, record: ImportRecord) -> None:
        rule = QFrame()
        theme.mark(rule, "role", "rule")
        name = QLabel(record.file_name)
        name.setWordWrap(True)
        counts = self.tr("{rows} rows, {new} new, {changed} changed").format(
            rows=text.count(record.rows),
            new=text.count(record.new),
            changed=text.count(_changed(record)),
        )
        about = QLabel(f"{text.moment(record.at)} · {counts}")
        about.setWordWrap(True)
        theme.mark(about, "role", "caption")
        for widget in (rule, name, about):
            column.addWidget(widget)
        if record.refused:
            self._add_rest(column, record)
        if record.undone_at is not None:
            gone = QLabel(self.tr("taken back {when}").format(when=text.moment(record.undone_at)))
            theme.mark(gone, "role", "caption")
            column.addWidget(gone)
            return
        button = QPushButton(icons.get("undo", "accent"), self.tr("Take this import back"))
        theme.mark(button, "kind", "quiet")
        button.clicked.connect(lambda _=False: self.undo.emit(record))
        self.buttons.append(button)
        column.addWidget(button)

    def _add_rest(self, column: QVBoxLayout, record: ImportRecord) -> None:
        """Offer the rows that were left out."""
        words = self.tr("{count} rows were left out: save them …")
        rows = sum(line.code != HEADING for line in record.refused)
        rest = QPushButton(icons.get("export", "accent"), words.format(count=text.count(rows)))
        theme.mark(rest, "kind", "quiet")
        rest.clicked.connect(lambda _=False: self.save_rest.emit(record))
        column.addWidget(rest)


def _changed(record: ImportRecord) -> int:
    return sum(change.kind == "worker" and bool(change.before) for change in record.changes)
