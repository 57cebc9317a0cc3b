"""A gate's file on its way in: which gate, read, say what is open, look, accept, take back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.changes import Outcome
from desktop.domain.errors import Trouble, UserError
from desktop.domain.findings import Code, Level, stops
from desktop.domain.ids import ProjectId, WorkerId
from desktop.ports.attendance import Reading, TableMapping, TablePreview
from desktop.services.attendance import AttendanceReport, PunchProposal
from desktop.services.office import Office
from ui import format as text
from ui import theme
from ui.context import PageContext
from ui.tasks import Ticket
from ui.widgets.decision import Decision
from ui.widgets.file_drop import FileDrop
from ui.wizards.import_attendance_asks import AskDates, AskMonth, asked_of
from ui.wizards.import_attendance_columns import Columns
from ui.wizards.import_attendance_report import Report, Waiting, Wrong

SUFFIXES = (
    ".dat", ".txt", ".csv", ".tsv", ".log", ".xls", ".xlsx", ".ods", ".htm", ".html", ".json",
)  # fmt: skip
TABLE = "table"
SIZE = (720, 600)
_EDGES = 48
"""Pixels of a screen that a window's frame and the task bar may need."""
_NOT_A_TABLE = {Code.FILE_EMPTY, Code.FILE_UNREADABLE}


