"""Device files are read in a child process; meanwhile it says how far it is and can be stopped."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Generator, Iterable, Iterator
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from time import monotonic
from typing import IO

from desktop.domain.errors import FileTrouble
from desktop.domain.findings import Code
from desktop.domain.progress import SILENT, Progress
from desktop.kit.punch_wire import Fields, file_of, preview_of
from desktop.kit.worker_process import command_for, environment, judge
from desktop.ports.attendance import (
    AttendanceFormat,
    PunchFile,
    Reading,
    TableMapping,
    TablePreview,
)
from desktop.ports.sheets import UnreadableSheetError

TASK = "attendance"
_TURN = 0.2
"""Seconds after which the person is asked again whether a silent child may go on."""


class ChildPunchFiles:
    """Reads device files in a child process of their own."""

    def __init__(self, formats: Iterable[AttendanceFormat]) -> None:
        self._formats = tuple(sorted(formats, key=lambda one: (one.rank, one.name)))

    def formats(self) -> tuple[AttendanceFormat, ...]:
        """Return the formats that can be read."""
        return self._formats

    def read(self, path: Path, reading: Reading, progress: Progress = SILENT) -> PunchFile:
        """Read a device's file.

        Raises:
            UnreadableSheetError: it is damaged, binary, of no known format, or beyond all measure.
            FileTrouble: it cannot be opened, or the child failed.
            Cancelled: the person stopped it.
        """
        return file_of(_answer(path, {"reading": asdict(reading), "preview": False}, progress))

    def preview(self, path: Path, mapping: TableMapping) -> TablePreview:
        """Return the beginning of a table. Raises UnreadableSheetError, FileTrouble."""
        asked = {"reading": asdict(Reading(mapping=mapping)), "preview": True}
        return preview_of(_answer(path, asked, SILENT))


def _answer(path: Path, asked: object, progress: Progress) -> Iterator[Fields]:
    """Yield the parts of the child's answer; the child never outlives this."""
    command, seconds = command_for(TASK, path)
    try:
        child = subprocess.Popen(  # noqa: S603 - our own program, words of our own
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment(),
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError as error:
        raise FileTrouble(path=str(path), detail=str(error)) from error
    complaint: list[bytes] = []
    heard: SimpleQueue[bytes] = SimpleQueue()
    with child:
        listeners = _listen(child, json.dumps(asked).encode(), heard, complaint)
        try:
            whole = yield from _parts(heard, progress, monotonic() + seconds)
        except BaseException:
            child.kill()
            raise
        finally:
            for listener in listeners:
                listener.join()
    judge(path, child.returncode, b"".join(complaint))
    if not whole:
        raise FileTrouble(path=str(path), detail="half an answer")


def _listen(
    child: subprocess.Popen[bytes], asked: bytes, heard: SimpleQueue[bytes], said: list[bytes]
) -> list[Thread]:
    """Ask the child, and hear both its voices without one blocking the other."""

    def ask(stream: IO[bytes]) -> None:
        with suppress(OSError):
            stream.write(asked)
            stream.close()

    def hear(stream: IO[bytes]) -> None:
        for line in stream:
            heard.put(line)
        heard.put(b"")

    def note(stream: IO[bytes]) -> None:
        said.append(stream.read())

    pairs = ((ask, child.stdin), (hear, child.stdout), (note, child.stderr))
    threads = [Thread(target=act, args=(stream,), daemon=True) for act, stream in pairs]
    for thread in threads:
        thread.start()
    return threads


def _parts(
    heard: SimpleQueue[bytes], progress: Progress, until: float
) -> Generator[Fields, None, bool]:
    """Yield parts as they come; returns whether the answer came to its end.

    Raises:
        UnreadableSheetError: the child says so, or takes too long.
    """
    last = (0, 0, "")
    while True:
        try:
            line = heard.get(timeout=_TURN)
        except Empty:
            if monotonic() > until:
                raise UnreadableSheetError(Code.FILE_UNREADABLE, "heavy") from None
            progress.step(*last)
            continue
        if not line:
            return False
        part = json.loads(line)
        if "step" in part:
            last = tuple(part["step"])
            progress.step(*last)
        elif "wrong" in part:
            code, detail = part["wrong"]
            raise UnreadableSheetError(Code(code), detail)
        elif "whole" in part:
            return True
        else:
            yield part
