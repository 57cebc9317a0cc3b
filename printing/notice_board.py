"""The rights-protection notice board (维权信息告示牌, Order 724 art. 34), A0 to A4."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from reportlab.lib.utils import ImageReader

from desktop.domain.errors import Refused
from desktop.domain.findings import Code, Finding, Level
from desktop.domain.notice import RightsNotice
from desktop.ports.paper import PaperSize
from printing import fonts, qr, raster, tiles
from printing.notice_blocks import INK, MUTED, NAVY, PALE, RULE, WHITE, Colour, Piece
from printing.notice_layout import (
    BAND,
    FOOT_SIZE,
    HEAD,
    HIGH,
    INSET,
    MARGIN,
    WIDE,
    Board,
    Panel,
    lay_out,
)
from printing.page import MM, Document, fit, portrait, terms, wrap

_SIDE = 168 * MM
"""Usual side of the code at A0 with its quiet zone: 42 mm on A4."""
_PAPER = 4.0
"""A4 is a quarter of the A0 layout: what is large enough there is so on every size."""
_NUMERALS = "一二三四五六七八九"
_NUMBERED = re.compile(f"（([{_NUMERALS}])）")
_LEAST_TITLE = 13 * MM
_READ_PIXELS = 700


def notice_board(notice: RightsNotice, size: PaperSize, tile: PaperSize | None) -> bytes:
    """Draw the board.

    Raises:
        Refused: a required line is empty, a character cannot be drawn, the QR does not read back.
    """
    _require_lines(notice)
    fonts.require(_texts(notice))
    drawing = _Drawing(notice, _Picture(notice))
    board = drawing.document(size)
    _require_readable(board, size, drawing)
    if tile is None or tile is size:
        return board
    return tiles.cut(notice.title, size, tile, lambda canvas: drawing.on(canvas, size))


def _require_lines(notice: RightsNotice) -> None:
    missing = [("project", terms("wage_sheet")["head"]["project"])] if not notice.project else []
    missing += [(line.key, line.label) for line in notice.missing()]
    if missing:
        raise Refused(
            tuple(
                Finding(Code.NOTICE_FIELD_EMPTY, Level.STOP, subject=label, facts={"key": key})
                for key, label in missing
            )
        )


def _texts(notice: RightsNotice) -> Iterator[tuple[str, str]]:
    yield notice.title, notice.title + notice.project + notice.footer
    if notice.qr_text or notice.qr_image:
        yield notice.title, notice.qr_caption
    for group in notice.groups:
        yield group.title, group.title
        for line in group.lines:
            yield line.label, line.label + line.text


class _Picture:
    """The board's code: drawn from its text, or the official image as it is."""

    def __init__(self, notice: RightsNotice) -> None:
        self.expected = notice.qr_text
        self.side = 0.0
        self._symbol: qr.Symbol | None = None
        self._image = notice.qr_image
        if self._image:
            self._check(notice)
        elif notice.qr_text:
            self._symbol = qr.symbol(notice.qr_text, outdoors=True)
            self.side = max(_SIDE, qr.least_mm(self._symbol) * MM * _PAPER)

    def _check(self, notice: RightsNotice) -> None:
        """Learn what an imported image must say; the finished page is read against it."""
        got = qr.read(self._image)
        self.expected = notice.qr_image_reads or notice.qr_text or "".join(got[:1])
        self.side = _SIDE

    def draw(self, canvas: Any, at: tuple[float, float], side: float) -> None:  # noqa: ANN401
        """Draw it."""
        if self._symbol is not None:
            qr.draw(canvas, self._symbol, at, side)
        elif self._image:
            quiet = side * 0.04
            canvas.drawImage(
                ImageReader(BytesIO(self._image)),
                at[0] + quiet,
                at[1] + quiet,
                side - 2 * quiet,
                side - 2 * quiet,
                mask="auto",
                preserveAspectRatio=True,
                anchor="c",
            )


