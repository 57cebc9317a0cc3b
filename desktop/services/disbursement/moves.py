"""Where a batch goes when something becomes known: only along ITEM_MOVES and BATCH_MOVES."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from desktop.domain.disbursement import (
    BATCH_MOVES,
    FINAL,
    ITEM_MOVES,
    Attempt,
    AttemptKind,
    AttemptOutcome,
    BatchState,
    ItemState,
    PayBatch,
    PayItem,
)
from desktop.domain.errors import WrongState
from desktop.ports.banks import BankProfile, BankReply, ItemReply
from desktop.services.disbursement.reasons import words

_PASSING = (ItemState.SENT, ItemState.PAID)
"""States that an item may pass through when the bank tells two steps at once."""
_TAKEN = frozenset({AttemptOutcome.ANSWERED, AttemptOutcome.REFUSED})


def move(batch: PayBatch, to: BatchState, act: str) -> PayBatch:
    """Take one step.

    Raises:
        WrongState: there is no such step.
    """
    if batch.state is to:
        return batch
    if (batch.state, to) not in BATCH_MOVES:
        raise WrongState(kind="batch", name=batch.reference, state=batch.state, act=act)
    return replace(batch, state=to)


def leads(state: ItemState, to: ItemState) -> bool:
    """Tell whether a state leads to another, directly or through "sent" and "paid"."""
    reached = {state}
    for step in _PASSING:
        if any((known, step) in ITEM_MOVES for known in reached):
            reached.add(step)
    return any((known, to) in ITEM_MOVES for known in reached)


def item_to(item: PayItem, to: ItemState, code: str = "", reason: str = "") -> PayItem:
    """Move an item if its state allows it; otherwise it stays as it is."""
    if item.state is to or not leads(item.state, to):
        return item
    return replace(item, state=to, code=code, reason=reason)


def all_items(batch: PayBatch, to: ItemState, code: str = "", reason: str = "") -> PayBatch:
    """Move every item that may move."""
    return replace(batch, items=tuple(item_to(i, to, code, reason) for i in batch.items))


def lost(batch: PayBatch) -> PayBatch:
    """Nobody knows whether the bytes arrived: everything not final becomes unknown."""
    moved = move(batch, BatchState.UNKNOWN, "lose")
    return all_items(moved, ItemState.UNKNOWN)


def not_sent(batch: PayBatch) -> PayBatch:
    """The transport proves that nothing left."""
    return move(batch, BatchState.READY, "return")


def heard(batch: PayBatch, reply: BankReply) -> tuple[PayBatch, int]:
    """Apply what the bank says; returns the batch and how many of its words contradict ours."""
    if reply.refused:
        return _refused(batch, reply)
    said = {item.end_to_end: item for item in reply.items}
    items, contradictions = [], 0
    for item in batch.items:
        word = said.get(item.end_to_end, ItemReply(item.end_to_end, ItemState.SENT))
        new = item_to(item, word.state, word.code, words(word.code, word.reason))
        settled = item.state in FINAL and word.state is not ItemState.SENT
        contradictions += settled and new.state is not word.state and not _agrees(item, word)
        items.append(new)
    return settle(replace(batch, items=tuple(items))), contradictions


def _agrees(item: PayItem, word: ItemReply) -> bool:
    """A person's word that it was paid, or an older report of a payment that came back."""
    return word.state is ItemState.PAID and item.state in {
        ItemState.SETTLED,
        ItemState.RETURNED,
    }


def _refused(batch: PayBatch, reply: BankReply) -> tuple[PayBatch, int]:
    if (batch.state, BatchState.REJECTED) not in BATCH_MOVES:
        return batch, 1
    moved = all_items(batch, ItemState.FAILED, reply.code, words(reply.code, reply.reason))
    return replace(moved, state=BatchState.REJECTED), 0


def settle(batch: PayBatch) -> PayBatch:
    """Let the batch follow its items."""
    states = {item.state for item in batch.items}
    target = BatchState.ACCEPTED
    if states <= FINAL:
        bad = states & {ItemState.FAILED, ItemState.RETURNED}
        target = BatchState.PARTIAL if bad else BatchState.SETTLED
    elif ItemState.UNKNOWN in states:
        target = BatchState.UNKNOWN
    for step in (BatchState.ACCEPTED, target):
        if (batch.state, step) in BATCH_MOVES:
            batch = replace(batch, state=step)
    return batch


def may_send_again(
    attempts: Sequence[Attempt], profile: BankProfile, now: datetime, *, by_word: bool = False
) -> bool:
    """Tell whether an unknown batch's same bytes may go again.

    Only when the bank, which executes a reference once, has said "not found" often enough, the
    last time at least the grace period after the last send, and has never said anything else.

    Args:
        attempts: every try of the batch, oldest first.
        profile: what is known of the bank.
        now: the present instant.
        by_word: a second person confirmed that the bank's statement shows no such debit.
    """
    if any(attempt.outcome in _TAKEN for attempt in attempts):
        return False
    sends = [n for n, a in enumerate(attempts) if a.kind is AttemptKind.SEND]
    since = attempts[sends[-1] + 1 :] if sends else attempts
    last = (attempts[sends[-1]].ended or attempts[sends[-1]].started) if sends else None
    grace = timedelta(seconds=profile.grace_s)
    refused = sum(a.outcome is AttemptOutcome.NOT_FOUND for a in since)
    waited = last is None or now - last >= grace
    return refused >= profile.asks and waited and (profile.idempotent or by_word)


def was_sent(attempts: Iterable[Attempt]) -> bool:
    """Tell whether bytes of a batch may ever have left."""
    return any(
        a.kind is AttemptKind.SEND and a.outcome is not AttemptOutcome.NOT_SENT for a in attempts
    )
