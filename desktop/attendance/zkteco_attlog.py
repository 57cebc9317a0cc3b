"""ZKTeco attlog.dat: PIN, device time, device, status, verify, work code, parted by TAB.

The PIN is right-aligned in 9 columns; other firmwares fill it with zeros, align it to the left,
part the columns by blanks or put the name behind the PIN. One variant begins with the device's
serial number and ends with a checksum. Time on the device is Beijing wall time. Status 0 to 5 is a
direction, 255 means unknown and is kept as it is. A device whose clock lost its battery begins
again at 2000-01-01; such punches, and those after `latest`, belong to no known day: they are
refused as "clock-reset" with their text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace

from desktop.domain.attendance import instant
from desktop.domain.findings import Code
from desktop.domain.imports import RefusedLine
from desktop.domain.progress import SILENT, Progress
from desktop.domain.punches import SECOND_AT, Punches, pack
from desktop.ports.attendance import EARLIEST, PunchFile, Reading, Source

_LINE = re.compile(
    rb" *([0-9A-Za-z]{1,24}) {0,24}(?:\t *([^\t0-9][^\t]{0,80}))?[\t ]"
    rb"([0-9]{4}[-/][0-9]{2}[-/][0-9]{2}) ([0-9]{2}:[0-9]{2}:[0-9]{2})"
    rb"[\t ]+[0-9]{1,3}[\t ]+([0-9]{1,3})[\t ]+([0-9]{1,3})(?:[\t ].*)?",
    re.DOTALL,
)
_SERIAL = re.compile(rb"(?:SN\s*[:=]?\s*)?[0-9A-Z]{6,20}")
_CHECKSUM = re.compile(rb"(?:(?:CHECKSUM|CRC)\s*[:=]?\s*)?[0-9A-Fa-f]{2,16}")
_SHOWN = 200
"""Characters of an unreadable line that are kept."""
_LONGEST = 400
"""Bytes of the longest line that can be a punch."""
_NEWEST_YEAR = b"2099"
_PADDED = 8
"""PINs of this width and more that all are equally wide were filled with zeros by the device."""


class _Reader:
    """One file's tables: every day, time of day, PIN and end of a line is worked out once.

    Each gives its part of a packed punch; a line is then three look-ups and a sum.
    """

    def __init__(self, latest: int, *, named: bool) -> None:
        self.latest = latest
        self.named = named
        self.days: dict[bytes, int] = {}
        self.times: dict[bytes, int] = {}
        self.pins: dict[bytes, Callable[[int], None]] = {}
        self.tails: dict[bytes, int] = {}
        self.punches = Punches()
        self.refused: list[RefusedLine] = []
        self.others: Counter[str] = Counter()
        self.names: dict[str, str] = {}
        self.seen = 0
        self.blank = 0
        self.last = 0
        """Number of the last line that is not blank."""

    def read(self, lines: list[bytes]) -> None:
        """Read the next whole lines."""
        first = self.seen + 1
        self.seen += len(lines)
        days, times, pins, tails = self.days, self.times, self.pins, self.tails
        ends = (number for number in range(len(lines), 0, -1) if lines[number - 1].strip())
        self.last = first - 1 + last if (last := next(ends, 0)) else self.last
        if self.named:
            for number, line in enumerate(lines, first):
                self._read_slowly(number, line)
            return
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
        match = _LINE.fullmatch(line.rstrip(b"\r")) if len(line) <= _LONGEST else None
        if match is None:
            self._read_other(number, line)
            return
        pin, name, day, clock, status, verify = match.groups()
        try:
            midnight = instant(f"{day.decode().replace('/', '-')} 00:00:00")
            second = midnight + _of_day(clock)
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
            if name:
                self.names[pin.decode()] = _text(name)
            else:
                self._remember(line, (midnight, second, tail), add)

    def _remember(
        self, line: bytes, found: tuple[int, int, int], add: Callable[[int], None]
    ) -> None:
        midnight, second, tail = found
        own, _, rest = line.partition(b"\t")
        if len(rest) < 19 or rest[10:11] != b" ":  # noqa: PLR2004 - date and time
            return
        self.pins[own], self.tails[rest[19:]] = add, tail
        self.times[rest[10:19]] = second - midnight << SECOND_AT
        if midnight + 86_400 <= self.latest:  # not a day within which the limit falls
            self.days[rest[:10]] = midnight << SECOND_AT

    def _read_other(self, number: int, line: bytes) -> None:
        """Count the device's serial number above the punches and the checksum below them."""
        plain = line.strip()
        if number == 1 and _SERIAL.fullmatch(plain):
            self.others["serial"] += 1
        else:
            self._refuse(number, line, Code.LINE_UNREADABLE)

    def _refuse(self, number: int, line: bytes, code: Code) -> None:
        text = _text(line[: 4 * _SHOWN])[:_SHOWN]
        self.refused.append(RefusedLine(number, text.replace("\x00", ""), code.value))

    def found(self, reading: Reading) -> PunchFile:
        """Return what the file holds once all its lines were read."""
        last = self.refused[-1] if self.refused and self.others["serial"] else None
        if last and last.line == self.last and _CHECKSUM.fullmatch(last.text.encode()):
            self.refused.pop()
            self.others["checksum"] += 1
        punches, names = _without_zeros(self.punches, self.names)
        return PunchFile(
            self.seen - self.blank, punches, tuple(self.refused), dict(self.others), self.blank,
            names, reading=replace(reading, date_format=""),
        )  # fmt: skip


