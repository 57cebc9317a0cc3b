"""Teams of a project, and what platforms want of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from desktop.domain.changes import Changes, Outcome, Topic
from desktop.domain.errors import Refused, Unknown
from desktop.domain.findings import Finding, stops
from desktop.domain.ids import ProjectId, TeamId, WorkerId
from desktop.domain.project import Team
from desktop.ports.books import Books
from desktop.services.projects.base import ProjectsBase
from desktop.services.projects.team_rules import (
    TeamAct,
    TeamState,
    check_team,
    in_use,
    judge_team,
    members_of,
    warnings,
)


class TeamsPart(ProjectsBase):
    """Teams (班组), each of one company of the project."""

    def teams(self, project_id: ProjectId) -> tuple[Team, ...]:
        """Return the project's teams."""
        with self._reads() as books:
            return books.projects.teams(project_id)

    def team_states(self, project_id: ProjectId) -> tuple[TeamState, ...]:
        """Return the teams with the people now in them."""
        with self._reads() as books:
            teams = books.projects.teams(project_id)
            workers = books.workers.of_project(project_id)
        return tuple(
            TeamState(team, _others(team, teams), members_of(team, workers, self._clock.today()))
            for team in teams
        )

    def team_findings(self, project_id: ProjectId) -> tuple[Finding, ...]:
        """Return what the project's teams lack for filing with a platform."""
        return tuple(
            finding for state in self.team_states(project_id) for finding in judge_team(state)
        )

    def check_team(self, team: Team) -> tuple[Finding, ...]:
        """Return everything that is wrong with a team as typed."""
        with self._reads() as books:
            return _check(books, team, self._clock.today())

    def put_team(self, team: Team) -> Outcome[Team]:
        """Write a team.

        Raises:
            Refused: its name is empty, reserved or taken, its leader is not in it, or its trade
                is frozen since it was filed.
        """
        team = replace(team, name=" ".join(team.name.split()))
        with self._books() as books:
            findings = _check(books, team, self._clock.today())
            if stops(findings):
                raise Refused(findings)
            books.projects.put_team(team)
            books.journal.write("project.team", str(team.id))
            books.commit()
        return Outcome(team, Changes.of(Topic.PROJECT, Topic.ROSTER, project=team.project))

    def remove_team(self, project_id: ProjectId, team: TeamId) -> Outcome[Team]:
        """Take a team that nobody ever belonged to off the books.

        Raises:
            Refused: somebody belongs or belonged to it.
            Unknown: there is no such team.
        """
        with self._books() as books:
            known = _team(books, project_id, team)
            used = [
                worker
                for worker in books.workers.of_project(project_id)
                if any(job.team == team for job in worker.employments)
            ]
            if used:
                raise Refused((in_use(known, len(used)),))
            books.projects.remove_team(team)
            books.journal.write("project.team_removed", str(team))
            books.commit()
        return Outcome(known, Changes.of(Topic.PROJECT, project=project_id))

    def team_warnings(
        self,
        project_id: ProjectId,
        team: TeamId,
        act: TeamAct | str,
        worker: WorkerId | None = None,
    ) -> tuple[Finding, ...]:
        """Tell before an act what platforms will not take back.

        Args:
            project_id: where.
            team: the team that somebody enters, or goes from.
            act: "enter", "move", "exit" or "change".
            worker: who moves or leaves, where it is one person.
        """
        with self._reads() as books:
            state = _state(books, _team(books, project_id, team), self._clock.today())
        return tuple(warnings(state, TeamAct(act), worker))


def _team(books: Books, project_id: ProjectId, team: TeamId) -> Team:
    found = next((one for one in books.projects.teams(project_id) if one.id == team), None)
    if found is None:
        raise Unknown(kind="team", name=str(team))
    return found


def _others(team: Team, teams: tuple[Team, ...]) -> tuple[Team, ...]:
    return tuple(one for one in teams if one.id != team.id)


def _state(books: Books, team: Team, day: date) -> TeamState:
    teams = books.projects.teams(team.project)
    workers = books.workers.of_project(team.project)
    return TeamState(team, _others(team, teams), members_of(team, workers, day))


def _check(books: Books, team: Team, day: date) -> tuple[Finding, ...]:
    teams = books.projects.teams(team.project)
    known = next((one for one in teams if one.id == team.id), None)
    return tuple(check_team(_state(books, team, day), known))
