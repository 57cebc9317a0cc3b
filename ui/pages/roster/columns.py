"""The columns of the roster, and what its filter looks through."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from desktop.domain.worker import PayKind
from desktop.ports.views import RosterLine
from ui import format as text
from ui import theme
from ui.models.rows import Column

WIDE = 1600
"""Screens from here on show who employs a worker; elsewhere the header's menu does."""


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

    def columns(self) -> tuple[Column[RosterLine], ...]:
        """Return the columns in the order they are first shown."""
        return (
            Column("name", self.tr("Name"), _name, width=184, tip=_name, ink=_ink),
            Column("id", self.tr("Identity number"), lambda line: line.id_number, width=164),
            Column("team", self.tr("Team"), lambda line: line.team_name, width=80),
            Column("trade", self.tr("Trade"), lambda line: line.trade, width=80),
            Column(
                "rate",
                self.tr("Pay standard"),
                self.rate,
                sort=lambda line: (line.pay_kind or "", line.rate.fen if line.rate else 0),
                width=118,
                right=True,
            ),
            Column("phone", self.tr("Phone"), lambda line: line.phone, width=108),
            Column("card", self.tr("Wage card"), _card, width=88, tip=lambda line: line.bank),
            Column("numbers", self.tr("Device number"), _numbers, width=76),
            Column("entry", self.tr("Entry"), lambda line: text.day(line.entry), width=92),
            Column("exit", self.tr("Exit"), lambda line: text.day(line.exit), width=92),
            Column(
                "subcontractor",
                self.tr("Subcontractor"),
                lambda line: line.subcontractor,
                width=220,
                tip=lambda line: line.subcontractor,
                hidden=_is_narrow(),
            ),
            Column("bank", self.tr("Bank"), lambda line: line.bank, width=200, hidden=True),
        )

    def rate(self, line: RosterLine) -> str:
        """Return 260.00 元/工日, empty when no pay is agreed."""
        if line.rate is None or line.pay_kind is None:
            return ""
        return f"{line.rate} {self.unit(line.pay_kind)}"

    def unit(self, kind: PayKind) -> str:
        """Return the unit of a kind of pay."""
        return self.tr("a day") if kind is PayKind.DAY else self.tr("an hour")


def _is_narrow() -> bool:
    """Tell whether the screen has no room for every column."""
    return QGuiApplication.primaryScreen().size().width() < theme.px(WIDE)


def _name(line: RosterLine) -> str:
    return line.name


def _ink(line: RosterLine) -> str:
    return "muted" if line.exit is not None else ""


def _card(line: RosterLine) -> str:
    return f"****{line.card_tail}" if line.card_tail else ""


def _numbers(line: RosterLine) -> str:
    return "、".join(line.device_numbers)
