"""The rehearsal bank on loopback: the counter behind HTTP, and every way an answer can go wrong."""

from __future__ import annotations

import json
import socket
import struct
import threading
from collections.abc import Callable
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from typing import Self
from urllib.parse import parse_qs, urlsplit

from desktop.rehearsal.bank import Clock, Counter

FAULTS = (
    "be01",
    "ac04",
    "am04",
    "silent",
    "reset-before",
    "reset-after",
    "garbage",
    "half-body",
    "slow",
    "500-before",
    "500-after",
    "duplicate-visible-late",
    "return-later",
)
"""What `--rehearse` understands."""
_ONCE = frozenset(FAULTS[4:12])
"""Faults of the line, not of the money: they befall the first order only."""
_MOST = 64_000_000
_HOLD_S = 1.5


class MachineClock:
    """The machine's own clock; the rehearsal bank is another house with its own time."""

    def now(self) -> datetime:
        """Return the present instant, UTC."""
        return datetime.now(UTC)  # noqa: TID251 - this is a Clock


class RehearsalBank:
    """A bank that can be started on a free port, used, and stopped.

    Args:
        folder: where its books are; they outlive the bank.
        fault: one of FAULTS, or empty.
        choose: for tests, names a fault for each request by its method.
    """

    def __init__(
        self,
        folder: Path,
        fault: str = "",
        *,
        port: int = 0,
        clock: Clock | None = None,
        choose: Callable[[str], str] | None = None,
        hold_s: float = _HOLD_S,
    ) -> None:
        if fault and fault not in FAULTS:
            raise ValueError(fault)
        self.counter = Counter(folder, clock or MachineClock())
        self.closing = threading.Event()
        self.hold_s = hold_s
        self._fault = fault
        self._choose = choose
        self._spent = False
        self._server = _Server(("127.0.0.1", port), _Handler)
        self._server.bank = self
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"
        self._thread = threading.Thread(
            target=self._server.serve_forever, args=(0.05,), name="rehearsal", daemon=True
        )

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    def start(self) -> None:
        """Open the door."""
        if self._fault != "silent":
            self.counter.speak()
        self._thread.start()

    def stop(self) -> None:
        """Close the door; what hangs is let go."""
        self.closing.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def fault_for(self, method: str) -> str:
        """Return the fault that befalls this request."""
        if self._choose is not None:
            return self._choose(method)
        if self._fault in _ONCE:
            if method != "POST" or self._spent:
                return ""
            self._spent = True
        return self._fault


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    bank: RehearsalBank

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: a client that hangs up is part of the rehearsal."""


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    server_version = "AnxinRehearsal/1"

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base's name
        """Say nothing on the terminal."""

    def do_GET(self) -> None:
        """Answer who asks."""
        bank = self.server.bank
        parts = urlsplit(self.path)
        fault = bank.fault_for("GET")
        if self._fails_before(fault):
            return
        query = parse_qs(parts.query)
        kind, reference = (query.get(name, [""])[0] for name in ("type", "reference"))
        match parts.path:
            case "/_mock/messages":
                self._answer(200, bank.counter.messages(kind, reference), fault)
            case "/_mock/health":
                self._answer(200, {"status": "ok", "bank": "rehearsal"}, fault)
            case "/_mock/payments":
                lines = bank.counter.ledger()
                rows = [
                    {"end_to_end_id": n.end_to_end, "amount": n.fen, "side": n.side} for n in lines
                ]
                self._answer(200, rows, fault)
            case _:
                self._answer(404, {"error": "not found"}, "")

    def do_POST(self) -> None:
        """Take an order."""
        bank = self.server.bank
        fault = bank.fault_for("POST")
        if self._fails_before(fault):
            return
        length = int(self.headers.get("Content-Length") or 0)
        body = self.rfile.read(min(length, _MOST))
        if urlsplit(self.path).path != "/payments":
            self._answer(404, {"error": "not found"}, "")
            return
        if len(body) != length:
            self._answer(400, {"error": "the body stopped early"}, "")
            return
        status, receipt = bank.counter.take(body, fault)
        if fault == "silent":
            self._hang()
        elif fault in {"reset-after", "duplicate-visible-late"}:
            self._reset()
        elif fault == "500-after":
            self._answer(500, {"error": "internal error"}, "")
        else:
            self._answer(status, receipt, fault)

    def _fails_before(self, fault: str) -> bool:
        if fault == "reset-before":
            self._reset()
        elif fault == "500-before":
            self._answer(500, {"error": "internal error"}, "")
        else:
            return False
        return True

    def _answer(self, status: int, content: object, fault: str) -> None:
        body = json.dumps(content, ensure_ascii=False).encode()
        if fault == "slow":
            self.server.bank.closing.wait(self.server.bank.hold_s)
        if fault == "garbage":
            body = b"\x00\xff<html>" + body[::-1]
        length = len(body)
        if fault == "half-body":
            body = body[: length // 2]
        self.send_response(status)
        self.send_header("Content-Type", "application/json; charset=utf-8")
        self.send_header("Content-Length", str(length))
        self.end_headers()
        self.wfile.write(body)

    def _hang(self) -> None:
        self.server.bank.closing.wait(self.server.bank.hold_s)
        self._reset()

    def _reset(self) -> None:
        self.close_connection = True
        linger = struct.pack("ii", 1, 0)
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
