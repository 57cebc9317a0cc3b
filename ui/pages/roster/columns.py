"""The columns of the roster, and what its filter looks through."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from desktop.domain.contract_state import ContractState, Standing
from desktop.domain.identity import IdKind
from desktop.domain.ids import WorkerId
from desktop.domain.worker import Capture, PayKind
from desktop.ports.views import RosterLine
from desktop.services import terms
from ui import format as text
from ui import theme
from ui.models.rows import Badge, Column

WIDE, SMALL, PLAIN = 1600, 1300, 100
"""Screens from WIDE on show who employs a worker. Where type is larger than PLAIN percent, those
below SMALL leave out what the inspector shows anyway; the header's menu brings it back."""


def haystack(line: RosterLine) -> str:
    """Return what the filter finds a worker by; the identity number by its last four signs."""
    return "\n".join(
        (
            line.name,
            line.initials,
            line.id_number[-4:],
            line.phone,
            line.card_tail,
            line.team_name,
            line.subcontractor,
            line.trade,
            *line.device_numbers,
        )
    )


class RosterWords(QObject):
    """Columns and units in words."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.day = date.min
        """Day on which people are here, not yet here, or gone."""
        self.states: Mapping[WorkerId, ContractState] = {}

    def columns(self) -> tuple[Column[RosterLine], ...]:
        """Return the columns in the order they are first shown."""
        small = theme.current().scale > PLAIN and _is_below(SMALL)
        return (
            Column("name", self.tr("Name"), _name, width=136, tip=_name, ink=_ink),
            Column(
                "state",
                self.tr("On site"),
                lambda line: self.state(line).word,
                width=88,
                badge=self.state,
                tip=_span,
            ),
            Column("id", self.tr("Identity number"), _id, width=158, tip=_kind),
            Column("how", self.tr("Captured"), self.how, width=50, ink=_how_ink, hidden=small),
            Column("team", self.tr("Team"), lambda line: line.team_name, width=74),
            Column("trade", self.tr("Trade"), lambda line: line.trade, width=72),
            Column(
                "contract",
                self.tr("Contract"),
                lambda line: self.contract(line).word,
                width=92,
                badge=self.contract,
            ),
            Column(
                "rate",
                self.tr("Pay standard"),
                self.rate,
                sort=lambda line: (line.pay_kind or "", line.rate.fen if line.rate else 0),
                width=106,
                right=True,
            ),
            Column("phone", self.tr("Phone"), lambda line: line.phone, width=100, hidden=small),
            Column("card", self.tr("Wage card"), _card, width=76, tip=lambda line: line.bank),
            Column("numbers", self.tr("Device number"), _numbers, width=62, hidden=small),
            Column("entry", self.tr("Entry"), lambda line: text.day(line.entry), width=88),
            *self._more(),
        )

    def _more(self) -> tuple[Column[RosterLine], ...]:
        return (
            Column(
                "exit", self.tr("Exit"), lambda line: text.day(line.exit), width=92, hidden=True
            ),
            Column(
                "subcontractor",
                self.tr("Subcontractor"),
                lambda line: line.subcontractor,
                width=220,
                tip=lambda line: line.subcontractor,
                hidden=_is_below(WIDE),
            ),
            Column("bank", self.tr("Bank"), lambda line: line.bank, width=200, hidden=True),
        )

    def state(self, line: RosterLine) -> Badge:
        """Return whether somebody is here as shape, word and colour."""
        if line.entry > self.day:
            return Badge("note", self.tr("To come"))
        if line.exit is None or line.exit >= self.day:
            leaves = line.exit is not None
            return Badge("note" if leaves else "done", self.tr("Here"))
        return Badge("note", self.tr("Left"))

    def contract(self, line: RosterLine) -> Badge:
        """Return where somebody stands with his contract."""
        state = self.states.get(line.worker)
        standing = state.standing if state is not None else Standing.NONE
        kind, word = {
            Standing.NONE: ("warn", self.tr("None")),
            Standing.UNSIGNED: ("note", self.tr("Not signed")),
            Standing.SIGNED: ("done", self.tr("In force")),
            Standing.EXPIRING: ("warn", self.tr("Runs out")),
            Standing.EXPIRED: ("stop", self.tr("Has run out")),
            Standing.ENDED: ("warn", self.tr("Ended")),
        }[standing]
        return Badge(kind, word)

    def how(self, line: RosterLine) -> str:
        """Return how an identity came into the books; only a reader's is verified."""
        return {
            Capture.READER: self.tr("read"),
            Capture.TYPED: self.tr("typed"),
            Capture.IMPORTED: self.tr("imported"),
        }[line.captured]

    def rate(self, line: RosterLine) -> str:
        """Return 260.00 元/工日, empty when no pay is agreed."""
        if line.rate is None or line.pay_kind is None:
            return ""
        return f"{line.rate} {self.unit(line.pay_kind)}"

    def unit(self, kind: PayKind) -> str:
        """Return the unit of a kind of pay."""
        return self.tr("a day") if kind is PayKind.DAY else self.tr("an hour")


def _is_below(width: int) -> bool:
    """Tell whether the screen has no room for every column."""
    return QGuiApplication.primaryScreen().size().width() < theme.px(width)


def _name(line: RosterLine) -> str:
    return line.name


def _ink(line: RosterLine) -> str:
    return "muted" if line.exit is not None else ""


def _how_ink(line: RosterLine) -> str:
    return "" if line.captured is Capture.READER else "muted"


def _span(line: RosterLine) -> str:
    return f"{text.day(line.entry)} – {text.day(line.exit)}"


def _id(line: RosterLine) -> str:
    return line.id_number


def _kind(line: RosterLine) -> str:
    return "" if line.id_kind is IdKind.RESIDENT else terms.id_kind_title(line.id_kind)


def _card(line: RosterLine) -> str:
    return f"****{line.card_tail}" if line.card_tail else ""


def _numbers(line: RosterLine) -> str:
    return "、".join(line.device_numbers)
