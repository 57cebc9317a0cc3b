"""Threads of the window: one clerk who writes the books, one reader, four runners."""

from __future__ import annotations

import threading
import time
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from enum import StrEnum
from itertools import count
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot

from desktop.domain.errors import Cancelled

if TYPE_CHECKING:
    from collections.abc import Callable

    Work = Callable[["Ticket"], object]
    Done = Callable[["Ticket", object, BaseException | None], None]

REPORT_EVERY = 0.1
"""Least seconds between two reports of one ticket to the screen."""


class Lane(StrEnum):
    """Who does the work."""

    CLERK = "clerk"
    READER = "reader"
    RUNNER = "runner"


class Ticket:
    """A piece of work: reports how far it is, and may be stopped where it reports."""

    def __init__(self, title: str = "", report: Callable[[Ticket], None] | None = None) -> None:
        self.title = title
        self.done = 0
        self.total = 0
        self.words = ""
        self._stop = threading.Event()
        self._report = report
        self._reported = 0.0

    @property
    def cancelled(self) -> bool:
        """Whether the person asked to stop."""
        return self._stop.is_set()

    def cancel(self) -> None:
        """Ask the work to stop at its next step."""
        self._stop.set()

    def wait(self, seconds: float) -> None:
        """Pause the work; being stopped ends the pause at once.

        Raises:
            Cancelled: the person asked to stop.
        """
        if self._stop.wait(seconds):
            raise Cancelled

    def step(self, done: int, total: int, words: str = "") -> None:
        """Report done of total; `words` is a key of the progress phrases.

        Raises:
            Cancelled: the person asked to stop.
        """
        if self._stop.is_set():
            raise Cancelled
        self.done, self.total, self.words = done, total, words
        now = time.monotonic()
        if self._report is not None and now - self._reported >= REPORT_EVERY:
            self._reported = now
            self._report(self)


class Tasks(QObject):
    """The executors; every answer arrives on the thread of the window."""

    _woken = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keys = count()
        self._open = True
        self._waiting: dict[int, tuple[Ticket, Work, Done]] = {}
        self._inbox: deque[Callable[[], None]] = deque()
        self._lanes = {lane: _executor(lane) for lane in Lane}
        self._woken.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def start(self, lane: Lane, ticket: Ticket, work: Work, done: Done) -> None:
        """Queue work on a lane; `done(ticket, value, error)` follows on the window's thread."""
        if not self._open:
            return
        key = next(self._keys)
        self._waiting[key] = (ticket, work, done)
        self._lanes[lane].submit(self._run, key)

    def post(self, act: Callable[[], None]) -> None:
        """Call something on the window's thread soon, from any thread."""
        self._inbox.append(act)
        if self._open:
            self._woken.emit()

    @property
    def busy(self) -> int:
        """How many pieces of work are queued, running or not yet answered."""
        return len(self._waiting)

    def close(self) -> None:
        """Drop the queues, stop what can be stopped, wait for the running piece."""
        self._open = False
        for ticket, _, _ in self._waiting.values():
            ticket.cancel()
        for executor in self._lanes.values():
            executor.shutdown(wait=True, cancel_futures=True)
        self._waiting.clear()
        self._inbox.clear()

    def _run(self, key: int) -> None:
        # The answer goes through the inbox, so that no widget dies on this thread: nothing the
        # work holds on to may have its last owner here.
        self._inbox.append(self._answer(key))
        if self._open:
            self._woken.emit()

    def _answer(self, key: int) -> Callable[[], None]:
        ticket, work, _ = self._waiting[key]
        try:
            if ticket.cancelled:
                raise Cancelled  # noqa: TRY301 - stopped while still queued
            value = work(ticket)
        except BaseException as error:  # noqa: BLE001 - answered on the window's thread
            return _Answer(self, key, None, error)
        return _Answer(self, key, value, None)

    def finish(self, key: int, value: object, error: BaseException | None) -> None:
        """Hand an answer to who asked; only the answers themselves call this."""
        ticket, _, done = self._waiting.pop(key)
        done(ticket, value, error)

    @Slot()
    def _deliver(self) -> None:
        while self._inbox:
            self._inbox.popleft()()


class _Answer:
    def __init__(self, tasks: Tasks, key: int, value: object, error: BaseException | None) -> None:
        self._tasks = tasks
        self._key = key
        self._value = value
        self._error = error

    def __call__(self) -> None:
        self._tasks.finish(self._key, self._value, self._error)


def _executor(lane: Lane) -> ThreadPoolExecutor:
    numbers = count(1)

    def name_thread() -> None:
        # SqlBooks refuses threads whose name begins with "runner".
        name = f"runner-{next(numbers)}" if lane is Lane.RUNNER else str(lane)
        threading.current_thread().name = name

    return ThreadPoolExecutor(4 if lane is Lane.RUNNER else 1, str(lane), name_thread)
