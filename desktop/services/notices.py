"""The rights-protection notice board (维权信息告示牌) assembled from the project's facts."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from string import Formatter
from typing import Any

import resources
from desktop.domain.company import CompanyRole, Member
from desktop.domain.findings import Code, Finding, Level
from desktop.domain.ids import ProjectId
from desktop.domain.notice import MinimumWage, NoticeGroup, NoticeLine, RightsNotice
from desktop.domain.project import ContactKind, PayDay, Project
from desktop.ports.books import Books, OpenBooks
from desktop.ports.clock import Clock
from desktop.services.payroll.month import minimum_in_force

_LAST_DAY = 31
_ROLES = (CompanyRole.OWNER, CompanyRole.GENERAL_CONTRACTOR, CompanyRole.SUPERVISOR)


@cache
def _terms() -> dict[str, Any]:
    return tomllib.loads(resources.text("terms/notice.toml"))


class Notices:
    """What the board of a project says on a day, and what is still missing."""

    def __init__(self, *, reads: OpenBooks, clock: Clock) -> None:
        self._reads = reads
        self._clock = clock

    def board(self, project_id: ProjectId, day: date | None = None) -> RightsNotice:
        """Return the board as it would be set up on a day (today unless said)."""
        on = day or self._clock.today()
        with self._reads() as books:
            project = books.projects.get(project_id)
            minimum = minimum_in_force(books.calendar.minimum_wages(project.area), on)
            image = _image(books, project)
        return make_board(project, minimum, on, image)

    def check(self, project_id: ProjectId, day: date | None = None) -> tuple[Finding, ...]:
        """Name what keeps the board from being printed, and a QR code that is not there."""
        notice = self.board(project_id, day)
        found = [_empty(line.key, line.label, Level.STOP) for line in notice.missing()]
        if not (notice.qr_text or notice.qr_image):
            found.append(_empty("complaint_address", notice.qr_caption, Level.WARN))
        return tuple(found)


def make_board(
    project: Project, minimum: MinimumWage | None, day: date, image: bytes = b""
) -> RightsNotice:
    """Fill the statutory wording with a project's facts."""
    terms = _terms()
    facts = _facts(project, minimum)
    groups = tuple(
        NoticeGroup(group["title"], tuple(_lines(group["line"], facts, project)))
        for group in terms["group"]
    )
    notice = RightsNotice(
        title=terms["title"],
        project=project.name,
        groups=groups,
        footer="",
        qr_caption=terms["qr_caption"],
        qr_text=project.complaint_address,
        qr_image=image,
    )
    footer = terms["footer"].format(
        general_contractor=facts["general_contractor"],
        date=date_text(day),
        version=_version(notice, day),
    )
    return replace(notice, footer=terms["separator"].join((footer, terms["basis"])))


def date_text(day: date) -> str:
    """Write a date as on the board."""
    text: str = _terms()["date"].format(year=day.year, month=day.month, day=day.day)
    return text


def pay_day_text(agreed: PayDay) -> str:
    """Say the agreed pay day, empty when none is agreed."""
    if not agreed.day:
        return ""
    key = "next_month" if agreed.next_month else "same_month"
    key += "_end" if agreed.day >= _LAST_DAY else ""
    text: str = _terms()["pay_day"][key].format(day=agreed.day)
    return text


def _lines(
    rows: list[dict[str, Any]], facts: Mapping[str, str], project: Project
) -> Iterator[NoticeLine]:
    for row in rows:
        if row.get("each") != "subcontractor":
            yield _line(row, row["key"], facts)
            continue
        members = project.subcontractors()
        if not members:
            yield _line(row, row["key"], facts)
        for number, member in enumerate(members, 1):
            key = f"{row['key']}.{number}" if len(members) > 1 else row["key"]
            yield _line(row, key, {**facts, **_member("subcontractor", member)})


def _line(row: dict[str, Any], key: str, facts: Mapping[str, str]) -> NoticeLine:
    required = row.get("required", True)
    known = all(facts.get(name) for name in row.get("needs", ()))
    said = [part.format_map(facts) for part in row["parts"] if known and _full(part, facts)]
    return NoticeLine(key, row["label"], _terms()["separator"].join(said), required)


def _full(part: str, facts: Mapping[str, str]) -> bool:
    return all(facts.get(hole) for _, hole, _, _ in Formatter().parse(part) if hole)


def _facts(project: Project, minimum: MinimumWage | None) -> dict[str, str]:
    account = project.account
    facts = {
        "project": project.name,
        "address": project.address,
        "department": project.department,
        "pay_day": pay_day_text(project.pay_day),
        "pay_method": project.pay_method,
        "account_bank": account.bank,
        "account_tail": account.number[-4:],
        "subcontractor": "",
    }
    for role in _ROLES:
        facts |= _member(role.value, project.member(role))
    for kind in ContactKind:
        contact = project.contact(kind)
        facts[kind.value] = contact.name
        facts[f"{kind.value}_phone"] = contact.phone
        facts[f"{kind.value}_address"] = contact.address
        facts[f"{kind.value}_hours"] = contact.hours
    if minimum is not None:
        facts["minimum_monthly"] = str(minimum.monthly) if minimum.monthly else ""
        facts["minimum_hourly"] = str(minimum.hourly) if minimum.hourly else ""
        facts["minimum_document"] = minimum.document
        facts["minimum_since"] = date_text(minimum.effective_from)
    return {name: text.strip() for name, text in facts.items()}


def _member(name: str, member: Member | None) -> dict[str, str]:
    return {
        name: member.company.name if member else "",
        f"{name}_person": member.person if member else "",
        f"{name}_phone": member.phone if member else "",
    }


def _image(books: Books, project: Project) -> bytes:
    if project.complaint_image is None:
        return b""
    return books.documents.get(project.complaint_image).content


def _version(notice: RightsNotice, day: date) -> str:
    """Name a version by its date and the head of the digest over everything the board says."""
    said = [notice.project, notice.qr_text, hashlib.sha256(notice.qr_image).hexdigest()]
    said += [f"{line.label}={line.text}" for group in notice.groups for line in group.lines]
    digest = hashlib.sha256("\n".join(said).encode()).hexdigest()
    return f"{day:%Y%m%d}-{digest[:6]}"


def _empty(key: str, label: str, level: Level) -> Finding:
    facts = {"key": key, "label": label, "field": label}
    return Finding(Code.NOTICE_FIELD_EMPTY, level, column=key, subject=label, facts=facts)
