"""Files from outside are parsed in a child process that may be killed without loss.

The child limits its own memory and time, opens no file to write and no socket, writes its answer
as lines of JSON and ends. Whatever a crafted or damaged file does to a parser, it does to the
child.
"""

from __future__ import annotations

import importlib
import json
import os
import signal
import stat
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from desktop.domain.errors import FileTrouble
from desktop.domain.findings import Code
from desktop.ports.sheets import UnreadableSheetError


@dataclass(frozen=True, slots=True)
class Task:
    """A parser and what it may take; `work(path)` of the module yields plain parts."""

    module: str
    memory: int = 512 * 1024 * 1024
    """Bytes of address space for the child (Linux)."""
    seconds: float = 4.0
    """Processor seconds that any file gets (Linux); on the wall three times as much."""
    bytes_a_second: int = 1_500_000
    """Each so many bytes of the file earn one second more."""
    longest: float = 60.0


WORD = "--worker"
"""First word of the command line that makes a frozen program such a child."""

_TASKS = {
    "sheets": Task("desktop.kit.sheets"),
    "template": Task("desktop.kit.template_child"),
    "template-check": Task("desktop.kit.template_check"),
    "attendance": Task("desktop.kit.punch_child"),
    "picture": Task("desktop.kit.photos"),
    "scans": Task("printing.contract_scan", bytes_a_second=50_000, longest=600.0),
    "sheet-scans": Task("printing.readback", seconds=30.0, bytes_a_second=20_000, longest=900.0),
}
_ROOT = Path(__file__).resolve().parents[2]
_WALL = 3
_PANIC = "PanicException"
"""How a library written in Rust says that a file was beyond it."""
_STARVED = {
    -getattr(signal, name)
    for name in ("SIGABRT", "SIGSEGV", "SIGBUS", "SIGKILL", "SIGXCPU", "SIGTRAP", "SIGILL")
    if hasattr(signal, name)
}
"""How a child ends that ran into its limits inside a library."""
_FORBIDDEN = ("socket.", "subprocess.", "os.exec", "os.posix_spawn", "os.system", "os.fork")
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


def run_apart(task: str, path: Path, seconds: float = 0.0) -> list[object]:
    """Run a task on a file in a child process and return the plain parts of its answer.

    Args:
        task: a name of `_TASKS`.
        path: the file.
        seconds: how long to wait; 0: by the task and the size of the file.

    Raises:
        UnreadableSheetError: the task says that the file is not what it should be, or the file
            asked for more memory or time than it gets.
        FileTrouble: the file cannot be opened, or the child failed.
    """
    command, granted = command_for(task, path)
    try:
        done = subprocess.run(  # noqa: S603 - our own program, words of our own
            command,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=seconds or granted,
            check=False,
            env=environment(),
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except subprocess.TimeoutExpired:
        raise UnreadableSheetError(Code.FILE_UNREADABLE, "heavy") from None
    except OSError as error:
        raise FileTrouble(path=str(path), detail=str(error)) from error
    judge(path, done.returncode, done.stderr)
    return _parts(done.stdout)


def command_for(task: str, path: Path) -> tuple[list[str], float]:
    """Return the command that starts the child for a file, and how long to wait for it (s).

    Raises:
        FileTrouble: the file cannot be opened.
    """
    granted = _granted(_TASKS[task], _require_readable(path))
    words = [task, str(path.resolve()), str(round(granted) + 1)]
    return [*_command(), *words], granted * _WALL


def environment() -> dict[str, str]:
    """Return the environment in which the child finds our own modules."""
    return {**os.environ, "PYTHONPATH": str(_ROOT)}


def judge(path: Path, returncode: int, complaint: bytes) -> None:
    """Say how a child ended that did not end well.

    Raises:
        UnreadableSheetError: the file asked for more memory or time than it gets.
        FileTrouble: the child failed.
    """
    if returncode in _STARVED:
        raise UnreadableSheetError(Code.FILE_UNREADABLE, "heavy")
    if returncode != 0:
        last = complaint.decode("utf-8", "replace").strip().rsplit("\n", 1)[-1]
        raise FileTrouble(path=str(path), detail=last or f"exit {returncode}")


def _granted(task: Task, size: int) -> float:
    return min(task.seconds + size / task.bytes_a_second, task.longest)


def _parts(answer: bytes) -> list[object]:
    """Read an answer part by part, so that no single call holds up the window."""
    parts = [json.loads(line) for line in answer.split(b"\n") if line]
    last = parts.pop()
    if "wrong" in last:
        code, detail = last["wrong"]
        raise UnreadableSheetError(Code(code), detail)
    return parts


def _require_readable(path: Path) -> int:
    """Return the size of a plain file that can be opened; pipes and devices are none."""
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode) and not path.is_dir():
            raise FileTrouble(path=str(path), detail="not a file")
        with path.open("rb") as file:
            file.read(1)
    except OSError as error:
        raise FileTrouble(path=str(path), detail=error.strerror or str(error)) from error
    return about.st_size


def _command() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, WORD]
    return [sys.executable, "-m", "desktop.kit.worker_process"]


def _limit(memory: int, seconds: int) -> None:
    """Bound memory and processor time of this process, where the system can; write no file."""
    try:
        import resource  # noqa: PLC0415 - not on Windows
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def _refuse_reaching_out(event: str, arguments: tuple[object, ...]) -> None:
    """Audit hook of the child: no socket, no other program, no file opened to write."""
    if event.startswith(_FORBIDDEN):
        raise PermissionError(event)
    if event == "open" and isinstance(arguments[2], int) and arguments[2] & _WRITES:
        raise PermissionError(event)


def main(arguments: list[str]) -> int:
    """Be the child: run the named task on the named file and write the answer."""
    task, path, *seconds = arguments
    wanted = _TASKS[task]
    _limit(wanted.memory, int(seconds[0]) if seconds else round(wanted.longest))
    sys.addaudithook(_refuse_reaching_out)
    return answer(task, Path(path))


def answer(task: str, path: Path) -> int:
    """Write the parts of an answer, then how it ended."""
    out = sys.stdout.buffer
    try:
        for part in _work(task, path):
            out.write(json.dumps(part, ensure_ascii=False).encode("utf-8", "replace") + b"\n")
        end: object = {"whole": True}
    except UnreadableSheetError as error:
        end = {"wrong": [error.code.value, error.detail]}
    except (MemoryError, RecursionError):
        end = {"wrong": [Code.FILE_UNREADABLE.value, "heavy"]}
    except BaseException as error:
        if type(error).__name__ != _PANIC:
            raise
        end = {"wrong": [Code.FILE_UNREADABLE.value, "book"]}
    out.write(json.dumps(end, ensure_ascii=False).encode() + b"\n")
    out.flush()
    return 0


def _work(task: str, path: Path) -> Iterator[object]:
    yield from importlib.import_module(_TASKS[task].module).work(path)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
