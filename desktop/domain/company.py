"""Companies and the part they play in a project."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from desktop.domain.ids import CompanyId


class CompanyRole(StrEnum):
    """The part a company plays in a project (Order 724 art. 34 groups)."""

    OWNER = "owner"  # 建设单位
    GENERAL_CONTRACTOR = "general_contractor"  # 施工总承包单位
    SUBCONTRACTOR = "subcontractor"  # 分包单位
    SUPERVISOR = "supervisor"  # 监理单位


@dataclass(frozen=True, slots=True)
class Company:
    """A company by its full registered name."""

    id: CompanyId
    name: str
    credit_code: str = ""
    """Unified social credit code (GB 32100-2015), empty when not known."""


@dataclass(frozen=True, slots=True)
class Member:
    """A company in its role in one project."""

    company: Company
    role: CompanyRole
    person: str = ""
    """Person in charge."""
    phone: str = ""
