"""Attendance formats: recognise a device's export and read it into plain tuples."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from desktop.domain.imports import RefusedLine
from desktop.domain.progress import SILENT, Progress
from desktop.domain.punches import Punches

NEVER = 1 << 40
"""An epoch second beyond every calendar."""


@dataclass(frozen=True, slots=True)
class PunchFile:
    """What a format read: lines = punches + refused."""

    lines: int
    punches: Punches
    refused: tuple[RefusedLine, ...]
    """Lines that cannot be read and punches of a device whose clock was reset."""


class AttendanceFormat(Protocol):
    """One device export format; a file in desktop/attendance exposes it as FORMAT."""

    name: str
    """Word for `--format`, e.g. "zkteco-attlog"."""
    title: str
    """Chinese title for people."""

    def recognises(self, head: bytes) -> bool:
        """Tell from the first 4 KiB whether the file is of this format."""

    def read(self, content: bytes, progress: Progress = SILENT, latest: int = NEVER) -> PunchFile:
        """Read a whole file; unreadable lines are kept with their text, never dropped.

        Args:
            content: the file's bytes.
            progress: counts bytes.
            latest: last epoch second that can be true; later punches were stamped by a wrong clock.
        """
