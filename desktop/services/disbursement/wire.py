"""Talking to the bank in three verbs: take (books), send (network), record (books).

No transaction is ever open over the network. The attempt is committed before the socket opens; an
attempt found open after a crash means that nobody knows, and who does not know asks.
"""

from __future__ import annotations

from dataclasses import replace

from desktop import failpoints
from desktop.domain.changes import Changes, Outcome, Topic
from desktop.domain.disbursement import (
    Attempt,
    AttemptKind,
    AttemptOutcome,
    BatchState,
    ItemState,
    PayBatch,
)
from desktop.domain.errors import Restored, UserError, WrongState
from desktop.domain.ids import AttemptId, BatchId, PersonId, new_id
from desktop.ports.banks import BankProfile
from desktop.ports.books import Books
from desktop.services.disbursement import moves, plan
from desktop.services.disbursement.base import FILE, PaymentBase, check_checker, told
from desktop.services.disbursement.errand import Errand, Heard, call, check_bytes, next_kind

_AHEAD = 3
"""How many later references restored books ask about before they send."""


class PaymentWire(PaymentBase):
    """Takes, sends, records; asks and recovers."""

    def take(self, batch_id: BatchId, *, only_ask: bool = False) -> Outcome[Errand]:
        """Put the next try on record: a question, or a send right after "not found".

        Raises:
            WrongState: nothing may be tried in this state.
            Restored: the books come from a safe copy and the bank has not been asked yet.
            Stale: the bytes or items are not the approved ones, or another seat was first.
        """
        with self._books() as books:
            batch = books.payments.batch(batch_id)
            if batch.bank == FILE:
                raise WrongState(kind="batch", name=batch.reference, state=batch.state, act="ask")
            kind = next_kind(batch, books.payments.attempts(batch_id), self._clock.now())
            if only_ask:
                kind = AttemptKind.ASK
            office = books.people.office()
            later: tuple[str, ...] = ()
            if kind is AttemptKind.SEND:
                if office.restored_at is not None:
                    raise Restored
                check_bytes(batch)
                batch = books.payments.put(moves.move(batch, BatchState.SENDING, "send"))
            elif office.epoch and batch.state is BatchState.READY:
                later = tuple(
                    plan.batch_reference(office.reference_key, batch.project, batch.month, number)
                    for number in range(batch.attempt_number + 1, batch.attempt_number + 1 + _AHEAD)
                )
            attempt = Attempt(AttemptId(new_id()), batch_id, kind, self._clock.now())
            books.payments.add_attempt(attempt)
            books.journal.write(f"pay.{kind}", str(batch_id), attempt=str(attempt.id))
            failpoints.reach(f"pay.take.{kind}.before_commit")
            books.commit()
        failpoints.reach(f"pay.take.{kind}.committed")
        return Outcome(Errand(batch, attempt, later), told(batch).changes)

    def send(self, errand: Errand) -> Heard:
        """Speak to the bank; opens no books and may run on any thread."""
        return call(self._links(errand.batch.bank), errand)

    def record(self, errand: Errand, heard: Heard) -> Outcome[PayBatch]:
        """Keep what came of a try and let the batch follow."""
        with self._books() as books:
            batch = books.payments.batch(errand.batch.id)
            books.payments.finish_attempt(
                replace(
                    errand.attempt,
                    outcome=heard.outcome,
                    ended=self._clock.now(),
                    reply=heard.raw,
                )
            )
            failpoints.reach("pay.record.attempt")
            new, contradictions = self._follow(books, batch, errand, heard)
            if new != batch:
                new = books.payments.put(new)
            books.journal.write(
                "pay.heard",
                str(batch.id),
                attempt=str(errand.attempt.id),
                outcome=heard.outcome.value,
                state=new.state.value,
                contradictions=contradictions,
            )
            failpoints.reach("pay.record.before_commit")
            books.commit()
        failpoints.reach("pay.record.committed")
        return told(new)

    def attempts(self, batch_id: BatchId) -> tuple[Attempt, ...]:
        """Return every try of a batch at the bank, oldest first."""
        with self._reads() as books:
            return books.payments.attempts(batch_id)

    def ask(self, batch_id: BatchId) -> Outcome[PayBatch]:
        """Ask the bank what became of a batch, and keep the answer."""
        errand = self.take(batch_id, only_ask=True).value
        return self.record(errand, self.send(errand))

    def recover(self) -> Outcome[tuple[PayBatch, ...]]:
        """After opening the books: what was being sent is unknown, and the unknown is asked about.

        Returns the batches that are still open. A bank that cannot be reached changes nothing.
        """
        self.lose_what_was_open()
        with self._reads() as books:
            restored = books.people.office().restored_at is not None
            batches = books.payments.unfinished()
        states = {BatchState.UNKNOWN, BatchState.ACCEPTED}
        if restored:
            states.add(BatchState.READY)
        heard_all = True
        for batch in batches:
            if batch.state in states and batch.bank != FILE:
                heard_all &= self._ask_quietly(batch.id)
                failpoints.reach("pay.recover.asked")
        with self._books() as books:
            office = books.people.office()
            if restored and heard_all:
                books.people.put_office(replace(office, restored_at=None))
                books.journal.write("pay.restored_asked", "office", epoch=office.epoch)
                books.commit()
            left = books.payments.unfinished()
        return Outcome(left, Changes.of(Topic.PAYMENTS))

    def send_again(self, batch_id: BatchId, checker: PersonId, reason: str) -> Outcome[PayBatch]:
        """Make an unknown batch ready again on a second person's word.

        The bank must have said "not found" often enough, after the grace period, and the person
        must have seen that its statement shows no such debit; the same bytes go again.

        Raises:
            WrongState: the bank has not denied it often enough, or has known it once.
            SamePerson, RoleMissing: as named.
        """
        with self._books() as books:
            batch = books.payments.batch(batch_id)
            check_checker(books.people.all(), checker, batch.maker)
            attempts = books.payments.attempts(batch_id)
            profile = replace(self._profile(batch), idempotent=False)
            if batch.state is not BatchState.UNKNOWN or not moves.may_send_again(
                attempts, profile, self._clock.now(), by_word=True
            ):
                raise WrongState(kind="batch", name=batch.reference, state=batch.state, act="send")
            stored = books.payments.put(_ready_again(batch))
            books.journal.write(
                "pay.again", str(batch_id), checker=str(checker), reason_length=len(reason)
            )
            books.commit()
        return told(stored)

    def _profile(self, batch: PayBatch) -> BankProfile:
        return BankProfile() if batch.bank == FILE else self._links(batch.bank).profile

    def _ask_quietly(self, batch_id: BatchId) -> bool:
        """Ask; returns whether the bank gave an answer that makes sense."""
        try:
            errand = self.take(batch_id, only_ask=True).value
            heard = self.send(errand)
        except UserError:
            return False
        self.record(errand, heard)
        return heard.outcome not in {AttemptOutcome.NOT_SENT, AttemptOutcome.UNKNOWN}

    def lose_what_was_open(self) -> None:
        """Call unknown what was under way when the program ended; the network is not touched."""
        with self._books() as books:
            changed = False
            for batch in books.payments.unfinished():
                for attempt in books.payments.attempts(batch.id):
                    if attempt.outcome is AttemptOutcome.OPEN:
                        ended = self._clock.now()
                        lost = replace(attempt, outcome=AttemptOutcome.UNKNOWN, ended=ended)
                        books.payments.finish_attempt(lost)
                        changed = True
                if batch.state is BatchState.SENDING:
                    books.payments.put(moves.lost(batch))
                    books.journal.write("pay.lost", str(batch.id))
                    changed = True
            failpoints.reach("pay.recover.before_commit")
            if changed:
                books.commit()
        failpoints.reach("pay.recover.committed")

    def _follow(
        self, books: Books, batch: PayBatch, errand: Errand, heard: Heard
    ) -> tuple[PayBatch, int]:
        """Return the batch as it stands after a try, and how many words contradict ours."""
        sends = errand.attempt.kind is AttemptKind.SEND
        sending = sends and batch.state is BatchState.SENDING
        match heard.outcome:
            case AttemptOutcome.NOT_SENT:
                return (moves.not_sent(batch) if sending else batch), 0
            case AttemptOutcome.NOT_FOUND if not sends:
                return self._not_found(books, batch, heard.profile), 0
            case AttemptOutcome.ANSWERED | AttemptOutcome.REFUSED if heard.reply is not None:
                return moves.heard(batch, heard.reply)
            case _:
                return (moves.lost(batch) if sending else batch), 0

    def _not_found(self, books: Books, batch: PayBatch, profile: BankProfile) -> PayBatch:
        if batch.state is BatchState.ACCEPTED:
            return moves.lost(batch)
        if batch.state is not BatchState.UNKNOWN:
            return batch
        attempts = books.payments.attempts(batch.id)
        if not moves.may_send_again(attempts, profile, self._clock.now()):
            return batch
        return _ready_again(batch)


def _ready_again(batch: PayBatch) -> PayBatch:
    ready = moves.move(batch, BatchState.READY, "send")
    items = tuple(
        replace(item, state=ItemState.PLANNED) if item.state is ItemState.UNKNOWN else item
        for item in ready.items
    )
    return replace(ready, items=items)
