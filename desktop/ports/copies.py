"""Safe copies of the books: made, checked, restored; encrypted with the books' own key."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol


@dataclass(frozen=True, slots=True)
class CopyReport:
    """What a copy was found to hold when it was opened and checked."""

    path: Path
    size: int
    """Bytes of the copy's file."""
    sha256: str
    """Of the encrypted books inside, hex."""
    revision: str
    rows: int
    """Rows of all tables together."""
    journal_entries: int
    journal_head: str
    """MAC of the newest journal entry, empty when there is none."""


class Copies(Protocol):
    """Makes and checks copies of the books that are open."""

    def make(self, target: Path) -> CopyReport:
        """Write a copy with its key file, open it again, compare it, and only then name it.

        Raises:
            BooksExist: the target is there already.
            BooksDamaged: the copy is not what was copied; nothing is left behind.
            DiskFull, FileTrouble: as named; nothing is left behind.
        """

    def verify(self, path: Path) -> CopyReport:
        """Open a copy and check every page, every reference and the journal's chain.

        Raises:
            BooksMissing, BooksDamaged, WrongKey: as named.
        """
