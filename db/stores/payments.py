"""Obligations, batches, attempts; every change of state is a compare-and-set by version."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, bindparam, delete, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import IntegrityError

from db.faults import constraint
from db.stores.base import Store, all_of, chunks, columns, pick
from db.tables.payments import (
    LIVE_INDEX,
    ApprovalRow,
    AttemptRow,
    BatchRow,
    ObligationRow,
    PayItemRow,
)
from desktop.domain.disbursement import (
    Attempt,
    BatchState,
    Obligation,
    PayBatch,
    PayItem,
)
from desktop.domain.errors import AlreadyPaid, Stale, Unknown
from desktop.domain.ids import BatchId, PersonId, ProjectId
from desktop.domain.months import WageMonth

_OBLIGATION = ("id", "project", "worker", "month", "line", "amount")
_BATCH = (
    "id", "project", "month", "attempt_number", "reference", "bank", "state", "debtor_name",
    "debtor_account", "debtor_cnaps", "purpose", "maker", "made_at", "digest", "body",
    "body_sha256", "single_person", "version",
)  # fmt: skip
_ITEM = (
    "id", "obligation", "worker", "seq", "end_to_end", "name", "account", "bank", "cnaps",
    "amount", "state", "code", "reason",
)  # fmt: skip
_ATTEMPT = ("id", "batch", "kind", "started", "outcome", "ended", "reply")
_DONE = (BatchState.SETTLED, BatchState.PARTIAL, BatchState.REJECTED, BatchState.CANCELLED)
_CHECKER = "checker"


class SqlPayments(Store):
    """What is owed and what was asked of the bank."""

    def obligations(self, project: ProjectId, month: WageMonth) -> tuple[Obligation, ...]:
        """Return what is owed for a month."""
        query = (
            all_of(ObligationRow)
            .where(ObligationRow.project == project, ObligationRow.month == month)
            .order_by(ObligationRow.id)
        )
        return tuple(Obligation(**columns(row, _OBLIGATION)) for row in self.cx.execute(query))

    def add_obligations(self, obligations: Iterable[Obligation]) -> None:
        """Store obligations whose line is not yet known; known ones are left alone."""
        make = postgresql.insert if self.cx.dialect.name == "postgresql" else sqlite.insert
        statement = make(ObligationRow).on_conflict_do_nothing(index_elements=["line"])
        for part in chunks([pick(each, _OBLIGATION) for each in obligations]):
            self.cx.execute(statement, part)

    def batches(self, project: ProjectId, month: WageMonth | None) -> tuple[PayBatch, ...]:
        """Return batches, oldest first."""
        condition = BatchRow.project == project
        if month is not None:
            condition &= BatchRow.month == month
        return self._load(condition)

    def unfinished(self) -> tuple[PayBatch, ...]:
        """Return every batch of the office that is not settled, partial, rejected, cancelled."""
        return self._load(BatchRow.state.not_in(_DONE))

    def batch(self, batch: BatchId) -> PayBatch:
        """Return one batch."""
        found = self._load(BatchRow.id == batch)
        if not found:
            raise Unknown(kind="batch", name=str(batch))
        return found[0]

    def _load(self, condition: ColumnElement[bool]) -> tuple[PayBatch, ...]:
        ids = select(BatchRow.id).where(condition)
        items: dict[UUID, list[PayItem]] = defaultdict(list)
        query = all_of(PayItemRow).where(PayItemRow.batch.in_(ids)).order_by(PayItemRow.seq)
        for row in self.cx.execute(query):
            items[row.batch].append(PayItem(**columns(row, _ITEM)))
        approvals = {
            row.batch: row
            for row in self.cx.execute(
                all_of(ApprovalRow).where(ApprovalRow.batch.in_(ids), ApprovalRow.role == _CHECKER)
            )
        }
        rows = self.cx.execute(
            all_of(BatchRow).where(condition).order_by(BatchRow.made_at, BatchRow.attempt_number)
        )
        return tuple(
            PayBatch(
                **columns(row, _BATCH),
                items=tuple(items[row.id]),
                **_approval(approvals.get(row.id)),
            )
            for row in rows.all()
        )

    def put(self, batch: PayBatch) -> PayBatch:
        """Insert or update batch and items by version.

        Raises:
            Stale: another seat or thread changed it.
            AlreadyPaid: an obligation already has a live item (unique index).
        """
        stored = replace(batch, version=batch.version + 1)
        try:
            if batch.version == 0:
                self.cx.execute(insert(BatchRow), pick(stored, _BATCH))
            else:
                self._update(stored, batch.version)
            self._put_items(batch)
        except IntegrityError as error:
            name = constraint(error)
            if name in {LIVE_INDEX, "pay_item.obligation"}:
                raise AlreadyPaid(month=str(batch.month)) from error
            if "pay_batch" in name:  # the same reference or number was made by another seat
                raise Stale(kind="batch", name=batch.reference) from error
            raise
        self._put_approval(batch)
        return stored

    def _update(self, stored: PayBatch, was: int) -> None:
        same = (BatchRow.id == stored.id) & (BatchRow.version == was)
        done = self.cx.execute(update(BatchRow).where(same).values(**pick(stored, _BATCH)))
        if done.rowcount != 1:
            raise Stale(kind="batch", name=stored.reference)

    def _put_items(self, batch: PayBatch) -> None:
        query = all_of(PayItemRow).where(PayItemRow.batch == batch.id)
        known = {row.id: PayItem(**columns(row, _ITEM)) for row in self.cx.execute(query).all()}
        gone = sorted(known.keys() - {item.id for item in batch.items})
        for part in chunks(gone):
            self.cx.execute(delete(PayItemRow).where(PayItemRow.id.in_(part)))
        changed = [item for item in batch.items if known.get(item.id, item) != item]
        if changed:
            fields: dict[str, Any] = {name: bindparam(name) for name in _ITEM if name != "id"}
            rows = [{"this": item.id, **pick(item, _ITEM)} for item in changed]
            statement = update(PayItemRow).where(PayItemRow.id == bindparam("this"))
            self.cx.execute(statement.values(**fields), rows)
        new = [item for item in batch.items if item.id not in known]
        self.add_rows(PayItemRow, [{"batch": batch.id, **pick(item, _ITEM)} for item in new])

    def _put_approval(self, batch: PayBatch) -> None:
        if batch.checker is None:
            own = (ApprovalRow.batch == batch.id) & (ApprovalRow.role == _CHECKER)
            self.cx.execute(delete(ApprovalRow).where(own))
            return
        row = {
            "batch": batch.id,
            "role": _CHECKER,
            "person": batch.checker,
            "at": batch.approved_at,
            "digest": batch.approved_digest,
        }
        self.upsert(ApprovalRow, row, "batch", "role")

    def add_attempt(self, attempt: Attempt) -> None:
        """Put a try on record, before it begins."""
        self.add_rows(AttemptRow, [pick(attempt, _ATTEMPT)])

    def finish_attempt(self, attempt: Attempt) -> None:
        """Store how a try ended."""
        same = AttemptRow.id == attempt.id
        done = self.cx.execute(update(AttemptRow).where(same).values(**pick(attempt, _ATTEMPT)))
        if done.rowcount != 1:
            raise Unknown(kind="attempt", name=str(attempt.id))

    def attempts(self, batch: BatchId) -> tuple[Attempt, ...]:
        """Return the tries of a batch, oldest first."""
        query = all_of(AttemptRow).where(AttemptRow.batch == batch)
        found = [Attempt(**columns(row, _ATTEMPT)) for row in self.cx.execute(query)]
        return tuple(sorted(found, key=lambda attempt: attempt.started))


def _approval(row: Row[Any] | None) -> dict[str, Any]:
    if row is None:
        return {}
    return {
        "checker": PersonId(row.person),
        "approved_at": row.at,
        "approved_digest": row.digest,
    }
