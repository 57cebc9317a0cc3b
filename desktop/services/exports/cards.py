"""Wage cards: the list that goes to the bank, and the numbers that come back, shown first."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from desktop.domain.changes import Changes, Outcome, Topic
from desktop.domain.errors import FileTrouble, Refused, Stale, Unknown
from desktop.domain.findings import Code, Finding, Level, stops
from desktop.domain.ids import ImportId, ProjectId, new_id
from desktop.domain.imports import ImportChange, ImportKind, ImportRecord
from desktop.ports.books import Books, OpenBooks, Seat
from desktop.ports.clock import Clock
from desktop.ports.sheets import SheetReader, UnreadableSheetError
from desktop.ports.tables import SaveFile, TableWriter
from desktop.services.exports.card_list import (
    in_need,
    is_usable,
    lacking,
    list_table,
    refused_accounts,
)
from desktop.services.exports.card_return import (
    WANTED,
    CardChange,
    CardKind,
    CardProposal,
    Comparison,
    rows_of,
)
from desktop.services.exports.people import Choice, Excluded, people_of
from desktop.services.roster.columns import columns
from desktop.services.roster.text import text_of
from resources.words import phrase

__all__ = ["CardChange", "CardKind", "CardList", "CardProposal", "Cards"]


@dataclass(frozen=True, slots=True)
class CardList:
    """A list that was written: people = written + excluded."""

    path: Path
    people: int
    written: int
    excluded: tuple[Excluded, ...]
    findings: tuple[Finding, ...]


class Cards:
    """Lists for the bank and what comes back of them."""

    def __init__(  # noqa: PLR0913 - a service is given its world
        self,
        *,
        books: OpenBooks,
        reads: OpenBooks,
        clock: Clock,
        seat: Seat,
        safe_copy: Callable[[str], object],
        read_sheets: SheetReader,
        writer: TableWriter,
        save: SaveFile,
    ) -> None:
        self._books = books
        self._reads = reads
        self._clock = clock
        self._seat = seat
        self._safe_copy = safe_copy
        self._read_sheets = read_sheets
        self._writer = writer
        self._save = save

    def write(self, project: ProjectId, path: Path) -> Outcome[CardList]:
        """Write who of those on site has no usable card, as the bank's workbook."""
        today = self._clock.today()
        with self._reads() as books:
            everybody = people_of(books, books.projects.get(project), today, Choice(today))
            refused = refused_accounts(books, project)
        usable = frozenset(
            one.worker.id
            for one in everybody.persons
            if is_usable(one.worker.card(today), refused.get(one.worker.id, ""))
        )
        people = in_need(everybody, usable)
        self._save(path, self._writer.workbook(list_table(people)))
        written = CardList(
            path,
            len(everybody.persons) + len(everybody.excluded),
            len(people.persons),
            people.excluded,
            tuple(lacking(people)),
        )
        with self._books() as books:
            books.journal.write("roster.card_list", str(project), rows=written.written)
            books.commit()
        return Outcome(written, Changes(frozenset()))

    def read(self, path: Path, project: ProjectId) -> CardProposal:
        """Read the numbers that came back and compare them with the books."""
        empty = CardProposal(project, path.name, _digest(path))
        try:
            sheets = self._read_sheets(path)
        except UnreadableSheetError as error:
            facts = {"detail": phrase("unreadable", error.detail)} if error.detail else {}
            return replace(empty, findings=(Finding(error.code, Level.STOP, facts=facts),))
        rows = rows_of(sheets)
        if rows is None:
            wanted = "、".join(columns()[key].title for key in sorted(WANTED))
            finding = Finding(Code.COLUMN_MISSING, Level.STOP, facts={"columns": wanted})
            return replace(empty, findings=(finding,))
        with self._reads() as books:
            workers = {one.id_number: one for one in books.workers.of_project(project)}
        return Comparison(workers, self._clock.today()).of(empty, rows)

    def accept(
        self, proposal: CardProposal, approved: frozenset[str] | None = None
    ) -> Outcome[ImportRecord]:
        """Give the approved cards (all that are offered when None), from today on.

        Raises:
            Refused: the file cannot be read at all, or shared numbers were found since.
            Unknown: nothing of it is approved.
            Stale: somebody changed a worker since it was read.
        """
        if not proposal.changes and stops(proposal.findings):
            raise Refused(proposal.findings)
        chosen = [one for one in proposal.offered if approved is None or one.key in approved]
        if not chosen:
            raise Unknown(kind="card", name=proposal.file_name)
        self._safe_copy("import")
        with self._books() as books:
            changes = tuple(self._give(books, proposal, one) for one in chosen)
            record = books.imports.add(self._record(proposal, changes))
            books.journal.write(
                "roster.cards", str(record.id), digest=proposal.sha256, rows=len(changes)
            )
            books.commit()
        return Outcome(record, Changes.of(Topic.ROSTER, Topic.WAGES, project=proposal.project))

    def _give(self, books: Books, proposal: CardProposal, change: CardChange) -> ImportChange:
        known = (proposal.before or {}).get(change.worker)
        present = books.workers.get(change.worker)
        if known is None or known.version != present.version:
            raise Stale(kind="worker", name=change.name)
        today = self._clock.today()
        kept = tuple(one for one in present.cards if one.since != today)
        card = replace(change.card, since=today if kept else None)
        after = books.workers.put(replace(present, cards=(*kept, card)))
        return ImportChange("worker", str(present.id), text_of(present), text_of(after))

    def _record(self, proposal: CardProposal, changes: tuple[ImportChange, ...]) -> ImportRecord:
        return ImportRecord(
            ImportId(new_id()), 0, proposal.project, ImportKind.CARDS, proposal.file_name,
            proposal.sha256, "card-list", self._seat.person, self._clock.now(), proposal.rows,
            len(changes), changes,
        )  # fmt: skip


def _digest(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise FileTrouble(path=str(path), detail=error.strerror or str(error)) from error
