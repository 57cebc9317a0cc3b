"""Entry and exit forms (进退场登记表): one A4 page for each worker."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from desktop.domain.progress import SILENT, Progress
from desktop.ports.paper import PaperSize
from desktop.ports.papers import SiteForm
from printing import fonts
from printing.ink import DARK, HAIR, MIDDLE, TINT, Ink
from printing.page import MM, Document, portrait, terms, wrap

_MARGIN = 16 * MM
_ROW, _LABEL = 9.2 * MM, 31 * MM
_PHOTO = (32 * MM, 44 * MM)
_TYPE, _SMALL, _LEADING = 10.0, 9.0, 5.6 * MM
_BOX, _PRINT = 34 * MM, 26 * MM
_STEP = "print-pages"


def site_forms(forms: Sequence[SiteForm], progress: Progress = SILENT) -> bytes:
    """Draw a page for each worker.

    Raises:
        Refused: a character cannot be drawn (GLYPH_MISSING, one finding each).
    """
    fonts.require(pair for form in forms for pair in _texts(form))
    size = portrait(PaperSize.A4)
    document = Document(size, _words(forms[0])["title"])
    ink = Ink(document.canvas)
    for number, form in enumerate(forms, 1):
        progress.step(number, len(forms), _STEP)
        _Form(ink, form, size).draw()
        ink.flush()
        document.canvas.showPage()
    return document.finish()


def _texts(form: SiteForm) -> Iterator[tuple[str, str]]:
    head = form.head
    yield "", head.project + head.general_contractor + head.company + head.prepared_by
    for _, text in form.fields:
        yield form.name, text


def _words(form: SiteForm) -> dict[str, Any]:
    found: dict[str, Any] = terms("papers")["exit" if form.leaving else "entry"]
    return found


class _Form:
    """One worker's page."""

    def __init__(self, ink: Ink, form: SiteForm, size: tuple[float, float]) -> None:
        self._ink, self._form = ink, form
        self._own, self._titles = _words(form), terms("papers")["form_fields"]
        self._top, self._right = size[1] - 14 * MM, size[0] - _MARGIN
        self._middle = size[0] / 2
        self._values = dict(form.fields)

    def draw(self) -> None:
        """Draw everything from the top down."""
        y = self._head()
        y = self._table(y)
        y = self._declared(y - 8 * MM)
        self._signers(y - 3 * MM)
        said = terms("papers")["frame"]["prepared"]
        head = self._form.head
        made = said.format(name=head.prepared_by, date=head.printed_on)
        self._ink.text(_MARGIN, 12 * MM, made, 8, gray=MIDDLE)

    def _head(self) -> float:
        ink, own, head = self._ink, self._own, self._form.head
        y = self._top - 8 * MM
        ink.text(self._middle, y, own["title"], 22, font=fonts.BOLD, anchor=0.5)
        ink.text(self._middle, y - 6.5 * MM, own["subtitle"], 10.5, gray=DARK, anchor=0.5)
        frame = terms("papers")["frame"]
        y -= 15 * MM
        for key in ("project", "general_contractor"):
            wide = ink.text(_MARGIN, y, frame[key], _SMALL, gray=MIDDLE) + 2 * MM
            room = self._right - _MARGIN - wide
            ink.text(_MARGIN + wide, y, getattr(head, key), _TYPE, room=room)
            y -= _LEADING
        return y

    def _table(self, top: float) -> float:
        """Draw the fields; the first rows leave room for a photo where the form has one."""
        ink, y = self._ink, top
        beside = _PHOTO[0] + 3 * MM if self._own["photo"] else 0.0
        rows_beside = int(_PHOTO[1] // _ROW) + 1 if beside else 0
        for number, keys in enumerate(self._own["rows"]):
            right = self._right - (beside if number < rows_beside else 0)
            wide = (right - _MARGIN) / len(keys)
            for place, key in enumerate(keys):
                self._field(key, (_MARGIN + place * wide, y), wide)
            ink.rules(
                [(_MARGIN, y - _ROW, right, y - _ROW), (right, y - _ROW, right, y)], DARK, 0.5
            )
            y -= _ROW
        first = self._right - beside
        ink.rules([(_MARGIN, top, first, top), (_MARGIN, y, _MARGIN, top)], DARK, 0.5)
        if beside:
            below = top - rows_beside * _ROW
            ink.rules([(first, below, self._right, below)], DARK, 0.5)
            self._photo(top)
        return y

    def _field(self, key: str, at: tuple[float, float], wide: float) -> None:
        ink, (x, top) = self._ink, at
        if key == "handed":
            base = top - _ROW / 2 - _TYPE * fonts.CAP_HEIGHT / 2
            ink.text(x + 2 * MM, base, self._titles[key], _TYPE)
            return
        ink.box(x, top - _ROW, (_LABEL, _ROW), TINT)
        base = top - _ROW / 2 - _SMALL * fonts.CAP_HEIGHT / 2
        ink.text(x + 2 * MM, base, self._titles[key], _SMALL, gray=DARK, room=_LABEL - 3 * MM)
        ink.rules([(x + _LABEL, top, x + _LABEL, top - _ROW), (x, top, x, top - _ROW)], HAIR, 0.4)
        room = wide - _LABEL - 4 * MM
        lines, size = [self._values.get(key, "")], _TYPE
        if fonts.width(lines[0], fonts.REGULAR, size) > room * 1.25:
            size = 8.0
            lines = wrap(lines[0], fonts.REGULAR, size, room)[:2]
        step = 3.6 * MM
        y = top - _ROW / 2 - size * fonts.CAP_HEIGHT / 2 + (len(lines) - 1) * step / 2
        for line in lines:
            ink.text(x + _LABEL + 2 * MM, y, line, size, room=room)
            y -= step

    def _photo(self, top: float) -> None:
        wide, high = _PHOTO
        x, bottom = self._right - wide, top - high
        self._ink.frame(x, bottom, (wide, high), thick=0.6)
        y = bottom + high / 2
        for line in self._own["photo"].split("\n"):
            self._ink.text(x + wide / 2, y, line, 8, gray=MIDDLE, anchor=0.5)
            y -= 4 * MM

    def _declared(self, top: float) -> float:
        form, own = self._form, self._own
        said = own["declare"]
        short = form.due - form.paid
        if form.leaving and short.fen > 0:
            said = own["declare_open"].format(amount=short, capitals=short.in_capitals)
        for line in wrap(said, fonts.REGULAR, _TYPE, self._right - _MARGIN):
            self._ink.text(_MARGIN, top, line, _TYPE)
            top -= _LEADING
        return top

    def _signers(self, top: float) -> None:
        ink, own = self._ink, self._own
        half, bottom = (self._right - _MARGIN) / 2 - 3 * MM, top - _BOX
        for x, key in ((_MARGIN, "worker"), (_MARGIN + half + 6 * MM, "employer")):
            ink.frame(x, bottom, (half, _BOX), thick=0.9)
            ink.text(x + 2 * MM, top - 5 * MM, own[key], _SMALL, gray=DARK)
            ink.text(x + 2 * MM, bottom + 3 * MM, own["date"], _SMALL, gray=DARK)
        finger = _MARGIN + half - _PRINT - 2 * MM
        ink.frame(finger, bottom + 6 * MM, (_PRINT, _PRINT), thick=0.5)
        x = _MARGIN + half + 8 * MM
        ink.text(x, bottom + 10 * MM, own["officer"], _SMALL, gray=DARK)
