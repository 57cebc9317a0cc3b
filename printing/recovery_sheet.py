"""One A4 page that carries the recovery code into a sealed envelope."""

from __future__ import annotations

from datetime import date
from math import ceil
from typing import Any

from desktop.ports.paper import PaperSize
from printing import fonts
from printing.ink import BLACK, DARK, HAIR, MIDDLE, TINT, Ink
from printing.page import MM, Document, portrait, terms, wrap

_MARGIN = 25 * MM
_ROWS = 4
_CODE_SIZE = 22


def recovery_sheet(office: str, code: str, created: date) -> bytes:
    """Draw the page.

    Raises:
        Refused: the office's name has a character that cannot be drawn.
    """
    words: dict[str, Any] = terms("paper")["recovery"]
    fonts.require([(words["office"], office), (words["code"], code)])
    page = portrait(PaperSize.A4)
    document = Document(page, words["title"])
    ink = Ink(document.canvas)
    room = page[0] - 2 * _MARGIN
    y = page[1] - 34 * MM
    ink.text(_MARGIN, y, words["title"], 26, font=fonts.BOLD)
    y -= 9 * MM
    ink.text(_MARGIN, y, words["subtitle"], 11, gray=MIDDLE)
    y -= 6 * MM
    ink.rules([(_MARGIN, y, page[0] - _MARGIN, y)], BLACK, 1.2)
    y -= 11 * MM
    for label, text in ((words["office"], office), (words["created"], created.isoformat())):
        ink.text(_MARGIN, y, label, 10, gray=MIDDLE)
        ink.text(_MARGIN + 24 * MM, y, text, 13, room=room - 24 * MM)
        y -= 8 * MM
    y = _code(ink, y - 2 * MM, (words["code"], code), room)
    y = _paragraph(ink, y, words["meaning"], room)
    y = _rules(ink, y - 5 * MM, words, room)
    _openings(ink, y - 5 * MM, words, room)
    ink.flush()
    document.canvas.showPage()
    return document.finish()


def _code(ink: Ink, top: float, words: tuple[str, str], room: float) -> float:
    """Draw the code in a frame, broken at its dashes, large enough to be copied without error."""
    label, code = words
    lines = _broken(code, room - 16 * MM)
    high = len(lines) * 12 * MM + 16 * MM
    bottom = top - high
    ink.box(_MARGIN, bottom, (room, high), TINT)
    ink.frame(_MARGIN, bottom, (room, high), thick=1)
    ink.text(_MARGIN + 8 * MM, top - 8 * MM, label, 10, gray=MIDDLE)
    y = top - 20 * MM
    for line in lines:
        ink.text(_MARGIN + 8 * MM, y, line, _CODE_SIZE, font=fonts.BOLD)
        y -= 12 * MM
    return bottom - 10 * MM


def _broken(code: str, room: float) -> list[str]:
    """Break a code into lines of as many whole groups as fit, evenly filled."""
    groups = code.replace(" ", "-").split("-")
    for lines in range(1, len(groups) + 1):
        each = ceil(len(groups) / lines)
        made = ["-".join(groups[n : n + each]) for n in range(0, len(groups), each)]
        if all(fonts.width(line, fonts.BOLD, _CODE_SIZE) <= room for line in made):
            return made
    return wrap(code, fonts.BOLD, _CODE_SIZE, room)


def _paragraph(ink: Ink, top: float, text: str, room: float) -> float:
    for line in wrap(text, fonts.REGULAR, 11, room):
        ink.text(_MARGIN, top, line, 11)
        top -= 7 * MM
    return top


def _rules(ink: Ink, top: float, words: dict[str, Any], room: float) -> float:
    ink.text(_MARGIN, top, words["rules_title"], 13, font=fonts.BOLD)
    top -= 8.5 * MM
    for number, rule in enumerate(words["rules"], 1):
        ink.text(_MARGIN, top, f"{number}.", 11, gray=DARK)
        for line in wrap(rule, fonts.REGULAR, 11, room - 7 * MM):
            ink.text(_MARGIN + 7 * MM, top, line, 11)
            top -= 7 * MM
    return top


def _openings(ink: Ink, top: float, words: dict[str, Any], room: float) -> None:
    """Draw the table in which each use of the envelope is written down."""
    ink.text(_MARGIN, top, words["opening"], 13, font=fonts.BOLD)
    top -= 4 * MM
    heads = words["opening_columns"]
    wide, high = room / len(heads), 9 * MM
    bottom = top - high * (_ROWS + 1)
    ink.box(_MARGIN, top - high, (room, high), TINT)
    for index, head in enumerate(heads):
        middle = _MARGIN + (index + 0.5) * wide
        ink.text(middle, top - 6 * MM, head, 10, font=fonts.BOLD, anchor=0.5)
    across = [(_MARGIN, top - n * high, _MARGIN + room, top - n * high) for n in range(_ROWS + 2)]
    down = [(_MARGIN + n * wide, bottom, _MARGIN + n * wide, top) for n in range(len(heads) + 1)]
    ink.rules(across + down, HAIR, 0.5)
