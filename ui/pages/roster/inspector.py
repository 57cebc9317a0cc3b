"""One worker in full, masked until somebody asks to see more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.domain.identity import mask_card, mask_id
from desktop.domain.ids import ProjectId
from desktop.domain.worker import Card, Employment, Worker
from desktop.ports.books import JournalEntry
from desktop.ports.views import RosterLine
from desktop.services import terms
from resources import words
from ui import format as text
from ui import icons, theme
from ui.pages.roster.columns import RosterWords

SHOWN = 12
"""Journal entries shown of one worker."""


@dataclass(frozen=True, slots=True)
class Stay:
    """A span in one team."""

    team: str
    trade: str
    first: date
    last: date | None
    reason: str


@dataclass(frozen=True, slots=True)
class WorkerFacts:
    """A worker, his row of the roster, and what was done about him."""

    worker: Worker
    line: RosterLine
    entries: tuple[JournalEntry, ...]
    stays: tuple[Stay, ...] = ()
    """Where he has been in this project, oldest first."""
    settled: date | None = None
    """Day on which he signed his exit settlement."""


class WorkerInspector(QWidget):
    """Details, cards, pay standards, device numbers, history."""

    edit = Signal()
    change_card = Signal()
    reveal = Signal()
    leave = Signal()
    move_on = Signal()
    settle = Signal()
    contract = Signal()
    read_card = Signal()
    pictures = Signal()

    def __init__(
        self,
        facts: WorkerFacts,
        project: ProjectId,
        *,
        revealed: bool = False,
        past: bool = False,
    ) -> None:
        """Show a worker.

        Args:
            facts: what is known of him.
            project: which of his projects the page shows.
            revealed: whether his numbers are shown in full.
            past: whether the page shows the roster of a day gone by; nothing can be done then.
        """
        super().__init__()
        self.facts = facts
        self._past = past
        self.revealed = revealed
        self._words = RosterWords(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, theme.px(8), 0)
        self._column.setSpacing(theme.px(4))
        self._head()
        self._person()
        self._cards(facts.worker.cards)
        employment = facts.worker.employment(project)
        if employment is not None:
            self._terms(employment)
            self._numbers(employment)
        self._stays(facts.stays)
        self._history(facts.entries)
        self._column.addStretch(1)

    def _head(self) -> None:
        name = QLabel(self.facts.worker.name)
        name.setWordWrap(True)
        name.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        theme.mark(name, "role", "title")
        line = self.facts.line
        where = QLabel(" · ".join(filter(None, (line.team_name, line.trade, line.subcontractor))))
        where.setWordWrap(True)
        theme.mark(where, "role", "muted")
        self._column.addWidget(name)
        self._column.addWidget(where)
        acts = QHBoxLayout()
        acts.setSpacing(theme.px(4))
        self.edit_button = self._act(self.tr("Edit"), "edit", self.edit)
        self.card_button = self._act(self.tr("Change card"), "pay", self.change_card)
        self.reveal_button = self._act(self.tr("Show numbers"), "search", self.reveal)
        self.reveal_button.setToolTip(self.tr("Shows identity and card numbers; it is journalled"))
        self.reveal_button.setVisible(not self.revealed)
        for button in (self.edit_button, self.card_button):
            acts.addWidget(button)
        acts.addStretch(1)
        self._column.addLayout(acts)
        if self._past:
            return
        self._row_of(
            (self.tr("Let leave …"), "minus", self.leave),
            (self.tr("Move …"), "send", self.move_on),
            (self.tr("Settle …"), "paper", self.settle),
        )
        self._row_of(
            (self.tr("Read the card …"), "id-card", self.read_card),
            (self.tr("Pictures …"), "search", self.pictures),
        )

    def _row_of(self, *acts: tuple[str, str, object]) -> None:
        """Put quiet acts side by side: caption, icon, signal."""
        row = QHBoxLayout()
        row.setSpacing(theme.px(4))
        for caption, icon, signal in acts:
            row.addWidget(self._act(caption, icon, signal))
        row.addStretch(1)
        self._column.addLayout(row)

    def _act(self, caption: str, icon: str, signal: object) -> QPushButton:
        button = QPushButton(icons.get(icon, "accent"), caption)
        theme.mark(button, "kind", "quiet")
        button.clicked.connect(lambda _=False: signal.emit())  # type: ignore[attr-defined]
        return button

    def _person(self) -> None:
        worker, line = self.facts.worker, self.facts.line
        number = worker.id_number if self.revealed else mask_id(worker.id_number)
        self._section(self.tr("Person"), self.reveal_button)
        for label, value in (
            (self.tr("Identity number"), number),
            (self.tr("Paper"), terms.id_kind_title(worker.id_kind)),
            (self.tr("Captured"), self._captured(worker)),
            (self.tr("Phone"), worker.phone),
            (self.tr("Birth"), text.day(worker.birth)),
            (self.tr("Sex and nation"), " ".join(filter(None, (worker.sex, worker.nation)))),
            (self.tr("Address"), worker.address),
            (self.tr("Entry"), text.day(line.entry)),
            (self.tr("Exit"), text.day(line.exit)),
            (self.tr("Note"), worker.note),
        ):
            self._fact(label, value)

    def _captured(self, worker: Worker) -> str:
        """Say how his identity came into the books, and when."""
        how = words.phrase("card", worker.captured.value)
        return " · ".join(filter(None, (how, text.moment(worker.captured_at))))

    def _cards(self, cards: Sequence[Card]) -> None:
        self._section(self.tr("Wage cards"))
        for card in reversed(cards):
            number = card.number if self.revealed else mask_card(card.number)
            since = self.tr("since {day}").format(day=text.day(card.since)) if card.since else ""
            self._entry(number, " · ".join(filter(None, (card.bank, since))))
        if not cards:
            self._quiet(self.tr("No card yet: wages cannot be paid to a bank."))

    def _terms(self, employment: Employment) -> None:
        self._section(self.tr("Pay standards"))
        for term in sorted(employment.pay_terms, key=lambda one: one.since, reverse=True):
            since = self.tr("since {day}").format(day=text.day(term.since))
            self._entry(f"{term.rate} {self._words.unit(term.kind)}", since)
        if not employment.pay_terms:
            self._quiet(self.tr("No pay standard yet: his days cannot be paid."))

    def _numbers(self, employment: Employment) -> None:
        self._section(self.tr("Device numbers"))
        for number in employment.device_numbers:
            first, last = text.day(number.since), text.day(number.until)
            self._entry(number.number, f"{first} – {last}" if first or last else "")
        if not employment.device_numbers:
            self._quiet(self.tr("None: his days are entered in the month grid."))

    def _stays(self, stays: Sequence[Stay]) -> None:
        """Say where he has been: entries, transfers, exits."""
        if not stays:
            return
        self._section(self.tr("In this project"))
        for stay in reversed(stays):
            until = text.day(stay.last) if stay.last else self.tr("today")
            span = f"{text.day(stay.first)} – {until}"
            where = " · ".join(filter(None, (stay.team, stay.trade)))
            self._entry(where, " · ".join(filter(None, (span, stay.reason))))
        if self.facts.settled is not None:
            words = self.tr("Exit settlement signed on {day}")
            self._quiet(words.format(day=text.day(self.facts.settled)))

    def _history(self, entries: Sequence[JournalEntry]) -> None:
        if not entries:
            return
        self._section(self.tr("History"))
        for entry in entries[:SHOWN]:
            self._entry(_act_word(entry.action), f"{text.moment(entry.at)} · {entry.person}")

    def _section(self, title: str, beside: QWidget | None = None) -> None:
        rule = QFrame()
        theme.mark(rule, "role", "rule")
        label = QLabel(title)
        theme.mark(label, "role", "section")
        self._column.addSpacing(theme.px(8))
        self._column.addWidget(rule)
        row = QHBoxLayout()
        row.addWidget(label, 1)
        if beside is not None:
            row.addWidget(beside)
        self._column.addLayout(row)

    def _fact(self, label: str, value: str) -> None:
        if not value:
            return
        row = QHBoxLayout()
        row.setSpacing(theme.px(4))
        name, shown = QLabel(label), QLabel(value)
        name.setFixedWidth(theme.px(56))
        theme.mark(name, "role", "caption")
        shown.setWordWrap(True)
        shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row.addWidget(name, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(shown, 1)
        self._column.addLayout(row)

    def _entry(self, main: str, small: str) -> None:
        shown = QLabel(main)
        shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._column.addWidget(shown)
        if small:
            caption = QLabel(small)
            caption.setWordWrap(True)
            theme.mark(caption, "role", "caption")
            self._column.addWidget(caption)

    def _quiet(self, sentence: str) -> None:
        label = QLabel(sentence)
        label.setWordWrap(True)
        theme.mark(label, "role", "muted")
        self._column.addWidget(label)


def _act_word(action: str) -> str:
    """Return the words of a journalled act, the act itself where it has none yet."""
    try:
        return words.phrase("journal", action)
    except KeyError:
        return action
