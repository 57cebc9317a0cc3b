"""The chain in the order of who gives work to whom, a line for each contract or company."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from desktop.domain.company import Company, CompanyRole, WorksContract
from desktop.domain.findings import Finding
from desktop.domain.ids import CompanyId, WorksContractId
from desktop.services.projects.chain import Chain


@dataclass(frozen=True, slots=True)
class ChainLine:
    """A company at its place in the chain, with the contract by which it took its work."""

    company: Company
    role: CompanyRole | None
    """Its part in the project; None when it is no member."""
    depth: int
    """0 for an owner."""
    contract: WorksContract | None
    giver: str
    findings: tuple[Finding, ...]

    @property
    def key(self) -> WorksContractId | CompanyId:
        """What names the line for good."""
        return self.contract.id if self.contract is not None else self.company.id


@dataclass(slots=True)
class ChainView:
    """Builds the lines of one chain."""

    chain: Chain
    found: tuple[Finding, ...]

    def lines(self) -> tuple[ChainLine, ...]:
        """Return owners with what they gave, down to the last; then whoever has no contract."""
        seen: set[WorksContractId] = set()
        lines: list[ChainLine] = []
        for owner in self._heads():
            lines.append(self._line(owner, 0, None))
            lines += self._given(owner.id, 1, seen)
        for contract in self.chain.contracts:
            taker = self.chain.companies.get(contract.taker)
            if contract.id not in seen and taker is not None:
                seen.add(contract.id)
                lines.append(self._line(taker, 1, contract))
        shown = {line.company.id for line in lines}
        lines += [
            self._line(member.company, 1, None)
            for member in self.chain.project.members
            if member.company.id not in shown and member.role is not CompanyRole.SUPERVISOR
        ]
        return tuple(lines)

    def _heads(self) -> list[Company]:
        """Return the owners, and whoever gives work without having taken any."""
        owners = [m.company for m in self.chain.project.members if m.role is CompanyRole.OWNER]
        takers = {one.taker for one in self.chain.contracts}
        known = {one.id for one in owners}
        givers = dict.fromkeys(one.giver for one in self.chain.contracts)
        return owners + [
            self.chain.companies[giver]
            for giver in givers
            if giver not in takers and giver not in known and giver in self.chain.companies
        ]

    def _given(
        self, giver: CompanyId, depth: int, seen: set[WorksContractId]
    ) -> Iterator[ChainLine]:
        for contract in self.chain.contracts:
            taker = self.chain.companies.get(contract.taker)
            if contract.giver != giver or contract.id in seen or taker is None:
                continue
            seen.add(contract.id)
            yield self._line(taker, depth, contract)
            yield from self._given(contract.taker, depth + 1, seen)

    def _line(self, company: Company, depth: int, contract: WorksContract | None) -> ChainLine:
        member = next((m for m in self.chain.project.members if m.company.id == company.id), None)
        giver = self.chain.name(contract.giver) if contract is not None else ""
        role = member.role if member is not None else None
        return ChainLine(company, role, depth, contract, giver, self._of(company, contract))

    def _of(self, company: Company, contract: WorksContract | None) -> tuple[Finding, ...]:
        keys: Mapping[str, str] = (
            {"contract": str(contract.id)} if contract is not None else {"company": str(company.id)}
        )
        return tuple(
            finding
            for finding in self.found
            if any(finding.facts.get(key) == value for key, value in keys.items())
        )
