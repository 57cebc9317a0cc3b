"""Rosters come in: a file is read, mended, compared, accepted, and can be taken back."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from desktop.domain import movement
from desktop.domain.attendance import BEIJING
from desktop.domain.changes import Changes, Outcome, Topic
from desktop.domain.errors import FileTrouble, Refused, Stale, WrongState
from desktop.domain.findings import Code, Finding, Level, stops
from desktop.domain.ids import ImportId, ProjectId, WorkerId, new_id
from desktop.domain.imports import ImportChange, ImportKind, ImportRecord
from desktop.domain.progress import SILENT, Progress
from desktop.domain.worker import Worker
from desktop.ports.books import Books, OpenBooks, Seat
from desktop.ports.clock import Clock
from desktop.ports.sheets import Sheet, SheetReader, UnreadableSheetError
from desktop.ports.tables import Table
from desktop.services.roster import rest
from desktop.services.roster import undo as roster_undo
from desktop.services.roster.columns import ColumnMap
from desktop.services.roster.compare import Compare, Merged, OnLists
from desktop.services.roster.initials import initials_of
from desktop.services.roster.present import Present
from desktop.services.roster.proposal import Edits, RosterProposal
from desktop.services.roster.sheet import RosterTable, read_table
from desktop.services.roster.text import text_of
from resources.words import phrase

SafeCopy = Callable[[str], object]
WriteTable = Callable[[Path, Table], object]
"""Writes a table as a workbook."""
KIND = "roster"
"""Kind of remembered maps."""
_READ_STEPS = 3
_NOBODY: frozenset[int] = frozenset()


class RosterIntake:
    """Reads, mends, accepts and takes back roster files."""

    def __init__(  # noqa: PLR0913 - a service is given its world
        self,
        *,
        books: OpenBooks,
        reads: OpenBooks,
        clock: Clock,
        seat: Seat,
        safe_copy: SafeCopy,
        read_sheets: SheetReader,
        write_table: WriteTable,
        on_lists: OnLists = lambda *_: (),
    ) -> None:
        self._books = books
        self._reads = reads
        self._clock = clock
        self._seat = seat
        self._safe_copy = safe_copy
        self._read_sheets = read_sheets
        self._write_table = write_table
        self._on_lists = on_lists

    def read(
        self,
        path: Path,
        project_id: ProjectId,
        progress: Progress = SILENT,
        *,
        sender: str = "",
        mapping: ColumnMap | None = None,
    ) -> RosterProposal:
        """Read and check a roster file and compare it with the books; nothing is written.

        Args:
            path: the file.
            project_id: whose roster.
            progress: told each step; may stop it.
            sender: whose way of writing tables is meant; remembered when the file is accepted.
            mapping: which column is which; empty: by the titles, and as this sender's last file.
        """
        base = RosterProposal(project_id, path.name, _digest(path), 0, sender=sender)
        progress.step(0, _READ_STEPS, "roster-read")
        try:
            sheets = self._read_sheets(path)
        except UnreadableSheetError as error:
            facts = {"detail": phrase("unreadable", error.detail)} if error.detail else {}
            return replace(base, findings=(Finding(error.code, Level.STOP, facts=facts),))
        with self._reads() as books:
            base = _laid_out(base, sheets, books.imports.mappings(KIND), mapping)
            present = Present.read(books, project_id)
            earlier = books.imports.recent(project_id, ImportKind.ROSTER)
            base = replace(base, present=present, seen_before=_seen(earlier, base.sha256))
            return self._compare(present).propose(books, base, _NOBODY, progress)

    def diff(
        self, path: Path, project_id: ProjectId, progress: Progress = SILENT
    ) -> RosterProposal:
        """Compare a file with the roster; nothing is written, now or later."""
        return self.read(path, project_id, progress)

    def recheck(
        self,
        proposal: RosterProposal,
        edits: Edits,
        left_out: frozenset[int] = _NOBODY,
        progress: Progress = SILENT,
    ) -> RosterProposal:
        """Check the file again with what a person typed instead and without some rows.

        Args:
            proposal: as read.
            edits: every mended cell, also those mended before.
            left_out: rows that are not to go in.
            progress: told each step; may stop it.
        """
        if proposal.present is None:
            return proposal
        with self._reads() as books:
            base = replace(proposal, edits=dict(edits))
            compare = self._compare(proposal.present)
            return compare.propose(books, base, left_out, progress)

    def only_good(self, proposal: RosterProposal, progress: Progress = SILENT) -> RosterProposal:
        """Leave out every row that something stops; what stops the whole file still does."""
        left = frozenset(one.row for one in proposal.left_out)
        while True:
            bad = {f.row for f in proposal.findings if f.row and f.level is Level.STOP}
            if not bad:
                return proposal
            left |= bad
            proposal = self.recheck(proposal, proposal.edits, left, progress)

    def accept(
        self,
        proposal: RosterProposal,
        progress: Progress = SILENT,
        *,
        approved: frozenset[str] | None = None,
        exits: Mapping[WorkerId, date] | None = None,
    ) -> Outcome[ImportRecord]:
        """Write what a proposal says, all of it or nothing.

        Args:
            proposal: as read and mended.
            progress: told how far it is.
            approved: keys of the differences that may go in; None: all of them.
            exits: last days of workers whom the file does not name any more; others stay.

        Raises:
            Refused: it has findings that stop it, or a last day lies before the first.
            Stale: a worker was changed since it was read.
        """
        if stops(proposal.findings):
            raise Refused(proposal.findings)
        merged = self._wanted(proposal, approved, exits or {})
        self._safe_copy("import")
        with self._books() as books:
            _require_fresh(books, merged)
            record = books.imports.add(self._record(proposal, merged))
            for team in merged.teams:
                books.projects.put_team(team)
            books.workers.put_all(merged.workers, progress)
            if proposal.sender:
                books.imports.put_mapping(KIND, proposal.sender, proposal.columns.as_text())
            books.journal.write(
                "roster.import",
                str(record.id),
                digest=proposal.sha256,
                rows=proposal.rows,
                new=record.new,
                changed=len(merged.before),
            )
            books.commit()
        return Outcome(record, _changes(proposal.project))

    def _wanted(
        self,
        proposal: RosterProposal,
        approved: frozenset[str] | None,
        exits: Mapping[WorkerId, date],
    ) -> Merged:
        """Return what of a proposal is to be written."""
        merged = Merged(proposal.workers, proposal.teams, dict(proposal.before))
        present = proposal.present
        if present is None:
            return _with_initials(merged)
        if approved is not None:
            merged = self._compare(present).approved(proposal, approved)
        return _with_exits(_with_initials(merged), present, exits)

    def _record(self, proposal: RosterProposal, merged: Merged) -> ImportRecord:
        changes = [ImportChange("team", str(t.id), "", text_of(t)) for t in merged.teams]
        for worker in merged.workers:
            before = merged.before.get(worker.id)
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
            len(merged.workers) - len(merged.before),
            tuple(changes),
            rest.refused_lines(proposal),
        )

    def undo(self, import_id: ImportId) -> Outcome[tuple[Finding, ...]]:
        """Take an import back, also days later; what has been built upon since stays, listed.

        Raises:
            WrongState: it was taken back already, or is no import of a roster or of cards.
        """
        self._safe_copy("undo")
        with self._books() as books:
            record = books.imports.get(import_id)
            if record.kind not in {ImportKind.ROSTER, ImportKind.CARDS}:
                raise WrongState(kind="import", name=record.file_name, state="other", act="undo")
            kept = roster_undo.undo(books, record, self._clock.now())
            books.journal.write("roster.undo", str(record.id), kept=len(kept))
            books.commit()
        return Outcome(kept, _changes(record.project))

    def imports(self, project_id: ProjectId) -> tuple[ImportRecord, ...]:
        """Return the imports of a project, newest first."""
        with self._reads() as books:
            return books.imports.recent(project_id, ImportKind.ROSTER)

    def save_rest(self, source: RosterProposal | ImportRecord, path: Path) -> Outcome[int]:
        """Write the rows that were left out, each with its reason, as a workbook; counts them.

        Raises:
            FileTrouble, DiskFull: as named; nothing half done stays behind.
        """
        lines = rest.refused_lines(source) if isinstance(source, RosterProposal) else source.refused
        table = rest.table_of(lines)
        if table is None:
            return Outcome(0, Changes(frozenset()))
        self._write_table(path, table)
        with self._books() as books:
            books.journal.write("roster.rest", str(source.project), rows=len(table.rows))
            books.commit()
        return Outcome(len(table.rows), Changes(frozenset()))

    def senders(self) -> tuple[str, ...]:
        """Return whose tables the office knows how to read, by name."""
        with self._reads() as books:
            return tuple(sorted(books.imports.mappings(KIND)))

    def mapping_of(self, sender: str) -> ColumnMap:
        """Return what is remembered of a sender's tables, empty where nothing is."""
        with self._reads() as books:
            text = books.imports.mappings(KIND).get(sender, "")
        return ColumnMap.of_text(text) if text else ColumnMap()

    def forget_sender(self, sender: str) -> Outcome[str]:
        """Forget how a sender's tables are read."""
        with self._books() as books:
            books.imports.put_mapping(KIND, sender, "")
            books.journal.write("roster.forget", "mapping")
            books.commit()
        return Outcome(sender, Changes.of(Topic.OFFICE))

    def _compare(self, present: Present) -> Compare:
        clock = self._clock
        return Compare(present, clock.today(), clock.now(), self._on_lists)


