"""The roster: a workbook is checked, shown, accepted and can be taken back."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from desktop.domain.changes import Changes, Outcome, Topic
from desktop.domain.errors import FileTrouble, Refused, Stale
from desktop.domain.findings import Finding, Level, stops
from desktop.domain.ids import ImportId, ProjectId, WorkerId, new_id
from desktop.domain.imports import ImportChange, ImportKind, ImportRecord
from desktop.domain.progress import SILENT, Progress
from desktop.domain.project import Team
from desktop.domain.worker import Card, Worker
from desktop.ports.books import Books, OpenBooks, Seat
from desktop.ports.clock import Clock
from desktop.ports.sheets import Sheet, SheetReader, UnreadableSheetError
from desktop.ports.views import RosterLine
from desktop.services.roster import books as roster_books
from desktop.services.roster import checks as worker_checks
from desktop.services.roster import undo as roster_undo
from desktop.services.roster.books import finding_of
from desktop.services.roster.initials import initials_of
from desktop.services.roster.merge import Merger
from desktop.services.roster.rows import Entry, RowReader
from desktop.services.roster.sheet import read_table
from desktop.services.roster.text import text_of
from resources.words import phrase

SafeCopy = Callable[[str], object]


@dataclass(frozen=True, slots=True)
class RosterProposal:
    """What accepting a file would do; nothing is written."""

    project: ProjectId
    file_name: str
    sha256: str
    rows: int
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    findings: tuple[Finding, ...] = ()
    workers: tuple[Worker, ...] = ()
    """New and changed workers, complete."""
    teams: tuple[Team, ...] = ()
    """Teams that would be made."""
    before: Mapping[WorkerId, Worker] = field(default_factory=dict)
    """Changed workers as they are."""


class Roster:
    """The real-name roster (实名制名册) of the projects."""

    def __init__(
        self,
        *,
        books: OpenBooks,
        reads: OpenBooks,
        clock: Clock,
        seat: Seat,
        safe_copy: SafeCopy,
        read_sheets: SheetReader,
    ) -> None:
        self._books = books
        self._reads = reads
        self._clock = clock
        self._seat = seat
        self._safe_copy = safe_copy
        self._read_sheets = read_sheets

    def read(
        self, path: Path, project_id: ProjectId, progress: Progress = SILENT
    ) -> RosterProposal:
        """Read and check a roster file and compare it with the books; nothing is written."""
        empty = RosterProposal(project_id, path.name, _digest(path), 0)
        progress.step(0, 3, "roster-read")
        try:
            sheets = self._read_sheets(path)
        except UnreadableSheetError as error:
            facts = {"detail": phrase("unreadable", error.detail)} if error.detail else {}
            return replace(empty, findings=(Finding(error.code, Level.STOP, facts=facts),))
        progress.step(1, 3, "roster-check")
        with self._reads() as books:
            return self._propose(books, empty, sheets, progress)

    def _propose(
        self, books: Books, empty: RosterProposal, sheets: list[Sheet], progress: Progress
    ) -> RosterProposal:
        project, today = books.projects.get(empty.project), self._clock.today()
        table = read_table(sheets)
        reader = RowReader(table, roster_books.employers(project), today)
        entries = reader.entries()
        progress.step(2, 3, "roster-compare")
        present = books.workers.of_project(project.id)
        known = {worker.id_number: worker for worker in present}
        strangers = [e.id_number for e in entries if e.id_number not in known]
        known |= books.workers.by_id_numbers(strangers)
        reader.findings += roster_books.clashes(reader, entries, present, project.id)
        if not stops(reader.findings):
            reader.findings += roster_books.gone(table, present, project.id, today)
        merger = _merger(books, project.id, today, reader, entries)
        workers, before, unchanged = _merge_all(merger, entries, known)
        progress.step(3, 3, "roster-compare")
        return replace(
            empty,
            rows=len(table.rows),
            new=len(workers) - len(before),
            changed=len(before),
            unchanged=unchanged,
            findings=_in_order(reader.findings),
            workers=workers,
            teams=tuple(merger.new_teams.values()),
            before=before,
        )

    def accept(
        self, proposal: RosterProposal, progress: Progress = SILENT
    ) -> Outcome[ImportRecord]:
        """Write what a proposal says, all of it or nothing.

        Raises:
            Refused: it has findings that stop it.
            Stale: a worker was changed since it was read.
        """
        if stops(proposal.findings):
            raise Refused(proposal.findings)
        self._safe_copy("import")
        with self._books() as books:
            _require_fresh(books, proposal)
            record = books.imports.add(self._record(proposal))
            for team in proposal.teams:
                books.projects.put_team(team)
            books.workers.put_all(proposal.workers, progress)
            books.journal.write(
                "roster.import",
                str(record.id),
                digest=proposal.sha256,
                rows=proposal.rows,
                new=proposal.new,
                changed=proposal.changed,
            )
            books.commit()
        return Outcome(record, _changes(proposal.project))

    def _record(self, proposal: RosterProposal) -> ImportRecord:
        changes = [ImportChange("team", str(t.id), "", text_of(t)) for t in proposal.teams]
        for worker in proposal.workers:
            before = proposal.before.get(worker.id)
            old = text_of(before) if before else ""
            changes.append(ImportChange("worker", str(worker.id), old, text_of(worker)))
        return ImportRecord(
            ImportId(new_id()),
            0,
            proposal.project,
            ImportKind.ROSTER,
            proposal.file_name,
            proposal.sha256,
            "roster",
            self._seat.person,
            self._clock.now(),
            proposal.rows,
            proposal.new,
            tuple(changes),
        )

    def undo(self, import_id: ImportId) -> Outcome[tuple[Finding, ...]]:
        """Take an import back; what has been built upon or changed since stays and is listed.

        Raises:
            WrongState: it was taken back already.
        """
        self._safe_copy("undo")
        with self._books() as books:
            record = books.imports.get(import_id)
            kept = roster_undo.undo(books, record, self._clock.now())
            books.journal.write("roster.undo", str(record.id), kept=len(kept))
            books.commit()
        return Outcome(kept, _changes(record.project))

    def lines(self, project_id: ProjectId, on: date | None = None) -> tuple[RosterLine, ...]:
        """Return the roster, sorted by subcontractor, team, name."""
        with self._reads() as books:
            return books.views.roster(project_id, on)

    def worker(self, worker_id: WorkerId) -> Worker:
        """Return one worker with everything."""
        with self._reads() as books:
            return books.workers.get(worker_id)

    def imports(self, project_id: ProjectId) -> tuple[ImportRecord, ...]:
        """Return the imports of a project, newest first."""
        with self._reads() as books:
            return books.imports.recent(project_id, ImportKind.ROSTER)

    def check_worker(self, worker: Worker) -> tuple[Finding, ...]:
        """Check a worker as typed into the form, like a row of a file."""
        faults = worker_checks.check_worker(worker, self._clock.today())
        return tuple(finding_of(fault, worker) for fault in faults)

    def put_worker(self, worker: Worker) -> Outcome[Worker]:
        """Write a worker as the form has him.

        Raises:
            Refused: something in it stops it, or card or identity number are another's.
        """
        return self._put(replace(worker, initials=initials_of(worker.name)), "roster.worker")

    def change_card(self, worker_id: WorkerId, card: Card) -> Outcome[Worker]:
        """Give a worker another card, from today on unless the card says otherwise.

        Raises:
            Refused: the number cannot be, or is another worker's.
        """
        since = card.since or self._clock.today()
        worker = self.worker(worker_id)
        kept = tuple(one for one in worker.cards if one.since != since)
        fresh = replace(card, since=since if kept else card.since)
        return self._put(replace(worker, cards=(*kept, fresh)), "roster.card")

    def reveal(self, worker_id: WorkerId) -> Outcome[Worker]:
        """Return a worker whose numbers somebody wants to see in full; the journal keeps who."""
        with self._books() as books:
            worker = books.workers.get(worker_id)
            books.journal.write("roster.reveal", str(worker_id))
            books.commit()
        return Outcome(worker, Changes(frozenset()))

    def _put(self, worker: Worker, action: str) -> Outcome[Worker]:
        with self._books() as books:
            findings = (
                *self.check_worker(worker),
                *roster_books.taken(books, worker, self._clock.today()),
            )
            if stops(findings):
                raise Refused(findings)
            stored = books.workers.put(worker)
            books.journal.write(action, str(worker.id), version=stored.version)
            books.commit()
        return Outcome(stored, Changes.of(Topic.ROSTER, Topic.ATTENDANCE, Topic.WAGES))


def _merger(
    books: Books, project: ProjectId, today: date, reader: RowReader, entries: list[Entry]
) -> Merger:
    return Merger(
        project,
        today,
        roster_books.open_from(books, project),
        {entry.device_number: entry for entry in entries if entry.device_number},
        {(team.subcontractor, team.name): team for team in books.projects.teams(project)},
        {},
        lambda entry, fault: reader.add(entry.row, entry.name, fault),
    )


def _merge_all(
    merger: Merger, entries: list[Entry], known: Mapping[str, Worker]
) -> tuple[tuple[Worker, ...], dict[WorkerId, Worker], int]:
    workers: list[Worker] = []
    before: dict[WorkerId, Worker] = {}
    unchanged = 0
    for entry in entries:
        old = known.get(entry.id_number)
        worker = merger.merge(entry, old)
        if worker == old:
            unchanged += 1
            continue
        workers.append(worker)
        if old is not None:
            before[worker.id] = old
    return tuple(workers), before, unchanged


def _in_order(findings: list[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=lambda finding: finding.row or 0))


def _require_fresh(books: Books, proposal: RosterProposal) -> None:
    """Refuse to write over what somebody changed since the file was read."""
    present = books.workers.by_id_numbers([worker.id_number for worker in proposal.workers])
    for worker in proposal.workers:
        old, found = proposal.before.get(worker.id), present.get(worker.id_number)
        if (found is None) != (old is None) or (found and old and found.version != old.version):
            raise Stale(kind="worker", name=worker.name)


def _changes(project: ProjectId) -> Changes:
    return Changes.of(Topic.ROSTER, Topic.PROJECT, Topic.ATTENDANCE, Topic.WAGES, project=project)


def _digest(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise FileTrouble(path=str(path), detail=error.strerror or str(error)) from error
