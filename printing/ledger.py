"""The written wage-payment ledger (书面工资支付台账): the eleven fields of Order 724 art. 15."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.domain.attendance import days_text
from desktop.domain.progress import SILENT, Progress
from desktop.ports.paper import PaperSize
from desktop.ports.papers import Ledger, SlipItem, WageEntry
from printing.page import terms
from printing.site_forms_draw import draw
from printing.site_forms_table import Column, Row, Table, money, of_project, words

_WIDTHS = {
    "seq": 7.0, "name": 18.0, "id_number": 31.0, "phone": 20.5, "work_time": 17.0, "earned": 47.0,
    "gross": 19.0, "withheld": 34.0, "deductions": 18.0, "net": 20.0, "pay_date": 18.0,
    "voucher": 40.0,
}  # fmt: skip
_AMOUNTS = ("gross", "deductions", "net")
_LEFT = frozenset({"name", "earned", "withheld"})


def ledgers(papers: Sequence[Ledger], size: PaperSize, progress: Progress = SILENT) -> bytes:
    """Draw ledgers of subcontractors.

    Raises:
        Refused: a character cannot be drawn (GLYPH_MISSING, one finding each).
    """
    return draw([_table(ledger) for ledger in papers], size, progress)


def _table(ledger: Ledger) -> Table:
    own, frame = terms("papers")["ledger"], words()
    month = ledger.month
    return Table(
        kind="LED",
        title=own["title"],
        said=frame["month"].format(year=month.year, month=month.month),
        head=ledger.head,
        facts=(
            of_project(ledger.head),
            [
                (own["employer"], ledger.head.company),
                (own["period"], own["until"].format(first=month.first, last=month.last)),
            ],
        ),
        columns=tuple(_column(key, own["columns"][key], wide) for key, wide in _WIDTHS.items()),
        rows=tuple(_row(entry, place, own) for place, entry in enumerate(ledger.entries, 1)),
        sums=dict.fromkeys(_AMOUNTS, money),
        capitals="net",
        notes=(own["basis"],),
        signers=tuple(own["signers"]),
        least_mm=9.0,
    )


def _column(key: str, title: str, wide: float) -> Column:
    anchor = 1.0 if key in _AMOUNTS else 0.0 if key in _LEFT else 0.5
    return Column(key, title, wide, anchor, box=key == "voucher", bold=key in {"name", "net"})


def _row(entry: WageEntry, number: int, own: dict[str, str]) -> Row:
    work = own["work_time"].format(days=days_text(entry.work_days))
    if entry.extra_hours:
        work += "\n" + own["extra_time"].format(hours=days_text(entry.extra_hours))
    days = dict.fromkeys(str(one.day) for one in entry.paid if one.day is not None)
    return Row(
        cells={
            "seq": str(number),
            "pay_date": "\n".join(days) or _unpaid(entry, own),
            "name": entry.name,
            "id_number": entry.id_number,
            "phone": entry.phone,
            "work_time": work,
            "earned": _items(entry.earned) or words()["none"],
            "gross": str(entry.gross),
            "withheld": _items(entry.withheld) or f" {words()['none']}",
            "deductions": str(entry.deductions),
            "net": str(entry.net),
            "voucher": _voucher(entry, own),
        },
        figures={
            "gross": entry.gross.fen,
            "deductions": entry.deductions.fen,
            "net": entry.net.fen,
        },
    )


def _items(items: Sequence[SlipItem]) -> str:
    return "\n".join(f"{item.title} {item.amount}" for item in items)


def _unpaid(entry: WageEntry, own: dict[str, str]) -> str:
    if entry.paid:  # by a list that the bank answered with a file: only its receipt has the day
        return own["undated"]
    return own["unpaid"] if entry.net.fen > 0 else own["no_pay"]


def _voucher(entry: WageEntry, own: dict[str, str]) -> str:
    """Say the bank's references; nothing leaves the box to sign in."""
    if entry.net.fen <= 0:
        return words()["none"]
    lines = [
        own["voucher"].format(reference=one.reference) if one.reference else own["other_way"]
        for one in entry.paid
    ]
    if entry.paid and entry.paid_total != entry.net:
        lines.append(own["partly"].format(amount=entry.paid_total))
    return "\n".join(lines)
