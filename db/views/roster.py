"""The roster page: one row a worker, with the pay term and card in force."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, Select, func, select

from db.tables.projects import CompanyRow, TeamRow
from db.tables.workers import CardRow, DeviceNumberRow, EmploymentRow, PayTermRow, WorkerRow
from desktop.domain.ids import ProjectId, TeamId, WorkerId
from desktop.ports.views import RosterLine

_TAIL = 4
_HEAD = 6
_GAP = "\x1f"
_FIRST = date(1, 1, 1)


def roster_lines(
    connection: Connection, project: ProjectId, on: date | None
) -> tuple[RosterLine, ...]:
    """Return the latest employment of everyone, or those in force on a day."""
    rows = connection.execute(_query(project, on))
    latest = {row.worker: _line(row) for row in rows}  # rising entry: the latest stays
    return tuple(
        sorted(latest.values(), key=lambda line: (line.subcontractor, line.team_name, line.name))
    )


def _query(project: ProjectId, on: date | None) -> Select[*tuple[Any, ...]]:
    own_term = (PayTermRow.worker == EmploymentRow.worker) & (
        PayTermRow.employment == EmploymentRow.seq
    )
    own_card = CardRow.worker == WorkerRow.id
    if on is not None:
        own_term &= PayTermRow.since <= on
        own_card &= func.coalesce(CardRow.since, _FIRST) <= on
    term_order = (PayTermRow.since.desc(), PayTermRow.seq)
    card_order = (func.coalesce(CardRow.since, _FIRST).desc(), CardRow.seq)
    numbers = (
        select(func.aggregate_strings(DeviceNumberRow.number, _GAP))
        .where(
            DeviceNumberRow.worker == EmploymentRow.worker,
            DeviceNumberRow.employment == EmploymentRow.seq,
        )
        .correlate(EmploymentRow)
    )

    def first(column: Any, condition: Any, order: Any) -> Any:  # noqa: ANN401 - SQL expressions
        found = select(column).where(condition).order_by(*order).limit(1)
        return found.correlate(EmploymentRow, WorkerRow).scalar_subquery()

    query = (
        select(
            EmploymentRow.worker, WorkerRow.name, WorkerRow.initials, WorkerRow.id_number,
            WorkerRow.phone, EmploymentRow.team, TeamRow.name.label("team_name"),
            CompanyRow.name.label("subcontractor"), EmploymentRow.trade, EmploymentRow.entry,
            EmploymentRow.exit, WorkerRow.captured, WorkerRow.id_kind,
            first(PayTermRow.kind, own_term, term_order).label("pay_kind"),
            first(PayTermRow.rate, own_term, term_order).label("rate"),
            first(CardRow.number, own_card, card_order).label("card"),
            first(CardRow.bank, own_card, card_order).label("bank"),
            numbers.scalar_subquery().label("numbers"),
        )
        .join(WorkerRow, WorkerRow.id == EmploymentRow.worker)
        .join(TeamRow, TeamRow.id == EmploymentRow.team)
        .join(CompanyRow, CompanyRow.id == TeamRow.subcontractor)
        .where(EmploymentRow.project == project)
        .order_by(EmploymentRow.entry, EmploymentRow.seq)
    )  # fmt: skip
    if on is None:
        return query
    open_end = EmploymentRow.exit.is_(None) | (EmploymentRow.exit >= on)
    return query.where(EmploymentRow.entry <= on, open_end)


def _line(row: Row[Any]) -> RosterLine:
    numbers = row.numbers.split(_GAP) if row.numbers else []
    return RosterLine(
        WorkerId(row.worker),
        row.name,
        row.initials,
        masked(row.id_number),
        row.phone,
        TeamId(row.team),
        row.team_name,
        row.subcontractor,
        row.trade,
        row.entry,
        row.exit,
        row.pay_kind,
        row.rate,
        (row.card or "")[-_TAIL:],
        row.bank or "",
        tuple(sorted(numbers, key=lambda number: (len(number), number))),
        row.captured,
        row.id_kind,
    )


def masked(number: str) -> str:
    """Hide the middle of an identity number: 6 + 4 characters stay."""
    hidden = len(number) - _HEAD - _TAIL
    if hidden <= 0:
        return "*" * len(number)
    return number[:_HEAD] + "*" * hidden + number[-_TAIL:]
