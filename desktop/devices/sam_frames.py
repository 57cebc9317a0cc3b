"""Frames of the security module (SAM_V, GA 450 class) in readers of identity cards.

AA AA AA 96 69 | LEN hi lo | body | CHK. LEN counts the body and CHK; CHK is the XOR of everything
after the preamble but itself. A request's body is command, parameter, data; an answer's is two
zero bytes, the status, data.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from operator import xor

PREAMBLE = bytes.fromhex("AA AA AA 96 69")
_LENGTH = 2
_LEAST = 4
"""Bytes after LEN of the shortest answer: two zeros, status, checksum."""
_MOST = 0x0A00
"""Beyond the longest answer (text, photo, fingerprint: 0x090A); more is a damaged length."""

RESET = (0x10, 0xFF)
STATUS = (0x11, 0xFF)
SAM_ID = (0x12, 0xFF)
FIND = (0x20, 0x01)
SELECT = (0x20, 0x02)
READ = (0x30, 0x01)
"""Text and photo."""

OK, FOUND, NO_CARD = 0x90, 0x9F, 0x80
SELF_TEST = 0x60
CAUSES = {
    0x10: "asked-checksum",
    0x11: "asked-length",
    0x21: "asked-command",
    0x24: "asked-command",
    0x31: "sam-authentication",
    0x32: "sam-authentication",
    0x33: "card-verify",
    0x40: "card-type",
    0x41: "card-read",
    0x47: "sam-random",
    0x60: "sam-self-test",
    0x66: "sam-unauthorised",
    0x80: "card-gone",
    0x81: "card-select",
    0x91: "card-empty",
}
"""Status → cause, a key of resources/words/phrases.toml [facts] "cause-…"."""
UNKNOWN_STATUS = "status-unknown"


@dataclass(frozen=True, slots=True)
class Answer:
    """A whole answer whose checksum holds."""

    status: int
    data: bytes

    @property
    def cause(self) -> str:
        """Return why this is not what was asked for."""
        return CAUSES.get(self.status, UNKNOWN_STATUS)


def request(command: tuple[int, int], data: bytes = b"") -> bytes:
    """Return the frame of a command."""
    body = bytes(command) + data
    counted = (len(body) + 1).to_bytes(_LENGTH, "big") + body
    return PREAMBLE + counted + bytes([checksum(counted)])


def checksum(counted: Iterable[int]) -> int:
    """Return the XOR of LEN and body."""
    return reduce(xor, counted, 0)


class Receiver:
    """Picks the answer out of what comes over the line, whatever lies before it."""

    def __init__(self) -> None:
        self._held = bytearray()
        self.damaged = False
        """Whether a frame came whose checksum or length does not hold."""

    @property
    def begun(self) -> bool:
        """Whether a frame has begun and is not whole yet."""
        return self._held.startswith(PREAMBLE)

    def feed(self, piece: bytes) -> Answer | None:
        """Take what came; returns the first whole answer."""
        self._held += piece
        while self._find():
            head = len(PREAMBLE) + _LENGTH
            if len(self._held) < head:
                return None
            length = int.from_bytes(self._held[len(PREAMBLE) : head], "big")
            if _LEAST <= length <= _MOST:
                if len(self._held) < head + length:
                    return None
                frame = bytes(self._held[len(PREAMBLE) : head + length])
                if checksum(frame[:-1]) == frame[-1]:
                    del self._held[: head + length]
                    return Answer(frame[_LENGTH + 2], frame[_LENGTH + 3 : -1])
            self.damaged = True
            del self._held[0]
        return None

    def give_up(self) -> Answer | None:
        """Take it that the frame at hand never ends; an answer may still lie behind its head."""
        while self.begun:
            del self._held[0]
            if (answer := self.feed(b"")) is not None:
                return answer
        return None

    def _find(self) -> bool:
        """Drop what lies before a preamble; False when there is none yet."""
        place = self._held.find(PREAMBLE)
        if place < 0:
            del self._held[: max(len(self._held) - len(PREAMBLE) + 1, 0)]
            return False
        del self._held[:place]
        return True
