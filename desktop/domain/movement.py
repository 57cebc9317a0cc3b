"""Entering, leaving and moving between teams: a worker before and after, with nothing lost.

A transfer is an exit the day before and a new employment in the same project; pay terms and device
numbers go along, dated. What was true of earlier days stays true of them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from desktop.domain.ids import ProjectId, TeamId
from desktop.domain.worker import Card, DeviceNumber, Employment, PayTerm, Worker

_ONE_DAY = timedelta(days=1)


class MovementKind(StrEnum):
    """What a person does on the roster."""

    ENTER = "enter"  # 进场
    EXIT = "exit"  # 离场
    MOVE = "move"  # 调班组


@dataclass(frozen=True, slots=True)
class Entry:
    """How somebody enters a project."""

    project: ProjectId
    team: TeamId
    trade: str
    day: date
    pay_term: PayTerm | None = None
    device_number: str = ""
    card: Card | None = None
    """The wage card he brings along, where the office knows another or none."""


def entered(worker: Worker, entry: Entry) -> Worker:
    """Return the worker with a new employment from a day on."""
    terms = () if entry.pay_term is None else (replace(entry.pay_term, since=entry.day),)
    numbers = (DeviceNumber(entry.device_number, entry.day),) if entry.device_number else ()
    job = Employment(entry.project, entry.team, entry.trade, entry.day, None, terms, numbers)
    return replace(
        worker,
        employments=(*worker.employments, job),
        cards=_with_card(worker.cards, entry.card, entry.day),
    )


def _with_card(cards: tuple[Card, ...], card: Card | None, day: date) -> tuple[Card, ...]:
    if card is None or any(one.number == card.number for one in cards[-1:]):
        return cards
    return (*cards, replace(card, since=card.since or day) if cards else card)


def left(worker: Worker, job: Employment, day: date, reason: str) -> Worker:
    """Return the worker whose employment ends with a day; his device numbers end with it."""
    ended = replace(
        job,
        exit=day,
        exit_reason=reason,
        device_numbers=tuple(
            _until(number, day)
            for number in job.device_numbers
            if number.since is None or number.since <= day
        ),
    )
    return _put_job(worker, job, (ended,))


def moved(worker: Worker, job: Employment, team: TeamId, trade: str, day: date) -> Worker:
    """Return the worker who belongs to another team from a day on.

    The pay term in force and later ones, and device numbers that are still his, go along.
    """
    before = replace(
        job,
        exit=day - _ONE_DAY,
        exit_reason="",
        pay_terms=tuple(term for term in job.pay_terms if term.since < day),
        device_numbers=tuple(
            _until(number, day - _ONE_DAY)
            for number in job.device_numbers
            if number.since is None or number.since < day
        ),
    )
    after = Employment(
        job.project,
        team,
        trade or job.trade,
        day,
        job.exit,
        _terms_from(job, day),
        _numbers_from(job, day),
        job.exit_reason,
    )
    return _put_job(worker, job, (before, after))


def _terms_from(job: Employment, day: date) -> tuple[PayTerm, ...]:
    now = job.pay_term(day)
    later = tuple(term for term in job.pay_terms if term.since > day)
    return later if now is None else (replace(now, since=day), *later)


def _numbers_from(job: Employment, day: date) -> tuple[DeviceNumber, ...]:
    return tuple(
        replace(number, since=max(day, number.since or day))
        for number in job.device_numbers
        if number.until is None or number.until >= day
    )


def _until(number: DeviceNumber, day: date) -> DeviceNumber:
    return (
        number if number.until is not None and number.until <= day else replace(number, until=day)
    )


def _put_job(worker: Worker, job: Employment, others: tuple[Employment, ...]) -> Worker:
    jobs = tuple(
        fresh for one in worker.employments for fresh in (others if one is job else (one,))
    )
    return replace(worker, employments=jobs)


def job_on(worker: Worker, project: ProjectId, day: date) -> Employment | None:
    """Return the employment in a project that holds a day."""
    for job in worker.employments:
        if job.project == project and job.overlaps(day, day):
            return job
    return None


def jobs_in(worker: Worker, project: ProjectId) -> tuple[Employment, ...]:
    """Return the employments in a project, oldest first: entries and transfers."""
    own = (job for job in worker.employments if job.project == project)
    return tuple(sorted(own, key=lambda job: job.entry))
