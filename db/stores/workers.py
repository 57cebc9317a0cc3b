"""Workers as whole values: five tables in a handful of statements, whatever their number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from sqlalchemy import Select, bindparam, delete, insert, select, update

from db.stores.base import Store, all_of, chunks, columns, pick
from db.stores.built_on import is_built_on
from db.tables.projects import TeamRow
from db.tables.workers import (
    CardRow,
    DeviceNumberRow,
    EmploymentRow,
    OpeningRow,
    PayTermRow,
    WorkerRow,
)
from desktop.domain.errors import Stale, Unknown
from desktop.domain.ids import ProjectId, WorkerId
from desktop.domain.progress import SILENT, Progress
from desktop.domain.worker import Card, DeviceNumber, Employment, PayTerm, Worker
from desktop.ports.books import OpeningBalance

_WORKER = (
    "id", "name", "id_number", "phone", "sex", "birth", "nation", "native_place", "education",
    "political_status", "address", "id_issuer", "id_validity", "note", "initials", "version",
    "id_kind", "captured", "captured_at", "contact_address", "emergency_name", "emergency_phone",
    "emergency_relation",
)  # fmt: skip
_CARD = ("number", "bank", "cnaps", "account_name", "since")
_EMPLOYMENT = ("project", "team", "trade", "entry", "exit", "exit_reason")
_TERM = ("kind", "rate", "since")
_NUMBER = ("number", "since", "until")
_OPENING = ("project", "kind", "amount", "as_of", "worker")
_Ids = Select[UUID]
_TAIL = 4


class SqlWorkers(Store):
    """Workers with cards, employments, pay terms and device numbers."""

    def of_project(self, project: ProjectId) -> tuple[Worker, ...]:
        """Return everyone ever employed in a project, by name."""
        ids = select(EmploymentRow.worker).where(EmploymentRow.project == project)
        return tuple(sorted(self._load(ids), key=lambda worker: (worker.name, worker.id_number)))

    def get(self, worker: WorkerId) -> Worker:
        """Return one worker."""
        found = self._load(select(WorkerRow.id).where(WorkerRow.id == worker))
        if not found:
            raise Unknown(kind="worker", name=str(worker))
        return found[0]

    def by_id_numbers(self, numbers: Iterable[str]) -> dict[str, Worker]:
        """Return the workers with these identity numbers, of any project."""
        found: dict[str, Worker] = {}
        for part in chunks(sorted(set(numbers))):
            ids = select(WorkerRow.id).where(WorkerRow.id_number.in_(part))
            found |= {worker.id_number: worker for worker in self._load(ids)}
        return found

    def _load(self, ids: _Ids) -> list[Worker]:
        cards: dict[UUID, list[Card]] = defaultdict(list)
        query = all_of(CardRow).where(CardRow.worker.in_(ids)).order_by(CardRow.seq)
        for row in self.cx.execute(query):
            cards[row.worker].append(Card(**columns(row, _CARD)))
        jobs = self._employments(ids)
        rows = self.cx.execute(all_of(WorkerRow).where(WorkerRow.id.in_(ids)))
        return [
            Worker(
                **columns(row, _WORKER), cards=tuple(cards[row.id]), employments=tuple(jobs[row.id])
            )
            for row in rows
        ]

    def _employments(self, ids: _Ids) -> dict[UUID, list[Employment]]:
        terms: dict[tuple[UUID, int], list[PayTerm]] = defaultdict(list)
        query = all_of(PayTermRow).where(PayTermRow.worker.in_(ids)).order_by(PayTermRow.seq)
        for worker, job, _seq, *rest in self.cx.execute(query):
            terms[worker, job].append(PayTerm(*rest))
        numbers: dict[tuple[UUID, int], list[DeviceNumber]] = defaultdict(list)
        own = all_of(DeviceNumberRow).where(DeviceNumberRow.worker.in_(ids))
        for worker, job, _seq, *rest in self.cx.execute(own.order_by(DeviceNumberRow.seq)):
            numbers[worker, job].append(DeviceNumber(*rest))
        jobs: dict[UUID, list[Employment]] = defaultdict(list)
        all_jobs = all_of(EmploymentRow).where(EmploymentRow.worker.in_(ids))
        for row in self.cx.execute(all_jobs.order_by(EmploymentRow.seq)):
            key = (row.worker, row.seq)
            job = Employment(
                **columns(row, _EMPLOYMENT),
                pay_terms=tuple(terms[key]),
                device_numbers=tuple(numbers[key]),
            )
            jobs[row.worker].append(job)
        return jobs

    def put(self, worker: Worker) -> Worker:
        """Insert or replace the whole value; returns it with its new version. Raises Stale."""
        self._put([worker])
        return replace(worker, version=worker.version + 1)

    def put_all(self, workers: Sequence[Worker], progress: Progress = SILENT) -> None:
        """Insert or replace many at once. Raises Stale."""
        done = 0
        for part in chunks(workers):
            progress.step(done, len(workers), "workers")
            self._put(part)
            done += len(part)
        progress.step(done, len(workers), "workers")

    def _put(self, workers: Sequence[Worker]) -> None:
        self._refuse_taken(workers)
        new = [worker for worker in workers if worker.version == 0]
        old = [worker for worker in workers if worker.version > 0]
        if new:
            self.cx.execute(insert(WorkerRow), [_row(worker) for worker in new])
        if old:
            self._replace(old)
        self._add_children(workers)

    def _refuse_taken(self, workers: Sequence[Worker]) -> None:
        """Refuse an identity number that another worker has, and an id that is there already."""
        numbers = {worker.id_number: worker.id for worker in workers}
        new = [worker.id for worker in workers if worker.version == 0]
        query = select(WorkerRow.id, WorkerRow.id_number, WorkerRow.name).where(
            WorkerRow.id_number.in_(numbers) | WorkerRow.id.in_(new)
        )
        fresh = set(new)
        for row in self.cx.execute(query):
            if row.id in fresh or numbers.get(row.id_number, row.id) != row.id:
                raise Stale(kind="worker", name=row.name)

    def _replace(self, workers: Sequence[Worker]) -> None:
        rows = [{"this": worker.id, "was": worker.version, **_row(worker)} for worker in workers]
        statement = update(WorkerRow).where(
            WorkerRow.id == bindparam("this"), WorkerRow.version == bindparam("was")
        )
        names = [*_WORKER[1:], "id_tail"]
        fields: dict[str, Any] = {name: bindparam(name) for name in names}
        if self.cx.execute(statement.values(**fields), rows).rowcount != len(rows):
            raise Stale(kind="worker", name=workers[0].name)
        ids = [worker.id for worker in workers]
        self.cx.execute(delete(EmploymentRow).where(EmploymentRow.worker.in_(ids)))
        self.cx.execute(delete(CardRow).where(CardRow.worker.in_(ids)))

    def _add_children(self, workers: Sequence[Worker]) -> None:
        cards: list[dict[str, Any]] = []
        jobs: list[dict[str, Any]] = []
        terms: list[dict[str, Any]] = []
        numbers: list[dict[str, Any]] = []
        for worker in workers:
            for seq, card in enumerate(worker.cards):
                tail = card.number[-_TAIL:]
                cards.append({"worker": worker.id, "seq": seq, "tail": tail, **pick(card, _CARD)})
            for place, job in enumerate(worker.employments):
                jobs.append({"worker": worker.id, "seq": place, **pick(job, _EMPLOYMENT)})
                own = {"worker": worker.id, "employment": place}
                terms += [
                    {**own, "seq": seq, **pick(term, _TERM)}
                    for seq, term in enumerate(job.pay_terms)
                ]
                numbers += [
                    {**own, "seq": seq, **pick(number, _NUMBER)}
                    for seq, number in enumerate(job.device_numbers)
                ]
        self.add_rows(CardRow, cards)
        self.add_rows(EmploymentRow, jobs)
        self.add_rows(PayTermRow, terms)
        self.add_rows(DeviceNumberRow, numbers)

    def remove(self, worker: WorkerId) -> None:
        """Remove a worker with everything dated; the books refuse when something refers to him."""
        own = TeamRow.leader == worker
        self.cx.execute(update(TeamRow).where(own).values(leader=None))
        self.cx.execute(delete(WorkerRow).where(WorkerRow.id == worker))

    def is_built_on(self, worker: WorkerId) -> bool:
        """Tell whether marks, papers, pictures, wage lines or payments refer to the worker."""
        return is_built_on(self.cx, worker)

    def put_opening(self, balance: OpeningBalance) -> None:
        """Insert or replace by project, kind and worker."""
        holder = str(balance.worker or "")
        row = {**pick(balance, _OPENING), "holder": holder}
        self.upsert(OpeningRow, row, "project", "kind", "holder")

    def openings(self, project: ProjectId) -> tuple[OpeningBalance, ...]:
        """Return a project's opening balances."""
        query = (
            all_of(OpeningRow)
            .where(OpeningRow.project == project)
            .order_by(OpeningRow.kind, OpeningRow.holder)
        )
        return tuple(OpeningBalance(**columns(row, _OPENING)) for row in self.cx.execute(query))


def _row(worker: Worker) -> dict[str, Any]:
    tail = worker.id_number[-_TAIL:]
    return {**pick(worker, _WORKER), "version": worker.version + 1, "id_tail": tail}
