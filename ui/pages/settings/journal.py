"""The journal: who did what and when, in one chain of digests."""

from __future__ import annotations

import re

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.domain.money import Money
from desktop.ports.books import JournalEntry
from resources import words
from ui import format as text
from ui import icons, theme
from ui.desk import Desk
from ui.models.rows import Column
from ui.widgets.data_table import DataTable

NEWEST = 500
_LONG, _SHORT = re.compile(r"\b([0-9a-f]{8})[0-9a-f-]{12,}\b"), r"\1…"
"""Digests and identifiers; their first eight signs tell them apart."""


class JournalTab(QWidget):
    """The newest entries, and a check of the whole chain."""

    said = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.table: DataTable[JournalEntry] = DataTable(
            "journal",
            (
                Column("seq", self.tr("No."), lambda e: str(e.seq), _seq, width=64, right=True),
                Column("at", self.tr("When"), lambda e: text.moment(e.at), width=150),
                Column("who", self.tr("Who"), lambda e: e.person, width=110),
                Column("act", self.tr("What"), lambda e: act_word(e.action), width=200),
                Column("body", self.tr("With"), journal_body, width=320, tip=journal_body),
                Column("subject", self.tr("Of"), lambda e: e.subject, width=260, hidden=True),
                Column("mac", self.tr("Digest"), lambda e: e.mac[:10], width=110, hidden=True),
            ),
            lambda entry: entry.seq,
            dense=True,
        )
        self.verify = QPushButton(icons.get("done"), self.tr("Check the chain"))
        self.verify.clicked.connect(lambda _=False: self.check())
        self.table.bar.addWidget(self.verify)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.px(12), 0, 0)
        layout.addWidget(self.table)

    def refresh(self) -> None:
        """Read the newest entries."""
        people = self._desk.office.people
        self._desk.read(self, lambda: people.journal(NEWEST), self.table.set_rows)

    def check(self) -> None:
        """Check the whole chain."""
        self._desk.read(self, self._desk.office.people.verify_journal, self._checked)

    def _checked(self, length: int) -> None:
        told = self.tr("All {count} entries are in their place, and none was changed")
        self.said.emit(told.format(count=text.count(length)))


def act_word(action: str) -> str:
    """Return the words of an act, the act's own name where it has none."""
    try:
        return words.phrase("journal", action)
    except KeyError:
        return action


def _seq(entry: JournalEntry) -> int:
    return entry.seq


def journal_body(entry: JournalEntry) -> str:
    """Return what an entry says beside who, when and what, in words."""
    said = (_said(entry, key, value) for key, value in sorted(entry.body.items()))
    return " · ".join(filter(None, said))


def _said(entry: JournalEntry, key: str, value: object) -> str:
    """Return one fact of an entry in words; identifiers and what says nothing are left out."""
    if value in {None, "", False} or (key == "contradictions" and not value):
        return ""
    try:
        return words.phrase("journal_with", key, value=_value(entry, key, value))
    except KeyError:
        return f"{key}: {_LONG.sub(_SHORT, str(value))}"


def _value(entry: JournalEntry, key: str, value: object) -> str:
    said = str(value)
    if key.endswith("fen") and said.lstrip("-").isdigit():
        return text.money(Money(int(said)))
    table, name = {
        "state": ("facts", f"state-{said}"),
        "outcome": ("journal_with", f"outcome-{said}"),
        "reason": ("copies" if entry.action == "backup.made" else "", said),
    }.get(key, ("", said))
    if key == "fields" and entry.action == "contract.change":
        return "、".join(words.field(f"contract.{one}") for one in said.split(","))
    if key == "roles":
        return "、".join(_phrase("facts", f"role-{role}", role) for role in said.split(","))
    return _phrase(table, name, said) if table else _LONG.sub(_SHORT, said)


def _phrase(table: str, name: str, otherwise: str = "") -> str:
    try:
        return words.phrase(table, name)
    except KeyError:
        return otherwise or name
