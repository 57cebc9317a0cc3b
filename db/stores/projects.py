"""Projects with their companies and teams."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import Any
from uuid import UUID

from sqlalchemy import Row, delete, insert, select, update

from db.faults import first_come
from db.stores.base import all_of, columns, pick
from db.stores.companies import SqlCompanies
from db.tables.projects import ContactRow, MemberRow, ProjectRow, TeamRow
from desktop.domain.attendance import AttendanceRule
from desktop.domain.company import Member
from desktop.domain.errors import Stale, Unknown
from desktop.domain.ids import ProjectId, TeamId
from desktop.domain.project import Contact, ContactKind, PayDay, Project, SpecialAccount, Team

_PLAIN = (
    "id", "name", "area", "platform", "sector", "address", "permit_number", "start", "finish",
    "department", "pay_method", "contract_sum", "labour_cost_ratio", "complaint_address",
    "complaint_image", "version",
)  # fmt: skip
_RULE = ("day_boundary", "repeat_seconds", "least_punches", "least_minutes", "counting")
_ACCOUNT = ("name", "number", "bank", "cnaps")
_CONTACT = ("name", "phone", "address", "hours")
_TEAM = ("id", "project", "subcontractor", "name", "trade", "leader", "filed_on")


class SqlProjects(SqlCompanies):
    """Projects, companies with their contracts, teams."""

    def all(self) -> tuple[Project, ...]:
        """Return the projects by name."""
        return self._load()

    def get(self, project: ProjectId) -> Project:
        """Return one project."""
        found = self._load(project)
        if not found:
            raise Unknown(kind="project", name=str(project))
        return found[0]

    def _load(self, project: ProjectId | None = None) -> tuple[Project, ...]:
        rows = all_of(ProjectRow)
        members = all_of(MemberRow).order_by(MemberRow.seq)
        known = {company.id: company for company in self.companies()}
        contacts = all_of(ContactRow).order_by(ContactRow.seq)
        if project is not None:
            rows = rows.where(ProjectRow.id == project)
            members = members.where(MemberRow.project == project)
            contacts = contacts.where(ContactRow.project == project)
        chain: dict[UUID, list[Member]] = defaultdict(list)
        for row in self.cx.execute(members):
            member = Member(known[row.company], row.role, row.person, row.phone)
            chain[row.project].append(member)
        named: dict[UUID, list[tuple[ContactKind, Contact]]] = defaultdict(list)
        for row in self.cx.execute(contacts):
            named[row.project].append((row.kind, Contact(**columns(row, _CONTACT))))
        found = [_value(row, chain[row.id], named[row.id]) for row in self.cx.execute(rows).all()]
        return tuple(sorted(found, key=lambda each: each.name))

    def put(self, project: Project) -> Project:
        """Insert or update; returns it with its new version. Raises Stale.

        A company that the books know keeps what `put_company` says of it, but for its name and
        credit code.
        """
        stored = replace(project, version=project.version + 1)
        row = {
            **pick(stored, _PLAIN),
            **pick(stored.attendance_rule, _RULE),
            **{f"account_{name}": getattr(stored.account, name) for name in _ACCOUNT},
            "rule_source": stored.attendance_rule.source,
            "pay_day": stored.pay_day.day,
            "pay_next_month": stored.pay_day.next_month,
        }
        if project.version == 0:
            taken = select(ProjectRow.id).where(
                (ProjectRow.id == project.id) | (ProjectRow.name == project.name)
            )
            if self.cx.execute(taken).first():
                raise Stale(kind="project", name=project.name)
            self.cx.execute(insert(ProjectRow), row)
        else:
            same = (ProjectRow.id == project.id) & (ProjectRow.version == project.version)
            with first_come("project", project.name):
                done = self.cx.execute(update(ProjectRow).where(same).values(**row))
            if done.rowcount != 1:
                raise Stale(kind="project", name=project.name)
        self._put_members(project)
        self._put_contacts(project)
        return stored

    def _put_members(self, project: Project) -> None:
        for company in {member.company.id: member.company for member in project.members}.values():
            self.meet_company(company)
        self.cx.execute(delete(MemberRow).where(MemberRow.project == project.id))
        rows = [
            {
                "project": project.id,
                "seq": seq,
                "company": member.company.id,
                **pick(member, ("role", "person", "phone")),
            }
            for seq, member in enumerate(project.members)
        ]
        self.add_rows(MemberRow, rows)

    def _put_contacts(self, project: Project) -> None:
        self.cx.execute(delete(ContactRow).where(ContactRow.project == project.id))
        rows = [
            {"project": project.id, "seq": seq, "kind": kind, **pick(contact, _CONTACT)}
            for seq, (kind, contact) in enumerate(project.contacts)
        ]
        self.add_rows(ContactRow, rows)

    def teams(self, project: ProjectId) -> tuple[Team, ...]:
        """Return a project's teams by name."""
        query = all_of(TeamRow).where(TeamRow.project == project)
        found = [Team(**columns(row, _TEAM)) for row in self.cx.execute(query)]
        return tuple(sorted(found, key=lambda team: team.name))

    def put_team(self, team: Team) -> None:
        """Insert or replace a team."""
        self.upsert(TeamRow, pick(team, _TEAM), "id")

    def remove_team(self, team: TeamId) -> None:
        """Remove a team that nobody belongs to."""
        self.cx.execute(delete(TeamRow).where(TeamRow.id == team))


def _value(
    row: Row[Any], members: list[Member], contacts: list[tuple[ContactKind, Contact]]
) -> Project:
    return Project(
        **columns(row, _PLAIN),
        members=tuple(members),
        contacts=tuple(contacts),
        account=SpecialAccount(*(getattr(row, f"account_{name}") for name in _ACCOUNT)),
        pay_day=PayDay(row.pay_day, row.pay_next_month),
        attendance_rule=AttendanceRule(**columns(row, _RULE), source=row.rule_source),
    )
