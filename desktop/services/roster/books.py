"""Roster rows and workers held against what the books already know."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from desktop.domain import identity
from desktop.domain.company import CompanyRole, Member
from desktop.domain.findings import Code, Finding, Level
from desktop.domain.ids import ProjectId
from desktop.domain.project import Project
from desktop.domain.worker import Employment, Worker
from desktop.ports.books import Books
from desktop.services.roster.checks import Fault
from desktop.services.roster.columns import columns
from desktop.services.roster.rows import Entry, RowReader
from desktop.services.roster.sheet import RosterRow
from resources.words import phrase

_EMPLOYERS = {
    CompanyRole.SUBCONTRACTOR,
    CompanyRole.LABOUR_COMPANY,
    CompanyRole.GENERAL_CONTRACTOR,
}


def employers(project: Project) -> tuple[Member, ...]:
    """Return the companies that may have workers: subcontractors and the general contractor."""
    return tuple(member for member in project.members if member.role in _EMPLOYERS)


def open_from(books: Books, project: ProjectId) -> Callable[[], date]:
    """Return what finds, once and only when asked, the first month after the last locked one."""
    found: list[date] = []

    def first_open() -> date:
        if not found:
            found.append(_first_open(books, project))
        return found[0]

    return first_open


def _first_open(books: Books, project: ProjectId) -> date:
    for month in sorted(books.sheets.months(project), reverse=True):
        if any(sheet.is_locked for sheet in books.sheets.of_month(project, month)):
            return month.next.first
    return date.min


def finding_of(fault: Fault, worker: Worker) -> Finding:
    """Return a fault of a worker's form as a finding."""
    title = columns()[fault.column].title
    return Finding(
        fault.code, fault.level, None, title, worker.name, {"field": title, **fault.facts}
    )


def clashes(
    reader: RowReader, entries: Sequence[Entry], present: Iterable[Worker], project: ProjectId
) -> list[Finding]:
    """See cards and device numbers that the books give to a worker who is not in the file.

    Whoever stands in the file is judged by the file itself; whoever has left by then counts not.
    """
    in_file = {entry.id_number for entry in entries}
    cards: dict[str, Worker] = {}
    numbers: dict[str, Worker] = {}
    for worker in present:
        job = worker.employment(project)
        if worker.id_number in in_file or job is None or not reader.table.rows:
            continue
        if job.exit is None or job.exit >= reader.today:
            cards.update({card.number: worker for card in worker.cards[-1:]})
            numbers.update({m.number: worker for m in job.device_numbers if m.until is None})
    before = len(reader.findings)
    for entry in entries:
        _clash(reader, entry, cards.get(entry.card), Code.CARD_SHARED)
        _clash(reader, entry, numbers.get(entry.device_number), Code.DEVICE_NUMBER_SHARED)
    found = reader.findings[before:]
    del reader.findings[before:]
    return found


def _clash(reader: RowReader, entry: Entry, other: Worker | None, code: Code) -> None:
    if other is None:
        return
    shared = code is Code.CARD_SHARED
    value = identity.mask_card(entry.card) if shared else entry.device_number
    facts = {"value": value, "other": phrase("roster", "other-known", name=other.name)}
    fault = Fault("card" if shared else "device_number", code, Level.STOP, facts)
    reader.add(entry.row, entry.name, fault)


def gone(
    rows: Iterable[RosterRow], present: Iterable[Worker], project: ProjectId, today: date
) -> Iterator[tuple[Worker, Employment]]:
    """Return workers of the books, on site today, whom the file does not name any more."""
    in_file = {identity.normalise_id(row.texts.get("id_number", "")) for row in rows}
    for worker in present:
        job = worker.employment(project)
        here = job is not None and (job.exit is None or job.exit >= today)
        if job is not None and here and worker.id_number not in in_file:
            yield worker, job


def taken(books: Books, worker: Worker, today: date) -> Iterator[Finding]:
    """See an identity number, card or device number of a form that is another worker's."""
    same = books.workers.by_id_numbers([worker.id_number]).get(worker.id_number)
    if same is not None and same.id != worker.id:
        facts = {
            "value": identity.mask_id(worker.id_number),
            "other": phrase("roster", "other-known", name=same.name),
        }
        yield finding_of(Fault("id_number", Code.ID_REPEATED, Level.STOP, facts), worker)
    card = worker.card(today)
    for job in worker.employments:
        own = {one.number for one in job.device_numbers if one.until is None}
        for other in books.workers.of_project(job.project):
            if other.id != worker.id:
                yield from _taken_by(worker, card.number if card else "", own, other, job.project)


def _taken_by(
    worker: Worker, card: str, numbers: set[str], other: Worker, project: ProjectId
) -> Iterator[Finding]:
    facts = {"other": phrase("roster", "other-known", name=other.name)}
    if card and any(one.number == card for one in other.cards[-1:]):
        shown = {**facts, "value": identity.mask_card(card)}
        yield finding_of(Fault("card", Code.CARD_SHARED, Level.STOP, shown), worker)
    job = other.employment(project)
    theirs = {one.number for one in job.device_numbers if one.until is None} if job else set()
    for number in sorted(numbers & theirs):
        shown = {**facts, "value": number}
        fault = Fault("device_number", Code.DEVICE_NUMBER_SHARED, Level.STOP, shown)
        yield finding_of(fault, worker)
