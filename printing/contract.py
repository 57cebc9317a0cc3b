"""Labour contracts and labour-use agreements, A4 portrait, a QR on every page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from desktop.domain.progress import SILENT, Progress
from desktop.ports.contract_paper import (
    ClausePaper,
    ContractPaper,
    PartyPaper,
    Run,
    SignerPaper,
    code_of,
)
from desktop.ports.paper import PaperSize
from printing import fonts, qr
from printing.flow import Block, Line, lines_of, paginate
from printing.ink import BLACK, DARK, HAIR, MIDDLE, TINT, Ink
from printing.page import MM, Document, portrait, terms, wrap

_WIDE, _HIGH = portrait(PaperSize.A4)
_LEFT, _RIGHT = 18 * MM, _WIDE - 18 * MM
_TOP, _BOTTOM = _HIGH - 10 * MM, 16 * MM
_ROOM = _RIGHT - _LEFT
_TYPE, _LEADING = 10.0, 14.8
_SMALL, _SMALL_LEADING = 7.0, 9.2
_STRIP = 25 * MM
"""Room of the code, and of what stands beside it, at the head of every page."""
_TITLE, _HEADING = 20, 11
_ROW = 7.0 * MM
_BOX = 38 * MM
_STEP = "print-contracts"


def draw(papers: Sequence[ContractPaper], progress: Progress = SILENT) -> bytes:
    """Draw contracts one after another, every copy of each.

    Raises:
        Refused: a character cannot be drawn (GLYPH_MISSING, one finding each).
        Cancelled: the person asked to stop.
    """
    fonts.require(_texts(papers))
    document = Document((_WIDE, _HIGH), papers[0].title if papers else "")
    ink = Ink(document.canvas)
    for done, paper in enumerate(papers):
        progress.step(done, len(papers), _STEP)
        _Contract(paper).draw(document, ink)
    progress.step(len(papers), len(papers), _STEP)
    return document.finish()


def _texts(papers: Sequence[ContractPaper]) -> Iterator[tuple[str, str]]:
    """Yield everything printed that comes from outside, with whom it concerns."""
    for paper in papers:
        yield paper.name, paper.name + paper.number + paper.project + paper.employer
        for party in paper.parties:
            yield paper.name, "".join(value for _, value in party.facts)
        for clause in paper.clauses:
            for runs in clause.paragraphs:
                yield paper.name, "".join(run.text for run in runs if run.filled)


class _Contract:
    """One contract in the making."""

    def __init__(self, paper: ContractPaper) -> None:
        self._paper = paper
        self._words: dict[str, Any] = terms("contract")
        strip = _TOP - _STRIP - _BOTTOM
        self._pages = paginate(self._blocks(), strip, strip)

    def draw(self, document: Document, ink: Ink) -> None:
        """Draw every page of every copy."""
        for copy in self._paper.copies:
            for number, blocks in enumerate(self._pages, 1):
                self._frame(ink, number, copy)
                y = _TOP - _STRIP
                for block in blocks:
                    block.draw(ink, y)
                    y -= block.height
                ink.flush()
                document.canvas.showPage()

    def _blocks(self) -> Iterator[Block]:
        paper = self._paper
        for party in paper.parties:
            yield from _party(party)
        yield _gap(2 * MM)
        yield from _paragraph((Run(paper.preamble),))
        yield from self._citation(paper.preamble_citation)
        for number, clause in zip(self._words["numbers"], paper.clauses, strict=False):
            yield from self._clause(number, clause)
        yield self._signing()

    def _clause(self, number: str, clause: ClausePaper) -> Iterator[Block]:
        heading = self._words["clause"].format(number=number, heading=clause.heading)
        yield Block(
            _LEADING + 1.5 * MM,
            lambda ink, y: _put(ink, _LEFT, y - 1.5 * MM - _HEADING, heading),
            keep=True,
        )
        for runs in clause.paragraphs:
            yield from _paragraph(self._blanks(runs))
        yield from self._citation(clause.citation)

    def _blanks(self, runs: tuple[Run, ...]) -> tuple[Run, ...]:
        """Return runs with a line to write on in place of what is not known."""
        blank = Run("\N{IDEOGRAPHIC SPACE}" * self._words["blank"], filled=True)
        return tuple(blank if run.filled and not run.text else run for run in runs)

    def _citation(self, citation: str) -> Iterator[Block]:
        said = self._words["basis"].format(citation=citation)
        for text in wrap(said, fonts.REGULAR, _SMALL, _ROOM - 2 * _TYPE):
            yield Block(
                _SMALL_LEADING,
                lambda ink, y, text=text: ink.text(  # type: ignore[misc]
                    _LEFT + 2 * _TYPE, y - _SMALL, text, _SMALL, gray=MIDDLE
                ),
            )

    def _signing(self) -> Block:
        """Return both parties' boxes and the receipt, which stand together."""
        signers, received = self._paper.signers, self._paper.received
        last = 4 * MM + _BOX + 9 * MM

        def drawn(ink: Ink, top: float) -> None:
            wide = (_ROOM - 6 * MM) / len(signers)
            for number, signer in enumerate(signers):
                _signer(ink, signer, (_LEFT + number * (wide + 6 * MM), top - 4 * MM), wide)
            y = top - last
            begin = ink.text(_LEFT, y, received, 9, room=_ROOM - 40 * MM) + 3 * MM
            _line(ink, signers[-1].lines[0], (_LEFT + begin, y), _ROOM - begin)

        return Block(last + 3 * MM, drawn)

    def _frame(self, ink: Ink, page: int, copy: str) -> None:
        """Draw a page's head with its code, and its foot."""
        paper, words, pages = self._paper, self._words, len(self._pages)
        code = str(code_of(paper, page, pages))
        made = qr.symbol(code)
        side = qr.least_mm(made) * MM
        qr.draw(ink.canvas, made, (_RIGHT - side, _TOP - side), side)
        ink.text(_RIGHT, _TOP - side - 1.2 * MM, code, 5.5, gray=DARK, anchor=1)
        room = _ROOM - side - 4 * MM
        if page == 1:
            ink.text(_LEFT, _TOP - 11 * MM, paper.title, _TITLE, font=fonts.BOLD, room=room)
            ink.text(_LEFT, _TOP - 17.5 * MM, paper.project, 9, gray=DARK, room=room)
            ink.text(_LEFT, _TOP - 22 * MM, paper.number, 9, gray=DARK, room=room)
        else:
            ink.text(_LEFT, _TOP - 11 * MM, paper.title, 11, font=fonts.BOLD, room=room)
            ink.text(_LEFT, _TOP - 16 * MM, paper.number, 9, gray=DARK, room=room)
            ink.rules([(_LEFT, _TOP - 20 * MM, _LEFT + room, _TOP - 20 * MM)], HAIR, 0.4)
        self._foot(ink, copy)
        said = words["page"].format(page=page, pages=pages)
        ink.text(_WIDE / 2, _BOTTOM - 8 * MM, said, 9, font=fonts.BOLD, anchor=0.5)

    def _foot(self, ink: Ink, copy: str) -> None:
        paper, words = self._paper, self._words
        y = _BOTTOM - 8 * MM
        ink.rules([(_LEFT, y + 4.5 * MM, _RIGHT, y + 4.5 * MM)], HAIR, 0.4)
        said = words["parties"].format(employer=paper.employer, name=paper.name)
        ink.text(_LEFT, y, said, _SMALL, gray=MIDDLE, room=_ROOM / 2 - 22 * MM)
        ink.text(_RIGHT, y, words["copy"].format(copy=copy), _SMALL, gray=MIDDLE, anchor=1)


