"""Paying: locked sheets become batches; every payment says how it stands, and why."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QStackedWidget
from shiboken6 import isValid

from desktop.domain.changes import Topic
from desktop.domain.disbursement import BatchState, ItemState, PayBatch, PayItem
from desktop.domain.errors import Trouble, UserError
from desktop.domain.ids import BatchId, ProjectId
from desktop.domain.money import Money
from desktop.domain.months import WageMonth
from desktop.services.disbursement.base import FILE
from desktop.services.office import Office
from ui import format as text
from ui import icons, theme
from ui.context import PageContext
from ui.models.rows import Column
from ui.pages.disbursement.acts import Acts, PayMonth
from ui.pages.disbursement.courier import Courier
from ui.pages.disbursement.inspector import BROKEN, PayInspector
from ui.pages.disbursement.words import bank_name, batch_badge, item_badge
from ui.pages.page import Heading, Page
from ui.widgets.badge_label import BadgeLabel
from ui.widgets.data_table import DataTable
from ui.widgets.empty_state import EmptyState

ASKABLE = frozenset({BatchState.UNKNOWN, BatchState.ACCEPTED, BatchState.PARTIAL})
WITHDRAWABLE = frozenset({BatchState.DRAFT, BatchState.APPROVED, BatchState.READY})
ENDED = frozenset(
    {BatchState.SETTLED, BatchState.PARTIAL, BatchState.REJECTED, BatchState.CANCELLED}
)
OPEN_ITEMS = frozenset({ItemState.UNKNOWN, ItemState.SENT})


def _read(office: Office, project: ProjectId, month: WageMonth) -> PayMonth:
    wages = office.payroll.month(project, month)
    locked = [view.sheet for view in wages.sheets if view.sheet.is_locked]
    lines = [line for sheet in locked for line in sheet.lines if line.needs_signature]
    return PayMonth(
        project=project,
        month=month,
        batches=office.disbursement.status(project, month),
        people=office.people.all(),
        sheets=len(locked),
        open_sheets=len(wages.sheets) - len(locked),
        payable=len(lines),
        total=Money.sum(line.net for line in lines),
    )


class DisbursementPage(Page):
    """One batch at a time; the one next act stands at the top right."""

    topics = frozenset({Topic.PAYMENTS, Topic.WAGES, Topic.ROSTER, Topic.OFFICE})

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, self._heading())
        self.read: PayMonth | None = None
        self._batch: BatchId | None = None
        self._inspector: PayInspector | None = None
        self.acts_of = Acts(self)
        self.courier = Courier(self.desk, self)
        self.choice = QComboBox()
        self.choice.setAccessibleName(self.tr("Batch"))
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.badge, self.facts = BadgeLabel(), QLabel()
        theme.mark(self.facts, "role", "muted")
        self.table: DataTable[PayItem] = DataTable(
            "disbursement", self._columns(), lambda item: item.id, search=_search
        )
        self.empty = EmptyState("", "pay", "", self._empty_act)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        self.stack.addWidget(self.empty)
        self.buttons: dict[str, QPushButton] = {}
        self._add_buttons()
        bar = self.table.bar
        for place, widget in enumerate((self.choice, self.badge, self.facts)):
            bar.insertWidget(place, widget)
        bar.insertStretch(3, 100)
        self.body.addWidget(self.stack, 1)
        self._connect()
        self._show_acts()

    @property
    def batch(self) -> PayBatch | None:
        """The batch that is shown."""
        batches = self.read.batches if self.read else ()
        return next((batch for batch in batches if batch.id == self._batch), None)

    def refresh(self) -> None:
        """Read the month's batches."""
        project, month, office = self.context.project, self.context.month, self.office
        if project is None:
            self._show_empty(self.tr("There is no project yet."), "")
            return
        self.desk.read(self, lambda: _read(office, project, month), self._show)

    def send(self) -> None:
        """Carry the approved batch to the bank."""
        batch = self.batch
        if batch is not None and not self.courier.busy:
            self.clear_banners()
            self.courier.carry(batch)
            self._show_acts()

    def ask(self) -> None:
        """Ask the bank what became of the batch."""
        batch = self.batch
        if batch is not None and not self.courier.busy:
            self.clear_banners()
            self.courier.ask(batch.id)
            self._show_acts()

    def show_trouble(
        self, error: UserError | Trouble, again: Callable[[], object] | None = None
    ) -> None:
        """Show why; nothing goes on by itself after an error."""
        self.courier.stop()
        super().show_trouble(error, again)
        self._show_acts()

    def _heading(self) -> Heading:
        return Heading(
            self.tr("Paying"),
            self.tr("Locked sheets go to the bank: made, approved by a second person, sent once."),
            self.tr(
                "A payment whose fate is unknown is asked about, never sent again blindly. A "
                "failed one says why: mend the card, then make a batch of the failed ones only."
            ),
        )

    def _add_buttons(self) -> None:
        for key, words, icon, act in (
            ("cancel", self.tr("Withdraw"), "close", self._cancel),
            ("settle", self.tr("By receipt …"), "paper", self._settle),
            ("export", self.tr("Save the list …"), "export", self._export),
            ("result", self.tr("Read the result …"), "import", self._result),
            ("ask", self.tr("Ask the bank"), "refresh", self.ask),
            ("retry", self.tr("Pay the failed again …"), "undo", self._retry),
            ("make", self.tr("Make a batch …"), "plus", self._make),
            ("approve", self.tr("Approve …"), "done", self._approve),
            ("send", self.tr("Send to the bank"), "send", self.send),
        ):
            self.buttons[key] = self.add_act(words, act, icon)
            self.buttons[key].setProperty("icon-name", icon)

    def _connect(self) -> None:
        self.choice.activated.connect(self._choose)
        self.table.opened.connect(lambda _: self._inspect())
        self.table.selected.connect(lambda _: self._follow())
        self.courier.moved.connect(lambda _: self._show_acts())
        self.courier.ended.connect(self._ended)
        self.context.moved.connect(self._forget)

    def _columns(self) -> tuple[Column[PayItem], ...]:
        return (
            Column("seq", "", lambda i: str(i.seq), sort=lambda i: i.seq, width=44, right=True),
            Column("name", self.tr("Name"), lambda i: i.name, width=140, tip=lambda i: i.name),
            Column(
                "amount",
                self.tr("Amount"),
                lambda i: text.money(i.amount),
                sort=lambda i: i.amount,
                width=110,
                right=True,
            ),
            Column(
                "state",
                self.tr("State"),
                lambda i: item_badge(i.state).word,
                width=160,
                badge=lambda i: item_badge(i.state),
            ),
            Column("card", self.tr("Card"), lambda i: text.masked_card(i.account), width=90),
            Column("bank", self.tr("Bank"), lambda i: i.bank, width=200, hidden=True),
            Column("reason", self.tr("Why"), lambda i: i.reason, width=240, tip=lambda i: i.reason),
        )

    def _forget(self) -> None:
        self.read, self._batch = None, None

    def _show(self, read: PayMonth) -> None:
        if (read.project, read.month) != (self.context.project, self.context.month):
            return
        newest = read.batches[-1].id if read.batches else None
        grown = self.read is not None and len(read.batches) > len(self.read.batches)
        known = {batch.id for batch in read.batches}
        if grown or self._batch not in known:
            self._batch = newest
        self.read = read
        self.choice.clear()
        for batch in reversed(read.batches):
            words = self.tr("Batch {number}: {count} payments, {total}")
            self.choice.addItem(
                words.format(
                    number=batch.attempt_number, count=len(batch.items), total=batch.total
                ),
                batch.id,
            )
        self.choice.setCurrentIndex(max(self.choice.findData(self._batch), 0))
        waiting = sum(i.state in BROKEN | {ItemState.UNKNOWN} for i in self._latest(read))
        self.context.count("disbursement", waiting)
        self._show_batch()

    def _latest(self, read: PayMonth) -> tuple[PayItem, ...]:
        latest = {item.obligation: item for batch in read.batches for item in batch.items}
        return tuple(latest.values())

    def _choose(self, place: int) -> None:
        self._batch = self.choice.itemData(place)
        self._show_batch()

    def _show_batch(self) -> None:
        batch, read = self.batch, self.read
        if read is None:
            return
        if batch is None:
            self._say_empty(read)
        else:
            self.stack.setCurrentWidget(self.table)
            self.table.set_rows(batch.items)
            self.table.counter.hide()
            self.badge.set_badge(batch_badge(batch.state))
            self.facts.setText(bank_name(batch))
            self._say_totals(batch)
            self._follow()
        self._show_acts()

    def _say_empty(self, read: PayMonth) -> None:
        if read.sheets:
            words = self.tr("{sheets} sheets are locked: {count} payments, {total}.")
            said = words.format(sheets=read.sheets, count=read.payable, total=text.yuan(read.total))
            self._show_empty(said, self.tr("Make a batch …"))
        else:
            said = self.tr("Only locked wage sheets are paid, and none of this month is locked.")
            self._show_empty(said, self.tr("Go to the wage sheets"))

    def _show_empty(self, words: str, button: str) -> None:
        self.empty.label.setText(words)
        self.empty.button.setText(button)
        self.empty.button.setVisible(bool(button))
        self.stack.setCurrentWidget(self.empty)

    def _empty_act(self) -> None:
        if self.read is not None and self.read.sheets:
            self._make()
        else:
            self.context.go("payroll")

    def _say_totals(self, batch: PayBatch) -> None:
        parts: list[str] = []
        states = {item.state for item in batch.items}
        for state in ItemState if len(states) > 1 else ():
            own = [item for item in batch.items if item.state is state]
            if own:
                total = Money.sum(item.amount for item in own)
                words = self.tr("{state} {count}: {total}")
                parts.append(
                    words.format(state=item_badge(state).word, count=len(own), total=total)
                )
        all_of_it = self.tr("{count} payments, {total} in all")
        parts.append(all_of_it.format(count=len(batch.items), total=text.yuan(batch.total)))
        self.table.set_totals(" · ".join(parts))

    def _show_acts(self) -> None:
        read, batch = self.read, self.batch
        shown = _acts(read, batch) if read is not None else ()
        for key, button in self.buttons.items():
            primary = bool(shown) and key == shown[0]
            button.setVisible(key in shown)
            button.setEnabled(not self.courier.busy)
            theme.mark(button, "kind", "primary" if primary else "usual")
            icon = str(button.property("icon-name"))
            button.setIcon(icons.get(icon, "on_accent" if primary else "text"))

    def _ended(self, batch: PayBatch) -> None:
        paid = sum(item.state is ItemState.PAID for item in batch.items)
        words = self.tr("The bank has answered: {paid} of {count} paid")
        self.context.say(words.format(paid=paid, count=len(batch.items)))
        self._show_acts()

    def _inspect(self) -> None:
        batch, read = self.batch, self.read
        if batch is None or read is None:
            return
        item = next(iter(self.table.chosen), None)
        names = {person.id: person.name for person in read.people}
        inspector = PayInspector(batch, item, names)
        if item is not None:
            inspector.mending.connect(partial(self.acts_of.open_card, item))
        self._inspector = inspector
        self.inspected.emit(inspector)
        pay = self.office.disbursement
        self.desk.read(inspector, lambda: pay.attempts(batch.id), inspector.show_attempts)

    def _follow(self) -> None:
        widget = self._inspector
        if widget is not None and isValid(widget) and widget.isVisible():
            self._inspect()

    def _make(self) -> None:
        if self.read is not None:
            self.acts_of.open_make(self.read)

    def _retry(self) -> None:
        if self.read is not None:
            broken = sum(item.state in BROKEN for item in self._latest(self.read))
            self.acts_of.open_retry(self.read, broken)

    def _approve(self) -> None:
        if self.batch is not None and self.read is not None:
            self.acts_of.open_approve(self.batch, self.read.people)

    def _cancel(self) -> None:
        if self.batch is not None:
            self.acts_of.cancel(self.batch)

    def _settle(self) -> None:
        batch = self.batch
        if batch is not None:
            chosen = self.table.chosen or batch.items
            items = tuple(item for item in chosen if item.state in OPEN_ITEMS)
            self.acts_of.open_settle(batch, items)

    def _export(self) -> None:
        if self.batch is not None:
            self.acts_of.ask_where(self.batch)

    def _result(self) -> None:
        if self.batch is not None:
            self.acts_of.ask_result(self.batch)


