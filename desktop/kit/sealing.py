"""Seals of single persons: a random key for each, wrapped by one that derives from the office's.

AES-256-GCM throughout. Whoever removes a person's wrapped key has destroyed what it sealed, in the
books at hand; copies of the books made before still carry it until they are thinned.
"""

from __future__ import annotations

import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from desktop.domain.errors import BooksDamaged
from desktop.domain.ids import WorkerId
from desktop.domain.likeness import LikenessKind

_KEY, _NONCE = 32, 12
_PURPOSE = b"anxin likeness key 1"
_WRAPPED = b"key"


class PersonSeals:
    """Seals pictures of persons; implements desktop.ports.keys.Seals."""

    def __init__(self, office_key: bytes) -> None:
        derived = HKDF(algorithm=SHA256(), length=_KEY, salt=None, info=_PURPOSE).derive(office_key)
        self._wrap = AESGCM(derived)

    def new_key(self, worker: WorkerId) -> bytes:
        """Make a person's key and return it wrapped."""
        nonce = secrets.token_bytes(_NONCE)
        key = secrets.token_bytes(_KEY)
        return nonce + self._wrap.encrypt(nonce, key, _bound(worker, _WRAPPED))

    def seal(self, wrapped: bytes, worker: WorkerId, kind: LikenessKind, plain: bytes) -> bytes:
        """Encrypt a picture; it opens only as this kind of this person."""
        nonce = secrets.token_bytes(_NONCE)
        cipher = AESGCM(self._unwrapped(wrapped, worker))
        return nonce + cipher.encrypt(nonce, plain, _bound(worker, kind.value.encode()))

    def open(self, wrapped: bytes, worker: WorkerId, kind: LikenessKind, sealed: bytes) -> bytes:
        """Decrypt a picture.

        Raises:
            BooksDamaged: it was changed, or belongs to somebody else.
        """
        cipher = AESGCM(self._unwrapped(wrapped, worker))
        return _opened(cipher, sealed, _bound(worker, kind.value.encode()))

    def _unwrapped(self, wrapped: bytes, worker: WorkerId) -> bytes:
        return _opened(self._wrap, wrapped, _bound(worker, _WRAPPED))


def _bound(worker: WorkerId, word: bytes) -> bytes:
    return worker.bytes + b"/" + word


def _opened(cipher: AESGCM, sealed: bytes, bound: bytes) -> bytes:
    try:
        return cipher.decrypt(sealed[:_NONCE], sealed[_NONCE:], bound)
    except (InvalidTag, ValueError) as error:
        raise BooksDamaged(path="", detail="likeness") from error
