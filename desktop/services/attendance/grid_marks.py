"""Days of a month grid file are written as days set by hand, and taken back again."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from desktop.domain.attendance import HandMark
from desktop.domain.ids import DocumentId, PersonId, ProjectId, WorkerId
from desktop.domain.imports import ImportChange, ImportRecord
from desktop.ports.books import Books
from desktop.services.attendance import days
from desktop.services.attendance.grid_file import GridDiff, change_record

Key = tuple[WorkerId, date]


def require_open(books: Books, project: ProjectId, diff: GridDiff) -> None:
    """Refuse changes to days of a locked month. Raises WrongState."""
    cells = [(change.worker, change.day) for change in diff.changes]
    days.require_open(books, project, cells, "import")


def put(
    books: Books, record: ImportRecord, diff: GridDiff, by: tuple[PersonId, str]
) -> tuple[ImportChange, ...]:
    """Set the days that change; the file's name is the reason."""
    marks = [
        HandMark(change.worker, change.day, change.after, None, record.file_name, *by, record.at)
        for change in diff.changes
    ]
    before = _kept(books, record.project, [(mark.worker, mark.day) for mark in marks])
    for mark in marks:
        books.attendance.put_hand_mark(record.project, mark)
    return tuple(change_record(before.get((mark.worker, mark.day)), mark) for mark in marks)


def take_back(books: Books, record: ImportRecord) -> int:
    """Bring days back to what they were; days that somebody has changed since stay.

    Raises:
        WrongState: the month of one of them is locked.
    """
    wanted = {_key(change): change for change in record.changes}
    days.require_open(books, record.project, wanted, "undo")
    kept = _kept(books, record.project, wanted)
    gone = 0
    for key, change in wanted.items():
        now, after = kept.get(key), _mark(key, change.after)
        if now is None or (now.at, now.reason) != (after.at, after.reason):
            continue
        gone += 1
        if change.before:
            books.attendance.put_hand_mark(record.project, _mark(key, change.before))
        else:
            books.attendance.remove_hand_mark(record.project, *key)
    return gone


def _kept(books: Books, project: ProjectId, keys: Iterable[Key]) -> dict[Key, HandMark]:
    wanted = set(keys)
    if not wanted:
        return {}
    first, last = min(day for _, day in wanted), max(day for _, day in wanted)
    marks = books.attendance.hand_marks(project, first, last)
    return {key: mark for mark in marks if (key := (mark.worker, mark.day)) in wanted}


def _key(change: ImportChange) -> Key:
    worker, day = change.subject.split()
    return WorkerId(UUID(worker)), date.fromisoformat(day)


def _mark(key: Key, body: str) -> HandMark:
    said: dict[str, Any] = json.loads(body)
    hours, evidence = said["hours"], said["evidence"]
    return HandMark(
        *key,
        Decimal(said["work_days"]),
        None if hours is None else Decimal(hours),
        said["reason"],
        PersonId(UUID(said["by"])),
        said["by_name"],
        datetime.fromisoformat(said["at"]),
        None if evidence is None else DocumentId(UUID(evidence)),
    )
