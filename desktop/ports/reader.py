"""A reader of identity cards on a serial line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from desktop.domain.id_card import IdCard
from desktop.domain.progress import SILENT, Progress

SPEEDS = (115200, 57600, 38400, 19200, 9600)
"""Bits a second that readers can be set to; they leave the factory at the first."""


@dataclass(frozen=True, slots=True)
class PortName:
    """A serial port of this machine."""

    name: str
    """What is opened: COM3, /dev/ttyUSB0."""
    title: str
    """What the system calls the device behind it."""


@dataclass(frozen=True, slots=True)
class ReaderState:
    """What a reader says of itself."""

    port: str
    sam_id: str
    """Number of its security module: 05.01-20231201-0001234567-0000098765."""
    was_reset: bool = False
    """Whether its self-test failed at first and it had to be reset."""


class CardReader(Protocol):
    """Speaks with a reader; touches no books and may be called on runner threads."""

    def ports(self) -> tuple[PortName, ...]:
        """List the serial ports of this machine."""

    def read(
        self, port: str, wait_s: float, progress: Progress = SILENT, *, speed: int = SPEEDS[0]
    ) -> IdCard:
        """Wait for a card and read it.

        Args:
            port: name of the serial port.
            wait_s: how long to wait for a card, seconds.
            progress: told of every look for a card; may stop the waiting.
            speed: bits a second.

        Raises:
            PortMissing, PortBusy, NoCard, ReaderTrouble: as named.
            Cancelled: the person stopped the waiting.
        """

    def examine(self, port: str, *, speed: int = SPEEDS[0]) -> ReaderState:
        """Ask the reader how it is, and reset it when its self-test failed.

        Raises:
            PortMissing, PortBusy, ReaderTrouble: as named.
        """
