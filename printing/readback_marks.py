"""Four small corner marks of a wage sheet's page: drawn with it, found again in its picture."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import dist, hypot

from PIL import Image, ImageChops, ImageFilter

from desktop.ports.paper import PaperSize
from printing import qr
from printing.page import MM
from printing.readback_plane import Likeness, Plane, Spot
from printing.wage_frame import QR_MM
from printing.wage_layout import MARK_MM, Layout, layout

_COARSE = 75 / 72
"""Pixels a point at which marks are looked for."""
_INSIDE, _AROUND = 3, 8
"""Half sides of the squares compared there: within the mark, and with as much white around it."""
_CLEAR = 70
"""Gray levels by which a mark must be darker than its surroundings."""
_NEAR, _FAR = 9 * MM, 26 * MM
"""How far from where the code alone puts them marks may lie: flat scans, photographs."""
_OFF = 1.6 * MM
"""Points by which the code may lie elsewhere than the marks say."""
_WINDOW = 2.1 * MM
_SIZES = (PaperSize.A4, PaperSize.A3)


def place(gray: Image.Image, text: str, corners: Sequence[Spot]) -> tuple[PaperSize, Plane] | None:
    """Return a page's size and the map from its points to the picture's pixels.

    Args:
        gray: the picture.
        text: what the page's code says.
        corners: of the code's modules: top left, top right, bottom right, bottom left, pixels.
    """
    found: list[tuple[float, PaperSize, Plane]] = []
    for size in _SIZES:
        place_of = layout(size)
        code = _code_corners(place_of, text)
        first = Likeness.through(code, corners)
        if first.scale <= 0:
            continue
        seen = _Seen(gray, first)
        for reach in (_NEAR, _FAR):
            plane = _plane(seen, place_of, reach)
            off = _off(plane, code, corners, first.scale)
            if plane is not None and off < _OFF:
                found.append((off, size, plane))
                break
    if not found:
        return None
    _, size, plane = min(found, key=lambda one: one[0])
    return size, plane


class _Seen:
    """A picture coarsely, for looking around, and finely, for measuring."""

    def __init__(self, gray: Image.Image, first: Likeness) -> None:
        self.gray, self.first = gray, first
        self.k = _COARSE / first.scale
        size = max(1, round(gray.width * self.k)), max(1, round(gray.height * self.k))
        coarse = gray.resize(size, Image.Resampling.BOX if self.k < 1 else Image.Resampling.BICUBIC)
        inside = coarse.filter(ImageFilter.BoxBlur(_INSIDE))
        around = coarse.filter(ImageFilter.BoxBlur(_AROUND))
        self.dots = ImageChops.subtract(around, inside)

    def near(self, spot: Spot, reach: float) -> Spot | None:
        """Return the mark within so many points of a pixel, None where there is none."""
        x, y, r = spot[0] * self.k, spot[1] * self.k, reach * _COARSE
        left, top = max(0, round(x - r)), max(0, round(y - r))
        right, low = min(self.dots.width, round(x + r)), min(self.dots.height, round(y + r))
        if right - left < _AROUND or low - top < _AROUND:
            return None
        part = self.dots.crop((left, top, right, low))
        most = int(part.getextrema()[1])  # type: ignore[arg-type]
        if most < _CLEAR:
            return None
        box = part.point([255 if level >= most else 0 for level in range(256)]).getbbox()
        if box is None:
            return None
        at = left + (box[0] + box[2]) / 2, top + (box[1] + box[3]) / 2
        return self._measured((at[0] / self.k, at[1] / self.k))

    def _measured(self, spot: Spot) -> Spot:
        """Return the middle of the dark around a pixel."""
        r = _WINDOW * self.first.scale
        for _ in range(2):
            left, top = round(spot[0] - r), round(spot[1] - r)
            part = self.gray.crop((left, top, round(spot[0] + r), round(spot[1] + r)))
            low, high = part.getextrema()
            half = (int(low) + int(high)) / 2  # type: ignore[arg-type]
            dark = part.point([255 if level < half else 0 for level in range(256)])
            across = dark.resize((dark.width, 1), Image.Resampling.BOX).tobytes()
            down = dark.resize((1, dark.height), Image.Resampling.BOX).tobytes()
            spot = left + _middle(across), top + _middle(down)
        return spot


def _plane(seen: _Seen, place_of: Layout, reach: float) -> Plane | None:
    """Find the marks, each helped by those before it: the nearest to the code first."""
    spots = place_of.marks
    right_top = seen.near(seen.first.at(spots["right_top"]), min(reach, _NEAR))
    if right_top is None:
        return None
    first = seen.first.at(spots["right_top"])
    drift = right_top[0] - first[0], right_top[1] - first[1]
    found = {"right_top": right_top}
    for key in ("right_bottom", "left_top"):
        x, y = seen.first.at(spots[key])
        mark = seen.near((x + drift[0], y + drift[1]), reach)
        if mark is None:
            return None
        found[key] = mark
    x = found["right_bottom"][0] + found["left_top"][0] - right_top[0]
    y = found["right_bottom"][1] + found["left_top"][1] - right_top[1]
    last = seen.near((x, y), reach)
    if last is None:
        return None
    found["left_bottom"] = last
    return _through(spots, found)


def _through(spots: Mapping[str, Spot], found: Mapping[str, Spot]) -> Plane | None:
    try:
        return Plane.through([spots[key] for key in found], list(found.values()))
    except ValueError:
        return None


def _off(plane: Plane | None, code: Sequence[Spot], corners: Sequence[Spot], scale: float) -> float:
    """Return how far the code lies from where the marks put it, points."""
    if plane is None:
        return hypot(*code[0])
    return max(dist(plane.at(a), b) for a, b in zip(code, corners, strict=True)) / scale


def _code_corners(place_of: Layout, text: str) -> list[Spot]:
    """Return the corners of a code's modules on the page, points."""
    made = qr.symbol(text)
    quiet = QR_MM * MM / made.modules * qr.QUIET
    left, right = place_of.right - QR_MM * MM + quiet, place_of.right - quiet
    top, low = place_of.top - quiet, place_of.top - QR_MM * MM + quiet
    return [(left, top), (right, top), (right, low), (left, low)]


def _middle(weights: bytes) -> float:
    whole = sum(weights)
    if not whole:
        return len(weights) / 2
    return sum((place + 0.5) * weight for place, weight in enumerate(weights)) / whole


__all__ = ["MARK_MM", "place"]
