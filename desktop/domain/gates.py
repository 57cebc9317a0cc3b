"""The gates a worker's wage passes before it is paid: what stands at each, and which of them block.

A gate only repeats what the existing checks found: a finding of level STOP means that the gate
is not passed; whether that blocks the payment or only warns is the project's switch.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from desktop.domain.findings import Code, Finding, Level
from desktop.domain.ids import WorkerId
from desktop.domain.money import ZERO, Money
from desktop.domain.months import WageMonth
from desktop.domain.worker import Capture


class Gate(StrEnum):
    """What is asked of a worker's wage, in the order of the board."""

    IDENTITY = "identity"  # 实名
    CONTRACT = "contract"  # 合同或用工协议
    ON_SITE = "on_site"  # 在场
    ATTENDANCE = "attendance"  # 考勤
    CARD = "card"  # 工资卡与户名
    MINIMUM = "minimum"  # 最低工资
    WITHIN_DUE = "within_due"  # 实发不超过应发
    SIGNATURE = "signature"  # 本人签字
    FILED = "filed"  # 上报平台


class Standing(StrEnum):
    """How a worker stands at a gate."""

    PASSES = "passes"
    WARNS = "warns"
    BLOCKS = "blocks"
    NOT_DEMANDED = "not_demanded"
    """Nobody asks for it: no platform that the project reports to demands it."""


class Switch(StrEnum):
    """What a gate does with who does not pass it."""

    BLOCK = "block"
    WARN = "warn"


@dataclass(frozen=True, slots=True)
class GateRule:
    """One dated row of resources/rules/gates.toml."""

    gate: Gate
    title: str
    default: Switch
    citation: str
    since: date
    demanded: bool = True
    """Whether anybody asks for it."""


@dataclass(frozen=True, slots=True)
class GateCell:
    """One worker at one gate."""

    gate: Gate
    standing: Standing
    findings: tuple[Finding, ...] = ()


class Exclusion(StrEnum):
    """Why a worker of the month is not among those who can be paid."""

    BLOCKED = "blocked"  # at least one gate blocks
    NO_LINE = "no_line"  # on no wage sheet
    NOTHING_TO_PAY = "nothing_to_pay"  # net of 0.00: listed, not paid


@dataclass(frozen=True, slots=True)
class GateRow:
    """One worker of the month at every gate."""

    worker: WorkerId
    name: str
    initials: str
    team_name: str
    captured: Capture
    net: Money
    cells: tuple[GateCell, ...]
    excluded: Exclusion | None = None
    """None: he can be paid."""

    def cell(self, gate: Gate) -> GateCell:
        """Return how he stands at a gate."""
        return next(cell for cell in self.cells if cell.gate is gate)

    def gates(self, standing: Standing) -> tuple[Gate, ...]:
        """Return the gates at which he stands so."""
        return tuple(cell.gate for cell in self.cells if cell.standing is standing)


@dataclass(frozen=True, slots=True)
class GateCount:
    """How many workers stand how at one gate; the four add up to everybody."""

    gate: Gate
    passes: int
    warns: int
    blocks: int
    not_demanded: int


@dataclass(frozen=True, slots=True)
class Board:
    """Everybody of a month at every gate: in = out + excluded."""

    month: WageMonth
    rows: tuple[GateRow, ...]
    rules: tuple[GateRule, ...]
    switches: Mapping[Gate, Switch]

    @property
    def payable(self) -> tuple[GateRow, ...]:
        """Who can be paid."""
        return tuple(row for row in self.rows if row.excluded is None)

    @property
    def excluded(self) -> tuple[GateRow, ...]:
        """Who cannot be paid, or has nothing to be paid."""
        return tuple(row for row in self.rows if row.excluded is not None)

    @property
    def payable_net(self) -> Money:
        """What can be paid."""
        return Money.sum(row.net for row in self.payable)

    def counts(self) -> tuple[GateCount, ...]:
        """Count the workers at each gate."""
        found = []
        for rule in self.rules:
            at = [row.cell(rule.gate).standing for row in self.rows]
            found.append(
                GateCount(
                    rule.gate,
                    passes=at.count(Standing.PASSES),
                    warns=at.count(Standing.WARNS),
                    blocks=at.count(Standing.BLOCKS),
                    not_demanded=at.count(Standing.NOT_DEMANDED),
                )
            )
        return tuple(found)

    def at(self, gate: Gate, *standings: Standing) -> tuple[GateRow, ...]:
        """List the workers who stand so at a gate."""
        return tuple(row for row in self.rows if row.cell(gate).standing in standings)


def settle(rule: GateRule, switch: Switch, findings: Iterable[Finding]) -> GateCell:
    """Say how somebody stands: what stops blocks where the gate blocks, and warns elsewhere."""
    found = tuple(findings)
    if not rule.demanded:
        return GateCell(rule.gate, Standing.NOT_DEMANDED)
    if any(finding.level is Level.STOP for finding in found):
        if switch is Switch.BLOCK:
            return GateCell(rule.gate, Standing.BLOCKS, found)
        return GateCell(rule.gate, Standing.WARNS, tuple(map(_lowered, found)))
    warns = any(finding.level is Level.WARN for finding in found)
    return GateCell(rule.gate, Standing.WARNS if warns else Standing.PASSES, found)


def _lowered(finding: Finding) -> Finding:
    return replace(finding, level=Level.WARN) if finding.level is Level.STOP else finding


def failing(finding: Finding) -> Finding:
    """Return a finding as one with which its gate is not passed."""
    return replace(finding, level=Level.STOP)


def over_due(name: str, net: Money, due: Money) -> Finding | None:
    """Name a wage above what attendance and pay standard make due; None when it is not."""
    if net <= due:
        return None
    facts = {"net": str(net), "due": str(due), "over": str(net - due)}
    return Finding(Code.WAGE_OVER_DUE, Level.STOP, subject=name, facts=facts)


def excluded(net: Money, cells: Iterable[GateCell], *, listed: bool) -> Exclusion | None:
    """Say why a worker is not paid, None when he is."""
    if not listed:
        return Exclusion.NO_LINE
    if any(cell.standing is Standing.BLOCKS for cell in cells):
        return Exclusion.BLOCKED
    return None if net > ZERO else Exclusion.NOTHING_TO_PAY


def switches_text(switches: Mapping[Gate, Switch]) -> str:
    """Write switches as the office's settings keep them."""
    return json.dumps({gate.value: switches[gate].value for gate in Gate if gate in switches})


def switches_of(text: str) -> dict[Gate, Switch]:
    """Read switches as the office's settings keep them; empty: none were thrown."""
    known = json.loads(text) if text else {}
    return {Gate(gate): Switch(switch) for gate, switch in known.items()}
