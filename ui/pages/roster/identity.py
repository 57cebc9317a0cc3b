"""The identity part of a worker's form: what the card says, typed or read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from PySide6.QtCore import QObject, QSignalBlocker, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from desktop.domain.id_card import IdCard, identity_of
from desktop.domain.identity import IdKind, mask_id, normalise_id, normalise_name
from desktop.domain.ids import WorkerId
from desktop.domain.worker import Capture, Worker
from desktop.services.id_reading import CardCheck
from resources.words import phrase
from ui import icons, theme
from ui.desk import Desk
from ui.fields.choice_field import ChoiceField, OpenChoiceField
from ui.fields.text_fields import DayField, TextField
from ui.forms.form import Form
from ui.wizards.read_card import ReadCard

KEYS = (
    "name",
    "id_kind",
    "id_number",
    "sex",
    "birth",
    "nation",
    "address",
    "id_issuer",
    "id_validity",
)
"""Names of the form's fields and of the worker's attributes alike."""
COLUMNS = {
    "姓名": "name",
    "身份证号码": "id_number",
    "证件号码": "id_number",
    "出生日期": "birth",
    "性别": "sex",
    "id_number": "id_number",
    "birth": "birth",
    "sex": "sex",
}
"""Columns as findings name them → fields."""


class IdentityPart(QObject):
    """Adds the identity fields to a form and knows whether a reader filled them.

    Whoever changes a field that the card says after reading has typed it: the identity then counts
    as typed, and the words beside the button say so.
    """

    def __init__(
        self,
        form: Form,
        desk: Desk,
        parent: QWidget,
        worker: Worker | None,
        *,
        masked: bool = False,
    ) -> None:
        """Keep what is needed.

        Args:
            form: gets the fields.
            desk: asks the office.
            parent: the dialog the form stands in.
            worker: who is known already.
            masked: the number is shown masked; only a card that is read can change it.
        """
        super().__init__(parent)
        self._masked = masked and worker is not None
        self._form = form
        self._desk = desk
        self._parent = parent
        self._worker = worker
        self.card: IdCard | None = None
        """The card that filled the form, while nothing of it was changed since."""
        self.fields: dict[str, Any] = {}
        form.add_widget(self._head())
        self._add_fields()
        for field in self.fields.values():
            field.changed.connect(self._touched)
        self.told.setText(self._capture_words())

    def set_values(self, worker: Worker) -> None:
        """Show what is known of a worker."""
        values = {key: getattr(worker, key) for key in KEYS}
        if self._masked:
            values["id_number"] = mask_id(worker.id_number)
        self._form.set_values(values)

    def take_card(self, card: IdCard) -> None:
        """Fill the fields with what a card says."""
        for key, value in identity_of(card).items():
            if key in self.fields:
                blocker = QSignalBlocker(self.fields[key])
                self.fields[key].set_value(value)
                blocker.unblock()
        self.card = card
        self.told.setText(self._capture_words())
        self.fields["name"].changed.emit()

    def apply(self, worker: Worker, values: Mapping[str, Any], now: datetime) -> Worker:
        """Return a worker with the identity that stands in the form, and how it was captured."""
        said: dict[str, Any] = {key: values[key] or "" for key in KEYS}
        said |= {
            "name": normalise_name(said["name"]),
            "id_number": self._number(worker, said["id_number"]),
            "birth": values["birth"],
            "id_kind": values["id_kind"],
        }
        fresh = replace(worker, **said)
        if self.card is not None:
            return replace(fresh, captured=Capture.READER, captured_at=now)
        if all(getattr(fresh, key) == getattr(worker, key) for key in KEYS) and worker.version:
            return fresh
        return replace(fresh, captured=Capture.TYPED, captured_at=now)

    def keep_photo(self, workers: Sequence[Worker]) -> None:
        """Seal the photo of the card that filled the form, once its holder is in the books."""
        card = self.card
        if card is None or not card.photo:
            return
        for worker in workers:
            if worker.id_number == card.id_number:
                self._keep(worker.id, card)

    def _keep(self, worker: WorkerId, card: IdCard) -> None:
        office = self._desk.office
        self._desk.write(self._parent, lambda _: office.reader.keep_photo(worker, card))

    def read_card(self) -> ReadCard:
        """Open the reader's dialog; what it reads fills the form."""
        dialog = ReadCard(self._parent, self._desk, for_form=True, worker=self._worker)
        dialog.used.connect(self._used)
        dialog.open()
        return dialog

    def _used(self, check: CardCheck) -> None:
        self.take_card(check.card)

    def _number(self, worker: Worker, typed: str) -> str:
        if self._masked and self.card is None:
            return worker.id_number
        return normalise_id(typed)

    def _head(self) -> QWidget:
        room = QWidget()
        row = QHBoxLayout(room)
        row.setContentsMargins(0, 0, 0, 0)
        self.told = QLabel()
        theme.mark(self.told, "role", "muted")
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.button = QPushButton(icons.get("id-card", "accent"), self.tr("Read the card …"))
        self.button.clicked.connect(lambda _=False: self.read_card())
        row.addWidget(self.told, 1)
        row.addWidget(self.button)
        return room

    def _add_fields(self) -> None:
        kinds = [(kind, phrase("card", kind.value)) for kind in IdKind]
        sexes = [("", ""), ("男", "男"), ("女", "女")]
        made = (
            ("name", TextField(), False, True),
            ("id_kind", ChoiceField(kinds), False, True),
            ("id_number", TextField(), False, True),
            ("sex", OpenChoiceField(sexes), False, False),
            ("birth", DayField(), False, False),
            ("nation", TextField(), False, False),
            ("address", TextField(), True, False),
            ("id_issuer", TextField(), False, False),
            ("id_validity", TextField(), False, False),
        )
        for key, field, wide, required in made:
            title = phrase("card", key)
            self.fields[key] = self._form.add(key, title, field, wide=wide, required=required)
        if self._masked:
            self.fields["id_number"].line.setReadOnly(True)

    def _touched(self) -> None:
        """Forget the card once something it says was typed over."""
        card = self.card
        if card is None:
            return
        said = identity_of(card)
        if any(self.fields[key].value != said[key] for key in said if key in self.fields):
            self.card = None
        self.told.setText(self._capture_words())

    def _capture_words(self) -> str:
        if self.card is not None:
            return self.tr("Read from the card just now.")
        if self._worker is None:
            return self.tr("Lay the card on the reader, or type what it says.")
        how = phrase("card", self._worker.captured.value)
        return self.tr("Captured by: {how}").format(how=how)
