"""The exit settlement as an act: shown, printed, signed; refused while something is owed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from desktop.domain.changes import Changes, Outcome, Topic
from desktop.domain.company import CompanyRole
from desktop.domain.documents import Document, DocumentKind
from desktop.domain.errors import FileTrouble, Refused, Unknown
from desktop.domain.findings import Code, Finding, Level
from desktop.domain.ids import ProjectId, WorkerId
from desktop.domain.movement import jobs_in
from desktop.domain.settlement import ExitSettlement
from desktop.ports.books import Books, OpenBooks, Seat
from desktop.ports.clock import Clock
from desktop.ports.paper import Paper
from desktop.ports.settlement_paper import SettlementPaper
from desktop.services.evidence import read_scan
from desktop.services.movements.settlement import SettlementView, view_of
from resources import words


class LeavingPart:
    """Settlements of workers who leave."""

    def __init__(
        self, *, books: OpenBooks, reads: OpenBooks, clock: Clock, seat: Seat, paper: Paper
    ) -> None:
        self._books = books
        self._reads = reads
        self._clock = clock
        self._seat = seat
        self._paper = paper

    def settlement(self, worker: WorkerId, project: ProjectId) -> ExitSettlement:
        """Return what was due to a worker and what was paid, month by month."""
        return self.settlement_view(worker, project).settlement

    def settlement_view(self, worker: WorkerId, project: ProjectId) -> SettlementView:
        """Return a worker's settlement with everything that keeps it open.

        Raises:
            Unknown: he never belonged to the project.
        """
        with self._reads() as books:
            return self._view(books, worker, project)

    def settlements(self, project: ProjectId) -> tuple[ExitSettlement, ...]:
        """Return the settlements printed or signed in a project, oldest first."""
        with self._reads() as books:
            return books.contracts.settlements(project)

    def _view(self, books: Books, worker_id: WorkerId, project: ProjectId) -> SettlementView:
        worker = books.workers.get(worker_id)
        if not jobs_in(worker, project):
            raise Unknown(kind="worker", name=worker.name)
        stamp = (self._seat.person, self._clock.now(), self._clock.today())
        return view_of(books, worker, books.projects.get(project), stamp)

    def print_settlement(self, worker: WorkerId, project: ProjectId) -> Outcome[bytes]:
        """Draw the sheet and keep its figures, so that what is signed is what was printed.

        Raises:
            Refused: a character cannot be drawn.
        """
        with self._reads() as books:
            view = self._view(books, worker, project)
            people = {one.id: one.name for one in books.people.all()}
        pdf = self._paper.exit_settlement(self._facts(view, people.get(self._seat.person, "")))
        with self._books() as books:
            self._keep(books, view.settlement)
            books.commit()
        return Outcome(pdf, _changes(project))

    def _keep(self, books: Books, settlement: ExitSettlement) -> None:
        known = {one.id for one in books.contracts.settlements(settlement.project)}
        if settlement.id not in known:
            books.contracts.put_settlement(settlement)
            books.journal.write(
                "roster.settlement", str(settlement.worker), digest=settlement.digest
            )

    def _facts(self, view: SettlementView, prepared_by: str) -> SettlementPaper:
        contractor = view.project.member(CompanyRole.GENERAL_CONTRACTOR)
        return SettlementPaper(
            view.settlement,
            view.project.name,
            contractor.company.name if contractor else "",
            view.company,
            view.worker.name,
            view.worker.id_number,
            view.worker.phone,
            view.team_name,
            view.trade,
            view.entry,
            view.reason,
            prepared_by,
            self._clock.today(),
            tuple(_said(one) for one in view.open),
        )

    def sign_settlement(
        self, worker: WorkerId, project: ProjectId, scan: Path, day: date
    ) -> Outcome[ExitSettlement]:
        """Record that the printed sheet was signed, with its scan as evidence.

        Raises:
            Refused: something is still owed, unpaid or not on a locked sheet; he has not left;
                or the scan bears the code of another sheet.
        """
        file = read_scan(scan)
        found = self._codes(file.content)
        with self._books() as books:
            view = self._view(books, worker, project)
            findings = [*view.open, *_not_gone(view, project), *_of_another(view, found)]
            if findings:
                raise Refused(tuple(findings))
            document = Document.of(
                project, DocumentKind.SETTLEMENT_SCAN, file, self._seat.person, self._clock.now()
            )
            books.documents.add(document)
            signed = replace(view.settlement, signed_on=day, scan=document.id)
            books.contracts.put_settlement(signed)
            books.journal.write(
                "roster.settled", str(worker), digest=signed.digest, evidence=document.sha256
            )
            books.commit()
        return Outcome(signed, _changes(project))

    def _codes(self, content: bytes) -> tuple[str, ...]:
        """Read the codes of a scan; one that cannot be looked at is kept as it is."""
        try:
            return self._paper.read_qr(content)
        except FileTrouble:
            return ()


def _not_gone(view: SettlementView, project: ProjectId) -> list[Finding]:
    if jobs_in(view.worker, project)[-1].exit is not None:
        return []
    return [Finding(Code.STILL_ON_SITE, Level.STOP, subject=view.worker.name)]


def _of_another(view: SettlementView, found: tuple[str, ...]) -> list[Finding]:
    """Refuse a scan that bears codes of settlements, and not of this one."""
    codes = [text for text in found if text.startswith("AE1/")]
    wanted = f"AE1/{view.settlement.id.hex[:8]}/{view.settlement.digest[:12]}/"
    if not codes or any(text.startswith(wanted) for text in codes):
        return []
    return [Finding(Code.SCAN_OF_ANOTHER, Level.STOP, subject=view.worker.name)]


def _said(finding: Finding) -> str:
    facts = {"subject": finding.subject, "column": finding.column, **finding.facts}
    return words.finding(finding.code.value, facts).text


def _changes(project: ProjectId) -> Changes:
    return Changes.of(Topic.ROSTER, Topic.CONTRACTS, project=project)
