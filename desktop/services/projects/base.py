"""What the parts of the projects service share."""

from __future__ import annotations

from collections.abc import Callable

from desktop.ports.books import OpenBooks, Seat
from desktop.ports.clock import Clock

SafeCopy = Callable[[str], object]


class ProjectsBase:
    """The books, the clock, and who sits here."""

    def __init__(
        self, *, books: OpenBooks, reads: OpenBooks, clock: Clock, seat: Seat, safe_copy: SafeCopy
    ) -> None:
        self._books = books
        self._reads = reads
        self._clock = clock
        self._seat = seat
        self._safe_copy = safe_copy