class _Drawing:
    """A board laid out once and drawn at any size."""

    def __init__(self, notice: RightsNotice, picture: _Picture) -> None:
        fonts.ready()
        self._notice = notice
        self.picture = picture
        self._board: Board = lay_out(notice, picture.side)

    def document(self, size: PaperSize) -> bytes:
        """Draw it as a page of its own."""
        document = Document(portrait(size), self._notice.title)
        self.on(document.canvas, size)
        document.canvas.showPage()
        return document.finish()

    def on(self, canvas: Any, size: PaperSize) -> None:  # noqa: ANN401
        """Draw it on a canvas, its lower left corner at the origin."""
        wide, high = portrait(size)
        canvas.saveState()
        canvas.scale(wide / WIDE, high / HIGH)
        self._band(canvas)
        for number, panel in enumerate(self._board.panels):
            self._panel(canvas, number, panel)
        self._code(canvas)
        y = MARGIN + (len(self._board.footer) - 1) * FOOT_SIZE * 1.5
        for line in self._board.footer:
            _text(canvas, (MARGIN, y), line, (FOOT_SIZE, fonts.REGULAR, MUTED))
            y -= FOOT_SIZE * 1.5
        canvas.restoreState()

    def code_box(self, size: PaperSize) -> tuple[float, float, float] | None:
        """Return left, lower edge and side of the code on a page, points."""
        side = self._board.side
        if not side or not self._board.panels:
            return None
        panel = self._board.panels[-1]
        under = len(self._board.caption) * self._board.caption_size * 1.5
        inner = panel.height - HEAD
        x = WIDE - MARGIN - INSET - side
        y = HIGH - panel.top - HEAD - (inner - side - under) / 2 - side
        factor = portrait(size)[0] / WIDE
        return x * factor, y * factor, side * factor

    def _band(self, canvas: Any) -> None:  # noqa: ANN401
        notice, bottom = self._notice, HIGH - MARGIN - BAND
        _fill(canvas, NAVY)
        canvas.roundRect(MARGIN, bottom, WIDE - 2 * MARGIN, BAND, 5 * MM, stroke=0, fill=1)
        room = WIDE - 2 * MARGIN - 4 * INSET
        size = fit(notice.title, fonts.BOLD, 57 * MM, room)
        y = bottom + BAND * 0.63 - size * fonts.CAP_HEIGHT / 2
        _centred(canvas, y, notice.title, (size, fonts.BOLD, WHITE))
        size = fit(notice.project, fonts.REGULAR, 22 * MM, room)
        y = bottom + BAND * 0.2 - size * fonts.CAP_HEIGHT / 2
        _centred(canvas, y, notice.project, (size, fonts.REGULAR, WHITE))

    def _panel(self, canvas: Any, number: int, panel: Panel) -> None:  # noqa: ANN401
        top = HIGH - panel.top
        wide = WIDE - 2 * MARGIN
        _fill(canvas, PALE)
        canvas.roundRect(MARGIN, top - HEAD, wide, HEAD, 3 * MM, stroke=0, fill=1)
        canvas.rect(MARGIN, top - HEAD, wide, HEAD / 2, stroke=0, fill=1)
        _stroke(canvas, RULE, 0.9 * MM)
        canvas.roundRect(MARGIN, top - panel.height, wide, panel.height, 3 * MM)
        middle = top - HEAD / 2
        badge = 22 * MM
        _fill(canvas, NAVY)
        canvas.roundRect(MARGIN + INSET, middle - badge / 2, badge, badge, 3 * MM, stroke=0, fill=1)
        found = _NUMBERED.match(panel.title)
        numeral = found[1] if found else _NUMERALS[number % len(_NUMERALS)]
        face = (15 * MM, fonts.BOLD, WHITE)
        x = MARGIN + INSET + badge / 2 - fonts.width(numeral, fonts.BOLD, face[0]) / 2
        _text(canvas, (x, middle - face[0] * 0.37), numeral, face)
        self._title(canvas, panel.title[found.end() if found else 0 :], middle)
        self._cells(canvas, panel, top - HEAD - 0.7 * INSET)

    def _title(self, canvas: Any, title: str, middle: float) -> None:  # noqa: ANN401
        """Draw a group's title on one line, or smaller on two."""
        x = MARGIN + INSET + 30 * MM
        room = WIDE - MARGIN - INSET - x
        size = fit(title, fonts.BOLD, 17.5 * MM, room)
        lines = [title]
        if size < _LEAST_TITLE:
            half = fonts.width(title, fonts.BOLD, 1) / 2 + 1
            size = min(_LEAST_TITLE, room / half)
            lines = wrap(title, fonts.BOLD, size, half * size)
        y = middle + (len(lines) - 1) * size * 0.62 - size * fonts.CAP_HEIGHT / 2
        for line in lines:
            _text(canvas, (x, y), line, (size, fonts.BOLD, NAVY))
            y -= size * 1.24

    def _cells(self, canvas: Any, panel: Panel, top: float) -> None:  # noqa: ANN401
        last = None
        for cell in panel.cells:
            left = MARGIN + INSET + cell.x
            if last is not None and cell.y > last.y:
                middle = top - (last.y + last.block.height + cell.y) / 2
                self._rule(canvas, middle, panel)
            for piece in cell.block.pieces:
                _piece(canvas, piece, left, top - cell.y)
            if last is None or cell.y > last.y or cell.block.height > last.block.height:
                last = cell

    def _rule(self, canvas: Any, y: float, panel: Panel) -> None:  # noqa: ANN401
        cells = panel.cells
        right = MARGIN + INSET + max(cell.x + cell.wide for cell in cells)
        _stroke(canvas, RULE, 0.6 * MM)
        canvas.line(MARGIN + INSET, y, right, y)

    def _code(self, canvas: Any) -> None:  # noqa: ANN401
        box = self.code_box(PaperSize.A0)
        if box is None:
            return
        x, y, side = box
        self.picture.draw(canvas, (x, y), side)
        size = self._board.caption_size
        baseline = y - size
        for line in self._board.caption:
            left = x + (side - fonts.width(line, fonts.REGULAR, size)) / 2
            _text(canvas, (left, baseline), line, (size, fonts.REGULAR, INK))
            baseline -= size * 1.5


