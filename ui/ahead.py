"""Imports ahead of time what pages need: one module at a time, while nobody acts."""

from __future__ import annotations

import pkgutil
import time
from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer

import ui.wizards

if TYPE_CHECKING:
    from ui.window import MainWindow

STEP = 25
"""Milliseconds between two steps."""
QUIET = 0.8
"""Seconds without key, click or wheel, and without work under way, that count as idle."""
_ACTS = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.Wheel,
}


class Ahead(QObject):
    """Steps of preparation for one window; it ends by itself, or with the window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._steps = steps(window)
        self._acted = time.monotonic()
        self.is_done = False
        self._timer = QTimer(self, interval=STEP)
        self._timer.timeout.connect(self._step)
        window.closed.connect(self.stop)

    def start(self) -> None:
        """Begin once the window is shown; what persons do in it puts every step off."""
        handle = self._window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)
        self._timer.start()

    def stop(self) -> None:
        """End for good."""
        self._timer.stop()
        handle = self._window.windowHandle()
        if handle is not None:
            handle.removeEventFilter(self)
        self._steps = iter(())
        self.is_done = True

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Notice what is done in the window; nothing is kept from it."""
        if event.type() in _ACTS:
            self._acted = time.monotonic()
        return False

    def _step(self) -> None:
        if self._window.context.desk.busy:
            self._acted = max(self._acted, time.monotonic() - QUIET / 2)
        if time.monotonic() - self._acted < QUIET:
            return
        step = next(self._steps, None)
        if step is None:
            self.stop()
        else:
            step()


def steps(window: MainWindow) -> Iterator[Callable[[], object]]:
    """Name each step in the order of the rail: the modules of every page, dialogs at the end."""
    for entry in window.entries:
        package = entry.module.rpartition(".")[0]
        for name in modules(package):
            yield partial(import_module, name)
    for name in modules(ui.wizards.__name__):
        yield partial(import_module, name)


def modules(package: str) -> Iterator[str]:
    """Name the modules of a package, by the alphabet."""
    path = import_module(package).__path__
    for module in pkgutil.iter_modules(path, f"{package}."):
        yield module.name
