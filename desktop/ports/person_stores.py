"""Stores of what belongs to single persons: contracts, trainings, pictures, watch lists."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Protocol

from desktop.domain.contract import InsuranceProof, LabourContract, Training
from desktop.domain.ids import ContractId, InsuranceId, ProjectId, TrainingId, WorkerId
from desktop.domain.likeness import Likeness, LikenessKind
from desktop.domain.settlement import ExitSettlement
from desktop.domain.watch import WatchEntry, WatchKind


class ContractStore(Protocol):
    """Labour contracts, trainings, insurance proofs, exit settlements."""

    def of_project(self, project: ProjectId) -> tuple[LabourContract, ...]:
        """Return a project's contracts by number."""

    def of_worker(self, worker: WorkerId) -> tuple[LabourContract, ...]: ...
    def get(self, contract: ContractId) -> LabourContract: ...
    def put(self, contract: LabourContract) -> LabourContract:
        """Insert or update; returns it with its new version. Raises Stale."""

    def remove(self, contract: ContractId) -> None: ...
    def trainings(self, project: ProjectId) -> tuple[Training, ...]:
        """Return trainings, oldest first."""

    def put_training(self, training: Training) -> None: ...
    def remove_training(self, training: TrainingId) -> None: ...
    def insurances(self, project: ProjectId) -> tuple[InsuranceProof, ...]: ...
    def put_insurance(self, proof: InsuranceProof) -> None: ...
    def remove_insurance(self, proof: InsuranceId) -> None: ...
    def settlements(self, project: ProjectId) -> tuple[ExitSettlement, ...]:
        """Return exit settlements, oldest first."""

    def put_settlement(self, settlement: ExitSettlement) -> None: ...


class LikenessStore(Protocol):
    """Sealed pictures and the wrapped keys of the persons they belong to."""

    def key(self, worker: WorkerId) -> bytes | None:
        """Return a person's wrapped key, None when he has none."""

    def put_key(self, worker: WorkerId, wrapped: bytes) -> None: ...
    def forget_key(self, worker: WorkerId) -> None:
        """Remove a person's key; what it sealed can never be opened again."""

    def kept(self, worker: WorkerId) -> tuple[Likeness, ...]: ...
    def put(self, likeness: Likeness) -> None:
        """Store (replace) a picture of its kind."""

    def remove(self, worker: WorkerId, kind: LikenessKind) -> None: ...
    def due(self, day: date) -> tuple[Likeness, ...]:
        """Return pictures whose day of deletion has come (`sealed` may be left empty)."""

    def with_kind(self, project: ProjectId, kind: LikenessKind) -> frozenset[WorkerId]:
        """Return the workers of a project of whom one is kept."""


class WatchStore(Protocol):
    """Blacklists and bad-record lists."""

    def all(self) -> tuple[WatchEntry, ...]: ...
    def by_id_numbers(self, numbers: Iterable[str]) -> tuple[WatchEntry, ...]: ...
    def replace(self, kind: WatchKind, source: str, entries: Iterable[WatchEntry]) -> None:
        """Replace everything of one list of one source."""
