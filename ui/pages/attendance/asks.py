"""What the attendance page opens to decide something: import, rule, numbers, extra hours."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import QObject, Signal

from desktop.domain.attendance import AttendanceRule
from desktop.domain.ids import ProjectId, WorkerId
from desktop.domain.imports import ImportRecord
from desktop.domain.months import WageMonth
from desktop.services.attendance import (
    Attendance,
    AttendanceReport,
    GridRow,
    HoursProposal,
    MonthGrid,
)
from ui import format as text
from ui.pages.attendance.dialogs import NumbersDialog, RuleDialog
from ui.pages.attendance.hours import Approval, HoursDialog, hay_of
from ui.pages.attendance.imports import ImportsDialog
from ui.pages.page import Page
from ui.widgets.banner import Banner
from ui.wizards.import_attendance import ImportAttendance


class Asks(QObject):
    """Opens the dialogs of one page and carries out what they decide."""

    opened = Signal(object)
    """The dialog that was opened."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._context = page.context
        self._desk = page.desk
        self._attendance = page.office.attendance

    def open_import(self) -> None:
        """Open the import of a device file."""
        if self._context.project is None:
            return
        wizard = ImportAttendance(self._context, self._page)
        wizard.imported.connect(self._imported)
        wizard.open()
        self.opened.emit(wizard)

    def open_rule(self, rule: AttendanceRule) -> None:
        """Open the settings of how days are counted."""
        project = self._context.project
        if project is None:
            return
        dialog = RuleDialog(self._page, rule)

        def save() -> None:
            dialog.wait()
            chosen = dialog.rule
            self._desk.write(
                dialog,
                lambda _: self._attendance.set_rule(project, chosen),
                lambda _: self._close(dialog),
            )

        dialog.decided.connect(save)
        dialog.open()
        self.opened.emit(dialog)

    def open_numbers(self, grid: MonthGrid) -> None:
        """Open the list of gate numbers that mean nobody."""
        project = self._context.project
        if project is None:
            return
        dialog = NumbersDialog(self._page, grid.unknown, grid.rows)

        def assign(number: str, worker: WorkerId, since: date | None) -> None:
            self._desk.write(
                dialog,
                lambda _: self._attendance.assign_number(project, number, worker, since),
                lambda _: self._desk.read(dialog, unknown, dialog.show_numbers),
            )

        def unknown() -> Mapping[str, int]:
            return self._attendance.month(project, grid.month).unknown

        dialog.assigned.connect(assign)
        dialog.open()
        self.opened.emit(dialog)
        self._desk.read(dialog, lambda: self._attendance.strangers(project), dialog.propose)

    def open_imports(self) -> None:
        """Open the earlier imports, to take one back."""
        project = self._context.project
        if project is None:
            return
        dialog = ImportsDialog(self._page)

        def refill() -> None:
            self._desk.read(dialog, lambda: self._attendance.imports(project), dialog.show_imports)

        def undo(record: ImportRecord) -> None:
            words = self.tr("{file} is taken back: {count} punches").replace(
                "{file}", record.file_name
            )
            self._desk.write(
                dialog,
                lambda _: self._attendance.undo(record.id),
                lambda gone: self._undone(words, gone.value, refill),
            )

        dialog.undo.connect(undo)
        dialog.open()
        self.opened.emit(dialog)
        refill()

    def _undone(self, words: str, punches: int, refill: Callable[[], object]) -> None:
        self._context.say(words.format(count=text.count(punches)))
        refill()

    def open_hours(self, rows: Sequence[GridRow] = ()) -> None:
        """Read the proposals of extra hours, then offer them."""
        project, month = self._context.project, self._context.month
        if project is None:
            return
        self._desk.read(
            self._page,
            lambda: _proposed(self._attendance, project, month, rows),
            lambda found: self._offer_hours(project, *found),
        )

    def _offer_hours(
        self, project: ProjectId, proposals: tuple[HoursProposal, ...], hay: list[str]
    ) -> None:
        if not proposals:
            said = self.tr("The punches of this month propose no extra hours.")
            self._page.show_banner(Banner("note", said))
            return
        dialog = HoursDialog(self._page, proposals, hay)

        def approve(approvals: tuple[Approval, ...]) -> None:
            self._desk.write(
                dialog,
                lambda _: self._attendance.approve_hours(project, approvals),
                lambda _: done(approvals),
            )

        def done(approvals: tuple[Approval, ...]) -> None:
            dialog.accept()
            said = self.tr("{count} days of extra hours approved").format(count=len(approvals))
            self._context.say(said, lambda: take_back(approvals))

        def take_back(approvals: tuple[Approval, ...]) -> None:
            none = [(worker, day, kind, 0) for worker, day, kind, _ in approvals]
            self._desk.write(self._page, lambda _: self._attendance.approve_hours(project, none))

        dialog.approved.connect(approve)
        dialog.open()
        self.opened.emit(dialog)

    def _imported(self, report: AttendanceReport, undo: Callable[[], object]) -> None:
        words = self.tr("{count} new punches imported")
        if report.diff is not None:
            words = self.tr("{count} days taken over from the month sheet")
        self._context.say(words.format(count=text.count(report.new)), undo)

    def _close(self, dialog: RuleDialog) -> None:
        dialog.accept()
        self._context.say(self.tr("The counting rule is saved"))


def _proposed(
    attendance: Attendance, project: ProjectId, month: WageMonth, rows: Sequence[GridRow]
) -> tuple[tuple[HoursProposal, ...], list[str]]:
    proposals = attendance.propose_hours(project, month)
    return proposals, hay_of(proposals, {row.worker: row.initials for row in rows})
