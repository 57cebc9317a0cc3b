"""From a locked month to bytes that stand ready: draft, approve, release."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from desktop import failpoints
from desktop.domain.changes import Outcome
from desktop.domain.disbursement import BatchState, ItemState, PayBatch
from desktop.domain.errors import BankSilent, Offline, Refused, Stale, WrongState
from desktop.domain.findings import Level
from desktop.domain.ids import BatchId, PersonId, ProjectId, new_id
from desktop.domain.months import WageMonth
from desktop.domain.project import Project
from desktop.ports.banks import NoAnswer, NotSent
from desktop.services.disbursement import moves, plan
from desktop.services.disbursement.base import (
    FILE,
    PaymentBase,
    check_checker,
    check_maker,
    told,
)
from desktop.services.disbursement.errand import check_approved
from desktop.services.disbursement.reasons import purpose
from desktop.services.projects.checks import missing

_CANCELLED = "CUST"


class PaymentDraft(PaymentBase):
    """Makes batches and brings them to readiness."""

    def draft(
        self,
        project_id: ProjectId,
        month: WageMonth,
        bank: str,
        *,
        maker: PersonId | None = None,
        allow_same: bool = False,
    ) -> Outcome[PayBatch]:
        """Make a batch of everything locked that no live instruction pays.

        Failed lines come along once their card is mended or their reason has passed.

        Args:
            project_id: whose month.
            month: which month.
            bank: "rehearsal", an address, or "file".
            maker: who makes it; who sits here when not named.
            allow_same: pay equal amounts to one account although they look like duplicates.

        Raises:
            NothingToPay, AlreadyPaid, RoleMissing, Refused: as named; nothing is changed.
        """
        return self._draft(
            (project_id, month, bank), maker, allow_same=allow_same, only_failed=False
        )

    def retry_failed(
        self,
        project_id: ProjectId,
        month: WageMonth,
        bank: str,
        *,
        maker: PersonId | None = None,
    ) -> Outcome[PayBatch]:
        """Make a new batch of failed and returned lines only, with the cards as they are now.

        Raises:
            NothingToPay: no line of the month has failed and is unpaid.
        """
        return self._draft((project_id, month, bank), maker, only_failed=True)

    def approve(self, batch_id: BatchId, checker: PersonId, digest: str) -> Outcome[PayBatch]:
        """Approve exactly what was seen.

        Args:
            batch_id: which batch.
            checker: who approves; another person than the maker.
            digest: `items_digest()` of the batch as it was shown.

        Raises:
            Stale: the batch is not what was seen.
            SamePerson, RoleMissing, WrongState: as named.
        """
        with self._books() as books:
            batch = books.payments.batch(batch_id)
            single = check_checker(books.people.all(), checker, batch.maker)
            if digest != batch.items_digest() or digest != batch.digest:
                raise Stale(kind="batch", name=batch.reference)
            approved = replace(
                moves.move(batch, BatchState.APPROVED, "approve"),
                checker=checker,
                approved_at=self._clock.now(),
                approved_digest=digest,
                single_person=single,
            )
            stored = books.payments.put(approved)
            books.journal.write(
                "pay.approve",
                str(batch_id),
                digest=digest,
                checker=str(checker),
                fen=batch.total.fen,
                single_person=single,
            )
            failpoints.reach("pay.approve.before_commit")
            books.commit()
        failpoints.reach("pay.approve.committed")
        return told(stored)

    def release(self, batch_id: BatchId) -> Outcome[PayBatch]:
        """Freeze the exact bytes of an approved batch.

        Raises:
            Stale: something was changed after the approval.
            Offline, BankSilent: the bank cannot be asked how it wants the order.
        """
        with self._reads() as books:
            batch = books.payments.batch(batch_id)
        moves.move(batch, BatchState.READY, "release")
        check_approved(batch)
        self._safe_copy("payment")
        body = self._bytes(batch)
        failpoints.reach("pay.release.written")
        with self._books() as books:
            now = books.payments.batch(batch_id)
            if now != batch:
                raise Stale(kind="batch", name=batch.reference)
            sha = hashlib.sha256(body).hexdigest()
            ready = replace(
                moves.move(now, BatchState.READY, "release"), body=body, body_sha256=sha
            )
            stored = books.payments.put(ready)
            books.journal.write("pay.release", str(batch_id), sha256=sha)
            failpoints.reach("pay.release.before_commit")
            books.commit()
        failpoints.reach("pay.release.committed")
        return told(stored)

    def cancel(self, batch_id: BatchId) -> Outcome[PayBatch]:
        """Take back a batch of which nothing can have left.

        Raises:
            WrongState: its bytes may have left already.
        """
        with self._books() as books:
            batch = books.payments.batch(batch_id)
            cancelled = moves.move(batch, BatchState.CANCELLED, "cancel")
            if moves.was_sent(books.payments.attempts(batch_id)):
                raise WrongState(
                    kind="batch", name=batch.reference, state=batch.state, act="cancel"
                )
            stored = books.payments.put(moves.all_items(cancelled, ItemState.FAILED, _CANCELLED))
            books.journal.write("pay.cancel", str(batch_id))
            books.commit()
        return told(stored)

    def _draft(
        self,
        wish: tuple[ProjectId, WageMonth, str],
        maker: PersonId | None,
        *,
        allow_same: bool = False,
        only_failed: bool,
    ) -> Outcome[PayBatch]:
        project_id, month, bank = wish
        with self._books() as books:
            who = check_maker(books.people.all(), maker or self._seat.person)
            project = books.projects.get(project_id)
            _check_payer(project)
            plan.owe(books, project_id, month)
            found, batches = plan.dues(books, project_id, month, self._clock.today())
            chosen = plan.choose(found, month, only_failed=only_failed)
            plan.check(chosen, batches, allow_same=allow_same)
            key = books.people.office().reference_key
            number = max((b.attempt_number for b in batches), default=0) + 1
            batch = PayBatch(
                id=BatchId(new_id()),
                project=project_id,
                month=month,
                attempt_number=number,
                reference=plan.batch_reference(key, project_id, month, number),
                bank=bank,
                state=BatchState.DRAFT,
                items=plan.items_of(chosen, key, number),
                debtor_name=project.account.name,
                debtor_account=project.account.number,
                debtor_cnaps=project.account.cnaps,
                purpose=purpose(month),
                maker=who.id,
                made_at=self._clock.now(),
                digest="",
            )
            stored = books.payments.put(replace(batch, digest=batch.items_digest()))
            books.journal.write(
                "pay.draft",
                str(batch.id),
                digest=stored.digest,
                items=len(stored.items),
                fen=stored.total.fen,
                maker=str(who.id),
            )
            failpoints.reach("pay.draft.before_commit")
            books.commit()
        failpoints.reach("pay.draft.committed")
        return told(stored)

    def _bytes(self, batch: PayBatch) -> bytes:
        if batch.bank == FILE:
            return self._pay_list.write(batch)[1]
        try:
            return self._links(batch.bank).write(batch, self._clock.today())
        except NotSent as error:
            raise Offline(host=batch.bank) from error
        except NoAnswer as error:
            raise BankSilent(host=batch.bank, detail=str(error)) from error


def _check_payer(project: Project) -> None:
    account = project.account
    fields = {"special_account.name": account.name, "special_account.number": account.number}
    if empty := [key for key, value in fields.items() if not value]:
        raise Refused(tuple(missing(key, Level.STOP) for key in empty))
