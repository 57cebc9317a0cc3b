"""The chain of fonts as the services see it; implements desktop.ports.fonts."""

from __future__ import annotations

from pathlib import Path

from desktop.ports.fonts import FontFacts
from printing import font_files


class PdfFonts:
    """Judges, takes in and names fonts; the drawing library is loaded only where it must be."""

    def inspect(self, path: Path) -> FontFacts:
        """Judge a font file that a person gives. Raises FontRefused, FileTrouble."""
        from printing import fonts  # noqa: PLC0415 - 0.15 s

        font_files.check(path)
        font = fonts.load("AnxinGiven", path)
        if fonts.own_characters().issuperset(fonts.points(font)):
            raise font_files.refused(path, "font-empty")
        return fonts.facts(font, path)

    def use(self, path: Path | None) -> None:
        """Print with the office's own font for rare characters, or only with the system's."""
        font_files.use(path)

    def files(self) -> tuple[Path, ...]:
        """Return the fonts behind ours, in order; those that are there."""
        return font_files.files()

    def chain(self) -> tuple[FontFacts, ...]:
        """Describe every font of the chain, ours first."""
        from printing import fonts  # noqa: PLC0415

        return fonts.chain()

    def missing(self, text: str) -> tuple[str, ...]:
        """Return the characters that no font of the chain can draw, each once."""
        from printing import fonts  # noqa: PLC0415

        return fonts.missing(text)
