"""Somebody enters the project: typed, read from his card, or known from another project."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QFrame, QScrollArea, QWidget

from desktop.domain.id_card import IdCard
from desktop.domain.identity import (
    ID_LENGTH,
    kind_of,
    normalise_card,
    normalise_digits,
    normalise_id,
    normalise_phone,
)
from desktop.domain.movement import Entry
from desktop.domain.project import Project, Team
from desktop.domain.worker import Card, PayKind, PayTerm, Worker
from desktop.services import terms
from desktop.services.movements import MovementPlan
from ui import format as text
from ui import theme
from ui.desk import Desk
from ui.fields.choice_field import ChoiceField
from ui.fields.text_fields import DayField, MoneyField, TextField
from ui.pages.roster.identity import KEYS, IdentityPart
from ui.pages.roster.plan_dialog import PlanDialog

LEAST_HEIGHT = 200


class EnterDialog(PlanDialog):
    """Who he is, where he works, what he is paid, how he is paid."""

    def __init__(
        self,
        parent: QWidget,
        desk: Desk,
        where: tuple[Project, Sequence[Team]],
        today: date,
        known: Worker | None = None,
    ) -> None:
        super().__init__(parent, desk, "", "")
        title = self.tr("Enter a worker")
        self.setWindowTitle(title)
        self.heading.setText(title)
        self.verb.setText(self.tr("Let enter"))
        project, teams = where
        self._project, self._known = project.id, known
        self._now = desk.office.clock.now()
        self.identity = IdentityPart(self.form, desk, self, known)
        self.carried.connect(lambda done: self.identity.keep_photo(done.stored))
        self._add_job(teams)
        self._add_pay()
        if known is not None:
            self.identity.set_values(known)
        values: dict[str, Any] = {"day": today}
        if known is not None:
            values["phone"] = known.phone
        self.form.set_values(values)
        room = parent.window().size()
        self.resize(min(theme.px(760), room.width()), min(theme.px(700), room.height()))
        self.identity.fields["id_number"].changed.connect(self._read_number)
        self.arrange()

    def take_card(self, card: IdCard) -> None:
        """Fill the identity with what a reader read."""
        self.identity.take_card(card)

    def _read_number(self) -> None:
        """Fill in what a whole identity number says by itself, where nothing stands yet."""
        values = self.form.values
        number = normalise_id(values["id_number"] or "")
        if kind_of(number) is None or len(number) < ID_LENGTH:
            return
        fresh = self.office.movements.newcomer("", number)
        for key in ("sex", "birth"):
            if not values[key] and getattr(fresh, key):
                self.identity.fields[key].set_value(getattr(fresh, key))

    def form_room(self) -> QWidget:
        """Let the form scroll: it is longer than a small screen."""
        area = QScrollArea()
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setMinimumHeight(theme.px(LEAST_HEIGHT))
        self.form.setContentsMargins(0, 0, theme.px(16), 0)
        area.setWidget(self.form)
        return area

    def work(self) -> Callable[[], MovementPlan] | None:
        """Plan the entry."""
        values = self.form.values
        if values["team"] is None or values["day"] is None or not values["trade"]:
            return None
        if not values["name"] or not values["id_number"]:
            return None
        worker, entry = self._worker(values), self._entry(values)
        movements = self.office.movements
        return lambda: movements.plan_enter(worker, entry)

    def summary(self, plan: MovementPlan) -> str:
        """Say whether the office knows him already."""
        name, day = plan.after[0].name, text.day(plan.day)
        if plan.before:
            words = self.tr("The office knows {name} already; he enters on {day}.")
        else:
            words = self.tr("{name} is new to the office and enters on {day}.")
        return words.format(name=name, day=day)

    def _worker(self, values: dict[str, Any]) -> Worker:
        movements = self.office.movements
        number = normalise_id(values["id_number"])
        fresh = movements.newcomer(values["name"], number, normalise_phone(values["phone"]))
        said = {key: values[key] for key in KEYS}
        said["sex"] = said["sex"] or fresh.sex
        said["birth"] = said["birth"] or fresh.birth
        return self.identity.apply(fresh, said, self._now)

    def _entry(self, values: dict[str, Any]) -> Entry:
        term = None
        if values["rate"] is not None:
            term = PayTerm(values["kind"], values["rate"], values["day"])
        card = None
        if values["card"]:
            number = normalise_card(values["card"])
            card = Card(number, values["bank"], normalise_digits(values["cnaps"]))
        number = normalise_digits(values["device_number"])
        return Entry(
            self._project, values["team"], values["trade"], values["day"], term, number, card
        )

    def _add_job(self, teams: Sequence[Team]) -> None:
        form = self.form
        form.add("phone", self.tr("Phone"), TextField())
        form.add_section(self.tr("Where he works"))
        options = [(team.id, team.name) for team in teams]
        form.add("team", self.tr("Team"), ChoiceField(options), required=True)
        form.add("trade", self.tr("Trade"), suggesting(terms.trades()), required=True)
        form.add("day", self.tr("First day on site"), DayField(), required=True)
        form.add("device_number", self.tr("Device number"), TextField())

    def _add_pay(self) -> None:
        form = self.form
        form.add_section(self.tr("What he is paid, and on which card"))
        kinds = [(PayKind.DAY, self.tr("by the day")), (PayKind.HOUR, self.tr("by the hour"))]
        form.add("kind", self.tr("Kind of pay"), ChoiceField(kinds))
        form.add("rate", self.tr("Amount (yuan)"), MoneyField())
        form.add("card", self.tr("Card number"), TextField())
        form.add("bank", self.tr("Bank and branch"), TextField())
        form.add("cnaps", self.tr("CNAPS number"), TextField())


def suggesting(words: Sequence[str]) -> TextField:
    """Return a text field that offers usual words while one types."""
    field = TextField()
    completer = QCompleter(list(words), field.line)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    field.line.setCompleter(completer)
    return field
