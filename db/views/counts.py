"""The figures of the home page's ribbon in one statement of small counts."""

from __future__ import annotations

from typing import Any

from sqlalchemy import BigInteger, ColumnElement, Connection, Select, func, select, type_coerce

from db.tables.attendance import DeviceRow, PunchCountRow, PunchRow
from db.tables.journal import JournalRow
from db.tables.payments import ObligationRow, PayItemRow
from db.tables.wages import LineRow, SheetRow, SignatureRow
from db.tables.workers import EmploymentRow
from desktop.domain.disbursement import LIVE, ItemState
from desktop.domain.ids import ProjectId
from desktop.domain.money import Money
from desktop.domain.months import WageMonth
from desktop.domain.payroll import SheetState
from desktop.ports.views import MonthCounts

BACKUP = "backup.made"
"""The journal's word for a verified copy."""
_ITEMS = {
    "items_planned": (ItemState.PLANNED,),
    "items_sent": (ItemState.SENT,),
    "items_unknown": (ItemState.UNKNOWN,),
    "items_paid": (ItemState.PAID, ItemState.SETTLED),
}


def month_counts(
    connection: Connection, project: ProjectId, month: WageMonth, seconds: tuple[int, int]
) -> MonthCounts:
    """Count a month; an obligation counts once, by its live item, else as failed."""
    parts = {
        "workers": _workers(project, month),
        "punches": _punches(project, seconds),
        **_sheets(project, month),
        **_items(project, month),
    }
    last = select(func.max(JournalRow.at)).where(JournalRow.action == BACKUP).scalar_subquery()
    columns = [query.scalar_subquery().label(name) for name, query in parts.items()]
    row = connection.execute(select(*columns, last.label("last_backup"))).one()._asdict()
    backup = row.pop("last_backup")
    net = Money(int(row.pop("net")))
    return MonthCounts(**row, net=net, last_backup=backup.isoformat() if backup else "")


def _workers(project: ProjectId, month: WageMonth) -> Select[Any]:
    return select(func.count(EmploymentRow.worker.distinct())).where(
        EmploymentRow.project == project,
        EmploymentRow.entry <= month.last,
        EmploymentRow.exit.is_(None) | (EmploymentRow.exit >= month.first),
    )


def _punches(project: ProjectId, seconds: tuple[int, int]) -> Select[Any]:
    begin, end = seconds
    return (
        select(func.count())
        .select_from(DeviceRow)
        .join(PunchCountRow, PunchCountRow.device == DeviceRow.number)
        .join(
            PunchRow,
            (PunchRow.device == PunchCountRow.device) & (PunchRow.number == PunchCountRow.number),
        )
        .where(DeviceRow.project == project, PunchRow.second >= begin, PunchRow.second < end)
    )


def _sheets(project: ProjectId, month: WageMonth) -> dict[str, Select[Any]]:
    own = (SheetRow.project == project) & (SheetRow.month == month)
    sheets = select(func.count()).select_from(SheetRow).where(own)

    def lines(what: ColumnElement[Any], *conditions: ColumnElement[bool]) -> Select[Any]:
        joined = select(what).select_from(LineRow).join(SheetRow, SheetRow.id == LineRow.sheet)
        return joined.where(own, *conditions)

    latest = (
        select(SignatureRow.line_digest)
        .where(SignatureRow.line == LineRow.id)
        .order_by(SignatureRow.number.desc())
        .limit(1)
        .correlate(LineRow)
        .scalar_subquery()
    )
    payable = LineRow.net > Money(0)
    total = func.coalesce(func.sum(type_coerce(LineRow.net, BigInteger)), 0)
    return {
        "sheets": sheets,
        "sheets_locked": sheets.where(SheetRow.state == SheetState.LOCKED),
        "supplements_open": sheets.where(SheetRow.number > 0, SheetRow.state != SheetState.LOCKED),
        "lines": lines(func.count()),
        "lines_payable": lines(func.count(), payable),
        "lines_signed": lines(func.count(), latest == LineRow.digest),
        "net": lines(total),
    }


def _items(project: ProjectId, month: WageMonth) -> dict[str, Select[Any]]:
    own = (ObligationRow.project == project) & (ObligationRow.month == month)
    owed = select(func.count()).select_from(ObligationRow).where(own)
    items = select(PayItemRow.id).where(PayItemRow.obligation == ObligationRow.id)
    items = items.correlate(ObligationRow)
    counts = {
        name: owed.where(items.where(PayItemRow.state.in_(states)).exists())
        for name, states in _ITEMS.items()
    }
    tried = items.exists()
    live = items.where(PayItemRow.state.in_(sorted(LIVE))).exists()
    return {**counts, "items_failed": owed.where(tried, ~live)}
