"""A batch in full: who made and approved it, what was tried at the bank, and one payment."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.domain.disbursement import Attempt, PayBatch, PayItem
from desktop.domain.ids import PersonId
from ui import format as text
from ui import theme
from ui.pages.disbursement.words import BROKEN, attempt_words, bank_name, batch_badge, item_badge
from ui.widgets.badge_label import BadgeLabel
from ui.widgets.said import said_label


class PayInspector(QWidget):
    """What the inspector shows of a payment and its batch."""

    mending = Signal()

    def __init__(
        self, batch: PayBatch, item: PayItem | None, names: Mapping[PersonId, str]
    ) -> None:
        super().__init__()
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(0, 0, theme.px(8), 0)
        self.rows.setSpacing(theme.px(4))
        if item is not None:
            self._add_item(item)
        self._head(self.tr("Batch {number}").format(number=batch.attempt_number))
        self.rows.addWidget(BadgeLabel(batch_badge(batch.state)))
        self._add(f"{bank_name(batch)} · {text.yuan(batch.total)}")
        self._add(self.tr("Reference {reference}").format(reference=batch.reference), "caption")
        made = self.tr("Made by {name}, {moment}")
        self._add(
            made.format(name=names.get(batch.maker, ""), moment=text.moment(batch.made_at)),
            "caption",
        )
        if batch.checker is not None:
            approved = self.tr("Approved by {name}, {moment}")
            self._add(
                approved.format(
                    name=names.get(batch.checker, ""), moment=text.moment(batch.approved_at)
                ),
                "caption",
            )
        self._head(self.tr("At the bank"))
        self.tries = QVBoxLayout()
        self.rows.addLayout(self.tries)
        self.rows.addStretch(1)

    def show_attempts(self, attempts: Sequence[Attempt]) -> None:
        """Show what was tried, newest first."""
        for attempt in reversed(attempts):
            words = f"{text.moment(attempt.started)}  {attempt_words(attempt)}"
            self.tries.addWidget(said_label(words, "caption"))
        if not attempts:
            self.tries.addWidget(said_label(self.tr("Nothing was tried yet."), "muted"))

    def _add_item(self, item: PayItem) -> None:
        self._add(item.name, "section")
        self._add(f"{item.bank} {text.masked_card(item.account)}", "caption")
        self._add(text.yuan(item.amount), "figure")
        self.rows.addWidget(BadgeLabel(item_badge(item.state)))
        if item.reason:
            self._add(item.reason)
        self._add(item.end_to_end, "caption")
        if item.state in BROKEN:
            button = QPushButton(self.tr("Mend the card …"))
            button.clicked.connect(self.mending)
            self.rows.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _head(self, title: str) -> None:
        self.rows.addSpacing(theme.px(12))
        self._add(title, "caption")

    def _add(self, said: str, role: str = "") -> None:
        self.rows.addWidget(said_label(said, role))
