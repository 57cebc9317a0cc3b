"""Keys of the books: slots that open the one data key."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol


class Vault(Protocol):
    """Key file beside the books: passphrase and recovery slots always, keyring if proven."""

    def create(self, folder: Path, passphrase: str, *, keyring: bool) -> tuple[bytes, str]:
        """Make a data key and its slots; returns (32-byte key, recovery code)."""

    def unlock(self, folder: Path, passphrase: str) -> bytes:
        """Return the data key for a passphrase or a recovery code. Raises WrongKey."""

    def unlock_silently(self, folder: Path) -> bytes | None:
        """Return the data key from the keyring slot, None when there is none that works."""

    def has_keyring_slot(self, folder: Path) -> bool:
        """Tell whether a keyring slot was proven when the books were made."""
