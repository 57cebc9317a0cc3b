"""Small fonts made on the spot: boxes for glyphs, so that nothing is borrowed."""

import io

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen

UNITS = 1000


def _box(pen, inset):
    pen.moveTo((inset, inset))
    pen.lineTo((inset, UNITS - inset))
    pen.lineTo((UNITS - inset, UNITS - inset))
    pen.lineTo((UNITS - inset, inset))
    pen.closePath()
    return pen


def font(characters, *, advance=1000, fs_type=0, cff=False):
    """Return the bytes of a font that draws a box for each of these characters."""
    names = {ord(sign): f"u{ord(sign):05X}" for sign in characters}
    order = [".notdef", *names.values()]
    build = FontBuilder(UNITS, isTTF=not cff)
    build.setupGlyphOrder(order)
    build.setupCharacterMap(names)
    if cff:
        boxes = {name: _box(T2CharStringPen(advance, None), 100).getCharString() for name in order}
        build.setupCFF("Boxes", {"FullName": "Boxes"}, boxes, {})
    else:
        build.setupGlyf({name: _box(TTGlyphPen(None), 100).glyph() for name in order})
    build.setupHorizontalMetrics(dict.fromkeys(order, (advance, 100)))
    build.setupHorizontalHeader(ascent=880, descent=-120)
    build.setupNameTable({"familyName": "Boxes", "styleName": "Regular", "psName": "Boxes"})
    build.setupOS2(sTypoAscender=880, sTypoDescender=-120, fsType=fs_type)
    build.setupPost()
    out = io.BytesIO()
    build.save(out)
    return out.getvalue()
