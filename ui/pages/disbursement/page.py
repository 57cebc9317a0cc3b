"""Paying: locked sheets become batches; every payment says how it stands, and why."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QLabel, QPushButton, QStackedWidget, QTabBar, QToolButton, QVBoxLayout
from shiboken6 import isValid

from desktop.domain.changes import Topic
from desktop.domain.disbursement import ItemState, PayBatch, PayItem
from desktop.domain.errors import Trouble, UserError
from desktop.domain.ids import BatchId, ProjectId, WorkerId
from desktop.domain.money import Money
from desktop.domain.months import WageMonth
from desktop.services.office import Office
from ui import format as text
from ui import icons, theme
from ui.context import PageContext
from ui.models.rows import Column
from ui.pages.disbursement.acts import Acts, PayMonth
from ui.pages.disbursement.courier import Courier
from ui.pages.disbursement.guide import OPEN_ITEMS, Advice, acts, advice
from ui.pages.disbursement.inspector import PayInspector
from ui.pages.disbursement.words import (
    BROKEN,
    bank_name,
    batch_badge,
    by_state,
    gravest_first,
    item_badge,
)
from ui.pages.page import Heading, Page
from ui.widgets.badge_label import BadgeLabel
from ui.widgets.banner import Banner
from ui.widgets.data_table import DataTable
from ui.widgets.empty_state import EmptyState


def _read(office: Office, project: ProjectId, month: WageMonth) -> PayMonth:
    wages = office.payroll.month(project, month)
    locked = [view.sheet for view in wages.sheets if view.sheet.is_locked]
    lines = [line for sheet in locked for line in sheet.lines if line.needs_signature]
    batches = office.disbursement.status(project, month)
    return PayMonth(
        project=project,
        month=month,
        batches=batches,
        people=office.people.all(),
        sheets=len(locked),
        open_sheets=len(wages.sheets) - len(locked),
        payable=len(lines),
        total=Money.sum(line.net for line in lines),
        cards=_cards(office, batches),
    )


def _cards(office: Office, batches: tuple[PayBatch, ...]) -> dict[WorkerId, str]:
    today = office.clock.today()
    broken = {item.worker for batch in batches for item in batch.items if item.state in BROKEN}
    cards = {worker: office.roster.worker(worker).card(today) for worker in broken}
    return {worker: card.number for worker, card in cards.items() if card is not None}


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
        self.choice = QTabBar()
        self.choice.setAccessibleName(self.tr("Batch"))
        self.choice.setExpanding(False)
        self.choice.setDrawBase(False)
        self.guide = QVBoxLayout()
        self.advice: Advice | None = None
        self.badge, self.facts = BadgeLabel(), QLabel()
        theme.mark(self.facts, "role", "muted")
        self.table: DataTable[PayItem] = DataTable(
            "payments", self._columns(), lambda item: item.id, search=_search
        )
        self.empty = EmptyState("", "pay", "", self._empty_act)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        self.stack.addWidget(self.empty)
        self.buttons: dict[str, QPushButton] = {}
        self._add_buttons()
        bar = self.table.bar
        bar.setSpacing(theme.px(12))
        for place, widget in enumerate((self.badge, self.facts), 1):
            bar.insertWidget(place, widget)
        self.body.addLayout(self.guide)
        self.body.addWidget(self.choice)
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
                "1. Make a batch of what is locked: for the bank, or as a list to upload.\n"
                "2. A second person writes the total once more and approves; then it is sent.\n"
                "3. Each payment says how it stands. Failed: the reason stands beside it; mend "
                "the card, then make a batch of the failed ones only.\n"
                "4. Unknown: the bank has not answered. It is asked, and nothing is ever sent "
                "twice. The bank's receipt or result file closes what stays unknown.\n"
                "Enter on a payment shows who made and approved it and what was tried."
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
            ("mend", self.tr("Mend the card …"), "edit", self._mend),
            ("make", self.tr("Make a batch …"), "plus", self._make),
            ("approve", self.tr("Approve …"), "done", self._approve),
            ("send", self.tr("Send to the bank"), "send", self.send),
        ):
            self.buttons[key] = self.add_act(words, act, icon)
            self.buttons[key].setProperty("icon-name", icon)

    def _connect(self) -> None:
        self.choice.tabBarClicked.connect(self._choose)
        self.choice.currentChanged.connect(self._choose)
        self.table.opened.connect(lambda _: self._inspect())
        self.table.selected.connect(lambda _: self._follow())
        self.courier.moved.connect(lambda _: self._show_acts())
        self.courier.ended.connect(self._ended)
        self.context.moved.connect(self._forget)

    def _columns(self) -> tuple[Column[PayItem], ...]:
        return (
            Column("seq", "", lambda i: str(i.seq), sort=lambda i: i.seq, width=44, right=True),
            Column("name", self.tr("Name"), lambda i: i.name, width=214, tip=lambda i: i.name),
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
                width=124,
                badge=lambda i: item_badge(i.state),
            ),
            Column("card", self.tr("Card"), lambda i: text.masked_card(i.account), width=90),
            Column("bank", self.tr("Bank"), lambda i: i.bank, width=190, tip=lambda i: i.bank),
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
        self._show_tabs(read)
        waiting = sum(i.state in BROKEN | {ItemState.UNKNOWN} for i in read.latest)
        self.context.count("disbursement", waiting)
        self._show_batch()

    def _choose(self, place: int) -> None:
        batches = self.read.batches if self.read else ()
        if 0 <= place < len(batches) and batches[place].id != self._batch:
            self._batch = batches[place].id
            self._show_batch()

    def _show_tabs(self, read: PayMonth) -> None:
        self.choice.blockSignals(True)
        while self.choice.count():
            self.choice.removeTab(0)
        words = self.tr("Batch {number} · {count} payments · {state}")
        for place, batch in enumerate(read.batches):
            self.choice.addTab(
                words.format(
                    number=batch.attempt_number,
                    count=len(batch.items),
                    state=batch_badge(batch.state).word,
                )
            )
            if batch.id == self._batch:
                self.choice.setCurrentIndex(place)
        self.choice.blockSignals(False)
        self.choice.setVisible(bool(read.batches))

    def _advise(self, advised: Advice | None) -> None:
        if advised == self.advice:
            return
        self.advice = advised
        while (item := self.guide.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        if advised is None:
            return
        banner = Banner(advised.kind, advised.words, advised.remedy)
        for closer in banner.findChildren(QToolButton):
            closer.hide()
        self.guide.addWidget(banner)

    def _show_batch(self) -> None:
        batch, read = self.batch, self.read
        if read is None:
            return
        self._advise(advice(read, batch) if batch is not None else None)
        if batch is None:
            self._say_empty(read)
        else:
            self.stack.setCurrentWidget(self.table)
            self.table.set_rows(gravest_first(batch.items))
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
        words = self.tr("{count} payments, {total} in all")
        whole = words.format(count=len(batch.items), total=text.yuan(batch.total))
        self.table.set_totals(f"{by_state(batch.items)} · {whole}")

    def _show_acts(self) -> None:
        read, batch = self.read, self.batch
        shown = acts(read, batch) if read is not None else ()
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
            self.acts_of.open_retry(self.read, len(self.read.broken))

    def _mend(self) -> None:
        if self.read is None or not self.read.to_mend:
            return
        chosen = [item for item in self.table.chosen if item in self.read.to_mend]
        self.acts_of.open_card((chosen or self.read.to_mend)[0])

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


def _search(item: PayItem) -> str:
    return " ".join((item.name, item.account[-4:], item.bank, item_badge(item.state).word))


def make(context: PageContext) -> Page:
    """Build the page."""
    return DisbursementPage(context)
