"""States move along ITEM_MOVES and BATCH_MOVES only, whatever a bank says and in what order."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.disbursement import (
    BATCH_MOVES,
    FINAL,
    ITEM_MOVES,
    Attempt,
    AttemptKind,
    AttemptOutcome,
    BatchState,
    ItemState,
)
from desktop.domain.errors import WrongState
from desktop.ports.banks import BankProfile, BankReply, ItemReply
from desktop.services.disbursement import moves
from tests.unit.payment_batch import make_batch

SAID = (ItemState.SENT, ItemState.PAID, ItemState.FAILED, ItemState.RETURNED)
WORDS = st.lists(st.tuples(st.integers(0, 2), st.sampled_from(SAID)), max_size=6)
EVENTS = st.lists(
    st.one_of(
        WORDS.map(lambda words: ("heard", dict(words))),
        st.just(("lost", {})),
        st.just(("refused", {})),
    ),
    max_size=8,
)


def _reach(start, steps):
    found = {start}
    while more := {b for a, b in steps if a in found} - found:
        found |= more
    return found


def _step(batch, event, words):
    if event == "lost":
        try:
            return moves.lost(batch)
        except WrongState:
            return batch
    items = tuple(ItemReply(batch.items[n].end_to_end, state, "AC04") for n, state in words.items())
    refused = event == "refused"
    reply = BankReply(batch.reference, found=True, refused=refused, code="AC02", items=items)
    return moves.heard(batch, reply)[0]


@given(EVENTS)
def test_no_reply_takes_a_way_that_is_not_on_the_map(events):
    batch = replace(make_batch(), state=BatchState.SENDING)
    for event, words in events:
        after = _step(batch, event, words)
        assert after.state in _reach(batch.state, BATCH_MOVES)
        for was, now in zip(batch.items, after.items, strict=True):
            assert now.state in _reach(was.state, ITEM_MOVES)
            if was.state in FINAL:  # what was paid stays paid unless it came back
                assert (was.state, now.state) in {
                    (was.state, was.state),
                    (ItemState.PAID, ItemState.RETURNED),
                }
            assert replace(now, state=was.state, code=was.code, reason=was.reason) == was
        batch = after


@given(EVENTS)
def test_a_settled_batch_has_only_final_lines(events):
    batch = replace(make_batch(), state=BatchState.SENDING)
    for event, words in events:
        batch = _step(batch, event, words)
        if batch.state in {BatchState.SETTLED, BatchState.PARTIAL, BatchState.REJECTED}:
            assert {item.state for item in batch.items} <= FINAL


@pytest.mark.parametrize("state", ItemState)
def test_leads_knows_the_map(state):
    for to in ItemState:
        if moves.leads(state, to):
            assert to in _reach(state, ITEM_MOVES)
    if state is ItemState.PAID:
        assert not moves.leads(state, ItemState.FAILED)
        assert not moves.leads(state, ItemState.UNKNOWN)
        assert moves.leads(state, ItemState.RETURNED)


T0 = datetime(2021, 4, 9, 1, 0, tzinfo=UTC)


def _tries(*tries):
    """Build attempts from (seconds, kind, outcome)."""
    return [
        Attempt(
            uuid4(), uuid4(), kind, T0 + timedelta(seconds=s), outcome, T0 + timedelta(seconds=s)
        )
        for s, kind, outcome in tries
    ]


SEND = (0, AttemptKind.SEND, AttemptOutcome.UNKNOWN)
PROFILE = BankProfile(idempotent=True, grace_s=60)


def _denials(*seconds):
    return [(s, AttemptKind.ASK, AttemptOutcome.NOT_FOUND) for s in seconds]


@pytest.mark.parametrize(
    ("tries", "at", "profile", "may"),
    [
        ([SEND, *_denials(10, 20, 70)], 70, PROFILE, True),
        ([SEND, *_denials(10, 20)], 70, PROFILE, False),  # not asked often enough
        ([SEND, *_denials(10, 20, 50)], 50, PROFILE, False),  # within the grace period
        # Denials before the last send prove nothing of it.
        ([*_denials(1, 2, 3), (10, *SEND[1:]), *_denials(80)], 80, PROFILE, False),
        ([SEND, *_denials(10, 20, 70)], 70, BankProfile(grace_s=60), False),  # not idempotent
        # Once it was known, it is never sent again.
        (
            [SEND, (5, AttemptKind.ASK, AttemptOutcome.ANSWERED), *_denials(10, 20, 70)],
            70,
            PROFILE,
            False,
        ),
    ],
)
def test_the_same_bytes_go_again_only_when_it_is_safe(tries, at, profile, may):
    now = T0 + timedelta(seconds=at)
    assert moves.may_send_again(_tries(*tries), profile, now) is may
