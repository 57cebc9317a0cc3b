"""Where a worker's pay term and card come from, and who did what: imports and the journal."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from desktop.domain.attendance import BEIJING
from desktop.domain.ids import SheetId, WorkerId
from desktop.domain.imports import ImportKind, ImportRecord
from desktop.domain.months import WageMonth
from desktop.domain.project import Project
from desktop.domain.worker import Card, PayTerm, Worker
from desktop.ports.books import Books, JournalEntry
from desktop.services.payroll.changes import changed_of
from desktop.services.roster.text import worker_of
from resources.words import phrase

_GROUP = "why"
_ENTRIES = 5_000
"""Newest journal entries that are looked through."""
_KINDS = (ImportKind.ROSTER, ImportKind.CARDS)


@dataclass(frozen=True, slots=True)
class Provenance:
    """The imports that touched one worker, oldest first, and the newest journal entries."""

    records: tuple[ImportRecord, ...]
    entries: tuple[JournalEntry, ...]
    people: Mapping[str, str]

    def of_term(self, worker: Worker, term: PayTerm) -> str:
        """Say which import or act brought a pay term in."""
        return self._of(worker, lambda one: any(term in job.pay_terms for job in one.employments))

    def of_card(self, worker: Worker, card: Card) -> str:
        """Say which import or act brought a card in."""
        return self._of(worker, lambda one: any(card.number == own.number for own in one.cards))

    def acts(self, worker: WorkerId, sheet: SheetId | None, month: WageMonth) -> Iterator[str]:
        """Yield who changed what of a worker and his sheet when, newest first."""
        subjects = {str(worker), str(sheet)}
        for entry in self.entries:
            of_month = entry.body.get("month", str(month)) == str(month)
            named = [one for one, _ in changed_of(entry.body.get("changed"))]
            if entry.subject in subjects and of_month and (not named or str(worker) in named):
                yield _act(entry)

    def _of(self, worker: Worker, has: Callable[[Worker], bool]) -> str:
        for record in reversed(self.records):
            for change in record.changes:
                if change.subject != str(worker.id) or change.kind != "worker":
                    continue
                before = bool(change.before) and has(worker_of(change.before))
                if not before and change.after and has(worker_of(change.after)):
                    by = self.people.get(str(record.by), "")
                    return phrase(
                        _GROUP, "imported", number=record.number, file=record.file_name,
                        by=by, at=_when(record.at),
                    )  # fmt: skip
        own = (one for one in self.entries if one.subject == str(worker.id))
        acts = [one for one in own if one.action.startswith("roster.") and _changes(one)]
        return phrase(_GROUP, "by_hand", act=_act(acts[0])) if acts else phrase(_GROUP, "unknown")


def provenance(books: Books, project: Project, worker: WorkerId | None = None) -> Provenance:
    """Read what is known of one worker's past, or of everybody's."""
    subject = str(worker)
    records: list[ImportRecord] = [
        record
        for kind in _KINDS
        for record in books.imports.recent(project.id, kind)
        if record.undone_at is None
        and (worker is None or any(one.subject == subject for one in record.changes))
    ]
    records.sort(key=lambda record: record.number)
    people = {str(person.id): person.name for person in books.people.all()}
    return Provenance(tuple(records), tuple(_entries(books.journal.entries(_ENTRIES))), people)


def _entries(entries: Sequence[JournalEntry]) -> Iterator[JournalEntry]:
    areas = ("roster.", "attendance.", "wages.", "card.")
    return (entry for entry in entries if entry.action.startswith(areas))


def _changes(entry: JournalEntry) -> bool:
    return entry.action != "roster.reveal"


def _act(entry: JournalEntry) -> str:
    said = phrase("journal", entry.action)
    day = f"（{entry.body['day']}）" if "day" in entry.body else ""
    return f"{_when(entry.at)} {entry.person} {said}{day}"


def _when(at: datetime) -> str:
    return f"{at.astimezone(BEIJING):%Y-%m-%d %H:%M}"
