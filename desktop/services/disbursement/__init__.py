"""Paying a locked month: drafted, approved by another person, sent once, asked about till final."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

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
from desktop.domain.documents import Document, DocumentKind, File
from desktop.domain.errors import (
    AlreadyPaid,
    BankSilent,
    FileTrouble,
    Offline,
    Unknown,
    WrongState,
)
from desktop.domain.ids import (
    AttemptId,
    BatchId,
    DocumentId,
    ItemId,
    PersonId,
    ProjectId,
    new_id,
)
from desktop.domain.months import WageMonth
from desktop.domain.progress import SILENT, Progress
from desktop.ports.banks import NoAnswer
from desktop.ports.books import Books
from desktop.services.disbursement import moves as moves
from desktop.services.disbursement import plan as plan
from desktop.services.disbursement.base import FILE, check_checker, check_maker, told
from desktop.services.disbursement.draft import PaymentDraft
from desktop.services.disbursement.errand import check_approved
from desktop.services.disbursement.wire import PaymentWire

_WAITS = (0.05, 0.2, 0.5, 1.0, 1.0, 2.0, 5.0, 15.0)
"""Seconds between questions; the last one repeats."""
_DONE = frozenset(
    {BatchState.SETTLED, BatchState.PARTIAL, BatchState.REJECTED, BatchState.CANCELLED}
)
_BEGUN = frozenset(
    {
        BatchState.DRAFT,
        BatchState.APPROVED,
        BatchState.READY,
        BatchState.SENDING,
        BatchState.UNKNOWN,
        BatchState.ACCEPTED,
    }
)
_UNSENT = frozenset({BatchState.DRAFT, BatchState.APPROVED, BatchState.READY})
_MOST_FILE = 20_000_000


class Disbursement(PaymentDraft, PaymentWire):
    """Every verb of paying."""

    def status(self, project_id: ProjectId, month: WageMonth | None = None) -> tuple[PayBatch, ...]:
        """Return the batches of a project, of one month or of all, oldest first."""
        with self._reads() as books:
            return books.payments.batches(project_id, month)

    def submit(  # noqa: PLR0913, PLR0917 - the whole chain in one act
        self,
        project_id: ProjectId,
        month: WageMonth,
        bank: str,
        maker: PersonId,
        checker: PersonId,
        timeout_s: float,
        progress: Progress = SILENT,
    ) -> Outcome[tuple[PayBatch, ...]]:
        """Draft, approve, send and ask until every line is final or the time is up.

        What an earlier submission left unfinished is carried on first; what was meant for another
        bank and never left is withdrawn.

        Raises:
            AlreadyPaid, NothingToPay, SamePerson, RoleMissing, Refused, Restored: as named.
            Offline: the bank cannot be reached; nothing was sent.
            BankSilent: the bank does not say whether it knows the payment; nothing was sent.
        """
        with self._reads() as books:
            persons = books.people.all()
        check_maker(persons, maker)
        check_checker(persons, checker, maker)
        begun = {b.id for b in self.status(project_id, month) if b.state in _BEGUN}
        self.recover()
        self._withdraw_elsewhere(project_id, month, bank)
        mine = [b for b in self.status(project_id, month) if b.id in begun and b.bank == bank]
        touched = [b.id for b in mine]
        for batch in mine:
            if batch.state in _BEGUN:
                self._carry(batch, checker, timeout_s, progress)
        try:
            new = self.draft(project_id, month, bank, maker=maker).value
        except AlreadyPaid:
            if not touched:
                raise
        else:
            touched.append(new.id)
            self._carry(new, checker, timeout_s, progress)
        batches = tuple(b for b in self.status(project_id, month) if b.id in touched)
        return Outcome(batches, Changes.of(Topic.PAYMENTS, project=project_id, month=month))

    def finish(
        self, batch_id: BatchId, timeout_s: float, progress: Progress = SILENT
    ) -> Outcome[PayBatch]:
        """Send an approved batch and ask until every line is final or the time is up.

        Raises:
            Offline, BankSilent: nothing was sent.
        """
        batch = self._batch(batch_id)
        if batch.state is BatchState.APPROVED:
            batch = self.release(batch_id).value
        waited, turn, detail = 0.0, 0, ""
        while batch.state not in _DONE:
            before = batch.state
            errand = self.take(batch_id).value
            heard = self.send(errand)
            detail = heard.detail
            batch = self.record(errand, heard).value
            progress.step(*plan.count_final((batch,)), "pay")
            if batch.state is BatchState.READY and heard.outcome is AttemptOutcome.NOT_SENT:
                raise Offline(host=batch.bank)
            if batch.state in _DONE or _goes_on(batch, before, heard.outcome):
                continue
            pause = _WAITS[min(turn, len(_WAITS) - 1)]
            if waited + pause > timeout_s or self._waiter.wait(pause):
                break
            waited, turn = waited + pause, turn + 1
        if batch.state is BatchState.READY:
            raise BankSilent(host=batch.bank, detail=detail)
        return told(batch)

    def export_list(self, batch_id: BatchId) -> tuple[str, bytes]:
        """Return the payroll file of a batch, to look at or to upload by hand.

        A batch for "file" counts as handed over from now on: its lines are unknown until the
        result file or a person's word closes them. The same file comes out however often asked.

        Raises:
            WrongState: the batch is not approved.
            Stale: something was changed after the approval.
        """
        with self._books() as books:
            batch = books.payments.batch(batch_id)
            if batch.state in {BatchState.DRAFT, BatchState.CANCELLED}:
                raise WrongState(
                    kind="batch", name=batch.reference, state=batch.state, act="export"
                )
            check_approved(batch)
            name, content = self._pay_list.write(batch)
            if batch.bank != FILE:
                return name, content
            if batch.state in {BatchState.APPROVED, BatchState.READY}:
                content = batch.body or content
                self._hand_over(books, batch, content)
                books.commit()
            return name, batch.body or content

    def import_result(self, batch_id: BatchId, path: Path) -> Outcome[PayBatch]:
        """Close lines by the bank's result file.

        Raises:
            FileTrouble: the file cannot be read or does not fit the batch.
        """
        content = _read(path)
        batch = self._batch(batch_id)
        try:
            reply = self._pay_list.read(content, batch)
        except NoAnswer as error:
            raise FileTrouble(path=str(path), detail=str(error)) from error
        with self._books() as books:
            batch = books.payments.batch(batch_id)
            if batch.state in {BatchState.DRAFT, BatchState.APPROVED, BatchState.CANCELLED}:
                raise WrongState(
                    kind="batch", name=batch.reference, state=batch.state, act="import_result"
                )
            document = self._keep(books, batch, DocumentKind.BANK_RESULT, (path.name, content))
            new, contradictions = moves.heard(batch, reply)
            stored = books.payments.put(new)
            books.journal.write(
                "pay.result",
                str(batch_id),
                document=str(document),
                items=len(reply.items),
                contradictions=contradictions,
            )
            books.commit()
        return told(stored)

    def settle_by_word(
        self, batch_id: BatchId, item_ids: Sequence[ItemId], receipt: Path, reason: str
    ) -> Outcome[PayBatch]:
        """Close unknown lines by a person's word, with the bank's receipt as evidence.

        Raises:
            Unknown: an item is not in the batch.
            WrongState: a line is not one that may be closed so.
        """
        content = _read(receipt)
        chosen = set(item_ids)
        with self._books() as books:
            batch = books.payments.batch(batch_id)
            if missing := chosen - {item.id for item in batch.items}:
                raise Unknown(kind="item", name=str(min(missing, key=str)))
            items = tuple(
                replace(item, state=_by_word(batch, item.state), reason=reason)
                if item.id in chosen
                else item
                for item in batch.items
            )
            document = self._keep(books, batch, DocumentKind.BANK_RECEIPT, (receipt.name, content))
            settled = moves.settle(replace(batch, items=items))
            stored = books.payments.put(settled)
            books.journal.write(
                "pay.word", str(batch_id), document=str(document), items=len(chosen)
            )
            books.commit()
        return told(stored)

    def _batch(self, batch_id: BatchId) -> PayBatch:
        with self._reads() as books:
            return books.payments.batch(batch_id)

    def _withdraw_elsewhere(self, project_id: ProjectId, month: WageMonth, bank: str) -> None:
        """Take back what was meant for another bank and provably never left.

        Restored books prove nothing of what left, so there everything stays.
        """
        with self._reads() as books:
            restored = books.people.office().epoch > 0
            unsent = [
                batch.id
                for batch in books.payments.batches(project_id, month)
                if batch.bank not in {bank, FILE}
                and batch.state in _UNSENT
                and not moves.was_sent(books.payments.attempts(batch.id))
            ]
        for batch_id in unsent if not restored else ():
            self.cancel(batch_id)

    def _carry(
        self, batch: PayBatch, checker: PersonId, timeout_s: float, progress: Progress
    ) -> None:
        failpoints.reach("pay.submit.carry")
        if batch.state is BatchState.DRAFT:
            batch = self.approve(batch.id, checker, batch.items_digest()).value
        self.finish(batch.id, timeout_s, progress)

    def _hand_over(self, books: Books, batch: PayBatch, content: bytes) -> None:
        if batch.state is BatchState.APPROVED:
            batch = replace(
                moves.move(batch, BatchState.READY, "export"),
                body=content,
                body_sha256=hashlib.sha256(content).hexdigest(),
            )
        sending = moves.move(batch, BatchState.SENDING, "export")
        books.payments.put(moves.lost(sending))
        now = self._clock.now()
        books.payments.add_attempt(
            Attempt(
                AttemptId(new_id()),
                batch.id,
                AttemptKind.SEND,
                now,
                AttemptOutcome.UNKNOWN,
                ended=now,
            )
        )
        books.journal.write("pay.export", str(batch.id), sha256=batch.body_sha256)

    def _keep(
        self, books: Books, batch: PayBatch, kind: DocumentKind, file: tuple[str, bytes]
    ) -> DocumentId:
        document = Document.of(
            batch.project, kind, File(*file), self._seat.person, self._clock.now()
        )
        books.documents.add(document)
        return document.id


def _goes_on(batch: PayBatch, before: BatchState, outcome: AttemptOutcome) -> bool:
    """Tell whether the next step follows at once: the send after "not found"."""
    if batch.state is BatchState.READY:
        return outcome is AttemptOutcome.NOT_FOUND
    return batch.state is BatchState.ACCEPTED and before is BatchState.READY


def _by_word(batch: PayBatch, state: ItemState) -> ItemState:
    if state not in {ItemState.UNKNOWN, ItemState.SENT}:
        raise WrongState(kind="item", name=batch.reference, state=state, act="settle")
    return ItemState.SETTLED


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > _MOST_FILE:
            raise FileTrouble(path=str(path), detail="> 20 MB")
        content = path.read_bytes()
    except OSError as error:
        raise FileTrouble(path=str(path), detail=error.strerror or str(error)) from error
    if not content:
        raise FileTrouble(path=str(path), detail="0 B")
    return content
