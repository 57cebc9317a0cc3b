"""The office's own rehearsal bank: its books lie in the office folder, its door opens on demand."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop.rehearsal.server import RehearsalBank

WORD = "rehearsal"
_FOLDER = "rehearsal-bank"
_doors: dict[Path, RehearsalBank] = {}
_lock = threading.Lock()


@contextmanager
def standing_bank(office: Path, fault: str | None = None) -> Iterator[str]:
    """Open the office's rehearsal bank with a fault; yields the word to submit to.

    Args:
        office: the office folder.
        fault: one of desktop.rehearsal.server.FAULTS.
    """
    key = office.resolve()
    close(office)
    with RehearsalBank(key / _FOLDER, fault or "") as bank:
        with _lock:
            _doors[key] = bank
        try:
            yield WORD
        finally:
            with _lock:
                _doors.pop(key, None)


def address(office: Path) -> str:
    """Return where the office's rehearsal bank listens, opening it when it does not yet."""
    key = office.resolve()
    with _lock:
        bank = _doors.get(key)
        if bank is None:
            bank = RehearsalBank(key / _FOLDER)
            bank.start()
            _doors[key] = bank
        return bank.url


def close(office: Path) -> None:
    """Close the door that `address` opened."""
    with _lock:
        bank = _doors.pop(office.resolve(), None)
    if bank is not None:
        bank.stop()
