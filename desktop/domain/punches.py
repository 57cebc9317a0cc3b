"""Raw punches of a file, eight bytes each: a million of them are no million objects.

Every format writes a punch's direction in the codes of ZKTeco's attlog, which are stored:

    0 in (上班)   1 out (下班)   2 out (外出)   3 in (外出返回)   4 in (加班签到)   5 out (加班签退)

Anything else, usually 255, tells no direction and is kept as the device wrote it. Formats that
know only 进 and 出 write 0 and 1. The verify method is the device's own number up to 999; what no
device wrote has a number of ours above that.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from typing import Self

PunchRow = tuple[str, int, int, int]
"""(device number, epoch second UTC, status as the device wrote it, verify method)."""

SECOND_AT = 20
"""Bit at which the epoch second begins in a packed punch."""
STATUS_AT = 10
SMALL = (1 << STATUS_AT) - 1
"""Largest status and verify method that a packed punch holds; devices write at most 999."""

IN, OUT, UNKNOWN = 0, 1, 255
"""Status that a format writes for 进, 出 and for neither."""
UNNAMED, REPAIRED = 1_000, 1_001
"""Verify method of a punch whose source names none, and of one entered afterwards (补刷)."""


class Direction(StrEnum):
    """Which way a punch went through the gate."""

    IN = "in"
    OUT = "out"
    UNKNOWN = "unknown"


_WAYS = {
    0: Direction.IN,
    1: Direction.OUT,
    2: Direction.OUT,
    3: Direction.IN,
    4: Direction.IN,
    5: Direction.OUT,
}


def direction_of(status: int) -> Direction:
    """Return the way that a stored status means."""
    return _WAYS.get(status, Direction.UNKNOWN)


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

    def take(self, number: str, packed: bytes) -> None:
        """Add packed punches of one device number in this machine's own byte order."""
        self._packed.setdefault(number, array("q")).frombytes(packed)

    def as_bytes(self, number: str) -> bytes:
        """Return a number's packed punches in this machine's own byte order."""
        return self._packed[number].tobytes()

    def renamed(self, name_of: Callable[[str], str]) -> Punches:
        """Return the same punches under other numbers; two that become one are one."""
        found = Punches()
        for number, own in self._packed.items():
            found._packed.setdefault(name_of(number), array("q")).extend(own)
        return found

    def without(self, stored: Callable[[str], set[int]]) -> Punches:
        """Return the punches whose instant is not among those stored for their number."""
        found = Punches()
        for number, own in self._packed.items():
            known = stored(number)
            left = [one for one in own if one >> SECOND_AT not in known] if known else own
            if left:
                found._packed[number] = array("q", left)
        return found

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
