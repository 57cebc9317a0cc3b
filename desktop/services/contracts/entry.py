"""What everyone needs before he comes to work: the gate, trainings, the project's insurance."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from desktop.domain.changes import Changes, Outcome, Topic
from desktop.domain.contract import InsuranceProof, Training
from desktop.domain.documents import Document
from desktop.domain.findings import Finding
from desktop.domain.ids import DocumentId, InsuranceId, ProjectId, TrainingId
from desktop.domain.months import WageMonth
from desktop.ports.books import OpenBooks
from desktop.ports.clock import Clock
from desktop.services.contracts import gate as entry_gate
from desktop.services.contracts.gate import GateReport
from desktop.services.contracts.keeping import Keeper


def touched(project: ProjectId | None) -> Changes:
    """Say that a project's contracts, trainings or insurance were touched."""
    return Changes.of(Topic.CONTRACTS, project=project)


class EntryPapers:
    """Trainings and insurance proofs, and who had what when he came to work."""

    def __init__(self, books: OpenBooks, reads: OpenBooks, clock: Clock, keeper: Keeper) -> None:
        self._books = books
        self._reads = reads
        self._clock = clock
        self._keeper = keeper

    def document(self, document: DocumentId) -> Document:
        """Return a kept paper."""
        with self._reads() as books:
            return books.documents.get(document)

    def gate(self, project: ProjectId, when: WageMonth | date) -> GateReport:
        """Look at everyone who worked in a month or on a day and what he had by then."""
        first, last = (when.first, when.last) if isinstance(when, WageMonth) else (when, when)
        with self._reads() as books:
            return entry_gate.gate(books, books.projects.get(project), first, last)

    def trainings(self, project: ProjectId) -> tuple[Training, ...]:
        """Return a project's safety trainings, oldest first."""
        with self._reads() as books:
            return books.contracts.trainings(project)

    def put_training(self, training: Training, paper: Path | None = None) -> Outcome[Training]:
        """Record (replace) a training with its paper. Raises Refused, WrongValue."""
        with self._books() as books:
            stored = self._keeper.training(books, training, paper)
            books.commit()
        return Outcome(stored, touched(training.project))

    def remove_training(self, project: ProjectId, training: TrainingId) -> Outcome[None]:
        """Remove a training that was recorded by mistake."""
        with self._books() as books:
            books.contracts.remove_training(training)
            books.journal.write("contract.training_remove", str(training))
            books.commit()
        return Outcome(None, touched(project))

    def insurances(self, project: ProjectId) -> tuple[InsuranceProof, ...]:
        """Return the proofs of a project's work-injury insurance, oldest first."""
        with self._reads() as books:
            return books.contracts.insurances(project)

    def insurance_findings(self, project: ProjectId) -> tuple[Finding, ...]:
        """Say what is wrong with a project's insurance today."""
        with self._reads() as books:
            site = books.projects.get(project)
            return tuple(entry_gate.insured(books, site, self._clock.today()))

    def put_insurance(
        self, proof: InsuranceProof, paper: Path | None = None
    ) -> Outcome[InsuranceProof]:
        """Record (replace) a proof of insurance with its paper. Raises Refused, WrongValue."""
        with self._books() as books:
            stored = self._keeper.insurance(books, proof, paper)
            books.commit()
        return Outcome(stored, touched(proof.project))

    def remove_insurance(self, project: ProjectId, proof: InsuranceId) -> Outcome[None]:
        """Remove a proof that was recorded by mistake."""
        with self._books() as books:
            books.contracts.remove_insurance(proof)
            books.journal.write("contract.insurance_remove", str(proof))
            books.commit()
        return Outcome(None, touched(project))
