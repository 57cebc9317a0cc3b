"""A roster row laid over what the books know of that worker.

An empty cell never erases. A changed card begins today, a changed rate with the first month that
is not locked (never before entry): what was locked was computed with the old one and stays so.
A row's device number means the worker from the beginning; a number that the file gives to
somebody else ends the day before that one's entry.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from desktop.domain import identity
from desktop.domain.findings import Code, Level
from desktop.domain.ids import CompanyId, ProjectId, TeamId, WorkerId, new_id
from desktop.domain.project import Team
from desktop.domain.worker import Capture, Card, DeviceNumber, Employment, PayTerm, Worker
from desktop.services.roster.checks import Fault
from desktop.services.roster.rows import Entry
from desktop.services.roster.sheet import read_day

_TEXTS = (
    "nation", "native_place", "education", "political_status", "address", "id_issuer",
    "id_validity", "note", "contact_address", "emergency_name", "emergency_relation",
)  # fmt: skip
_ONE_DAY = timedelta(days=1)


@dataclass
class Merger:
    """Lays the rows of one file over the books of one project."""

    project: ProjectId
    today: date
    now: datetime
    open_from: Callable[[], date]
    """First day of the first month that is not locked."""
    claims: Mapping[str, Entry]
    """Device number → the row that names it."""
    known_teams: dict[tuple[CompanyId, str], Team]
    new_teams: dict[tuple[CompanyId, str], Team]
    note: Callable[[Entry, Fault], None]

    def merge(self, entry: Entry, known: Worker | None) -> Worker:
        """Return the worker as the row makes him; a new name's initials are still to be found."""
        if known is None:
            known = Worker(WorkerId(new_id()), "", entry.id_number, id_kind=entry.id_kind)
        texts = {key: entry.texts.get(key) or getattr(known, key) for key in _TEXTS}
        phone = identity.normalise_phone(entry.texts.get("emergency_phone", ""))
        sex, birth = _person(entry, known)
        same = known.name == entry.name
        return replace(
            known,
            name=entry.name,
            phone=entry.phone or known.phone,
            sex=sex,
            birth=birth,
            emergency_phone=phone or known.emergency_phone,
            initials=known.initials if same else "",
            captured=known.captured if same else Capture.IMPORTED,
            captured_at=known.captured_at if same else self.now,
            cards=self._cards(entry, known),
            employments=self._employments(entry, known),
            **texts,  # type: ignore[arg-type] # eleven texts, all str
        )

    def _cards(self, entry: Entry, known: Worker) -> tuple[Card, ...]:
        if not entry.card:
            return known.cards
        written = entry.texts.get("account_name", "")
        account = identity.normalise_name(written) if written else ""
        last = max(known.cards, key=lambda card: card.since or date.min, default=None)
        if last is None:
            return (Card(entry.card, entry.texts.get("bank", ""), entry.cnaps, account),)
        bank = entry.texts.get("bank", "")
        if last.number == entry.card:
            mended = replace(
                last,
                bank=bank or last.bank,
                cnaps=entry.cnaps or last.cnaps,
                account_name=account or last.account_name,
            )
            return tuple(mended if card is last else card for card in known.cards)
        fresh = Card(entry.card, bank, entry.cnaps, account, self.today)
        return (*(card for card in known.cards if card.since != self.today), fresh)

    def _employments(self, entry: Entry, known: Worker) -> tuple[Employment, ...]:
        current = known.employment(self.project)
        returns = current is not None and current.exit is not None and entry.entry > current.exit
        if current is None or returns:
            return (*known.employments, self._first_employment(entry))
        earlier = [
            job
            for job in known.employments
            if job.project == self.project and job is not current and job.exit is not None
        ]
        if self._tells_of(entry, earlier):
            return known.employments
        within = any(job.exit is not None and entry.entry <= job.exit for job in earlier)
        merged = replace(
            current,
            team=self._team(entry),
            trade=entry.texts.get("trade", "") or current.trade,
            entry=current.entry if within else entry.entry,
            exit=entry.exit or current.exit,
            pay_terms=self._pay_terms(entry, current),
            device_numbers=self._device_numbers(entry, current),
        )
        return tuple(merged if one is current else one for one in known.employments)

    def _tells_of(self, entry: Entry, earlier: Iterable[Employment]) -> bool:
        """Tell whether a row is of a stay before a transfer: the same team from the same day on."""
        team = self.known_teams.get((entry.company, entry.team))
        return team is not None and any(
            job.team == team.id and job.entry == entry.entry for job in earlier
        )

    def _first_employment(self, entry: Entry) -> Employment:
        numbers = (DeviceNumber(entry.device_number),) if entry.device_number else ()
        trade = entry.texts.get("trade", "")
        return Employment(
            self.project, self._team(entry), trade, entry.entry, entry.exit, _first(entry), numbers
        )

    def _team(self, entry: Entry) -> TeamId:
        key = (entry.company, entry.team)
        team = self.known_teams.get(key) or self.new_teams.get(key)
        if team is None:
            team = Team(TeamId(new_id()), self.project, entry.company, entry.team)
            self.new_teams[key] = team
        return team.id

    def _pay_terms(self, entry: Entry, current: Employment) -> tuple[PayTerm, ...]:
        terms = current.pay_terms
        first = min(terms, key=lambda term: term.since, default=None)
        if first is not None and first.since == current.entry != entry.entry:
            moved = replace(first, since=entry.entry)
            terms = tuple(moved if term is first else term for term in terms)
        last = max(terms, key=lambda term: term.since, default=None)
        if last is None:
            return _first(entry)
        if entry.pay_kind is None or (last.kind, last.rate) == (entry.pay_kind, entry.rate):
            return terms
        since = max(self.open_from(), entry.entry)
        facts = {"old": last.rate.plain, "new": entry.rate.plain, "since": str(since)}
        self.note(entry, Fault("rate", Code.RATE_CHANGED, Level.NOTE, facts))
        kept = tuple(term for term in terms if term.since < since)
        return (*kept, PayTerm(entry.pay_kind, entry.rate, since))

    def _device_numbers(self, entry: Entry, current: Employment) -> tuple[DeviceNumber, ...]:
        kept: list[DeviceNumber] = []
        for mapping in current.device_numbers:
            claim = self.claims.get(mapping.number)
            if claim is None or claim.id_number == entry.id_number:
                kept.append(mapping)
            elif entry.entry < claim.entry:
                kept.append(_ended(mapping, claim.entry - _ONE_DAY))
        number = entry.device_number
        if number and all(mapping.number != number or mapping.until for mapping in kept):
            kept.append(DeviceNumber(number, self._begins(kept, number)))
        return tuple(kept)

    @staticmethod
    def _begins(kept: list[DeviceNumber], number: str) -> date | None:
        """A number comes back to the worker after the last day on which it was his."""
        ends = [mapping.until for mapping in kept if mapping.number == number and mapping.until]
        return max(ends) + _ONE_DAY if ends else None


def _first(entry: Entry) -> tuple[PayTerm, ...]:
    if entry.pay_kind is None:
        return ()
    return (PayTerm(entry.pay_kind, entry.rate, entry.entry),)


def _person(entry: Entry, known: Worker) -> tuple[str, date | None]:
    """Return sex and day of birth: from the number where it carries them, else as written."""
    if identity.has_birth(entry.id_number):
        return identity.sex_of(entry.id_number), identity.birth_of(entry.id_number)
    try:
        birth = read_day(entry.texts.get("birth", ""))
    except ValueError:
        birth = None
    sex = entry.texts.get("sex", "").removesuffix("性")
    return sex or known.sex, birth or known.birth


def _ended(mapping: DeviceNumber, last: date) -> DeviceNumber:
    until = min(mapping.until, last) if mapping.until else last
    return replace(mapping, until=until)
