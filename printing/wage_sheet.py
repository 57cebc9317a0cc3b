"""The monthly wage sheet (工资支付表, Order 724 arts 15 and 31), A4 or A3 landscape."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from reportlab.lib.utils import ImageReader

from desktop.domain.identity import mask_id
from desktop.domain.money import Money
from desktop.domain.payroll import WageLine
from desktop.domain.progress import SILENT, Progress
from desktop.ports.paper import PaperSize, WageSheetPaper, sheet_code
from desktop.ports.scans import BoxPlace
from printing import fonts, qr
from printing.ink import BLACK, DARK, HAIR, MIDDLE, TINT, TINT_STRONG, Ink
from printing.page import MM, Document, terms
from printing.wage_cells import Cells
from printing.wage_frame import Frame
from printing.wage_layout import Layout, layout
from printing.wage_rows import Field, Figures, Page, Row, RowKind, pages_of

_STEP = "print-pages"


def wage_sheet(facts: WageSheetPaper, size: PaperSize, progress: Progress = SILENT) -> bytes:
    """Draw a wage sheet.

    Raises:
        Refused: a character cannot be drawn (GLYPH_MISSING, one finding each).
    """
    fonts.require(_texts(facts))
    return _Sheet(facts, layout(size)).draw(progress)


def places(facts: WageSheetPaper, size: PaperSize) -> tuple[tuple[BoxPlace, ...], int]:
    """Say where every signature box of a printed sheet lies, and how many pages it has.

    The sheet is drawn as it would be printed: what is not drawn by the same lines would drift.
    """
    fonts.require(_texts(facts))
    own = _Sheet(facts, layout(size))
    pages = own.draw_pages(SILENT)[1]
    return tuple(own.boxes), pages


def _texts(facts: WageSheetPaper) -> Iterator[tuple[str, str]]:
    """Yield everything printed that comes from outside, with whom it concerns."""
    labels = terms("wage_sheet")["head"]
    yield labels["project"], facts.project
    yield labels["general_contractor"], facts.general_contractor
    yield labels["employer"], facts.sheet.subcontractor_name
    yield labels["reason"], facts.sheet.reason
    signers = terms("wage_sheet")["signers"]
    yield signers["prepared"], facts.prepared_by
    yield signers["officer"], facts.audited_by
    yield "", facts.minimum_wage_note + facts.account_tail + facts.journal_head
    for line in facts.sheet.lines:
        notes = "".join(item.note for item in line.items)
        shown = line.trade + line.team_name + line.bank + line.card_number[-4:] + notes
        yield line.name, line.name + mask_id(line.id_number) + shown


@dataclass(frozen=True, slots=True)
class _Signatures:
    """What stands in the signature column of each line."""

    facts: WageSheetPaper

    def word(self, line: WageLine) -> str:
        """Return the word in place of an empty box, if any."""
        words = terms("wage_sheet")
        if not line.needs_signature:
            return str(words["no_pay"])
        bound = self.facts.signed_digests.get(line.id)
        if bound is None:
            return ""
        if bound != line.digest(self.facts.sheet.month):
            return str(words["sign_again"])
        return "" if line.id in self.facts.signature_images else str(words["signed_on_paper"])

    def image(self, line: WageLine) -> bytes | None:
        """Return the drawn signature while it is valid."""
        image = self.facts.signature_images.get(line.id)
        bound = self.facts.signed_digests.get(line.id)
        if image and bound == line.digest(self.facts.sheet.month):
            return image
        return None


class _Sheet:
    """One document in the making."""

    def __init__(self, facts: WageSheetPaper, place: Layout) -> None:
        self._facts = facts
        self._place = place
        self._words = terms("wage_sheet")
        self._cells = Cells(place)
        self._signatures = _Signatures(facts)
        self._frame = Frame(facts, place)
        first, last = place.column("work_days").x, place.column("bank").x
        self._edges = tuple(column.x for column in place.columns[1:])
        self._sum_edges = tuple(x for x in self._edges if first <= x <= last)
        self._page = 0
        self.boxes: list[BoxPlace] = []
        """Signature boxes drawn so far."""

    def draw(self, progress: Progress) -> bytes:
        """Draw every page."""
        return self.draw_pages(progress)[0].finish()

    def draw_pages(self, progress: Progress) -> tuple[Document, int]:
        """Draw every page; the document is not yet closed."""
        place, sheet = self._place, self._facts.sheet
        code = sheet_code(sheet, 0).rpartition("/")[0]
        pages = pages_of(sheet.lines, place, self._frame.room - 2 * place.sum_height)
        document = Document(place.page, f"{self._words['title']} {sheet.month}")
        ink = Ink(document.canvas)
        for page in pages:
            progress.step(page.number, len(pages), _STEP)
            symbol = qr.symbol(f"{code}/{page.number}")
            self._page = page.number
            self._frame.head(ink, symbol)
            bottom = self._body(ink, page, last=page.number == len(pages))
            self._frame.foot(ink, bottom, page.number, len(pages))
            ink.flush()
            document.canvas.showPage()
        return document, len(pages)

    def _body(self, ink: Ink, page: Page, *, last: bool) -> float:
        """Draw the table's rows and sums; return the height at which they end."""
        words = self._words["rows"]
        y = self._frame.body_top
        if page.number > 1:
            y = self._sum(ink, y, words["brought"], page.brought)
        for row in page.rows:
            y = self._row(ink, row, y)
        y = self._sum(ink, y, words["page_sum"], page.own, tint=TINT)
        if not last:
            return self._sum(ink, y, words["carried"], page.carried)
        capitals = Money(page.carried[Field.NET]).in_capitals
        text = self._words["capitals"].format(capitals=capitals)
        return self._sum(ink, y, text, page.carried, tint=TINT_STRONG)

    def _row(self, ink: Ink, row: Row, top: float) -> float:
        if row.kind is RowKind.LINE:
            self._line(ink, row, top)
            return top - row.height
        if row.kind is RowKind.SUM:
            return self._sum(ink, top, row.text, row.figures)
        place, bottom = self._place, top - row.height
        ink.box(place.left, bottom, (place.right - place.left, row.height), TINT)
        self._edge(ink, top)
        self._edge(ink, bottom)
        y = _baseline((top + bottom) / 2, place.type)
        label = ink.text(
            place.left + place.pad, y, self._words["rows"]["team"], place.small, gray=MIDDLE
        )
        x = place.left + label + 3 * place.pad
        ink.text(x, y, row.text, place.type, font=fonts.BOLD, room=place.right - x)
        return bottom

    def _line(self, ink: Ink, row: Row, top: float) -> None:
        place, line = self._place, row.line
        if line is None:
            return
        bottom = top - place.line_height
        ink.columns(self._edges, (bottom, top))
        ink.put(self._cells.line(row, (top + bottom) / 2))
        self._signature(ink, line, bottom)
        y = bottom
        for text in row.details:
            middle = y - place.detail_height / 2 + 0.3 * MM
            x = place.column("name").x + place.pad
            ink.text(x, _baseline(middle, place.small), text, place.small, gray=DARK)
            y -= place.detail_height
        self._edge(ink, top - row.height)

    def _signature(self, ink: Ink, line: WageLine, bottom: float) -> None:
        place, column = self._place, self._place.column("signature")
        gap = 0.8 * MM
        size = column.width - 2 * gap, place.line_height - 2 * gap
        if line.needs_signature:
            ink.frame(column.x + gap, bottom + gap, size, thick=0.4)
            printed = self._printed(line, gap)
            box = BoxPlace(line.id, self._page, column.x + gap, bottom + gap, *size, printed)
            self.boxes.append(box)
        if image := self._signatures.image(line):
            _picture(ink.canvas, image, (column.x + gap, bottom + gap), size)
        if word := self._signatures.word(line):
            strong = word == self._words["sign_again"]
            y = _baseline(bottom + place.line_height / 2, place.type)
            x, anchor = column.middle, 0.5
            if strong:
                x, anchor = column.x + gap + place.pad, 0
            font = fonts.BOLD if strong else fonts.REGULAR
            gray = BLACK if strong else MIDDLE
            ink.text(x, y, word, place.small, font=font, gray=gray, anchor=anchor)

    def _printed(self, line: WageLine, gap: float) -> float:
        """Return how far a word printed in a signature box reaches from its left edge."""
        place, word = self._place, self._signatures.word(line)
        if not word:
            return 0.0
        if word != self._words["sign_again"]:
            return place.column("signature").width - 2 * gap
        return place.pad + fonts.width(word, fonts.BOLD, place.small)

    def _sum(
        self, ink: Ink, top: float, text: str, figures: Figures, tint: float | None = None
    ) -> float:
        """Draw one row of sums and return where it ends."""
        place = self._place
        bottom = top - place.sum_height
        if tint is not None:
            size = place.right - place.left, place.sum_height
            ink.box(place.left, bottom, size, tint)
        first = place.column("work_days").x
        ink.columns(self._sum_edges, (bottom, top))
        middle = (top + bottom) / 2
        room = first - place.left - 2 * place.pad
        x, y = place.left + place.pad, _baseline(middle, place.type)
        ink.text(x, y, text, place.type * 1.05, font=fonts.BOLD, room=room)
        ink.put(self._cells.sums(figures, middle))
        self._edge(ink, top)
        self._edge(ink, bottom)
        return bottom

    def _edge(self, ink: Ink, y: float) -> None:
        ink.rules([(self._place.left, y, self._place.right, y)], HAIR, 0.4)


def _baseline(middle: float, size: float) -> float:
    return middle - size * fonts.CAP_HEIGHT / 2


def _picture(
    canvas: Any,  # noqa: ANN401
    content: bytes,
    at: tuple[float, float],
    size: tuple[float, float],
) -> None:
    """Draw an image inside a box, in proportion."""
    canvas.drawImage(
        ImageReader(BytesIO(content)),
        *at,
        *size,
        mask="auto",
        preserveAspectRatio=True,
        anchor="c",
    )
