"""The chain of contracts from the owner down, held against the law; findings refuse nothing."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any

import resources
from desktop.domain.company import Company, CompanyRole, WorksContract, WorksKind
from desktop.domain.findings import Code, Finding, Level
from desktop.domain.ids import CompanyId
from desktop.domain.money import ZERO, Money
from desktop.domain.project import Project
from resources.words import phrase

_BELOW = frozenset({CompanyRole.SUBCONTRACTOR, CompanyRole.LABOUR_COMPANY})


@cache
def _rules() -> tuple[Mapping[str, Any], ...]:
    return tuple(tomllib.loads(resources.text("rules/chain.toml"))["rule"])


def _rule(key: str, day: date) -> dict[str, str]:
    """Return title and citation of the rule in force on a day, empty when there was none."""
    for row in _rules():
        since, until = row.get("since", date.min), row.get("until", date.max)
        if row["key"] == key and since <= day <= until:
            return {
                "rule": str(row["title"]),
                "citation": str(row["citation"]),
                "article": str(row["article"]),
            }
    return {}


@dataclass(slots=True)
class Chain:
    """A project's contracts with the companies they name."""

    project: Project
    contracts: tuple[WorksContract, ...]
    companies: Mapping[CompanyId, Company]
    today: date
    _taken: dict[CompanyId, list[WorksContract]] = field(default_factory=dict)
    _given: dict[CompanyId, list[WorksContract]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for contract in self.contracts:
            self._taken.setdefault(contract.taker, []).append(contract)
            self._given.setdefault(contract.giver, []).append(contract)

    def findings(self) -> tuple[Finding, ...]:
        """Return everything that the chain lacks or must not have."""
        found = [finding for one in self.contracts for finding in self._judge(one)]
        found += self._sums()
        found += self._members()
        return tuple(found)

    def name(self, company: CompanyId) -> str:
        """Return a company's name, empty when it is gone."""
        known = self.companies.get(company)
        return known.name if known else ""

    def _judge(self, contract: WorksContract) -> Iterator[Finding]:
        yield from self._judge_taker(contract)
        yield from self._judge_giver(contract)
        main = contract.kind is WorksKind.MAIN
        if not contract.signed:
            rule = "written-main" if main else "written"
            yield self._finding(Code.CHAIN_NOT_SIGNED, Level.WARN, contract, rule)
        if contract.measured_days == 0:
            rule = "measure-main" if main else "measure-sub"
            yield self._finding(Code.CHAIN_NO_MEASURE, Level.WARN, contract, rule)
        if contract.end and contract.end < self.today:
            facts = {"end": str(contract.end)}
            yield self._finding(Code.CHAIN_ENDED, Level.NOTE, contract, "", facts)

    def _judge_taker(self, contract: WorksContract) -> Iterator[Finding]:
        taker = self.companies.get(contract.taker)
        if taker is None:
            return
        if taker.is_person:
            yield self._finding(Code.CHAIN_TO_PERSON, Level.STOP, contract, "to-person")
        elif not taker.qualification:
            yield self._finding(Code.CHAIN_UNQUALIFIED, Level.WARN, contract, "unqualified")
        elif taker.qualification_until and taker.qualification_until < self.today:
            facts = {"until": str(taker.qualification_until)}
            yield self._finding(
                Code.CHAIN_QUALIFICATION_OVER, Level.WARN, contract, "unqualified", facts
            )

    def _judge_giver(self, contract: WorksContract) -> Iterator[Finding]:
        """See work handed on by who took it as a subcontractor.

        A professional subcontractor may give the labour of his own work to a labour company.
        """
        taken = {one.kind for one in self._taken.get(contract.giver, ())}
        if contract.kind is WorksKind.MAIN and taken:
            yield self._finding(Code.CHAIN_RESUBCONTRACT, Level.STOP, contract, "transfer")
            return
        labour = contract.kind is WorksKind.LABOUR
        onward = taken & {WorksKind.LABOUR} if labour else taken - {WorksKind.MAIN}
        if onward and WorksKind.MAIN not in taken:
            yield self._finding(Code.CHAIN_RESUBCONTRACT, Level.STOP, contract, "resubcontract")

    def _sums(self) -> Iterator[Finding]:
        """See a company that has given away more than it has taken."""
        for giver, contracts in self._given.items():
            taken = _sum(self._taken.get(giver, ()))
            if not taken and self._is_general(giver):
                taken = self.project.contract_sum
            given = _sum(contracts)
            if taken and given > taken:
                facts = {
                    "giver": self.name(giver),
                    "given": given.plain,
                    "taken": taken.plain,
                    "company": str(giver),
                }
                yield Finding(
                    Code.CHAIN_OVER_SUM, Level.WARN, subject=self.name(giver), facts=facts
                )

    def _is_general(self, company: CompanyId) -> bool:
        return any(
            member.role is CompanyRole.GENERAL_CONTRACTOR and member.company.id == company
            for member in self.project.members
        )

    def _members(self) -> Iterator[Finding]:
        """See companies of the project without a contract, and parties that are no members."""
        known = {member.company.id for member in self.project.members}
        for member in self.project.members:
            if member.role in _BELOW and member.company.id not in self._taken:
                facts = {"company": str(member.company.id), **_rule("written", self.today)}
                subject = member.company.name
                yield Finding(Code.CHAIN_NO_CONTRACT, Level.WARN, subject=subject, facts=facts)
        general = self.project.member(CompanyRole.GENERAL_CONTRACTOR)
        if general is not None and general.company.id not in self._taken:
            facts = {"company": str(general.company.id), **_rule("written-main", self.today)}
            subject = general.company.name
            yield Finding(Code.CHAIN_NO_MAIN, Level.NOTE, subject=subject, facts=facts)
        for company in dict.fromkeys(
            party for one in self.contracts for party in (one.giver, one.taker)
        ):
            if company not in known:
                facts = {"company": str(company)}
                subject = self.name(company)
                yield Finding(Code.CHAIN_NOT_MEMBER, Level.NOTE, subject=subject, facts=facts)

    def _finding(
        self,
        code: Code,
        level: Level,
        contract: WorksContract,
        rule: str,
        more: Mapping[str, str] | None = None,
    ) -> Finding:
        facts = {
            "giver": self.name(contract.giver),
            "taker": self.name(contract.taker),
            "kind": phrase("chain", contract.kind.value),
            "number": contract.number,
            "contract": str(contract.id),
            **(_rule(rule, self.today) if rule else {}),
            **(more or {}),
        }
        return Finding(code, level, subject=self.name(contract.taker), facts=facts)


def _sum(contracts: Iterable[WorksContract]) -> Money:
    return Money.sum(one.amount for one in contracts)


def check_contract(contract: WorksContract) -> Iterator[Finding]:
    """Judge a contract as typed, whatever else the chain says."""
    if contract.giver == contract.taker:
        yield Finding(Code.CHAIN_SAME_PARTY, Level.STOP, column="taker")
    if contract.begin and contract.end and contract.end < contract.begin:
        facts = {"entry": str(contract.begin), "exit": str(contract.end)}
        yield Finding(Code.EXIT_BEFORE_ENTRY, Level.STOP, column="end", facts=facts)
    if contract.amount < ZERO:
        facts = {"field": phrase("chain", "amount"), "value": contract.amount.plain}
        yield Finding(Code.SITE_FIELD_WRONG, Level.STOP, column="amount", facts=facts)
    if contract.measured_days < 0:
        facts = {"field": phrase("chain", "measured"), "value": str(contract.measured_days)}
        yield Finding(Code.SITE_FIELD_WRONG, Level.STOP, column="measured_days", facts=facts)
