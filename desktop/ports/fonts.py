"""The fonts that paper is printed in: ours first, then one for rare characters."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol


@dataclass(frozen=True, slots=True)
class FontFacts:
    """A font of the chain."""

    path: Path
    family: str
    characters: int
    """How many characters it can draw."""
    rare: int
    """How many of them lie beyond the Basic Multilingual Plane (Ext-B and later)."""


class FontChain(Protocol):
    """Fonts in the order in which a character is looked for."""

    def inspect(self, path: Path) -> FontFacts:
        """Judge a font file that a person gives.

        Raises:
            FontRefused: no TrueType outlines, not to be embedded, damaged, nothing new in it.
            FileTrouble: it cannot be read.
        """

    def use(self, path: Path | None) -> None:
        """Print with the office's own font for rare characters, or only with the system's."""

    def files(self) -> tuple[Path, ...]:
        """Return the fonts behind ours, in order; those that are there."""

    def chain(self) -> tuple[FontFacts, ...]:
        """Describe every font of the chain, ours first."""

    def missing(self, text: str) -> tuple[str, ...]:
        """Return the characters that no font of the chain can draw, each once."""
