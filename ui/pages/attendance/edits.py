"""Days set by hand from the grid: written through the service, taken back and done again."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import partial

from PySide6.QtWidgets import QWidget

from desktop.domain.attendance import DayMark
from desktop.domain.changes import Outcome
from desktop.domain.ids import DocumentId, ProjectId, WorkerId
from desktop.services.attendance import Attendance
from ui.desk import Desk
from ui.models.grid import Cell, Entry


@dataclass(frozen=True, slots=True)
class Held:
    """How a day was set by hand: None beside it means it was not."""

    work_days: Decimal
    hours: Decimal | None
    reason: str
    evidence: DocumentId | None = None


Days = Mapping[Cell, Held | None]


@dataclass(frozen=True, slots=True)
class Edit:
    """Days before and after one act."""

    project: ProjectId
    before: Days
    after: Days


def held(mark: DayMark | None) -> Held | None:
    """Return how a day was set by hand."""
    hand = mark.hand if mark is not None else None
    return Held(hand.work_days, hand.hours, hand.reason, hand.evidence) if hand else None


def write(attendance: Attendance, project: ProjectId, days: Days) -> Outcome[int]:
    """Bring days to a state, all or none: set as they shall be, or back to their punches."""
    cells: list[tuple[WorkerId, date, Decimal | None, Decimal | None, str]] = [
        (cell.worker, cell.day, value.work_days, value.hours, value.reason)
        if value is not None
        else (cell.worker, cell.day, None, None, "")
        for cell, value in days.items()
    ]
    proofs = {
        (cell.worker, cell.day): value.evidence
        for cell, value in days.items()
        if value is not None and value.evidence is not None
    }
    return attendance.restore_days(project, cells, proofs)


class Edits:
    """The acts of this session on one grid, newest last, with a way back and forth."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        self._desk = desk
        self._page = page
        self._done: list[Edit] = []
        self._undone: list[Edit] = []

    @property
    def can_undo(self) -> bool:
        """Whether there is something to take back."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Whether something was taken back."""
        return bool(self._undone)

    def do(
        self,
        project: ProjectId,
        before: Days,
        after: Days,
        then: Callable[[int], object] | None = None,
    ) -> None:
        """Write days; days that are so already are left alone."""
        changed = {cell: value for cell, value in after.items() if value != before.get(cell)}
        if not changed:
            return
        edit = Edit(project, {cell: before.get(cell) for cell in changed}, changed)

        def keep(outcome: Outcome[int]) -> None:
            self._done.append(edit)
            self._undone.clear()
            if then is not None:
                then(outcome.value)

        self._write(project, changed, keep)

    def undo(self) -> bool:
        """Take the newest act back."""
        if not self._done:
            return False
        edit = self._done.pop()
        self._write(edit.project, edit.before, lambda _: self._undone.append(edit))
        return True

    def redo(self) -> bool:
        """Do again what was taken back last."""
        if not self._undone:
            return False
        edit = self._undone.pop()
        self._write(edit.project, edit.after, lambda _: self._done.append(edit))
        return True

    def forget(self) -> None:
        """Another project or month is shown: what was done there stays done."""
        self._done.clear()
        self._undone.clear()

    def _write(
        self, project: ProjectId, days: Days, then: Callable[[Outcome[int]], object]
    ) -> None:
        attendance = self._desk.office.attendance
        work = partial(write, attendance, project, dict(days))
        self._desk.write(self._page, lambda _: work(), then)


def typed(
    cells: Sequence[Cell], entry: Entry, reason: str, proof: DocumentId | None = None
) -> Days:
    """Return what typing one entry into days makes of them."""
    return {cell: Held(entry.work_days, entry.hours, reason, proof) for cell in cells}
