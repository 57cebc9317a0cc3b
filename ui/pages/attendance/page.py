"""Attendance: a row a worker, a column a day; typed into, pasted into, mended, undone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget
from shiboken6 import isValid

from desktop.domain.attendance import AttendanceRule, DayMark
from desktop.domain.calendar import Calendar
from desktop.domain.changes import Topic
from desktop.domain.errors import Trouble, UserError
from desktop.domain.ids import ProjectId
from desktop.domain.months import WageMonth
from desktop.services.attendance import GridRow, MonthGrid
from desktop.services.office import Office
from ui import format as text
from ui import theme
from ui.context import PageContext
from ui.models.grid import Cell, GridModel
from ui.pages.attendance import words
from ui.pages.attendance.asks import Asks
from ui.pages.attendance.bars import FilterBar, Foot
from ui.pages.attendance.confirmations import ConfirmationsPanel
from ui.pages.attendance.edits import Edits
from ui.pages.attendance.found import Found
from ui.pages.attendance.grid_view import MonthGridView
from ui.pages.attendance.hands import Hands
from ui.pages.attendance.host import Host
from ui.pages.attendance.inspector import DayInspector, history
from ui.pages.attendance.panel import Panel
from ui.pages.attendance.reconcile import ReconcilePanel
from ui.pages.attendance.refused import RefusedLines
from ui.pages.attendance.standstill import SitePanel
from ui.pages.page import Page
from ui.widgets.empty_state import EmptyState

LATER = 200
"""Milliseconds after which the inspector follows the cell in focus."""
GRID, RECONCILE, CONFIRM, SITE = range(4)
_PANELS: dict[int, Callable[[AttendancePage], Panel]] = {
    RECONCILE: ReconcilePanel,
    CONFIRM: ConfirmationsPanel,
    SITE: SitePanel,
}


@dataclass(frozen=True, slots=True)
class _Read:
    """Everything the grid shows, read at once."""

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
        office.review.calendar(project),
    )


class AttendancePage(Host):
    """The month grid with everything around it."""

    topics = frozenset(
        {Topic.ATTENDANCE, Topic.ROSTER, Topic.PROJECT, Topic.CALENDAR, Topic.CONTRACTS}
    )

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, words.heading())
        self.rule = AttendanceRule()
        self._shown: _Read | None = None
        self._target: object = None
        self._reading = self._again = False
        self._inspector: DayInspector | None = None
        self._panels: dict[int, Panel] = {}
        self._later = QTimer(self, singleShot=True, interval=LATER)
        self.model = GridModel(self._tip, words.columns(), self)
        self.view = MonthGridView(self.model)
        self.hands = Hands(self)
        self.asks = Asks(self)
        self.found = Found(self, self.hands)
        self.empty = EmptyState(
            self.tr("Nobody works on this project in this month yet. Import the roster first."),
            "attendance",
            self.tr("Go to the roster"),
            lambda: self.context.go("roster"),
        )
        self._arrange_tabs()
        hours = self.tr("Extra hours …")
        self.add_act(hours, lambda: self.asks.open_hours(self.model.rows), "calendar")
        self.add_act(self.tr("Import punches …"), self.asks.open_import, "import", primary=True)
        self._connect()

    @property
    def edits(self) -> Edits:
        """Acts of this session that can be taken back."""
        return self.hands.edits

    def refresh(self) -> None:
        """Read the month; news that come while it is being read are read once, after it."""
        project, month = self.context.project, self.context.month
        if project is None:
            self.stack.setCurrentWidget(self.empty)
            return
        if self._reading:
            self._again = True
            return
        self._reading = True
        self.desk.read(self, lambda: _read(self.office, project, month), self._show)
        self._refresh_panel()

    def show_trouble(
        self, error: UserError | Trouble, again: Callable[[], object] | None = None
    ) -> None:
        """Show why an act did not happen."""
        self._reading = False
        self.found.give_up()
        super().show_trouble(error, again)

    def arrive(self, target: object) -> None:
        """Open what another page sent for, once the month is read.

        A Cell, "import", "exceptions" (single punches), "problems" (all of them), "unknown" (gate
        numbers), "refused" (lines that cannot be read), "stoppages", "confirmations", "reconcile".
        """
        read = self._shown
        here = (self.context.project, self.context.month)
        if self._reading or read is None or (read.project, read.month) != here:
            self._target = target
        elif isinstance(target, Cell):
            self.go_to(target)
        elif isinstance(target, str) and target in self._places:
            self._places[target]()

    def go_to(self, cell: Cell) -> None:
        """Show a worker's day in the grid, whatever was filtered."""
        self.tabs.setCurrentIndex(GRID)
        place = self.model.place_of(cell)
        if not place.isValid():
            self.filter.clear()
            self.exceptions.setChecked(False)
            place = self.model.place_of(cell)
        self.view.go_to(place)

    def take_keyboard(self) -> None:
        """Let keys go to the days."""
        if self.tabs.currentIndex() == GRID:
            self.view.days.setFocus()
        else:
            super().take_keyboard()

    def start_find(self) -> None:
        """Put the cursor into the filter."""
        if self.tabs.currentIndex() == GRID:
            self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.filter.selectAll()
        else:
            super().start_find()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the legend out where there is no room for its words."""
        super().resizeEvent(event)
        self.foot.legend.setVisible(self.width() > theme.px(760))
        self.bar.next.setVisible(self.width() > theme.px(560))
        self._place_tabs(beside=self.width() > theme.px(660))

    def undo(self) -> bool:
        """Take the newest change of days back."""
        done = self.hands.edits.undo()
        if done:
            self.context.say(self.tr("Days are as they were before"))
        return done

    def redo(self) -> None:
        """Do again what was taken back."""
        if self.hands.edits.redo():
            self.context.say(self.tr("Days are set again"))

    @property
    def reason(self) -> str:
        """Why days are set by hand, until it is changed."""
        return self.hands.reason

    @reason.setter
    def reason(self, reason: str) -> None:
        self.hands.reason = reason

    def _arrange_tabs(self) -> None:
        self.tabs = QTabBar()
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        for title in (
            self.tr("Month"),
            self.tr("Three columns"),
            self.tr("Confirmations"),
            self.tr("Rule and site"),
        ):
            self.tabs.addTab(title)
        self.filters.addWidget(self.tabs)
        self.bar, self.foot = FilterBar(), Foot()
        self.filter, self.exceptions, self.next = self.bar.filter, self.bar.singles, self.bar.next
        self.unknown, self.refused, self.why = self.foot.unknown, self.foot.refused, self.foot.why
        self.room = QWidget()
        room = QVBoxLayout(self.room)
        room.setContentsMargins(0, 0, 0, 0)
        room.setSpacing(theme.px(12))
        room.addWidget(self.bar)
        room.addWidget(self.view, 1)
        room.addWidget(self.foot)
        self.stack = QStackedWidget()
        for widget in (self.room, self.empty):
            self.stack.addWidget(widget)
        self.body.addWidget(self.stack, 1)

    def _place_tabs(self, *, beside: bool) -> None:
        """Put the tabs beside the title, or under it where there is no room."""
        if beside != (self.filters.indexOf(self.tabs) >= 0):
            if beside:
                self.body.removeWidget(self.tabs)
                self.filters.addWidget(self.tabs)
            else:
                self.filters.removeWidget(self.tabs)
                self.body.insertWidget(0, self.tabs)

    def _connect(self) -> None:
        self.filter.textChanged.connect(self.model.set_filter)
        self.filter.returnPressed.connect(self.view.setFocus)
        self.exceptions.toggled.connect(lambda on: self.model.set_exceptions_only(only=on))
        self.next.clicked.connect(self.view.go_to_single)
        self.bar.problems.clicked.connect(self.found.open)
        self.unknown.clicked.connect(self.open_numbers)
        self.refused.clicked.connect(self._show_refused)
        self._places: dict[str, Callable[[], object]] = {
            "import": self.asks.open_import,
            "exceptions": self._show_singles,
            "problems": self.found.open,
            "unknown": self.open_numbers,
            "refused": self._show_refused,
            "stoppages": lambda: self.tabs.setCurrentIndex(SITE),
            "confirmations": lambda: self.tabs.setCurrentIndex(CONFIRM),
            "reconcile": lambda: self.tabs.setCurrentIndex(RECONCILE),
        }
        hands, view = self.hands, self.view
        self.why.clicked.connect(lambda: hands.ask(0, lambda: None))
        hands.reasoned.connect(self._say_reason)
        view.entered.connect(hands.enter)
        view.cleared.connect(hands.clear)
        view.pasted.connect(hands.paste)
        view.misread.connect(hands.misread)
        view.noted.connect(hands.note)
        view.current.connect(self._follow)
        view.details.connect(lambda: self._inspect(self._here))
        self._later.timeout.connect(lambda: self._inspect(self._here))
        self.context.moved.connect(hands.edits.forget)
        self.tabs.currentChanged.connect(self._turn)
        for keys, act in (
            ("F4", view.go_to_single),
            ("Ctrl+E", self.found.open),
            ("Ctrl+Y", self.redo),
            ("Ctrl+Shift+Z", self.redo),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)
        self._say_reason()

    def _turn(self, _tab: int = GRID) -> None:
        """Show the chosen tab; only the grid knows an empty month."""
        tab = self.tabs.currentIndex()
        rows = self._shown is not None and self._shown.grid.rows
        if tab == GRID:
            self.stack.setCurrentWidget(self.room if rows else self.empty)
        else:
            self.stack.setCurrentWidget(self.panel(tab))
            self.panel(tab).refresh()
        self._say_purpose()

    def panel(self, tab: int) -> Panel:
        """Return a tab beside the grid; built when somebody first wants it."""
        if tab not in self._panels:
            self._panels[tab] = _PANELS[tab](self)
            self.stack.addWidget(self._panels[tab])
        return self._panels[tab]

    @property
    def _panel(self) -> Panel | None:
        """The shown tab, None for the grid."""
        return self._panels.get(self.tabs.currentIndex())

    def _refresh_panel(self) -> None:
        if self._panel is not None:
            self._panel.refresh()

    def _show(self, read: _Read) -> None:
        self._reading = False
        again, self._again = self._again, False
        if (read.project, read.month) != (self.context.project, self.context.month):
            self.refresh()
            return
        self._shown, self.rule = read, read.rule
        self.model.set_month(read.grid, read.calendar)
        self._turn()
        singles = self.bar.show_grid(read.grid)
        self.foot.show_grid(read.grid)
        self.context.count("attendance", singles + len(read.grid.unknown))
        self._follow(None)
        if again:
            self.refresh()
            return
        self.found.look()
        target, self._target = self._target, None
        self.arrive(target)

    def _say_purpose(self) -> None:
        said, read = self.heading.purpose, self._shown
        if self._panel is not None:
            said = self._panel.purpose
        elif read is None:
            pass
        elif read.grid.nil is not None:
            said = self.tr("{month}: declared to be without work ({reason}).")
            said = said.format(month=text.month(read.month), reason=read.grid.nil.reason)
        elif read.grid.rows and not any(row.marks for row in read.grid.rows):
            said = self.tr("{month}: no punches yet. Import the gate's file, or type the days.")
            said = said.format(month=text.month(read.month))
        self.purpose.setText(said)

    def _tip(self, row: GridRow, mark: DayMark | None) -> str:
        if mark is None:
            return words.parts_tip(row)
        note = self.model.note_of(Cell(row.worker, mark.day))
        return words.tip(row, mark, self.rule, (self.found.path(row.worker, mark.day), note))

    def _say_reason(self) -> None:
        said = self.tr("Reason: {reason}") if self.reason else self.tr("Reason for changes …")
        self.why.setText(said.format(reason=self.reason))

    def _mark(self, cell: Cell) -> DayMark | None:
        return self.hands.mark(cell)

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
        said = self.found.path(cell.worker, cell.day), self.model.note_of(cell)
        inspector = DayInspector(self.model.row_at(index.row()), mark, self.rule, said)
        inspector.cleared.connect(lambda: self.hands.clear((cell,)))
        inspector.noted.connect(lambda: self.hands.note(cell))
        self._inspector = inspector
        self.inspected.emit(inspector)
        office = self.office
        self.desk.read(inspector, lambda: history(office, cell), inspector.show_history)

    def open_numbers(self) -> None:
        """Open the list of gate numbers that mean nobody."""
        if self._shown is not None and self._shown.grid.unknown:
            self.asks.open_numbers(self._shown.grid)

    def _show_singles(self) -> None:
        self.tabs.setCurrentIndex(GRID)
        self.exceptions.setChecked(True)
        self.view.go_to_single()

    def _show_refused(self) -> None:
        if self._shown is not None:
            self.inspected.emit(RefusedLines(self._shown.grid.refused))


def make(context: PageContext) -> Page:
    """Build the page."""
    return AttendancePage(context)
