"""The pay-ability board: who of a month can be paid, and what keeps the others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from desktop.domain.changes import Changes, Outcome, Topic
from desktop.domain.errors import RoleMissing
from desktop.domain.gates import (
    Board,
    Gate,
    GateRow,
    GateRule,
    Switch,
    excluded,
    settle,
    switches_of,
    switches_text,
)
from desktop.domain.ids import ProjectId, WorkerId
from desktop.domain.money import ZERO
from desktop.domain.months import WageMonth
from desktop.domain.people import CHECKERS, MAKERS
from desktop.ports.books import Books, OpenBooks, Seat
from desktop.ports.clock import Clock
from desktop.services.payability.facts import BoardFacts, Case, board_facts
from desktop.services.payability.judges import JUDGES
from desktop.services.payability.rules import gate_rules
from desktop.services.payroll.derivation import Node, derive, known_of
from desktop.services.payroll.month import month_facts
from desktop.services.payroll.views import holding, ordered, view

__all__ = ["Payability"]


class Payability:
    """Reads a month's gates, and keeps which of them block in a project."""

    def __init__(self, *, books: OpenBooks, reads: OpenBooks, clock: Clock, seat: Seat) -> None:
        self._books = books
        self._reads = reads
        self._clock = clock
        self._seat = seat

    def rules(self) -> tuple[GateRule, ...]:
        """Return the gates as they stand today."""
        return gate_rules(self._clock.today())

    def board(self, project_id: ProjectId, month: WageMonth) -> Board:
        """Return everybody of a month at every gate, in the order of the sheets."""
        with self._reads() as books:
            project = books.projects.get(project_id)
            facts = month_facts(books, project, month)
            sheets = ordered(project, books.sheets.of_month(project_id, month))
            views = tuple(view(one, books.sheets.signed(one.id), facts.law) for one in sheets)
            found = board_facts(books, facts, views, self._clock.today())
            thrown = _thrown(books, project_id)
        rules = gate_rules(month.last)
        switches = {rule.gate: thrown.get(rule.gate, rule.default) for rule in rules}
        rows = tuple(_row(case, found, rules, switches) for case in found.cases)
        return Board(month, rows, rules, switches)

    def explain(self, project_id: ProjectId, month: WageMonth, worker: WorkerId) -> Node:
        """Return why a worker's line of a month says what it says, down to his punches.

        Raises:
            Unknown: there is no such worker, or he never belonged to the project.
        """
        with self._reads() as books:
            project = books.projects.get(project_id)
            person = books.workers.get(worker)
            sheets = books.sheets.of_month(project_id, month)
            found = holding(sheets, worker)
            known = known_of(books, month_facts(books, project, month), person)
        return derive(person, found[0] if found else None, known)

    def switch(
        self, project_id: ProjectId, thrown: Mapping[Gate, Switch]
    ) -> Outcome[Mapping[Gate, Switch]]:
        """Decide which gates block in a project; gates that are not named stay as they are.

        Raises:
            RoleMissing: who sits here neither prepares nor checks wages.
            Unknown: there is no such project.
        """
        with self._books() as books:
            self._allow(books)
            books.projects.get(project_id)
            before = _thrown(books, project_id)
            after = {**before, **thrown}
            record = books.people.office()
            settings = {**record.settings, _key(project_id): switches_text(after)}
            books.people.put_office(replace(record, settings=settings))
            for gate, switch in thrown.items():
                former = before.get(gate, "default")
                books.journal.write(
                    "gates.switch", str(project_id), gate=gate.value, switch=switch.value,
                    before=str(former),
                )  # fmt: skip
            books.commit()
        return Outcome(after, Changes.of(Topic.PROJECT, project=project_id))

    def _allow(self, books: Books) -> None:
        people = {person.id: person for person in books.people.all()}
        person = people.get(self._seat.person)
        if person is None or not person.roles & (MAKERS | CHECKERS):
            raise RoleMissing(name=self._seat.name, role="labour_officer")


def _key(project: ProjectId) -> str:
    return f"gates:{project}"


def _thrown(books: Books, project: ProjectId) -> dict[Gate, Switch]:
    return switches_of(books.people.office().settings.get(_key(project), ""))


def _row(
    case: Case,
    facts: BoardFacts,
    rules: tuple[GateRule, ...],
    switches: Mapping[Gate, Switch],
) -> GateRow:
    cells = tuple(
        settle(rule, switches[rule.gate], JUDGES[rule.gate](case, facts)) for rule in rules
    )
    worker, shown = case.worker, case.shown
    net = shown.net if shown else ZERO
    return GateRow(
        worker=worker.id,
        name=worker.name,
        initials=worker.initials,
        team_name=shown.team_name if shown else "",
        captured=worker.captured,
        net=net,
        cells=cells,
        excluded=excluded(net, cells, listed=case.line is not None),
    )
