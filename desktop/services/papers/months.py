"""Facts of the papers about a month: attendance, ledger, payslips, funds, postings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from desktop.domain.company import CompanyRole
from desktop.domain.errors import Unknown
from desktop.domain.ids import WorkerId
from desktop.domain.money import Money
from desktop.domain.months import WageMonth
from desktop.domain.payroll import WageLine, WageSheet
from desktop.domain.project import ContactKind, Project
from desktop.domain.site_days import MonthPart
from desktop.domain.worker import Worker
from desktop.ports.books import Books
from desktop.ports.papers import (
    AttendanceRow,
    AttendanceSheet,
    FundsPaper,
    FundsRow,
    Ledger,
    PaperHead,
    Payslips,
    WageEntry,
    WagePosting,
)
from desktop.services.attendance.rules import regional
from desktop.services.attendance.said import Said
from desktop.services.papers.entries import Payments, entries_of, sheets_of
from desktop.services.review.confirmations import Days, TeamDays, cell, month_parts
from resources.words import phrase


@dataclass(frozen=True, slots=True)
class Stamp:
    """Who prints, and on which day."""

    name: str
    today: date


@dataclass(frozen=True, slots=True)
class Site:
    """What every paper of a project needs."""

    books: Books
    project: Project
    stamp: Stamp

    def head(self, company: str = "") -> PaperHead:
        """Return the head of a paper."""
        contractor = self.project.member(CompanyRole.GENERAL_CONTRACTOR)
        return PaperHead(
            self.project.name,
            contractor.company.name if contractor else "",
            company,
            self.stamp.name,
            self.stamp.today,
        )

    def workers(self) -> dict[WorkerId, Worker]:
        """Return the project's workers."""
        return {one.id: one for one in self.books.workers.of_project(self.project.id)}

    def companies(self) -> dict[object, str]:
        """Return the names of the chain's companies."""
        return {one.company.id: one.company.name for one in self.project.members}

    def pay_date(self, month: WageMonth) -> date | None:
        """Return the last permissible pay day of a month's wages, None while none is agreed."""
        if not self.project.pay_day.day:
            return None
        return self.books.calendar.calendar().pay_date(self.project.pay_day, month)

    def objections(self) -> str:
        """Say where a worker objects to what is posted."""
        officer = self.project.contact(ContactKind.LABOUR_OFFICER)
        inspectors = self.project.contact(ContactKind.LABOUR_INSPECTORATE)
        return phrase(
            "papers", "objections",
            officer=f"{officer.name} {officer.phone}".strip() or "—",
            inspectors=inspectors.phone or "—",
        )  # fmt: skip


def attendance(
    site: Site, month: WageMonth, *, posting: bool = False
) -> tuple[AttendanceSheet, ...]:
    """Return a month's attendance sheets, one for each team.

    Raises:
        Unknown: nobody belonged to the project in that month.
    """
    parts = month_parts(site.books, site.project, month)
    companies = site.companies()
    shown = [team for (part, _), team in parts.items() if part is MonthPart.WHOLE]
    if not shown:
        raise Unknown(kind="worker", name=str(month))
    shown.sort(key=lambda one: (companies.get(one.team.subcontractor, ""), one.team.name))
    calendar = regional(site.books.calendar.calendar(), site.project.area)
    said = Said.of(site.books, site.project.id, month)
    resting = tuple(not calendar.is_working_day(day) for day in month.days)
    stopped = tuple(
        said.nil is not None or any(stop.covers(day) for stop in said.stoppages)
        for day in month.days
    )
    return tuple(
        AttendanceSheet(
            head=site.head(companies.get(team.team.subcontractor, "")),
            team=team.team.name,
            leader=next((w.name for w, _ in team.workers if w.id == team.team.leader), ""),
            month=month,
            days=month.days,
            resting=resting,
            stopped=stopped,
            rows=tuple(_row(worker, days, team, site.project) for worker, days in team.workers),
            posting=posting,
            objections=site.objections() if posting else "",
        )
        for team in shown
    )


