"""Punches that locked wages were counted from: they stay with the sheet that rests on them."""

from __future__ import annotations

from datetime import UTC, datetime

from desktop.domain.errors import WrongState
from desktop.domain.imports import ImportRecord
from desktop.domain.payroll import WageSheet
from desktop.ports.books import Books

_NEVER = datetime.max.replace(tzinfo=UTC)
Numbers = dict[str, int]
"""Device number → how many punches it has."""


def take_back(books: Books, record: ImportRecord) -> int:
    """Remove what a device file brought; returns how many punches there were.

    A file that came after the month was locked changed none of its lines and may go.

    Raises:
        WrongState: wages of a month that was locked since rest on them (724 art. 15: the
            records of wages are kept for three years).
    """
    resting = [sheet for sheet in _locked(books, record) if _at(sheet) >= record.at]
    before = [_counts(books, record, sheet) for sheet in resting]
    gone = books.attendance.remove_punches(record.number)
    for sheet, had in zip(resting, before, strict=True):
        left = _counts(books, record, sheet)
        if had != left:
            raise WrongState(kind="sheet", name=str(sheet.month), state=sheet.state, act="undo")
    return gone


def _locked(books: Books, record: ImportRecord) -> list[WageSheet]:
    return [
        sheet
        for month in books.sheets.months(record.project)
        for sheet in books.sheets.of_month(record.project, month)
        if sheet.is_locked
    ]


def _at(sheet: WageSheet) -> datetime:
    return sheet.locked_at or _NEVER


def _counts(books: Books, record: ImportRecord, sheet: WageSheet) -> Numbers:
    """Return how many punches the people of a sheet have in its month, by device number."""
    rule = books.projects.get(record.project).attendance_rule
    workers = {line.worker for line in sheet.lines}
    numbers = {
        span.number
        for worker in books.workers.of_project(record.project)
        if worker.id in workers
        for job in worker.employments
        for span in job.device_numbers
    }
    begin, end = rule.span(sheet.month.first, sheet.month.last)
    punches = books.attendance.punches(record.project, begin, end)
    return {number: len(seconds) for number, seconds in punches.items() if number in numbers}
