"""First usable window of a big office, against a bare Qt main window; each in a new process."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

from desktop import wiring
from tests.bench.big_office import PASSPHRASE
from tests.bench.figures import Figure

ROOT = Path(__file__).resolve().parents[2]


def start(folder, *words, child="tests.bench.window_child"):
    """Run one start of a child and return what it says of itself."""
    home = folder / "home"
    home.mkdir(exist_ok=True)
    done = subprocess.run(
        [sys.executable, "-m", child, *words],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": str(home)},
        capture_output=True,
        check=False,
        timeout=600,
    )
    if done.returncode:
        raise RuntimeError(done.stderr.decode())
    return json.loads(done.stdout.decode().splitlines()[-1])


def derivation(big):
    """Time Argon2id and the opening of the slot."""
    began = time.perf_counter()
    wiring.unlock(Path(big.folder), PASSPHRASE)
    return time.perf_counter() - began


def measure(big, folder, rounds):
    """Return the figures: from the key, from a cold program, the roster page; and what was shown.

    A first start of each warms the disk's cache and is not counted.
    """
    from_key = Figure("first usable window, from the key", 5)
    whole = Figure("the same from the program's first line, all imports in it", None)
    roster = Figure("roster page of everybody, opened after it", None)
    argon = Figure("key derivation (Argon2id)", None)
    for run in range(rounds + 1):
        bare = start(folder, "bare")["usable"]
        said = start(folder, "ours", big.folder, big.key.hex())
        if not run:
            continue
        from_key.bare.append(bare)
        from_key.ours.append(said["office"] + said["window"])
        from_key.note(office=said["office"], window=said["window"])
        whole.bare.append(bare)
        whole.ours.append(said["usable"])
        whole.note(imports=said["imports"])
        roster.ours.append(said["roster"])
    argon.ours = [derivation(big) for _ in range(rounds)]
    return [from_key, whole, roster, argon], said["rows"]
