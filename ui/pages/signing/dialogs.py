"""Decisions of the signing page: a question noted, and signatures on paper."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QRadioButton, QWidget

from ui import theme
from ui.widgets.decision import Decision
from ui.widgets.file_drop import FileDrop

SCANS = (".pdf", ".png", ".jpg", ".jpeg", ".tif", ".tiff")


class DoubtDialog(Decision):
    """What a worker doubts; nothing is changed, he is skipped with the note."""

    def __init__(self, parent: QWidget, name: str) -> None:
        super().__init__(parent, self.tr("What is the question?"), self.tr("Note and skip"))
        words = self.tr(
            "{name} is skipped and stays unsigned. Nothing is changed; look into it, then let "
            "him sign, or move him to a supplementary sheet."
        )
        self.say(words.format(name=name))
        self.note = QLineEdit()
        self.note.setPlaceholderText(self.tr("e.g. the 12th is missing"))
        self.add_field(self.tr("Note for this session"), self.note)
        self.note.setFocus()


class PaperDialog(Decision):
    """Signed on paper: the scan is kept as evidence, the lines count as signed."""

    decided = Signal(object, bool)
    """Path of the scan, and whether everybody of the month is meant."""

    def __init__(
        self, parent: QWidget, team: str, of_team: int, of_all: int, aside: int = 0
    ) -> None:
        super().__init__(parent, self.tr("Signed on paper"), self.tr("Record as signed"), width=560)
        self.say(
            self.tr(
                "You vouch that these workers have signed the printed sheet. The scan is kept "
                "in the books and bound to their lines as they are now."
            )
        )
        words = self.tr("{team}: {count} not yet signed").format(team=team, count=of_team)
        self.only_team = QRadioButton(words)
        words = self.tr("Everybody of the month: {count} not yet signed")
        self.everybody = QRadioButton(words.format(count=of_all))
        self.only_team.setEnabled(of_team > 0)
        (self.only_team if of_team else self.everybody).setChecked(True)
        self.body.addWidget(self.only_team)
        self.body.addWidget(self.everybody)
        if aside:
            words = self.tr("{count} on supplementary sheets are not among them.")
            self.say(words.format(count=aside), "caption")
        self.scan: Path | None = None
        self.drop = FileDrop(self.tr("Drop the scan here: PDF, PNG, JPEG or TIFF"), SCANS)
        self.drop.chosen.connect(self.take)
        self.body.addWidget(self.drop, 1)
        self.file = QLabel()
        theme.mark(self.file, "role", "section")
        self.body.addWidget(self.file)
        self.verb.setEnabled(False)
        self.drop.button.setFocus()

    def take(self, scan: Path) -> None:
        """Take a scan; nothing is recorded yet."""
        self.scan = scan
        self.file.setText(scan.name)
        self.verb.setEnabled(True)
        self.verb.setFocus()

    def decide(self) -> None:
        """Tell what was chosen."""
        if self.scan is not None:
            self.wait()
            self.decided.emit(self.scan, self.everybody.isChecked())
