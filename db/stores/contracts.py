"""Labour contracts, trainings, insurance proofs, exit settlements."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, delete, insert, select, update

from db.stores.base import Store, all_of, columns, pick
from db.tables.contracts import (
    InsuranceRow,
    LabourContractRow,
    SettledMonthRow,
    SettlementRow,
    TrainedRow,
    TrainingRow,
)
from desktop.domain.contract import InsuranceProof, LabourContract, Training
from desktop.domain.errors import Stale, Unknown
from desktop.domain.ids import ContractId, InsuranceId, ProjectId, TrainingId, WorkerId
from desktop.domain.project import PayDay
from desktop.domain.settlement import ExitSettlement, SettledMonth

_CONTRACT = (
    "id", "project", "worker", "employer", "kind", "term", "number", "begin", "end", "pay_kind",
    "rate", "work", "place", "probation_months", "emergency_name", "emergency_phone",
    "emergency_relation", "signed", "ended", "scan", "version",
)  # fmt: skip
_TRAINING = ("id", "project", "name", "day", "hours", "trainer", "place", "document")
_INSURANCE = ("id", "project", "number", "insurer", "begin", "end", "premium", "document")
_SETTLEMENT = ("id", "project", "worker", "exit", "arrears", "at", "by", "signed_on", "scan")
_MONTH = ("month", "work_days", "due", "paid")


class SqlContracts(Store):
    """What binds a worker to a project, and what lets him go."""

    def of_project(self, project: ProjectId) -> tuple[LabourContract, ...]:
        """Return a project's contracts by number."""
        return self._contracts(LabourContractRow.project == project)

    def of_worker(self, worker: WorkerId) -> tuple[LabourContract, ...]:
        """Return a worker's contracts of every project by number."""
        return self._contracts(LabourContractRow.worker == worker)

    def get(self, contract: ContractId) -> LabourContract:
        """Return one contract."""
        found = self._contracts(LabourContractRow.id == contract)
        if not found:
            raise Unknown(kind="contract", name=str(contract))
        return found[0]

    def _contracts(self, condition: ColumnElement[bool]) -> tuple[LabourContract, ...]:
        query = all_of(LabourContractRow).where(condition)
        found = [_contract(row) for row in self.cx.execute(query)]
        return tuple(sorted(found, key=lambda each: (each.number, each.begin, each.id)))

    def put(self, contract: LabourContract) -> LabourContract:
        """Insert or update; returns it with its new version. Raises Stale."""
        stored = replace(contract, version=contract.version + 1)
        row = {
            **pick(stored, _CONTRACT),
            "pay_day": stored.pay_day.day,
            "pay_next_month": stored.pay_day.next_month,
        }
        same = LabourContractRow.id == contract.id
        if contract.version == 0:
            if self.cx.execute(select(LabourContractRow.id).where(same)).first():
                raise Stale(kind="contract", name=contract.number)
            self.cx.execute(insert(LabourContractRow), row)
            return stored
        same &= LabourContractRow.version == contract.version
        if self.cx.execute(update(LabourContractRow).where(same).values(**row)).rowcount != 1:
            raise Stale(kind="contract", name=contract.number)
        return stored

    def remove(self, contract: ContractId) -> None:
        """Remove a contract."""
        self.cx.execute(delete(LabourContractRow).where(LabourContractRow.id == contract))

    def trainings(self, project: ProjectId) -> tuple[Training, ...]:
        """Return trainings, oldest first."""
        own = TrainingRow.project == project
        ids = select(TrainingRow.id).where(own)
        passed: dict[UUID, list[WorkerId]] = defaultdict(list)
        query = all_of(TrainedRow).where(TrainedRow.training.in_(ids)).order_by(TrainedRow.seq)
        for row in self.cx.execute(query):
            passed[row.training].append(WorkerId(row.worker))
        rows = self.cx.execute(
            all_of(TrainingRow).where(own).order_by(TrainingRow.day, TrainingRow.name)
        )
        return tuple(
            Training(**columns(row, _TRAINING), workers=tuple(passed[row.id])) for row in rows
        )

    def put_training(self, training: Training) -> None:
        """Insert or replace a training with those who passed."""
        self.upsert(TrainingRow, pick(training, _TRAINING), "id")
        self.cx.execute(delete(TrainedRow).where(TrainedRow.training == training.id))
        rows = [
            {"training": training.id, "seq": seq, "worker": worker}
            for seq, worker in enumerate(training.workers)
        ]
        self.add_rows(TrainedRow, rows)

    def remove_training(self, training: TrainingId) -> None:
        """Remove a training."""
        self.cx.execute(delete(TrainingRow).where(TrainingRow.id == training))

    def insurances(self, project: ProjectId) -> tuple[InsuranceProof, ...]:
        """Return insurance proofs, oldest first."""
        query = all_of(InsuranceRow).where(InsuranceRow.project == project)
        rows = self.cx.execute(query.order_by(InsuranceRow.begin, InsuranceRow.number))
        return tuple(InsuranceProof(**columns(row, _INSURANCE)) for row in rows)

    def put_insurance(self, proof: InsuranceProof) -> None:
        """Insert or replace an insurance proof."""
        self.upsert(InsuranceRow, pick(proof, _INSURANCE), "id")

    def remove_insurance(self, proof: InsuranceId) -> None:
        """Remove an insurance proof."""
        self.cx.execute(delete(InsuranceRow).where(InsuranceRow.id == proof))

    def settlements(self, project: ProjectId) -> tuple[ExitSettlement, ...]:
        """Return exit settlements, oldest first."""
        own = SettlementRow.project == project
        ids = select(SettlementRow.id).where(own)
        months: dict[UUID, list[SettledMonth]] = defaultdict(list)
        query = all_of(SettledMonthRow).where(SettledMonthRow.settlement.in_(ids))
        for row in self.cx.execute(query.order_by(SettledMonthRow.seq)):
            months[row.settlement].append(SettledMonth(**columns(row, _MONTH)))
        rows = self.cx.execute(
            all_of(SettlementRow).where(own).order_by(SettlementRow.at, SettlementRow.id)
        )
        return tuple(
            ExitSettlement(**columns(row, _SETTLEMENT), months=tuple(months[row.id]))
            for row in rows
        )

    def put_settlement(self, settlement: ExitSettlement) -> None:
        """Insert or replace a settlement with its months."""
        self.upsert(SettlementRow, pick(settlement, _SETTLEMENT), "id")
        self.cx.execute(delete(SettledMonthRow).where(SettledMonthRow.settlement == settlement.id))
        rows = [
            {"settlement": settlement.id, "seq": seq, **pick(month, _MONTH)}
            for seq, month in enumerate(settlement.months)
        ]
        self.add_rows(SettledMonthRow, rows)


def _contract(row: Row[Any]) -> LabourContract:
    return LabourContract(
        **columns(row, _CONTRACT), pay_day=PayDay(row.pay_day, row.pay_next_month)
    )