def _paragraph(runs: tuple[Run, ...]) -> Iterator[Block]:
    """Yield a paragraph's lines; its first two stay together."""
    indent = 2 * _TYPE
    lines = lines_of(runs, _TYPE, _ROOM, indent)
    for number, line in enumerate(lines):
        x = _LEFT + (0 if number else indent)
        yield Block(
            _LEADING,
            lambda ink, y, line=line, x=x: _write(ink, line, x, y - _TYPE - 2),  # type: ignore[misc]
            keep=number == 0 and len(lines) > 1,
        )


def _write(ink: Ink, line: Line, x: float, y: float) -> None:
    """Write a line's runs; what was entered for this contract is underlined."""
    for run in line:
        wide = ink.text(x, y, run.text, _TYPE)
        if run.filled:
            ink.rules([(x, y - 2.2, x + wide, y - 2.2)], DARK, 0.4)
        x += wide


def _put(ink: Ink, x: float, y: float, text: str) -> None:
    ink.text(x, y, text, _HEADING, font=fonts.BOLD)


def _gap(high: float) -> Block:
    return Block(high, lambda _ink, _y: None)


def _party(party: PartyPaper) -> Iterator[Block]:
    """Yield a party's heading and its facts, two in a row where they fit."""
    title_high = 6.6 * MM

    def title(ink: Ink, y: float) -> None:
        ink.box(_LEFT, y - title_high, (_ROOM, title_high), TINT)
        ink.frame(_LEFT, y - title_high, (_ROOM, title_high), thick=0.5)
        ink.text(_LEFT + 2 * MM, y - 4.7 * MM, party.title, 10, font=fonts.BOLD)
        said = terms("contract")["basis"].format(citation=party.citation)
        ink.text(_RIGHT - 2 * MM, y - 4.5 * MM, said, _SMALL, gray=MIDDLE, anchor=1)

    yield Block(title_high, title, keep=True)
    for row in _rows(party.facts):
        yield Block(_ROW, lambda ink, y, row=row: _fact_row(ink, row, y))  # type: ignore[misc]


