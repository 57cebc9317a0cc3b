"""What the payroll shows of a month, and which of its sheets may be locked now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from desktop.domain.changes import Changes, Topic
from desktop.domain.errors import Refused, SheetUnsigned, Unknown, WrongState, WrongValue
from desktop.domain.findings import Code, Finding, Level
from desktop.domain.ids import LineId, ProjectId, WorkerId
from desktop.domain.money import Money
from desktop.domain.months import WageMonth
from desktop.domain.payroll import Adjustment, ItemKind, SheetState, WageLine, WageSheet
from desktop.domain.project import Project
from desktop.domain.wage_limits import WageLaw
from desktop.domain.wages import ADJUSTABLE, adjustment_items
from desktop.ports.books import Books
from desktop.services.payroll.month import OPEN, review_sheet, stale_lines
from resources.words import phrase

_NAMED = 5


@dataclass(frozen=True, slots=True)
class PrepareReport:
    """What preparing a month did: counts over all its sheets."""

    sheets: int
    lines: int
    changed: int
    """Lines that are new or show something else than before."""
    unsigned: int
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class SheetView:
    """A sheet with its signatures and what should be known of it."""

    sheet: WageSheet
    signed: Mapping[LineId, str]
    """Line → digest its latest signature is bound to."""
    stale: frozenset[LineId]
    findings: tuple[Finding, ...]

    def is_signed(self, line: WageLine) -> bool:
        """Tell whether a line's signature is bound to what it shows now."""
        return self.signed.get(line.id) == line.digest(self.sheet.month)


@dataclass(frozen=True, slots=True)
class PayrollMonth:
    """Everything of a month's wages; state is that of the least advanced sheet."""

    month: WageMonth
    state: SheetState
    sheets: tuple[SheetView, ...]
    total_net: Money
    law: WageLaw
    findings: tuple[Finding, ...] = ()
    """What concerns all sheets."""


def view(sheet: WageSheet, signed: Mapping[LineId, str], law: WageLaw) -> SheetView:
    """Look at one sheet."""
    return SheetView(sheet, signed, stale_lines(sheet, signed), review_sheet(sheet, law, signed))


def ordered(project: Project, sheets: Sequence[WageSheet]) -> tuple[WageSheet, ...]:
    """Sort sheets as the project names its companies, main sheets before supplementary ones."""
    names = {member.company.id: index for index, member in enumerate(project.members)}
    return tuple(sorted(sheets, key=lambda s: (names.get(s.subcontractor, len(names)), s.number)))


def ready(books: Books, project: ProjectId, month: WageMonth) -> tuple[WageSheet, ...]:
    """Return the sheets that may be audited and locked now.

    Raises:
        Unknown: the month has no sheet.
        WrongState: all of them are locked.
        SheetUnsigned: a main sheet, or all that is left, lacks signatures.
    """
    sheets = books.sheets.of_month(project, month)
    if not sheets:
        raise Unknown(kind="sheet", name=str(month))
    left = [sheet for sheet in sheets if not sheet.is_locked]
    if not left:
        raise WrongState(kind="sheet", name=str(month), state=SheetState.LOCKED, act="lock")
    missing = {sheet.id: sheet.unsigned(books.sheets.signed(sheet.id)) for sheet in left}
    _ask_for([line for sheet in left if not sheet.number for line in missing[sheet.id]])
    complete = tuple(sheet for sheet in left if not missing[sheet.id])
    if not complete:
        _ask_for([line for lines in missing.values() for line in lines])
    return complete


def _ask_for(lines: Sequence[WageLine]) -> None:
    if lines:
        names = "、".join(line.name for line in lines[:_NAMED])
        raise SheetUnsigned(count=len(lines), names=names)


def lawful(kind: ItemKind | str, amount: Money, reason: str) -> ItemKind:
    """Return the kind of an adjustment that may be entered.

    Raises:
        Refused: no law knows such a deduction (fines, deposits).
        WrongValue: the amount is negative, or the reason is empty.
    """
    if kind not in ADJUSTABLE:
        facts = {"kind": str(kind), "amount": str(amount)}
        raise Refused((Finding(Code.DEDUCTION_NOT_LAWFUL, Level.STOP, facts=facts),))
    if amount.fen < 0:
        expected = phrase("facts", "expected-amount")
        raise WrongValue(field="amount", value=str(amount), expected=expected)
    if amount and not reason.strip():
        expected = phrase("facts", "expected-reason")
        raise WrongValue(field="reason", value="", expected=expected)
    return ItemKind(kind)


def holding(sheets: Sequence[WageSheet], worker: WorkerId) -> tuple[WageSheet, WageLine] | None:
    """Return the sheet and line that have a worker."""
    for sheet in sheets:
        for line in sheet.lines:
            if line.worker == worker:
                return sheet, line
    return None


def must_be_open(sheet: WageSheet, act: str) -> WageSheet:
    """Return a sheet that may still change.

    Raises:
        WrongState: it is audited or locked.
    """
    if sheet.state not in OPEN:
        raise WrongState(kind="sheet", name=str(sheet.month), state=sheet.state, act=act)
    return sheet


def adjusted(line: WageLine, adjustment: Adjustment, law: WageLaw) -> WageLine:
    """Return a line with an adjustment in place of the one of its kind."""
    work = [item for item in line.items if item.kind not in ADJUSTABLE]
    others = [item for item in line.items if item.kind in ADJUSTABLE]
    entered = adjustment_items((adjustment,), law.month, law.rules)
    items = [item for item in others if item.kind is not adjustment.kind] + [*entered]
    items.sort(key=lambda item: ADJUSTABLE.index(item.kind))
    return replace(line, items=(*work, *items))


def numbered(lines: Sequence[WageLine]) -> tuple[WageLine, ...]:
    """Number lines from 1 in their order."""
    return tuple(replace(line, seq=seq) for seq, line in enumerate(lines, 1))


def touched(project: ProjectId, month: WageMonth) -> Changes:
    """Say that wages and their signatures changed."""
    return Changes.of(Topic.WAGES, Topic.SIGNATURES, project=project, month=month)