def _laid_out(
    base: RosterProposal,
    sheets: list[Sheet],
    remembered: Mapping[str, str],
    mapping: ColumnMap | None,
) -> RosterProposal:
    """Find out which column is which: as said, as this sender's last file, by the titles."""
    if mapping is not None:
        return replace(base, table=read_table(sheets, mapping), columns=mapping)
    if base.sender in remembered:
        known = ColumnMap.of_text(remembered[base.sender])
        return replace(base, table=read_table(sheets, known), columns=known)
    table = read_table(sheets)
    if not table.lacking or base.sender:
        return replace(base, table=table)
    for sender, text in remembered.items():
        known = ColumnMap.of_text(text)
        tried: RosterTable = read_table(sheets, known)
        if not tried.lacking and known.columns.keys() <= {one.name for one in table.columns}:
            return replace(base, table=tried, columns=known, sender=sender)
    return replace(base, table=table)


def _seen(earlier: tuple[ImportRecord, ...], sha256: str) -> str:
    return next(
        (
            record.at.astimezone(BEIJING).date().isoformat()
            for record in earlier
            if record.sha256 == sha256 and record.undone_at is None
        ),
        "",
    )


def _with_initials(merged: Merged) -> Merged:
    """Find the initials of new names: only who writes needs them."""
    workers = (
        worker if worker.initials else replace(worker, initials=initials_of(worker.name))
        for worker in merged.workers
    )
    return replace(merged, workers=tuple(workers))


