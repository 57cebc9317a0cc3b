"""Papers that prove something: kept in the books beside what they prove."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from desktop.domain.contract import InsuranceProof, Training
from desktop.domain.documents import Document, DocumentKind, File
from desktop.domain.errors import Refused, WrongValue
from desktop.domain.findings import Code, Finding, Level
from desktop.domain.ids import DocumentId, ProjectId
from desktop.ports.books import Books, Seat
from desktop.ports.clock import Clock
from desktop.services.evidence import read_scan
from resources.words import phrase


class Keeper:
    """Keeps papers, trainings and insurance proofs in books that are open."""

    def __init__(self, clock: Clock, seat: Seat) -> None:
        self._clock = clock
        self._seat = seat

    def require_past(self, day: date) -> None:
        """Refuse a day that is yet to come. Raises WrongValue."""
        if day > self._clock.today():
            expected = phrase("contracts", "not_later", today=self._clock.today())
            raise WrongValue(field="signed", value=str(day), expected=expected)

    def keep(self, books: Books, project: ProjectId, kind: DocumentKind, paper: File) -> DocumentId:
        """Store a paper and return its id."""
        document = Document.of(project, kind, paper, self._seat.person, self._clock.now())
        books.documents.add(document)
        return document.id

    def training(self, books: Books, training: Training, path: Path | None) -> Training:
        """Store a training, its paper first. Raises Refused, WrongValue."""
        self.require_past(training.day)
        empty = [key for key, value in (
            ("name", training.name), ("hours", training.hours > 0), ("workers", training.workers)
        ) if not value]  # fmt: skip
        _require_full(empty, training.name)
        if path is not None:
            kind = DocumentKind.TRAINING_RECORD
            document = self.keep(books, training.project, kind, read_scan(path))
            training = replace(training, document=document)
        books.contracts.put_training(training)
        books.journal.write(
            "contract.training",
            str(training.id),
            day=str(training.day),
            passed=len(training.workers),
        )
        return training

    def insurance(self, books: Books, proof: InsuranceProof, path: Path | None) -> InsuranceProof:
        """Store a proof of insurance, its paper first. Raises Refused."""
        empty = [key for key in ("number", "insurer") if not getattr(proof, key)]
        _require_full(empty, proof.number)
        if proof.end is not None and proof.end < proof.begin:
            facts = {"begin": str(proof.begin), "end": str(proof.end)}
            raise Refused(
                (Finding(Code.CONTRACT_DATES, Level.STOP, None, "end", proof.number, facts),)
            )
        if path is not None:
            kind = DocumentKind.INSURANCE_PROOF
            document = self.keep(books, proof.project, kind, read_scan(path))
            proof = replace(proof, document=document)
        books.contracts.put_insurance(proof)
        books.journal.write(
            "contract.insurance",
            str(proof.id),
            since=str(proof.begin),
            ended=str(proof.end or ""),
            fen=proof.premium.fen,
        )
        return proof


def _require_full(empty: list[str], subject: str) -> None:
    if empty:
        raise Refused(
            tuple(
                Finding(
                    Code.REQUIRED_EMPTY,
                    Level.STOP,
                    column=key,
                    subject=subject,
                    facts={"field": f"contract.{key}"},
                )
                for key in empty
            )
        )
