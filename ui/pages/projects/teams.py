"""The teams of a project: company, trade, leader, and their filing with the platform."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from desktop.domain.changes import Outcome
from desktop.domain.findings import Finding
from desktop.domain.ids import TeamId, new_id
from desktop.domain.project import Project, Team
from desktop.services.projects.team_rules import TeamState, judge_team
from ui import format as text
from ui import trouble
from ui.desk import Desk
from ui.fields.choice_field import ChoiceField
from ui.fields.text_fields import DayField, TextField
from ui.forms.form import Form
from ui.forms.row_editor import RowEditor
from ui.models.rows import Column
from ui.pages.projects.editing import EditorTab, gravest
from ui.widgets.data_table import DataTable
from ui.widgets.empty_state import EmptyState

PLAIN = ("name", "subcontractor", "trade", "leader", "filed_on")


class TeamsTab(EditorTab[TeamState]):
    """The teams, each of one company of the project."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._project: Project | None = None
        self._names: dict[object, str] = {}
        self._employer = ChoiceField()
        self._leader = ChoiceField()
        self.arrange(self._editor())
        self.findings.jumped.connect(self._jump)

    def show_project(self, project: Project) -> None:
        """Show the teams of a project."""
        self._project = project
        employers = [(m.company.id, m.company.name) for m in project.subcontractors()]
        self._names = {m.company.id: m.company.name for m in project.members}
        self._employer.set_options(employers)
        office = self._desk.office
        self._desk.read(self, lambda: office.projects.team_states(project.id), self._show)

    def _show(self, states: tuple[TeamState, ...]) -> None:
        self.show_rows(states)
        self.show_findings([finding for state in states for finding in judge_team(state)])
        people = sum(len(state.members) for state in states)
        words = self.tr("{teams} teams, {people} people on site")
        self.editor.table.set_totals(
            words.format(teams=len(states), people=people) if states else ""
        )

    def _jump(self, finding: Finding) -> None:
        for state in self.editor.table.model.shown:
            if state.team.name == finding.subject and any(judge_team(state)):
                self.editor.table.choose([state.team.id])
                self.editor.form.focus_field(finding.column)
                return

    def _save(self, values: Mapping[str, Any], line: TeamState | None) -> None:
        project = self._project
        if project is None or values["subcontractor"] is None:
            return
        base = (
            line.team
            if line is not None
            else Team(TeamId(new_id()), project.id, values["subcontractor"], values["name"])
        )
        team = replace(base, **{key: values[key] for key in PLAIN})
        self.wanted = team.id if line is None else None
        self._desk.write(self, lambda _: self._desk.office.projects.put_team(team), self._kept)

    def _kept(self, outcome: Outcome[Team]) -> None:
        self.editor.form.keep()
        self.said.emit(self.tr("Saved: {name}").format(name=outcome.value.name), None)

    def _remove(self, line: TeamState) -> None:
        team, projects = line.team, self._desk.office.projects

        def undo() -> None:
            self._desk.write(self, lambda _: projects.put_team(team))

        def told(_: object) -> None:
            self.editor.begin(focus=False)
            self.said.emit(self.tr("Removed: {name}").format(name=team.name), undo)

        self._desk.write(self, lambda _: projects.remove_team(team.project, team.id), told)

    def _values(self, state: TeamState) -> dict[str, Any]:
        people = sorted((one.name, one.id) for one in state.members)
        self._leaders([(key, name) for name, key in people])
        return {key: getattr(state.team, key) for key in PLAIN}

    def _fresh(self) -> dict[str, Any]:
        self._leaders([])
        return {"name": "", "trade": "", "leader": None, "filed_on": None}

    def _leaders(self, people: list[tuple[Any, str]]) -> None:
        self._leader.blockSignals(True)
        self._leader.set_options([(None, self.tr("Nobody yet")), *people])
        self._leader.blockSignals(False)

    def _editor(self) -> RowEditor[TeamState]:
        form = Form(1)
        form.add("name", self.tr("Team"), TextField(), required=True)
        form.add("subcontractor", self.tr("Subcontractor"), self._employer)
        form.add("trade", self.tr("Trade"), TextField())
        form.add("leader", self.tr("Leader, one of its people"), self._leader)
        form.add("filed_on", self.tr("Filed with the platform on"), DayField())
        editor: RowEditor[TeamState] = RowEditor(
            self._table(),
            form,
            self._values,
            fresh=self._fresh,
            removable=True,
            captions=(self.tr("A new team"), self.tr("The chosen team")),
        )
        editor.saved.connect(self._save)
        editor.removed.connect(self._remove)
        return editor

    def _table(self) -> DataTable[TeamState]:
        def employer(state: TeamState) -> str:
            return self._names.get(state.team.subcontractor, "")

        def leader(state: TeamState) -> str:
            return next((one.name for one in state.members if one.id == state.team.leader), "—")

        def filed(state: TeamState) -> str:
            return text.day(state.team.filed_on) if state.team.filed_on else "—"

        def found(state: TeamState) -> list[Finding]:
            return list(judge_team(state))

        def tip(state: TeamState) -> str:
            return "\n".join(trouble.of_finding(one).text for one in found(state))

        columns: tuple[Column[TeamState], ...] = (
            Column("name", self.tr("Team"), lambda one: one.team.name, width=120),
            Column("found", self.tr("Findings"), lambda one: str(len(found(one)) or ""),
                   width=72, badge=lambda one: gravest(found(one)), tip=tip),
            Column("leader", self.tr("Leader"), leader, width=92),
            Column("trade", self.tr("Trade"), lambda one: one.team.trade or "—", width=92),
            Column("people", self.tr("People"), lambda one: str(len(one.members)),
                   sort=lambda one: len(one.members), width=64, right=True),
            Column("employer", self.tr("Subcontractor"), employer, width=228, tip=employer),
            Column("filed", self.tr("Filed"), filed, width=104),
        )  # fmt: skip
        return DataTable(
            "teams",
            columns,
            lambda state: state.team.id,
            empty=EmptyState(
                self.tr("No teams yet. The roster brings them along, or enter them here."),
                "roster",
            ),
        )
