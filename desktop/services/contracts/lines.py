"""The contracts page: everyone on the roster with his contract's standing."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from desktop.domain.contract import LabourContract
from desktop.domain.contract_state import (
    NO_CONTRACT,
    ContractState,
    Standing,
    months_later,
    state_of,
)
from desktop.domain.findings import Code, Finding, Level
from desktop.domain.ids import ProjectId, WorkerId
from desktop.ports.books import Books
from desktop.services.contracts.rules import citation, rules_on


@dataclass(frozen=True, slots=True)
class ContractLine:
    """One worker of the project and where he stands."""

    worker: WorkerId
    name: str
    initials: str
    team_name: str
    subcontractor: str
    trade: str
    entry: date
    exit: date | None
    state: ContractState
    overdue_since: date | None
    """From this day on he has worked too long without a written contract (劳动合同法 82)."""
    trained: date | None
    """Day of the first safety training he passed."""

    @property
    def is_here(self) -> bool:
        """Whether he has not left."""
        return self.exit is None


def states(books: Books, project: ProjectId, day: date) -> dict[WorkerId, ContractState]:
    """Return where everybody stands who ever had a contract in the project."""
    notice = rules_on(day).notice_days
    return {worker: state_of(own, day, notice) for worker, own in by_worker(books, project).items()}


def by_worker(books: Books, project: ProjectId) -> dict[WorkerId, list[LabourContract]]:
    """Return a project's contracts by worker."""
    found: dict[WorkerId, list[LabourContract]] = defaultdict(list)
    for contract in books.contracts.of_project(project):
        found[contract.worker].append(contract)
    return found


def lines(books: Books, project: ProjectId, day: date) -> tuple[ContractLine, ...]:
    """Return everyone on the roster with his standing on a day, as the roster is sorted."""
    standing = states(books, project, day)
    trained: dict[WorkerId, date] = {}
    for training in books.contracts.trainings(project):
        for worker in training.workers:
            trained[worker] = min(training.day, trained.get(worker, training.day))
    found = []
    for row in books.views.roster(project):
        state = standing.get(row.worker, NO_CONTRACT)
        gone = row.exit is not None and row.exit < day
        line = ContractLine(
            worker=row.worker,
            name=row.name,
            initials=row.initials,
            team_name=row.team_name,
            subcontractor=row.subcontractor,
            trade=row.trade,
            entry=row.entry,
            exit=row.exit if gone else None,
            state=state,
            overdue_since=None if gone else _overdue(state, row.entry, day),
            trained=trained.get(row.worker),
        )
        found.append(line)
    return tuple(found)


def _overdue(state: ContractState, entry: date, day: date) -> date | None:
    """Return since when a worker has had no written contract for too long, None while he may."""
    if state.holds or (state.contract is not None and state.contract.signed is not None):
        return None
    due = months_later(entry, rules_on(entry).grace_months)
    return due if day > due else None


def findings_of(shown: tuple[ContractLine, ...], day: date) -> tuple[Finding, ...]:
    """Say of everyone on the site what is wrong with his contract."""
    found = []
    for line in shown:
        if not line.is_here:
            continue
        facts = {"entry": str(line.entry), "until": str(line.state.until or "")}
        facts["number"] = line.state.contract.number if line.state.contract else ""
        if line.overdue_since is not None:
            rule = rules_on(line.entry)
            facts |= {"since": str(line.overdue_since), "citation": rule.grace_citation}
            found.append(_finding(Code.CONTRACT_OVERDUE, line, facts))
        elif code := _CODES.get(line.state.standing):
            facts |= {"days": str(_days_left(line, day)), "citation": citation("contract")}
            found.append(_finding(code, line, facts))
    return tuple(found)


_CODES = {
    Standing.NONE: Code.CONTRACT_NONE,
    Standing.UNSIGNED: Code.CONTRACT_UNSIGNED,
    Standing.EXPIRING: Code.CONTRACT_EXPIRING,
    Standing.EXPIRED: Code.CONTRACT_EXPIRED,
    Standing.ENDED: Code.CONTRACT_ENDED,
}


def _days_left(line: ContractLine, day: date) -> int:
    return (line.state.until - day).days if line.state.until else 0


def _finding(code: Code, line: ContractLine, facts: dict[str, str]) -> Finding:
    return Finding(code, Level.WARN, subject=line.name, facts=facts)
