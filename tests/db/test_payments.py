"""At most one live instruction for each obligation, and no state changed behind another's back."""

from dataclasses import replace

import pytest
from sqlalchemy.exc import IntegrityError

from desktop.domain.disbursement import (
    Attempt,
    AttemptKind,
    AttemptOutcome,
    BatchState,
    ItemState,
)
from desktop.domain.errors import AlreadyPaid, Stale, Unknown
from desktop.domain.ids import AttemptId, ObligationId, new_id
from desktop.domain.money import Money
from tests.books_fixture import PERSON
from tests.db.sample import MARCH, NOON, PROJECT, batch, line, obligation, settle, sheet


@pytest.fixture
def owed(books):
    """Two obligations of a stored sheet."""
    workers = settle(books)
    lines = [line(number, each) for number, each in enumerate(workers, 1)]
    found = [obligation(number, each) for number, each in enumerate(lines, 1)]
    with books.write() as unit:
        unit.sheets.put(sheet(*lines))
        unit.payments.add_obligations(found)
        unit.commit()
    return found


def _put(books, value):
    with books.write() as unit:
        stored = unit.payments.put(value)
        unit.commit()
    return stored


def test_obligations_are_owed_once(books, owed):
    again = replace(owed[0], id=ObligationId(new_id()), amount=Money(1))
    with books.write() as unit:
        unit.payments.add_obligations([again, owed[1]])
        unit.commit()
    with books.read() as unit:
        assert set(unit.payments.obligations(PROJECT.id, MARCH)) == set(owed)


def test_batch_round_trip(books, owed):
    stored = _put(books, batch(1, owed))
    ready = replace(
        stored,
        state=BatchState.READY,
        digest=stored.items_digest(),
        checker=PERSON.id,
        approved_at=NOON,
        approved_digest=stored.items_digest(),
        body=b"<Document/>\xff",
        body_sha256="cd" * 32,
        items=(replace(stored.items[0], state=ItemState.SENT, code="AC04"), stored.items[1]),
        single_person=True,
    )
    ready = _put(books, ready)
    with books.read() as unit:
        assert unit.payments.batch(stored.id) == ready
        assert unit.payments.batches(PROJECT.id, MARCH) == (ready,)
        assert unit.payments.batches(PROJECT.id, None) == (ready,)
        assert unit.payments.batches(PROJECT.id, MARCH.next) == ()
        assert unit.payments.unfinished() == (ready,)
    void = _put(books, replace(ready, checker=None, approved_at=None, approved_digest=""))
    fewer = _put(books, replace(void, items=void.items[:1], state=BatchState.CANCELLED))
    with books.read() as unit:
        assert unit.payments.batch(stored.id) == fewer
        assert unit.payments.unfinished() == ()
    with pytest.raises(Unknown), books.read() as unit:
        unit.payments.batch(new_id())


@pytest.mark.parametrize("state", sorted(ItemState))
def test_a_second_live_item_is_refused(books, owed, state):
    """Only a failed or returned item frees its obligation."""
    first = batch(1, owed[:1])
    first = replace(first, items=(replace(first.items[0], state=state),))
    _put(books, first)
    if state in {ItemState.FAILED, ItemState.RETURNED}:
        _put(books, batch(2, owed))
        return
    with pytest.raises(AlreadyPaid) as caught:
        _put(books, batch(2, owed))
    assert caught.value.facts == {"month": "2026-03"}
    with books.read() as unit:
        assert len(unit.payments.batches(PROJECT.id, MARCH)) == 1


def test_a_freed_obligation_cannot_come_alive_twice(books, owed):
    first = batch(1, owed[:1])
    failed = _put(books, replace(first, items=(replace(first.items[0], state=ItemState.FAILED),)))
    _put(books, batch(2, owed[:1]))
    late = replace(failed, items=(replace(failed.items[0], state=ItemState.PAID),))
    with pytest.raises(AlreadyPaid):
        _put(books, late)


def test_a_batch_changed_meanwhile_is_stale(books, owed):
    stored = _put(books, batch(1, owed))
    _put(books, replace(stored, state=BatchState.CANCELLED))
    with pytest.raises(Stale):
        _put(books, replace(stored, state=BatchState.APPROVED))


def test_the_same_batch_is_made_once(books, owed):
    _put(books, batch(1, owed[:1]))
    twin = replace(batch(1, owed[1:]), id=new_id())
    with pytest.raises(Stale):
        _put(books, twin)


def test_attempts(books, owed):
    stored = _put(books, batch(1, owed))
    ask = Attempt(AttemptId(new_id()), stored.id, AttemptKind.ASK, NOON)
    send = replace(ask, id=AttemptId(new_id()), kind=AttemptKind.SEND, started=NOON.replace(hour=5))
    done = replace(ask, outcome=AttemptOutcome.NOT_FOUND, ended=NOON, reply=b"\x00404")
    with books.write() as unit:
        unit.payments.add_attempt(send)
        unit.payments.add_attempt(ask)
        unit.payments.finish_attempt(done)
        unit.commit()
    with books.read() as unit:
        assert unit.payments.attempts(stored.id) == (done, send)
    with pytest.raises(Unknown), books.write() as unit:
        unit.payments.finish_attempt(replace(ask, id=AttemptId(new_id())))


def test_nobody_is_paid_nothing(books, owed):
    first = batch(1, owed[:1])
    with pytest.raises(IntegrityError):
        _put(books, replace(first, items=(replace(first.items[0], amount=Money(0)),)))
