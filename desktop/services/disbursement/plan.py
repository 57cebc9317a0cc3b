"""What is owed for a month, and the instructions that would pay it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from desktop.domain.disbursement import (
    FINAL,
    LIVE,
    Obligation,
    PayBatch,
    PayItem,
    reference,
)
from desktop.domain.errors import AlreadyPaid, NothingToPay, Refused
from desktop.domain.findings import Code, Finding, Level
from desktop.domain.ids import ItemId, ObligationId, ProjectId, new_id
from desktop.domain.months import WageMonth
from desktop.domain.payroll import WageLine, WageSheet
from desktop.domain.worker import Worker
from desktop.ports.books import Books
from desktop.services.disbursement.reasons import may_try_again


@dataclass(frozen=True, slots=True)
class Due:
    """One obligation with the line behind it and whom to pay as things stand now."""

    obligation: Obligation
    key: str
    """Stable name of the line: worker, subcontractor, number of the sheet."""
    name: str
    account: str
    bank: str
    cnaps: str
    last: PayItem | None
    """The latest instruction that was ever given for it."""

    @property
    def is_open(self) -> bool:
        """Tell whether no instruction for it is live."""
        return self.last is None or self.last.state not in LIVE

    @property
    def is_mended(self) -> bool:
        """Tell whether trying again makes sense: another card or name, or a passing reason."""
        last = self.last
        if last is None:
            return True
        same = (last.name, last.account, last.cnaps) == (self.name, self.account, self.cnaps)
        return not same or may_try_again(last.code)


def batch_reference(key: bytes, project: ProjectId, month: WageMonth, number: int) -> str:
    """Name a batch, the same whenever the books are reopened or restored."""
    return reference(key, "wages", str(project), str(month), str(number))


def owe(books: Books, project: ProjectId, month: WageMonth) -> None:
    """Record an obligation for every payable line of every locked sheet."""
    known = {o.line for o in books.payments.obligations(project, month)}
    books.payments.add_obligations(
        Obligation(ObligationId(new_id()), project, line.worker, month, line.id, line.net)
        for sheet, line in _payable(books.sheets.of_month(project, month))
        if line.id not in known
    )


def dues(
    books: Books, project: ProjectId, month: WageMonth, today: date
) -> tuple[tuple[Due, ...], tuple[PayBatch, ...]]:
    """Return every obligation of the month and its batches."""
    batches = books.payments.batches(project, month)
    latest: dict[ObligationId, PayItem] = {}
    for batch in batches:
        latest.update((item.obligation, item) for item in batch.items)
    workers = {worker.id: worker for worker in books.workers.of_project(project)}
    owed = {o.line: o for o in books.payments.obligations(project, month)}
    found = []
    for sheet, line in _payable(books.sheets.of_month(project, month)):
        if obligation := owed.get(line.id):
            last = latest.get(obligation.id)
            worker = workers.get(line.worker)
            payee = _payee(line, worker if last or not line.card_number else None, today)
            key = f"{line.worker}|{sheet.subcontractor}|{sheet.number}"
            found.append(Due(obligation, key, *payee, last))
    return tuple(found), batches


def choose(found: Sequence[Due], month: WageMonth, *, only_failed: bool) -> tuple[Due, ...]:
    """Return what a new batch would pay.

    Raises:
        NothingToPay: nothing of the month is locked and payable.
        AlreadyPaid: everything is paid, on its way, or failed and not yet mended.
    """
    if only_failed:
        chosen = tuple(d for d in found if d.is_open and d.last is not None)
        if not chosen:
            raise NothingToPay(month=str(month))
        return chosen
    if not found:
        raise NothingToPay(month=str(month))
    chosen = tuple(d for d in found if d.is_open and d.is_mended)
    if not chosen:
        raise AlreadyPaid(month=str(month))
    return chosen


def items_of(chosen: Sequence[Due], key: bytes, number: int) -> tuple[PayItem, ...]:
    """Make the instructions of a batch."""
    return tuple(
        PayItem(
            id=ItemId(new_id()),
            obligation=due.obligation.id,
            worker=due.obligation.worker,
            seq=seq,
            end_to_end=reference(
                key,
                "wage",
                str(due.obligation.project),
                str(due.obligation.month),
                due.key,
                str(number),
            ),
            name=due.name,
            account=due.account,
            bank=due.bank,
            cnaps=due.cnaps,
            amount=due.obligation.amount,
        )
        for seq, due in enumerate(chosen, 1)
    )


def check(chosen: Sequence[Due], batches: Iterable[PayBatch], *, allow_same: bool) -> None:
    """Refuse missing cards and payments that look like one made already.

    Raises:
        Refused: with the findings.
    """
    taken = {
        (item.account, item.amount): item.obligation
        for batch in batches
        for item in batch.items
        if item.state in LIVE
    }
    findings = []
    for due in chosen:
        if not due.account:
            findings.append(Finding(Code.NO_CARD, Level.STOP, subject=due.name))
            continue
        same = (due.account, due.obligation.amount)
        if taken.setdefault(same, due.obligation.id) != due.obligation.id and not allow_same:
            findings.append(
                Finding(
                    Code.DUPLICATE_PAYMENT,
                    Level.STOP,
                    subject=due.name,
                    facts={"amount": str(due.obligation.amount)},
                )
            )
    if findings:
        raise Refused(tuple(findings))


def count_final(batches: Iterable[PayBatch]) -> tuple[int, int]:
    """Count items that are final, and all items."""
    states = [item.state for batch in batches for item in batch.items]
    return sum(state in FINAL for state in states), len(states)


def _payable(sheets: Iterable[WageSheet]) -> list[tuple[WageSheet, WageLine]]:
    return [
        (sheet, line)
        for sheet in sheets
        if sheet.is_locked
        for line in sheet.lines
        if line.net.fen > 0
    ]


def _payee(line: WageLine, worker: Worker | None, today: date) -> tuple[str, str, str, str]:
    """Return name, account, bank, CNAPS: of the signed line, or of the card as it is now."""
    card = worker.card(today) if worker is not None else None
    if worker is None or card is None:
        return line.account_name or line.name, line.card_number, line.bank, line.cnaps
    return card.account_name or worker.name, card.number, card.bank, card.cnaps
