"""Readers of second-generation identity cards on a serial line: find, select, read."""

from __future__ import annotations

import errno
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event
from typing import TypeVar

import serial
from serial.tools import list_ports

from desktop.devices import sam_frames as sam
from desktop.devices.id_record import TEXT_LENGTH, UnknownLayoutError, card_of
from desktop.domain.errors import NoCard, PortBusy, PortMissing, ReaderTrouble
from desktop.domain.id_card import WLT_LENGTH, IdCard
from desktop.domain.progress import SILENT, Progress
from desktop.ports.reader import SPEEDS, PortName, ReaderState

T = TypeVar("T")
POLL_S = 0.3
"""Seconds between two looks for a card."""
ANSWER_S = 1.5
"""Seconds within which an answer begins."""
READ_S = 5.0
"""The same for reading the chip, which takes about a second."""
SILENCE_S = 0.6
"""Seconds of silence in the middle of a frame after which its rest is lost."""
TRIES = 3
"""How often a card that was found is tried before the reader's complaint is passed on."""
_SLICE_S = 0.05
_LENGTHS = bytes.fromhex("01 00 04 00")
"""Text 256, photo 1,024."""
_SAM_ID_LENGTH = 16
_MISSING = {errno.ENOENT, errno.ENXIO, errno.ENODEV}
_BUSY = {errno.EAGAIN, errno.EACCES, errno.EBUSY}


class SerialCardReader:
    """Every act opens the port and lets go of it again; touches no books."""

    def ports(self) -> tuple[PortName, ...]:
        """List the serial ports of this machine, by name."""
        found = [PortName(one.device, _title(one.description)) for one in list_ports.comports()]
        return tuple(sorted(found, key=lambda port: port.name))

    def read(
        self, port: str, wait_s: float, progress: Progress = SILENT, *, speed: int = SPEEDS[0]
    ) -> IdCard:
        """Wait for a card and read it; find and select come before every try."""
        with _line(port, speed, progress) as line:
            return _wait_and_read(line, wait_s)

    def examine(self, port: str, *, speed: int = SPEEDS[0]) -> ReaderState:
        """Ask the reader how it is, and reset it when its self-test failed."""
        with _line(port, speed, SILENT) as line:
            state = line.ask(sam.STATUS)
            was_reset = state.status == sam.SELF_TEST
            if was_reset:
                line.ask(sam.RESET)
                state = line.ask(sam.STATUS)
            line.require(state, sam.OK)
            said = line.require(line.ask(sam.SAM_ID), sam.OK)
            return ReaderState(port, _sam_id(line, said), was_reset=was_reset)


def _wait_and_read(line: _Line, wait_s: float) -> IdCard:
    begun = time.monotonic()
    tries = 0
    while True:
        try:
            card = _try(line)
        except ReaderTrouble as error:
            tries += 1
            if tries >= TRIES or error.facts["cause"] in _HOPELESS:
                raise
            card = None
        if card is not None:
            return card
        waited = time.monotonic() - begun
        if waited >= wait_s and not tries:
            raise NoCard(port=line.port, seconds=f"{wait_s:g}")
        if waited >= wait_s + TRIES * READ_S:
            raise NoCard(port=line.port, seconds=f"{waited:.0f}")
        line.pause(POLL_S, waited, wait_s)


_HOPELESS = {"unplugged", "silent", "layout", "record", "sam-unauthorised"}
"""Causes that another try does not take away."""


def _try(line: _Line) -> IdCard | None:
    """Look for a card and read it; None when there is none."""
    found = line.ask(sam.FIND)
    if found.status == sam.NO_CARD:
        return None
    line.require(found, sam.FOUND)
    line.require(line.ask(sam.SELECT), sam.OK)
    said = line.require(line.ask(sam.READ, READ_S), sam.OK)
    return _card(line, said)


def _card(line: _Line, said: bytes) -> IdCard:
    head = len(_LENGTHS)
    if said[:head] != _LENGTHS or len(said) != head + TEXT_LENGTH + WLT_LENGTH:
        raise line.trouble("record")
    text, photo = said[head : head + TEXT_LENGTH], said[head + TEXT_LENGTH :]
    try:
        return card_of(text, photo if any(photo) else b"")
    except UnknownLayoutError as error:
        raise line.trouble("layout") from error
    except ValueError as error:
        raise line.trouble("record") from error


