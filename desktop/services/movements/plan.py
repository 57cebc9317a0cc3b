"""A movement before it happens: who, what it would make of him, and everything against it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from desktop.domain.attendance import days_text
from desktop.domain.findings import Code, Finding, Level, stops
from desktop.domain.ids import CompanyId, ProjectId, TeamId, WorkerId
from desktop.domain.months import WageMonth
from desktop.domain.movement import Entry, MovementKind, job_on, jobs_in
from desktop.domain.project import Project, Team
from desktop.domain.worker import Employment, Worker
from desktop.ports.books import Books
from desktop.services.movements.facts import Pair, days_worked
from desktop.services.projects.team_rules import TeamAct, TeamState, members_of, warnings

ONE_WAY = frozenset({Code.SHEET_NOT_SPLIT, Code.TEAM_MOVE_ONE_WAY, Code.TEAM_EXIT_ONE_WAY})
"""Findings of acts that wages or a platform will not take back."""


@dataclass(frozen=True, slots=True)
class MovementPlan:
    """What a movement would do; nothing is written."""

    kind: MovementKind
    project: ProjectId
    day: date
    after: tuple[Worker, ...] = ()
    before: Mapping[WorkerId, Worker] = field(default_factory=dict)
    """Workers as they are; who is missing here is new."""
    findings: tuple[Finding, ...] = ()
    team: TeamId | None = None
    """Team entered or moved to."""
    reason: str = ""

    @property
    def is_stopped(self) -> bool:
        """Tell whether something must be mended first."""
        return stops(self.findings)

    @property
    def one_way(self) -> tuple[Finding, ...]:
        """What cannot simply be taken back afterwards and wants a person's word before."""
        return tuple(one for one in self.findings if one.code in ONE_WAY)

    @property
    def pairs(self) -> tuple[Pair, ...]:
        """Every worker before and after."""
        return tuple((self.before.get(worker.id), worker) for worker in self.after)


@dataclass(frozen=True, slots=True)
class MovementDone:
    """A movement that was written, precise enough to take it back."""

    plan: MovementPlan
    stored: tuple[Worker, ...]
    """Workers as the books have them now."""


@dataclass(frozen=True, slots=True)
class Site:
    """A project with its teams and companies by name, read once for a movement."""

    project: Project
    teams: Mapping[TeamId, Team]
    others: Mapping[ProjectId, str]
    """Names of the office's other projects."""

    @classmethod
    def read(cls, books: Books, project: ProjectId) -> Site:
        """Read a project's site."""
        teams = {team.id: team for team in books.projects.teams(project)}
        others = {one.id: one.name for one in books.projects.all() if one.id != project}
        return cls(books.projects.get(project), teams, others)

    def team_name(self, team: TeamId) -> str:
        """Return a team's name, empty when it is gone."""
        return self.teams[team].name if team in self.teams else ""

    def company(self, team: TeamId) -> CompanyId | None:
        """Return who employs a team."""
        return self.teams[team].subcontractor if team in self.teams else None

    def company_name(self, team: TeamId) -> str:
        """Return the name of who employs a team."""
        company = self.company(team)
        names = {one.company.id: one.company.name for one in self.project.members}
        return names.get(company, "") if company else ""


def required(key: str, subject: str = "") -> Finding:
    """Say that a field of a movement is empty."""
    return Finding(Code.REQUIRED_EMPTY, Level.STOP, None, key, subject, {"field": key})


def entry_findings(site: Site, worker: Worker, entry: Entry) -> Iterator[Finding]:
    """See what speaks against an entry: on the site already, or on another at the same time."""
    if not entry.trade:
        yield required("trade", worker.name)
    if entry.team not in site.teams:
        yield required("team", worker.name)
    for job in jobs_in(worker, site.project.id):
        if job.exit is None or job.exit >= entry.day:
            yield _already_there(site, worker, job, entry.day)
    for job in worker.employments:
        if job.project in site.others and job.overlaps(entry.day, entry.day):
            facts = {"day": str(entry.day), "project": site.others[job.project]}
            yield Finding(Code.OTHER_PROJECT, Level.WARN, subject=worker.name, facts=facts)


