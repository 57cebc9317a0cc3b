"""Append-only who, when, what: every row's MAC covers the one before it."""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Row, insert, select, text

from db.stores.base import all_of
from db.tables.journal import JournalRow
from desktop.domain.errors import BooksDamaged
from desktop.ports.books import JournalEntry, Seat
from desktop.ports.clock import Clock

START = "0" * 64
_PAGE = 5_000
_LOCK = 4_160_716_100
"""Advisory lock of the journal's tail on PostgreSQL; held until the transaction ends."""
_ORDER = JournalRow.seq


class SqlJournal:
    """The journal on the connection of its unit of work."""

    def __init__(self, connection: Connection, key: bytes, seat: Seat, clock: Clock) -> None:
        self.cx = connection
        self._key = key
        self._seat = seat
        self._clock = clock

    def write(self, action: str, subject: str, **body: object) -> None:
        """Add an entry; the body holds ids, digests, counts and fen, never personal data."""
        if self.cx.dialect.name == "postgresql":
            self.cx.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
        tail = select(JournalRow.seq, JournalRow.mac).order_by(_ORDER.desc()).limit(1)
        last = self.cx.execute(tail).first()
        row: dict[str, Any] = {
            "seq": last.seq + 1 if last else 1,
            "at": self._clock.now().astimezone(UTC),
            "person": self._seat.person,
            "person_name": self._seat.name,
            "action": action,
            "subject": subject,
            "body": json.dumps(body, ensure_ascii=False, sort_keys=True, default=str),
            "prev": last.mac if last else START,
        }
        self.cx.execute(insert(JournalRow), {**row, "mac": mac(self._key, row)})

    def entries(self, limit: int = 200) -> tuple[JournalEntry, ...]:
        """Return the newest entries, newest first."""
        rows = self.cx.execute(all_of(JournalRow).order_by(_ORDER.desc()).limit(limit))
        return tuple(
            JournalEntry(
                row.seq,
                row.at,
                row.person_name,
                row.action,
                row.subject,
                json.loads(row.body),
                row.mac,
            )
            for row in rows
        )

    def verify(self) -> int:
        """Check the whole chain and return its length. Raises BooksDamaged."""
        return verify(self.cx, self._key)


def verify(connection: Connection, key: bytes) -> int:
    """Check every link from the first entry on; returns how many there are.

    Raises:
        BooksDamaged: an entry was changed, removed, added or moved; `detail` is its number.
    """
    last, prev = 0, START
    while True:
        page = all_of(JournalRow).where(last < _ORDER).order_by(_ORDER).limit(_PAGE)
        rows = connection.execute(page).all()
        if not rows:
            return last
        last, prev = _check(rows, key, last, prev)


def _check(rows: Iterable[Row[Any]], key: bytes, last: int, prev: str) -> tuple[int, str]:
    for row in rows:
        last += 1
        content = row._asdict()
        good = row.seq == last and row.prev == prev
        if not (good and hmac.compare_digest(row.mac, mac(key, content))):
            raise BooksDamaged(path="journal", detail=str(last))
        prev = row.mac
    return last, prev


def mac(key: bytes, row: dict[str, Any]) -> str:
    """Return HMAC-SHA256(key, prev ‖ SHA-256(canonical row)) as hex."""
    at: datetime = row["at"]
    content = [
        row["seq"],
        at.astimezone(UTC).isoformat(timespec="microseconds"),
        str(row["person"]),
        row["person_name"],
        row["action"],
        row["subject"],
        row["body"],
    ]
    canonical = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
    message = bytes.fromhex(row["prev"]) + hashlib.sha256(canonical).digest()
    return hmac.new(key, message, hashlib.sha256).hexdigest()
