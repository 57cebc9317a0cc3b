"""A sheet as rows: each team under its heading, which carries the team's totals."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from desktop.domain.attendance import days_text
from desktop.domain.ids import WorkerId
from desktop.domain.money import Money
from desktop.domain.payroll import ItemKind, WageLine
from desktop.domain.wages import WORK
from desktop.domain.worker import PayKind
from desktop.services.payroll import SheetView
from ui import format as text
from ui import theme
from ui.delegates.badge import BadgeDelegate
from ui.delegates.money import MoneyDelegate
from ui.models.rows import LINE_ROLE, Badge, Column, Index
from ui.pages.payroll.words import signed_badge

_EXTRA = frozenset({ItemKind.OVERTIME, ItemKind.REST_DAY, ItemKind.HOLIDAY})


@dataclass(frozen=True, slots=True)
class Row:
    """A line, or the heading of the team below it with the team's totals."""

    key: Hashable
    name: str
    work_days: Decimal
    work: Money
    extra: Money
    gross: Money
    deductions: Money
    net: Money
    search: str = ""
    line: WageLine | None = None
    badge: Badge | None = None
    signed: str = ""
    """Of a heading: how many have signed."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A sheet as the page shows it; worked out where the books are read."""

    rows: tuple[Row, ...]
    done: int
    """Lines that are signed for what they show now."""
    payable: int
    gross: Money
    deductions: Money
    net: Money


def shown(view: SheetView, initials: Mapping[WorkerId, str]) -> Shown:
    """Work out rows and sums of a sheet."""
    rows = rows_of(view, initials)
    own = [row for row in rows if row.line is not None]
    payable = [row for row in own if row.line is not None and row.line.needs_signature]
    return Shown(
        rows=rows,
        done=sum(row.badge is not None and row.badge.kind == "done" for row in payable),
        payable=len(payable),
        gross=Money.sum(row.gross for row in own),
        deductions=Money.sum(row.deductions for row in own),
        net=Money.sum(row.net for row in own),
    )


def rows_of(view: SheetView, initials: Mapping[WorkerId, str]) -> tuple[Row, ...]:
    """Return a sheet's rows in print order."""
    rows: list[Row] = []
    for team, lines in groupby(view.sheet.lines, key=lambda line: line.team_name):
        own = [_line(view, line, initials.get(line.worker, "")) for line in lines]
        rows += [_heading(team, own), *own]
    return tuple(rows)


def _line(view: SheetView, line: WageLine, initials: str) -> Row:
    return Row(
        key=line.id,
        name=line.name,
        work_days=line.work_days,
        work=Money.sum(i.amount for i in line.items if i.kind in WORK),
        extra=Money.sum(i.amount for i in line.items if i.kind in _EXTRA),
        gross=line.gross,
        deductions=line.deductions,
        net=line.net,
        search=" ".join((line.name, initials, line.team_name, line.trade, line.id_number[-4:])),
        line=line,
        badge=signed_badge(view, line),
    )


def _heading(team: str, rows: list[Row]) -> Row:
    payable = [row for row in rows if row.line is not None and row.line.needs_signature]
    done = sum(row.badge is not None and row.badge.kind == "done" for row in payable)
    words = QCoreApplication.translate("PayrollLines", "{team}: {count} workers")
    return Row(
        key=("team", team),
        name=words.format(team=team, count=len(rows)),
        work_days=sum((row.work_days for row in rows), Decimal(0)),
        work=Money.sum(row.work for row in rows),
        extra=Money.sum(row.extra for row in rows),
        gross=Money.sum(row.gross for row in rows),
        deductions=Money.sum(row.deductions for row in rows),
        net=Money.sum(row.net for row in rows),
        signed=_signed(done, len(payable)),
    )


def _signed(done: int, payable: int) -> str:
    words = QCoreApplication.translate("PayrollLines", "{done} of {payable} signed")
    return words.format(done=done, payable=payable)


def _of_line(value: Callable[[WageLine], str]) -> Callable[[Row], str]:
    return lambda row: value(row.line) if row.line is not None else ""