class ImportAttendance(Decision):
    """Choose, wait, answer what the file leaves open, look, done."""

    imported = Signal(object, object)
    """AttendanceReport and what takes the import back."""

    def __init__(self, context: PageContext, parent: QWidget) -> None:
        super().__init__(parent, self.tr("Import attendance"), self.tr("Accept"), width=720)
        self._desk, self._office = context.desk, context.office
        self._project = context.project
        self._page = parent
        self._path = Path()
        self._reading = Reading()
        self._kept: Mapping[str, Reading] = {}
        self._proposal: PunchProposal | None = None
        self._ticket: Ticket | None = None
        self.drop = FileDrop(
            self.tr(
                "Drop the gate's export here: attlog.dat, an access list, a daily report, a month "
                "sheet or any other table. Nothing is written yet."
            ),
            SUFFIXES,
        )
        self.drop.setMinimumHeight(theme.px(180))
        self.gate = _gate_box(self.tr("found by the file's format"))
        self.waiting, self.report, self.wrong = Waiting(), Report(), Wrong()
        self.dates, self.month, self.columns = AskDates(), AskMonth(context.month), Columns()
        self.by_hand = QPushButton(self.tr("It is a table: say what its columns are"))
        theme.mark(self.by_hand, "kind", "usual")
        self.steps = QStackedWidget()
        self.choose, self.refused = self._choose_step(), self._refused_step()
        for widget in (
            self.choose, self.waiting, self.report, self.refused, self.dates, self.month,
            self.columns,
        ):  # fmt: skip
            self.steps.addWidget(widget)
        self.body.addWidget(self.steps, 1)
        self.back = self.add_act(self.tr("Another file"), self._begin)
        self.buttons.removeWidget(self.back)
        self.buttons.insertWidget(1, self.back)
        self._connect()
        self._begin()
        room = self.screen().availableGeometry().size()
        self.resize(*_fitting(theme.px(SIZE[0]), theme.px(SIZE[1]), room))
        self._load_gates()

    def _connect(self) -> None:
        self.drop.chosen.connect(self.read)
        self.dates.chosen.connect(lambda: self.verb.setEnabled(bool(self.dates.value)))
        self.columns.changed.connect(self._columns_changed)
        self.columns.looked.connect(self._look)
        self.by_hand.clicked.connect(lambda: self._look(TableMapping()))
        self._desk.progressed.connect(self._moved)
        self.rejected.connect(self._stop)

    def _choose_step(self) -> QWidget:
        step = QWidget()
        column = QVBoxLayout(step)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        row = QHBoxLayout()
        label = QLabel(self.tr("Gate"))
        label.setBuddy(self.gate)
        theme.mark(label, "role", "caption")
        self.gate.setAccessibleName(label.text())
        row.addWidget(label)
        row.addWidget(self.gate, 1)
        hint = QLabel(self.tr("A new name makes a new gate; it remembers how its files are read."))
        theme.mark(hint, "role", "muted")
        column.addLayout(row)
        column.addWidget(hint)
        column.addWidget(self.drop, 1)
        return step

    def _refused_step(self) -> QWidget:
        step = QWidget()
        column = QVBoxLayout(step)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(16))
        column.addWidget(self.wrong)
        row = QHBoxLayout()
        row.addWidget(self.by_hand)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)
        return step

    def _load_gates(self) -> None:
        project, office = self._project, self._office
        if project is not None:
            self._desk.read(self, lambda: office.attendance.remembered(project), self._gates_loaded)

    def _gates_loaded(self, kept: Mapping[str, Reading]) -> None:
        self._kept = kept
        before = self.gate.currentText()
        self.gate.clear()
        self.gate.addItems(["", *kept])
        self.gate.setCurrentText(before)

    def read(self, path: Path) -> None:
        """Read a file on a runner; progress and cancelling work meanwhile."""
        self._path, self._reading = path, Reading()
        self._read()

    def _read(self) -> None:
        self.clear_trouble()
        self.waiting.begin(self._path.name)
        self._show(self.waiting)
        office, path, reading, kept = self._office, self._path, self._reading, self._kept
        gate = self.gate.currentText().strip()
        self._ticket = self._desk.job(
            self,
            self.tr("Reading punches"),
            lambda ticket: office.attendance.read_at(path, gate, kept, reading, ticket),
            self._proposed,
        )

    def decide(self) -> None:
        """Go on with what was said, or accept what was shown."""
        step = self.steps.currentWidget()
        if step is self.dates:
            self._reading = replace(self._reading, date_format=self.dates.value)
        elif step is self.month:
            self._reading = replace(self._reading, month=self.month.value)
        elif step is self.columns:
            self._reading = replace(self._reading, format=TABLE, mapping=self.columns.mapping)
        else:
            self._accept_file()
            return
        self._read()

    def _accept_file(self) -> None:
        proposal, project, office = self._proposal, self._project, self._office
        if proposal is None or project is None:
            return
        gate, given = self.gate.currentText().strip(), self.report.strangers.given
        self.wait()
        self.waiting.begin(proposal.file_name)
        self._show(self.waiting)

        def work(ticket: Ticket) -> Outcome[AttendanceReport]:
            outcome = office.attendance.accept(proposal, project, ticket, gate)
            return _with_numbers(office, project, outcome, given)

        self._ticket = self._desk.write(self, work, self._done, self.tr("Importing punches"))

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
        self._show(self.choose)
        self.drop.button.setFocus()

    def _stop(self) -> None:
        if self._ticket is not None:
            self._ticket.cancel()
            self._ticket = None

    def _show(self, step: QWidget) -> None:
        self.steps.setCurrentWidget(step)
        acts = step in {self.report, self.dates, self.month, self.columns}
        self.verb.setVisible(acts)
        self.verb.setEnabled(acts)
        self.back.setVisible(acts or step is self.refused)
        if acts and step is not self.report:
            self.verb.setText(self.tr("Go on"))

    def _moved(self, ticket: Ticket) -> None:
        if ticket is self._ticket:
            self.waiting.move_on(ticket)

    def _proposed(self, proposal: PunchProposal) -> None:
        self._ticket = None
        self._proposal, project, office = proposal, self._project, self._office
        asked = asked_of(proposal.findings)
        if Code.DATE_FORMAT_UNSURE in asked:
            self.dates.ask(asked[Code.DATE_FORMAT_UNSURE])
            self._show(self.dates)
            self.verb.setEnabled(False)
            self.dates.take_focus()
        elif Code.MONTH_UNSURE in asked:
            self._show(self.month)
            self.verb.setFocus()
        elif Code.COLUMNS_UNSURE in asked:
            self._look(proposal.reading.mapping)
        elif stops(proposal.findings):
            grave = [one for one in proposal.findings if one.level is Level.STOP]
            is_table = not any(one.code in _NOT_A_TABLE or "detail" in one.facts for one in grave)
            self.by_hand.setVisible(is_table)
            self.wrong.show_findings(proposal.findings)
            self._show(self.refused)
            self.back.setFocus()
        elif project is not None:
            gate = self.gate.currentText().strip()
            self._desk.read(
                self, lambda: office.attendance.report(proposal, project, gate), self._reported
            )

    def _look(self, mapping: TableMapping) -> None:
        """Show the beginning of the file, divided as a mapping says."""
        office, path = self._office, self._path
        self._desk.job(
            self,
            self.tr("Looking at the table"),
            lambda _: office.attendance.preview(path, mapping),
            self._previewed,
        )

    def _previewed(self, preview: TablePreview) -> None:
        fresh = self.steps.currentWidget() is not self.columns
        self.columns.show_preview(preview)
        self._show(self.columns)
        self.verb.setEnabled(self.columns.are_enough)
        if fresh:
            self.columns.take_focus()

    def _columns_changed(self) -> None:
        if self.steps.currentWidget() is self.columns:
            self.verb.setEnabled(self.columns.are_enough)

    def _reported(self, report: AttendanceReport) -> None:
        if self._proposal is None:
            return
        titles = {one.name: one.title for one in self._office.attendance.formats()}
        names = (self._proposal.file_name, titles.get(report.format, report.format))
        gate = report.gate if report.gate != report.format else ""
        self.report.show_report(
            report, " · ".join(filter(None, (*names, gate))), self._proposal.refused
        )
        self._show(self.report)
        self.verb.setText(self._verb_of(report))
        self.verb.setFocus()

    def _verb_of(self, report: AttendanceReport) -> str:
        if report.diff is not None:
            words = self.tr("Set {count} days") if report.new else self.tr("Accept")
            return words.format(count=text.count(report.new))
        new = report.new + report.unknown_new
        words = self.tr("Accept {count} new punches") if new else self.tr("Accept")
        return words.format(count=text.count(new))

    def _done(self, outcome: Outcome[AttendanceReport]) -> None:
        self._ticket = None
        desk, office, page = self._desk, self._office, self._page
        project, sha = self._project, self._proposal.sha256 if self._proposal else ""

        def undo() -> None:
            desk.write(page, lambda _: _take_back(office, project, sha))

        self.imported.emit(outcome.value, undo)
        self.accept()


def _fitting(width: int, height: int, room: QSize) -> tuple[int, int]:
    """Return a size no larger than a screen has room for."""
    return min(width, room.width()), min(height, room.height() - _EDGES)


def _gate_box(words: str) -> QComboBox:
    box = QComboBox()
    box.setEditable(True)
    box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    if (line := box.lineEdit()) is not None:
        line.setMaxLength(40)
        line.setPlaceholderText(words)
    return box


def _with_numbers(
    office: Office,
    project: ProjectId,
    outcome: Outcome[AttendanceReport],
    given: tuple[tuple[str, WorkerId], ...],
) -> Outcome[AttendanceReport]:
    """Give numbers to the workers whose they are, and tell everything that changed."""
    changes = outcome.changes
    for number, worker in given:
        changes = office.attendance.assign_number(project, number, worker).changes
    return Outcome(outcome.value, changes)


def _take_back(office: Office, project: ProjectId | None, sha256: str) -> Outcome[int]:
    """Undo the newest import of a file that still stands."""
    records = office.attendance.imports(project) if project is not None else ()
    for record in records:
        if record.sha256 == sha256 and record.undone_at is None:
            return office.attendance.undo(record.id)
    raise LookupError(sha256)
