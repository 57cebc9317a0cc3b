"""Passphrases of persons: giving one, and proving to be somebody before taking the seat."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from desktop.domain.changes import Outcome
from desktop.domain.people import Person
from ui import theme
from ui.desk import Desk
from ui.fields.text_fields import HiddenField
from ui.forms.form import Form
from ui.widgets.decision import Decision
from ui.wizards.strength import INK, grade

WIDTH, HEIGHT, FIELD = 500, 348, 66


class TakeSeat(Decision):
    """Somebody with a passphrase of his own proves himself before he sits down."""

    seated = Signal(object)
    """Person who sits here now."""

    def __init__(self, parent: QWidget, desk: Desk, person: Person) -> None:
        super().__init__(parent, "", "")
        title = self.tr("{name} takes over").format(name=person.name)
        self.setWindowTitle(title)
        self.heading.setText(title)
        self.verb.setText(self.tr("Take over"))
        self._desk, self._person = desk, person
        self.phrase = HiddenField()
        self.say(self.tr("What follows is journalled under this name."))
        self.add_field(self.tr("Own passphrase of {name}").format(name=person.name), self.phrase)
        self.phrase.changed.connect(self._allow)
        self._allow()
        self.phrase.setFocus()

    def decide(self) -> None:
        """Prove who it is, away from the window: it takes about a second."""
        self.wait()
        people, person, typed = self._desk.office.people, self._person, self.phrase.line.text()
        self._desk.write(self, lambda _: people.take_seat(person, typed), self._done)

    def _done(self, outcome: Outcome[Person]) -> None:
        self.seated.emit(outcome.value)
        self.accept()

    def _allow(self) -> None:
        self.verb.setEnabled(bool(self.phrase.line.text()))


class GivePassphrase(Decision):
    """A passphrase of one's own, typed twice; another one needs the present one first."""

    given = Signal(object)
    """Person who has it now."""

    def __init__(self, parent: QWidget, desk: Desk, person: Person, *, has_one: bool) -> None:
        super().__init__(parent, "", "")
        told = self.tr("Change the passphrase of {name}")
        fresh = self.tr("A passphrase for {name}")
        title = (told if has_one else fresh).format(name=person.name)
        self.setWindowTitle(title)
        self.heading.setText(title)
        self.verb.setText(self.tr("Keep this passphrase"))
        self._desk, self._person = desk, person
        self.say(
            self.tr(
                "It opens the books, and it is asked when this person takes over or approves a "
                "payment. Let the person type it, alone."
            )
        )
        self.former, self.first, self.second = HiddenField(), HiddenField(), HiddenField()
        self.form = Form(1)
        if has_one:
            former = self.tr("Present passphrase (if forgotten: the recovery code)")
            self.form.add("former", former, self.former, required=True)
        self.form.add("first", self.tr("New passphrase"), self.first, required=True)
        self.form.add("second", self.tr("Once more"), self.second, required=True)
        self.strength = QLabel()
        theme.mark(self.strength, "role", "caption")
        self.body.addWidget(self.form)
        self.body.addWidget(self.strength)
        self.form.changed.connect(self._allow)
        self._allow()
        self.resize(theme.px(WIDTH), theme.px(HEIGHT + (FIELD if has_one else 0)))
        (self.former if has_one else self.first).setFocus()

    def decide(self) -> None:
        """Keep it, away from the window: making it slow to guess takes about a second."""
        self.wait()
        people, person = self._desk.office.people, self._person
        fresh, former = self.first.line.text(), self.former.line.text()
        self._desk.write(self, lambda _: people.give_passphrase(person, fresh, former), self._done)

    def _done(self, outcome: Outcome[Person]) -> None:
        self.given.emit(outcome.value)
        self.accept()

    def _allow(self) -> None:
        typed, again = self.first.line.text(), self.second.line.text()
        found = grade(typed)
        words = {
            "short": self.tr("At least eight characters are needed."),
            "weak": self.tr("Easy to guess: make it longer."),
            "fair": self.tr("Fair. One more word makes it strong."),
            "strong": self.tr("Strong."),
        }[found]
        differs = bool(again) and typed != again
        told = self.tr("The two are not the same yet.") if differs else words
        self.strength.setText(told if typed else " ")  # its line stays, so that nothing moves
        theme.mark(self.strength, "ink", "red" if differs else INK[found])
        self.verb.setEnabled(self.form.is_sound and found != "short" and typed == again)