def _rows(facts: Sequence[tuple[str, str]]) -> Iterator[tuple[tuple[str, str], ...]]:
    """Yield facts by rows: two short ones share a row."""
    waiting: list[tuple[str, str]] = []
    for label, value in facts:
        if _is_wide(label, value):
            if waiting:
                yield tuple(waiting)
            yield ((label, value),)
            waiting = []
            continue
        waiting.append((label, value))
        if len(waiting) == 2:  # noqa: PLR2004 - halves of a row
            yield tuple(waiting)
            waiting = []
    if waiting:
        yield tuple(waiting)


def _is_wide(label: str, value: str) -> bool:
    wide = fonts.width(label, fonts.REGULAR, 8.5) + fonts.width(value, fonts.REGULAR, _TYPE)
    return wide + 6 * MM > _ROOM / 2


def _fact_row(ink: Ink, row: tuple[tuple[str, str], ...], top: float) -> None:
    wide = _ROOM / len(row)
    ink.frame(_LEFT, top - _ROW, (_ROOM, _ROW), thick=0.5)
    for number, (label, value) in enumerate(row):
        x, end = _LEFT + number * wide, _LEFT + (number + 1) * wide
        if number:
            ink.rules([(x, top - _ROW, x, top)], DARK, 0.5)
        y = top - _ROW / 2 - 8.5 * fonts.CAP_HEIGHT / 2
        begin = x + 2 * MM + ink.text(x + 2 * MM, y, label, 8.5, gray=MIDDLE) + 2.5 * MM
        ink.text(begin, y - 0.6, value, _TYPE, room=end - begin - 1.5 * MM)


def _signer(ink: Ink, signer: SignerPaper, at: tuple[float, float], wide: float) -> None:
    """Draw a box to sign and seal in."""
    x, top = at
    ink.frame(x, top - _BOX, (wide, _BOX), thick=0.8)
    ink.text(x + 3 * MM, top - 6 * MM, signer.title, 11, font=fonts.BOLD)
    ink.text(x + wide - 3 * MM, top - 6 * MM, signer.seal, _SMALL, gray=MIDDLE, anchor=1)
    for number, label in enumerate(signer.lines):
        _line(ink, label, (x + 3 * MM, top - _BOX + (13 - number * 8.5) * MM), wide - 6 * MM)


def _line(ink: Ink, label: str, at: tuple[float, float], room: float) -> None:
    x, y = at
    begin = ink.text(x, y, label, 9, gray=DARK) + 2 * MM
    ink.rules([(x + begin, y - 1 * MM, x + room, y - 1 * MM)], BLACK, 0.5)
