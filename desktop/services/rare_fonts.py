"""Fonts for rare characters of names: what there is, and one that the office gives."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from desktop.domain.changes import Changes, Outcome, Topic
from desktop.domain.errors import FileTrouble
from desktop.ports.books import OpenBooks
from desktop.ports.fonts import FontChain, FontFacts

FONT_KEY = "rare_font"
FOLDER = "fonts"
_HEAD = 12


class RareFonts:
    """A font given once is kept beside the books, so that nobody needs the stick it came on."""

    def __init__(
        self,
        *,
        books: OpenBooks,
        reads: OpenBooks,
        chain: FontChain,
        folder: Path,
        write: Callable[[Path, bytes], None],
    ) -> None:
        """Keep what is needed.

        Args:
            books: opens units of work that write.
            reads: opens units of work that read.
            chain: the fonts of the printing room.
            folder: the office folder; the font goes to its `fonts`.
            write: writes a file whole or not at all.
        """
        self._books = books
        self._reads = reads
        self._chain = chain
        self._folder = folder / FOLDER
        self._write = write

    def start(self) -> None:
        """Take the office's font into the chain when the books are opened."""
        self._chain.use(self.given())

    def given(self) -> Path | None:
        """Return the font that the office has given; None when it has not, or it is gone."""
        with self._reads() as books:
            name = books.people.office().settings.get(FONT_KEY, "")
        path = self._folder / name
        return path if name and path.is_file() else None

    def give(self, path: Path) -> Outcome[FontFacts]:
        """Check a font, copy it beside the books, print with it from now on.

        Raises:
            FontRefused: no TrueType outlines, not to be embedded, damaged, nothing new in it.
            FileTrouble, DiskFull: as named; the former font stays.
        """
        facts = self._chain.inspect(path)
        try:
            content = path.read_bytes()
        except OSError as error:
            raise FileTrouble(path=str(path), detail=error.strerror or "") from error
        digest = hashlib.sha256(content).hexdigest()
        name = f"{digest[:_HEAD]}{path.suffix.lower()}"
        self._write(self._folder / name, content)
        self._set(name, digest)
        self._chain.use(self._folder / name)
        return Outcome(replace(facts, path=self._folder / name), Changes.of(Topic.OFFICE))

    def remove(self) -> Outcome[None]:
        """Print without the office's font."""
        former = self.given()
        self._set("", "")
        self._chain.use(None)
        if former is not None:
            with suppress(OSError):  # a font that is shown just now goes another day
                former.unlink()
        return Outcome(None, Changes.of(Topic.OFFICE))

    def chain(self) -> tuple[FontFacts, ...]:
        """Describe every font of the chain, ours first."""
        return self._chain.chain()

    def files(self) -> tuple[Path, ...]:
        """Return the fonts behind ours, which the window draws with too."""
        return self._chain.files()

    def missing(self, text: str) -> tuple[str, ...]:
        """Return the characters of a text that no font of the chain can draw."""
        return self._chain.missing(text)

    def _set(self, name: str, digest: str) -> None:
        with self._books() as books:
            record = books.people.office()
            books.people.put_office(replace(record, settings={**record.settings, FONT_KEY: name}))
            books.journal.write("office.font", name, digest=digest[:_HEAD])
            books.commit()
