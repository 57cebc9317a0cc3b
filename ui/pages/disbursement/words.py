"""Words of paying: states as shape and word, the same ones the command line uses."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from desktop.domain.disbursement import (
    Attempt,
    AttemptKind,
    AttemptOutcome,
    BatchState,
    ItemState,
    PayBatch,
    PayItem,
)
from desktop.domain.money import Money
from desktop.services.disbursement.base import FILE
from resources.words import phrase
from ui import format as text
from ui.models.rows import Badge

REHEARSAL = "rehearsal"
BROKEN = frozenset({ItemState.FAILED, ItemState.RETURNED})
"""Payments that need a person."""
_ITEMS = {
    ItemState.PLANNED: "note",
    ItemState.SENT: "note",
    ItemState.UNKNOWN: "warn",
    ItemState.PAID: "done",
    ItemState.FAILED: "stop",
    ItemState.RETURNED: "stop",
    ItemState.SETTLED: "done",
}
_GRAVE = {ItemState.FAILED: 0, ItemState.RETURNED: 0, ItemState.UNKNOWN: 1}
_BATCHES = {
    BatchState.UNKNOWN: "warn",
    BatchState.PARTIAL: "warn",
    BatchState.REJECTED: "stop",
    BatchState.SETTLED: "done",
}


def item_badge(state: ItemState) -> Badge:
    """Return an instruction's state."""
    return Badge(_ITEMS[state], phrase("facts", f"state-{state.value}"))


def batch_badge(state: BatchState) -> Badge:
    """Return a batch's state."""
    return Badge(_BATCHES.get(state, "note"), phrase("facts", f"state-{state.value}"))


def by_state(items: Sequence[PayItem]) -> str:
    """Return how many payments stand how, with their sums: the broken ones first."""
    words = QCoreApplication.translate("PayWords", "{state} {count}: {total}")
    parts = []
    for state in sorted(ItemState, key=lambda state: state not in BROKEN):
        own = [item for item in items if item.state is state]
        if own:
            total = Money.sum(item.amount for item in own)
            said = item_badge(state).word
            parts.append(words.format(state=said, count=len(own), total=text.yuan(total)))
    return " · ".join(parts)


def gravest_first(items: Sequence[PayItem]) -> list[PayItem]:
    """Return payments as people look at them: what failed, what is unknown, then the rest."""
    return sorted(items, key=lambda item: _GRAVE.get(item.state, len(_GRAVE)))


def bank_name(batch: PayBatch) -> str:
    """Return which bank a batch is for."""
    if batch.bank == REHEARSAL:
        return QCoreApplication.translate("PayWords", "rehearsal bank")
    if batch.bank == FILE:
        return QCoreApplication.translate("PayWords", "file for upload")
    return batch.bank


def attempt_words(attempt: Attempt) -> str:
    """Say what was tried at the bank and what came of it."""
    tried = {
        AttemptKind.ASK: QCoreApplication.translate("PayWords", "asked"),
        AttemptKind.SEND: QCoreApplication.translate("PayWords", "sent"),
    }[attempt.kind]
    outcome = {
        AttemptOutcome.OPEN: QCoreApplication.translate("PayWords", "under way"),
        AttemptOutcome.NOT_SENT: QCoreApplication.translate(
            "PayWords", "no connection, nothing left"
        ),
        AttemptOutcome.ANSWERED: QCoreApplication.translate("PayWords", "answered"),
        AttemptOutcome.NOT_FOUND: QCoreApplication.translate(
            "PayWords", "the bank does not know it"
        ),
        AttemptOutcome.REFUSED: QCoreApplication.translate("PayWords", "refused"),
        AttemptOutcome.UNKNOWN: QCoreApplication.translate("PayWords", "no answer, unknown"),
    }[attempt.outcome]
    return f"{tried} · {outcome}"
