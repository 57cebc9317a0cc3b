"""Who may not, or not any more, do the work: the shipped table held against the roster."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any

import resources
from desktop.domain import identity
from desktop.domain.ages import AgeLimit, AgeRules, AgeVerdict, Delay, Subject
from desktop.domain.findings import Code, Finding, Level
from desktop.domain.ids import ProjectId, WorkerId
from desktop.domain.worker import Employment, Worker
from desktop.ports.books import OpenBooks
from desktop.ports.clock import Clock
from desktop.services import terms
from resources.words import phrase

_OLDEST = 200
SOON = 30
"""Days ahead that are looked at unless somebody says otherwise."""


@cache
def rules() -> AgeRules:
    """Read resources/rules/ages.toml."""
    table = tomllib.loads(resources.text("rules/ages.toml"))["limit"]
    return AgeRules(tuple(_limit(row) for row in table))


def _limit(row: Mapping[str, Any]) -> AgeLimit:
    delay = row.get("delay")
    unproved = "" if row.get("verified", True) else phrase("ages", "unproved")
    return AgeLimit(
        title=row["title"],
        citation=row["citation"] + unproved,
        remedy=row["remedy"],
        level=Level(row["level"]),
        since=row["since"],
        until=row.get("until"),
        place=row.get("place", ""),
        place_name=row.get("place_name", ""),
        sex=row.get("sex", ""),
        classes=frozenset(row.get("classes", ())),
        least=row.get("least", 0),
        limit=row.get("limit", 0),
        delay=Delay(**delay) if delay else None,
        bars=row.get("bars", True),
    )


def judge(birth: date, sex: str, day: date, area: str = "", trade: str = "") -> AgeVerdict | None:
    """Judge an age on a day for a place of work and a trade; None when nothing bars it.

    Retirement, which ends a contract and bars nobody, is told by `Ages.lines`.
    """
    classes = terms.classes_of(trade)
    concerned, unquestioned = _rules_for(sex, area, classes)
    if identity.age_on(birth, day) in unquestioned:
        return None
    return concerned.judge(Subject(birth, sex, area, classes), day, bars_only=True)


@cache
def _rules_for(sex: str, area: str, classes: frozenset[str]) -> tuple[AgeRules, range]:
    """Return the rows that concern people of a kind, and the ages that none of them can bite.

    Twenty thousand people are judged at once, most of them neither young nor old.
    """
    limits = tuple(one for one in rules().limits if one.concerns(sex, area, classes))
    young = max((one.least for one in limits), default=0)
    old = min((one.limit for one in limits if one.limit), default=_OLDEST)
    return AgeRules(limits), range(young, old)


def facts_of(verdict: AgeVerdict) -> dict[str, str]:
    """Return what the words for a verdict need."""
    limit = verdict.limit
    return {
        "age": str(verdict.age),
        "day": str(verdict.day),
        "rule": limit.title,
        "place": limit.place_name or phrase("ages", "everywhere"),
        "citation": limit.citation,
        "action": limit.remedy,
    }


@dataclass(frozen=True, slots=True)
class AgeLine:
    """Somebody on site whose age is outside a rule, or soon will be."""

    worker: WorkerId
    name: str
    team: str
    trade: str
    birth: date
    verdict: AgeVerdict
    is_due: bool
    """The rule bites already; otherwise on `verdict.day`."""

    @property
    def finding(self) -> Finding:
        """The same as a finding."""
        code = Code.AGE_LIMIT if self.is_due else Code.AGE_SOON
        level = self.verdict.level if self.is_due else Level.NOTE
        facts = {**facts_of(self.verdict), "worker": str(self.worker)}
        return Finding(code, level, subject=self.name, facts=facts)


class Ages:
    """Ages of the people on site."""

    def __init__(self, *, reads: OpenBooks, clock: Clock) -> None:
        self._reads = reads
        self._clock = clock

    def lines(self, project_id: ProjectId, within: int = SOON) -> tuple[AgeLine, ...]:
        """Return who is outside a rule today, gravest first, then who will be within days."""
        today = self._clock.today()
        with self._reads() as books:
            project = books.projects.get(project_id)
            teams = {team.id: team.name for team in books.projects.teams(project_id)}
            people = [
                (worker, job, teams.get(job.team, ""))
                for worker in books.workers.of_project(project_id)
                if (job := worker.employment(project_id)) is not None
                and (job.exit is None or job.exit >= today)
            ]
        lines = [
            line
            for worker, job, team in people
            for line in _lines(worker, job, team, project.area, (today, within))
        ]
        return tuple(sorted(lines, key=_order))


def _order(line: AgeLine) -> tuple[bool, int, date, str]:
    gravity = list(Level).index(line.verdict.level) if line.is_due else 0
    return not line.is_due, gravity, line.verdict.day, line.name


def birth_and_sex(worker: Worker) -> tuple[date | None, str]:
    """Return a worker's day of birth and sex, by his number where it carries them."""
    if identity.has_birth(worker.id_number):
        try:
            return identity.birth_of(worker.id_number), identity.sex_of(worker.id_number)
        except ValueError:
            return None, ""
    return worker.birth, worker.sex.removesuffix("性")


def _lines(
    worker: Worker, job: Employment, team: str, area: str, span: tuple[date, int]
) -> Iterator[AgeLine]:
    birth, sex = birth_and_sex(worker)
    if birth is None:
        return
    today, within = span
    subject = Subject(birth, sex, area, terms.classes_of(job.trade))
    last = today + timedelta(days=within)
    now = rules().judge(subject, today)
    soon = rules().reaches(subject, today + timedelta(days=1), last)
    for verdict, due in ((now, True), (soon, False)):
        if verdict is not None:
            yield AgeLine(worker.id, worker.name, team, job.trade, birth, verdict, due)
