"""Finding a worker of the whole office by whatever is at hand: name, initials, any number's end."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace

from desktop.domain import identity
from desktop.ports.books import OpenBooks
from desktop.ports.clock import Clock
from desktop.ports.views import FoundWorker

_NUMBER = re.compile(r"[0-9]+X?")
LONGEST = 100
"""Characters that can still be a name or a number; nobody is looked for by a whole page."""


def wanted(text: str) -> str:
    """Write what somebody typed as the books write it: digits without blanks, names with dots."""
    seen = "".join(sign for sign in text if sign.isprintable())
    plain = identity.normalise_id(unicodedata.normalize("NFKC", seen))
    number = identity.normalise_phone(plain).replace("-", "")
    return number if _NUMBER.fullmatch(number) else identity.normalise_name(seen)


class Search:
    """Search everywhere."""

    def __init__(self, *, reads: OpenBooks, clock: Clock) -> None:
        self._reads = reads
        self._clock = clock

    def find(self, text: str, limit: int = 20) -> tuple[FoundWorker, ...]:
        """Find workers by name, initials of any reading, phone or the end of a number.

        A part of the name or three digits of the phone are enough; of initials it is the
        beginning, of an identity or card number the last four signs or more.
        """
        if len(text) > LONGEST:
            return ()
        with self._reads() as books:
            found = books.views.search(wanted(text), limit)
        today = self._clock.today()
        return tuple(
            replace(one, on_site=True) if one.exit is not None and one.exit >= today else one
            for one in found
        )
