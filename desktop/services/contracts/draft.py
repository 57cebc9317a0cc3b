"""Contracts made out in one go: defaults from project, team, pay term and card."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from desktop.domain.ages import AgeLimit
from desktop.domain.company import Company
from desktop.domain.contract import ContractKind, ContractTerm, LabourContract
from desktop.domain.contract_state import (
    ContractState,
    Standing,
    last_day,
    probation_limit,
    state_of,
)
from desktop.domain.findings import Code, Finding, Level, stops
from desktop.domain.ids import CompanyId, ContractId, WorkerId, new_id
from desktop.domain.money import ZERO
from desktop.domain.project import PayDay, Project, Team
from desktop.domain.worker import Employment, PayKind, PayTerm, Worker
from desktop.ports.books import Books
from desktop.services.ages import rules as age_rules
from desktop.services.contracts.rules import citation, rules_on
from desktop.services.contracts.text import facts_of

_NUMBER = re.compile(r"(\d{4})-(\d+)")
_ONE_DAY = timedelta(days=1)
ON_PAPER = (
    "employer_address", "legal_person", "employer_phone", "address", "phone",
    "emergency_name", "emergency_phone", "emergency_relation",
)  # fmt: skip
"""What may be written by hand: printed as an empty line while the books do not say it."""
_EMPLOYER = frozenset({"employer_address", "legal_person", "employer_phone"})
OPEN = frozenset({Standing.NONE, Standing.EXPIRED, Standing.ENDED})
"""Who has nothing and needs a contract."""


@dataclass(frozen=True, slots=True)
class ContractTerms:
    """What a batch of contracts has in common; what is left out comes from the books."""

    kind: ContractKind | None = None
    """None: an agreement for who has reached the age of retirement, otherwise a contract."""
    term: ContractTerm = ContractTerm.TASK
    begin: date | None = None
    """None: each one's entry, or the day after his last contract."""
    end: date | None = None
    """Of fixed terms; None: the project's finish."""
    probation_months: int = 0
    place: str = ""
    pay_day: PayDay | None = None


@dataclass(frozen=True, slots=True)
class ContractDraft:
    """One contract as it would be written, and what is missing for it."""

    contract: LabourContract
    name: str
    team_name: str
    missing: tuple[str, ...] = ()
    """Facts that will be empty lines on its print."""
    findings: tuple[Finding, ...] = ()

    @property
    def is_ready(self) -> bool:
        """Whether nothing stops it."""
        return not stops(self.findings)


@dataclass(frozen=True, slots=True)
class FillProposal:
    """What filling would write; nothing is written."""

    drafts: tuple[ContractDraft, ...]
    findings: tuple[Finding, ...] = ()
    """What concerns all of them, such as an employer whose address is not known."""

    @property
    def ready(self) -> tuple[ContractDraft, ...]:
        """The drafts that would be written."""
        return tuple(draft for draft in self.drafts if draft.is_ready)

    @property
    def held(self) -> tuple[ContractDraft, ...]:
        """The drafts for which something is missing that no hand can add."""
        return tuple(draft for draft in self.drafts if not draft.is_ready)


def propose(
    books: Books,
    project: Project,
    today: date,
    terms: ContractTerms,
    workers: Collection[WorkerId] | None = None,
) -> FillProposal:
    """Make out contracts for everyone who needs one.

    Args:
        books: where the facts stand.
        project: of the contracts.
        today: on which everyone's standing is looked at.
        terms: what they have in common.
        workers: only these; of them also those whose contract runs out (a renewed one).
    """
    maker = _Maker(books, project, today, terms)
    drafts: list[ContractDraft] = []
    for worker in books.workers.of_project(project.id):
        if workers is not None and worker.id not in workers:
            continue
        job = worker.employment(project.id)
        if job is None or (job.exit is not None and job.exit < today):
            continue
        state = maker.state(worker.id)
        renew = workers is not None and state.standing is Standing.EXPIRING
        if state.standing in OPEN or (renew and state.waiting is None):
            drafts.append(maker.draft(worker, job, state))
    numbered = number_all(drafts, books.contracts.of_project(project.id))
    return FillProposal(numbered, tuple(maker.common()))


def number_all(
    drafts: Sequence[ContractDraft], known: Iterable[LabourContract]
) -> tuple[ContractDraft, ...]:
    """Give numbers by project and year of beginning, each year going on from its last."""
    last: dict[int, int] = {}
    for contract in known:
        if match := _NUMBER.fullmatch(contract.number):
            year, number = int(match[1]), int(match[2])
            last[year] = max(last.get(year, 0), number)
    numbered = []
    for draft in drafts:
        if not draft.is_ready:
            numbered.append(draft)
            continue
        year = draft.contract.begin.year
        last[year] = last.get(year, 0) + 1
        contract = replace(draft.contract, number=f"{year}-{last[year]:04d}")
        numbered.append(replace(draft, contract=contract))
    return tuple(numbered)


