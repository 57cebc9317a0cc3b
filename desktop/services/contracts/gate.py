"""The entry gate: identity, contract, training before the first day of work; insurance."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from desktop.domain.attendance import BEIJING, DayMark
from desktop.domain.contract import InsuranceProof
from desktop.domain.contract_state import Proof, Proven, proven
from desktop.domain.findings import Code, Finding, Level
from desktop.domain.ids import WorkerId
from desktop.domain.months import WageMonth
from desktop.domain.project import Project
from desktop.domain.worker import Capture, Worker
from desktop.ports.books import Books
from desktop.services.attendance.month import month_attendance
from desktop.services.contracts.lines import by_worker
from desktop.services.contracts.rules import citation
from resources.words import phrase

_CODES = {
    Proof.IDENTITY: Code.ENTRY_NO_IDENTITY,
    Proof.CONTRACT: Code.ENTRY_NO_CONTRACT,
    Proof.TRAINING: Code.ENTRY_NO_TRAINING,
}


@dataclass(frozen=True, slots=True)
class GateLine:
    """One worker who came to work, and what he had by then."""

    worker: WorkerId
    name: str
    team_name: str
    entry: date
    first_day: date
    """First day of work within the span looked at."""
    captured: Capture
    proven: Proven

    @property
    def missing(self) -> tuple[Proof, ...]:
        """What he did not have by then."""
        return self.proven.missing(self.first_day)

    def level(self, proof: Proof) -> Level:
        """Tell how grave a missing proof is.

        A roster taken over from elsewhere says when it came here, not when they were registered.
        """
        taken_over = self.captured is Capture.IMPORTED and proof is Proof.IDENTITY
        return Level.NOTE if taken_over else Level.WARN

    @property
    def is_grave(self) -> bool:
        """Whether something is missing that is more than a note."""
        return any(self.level(proof) is Level.WARN for proof in self.missing)


@dataclass(frozen=True, slots=True)
class GateReport:
    """Everyone who worked in a span, and what was not in order."""

    first: date
    last: date
    lines: tuple[GateLine, ...]
    findings: tuple[Finding, ...]


def gate(books: Books, project: Project, first: date, last: date) -> GateReport:
    """Look at everyone who worked on a day of a span within one month."""
    worked = _first_days(books, project, first, last)
    contracts = by_worker(books, project.id)
    trainings = books.contracts.trainings(project.id)
    teams = {team.id: team.name for team in books.projects.teams(project.id)}
    found = []
    for worker in books.workers.of_project(project.id):
        day, job = worked.get(worker.id), worker.employment(project.id)
        if day is None or job is None:
            continue
        own = proven(worker, day, contracts.get(worker.id, ()), trainings, captured_on(worker))
        found.append(
            GateLine(
                worker.id, worker.name, teams.get(job.team, ""), job.entry, day,
                worker.captured, own,
            )
        )  # fmt: skip
    findings = [finding for line in found for finding in _findings(line)]
    if found:
        findings += insured(books, project, first)
    return GateReport(first, last, tuple(found), tuple(findings))


def captured_on(worker: Worker) -> date | None:
    """Return the Beijing day on which a worker's identity came into the books."""
    if worker.captured_at is None:
        return None
    return worker.captured_at.astimezone(BEIJING).date()


def insured(books: Books, project: Project, day: date) -> Iterator[Finding]:
    """Yield what is wrong with the project's work-injury insurance on a day it was worked on."""
    proofs = books.contracts.insurances(project.id)
    if any(_covers(proof, day) for proof in proofs):
        return
    facts = {"citation": citation("insurance")}
    ended = [proof for proof in proofs if proof.end is not None and proof.end < day]
    if not ended:
        yield Finding(Code.INSURANCE_MISSING, Level.WARN, subject=project.name, facts=facts)
        return
    last = max(ended, key=lambda proof: proof.end or date.min)
    facts |= {"number": last.number, "end": str(last.end)}
    yield Finding(Code.INSURANCE_EXPIRED, Level.WARN, subject=project.name, facts=facts)


def _covers(proof: InsuranceProof, day: date) -> bool:
    return proof.begin <= day and (proof.end is None or day <= proof.end)


def _first_days(books: Books, project: Project, first: date, last: date) -> Mapping[WorkerId, date]:
    """Return the first day each worker was there, by punches or by hand."""
    found = {}
    for worker, month in month_attendance(books, project, WageMonth.of(first)).items():
        days = (day for day in month.marks if first <= day <= last and _was_there(month.marks[day]))
        if (day := min(days, default=None)) is not None:
            found[worker] = day
    return found


def _was_there(mark: DayMark) -> bool:
    return mark.count is not None or mark.work_days > 0


def _findings(line: GateLine) -> Iterator[Finding]:
    own = line.proven
    since = {
        Proof.IDENTITY: own.identity,
        Proof.CONTRACT: own.contract,
        Proof.TRAINING: own.training,
    }
    for proof in line.missing:
        day = since[proof]
        key = f"late-{proof.value}" if day else f"never-{proof.value}"
        facts = {
            "day": str(line.first_day),
            "known": phrase("contracts", key, day=day),
            "citation": citation(proof.value),
        }
        yield Finding(_CODES[proof], line.level(proof), subject=line.name, facts=facts)
