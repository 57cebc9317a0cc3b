"""Safe copies: where they go, making one, checking one, bringing one back."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.domain.changes import Changes, Outcome
from desktop.ports.copies import CopyReport
from desktop.services.safekeeping import SUFFIX, SafeCopy
from resources import words
from ui import format as text
from ui import icons, theme
from ui.desk import Desk
from ui.fields.text_fields import TextField
from ui.forms.form import Form
from ui.models.rows import Column
from ui.widgets.data_table import DataTable
from ui.widgets.dialog import Dialog
from ui.widgets.empty_state import EmptyState

_MEGA = 1_000_000


class CopiesTab(QWidget):
    """The shelf of safe copies."""

    said = Signal(str)
    """What was done, in words."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.place = QLabel()
        self.place.setWordWrap(True)
        self.change = QPushButton(self.tr("Another folder …"))
        self.make = QPushButton(icons.get("safe", "on_accent"), self.tr("Make a copy now"))
        theme.mark(self.make, "kind", "primary")
        self.verify_act = QPushButton(self.tr("Check it"))
        self.restore_act = QPushButton(self.tr("Restore to a new folder …"))
        self.other = QPushButton(self.tr("A copy from elsewhere …"))
        self.table = self._table()
        self.table.leave_filter_out()
        self._arrange()
        self.change.clicked.connect(lambda _=False: self._choose_folder())
        self.make.clicked.connect(lambda _=False: self.make_copy())
        self.verify_act.clicked.connect(lambda _=False: self._verify_chosen())
        self.restore_act.clicked.connect(lambda _=False: self._restore_chosen())
        self.other.clicked.connect(lambda _=False: self._choose_copy())
        self.table.selected.connect(self._choose)
        self._choose(())

    def refresh(self) -> None:
        """Read the shelf."""
        keeping = self._desk.office.safekeeping
        self._desk.read(self, lambda: (keeping.folder(), keeping.recent()), self._show)

    def make_copy(self) -> None:
        """Make a copy now, and check it."""
        keeping = self._desk.office.safekeeping
        done = self.tr("The safe copy is made and checked")
        self._desk.write(
            self,
            lambda _: keeping.make("by_hand"),
            lambda _: self.said.emit(done),
            self.tr("Making a safe copy"),
        )

    def set_folder(self, path: Path) -> None:
        """Let copies go elsewhere from now on."""
        keeping = self._desk.office.safekeeping
        done = self.tr("Safe copies go to {folder} from now on").format(folder=path)
        self._desk.write(self, lambda _: keeping.set_folder(path), lambda _: self.said.emit(done))

    def verify(self, path: Path) -> None:
        """Open a copy and check it wholly."""
        keeping = self._desk.office.safekeeping

        def work(_: object) -> Outcome[CopyReport]:
            return Outcome(keeping.verify(path), Changes(frozenset()))

        def show(outcome: Outcome[CopyReport]) -> None:
            told = self.tr("{name} is whole; its journal has {count} entries in one chain")
            count = text.count(outcome.value.journal_entries)
            self.said.emit(told.format(name=path.name, count=count))

        self._desk.write(self, work, show, self.tr("Checking the safe copy"))

    def _show(self, answer: tuple[Path, tuple[SafeCopy, ...]]) -> None:
        folder, copies = answer
        self.place.setText(str(folder))
        self.table.set_rows(copies)

    def _choose(self, copies: tuple[SafeCopy, ...]) -> None:
        self.verify_act.setEnabled(len(copies) == 1)
        self.restore_act.setEnabled(len(copies) == 1)

    def _verify_chosen(self) -> None:
        self.verify(self.table.chosen[0].path)

    def _restore_chosen(self) -> None:
        self.restore(self.table.chosen[0].path)

    def restore(self, path: Path) -> None:
        """Ask where to, and with which passphrase."""
        dialog = Restore(self, self._desk, path)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.restored.connect(self._restored)
        dialog.open()

    def _restored(self, folder: Path) -> None:
        told = self.tr("Restored to {folder}; these books here stay as they are")
        self.said.emit(told.format(folder=folder))

    def _choose_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self.window(), self.change.text())
        if name:
            self.set_folder(Path(name))

    def _choose_copy(self) -> None:
        kinds = self.tr("Safe copies ({suffix})").format(suffix=f"*{SUFFIX}")
        name, _ = QFileDialog.getOpenFileName(self.window(), self.other.text(), "", kinds)
        if name:
            self.restore(Path(name))

    def _table(self) -> DataTable[SafeCopy]:
        return DataTable(
            "copies",
            (
                Column("at", self.tr("Made"), lambda copy: text.moment(copy.at), width=150),
                Column("reason", self.tr("Before"), lambda copy: _reason(copy.reason), width=160),
                Column(
                    "size",
                    self.tr("Size"),
                    lambda copy: f"{copy.size / _MEGA:,.1f} MB",
                    sort=lambda copy: copy.size,
                    width=90,
                    right=True,
                ),
                Column(
                    "name",
                    self.tr("File"),
                    lambda copy: copy.path.name,
                    width=240,
                    tip=lambda copy: str(copy.path),
                ),
            ),
            lambda copy: copy.path,
            empty=EmptyState(
                self.tr("No safe copy yet. One takes seconds; keep it on another disk."),
                "safe",
                self.tr("Make a copy now"),
                self.make_copy,
            ),
        )

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme.px(8))
        caption = QLabel(self.tr("Copies go to"))
        theme.mark(caption, "role", "muted")
        head.addWidget(caption)
        head.addWidget(self.place, 1)
        head.addWidget(self.change)
        head.addWidget(self.make)
        for button in (self.verify_act, self.restore_act, self.other):
            self.table.bar.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.px(12), 0, 0)
        layout.setSpacing(theme.px(12))
        layout.addLayout(head)
        layout.addWidget(self.table, 1)