def _rate(row: Row) -> str:
    if row.line is None or not row.line.rate:
        return ""
    if row.line.pay_kind is PayKind.HOUR:
        words = QCoreApplication.translate("PayrollLines", "{rate}/h")
    else:
        words = QCoreApplication.translate("PayrollLines", "{rate}/day")
    return words.format(rate=row.line.rate)


def _whole_name(row: Row) -> str:
    return row.name


def _amount(
    key: str, title: str, amount: Callable[[Row], Money], width: int, *, hidden: bool = False
) -> Column[Row]:
    def shown(row: Row) -> str:
        return text.money(amount(row)) if amount(row) else "–"

    return Column(key, title, shown, width=width, right=True, hidden=hidden)


def columns() -> tuple[Column[Row], ...]:
    """Return the columns of a sheet."""
    return (
        Column("seq", "", _of_line(lambda line: str(line.seq)), width=40, right=True),
        Column(
            "name",
            QCoreApplication.translate("PayrollLines", "Name"),
            lambda r: r.name,
            width=142,
            tip=_whole_name,
        ),
        Column(
            "signed",
            QCoreApplication.translate("PayrollLines", "Signature"),
            lambda r: r.badge.word if r.badge else r.signed,
            width=104,
            badge=lambda r: r.badge,
        ),
        Column(
            "days",
            QCoreApplication.translate("PayrollLines", "Days"),
            lambda r: days_text(r.work_days),
            width=60,
            right=True,
        ),
        Column(
            "rate", QCoreApplication.translate("PayrollLines", "Rate"), _rate, width=92, right=True
        ),
        _amount(
            "work",
            QCoreApplication.translate("PayrollLines", "Work"),
            lambda r: r.work,
            96,
            hidden=True,
        ),
        _amount(
            "extra", QCoreApplication.translate("PayrollLines", "Overtime"), lambda r: r.extra, 84
        ),
        _amount(
            "gross", QCoreApplication.translate("PayrollLines", "Gross"), lambda r: r.gross, 100
        ),
        _amount(
            "deductions",
            QCoreApplication.translate("PayrollLines", "Deducted"),
            lambda r: r.deductions,
            84,
        ),
        _amount("net", QCoreApplication.translate("PayrollLines", "Net"), lambda r: r.net, 104),
        Column(
            "trade",
            QCoreApplication.translate("PayrollLines", "Trade"),
            _of_line(lambda line: line.trade),
            width=76,
        ),
        Column(
            "team",
            QCoreApplication.translate("PayrollLines", "Team"),
            _of_line(lambda line: line.team_name),
            width=80,
            hidden=True,
        ),
        Column(
            "card",
            QCoreApplication.translate("PayrollLines", "Card"),
            _of_line(lambda line: text.masked_card(line.card_number)),
            width=82,
        ),
        Column(
            "bank",
            QCoreApplication.translate("PayrollLines", "Bank"),
            _of_line(lambda line: line.bank),
            width=120,
            tip=_of_line(lambda line: line.bank),
        ),
    )


class TeamDelegate(MoneyDelegate):
    """Draws headings of teams in semibold on the window's ground; lines as usual."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Lay the ground first."""
        _lay_ground(painter, option, index)
        super().paint(painter, option, index)

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Make a heading stand out."""
        super().initStyleOption(option, index)
        _dress(option, index)


class TeamBadgeDelegate(BadgeDelegate):
    """The same where lines show a badge."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Lay the ground first."""
        _lay_ground(painter, option, index)
        super().paint(painter, option, index)

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Make a heading stand out."""
        super().initStyleOption(option, index)
        _dress(option, index)


def _dress(option: QStyleOptionViewItem, index: Index) -> None:
    row = index.data(LINE_ROLE)
    if isinstance(row, Row) and row.line is None:
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold)
        option.font = font


def _lay_ground(painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
    row = index.data(LINE_ROLE)
    if isinstance(row, Row) and row.line is None:
        painter.fillRect(option.rect, theme.colour("ground"))
