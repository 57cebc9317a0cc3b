"""What a project's facts must satisfy, whether typed into the form or read from a file."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from functools import cache
from urllib.parse import urlsplit

import resources
from desktop.domain import identity
from desktop.domain.company import CompanyRole
from desktop.domain.findings import Code, Finding, Level
from desktop.domain.project import ContactKind, Project

ROLE_KEYS = {
    CompanyRole.OWNER: "owner",
    CompanyRole.GENERAL_CONTRACTOR: "general_contractor",
    CompanyRole.SUBCONTRACTOR: "subcontractor",
    CompanyRole.SUPERVISOR: "supervisor",
    CompanyRole.LABOUR_COMPANY: "labour_company",
}
CONTACT_KEYS = {
    ContactKind.LABOUR_OFFICER: "labour_officer",
    ContactKind.PROJECT_MANAGER: "project_manager",
    ContactKind.SECTOR_AUTHORITY: "notice.sector_authority",
    ContactKind.LABOUR_INSPECTORATE: "notice.labour_inspectorate",
    ContactKind.ARBITRATION: "notice.arbitration",
    ContactKind.LEGAL_AID: "notice.legal_aid",
    ContactKind.PUBLIC_LEGAL_SERVICE: "notice.public_legal_service_hotline",
}
_NEEDED_ROLES = (CompanyRole.OWNER, CompanyRole.GENERAL_CONTRACTOR, CompanyRole.SUBCONTRACTOR)
_AREA = re.compile(r"[0-9]{6}")
_LAST_DAY, _WHOLE = 31, 100


def check_project(project: Project) -> tuple[Finding, ...]:
    """Return everything that is wrong or missing, in the order of the form."""
    return (*_check_head(project), *_check_members(project), *_check_money(project),
            *_check_contacts(project))  # fmt: skip


@cache
def title_of(column: str) -> str:
    """Return the Chinese name of a field by its path in a site.json."""
    titles: dict[str, str] = tomllib.loads(resources.text("terms/site_fields.toml"))["titles"]
    return titles[column]


def missing(column: str, level: Level = Level.WARN) -> Finding:
    """Return the finding for a field that should not stay empty."""
    code = Code.NOTICE_FIELD_EMPTY if column.startswith("notice.") else Code.SITE_FIELD_MISSING
    title = title_of(column)
    return Finding(code, level, column=column, subject=title, facts={"field": title})


def wrong(column: str, value: object, level: Level = Level.STOP) -> Finding:
    """Return the finding for a field whose value cannot be."""
    facts = {"field": title_of(column), "value": str(value)}
    return Finding(Code.SITE_FIELD_WRONG, level, column=column, facts=facts)


def _check_head(project: Project) -> Iterator[Finding]:
    if not project.name.strip():
        yield missing("project", Level.STOP)
    if not _AREA.fullmatch(project.area):
        yield wrong("area", project.area, Level.WARN) if project.area else missing("area")
    if project.start and project.finish and project.finish < project.start:
        facts = {"entry": str(project.start), "exit": str(project.finish)}
        yield Finding(Code.EXIT_BEFORE_ENTRY, Level.STOP, column="finish", facts=facts)


def _check_members(project: Project) -> Iterator[Finding]:
    for role in _NEEDED_ROLES:
        labour = role is CompanyRole.SUBCONTRACTOR and project.subcontractors()
        if project.member(role) is None and not labour:
            yield missing(f"{ROLE_KEYS[role]}.name")
    for member in project.members:
        key, code = ROLE_KEYS[member.role], member.company.credit_code
        if not member.company.name:
            yield missing(f"{key}.name")
        if code and not identity.is_credit_code(code):
            yield Finding(
                Code.USCC_WRONG,
                Level.STOP,
                column=f"{key}.uscc",
                subject=member.company.name,
                facts={"value": code},
            )
        yield from _check_phone(f"{key}.phone", member.phone)


def _check_phone(column: str, phone: str) -> Iterator[Finding]:
    if phone and not identity.is_phone(phone):
        facts = {"value": phone}
        yield Finding(Code.PHONE_WRONG, Level.WARN, column=column, facts=facts)


def _check_account(project: Project) -> Iterator[Finding]:
    account = project.account
    for key in ("name", "number", "bank"):
        if not getattr(account, key):
            yield missing(f"special_account.{key}")
    if account.cnaps and not identity.is_cnaps(account.cnaps):
        column, facts = "special_account.cnaps", {"value": account.cnaps}
        yield Finding(Code.CNAPS_WRONG, Level.STOP, column=column, facts=facts)
    if account.number and not identity.is_card(account.number):
        column, facts = "special_account.number", {"value": identity.mask_card(account.number)}
        yield Finding(Code.CARD_FORMAT, Level.STOP, column=column, facts=facts)


def _check_money(project: Project) -> Iterator[Finding]:
    yield from _check_account(project)
    if project.pay_day.day == 0:
        yield missing("pay_day")
    elif not 1 <= project.pay_day.day <= _LAST_DAY:
        yield wrong("pay_day", project.pay_day.day)
    if project.labour_cost_ratio and not _is_percent(project.labour_cost_ratio):
        yield wrong("labour_cost_ratio_percent", project.labour_cost_ratio)
    if project.contract_sum.fen < 0:
        yield wrong("contract_sum_yuan", project.contract_sum.plain)


def _is_percent(text: str) -> bool:
    try:
        return 0 <= Decimal(text) <= _WHOLE
    except InvalidOperation:
        return False


def _check_contacts(project: Project) -> Iterator[Finding]:
    """Article 34 of Order 724 names who must stand on the board; the manager need not."""
    for kind, key in CONTACT_KEYS.items():
        contact = project.contact(kind)
        if kind is ContactKind.PUBLIC_LEGAL_SERVICE:
            if not contact.phone:
                yield missing(key)
            continue
        if not contact.name and kind is not ContactKind.PROJECT_MANAGER:
            yield missing(f"{key}.name")
        yield from _check_reach(kind, key, contact.phone, contact.address)
    if project.complaint_address:
        parts = urlsplit(project.complaint_address)
        if parts.scheme not in {"http", "https"} or not parts.netloc:
            yield wrong("notice.complaint_address", project.complaint_address, Level.WARN)
    elif project.complaint_image is None:
        yield missing("notice.complaint_address")


def _check_reach(kind: ContactKind, key: str, phone: str, address: str) -> Iterator[Finding]:
    by_address = kind in {ContactKind.ARBITRATION, ContactKind.LEGAL_AID} and bool(address)
    complaints = kind in {ContactKind.SECTOR_AUTHORITY, ContactKind.LABOUR_INSPECTORATE}
    column = f"{key}.complaint_phone" if complaints else f"{key}.phone"
    if not phone and not by_address and kind is not ContactKind.PROJECT_MANAGER:
        yield missing(column)
    yield from _check_phone(column, phone)
