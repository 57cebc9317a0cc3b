"""Device numbers that mean nobody, and whose they may be."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop.domain.ids import ProjectId, WorkerId
from desktop.domain.worker import DeviceNumber, Worker
from desktop.ports.books import Books

_NAMES = "attendance-names"
"""Kind under which the books keep what files call the numbers of a project."""


class Why(StrEnum):
    """Why a number may be a worker's."""

    IDENTITY = "identity"  # it is his identity number
    ZEROS = "zeros"  # it is his number, written with other zeros in front
    NAME = "name"  # the file names him, and nobody else has that name


@dataclass(frozen=True, slots=True)
class Stranger:
    """A device number that means nobody yet."""

    number: str
    punches: int
    name: str = ""
    """What a file calls it."""
    worker: WorkerId | None = None
    """Whose it may be; a person decides."""
    worker_name: str = ""
    why: Why | None = None


def strangers(
    books: Books, project: ProjectId, counts: Mapping[str, int], names: Mapping[str, str]
) -> tuple[Stranger, ...]:
    """Return the numbers that mean no worker of a project, short ones first."""
    workers = books.workers.of_project(project)
    known = {one.number: worker for worker in workers for one in _mapped(worker, project)}
    unknown = sorted(set(counts) - set(known), key=lambda number: (len(number), number))
    if not unknown:
        return ()
    said = {**_remembered(books, project), **names}
    guess = _Guess(workers, known)
    return tuple(guess.stranger(number, counts[number], said.get(number, "")) for number in unknown)


@dataclass(frozen=True, slots=True)
class NumberSpan:
    """A device number that means a worker, and when; open ends are those of his employment."""

    number: str
    worker: WorkerId
    name: str
    since: date
    until: date | None


def history(books: Books, project: ProjectId) -> tuple[NumberSpan, ...]:
    """Return whom every number has meant and means, by number, oldest first."""
    spans = {
        NumberSpan(
            one.number,
            worker.id,
            worker.name,
            max(one.since or job.entry, job.entry),
            min(filter(None, (one.until, job.exit)), default=None),
        )
        for worker in books.workers.of_project(project)
        for job in worker.employments
        if job.project == project
        for one in job.device_numbers
    }
    return tuple(sorted(spans, key=lambda span: (len(span.number), span.number, span.since)))


class _Guess:
    def __init__(self, workers: tuple[Worker, ...], known: Mapping[str, Worker]) -> None:
        self._identity = {worker.id_number: worker for worker in workers if worker.id_number}
        self._bare: dict[str, list[Worker]] = defaultdict(list)
        for number, worker in known.items():
            self._bare[number.lstrip("0")].append(worker)
        self._named: dict[str, list[Worker]] = defaultdict(list)
        for worker in workers:
            self._named[worker.name].append(worker)

    def stranger(self, number: str, punches: int, name: str) -> Stranger:
        """Return a number with the one worker whose it may be."""
        own = self._identity.get(number.upper())
        for why, found in (
            (Why.IDENTITY, [own] if own else []),
            (Why.ZEROS, self._bare.get(number.lstrip("0"), [])),
            (Why.NAME, self._named.get(name or number, [])),
        ):
            if len(found) == 1:
                worker = found[0]
                return Stranger(number, punches, name, worker.id, worker.name, why)
        return Stranger(number, punches, name)


def remember(books: Books, project: ProjectId, names: Mapping[str, str]) -> None:
    """Keep what a file calls the numbers that mean nobody yet."""
    if names:
        body = json.dumps({**_remembered(books, project), **names}, ensure_ascii=False)
        books.imports.put_mapping(_NAMES, str(project), body)


def _remembered(books: Books, project: ProjectId) -> dict[str, str]:
    found: dict[str, str] = json.loads(books.imports.mappings(_NAMES).get(str(project), "{}"))
    return found


def _mapped(worker: Worker, project: ProjectId) -> Iterator[DeviceNumber]:
    for job in worker.employments:
        if job.project == project:
            yield from job.device_numbers
