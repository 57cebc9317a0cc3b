"""Files from outside are parsed in a child process that may be killed without loss.

The child limits its own memory and time, writes its answer as lines of JSON and ends. Whatever a
crafted or damaged file does to a parser, it does to the child.
"""

from __future__ import annotations

import importlib
import json
import os
import subprocess
import sys
from pathlib import Path

from desktop.domain.errors import FileTrouble
from desktop.domain.findings import Code
from desktop.ports.sheets import UnreadableSheetError

MEMORY = 1_500_000_000
"""Bytes of address space for the child (Linux)."""
SECONDS = 60
"""Processor seconds for the child (Linux); on the wall half as much again."""
WORD = "--worker"
"""First word of the command line that makes a frozen program such a child."""

_TASKS = {"sheets": "desktop.kit.sheets"}
_ROOT = Path(__file__).resolve().parents[2]


def run_apart(task: str, path: Path, seconds: float = SECONDS * 1.5) -> list[object]:
    """Run a task on a file in a child process and return the plain parts of its answer.

    Raises:
        UnreadableSheetError: the task says that the file is not what it should be.
        FileTrouble: the file cannot be opened, or the child was stopped or died.
    """
    _require_readable(path)
    try:
        done = subprocess.run(  # noqa: S603 - our own program, words of our own
            [*_command(), task, str(path.resolve())],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=seconds,
            check=False,
            env={**os.environ, "PYTHONPATH": str(_ROOT)},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except subprocess.TimeoutExpired:
        raise FileTrouble(path=str(path), detail=f"> {seconds:.0f} s") from None
    except OSError as error:
        raise FileTrouble(path=str(path), detail=str(error)) from error
    if done.returncode != 0:
        last = done.stderr.decode("utf-8", "replace").strip().rsplit("\n", 1)[-1]
        raise FileTrouble(path=str(path), detail=last or f"exit {done.returncode}")
    return _parts(done.stdout)


def _parts(answer: bytes) -> list[object]:
    """Read an answer part by part, so that no single call holds up the window."""
    parts = [json.loads(line) for line in answer.split(b"\n") if line]
    last = parts.pop()
    if "wrong" in last:
        code, detail = last["wrong"]
        raise UnreadableSheetError(Code(code), detail)
    return parts


def _require_readable(path: Path) -> None:
    try:
        with path.open("rb") as file:
            file.read(1)
    except OSError as error:
        raise FileTrouble(path=str(path), detail=error.strerror or str(error)) from error


def _command() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, WORD]
    return [sys.executable, "-m", "desktop.kit.worker_process"]


def _limit() -> None:
    """Bound memory and processor time of this process, where the system can."""
    try:
        import resource  # noqa: PLC0415 - not on Windows
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main(arguments: list[str]) -> int:
    """Be the child: run the named task on the named file and write the answer."""
    task, path = arguments
    _limit()
    parts: list[object] = []
    try:
        parts += [*importlib.import_module(_TASKS[task]).work(Path(path)), {"whole": True}]
    except UnreadableSheetError as error:
        parts = [{"wrong": [error.code.value, error.detail]}]
    except MemoryError:
        parts = [{"wrong": [Code.FILE_UNREADABLE.value, "large"]}]
    for part in parts:
        sys.stdout.buffer.write(json.dumps(part, ensure_ascii=False).encode() + b"\n")
    sys.stdout.buffer.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
