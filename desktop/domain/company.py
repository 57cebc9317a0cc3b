"""Companies and the part they play in a project."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop.domain.ids import CompanyId, DocumentId, ProjectId, WorksContractId
from desktop.domain.money import ZERO, Money


class CompanyRole(StrEnum):
    """The part a company plays in a project (Order 724 art. 34 groups)."""

    OWNER = "owner"  # 建设单位
    GENERAL_CONTRACTOR = "general_contractor"  # 施工总承包单位
    SUBCONTRACTOR = "subcontractor"  # 分包单位
    SUPERVISOR = "supervisor"  # 监理单位
    LABOUR_COMPANY = "labour_company"  # 劳务公司


@dataclass(frozen=True, slots=True)
class Company:
    """A company by its full registered name."""

    id: CompanyId
    name: str
    credit_code: str = ""
    """Unified social credit code (GB 32100-2015), empty when not known."""
    is_person: bool = False
    """A natural person (包工头), who may take no subcontract (724 art. 36)."""
    qualification: str = ""
    """Class and number of the qualification certificate (资质), empty when not shown."""
    qualification_until: date | None = None
    legal_person: str = ""
    phone: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Member:
    """A company in its role in one project."""

    company: Company
    role: CompanyRole
    person: str = ""
    """Person in charge."""
    phone: str = ""


class WorksKind(StrEnum):
    """What a contract between two companies of the chain is about."""

    MAIN = "main"  # 施工总承包合同
    PROFESSIONAL = "professional"  # 专业分包
    LABOUR = "labour"  # 劳务分包


@dataclass(frozen=True, slots=True)
class WorksContract:
    """A contract or subcontract in a project's chain (724 arts 24, 25, 36)."""

    id: WorksContractId
    project: ProjectId
    kind: WorksKind
    giver: CompanyId
    """Who gives the work (发包)."""
    taker: CompanyId
    """Who takes it (承包)."""
    number: str = ""
    signed: date | None = None
    begin: date | None = None
    end: date | None = None
    amount: Money = ZERO
    scope: str = ""
    measured_days: int = 0
    """Agreed cycle of measurement and settlement, days (724 arts 24, 25); 0: not written."""
    document: DocumentId | None = None
    version: int = 0
