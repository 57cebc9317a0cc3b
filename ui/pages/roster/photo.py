"""Pictures of one worker: what is kept, a look at it, another one, its last day, its end."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.changes import Outcome
from desktop.domain.errors import Trouble, UserError
from desktop.domain.likeness import LikenessKind
from desktop.domain.pictures import Picture, ratio_of
from desktop.domain.worker import Worker
from desktop.services.likenesses import Kept
from resources.words import phrase
from ui import format as text
from ui import icons, theme
from ui.desk import Desk
from ui.fields.text_fields import DayField
from ui.widgets.crop_view import CropView
from ui.widgets.decision import Decision
from ui.widgets.dialog import Dialog
from ui.widgets.file_drop import FileDrop

SUFFIXES = (".jpg", ".jpeg", ".png", ".bmp", ".webp")
_PREVIEW = (150, 185)
_LOOK = 360
"""Pixels of the longer side of a picture that is looked at, where the screen has room."""


class WorkerPictures(Dialog):
    """What is kept of a worker, kind by kind; every look is journalled."""

    changed = Signal()

    def __init__(self, parent: QWidget, desk: Desk, worker: Worker) -> None:
        super().__init__(parent, "", "")
        title = self.tr("Pictures of {name}").format(name=worker.name)
        self.setWindowTitle(title)
        self.heading.setText(title)
        self.purpose.setText(
            self.tr(
                "Each is sealed with a key of his own and deleted on its day; every look stands "
                "in the journal."
            )
        )
        self.purpose.show()
        self._desk, self._worker = desk, worker
        self.rows = QGridLayout()
        self.rows.setHorizontalSpacing(theme.px(12))
        self.rows.setVerticalSpacing(theme.px(4))
        self.rows.setColumnStretch(1, 1)
        self.picture = QLabel()
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.picture.hide()
        self.body.addLayout(self.rows)
        self.body.addWidget(self.picture, 1)
        self.shut = self.add_act(self.tr("Close"), self.accept, primary=True)
        self.setMinimumWidth(theme.px(800))
        self.refresh()

    def refresh(self) -> None:
        """Read what is kept, without opening anything."""
        office, worker = self._desk.office, self._worker.id
        self._desk.read(self, lambda: office.likenesses.kept(worker), self._show)

    def look(self, kind: LikenessKind) -> None:
        """Open a picture; the journal keeps who looked."""
        office, worker = self._desk.office, self._worker.id

        def show(outcome: Outcome[bytes]) -> None:
            image = QImage.fromData(outcome.value)
            most = min(theme.px(_LOOK), self.screen().availableSize().height() * 2 // 5)
            keep, smooth = (
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            self.picture.setPixmap(QPixmap.fromImage(image).scaled(most, most, keep, smooth))
            self.picture.show()

        self._desk.write(self, lambda _: office.likenesses.get(worker, kind), show)

    def add(self, kind: LikenessKind) -> AddPicture:
        """Ask for a picture of a kind."""
        dialog = AddPicture(self, self._desk, self._worker, kind)
        dialog.kept.connect(lambda _: self._altered())
        dialog.open()
        return dialog

    def erase(self, kind: LikenessKind) -> ErasePicture:
        """Ask whether a picture is to go for good."""
        dialog = ErasePicture(self, self._desk, self._worker, kind)
        dialog.erased.connect(self._altered)
        dialog.open()
        return dialog

    def put_off(self, kept: Kept) -> LastDay:
        """Ask for another day of deletion."""
        dialog = LastDay(self, self._desk, kept)
        dialog.moved.connect(self._altered)
        dialog.open()
        return dialog

    def _altered(self) -> None:
        self.picture.hide()
        self.refresh()
        self.changed.emit()

    def _show(self, kept: tuple[Kept, ...]) -> None:
        while (item := self.rows.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        found = {one.kind: one for one in kept}
        for row, kind in enumerate(LikenessKind):
            one = found.get(kind)
            if kind is LikenessKind.WLT and one is None:
                continue
            self._row(row, kind, one)

    def _row(self, row: int, kind: LikenessKind, one: Kept | None) -> None:
        name, state = QLabel(phrase("likeness", kind.value)), QLabel()
        theme.mark(name, "role", "section")
        theme.mark(state, "role", "muted")
        told = self.tr("kept, to be deleted on {day}")
        day = text.day(one.delete_on) if one else ""
        state.setText(told.format(day=day) if one else self.tr("none yet"))
        self.rows.addWidget(name, row, 0)
        self.rows.addWidget(state, row, 1)
        acts: list[tuple[str, str, Callable[[], object]]] = []
        if one is not None and kind is not LikenessKind.WLT:
            acts.append((self.tr("Look"), "search", lambda: self.look(kind)))
        if kind is not LikenessKind.WLT:
            words = self.tr("Replace …") if one else self.tr("Add …")
            acts.append((words, "plus", lambda: self.add(kind)))
        if one is not None:
            acts.append((self.tr("Last day …"), "calendar", lambda: self.put_off(one)))
            acts.append((self.tr("Delete …"), "close", lambda: self.erase(kind)))
        box = QHBoxLayout()
        for words, icon, act in acts:
            button = QPushButton(icons.get(icon, "accent"), words)
            theme.mark(button, "kind", "quiet")
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, act=act: act())
            box.addWidget(button)
        holder = QWidget()
        box.setContentsMargins(0, 0, 0, 0)
        box.addStretch(1)
        holder.setLayout(box)
        self.rows.addWidget(holder, row, 2)


class AddPicture(Decision):
    """A file, the part of it that is kept, and until when."""

    kept = Signal(object)
    """Kept."""

    def __init__(self, parent: QWidget, desk: Desk, worker: Worker, kind: LikenessKind) -> None:
        super().__init__(parent, "", "", width=700)
        title = phrase("likeness", kind.value)
        self.setWindowTitle(f"{title} · {worker.name}")
        self.heading.setText(f"{title} · {worker.name}")
        self._desk, self._worker, self._kind = desk, worker, kind
        self._picture: Picture | None = None
        self.verb.setText(self.tr("Seal and keep"))
        self.drop = FileDrop(
            self.tr("Drop a photo here, straight from telephone or camera."), SUFFIXES
        )
        self.drop.setMinimumHeight(theme.px(280))
        self.drop.chosen.connect(self.open_file)
        self.view, self.preview = CropView(), QLabel()
        self.removed = QLabel()
        self.removed.setWordWrap(True)
        theme.mark(self.removed, "role", "caption")
        self.day = DayField()
        self.steps = QStackedWidget()
        self.steps.addWidget(self.drop)
        self.steps.addWidget(self._crop_step())
        self.body.addWidget(self.steps, 1)
        self.back = self.add_act(self.tr("Another file"), self._begin)
        self.buttons.removeWidget(self.back)
        self.buttons.insertWidget(1, self.back)
        self.view.changed.connect(self._preview)
        self._begin()
        office = desk.office
        desk.read(self, lambda: office.likenesses.default_delete_on(worker.id), self.day.set_value)

    def open_file(self, path: Path) -> None:
        """Clean a picture in a child process and show it with its frame."""
        self.clear_trouble()
        office = self._desk.office
        title = self.tr("Opening the picture")
        self._desk.job(self, title, lambda _: office.likenesses.open_picture(path), self._opened)

    def decide(self) -> None:
        """Cut, fit, seal, keep."""
        picture, crop, office = self._picture, self.view.crop, self._desk.office
        worker, kind, day = self._worker.id, self._kind, self._day()
        if picture is None:
            return
        self.wait()
        self._desk.write(
            self,
            lambda _: office.likenesses.put_photo(worker, picture, crop, kind=kind, delete_on=day),
            self._done,
        )

    def show_trouble(
        self, error: UserError | Trouble, again: Callable[[], object] | None = None
    ) -> None:
        """Show why; another file can be chosen."""
        super().show_trouble(error, again)
        if self._picture is None:
            self.drop.button.setFocus()

    def _day(self) -> date | None:
        value = self.day.value
        return value if isinstance(value, date) else None

    def _begin(self) -> None:
        self._picture = None
        self.clear_trouble()
        self.steps.setCurrentIndex(0)
        self.verb.setVisible(False)
        self.back.setVisible(False)
        self.drop.button.setFocus()

    def _opened(self, picture: Picture) -> None:
        self._picture = picture
        self.view.set_picture(picture.jpeg, ratio_of(self._kind))
        parts = "、".join(phrase("removed", key) for key in picture.removed)
        told = self.tr("Taken out of the file: {parts}").format(parts=parts)
        self.removed.setText(told if parts else "")
        self.steps.setCurrentIndex(1)
        self.verb.setVisible(True)
        self.verb.setEnabled(True)
        self.back.setVisible(True)
        self.view.setFocus()

    def _preview(self) -> None:
        part = self.view.part()
        if part.isNull():
            return
        wide, high = (theme.px(side) for side in _PREVIEW)
        keep, smooth = (
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        self.preview.setPixmap(QPixmap.fromImage(part).scaled(wide, high, keep, smooth))

    def _crop_step(self) -> QWidget:
        side = QVBoxLayout()
        side.setSpacing(theme.px(8))
        for words, role, widget in (
            (self.tr("As it is kept"), "caption", self.preview),
            (self.tr("Deleted on"), "caption", self.day),
        ):
            label = QLabel(words)
            theme.mark(label, "role", role)
            side.addWidget(label)
            side.addWidget(widget)
        hint = QLabel(
            self.tr("Drag the frame or its corners. Arrows move it, + and - change its size.")
        )
        hint.setWordWrap(True)
        theme.mark(hint, "role", "caption")
        side.addWidget(hint)
        side.addWidget(self.removed)
        side.addStretch(1)
        room = QWidget()
        row = QHBoxLayout(room)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(16))
        row.addWidget(self.view, 1)
        holder = QWidget()
        holder.setFixedWidth(theme.px(180))
        holder.setLayout(side)
        side.setContentsMargins(0, 0, 0, 0)
        row.addWidget(holder)
        return room

    def _done(self, outcome: Outcome[Kept]) -> None:
        self.kept.emit(outcome.value)
        self.accept()


class ErasePicture(Decision):
    """The end of a picture, and of the person's key with the last of them."""

    erased = Signal()

    def __init__(self, parent: QWidget, desk: Desk, worker: Worker, kind: LikenessKind) -> None:
        super().__init__(parent, "", "")
        title = self.tr("Delete for good?")
        self.setWindowTitle(title)
        self.heading.setText(title)
        self.verb.setText(self.tr("Delete"))
        theme.mark(self.verb, "kind", "danger")
        self._desk, self._worker, self._kind = desk, worker, kind
        what = phrase("likeness", kind.value)
        told = self.tr(
            "{what} of {name}. With the last picture of a person his key is destroyed: nobody "
            "can bring it back. Safe copies made before still hold it until they are thinned."
        )
        self.say(told.format(what=what, name=worker.name))

    def decide(self) -> None:
        """Delete it."""
        self.wait()
        office, worker, kind = self._desk.office, self._worker.id, self._kind
        self._desk.write(
            self, lambda _: office.likenesses.erase(worker, [kind]), lambda _: self._gone()
        )

    def _gone(self) -> None:
        self.erased.emit()
        self.accept()


class LastDay(Decision):
    """Another day of deletion."""

    moved = Signal()

    def __init__(self, parent: QWidget, desk: Desk, kept: Kept) -> None:
        super().__init__(parent, "", "")
        title = self.tr("Day of deletion")
        self.setWindowTitle(title)
        self.heading.setText(title)
        self.verb.setText(self.tr("Keep until then"))
        self._desk, self._kept = desk, kept
        self.say(self.tr("Usually three years after the later of today and the project's finish."))
        self.day = DayField()
        self.day.set_value(kept.delete_on)
        self.add_field(phrase("likeness", kept.kind.value), self.day)

    def decide(self) -> None:
        """Keep the new day."""
        value, office, kept = self.day.value, self._desk.office, self._kept
        if not isinstance(value, date):
            self.day.setFocus()
            return
        self.wait()
        self._desk.write(
            self,
            lambda _: office.likenesses.set_delete_on(kept.worker, kept.kind, value),
            lambda _: self._done(),
        )

    def _done(self) -> None:
        self.moved.emit()
        self.accept()
