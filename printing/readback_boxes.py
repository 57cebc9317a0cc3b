"""What a signature box holds: its ruling found and taken away, the ink that is left measured."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from statistics import median_low

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from desktop.ports.paper import PaperSize
from desktop.ports.scans import BoxPlace, ReadBox, Verdict
from printing.readback import STRIP_DPI, strip_box

_K = STRIP_DPI / 72
_MM = STRIP_DPI / 25.4
"""Pixels a millimetre."""
_REACH = round(0.9 * _MM)
"""Pixels by which a box may lie beside where the marks put it."""
_BESIDE = 4
"""Pixels from a rule to the white beside it."""
_RIDGE = 11
"""Gray levels by which both rules of a box must be darker than what is beside them."""
_ENOUGH = 0.6
"""Share of a page's boxes whose ruling must be found for the page to count as placed."""
_INSET = round(0.5 * _MM)
"""Taken off at every side of a box together with its rule."""
_INK = 0.80
"""Ink is darker than this share of the paper."""
_RIM = round(0.9 * _MM)
"""What lies only this near to the box's edge came in from a neighbour."""
_SURE_MM2, _NOTHING_MM2 = 3.0, 0.35
_SURE_MM = 4.0
"""A signature has at least so much ink and reaches so far; less than nothing is dust."""
_MARGIN = round(1.0 * _MM)


@dataclass(frozen=True, slots=True)
class Judged:
    """The boxes of a page, and whether their ruling lies where it was printed."""

    boxes: tuple[ReadBox, ...]
    is_placed: bool


def judge(colours: Image.Image, size: PaperSize, places: Sequence[BoxPlace]) -> Judged:
    """Judge the signature boxes of one page.

    Args:
        colours: the strip as `readback.work` cut it out.
        size: of the page.
        places: its boxes.
    """
    red, green, blue = colours.split()
    dark = ImageChops.darker(ImageChops.darker(red, green), blue)
    boxes = [_pixels(place, size) for place in places]
    shifts = [_shift(dark, box) for box in boxes]
    seen = [shift for shift in shifts if shift is not None]
    is_placed = not boxes or len(seen) >= _ENOUGH * len(boxes)
    usual = (0, 0)
    if seen:
        usual = median_low([x for x, _ in seen]), median_low([y for _, y in seen])
    clean = dark.filter(ImageFilter.MedianFilter(3))
    read = []
    for place, box, shift in zip(places, boxes, shifts, strict=True):
        at = _moved(box, shift or usual)
        verdict, ink = _ink(clean, at, round(place.printed * _K))
        read.append(
            ReadBox(
                place.line,
                verdict if is_placed else Verdict.DOUBTFUL,
                round(ink, 2),
                _picture(colours, at),
            )
        )
    return Judged(tuple(read), is_placed)


_Box = tuple[int, int, int, int]


def _pixels(place: BoxPlace, size: PaperSize) -> _Box:
    left, _, _, top = strip_box(size)
    x, y = (place.x - left) * _K, (top - place.y - place.height) * _K
    return round(x), round(y), round(x + place.width * _K), round(y + place.height * _K)


def _moved(box: _Box, shift: tuple[int, int]) -> _Box:
    x, y = shift
    return box[0] + x, box[1] + y, box[2] + x, box[3] + y


def _shift(dark: Image.Image, box: _Box) -> tuple[int, int] | None:
    """Return by how many pixels a box's ruling lies beside its place, None where it is not."""
    left, top, right, low = box
    room = _REACH + _BESIDE
    down = dark.crop((left + _INSET, top - room, right - _INSET, low + room))
    across = dark.crop((left - room, top + _INSET, right + room, low - _INSET))
    y = _offset(down.resize((1, down.height), Image.Resampling.BOX).tobytes(), low - top)
    x = _offset(across.resize((across.width, 1), Image.Resampling.BOX).tobytes(), right - left)
    return None if x is None or y is None else (x, y)


def _offset(levels: bytes, apart: int) -> int | None:
    """Return where two rules so many pixels apart lie in a profile, from its middle."""
    best, most = None, 0.0
    for shift in range(-_REACH, _REACH + 1):
        first = _REACH + _BESIDE + shift
        for spread in (-1, 0, 1):
            own = _ridge(levels, first), _ridge(levels, first + apart + spread)
            if min(own) >= _RIDGE and sum(own) - abs(shift) > most:
                best, most = shift, sum(own) - abs(shift)
    return best


def _ridge(levels: bytes, place: int) -> float:
    if place < _BESIDE or place + _BESIDE >= len(levels):
        return 0.0
    beside = min(levels[place - _BESIDE], levels[place + _BESIDE])
    return beside - levels[place]


def _ink(clean: Image.Image, box: _Box, printed: int) -> tuple[Verdict, float]:
    """Return what a box's ink says, and how much there is (mm²)."""
    left, top, right, low = box
    start = left + max(_INSET, printed + _INSET if printed else 0)
    if start >= right - _INSET:
        return Verdict.DOUBTFUL, 0.0
    part = clean.crop((start, top + _INSET, right - _INSET, low - _INSET))
    white = _paper(clean.crop((left - _MARGIN, top - _MARGIN, right + _MARGIN, low + _MARGIN)))
    ink = part.point([255 if level < white * _INK else 0 for level in range(256)])
    reach = ink.getbbox()
    area = ink.histogram()[255] / _MM**2
    if reach is None or area < _NOTHING_MM2:
        return Verdict.EMPTY, area
    far = max(reach[2] - reach[0], reach[3] - reach[1]) / _MM
    core = _within(ink)
    if area >= _SURE_MM2 and far >= _SURE_MM and core >= max(_SURE_MM2, area / 3):
        return Verdict.FILLED, area
    return Verdict.DOUBTFUL, area


def _within(ink: Image.Image) -> float:
    """Return the ink away from the edges (mm²)."""
    core = ink.copy()
    wide, high = core.size
    ImageDraw.Draw(core).rectangle((0, 0, wide - 1, high - 1), outline=0, width=_RIM)
    return core.histogram()[255] / _MM**2


def _paper(around: Image.Image) -> int:
    """Return the gray of the paper: what the lightest fifth of the surroundings is darker than."""
    left = around.width * around.height // 5
    for level, count in reversed(list(enumerate(around.histogram()))):
        left -= count
        if left <= 0:
            return level
    return 0


def _picture(colours: Image.Image, box: _Box) -> bytes:
    """Return the box with a little around it as JPEG."""
    left, top, right, low = box
    part = colours.crop((left - _MARGIN, top - _MARGIN, right + _MARGIN, low + _MARGIN))
    out = BytesIO()
    part.save(out, "JPEG", quality=70)
    return out.getvalue()
