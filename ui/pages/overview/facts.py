"""What the home page reads, before it has words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.domain.contract_state import Standing as Contract
from desktop.domain.findings import Level
from desktop.domain.ids import ProjectId
from desktop.domain.months import WageMonth
from desktop.ports.books import JournalEntry
from desktop.services.office import Office
from desktop.services.overview import Home

RECENT, LOOKED_THROUGH = 6, 60
"""Entries of the journal shown on the home page, out of so many newest."""
BY_ITSELF = frozenset(
    {"backup.made", "calendar.seed", "pay.ask", "pay.heard", "pay.lost", "pay.release"}
)
"""Acts that follow from another one."""
LATE = 14
"""Days without a safe copy that call for a person."""


@dataclass(frozen=True, slots=True)
class HomeFacts:
    """The month's figures, and how many days ago the last safe copy was made."""

    home: Home
    copy_days: int | None
    """None: there is no safe copy yet; 0 where a server makes its own."""
    recent: tuple[JournalEntry, ...] = ()
    """What was done last, newest first."""


@dataclass(frozen=True, slots=True)
class Exceptions:
    """What the attendance of the month leaves open."""

    singles: int = 0
    numbers: int = 0
    """Device numbers that mean nobody."""
    refused: int = 0


@dataclass(frozen=True, slots=True)
class Standing:
    """What the chain of contracts and the people on site leave open, whatever the month."""

    broken: int = 0
    """Contracts that the law forbids."""
    barred: int = 0
    """People whose age a rule does not allow."""
    soon: int = 0
    """People who reach a limit of age within 30 days."""
    listed: int = 0
    """People whom a blacklist names."""
    overdue: int = 0
    """People who have worked over a month without a written contract."""
    unsigned: int = 0
    """Contracts that wait for their signatures, those of the overdue left out."""
    expiring: int = 0
    """Contracts that run out within the days of notice."""


def read_standing(office: Office, project: ProjectId) -> Standing:
    """Look through the chain and the people on site."""
    ages = office.ages.lines(project)
    broken = {
        finding.facts.get("contract")
        for finding in office.projects.chain_findings(project)
        if finding.level is Level.STOP
    }
    listed = {
        finding.facts["worker"]
        for finding in office.watch.findings(project)
        if finding.level is Level.WARN
    }
    lines = [line for line in office.contracts.lines(project) if line.is_here]
    late = sum(line.overdue_since is not None for line in lines)
    standings = [line.state.standing for line in lines if line.overdue_since is None]
    return Standing(
        broken=len(broken),
        barred=sum(line.is_due and line.finding.level is not Level.NOTE for line in ages),
        soon=sum(not line.is_due for line in ages),
        listed=len(listed),
        overdue=late,
        unsigned=standings.count(Contract.UNSIGNED),
        expiring=standings.count(Contract.EXPIRING),
    )


def read_home(office: Office, project: ProjectId, month: WageMonth) -> HomeFacts:
    """Read the ribbon; cheap counts only."""
    home = office.overview.home(project, month)
    return HomeFacts(home, _copy_days(office), recent_acts(office.people.journal(LOOKED_THROUGH)))


def recent_acts(entries: Sequence[JournalEntry]) -> tuple[JournalEntry, ...]:
    """Return what persons did last: one entry of a row alike, none that the program wrote."""
    told: list[JournalEntry] = []
    for entry in entries:
        same = told and (told[-1].action, told[-1].person) == (entry.action, entry.person)
        if not same and entry.action not in BY_ITSELF:
            told.append(entry)
    return tuple(told[:RECENT])


def _copy_days(office: Office) -> int | None:
    if office.safekeeping.is_on_server:
        return 0
    copies = office.safekeeping.recent()
    if not copies:
        return None
    newest = max(copy.at for copy in copies)
    return (office.clock.now() - newest).days


def read_exceptions(office: Office, project: ProjectId, month: WageMonth) -> Exceptions:
    """Read the month grid and count what a person has to look at."""
    grid = office.attendance.month(project, month)
    return Exceptions(
        singles=sum(row.singles for row in grid.rows),
        numbers=len(grid.unknown),
        refused=len(grid.refused),
    )
