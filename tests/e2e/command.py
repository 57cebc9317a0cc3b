"""Runs the command line: as a child process, or in this one where starting Python is not judged."""

import contextlib
import io
import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from desktop import logs, wiring
from desktop.cli import main
from desktop.vault import Hardness, KeyVault

ROOT = Path(__file__).resolve().parents[2]
SITE = ROOT / "tests" / "site" / "site.json"
ROSTER = ROOT / "tests" / "site" / "roster.xlsx"
PHRASE = "工地办公室的长口令"
MONTH = ("--month", "2021-03")


@dataclass(frozen=True)
class Done:
    """What a command did."""

    code: int
    out: str
    err: str

    @property
    def facts(self):
        """The one JSON document of standard output."""
        return json.loads(self.out)

    @property
    def codes(self):
        """Codes of the findings, in order."""
        return [finding["code"] for finding in self.facts["findings"]]


@dataclass(frozen=True)
class Office:
    """An office folder and the files around it."""

    folder: Path

    @property
    def books(self):
        return self.folder / "office"

    @property
    def tail(self):
        return ("--books", self.books, "--passphrase-file", self.folder / "pass")

    def child(self, *words, **options):
        """Run `python -m desktop WORDS --books … --passphrase-file … --json`."""
        return child(*words, *self.tail, "--json", cwd=self.folder, **options)

    def here(self, *words):
        """Run the same words in this process."""
        return here(*words, *self.tail, "--json")

    def copy(self, folder):
        """Copy the office to another folder."""
        shutil.copytree(self.folder, folder)
        return Office(folder)


def child(*words, cwd, limit=0, env=None):
    """Run words in a process of its own; `limit` is the largest file it may write, bytes."""
    surroundings = {**os.environ, "PYTHONPATH": str(ROOT), **(env or {})}
    command = [sys.executable, "-m", "desktop", *map(str, words)]
    if limit:
        command = ["bash", "-c", f'ulimit -f {limit // 1024}; exec "$@"', "limited", *command]
    done = subprocess.run(
        command, cwd=cwd, env=surroundings, capture_output=True, stdin=subprocess.DEVNULL,
        check=False, timeout=120,
    )  # fmt: skip
    return Done(done.returncode, done.stdout.decode(), done.stderr.decode())


def here(*words):
    """Run words in this process, with its standard streams caught and no log kept."""
    out, err = io.StringIO(), io.StringIO()
    start, logs.start = logs.start, lambda _folder: None
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            code = main([str(word) for word in words])
    finally:
        logs.start = start
    return Done(code, out.getvalue(), err.getvalue())


def new_office(folder, *, site=True, roster=True):
    """Make an office whose passphrase is quickly stretched (slots keep their own hardness)."""
    folder.mkdir(parents=True)
    (folder / "pass").write_text(PHRASE + "\n", "utf-8")
    office = Office(folder)
    strong, wiring.KeyVault = wiring.KeyVault, partial(KeyVault, Hardness(1024, 1, 1))
    try:
        assert office.here("office", "create").code == 0
    finally:
        wiring.KeyVault = strong
    if site:
        assert office.here("project", "import", SITE).code == 0
    if roster:
        assert office.here("roster", "import", ROSTER).code == 0
    return office


def clear(done):
    """Tell whether a refusal speaks Chinese, without a traceback or a naked error name."""
    said = done.err
    chinese = sum("\u4e00" <= char <= "\u9fff" for char in said)
    return chinese >= 8 and "Traceback" not in said and "Error" not in said
