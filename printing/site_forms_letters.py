"""A month's totals as letters: application to the general contractor, funds from the owner."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

from desktop.domain.attendance import days_text
from desktop.domain.money import Money
from desktop.domain.progress import SILENT, Progress
from desktop.ports.papers import FundsPaper
from printing.page import terms
from printing.site_forms_draw import draw
from printing.site_forms_table import Column, Row, Table, hundredths, money, of_project, words

_WIDTHS = {
    "seq": 10.0, "name": 62.0, "people": 16.0, "days": 20.0, "gross": 28.0, "deductions": 26.0,
    "net": 30.0,
}  # fmt: skip
_SUMS: dict[str, Callable[[int], str]] = {
    "people": str,
    "days": hundredths,
    "gross": money,
    "deductions": money,
    "net": money,
}
_CENTRED = frozenset({"seq", "people"})


def applications(papers: Sequence[FundsPaper], progress: Progress = SILENT) -> bytes:
    """Draw applications for payment to the general contractor, A4.

    Raises:
        Refused: a character cannot be drawn (GLYPH_MISSING, one finding each).
    """
    return draw([_application(paper) for paper in papers], progress=progress)


def funds_letters(papers: Sequence[FundsPaper], progress: Progress = SILENT) -> bytes:
    """Draw letters to the owner, A4.

    Raises:
        Refused: a character cannot be drawn (GLYPH_MISSING, one finding each).
    """
    return draw([_letter(paper) for paper in papers], progress=progress)


def _application(paper: FundsPaper) -> Table:
    own = terms("papers")["application"]
    said = _said(paper)
    lead = [own["to"].format(**said), own["body"].format(**said)]
    if paper.unlocked:
        lead.append(own["draft"].format(count=paper.unlocked))
    tail = [own["attached"]]
    if paper.pay_date:
        tail.append(own["pay_date"].format(date=paper.pay_date))
    facts = (of_project(paper.head), [(words()["company"], paper.head.company)])
    return _table("APP", own, paper, (tuple(lead), tuple(tail), facts))


def _letter(paper: FundsPaper) -> Table:
    own = terms("papers")["funds"]
    said = _said(paper)
    account = {
        "name": paper.account_name,
        "number": paper.account_number,
        "bank": paper.account_bank,
    }
    lead = [own["to"].format(**said), own["body"].format(**said), own["ask"]]
    lead += [own[f"account_{key}"].format(text or words()["none"]) for key, text in account.items()]
    if paper.unlocked:
        lead.append(own["draft"].format(count=paper.unlocked))
    tail = (own["pay_date"].format(date=paper.pay_date),) if paper.pay_date else ()
    return _table("FND", own, paper, (tuple(lead), tail, (of_project(paper.head),)))


def _said(paper: FundsPaper) -> dict[str, object]:
    net = Money.sum(row.net for row in paper.rows)
    return {
        "to": paper.to or words()["none"],
        "project": paper.head.project,
        "year": paper.month.year,
        "month": paper.month.month,
        "people": sum(row.people for row in paper.rows),
        "days": days_text(sum((row.work_days for row in paper.rows), Decimal(0))),
        "gross": Money.sum(row.gross for row in paper.rows),
        "deductions": Money.sum(row.deductions for row in paper.rows),
        "net": net,
        "capitals": net.in_capitals,
    }


def _table(kind: str, own: dict[str, Any], paper: FundsPaper, texts: tuple[Any, Any, Any]) -> Table:
    lead, tail, facts = texts
    titles = {**terms("papers")["funds_columns"], "name": own["first"]}
    month = words()["month"].format(year=paper.month.year, month=paper.month.month)
    return Table(
        kind=kind,
        title=own["title"],
        said=month,
        head=paper.head,
        facts=facts,
        columns=tuple(
            Column(
                key, titles[key], wide, 0.0 if key == "name" else _anchor(key), bold=key == "net"
            )
            for key, wide in _WIDTHS.items()
        ),
        rows=tuple(
            Row(
                cells={
                    "seq": str(place),
                    "name": row.name,
                    "people": str(row.people),
                    "days": days_text(row.work_days),
                    "gross": str(row.gross),
                    "deductions": str(row.deductions),
                    "net": str(row.net),
                },
                figures={
                    "people": row.people,
                    "days": int(row.work_days * 100),
                    "gross": row.gross.fen,
                    "deductions": row.deductions.fen,
                    "net": row.net.fen,
                },
            )
            for place, row in enumerate(paper.rows, 1)
        ),
        sums=_SUMS,
        lead=lead,
        tail=tail,
        signers=tuple(own["signers"]),
        lying=False,
        body=11,
    )


def _anchor(key: str) -> float:
    return 0.5 if key in _CENTRED else 1.0
