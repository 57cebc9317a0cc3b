"""What a worker's facts must satisfy, whether in a roster row or in the form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from desktop.domain import identity
from desktop.domain.findings import Code, Level
from desktop.domain.identity import IdKind
from desktop.domain.ids import ProjectId
from desktop.domain.worker import Employment, Worker
from desktop.services import ages, terms
from desktop.services.roster.sheet import looks_cut
from resources.words import phrase

MONTH_AHEAD = 31
LEAST_AGE = 16
"""禁止使用童工规定 (Order 364) art. 2: refused whatever the place."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One wrong fact of a worker, by column key."""

    column: str
    code: Code
    level: Level
    facts: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Post:
    """Where and at what somebody works, as far as his age matters."""

    area: str = ""
    """Area code of the place of work."""
    trade: str = ""
    last: date | None = None
    """Last day to be judged: today while he is on site; None judges the day of entry alone."""


NO_POST = Post()


def check_name(raw: str, name: str) -> Iterator[Fault]:
    """Judge a name; `raw` is how it was written, `name` the same normalised."""
    found = identity.check_name(name)
    if found is not None:
        code, sign = found
        facts = {
            "character": sign,
            "point": f"U+{ord(sign):04X}" if sign else "",
            "limit": str(identity.NAME_LIMIT),
            "meant": _meant(sign),
        }
        yield Fault("name", code, Level.STOP, facts)
    elif raw != name:
        assumed = identity.has_full_stop(raw)
        code = Code.NAME_DOT_ASSUMED if assumed else Code.NAME_NORMALISED
        level = Level.WARN if assumed else Level.NOTE
        yield Fault("name", code, level, {"written": raw, "name": name})


def _meant(sign: str) -> str:
    meant = identity.meant_by_radical(sign) if sign else ""
    return phrase("roster", "meant-character", character=meant) if meant else ""


def check_account_name(account: str, name: str) -> Iterator[Fault]:
    """Judge the name on the card's account, kept apart from the name on the identity paper.

    Args:
        account: as written; empty where it is the same name.
        name: the normalised name of the worker.
    """
    written = identity.normalise_name(account)
    found = identity.check_name(written)
    if found is not None:
        facts = {
            "character": found[1],
            "limit": str(identity.NAME_LIMIT),
            "meant": _meant(found[1]),
        }
        yield Fault("account_name", found[0], Level.WARN, facts)
    elif written not in {"", name}:
        alike = _letters(written) == _letters(name)
        facts = {"account": written, "name": name}
        facts["how"] = phrase("roster", "only-dots") if alike else ""
        level = Level.NOTE if alike else Level.WARN
        yield Fault("account_name", Code.ACCOUNT_NAME_DIFFERS, level, facts)


def _letters(name: str) -> str:
    return "".join(sign for sign in name if sign.isalnum()).upper()


def check_id_number(number: str, today: date, kind: IdKind = IdKind.RESIDENT) -> Iterator[Fault]:
    """Judge an identity number that is not empty; whatever this yields stops it."""
    code = identity.check_id(number, today, kind)
    if code is None:
        return
    if code is not Code.ID_BIRTH_DATE and looks_cut(number):
        code = Code.NUMBER_DAMAGED
    facts = {
        "value": identity.mask_id(number),
        "length": str(len(number)),
        "kind": terms.id_kind_title(kind),
        "expected": terms.id_kind_shape(kind),
    }
    yield Fault("id_number", code, Level.STOP, facts)


def check_agreement(
    number: str,
    birth: date | None,
    sex: str,
    entry: date,
    post: Post = NO_POST,
    kind: IdKind = IdKind.RESIDENT,
) -> Iterator[Fault]:
    """Compare a valid identity number with what else is said of the person, and judge his age."""
    yield from _check_kind(number, kind)
    said = sex.removesuffix("性")
    born = identity.birth_of(number) if identity.has_birth(number) else birth
    known = identity.sex_of(number) or said
    if birth is not None and birth != born:
        facts = {"written": str(birth), "number": str(born)}
        yield Fault("birth", Code.ID_BIRTH_MISMATCH, Level.WARN, facts)
    if said not in {"", known}:
        facts = {"written": sex, "number": known}
        yield Fault("sex", Code.ID_SEX_MISMATCH, Level.WARN, facts)
    if born is not None:
        yield from check_age(born, known, entry, post)


