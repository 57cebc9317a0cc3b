"""Dated figures and citations of contracts, read once from resources/rules/contracts.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

import resources
from desktop.domain.contract import ContractTerm
from desktop.domain.contract_state import ProbationLimit


@dataclass(frozen=True, slots=True)
class ContractRules:
    """The rules in force on a day."""

    grace_months: int
    """From the first day of work until a written contract is overdue (劳动合同法 art. 10)."""
    grace_citation: str
    notice_days: int
    """Days before its last one from which a contract counts as running out."""
    probation: tuple[ProbationLimit, ...]


@cache
def _tables() -> Mapping[str, Any]:
    return tomllib.loads(resources.text("rules/contracts.toml"))


@cache
def rules_on(day: date) -> ContractRules:
    """Return the rules in force on a day: of each kind the latest that began by then."""
    grace, notice = _latest("written_contract", day), _latest("notice", day)
    return ContractRules(
        grace["months"], grace["citation"], notice["days"], tuple(_probation(day).values())
    )


def citation(key: str) -> str:
    """Return what a finding rests on."""
    text: str = _tables()["citations"][key]
    return text


def _latest(name: str, day: date) -> Mapping[str, Any]:
    """Return the row in force, the first one for days before any."""
    rows: list[Mapping[str, Any]] = sorted(_tables()[name], key=lambda row: row["effective_from"])
    begun = [row for row in rows if row["effective_from"] <= day]
    return begun[-1] if begun else rows[0]


def _probation(day: date) -> dict[tuple[ContractTerm, int], ProbationLimit]:
    rows = sorted(_tables()["probation"], key=lambda row: row["effective_from"])
    return {
        (ContractTerm(row["term"]), row["from_months"]): ProbationLimit(
            ContractTerm(row["term"]), row["from_months"], row["most"], row["citation"]
        )
        for row in rows
        if row["effective_from"] <= day
    }
