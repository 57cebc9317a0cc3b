"""Device numbers: whom they mean, and when."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from desktop.domain.errors import Refused, Unknown
from desktop.domain.findings import Code, Finding, Level
from desktop.domain.ids import ProjectId, WorkerId
from desktop.domain.worker import DeviceNumber, Employment, Worker
from desktop.ports.books import Books
from resources.words import phrase

_ONE_DAY = timedelta(days=1)


def known(books: Books, project: ProjectId) -> frozenset[str]:
    """Return every number that means a worker of the project at any time."""
    return frozenset(
        mapping.number
        for worker in books.workers.of_project(project)
        for job in worker.employments
        if job.project == project
        for mapping in job.device_numbers
    )


def unknown(books: Books, project: ProjectId) -> dict[str, int]:
    """Return numbers that ever punched and mean nobody, with their count."""
    mine = known(books, project)
    return {n: c for n, c in books.attendance.numbers(project).items() if n not in mine}


def assign(
    books: Books, project: ProjectId, number: str, worker_id: WorkerId, since: date | None
) -> None:
    """Let a number mean a worker; whoever had it before keeps the days up to `since`.

    Raises:
        Refused: it means somebody else from the same day on.
        Unknown: the worker does not belong to the project.
    """
    for other in books.workers.of_project(project):
        if other.id != worker_id:
            _end(books, other, project, number, since)
    worker = books.workers.get(worker_id)
    job = worker.employment(project)
    if job is None:
        raise Unknown(kind="worker", name=worker.name)
    kept = tuple(one for one in job.device_numbers if one.number != number or one.until)
    numbers = (*kept, DeviceNumber(number, since))
    books.workers.put(_with_job(worker, job, numbers))


def _end(books: Books, other: Worker, project: ProjectId, number: str, since: date | None) -> None:
    """End another worker's mapping the day before, where there is a day before."""
    job = other.employment(project)
    mapping = next((m for m in job.device_numbers if m.number == number), None) if job else None
    if job is None or mapping is None:
        return
    if since is not None and mapping.until is not None and mapping.until < since:
        return
    if since is None or since <= max(mapping.since or date.min, job.entry):
        facts = {"value": number, "other": phrase("roster", "other-known", name=other.name)}
        raise Refused(
            (Finding(Code.DEVICE_NUMBER_SHARED, Level.STOP, subject=number, facts=facts),)
        )
    ended = replace(mapping, until=since - _ONE_DAY)
    numbers = tuple(ended if one is mapping else one for one in job.device_numbers)
    books.workers.put(_with_job(other, job, numbers))


def _with_job(worker: Worker, job: Employment, numbers: tuple[DeviceNumber, ...]) -> Worker:
    changed = replace(job, device_numbers=numbers)
    jobs = tuple(changed if one is job else one for one in worker.employments)
    return replace(worker, employments=jobs)