def _check_kind(number: str, kind: IdKind) -> Iterator[Fault]:
    actual = identity.kind_of(number)
    if actual is not None and actual is not kind and identity.has_birth(number):
        facts = {
            "value": identity.mask_id(number),
            "actual": terms.id_kind_title(actual),
            "kind": terms.id_kind_title(kind),
        }
        yield Fault("id_number", Code.ID_KIND_OTHER, Level.NOTE, facts)
    if actual is IdKind.RESIDENT and not terms.area_name(number):
        facts = {"area": number[:4]}
        yield Fault("id_number", Code.ID_AREA_UNKNOWN, Level.NOTE, facts)


def check_age(born: date, sex: str, entry: date, post: Post = NO_POST) -> Iterator[Fault]:
    """Judge an age on the day of entry, and on the last day to be judged (DOMAIN 4.2)."""
    age = identity.age_on(born, entry)
    if age < LEAST_AGE:
        facts = {"age": str(age), "entry": str(entry), "birth": str(born)}
        yield Fault("id_number", Code.AGE_UNDER_16, Level.STOP, facts)
        return
    said = None
    for day in sorted({entry, max(entry, post.last or entry)}):
        verdict = ages.judge(born, sex, day, post.area, post.trade)
        if verdict is not None and verdict.limit is not said:
            said = verdict.limit
            yield Fault("id_number", Code.AGE_LIMIT, verdict.level, ages.facts_of(verdict))


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


def check_entry(entry: date, today: date) -> Iterator[Fault]:
    """See a day of entry so far ahead, beyond 31 days, that its year is most likely mistyped."""
    days = (entry - today).days
    if days > MONTH_AHEAD:
        facts = {"entry": str(entry), "days": str(days)}
        yield Fault("entry", Code.ENTRY_FUTURE, Level.WARN, facts)


def check_worker(
    worker: Worker, today: date, areas: Mapping[ProjectId, str] | None = None
) -> Iterator[Fault]:
    """Judge a worker as typed into a form, by the rules of his kind of paper.

    Args:
        worker: whole, his name as typed.
        today: in Beijing.
        areas: project → area code of its place, for the local limits of age.
    """
    for key in ("name", "id_number"):
        if not getattr(worker, key):
            yield Fault(key, Code.REQUIRED_EMPTY, Level.STOP)
    name = identity.normalise_name(worker.name)
    if name:
        yield from check_name(worker.name, name)
    if worker.phone:
        yield from check_phone(worker.phone)
    card = worker.card(today)
    if card is not None:
        yield from check_card(card.number, card.cnaps)
        yield from check_account_name(card.account_name, name)
    for job in worker.employments:
        yield from check_dates(job.entry, job.exit)
        yield from check_entry(job.entry, today)
    if worker.id_number:
        yield from _check_person(worker, today, areas or {})


def _check_person(worker: Worker, today: date, areas: Mapping[ProjectId, str]) -> Iterator[Fault]:
    faults = list(check_id_number(worker.id_number, today, worker.id_kind))
    yield from faults
    if faults:
        return
    first = min(worker.employments, key=lambda job: job.entry, default=None)
    post = _post(first, today, areas) if first is not None else NO_POST
    begun = first.entry if first is not None else today
    seen: set[tuple[str, str]] = set()
    found = list(
        check_agreement(worker.id_number, worker.birth, worker.sex, begun, post, worker.id_kind)
    )
    born, sex = ages.birth_and_sex(worker)
    if born is not None:
        for job in worker.employments:
            if job is not first:
                found += check_age(born, sex, job.entry, _post(job, today, areas))
    for fault in found:
        key = (fault.code.value, fault.facts.get("rule", ""))
        if key not in seen:
            seen.add(key)
            yield fault


def _post(job: Employment, today: date, areas: Mapping[ProjectId, str]) -> Post:
    last = today if job.exit is None or job.exit > today else job.exit
    return Post(areas.get(job.project, ""), job.trade, last)
