"""Companies of the office, and the contracts between them in a project."""

from __future__ import annotations

from dataclasses import replace

from desktop.domain import identity
from desktop.domain.changes import Changes, Outcome, Topic
from desktop.domain.company import Company, CompanyRole, Member, WorksContract
from desktop.domain.documents import Document, DocumentKind, File
from desktop.domain.errors import Refused, Unknown
from desktop.domain.findings import Code, Finding, Level, stops
from desktop.domain.ids import CompanyId, DocumentId, ProjectId, WorksContractId
from desktop.domain.project import Project
from desktop.ports.books import Books
from desktop.services.projects.base import ProjectsBase
from desktop.services.projects.chain import Chain, check_contract
from desktop.services.projects.chain_view import ChainLine, ChainView
from resources.words import phrase


class CompaniesPart(ProjectsBase):
    """The chain: owner, general contractor, subcontractors, labour companies."""

    def companies(self) -> tuple[Company, ...]:
        """Return every company of the office, by name."""
        with self._reads() as books:
            return books.projects.companies()

    def company_named(self, name: str) -> Company:
        """Return a company by its full name. Raises Unknown."""
        with self._reads() as books:
            found = books.projects.company_by_name(name.strip())
        if found is None:
            raise Unknown(kind="company", name=name)
        return found

    def check_company(self, company: Company) -> tuple[Finding, ...]:
        """Return everything that is wrong with a company."""
        with self._reads() as books:
            return _check_company(books, company)

    def put_company(self, company: Company) -> Outcome[Company]:
        """Write a company.

        Raises:
            Refused: its name is empty or another one's, or its code or phone cannot be.
        """
        with self._books() as books:
            findings = _check_company(books, company)
            if stops(findings):
                raise Refused(findings)
            books.projects.put_company(company)
            books.journal.write("project.company", str(company.id))
            books.commit()
        return Outcome(company, Changes.of(Topic.PROJECT, Topic.NOTICE))

    def put_member(
        self,
        project_id: ProjectId,
        company: Company,
        role: CompanyRole,
        instead_of: CompanyRole | None = None,
    ) -> Outcome[Project]:
        """Let a company take a part in a project, or another part than before.

        Raises:
            Refused: the company cannot be so.
        """
        with self._books() as books:
            findings = _check_company(books, company)
            if stops(findings):
                raise Refused(findings)
            project = books.projects.get(project_id)
            books.projects.put_company(company)
            members = _with_part(project, company, role, instead_of)
            if members != project.members:
                project = books.projects.put(replace(project, members=members))
            books.journal.write("project.member", str(company.id), project=str(project_id))
            books.commit()
        return Outcome(project, Changes.of(Topic.PROJECT, Topic.NOTICE, project=project_id))

    def works_contracts(self, project_id: ProjectId) -> tuple[WorksContract, ...]:
        """Return a project's contracts, main contract first, then by number."""
        with self._reads() as books:
            return books.projects.works_contracts(project_id)

    def put_works_contract(self, contract: WorksContract) -> Outcome[WorksContract]:
        """Write a contract of the chain.

        Raises:
            Refused: both parties are one, a day or an amount cannot be.
            Stale: somebody else changed it.
        """
        findings = tuple(check_contract(contract))
        if stops(findings):
            raise Refused(findings)
        with self._books() as books:
            stored = books.projects.put_works_contract(contract)
            books.journal.write(
                "project.contract", str(stored.id), version=stored.version, fen=stored.amount.fen
            )
            books.commit()
        return Outcome(stored, Changes.of(Topic.PROJECT, project=stored.project))

    def remove_works_contract(
        self, project_id: ProjectId, contract: WorksContractId
    ) -> Outcome[WorksContract]:
        """Take a contract off the books; what is returned puts it back.

        Raises:
            Unknown: there is no such contract.
        """
        with self._books() as books:
            known = next(
                (c for c in books.projects.works_contracts(project_id) if c.id == contract), None
            )
            if known is None:
                raise Unknown(kind="works_contract", name=str(contract))
            books.projects.remove_works_contract(contract)
            books.journal.write("project.contract_removed", str(contract))
            books.commit()
        return Outcome(replace(known, version=0), Changes.of(Topic.PROJECT, project=project_id))

    def attach_scan(
        self, contract: WorksContract, content: bytes, name: str
    ) -> Outcome[WorksContract]:
        """Keep the scan of a contract. Raises Stale."""
        document = Document.of(
            contract.project, DocumentKind.WORKS_CONTRACT, File(name, content), self._seat.person,
            self._clock.now(),
        )  # fmt: skip
        with self._books() as books:
            books.documents.add(document)
            stored = books.projects.put_works_contract(replace(contract, document=document.id))
            books.journal.write("project.contract_scan", str(stored.id), digest=document.sha256)
            books.commit()
        return Outcome(stored, Changes.of(Topic.PROJECT, project=stored.project))

    def scan(self, document: DocumentId) -> Document:
        """Return a kept scan."""
        with self._reads() as books:
            return books.documents.get(document)

    def chain_findings(self, project_id: ProjectId) -> tuple[Finding, ...]:
        """Return what the project's chain lacks or must not have, with article and text."""
        with self._reads() as books:
            return self._chain(books, project_id).findings()

    def chain_lines(self, project_id: ProjectId) -> tuple[ChainLine, ...]:
        """Return the chain from the owner down, with what is wrong at each place."""
        with self._reads() as books:
            chain = self._chain(books, project_id)
        return ChainView(chain, chain.findings()).lines()

    def _chain(self, books: Books, project_id: ProjectId) -> Chain:
        companies = {CompanyId(one.id): one for one in books.projects.companies()}
        return Chain(
            books.projects.get(project_id),
            books.projects.works_contracts(project_id),
            companies,
            self._clock.today(),
        )


def _with_part(
    project: Project, company: Company, role: CompanyRole, instead_of: CompanyRole | None
) -> tuple[Member, ...]:
    own = {m.role for m in project.members if m.company.id == company.id}
    if role in own:
        return project.members
    if instead_of in own:
        return tuple(
            replace(m, role=role) if (m.company.id, m.role) == (company.id, instead_of) else m
            for m in project.members
        )
    return (*project.members, Member(company, role))


def _check_company(books: Books, company: Company) -> tuple[Finding, ...]:
    found: list[Finding] = []
    if not company.name.strip():
        facts = {"field": phrase("chain", "company-name")}
        found.append(Finding(Code.REQUIRED_EMPTY, Level.STOP, column="name", facts=facts))
    same = books.projects.company_by_name(company.name)
    if same is not None and same.id != company.id:
        found.append(
            Finding(Code.COMPANY_NAME_TAKEN, Level.STOP, column="name", subject=company.name)
        )
    code = company.credit_code
    if code and not company.is_person and not identity.is_credit_code(code):
        found.append(Finding(Code.USCC_WRONG, Level.STOP, None, "credit_code", company.name,
                             {"value": code}))  # fmt: skip
    if company.phone and not identity.is_phone(company.phone):
        found.append(Finding(Code.PHONE_WRONG, Level.WARN, None, "phone", company.name,
                             {"value": company.phone}))  # fmt: skip
    return tuple(found)
