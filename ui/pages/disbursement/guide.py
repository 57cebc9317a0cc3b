"""What is next in paying, in one sentence with one button."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desktop.domain.disbursement import BatchState, ItemState, PayBatch
from desktop.services.disbursement.base import FILE
from ui.pages.disbursement.acts import PayMonth
from ui.pages.disbursement.words import by_state

NAMED = 3
ASKABLE = frozenset({BatchState.UNKNOWN, BatchState.ACCEPTED, BatchState.PARTIAL})
WITHDRAWABLE = frozenset({BatchState.DRAFT, BatchState.APPROVED, BatchState.READY})
ENDED = frozenset(
    {BatchState.SETTLED, BatchState.PARTIAL, BatchState.REJECTED, BatchState.CANCELLED}
)
OPEN_ITEMS = frozenset({ItemState.UNKNOWN, ItemState.SENT})
PAID = frozenset({ItemState.PAID, ItemState.SETTLED})


@dataclass(frozen=True, slots=True)
class Advice:
    """How the month stands, what to do about it, and the act that does it."""

    kind: str
    words: str
    remedy: str
    act: str = ""
    """Key of the page's button; empty where the page's own act says it."""


def advice(read: PayMonth, batch: PayBatch) -> Advice | None:
    """Return what a person should know now, None when the page's act says enough."""
    latest = read.latest
    every = by_state(latest)
    if read.broken:
        return _of_broken(read, every)
    if any(item.state is ItemState.UNKNOWN for item in latest):
        remedy = QCoreApplication.translate(
            "PayGuide", "Nothing is sent again before the bank has answered. Ask it again."
        )
        if batch.bank == FILE:
            remedy = QCoreApplication.translate(
                "PayGuide",
                "Upload the saved list at the bank, then read its result, or close the payments "
                "by the bank's receipt.",
            )
        return Advice("warn", every, remedy)
    if batch.state is BatchState.DRAFT:
        words = QCoreApplication.translate(
            "PayGuide", "The batch is made. A second person looks at it and approves it."
        )
        return Advice("note", words, "")
    if len(latest) >= read.payable and all(item.state in PAID for item in latest):
        words = QCoreApplication.translate(
            "PayGuide", "Everything that is locked is paid: {figures}"
        ).format(figures=every)
        remedy = ""
        if read.open_sheets:
            remedy = QCoreApplication.translate(
                "PayGuide", "{count} sheets are still open; they are paid after locking."
            )
        return Advice("done", words, remedy.format(count=read.open_sheets))
    return None


def _of_broken(read: PayMonth, every: str) -> Advice:
    names = "、".join(item.name for item in read.broken[:NAMED])
    if read.to_mend:
        remedy = QCoreApplication.translate(
            "PayGuide",
            "{names}: ask the worker, change the card first, then make a batch of the failed "
            "ones. Nobody else is paid twice.",
        )
        return Advice("stop", every, remedy.format(names=names), "mend")
    remedy = QCoreApplication.translate(
        "PayGuide", "{names}: another card is entered. Make a batch of the failed ones."
    )
    return Advice("warn", every, remedy.format(names=names))


def acts(read: PayMonth, batch: PayBatch | None) -> tuple[str, ...]:
    """Return the acts that make sense now, the one next act first."""
    if batch is None:
        return ()  # the empty page has the one button
    state, by_file = batch.state, batch.bank == FILE
    found: list[str] = []
    if state is BatchState.DRAFT:
        found.append("approve")
    if state in {BatchState.APPROVED, BatchState.READY}:
        found.append("export" if by_file else "send")
    if state in ASKABLE:
        found.append("result" if by_file else "ask")
    if by_file and state in ASKABLE:
        found.append("export")
    if any(item.state in OPEN_ITEMS for item in batch.items):
        found.append("settle")
    return (*_next_batch(read), *found, *(("cancel",) if state in WITHDRAWABLE else ()))


def _next_batch(read: PayMonth) -> tuple[str, ...]:
    """Return which new batch makes sense: nothing while another one is under way."""
    if any(batch.state not in ENDED for batch in read.batches):
        return ()
    if read.broken:
        return ("mend", "retry") if read.to_mend else ("retry",)
    return ("make",) if len(read.latest) < read.payable else ()
