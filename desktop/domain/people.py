"""Persons of the office and what they may do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from desktop.domain.ids import PersonId


class Role(StrEnum):
    """What a person may do in the office."""

    LABOUR_OFFICER = "labour_officer"  # 劳资专管员, maker
    PROJECT_MANAGER = "project_manager"  # 项目经理, checker
    FINANCE = "finance"  # 财务, checker
    VIEWER = "viewer"


MAKERS = frozenset({Role.LABOUR_OFFICER, Role.FINANCE})
CHECKERS = frozenset({Role.PROJECT_MANAGER, Role.FINANCE})


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who works with the books."""

    id: PersonId
    name: str
    roles: frozenset[Role]
