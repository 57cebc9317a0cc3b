"""The key file of the books: one data key, a slot for each way to open it.

Passphrase and recovery code always open the books; a keyring slot exists only where an allow-listed
backend has proven itself by reading back what was written (RELIABILITY F10, section 5). The only
module that imports keyring.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import os
import secrets
import unicodedata
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from desktop.domain.errors import BooksDamaged, BooksMissing, WeakPassphrase, WrongKey

KEY_FILE = "books.axkeys"
_SERVICE = "安薪 Anxin"
LEAST = 4
"""Below this a passphrase is refused; the window asks for GOOD."""
GOOD = 8
_PERSON = "person:"


@dataclass(frozen=True, slots=True)
class Hardness:
    """Argon2id parameters, stored in each slot so that they may rise later."""

    memory_kib: int = 256 * 1024
    passes: int = 4
    lanes: int = 2


@dataclass(frozen=True, slots=True)
class Unlocked:
    """The data key, and whose slot gave it."""

    key: bytes
    person: str
    """Empty when the office's own passphrase, the recovery code or the keyring opened it."""


@dataclass(frozen=True, slots=True)
class SecretStore:
    """A proven place for a small secret of this user."""

    put: Callable[[str, str], None]
    get: Callable[[str], str | None]


def system_store() -> SecretStore | None:
    """Return the first allow-listed keyring backend that reads back what was written.

    Never keyring's own choice: that may be a plaintext file or a store that forgets.
    """
    for backend in _backends():
        store = SecretStore(
            partial(backend.set_password, _SERVICE), partial(backend.get_password, _SERVICE)
        )
        probe = "probe-" + secrets.token_hex(8)
        try:
            store.put(probe, probe[::-1])
            proven = store.get(probe) == probe[::-1]
            backend.delete_password(_SERVICE, probe)
        except Exception:  # noqa: BLE001, S112 - each backend fails in its own way: not proven
            continue
        if proven:
            return store
    return None


def _backends() -> list[Any]:
    found: list[Any] = []
    with suppress(Exception):
        from keyring.backends.Windows import WinVaultKeyring  # noqa: PLC0415 - per system

        found.append(WinVaultKeyring)
    with suppress(Exception):
        from keyring.backends import SecretService  # noqa: PLC0415

        found.append(SecretService.Keyring)
    with suppress(Exception):
        from keyring.backends import kwallet  # noqa: PLC0415

        found.append(kwallet.DBusKeyring)
    with suppress(Exception):
        from keyring.backends import macOS  # noqa: PLC0415

        found.append(macOS.Keyring)
    viable = []
    for kind in found:
        with suppress(Exception):
            if kind.priority > 0:
                viable.append(kind())
    return viable


class KeyVault:
    """Makes and opens the key file of an office folder."""

    def __init__(
        self,
        hardness: Hardness | None = None,
        store: Callable[[], SecretStore | None] = system_store,
    ) -> None:
        self._hardness = hardness or Hardness()
        self._store = store

    def create(self, folder: Path, passphrase: str, *, keyring: bool) -> tuple[bytes, str]:
        """Make a data key and its slots.

        Returns:
            The 32-byte data key and the recovery code (160 bits in groups of four).

        Raises:
            WeakPassphrase: shorter than four characters.
        """
        phrase = _strong(passphrase)
        key = secrets.token_bytes(32)
        code = _new_code()
        slots = {
            "passphrase": self._seal(key, phrase, "passphrase"),
            "recovery": self._seal(key, _plain_code(code), "recovery"),
        }
        if keyring and (store := self._store()) is not None:
            slots["keyring"] = _seal_in_store(store, key)
        self._save(folder, {"version": 1, "slots": slots}, key)
        return key, code

    def unlock(self, folder: Path, passphrase: str) -> Unlocked:
        """Open the data key with a passphrase (the office's or a person's) or a recovery code.

        Raises:
            WrongKey: no slot opens with it.
            BooksMissing: there is no key file.
        """
        content = self._load(folder)
        phrase, code = _normal(passphrase), _plain_code(passphrase)
        names = ["recovery"] if code else []
        names += [name for name in content["slots"] if name not in {"recovery", "keyring"}]
        for name in names:
            secret = code if name == "recovery" else phrase
            key = self._open(content["slots"][name], secret, name)
            if key is not None:
                self._check(content, key, folder)
                return Unlocked(key, name.removeprefix(_PERSON) if _PERSON in name else "")
        raise WrongKey(path=str(folder))

    def add_person(self, folder: Path, key: bytes, name: str, passphrase: str) -> None:
        """Give a person a passphrase of his own that opens the same books.

        Raises:
            WeakPassphrase: shorter than four characters.
        """
        content = self._load(folder)
        self._check(content, key, folder)
        slot = self._seal(key, _strong(passphrase), _PERSON + name)
        content["slots"][_PERSON + name] = slot
        self._save(folder, content, key)

    def persons(self, folder: Path) -> frozenset[str]:
        """Return the names of those who have a passphrase of their own."""
        slots = self._load(folder)["slots"]
        return frozenset(name.removeprefix(_PERSON) for name in slots if _PERSON in name)

    def proves(self, folder: Path, slot: str, passphrase: str) -> bool:
        """Tell whether a passphrase opens one slot, and none but that."""
        held = self._load(folder)["slots"].get(slot)
        return held is not None and self._open(held, passphrase, slot) is not None

    def unlock_silently(self, folder: Path) -> bytes | None:
        """Return the data key from the keyring slot, None when there is none that works."""
        content = self._load(folder)
        slot = content["slots"].get("keyring")
        if slot is None:
            return None
        try:
            store = self._store()
            secret = store.get(slot["name"]) if store is not None else None
            if secret is None:
                return None
            key = AESGCM(base64.b64decode(secret)).decrypt(
                base64.b64decode(slot["nonce"]), base64.b64decode(slot["sealed"]), b"keyring"
            )
        except Exception:  # noqa: BLE001 - a locked or foreign keyring is no keyring
            return None
        self._check(content, key, folder)
        return key

    def has_keyring_slot(self, folder: Path) -> bool:
        """Tell whether a keyring slot was proven when the books were made."""
        return "keyring" in self._load(folder)["slots"]

    def _seal(self, key: bytes, secret: str, name: str) -> dict[str, Any]:
        hard = self._hardness
        salt, nonce = os.urandom(16), os.urandom(12)
        slot = {"m": hard.memory_kib, "t": hard.passes, "p": hard.lanes, "salt": _b64(salt)}
        sealed = AESGCM(_stretch(secret, slot)).encrypt(nonce, key, name.encode())
        return slot | {"nonce": _b64(nonce), "sealed": _b64(sealed)}

    @staticmethod
    def _open(slot: dict[str, Any], secret: str, name: str) -> bytes | None:
        try:
            return AESGCM(_stretch(secret, slot)).decrypt(
                base64.b64decode(slot["nonce"]), base64.b64decode(slot["sealed"]), name.encode()
            )
        except InvalidTag:
            return None

    @staticmethod
    def _save(folder: Path, content: dict[str, Any], key: bytes) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        content["mac"] = _mac(content, key)
        target = folder / KEY_FILE
        for path in (target, target.with_suffix(".axkeys2")):
            draft = path.with_suffix(".new")
            with os.fdopen(
                os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w"
            ) as out:
                json.dump(content, out, indent=1, sort_keys=True)
                out.flush()
                os.fsync(out.fileno())
            draft.replace(path)

    @staticmethod
    def _load(folder: Path) -> dict[str, Any]:
        target = folder / KEY_FILE
        for path in (target, target.with_suffix(".axkeys2")):
            with suppress(OSError, ValueError, KeyError):
                content = json.loads(path.read_text(encoding="utf-8"))
                if {"passphrase", "recovery"} <= set(content["slots"]):
                    return dict(content)
        raise BooksMissing(path=str(folder))

    @staticmethod
    def _check(content: dict[str, Any], key: bytes, folder: Path) -> None:
        if not hmac.compare_digest(content.get("mac", ""), _mac(content, key)):
            raise BooksDamaged(path=str(folder / KEY_FILE), detail="MAC")


