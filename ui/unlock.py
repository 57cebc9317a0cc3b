"""Opening the books: silently where a keyring helps, else by passphrase or recovery code."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QProgressBar

from desktop.domain.errors import Cancelled, Trouble, UserError, WrongKey
from ui import theme
from ui.tasks import Lane, Tasks, Ticket
from ui.widgets.dialog import Dialog

T = TypeVar("T")
FREE = 5
"""Wrong tries before the next one has to wait."""
FIRST_WAIT, LONGEST_WAIT = 5, 300
"""Seconds; each further wrong try doubles the wait."""


def wait_after(wrong: int) -> int:
    """Return how many seconds to wait after so many wrong tries."""
    if wrong < FREE:
        return 0
    return min(FIRST_WAIT << (wrong - FREE), LONGEST_WAIT)


class UnlockDialog(Dialog, Generic[T]):
    """Holds what was opened in `opened` once it is accepted; the key is derived off the window."""

    def __init__(
        self,
        tasks: Tasks,
        place: str,
        silent: Callable[[], T | None],
        unlock: Callable[[str], T],
    ) -> None:
        super().__init__(None, "", "")
        self.setWindowTitle(self.tr("Anxin"))
        self.heading.setText(self.tr("Open the books"))
        self.purpose.setText(place)
        self.purpose.show()
        self._tasks = tasks
        self._silent = silent
        self._unlock = unlock
        self._wrong = 0
        self._left = 0
        self.opened: T | None = None
        self.phrase = QLineEdit()
        self.phrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.phrase.setAccessibleName(self.tr("Passphrase or recovery code"))
        self._eye = self._show_typed()
        self.caption = QLabel(self.tr("Passphrase or recovery code"))
        self.caption.setBuddy(self.phrase)
        theme.mark(self.caption, "role", "caption")
        self.state = QLabel()
        theme.mark(self.state, "role", "muted")
        self.bar = _endless_bar()
        for widget in (self.caption, self.phrase, self._eye, self.bar, self.state):
            self.body.addWidget(widget)
        self.add_act(self.tr("Quit"), self.reject)
        self.open_button = self.add_act(self.tr("Open"), self.try_phrase, primary=True)
        self.phrase.textChanged.connect(lambda _: self._allow())
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self._tick)
        self._begin(lambda _: self._silent())

    @property
    def waits(self) -> int:
        """Seconds until the next try; 0 when one may be made now."""
        return self._left

    def try_phrase(self) -> None:
        """Try what was typed."""
        typed = self.phrase.text()
        if typed and not self._left:
            self.clear_trouble()
            self._begin(lambda _: self._unlock(typed))

    def _begin(self, work: Callable[[Ticket], T | None]) -> None:
        self._show_busy(busy=True)
        self._tasks.start(Lane.CLERK, Ticket(), work, self._answered)

    def _answered(self, _ticket: Ticket, value: object, error: BaseException | None) -> None:
        if error is None and value is not None:
            self.opened = value  # type: ignore[assignment]
            self.accept()
            return
        self._show_busy(busy=False)
        if isinstance(error, WrongKey):
            self._count_wrong()
        if isinstance(error, UserError | Trouble):
            self.show_trouble(error)
        elif error is not None and not isinstance(error, Cancelled):
            raise error
        self.adjustSize()
        self.phrase.setFocus()
        self.phrase.selectAll()

    def _count_wrong(self) -> None:
        self._wrong += 1
        self._left = wait_after(self._wrong)
        if self._left:
            self._timer.start()
            self._say_wait()

    def _tick(self) -> None:
        self._left = max(0, self._left - 1)
        if not self._left:
            self._timer.stop()
        self._say_wait()

    def _say_wait(self) -> None:
        told = self.tr("The next try is possible in {seconds} seconds.")
        self.state.setText(told.format(seconds=self._left) if self._left else "")
        self._allow()

    def _allow(self) -> None:
        self.open_button.setEnabled(bool(self.phrase.text()) and not self._left)

    def _show_busy(self, *, busy: bool) -> None:
        self.state.setText(self.tr("Opening the books …") if busy else "")
        self.bar.setVisible(busy)
        for widget in (self.caption, self.phrase, self._eye):
            widget.setVisible(not busy)
        self.open_button.setVisible(not busy)
        self._allow()

    def _show_typed(self) -> QCheckBox:
        box = QCheckBox(self.tr("Show what is typed"))

        def show(shown: bool) -> None:  # noqa: FBT001 - Qt's signal
            mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
            self.phrase.setEchoMode(mode)

        box.toggled.connect(show)
        return box


def _endless_bar() -> QProgressBar:
    bar = QProgressBar()
    bar.setRange(0, 0)
    bar.setTextVisible(False)
    return bar
