"""Passphrases that persons of the office have of their own, and seals of workers' pictures."""

from __future__ import annotations

from typing import Protocol

from desktop.domain.ids import WorkerId
from desktop.domain.likeness import LikenessKind


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


class Seals(Protocol):
    """Seals of single persons, each with a random key of his own."""

    def new_key(self, worker: WorkerId) -> bytes:
        """Make a person's key and return it wrapped."""

    def seal(self, wrapped: bytes, worker: WorkerId, kind: LikenessKind, plain: bytes) -> bytes:
        """Encrypt a picture; it opens only as this kind of this person."""

    def open(self, wrapped: bytes, worker: WorkerId, kind: LikenessKind, sealed: bytes) -> bytes:
        """Decrypt a picture.

        Raises:
            BooksDamaged: it was changed, or belongs to somebody else.
        """
