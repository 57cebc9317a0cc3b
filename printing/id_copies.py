"""Copies of identity cards, two to a page, life size, each with what it may be used for.

The purpose is written across the pictures, not only beneath them: a copy from which it can be cut
off could be used for anything.
"""

from __future__ import annotations

from io import BytesIO
from typing import Any

from reportlab.lib.utils import ImageReader

from desktop.ports.card_paper import CardCopies, CardCopy
from desktop.ports.paper import PaperSize
from printing import fonts
from printing.ink import HAIR, MIDDLE, Ink
from printing.page import MM, Document, fit, portrait, terms

_CARD = (85.6 * MM, 54.0 * MM)
"""ID-1, the size of the card."""
_GAP = 6 * MM
_EACH = 2
"""Workers on a page."""
_SLANT = 20
_VEIL, _HALO = 0.6, 0.55
"""How dense the purpose and its white edge lie over the picture: both stay readable."""


def id_copies(copies: CardCopies) -> bytes:
    """Draw the pages.

    Raises:
        Refused: a name or the purpose has a character that cannot be drawn.
    """
    words: dict[str, Any] = terms("paper")["id_copies"]
    fonts.require([(card.name, card.name) for card in copies.cards])
    fonts.require([(words["title"], copies.purpose)])
    page = portrait(PaperSize.A4)
    document = Document(page, words["title"])
    pages = [copies.cards[at : at + _EACH] for at in range(0, len(copies.cards), _EACH)]
    for number, cards in enumerate(pages, 1):
        ink = Ink(document.canvas)
        for place, card in enumerate(cards):
            top = page[1] - 26 * MM - place * (page[1] / 2)
            _card(document.canvas, ink, (page[0], top), (card, copies.purpose, words))
        if len(cards) == _EACH:
            ink.rules([(10 * MM, page[1] / 2, page[0] - 10 * MM, page[1] / 2)], HAIR, 0.3)
        ink.text(page[0] - 15 * MM, 10 * MM, f"{number} / {len(pages)}", 8, gray=MIDDLE, anchor=1)
        ink.flush()
        document.canvas.showPage()
    return document.finish()


def _card(
    canvas: Any,  # noqa: ANN401
    ink: Ink,
    place: tuple[float, float],
    said: tuple[CardCopy, str, dict[str, Any]],
) -> None:
    """Draw one worker's two sides with his name above and the purpose across and beneath."""
    wide, top = place
    card, purpose, words = said
    left = (wide - 2 * _CARD[0] - _GAP) / 2
    name = words["name"].format(name=card.name, tail=card.tail)
    ink.text(left, top, name, 13, font=fonts.BOLD, room=2 * _CARD[0] + _GAP)
    low = top - 8 * MM - _CARD[1]
    for number, (side, picture) in enumerate(
        ((words["front"], card.front), (words["back"], card.back))
    ):
        x = left + number * (_CARD[0] + _GAP)
        if picture:
            image = ImageReader(BytesIO(picture))
            canvas.drawImage(image, x, low, *_CARD)
            _across(canvas, (x, low), purpose)
        else:
            ink.text(
                x + _CARD[0] / 2, low + _CARD[1] / 2, words["none"], 11, gray=MIDDLE, anchor=0.5
            )
        ink.frame(x, low, _CARD)
        ink.text(x + _CARD[0] / 2, low - 5 * MM, side, 9, gray=MIDDLE, anchor=0.5)
    ink.text(left, low - 13 * MM, purpose, 11, room=2 * _CARD[0] + _GAP)
    ink.text(left, low - 19 * MM, words["rule"], 8.5, gray=MIDDLE, room=2 * _CARD[0] + _GAP)


def _across(canvas: Any, place: tuple[float, float], purpose: str) -> None:  # noqa: ANN401
    """Write the purpose aslant over a picture, with a white edge so that it shows on any ground."""
    size = fit(purpose, fonts.REGULAR, 12, _CARD[0] * 0.94)
    wide = fonts.width(purpose, fonts.REGULAR, size)
    for halo, gray, alpha in ((1.6, 1.0, _HALO), (0.15, 0.1, _VEIL)):
        canvas.saveState()
        canvas.translate(place[0] + _CARD[0] / 2, place[1] + _CARD[1] / 2)
        canvas.rotate(_SLANT)
        canvas.setFillGray(gray, alpha)
        canvas.setStrokeGray(gray, alpha)
        canvas.setLineWidth(halo)
        for line in (-1, 1):
            text = canvas.beginText()
            text.setTextOrigin(-wide / 2, line * 11 * MM - size / 3)
            text.setFont(fonts.REGULAR, size)
            text.setTextRenderMode(2)
            text.textOut(purpose)
            canvas.drawText(text)
        canvas.restoreState()
