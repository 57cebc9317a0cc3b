"""A reader of identity cards at the far end of a pty: literal bytes, nothing of the product.

It answers find, select and read by a script; each act of the script is spent in turn, the last one
stays. Frames are worked out here anew: preamble, length with checksum counted in, XOR.
"""

import os
import pty
import select
import threading
import tty
from pathlib import Path

VECTOR = Path(__file__).parent.parent / "vectors" / "id_reader_read.bin"
"""A whole answer of a reader, computed by hand for the facts (checksum E9)."""
HEAD = b"\xaa\xaa\xaa\x96\x69"
ASKS = {
    bytes.fromhex("AAAAAA9669 0003 2001 22"): "find",
    bytes.fromhex("AAAAAA9669 0003 2002 21"): "select",
    bytes.fromhex("AAAAAA9669 0003 3001 32"): "read",
    bytes.fromhex("AAAAAA9669 0003 11FF ED"): "status",
    bytes.fromhex("AAAAAA9669 0003 10FF EC"): "reset",
    bytes.fromhex("AAAAAA9669 0003 12FF EE"): "id",
}
"""Requests as the interface lists them."""
GOOD = {
    "find": bytes.fromhex("AAAAAA9669 0008 00009F 00000000 97"),
    "select": bytes.fromhex("AAAAAA9669 000C 000090 0000000000000000 9C"),
    "read": VECTOR.read_bytes(),
    "status": bytes.fromhex("AAAAAA9669 0004 000090 94"),
    "reset": bytes.fromhex("AAAAAA9669 0004 000090 94"),
    "id": bytes.fromhex("AAAAAA9669 0014 000090 0500010021B4340187D61200CD810100 2E"),
}
NO_CARD = bytes.fromhex("AAAAAA9669 0004 000080 84")
NOT_SELECTED = bytes.fromhex("AAAAAA9669 0004 000081 85")
NOT_READ = bytes.fromhex("AAAAAA9669 0004 000041 45")


def framed(body):
    """Put a body into a frame."""
    counted = bytes([(len(body) + 1) >> 8, (len(body) + 1) & 255]) + body
    check = 0
    for byte in counted:
        check ^= byte
    return HEAD + counted + bytes([check])


def status(byte):
    """Return an answer that says only a status."""
    return framed(bytes([0, 0, byte]))


def chip(text, photo=bytes(1024)):
    """Return the answer to a read for a chip's text of 256 bytes."""
    assert len(text) == 256
    return framed(b"\0\0\x90\x01\0\x04\0" + text + photo)


def record(fields):
    """Lay texts into 256 blank bytes of UTF-16LE: {offset: text}."""
    text = bytearray(" ".encode("utf-16-le") * 128)
    for at, said in fields.items():
        raw = said.encode("utf-16-le")
        text[at : at + len(raw)] = raw
    return bytes(text)


class SimulatedReader:
    """Serves one pty; `script` maps an ask to its answers: bytes, a list of pieces, or "unplug"."""

    def __init__(self, **script):
        self._master, self._slave = pty.openpty()
        tty.setraw(self._master)
        tty.setraw(self._slave)
        self.port = os.ttyname(self._slave)
        self.asked = []
        self._script = {ask: list(answers) for ask, answers in script.items()}
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._serve, daemon=True)

    def __enter__(self):
        self._thread.start()
        return self

    def __exit__(self, *_):
        self._stop.set()
        self._thread.join(5)
        for end in (self._master, self._slave):
            if end is not None:
                os.close(end)

    def _serve(self):
        held = b""
        while not self._stop.is_set():
            if self._master is None or not select.select([self._master], [], [], 0.02)[0]:
                continue
            held += os.read(self._master, 4096)
            for request, ask in ASKS.items():
                if held.endswith(request):
                    held = b""
                    self.asked.append(ask)
                    self._answer(ask)

    def _answer(self, ask):
        answers = self._script.get(ask, [GOOD[ask]])
        answer = answers.pop(0) if len(answers) > 1 else answers[0]
        if answer == "unplug":
            os.close(self._slave)
            os.close(self._master)
            self._master = self._slave = None
            return
        for piece in [answer] if isinstance(answer, bytes) else answer:
            os.write(self._master, piece)
            self._stop.wait(0.02)
