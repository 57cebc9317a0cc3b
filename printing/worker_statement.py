"""A worker's own statement (个人工资对账单): days, due, paid and short, month by month."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from desktop.domain.attendance import days_text
from desktop.domain.money import Money
from desktop.domain.progress import SILENT, Progress
from desktop.ports.papers import Statement, WageEntry
from printing.page import terms
from printing.site_forms_draw import draw
from printing.site_forms_table import Column, Row, Table, hundredths, money, of_project, words

_WIDTHS = {
    "month": 21.0, "company": 34.0, "days": 13.0, "gross": 20.0, "deductions": 18.0, "due": 20.0,
    "paid": 20.0, "paid_on": 24.0, "short": 20.0, "remark": 20.0,
}  # fmt: skip
_SUMS = {
    "days": hundredths, "gross": money, "deductions": money, "due": money, "paid": money,
    "short": money,
}  # fmt: skip


def statements(papers: Sequence[Statement], progress: Progress = SILENT) -> bytes:
    """Draw statements, A4.

    Raises:
        Refused: a character cannot be drawn (GLYPH_MISSING, one finding each).
    """
    return draw([_table(one) for one in papers], progress=progress)


def _table(paper: Statement) -> Table:
    own = terms("papers")["statement"]
    rows = [_row(entry, own) for entry in paper.entries]
    if paper.arrears:
        rows.append(_arrears(paper.arrears, own))
    due = Money(sum(row.figures["due"] for row in rows))
    paid = Money(sum(row.figures["paid"] for row in rows))
    return Table(
        kind="STM",
        title=own["title"],
        said=own["said"].format(first=paper.first, last=paper.last),
        head=paper.head,
        facts=(
            of_project(paper.head),
            [(own["name"], paper.name), (own["id_number"], paper.id_number)],
            [(own["team"], f"{paper.team}　{paper.trade}"), (own["phone"], paper.phone)],
        ),
        columns=tuple(_column(key, own["columns"][key], wide) for key, wide in _WIDTHS.items()),
        rows=tuple(rows),
        sums=_SUMS,
        tail=("", _result(due, paid, own), own["declare"]),
        notes=(own["note"],),
        signers=tuple(own["signers"]),
        lying=False,
        least_mm=7.5,
    )


def _result(due: Money, paid: Money, own: dict[str, Any]) -> str:
    short = due - paid
    key = "result" if short.fen > 0 else "overpaid" if short.fen else "settled"
    said: str = own[key].format(
        due=due, paid=paid, short=short, capitals=short.in_capitals, over=-short
    )
    return said


def _column(key: str, title: str, wide: float) -> Column:
    anchor = 1.0 if key in _SUMS else 0.0 if key in {"company", "remark"} else 0.5
    return Column(key, title, wide, anchor, bold=key == "short")


def _row(entry: WageEntry, own: dict[str, Any]) -> Row:
    short = entry.net - entry.paid_total
    remarks = [own["supplement"].format(number=entry.sheet_number)] if entry.sheet_number else []
    if not entry.locked:
        remarks.append(own["open"])
    vouchers = [
        "\n".join(
            part for part in (str(one.day or ""), _tail(one.reference) or own["other_way"]) if part
        )
        for one in entry.paid
    ]
    return Row(
        cells={
            "month": str(entry.month),
            "company": entry.company,
            "days": days_text(entry.work_days),
            "gross": str(entry.gross),
            "deductions": str(entry.deductions),
            "due": str(entry.net),
            "paid": str(entry.paid_total),
            "paid_on": "\n".join(vouchers) or words()["none"],
            "short": str(short),
            "remark": "\n".join(remarks),
        },
        figures={
            "days": int(entry.work_days * 100),
            "gross": entry.gross.fen,
            "deductions": entry.deductions.fen,
            "due": entry.net.fen,
            "paid": entry.paid_total.fen,
            "short": short.fen,
        },
    )


def _arrears(amount: Money, own: dict[str, Any]) -> Row:
    fen = amount.fen
    return Row(
        cells={
            "month": words()["none"],
            "company": own["arrears"],
            "due": str(amount),
            "paid": "0.00",
            "short": str(amount),
        },
        figures={"days": 0, "gross": 0, "deductions": 0, "due": fen, "paid": 0, "short": fen},
    )


def _tail(reference: str) -> str:
    """Return the last signs of a bank reference; the whole stands in the ledger."""
    return f"…{reference[-8:]}" if reference else ""
