"""The exit settlement: what was due and paid month by month, and what is still open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from desktop.domain.attendance import days_text
from desktop.domain.disbursement import BatchState, ItemState, PayBatch, PayItem
from desktop.domain.findings import Code, Finding, Level
from desktop.domain.ids import LineId, PersonId, ProjectId, SettlementId, WorkerId, new_id
from desktop.domain.money import ZERO, Money
from desktop.domain.months import WageMonth
from desktop.domain.movement import jobs_in
from desktop.domain.payroll import ItemKind, WageLine
from desktop.domain.project import Project
from desktop.domain.settlement import ExitSettlement, SettledMonth
from desktop.domain.worker import Worker
from desktop.ports.books import Books
from desktop.services.movements.facts import attendance_as_if, months_from

PAID = frozenset({ItemState.PAID, ItemState.SETTLED})
GIVEN_UP = frozenset({BatchState.CANCELLED, BatchState.REJECTED})
UNDERWAY = frozenset({ItemState.PLANNED, ItemState.SENT, ItemState.UNKNOWN})


@dataclass(frozen=True, slots=True)
class SettlementView:
    """A settlement with the worker it is of and everything that keeps it open."""

    settlement: ExitSettlement
    worker: Worker
    project: Project
    team_name: str
    company: str
    trade: str
    entry: date
    reason: str
    open: tuple[Finding, ...] = ()
    """Empty: the balance is zero, every day is paid and nothing is on its way."""

    @property
    def is_zero(self) -> bool:
        """Tell whether it proves that nothing is owed."""
        return not self.open and not self.settlement.balance


@dataclass(frozen=True, slots=True)
class _Sheets:
    """What the sheets and the bank say of one worker."""

    months: Mapping[WageMonth, tuple[WageLine, ...]]
    unlocked: frozenset[WageMonth]
    paid: Mapping[LineId, Money]
    underway: Mapping[LineId, Money]
    arrears_paid: Money


def view_of(
    books: Books, worker: Worker, project: Project, stamp: tuple[PersonId, datetime, date]
) -> SettlementView:
    """Add up a worker's months in a project.

    Args:
        books: opened.
        worker: who leaves.
        project: which project.
        stamp: who asks, when, and the day that counts as the last where no exit stands yet.
    """
    by, at, today = stamp
    jobs = jobs_in(worker, project.id)
    last = jobs[-1].exit or today
    sheets = _read(books, project.id, worker.id)
    months = tuple(_month(month, sheets) for month in sorted(sheets.months))
    months = tuple(one for one in months if one.due or one.paid or one.work_days)
    arrears = _arrears(books, project.id, worker.id, sheets)
    fresh = ExitSettlement(
        SettlementId(new_id()), project.id, worker.id, last, months, arrears, at, by
    )
    settlement = _known(books, fresh) or fresh
    teams = {team.id: team for team in books.projects.teams(project.id)}
    companies = {one.company.id: one.company.name for one in project.members}
    team = teams.get(jobs[-1].team)
    unsettled = _unsettled(books, project, worker, sheets, (jobs[0].entry, last))
    found = (*_open(settlement, sheets, worker.name), *unsettled)
    return SettlementView(
        settlement,
        worker,
        project,
        team.name if team else "",
        companies.get(team.subcontractor, "") if team else "",
        jobs[-1].trade,
        jobs[0].entry,
        jobs[-1].exit_reason,
        found,
    )


def _known(books: Books, fresh: ExitSettlement) -> ExitSettlement | None:
    """Return the settlement on the books that says the same; the latest one."""
    figures = (fresh.exit, fresh.months, fresh.arrears)
    for one in reversed(books.contracts.settlements(fresh.project)):
        if one.worker == fresh.worker and (one.exit, one.months, one.arrears) == figures:
            return one
    return None


def _read(books: Books, project: ProjectId, worker: WorkerId) -> _Sheets:
    months: dict[WageMonth, tuple[WageLine, ...]] = {}
    unlocked: set[WageMonth] = set()
    for month in books.sheets.months(project):
        for sheet in books.sheets.of_month(project, month):
            own = tuple(line for line in sheet.lines if line.worker == worker)
            if own:
                months[month] = months.get(month, ()) + own
            if own and not sheet.is_locked:
                unlocked.add(month)
    paid, underway = _paid(books, project, worker, months)
    arrears = Money.sum(
        line.amount(ItemKind.ARREARS) for lines in months.values() for line in lines
    )
    return _Sheets(months, frozenset(unlocked), paid, underway, arrears)


def _paid(
    books: Books, project: ProjectId, worker: WorkerId, months: Iterable[WageMonth]
) -> tuple[dict[LineId, Money], dict[LineId, Money]]:
    """Return what the bank has paid of each line, and what is on its way."""
    lines_of = {
        duty.id: duty.line
        for month in months
        for duty in books.payments.obligations(project, month)
        if duty.worker == worker
    }
    paid: dict[LineId, Money] = {}
    underway: dict[LineId, Money] = {}
    for batch in books.payments.batches(project, None) if lines_of else ():
        for item in batch.items:
            line = lines_of.get(item.obligation)
            if line is not None and item.state in PAID:
                paid[line] = paid.get(line, ZERO) + item.amount
            elif line is not None and _is_underway(batch, item):
                underway[line] = underway.get(line, ZERO) + item.amount
    return paid, underway


def _is_underway(batch: PayBatch, item: PayItem) -> bool:
    return item.state in UNDERWAY and batch.state not in GIVEN_UP


def _month(month: WageMonth, sheets: _Sheets) -> SettledMonth:
    lines = sheets.months[month]
    return SettledMonth(
        month,
        sum((line.work_days for line in lines), Decimal(0)),
        Money.sum(line.net for line in lines),
        Money.sum(sheets.paid.get(line.id, ZERO) for line in lines),
    )


def _arrears(books: Books, project: ProjectId, worker: WorkerId, sheets: _Sheets) -> Money:
    """Return the arrears brought in that no sheet has taken up yet."""
    brought = Money.sum(
        one.amount
        for one in books.workers.openings(project)
        if one.worker == worker and one.kind == "arrears"
    )
    return max(brought - sheets.arrears_paid, ZERO)


def _open(settlement: ExitSettlement, sheets: _Sheets, name: str) -> Iterator[Finding]:
    if settlement.arrears:
        facts = {"amount": str(settlement.arrears)}
        yield Finding(Code.ARREARS_OPEN, Level.STOP, subject=name, facts=facts)
    for one in settlement.months:
        lines = sheets.months.get(one.month, ())
        going = Money.sum(sheets.underway.get(line.id, ZERO) for line in lines)
        facts = {
            "month": str(one.month),
            "due": str(one.due),
            "paid": str(one.paid),
            "open": str(one.due - one.paid),
            "amount": str(going),
            "count": days_text(one.work_days),
        }
        if one.month in sheets.unlocked:
            yield Finding(Code.MONTH_UNSETTLED, Level.STOP, subject=name, facts=facts)
        elif going:
            yield Finding(Code.PAYMENT_UNDERWAY, Level.STOP, subject=name, facts=facts)
        elif one.due != one.paid:
            yield Finding(Code.MONTH_UNPAID, Level.STOP, subject=name, facts=facts)


def _unsettled(
    books: Books, project: Project, worker: Worker, sheets: _Sheets, span: tuple[date, date]
) -> Iterator[Finding]:
    """Find months that were worked and stand on no sheet."""
    first, last = span
    for month in months_from(first, last):
        if month in sheets.months:
            continue
        attendance = attendance_as_if(books, project, [worker], month).get(worker.id)
        if attendance is not None and attendance.work_days:
            facts = {"month": str(month), "count": days_text(attendance.work_days)}
            yield Finding(Code.MONTH_UNSETTLED, Level.STOP, subject=worker.name, facts=facts)
