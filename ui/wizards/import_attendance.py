"""A gate's file on its way in: read, look at what it would do, accept, take back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QLabel,
    QPlainTextEdit,
    QProgressBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.changes import Outcome
from desktop.domain.errors import Trouble, UserError
from desktop.domain.findings import stops
from desktop.domain.ids import ProjectId
from desktop.domain.imports import RefusedLine
from desktop.services.attendance import AttendanceReport, PunchProposal
from desktop.services.office import Office
from ui import format as text
from ui import theme, trouble
from ui.context import PageContext
from ui.tasks import Ticket
from ui.widgets.decision import Decision
from ui.widgets.file_drop import FileDrop
from ui.widgets.findings_list import FindingsList

SUFFIXES = (".dat", ".txt", ".csv", ".log")
LISTED = 200
"""Unreadable lines that are shown with their text."""


class ImportAttendance(Decision):
    """Four steps in one place: choose, wait, look, done."""

    imported = Signal(object, object)
    """AttendanceReport and what takes the import back."""

    def __init__(self, context: PageContext, parent: QWidget) -> None:
        super().__init__(parent, self.tr("Import punches"), self.tr("Accept"), width=640)
        self._desk, self._office = context.desk, context.office
        self._project = context.project
        self._page = parent
        self._proposal: PunchProposal | None = None
        self._ticket: Ticket | None = None
        self.drop = FileDrop(
            self.tr("Drop the gate's export here (attlog.dat). Nothing is written yet."), SUFFIXES
        )
        self.drop.setMinimumHeight(theme.px(260))
        self.drop.chosen.connect(self.read)
        self.waiting = _Waiting()
        self.report = _Report()
        self.wrong = FindingsList()
        self.steps = QStackedWidget()
        for widget in (self.drop, self.waiting, self.report, self.wrong):
            self.steps.addWidget(widget)
        self.body.addWidget(self.steps, 1)
        self.back = self.add_act(self.tr("Another file"), self._begin)
        self.buttons.removeWidget(self.back)
        self.buttons.insertWidget(1, self.back)
        self._desk.progressed.connect(self._moved)
        self.rejected.connect(self._stop)
        self._begin()

    def read(self, path: Path) -> None:
        """Read a file on a runner; progress and cancelling work meanwhile."""
        self.clear_trouble()
        self.waiting.begin(path.name)
        self._show(self.waiting)
        office = self._office
        self._ticket = self._desk.job(
            self,
            self.tr("Reading punches"),
            lambda ticket: office.attendance.read(path, progress=ticket),
            self._proposed,
        )

    def decide(self) -> None:
        """Accept what was shown."""
        proposal, project, office = self._proposal, self._project, self._office
        if proposal is None or project is None:
            return
        self.wait()
        self.waiting.begin(proposal.file_name)
        self._show(self.waiting)
        self._ticket = self._desk.write(
            self,
            lambda ticket: office.attendance.accept(proposal, project, ticket),
            self._done,
            self.tr("Importing punches"),
        )

    def show_trouble(
        self, error: UserError | Trouble, again: Callable[[], object] | None = None
    ) -> None:
        """Show why; another file can be chosen."""
        self._begin()
        super().show_trouble(error, again)
        self.verb.setEnabled(False)

    def _begin(self) -> None:
        self._stop()
        self._proposal = None
        self.clear_trouble()
        self._show(self.drop)
        self.drop.button.setFocus()

    def _stop(self) -> None:
        if self._ticket is not None:
            self._ticket.cancel()
            self._ticket = None

    def _show(self, step: QWidget) -> None:
        self.steps.setCurrentWidget(step)
        self.verb.setVisible(step is self.report)
        self.verb.setEnabled(step is self.report)
        self.back.setVisible(step in {self.report, self.wrong})

    def _moved(self, ticket: Ticket) -> None:
        if ticket is self._ticket:
            self.waiting.move_on(ticket)

    def _proposed(self, proposal: PunchProposal) -> None:
        self._ticket = None
        self._proposal, project, office = proposal, self._project, self._office
        if stops(proposal.findings):
            self.wrong.set_findings(proposal.findings)
            self._show(self.wrong)
        elif project is not None:
            self._desk.read(
                self, lambda: office.attendance.report(proposal, project), self._reported
            )

    def _reported(self, report: AttendanceReport) -> None:
        if self._proposal is None:
            return
        titles = {one.name: one.title for one in self._office.attendance.formats()}
        title = f"{self._proposal.file_name} · {titles.get(report.format, report.format)}"
        self.report.show_report(report, title, self._proposal.refused)
        self._show(self.report)
        words = self.tr("Accept {count} new punches") if report.new else self.tr("Accept")
        self.verb.setText(words.format(count=text.count(report.new + report.unknown)))
        self.verb.setFocus()

    def _done(self, outcome: Outcome[AttendanceReport]) -> None:
        self._ticket = None
        desk, office, page = self._desk, self._office, self._page
        project, sha = self._project, self._proposal.sha256 if self._proposal else ""

        def undo() -> None:
            desk.write(page, lambda _: _take_back(office, project, sha))

        self.imported.emit(outcome.value, undo)
        self.accept()


def _take_back(office: Office, project: ProjectId | None, sha256: str) -> Outcome[int]:
    """Undo the newest import of a file that still stands."""
    records = office.attendance.imports(project) if project is not None else ()
    for record in records:
        if record.sha256 == sha256 and record.undone_at is None:
            return office.attendance.undo(record.id)
    raise LookupError(sha256)


class _Waiting(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.file = QLabel()
        theme.mark(self.file, "role", "section")
        self.words = QLabel()
        theme.mark(self.words, "role", "muted")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        layout = QVBoxLayout(self)
        layout.addStretch(1)
        for widget in (self.file, self.bar, self.words):
            layout.addWidget(widget)
        layout.addStretch(2)

    def begin(self, name: str) -> None:
        """Show a file that is just being opened."""
        self.file.setText(name)
        self.words.clear()
        self.bar.setRange(0, 0)

    def move_on(self, ticket: Ticket) -> None:
        """Show how far the work is."""
        if ticket.total:
            self.bar.setRange(0, 1_000)
            self.bar.setValue(ticket.done * 1_000 // ticket.total)
            figures = f"{text.count(ticket.done)}/{text.count(ticket.total)}"
            said = (trouble.of_progress(ticket.words), figures)
            self.words.setText(" · ".join(filter(None, said)))


class _Report(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.title = QLabel()
        theme.mark(self.title, "role", "section")
        self.grid = QGridLayout()
        self.grid.setHorizontalSpacing(theme.px(24))
        self.grid.setVerticalSpacing(theme.px(2))
        self.numbers = QLabel()
        self.numbers.setWordWrap(True)
        self.numbers.setTextFormat(Qt.TextFormat.PlainText)
        self.lines = QPlainTextEdit()
        self.lines.setReadOnly(True)
        self.lines.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.lines.setMinimumHeight(theme.px(90))
        self.refused = QLabel()
        theme.mark(self.refused, "role", "caption")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(12))
        layout.addWidget(self.title)
        layout.addLayout(self.grid)
        layout.addWidget(self.numbers)
        layout.addWidget(self.refused)
        layout.addWidget(self.lines, 1)
        layout.addStretch(0)

    def show_report(
        self, report: AttendanceReport, title: str, refused: tuple[RefusedLine, ...]
    ) -> None:
        """Show the figures, then what is not known or cannot be read."""
        self.title.setText(title)
        while (item := self.grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        for row, (words, count, role) in enumerate(
            (
                (self.tr("Lines in the file"), report.lines, ""),
                (self.tr("= punches"), report.punches, ""),
                (self.tr("+ lines that cannot be read"), report.refused, "muted"),
                (self.tr("New"), report.new, ""),
                (self.tr("Already there"), report.duplicates, "muted"),
                (self.tr("Of unknown gate numbers (kept)"), report.unknown, "muted"),
            )
        ):
            label, figure = QLabel(words), QLabel(text.count(count))
            for widget in (label, figure):
                theme.mark(widget, "role", role)
            figure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            place = (row % 3, 0 if row < 3 else 3)  # noqa: PLR2004 - two columns of three
            self.grid.addWidget(label, *place)
            self.grid.addWidget(figure, place[0], place[1] + 1)
        self.grid.setColumnStretch(2, 1)
        self.grid.setColumnStretch(5, 2)
        unknown = report.unknown_device_numbers
        said = "、".join(f"{number} ×{count}" for number, count in unknown.items())
        words = self.tr("Numbers that mean nobody yet: {numbers}. Say whose they are afterwards.")
        self.numbers.setText(words.format(numbers=said))
        self.numbers.setVisible(bool(unknown))
        words = self.tr("These lines stay out, with their text:")
        self.refused.setText(words)
        self.refused.setVisible(bool(refused))
        row_words = self.tr("Row {row}: {text}")
        self.lines.setPlainText(
            "\n".join(
                row_words.format(row=one.line, text=one.text.strip().replace("\t", "  "))
                for one in refused[:LISTED]
            )
        )
        self.lines.setVisible(bool(refused))
