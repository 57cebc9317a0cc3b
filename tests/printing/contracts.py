"""Invented contracts as composed for paper."""

from datetime import date
from uuid import uuid5

from desktop.domain.company import Company
from desktop.domain.contract import ContractKind, ContractTerm, LabourContract
from desktop.domain.money import Money
from desktop.domain.project import PayDay, Project
from desktop.domain.worker import PayKind, Worker
from desktop.services.contracts.text import paper_of
from tests.printing.samples import ROOT

PROJECT = Project(uuid5(ROOT, "project"), "兰州示例安置房一期")
EMPLOYER = Company(
    uuid5(ROOT, "company"), "兰州示例建筑劳务有限公司", "91620100MA74000116", legal_person="魏建业"
)


def contract(n=1, **more):
    facts = {
        "id": uuid5(ROOT, f"contract{n}"),
        "project": PROJECT.id,
        "worker": uuid5(ROOT, f"worker{n}"),
        "employer": EMPLOYER.id,
        "kind": ContractKind.LABOUR,
        "term": ContractTerm.TASK,
        "number": f"2026-{n:04d}",
        "begin": date(2026, 3, 1),
        "end": None,
        "pay_kind": PayKind.DAY,
        "rate": Money(26000),
        "pay_day": PayDay(15),
        "work": "钢筋工",
        "place": "兰州市七里河区（示例地址）",
    }
    return LabourContract(**{**facts, **more})


def paper(n=1, name="张䶮", person=None, **more):
    worker = Worker(
        uuid5(ROOT, f"worker{n}"),
        name,
        "620102199001011234",
        **(person or {"phone": "13900000001"}),
    )
    return paper_of(contract(n, **more), worker, EMPLOYER, PROJECT)