def _already_there(site: Site, worker: Worker, job: Employment, day: date) -> Finding:
    facts = {
        "team": site.team_name(job.team),
        "entry": str(job.entry),
        "left": f"，{job.exit} 离场" if job.exit else "",
        "day": str(day),
    }
    return Finding(Code.ALREADY_ON_SITE, Level.STOP, subject=worker.name, facts=facts)


def team_warnings(
    books: Books, site: Site, act: TeamAct, leaving: Sequence[tuple[TeamId, WorkerId]]
) -> Iterator[Finding]:
    """Say once for each team what platforms will not take back, and which leader goes.

    Args:
        books: where its members stand.
        site: the project.
        act: what happens to the team.
        leaving: teams with who enters them or goes from them.
    """
    workers = books.workers.of_project(site.project.id)
    said: set[tuple[Code, str]] = set()
    for team, worker in leaving:
        if team not in site.teams:
            continue
        others = tuple(one for one in site.teams.values() if one.id != team)
        members = members_of(site.teams[team], workers)
        state = TeamState(site.teams[team], others, members)
        for finding in warnings(state, act, worker):
            if (finding.code, finding.subject) not in said:
                said.add((finding.code, finding.subject))
                yield finding


def find_job(site: Site, worker: Worker, day: date, findings: list[Finding]) -> Employment | None:
    """Return the employment that a day ends or divides; notes where there is none."""
    job = job_on(worker, site.project.id, day)
    if job is None:
        facts = {"day": str(day)}
        findings.append(Finding(Code.NOT_ON_SITE, Level.STOP, subject=worker.name, facts=facts))
    return job


def move_findings(
    books: Books, site: Site, worker: Worker, job: Employment, plan: tuple[TeamId, date]
) -> Iterator[Finding]:
    """See what speaks against a transfer, or should be known of it."""
    team, day = plan
    if job.team == team:
        facts = {"team": site.team_name(team)}
        yield Finding(Code.SAME_TEAM, Level.STOP, subject=worker.name, facts=facts)
        return
    if day == job.entry:
        facts = {"entry": str(job.entry), "exit": str(date.fromordinal(day.toordinal() - 1))}
        yield Finding(Code.EXIT_BEFORE_ENTRY, Level.STOP, subject=worker.name, facts=facts)
    elif site.company(team) != site.company(job.team):
        yield from _not_split(books, site, worker, job, plan)


def _not_split(
    books: Books, site: Site, worker: Worker, job: Employment, plan: tuple[TeamId, date]
) -> Iterator[Finding]:
    """Say that a month worked for two subcontractors stands on one sheet.

    A month has one line a worker, on the sheet of whom he belongs to on its last day.
    """
    team, day = plan
    month = WageMonth.of(day)
    worked = days_worked(books, site.project, worker, max(month.first, job.entry), day)
    if not worked:
        return
    facts = {
        "month": str(month),
        "from": site.company_name(job.team),
        "to": site.company_name(team),
        "count": days_text(worked),
        "first": str(month.first),
        "next": str(month.next.first),
    }
    yield Finding(Code.SHEET_NOT_SPLIT, Level.WARN, subject=worker.name, facts=facts)


def head_count(
    site: Site, team: TeamId, plan: tuple[date, int], present: Sequence[Worker]
) -> list[Finding]:
    """Hold the head count a person typed against how many are there."""
    day, written = plan
    if written == len(present):
        return []
    facts = {
        "team": site.team_name(team),
        "day": str(day),
        "count": str(len(present)),
        "written": str(written),
    }
    return [Finding(Code.HEAD_COUNT_WRONG, Level.STOP, facts=facts)]
