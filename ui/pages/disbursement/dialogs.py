"""Decisions about paying: make a batch, approve it, mend a card, settle by word."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlsplit

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QLabel, QLineEdit, QRadioButton, QWidget

from desktop.domain.disbursement import PayBatch, PayItem
from desktop.domain.ids import PersonId
from desktop.domain.money import Money
from desktop.domain.people import CHECKERS, Person
from desktop.domain.worker import Card
from desktop.services.disbursement.base import FILE
from desktop.services.people import is_single
from ui import format as text
from ui import theme
from ui.fields.choice_field import ChoiceField
from ui.fields.text_fields import HiddenField, MoneyField
from ui.pages.disbursement.words import REHEARSAL, bank_name
from ui.widgets.decision import Decision
from ui.widgets.file_drop import FileDrop

LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
NAMED = 8


def is_loopback(address: str) -> bool:
    """Tell whether an address is one of this machine."""
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and (parts.hostname or "") in LOOPBACK


class MakeDialog(Decision):
    """Chooses the bank for a new batch; nothing is sent yet."""

    decided = Signal(str)

    def __init__(self, parent: QWidget, title: str, what: str) -> None:
        super().__init__(parent, title, self.tr("Make the batch"), width=540)
        self.say(what, "section")
        self.say(
            self.tr("Nothing is sent yet: a second person approves exactly what is made here.")
        )
        self.group = QButtonGroup(self)
        self.rehearsal = self._choice(
            self.tr("Rehearsal bank: everything as in earnest, no money moves")
        )
        self.upload = self._choice(
            self.tr("A list to upload by hand (xlsx in ICBC's public layout)")
        )
        self.address = self._choice(self.tr("A bank on this machine, by its address"))
        self.url = QLineEdit()
        self.url.setPlaceholderText("http://127.0.0.1:8080")
        self.add_field(self.tr("Address"), self.url)
        self.rehearsal.setChecked(True)
        self.group.buttonToggled.connect(lambda *_: self._allow())
        self.url.textChanged.connect(lambda _: self._allow())
        self._allow()

    @property
    def bank(self) -> str:
        """The bank's word."""
        if self.address.isChecked():
            return self.url.text().strip()
        return FILE if self.upload.isChecked() else REHEARSAL

    def decide(self) -> None:
        """Tell the bank."""
        self.wait()
        self.decided.emit(self.bank)

    def _choice(self, words: str) -> QRadioButton:
        button = QRadioButton(words)
        self.group.addButton(button)
        self.body.addWidget(button)
        return button

    def _allow(self) -> None:
        by_address = self.address.isChecked()
        self.url.setEnabled(by_address)
        self.verb.setEnabled(not by_address or is_loopback(self.url.text()))


class ApproveDialog(Decision):
    """The second person looks, writes the total once more, and approves exactly this."""

    decided = Signal(object, str)
    """PersonId of the checker, and his own passphrase where he has one."""

    def __init__(
        self,
        parent: QWidget,
        batch: PayBatch,
        people: Sequence[Person],
        own: frozenset[PersonId] = frozenset(),
    ) -> None:
        super().__init__(parent, self.tr("Approve the batch"), self.tr("Approve"), width=540)
        self._batch = batch
        self._own = own
        names = {person.id: person.name for person in people}
        single = is_single(tuple(people))
        words = self.tr("{count} payments · {bank} · made by {maker}, {moment}")
        self.say(
            words.format(
                count=len(batch.items),
                bank=bank_name(batch),
                maker=names.get(batch.maker, ""),
                moment=text.moment(batch.made_at),
            )
        )
        self.say(text.yuan(batch.total), "figure")
        self.say(batch.total.in_capitals)
        fit = [p for p in people if single or (p.id != batch.maker and p.roles & CHECKERS)]
        self.checker = ChoiceField([(person.id, person.name) for person in fit])
        self.add_field(self.tr("Who approves"), self.checker)
        if single:
            self.say(self.tr("An office of a single person: maker and checker are the same."))
        elif not fit:
            self.say(
                self.tr("Nobody else here may approve. Add a project manager in the settings."),
                "fault",
            )
        self.total = MoneyField()
        self.add_field(self.tr("The total once more, in yuan"), self.total)
        self.phrase = HiddenField()
        self._proof = self.add_field(self.tr("Own passphrase of who approves"), self.phrase)
        self.fault = self.say("", "fault")
        digest = self.tr("What is approved: {digest}")
        self.say(digest.format(digest=batch.digest[:16]), "caption")
        for field in (self.total, self.phrase, self.checker):
            field.changed.connect(self._allow)
        self._allow()
        self.total.setFocus()

    def decide(self) -> None:
        """Tell who approves, and what proves it."""
        checker: PersonId = self.checker.value
        self.wait()
        self.decided.emit(checker, self.phrase.value if checker in self._own else "")

    def _allow(self) -> None:
        typed = self.total.value
        same = typed == self._batch.total
        wrong = isinstance(typed, Money) and not same
        self.fault.setText(self.tr("That is not the batch's total.") if wrong else "")
        self.fault.setVisible(wrong)
        asked = self.checker.value in self._own
        self._proof.setVisible(asked)
        proven = not asked or bool(self.phrase.value)
        self.verb.setEnabled(same and proven and self.checker.value is not None)


