"""The sample site's papers: who gave what work to whom, contracts, a training, an insurance.

As on a real site not everything is in order: one certificate has run out, some contracts wait for
a signature, and a few people have none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import groupby

from desktop.domain.company import CompanyRole, WorksContract, WorksKind
from desktop.domain.contract import InsuranceProof, LabourContract, Training
from desktop.domain.ids import InsuranceId, TrainingId, WorksContractId, new_id
from desktop.domain.money import Money
from desktop.domain.project import Project
from desktop.services.contracts.draft import ContractTerms
from desktop.services.office import Office

_SIGNED, _BEGIN, _END = date(2026, 3, 1), date(2026, 3, 20), date(2027, 12, 31)
_CERTIFICATES = (
    ("施工劳务备案（示例）", date(2029, 12, 31)),
    ("建筑机电安装工程专业承包三级（示例）", date(2026, 8, 31)),
)
_SUBCONTRACTS = (
    (WorksKind.LABOUR, Money.of_yuan(12_600_000), "主体结构劳务：钢筋、模板、混凝土"),
    (WorksKind.PROFESSIONAL, Money.of_yuan(9_300_000), "砌筑与水电安装"),
)
_WITHOUT, _UNSIGNED, _UNTRAINED = 3, 6, 5


def file_papers(office: Office, project: Project) -> None:
    """Put the papers into the books of an office that has the sample roster."""
    _chain(office, project)
    signed = _contracts(office, project)
    training = Training(
        id=TrainingId(new_id()),
        project=project.id,
        name="入场三级安全教育",
        day=date(2026, 3, 24),
        hours=Decimal(8),
        trainer="项目安全员（示例）",
        place="项目部会议室",
        workers=tuple(contract.worker for contract in signed[:-_UNTRAINED]),
    )
    office.contracts.put_training(training)
    proof = InsuranceProof(
        id=InsuranceId(new_id()),
        project=project.id,
        number="示例工伤20260315",
        insurer="（示例）工伤保险经办机构",
        begin=date(2026, 3, 15),
        end=_END,
        premium=Money.of_yuan(86_500),
    )
    office.contracts.put_insurance(proof)


def _chain(office: Office, project: Project) -> None:
    members = {member.role: member.company for member in project.members}
    owner, general = members[CompanyRole.OWNER], members[CompanyRole.GENERAL_CONTRACTOR]
    main = WorksContract(
        id=WorksContractId(new_id()),
        project=project.id,
        kind=WorksKind.MAIN,
        giver=owner.id,
        taker=general.id,
        number="示例总包2026-01",
        signed=_SIGNED,
        begin=_BEGIN,
        end=_END,
        amount=project.contract_sum,
        scope="安置房二期土建、安装及配套",
        measured_days=30,
    )
    office.projects.put_company(
        replace(general, qualification="建筑工程施工总承包一级（示例）", qualification_until=_END)
    )
    office.projects.put_works_contract(main)
    parts = zip(project.subcontractors(), _CERTIFICATES, _SUBCONTRACTS, strict=True)
    for place, (member, (certificate, until), (kind, amount, scope)) in enumerate(parts, 1):
        company = replace(member.company, qualification=certificate, qualification_until=until)
        office.projects.put_company(company)
        office.projects.put_works_contract(
            replace(
                main,
                id=WorksContractId(new_id()),
                kind=kind,
                giver=general.id,
                taker=company.id,
                number=f"示例分包2026-0{place}",
                amount=amount,
                scope=scope,
            )
        )


def _contracts(office: Office, project: Project) -> Sequence[LabourContract]:
    """Make out contracts for all but a few, and have all but a few of them signed."""
    proposal = office.contracts.propose(project.id, ContractTerms())
    ready = replace(proposal, drafts=proposal.ready[:-_WITHOUT])
    made = sorted(office.contracts.fill(ready).value, key=lambda contract: contract.begin)
    for day, group in groupby(made[:-_UNSIGNED], key=lambda contract: contract.begin):
        office.contracts.sign([contract.id for contract in group], day)
    return made