def _row(worker: Worker, days: Days, team: TeamDays, project: Project) -> AttendanceRow:
    jobs = [job for job in worker.employments if job.project == project.id]
    trade = next((job.trade for job in reversed(jobs) if job.team == team.team.id), "")
    marks = [days.get(day) for day in team.days]
    return AttendanceRow(
        name=worker.name,
        trade=trade,
        cells=tuple(cell(mark) if mark else "" for mark in marks),
        by_hand=tuple(mark is not None and mark.hand is not None for mark in marks),
        work_days=sum((mark.work_days for mark in marks if mark), Decimal(0)),
        extra_minutes=sum(hours.minutes for mark in marks if mark for hours in mark.approved),
    )


def ledgers(site: Site, month: WageMonth) -> tuple[Ledger, ...]:
    """Return a month's ledgers, one for each subcontractor with all its sheets."""
    return tuple(
        Ledger(site.head(company), month, entries) for company, entries in _by_company(site, month)
    )


def payslips(site: Site, month: WageMonth, workers: Sequence[WorkerId]) -> tuple[Payslips, ...]:
    """Return a month's payslips; workers narrow them to some.

    Raises:
        Unknown: none of them has a line in that month.
    """
    day = site.pay_date(month)
    found = tuple(
        Payslips(site.head(company), month, day, entries)
        for company, entries in _by_company(site, month, frozenset(workers))
        if entries
    )
    if not found:
        raise Unknown(kind="sheet", name=str(month))
    return found


def postings(site: Site, month: WageMonth) -> tuple[WagePosting, ...]:
    """Return a month's wages as they are posted."""
    said = site.objections()
    return tuple(
        WagePosting(site.head(company), month, entries, said)
        for company, entries in _by_company(site, month)
    )


def _by_company(
    site: Site, month: WageMonth, only: frozenset[WorkerId] = frozenset()
) -> list[tuple[str, tuple[WageEntry, ...]]]:
    workers, payments = site.workers(), Payments(site.books, site.project.id)
    found: dict[str, tuple[WageEntry, ...]] = {}
    for sheet in sheets_of(site.books, site.project, month):
        wanted = {line.id for line in sheet.lines if not only or line.worker in only}
        entries = entries_of(sheet, workers, payments)
        own = tuple(one for one in entries if one.line in wanted)
        found[sheet.subcontractor_name] = found.get(sheet.subcontractor_name, ()) + own
    return list(found.items())


def applications(site: Site, month: WageMonth) -> tuple[FundsPaper, ...]:
    """Return a month's applications to the general contractor, one for each subcontractor."""
    by_company: dict[str, list[WageSheet]] = {}
    for sheet in sheets_of(site.books, site.project, month):
        by_company.setdefault(sheet.subcontractor_name, []).append(sheet)
    return tuple(
        _funds(site, month, sheets, site.head(company), site.head().general_contractor)
        for company, sheets in by_company.items()
    )


def funds_letter(site: Site, month: WageMonth) -> FundsPaper:
    """Return a month's letter to the owner."""
    owner = site.project.member(CompanyRole.OWNER)
    sheets = sheets_of(site.books, site.project, month)
    to = owner.company.name if owner else ""
    return _funds(site, month, sheets, site.head(), to)


def _funds(
    site: Site, month: WageMonth, sheets: Sequence[WageSheet], head: PaperHead, to: str
) -> FundsPaper:
    """Add up by team for one company's application, by company for the owner's letter."""
    groups: dict[str, list[WageLine]] = {}
    for sheet in sheets:
        for line in sheet.lines:
            name = line.team_name if head.company else sheet.subcontractor_name
            groups.setdefault(name, []).append(line)
    account = site.project.account
    return FundsPaper(
        head=head,
        month=month,
        to=to,
        rows=tuple(_total(name, lines) for name, lines in groups.items()),
        unlocked=sum(not sheet.is_locked for sheet in sheets),
        account_name=account.name,
        account_number=account.number,
        account_bank=account.bank,
        pay_date=site.pay_date(month),
    )


def _total(name: str, lines: Iterable[WageLine]) -> FundsRow:
    own = tuple(lines)
    return FundsRow(
        name,
        len({line.worker for line in own}),
        sum((line.work_days for line in own), Decimal(0)),
        Money.sum(line.gross for line in own),
        Money.sum(line.deductions for line in own),
        Money.sum(line.net for line in own),
    )
