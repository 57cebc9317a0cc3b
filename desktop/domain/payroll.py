"""The monthly wage sheet (工资支付表): lines that explain themselves, digests, states."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from desktop.domain.errors import SheetUnsigned, WrongState
from desktop.domain.ids import CompanyId, LineId, PersonId, ProjectId, SheetId, TeamId, WorkerId
from desktop.domain.money import ZERO, Money
from desktop.domain.months import WageMonth
from desktop.domain.worker import PayKind


class ItemKind(StrEnum):
    """What one amount of a line is; headings stand in resources/terms/wage_items.toml."""

    DAY_WORK = "day_work"  # 计日工资
    HOUR_WORK = "hour_work"  # 计时工资
    OVERTIME = "overtime"  # 延时加班 150 %
    REST_DAY = "rest_day"  # 休息日加班 200 %
    HOLIDAY = "holiday"  # 法定节假日加班 300 %
    ADVANCE = "advance"  # 已预支
    TAX = "tax"  # 代扣个人所得税
    INSURANCE = "insurance"  # 代扣社会保险
    FUND = "fund"  # 代扣住房公积金
    COURT = "court"  # 法院判决代扣
    DAMAGE = "damage"  # 赔偿扣款, limited by 489号 art. 16
    ARREARS = "arrears"  # 补发以前月份


DEDUCTIONS = frozenset(
    {
        ItemKind.ADVANCE,
        ItemKind.TAX,
        ItemKind.INSURANCE,
        ItemKind.FUND,
        ItemKind.COURT,
        ItemKind.DAMAGE,
    }
)


@dataclass(frozen=True, slots=True)
class WageItem:
    """One amount of a line with its derivation: quantity × rate × percent = amount."""

    kind: ItemKind
    amount: Money
    """Always positive; the kind says whether it is added or taken off."""
    quantity: Decimal = Decimal(0)
    rate: Money = ZERO
    percent: int = 100
    rule: str = ""
    """Key of the rule in resources/rules/wages.toml that was applied."""
    citation: str = ""
    note: str = ""

    @property
    def is_deduction(self) -> bool:
        """Tell whether the amount is taken off."""
        return self.kind in DEDUCTIONS


@dataclass(frozen=True, slots=True)
class Adjustment:
    """An advance or deduction entered for a worker and month, paid or taken with that sheet."""

    project: ProjectId
    worker: WorkerId
    month: WageMonth
    kind: ItemKind
    amount: Money
    reason: str
    by: PersonId
    at: datetime


@dataclass(frozen=True, slots=True)
class WageLine:
    """One worker's line: a snapshot of everything that is shown, signed and paid."""

    id: LineId
    seq: int
    worker: WorkerId
    name: str
    id_number: str
    team: TeamId
    team_name: str
    trade: str
    pay_kind: PayKind
    rate: Money
    work_days: Decimal
    items: tuple[WageItem, ...]
    card_number: str = ""
    bank: str = ""
    cnaps: str = ""
    account_name: str = ""

    @property
    def gross(self) -> Money:
        """应发: what is added."""
        return Money.sum(i.amount for i in self.items if not i.is_deduction)

    @property
    def deductions(self) -> Money:
        """扣款: what is taken off."""
        return Money.sum(i.amount for i in self.items if i.is_deduction)

    @property
    def net(self) -> Money:
        """实发."""
        return self.gross - self.deductions

    @property
    def needs_signature(self) -> bool:
        """Lines of 0.00 are listed, not signed and not sent."""
        return self.net.fen > 0

    def quantity(self, kind: ItemKind) -> Decimal:
        """Return the quantity of all items of a kind (days or hours)."""
        return sum((i.quantity for i in self.items if i.kind is kind), Decimal(0))

    def amount(self, kind: ItemKind) -> Money:
        """Return the amount of all items of a kind."""
        return Money.sum(i.amount for i in self.items if i.kind is kind)

    def digest(self, month: WageMonth) -> str:
        """Return the SHA-256 (hex) of exactly what the line shows; a signature is bound to it."""
        shown = {
            "month": str(month),
            "worker": str(self.worker),
            "name": self.name,
            "id": self.id_number,
            "team": self.team_name,
            "trade": self.trade,
            "kind": self.pay_kind,
            "rate": self.rate.fen,
            "days": f"{self.work_days:.2f}",
            "items": [
                [i.kind, f"{i.quantity:.2f}", i.rate.fen, i.percent, i.amount.fen, i.note]
                for i in self.items
            ],
            "net": self.net.fen,
            "card": self.card_number,
            "account_name": self.account_name,
        }
        return _digest(shown)


