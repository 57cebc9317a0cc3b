"""What taking a gate's file in would do: its sums, unknown numbers, changed days, lost lines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QLabel,
    QPlainTextEdit,
    QProgressBar,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.findings import Code, Finding, Level
from desktop.domain.ids import WorkerId
from desktop.domain.imports import RefusedLine
from desktop.services.attendance import AttendanceReport
from desktop.services.attendance.grid_file import GridChange, GridDiff
from desktop.services.attendance.strangers import Stranger
from resources.words import phrase
from ui import format as text
from ui import theme, trouble
from ui.models.rows import Column
from ui.tasks import Ticket
from ui.widgets.data_table import DataTable

_Figure: TypeAlias = tuple[str, int, str]
"""Words, count, role of the label."""
LISTED = 200
"""Unreadable lines that are shown with their text."""
_TOLD = {Code.DIRECTION_UNKNOWN, Code.PUNCHES_REPAIRED, Code.MARK_OF_NOBODY}
"""Findings that are said beside the figures; the others have a place of their own."""


class Waiting(QWidget):
    """A file being read or stored."""

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


class Wrong(QWidget):
    """Why a file cannot be read at all, in full."""

    def __init__(self) -> None:
        super().__init__()
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(theme.px(8))

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Say what is wrong and how to mend it."""
        while (item := self._rows.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        for finding in findings:
            if finding.level is Level.STOP:
                said = trouble.of_finding(finding)
                for words, role in ((said.text, "fault"), (said.remedy, "")):
                    label = _label(role)
                    label.setText(words)
                    self._rows.addWidget(label)


class Report(QWidget):
    """The figures, then what a person may have to do about them."""

    def __init__(self) -> None:
        super().__init__()
        self.title = _label("section")
        self.grid = QGridLayout()
        self.grid.setHorizontalSpacing(theme.px(24))
        self.grid.setVerticalSpacing(theme.px(2))
        self.sum = _label("caption")
        self.told = _label("")
        self.strangers = Strangers()
        self.diff = Diff()
        for later in (self.strangers, self.diff):  # what is not shown takes no room
            later.hide()
        self.refused = _label("caption")
        self.lines = QPlainTextEdit()
        self.lines.setReadOnly(True)
        self.lines.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.lines.setMinimumHeight(theme.px(44))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(12))
        layout.addWidget(self.title)
        layout.addLayout(self.grid)
        layout.addWidget(self.sum)
        layout.addWidget(self.told)
        layout.addWidget(self.strangers, 2)
        layout.addWidget(self.diff, 3)
        layout.addWidget(self.refused)
        layout.addWidget(self.lines, 1)
        layout.addStretch(0)

    def show_report(
        self, report: AttendanceReport, title: str, refused: tuple[RefusedLine, ...]
    ) -> None:
        """Show the figures, then what is not known or cannot be read."""
        self.title.setText(title)
        self._show_figures(report)
        self._show_blank(report)
        said = [_sentence(finding) for finding in report.findings if finding.code in _TOLD]
        self.told.setText("\n".join(said))
        self.told.setVisible(bool(said))
        self.strangers.show_numbers(report.strangers)
        self.diff.show_diff(report.diff)
        self.refused.setText(self.tr("These lines stay out, with their text:"))
        self.refused.setVisible(bool(refused))
        row_words = self.tr("Row {row}: {text}")
        self.lines.setPlainText(
            "\n".join(
                row_words.format(row=one.line, text=one.text.strip().replace("\t", "  "))
                for one in refused[:LISTED]
            )
        )
        self.lines.setVisible(bool(refused))

    def _show_figures(self, report: AttendanceReport) -> None:
        while (item := self.grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        for column, figures in ((0, self._sum_of(report)), (3, self._outcome_of(report))):
            for row, (words, count, role) in enumerate(figures):
                label, figure = QLabel(words), QLabel(text.count(count))
                for widget in (label, figure):
                    theme.mark(widget, "role", role)
                figure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                self.grid.addWidget(label, row, column)
                self.grid.addWidget(figure, row, column + 1)
        self.grid.setColumnStretch(2, 1)
        self.grid.setColumnStretch(5, 2)

    def _sum_of(self, report: AttendanceReport) -> list[_Figure]:
        """Return the equation of the lines, so that anybody can add it up."""
        kept = (self.tr("= punches"), report.punches, "")
        lost = (self.tr("+ lines that cannot be read"), report.refused, "muted")
        if report.diff is not None:
            kept = (self.tr("= days on the sheet"), report.marks, "")
            lost = (self.tr("+ cells that cannot be read"), report.refused, "muted")
        others = [
            (f"+ {phrase('lines', kind)}", count, "muted") for kind, count in report.others.items()
        ]
        return [(self.tr("Lines in the file"), report.lines, ""), kept, lost, *others]

    def _outcome_of(self, report: AttendanceReport) -> list[_Figure]:
        if report.diff is not None:
            return [
                (self.tr("Days that change"), report.new, ""),
                (self.tr("Same as the books"), report.duplicates, "muted"),
                (self.tr("Not on the roster that day"), report.unknown, "muted"),
            ]
        return [
            (self.tr("New"), report.new, ""),
            (self.tr("Already there"), report.duplicates, "muted"),
            (self.tr("Of unknown gate numbers (kept)"), report.unknown, "muted"),
        ]

    def _show_blank(self, report: AttendanceReport) -> None:
        words = self.tr("Besides, {count} blank lines.")
        self.sum.setText(words.format(count=text.count(report.blank)))
        self.sum.setVisible(bool(report.blank))


class Strangers(QWidget):
    """Gate numbers that mean nobody; those that may be somebody's can be given to him here."""

    def __init__(self) -> None:
        super().__init__()
        self.words = _label("")
        self.boxes: list[tuple[QCheckBox, str, WorkerId]] = []
        self._rows = QWidget()
        self._list = QVBoxLayout(self._rows)
        self._list.setContentsMargins(*[theme.px(8)] * 4)
        self._list.setSpacing(theme.px(4))
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setWidget(self._rows)
        self.area.setMinimumHeight(theme.px(72))
        self.rest = _label("muted")
        self.rest.setAlignment(Qt.AlignmentFlag.AlignTop)  # beside its figures where there is room
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(4))
        for widget in (self.words, self.area, self.rest):
            layout.addWidget(widget)

    def show_numbers(self, strangers: Sequence[Stranger]) -> None:
        """Offer the numbers that may be somebody's, ticked; the others are named."""
        while (item := self._list.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        self.boxes = []
        offered = [one for one in strangers if one.worker is not None][:LISTED]
        for one in offered:
            self._offer(one)
        self._list.addStretch(1)
        self.words.setText(
            self.tr("{count} unknown gate numbers may be these workers. Give them their numbers:")
            .format(count=len(offered))
        )  # fmt: skip
        others = [one for one in strangers if one.worker is None]
        said = "、".join(
            f"{one.number}{f'（{one.name}）' if one.name else ''} ×{one.punches}"
            for one in others[:LISTED]
        )
        words = self.tr("Numbers that mean nobody yet: {numbers}. Say whose they are afterwards.")
        self.rest.setText(words.format(numbers=said))
        self.rest.setVisible(bool(others))
        for widget in (self.words, self.area):
            widget.setVisible(bool(offered))
        self.setVisible(bool(strangers))

    def _offer(self, one: Stranger) -> None:
        if one.worker is None or one.why is None:
            return
        words = self.tr("{number} · {count} punches → {name} ({why})").format(
            number=one.number,
            count=text.count(one.punches),
            name=one.worker_name,
            why=phrase("strangers", one.why.value),
        )
        box = QCheckBox(words)
        box.setChecked(True)
        self._list.addWidget(box)
        self.boxes.append((box, one.number, one.worker))

    @property
    def given(self) -> tuple[tuple[str, WorkerId], ...]:
        """The numbers ticked, with whom they are given to."""
        return tuple((number, worker) for box, number, worker in self.boxes if box.isChecked())


class Diff(QWidget):
    """Days that a month sheet changes, before and after."""

    def __init__(self) -> None:
        super().__init__()
        self.words = _label("muted")
        self.table: DataTable[GridChange] = DataTable(
            "attendance-diff",
            (
                Column("name", self.tr("Name"), lambda one: one.name, width=120),
                Column("day", self.tr("Day"), lambda one: text.day(one.day), width=110),
                Column("before", self.tr("Now"), _before, width=130),
                Column("after", self.tr("Will be"), lambda one: text.quantity(one.after), width=90),
            ),
            lambda one: (one.worker, one.day),
        )
        self.table.leave_filter_out()
        self.table.setMinimumHeight(theme.px(104))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(4))
        layout.addWidget(self.words)
        layout.addWidget(self.table, 1)

    def show_diff(self, diff: GridDiff | None) -> None:
        """Show the changes of a month sheet; nothing for other files."""
        self.setVisible(diff is not None)
        if diff is None:
            return
        self.words.setText(
            self.tr("These days will be set by hand, with the file's name as the reason.")
        )
        self.words.setVisible(bool(diff.changes))
        self.table.setVisible(bool(diff.changes))
        self.table.set_rows(diff.changes)


def _before(change: GridChange) -> str:
    if change.before is None:
        return "—"
    hand = phrase("marks", "hand") if change.by_hand else phrase("marks", "punches")
    return f"{text.quantity(change.before)}（{hand}）"


def _label(role: str) -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    theme.mark(label, "role", role)
    return label


def _sentence(finding: Finding) -> str:
    said = trouble.of_finding(finding)
    return f"{said.text}{said.remedy}"
