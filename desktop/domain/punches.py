"""Raw punches of a file, eight bytes each: a million of them are no million objects."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator
from typing import Self

PunchRow = tuple[str, int, int, int]
"""(device number, epoch second UTC, status as the device wrote it, verify method)."""

SECOND_AT = 20
"""Bit at which the epoch second begins in a packed punch."""
STATUS_AT = 10
SMALL = (1 << STATUS_AT) - 1
"""Largest status and verify method that a packed punch holds; devices write at most 999."""


def pack(second: int, status: int, verify: int) -> int:
    """Put a punch of a known device number into one integer that sorts by second first."""
    if not (0 <= status <= SMALL and 0 <= verify <= SMALL):
        raise ValueError(status, verify)
    return second << SECOND_AT | status << STATUS_AT | verify


class Punches:
    """Punches by device number; read as rows by number, then second."""

    __slots__ = ("_packed",)

    def __init__(self) -> None:
        self._packed: dict[str, array[int]] = {}

    @classmethod
    def of(cls, rows: Iterable[PunchRow]) -> Self:
        """Gather rows."""
        found = cls()
        for number, second, status, verify in rows:
            found.adder(number)(pack(second, status, verify))
        return found

    def adder(self, number: str) -> Callable[[int], None]:
        """Return what takes packed punches of one device number, in any order."""
        return self._packed.setdefault(number, array("q")).append

    def __len__(self) -> int:
        return sum(map(len, self._packed.values()))

    def __iter__(self) -> Iterator[PunchRow]:
        for number, packed in self.packed():
            for one in packed:
                second, status = one >> SECOND_AT, one >> STATUS_AT & SMALL
                yield number, second, status, one & SMALL

    def packed(self) -> Iterator[tuple[str, list[int]]]:
        """Yield device numbers in their order, each with its packed punches in rising order."""
        for number in sorted(self._packed):
            if own := self._packed[number]:
                yield number, sorted(own)

    def counts(self) -> dict[str, int]:
        """Return how many punches each number has."""
        return {number: len(own) for number, own in sorted(self._packed.items()) if own}

    def seconds(self, number: str) -> set[int]:
        """Return the instants at which a number punched (epoch seconds)."""
        return {one >> SECOND_AT for one in self._packed.get(number, ())}

    def span(self) -> tuple[int, int]:
        """Return the first and the last instant (epoch seconds). Raises ValueError for none."""
        firsts = min(min(own) for own in self._packed.values() if own)
        lasts = max(max(own) for own in self._packed.values() if own)
        return firsts >> SECOND_AT, lasts >> SECOND_AT
