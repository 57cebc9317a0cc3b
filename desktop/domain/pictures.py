"""A picture from a camera or a file, made harmless, and the part of it that is kept."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

from desktop.domain.likeness import LikenessKind

MOST_PIXELS = 40_000_000
"""A picture of more is refused before it is unpacked (G43)."""
PHOTO_RATIO = Fraction(358, 441)
"""Width to height of the photo on the identity card (GA 461)."""
CARD_RATIO = Fraction(856, 540)
"""Width to height of the card itself (ID-1: 85.6 × 54.0 mm)."""
PHOTO_SIZE = (358, 441)
PHOTO_TEXT = 50 * 1024
"""Most characters of a photo as Base64 text, which is how platforms take it."""
CARD_SIZE = (1344, 848)
"""Pixels of a copy of a card: 400 to the inch, a photocopier's sharpness."""


@dataclass(frozen=True, slots=True)
class Crop:
    """The part that is kept, in pixels of the picture."""

    left: int
    top: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Picture:
    """A foreign picture after the child process: upright, re-encoded, nothing but pixels."""

    jpeg: bytes = field(repr=False)
    width: int
    height: int
    removed: tuple[str, ...] = ()
    """What was cut off with the original: keys of the phrases [removed]."""


def ratio_of(kind: LikenessKind) -> Fraction:
    """Return the width to height of what is kept of a kind."""
    return PHOTO_RATIO if kind is LikenessKind.PHOTO else CARD_RATIO


def middle(width: int, height: int, ratio: Fraction) -> Crop:
    """Return the largest part of that ratio in the middle of a picture."""
    wide = min(width, int(height * ratio))
    high = min(height, int(width / ratio))
    return Crop((width - wide) // 2, (height - high) // 2, max(wide, 1), max(high, 1))
