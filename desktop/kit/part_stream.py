"""A child's answer part by part, while it works: for long files that tell how far they are."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Generator, Iterator
from contextlib import suppress
from pathlib import Path
from threading import Thread, Timer
from typing import IO, Any

from desktop.domain.errors import FileTrouble
from desktop.domain.findings import Code
from desktop.kit.worker_process import command_for, environment, judge
from desktop.ports.sheets import UnreadableSheetError


def stream_apart(task: str, path: Path) -> Iterator[dict[str, Any]]:
    """Run a task on a file in a child process and yield the plain parts of its answer.

    Whoever stops listening stops the child.

    Raises:
        UnreadableSheetError: the task says that the file is not what it should be, or the file
            asked for more memory or time than it gets.
        FileTrouble: the file cannot be opened, or the child failed.
    """
    command, seconds = command_for(task, path)
    child = _started(command, path)
    late = Timer(seconds, child.kill)
    complaint: list[bytes] = []
    with child:
        listener = Thread(target=_note, args=(child.stderr, complaint), daemon=True)
        late.start()
        listener.start()
        try:
            whole = yield from _parts(child.stdout)
        except BaseException:
            child.kill()
            raise
        finally:
            late.cancel()
            late.join()
            listener.join()
    judge(path, child.returncode, b"".join(complaint))
    if not whole:
        raise FileTrouble(path=str(path), detail="half an answer")


def _started(command: list[str], path: Path) -> subprocess.Popen[bytes]:
    try:
        return subprocess.Popen(  # noqa: S603 - our own program, words of our own
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment(),
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError as error:
        raise FileTrouble(path=str(path), detail=str(error)) from error


def _parts(stream: IO[bytes] | None) -> Generator[dict[str, Any], None, bool]:
    """Yield the parts and return whether the answer came to its end."""
    for line in stream or ():
        try:
            part: dict[str, Any] = json.loads(line)
        except ValueError:  # cut off where the child was stopped
            return False
        if "wrong" in part:
            code, detail = part["wrong"]
            raise UnreadableSheetError(Code(code), detail)
        if "whole" in part:
            return True
        yield part
    return False


def _note(stream: IO[bytes], said: list[bytes]) -> None:
    with suppress(OSError):
        said.append(stream.read())
