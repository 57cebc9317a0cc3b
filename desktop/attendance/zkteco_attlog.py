"""ZKTeco attlog.dat: PIN right-aligned, TAB, device time, device, status, verify, work code.

Time on the device is Beijing wall time. Status 0 to 5 is a direction, 255 means unknown and is
kept as it is. A device whose clock lost its battery begins again at 2000-01-01; such punches, and
those after `latest`, belong to no known day: they are refused as "clock-reset" with their text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from desktop.domain.attendance import instant
from desktop.domain.findings import Code
from desktop.domain.imports import RefusedLine
from desktop.domain.progress import SILENT, Progress
from desktop.domain.punches import SECOND_AT, Punches, pack
from desktop.ports.attendance import NEVER, PunchFile

EARLIEST = instant("2005-01-01 00:00:00")
"""No attendance machine that writes this format was on a site before; a reset clock says 2000."""

_LINE = re.compile(
    rb" *([0-9A-Za-z]{1,24})\t([0-9]{4}-[0-9]{2}-[0-9]{2}) ([0-9]{2}:[0-9]{2}:[0-9]{2})"
    rb"\t[0-9]{1,3}\t([0-9]{1,3})\t([0-9]{1,3})(?:\t[^\t]*)*"
)
_SLICE = 1 << 20
_SHOWN = 200
"""Characters of an unreadable line that are kept."""
_NEWEST_YEAR = b"2099"


class _Reader:
    """One file's tables: every day, time of day, PIN and end of a line is worked out once.

    Each gives its part of a packed punch; a line is then three look-ups and a sum.
    """

    def __init__(self, latest: int) -> None:
        self.latest = latest
        self.days: dict[bytes, int] = {}
        self.times: dict[bytes, int] = {}
        self.pins: dict[bytes, Callable[[int], None]] = {}
        self.tails: dict[bytes, int] = {}
        self.punches = Punches()
        self.refused: list[RefusedLine] = []
        self.seen = 0
        self.blank = 0

    def read(self, lines: list[bytes]) -> None:
        """Read the next whole lines."""
        first = self.seen + 1
        self.seen += len(lines)
        days, times, pins, tails = self.days, self.times, self.pins, self.tails
        for number, line in enumerate(lines, first):
            try:
                pin, _, rest = line.partition(b"\t")
                pins[pin](days[rest[:10]] + times[rest[10:19]] + tails[rest[19:]])
            except KeyError:
                self._read_slowly(number, line)

    def _read_slowly(self, number: int, line: bytes) -> None:
        """Read a line with a day, time or PIN not met before, or refuse it."""
        if not line.strip():
            self.blank += 1
            return
        match = _LINE.fullmatch(line.rstrip(b"\r"))
        if match is None:
            self._refuse(number, line, Code.LINE_UNREADABLE)
            return
        pin, day, clock, status, verify = match.groups()
        try:
            midnight = instant(f"{day.decode()} 00:00:00")
            second = instant(f"{day.decode()} {clock.decode()}")
        except ValueError:
            self._refuse(number, line, Code.LINE_UNREADABLE)
            return
        if day[:4] > _NEWEST_YEAR:
            self._refuse(number, line, Code.LINE_UNREADABLE)
        elif not EARLIEST <= second <= self.latest:
            self._refuse(number, line, Code.CLOCK_RESET)
        else:
            add = self.punches.adder(pin.decode())
            tail = pack(0, int(status), int(verify))
            add(pack(second, 0, 0) + tail)
            own, _, rest = line.partition(b"\t")
            self.pins[own], self.tails[rest[19:]] = add, tail
            self.times[rest[10:19]] = second - midnight << SECOND_AT
            if midnight + 86_400 <= self.latest:  # not a day within which the limit falls
                self.days[rest[:10]] = midnight << SECOND_AT

    def _refuse(self, number: int, line: bytes, code: Code) -> None:
        text = line.decode("utf-8", "backslashreplace").strip()[:_SHOWN]
        self.refused.append(RefusedLine(number, text.replace("\x00", ""), code.value))


def _slices(content: bytes) -> Iterator[tuple[int, list[bytes]]]:
    """Cut a file into lists of whole lines with the position reached."""
    begin = 0
    while begin < len(content):
        end = content.find(b"\n", begin + _SLICE)
        end = len(content) if end < 0 else end + 1
        lines = content[begin:end].split(b"\n")
        if not lines[-1]:
            lines.pop()
        yield end, lines
        begin = end


class ZktecoAttlog:
    """The export that a ZKTeco device writes to a USB stick."""

    name = "zkteco-attlog"
    title = "中控智慧 attlog.dat"

    def recognises(self, head: bytes) -> bool:
        """Tell from the first lines whether the file is such an export."""
        lines = [line.rstrip(b"\r") for line in head.split(b"\n")[:20]]
        whole = [line for line in lines[:-1] or lines if line.strip()]
        return any(_LINE.fullmatch(line) for line in whole)

    def read(self, content: bytes, progress: Progress = SILENT, latest: int = NEVER) -> PunchFile:
        """Read a whole file; what cannot be read is kept with its text, never dropped."""
        reader = _Reader(latest)
        for reached, lines in _slices(content):
            reader.read(lines)
            progress.step(reached, len(content), "attendance-read")
        return PunchFile(reader.seen - reader.blank, reader.punches, tuple(reader.refused))


FORMAT = ZktecoAttlog()
