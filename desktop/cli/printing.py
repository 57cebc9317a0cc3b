"""`anxin print …`: paper as PDF files."""

from __future__ import annotations

import hashlib
from argparse import Namespace
from pathlib import Path

from desktop.cli import printing_papers
from desktop.cli.answer import Answer
from desktop.cli.area import Areas, Parser, area_of, command, month
from desktop.cli.opening import opened, project
from desktop.kit.files import write_whole
from desktop.ports.paper import PaperSize
from desktop.services.office import Office


def wage_sheet(options: Namespace) -> Answer:
    """Print the month's wage sheets."""
    with opened(options) as office:
        site = project(office, options)
        pdf = office.documents.wage_sheet(site.id, options.month, PaperSize(options.size))
        return _saved(office, pdf, options.out)


def notice_board(options: Namespace) -> Answer:
    """Print the rights-protection notice board."""
    with opened(options) as office:
        site = project(office, options)
        tile = PaperSize(options.tile) if options.tile else None
        pdf = office.documents.notice_board(site.id, PaperSize(options.size), tile)
        return _saved(office, pdf, options.out)


def _saved(office: Office, pdf: bytes, out: Path) -> Answer:
    write_whole(out, pdf)
    pages = office.documents.page_count(pdf)
    facts = {"file": str(out), "pages": pages, "sha256": hashlib.sha256(pdf).hexdigest()}
    return Answer(facts, [f"✓ 已存为 {out}（{pages} 页）。"])


def add(areas: Areas) -> None:
    """Add the words of this area."""
    area = area_of(areas, "print", "打印为 PDF")
    sheet = command(area, "wage-sheet", wage_sheet, "工资支付表")
    month(sheet)
    _size(sheet, "--size", ("A4", "A3"), "A4")
    sheet.add_argument("--out", type=Path, required=True, metavar="FILE")
    board = command(area, "notice-board", notice_board, "维权信息告示牌")
    _size(board, "--size", ("A0", "A1", "A2", "A3", "A4"), "A1")
    _size(board, "--tile", ("A3", "A4"), None)
    board.add_argument("--out", type=Path, required=True, metavar="FILE")
    printing_papers.add(area)


def _size(found: Parser, word: str, sizes: tuple[str, ...], usual: str | None) -> None:
    title = "纸张" if usual else "拼贴到这种纸上"
    found.add_argument(word, type=str.upper, choices=sizes, default=usual, help=title)
