"""Labour contracts and agreements: made out, printed, signed, filed by their QR; the entry gate."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from desktop.domain.changes import Outcome
from desktop.domain.contract import LabourContract
from desktop.domain.contract_state import ContractState, Standing, changed_fields
from desktop.domain.documents import Document, DocumentKind, File
from desktop.domain.errors import Refused, Stale, WrongState
from desktop.domain.findings import Finding, stops
from desktop.domain.ids import ContractId, ProjectId, WorkerId
from desktop.domain.progress import SILENT, Progress
from desktop.ports.books import Books, OpenBooks, Seat
from desktop.ports.clock import Clock
from desktop.ports.contract_paper import DIGEST, ContractPaper, ContractPress, ScannedPage
from desktop.ports.sheets import UnreadableSheetError
from desktop.services.contracts import draft as drafts
from desktop.services.contracts import gate as entry_gate
from desktop.services.contracts import lines as shown
from desktop.services.contracts import scans
from desktop.services.contracts.draft import ContractDraft, ContractTerms, FillProposal
from desktop.services.contracts.entry import EntryPapers, touched
from desktop.services.contracts.gate import GateLine, GateReport
from desktop.services.contracts.keeping import Keeper
from desktop.services.contracts.lines import ContractLine
from desktop.services.contracts.scans import CHANGE, ScanReport, WholeContract
from desktop.services.contracts.text import paper_of
from desktop.services.evidence import read_scan

__all__ = [
    "ContractDraft", "ContractLine", "ContractTerms", "Contracts", "FillProposal", "GateLine",
    "GateReport", "ScanReport", "WholeContract",
]  # fmt: skip
_WITHOUT = frozenset({Standing.NONE, Standing.EXPIRED, Standing.ENDED})


class Contracts(EntryPapers):
    """What binds the workers of a project, and what they need before they come to work."""

    def __init__(
        self, *, books: OpenBooks, reads: OpenBooks, clock: Clock, seat: Seat, press: ContractPress
    ) -> None:
        super().__init__(books, reads, clock, Keeper(clock, seat))
        self._press = press

    def lines(self, project: ProjectId, day: date | None = None) -> tuple[ContractLine, ...]:
        """Return everyone on the roster with the standing of his contract on a day."""
        with self._reads() as books:
            return shown.lines(books, project, day or self._clock.today())

    def states(self, project: ProjectId, day: date | None = None) -> dict[WorkerId, ContractState]:
        """Return where everybody stands who ever had a contract in the project."""
        with self._reads() as books:
            return shown.states(books, project, day or self._clock.today())

    def unsigned(self, project: ProjectId) -> tuple[ContractLine, ...]:
        """Return who is on the site with a contract that waits for its signatures."""
        return self._here(project, {Standing.UNSIGNED})

    def expiring(self, project: ProjectId) -> tuple[ContractLine, ...]:
        """Return who is on the site with a contract that runs out within the days of notice."""
        return self._here(project, {Standing.EXPIRING})

    def without(self, project: ProjectId) -> tuple[ContractLine, ...]:
        """Return who is on the site without any contract."""
        return self._here(project, _WITHOUT)

    def findings(self, project: ProjectId) -> tuple[Finding, ...]:
        """Say what is wrong with the contracts of everyone on the site, and the insurance."""
        today = self._clock.today()
        with self._reads() as books:
            here = shown.lines(books, project, today)
            found = shown.findings_of(here, today)
            return (*found, *entry_gate.insured(books, books.projects.get(project), today))

    def of_worker(self, project: ProjectId, worker: WorkerId) -> tuple[LabourContract, ...]:
        """Return a worker's contracts in a project, oldest first."""
        with self._reads() as books:
            own = [one for one in books.contracts.of_worker(worker) if one.project == project]
        return tuple(sorted(own, key=lambda one: (one.begin, one.number)))

    def all(self, project: ProjectId) -> tuple[LabourContract, ...]:
        """Return every contract of a project by number."""
        with self._reads() as books:
            return books.contracts.of_project(project)

    def get(self, contract: ContractId) -> LabourContract:
        """Return one contract."""
        with self._reads() as books:
            return books.contracts.get(contract)

    def scan(self, contract: ContractId) -> Document | None:
        """Return the filed paper of a contract, None while there is none."""
        with self._reads() as books:
            found = books.contracts.get(contract).scan
            return books.documents.get(found) if found is not None else None

    # ---------------------------------------------------------------- made out and changed
    def propose(
        self,
        project: ProjectId,
        terms: ContractTerms,
        workers: Collection[WorkerId] | None = None,
    ) -> FillProposal:
        """Show what filling would write for everyone without a contract; nothing is written."""
        with self._reads() as books:
            site = books.projects.get(project)
            return drafts.propose(books, site, self._clock.today(), terms, workers)

    def fill(self, proposal: FillProposal) -> Outcome[tuple[LabourContract, ...]]:
        """Write the proposal's ready contracts, numbered anew by project and year.

        Raises:
            Refused: not one of them is ready.
            Stale: somebody has got a contract meanwhile.
        """
        ready = proposal.ready
        if not ready:
            held = (one for draft in proposal.held for one in draft.findings)
            raise Refused((*proposal.findings, *held))
        project = ready[0].contract.project
        with self._books() as books:
            known = books.contracts.of_project(project)
            for made in ready:
                _require_free(made, known)
            numbered = drafts.number_all(ready, known)
            written = tuple(books.contracts.put(made.contract) for made in numbered)
            books.journal.write("contract.fill", str(project), contracts=len(written))
            books.commit()
        return Outcome(written, touched(project))

    def put(self, contract: LabourContract) -> Outcome[LabourContract]:
        """Change a contract that nobody has signed; what was printed before no longer counts.

        Raises:
            WrongState: it is signed; another one has to be made.
            Refused: its dates or probation cannot be.
            Stale: somebody else changed it.
        """
        with self._books() as books:
            before = books.contracts.get(contract.id)
            _require_unsigned(before, "change")
            faults = tuple(drafts.faults_of(contract, books.workers.get(contract.worker).name))
            if stops(faults):
                raise Refused(faults)
            changed = changed_fields(before, contract)
            stored = books.contracts.put(contract)
            if changed:
                books.journal.write(
                    CHANGE,
                    str(contract.id),
                    before=before.digest[:DIGEST],
                    digest=contract.digest[:DIGEST],
                    fields=",".join(changed),
                )
            books.commit()
        return Outcome(stored, touched(contract.project))

    def remove(self, contracts: Iterable[ContractId]) -> Outcome[int]:
        """Remove contracts that nobody has signed, all of them or none. Raises WrongState."""
        wanted = tuple(contracts)
        with self._books() as books:
            found = [books.contracts.get(one) for one in wanted]
            for contract in found:
                _require_unsigned(contract, "remove")
                books.contracts.remove(contract.id)
                books.journal.write("contract.remove", str(contract.id), name=contract.number)
            books.commit()
        return Outcome(len(found), touched(found[0].project if found else None))

    # ---------------------------------------------------------------- paper
    def papers(self, contracts: Iterable[ContractId]) -> tuple[ContractPaper, ...]:
        """Read everything that printed contracts say (books are needed only here)."""
        with self._reads() as books:
            return tuple(_paper(books, books.contracts.get(one)) for one in contracts)

    def draw(self, papers: Sequence[ContractPaper], progress: Progress = SILENT) -> bytes:
        """Draw contracts that were read before as one PDF; needs no books, runs on any thread."""
        return self._press.draw(papers, progress)

    # ---------------------------------------------------------------- signed and ended
    def sign(
        self, contracts: Iterable[ContractId], day: date, scan: Path | None = None
    ) -> Outcome[int]:
        """Record that both sides signed on a day, with the paper's scan where there is one.

        Raises:
            WrongState: one is signed or ended already.
            WrongValue: the day is yet to come.
        """
        self._keeper.require_past(day)
        paper = read_scan(scan) if scan is not None else None
        with self._books() as books:
            found = [books.contracts.get(one) for one in contracts]
            for contract in found:
                _require_unsigned(contract, "sign")
                kept = contract.scan
                if paper is not None:
                    kept = self._keeper.keep(
                        books, contract.project, DocumentKind.CONTRACT_SCAN, paper
                    )
                books.contracts.put(replace(contract, signed=day, scan=kept))
                books.journal.write(
                    "contract.sign", str(contract.id), day=str(day), digest=contract.digest
                )
            books.commit()
        return Outcome(len(found), touched(found[0].project if found else None))

    def unsign(self, contract: ContractId) -> Outcome[LabourContract]:
        """Take back that a contract was signed; the scan stays with it. Raises WrongState."""
        with self._books() as books:
            found = books.contracts.get(contract)
            if found.signed is None or found.ended is not None:
                raise _wrong_state(found, "undo")
            stored = books.contracts.put(replace(found, signed=None))
            books.journal.write("contract.unsign", str(contract), before=str(found.signed))
            books.commit()
        return Outcome(stored, touched(found.project))

    def end(self, contract: ContractId, day: date | None) -> Outcome[LabourContract]:
        """Record on which day a signed contract was ended early; None takes it back.

        Raises:
            WrongState: nobody signed it (an unsigned one is removed).
            Refused: the day lies before its beginning.
        """
        with self._books() as books:
            found = books.contracts.get(contract)
            if found.signed is None:
                raise _wrong_state(found, "end")
            ended = replace(found, ended=day)
            if day is not None:
                name = books.workers.get(found.worker).name
                faults = tuple(drafts.faults_of(replace(found, end=day), name))
                if stops(faults) and day < found.begin:
                    raise Refused(faults)
            stored = books.contracts.put(ended)
            books.journal.write("contract.end", str(contract), ended=str(day or ""))
            books.commit()
        return Outcome(stored, touched(found.project))

    # ---------------------------------------------------------------- scans come back
    def read_scans(
        self, paths: Sequence[Path], progress: Progress = SILENT
    ) -> tuple[ScannedPage, ...]:
        """Read the pages of scanned files; needs no books, runs on any thread.

        Raises:
            Refused: a file is no PDF, PNG or JPEG, or damaged; every such file is named.
            FileTrouble: a file cannot be opened.
            Cancelled: the person asked to stop.
        """
        found: list[ScannedPage] = []
        unreadable: list[Finding] = []
        for done, path in enumerate(paths):
            progress.step(done, len(paths), "scan-files")
            try:
                found += self._press.pages(path, progress)
            except UnreadableSheetError as error:
                unreadable.append(scans.unreadable(path.name, error))
        progress.step(len(paths), len(paths), "scan-files")
        if unreadable:
            raise Refused(tuple(unreadable))
        return tuple(found)

    def match_scans(self, project: ProjectId, pages: Sequence[ScannedPage]) -> ScanReport:
        """Say which contracts the pages make whole and what cannot be filed; nothing is written."""
        with self._reads() as books:
            return scans.match(books, project, pages)

    def file_scans(
        self, project: ProjectId, pages: Sequence[ScannedPage], signed: date | None = None
    ) -> Outcome[ScanReport]:
        """File every whole contract as one PDF and mark it signed (today unless said).

        A contract that is signed already keeps its day unless one is given, and gets this paper.
        """
        day = signed or self._clock.today()
        self._keeper.require_past(day)
        with self._books() as books:
            report = scans.match(books, project, pages)
            for whole in report.whole:
                self._file(books, whole, day, again=signed is not None)
            books.commit()
        return Outcome(report, touched(project))

    def _file(self, books: Books, whole: WholeContract, day: date, *, again: bool) -> None:
        contract = whole.contract
        pdf = self._press.gather([page.pdf for page in whole.pages])
        name = f"{contract.number}.pdf"
        kind = DocumentKind.CONTRACT_SCAN
        kept = self._keeper.keep(books, contract.project, kind, File(name, pdf))
        keeps_day = contract.signed is not None and not again
        signed = contract.signed if keeps_day else day
        books.contracts.put(replace(contract, signed=signed, scan=kept))
        books.journal.write(
            "contract.scan",
            str(contract.id),
            day=str(signed),
            digest=contract.digest,
            pages=len(whole.pages),
        )

    def _here(self, project: ProjectId, wanted: Collection[Standing]) -> tuple[ContractLine, ...]:
        return tuple(
            line for line in self.lines(project) if line.is_here and line.state.standing in wanted
        )


def _paper(books: Books, contract: LabourContract) -> ContractPaper:
    project = books.projects.get(contract.project)
    companies = {company.id: company for company in books.projects.companies()}
    worker = books.workers.get(contract.worker)
    return paper_of(contract, worker, companies[contract.employer], project)


def _require_free(made: ContractDraft, known: Iterable[LabourContract]) -> None:
    """Refuse a second contract over days that another one covers already."""
    begin = made.contract.begin
    for other in known:
        if other.worker != made.contract.worker or other.ended is not None:
            continue
        if other.signed is None or other.end is None or other.end >= begin:
            raise Stale(kind="contract", name=made.name)


def _require_unsigned(contract: LabourContract, act: str) -> None:
    if contract.signed is not None or contract.ended is not None:
        raise _wrong_state(contract, act)


def _wrong_state(contract: LabourContract, act: str) -> WrongState:
    state = "unsigned" if contract.signed is None else "signed"
    state = f"contract_{'ended' if contract.ended is not None else state}"
    return WrongState(kind="contract", name=contract.number, state=state, act=act)
