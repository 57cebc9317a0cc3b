"""The key file: what opens the books, what never does."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.domain.errors import BooksDamaged, BooksMissing, WeakPassphrase, WrongKey
from desktop.vault import KEY_FILE, Hardness, KeyVault, SecretStore

CHEAP = Hardness(memory_kib=64, passes=1, lanes=1)
PHRASE = "项目部的长口令 2026"


def no_store() -> SecretStore | None:
    return None


def vault(store: SecretStore | None = None) -> KeyVault:
    return KeyVault(CHEAP, lambda: store)


def test_passphrase_and_recovery_code_open_the_same_key(tmp_path: Path) -> None:
    key, code = vault().create(tmp_path, PHRASE, keyring=False)
    assert len(key) == 32
    assert vault().unlock(tmp_path, PHRASE).key == key
    typed_badly = code.lower().replace("-", " ")
    assert vault().unlock(tmp_path, typed_badly).key == key


@pytest.mark.parametrize("wrong", ["", PHRASE + " ", "项目部的长口令 2025", "AAAA-" * 8])
def test_nothing_else_opens_it(tmp_path: Path, wrong: str) -> None:
    vault().create(tmp_path, PHRASE, keyring=False)
    with pytest.raises(WrongKey):
        vault().unlock(tmp_path, wrong)


def test_a_short_passphrase_is_refused(tmp_path: Path) -> None:
    with pytest.raises(WeakPassphrase):
        vault().create(tmp_path, "123", keyring=False)
    assert not (tmp_path / KEY_FILE).exists()


def test_a_person_opens_the_books_with_a_passphrase_of_his_own(tmp_path: Path) -> None:
    key, _code = vault().create(tmp_path, PHRASE, keyring=False)
    vault().add_person(tmp_path, key, "罗守成", "罗守成自己的口令")
    opened = vault().unlock(tmp_path, "罗守成自己的口令")
    assert (opened.key, opened.person) == (key, "罗守成")
    assert vault().unlock(tmp_path, PHRASE).person == ""


def test_the_key_never_stands_in_the_file(tmp_path: Path) -> None:
    key, code = vault().create(tmp_path, PHRASE, keyring=False)
    content = (tmp_path / KEY_FILE).read_bytes()
    for secret in (key, key.hex().encode(), PHRASE.encode(), code.encode()):
        assert secret not in content
    assert (tmp_path / KEY_FILE).stat().st_mode & 0o077 == 0


def test_a_torn_key_file_is_read_from_its_second_copy(tmp_path: Path) -> None:
    key, _code = vault().create(tmp_path, PHRASE, keyring=False)
    (tmp_path / KEY_FILE).write_text("{")
    assert vault().unlock(tmp_path, PHRASE).key == key
    for path in tmp_path.glob("books.axkeys*"):
        path.unlink()
    with pytest.raises(BooksMissing):
        vault().unlock(tmp_path, PHRASE)


def test_a_changed_key_file_is_noticed(tmp_path: Path) -> None:
    vault().create(tmp_path, PHRASE, keyring=False)
    for path in tmp_path.glob("books.axkeys*"):
        content = json.loads(path.read_text())
        content["slots"]["planted"] = content["slots"]["recovery"]
        path.write_text(json.dumps(content))
    with pytest.raises(BooksDamaged):
        vault().unlock(tmp_path, PHRASE)


def forgetful(name: str) -> str | None:
    return None


def test_a_keyring_that_fails_later_only_means_asking(tmp_path: Path) -> None:
    kept: dict[str, str] = {}
    key, _code = vault(SecretStore(kept.__setitem__, kept.get)).create(
        tmp_path, PHRASE, keyring=True
    )
    assert vault(SecretStore(kept.__setitem__, kept.get)).unlock_silently(tmp_path) == key
    for gone in (None, SecretStore(kept.__setitem__, forgetful)):
        assert vault(gone).unlock_silently(tmp_path) is None
    kept.update(dict.fromkeys(kept, "bm90IHRoZSBrZXk="))
    assert vault(SecretStore(kept.__setitem__, kept.get)).unlock_silently(tmp_path) is None
    assert vault().unlock(tmp_path, PHRASE).key == key


def test_without_a_keyring_no_slot_is_made(tmp_path: Path) -> None:
    vault().create(tmp_path, PHRASE, keyring=True)
    assert not vault().has_keyring_slot(tmp_path)
    assert vault().unlock_silently(tmp_path) is None


PLAIN = """
from keyring.backend import KeyringBackend
class PlaintextKeyring(KeyringBackend):
    priority = 9
    kept = {}
    def set_password(self, service, user, secret): self.kept[service, user] = secret
    def get_password(self, service, user): return self.kept.get((service, user))
    def delete_password(self, service, user): self.kept.pop((service, user), None)
"""
ASK = """
import keyring, sys
from desktop.vault import system_store
assert type(keyring.get_keyring()).__name__ == "PlaintextKeyring"
sys.exit(0 if system_store() is None else 1)
"""


def test_a_plaintext_backend_that_keyring_itself_would_choose_is_never_used(tmp_path: Path) -> None:
    (tmp_path / "plain_backend.py").write_text(PLAIN)
    environment = {
        **os.environ,
        "PYTHON_KEYRING_BACKEND": "plain_backend.PlaintextKeyring",
        "PYTHONPATH": os.pathsep.join([str(tmp_path), *sys.path]),
    }
    done = subprocess.run([sys.executable, "-c", ASK], env=environment, check=False)
    assert done.returncode == 0


SERVICE = """
import sys
from pathlib import Path
from desktop.vault import Hardness, KeyVault
folder = Path(sys.argv[1])
vault = KeyVault(Hardness(64, 1, 1))
key, code = vault.create(folder, "a long passphrase", keyring=True)
assert vault.has_keyring_slot(folder)
assert KeyVault(Hardness(64, 1, 1)).unlock_silently(folder) == key
print("opened by the Secret Service")
"""


@pytest.mark.secretservice
def test_a_real_secret_service_opens_the_books(tmp_path: Path) -> None:
    if not (shutil.which("dbus-run-session") and shutil.which("gnome-keyring-daemon")):
        pytest.fail("gnome-keyring and dbus are needed: ./anxin test installs them")
    home, run = tmp_path / "home", tmp_path / "run"
    for folder in (home, run, tmp_path / "office"):
        folder.mkdir(mode=0o700)
    script = (
        "printf pw | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1; "
        'exec "$0" -c "$1" "$2"'
    )
    done = subprocess.run(
        ["dbus-run-session", "--", "bash", "-c", script, sys.executable, SERVICE,
         str(tmp_path / "office")],
        env={**os.environ, "HOME": str(home), "XDG_RUNTIME_DIR": str(run)},
        capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert "opened by the Secret Service" in done.stdout, done.stderr
