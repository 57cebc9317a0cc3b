"""Passphrases that persons of the office have of their own."""

from __future__ import annotations

from typing import Protocol


class PersonKeys(Protocol):
    """Who has a passphrase of his own, and whether somebody is who he says."""

    def names(self) -> frozenset[str]:
        """Return the names of those who have one."""

    def proves(self, name: str, passphrase: str) -> bool:
        """Tell whether this is the person's own passphrase; slow on purpose, about a second."""

    def recovers(self, code: str) -> bool:
        """Tell whether this is the recovery code of the office."""

    def give(self, name: str, passphrase: str) -> None:
        """Give or replace a person's own passphrase.

        Raises:
            WeakPassphrase: too short.
        """
