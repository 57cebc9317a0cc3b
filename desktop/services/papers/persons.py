"""Facts of the papers about persons: roster, statement, entry and exit forms."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any

import resources
from desktop.domain.contract import ContractKind, ContractTerm, LabourContract, Training
from desktop.domain.errors import Unknown
from desktop.domain.ids import WorkerId
from desktop.domain.money import ZERO, Money
from desktop.domain.months import WageMonth
from desktop.domain.movement import jobs_in
from desktop.domain.payroll import ItemKind
from desktop.domain.worker import Employment, Worker
from desktop.ports.papers import RosterRow, RosterSheet, SiteForm, Statement, WageEntry
from desktop.services import terms
from desktop.services.exports.people import Choice, Person, pay_word, people_of
from desktop.services.papers.entries import Payments, entry_of
from desktop.services.papers.months import Site
from resources.words import phrase

Contracts = Mapping[WorkerId, LabourContract]


@cache
def roster_words() -> Mapping[str, str]:
    """Return how contracts are put into words (resources/terms/papers.toml)."""
    own = tomllib.loads(resources.text("terms/papers.toml"))["roster"]
    return {key: text for key, text in own.items() if isinstance(text, str)}


def rosters(site: Site, words: Mapping[str, str]) -> tuple[RosterSheet, ...]:
    """Return the staff rosters, one for each company.

    Args:
        site: where.
        words: how contracts are put into words.

    Raises:
        Unknown: nobody is on the roster.
    """
    people = people_of(site.books, site.project, site.stamp.today, Choice())
    contracts = _contracts(site)
    found: dict[str, list[RosterRow]] = {}
    for person in people.persons:
        row = _row(person, contracts.get(person.worker.id), words)
        found.setdefault(person.texts["company"], []).append(row)
    if not found:
        raise Unknown(kind="worker", name=phrase("papers", "nobody"))
    return tuple(RosterSheet(site.head(name), tuple(rows)) for name, rows in found.items())


def _contracts(site: Site) -> dict[WorkerId, LabourContract]:
    """Return everybody's latest contract."""
    every = sorted(site.books.contracts.of_project(site.project.id), key=lambda one: one.begin)
    return {one.worker: one for one in every}


def _row(person: Person, contract: LabourContract | None, words: Mapping[str, str]) -> RosterRow:
    worker = person.worker
    form = ContractKind(contract.kind) if contract else None
    return RosterRow(
        name=worker.name,
        sex=worker.sex,
        id_number=worker.id_number,
        address=worker.address,
        contact_address=worker.contact_address,
        phone=worker.phone,
        employment=words[form.value] if form else words["no_contract"],
        entry=person.job.entry,
        exit=person.job.exit,
        contract=term_words(contract, words),
        team=person.texts["team"],
        trade=person.job.trade,
    )


def term_words(contract: LabourContract | None, words: Mapping[str, str]) -> str:
    """Put the term of a contract into words; empty for none."""
    if contract is None:
        return ""
    key = "until" if contract.term is ContractTerm.FIXED else contract.term.value
    said = words[key].format(first=contract.begin, last=contract.end or "")
    return said if contract.signed else said + words["unsigned"]


def on_sheets(site: Site, first: WageMonth, last: WageMonth) -> tuple[WorkerId, ...]:
    """Return everybody who stands on a sheet of a span of months, in the sheets' order."""
    found: dict[WorkerId, None] = {}
    for month in _months(site, first, last):
        for sheet in site.books.sheets.of_month(site.project.id, month):
            found |= dict.fromkeys(line.worker for line in sheet.lines)
    return tuple(found)


def _months(site: Site, first: WageMonth, last: WageMonth) -> list[WageMonth]:
    known = site.books.sheets.months(site.project.id)
    return sorted(month for month in known if first <= month <= last)


def statements(
    site: Site, workers: Sequence[WorkerId], first: WageMonth, last: WageMonth
) -> tuple[Statement, ...]:
    """Return what workers earned and got from one month to another.

    Raises:
        Unknown: one of them never belonged to the project.
    """
    every, wanted = site.workers(), frozenset(workers)
    payments = Payments(site.books, site.project.id)
    entries: dict[WorkerId, list[WageEntry]] = {one: [] for one in workers}
    for month in _months(site, first, last):
        for sheet in site.books.sheets.of_month(site.project.id, month):
            for line in sheet.lines:
                if line.worker in wanted:
                    own = entry_of(sheet, line, every.get(line.worker), payments)
                    entries[line.worker].append(own)
    arrears = _arrears(site)
    span = first, last
    found = []
    for one in workers:
        worker = every.get(one) or site.books.workers.get(one)
        found.append(_statement(site, worker, span, entries[one], arrears.get(one, ZERO)))
    return tuple(found)


def _statement(
    site: Site,
    worker: Worker,
    span: tuple[WageMonth, WageMonth],
    entries: Sequence[WageEntry],
    arrears: Money,
) -> Statement:
    job = _jobs(worker, site)[-1]
    team, company = _team(site, job)
    return Statement(
        head=site.head(company),
        first=span[0],
        last=span[1],
        name=worker.name,
        id_number=worker.id_number,
        phone=worker.phone,
        team=team,
        trade=job.trade,
        entries=tuple(entries),
        arrears=arrears,
    )


