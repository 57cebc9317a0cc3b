"""Persons of the office, their roles, and who sits here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.domain.changes import Outcome
from desktop.domain.people import Person, Role
from desktop.services.people import is_single
from resources import words
from ui import theme
from ui.desk import Desk
from ui.fields.checks_field import ChecksField
from ui.fields.text_fields import TextField
from ui.forms.form import Form
from ui.forms.row_editor import RowEditor
from ui.models.rows import Badge, Column
from ui.widgets.banner import Banner
from ui.widgets.data_table import DataTable


def role_word(role: Role) -> str:
    """Return a role's word."""
    return words.phrase("facts", f"role-{role}")


class PeopleTab(QWidget):
    """Who may do what; a second person ends the single-person mode."""

    seated = Signal(str)
    """Name of who sits here now."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.seat = QLabel()
        self.sit = QPushButton(self.tr("Sit here as the chosen person"))
        self.sit.setEnabled(False)
        self.sit.clicked.connect(lambda _=False: self._sit())
        self.editor = self._editor()
        self.editor.table.selected.connect(self._choose)
        self.single = Banner(
            "note",
            self.tr("Single-person mode: one person makes and checks the payment."),
            self.tr("It is marked on the sheet and in the journal. Add a second person to end it."),
        )
        head = QHBoxLayout()
        head.setSpacing(theme.px(16))
        head.addWidget(self.seat)
        head.addWidget(self.sit)
        head.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.px(12), 0, 0)
        layout.setSpacing(theme.px(12))
        layout.addLayout(head)
        layout.addWidget(self.single)
        layout.addWidget(self.editor, 1)
        self._show_seat()

    def refresh(self) -> None:
        """Read the persons."""
        self._desk.read(self, self._desk.office.people.all, self._show)

    def _show(self, persons: tuple[Person, ...]) -> None:
        self.editor.table.set_rows(persons)
        self.single.setVisible(is_single(persons))
        self._show_seat()

    def _show_seat(self) -> None:
        told = self.tr("Here sits: {name}")
        self.seat.setText(told.format(name=self._desk.office.seat.name))

    def _choose(self, persons: tuple[Person, ...]) -> None:
        here = self._desk.office.seat.person
        self.sit.setEnabled(len(persons) == 1 and persons[0].id != here)

    def _sit(self) -> None:
        chosen = self.editor.table.chosen
        if len(chosen) == 1:
            self._desk.office.people.sit(chosen[0])
            self.sit.setEnabled(False)
            self._show_seat()
            self.editor.table.set_rows(self.editor.table.model.lines)
            self.seated.emit(chosen[0].name)

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

        table: DataTable[Person] = DataTable(
            "people",
            (
                Column("name", self.tr("Name"), lambda person: person.name, width=110),
                Column("roles", self.tr("Roles"), _roles, width=180, tip=_roles),
                Column("seat", self.tr("Seat"), lambda _: "", width=110, badge=state),
            ),
            lambda person: person.id,
        )
        form = Form(1)
        form.add("name", self.tr("Name"), TextField(), required=True)
        options = [(role, role_word(role)) for role in Role]
        form.add("roles", self.tr("Roles"), ChecksField(options, upright=True))
        editor: RowEditor[Person] = RowEditor(
            table,
            form,
            lambda person: {"name": person.name, "roles": person.roles},
            fresh=lambda: {"name": "", "roles": frozenset()},
        )
        editor.saved.connect(self._save)
        return editor


def _roles(person: Person) -> str:
    return "、".join(role_word(role) for role in Role if role in person.roles)
