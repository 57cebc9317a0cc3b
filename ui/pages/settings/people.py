"""Persons of the office, their roles, and who sits here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.domain.changes import Outcome
from desktop.domain.ids import PersonId
from desktop.domain.people import Person, Role
from desktop.services.people import is_single
from resources import words
from ui import icons, theme
from ui.desk import Desk
from ui.fields.checks_field import ChecksField
from ui.fields.text_fields import TextField
from ui.forms.form import Form
from ui.forms.row_editor import RowEditor
from ui.models.rows import Badge, Column
from ui.pages.settings.passphrase import GivePassphrase, TakeSeat
from ui.widgets.banner import Banner
from ui.widgets.data_table import DataTable


def role_word(role: Role) -> str:
    """Return a role's word."""
    return words.phrase("facts", f"role-{role}")


class PeopleTab(QWidget):
    """Who may do what; a second person ends the single-person mode."""

    seated = Signal(str)
    """Name of who sits here now."""
    said = Signal(str)
    """What was done, in words."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._own: frozenset[PersonId] = frozenset()
        self.sit = QPushButton(self.tr("Take over …"))
        self.give = QPushButton(icons.get("key"), self.tr("Own passphrase …"))
        self.sit.setToolTip(self.tr("The chosen person works here from now on"))
        self.give.setToolTip(self.tr("Give the chosen person a passphrase of his own"))
        self.sit.clicked.connect(lambda _=False: self.take_seat())
        self.give.clicked.connect(lambda _=False: self.give_passphrase())
        self.editor = self._editor()
        self.editor.table.selected.connect(self._choose)
        self.editor.table.bar.insertWidget(0, self.sit)
        self.editor.table.bar.insertWidget(1, self.give)
        self.single = Banner(
            "note",
            self.tr("Single-person mode: one person makes and checks the payment."),
            self.tr("It is marked on the sheet and in the journal. Add a second person to end it."),
        )
        note = QLabel(
            self.tr(
                "Who has a passphrase of his own types it when he takes over or approves a "
                "payment; nobody can do either in his name."
            )
        )
        note.setWordWrap(True)
        theme.mark(note, "role", "caption")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.px(12), 0, 0)
        layout.setSpacing(theme.px(12))
        layout.addWidget(note)
        layout.addWidget(self.single)
        layout.addWidget(self.editor, 1)
        self._choose(())

    def refresh(self) -> None:
        """Read the persons, and who has a passphrase of his own."""
        people = self._desk.office.people
        self._desk.read(self, lambda: (people.all(), people.with_own_passphrase()), self._show)

    def _show(self, answer: tuple[tuple[Person, ...], frozenset[PersonId]]) -> None:
        persons, self._own = answer
        self.editor.table.set_rows(persons)
        self.single.setVisible(is_single(persons))
        self._choose(self.editor.table.chosen)

    def _choose(self, persons: tuple[Person, ...]) -> None:
        here, one = self._desk.office.seat.person, len(persons) == 1
        self.sit.setEnabled(one and persons[0].id != here)
        self.give.setEnabled(one)
        self._name.setEnabled(not one)  # the journal and the key file know a person by name
        has_one = one and persons[0].id in self._own
        words = self.tr("Change the passphrase …") if has_one else self.tr("Own passphrase …")
        self.give.setText(words)

    def take_seat(self) -> None:
        """Let the chosen person work here; with a passphrase of his own he proves himself."""
        person, people = self.editor.table.chosen[0], self._desk.office.people
        if person.id in self._own:
            dialog = TakeSeat(self, self._desk, person)
            dialog.seated.connect(lambda one: self.seated.emit(one.name))
            dialog.open()
            return

        def done(outcome: Outcome[Person]) -> None:
            self.seated.emit(outcome.value.name)

        self._desk.write(self, lambda _: people.take_seat(person), done)

    def give_passphrase(self) -> None:
        """Ask for the chosen person's own passphrase."""
        person = self.editor.table.chosen[0]
        dialog = GivePassphrase(self, self._desk, person, has_one=person.id in self._own)
        told = self.tr("{name} has a passphrase of his own now")
        dialog.given.connect(lambda one: self.said.emit(told.format(name=one.name)))
        dialog.open()

    def _save(self, values: Mapping[str, Any], line: Person | None) -> None:
        name = line.name if line is not None else values["name"]
        self._desk.write(
            self, lambda _: self._desk.office.people.add(name, values["roles"]), self._kept
        )

    def _kept(self, outcome: Outcome[Person]) -> None:
        self.editor.form.keep()
        self.editor.table.choose([outcome.value.id])

    def _editor(self) -> RowEditor[Person]:
        here = self.tr("sits here")

        def state(person: Person) -> Badge | None:
            is_here = person.id == self._desk.office.seat.person
            return Badge("done", here) if is_here else None

        own_words, none = self.tr("of his own"), self.tr("the office's")

        def phrase(person: Person) -> str:
            return own_words if person.id in self._own else none

        table: DataTable[Person] = DataTable(
            "people",
            (
                Column("name", self.tr("Name"), lambda person: person.name, width=130),
                Column("roles", self.tr("Roles"), _roles, width=170, tip=_roles),
                Column("phrase", self.tr("Passphrase"), phrase, width=90),
                Column("seat", self.tr("At work here"), lambda _: "", width=120, badge=state),
            ),
            lambda person: person.id,
        )
        form = Form(1)
        self._name = form.add("name", self.tr("Name"), TextField(), required=True)
        options = [(role, role_word(role)) for role in Role]
        form.add("roles", self.tr("Roles"), ChecksField(options, upright=True))
        editor: RowEditor[Person] = RowEditor(
            table,
            form,
            lambda person: {"name": person.name, "roles": person.roles},
            fresh=lambda: {"name": "", "roles": frozenset()},
            captions=(self.tr("A new person"), self.tr("The chosen person")),
        )
        editor.saved.connect(self._save)
        return editor


def _roles(person: Person) -> str:
    return "、".join(role_word(role) for role in Role if role in person.roles)