class SheetState(StrEnum):
    """States of a sheet, in order (724 art. 31: signature before payment)."""

    DRAFT = "draft"
    WORKER_SIGNED = "worker_signed"
    AUDITED = "audited"
    LOCKED = "locked"


@dataclass(frozen=True, slots=True)
class WageSheet:
    """One subcontractor's sheet of one month; number 0 is the main one, others supplementary."""

    id: SheetId
    project: ProjectId
    subcontractor: CompanyId
    subcontractor_name: str
    month: WageMonth
    number: int
    state: SheetState
    lines: tuple[WageLine, ...]
    reason: str = ""
    """Why a supplementary sheet was made."""
    prepared_by: PersonId | None = None
    prepared_at: datetime | None = None
    audited_by: PersonId | None = None
    audited_at: datetime | None = None
    locked_by: PersonId | None = None
    locked_at: datetime | None = None
    single_person: bool = False
    """Prepared, audited and locked in an office of one person (单人模式)."""
    version: int = 0

    @property
    def total_net(self) -> Money:
        """Sum of what is to be paid."""
        return Money.sum(line.net for line in self.lines)

    @property
    def digest(self) -> str:
        """Return the SHA-256 (hex) over month, sheet and every line's digest."""
        return _digest(
            {
                "sheet": str(self.id),
                "number": self.number,
                "month": str(self.month),
                "lines": [line.digest(self.month) for line in self.lines],
            }
        )

    @property
    def is_locked(self) -> bool:
        """Tell whether the sheet is locked."""
        return self.state is SheetState.LOCKED

    def unsigned(self, signed: Mapping[LineId, str]) -> tuple[WageLine, ...]:
        """Return lines that still need a signature.

        Args:
            signed: line → digest that its latest signature is bound to.
        """
        return tuple(
            line
            for line in self.lines
            if line.needs_signature and signed.get(line.id) != line.digest(self.month)
        )

    def settle_signatures(self, signed: Mapping[LineId, str]) -> WageSheet:
        """Return the sheet as draft or worker-signed, whichever its signatures make it."""
        if self.state not in {SheetState.DRAFT, SheetState.WORKER_SIGNED}:
            return self
        missing = self.unsigned(signed)
        return replace(self, state=SheetState.DRAFT if missing else SheetState.WORKER_SIGNED)

    def audit(self, by: PersonId, at: datetime, signed: Mapping[LineId, str]) -> WageSheet:
        """Record the labour officer's audit (724 art. 28).

        Raises:
            WrongState: it is audited or locked already.
            SheetUnsigned: signatures are missing.
        """
        if self.state not in {SheetState.DRAFT, SheetState.WORKER_SIGNED}:
            raise WrongState(kind="sheet", name=str(self.month), state=self.state, act="audit")
        if missing := self.unsigned(signed):
            raise SheetUnsigned(
                count=len(missing), names="、".join(line.name for line in missing[:5])
            )
        return replace(self, state=SheetState.AUDITED, audited_by=by, audited_at=at)

    def lock(self, by: PersonId, at: datetime, *, single_person: bool) -> WageSheet:
        """Lock an audited sheet.

        Raises:
            WrongState: it is not audited, or locked already.
        """
        if self.state is not SheetState.AUDITED:
            raise WrongState(kind="sheet", name=str(self.month), state=self.state, act="lock")
        return replace(
            self,
            state=SheetState.LOCKED,
            locked_by=by,
            locked_at=at,
            single_person=single_person,
        )


def _digest(content: object) -> str:
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
