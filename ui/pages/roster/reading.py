"""What the roster page and its inspector read of the books, in one go each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from desktop.domain.contract_state import ContractState
from desktop.domain.ids import ProjectId, WorkerId
from desktop.domain.movement import jobs_in
from desktop.ports.views import RosterLine
from desktop.services.office import Office
from ui.pages.roster.inspector import Stay, WorkerFacts

JOURNAL = 2_000
"""Newest journal entries looked through for a worker's history."""


@dataclass(frozen=True, slots=True)
class Read:
    """What the page shows."""

    lines: tuple[RosterLine, ...]
    states: Mapping[WorkerId, ContractState]


def read_roster(office: Office, project: ProjectId, day: date | None) -> Read:
    """Read the roster, as it is or as of a day, and where everybody stands with his contract."""
    return Read(office.roster.lines(project, day), office.contracts.states(project, day))


def read_worker(office: Office, line: RosterLine, project: ProjectId) -> WorkerFacts:
    """Read a worker, where he has been, and what the journal says of him."""
    subject = str(line.worker)
    worker = office.roster.worker(line.worker)
    teams = {team.id: team.name for team in office.projects.teams(project)}
    stays = tuple(
        Stay(teams.get(job.team, ""), job.trade, job.entry, job.exit, job.exit_reason)
        for job in jobs_in(worker, project)
    )
    settled = next(
        (
            one.signed_on
            for one in reversed(office.movements.settlements(project))
            if one.worker == line.worker and one.signed_on is not None
        ),
        None,
    )
    entries = tuple(one for one in office.people.journal(JOURNAL) if one.subject == subject)
    return WorkerFacts(worker, line, entries, stays, settled)
