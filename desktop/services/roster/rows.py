"""Roster rows checked one by one and against each other; every finding at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import TypeAlias

from desktop.domain import identity
from desktop.domain.company import Member
from desktop.domain.findings import Code, Finding, Level
from desktop.domain.identity import IdKind
from desktop.domain.ids import CompanyId
from desktop.domain.money import Money
from desktop.domain.worker import PayKind
from desktop.services import terms
from desktop.services.roster import checks as worker_checks
from desktop.services.roster.checks import Fault, Post
from desktop.services.roster.columns import columns, pay_kinds
from desktop.services.roster.sheet import RosterRow, RosterTable, read_day
from resources.words import phrase

_HIGHEST_RATE = Money.of_yuan(100_000)


@dataclass(frozen=True, slots=True)
class Entry:
    """A row that can be taken over."""

    row: int
    name: str
    id_number: str
    company: CompanyId
    team: str
    entry: date
    exit: date | None
    pay_kind: PayKind | None
    """None where the whole file goes without pay."""
    rate: Money
    device_number: str
    phone: str
    card: str
    cnaps: str
    texts: Mapping[str, str]
    """The other columns, as written."""
    id_kind: IdKind = IdKind.RESIDENT


@dataclass(frozen=True, slots=True)
class JudgedRow:
    """A row with what was found in it by itself."""

    row: RosterRow
    name: str
    faults: tuple[Fault, ...]
    entry: Entry | None


Judged: TypeAlias = dict[int, JudgedRow]


@dataclass(frozen=True, slots=True)
class Site:
    """What rows of one project are judged by."""

    members: tuple[Member, ...]
    """Companies that may have workers."""
    today: date
    area: str = ""


_is_credit_code = lru_cache(maxsize=4_096)(identity.is_credit_code)
_yuan = lru_cache(maxsize=4_096)(Money.of_yuan)
_credit_code = lru_cache(maxsize=4_096)(identity.normalise_credit_code)
"""A file names few companies and rates in very many rows."""


class RowReader:
    """Checks the rows of one table for one project."""

    def __init__(self, table: RosterTable, site: Site, judged: Judged | None = None) -> None:
        """Keep what is needed.

        Args:
            table: the rows.
            site: where they are to work.
            judged: what was found in rows when the file was read before; filled further.
        """
        self.table = table
        self._judged = judged if judged is not None else {}
        self.today = site.today
        self.findings: list[Finding] = list(table.findings)
        self._area = site.area
        self._numbered = any(row.texts.get("device_number") for row in table.rows)
        self._by_name = {m.company.name: m.company for m in site.members}
        self._by_code = {
            m.company.credit_code: m.company for m in site.members if m.company.credit_code
        }

    def add(self, row: int, subject: str, fault: Fault) -> None:
        """Note a fault of a row, by the title that the file gives its column."""
        title = self.table.titles.get(fault.column, columns()[fault.column].title)
        facts = {"field": title, "key": fault.column, **fault.facts}
        self.findings.append(Finding(fault.code, fault.level, row, title, subject, facts))

    def entries(self) -> list[Entry]:
        """Check every row, then the rows against each other."""
        if self.table.rows and not self._numbered:
            title = self.table.titles.get("device_number", columns()["device_number"].title)
            facts = {"field": title, "key": "device_number", "count": str(len(self.table.rows))}
            self.findings.append(
                Finding(Code.DEVICE_NUMBERS_NONE, Level.WARN, None, title, "", facts)
            )
        read = [entry for row in self.table.rows if (entry := self._entry(row)) is not None]
        self._check_repeats()
        return read

    def _entry(self, row: RosterRow) -> Entry | None:
        """Return what a row says, None when something in it stops it."""
        known = self._judged.get(row.number)
        if known is None or known.row is not row:
            known = self._judged[row.number] = self._judge(row)
        for fault in known.faults:
            self.add(row.number, known.name, fault)
        if self._numbered and not row.texts.get("device_number"):
            missing = Fault("device_number", Code.DEVICE_NUMBER_MISSING, Level.WARN)
            self.add(row.number, known.name, missing)
        return known.entry

    def _judge(self, row: RosterRow) -> JudgedRow:
        faults = tuple(self._faults(row))
        name = identity.normalise_name(row.texts.get("name", ""))
        company = self._company(row)
        if company is None or any(fault.level is Level.STOP for fault in faults):
            return JudgedRow(row, name, faults, None)
        return JudgedRow(row, name, faults, _entry_of(row, company))

    def _faults(self, row: RosterRow) -> Iterator[Fault]:
        yield from _check_filled(row)
        raw = row.texts.get("name", "")
        if raw:
            name = identity.normalise_name(raw)
            yield from worker_checks.check_name(raw, name)
            account = row.texts.get("account_name", "")
            if account:
                yield from worker_checks.check_account_name(account, name)
        yield from self._check_identity(row)
        yield from self._check_company(row)
        yield from _check_contact(row)
        yield from _check_pay(row)

    def _check_identity(self, row: RosterRow) -> Iterator[Fault]:
        dates: dict[str, date | None] = {}
        for key in ("entry", "exit", "birth"):
            text = row.texts.get(key, "")
            try:
                dates[key] = read_day(text)
            except ValueError:
                level = Level.WARN if key == "birth" else Level.STOP
                yield Fault(key, Code.DATE_WRONG, level, {"value": text})
        entry = dates.get("entry")
        if entry is not None:
            yield from worker_checks.check_dates(entry, dates.get("exit"))
            yield from worker_checks.check_entry(entry, self.today)
        number = identity.normalise_id(row.texts.get("id_number", ""))
        if not number or "id_number" in row.damaged:
            return
        kind = id_kind_of(row, number)
        faults = list(worker_checks.check_id_number(number, self.today, kind))
        yield from faults
        if not faults:
            sex = row.texts.get("sex", "")
            birth, begun = dates.get("birth"), entry or self.today
            yield from worker_checks.check_agreement(
                number, birth, sex, begun, self._post(row, dates.get("exit")), kind
            )

    def _post(self, row: RosterRow, leave: date | None) -> Post:
        last = self.today if leave is None or leave > self.today else leave
        return Post(self._area, row.texts.get("trade", ""), last)

    def _company(self, row: RosterRow) -> CompanyId | None:
        company = self._by_name.get(row.texts.get("company", "").strip())
        if company is None:
            code = _credit_code(row.texts.get("credit_code", ""))
            company = self._by_code.get(code)
        return company.id if company else None

    def _check_company(self, row: RosterRow) -> Iterator[Fault]:
        name = row.texts.get("company", "").strip()
        code = _credit_code(row.texts.get("credit_code", ""))
        if code and not _is_credit_code(code):
            yield Fault("credit_code", Code.USCC_WRONG, Level.STOP, {"value": code})
            return
        if not name:
            return
        known, coded = self._by_name.get(name), self._by_code.get(code)
        if known is None and coded is None:
            facts = {"value": name, "known": "、".join(self._by_name)}
            yield Fault("company", Code.COMPANY_UNKNOWN, Level.STOP, facts)
        elif known is None and coded is not None:
            facts = {"value": name, "known": coded.name}
            yield Fault("company", Code.COMPANY_MISMATCH, Level.WARN, facts)
        elif known is not None and code and known.credit_code not in {"", code}:
            facts = {"value": code, "known": known.credit_code}
            yield Fault("credit_code", Code.COMPANY_MISMATCH, Level.WARN, facts)

    def _check_repeats(self) -> None:
        """See an identity number, a card or a device number that stands in two rows."""
        for key, code in (
            ("id_number", Code.ID_REPEATED),
            ("card", Code.CARD_SHARED),
            ("device_number", Code.DEVICE_NUMBER_SHARED),
        ):
            first: dict[str, RosterRow] = {}
            for row in self.table.rows:
                value = _NORMAL[key](row.texts.get(key, ""))
                if not value or key in row.damaged:
                    continue
                other = first.setdefault(value, row)
                if other is not row and (key == "id_number" or not _same_person(row, other)):
                    facts = {
                        "value": _SHOWN[key](value),
                        "other": phrase(
                            "roster",
                            "other-row",
                            row=other.number,
                            name=other.texts.get("name", ""),
                        ),
                    }
                    name = row.texts.get("name", "")
                    self.add(row.number, name, Fault(key, code, Level.STOP, facts))


_NORMAL: Mapping[str, Callable[[str], str]] = {
    "id_number": identity.normalise_id,
    "card": identity.normalise_card,
    "device_number": identity.normalise_digits,
}
_SHOWN: Mapping[str, Callable[[str], str]] = {
    "id_number": identity.mask_id,
    "card": identity.mask_card,
    "device_number": str,
}


def _same_person(row: RosterRow, other: RosterRow) -> bool:
    """Tell whether two rows carry one identity number, which stands as a finding already."""
    number = identity.normalise_id(row.texts.get("id_number", ""))
    return number != "" and number == identity.normalise_id(other.texts.get("id_number", ""))


@cache
def _required() -> tuple[str, ...]:
    return tuple(column.key for column in columns().values() if column.required)


def id_kind_of(row: RosterRow, number: str) -> IdKind:
    """Return the kind of paper that a row names, else the one that the number's shape tells."""
    named = terms.id_kind_named(row.texts.get("id_kind", ""))
    return named or identity.kind_of(number) or IdKind.RESIDENT


