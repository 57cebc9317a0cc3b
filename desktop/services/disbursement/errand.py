"""One try at the bank: what is asked, and what came of it. No books here."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from desktop import failpoints
from desktop.domain.disbursement import (
    Attempt,
    AttemptKind,
    AttemptOutcome,
    BatchState,
    PayBatch,
)
from desktop.domain.errors import Stale, WrongState
from desktop.ports.banks import BankLink, BankProfile, BankReply, NoAnswer, NotSent

FRESH = timedelta(minutes=10)
"""How long "not found" allows a first send."""
_ASKABLE = frozenset(
    {BatchState.UNKNOWN, BatchState.ACCEPTED, BatchState.SETTLED, BatchState.PARTIAL}
)
_MOST_RAW = 1_000_000


@dataclass(frozen=True, slots=True)
class Errand:
    """A try that is on record and has not begun."""

    batch: PayBatch
    attempt: Attempt
    later: tuple[str, ...] = ()
    """References that must not be known either, in books restored from a safe copy."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What came of a try."""

    outcome: AttemptOutcome
    profile: BankProfile
    reply: BankReply | None = None
    detail: str = ""
    raw: bytes = field(default=b"", repr=False)


def check_bytes(batch: PayBatch) -> None:
    """Refuse bytes or items that are not the approved ones.

    Raises:
        Stale: something was changed after the approval.
    """
    sha = hashlib.sha256(batch.body).hexdigest()
    if not batch.body or sha != batch.body_sha256:
        raise Stale(kind="batch", name=batch.reference)
    check_approved(batch)


def check_approved(batch: PayBatch) -> None:
    """Refuse items that are not the approved ones.

    Raises:
        Stale: an item, the payer or the order was changed after the approval.
    """
    if batch.checker is None or batch.items_digest() != batch.approved_digest:
        raise Stale(kind="batch", name=batch.reference)


def next_kind(batch: PayBatch, attempts: Sequence[Attempt], now: datetime) -> AttemptKind:
    """Return what may be tried next: a send only right after the bank said "not found".

    Raises:
        WrongState: nothing may be tried.
    """
    if batch.state in _ASKABLE:
        return AttemptKind.ASK
    if batch.state is not BatchState.READY:
        raise WrongState(kind="batch", name=batch.reference, state=batch.state, act="send")
    last = attempts[-1] if attempts else None
    asked = (
        last is not None
        and last.kind is AttemptKind.ASK
        and last.outcome is AttemptOutcome.NOT_FOUND
        and timedelta(0) <= now - last.started <= FRESH
    )
    return AttemptKind.SEND if asked else AttemptKind.ASK


def call(link: BankLink, errand: Errand) -> Heard:
    """Speak to the bank; never raises what the bank or the line did."""
    profile = link.profile
    try:
        reply = _speak(link, errand)
    except NotSent as error:
        return Heard(AttemptOutcome.NOT_SENT, profile, detail=str(error))
    except NoAnswer as error:
        return Heard(AttemptOutcome.UNKNOWN, profile, detail=str(error), raw=error.raw[:_MOST_RAW])
    raw = reply.raw[:_MOST_RAW]
    if not reply.found:
        return Heard(AttemptOutcome.NOT_FOUND, profile, reply, raw=raw)
    if reply.reference != errand.batch.reference or not _fits(errand.batch, reply):
        return Heard(AttemptOutcome.UNKNOWN, profile, detail="misfit", raw=raw)
    outcome = AttemptOutcome.REFUSED if reply.refused else AttemptOutcome.ANSWERED
    return Heard(outcome, profile, reply, raw=raw)


def _speak(link: BankLink, errand: Errand) -> BankReply:
    if errand.attempt.kind is AttemptKind.SEND:
        check_bytes(errand.batch)
        failpoints.reach("pay.send.checked")
        reply = link.send(errand.batch)
        failpoints.reach("pay.send.heard")
        if not reply.found:
            raise NoAnswer("not-found-after-send", reply.raw)
        return reply
    failpoints.reach("pay.ask.before")
    reply = link.ask(errand.batch)
    failpoints.reach("pay.ask.heard")
    if not reply.found:
        for name in errand.later:
            if link.ask(replace(errand.batch, reference=name)).found:
                raise NoAnswer("later-reference-known", reply.raw)
    return reply


def _fits(batch: PayBatch, reply: BankReply) -> bool:
    names = [item.end_to_end for item in reply.items]
    known = {item.end_to_end for item in batch.items}
    return (
        len(set(names)) == len(names)
        and set(names) <= known
        and reply.count in {None, len(batch.items)}
        and reply.total_fen in {None, batch.total.fen}
    )
