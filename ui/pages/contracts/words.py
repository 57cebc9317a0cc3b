"""Contracts in words: where somebody stands, columns, what the filter looks through."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from PySide6.QtCore import QObject

from desktop.domain.contract import ContractKind, ContractTerm
from desktop.domain.contract_state import Standing
from desktop.services.contracts import ContractLine
from ui import format as text
from ui.models.rows import Badge, Column

OPEN = frozenset({Standing.NONE, Standing.EXPIRED, Standing.ENDED})


class Wanted(StrEnum):
    """Which lines the list shows."""

    HERE = "here"
    OPEN = "open"
    UNSIGNED = "unsigned"
    OVERDUE = "overdue"
    EXPIRING = "expiring"
    SIGNED = "signed"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Counts:
    """How many lines each choice shows."""

    by_choice: dict[Wanted, int]

    def __getitem__(self, wanted: Wanted) -> int:
        return self.by_choice[wanted]


_PASS: dict[Wanted, Callable[[ContractLine], bool]] = {
    Wanted.HERE: lambda line: line.is_here,
    Wanted.OPEN: lambda line: line.is_here and line.state.standing in OPEN,
    Wanted.UNSIGNED: lambda line: line.is_here and line.state.standing is Standing.UNSIGNED,
    Wanted.OVERDUE: lambda line: line.is_here and line.overdue_since is not None,
    Wanted.EXPIRING: lambda line: line.is_here and line.state.standing is Standing.EXPIRING,
    Wanted.SIGNED: lambda line: line.is_here and line.state.holds,
    Wanted.GONE: lambda line: not line.is_here,
}


def passes(line: ContractLine, wanted: Wanted) -> bool:
    """Tell whether a choice shows a line."""
    return _PASS[wanted](line)


def count(lines: tuple[ContractLine, ...]) -> Counts:
    """Count the lines of each choice."""
    return Counts({wanted: sum(passes(line, wanted) for line in lines) for wanted in Wanted})


class ContractWords(QObject):
    """Badges, columns and kinds in words."""

    def __init__(self, parent: QObject, today: date) -> None:
        super().__init__(parent)
        self._today = today

    def badge(self, line: ContractLine) -> Badge:
        """Return where somebody stands as colour, word and shape."""
        standing = line.state.standing
        if line.overdue_since is not None:
            late = self.tr("Unsigned for over a month")
            none = self.tr("None for over a month")
            return Badge("stop", late if standing is Standing.UNSIGNED else none)
        if standing is Standing.EXPIRING and line.state.until is not None:
            days = (line.state.until - self._today).days
            return Badge("warn", self.tr("Runs out in {days} days").format(days=days))
        kind, word = {
            Standing.NONE: ("warn", self.tr("No contract")),
            Standing.UNSIGNED: ("note", self.tr("Not signed")),
            Standing.SIGNED: ("done", self.tr("In force")),
            Standing.EXPIRING: ("warn", self.tr("Runs out")),
            Standing.EXPIRED: ("stop", self.tr("Has run out")),
            Standing.ENDED: ("warn", self.tr("Ended")),
        }[standing]
        return Badge(kind, word)

    def kind(self, kind: ContractKind) -> str:
        """Return labour contract or agreement."""
        if kind is ContractKind.LABOUR:
            return self.tr("Labour contract")
        return self.tr("Written agreement")

    def term(self, term: ContractTerm) -> str:
        """Return how long it runs."""
        return {
            ContractTerm.FIXED: self.tr("Fixed term"),
            ContractTerm.TASK: self.tr("Until the task is done"),
            ContractTerm.OPEN_ENDED: self.tr("Open-ended"),
        }[term]

    def choices(self, counts: Counts) -> list[tuple[Wanted, str]]:
        """Return what the list may be restricted to, with how many lines that is."""
        words = {
            Wanted.HERE: self.tr("Everyone here ({count})"),
            Wanted.OPEN: self.tr("Without contract ({count})"),
            Wanted.UNSIGNED: self.tr("Not signed ({count})"),
            Wanted.OVERDUE: self.tr("Over a month without ({count})"),
            Wanted.EXPIRING: self.tr("Running out ({count})"),
            Wanted.SIGNED: self.tr("In force ({count})"),
            Wanted.GONE: self.tr("Have left ({count})"),
        }
        return [(one, said.format(count=text.count(counts[one]))) for one, said in words.items()]

    def columns(self) -> tuple[Column[ContractLine], ...]:
        """Return the columns of the list."""
        return (
            Column("name", self.tr("Name"), lambda line: line.name, width=172, tip=_name, ink=_ink),
            Column("team", self.tr("Team"), lambda line: line.team_name, width=80),
            Column("trade", self.tr("Trade"), lambda line: line.trade, width=80),
            Column(
                "state",
                self.tr("Contract"),
                lambda line: self.badge(line).word,
                sort=gravest,
                width=156,
                badge=self.badge,
            ),
            Column("number", self.tr("Number"), _number, width=92),
            Column("kind", self.tr("Kind"), self._kind, width=100),
            Column(
                "entry", self.tr("Entry"), lambda line: text.day(line.entry), width=92, hidden=True
            ),
            Column("begin", self.tr("From"), _begin, width=92),
            Column("until", self.tr("Until"), self._until, width=92),
            Column("signed", self.tr("Signed"), _signed, width=92),
            Column("trained", self.tr("Safety training"), _trained, width=92),
        )

    def _kind(self, line: ContractLine) -> str:
        contract = line.state.contract
        return self.kind(contract.kind) if contract else ""

    def _until(self, line: ContractLine) -> str:
        contract = line.state.contract
        if contract is None:
            return ""
        if line.state.until is not None:
            return text.day(line.state.until)
        task = contract.term is ContractTerm.TASK
        return self.tr("Task done") if task else self.tr("Open-ended")


def haystack(line: ContractLine) -> str:
    """Return what the filter finds a line by."""
    number = line.state.contract.number if line.state.contract else ""
    known = [line.name, line.initials, line.team_name, line.subcontractor, line.trade, number]
    return "\n".join(known)


_ORDER = (
    Standing.EXPIRED, Standing.NONE, Standing.ENDED, Standing.UNSIGNED, Standing.EXPIRING,
    Standing.SIGNED,
)  # fmt: skip


def gravest(line: ContractLine) -> tuple[bool, int]:
    """Return the order in which lines need somebody."""
    return line.overdue_since is None, _ORDER.index(line.state.standing)


def _name(line: ContractLine) -> str:
    return line.name


def _ink(line: ContractLine) -> str:
    return "" if line.is_here else "muted"


def _number(line: ContractLine) -> str:
    return line.state.contract.number if line.state.contract else ""


def _begin(line: ContractLine) -> str:
    return text.day(line.state.contract.begin) if line.state.contract else ""


def _signed(line: ContractLine) -> str:
    return text.day(line.state.contract.signed) if line.state.contract else ""


def _trained(line: ContractLine) -> str:
    return text.day(line.trained)
