"""A worker as texts by column, and who belongs to a table and who does not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from desktop.domain.company import Company
from desktop.domain.guard import printable
from desktop.domain.identity import IdKind
from desktop.domain.ids import TeamId
from desktop.domain.movement import job_on
from desktop.domain.project import Project, Team
from desktop.domain.worker import Card, Employment, PayKind, Worker
from desktop.ports.books import Books
from desktop.services import terms
from desktop.services.roster.columns import columns, pay_kinds
from resources.words import phrase


@dataclass(frozen=True, slots=True)
class Excluded:
    """Somebody of the project who is not in a table, and why."""

    name: str
    why: str


@dataclass(frozen=True, slots=True)
class Person:
    """A worker with the employment a table speaks of."""

    worker: Worker
    job: Employment
    texts: Mapping[str, str]
    """By column key of resources/terms/roster.toml."""


@dataclass(frozen=True, slots=True)
class People:
    """Who is in a table; in = out + excluded."""

    project: Project
    persons: tuple[Person, ...]
    excluded: tuple[Excluded, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """Whom a table is about."""

    on: date | None = None
    """Only who is on site that day; None: everybody who ever was."""
    team: TeamId | None = None


def people_of(books: Books, project: Project, today: date, choice: Choice) -> People:
    """Read a project's people, in the order of company, team, name."""
    teams = {team.id: team for team in books.projects.teams(project.id)}
    companies = {member.company.id: member.company for member in project.members}
    found: list[tuple[tuple[str, str, str], Person]] = []
    excluded: list[Excluded] = []
    for worker in books.workers.of_project(project.id):
        job = _job(worker, project, choice)
        if job is None:
            excluded.append(Excluded(worker.name, _why_not(worker, project, choice)))
            continue
        team = teams.get(job.team)
        company = companies.get(team.subcontractor) if team else None
        person = Person(worker, job, _texts(worker, job, (team, company), choice.on or today))
        found.append((_order(person), person))
    found.sort(key=lambda pair: pair[0])
    return People(project, tuple(person for _, person in found), tuple(excluded))


def _order(person: Person) -> tuple[str, str, str]:
    return person.texts["company"], person.texts["team"], person.worker.name


def _job(worker: Worker, project: Project, choice: Choice) -> Employment | None:
    job = (
        worker.employment(project.id)
        if choice.on is None
        else job_on(worker, project.id, choice.on)
    )
    return job if job is None or choice.team in {None, job.team} else None


def _why_not(worker: Worker, project: Project, choice: Choice) -> str:
    job = worker.employment(project.id)
    if job is None or choice.on is None:
        return phrase("exports", "other-team")
    if job_on(worker, project.id, choice.on) is not None:
        return phrase("exports", "other-team")
    if job.exit is not None and job.exit < choice.on:
        return phrase("exports", "left", day=job.exit)
    return phrase("exports", "not-yet", day=choice.on)


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _texts(
    worker: Worker, job: Employment, where: tuple[Team | None, Company | None], on: date
) -> Mapping[str, str]:
    team, company = where
    term = job.pay_term(job.exit or on) or next(iter(job.pay_terms), None)
    numbers = [one.number for one in job.device_numbers]
    texts = {
        **_own(worker),
        **_card(worker.card(on)),
        "company": company.name if company else "",
        "credit_code": company.credit_code if company else "",
        "team": team.name if team else "",
        "trade": job.trade,
        "entry": _day(job.entry),
        "exit": _day(job.exit),
        "device_number": numbers[-1] if numbers else "",
        "pay_kind": pay_word(term.kind) if term else "",
        "rate": term.rate.plain if term else "",
    }
    return {key: printable(text) for key, text in texts.items()}


def _own(worker: Worker) -> dict[str, str]:
    return {
        "name": worker.name,
        "id_number": worker.id_number,
        "id_kind": terms.id_kind_title(worker.id_kind),
        "phone": worker.phone,
        "birth": _day(worker.birth),
        "sex": worker.sex,
        "native_place": worker.native_place,
        "nation": worker.nation,
        "education": worker.education,
        "political_status": worker.political_status,
        "address": worker.address,
        "contact_address": worker.contact_address,
        "id_issuer": worker.id_issuer,
        "id_validity": worker.id_validity,
        "emergency_name": worker.emergency_name,
        "emergency_phone": worker.emergency_phone,
        "emergency_relation": worker.emergency_relation,
        "note": worker.note,
    }


def _card(card: Card | None) -> dict[str, str]:
    if card is None:
        return {}
    return {
        "bank": card.bank,
        "card": card.number,
        "cnaps": card.cnaps,
        "account_name": card.account_name,
    }


def pay_word(kind: PayKind) -> str:
    """Return the first word the roster's terms have for a kind of pay."""
    return next(word for word, one in pay_kinds().items() if one is kind)


def choices_of(key: str, project: Project, teams: tuple[Team, ...]) -> tuple[str, ...]:
    """Return what the drop-down of a column offers; none: free text."""
    return {
        "sex": ("男", "女"),
        "id_kind": tuple(terms.id_kind_title(kind) for kind in IdKind),
        "nation": terms.nations(),
        "trade": terms.trades(),
        "pay_kind": tuple(pay_word(kind) for kind in PayKind),
        "company": tuple(dict.fromkeys(member.company.name for member in project.members)),
        "team": tuple(dict.fromkeys(team.name for team in teams)),
    }.get(key, ())


def title_of(key: str) -> str:
    """Return a column's heading; a star says that it must be filled."""
    column = columns()[key]
    return column.title + ("*" if column.required else "")
