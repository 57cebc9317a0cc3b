"""A site.json: a project with its companies, account, pay day and notice block."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import TypeVar

from desktop.domain import identity
from desktop.domain.company import Company, CompanyRole, Member
from desktop.domain.encoding import decode
from desktop.domain.findings import Code, Finding, Level
from desktop.domain.ids import CompanyId, new_id
from desktop.domain.money import ZERO, Money
from desktop.domain.months import WageMonth
from desktop.domain.notice import MinimumWage
from desktop.domain.project import Contact, ContactKind, PayDay, Project, SpecialAccount
from desktop.services.projects.checks import CONTACT_KEYS, ROLE_KEYS, missing, wrong
from resources.words import phrase

T = TypeVar("T")
Table = Mapping[str, object]
_PAY_MONTHS = {"next": True, "this": False, "same": False, "current": False}


def load(content: bytes) -> Table | Finding:
    """Return the file's object, or the finding that says why there is none."""
    try:
        text = decode(content)
    except ValueError:
        return Finding(Code.ENCODING_UNKNOWN, Level.STOP)
    try:
        found = json.loads(text, parse_float=Decimal)
    except (json.JSONDecodeError, RecursionError) as error:
        return _no_json(getattr(error, "lineno", 1))
    if not isinstance(found, dict):
        return _no_json(1)
    return found


def _no_json(line: int) -> Finding:
    facts = {"detail": phrase("unreadable", "json", line=line)}
    return Finding(Code.FILE_UNREADABLE, Level.STOP, facts=facts)


def project_name(table: Table) -> str:
    """Return the project's name, empty when there is none."""
    return _text(table, "project")


def _text(table: Table, key: str) -> str:
    value = table.get(key)
    plain = isinstance(value, str | int | Decimal) and not isinstance(value, bool)
    return str(value).strip() if plain else ""


def _tables(table: Table, key: str) -> list[Table]:
    """Return an object, or a list of objects, as a list."""
    value = table.get(key)
    many = value if isinstance(value, list) else [value]
    return [one for one in many if isinstance(one, dict)]


def _table(table: Table, key: str) -> Table:
    return next(iter(_tables(table, key)), {})


@dataclass
class SiteReader:
    """Reads one file on top of what the books know; what the file leaves out stays."""

    table: Table
    base: Project
    findings: list[Finding] = field(default_factory=list)

    def project(self) -> Project:
        """Return the complete project."""
        base = self.base
        read = replace(
            base,
            name=project_name(self.table),
            area=_text(self.table, "area") or base.area,
            platform=_text(self.table, "platform") or base.platform,
            sector=_text(self.table, "sector") or base.sector,
            address=_text(self.table, "address") or base.address,
            permit_number=_text(self.table, "permit_number") or base.permit_number,
            department=_text(self.table, "project_department") or base.department,
            pay_method=_text(self.table, "pay_method") or base.pay_method,
            start=self._value("start", date.fromisoformat, base.start),
            finish=self._value("finish", date.fromisoformat, base.finish),
            members=self._members(),
            account=self._account(),
            pay_day=self._pay_day(),
            contract_sum=self._value("contract_sum_yuan", Money.of_yuan, base.contract_sum),
            labour_cost_ratio=_text(self.table, "labour_cost_ratio_percent")
            or base.labour_cost_ratio,
            contacts=self._contacts(),
        )
        address = _text(_table(self.table, "notice"), "complaint_address")
        address = address or _text(self.table, "complaint_address")
        return replace(read, complaint_address=address or self.base.complaint_address)

    def month(self) -> WageMonth | None:
        """Return the month that the file is about, when it says so."""
        return self._value("month", WageMonth.parse, None)

    def minimum_wages(self) -> tuple[MinimumWage, ...]:
        """Return the notice block's minimum wage as a dated row, when it is complete enough."""
        table, key = _table(_table(self.table, "notice"), "minimum_wage"), "notice.minimum_wage"
        self.findings += [
            missing(f"{key}.{name}")
            for name in ("monthly_yuan", "hourly_yuan", "document", "effective_from")
            if not _text(table, name)
        ]
        monthly = self._value("monthly_yuan", Money.of_yuan, ZERO, table, key)
        hourly = self._value("hourly_yuan", Money.of_yuan, ZERO, table, key)
        since = self._value("effective_from", date.fromisoformat, None, table, key)
        if since is None or not monthly:
            return ()
        area = _text(self.table, "area") or self.base.area
        return (MinimumWage(area, monthly, hourly, _text(table, "document"), since),)

    def _value(
        self,
        key: str,
        read: Callable[[str], T],
        otherwise: T,
        table: Table | None = None,
        parent: str = "",
    ) -> T:
        text = _text(self.table if table is None else table, key)
        if not text:
            return otherwise
        try:
            return read(text)
        except ValueError:
            self.findings.append(wrong(f"{parent}.{key}".removeprefix("."), text))
            return otherwise

    def _members(self) -> tuple[Member, ...]:
        members: list[Member] = []
        for role, key in ROLE_KEYS.items():
            tables = _tables(self.table, key) or _tables(self.table, key + "s")
            read = [self._member(role, table) for table in tables if _text(table, "name")]
            members += read or [m for m in self.base.members if m.role is role]
        return tuple(members)

    def _member(self, role: CompanyRole, table: Table) -> Member:
        name = _text(table, "name")
        known = next((m for m in self.base.members if m.company.name == name), None)
        company = known.company if known else Company(CompanyId(new_id()), name)
        code = identity.normalise_credit_code(_text(table, "uscc")) or company.credit_code
        return Member(
            replace(company, credit_code=code),
            role,
            _text(table, "person"),
            identity.normalise_phone(_text(table, "phone")),
        )

    def _account(self) -> SpecialAccount:
        table, known = _table(self.table, "special_account"), self.base.account
        return SpecialAccount(
            _text(table, "name") or known.name,
            identity.normalise_card(_text(table, "number")) or known.number,
            _text(table, "bank") or known.bank,
            identity.normalise_digits(_text(table, "cnaps")) or known.cnaps,
        )

    def _pay_day(self) -> PayDay:
        day = self._value("pay_day", int, self.base.pay_day.day)
        word = _text(self.table, "pay_day_month")
        if word and word not in _PAY_MONTHS:
            self.findings.append(wrong("pay_day_month", word))
        return PayDay(day, _PAY_MONTHS.get(word, self.base.pay_day.next_month))

    def _contacts(self) -> tuple[tuple[ContactKind, Contact], ...]:
        contacts: list[tuple[ContactKind, Contact]] = []
        for kind, path in CONTACT_KEYS.items():
            contact = self._contact(kind, path.split("."))
            if contact != Contact():
                contacts.append((kind, contact))
        return tuple(contacts)

    def _contact(self, kind: ContactKind, path: Sequence[str]) -> Contact:
        parent = _table(self.table, path[0]) if len(path) > 1 else self.table
        known = self.base.contact(kind)
        if kind is ContactKind.PUBLIC_LEGAL_SERVICE:
            phone = identity.normalise_phone(_text(parent, path[-1]))
            return replace(known, phone=phone or known.phone)
        table = _table(parent, path[-1])
        phone = _text(table, "complaint_phone") or _text(table, "phone")
        return Contact(
            _text(table, "name") or known.name,
            identity.normalise_phone(phone) or known.phone,
            _text(table, "address") or _text(table, "place") or known.address,
            _text(table, "hours") or known.hours,
        )
