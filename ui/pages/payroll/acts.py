"""What the wages page opens to decide something: adjust, set aside, lock."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from desktop.domain.ids import ProjectId
from desktop.domain.money import Money
from desktop.domain.payroll import Adjustment, ItemKind, WageLine
from desktop.services.payroll import PayrollMonth, SheetView
from ui.pages.page import Page
from ui.pages.payroll.board import open_board
from ui.pages.payroll.dialogs import AdjustDialog, LockDialog, MoveDialog
from ui.pages.payroll.why import open_why


class SheetPage(Page):
    """What the acts need to know of the page that shows the sheets."""

    wages: PayrollMonth | None = None
    """The month as read, None before."""

    @property
    def view(self) -> SheetView | None:
        """The sheet that is shown."""
        raise NotImplementedError

    @property
    def chosen(self) -> tuple[WageLine, ...]:
        """The selected lines."""
        raise NotImplementedError


class Acts(QObject):
    """Opens the dialogs of the page and carries out what they decide."""

    opened = Signal(object)
    """The dialog that was opened."""

    def __init__(self, page: SheetPage) -> None:
        super().__init__(page)
        self._page = page
        self._context = page.context
        self._desk = page.desk
        self._payroll = page.office.payroll

    def open_adjust(self) -> None:
        """Read what was entered for the month, then offer to change it for the selected line."""
        project, lines = self._context.project, self._page.chosen
        if project is None or not lines:
            return
        month = self._context.month
        self._desk.read(
            self._page,
            lambda: self._payroll.adjustments(project, month),
            lambda entered: self._offer(project, lines[0], entered),
        )

    def open_move(self) -> None:
        """Set the selected lines aside."""
        view, lines = self._page.view, self._page.chosen
        if view is None or not lines:
            return
        dialog = MoveDialog(self._page, lines)
        sheet, ids = view.sheet.id, [line.id for line in lines]

        def move(reason: str) -> None:
            self._desk.write(
                dialog,
                lambda _: self._payroll.move_to_supplementary(sheet, ids, reason),
                lambda _: done(),
            )

        def done() -> None:
            dialog.accept()
            said = self.tr("{count} lines moved to a supplementary sheet")
            self._context.say(said.format(count=len(ids)))

        dialog.decided.connect(move)
        dialog.open()
        self.opened.emit(dialog)

    def open_board(self) -> None:
        """Show everybody of the month at every gate."""
        self.opened.emit(open_board(self._context, self._page))

    def open_why(self) -> None:
        """Unfold the selected line down to its punches."""
        for line in self._page.chosen[:1]:
            self.opened.emit(open_why(self._context, self._page, line.worker, line.name))

    def open_lock(self) -> None:
        """Show what would be locked."""
        wages, project = self._page.wages, self._context.project
        if wages is None or project is None:
            return
        dialog = LockDialog(self._page, wages)

        def lock() -> None:
            self._desk.write(
                dialog,
                lambda _: self._payroll.audit_and_lock(project, wages.month),
                lambda outcome: done(len(outcome.value)),
            )

        def done(sheets: int) -> None:
            dialog.accept()
            said = self.tr("{count} wage sheets locked")
            self._context.say(said.format(count=sheets))

        dialog.decided.connect(lock)
        dialog.to_signing.connect(lambda: self._context.go("signing"))
        dialog.open()
        self.opened.emit(dialog)

    def _offer(self, project: ProjectId, line: WageLine, entered: tuple[Adjustment, ...]) -> None:
        wages = self._page.wages
        if wages is None:
            return
        month = wages.month
        dialog = AdjustDialog(self._page, line, wages.law, entered)
        before = {one.kind: one for one in entered if one.worker == line.worker}

        def adjust(kind: ItemKind, amount: Money, reason: str) -> None:
            self._desk.write(
                dialog,
                lambda _: self._payroll.adjust(project, line.worker, month, kind, amount, reason),
                lambda _: done(kind),
            )

        def done(kind: ItemKind) -> None:
            dialog.accept()
            said = self.tr("Entered for {name}; the line has to be signed again")
            self._context.say(said.format(name=line.name), lambda: take_back(kind))

        def take_back(kind: ItemKind) -> None:
            old = before.get(kind)
            amount, reason = (old.amount, old.reason) if old else (Money(0), "")
            self._desk.write(
                self._page,
                lambda _: self._payroll.adjust(project, line.worker, month, kind, amount, reason),
            )

        dialog.decided.connect(adjust)
        dialog.open()
        self.opened.emit(dialog)
