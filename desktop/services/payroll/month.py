"""What a month's sheets are made of, and the sheets that follow from it; nothing is stored here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import groupby

from desktop.domain.attendance import HoursKind, MonthAttendance
from desktop.domain.calendar import Calendar
from desktop.domain.findings import Code, Finding, Level
from desktop.domain.ids import CompanyId, LineId, PersonId, SheetId, TeamId, WorkerId, new_id
from desktop.domain.money import Money
from desktop.domain.months import WageMonth
from desktop.domain.notice import MinimumWage
from desktop.domain.payroll import Adjustment, SheetState, WageLine, WageSheet
from desktop.domain.progress import Progress
from desktop.domain.project import Project, Team
from desktop.domain.wage_limits import WageLaw, review_line
from desktop.domain.wages import LineFacts, compute_line, employment_on
from desktop.domain.worker import Worker
from desktop.ports.books import Books
from desktop.services.attendance.month import month_attendance
from desktop.services.payroll.rules import wage_rules

OPEN = frozenset({SheetState.DRAFT, SheetState.WORKER_SIGNED})
_STEP = 200


@dataclass(frozen=True, slots=True)
class Stamp:
    """Who does it and when."""

    by: PersonId
    at: datetime


@dataclass(frozen=True, slots=True)
class MonthFacts:
    """Everything the lines of a month are computed from."""

    project: Project
    month: WageMonth
    law: WageLaw
    teams: Mapping[TeamId, Team]
    workers: tuple[Worker, ...]
    """In print order: team, then name."""
    attendance: Mapping[WorkerId, MonthAttendance]
    adjustments: Mapping[WorkerId, Sequence[Adjustment]]

    def team(self, worker: Worker) -> Team | None:
        """Return the team a worker belongs to in this month."""
        employment = employment_on(worker, self.project.id, self.month.last)
        return self.teams.get(employment.team) if employment else None

    def line(self, worker: Worker, line: LineId, seq: int) -> WageLine:
        """Compute a worker's line."""
        team = self.team(worker)
        facts = LineFacts(
            id=line,
            seq=seq,
            project=self.project.id,
            month=self.month,
            worker=worker,
            team_name=team.name if team else "",
            attendance=self.attendance.get(worker.id),
            adjustments=self.adjustments.get(worker.id, ()),
        )
        return compute_line(facts, self.law.rules)


def month_law(books: Books, project: Project, month: WageMonth) -> WageLaw:
    """Collect what a month's lines are held against."""
    calendar = books.calendar.calendar()
    overtime: dict[WorkerId, dict[date, int]] = {}
    for hours in books.attendance.approved(project.id, month.first, month.last):
        if hours.kind is HoursKind.OVERTIME:
            overtime.setdefault(hours.worker, {})[hours.day] = hours.minutes
    return WageLaw(
        month=month,
        rules=wage_rules(),
        minimum=minimum_in_force(books.calendar.minimum_wages(project.area), month.last),
        working_days=sum(calendar.is_working_day(day) for day in month.days),
        overtime=overtime,
    )


def minimum_in_force(wages: Iterable[MinimumWage], day: date) -> MinimumWage | None:
    """Return the minimum wage in force on a day: the latest that began by then."""
    begun = [wage for wage in wages if wage.effective_from <= day]
    return max(begun, key=lambda wage: wage.effective_from) if begun else None


def month_facts(books: Books, project: Project, month: WageMonth) -> MonthFacts:
    """Read everything the lines of a month are computed from."""
    teams = {team.id: team for team in books.projects.teams(project.id)}
    attendance = month_attendance(books, project, month)
    adjustments: dict[WorkerId, list[Adjustment]] = {}
    for adjustment in books.sheets.adjustments(project.id, month):
        adjustments.setdefault(adjustment.worker, []).append(adjustment)
    order = {team: index for index, team in enumerate(teams)}

    def place(worker: Worker) -> tuple[int, str, str, str]:
        employment = employment_on(worker, project.id, month.last)
        team = order.get(employment.team, len(order)) if employment else len(order)
        return team, worker.initials, worker.name, worker.id_number

    def belongs(worker: Worker) -> bool:
        own = [e for e in worker.employments if e.project == project.id]
        present = attendance.get(worker.id)
        return any(e.overlaps(month.first, month.last) for e in own) or bool(
            own and present and present.work_days
        )

    workers = [worker for worker in books.workers.of_project(project.id) if belongs(worker)]
    return MonthFacts(
        project=project,
        month=month,
        law=month_law(books, project, month),
        teams=teams,
        workers=tuple(sorted(workers, key=place)),
        attendance=attendance,
        adjustments=adjustments,
    )