class Restore(Dialog):
    """A new office folder of a copy; the books that are open are not touched."""

    restored = Signal(object)
    """Path of the new folder."""

    def __init__(self, parent: QWidget, desk: Desk, path: Path) -> None:
        super().__init__(
            parent,
            self.tr("Restore a safe copy"),
            self.tr("A new office is made in an empty folder; these books stay untouched."),
        )
        self._desk = desk
        self._path = path
        self.form = Form(1)
        self.folder = self.form.add("folder", self.tr("New folder"), TextField(), required=True)
        phrase = TextField()
        phrase.line.setEchoMode(phrase.line.EchoMode.Password)
        self.form.add("phrase", self.tr("Passphrase of the copy"), phrase, required=True)
        choose = QPushButton(icons.get("folder", "accent"), self.tr("Choose a folder …"))
        theme.mark(choose, "kind", "quiet")
        choose.clicked.connect(lambda _=False: self._choose())
        self.form.add_widget(choose)
        self.body.addWidget(self.form)
        self.add_act(self.tr("Cancel"), self.reject)
        self.go = self.add_act(self.tr("Restore"), self._restore, primary=True)
        self.form.guard(self.go)

    def _choose(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.tr("New folder"))
        if name:
            self.folder.set_value(name)

    def _restore(self) -> None:
        self.clear_trouble()
        values = self.form.values
        folder, keeping = Path(values["folder"]), self._desk.office.safekeeping

        def work(_: object) -> Outcome[CopyReport]:
            report = keeping.restore(self._path, folder, values["phrase"])
            return Outcome(report, Changes(frozenset()))

        def done(_: object) -> None:
            self.restored.emit(folder)
            self.accept()

        self._desk.write(self, work, done, self.tr("Restoring"))


def _reason(reason: str) -> str:
    try:
        return words.phrase("copies", reason)
    except KeyError:
        return reason
