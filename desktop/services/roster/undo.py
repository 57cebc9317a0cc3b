"""Taking a roster import back, exactly as far as nobody has built upon it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from desktop.domain.errors import Unknown, WrongState
from desktop.domain.findings import Code, Finding, Level
from desktop.domain.ids import TeamId, WorkerId
from desktop.domain.imports import ImportChange, ImportRecord
from desktop.domain.worker import Worker
from desktop.ports.books import Books
from desktop.services.roster.text import text_of, worker_of


def undo(books: Books, record: ImportRecord, at: datetime) -> tuple[Finding, ...]:
    """Restore every worker as before the import; returns those that had to stay.

    Raises:
        WrongState: it was taken back already.
    """
    if record.undone_at is not None:
        raise WrongState(kind="import", name=record.file_name, state="undone", act="undo")
    kept = [
        Finding(Code.UNDO_KEPT, Level.WARN, subject=worker.name)
        for change in record.changes
        if change.kind == "worker" and (worker := _undo_worker(books, change)) is not None
    ]
    _remove_teams(books, record)
    books.imports.finish(replace(record, undone_at=at))
    return tuple(kept)


def _undo_worker(books: Books, change: ImportChange) -> Worker | None:
    """Undo one change; returns the worker who stays because of what came later."""
    worker_id = WorkerId(UUID(change.subject))
    try:
        present = books.workers.get(worker_id)
    except Unknown:
        return None
    if text_of(present) != change.after:
        return present
    if change.before:
        books.workers.put(replace(worker_of(change.before), version=present.version))
        return None
    if books.workers.is_built_on(worker_id):
        return present
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
