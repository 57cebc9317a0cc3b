"""Attendance: a row a worker, a column a day; typed into, pasted into, mended, undone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from desktop.domain.attendance import AttendanceRule, DayMark
from desktop.domain.calendar import Calendar
from desktop.domain.changes import Topic
from desktop.domain.ids import ProjectId
from desktop.domain.months import WageMonth
from desktop.services.attendance import GridRow, MonthGrid
from desktop.services.office import Office
from ui import format as text
from ui import icons, theme
from ui.context import PageContext
from ui.models.grid import Cell, Entry, GridModel
from ui.pages.attendance import words
from ui.pages.attendance.asks import Asks
from ui.pages.attendance.dialogs import ReasonDialog, quiet
from ui.pages.attendance.edits import Days, Edits, Held, held, typed
from ui.pages.attendance.grid_view import MonthGridView
from ui.pages.attendance.inspector import DayInspector, history
from ui.pages.attendance.legend import Legend
from ui.pages.attendance.paste import Block, PasteDialog, read_block
from ui.pages.attendance.refused import RefusedLines
from ui.pages.page import Page
from ui.widgets.banner import Banner
from ui.widgets.empty_state import EmptyState

LATER = 200
"""Milliseconds after which the inspector follows the cell in focus."""


@dataclass(frozen=True, slots=True)
class _Read:
    """Everything the page shows, read at once."""

    project: ProjectId
    month: WageMonth
    grid: MonthGrid
    rule: AttendanceRule
    calendar: Calendar


def _read(office: Office, project: ProjectId, month: WageMonth) -> _Read:
    return _Read(
        project,
        month,
        office.attendance.month(project, month),
        office.projects.get(project).attendance_rule,
        office.projects.calendar(),
    )


class AttendancePage(Page):
    """The month grid with everything around it."""

    topics = frozenset({Topic.ATTENDANCE, Topic.ROSTER, Topic.PROJECT, Topic.CALENDAR})

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, words.heading())
        self.rule = AttendanceRule()
        self.reason = ""
        self._shown: _Read | None = None
        self._target: object = None
        self._reading = False
        self._inspector: DayInspector | None = None
        self._later = QTimer(self, singleShot=True, interval=LATER)
        self.edits = Edits(self.desk, self)
        self.asks = Asks(self)
        self.model = GridModel(
            self._tip,
            (self.tr("Name"), self.tr("Team"), self.tr("Days"), self.tr("Single")),
            self,
        )
        self.view = MonthGridView(self.model)
        self.empty = EmptyState(
            self.tr("Nobody works on this project in this month yet. Import the roster first."),
            "attendance",
            self.tr("Go to the roster"),
            lambda: self.context.go("roster"),
        )
        self.stack = QStackedWidget()
        self.room = QWidget()
        room = QVBoxLayout(self.room)
        room.setContentsMargins(0, 0, 0, 0)
        room.setSpacing(theme.px(12))
        room.addLayout(self._bar())
        room.addWidget(self.view, 1)
        room.addLayout(self._foot())
        self.stack.addWidget(self.room)
        self.stack.addWidget(self.empty)
        self.add_act(self.tr("Counting rule …"), lambda: self.asks.open_rule(self.rule), "settings")
        hours = self.tr("Extra hours …")
        self.add_act(hours, lambda: self.asks.open_hours(self.model.rows), "calendar")
        self.add_act(self.tr("Import punches …"), self.asks.open_import, "import", primary=True)
        self.body.addWidget(self.stack, 1)
        self._connect()

    def refresh(self) -> None:
        """Read the month."""
        project, month = self.context.project, self.context.month
        if project is None:
            self.stack.setCurrentWidget(self.empty)
            return
        self._reading = True
        self.desk.read(self, lambda: _read(self.office, project, month), self._show)

    def arrive(self, target: object) -> None:
        """Open what another page sent for, once the month is read.

        A Cell, "import", "exceptions" (single punches), "unknown" (gate numbers) or "refused"
        (lines that cannot be read).
        """
        read = self._shown
        here = (self.context.project, self.context.month)
        if self._reading or read is None or (read.project, read.month) != here:
            self._target = target
        elif isinstance(target, Cell):
            self.view.go_to(self.model.place_of(target))
        elif isinstance(target, str) and target in self._places:
            self._places[target]()

    def take_keyboard(self) -> None:
        """Let keys go to the days."""
        self.view.days.setFocus()

    def start_find(self) -> None:
        """Put the cursor into the filter."""
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the legend out where there is no room for its words."""
        super().resizeEvent(event)
        self.legend.setVisible(self.width() > theme.px(760))

    def undo(self) -> bool:
        """Take the newest change of days back."""
        done = self.edits.undo()
        if done:
            self.context.say(self.tr("Days are as they were before"))
        return done

    def redo(self) -> None:
        """Do again what was taken back."""
        if self.edits.redo():
            self.context.say(self.tr("Days are set again"))

    def _bar(self) -> QHBoxLayout:
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(self.tr("Name, initials or team"))
        self.filter.addAction(
            icons.get("search", "muted"), QLineEdit.ActionPosition.LeadingPosition
        )
        self.filter.setClearButtonEnabled(True)
        self.filter.setMinimumWidth(theme.px(120))
        self.filter.setMaximumWidth(theme.px(220))
        self.exceptions = QCheckBox(self.tr("Only single punches"))
        self.next = QPushButton(self.tr("Next (F4)"))
        theme.mark(self.next, "kind", "quiet")
        bar = QHBoxLayout()
        bar.setSpacing(theme.px(12))
        bar.addWidget(self.filter, 100)
        for widget in (self.exceptions, self.next):
            bar.addWidget(widget)
        bar.addStretch(1)
        return bar

    def _foot(self) -> QHBoxLayout:
        self.why = quiet("")
        self.why.setIcon(icons.get("edit", "accent"))
        foot = QHBoxLayout()
        self.legend = Legend()
        foot.addWidget(self.legend)
        foot.addStretch(1)
        self.unknown = quiet("")
        self.refused = quiet("")
        for button in (self.refused, self.unknown):
            button.hide()
            foot.addWidget(button)
        foot.addWidget(self.why)
        return foot

    def _connect(self) -> None:
        self.filter.textChanged.connect(self.model.set_filter)
        self.filter.returnPressed.connect(self.view.setFocus)
        self.exceptions.toggled.connect(lambda on: self.model.set_exceptions_only(only=on))
        self.next.clicked.connect(self.view.go_to_single)
        self.unknown.clicked.connect(self._open_numbers)
        self.refused.clicked.connect(self._show_refused)
        self._places: dict[str, Callable[[], object]] = {
            "import": self.asks.open_import,
            "exceptions": self._show_singles,
            "unknown": self._open_numbers,
            "refused": self._show_refused,
        }
        self.why.clicked.connect(lambda: self._ask(0, lambda: None))
        self.view.entered.connect(self._entered)
        self.view.cleared.connect(self._clear)
        self.view.pasted.connect(self._paste)
        self.view.misread.connect(self._misread)
        self.view.current.connect(self._follow)
        self.view.details.connect(lambda: self._inspect(self._here))
        self._later.timeout.connect(lambda: self._inspect(self._here))
        self.context.moved.connect(self.edits.forget)
        for keys, act in (
            ("F4", self.view.go_to_single),
            ("Ctrl+Y", self.redo),
            ("Ctrl+Shift+Z", self.redo),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)
        self._say_reason()

    def _show(self, read: _Read) -> None:
        if (read.project, read.month) != (self.context.project, self.context.month):
            return
        self._reading = False
        self._shown, self.rule = read, read.rule
        self.model.set_month(read.grid, read.calendar)
        self.stack.setCurrentWidget(self.room if read.grid.rows else self.empty)
        singles = sum(row.singles for row in read.grid.rows)
        self.next.setEnabled(singles > 0)
        self.exceptions.setEnabled(singles > 0 or self.exceptions.isChecked())
        self.context.count("attendance", singles + len(read.grid.unknown))
        unknown = sum(read.grid.unknown.values())
        said = self.tr("{numbers} gate numbers unknown …")
        self.unknown.setText(said.format(numbers=len(read.grid.unknown)))
        punches = self.tr("{count} punches count as soon as the numbers have workers.")
        self.unknown.setToolTip(punches.format(count=unknown))
        self.unknown.setVisible(bool(unknown))
        lines = self.tr("{count} lines not readable …").format(count=len(read.grid.refused))
        self.refused.setText(lines)
        self.refused.setVisible(bool(read.grid.refused))
        self._say_purpose(read)
        self._follow(None)
        target, self._target = self._target, None
        self.arrive(target)

    def _say_purpose(self, read: _Read) -> None:
        if read.grid.rows and not any(row.marks for row in read.grid.rows):
            said = self.tr("{month}: no punches yet. Import the gate's file, or type the days.")
            self.purpose.setText(said.format(month=text.month(read.month)))
        else:
            self.purpose.setText(self.heading.purpose)

    def _tip(self, row: GridRow, mark: DayMark) -> str:
        return words.tip(row, mark, self.rule)

    def _say_reason(self) -> None:
        said = self.tr("Reason: {reason}") if self.reason else self.tr("Reason for changes …")
        self.why.setText(said.format(reason=self.reason))

    def _ask(self, days: int, then: Callable[[], object]) -> ReasonDialog:
        dialog = ReasonDialog(self, self.reason, days)

        def take() -> None:
            self.reason = dialog.reason.text().strip()
            self._say_reason()
            then()

        dialog.accepted.connect(take)
        dialog.finished.connect(self.view.setFocus)
        dialog.open()
        return dialog

    def _entered(self, cells: tuple[Cell, ...], entry: Entry) -> None:
        if not cells:
            return
        if not self.reason:
            self._ask(len(cells), lambda: self._do(typed(cells, entry, self.reason)))
            return
        self._do(typed(cells, entry, self.reason))

    def _clear(self, cells: tuple[Cell, ...]) -> None:
        self._do({cell: None for cell in cells if self._held(cell) is not None})

    def _held(self, cell: Cell) -> object:
        return held(self._mark(cell))

    def _mark(self, cell: Cell) -> DayMark | None:
        row = next((row for row in self.model.rows if row.worker == cell.worker), None)
        return row.marks.get(cell.day) if row else None

    def _do(self, days: Days) -> None:
        project = self.context.project
        if project is None:
            return
        self.clear_banners()
        before: Days = {cell: held(self._mark(cell)) for cell in days}
        self.edits.do(project, before, days, self._done)

    def _done(self, count: int) -> None:
        said = self.tr("{count} days set by hand").format(count=count)
        self.context.say(said, self.edits.undo)

    def _misread(self, typed_text: str) -> None:
        said = self.tr("“{text}” is no sign and no number of days or hours; nothing was changed.")
        remedy = self.tr("Type √, △, ×, 0, 0.25, 0.5, 0.75, 1, or hours such as 6 or 7.5.")
        self.clear_banners()
        self.show_banner(Banner("warn", said.format(text=typed_text), remedy))

    def _paste(self, pasted: str) -> None:
        here = self.view.days.currentIndex()
        if not here.isValid() or not pasted.strip():
            return
        block = read_block(self.model, pasted, here.row(), here.column())
        self._confirm(block)

    def _confirm(self, block: Block) -> None:
        if not block.changes:
            said = self.tr("The pasted block says what the grid says already; nothing to write.")
            self.show_banner(Banner("note", said))
            return
        dialog = PasteDialog(self, block, self.reason)

        def write() -> None:
            self.reason = dialog.reason.text().strip()
            self._say_reason()
            self._do(
                {
                    cell: Held(entry.work_days, entry.hours, self.reason)
                    for cell, entry in block.entries.items()
                }
            )

        dialog.accepted.connect(write)
        dialog.finished.connect(self.view.setFocus)
        dialog.open()

    @property
    def _here(self) -> Cell | None:
        index = self.view.days.currentIndex()
        return self.model.cell_at(index.row(), index.column()) if index.isValid() else None

    @property
    def _inspecting(self) -> bool:
        widget = self._inspector
        return widget is not None and isValid(widget) and widget.isVisible()

    def _follow(self, _cell: Cell | None) -> None:
        if self._inspecting:
            self._later.start()

    def _inspect(self, cell: Cell | None) -> None:
        index = self.model.place_of(cell) if cell is not None else None
        if cell is None or index is None or not index.isValid():
            return
        mark = self.model.mark_at(index.row(), index.column())
        if mark is None:
            return
        inspector = DayInspector(self.model.row_at(index.row()), mark, self.rule)
        inspector.cleared.connect(lambda: self._clear((cell,)))
        self._inspector = inspector
        self.inspected.emit(inspector)
        office = self.office
        self.desk.read(inspector, lambda: history(office, cell), inspector.show_history)

    def _open_numbers(self) -> None:
        if self._shown is not None and self._shown.grid.unknown:
            self.asks.open_numbers(self._shown.grid)

    def _show_singles(self) -> None:
        self.exceptions.setChecked(True)
        self.view.go_to_single()

    def _show_refused(self) -> None:
        if self._shown is not None:
            self.inspected.emit(RefusedLines(self._shown.grid.refused))


def make(context: PageContext) -> Page:
    """Build the page."""
    return AttendancePage(context)
