"""Wage lines as papers show them: items in words, and what was paid of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from desktop.domain.attendance import BEIJING, days_text
from desktop.domain.disbursement import AttemptOutcome, ItemState, PayBatch
from desktop.domain.errors import Unknown
from desktop.domain.ids import BatchId, LineId, ProjectId, WorkerId
from desktop.domain.months import WageMonth
from desktop.domain.payroll import ItemKind, WageItem, WageLine, WageSheet
from desktop.domain.project import Project
from desktop.domain.worker import Worker
from desktop.ports.books import Books
from desktop.ports.papers import PaidBy, SlipItem, WageEntry
from desktop.services.payroll.rules import item_title, item_unit
from desktop.services.payroll.views import ordered

_EXTRA = (ItemKind.OVERTIME, ItemKind.REST_DAY, ItemKind.HOLIDAY)
_TAIL = 4
_FULL = 100
_MONEY_OUT = frozenset({ItemState.PAID, ItemState.SETTLED})


@dataclass(slots=True)
class Payments:
    """What was paid of the lines of a project, read once for all its months."""

    books: Books
    project: ProjectId
    _lines: dict[LineId, list[PaidBy]] = field(default_factory=dict)
    _read: set[WageMonth] = field(default_factory=set)
    _days: dict[BatchId, date | None] = field(default_factory=dict)

    def of(self, line: LineId, month: WageMonth) -> tuple[PaidBy, ...]:
        """Return how a line of a month was paid, nothing for an open one."""
        if month not in self._read:
            self._read.add(month)
            self._month(month)
        return tuple(self._lines.get(line, ()))

    def _month(self, month: WageMonth) -> None:
        lines = {one.id: one.line for one in self.books.payments.obligations(self.project, month)}
        # A debt of one month may be paid in a batch of another.
        for batch in self.books.payments.batches(self.project, None) if lines else ():
            for item in batch.items:
                line = lines.get(item.obligation)
                if line is None or item.state not in _MONEY_OUT:
                    continue
                by_bank = item.state is ItemState.PAID
                paid = PaidBy(
                    item.amount,
                    self._day(batch),
                    item.end_to_end if by_bank else "",
                    item.account[-_TAIL:],
                )
                self._lines.setdefault(line, []).append(paid)

    def _day(self, batch: PayBatch) -> date | None:
        """Return the day of the bank's latest answer; a list answered by file has none."""
        if batch.id not in self._days:
            ended = [
                one.ended
                for one in self.books.payments.attempts(batch.id)
                if one.outcome is AttemptOutcome.ANSWERED and one.ended is not None
            ]
            self._days[batch.id] = max(ended).astimezone(BEIJING).date() if ended else None
        return self._days[batch.id]


def sheets_of(books: Books, project: Project, month: WageMonth) -> tuple[WageSheet, ...]:
    """Return a month's sheets in their order.

    Raises:
        Unknown: the month has none.
    """
    sheets = ordered(project, books.sheets.of_month(project.id, month))
    if not sheets:
        raise Unknown(kind="sheet", name=str(month))
    return sheets


def entries_of(
    sheet: WageSheet, workers: Mapping[WorkerId, Worker], payments: Payments
) -> tuple[WageEntry, ...]:
    """Return a sheet's lines as papers show them."""
    return tuple(entry_of(sheet, line, workers.get(line.worker), payments) for line in sheet.lines)


def entry_of(
    sheet: WageSheet, line: WageLine, worker: Worker | None, payments: Payments
) -> WageEntry:
    """Return one line as papers show it."""
    return WageEntry(
        line=line.id,
        digest=line.digest(sheet.month),
        month=sheet.month,
        name=line.name,
        id_number=line.id_number,
        phone=worker.phone if worker else "",
        team=line.team_name,
        trade=line.trade,
        work_days=line.work_days,
        extra_hours=sum((line.quantity(kind) for kind in _EXTRA), Decimal(0)),
        earned=_items(one for one in line.items if not one.is_deduction),
        withheld=_items(one for one in line.items if one.is_deduction),
        gross=line.gross,
        deductions=line.deductions,
        net=line.net,
        card_tail=line.card_number[-_TAIL:],
        bank=line.bank,
        locked=sheet.is_locked,
        paid=payments.of(line.id, sheet.month),
        company=sheet.subcontractor_name,
        sheet_number=sheet.number,
    )


def _items(items: Iterable[WageItem]) -> tuple[SlipItem, ...]:
    return tuple(SlipItem(item_title(one.kind), one.amount, _derivation(one)) for one in items)


def _derivation(item: WageItem) -> str:
    """Write quantity × rate × percent where an amount has them, otherwise its reason."""
    if not item.quantity or not item.rate:
        return item.note
    text = f"{days_text(item.quantity)} {item_unit(item.kind)} × {item.rate}"
    return text + (f" × {item.percent}%" if item.percent != _FULL else "")
