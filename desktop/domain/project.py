"""A project, its chain of companies, its account and its settings."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from desktop.domain.attendance import AttendanceRule
from desktop.domain.company import CompanyRole, Member
from desktop.domain.ids import CompanyId, DocumentId, ProjectId, TeamId, WorkerId
from desktop.domain.money import ZERO, Money


@dataclass(frozen=True, slots=True)
class SpecialAccount:
    """农民工工资专用账户 (人社部发〔2021〕53号): account name as printed at the bank."""

    name: str = ""
    number: str = ""
    bank: str = ""
    cnaps: str = ""


@dataclass(frozen=True, slots=True)
class PayDay:
    """Agreed pay day, in this or the next month, rolled back over holidays (724 art. 14)."""

    day: int = 0
    """1..31, 0 when not yet agreed; a day beyond the month's end means its last day."""
    next_month: bool = True


class ContactKind(StrEnum):
    """Whom the notice board names besides the companies."""

    LABOUR_OFFICER = "labour_officer"
    PROJECT_MANAGER = "project_manager"
    SECTOR_AUTHORITY = "sector_authority"
    LABOUR_INSPECTORATE = "labour_inspectorate"
    ARBITRATION = "arbitration"
    LEGAL_AID = "legal_aid"
    PUBLIC_LEGAL_SERVICE = "public_legal_service"


@dataclass(frozen=True, slots=True)
class Contact:
    """A name with telephone, address and hours."""

    name: str = ""
    phone: str = ""
    """Telephone; for both departments their complaint telephone."""
    address: str = ""
    hours: str = ""


NO_CONTACT = Contact()


@dataclass(frozen=True, slots=True)
class Team:
    """A team (班组) of one subcontractor in one project."""

    id: TeamId
    project: ProjectId
    subcontractor: CompanyId
    name: str
    trade: str = ""
    leader: WorkerId | None = None
    """班组长; platforms want exactly one."""
    filed_on: date | None = None
    """Day of its first filing with the platform; from then on the trade is frozen there."""


@dataclass(frozen=True, slots=True)
class Project:
    """One construction project of the office."""

    id: ProjectId
    name: str
    area: str = ""
    """Six-digit administrative area code of the place of work (the minimum wage follows it)."""
    platform: str = ""
    sector: str = ""
    address: str = ""
    permit_number: str = ""
    start: date | None = None
    finish: date | None = None
    department: str = ""
    """项目部."""
    members: tuple[Member, ...] = ()
    account: SpecialAccount = field(default_factory=SpecialAccount)
    pay_day: PayDay = field(default_factory=PayDay)
    pay_method: str = ""
    contract_sum: Money = ZERO
    labour_cost_ratio: str = ""
    """Percent of the contract sum, as a decimal text such as "20"."""
    contacts: tuple[tuple[ContactKind, Contact], ...] = ()
    complaint_address: str = ""
    """Official address behind the board's QR; empty when an official image is used."""
    complaint_image: DocumentId | None = None
    attendance_rule: AttendanceRule = field(default_factory=AttendanceRule)
    version: int = 0

    def member(self, role: CompanyRole) -> Member | None:
        """Return the first company in a role."""
        return next((m for m in self.members if m.role is role), None)

    def subcontractors(self) -> tuple[Member, ...]:
        """Return every subcontractor, labour companies among them."""
        below = {CompanyRole.SUBCONTRACTOR, CompanyRole.LABOUR_COMPANY}
        return tuple(m for m in self.members if m.role in below)

    def contact(self, kind: ContactKind) -> Contact:
        """Return a contact, empty when unknown."""
        return dict(self.contacts).get(kind, NO_CONTACT)
