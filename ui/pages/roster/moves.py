"""Leaving and changing teams: one worker, several, or a whole team by its head count."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from desktop.domain.ids import ProjectId
from desktop.domain.project import Project, Team
from desktop.ports.views import RosterLine
from desktop.services.movements import MovementPlan
from ui import format as text
from ui.desk import Desk
from ui.fields.choice_field import ChoiceField
from ui.fields.text_fields import DayField, TextField
from ui.pages.roster.plan_dialog import PlanDialog

NAMED = 6
COMPANY_SIGNS = 12


def names_of(lines: Sequence[RosterLine]) -> str:
    """Return the first names and how many more there are."""
    names = "、".join(line.name for line in lines[:NAMED])
    return names if len(lines) <= NAMED else f"{names} … ({len(lines)})"


class LeaveDialog(PlanDialog):
    """The last day on site and why; of several people somebody has to count them."""

    def __init__(
        self,
        parent: QWidget,
        desk: Desk,
        project: ProjectId,
        lines: Sequence[RosterLine],
        today: date,
    ) -> None:
        super().__init__(parent, desk, "", "")
        title = self.tr("Let {names} leave").format(names=names_of(lines))
        self.setWindowTitle(title)
        self.heading.setText(title)
        self.verb.setText(self.tr("Let leave"))
        self._project, self._lines = project, tuple(lines)
        if len(lines) > 1:
            self.say(
                self.tr("Whole teams leave by their head count: count them, then write it here.")
            )
        self.form.add("day", self.tr("Last day on site"), DayField(), required=True)
        self.count: TextField | None = None
        if len(lines) > 1:
            self.count = TextField("")
            label = self.tr("Head count ({count} are marked)")
            self.form.add("count", label.format(count=text.count(len(lines))), self.count)
        self.reason = ChoiceField(
            [
                (word, word)
                for word in (
                    self.tr("Work finished"),
                    self.tr("Gone home"),
                    self.tr("Resigned"),
                    self.tr("To another project"),
                    self.tr("Dismissed"),
                    self.tr("Other"),
                )
            ]
        )
        self.reason.box.setEditable(True)
        self.reason.box.editTextChanged.connect(lambda _: self.reason.changed.emit())
        self.form.add("reason", self.tr("Reason"), self.reason, wide=True)
        self.form.set_values({"day": today})
        self.arrange()

    def work(self) -> Callable[[], MovementPlan] | None:
        """Plan the exit."""
        day, reason = self.form.values["day"], self.reason.box.currentText().strip()
        if day is None:
            return None
        workers = [line.worker for line in self._lines]
        movements, project = self.office.movements, self._project
        return lambda: movements.plan_exit(project, workers, day, reason)

    def is_ready(self) -> bool:
        """Tell whether the head count is right."""
        return self.count is None or self.count.line.text().strip() == str(len(self._lines))

    def summary(self, plan: MovementPlan) -> str:
        """Say who leaves when."""
        words = self.tr("{count} people leave; {day} is their last day on site.")
        return words.format(count=text.count(len(plan.after)), day=text.day(plan.day))


class MoveDialog(PlanDialog):
    """Another team from a day on; pay standards and device numbers go along."""

    def __init__(
        self,
        parent: QWidget,
        desk: Desk,
        where: tuple[Project, Sequence[Team]],
        lines: Sequence[RosterLine],
        today: date,
    ) -> None:
        super().__init__(parent, desk, "", "")
        project, teams = where
        title = self.tr("Move {names} to another team").format(names=names_of(lines))
        self.setWindowTitle(title)
        self.heading.setText(title)
        self.verb.setText(self.tr("Move"))
        self._project, self._lines = project.id, tuple(lines)
        self.say(
            self.tr("He leaves his team the day before; his pay standard and gate number go along.")
        )
        here = {line.team for line in lines}
        options = [(team.id, _title(project, team)) for team in teams if {team.id} != here]
        self.form.add("team", self.tr("New team"), ChoiceField(options), wide=True)
        self.form.add("day", self.tr("First day there"), DayField(), required=True)
        self.form.add("trade", self.tr("New trade, empty: as before"), TextField())
        self.form.set_values({"day": today})
        self.arrange()

    def work(self) -> Callable[[], MovementPlan] | None:
        """Plan the transfer."""
        values = self.form.values
        team, day, trade = values["team"], values["day"], values["trade"]
        if team is None or day is None:
            return None
        workers = [line.worker for line in self._lines]
        movements, project = self.office.movements, self._project
        return lambda: movements.plan_move(project, workers, team, day, trade)

    def summary(self, plan: MovementPlan) -> str:
        """Say who goes where when."""
        words = self.tr("{count} people belong to the new team from {day} on.")
        return words.format(count=text.count(len(plan.after)), day=text.day(plan.day))


def _title(project: Project, team: Team) -> str:
    names = {one.company.id: one.company.name for one in project.members}
    company = names.get(team.subcontractor, "")
    return f"{team.name} · {company}" if company else team.name