def _acts(read: PayMonth, batch: PayBatch | None) -> tuple[str, ...]:
    """Return the acts that make sense now, the one next act first."""
    if batch is None:
        return ()  # the empty page has the one button
    state, by_file = batch.state, batch.bank == FILE
    found: list[str] = []
    if state is BatchState.DRAFT:
        found.append("approve")
    if state in {BatchState.APPROVED, BatchState.READY}:
        found.append("export" if by_file else "send")
    if state in ASKABLE:
        found.append("result" if by_file else "ask")
    if by_file and state in ASKABLE:
        found.append("export")
    if any(item.state in OPEN_ITEMS for item in batch.items):
        found.append("settle")
    return (*_next_batch(read), *found, *(("cancel",) if state in WITHDRAWABLE else ()))


def _next_batch(read: PayMonth) -> tuple[str, ...]:
    """Return which new batch makes sense: nothing while another one is under way."""
    if any(batch.state not in ENDED for batch in read.batches):
        return ()
    latest = {item.obligation: item for batch in read.batches for item in batch.items}
    if any(item.state in BROKEN for item in latest.values()):
        return ("retry",)
    return ("make",) if len(latest) < read.payable else ()


def _search(item: PayItem) -> str:
    return " ".join((item.name, item.account[-4:], item.bank, item_badge(item.state).word))


def make(context: PageContext) -> Page:
    """Build the page."""
    return DisbursementPage(context)
