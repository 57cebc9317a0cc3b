"""Carries a batch to the bank: take (books), send (network), record (books), until it is final."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.changes import Outcome
from desktop.domain.disbursement import FINAL as FINAL_ITEMS
from desktop.domain.disbursement import AttemptOutcome, BatchState, PayBatch
from desktop.domain.errors import BankSilent, Offline
from desktop.domain.ids import BatchId
from desktop.services.disbursement.errand import Errand, Heard
from ui.desk import Desk
from ui.tasks import Ticket

WAITS = (0.05, 0.2, 0.5, 1.0, 2.0, 5.0)
"""Seconds before the next question; after the last one the person decides when to ask again."""
FINAL = frozenset(
    {BatchState.SETTLED, BatchState.PARTIAL, BatchState.REJECTED, BatchState.CANCELLED}
)


class Courier(QObject):
    """One errand after another; only the waiting between them can be stopped."""

    moved = Signal(object)
    """The PayBatch as it stands after a step."""
    ended = Signal(object)
    """The PayBatch as it stands when nothing more is done by itself."""

    def __init__(self, desk: Desk, owner: QWidget) -> None:
        super().__init__(owner)
        self._desk, self._owner = desk, owner
        self._pay = desk.office.disbursement
        self._turn = 0
        self.busy = False

    def carry(self, batch: PayBatch) -> None:
        """Send an approved batch and ask until it is final or the questions are used up."""
        self._turn, self.busy = 0, True
        if batch.state is BatchState.APPROVED:
            self._desk.write(
                self._owner,
                lambda _: self._pay.release(batch.id),
                lambda outcome: self._take(outcome.value.id),
                self.tr("Preparing the order"),
            )
        else:
            self._take(batch.id)

    def ask(self, batch_id: BatchId) -> None:
        """Ask once what became of a batch."""
        self._turn, self.busy = len(WAITS), True
        self._take(batch_id, only_ask=True)

    def stop(self) -> None:
        """Say that the chain has broken: an error was shown."""
        self.busy = False

    def _take(self, batch_id: BatchId, *, only_ask: bool = False) -> None:
        self._desk.write(
            self._owner, lambda _: self._pay.take(batch_id, only_ask=only_ask), self._send
        )

    def _send(self, outcome: Outcome[Errand]) -> None:
        errand = outcome.value
        # No title: a try that stands in the books is not stopped halfway.
        self._desk.job(
            self._owner,
            "",
            lambda _: self._pay.send(errand),
            lambda heard: self._record(errand, heard),
        )

    def _record(self, errand: Errand, heard: Heard) -> None:
        self._desk.write(
            self._owner,
            lambda _: self._pay.record(errand, heard),
            lambda outcome: self._go_on(heard, outcome.value),
        )

    def _go_on(self, heard: Heard, batch: PayBatch) -> None:
        self.moved.emit(batch)
        if batch.state in FINAL:
            self._end(batch)
        elif batch.state is BatchState.READY and heard.outcome is AttemptOutcome.NOT_FOUND:
            self._take(batch.id)
        elif batch.state is BatchState.READY and heard.outcome is AttemptOutcome.NOT_SENT:
            self._break(batch, Offline(host=batch.bank))
        elif self._turn >= len(WAITS):
            silent = batch.state is BatchState.READY
            self._break(batch, BankSilent(host=batch.bank, detail=heard.detail) if silent else None)
        else:
            self._wait(batch)

    def _wait(self, batch: PayBatch) -> None:
        seconds, self._turn = WAITS[self._turn], self._turn + 1
        done = sum(item.state in FINAL_ITEMS for item in batch.items)

        def pause(ticket: Ticket) -> None:
            ticket.step(done, len(batch.items), "pay")
            ticket.wait(seconds)

        title = self.tr("Waiting for the bank") if seconds >= 1 else ""
        self._desk.job(self._owner, title, pause, lambda _: self._take(batch.id))

    def _break(self, batch: PayBatch, error: Offline | BankSilent | None) -> None:
        shows = getattr(self._owner, "show_trouble", None)
        if error is not None and shows is not None:
            shows(error, lambda: self.carry(batch))
        self._end(batch)

    def _end(self, batch: PayBatch) -> None:
        self.busy = False
        self.ended.emit(batch)