def plan_sheets(
    facts: MonthFacts, sheets: Sequence[WageSheet], stamp: Stamp, late: str, progress: Progress
) -> tuple[WageSheet, ...]:
    """Return every sheet of the month as it should be; locked ones come back as they are.

    A worker stays on the supplementary or locked sheet that has him; the others are on their
    subcontractor's main sheet, and on a further one when that is locked already.

    Args:
        facts: what the lines are computed from.
        sheets: the month's sheets as they stand.
        stamp: who prepares, and when.
        late: reason written on a sheet made for workers who came after the lock.
        progress: told every few hundred lines.
    """
    taken = {line.worker for s in sheets if s.is_locked or s.number for line in s.lines}
    lines = {line.worker: line.id for s in sheets for line in s.lines if not s.is_locked}
    workers = {worker.id: worker for worker in facts.workers}
    planned = [
        sheet if sheet.is_locked else _refresh(facts, sheet, workers, lines)
        for sheet in sheets
        if sheet.number or sheet.is_locked
    ]
    mains = {sheet.subcontractor: sheet for sheet in sheets if not sheet.number}
    for company, group in _by_company(facts, taken):
        main = mains.get(company)
        sheet = _empty(facts, company) if main is None or main.is_locked else main
        if main is not None and main.is_locked:
            numbers = [s.number for s in sheets if s.subcontractor == company]
            sheet = replace(sheet, number=max(numbers) + 1, reason=late)
        fresh: list[WageLine] = []
        for worker in group:
            fresh.append(
                facts.line(worker, lines.get(worker.id) or LineId(new_id()), len(fresh) + 1)
            )
            if len(fresh) % _STEP == 0:
                progress.step(len(fresh), len(facts.workers), "wages")
        if sheet.reason == late:
            fresh = [line for line in fresh if line.gross or line.work_days]
        if fresh:
            planned.append(replace(sheet, lines=tuple(fresh)))
    return tuple(_prepared(sheet, sheets, stamp) for sheet in planned)


def _by_company(facts: MonthFacts, taken: set[WorkerId]) -> list[tuple[CompanyId, list[Worker]]]:
    placed = [
        (team.subcontractor, worker)
        for worker in facts.workers
        if worker.id not in taken and (team := facts.team(worker))
    ]
    names = {member.company.id: index for index, member in enumerate(facts.project.members)}
    placed.sort(key=lambda pair: (names.get(pair[0], len(names)), str(pair[0])))
    return [
        (company, [worker for _, worker in pairs])
        for company, pairs in groupby(placed, key=lambda pair: pair[0])
    ]


def _refresh(
    facts: MonthFacts,
    sheet: WageSheet,
    workers: Mapping[WorkerId, Worker],
    lines: Mapping[WorkerId, LineId],
) -> WageSheet:
    fresh = [
        facts.line(workers[line.worker], lines[line.worker], line.seq)
        if line.worker in workers
        else line
        for line in sheet.lines
    ]
    return replace(sheet, lines=tuple(fresh))


def _empty(facts: MonthFacts, company: CompanyId) -> WageSheet:
    names = {member.company.id: member.company.name for member in facts.project.members}
    return WageSheet(
        id=SheetId(new_id()),
        project=facts.project.id,
        subcontractor=company,
        subcontractor_name=names.get(company, ""),
        month=facts.month,
        number=0,
        state=SheetState.DRAFT,
        lines=(),
    )


def _prepared(sheet: WageSheet, before: Sequence[WageSheet], stamp: Stamp) -> WageSheet:
    """Stamp a sheet whose lines changed; an audit of other figures does not stand."""
    if any(old.id == sheet.id and old.lines == sheet.lines for old in before):
        return sheet
    state = sheet.state if sheet.state in OPEN else SheetState.DRAFT
    return replace(
        sheet,
        state=state,
        prepared_by=stamp.by,
        prepared_at=stamp.at,
        audited_by=None,
        audited_at=None,
    )


def changed_lines(sheet: WageSheet, before: WageSheet | None) -> int:
    """Count the lines whose shown content is new."""
    old = {line.id: line.digest(before.month) for line in before.lines} if before else {}
    return sum(old.get(line.id) != line.digest(sheet.month) for line in sheet.lines)


def stale_lines(sheet: WageSheet, signed: Mapping[LineId, str]) -> frozenset[LineId]:
    """Return lines that were signed with other figures than they show now."""
    return frozenset(
        line.id
        for line in sheet.lines
        if line.id in signed
        and line.needs_signature
        and signed[line.id] != line.digest(sheet.month)
    )


def review_sheet(
    sheet: WageSheet, law: WageLaw, signed: Mapping[LineId, str]
) -> tuple[Finding, ...]:
    """Return what should be known of a sheet: every line's findings and stale signatures."""
    stale = stale_lines(sheet, signed)
    found = [finding for line in sheet.lines for finding in review_line(line, law)]
    found += [
        Finding(Code.SIGNATURE_STALE, Level.WARN, row=line.seq, subject=line.name)
        for line in sheet.lines
        if line.id in stale
    ]
    return tuple(found)


def review_month(law: WageLaw, project: Project, calendar: Calendar) -> tuple[Finding, ...]:
    """Return what concerns every sheet: no minimum wage on record, holidays not final."""
    found: list[Finding] = []
    month = law.month
    if law.minimum is None:
        facts = {"area": project.area, "month": str(month)}
        found.append(Finding(Code.MINIMUM_WAGE_UNKNOWN, Level.WARN, facts=facts))
    return (*found, *calendar_findings(calendar, project, month))


def calendar_findings(
    calendar: Calendar, project: Project, month: WageMonth
) -> tuple[Finding, ...]:
    """Name the years of the month and of its pay day whose holiday notice is not entered."""
    days = [month.last]
    if project.pay_day.day:
        days.append(calendar.pay_date(project.pay_day, month))
    years = sorted({day.year for day in days if not calendar.is_final(day)})
    return tuple(
        Finding(Code.CALENDAR_NOT_FINAL, Level.WARN, facts={"year": str(year)}) for year in years
    )


def total_net(sheets: Iterable[WageSheet]) -> Money:
    """Add up what the sheets pay."""
    return Money.sum(sheet.total_net for sheet in sheets)
