"""What a contract says: the template's wording filled with the facts of the books."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from string import Formatter
from typing import Any

import resources
from desktop.domain.company import Company
from desktop.domain.contract import ContractKind, LabourContract
from desktop.domain.project import Project
from desktop.domain.worker import Worker
from desktop.ports.contract_paper import (
    ClausePaper,
    ContractPaper,
    PartyPaper,
    Run,
    SignerPaper,
)
from desktop.services.notices import date_text, pay_day_text


@cache
def frame() -> Mapping[str, Any]:
    """Return the words around a contract's text: resources/terms/contract.toml."""
    return tomllib.loads(resources.text("terms/contract.toml"))


@cache
def template(kind: ContractKind) -> Mapping[str, Any]:
    """Return a kind's wording: resources/templates/contract_<kind>.toml."""
    return tomllib.loads(resources.text(f"templates/contract_{kind.value}.toml"))


def paper_of(
    contract: LabourContract, worker: Worker, employer: Company, project: Project
) -> ContractPaper:
    """Compose everything that a contract's print says; what is not known stays empty."""
    words = template(contract.kind)
    facts = facts_of(contract, worker, employer, project)
    cases = _cases(contract)
    return ContractPaper(
        contract=contract.id,
        digest=contract.digest,
        name=worker.name,
        employer=employer.name,
        title=words["title"],
        number=words["number"].format_map(facts),
        project=words["project"].format_map(facts),
        preamble=words["preamble"],
        preamble_citation=words["preamble_citation"],
        parties=tuple(
            PartyPaper(
                party["title"],
                tuple((label.format_map(facts), value.format_map(facts))
                      for label, value in party["facts"]),
                party["citation"],
            )
            for party in words["party"]
        ),
        clauses=tuple(_clause(clause, facts, cases) for clause in words["clause"]),
        signers=tuple(
            SignerPaper(one["title"], one["seal"], tuple(one["lines"])) for one in words["signer"]
        ),
        received=words["received"],
        copies=tuple(words["copies"]),
    )  # fmt: skip


def facts_of(
    contract: LabourContract, worker: Worker, employer: Company, project: Project
) -> dict[str, str]:
    """Return what fills the template's holes; empty where the books do not say."""
    known = contract.rate.fen > 0
    return {
        "number": contract.number,
        "project": project.name,
        "employer": employer.name,
        "credit_code": employer.credit_code,
        "legal_person": employer.legal_person,
        "employer_phone": employer.phone or _member_phone(project, employer),
        "employer_address": employer.address,
        "name": worker.name,
        "sex": worker.sex,
        "id_kind": frame()["id_kinds"][worker.id_kind.value],
        "id_number": worker.id_number,
        "phone": worker.phone,
        "address": worker.contact_address or worker.address,
        "emergency_name": contract.emergency_name,
        "emergency_relation": contract.emergency_relation,
        "emergency_phone": contract.emergency_phone,
        "emergency_address": "",
        "begin": date_text(contract.begin),
        "end": date_text(contract.end) if contract.end else "",
        "probation": str(contract.probation_months),
        "work": contract.work,
        "place": contract.place,
        "rate": str(contract.rate) if known else "",
        "rate_capitals": contract.rate.in_capitals if known else "",
        "pay_day": pay_day_text(contract.pay_day),
        "hazards": "",
        "reason": "",
    }


def _cases(contract: LabourContract) -> frozenset[str]:
    probation = "probation" if contract.probation_months else "no_probation"
    return frozenset({contract.term.value, contract.pay_kind.value, probation})


def _clause(
    clause: Mapping[str, Any], facts: Mapping[str, str], cases: frozenset[str]
) -> ClausePaper:
    paragraphs = tuple(
        tuple(_runs(paragraph["text"], facts))
        for paragraph in clause["paragraph"]
        if paragraph.get("when") is None or paragraph["when"] in cases
    )
    return ClausePaper(clause["heading"], paragraphs, clause["citation"])


def _runs(text: str, facts: Mapping[str, str]) -> Iterator[Run]:
    """Yield the wording and what is filled in, apart."""
    for fixed, hole, _, _ in Formatter().parse(text):
        if fixed:
            yield Run(fixed)
        if hole is not None:
            yield Run(facts[hole], filled=True)


def _member_phone(project: Project, employer: Company) -> str:
    return next((m.phone for m in project.members if m.company.id == employer.id), "")
