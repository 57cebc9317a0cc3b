"""Signed wage sheets file themselves: read, sort, let a person look, then register."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path

from desktop.domain.changes import Outcome
from desktop.domain.errors import Unknown
from desktop.domain.findings import Finding
from desktop.domain.ids import LineId, ProjectId, SheetId
from desktop.domain.months import WageMonth
from desktop.domain.payroll import WageSheet
from desktop.domain.progress import SILENT, Progress
from desktop.ports.books import Books, OpenBooks
from desktop.ports.paper import PaperSize
from desktop.ports.scans import ReadPage, SheetScans, key_of
from desktop.ports.sheets import UnreadableSheetError
from desktop.services.contracts.scans import unreadable
from desktop.services.documents import Documents
from desktop.services.evidence import read_scan
from desktop.services.payroll.changes import CHANGE, changed_of
from desktop.services.scanning.report import ScanFacts, ScanReport, Source
from desktop.services.scanning.sorting import sort
from desktop.services.signing import ScanClaim, Signing

_LOOK_BACK = 100_000


class Scanning:
    """Scans of signed wage sheets, from the file to the registered signature."""

    def __init__(
        self, *, reads: OpenBooks, documents: Documents, signing: Signing, scans: SheetScans
    ) -> None:
        self._reads = reads
        self._documents = documents
        self._signing = signing
        self._scans = scans

    def facts(self, project: ProjectId, month: WageMonth | None = None) -> ScanFacts:
        """Read what the books say of the sheets that may come back.

        Raises:
            Unknown: there is no sheet (of that month).
        """
        with self._reads() as books:
            months = [month] if month is not None else books.sheets.months(project)
        papers = [paper for one in months for paper in self._documents.papers(project, one)]
        if not papers:
            raise Unknown(kind="sheet", name=str(month or ""))
        with self._reads() as books:
            changes = _changes(books, [paper.sheet for paper in papers])
        return ScanFacts(
            project=project,
            month=month,
            papers={key_of(paper.sheet): paper for paper in papers},
            changes=changes,
        )

    def read(
        self, facts: ScanFacts, paths: Sequence[Path], progress: Progress = SILENT
    ) -> ScanReport:
        """Read scanned files and sort their pages; needs no books, runs on any thread.

        A file that cannot be read is a finding; the others are read nevertheless.

        Raises:
            FileTrouble: a file cannot be opened.
            Refused: one is empty.
            Cancelled: the person asked to stop.
        """
        pages: list[tuple[str, ReadPage]] = []
        findings: list[Finding] = []
        sources: dict[str, Source] = {}
        for done, path in enumerate(paths):
            progress.step(done, len(paths), "scan-files")
            file = read_scan(path)
            digest = hashlib.sha256(file.content).hexdigest()
            try:
                pages += [
                    (digest, page) for page in self._scans.pages(path, facts.papers, progress)
                ]
            except UnreadableSheetError as error:
                findings.append(unreadable(path.name, error))
            else:
                sources[digest] = Source(file.name, file.media_type, file.content)
        progress.step(len(paths), len(paths), "scan-files")
        return sort(facts, pages, findings, sources, self._totals(facts, pages))

    def _totals(
        self, facts: ScanFacts, pages: Sequence[tuple[str, ReadPage]]
    ) -> dict[SheetId, int]:
        """Say how many pages the sheets of a named month have of which no page came back."""
        if facts.month is None:
            return {}
        seen = {page.code.key for _, page in pages if page.code is not None}
        size = next((page.size for _, page in pages if page.size is not None), PaperSize.A4)
        return {
            paper.sheet.id: self._scans.places(paper, size)[1]
            for key, paper in facts.papers.items()
            if key not in seen
        }

    def accept(
        self,
        report: ScanReport,
        confirmed: Collection[LineId] = (),
        rejected: Collection[LineId] = (),
    ) -> Outcome[int]:
        """Register the paper signatures of boxes judged filled, with their files as evidence.

        Args:
            report: what was read.
            confirmed: lines of doubtful boxes of which a person says that they are signed.
            rejected: lines of filled boxes of which a person says that they are not.

        Raises:
            Stale: a sheet was changed meanwhile.
            WrongState: a sheet was audited or locked meanwhile.
            Unknown: a confirmed line was not doubtful.
        """
        doubtful = {box.line.id for box in report.doubtful}
        if strange := set(confirmed) - doubtful:
            raise Unknown(kind="line", name=str(next(iter(strange))))
        wanted = [
            box
            for box in report.boxes
            if (box.is_new and box.line.id not in rejected) or box.line.id in confirmed
        ]
        by_paper: dict[tuple[SheetId, str], set[LineId]] = defaultdict(set)
        for box in wanted:
            by_paper[box.sheet, box.source].add(box.line.id)
        sheets = {paper.sheet.id: paper.sheet for paper in report.facts.papers.values()}
        sources = dict(_named(report.sources))
        claims = [
            ScanClaim(
                sheet=sheet,
                digest=sheets[sheet].digest,
                lines=frozenset(lines),
                name=sources[source].name,
                media_type=sources[source].media_type,
                content=sources[source].content,
            )
            for (sheet, source), lines in by_paper.items()
        ]
        counts = {
            "pages": len(report.pages),
            "confirmed": len(set(confirmed)),
            "rejected": len(set(rejected)),
        }
        return self._signing.sign_by_scans(report.facts.project, claims, counts)


def _named(sources: Iterable[Source]) -> Iterable[tuple[str, Source]]:
    for source in sources:
        yield hashlib.sha256(source.content).hexdigest(), source


def _changes(
    books: Books, sheets: Sequence[WageSheet]
) -> dict[SheetId, tuple[tuple[str, Mapping[str, frozenset[str]]], ...]]:
    """Return what changed on sheets since they were first made, from the journal's own words."""
    wanted = {str(sheet.id): sheet for sheet in sheets}
    names = {str(line.worker): line.name for sheet in sheets for line in sheet.lines}
    project = sheets[0].project
    found: dict[SheetId, list[tuple[str, Mapping[str, frozenset[str]]]]] = defaultdict(list)
    for entry in reversed(books.journal.entries(_LOOK_BACK)):
        if entry.action != CHANGE or entry.subject not in wanted:
            continue
        lines = changed_of(entry.body.get("changed"))
        if any(worker not in names for worker, _ in lines):
            people = books.workers.of_project(project)
            names = {**{str(one.id): one.name for one in people}, **names}
        said = {names.get(worker, worker[:8]): frozenset(fields) for worker, fields in lines}
        found[wanted[entry.subject].id].append((str(entry.body.get("before", "")), said))
    return {sheet: tuple(steps) for sheet, steps in found.items()}
