"""Identity cards read by a reader: shown, compared with the roster, taken over."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable
from dataclasses import dataclass, replace

from desktop.domain.changes import Changes, Outcome, Topic
from desktop.domain.errors import OtherPerson, Refused
from desktop.domain.findings import Finding, stops
from desktop.domain.id_card import CardDifference, IdCard, differences, read_by
from desktop.domain.ids import WorkerId
from desktop.domain.progress import SILENT, Progress
from desktop.domain.worker import Worker
from desktop.ports.books import Books, OpenBooks
from desktop.ports.clock import Clock
from desktop.ports.reader import SPEEDS, CardReader, PortName, ReaderState
from desktop.services.likenesses import Likenesses
from desktop.services.roster.initials import initials_of

_DIGEST = 16


@dataclass(frozen=True, slots=True)
class CardCheck:
    """A card beside what the roster says of its holder."""

    card: IdCard
    worker: Worker | None
    """Who has this number in the books; None for somebody new."""
    differences: tuple[CardDifference, ...] = ()
    has_expired: bool = False


class IdReading:
    """Reads cards and marks who was read; only a reader's identity counts as verified."""

    def __init__(
        self,
        *,
        books: OpenBooks,
        reads: OpenBooks,
        clock: Clock,
        reader: CardReader,
        likenesses: Likenesses,
        check: Callable[[Worker], tuple[Finding, ...]],
    ) -> None:
        """Keep what is needed.

        Args:
            books: opens units of work that write.
            reads: opens units of work that read.
            clock: the time.
            reader: speaks with the device.
            likenesses: keeps the card's photo.
            check: judges a worker as the roster's form does.
        """
        self._books = books
        self._reads = reads
        self._clock = clock
        self._reader = reader
        self._likenesses = likenesses
        self._check = check

    def ports(self) -> tuple[PortName, ...]:
        """List the serial ports of this machine; touches no books."""
        return self._reader.ports()

    def read(
        self, port: str, wait_s: float, progress: Progress = SILENT, *, speed: int = SPEEDS[0]
    ) -> IdCard:
        """Wait for a card and read it; touches no books, may run on any thread.

        Raises:
            PortMissing, PortBusy, NoCard, ReaderTrouble: as named.
            Cancelled: the person stopped the waiting.
        """
        return self._reader.read(port, wait_s, progress, speed=speed)

    def examine(self, port: str, *, speed: int = SPEEDS[0]) -> ReaderState:
        """Ask a reader how it is; touches no books."""
        return self._reader.examine(port, speed=speed)

    def note(self, card: IdCard) -> Outcome[CardCheck]:
        """Journal that a card was read, and compare it with the books.

        The journal holds who in the books it is, or else a keyed digest of the number.
        """
        with self._books() as books:
            check = self._compared(books, card)
            books.journal.write("card.read", _subject(books, check), kind=card.kind.value)
            books.commit()
        return Outcome(check, Changes(frozenset()))

    def verify(self, worker_id: WorkerId, card: IdCard) -> Outcome[Worker]:
        """Take over what a worker's own card says, mark him as read, keep its photo sealed.

        Raises:
            OtherPerson: it is the card of another number.
            Refused: the card's facts cannot stand in the roster.
        """
        with self._books() as books:
            worker = books.workers.get(worker_id)
            if worker.id_number != card.id_number:
                raise OtherPerson(name=worker.name, card=card.name)
            read = read_by(worker, card, self._clock.now())
            fresh = replace(read, initials=initials_of(read.name))
            findings = self._check(fresh)
            if stops(findings):
                raise Refused(findings)
            stored = books.workers.put(fresh)
            if card.photo:
                self._likenesses.keep_reader_photo(books, stored, card.photo)
            books.journal.write("card.verify", str(worker_id), version=stored.version)
            books.commit()
        return Outcome(stored, Changes.of(Topic.ROSTER))

    def keep_photo(self, worker_id: WorkerId, card: IdCard) -> Outcome[None]:
        """Keep the card's photo of somebody who has just been entered by it."""
        if card.photo:
            self._likenesses.put_reader_photo(worker_id, card.photo)
        return Outcome(None, Changes.of(Topic.ROSTER))

    def _compared(self, books: Books, card: IdCard) -> CardCheck:
        worker = books.workers.by_id_numbers([card.id_number]).get(card.id_number)
        found = differences(worker, card) if worker is not None else ()
        return CardCheck(card, worker, found, card.has_expired(self._clock.today()))


def _subject(books: Books, check: CardCheck) -> str:
    if check.worker is not None:
        return str(check.worker.id)
    key = books.people.office().reference_key
    digest = hmac.new(key, check.card.id_number.encode(), hashlib.sha256).hexdigest()
    return f"card:{digest[:_DIGEST]}"
