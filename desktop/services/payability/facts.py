"""What a month's gates look at, read once: sheets, signatures, contracts, days, exceptions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from desktop.domain.calendar import Calendar
from desktop.domain.contract_state import state_of
from desktop.domain.findings import Code, Finding, Level
from desktop.domain.ids import LineId, ProjectId, WorkerId, new_id
from desktop.domain.payroll import WageLine
from desktop.domain.worker import Worker
from desktop.ports.books import Books
from desktop.services.attendance.said import Said
from desktop.services.contracts.lines import ContractLine, by_worker, lines
from desktop.services.contracts.rules import rules_on
from desktop.services.payroll.month import MonthFacts
from desktop.services.payroll.views import SheetView
from desktop.services.review.exceptions import find_exceptions

_ELSEWHERE = frozenset({Code.PUNCH_WITHOUT_CONTRACT})
"""Exceptions that another gate tells better."""


@dataclass(frozen=True, slots=True)
class Case:
    """One worker as his gates see him."""

    worker: Worker
    line: WageLine | None
    """His line on the month's sheets."""
    fresh: WageLine | None
    """What the books make due now; None: nothing of him belongs to the month."""
    view: SheetView | None
    contract: ContractLine | None
    exceptions: tuple[Finding, ...]

    @property
    def shown(self) -> WageLine | None:
        """The line that counts: the sheet's, otherwise the one that is due."""
        return self.line or self.fresh


@dataclass(frozen=True, slots=True)
class BoardFacts:
    """Everything of a month."""

    month: MonthFacts
    said: Said
    day: date
    """As of which contracts and papers are looked at."""
    calendar: Calendar
    cases: tuple[Case, ...]


def board_facts(
    books: Books, facts: MonthFacts, sheets: Sequence[SheetView], today: date
) -> BoardFacts:
    """Collect a month; `today` limits a month that is not over."""
    project, month = facts.project, facts.month
    day = max(month.first, min(month.last, today))
    placed = {line.worker: (view, line) for view in sheets for line in view.sheet.lines}
    workers = {worker.id: worker for worker in facts.workers}
    strays = [one for one in placed if one not in workers]
    everybody = [*facts.workers, *(books.workers.get(one) for one in strays)]
    contracts = _contracts(books, facts, day)
    exceptions: dict[WorkerId, list[Finding]] = {}
    for one in find_exceptions(books, project, month).items:
        seen = one.finding.level is not Level.NOTE and one.finding.code not in _ELSEWHERE
        if one.worker is not None and seen:
            exceptions.setdefault(one.worker, []).append(one.finding)
    cases = []
    for seq, worker in enumerate(everybody, 1):
        view, line = placed.get(worker.id, (None, None))
        fresh = facts.line(worker, LineId(new_id()), seq) if worker.id in workers else None
        own = tuple(exceptions.get(worker.id, ()))
        cases.append(Case(worker, line, fresh, view, contracts.get(worker.id), own))
    said, calendar = Said.of(books, project.id, month), books.calendar.calendar()
    return BoardFacts(facts, said, day, calendar, tuple(cases))


def _contracts(books: Books, facts: MonthFacts, day: date) -> Mapping[WorkerId, ContractLine]:
    """Return everybody's standing on his last day on the site by a day."""
    project: ProjectId = facts.project.id
    found = {line.worker: line for line in lines(books, project, day)}
    own = by_worker(books, project)
    for worker in facts.workers:
        line = found.get(worker.id)
        if line is not None and line.exit is not None:
            state = state_of(own.get(worker.id, ()), line.exit, rules_on(line.exit).notice_days)
            found[worker.id] = replace(line, exit=None, state=state)
    return found
