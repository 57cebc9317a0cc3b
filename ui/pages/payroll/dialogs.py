"""Decisions about wages: an advance or deduction, setting aside, locking."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from desktop.domain.money import ZERO, Money
from desktop.domain.payroll import DEDUCTIONS, Adjustment, ItemKind, SheetState, WageLine
from desktop.domain.wage_limits import WageLaw, damage_limit
from desktop.domain.wages import ADJUSTABLE
from desktop.services.payroll import PayrollMonth, SheetView
from ui import format as text
from ui import theme
from ui.fields.choice_field import ChoiceField
from ui.fields.text_fields import MoneyField
from ui.pages.payroll.words import item_title, sheet_name
from ui.widgets.decision import Decision

NAMED = 5


class AdjustDialog(Decision):
    """An advance, a deduction or arrears of one line; the limit of the law is seen while typing."""

    decided = Signal(object, object, str)
    """ItemKind, Money, reason."""

    def __init__(
        self, parent: QWidget, line: WageLine, law: WageLaw, entered: Sequence[Adjustment]
    ) -> None:
        super().__init__(parent, self.tr("Advance, deduction, arrears"), self.tr("Enter"))
        self._line, self._law = line, law
        self._entered: Mapping[ItemKind, Adjustment] = {
            one.kind: one for one in entered if one.worker == line.worker
        }
        words = self.tr("{name} · {team} · net now {net}")
        self.say(
            words.format(name=line.name, team=line.team_name, net=text.yuan(line.net)), "section"
        )
        self.kind = ChoiceField([(kind, item_title(kind)) for kind in ADJUSTABLE])
        self.kind.set_value(ItemKind.ADVANCE)
        self.amount, self.reason = MoneyField(), QLineEdit()
        self.add_field(self.tr("Kind"), self.kind)
        self.add_field(self.tr("Amount in yuan (0 takes it away)"), self.amount)
        self.add_field(self.tr("Reason, printed with the line"), self.reason)
        self.limit = self.say("")
        self.after = self.say("", "section")
        self.kind.changed.connect(self._kind_chosen)
        self.amount.changed.connect(self._weigh)
        self.reason.textChanged.connect(lambda _: self._weigh())
        self._kind_chosen()
        self.amount.setFocus()

    def decide(self) -> None:
        """Tell what was entered."""
        amount = self.amount.value
        if isinstance(amount, Money):
            self.wait()
            self.decided.emit(self.kind.value, amount, self.reason.text().strip())

    def _kind_chosen(self) -> None:
        known = self._entered.get(self.kind.value)
        self.amount.set_value(known.amount if known else None)
        self.reason.setText(known.reason if known else "")
        self._weigh()

    def _weigh(self) -> None:
        kind: ItemKind = self.kind.value
        amount = self.amount.value
        given = amount if isinstance(amount, Money) else ZERO
        change = given - self._line.amount(kind)
        net = self._line.net - change if kind in DEDUCTIONS else self._line.net + change
        self.after.setText(self.tr("Net then: {net}").format(net=text.yuan(net)))
        over = self._say_limit(kind, given, net)
        said = bool(self.reason.text().strip()) or not given
        changed = given != self._line.amount(kind) or bool(given)
        self.verb.setEnabled(isinstance(amount, Money) and said and changed and not over)

    def _say_limit(self, kind: ItemKind, given: Money, net: Money) -> bool:
        """Say what the law allows; returns whether the amount is beyond it."""
        over = given.fen < 0 or net.fen < 0
        words = self.tr("What is taken off may not exceed what was earned.")
        if kind is ItemKind.DAMAGE:
            most = damage_limit(self._line, self._law)
            rule = self._law.rules.on("damage-percent", self._law.month.last)
            over = over or given > most
            words = self.tr("At most {most} this month ({citation}).").format(
                most=text.yuan(most), citation=rule.citation
            )
        elif kind not in DEDUCTIONS:
            words = ""
        self.limit.setText(words)
        self.limit.setVisible(bool(words))
        theme.mark(self.limit, "role", "fault" if over else "muted")
        return over


class MoveDialog(Decision):
    """Sets lines aside on a supplementary sheet, so that the others are paid in time."""

    decided = Signal(str)

    def __init__(self, parent: QWidget, lines: Sequence[WageLine]) -> None:
        super().__init__(
            parent, self.tr("Move to a supplementary sheet"), self.tr("Move"), width=520
        )
        names = "、".join(line.name for line in lines[:NAMED])
        more = self.tr("{names} and others, {count} in all")
        said = more.format(names=names, count=len(lines)) if len(lines) > NAMED else names
        self.say(said, "section")
        self.say(
            self.tr(
                "Their lines go to a sheet of their own and are signed and paid later. "
                "The main sheet can be locked without them."
            )
        )
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(self.tr("e.g. on leave at home, signs when back"))
        self.add_field(self.tr("Reason"), self.reason)
        self.reason.textChanged.connect(lambda words: self.verb.setEnabled(bool(words.strip())))
        self.verb.setEnabled(False)
        self.reason.setFocus()

    def decide(self) -> None:
        """Tell the reason."""
        self.wait()
        self.decided.emit(self.reason.text().strip())


class LockDialog(Decision):
    """Says what will be locked, how much it is, and who is missing."""

    decided = Signal()
    to_signing = Signal()

    def __init__(self, parent: QWidget, wages: PayrollMonth) -> None:
        super().__init__(
            parent, self.tr("Audit and lock"), self.tr("Lock the wage sheets"), width=640
        )
        opened = [view for view in wages.sheets if not view.sheet.is_locked]
        self._missing = {view.sheet.id: view.sheet.unsigned(view.signed) for view in opened}
        ready = [view for view in opened if not self._missing[view.sheet.id]]
        waiting = [view for view in opened if self._missing[view.sheet.id]]
        main = [view for view in waiting if not view.sheet.number]
        self.say(
            self.tr(
                "Your audit and the lock are two entries in the journal. A locked sheet is "
                "never changed again; only locked sheets are paid."
            )
        )
        self._list(ready)
        total = Money.sum(view.sheet.total_net for view in ready)
        if ready:
            self.say(self.tr("Net in all: {total}").format(total=text.yuan(total)), "figure")
            self.say(total.in_capitals, "section")
        for view in waiting:
            self._say_missing(view)
        self.sign = self.add_act(self.tr("Go to signing"), self._go)
        self.buttons.removeWidget(self.sign)
        self.buttons.insertWidget(0, self.sign)
        self.sign.setVisible(bool(waiting))
        self.verb.setEnabled(bool(ready) and not main)

    def decide(self) -> None:
        """Tell that it shall be locked."""
        self.wait()
        self.decided.emit()

    def _go(self) -> None:
        self.to_signing.emit()
        self.reject()

    def _list(self, views: Sequence[SheetView]) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(24))
        grid.setColumnStretch(0, 1)
        for row, view in enumerate(views):
            sheet = view.sheet
            count = self.tr("{count} workers").format(count=len(sheet.lines))
            for column, words in enumerate((sheet_name(sheet), count, text.yuan(sheet.total_net))):
                label = QLabel(words)
                side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
                grid.addWidget(label, row, column, side)
        self.body.addLayout(grid)

    def _say_missing(self, view: SheetView) -> None:
        missing = self._missing[view.sheet.id]
        names = "、".join(line.name for line in missing[:NAMED])
        if view.sheet.number:
            words = self.tr("{sheet} stays open: {count} not signed ({names}).")
        else:
            words = self.tr(
                "{sheet} cannot be locked: {count} not signed ({names}). Let them sign, or "
                "move them to a supplementary sheet with a reason."
            )
        self.say(
            words.format(sheet=sheet_name(view.sheet), count=len(missing), names=names),
            "muted" if view.sheet.number else "fault",
        )


def lockable(wages: PayrollMonth) -> bool:
    """Tell whether the workers have signed everything on the open main sheets."""
    opened = [view for view in wages.sheets if not view.sheet.is_locked]
    signed = {SheetState.WORKER_SIGNED, SheetState.AUDITED}
    main = [view for view in opened if not view.sheet.number]
    return bool(opened) and all(view.sheet.state in signed for view in main or opened)