def _arrears(site: Site) -> dict[WorkerId, Money]:
    """Return the arrears brought in that no sheet has taken up yet."""
    found: dict[WorkerId, Money] = {}
    for one in site.books.workers.openings(site.project.id):
        if one.kind == "arrears" and one.worker is not None:
            found[one.worker] = found.get(one.worker, ZERO) + one.amount
    if not found:
        return {}
    for month in site.books.sheets.months(site.project.id):
        for sheet in site.books.sheets.of_month(site.project.id, month):
            for line in sheet.lines:
                if line.worker in found:
                    found[line.worker] -= line.amount(ItemKind.ARREARS)
    return {worker: amount for worker, amount in found.items() if amount.fen > 0}


def forms(
    site: Site, workers: Sequence[WorkerId], words: Mapping[str, str], *, leaving: bool
) -> tuple[SiteForm, ...]:
    """Return entry or exit forms of workers; of everybody concerned where none is named.

    Raises:
        Unknown: one of them never belonged to the project, or nobody is concerned.
    """
    every = site.workers()
    wanted = [every[one] if one in every else site.books.workers.get(one) for one in workers]
    if not workers:
        wanted = [one for one in every.values() if not leaving or _jobs(one, site)[-1].exit]
        wanted.sort(key=lambda one: (one.name, str(one.id)))
    if not wanted:
        raise Unknown(kind="worker", name=phrase("papers", "nobody-left" if leaving else "nobody"))
    contracts = _contracts(site)
    trainings = site.books.contracts.trainings(site.project.id)
    payments = Payments(site.books, site.project.id)
    money = _money(site, payments) if leaving else {}
    return tuple(
        _form(site, one, (contracts.get(one.id), trainings, words), money.get(one.id), leaving)
        for one in wanted
    )


def _money(site: Site, payments: Payments) -> dict[WorkerId, tuple[Money, Money]]:
    """Return what was due to everybody and what was paid, over all sheets and arrears."""
    found = {worker: (amount, ZERO) for worker, amount in _arrears(site).items()}
    for month in site.books.sheets.months(site.project.id):
        for sheet in site.books.sheets.of_month(site.project.id, month):
            for line in sheet.lines:
                due, paid = found.get(line.worker, (ZERO, ZERO))
                own = Money.sum(one.amount for one in payments.of(line.id, month))
                found[line.worker] = (due + line.net, paid + own)
    return found


def _form(
    site: Site,
    worker: Worker,
    papers: tuple[LabourContract | None, Sequence[Training], Mapping[str, str]],
    money: tuple[Money, Money] | None,
    leaving: bool,  # noqa: FBT001 - which of two forms
) -> SiteForm:
    jobs = _jobs(worker, site)
    job, first = jobs[-1], jobs[0]
    team, company = _team(site, job)
    due, paid = money or (ZERO, ZERO)
    fields = {
        **_own(worker, site.stamp.today),
        **_papers(worker, *papers),
        "company": company,
        "team": team,
        "trade": job.trade,
        "entry": str(first.entry),
        "exit": str(job.exit or ""),
        "reason": job.exit_reason,
        "pay": _pay(job),
        "device_number": "、".join(dict.fromkeys(one.number for one in job.device_numbers)),
        "due": str(due),
        "paid": str(paid),
        "open": str(due - paid),
    }
    return SiteForm(site.head(company), leaving, worker.name, tuple(fields.items()), due, paid)


def _own(worker: Worker, today: date) -> dict[str, str]:
    card = worker.card(today)
    emergency = (worker.emergency_name, worker.emergency_relation, worker.emergency_phone)
    return {
        "name": worker.name,
        "sex": worker.sex,
        "nation": worker.nation,
        "birth": str(worker.birth or ""),
        "id_kind": terms.id_kind_title(worker.id_kind),
        "id_number": worker.id_number,
        "captured": phrase("papers", f"captured-{worker.captured.value}"),
        "address": worker.address,
        "contact_address": worker.contact_address,
        "phone": worker.phone,
        "emergency": "　".join(part for part in emergency if part),
        "education": worker.education,
        "card": card.number if card else "",
        "bank": card.bank if card else "",
    }


def _papers(
    worker: Worker,
    contract: LabourContract | None,
    trainings: Sequence[Training],
    words: Mapping[str, str],
) -> dict[str, str]:
    own = [one for one in trainings if worker.id in one.workers]
    said = [
        phrase("papers", "training", day=one.day, name=one.name, hours=f"{one.hours.normalize():f}")
        for one in own[-1:]
    ]
    number = contract.number if contract else words["no_contract"]
    return {
        "contract": number,
        "contract_term": term_words(contract, words),
        "training": "".join(said),
    }


def _pay(job: Employment) -> str:
    term = job.pay_term(job.exit or date.max) or next(iter(job.pay_terms), None)
    return f"{pay_word(term.kind)} {term.rate}" if term else ""


def _jobs(worker: Worker, site: Site) -> tuple[Employment, ...]:
    jobs = jobs_in(worker, site.project.id)
    if not jobs:
        raise Unknown(kind="worker", name=worker.name)
    return jobs


def _team(site: Site, job: Employment) -> tuple[str, str]:
    """Return the names of an employment's team and company."""
    teams: dict[Any, Any] = {one.id: one for one in site.books.projects.teams(site.project.id)}
    team = teams.get(job.team)
    return (team.name, site.companies().get(team.subcontractor, "")) if team else ("", "")
