"""How hard a passphrase is to guess, in words; a floor, not a promise."""

from __future__ import annotations

import math
from itertools import pairwise

LEAST = 8
FAIR, STRONG = 45, 65
"""Bits from which a passphrase is fair, and strong."""
INK = {"short": "red", "weak": "yellow", "fair": "blue", "strong": "green"}
"""Colour of each grade."""
_POOLS = (
    (str.isdigit, 10),
    (lambda sign: sign.isascii() and sign.islower(), 26),
    (lambda sign: sign.isascii() and sign.isupper(), 26),
    (lambda sign: sign.isascii() and not sign.isalnum(), 33),
    (lambda sign: not sign.isascii(), 3_500),
)


def bits(phrase: str) -> float:
    """Estimate the bits of a passphrase: its different signs out of the pools they come from."""
    if not phrase:
        return 0.0
    pool = sum(size for belongs, size in _POOLS if any(belongs(sign) for sign in phrase))
    steps = sum(ord(right) - ord(left) in {-1, 0, 1} for left, right in pairwise(phrase))
    return max(1, len(phrase) - steps) * math.log2(max(pool, 2))


def grade(phrase: str) -> str:
    """Return short, weak, fair or strong."""
    if len(phrase) < LEAST:
        return "short"
    found = bits(phrase)
    if found >= STRONG:
        return "strong"
    return "fair" if found >= FAIR else "weak"