def _of_day(clock: bytes) -> int:
    hour, minute, second = map(int, clock.split(b":"))
    if hour > 23 or minute > 59 or second > 59:  # noqa: PLR2004 - a clock
        raise ValueError(clock)
    return hour * 3_600 + minute * 60 + second


def _text(line: bytes) -> str:
    try:
        return line.decode("utf-8").strip()
    except UnicodeDecodeError:
        return line.decode("gb18030", "backslashreplace").strip()


def _without_zeros(punches: Punches, names: dict[str, str]) -> tuple[Punches, dict[str, str]]:
    """Take the zeros away with which a device fills its PINs to one width."""
    pins = list(punches.counts())
    width = len(pins[0]) if pins else 0
    same = width >= _PADDED and all(len(pin) == width and pin.isdigit() for pin in pins)
    if not (same and any(pin.startswith("0") for pin in pins)):
        return punches, names

    def bare(pin: str) -> str:
        return pin.lstrip("0") or "0"

    return punches.renamed(bare), {bare(pin): name for pin, name in names.items()}


class ZktecoAttlog:
    """The export that a ZKTeco device writes to a USB stick."""

    name = "zkteco-attlog"
    title = "中控智慧 attlog.dat"
    rank = 0

    def recognises(self, source: Source) -> bool:
        """Tell from the first lines whether the file is such an export."""
        return any(_LINE.fullmatch(line) for line in _first_lines(source.head))

    def read(self, source: Source, reading: Reading, progress: Progress = SILENT) -> PunchFile:
        """Read a whole file; what cannot be read is kept with its text, never dropped."""
        matches = map(_LINE.fullmatch, _first_lines(source.head))
        reader = _Reader(reading.latest, named=any(found and found[2] for found in matches))
        for reached, content in source.slices():
            lines = content.split(b"\n")
            if not lines[-1]:
                lines.pop()
            reader.read(lines)
            progress.step(reached, source.size, "attendance-read")
        return reader.found(reading)


def _first_lines(head: bytes) -> list[bytes]:
    lines = [line.rstrip(b"\r") for line in head.split(b"\n")[:20]]
    return [line for line in lines[:-1] or lines if line.strip()]


FORMAT = ZktecoAttlog()