class _Maker:
    """Makes drafts from one look at the project."""

    def __init__(self, books: Books, project: Project, today: date, terms: ContractTerms) -> None:
        self._project, self._today, self._terms = project, today, terms
        self._teams: dict[object, Team] = {t.id: t for t in books.projects.teams(project.id)}
        self._companies: dict[CompanyId, Company] = {
            company.id: company for company in books.projects.companies()
        } | {member.company.id: member.company for member in project.members}
        self._known: dict[WorkerId, list[LabourContract]] = {}
        for contract in books.contracts.of_project(project.id):
            self._known.setdefault(contract.worker, []).append(contract)
        self._used: dict[CompanyId, tuple[str, ...]] = {}

    def state(self, worker: WorkerId) -> ContractState:
        """Return where a worker stands."""
        notice = rules_on(self._today).notice_days
        return state_of(self._known.get(worker, ()), self._today, notice)

    def draft(self, worker: Worker, job: Employment, state: ContractState) -> ContractDraft:
        """Make out one contract."""
        team = self._teams.get(job.team)
        contract = self._contract(worker, job, state, team)
        employer = self._companies.get(contract.employer)
        missing: tuple[str, ...] = ()
        if employer is not None:
            facts = facts_of(contract, worker, employer, self._project)
            empty = tuple(key for key in ON_PAPER if not facts[key])
            missing = tuple(key for key in empty if key not in _EMPLOYER)
            self._used[employer.id] = tuple(key for key in empty if key in _EMPLOYER)
        findings = list(self._findings(contract, worker, missing))
        return ContractDraft(
            contract, worker.name, team.name if team else "", missing, tuple(findings)
        )

    def common(self) -> Iterator[Finding]:
        """Yield what is missing of employers, once each."""
        for company, keys in self._used.items():
            name = self._companies[company].name
            for key in keys:
                facts = {"field": f"contract.{key}", "citation": citation("clauses")}
                yield Finding(Code.CONTRACT_BLANK, Level.WARN, None, f"contract.{key}", name, facts)

    def _contract(
        self, worker: Worker, job: Employment, state: ContractState, team: Team | None
    ) -> LabourContract:
        terms, project = self._terms, self._project
        begin = terms.begin or self._begin(job, state)
        pay = job.pay_term(begin) or next(iter(job.pay_terms), None)
        pay = pay or PayTerm(PayKind.DAY, ZERO, begin)
        fixed = terms.term is ContractTerm.FIXED
        return LabourContract(
            id=ContractId(new_id()),
            project=project.id,
            worker=worker.id,
            employer=team.subcontractor if team else CompanyId(new_id()),
            kind=terms.kind or _kind_for(retired(worker, project.area, begin)),
            term=terms.term,
            number="",
            begin=begin,
            end=(terms.end or project.finish) if fixed else None,
            pay_kind=pay.kind,
            rate=pay.rate,
            pay_day=terms.pay_day or project.pay_day,
            work=job.trade or (team.trade if team else ""),
            place=terms.place or project.address or project.name,
            probation_months=terms.probation_months,
            emergency_name=worker.emergency_name,
            emergency_phone=worker.emergency_phone,
            emergency_relation=worker.emergency_relation,
        )

    def _begin(self, job: Employment, state: ContractState) -> date:
        """Begin with the entry; a renewed contract begins the day after the last one."""
        before = last_day(state.contract) if state.contract else None
        return max(job.entry, before + _ONE_DAY) if before else job.entry

    def _findings(
        self, contract: LabourContract, worker: Worker, missing: Sequence[str]
    ) -> Iterator[Finding]:
        for key in _needed(contract, self._companies):
            facts = {"field": f"contract.{key}", "citation": citation("pay")}
            yield Finding(
                Code.CONTRACT_NEEDS, Level.STOP, None, f"contract.{key}", worker.name, facts
            )
        yield from faults_of(contract, worker.name)
        limit = retired(worker, self._project.area, contract.begin)
        if limit is not None and contract.kind is ContractKind.LABOUR:
            facts = {"rule": limit.title, "citation": limit.citation}
            yield Finding(
                Code.CONTRACT_RETIRED, Level.WARN, None, "contract.kind", worker.name, facts
            )
        for key in missing:
            rule = "emergency" if key.startswith("emergency") else "clauses"
            facts = {"field": f"contract.{key}", "citation": citation(rule)}
            yield Finding(
                Code.CONTRACT_BLANK, Level.WARN, None, f"contract.{key}", worker.name, facts
            )


def _kind_for(limit: AgeLimit | None) -> ContractKind:
    return ContractKind.LABOUR if limit is None else ContractKind.AGREEMENT


def retired(worker: Worker, area: str, day: date) -> AgeLimit | None:
    """Return the row by which a labour contract ends with retirement, None while it does not."""
    if worker.birth is None:
        return None
    for limit in age_rules().limits:
        ends = not limit.bars and limit.concerns(worker.sex, area, frozenset())
        if ends and limit.holds(day) and limit.bites(worker.birth, day):
            return limit
    return None


def _needed(contract: LabourContract, companies: Collection[CompanyId]) -> Iterator[str]:
    """Yield what no contract can do without: standard and date of pay, who employs, an end."""
    if contract.employer not in companies:
        yield "employer"
    if contract.rate.fen <= 0:
        yield "rate"
    if not contract.pay_day.day:
        yield "pay_day"
    if not contract.work:
        yield "work"
    if contract.term is ContractTerm.FIXED and contract.end is None:
        yield "end"


def faults_of(contract: LabourContract, name: str) -> Iterator[Finding]:
    """Yield what is wrong with a contract's dates and probation."""
    if contract.end is not None and contract.end < contract.begin:
        facts = {"begin": str(contract.begin), "end": str(contract.end)}
        yield Finding(Code.CONTRACT_DATES, Level.STOP, None, "contract.end", name, facts)
        return
    limit = probation_limit(contract, rules_on(contract.begin).probation)
    if limit is not None and contract.probation_months > limit.most:
        facts = {
            "months": str(contract.probation_months),
            "most": str(limit.most),
            "citation": limit.citation,
        }
        yield Finding(
            Code.PROBATION_TOO_LONG, Level.STOP, None, "contract.probation_months", name, facts
        )
