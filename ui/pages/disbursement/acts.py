"""What the paying page opens to decide something, and how it is carried out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from desktop.domain.changes import Changes, Outcome, Topic
from desktop.domain.disbursement import PayBatch, PayItem
from desktop.domain.ids import PersonId, ProjectId, WorkerId
from desktop.domain.money import Money
from desktop.domain.months import WageMonth
from desktop.domain.people import Person
from desktop.domain.worker import Card
from ui import format as text
from ui.pages.disbursement.dialogs import ApproveDialog, CardDialog, MakeDialog, SettleDialog
from ui.pages.disbursement.words import BROKEN
from ui.pages.page import Page
from ui.widgets.decision import Decision
from ui.widgets.saving import save_file


@dataclass(frozen=True, slots=True)
class PayMonth:
    """Everything the paying page shows, read at once."""

    project: ProjectId
    month: WageMonth
    batches: tuple[PayBatch, ...]
    people: tuple[Person, ...]
    sheets: int
    """Locked sheets."""
    open_sheets: int
    payable: int
    """Lines of locked sheets that pay something."""
    total: Money
    cards: Mapping[WorkerId, str]
    """Today's card numbers of those whose payment failed."""

    @property
    def latest(self) -> tuple[PayItem, ...]:
        """The newest payment of everything that is owed."""
        newest = {item.obligation: item for batch in self.batches for item in batch.items}
        return tuple(newest.values())

    @property
    def broken(self) -> tuple[PayItem, ...]:
        """What failed or came back, and no later batch has taken up."""
        return tuple(item for item in self.latest if item.state in BROKEN)

    @property
    def to_mend(self) -> tuple[PayItem, ...]:
        """What failed and would go to the same card again."""
        own = self.cards
        return tuple(item for item in self.broken if own.get(item.worker) == item.account)


class Acts(QObject):
    """Opens the dialogs of the page and carries out what they decide."""

    opened = Signal(object)
    """The dialog that was opened."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._context = page.context
        self._desk = page.desk
        self._office = page.office
        self._pay = page.office.disbursement
        self._roster = page.office.roster

    def open_make(self, read: PayMonth) -> None:
        """Make a batch of everything locked that nothing pays yet."""
        what = self.tr("{sheets} locked sheets, {count} payments, {total} in all")
        said = what.format(sheets=read.sheets, count=read.payable, total=text.yuan(read.total))
        dialog = MakeDialog(self._page, self.tr("Pay by the bank"), said)
        project, month = read.project, read.month
        dialog.decided.connect(
            lambda bank: self._make(dialog, lambda: self._pay.draft(project, month, bank))
        )
        self._open(dialog)

    def open_retry(self, read: PayMonth, broken: int) -> None:
        """Make a batch of the failed and returned payments only."""
        said = self.tr("{count} failed payments, with the cards as they are now")
        dialog = MakeDialog(
            self._page, self.tr("Pay the failed ones again"), said.format(count=broken)
        )
        project, month = read.project, read.month
        dialog.decided.connect(
            lambda bank: self._make(dialog, lambda: self._pay.retry_failed(project, month, bank))
        )
        self._open(dialog)

    def open_approve(self, batch: PayBatch, people: tuple[Person, ...]) -> None:
        """Let the second person approve exactly what is shown."""
        self._desk.read(
            self._page,
            self._office.people.with_own_passphrase,
            lambda own: self._open_approve(batch, people, own),
        )

    def _open_approve(
        self, batch: PayBatch, people: tuple[Person, ...], own: frozenset[PersonId]
    ) -> None:
        dialog = ApproveDialog(self._page, batch, people, own)
        persons = {person.id: person for person in people}

        def approve(checker: PersonId, phrase: str) -> None:
            def work(_: object) -> Outcome[PayBatch]:
                self._office.people.prove(persons[checker], phrase)
                return self._pay.approve(batch.id, checker, batch.digest)

            self._desk.write(dialog, work, lambda _: done(checker))

        def done(checker: PersonId) -> None:
            dialog.accept()
            said = self.tr("Approved by {name}; it can be sent now")
            self._context.say(said.format(name=persons[checker].name))

        dialog.decided.connect(approve)
        self._open(dialog)

    def open_card(self, item: PayItem) -> None:
        """Give the worker of a failed payment another card."""
        dialog = CardDialog(self._page, item, item.reason)

        def save(card: Card) -> None:
            self._desk.write(
                dialog, lambda _: self._roster.change_card(item.worker, card), lambda _: done()
            )

        def done() -> None:
            dialog.accept()
            said = self.tr("{name} has another card; make a new batch of the failed ones")
            self._context.say(said.format(name=item.name))

        dialog.decided.connect(save)
        self._open(dialog)

    def open_settle(self, batch: PayBatch, items: tuple[PayItem, ...]) -> None:
        """Close unknown payments by a person's word and a receipt."""
        if not items:
            return
        dialog = SettleDialog(self._page, items)
        ids = [item.id for item in items]

        def settle(receipt: Path, reason: str) -> None:
            self._desk.write(
                dialog,
                lambda _: self._pay.settle_by_word(batch.id, ids, receipt, reason),
                lambda _: dialog.accept(),
            )

        dialog.decided.connect(settle)
        self._open(dialog)

    def cancel(self, batch: PayBatch) -> None:
        """Take back a batch of which nothing has left."""
        said = self.tr("The batch is withdrawn; nothing was sent")
        self._desk.write(
            self._page,
            lambda _: self._pay.cancel(batch.id),
            lambda _: self._context.say(said),
        )

    def ask_where(self, batch: PayBatch) -> None:
        """Choose where the list for uploading goes."""
        name = self.tr("payroll-{reference}.xlsx").format(reference=batch.reference)
        title = self.tr("Save the list for uploading")
        chosen, _ = QFileDialog.getSaveFileName(self._page, title, name, "Excel (*.xlsx)")
        if chosen:
            self.export(batch, Path(chosen))

    def export(self, batch: PayBatch, path: Path) -> None:
        """Save the list; from now on it counts as handed over."""

        def work() -> Outcome[Path]:
            _, content = self._pay.export_list(batch.id)
            touched = Changes.of(Topic.PAYMENTS, project=batch.project, month=batch.month)
            return Outcome(save_file(path, content), touched)

        said = self.tr("Saved as {name}; upload it, then import the bank's result")
        self._desk.write(
            self._page,
            lambda _: work(),
            lambda _: self._context.say(said.format(name=path.name)),
        )

    def ask_result(self, batch: PayBatch) -> None:
        """Choose the result file that the bank gave."""
        title = self.tr("The bank's result file")
        chosen, _ = QFileDialog.getOpenFileName(
            self._page, title, "", "Excel (*.xlsx *.xls *.csv *.txt)"
        )
        if chosen:
            self.import_result(batch, Path(chosen))

    def import_result(self, batch: PayBatch, path: Path) -> None:
        """Close payments by the bank's result file."""
        said = self.tr("The bank's result is read in")
        self._desk.write(
            self._page,
            lambda _: self._pay.import_result(batch.id, path),
            lambda _: self._context.say(said),
        )

    def _make(self, dialog: MakeDialog, make: Callable[[], Outcome[PayBatch]]) -> None:
        def done(outcome: Outcome[PayBatch]) -> None:
            dialog.accept()
            said = self.tr("A batch of {count} payments is made; it waits for approval")
            self._context.say(said.format(count=len(outcome.value.items)))

        self._desk.write(dialog, lambda _: make(), done)

    def _open(self, dialog: Decision) -> None:
        dialog.open()
        self.opened.emit(dialog)