def _sam_id(line: _Line, said: bytes) -> str:
    """Write the module's number: two 16-bit and three 32-bit integers, low byte first."""
    if len(said) != _SAM_ID_LENGTH:
        raise line.trouble("record")
    kind, maker = (int.from_bytes(said[at : at + 2], "little") for at in (0, 2))
    made, *serials = (int.from_bytes(said[at : at + 4], "little") for at in (4, 8, 12))
    return f"{kind:02d}.{maker:02d}-{made:08d}-{serials[0]:010d}-{serials[1]:010d}"


class _Line:
    """One open port: a question at a time, its answer picked out of the noise."""

    def __init__(self, port: str, line: serial.Serial, progress: Progress) -> None:
        self.port = port
        self._line = line
        self._progress = progress
        self._idle = Event()

    def ask(self, command: tuple[int, int], patience_s: float = ANSWER_S) -> sam.Answer:
        """Send a command and return its answer.

        Raises:
            ReaderTrouble: silence, half a frame, a wrong checksum, or the reader is gone.
            Cancelled: the person stopped the waiting.
        """
        self._plugged(self._line.reset_input_buffer)
        self._plugged(lambda: self._line.write(sam.request(command)))
        receiver = sam.Receiver()
        begun = heard = time.monotonic()
        while True:
            piece = self._plugged(lambda: self._line.read(max(self._line.in_waiting, 1)))
            answer = receiver.feed(piece)
            if answer is not None:
                return answer
            now = time.monotonic()
            heard = now if piece else heard
            if receiver.begun and now - heard > SILENCE_S:
                return self._rest(receiver)
            if now - begun > patience_s and not (receiver.begun and now - heard < SILENCE_S):
                return self._rest(receiver)
            self._progress.step(0, 0, "card-wait")

    def require(self, answer: sam.Answer, status: int) -> bytes:
        """Return an answer's data if its status is the one wanted."""
        if answer.status != status:
            raise self.trouble(answer.cause, f"{answer.status:02X}")
        return answer.data

    def pause(self, seconds: float, waited: float, wait_s: float) -> None:
        """Wait a moment; being stopped ends it within a slice."""
        for _ in range(round(seconds / _SLICE_S)):
            self._progress.step(int(min(waited, wait_s)), int(wait_s), "card-wait")
            self._idle.wait(_SLICE_S)

    def trouble(self, cause: str, status: str = "") -> ReaderTrouble:
        """Return the trouble with its cause and the reader's status byte, hex."""
        return ReaderTrouble(port=self.port, cause=cause, cure=cause, status=status)

    def _rest(self, receiver: sam.Receiver) -> sam.Answer:
        half = receiver.begun
        answer = receiver.give_up()
        if answer is not None:
            return answer
        if half:
            raise self.trouble("half")
        raise self.trouble("checksum" if receiver.damaged else "silent")

    def _plugged(self, act: Callable[[], T]) -> T:
        """Do something with the port; when that fails the reader is gone."""
        try:
            return act()
        except (serial.SerialException, OSError) as error:
            raise self.trouble("unplugged") from error


@contextmanager
def _line(port: str, speed: int, progress: Progress) -> Iterator[_Line]:
    """Open a port for one act.

    Raises:
        PortMissing, PortBusy: as named.
        ReaderTrouble: it is no serial port.
    """
    try:
        line = serial.Serial(port, speed, timeout=_SLICE_S, write_timeout=ANSWER_S, exclusive=True)
    except (serial.SerialException, OSError, ValueError) as error:
        raise _not_opened(port, error) from error
    try:
        yield _Line(port, line, progress)
    finally:
        line.close()


def _not_opened(port: str, error: Exception) -> PortMissing | PortBusy | ReaderTrouble:
    number = getattr(error, "errno", None)
    if number in _MISSING or isinstance(error, FileNotFoundError):
        return PortMissing(port=port)
    if number == errno.EACCES and "lock" not in str(error):
        return ReaderTrouble(port=port, cause="denied", cure="denied", status="")
    if number in _BUSY or "PermissionError" in str(error):
        return PortBusy(port=port)
    if "FileNotFoundError" in str(error):  # Windows: the port's name is known to nobody
        return PortMissing(port=port)
    return ReaderTrouble(port=port, cause="no-port", cure="no-port", status="")


def _title(text: str | None) -> str:
    return "" if text in {None, "n/a"} else str(text)