@dataclass(frozen=True, slots=True)
class OwnPassphrases:
    """Passphrases of persons in one office folder; what desktop.ports.keys.PersonKeys asks for."""

    vault: KeyVault
    folder: Path
    key: bytes

    def names(self) -> frozenset[str]:
        """Return who has one."""
        return self.vault.persons(self.folder)

    def proves(self, name: str, passphrase: str) -> bool:
        """Tell whether this is the person's own passphrase."""
        return self.vault.proves(self.folder, _PERSON + name, _normal(passphrase))

    def recovers(self, code: str) -> bool:
        """Tell whether this is the office's recovery code, which stands in for a forgotten one."""
        plain = _plain_code(code)
        return bool(plain) and self.vault.proves(self.folder, "recovery", plain)

    def give(self, name: str, passphrase: str) -> None:
        """Give or replace a person's own passphrase. Raises WeakPassphrase."""
        self.vault.add_person(self.folder, self.key, name, passphrase)


def _seal_in_store(store: SecretStore, key: bytes) -> dict[str, str]:
    name, secret, nonce = "books-" + secrets.token_hex(8), os.urandom(32), os.urandom(12)
    store.put(name, _b64(secret))
    return {
        "name": name,
        "nonce": _b64(nonce),
        "sealed": _b64(AESGCM(secret).encrypt(nonce, key, b"keyring")),
    }


def _stretch(secret: str, slot: dict[str, Any]) -> bytes:
    kdf = Argon2id(
        salt=base64.b64decode(slot["salt"]),
        length=32,
        iterations=slot["t"],
        lanes=slot["p"],
        memory_cost=slot["m"],
    )
    return kdf.derive(secret.encode())


def _mac(content: dict[str, Any], key: bytes) -> str:
    body = {name: value for name, value in content.items() if name != "mac"}
    text = json.dumps(body, sort_keys=True).encode()
    return hmac.new(hashlib.sha256(b"axkeys" + key).digest(), text, "sha256").hexdigest()


def _b64(content: bytes) -> str:
    return base64.b64encode(content).decode()


def _normal(passphrase: str) -> str:
    return unicodedata.normalize("NFC", passphrase)


def strength(passphrase: str) -> int:
    """Return how long a passphrase is; a Chinese character counts twice."""
    return sum(1 if ord(char) < 128 else 2 for char in _normal(passphrase))  # noqa: PLR2004 - ASCII


def _strong(passphrase: str) -> str:
    phrase = _normal(passphrase)
    if strength(phrase) < LEAST:
        raise WeakPassphrase(least=LEAST)
    return phrase


def _new_code() -> str:
    text = base64.b32encode(secrets.token_bytes(20)).decode()
    return "-".join(text[n : n + 4] for n in range(0, 32, 4))


def _plain_code(code: str) -> str:
    """Return the 32 characters of a recovery code, empty when it is not one."""
    text = "".join(code.split()).replace("-", "").upper()
    return text if len(text) == 32 else ""  # noqa: PLR2004 - 160 bits in base32
