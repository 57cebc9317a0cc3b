"""What a page of identity card copies says."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class CardCopy:
    """Both sides of a worker's card, as JPEG; empty where a side is not kept."""

    name: str
    tail: str
    """Last four signs of the identity number, to tell namesakes apart."""
    front: bytes = field(repr=False)
    back: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class CardCopies:
    """Copies to be printed, two to a page, each with what it may be used for."""

    purpose: str
    cards: tuple[CardCopy, ...]
