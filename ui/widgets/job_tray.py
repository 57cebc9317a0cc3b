"""Long work in the status bar: a bar, words with numbers, a stop button."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QToolButton, QWidget

from ui import format as text
from ui import icons, theme, trouble
from ui.desk import Desk
from ui.tasks import Ticket


class _Job(QWidget):
    def __init__(self, ticket: Ticket) -> None:
        super().__init__()
        self._ticket = ticket
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(8))
        self.words = QLabel(ticket.title)
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(theme.px(120))
        self.stop = QToolButton()
        self.stop.setIcon(icons.get("close", "muted"))
        self.stop.setToolTip(QCoreApplication.translate("JobTray", "Stop"))
        self.stop.clicked.connect(self._cancel)
        layout.addStretch(1)
        for widget in (self.words, self.bar, self.stop):
            layout.addWidget(widget)

    def move_on(self) -> None:
        """Show how far the work is."""
        ticket = self._ticket
        if ticket.total:
            self.bar.setRange(0, ticket.total)
            self.bar.setValue(ticket.done)
            figures = f"{text.count(ticket.done)}/{text.count(ticket.total)}"
            what = trouble.of_progress(ticket.words)
            self.words.setText(" · ".join(filter(None, (ticket.title, what, figures))))

    def _cancel(self) -> None:
        self._ticket.cancel()
        self.stop.setEnabled(False)
        self.words.setText(QCoreApplication.translate("JobTray", "Stopping …"))


class JobTray(QWidget):
    """Every running job, newest at the right; nothing is shown while nothing runs."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._jobs: dict[Ticket, _Job] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, theme.px(8), 0)
        self._row.setSpacing(theme.px(24))
        desk.started.connect(self._begin)
        desk.progressed.connect(self._move)
        desk.ended.connect(self._end)

    @property
    def count(self) -> int:
        """How many jobs are shown."""
        return len(self._jobs)

    def _begin(self, ticket: Ticket) -> None:
        self._jobs[ticket] = _Job(ticket)
        self._row.addWidget(self._jobs[ticket])

    def _move(self, ticket: Ticket) -> None:
        if ticket in self._jobs:
            self._jobs[ticket].move_on()

    def _end(self, ticket: Ticket) -> None:
        job = self._jobs.pop(ticket, None)
        if job is not None:
            job.hide()
            job.deleteLater()
