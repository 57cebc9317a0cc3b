"""The chain of embedded fonts: extracting right, loud about a missing glyph.

Noto Sans SC draws GB 18030-2022 up to its second level; what it lacks is drawn, character by
character, by the fonts behind it (printing/font_files). To ReportLab the whole chain is one font,
so that every printable has it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cache, lru_cache
from io import BytesIO
from itertools import groupby
from pathlib import Path
from threading import Lock
from typing import Any, cast

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics, ttfonts

import resources
from desktop.domain.errors import FontRefused, Refused
from desktop.domain.findings import Code, Finding, Level
from desktop.ports.fonts import FontFacts
from printing import font_files

REGULAR = "AnxinSC"
BOLD = "AnxinSC-Bold"
CAP_HEIGHT = 0.733
"""Height of a capital or figure over the baseline, in font sizes (OS/2 table)."""
_FILES = {REGULAR: "fonts/NotoSansSC-Regular.ttf", BOLD: "fonts/NotoSansSC-Bold.ttf"}
_BLOCK = 100
_PLANE = 0xFFFF
_lock = Lock()


class _Chain(ttfonts.TTFont):  # type: ignore[misc]
    """Our font with others behind it for what it lacks; those are loaded when one is missing."""

    def __init__(self, name: str, content: BytesIO) -> None:
        super().__init__(name, content, shapable=False)
        self.known = frozenset(self.face.charToGlyph)

    def runs(self, text: str) -> Iterator[tuple[int, str]]:
        """Cut a text by who draws it: 0 for this font, n for the n-th behind it."""
        for number, run in groupby(text, self._drawn_by):
            yield number, "".join(run)

    def splitString(self, text: str, doc: Any, encoding: str = "utf-8") -> list[Any]:  # noqa: ANN401, N802
        """Cut a text by fonts and their subsets."""
        if self.known.issuperset(map(ord, text)):
            return cast("list[Any]", super().splitString(text, doc, encoding))
        found: list[Any] = []
        for number, run in self.runs(text):
            if number:
                parts = behind()[number - 1].splitString(run, doc, encoding)
                found += [((number, subset), raw) for subset, raw in parts]
            else:
                found += super().splitString(run, doc, encoding)
        return found

    def getSubsetInternalName(self, subset: Any, doc: Any) -> str:  # noqa: ANN401, N802
        """Return the name by which the page calls a subset of this font or of one behind it."""
        if isinstance(subset, tuple):
            number, own = subset
            return cast("str", behind()[number - 1].getSubsetInternalName(own, doc))
        return cast("str", super().getSubsetInternalName(subset, doc))

    def stringWidth(self, text: str, size: float, encoding: str = "utf8") -> float:  # noqa: N802
        """Return the advance of a text in points."""
        if self.known.issuperset(map(ord, text)):
            return cast("float", super().stringWidth(text, size, encoding))
        total = 0.0
        for number, run in self.runs(text):
            if number:
                total += behind()[number - 1].stringWidth(run, size, encoding)
            else:
                total += super().stringWidth(run, size, encoding)
        return total

    def _drawn_by(self, char: str) -> int:
        point = ord(char)
        if point in self.known:
            return 0
        rest = enumerate(behind(), 1)
        return next((number for number, font in rest if point in font.face.charToGlyph), 0)


class _Behind:
    """Fonts behind ours, by their file: one takes a tenth of a second and 40 MB to load."""

    def __init__(self) -> None:
        self.lock = Lock()
        self.turn = -1
        self.loaded: dict[Path, Any] = {}
        self.order: tuple[Path, ...] = ()


_behind = _Behind()


def ready() -> None:
    """Register both weights; safe on every thread, costs nothing the second time."""
    with _lock:
        if BOLD in pdfmetrics.getRegisteredFontNames():
            return
        rl_config.useA85 = 0  # streams stay binary: a fifth smaller, and faster
        ttfonts.makeToUnicodeCMap = _to_unicode
        for name, file in _FILES.items():
            content = BytesIO(resources.path(file).read_bytes())
            pdfmetrics.registerFont(_Chain(name, content))


def behind() -> tuple[Any, ...]:
    """Return the fonts behind ours; one that has become unreadable is left out."""
    with _behind.lock:
        turn = font_files.turn()
        if _behind.turn != turn:
            for number, path in enumerate(font_files.files(), len(_behind.loaded) + 1):
                if path not in _behind.loaded:
                    with suppress(FontRefused):
                        _behind.loaded[path] = load(f"AnxinRare{number}", path)
            wanted = font_files.files()
            _behind.order = tuple(path for path in wanted if path in _behind.loaded)
            _behind.turn = turn
            width.cache_clear()
        return tuple(_behind.loaded[path] for path in _behind.order)


def load(name: str, path: Path) -> Any:  # noqa: ANN401 - ReportLab has no stubs
    """Load a TrueType font.

    Raises:
        FontRefused: its tables make no sense.
    """
    try:
        return ttfonts.TTFont(name, str(path), shapable=False)
    except Exception as error:  # whatever is wrong inside, the parser stumbles in its own way
        raise font_files.refused(path, "font-damaged") from error


def points(font: Any) -> frozenset[int]:  # noqa: ANN401
    """Return the code points that a font draws; the end mark of its table is none."""
    return frozenset(font.face.charToGlyph) - {_PLANE}


def facts(font: Any, path: Path) -> FontFacts:  # noqa: ANN401
    """Describe a loaded font."""
    drawn = points(font)
    name = font.face.name
    family = name.decode("latin-1") if isinstance(name, bytes) else str(name)
    return FontFacts(path, family, len(drawn), sum(point > _PLANE for point in drawn))


def own_characters() -> frozenset[int]:
    """Return the code points that our own font draws in both weights."""
    ready()
    regular, bold = (pdfmetrics.getFont(name).known for name in _FILES)
    return frozenset(regular & bold)


def chain() -> tuple[FontFacts, ...]:
    """Describe the fonts, ours first."""
    ready()
    own = facts(pdfmetrics.getFont(REGULAR), Path(_FILES[REGULAR]))
    rest = zip(behind(), _behind.order, strict=True)
    return (own, *(facts(font, path) for font, path in rest))


@lru_cache(maxsize=32_768)
def width(text: str, font: str, size: float) -> float:
    """Return the advance of a text in points."""
    return cast("float", pdfmetrics.stringWidth(text, font, size))


def missing(text: str) -> tuple[str, ...]:
    """Return the characters of a text that no font of the chain can draw, each once."""
    lacking = dict.fromkeys(char for char in text if ord(char) not in _known())
    return tuple(
        char for char in lacking if not any(ord(char) in font.face.charToGlyph for font in behind())
    )


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
    return own_characters()


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
