"""The roster: files come in and can be taken back; every worker by real name."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from desktop.domain.changes import Changes, Outcome, Topic
from desktop.domain.errors import Refused
from desktop.domain.findings import Finding, stops
from desktop.domain.identity import normalise_name
from desktop.domain.ids import ProjectId, WorkerId
from desktop.domain.worker import Card, Worker
from desktop.ports.views import RosterLine
from desktop.services.roster import books as roster_books
from desktop.services.roster import checks as worker_checks
from desktop.services.roster.books import finding_of
from desktop.services.roster.initials import initials_of
from desktop.services.roster.intake import RosterIntake
from desktop.services.roster.proposal import RosterProposal

__all__ = ["Roster", "RosterProposal"]


class Roster(RosterIntake):
    """The real-name roster (实名制名册) of the projects."""

    def lines(self, project_id: ProjectId, on: date | None = None) -> tuple[RosterLine, ...]:
        """Return the roster, sorted by subcontractor, team, name."""
        with self._reads() as books:
            return books.views.roster(project_id, on)

    def worker(self, worker_id: WorkerId) -> Worker:
        """Return one worker with everything."""
        with self._reads() as books:
            return books.workers.get(worker_id)

    def check_worker(self, worker: Worker) -> tuple[Finding, ...]:
        """Check a worker as typed into the form, like a row of a file."""
        with self._reads() as books:
            areas = {project.id: project.area for project in books.projects.all()}
        faults = worker_checks.check_worker(worker, self._clock.today(), areas)
        return tuple(finding_of(fault, worker) for fault in faults)

    def put_worker(self, worker: Worker) -> Outcome[Worker]:
        """Write a worker as the form has him, his name normalised.

        Raises:
            Refused: something in it stops it, or card or identity number are another's.
        """
        name = normalise_name(worker.name)
        named = replace(worker, name=name, initials=initials_of(name))
        return self._put(named, "roster.worker")

    def change_card(self, worker_id: WorkerId, card: Card) -> Outcome[Worker]:
        """Give a worker another card, from today on unless the card says otherwise.

        Raises:
            Refused: the number cannot be, or is another worker's.
        """
        since = card.since or self._clock.today()
        worker = self.worker(worker_id)
        kept = tuple(one for one in worker.cards if one.since != since)
        fresh = replace(card, since=since if kept else card.since)
        return self._put(replace(worker, cards=(*kept, fresh)), "roster.card")

    def reveal(self, worker_id: WorkerId) -> Outcome[Worker]:
        """Return a worker whose numbers somebody wants to see in full; the journal keeps who."""
        with self._books() as books:
            worker = books.workers.get(worker_id)
            books.journal.write("roster.reveal", str(worker_id))
            books.commit()
        return Outcome(worker, Changes(frozenset()))

    def _put(self, worker: Worker, action: str) -> Outcome[Worker]:
        with self._books() as books:
            findings = (
                *self.check_worker(worker),
                *roster_books.taken(books, worker, self._clock.today()),
            )
            if stops(findings):
                raise Refused(findings)
            stored = books.workers.put(worker)
            books.journal.write(action, str(worker.id), version=stored.version)
            books.commit()
        return Outcome(stored, Changes.of(Topic.ROSTER, Topic.ATTENDANCE, Topic.WAGES))
