"""Attendance sheets that workers and foreman sign, each bound to exactly the days it shows."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from desktop.domain.attendance import BEIJING, DayMark, MarkOrigin, days_text, mark_day
from desktop.domain.company import CompanyRole
from desktop.domain.errors import Unknown
from desktop.domain.ids import TeamId
from desktop.domain.months import WageMonth
from desktop.domain.project import Project, Team
from desktop.domain.site_days import Confirmation, MonthPart
from desktop.domain.worker import Worker
from desktop.ports.books import Books
from desktop.ports.confirmation_paper import ConfirmationPaper, ConfirmationRow
from desktop.services.attendance.month import count_month
from desktop.services.attendance.rules import regional
from desktop.services.attendance.said import Said

_WHOLE, _HALF = Decimal(1), Decimal("0.5")
_SIGNS = {_WHOLE: "√", _HALF: "△"}
Days = Mapping[date, DayMark]


@dataclass(frozen=True, slots=True)
class TeamDays:
    """The days of one team that a sheet shows, and their digest."""

    team: Team
    days: tuple[date, ...]
    workers: tuple[tuple[Worker, Days], ...]
    """By name; each with the days of the part."""

    @property
    def digest(self) -> str:
        """SHA-256 over worker, day and work-days, hex."""
        said = sorted(
            f"{worker.id.hex} {day} {mark.work_days:.2f}"
            for worker, marks in self.workers
            for day, mark in marks.items()
            if mark.origin is not MarkOrigin.NONE
        )
        return hashlib.sha256("\n".join(said).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class ConfirmationView:
    """A sheet as the page lists it."""

    confirmation: Confirmation
    team: str
    workers: int
    """Workers the team has in these days now."""
    work_days: Decimal
    """Work-days of the part as the books say now."""
    matches: bool
    """Whether the books still say what the paper says."""


def month_parts(
    books: Books, project: Project, month: WageMonth
) -> dict[tuple[MonthPart, TeamId], TeamDays]:
    """Return what every sheet of a month would show, teams without workers left out."""
    counted = count_month(books, project, month)
    teams = {team.id: team for team in books.projects.teams(project.id)}
    marks = {worker: own.counted() for worker, own in counted.marks.items()}
    found: dict[tuple[MonthPart, TeamId], TeamDays] = {}
    for part in MonthPart:
        first, last = part.span(month)
        by_team: dict[TeamId, list[Worker]] = {}
        for worker in counted.workers.values():
            jobs = [
                job for job in worker.employments
                if job.project == project.id and job.overlaps(first, last)
            ]  # fmt: skip
            for team in {job.team for job in jobs}:
                by_team.setdefault(team, []).append(worker)
        for team, workers in by_team.items():
            if team in teams:
                shown = tuple(_own(w, marks[w.id], (project, team), (first, last)) for w in workers)
                days = tuple(day for day in month.days if first <= day <= last)
                ordered = tuple(sorted(shown, key=lambda pair: (pair[0].name, str(pair[0].id))))
                found[part, team] = TeamDays(teams[team], days, ordered)
    return found


def _own(
    worker: Worker, marks: Days, where: tuple[Project, TeamId], span: tuple[date, date]
) -> tuple[Worker, Days]:
    """Return the days of a span on which a worker belonged to a team."""
    project, team = where
    jobs = [job for job in worker.employments if job.project == project.id and job.team == team]
    own = {
        day: mark
        for day, mark in marks.items()
        if span[0] <= day <= span[1] and any(job.overlaps(day, day) for job in jobs)
    }
    return worker, own


def views(
    confirmations: Iterable[Confirmation],
    parts: Mapping[tuple[MonthPart, TeamId], TeamDays],
    teams: Mapping[TeamId, Team],
) -> tuple[ConfirmationView, ...]:
    """Say of each sheet whether the books still say what it says."""
    found = []
    for one in confirmations:
        now = parts.get((one.part, one.team))
        days = sum(
            (mark.work_days for _, own in (now.workers if now else ()) for mark in own.values()),
            Decimal(0),
        )
        team = teams.get(one.team)
        found.append(
            ConfirmationView(
                one,
                team.name if team else "",
                len(now.workers) if now else 0,
                days,
                now is not None and now.digest == one.digest,
            )
        )
    return tuple(found)


def paper_of(
    books: Books, project: Project, confirmation: Confirmation, shown: TeamDays, who: str
) -> ConfirmationPaper:
    """Collect everything a sheet says."""
    calendar = regional(books.calendar.calendar(), project.area)
    said = Said.of(books, project.id, confirmation.month)
    contractor = project.member(CompanyRole.GENERAL_CONTRACTOR)
    companies = {member.company.id: member.company.name for member in project.members}
    leader = next((w.name for w, _ in shown.workers if w.id == shown.team.leader), "")
    rows = tuple(_row(worker, marks, shown, project) for worker, marks in shown.workers)
    every = [mark for _, marks in shown.workers for mark in marks.values()]
    return ConfirmationPaper(
        confirmation=confirmation.id,
        project=project.name,
        general_contractor=contractor.company.name if contractor else "",
        subcontractor=companies.get(shown.team.subcontractor, ""),
        team=shown.team.name,
        leader=leader,
        month=confirmation.month,
        part=confirmation.part,
        days=shown.days,
        resting=tuple(not calendar.is_working_day(day) for day in shown.days),
        stopped=tuple(
            said.nil is not None or any(stop.covers(day) for stop in said.stoppages)
            for day in shown.days
        ),
        rows=rows,
        total_days=days_text(sum((mark.work_days for mark in every), Decimal(0))),
        total_hours=_hours(sum((mark.hours for mark in every), Decimal(0))),
        digest=confirmation.digest,
        printed_on=confirmation.printed_at.astimezone(BEIJING).date(),
        prepared_by=who,
    )


def _row(worker: Worker, marks: Days, shown: TeamDays, project: Project) -> ConfirmationRow:
    days = [marks.get(day) or mark_day(day, None, None) for day in shown.days]
    jobs = [job for job in worker.employments if job.project == project.id]
    trade = next((job.trade for job in reversed(jobs) if job.team == shown.team.id), "")
    extra = sum(hours.minutes for mark in days for hours in mark.approved)
    return ConfirmationRow(
        worker.name,
        trade,
        tuple(map(cell, days)),
        tuple(mark.hand is not None for mark in days),
        days_text(sum((mark.work_days for mark in days), Decimal(0))),
        _hours(sum((mark.hours for mark in days), Decimal(0))),
        _hours(Decimal(extra) / 60) if extra else "",
    )


def cell(mark: DayMark) -> str:
    """Return what a day shows: √ △, work-days, hours with h, 0; nothing without facts."""
    if mark.origin is MarkOrigin.NONE:
        return ""
    if mark.hand is not None and mark.hand.hours is not None:
        return f"{_hours(mark.hand.hours)}h"
    return _SIGNS.get(mark.work_days) or f"{mark.work_days.normalize():f}"


def _hours(hours: Decimal) -> str:
    return f"{hours.quantize(Decimal('0.01')).normalize():f}"


def wanted(
    parts: Mapping[tuple[MonthPart, TeamId], TeamDays], part: MonthPart, team: TeamId | None
) -> Sequence[TeamDays]:
    """Return the teams of which sheets are asked for, by name. Raises Unknown for none."""
    found = [shown for (of, who), shown in parts.items() if of is part and team in {None, who}]
    if not found:
        raise Unknown(kind="team", name=str(team or ""))
    return sorted(found, key=lambda shown: shown.team.name)
