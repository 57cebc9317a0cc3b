"""Companies and the contracts between them."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import ColumnElement, delete, insert, select, update

from db.faults import first_come
from db.stores.base import Store, all_of, columns, pick
from db.tables.projects import CompanyRow, WorksContractRow
from desktop.domain.company import Company, WorksContract, WorksKind
from desktop.domain.errors import Stale
from desktop.domain.ids import ProjectId, WorksContractId

_COMPANY = (
    "id", "name", "credit_code", "is_person", "qualification", "qualification_until",
    "legal_person", "phone", "address",
)  # fmt: skip
_CONTRACT = (
    "id", "project", "kind", "giver", "taker", "number", "signed", "begin", "end", "amount",
    "scope", "measured_days", "document", "version",
)  # fmt: skip


class SqlCompanies(Store):
    """The part of the project store that knows the chain."""

    def company_by_name(self, name: str) -> Company | None:
        """Return the company of that full name."""
        found = self._companies(CompanyRow.name == name)
        return found[0] if found else None

    def companies(self) -> tuple[Company, ...]:
        """Return every company of the office, by name."""
        return self._companies()

    def _companies(self, *conditions: ColumnElement[bool]) -> tuple[Company, ...]:
        rows = self.cx.execute(all_of(CompanyRow).where(*conditions))
        found = [Company(**columns(row, _COMPANY)) for row in rows]
        return tuple(sorted(found, key=lambda company: company.name))

    def put_company(self, company: Company) -> None:
        """Insert or update a company by id. Raises Stale for a name another one has."""
        self.upsert(CompanyRow, pick(company, _COMPANY), "id")

    def meet_company(self, company: Company) -> None:
        """Insert a company, or update no more than name and credit code of a known one."""
        same = CompanyRow.id == company.id
        if not self.cx.execute(select(CompanyRow.id).where(same)).first():
            self.put_company(company)
            return
        values = pick(company, ("name", "credit_code"))
        with first_come("company", company.name):
            self.cx.execute(update(CompanyRow).where(same).values(**values))

    def works_contracts(self, project: ProjectId) -> tuple[WorksContract, ...]:
        """Return the chain's contracts, main contract first, then by number."""
        rows = self.cx.execute(all_of(WorksContractRow).where(WorksContractRow.project == project))
        found = [WorksContract(**columns(row, _CONTRACT)) for row in rows]
        return tuple(
            sorted(found, key=lambda c: (c.kind is not WorksKind.MAIN, c.number, str(c.id)))
        )

    def put_works_contract(self, contract: WorksContract) -> WorksContract:
        """Insert or update; returns it with its new version. Raises Stale."""
        stored = replace(contract, version=contract.version + 1)
        row = pick(stored, _CONTRACT)
        same = WorksContractRow.id == contract.id
        if contract.version == 0:
            if self.cx.execute(select(WorksContractRow.id).where(same)).first():
                raise Stale(kind="works_contract", name=contract.number)
            self.cx.execute(insert(WorksContractRow), row)
            return stored
        same &= WorksContractRow.version == contract.version
        if self.cx.execute(update(WorksContractRow).where(same).values(**row)).rowcount != 1:
            raise Stale(kind="works_contract", name=contract.number)
        return stored

    def remove_works_contract(self, contract: WorksContractId) -> None:
        """Remove a contract of the chain."""
        self.cx.execute(delete(WorksContractRow).where(WorksContractRow.id == contract))
