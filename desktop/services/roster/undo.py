"""Taking a roster import back, exactly as far as nobody has built upon it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from desktop.domain.errors import Unknown, WrongState
from desktop.domain.findings import Code, Finding, Level
from desktop.domain.ids import TeamId, WorkerId
from desktop.domain.imports import ImportChange, ImportRecord
from desktop.domain.payroll import WageSheet
from desktop.domain.worker import Worker
from desktop.ports.books import Books
from desktop.services.roster.text import same, worker_of
from resources.words import phrase


def undo(books: Books, record: ImportRecord, at: datetime) -> tuple[Finding, ...]:
    """Restore every worker as before the import; returns those that had to stay, each with why.

    Raises:
        WrongState: it was taken back already.
    """
    if record.undone_at is not None:
        raise WrongState(kind="import", name=record.file_name, state="undone", act="undo")
    relied = _relied_on(books, record)
    kept = [
        _kept(stays)
        for change in record.changes
        if change.kind == "worker" and (stays := _undo_worker(books, change, relied)) is not None
    ]
    _remove_teams(books, record)
    books.imports.finish(replace(record, undone_at=at))
    return tuple(kept)


def _kept(stays: tuple[Worker, str]) -> Finding:
    worker, why = stays
    facts = {"why": why, "reason": phrase("roster", f"kept-{why}")}
    return Finding(Code.UNDO_KEPT, Level.WARN, subject=worker.name, facts=facts)


def _relied_on(books: Books, record: ImportRecord) -> dict[WorkerId, str]:
    """Return whom somebody signed for, locked into a sheet or put into a payment since then."""
    relied: dict[WorkerId, str] = {}
    months = books.sheets.months(record.project)
    sheets = [sheet for month in months for sheet in books.sheets.of_month(record.project, month)]
    for sheet in sheets:
        locked = sheet.locked_at is not None and sheet.locked_at >= record.at
        signed = {one.line for one in books.sheets.signatures(sheet.id) if one.at >= record.at}
        for line in sheet.lines:
            if locked or line.id in signed:
                relied.setdefault(line.worker, "signed")
    return relied | _paid(books, record, sheets)


def _paid(books: Books, record: ImportRecord, sheets: Iterable[WageSheet]) -> dict[WorkerId, str]:
    """Return whom a payment made since then is for."""
    of_line = {line.id: line.worker for sheet in sheets for line in sheet.lines}
    paid: dict[WorkerId, str] = {}
    for batch in books.payments.batches(record.project, None):
        if batch.made_at < record.at:
            continue
        items = {item.obligation for item in batch.items}
        for due in books.payments.obligations(record.project, batch.month):
            if due.id in items and due.line in of_line:
                paid[of_line[due.line]] = "paid"
    return paid


def _undo_worker(
    books: Books, change: ImportChange, relied: Mapping[WorkerId, str]
) -> tuple[Worker, str] | None:
    """Undo one change; returns the worker who stays because of what came later, and why."""
    worker_id = WorkerId(UUID(change.subject))
    try:
        present = books.workers.get(worker_id)
    except Unknown:
        return None
    why = relied.get(worker_id, "")
    if not why and not same(change.after, present):
        why = "changed"
    if not why and not change.before and books.workers.is_built_on(worker_id):
        why = "used"
    if why:
        return present, why
    if change.before:
        books.workers.put(replace(worker_of(change.before), version=present.version))
    else:
        books.workers.remove(worker_id)
    return None


def _remove_teams(books: Books, record: ImportRecord) -> None:
    """Remove teams that the import made and in which nobody is left."""
    used = {
        job.team
        for worker in books.workers.of_project(record.project)
        for job in worker.employments
    }
    for change in record.changes:
        team = TeamId(UUID(change.subject))
        if change.kind == "team" and team not in used:
            books.projects.remove_team(team)
