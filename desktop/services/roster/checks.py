"""What a worker's facts must satisfy, whether in a roster row or in the form."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from desktop.domain import identity
from desktop.domain.findings import Code, Level
from desktop.domain.worker import Worker
from desktop.services.roster.sheet import looks_cut

LEAST_AGE = 16
"""禁止使用童工规定 (Order 364) art. 2."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One wrong fact of a worker, by column key."""

    column: str
    code: Code
    level: Level
    facts: dict[str, str] = field(default_factory=dict)


def check_name(raw: str, name: str) -> Iterator[Fault]:
    """Judge a name; `raw` is how it was written."""
    found = identity.check_name(name)
    if found is not None:
        code, sign = found
        facts = {"character": sign, "point": f"U+{ord(sign):04X}" if sign else ""}
        yield Fault("name", code, Level.STOP, {**facts, "limit": str(identity.NAME_LIMIT)})
    elif raw != name:
        yield Fault("name", Code.NAME_NORMALISED, Level.NOTE, {"written": raw, "name": name})


def check_id_number(number: str, today: date) -> Iterator[Fault]:
    """Judge an identity number that is not empty."""
    code = identity.check_id(number, today)
    if code is None:
        return
    if code is not Code.ID_BIRTH_DATE and looks_cut(number):
        code = Code.NUMBER_DAMAGED
    facts = {"value": identity.mask_id(number), "length": str(len(number))}
    yield Fault("id_number", code, Level.STOP, facts)


def check_agreement(number: str, birth: date | None, sex: str, entry: date) -> Iterator[Fault]:
    """Compare a valid identity number with what else is said of the person."""
    born = identity.birth_of(number)
    if birth is not None and birth != born:
        facts = {"written": str(birth), "number": str(born)}
        yield Fault("birth", Code.ID_BIRTH_MISMATCH, Level.WARN, facts)
    if sex and sex.removesuffix("性") != identity.sex_of(number):
        facts = {"written": sex, "number": identity.sex_of(number)}
        yield Fault("sex", Code.ID_SEX_MISMATCH, Level.WARN, facts)
    age = identity.age_on(born, entry)
    if age < LEAST_AGE:
        facts = {"age": str(age), "entry": str(entry), "birth": str(born)}
        yield Fault("id_number", Code.AGE_UNDER_16, Level.STOP, facts)


def check_phone(phone: str) -> Iterator[Fault]:
    """Judge a worker's mobile number that is not empty."""
    if not identity.is_mobile(phone):
        yield Fault("phone", Code.PHONE_WRONG, Level.STOP, {"value": phone})


def check_card(number: str, cnaps: str) -> Iterator[Fault]:
    """Judge a card number that is not empty, and its bank's CNAPS number when there is one."""
    facts = {"value": identity.mask_card(number)}
    if not identity.is_card(number):
        yield Fault("card", Code.CARD_FORMAT, Level.STOP, facts)
    elif not identity.passes_luhn(number):
        code, level = Code.CARD_LUHN, Level.WARN
        if looks_cut(number):
            code, level = Code.NUMBER_DAMAGED, Level.STOP
        yield Fault("card", code, level, facts)
    if cnaps and not identity.is_cnaps(cnaps):
        yield Fault("cnaps", Code.CNAPS_WRONG, Level.STOP, {"value": cnaps})


def check_dates(entry: date, leave: date | None) -> Iterator[Fault]:
    """Judge the span of an employment."""
    if leave is not None and leave < entry:
        facts = {"entry": str(entry), "exit": str(leave)}
        yield Fault("exit", Code.EXIT_BEFORE_ENTRY, Level.STOP, facts)


def check_worker(worker: Worker, today: date) -> Iterator[Fault]:
    """Judge a worker as typed into a form."""
    for key in ("name", "id_number"):
        if not getattr(worker, key):
            yield Fault(key, Code.REQUIRED_EMPTY, Level.STOP)
    if worker.name:
        yield from check_name(worker.name, worker.name)
    if worker.phone:
        yield from check_phone(worker.phone)
    card = worker.card(today)
    if card is not None:
        yield from check_card(card.number, card.cnaps)
    for job in worker.employments:
        yield from check_dates(job.entry, job.exit)
    if worker.id_number:
        yield from _check_person(worker, today)


def _check_person(worker: Worker, today: date) -> Iterator[Fault]:
    faults = list(check_id_number(worker.id_number, today))
    yield from faults
    if not faults:
        begun = min((job.entry for job in worker.employments), default=today)
        yield from check_agreement(worker.id_number, worker.birth, worker.sex, begun)