class CardDialog(Decision):
    """Another card for a worker whose payment failed."""

    decided = Signal(object)
    """The Card."""

    def __init__(self, parent: QWidget, item: PayItem, reason: str) -> None:
        super().__init__(parent, self.tr("Mend the bank card"), self.tr("Save the card"))
        words = self.tr("{name} · {amount} · {reason}")
        self.say(
            words.format(name=item.name, amount=text.yuan(item.amount), reason=reason), "section"
        )
        tail = text.masked_card(item.account)
        self.say(self.tr("Tried with {card}, {bank}").format(card=tail, bank=item.bank))
        self.number, self.holder = QLineEdit(), QLineEdit(item.name)
        self.bank, self.cnaps = QLineEdit(item.bank), QLineEdit(item.cnaps)
        self.number.setPlaceholderText(self.tr("the worker's own card"))
        self.add_field(self.tr("New card number"), self.number)
        self.add_field(self.tr("Name on the account"), self.holder)
        self.add_field(self.tr("Bank and branch"), self.bank)
        self.add_field(self.tr("CNAPS number"), self.cnaps)
        self._name = item.name
        self.number.textChanged.connect(lambda words: self.verb.setEnabled(bool(words.strip())))
        self.verb.setEnabled(False)
        self.number.setFocus()

    def decide(self) -> None:
        """Tell the card."""
        self.wait()
        number = "".join(self.number.text().split())
        holder = self.holder.text().strip()
        self.decided.emit(Card(number, self.bank.text().strip(), self.cnaps.text().strip(), holder))


class SettleDialog(Decision):
    """Closes unknown payments by a person's word, with the bank's receipt."""

    decided = Signal(object, str)
    """Path of the receipt and the reason."""

    def __init__(self, parent: QWidget, items: Sequence[PayItem]) -> None:
        super().__init__(
            parent, self.tr("Paid, by the bank's receipt"), self.tr("Record as paid"), width=560
        )
        names = "、".join(item.name for item in items[:NAMED])
        total = Money.sum(item.amount for item in items)
        words = self.tr("{count} payments, {total}: {names}")
        self.say(words.format(count=len(items), total=text.yuan(total), names=names), "section")
        self.say(
            self.tr(
                "You vouch that the bank has paid them. The receipt is kept in the books; they "
                "are never sent again."
            )
        )
        self.receipt: Path | None = None
        self.drop = FileDrop(self.tr("Drop the bank's receipt here (PDF or picture)"))
        self.drop.chosen.connect(self.take)
        self.body.addWidget(self.drop, 1)
        self.file = QLabel()
        theme.mark(self.file, "role", "section")
        self.body.addWidget(self.file)
        self.reason = QLineEdit()
        self.add_field(self.tr("What it shows"), self.reason)
        self.reason.textChanged.connect(lambda _: self._allow())
        self._allow()
        self.drop.button.setFocus()

    def take(self, receipt: Path) -> None:
        """Take a receipt; nothing is recorded yet."""
        self.receipt = receipt
        self.file.setText(receipt.name)
        self._allow()

    def decide(self) -> None:
        """Tell the receipt and the reason."""
        if self.receipt is not None:
            self.wait()
            self.decided.emit(self.receipt, self.reason.text().strip())

    def _allow(self) -> None:
        said = bool(self.reason.text().strip())
        self.verb.setEnabled(self.receipt is not None and said)
