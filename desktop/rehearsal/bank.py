"""The rehearsal bank's counter and its ledger, kept in a folder so that they outlive a command."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Protocol

from desktop.rehearsal import answers, order

_BEIJING = timezone(timedelta(hours=8))
_TABLES = """
CREATE TABLE IF NOT EXISTS received (msg_id TEXT PRIMARY KEY, at TEXT, body BLOB);
CREATE TABLE IF NOT EXISTS ledger (seq INTEGER PRIMARY KEY, at TEXT, msg_id TEXT,
  end_to_end TEXT, name TEXT, account TEXT, fen INTEGER, side TEXT);
CREATE TABLE IF NOT EXISTS message (id INTEGER PRIMARY KEY, type TEXT, at TEXT, body TEXT,
  hidden INTEGER);
CREATE TRIGGER IF NOT EXISTS ledger_stays BEFORE UPDATE ON ledger
  BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER IF NOT EXISTS ledger_keeps BEFORE DELETE ON ledger
  BEGIN SELECT RAISE(ABORT, 'append only'); END;
"""
LATE_ASKS = 3
"""Times one must ask before a late bank shows what it did."""


_HELD = -1
"""Messages of a silent bank, kept back until it finds its tongue."""


class Clock(Protocol):
    """The bank's clock."""

    def now(self) -> datetime:
        """Return the present instant, UTC."""


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """One line of the bank's own ledger."""

    msg_id: str
    end_to_end: str
    name: str
    account: str
    fen: int
    side: str
    """DBIT paid out of the account, CRDT come back."""


class Counter:
    """Takes orders, pays at once, keeps an append-only ledger, answers who asks."""

    refuses_repeats = True
    """Executes a reference once; a test may keep a bank that does not."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._path = folder / "rehearsal-bank.db"
        self._clock = clock
        self._lock = threading.Lock()
        with closing(self._open()) as books:
            books.executescript(_TABLES)

    def take(self, body: bytes, fault: str = "") -> tuple[int, dict[str, object]]:
        """Take an order; returns the HTTP status and the receipt."""
        at = self._clock.now().astimezone(_BEIJING).isoformat(timespec="seconds")
        hidden = {"duplicate-visible-late": LATE_ASKS, "silent": _HELD}.get(fault, 0)
        with self._lock, closing(self._open()) as books, books:
            books.execute("BEGIN IMMEDIATE")
            own = f"RB{self._next(books):08d}"
            try:
                taken = order.read(body)
                if self.refuses_repeats:
                    _refuse_repeat(books, taken.msg_id)
            except order.OrderRefusedError as verdict:
                if verdict.msg_id:
                    refusal = answers.refusal(verdict, own, at)
                    self._post(books, answers.STATUS, refusal, hidden)
                return 422, _receipt(verdict.msg_id, "RJCT", verdict.code, verdict.text)
            _spoil(taken, fault)
            kept = (taken.msg_id, at, body)
            books.execute("INSERT OR REPLACE INTO received VALUES (?,?,?)", kept)
            self._pay(books, taken, (own, at), hidden)
            if fault == "return-later":
                self._send_back(books, taken, at)
            return 202, _receipt(taken.msg_id, "ACCP")

    def speak(self) -> None:
        """Let go of what a silent bank kept back."""
        with self._lock, closing(self._open()) as books, books:
            books.execute("UPDATE message SET hidden=0 WHERE hidden=?", (_HELD,))

    def messages(self, kind: str = "", reference: str = "") -> list[dict[str, object]]:
        """Return every message that may be seen, oldest first; late ones come nearer.

        Args:
            kind: only types that begin so, such as "camt.054".
            reference: only messages that name this reference.
        """
        with self._lock, closing(self._open()) as books, books:
            rows = books.execute(
                "SELECT id, type, at, body FROM message"
                " WHERE hidden=0 AND instr(body, ?) > 0 ORDER BY id",
                (reference,),
            ).fetchall()
            books.execute("UPDATE message SET hidden=hidden-1 WHERE hidden>0")
        return [
            {"id": row[0], "type": row[1], "releasedAt": row[2], "body": row[3]}
            for row in rows
            if str(row[1]).startswith(kind)
        ]

    def ledger(self) -> list[LedgerLine]:
        """Return the whole ledger, oldest first."""
        with closing(self._open()) as books:
            rows = books.execute(
                "SELECT msg_id, end_to_end, name, account, fen, side FROM ledger ORDER BY seq"
            ).fetchall()
        return [LedgerLine(*row) for row in rows]

    def _open(self) -> sqlite3.Connection:
        books = sqlite3.connect(self._path, timeout=10, isolation_level=None)
        books.execute("PRAGMA synchronous=OFF")  # a rehearsal: no real money
        return books

    def _pay(
        self, books: sqlite3.Connection, taken: order.Order, mark: tuple[str, str], hidden: int
    ) -> None:
        own, at = mark
        paid = [t for t in taken.transfers if not t.code]
        self._book(books, taken, paid, "DBIT")
        self._post(books, answers.STATUS, answers.status(taken, own, at), hidden)
        if paid:
            self._post(books, answers.ADVICE, answers.advice(taken, own, at), hidden)

    def _send_back(self, books: sqlite3.Connection, taken: order.Order, at: str) -> None:
        first = next((t for t in taken.transfers if not t.code), None)
        if first is not None:
            self._book(books, taken, [first], "CRDT")
            own = f"RB{self._next(books):08d}"
            back = answers.returned(taken, first, own, at)
            self._post(books, answers.ADVICE, back, LATE_ASKS)

    def _book(
        self,
        books: sqlite3.Connection,
        taken: order.Order,
        lot: list[order.Transfer],
        side: str,
    ) -> None:
        at = self._clock.now().isoformat()
        books.executemany(
            "INSERT INTO ledger (at, msg_id, end_to_end, name, account, fen, side)"
            " VALUES (?,?,?,?,?,?,?)",
            [(at, taken.msg_id, t.end_to_end, t.name, t.account, t.fen, side) for t in lot],
        )

    def _post(self, books: sqlite3.Connection, kind: str, body: str, hidden: int) -> None:
        books.execute(
            "INSERT INTO message (type, at, body, hidden) VALUES (?,?,?,?)",
            (kind, self._clock.now().isoformat(), body, hidden),
        )

    def _next(self, books: sqlite3.Connection) -> int:
        row = books.execute("SELECT COALESCE(MAX(id), 0) + 1 FROM message").fetchone()
        return int(row[0])


def _refuse_repeat(books: sqlite3.Connection, msg_id: str) -> None:
    if books.execute("SELECT 1 FROM received WHERE msg_id=?", (msg_id,)).fetchone():
        raise order.OrderRefusedError("DUPL", "this MsgId has been received before", msg_id)


def _receipt(msg_id: str, state: str, code: str = "", text: str = "") -> dict[str, object]:
    return {
        "format": "iso20022",
        "msg_id": msg_id,
        "status": state,
        "reason": code or None,
        "reason_text": text or None,
    }


def _spoil(taken: order.Order, fault: str) -> None:
    """Let one line fail, as told: the first for its account, the last for want of money."""
    good = [t for t in taken.transfers if not t.code]
    if good and fault == "be01":
        good[0].code, good[0].text = "BE01", "name and account do not match"
    elif good and fault == "ac04":
        good[0].code, good[0].text = "AC04", "the account is closed"
    elif good and fault == "am04":
        good[-1].code, good[-1].text = "AM04", "the balance does not suffice"
