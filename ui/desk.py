"""The desk between pages and the office: ask, be answered, hear of changes."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Protocol, TypeVar, cast

import shiboken6
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.changes import Outcome
from desktop.domain.errors import Cancelled, Trouble, UserError
from ui.tasks import Lane, Tasks, Ticket

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.services.office import Office

T = TypeVar("T")


class Troubled(Protocol):
    """A widget (a page, a dialog) that can show why an act did not happen."""

    def show_trouble(self, error: UserError | Trouble, again: Callable[[], object] | None) -> None:
        """Show the error; `again` repeats the act where trying again can help."""


class Desk(QObject):
    """Office and threads as pages see them."""

    changed = Signal(object)
    """Changes: what was written; emitted before the asker is answered, and always."""
    failed = Signal(object)
    """Error that no living page could show."""
    started = Signal(object)
    """Ticket of a job that began."""
    progressed = Signal(object)
    """Ticket that has moved on."""
    ended = Signal(object)
    """Ticket whose work ended: done, failed or stopped."""

    def __init__(self, office: Office, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.office = office
        self._tasks = tasks

    def read(
        self,
        widget: QWidget,
        work: Callable[[], T],
        then: Callable[[T], object] | None = None,
    ) -> Ticket:
        """Read the books on the reader's thread, then answer if the widget still lives."""

        def again() -> Ticket:
            return self.read(widget, work, then)

        return self._start(Lane.READER, Ticket(), (widget, lambda _: work(), then, again))

    def write(
        self,
        widget: QWidget,
        work: Callable[[Ticket], Outcome[T]],
        then: Callable[[Outcome[T]], object] | None = None,
        title: str = "",
    ) -> Ticket:
        """Write the books on the clerk's thread, announce the change, then answer.

        A titled write is shown in the job tray like a job.
        """

        def again() -> Ticket:
            return self.write(widget, work, then, title)

        return self._start(Lane.CLERK, self._ticket(title), (widget, work, then, again))

    def job(
        self,
        widget: QWidget,
        title: str,
        work: Callable[[Ticket], T],
        then: Callable[[T], object] | None = None,
    ) -> Ticket:
        """Do work that never opens the books (files, network, paper) on a runner's thread."""

        def again() -> Ticket:
            return self.job(widget, title, work, then)

        return self._start(Lane.RUNNER, self._ticket(title), (widget, work, then, again))

    @property
    def busy(self) -> int:
        """How many pieces of work are queued, running or not yet answered."""
        return self._tasks.busy

    def _ticket(self, title: str) -> Ticket:
        return Ticket(title, lambda ticket: self._tasks.post(lambda: self._moved(ticket)))

    def _moved(self, ticket: Ticket) -> None:
        self.progressed.emit(ticket)

    def _start(self, lane: Lane, ticket: Ticket, asked: tuple[object, ...]) -> Ticket:
        widget, work, then, again = asked
        asker = cast("QWidget", widget)

        def done(ticket: Ticket, value: object, error: BaseException | None) -> None:
            self._answer(asker, ticket, value, error, (then, again))

        if ticket.title:
            self.started.emit(ticket)
        self._tasks.start(lane, ticket, cast("Callable[[Ticket], object]", work), done)
        return ticket

    def _answer(
        self,
        widget: QWidget,
        ticket: Ticket,
        value: object,
        error: BaseException | None,
        asked: tuple[object, object],
    ) -> None:
        then, again = asked
        if isinstance(value, Outcome):
            self.changed.emit(value.changes)
        self.ended.emit(ticket)
        if error is not None:
            self._fail(widget, error, cast("Callable[[], object]", again))
        elif then is not None and shiboken6.isValid(widget):
            cast("Callable[[object], object]", then)(value)

    def _fail(self, widget: QWidget, error: BaseException, again: Callable[[], object]) -> None:
        if isinstance(error, Cancelled):
            return
        if not isinstance(error, UserError | Trouble):
            sys.excepthook(type(error), error, error.__traceback__)
            return
        asker = _who_shows(widget)
        if asker is None:
            self.failed.emit(error)
            return
        retryable = isinstance(error, Trouble) and error.retryable
        asker.show_trouble(error, again if retryable else None)


def _who_shows(widget: QWidget) -> Troubled | None:
    """Walk up from the asking widget to the first that can show trouble."""
    above: QWidget | None = widget if shiboken6.isValid(widget) else None
    while above is not None:
        if hasattr(above, "show_trouble"):
            return cast("Troubled", above)
        above = above.parentWidget()
    return None