def _with_exits(merged: Merged, present: Present, exits: Mapping[WorkerId, date]) -> Merged:
    """End the employments of those who are gone, on the days that somebody confirmed.

    Raises:
        Refused: a last day lies before the first.
    """
    workers, before = list(merged.workers), dict(merged.before)
    wrong: list[Finding] = []
    for worker in present.workers:
        day, job = exits.get(worker.id), worker.employment(present.project.id)
        if day is None or job is None:
            continue
        if day < job.entry:
            facts = {"entry": str(job.entry), "exit": str(day)}
            wrong.append(
                Finding(Code.EXIT_BEFORE_ENTRY, Level.STOP, subject=worker.name, facts=facts)
            )
            continue
        before[worker.id] = worker
        workers.append(movement.left(worker, job, day, ""))
    if wrong:
        raise Refused(tuple(wrong))
    return replace(merged, workers=tuple(workers), before=before)


def _require_fresh(books: Books, merged: Merged) -> None:
    """Refuse to write over what somebody changed since the file was read."""
    found = books.workers.by_id_numbers([worker.id_number for worker in merged.workers])
    for worker in merged.workers:
        old, now = merged.before.get(worker.id), found.get(worker.id_number)
        if (now is None) != (old is None) or _differ(old, now):
            raise Stale(kind="worker", name=worker.name)


def _differ(old: Worker | None, now: Worker | None) -> bool:
    return old is not None and now is not None and old.version != now.version


def _changes(project: ProjectId) -> Changes:
    return Changes.of(Topic.ROSTER, Topic.PROJECT, Topic.ATTENDANCE, Topic.WAGES, project=project)


def _digest(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise FileTrouble(path=str(path), detail=error.strerror or str(error)) from error
