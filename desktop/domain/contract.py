"""Labour contracts and agreements, safety training, work-injury insurance."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from desktop.domain.ids import (
    CompanyId,
    ContractId,
    DocumentId,
    InsuranceId,
    ProjectId,
    TrainingId,
    WorkerId,
)
from desktop.domain.money import ZERO, Money
from desktop.domain.project import PayDay
from desktop.domain.worker import PayKind


class ContractKind(StrEnum):
    """What binds worker and employer (建市〔2022〕59号: one of both before entry)."""

    LABOUR = "labour"  # 劳动合同
    AGREEMENT = "agreement"  # 用工书面协议, where no employment relation can exist


class ContractTerm(StrEnum):
    """How long it runs (劳动合同法 arts 12–15)."""

    FIXED = "fixed"  # 固定期限
    TASK = "task"  # 以完成一定工作任务为期限
    OPEN_ENDED = "open_ended"  # 无固定期限


@dataclass(frozen=True, slots=True)
class LabourContract:
    """A labour contract or written labour-use agreement of one worker in one project."""

    id: ContractId
    project: ProjectId
    worker: WorkerId
    employer: CompanyId
    kind: ContractKind
    term: ContractTerm
    number: str
    begin: date
    end: date | None
    """None for a task or without end."""
    pay_kind: PayKind
    rate: Money
    pay_day: PayDay
    work: str = ""
    """Trade and task (工作内容)."""
    place: str = ""
    probation_months: int = 0
    emergency_name: str = ""
    emergency_phone: str = ""
    emergency_relation: str = ""
    signed: date | None = None
    """Day on which both sides signed; None: not yet."""
    ended: date | None = None
    """Day on which it was ended early."""
    scan: DocumentId | None = None
    version: int = 0

    def holds(self, day: date) -> bool:
        """Tell whether it is signed and in force on a day."""
        last = min(self.end or date.max, self.ended or date.max)
        return self.signed is not None and self.begin <= day <= last

    @property
    def digest(self) -> str:
        """SHA-256 over what both sides agree on (hex); a print carries its head."""
        words = (
            self.id.hex, self.worker.hex, self.employer.hex, self.kind, self.term, self.number,
            self.begin, self.end or "", self.pay_kind, self.rate.fen, self.pay_day.day,
            self.pay_day.next_month, self.work, self.place, self.probation_months,
            self.emergency_name, self.emergency_phone, self.emergency_relation,
        )  # fmt: skip
        return hashlib.sha256("\x1f".join(map(str, words)).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Training:
    """A safety training before entry (建市〔2019〕18号 art. 8 as amended 2022)."""

    id: TrainingId
    project: ProjectId
    name: str
    day: date
    hours: Decimal
    trainer: str = ""
    place: str = ""
    workers: tuple[WorkerId, ...] = ()
    """Those who passed."""
    document: DocumentId | None = None


@dataclass(frozen=True, slots=True)
class InsuranceProof:
    """Work-injury insurance of a project (人社部发〔2014〕103号): insured before work begins."""

    id: InsuranceId
    project: ProjectId
    number: str
    insurer: str
    begin: date
    end: date | None
    premium: Money = ZERO
    document: DocumentId | None = None