def _check_filled(row: RosterRow) -> Iterator[Fault]:
    for key in _required():
        if row.texts.get(key) == "":
            yield Fault(key, Code.REQUIRED_EMPTY, Level.STOP)
    for key in sorted(row.damaged):
        if row.texts[key]:
            yield Fault(key, Code.NUMBER_DAMAGED, Level.STOP, {"value": row.texts[key]})
    kind = row.texts.get("id_kind", "")
    if kind and not kind.isdigit() and terms.id_kind_named(kind) is None:
        yield Fault("id_kind", Code.ID_KIND_UNKNOWN, Level.WARN, {"value": kind})


def _check_contact(row: RosterRow) -> Iterator[Fault]:
    phone = identity.normalise_phone(row.texts.get("phone", ""))
    if phone and "phone" not in row.damaged:
        yield from worker_checks.check_phone(phone)
    card = identity.normalise_card(row.texts.get("card", ""))
    if card and "card" not in row.damaged:
        cnaps = identity.normalise_digits(row.texts.get("cnaps", ""))
        yield from worker_checks.check_card(card, cnaps)


def _check_pay(row: RosterRow) -> Iterator[Fault]:
    kind = row.texts.get("pay_kind", "")
    if kind and kind not in pay_kinds():
        facts = {"value": kind, "known": "、".join(pay_kinds())}
        yield Fault("pay_kind", Code.PAY_KIND_UNKNOWN, Level.STOP, facts)
    rate = row.texts.get("rate", "")
    if rate and not _is_rate(rate):
        yield Fault("rate", Code.RATE_WRONG, Level.STOP, {"value": rate})


def _is_rate(text: str) -> bool:
    try:
        return Money(0) < _yuan(text) <= _HIGHEST_RATE
    except ValueError:
        return False


def _entry_of(row: RosterRow, company: CompanyId) -> Entry | None:
    texts = row.texts
    entry = read_day(texts.get("entry", ""))
    if entry is None:
        return None  # a required column is missing as a whole, which stands as a finding
    rate = texts.get("rate", "")
    number = identity.normalise_id(texts.get("id_number", ""))
    return Entry(
        row.number,
        identity.normalise_name(texts.get("name", "")),
        number,
        company,
        " ".join(texts.get("team", "").split()),
        entry,
        read_day(texts.get("exit", "")),
        pay_kinds().get(texts.get("pay_kind", "")),
        _yuan(rate) if rate else Money(0),
        identity.normalise_digits(texts.get("device_number", "")),
        identity.normalise_phone(texts.get("phone", "")),
        identity.normalise_card(texts.get("card", "")),
        identity.normalise_digits(texts.get("cnaps", "")),
        texts,
        id_kind_of(row, number),
    )
