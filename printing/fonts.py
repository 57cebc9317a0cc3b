"""Embedded Noto Sans SC: registered once, extracting right, loud about a missing glyph."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache
from io import BytesIO
from threading import Lock
from typing import cast

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics, ttfonts

import resources
from desktop.domain.errors import Refused
from desktop.domain.findings import Code, Finding, Level

REGULAR = "AnxinSC"
BOLD = "AnxinSC-Bold"
CAP_HEIGHT = 0.733
"""Height of a capital or figure over the baseline, in font sizes (OS/2 table)."""
_FILES = {REGULAR: "fonts/NotoSansSC-Regular.ttf", BOLD: "fonts/NotoSansSC-Bold.ttf"}
_BLOCK = 100
_lock = Lock()


def ready() -> None:
    """Register both weights; safe on every thread, costs nothing the second time."""
    with _lock:
        if BOLD in pdfmetrics.getRegisteredFontNames():
            return
        rl_config.useA85 = 0  # streams stay binary: a fifth smaller, and faster
        ttfonts.makeToUnicodeCMap = _to_unicode
        for name, file in _FILES.items():
            content = BytesIO(resources.path(file).read_bytes())
            pdfmetrics.registerFont(ttfonts.TTFont(name, content, shapable=False))


@lru_cache(maxsize=32_768)
def width(text: str, font: str, size: float) -> float:
    """Return the advance of a text in points."""
    return cast("float", pdfmetrics.stringWidth(text, font, size))


def missing(text: str) -> tuple[str, ...]:
    """Return the characters of a text that the font cannot draw, each once, in order."""
    known = _known()
    return tuple(dict.fromkeys(char for char in text if ord(char) not in known))


def require(texts: Iterable[tuple[str, str]]) -> None:
    """Refuse texts that cannot be drawn.

    Args:
        texts: (whom or what the text concerns, the text).

    Raises:
        Refused: GLYPH_MISSING, one finding for each subject and character.
    """
    found: dict[tuple[str, str], Finding] = {}
    for subject, text in texts:
        for char in missing(text):
            facts = {"character": char, "codepoint": f"U+{ord(char):04X}", "text": text}
            found.setdefault(
                (subject, char),
                Finding(Code.GLYPH_MISSING, Level.STOP, subject=subject, facts=facts),
            )
    if found:
        raise Refused(tuple(found.values()))


@cache
def _known() -> frozenset[int]:
    ready()
    regular, bold = (pdfmetrics.getFont(name).face.charToGlyph for name in _FILES)
    return frozenset(regular).intersection(bold)


def _to_unicode(name: str, subset: list[int]) -> str:
    """Map glyph codes to UTF-16; ReportLab's own map breaks characters above U+FFFF."""
    rows = [
        f"<{code:02X}> <{chr(point).encode('utf-16-be').hex().upper()}>"
        for code, point in enumerate(subset)
        if point
    ]
    out = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        f"/CIDSystemInfo << /Registry ({name}) /Ordering ({name}) /Supplement 0 >> def",
        f"/CMapName /{name} def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        "<00> <FF>",
        "endcodespacerange",
    ]
    for start in range(0, len(rows), _BLOCK):
        part = rows[start : start + _BLOCK]
        out += [f"{len(part)} beginbfchar", *part, "endbfchar"]
    out += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    return "\n".join(out)