def _require_readable(board: bytes, size: PaperSize, drawing: _Drawing) -> None:
    """Render the drawn code and read it as a phone would."""
    box = drawing.code_box(size)
    if box is None:
        return
    image = raster.gray_square(board, box, _READ_PIXELS)
    got = qr.read_image(image)
    if got != (drawing.picture.expected,):
        raise qr.unreadable(drawing.picture.expected, "、".join(got))


def _fill(canvas: Any, colour: Colour) -> None:  # noqa: ANN401
    canvas.setFillColorRGB(*colour)


def _stroke(canvas: Any, colour: Colour, thick: float) -> None:  # noqa: ANN401
    canvas.setStrokeColorRGB(*colour)
    canvas.setLineWidth(thick)


def _text(
    canvas: Any,  # noqa: ANN401
    at: tuple[float, float],
    text: str,
    face: tuple[float, str, Colour],
) -> None:
    size, font, colour = face
    _fill(canvas, colour)
    canvas.setFont(font, size)
    canvas.drawString(*at, text)


def _centred(
    canvas: Any,  # noqa: ANN401
    y: float,
    text: str,
    face: tuple[float, str, Colour],
) -> None:
    x = (WIDE - fonts.width(text, face[1], face[0])) / 2
    _text(canvas, (x, y), text, face)


def _piece(canvas: Any, piece: Piece, left: float, top: float) -> None:  # noqa: ANN401
    at = left + piece.x, top - piece.y
    _text(canvas, at, piece.text, (piece.size, piece.font, piece.colour))
