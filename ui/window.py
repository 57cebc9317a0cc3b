"""The main window: rail, page, inspector, what was done last, running jobs."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QStatusBar,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.changes import Changes, Topic
from ui import icons, navigation, theme
from ui.finder import Finder
from ui.rail import FIND_WORKER, Rail
from ui.widgets.column_memory import settings
from ui.widgets.inspector import Inspector
from ui.widgets.job_tray import JobTray

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop.domain.errors import Trouble, UserError
    from desktop.domain.project import Project
    from ui.context import PageContext
    from ui.navigation import Entry
    from ui.pages.page import Page

INSPECTOR, HELP = 320, 460
STACK_LEAST = (480, 360)
"""Room that pages keep beside the inspector, whatever they ask for."""
INSPECTOR_SHARE = 0.3
"""Most of the room beside the rail that the inspector takes by itself."""
SIZE = (1180, 720)
SMALL = 1440
"""A screen no wider than this is filled from the first start on."""

LAST_PROJECT = "window/project"
"""Which project was in sight when the window was closed."""


class MainWindow(QMainWindow):
    """One window for one opened office."""

    closed = Signal()

    def __init__(self, context: PageContext, entries: Sequence[Entry] | None = None) -> None:
        super().__init__()
        self.context = context
        self.entries = tuple(navigation.every() if entries is None else entries)
        self.pages: dict[str, Page] = {}
        self._undo: Callable[[], object] | None = None
        self._said = False
        self.setWindowTitle(self.tr("Anxin"))
        self.setWindowIcon(icons.get("logo", "accent"))
        self.rail = Rail(context, self.entries)
        self.stack = QStackedWidget()
        self.inspector = Inspector()
        self.last_act = QLabel()
        theme.mark(self.last_act, "role", "muted")
        self.undo_button = QPushButton(icons.get("undo", "accent"), self.tr("Undo"))
        theme.mark(self.undo_button, "kind", "quiet")
        self.undo_button.hide()
        self.tray = JobTray(context.desk)
        self._arrange()
        self.finder = Finder(context, self)
        self._connect()
        self._set_keys()
        self.resize(theme.px(SIZE[0]), theme.px(SIZE[1]))
        self._show_seat()
        self._read_projects()
        if self.entries:
            self.open_page(self.entries[0].key)

    @property
    def page(self) -> Page | None:
        """The page in sight."""
        return cast("Page | None", self.stack.currentWidget())

    def open_page(self, key: str, target: object = None) -> None:
        """Show a page, building it the first time, and hand it its target."""
        entry = next((entry for entry in self.entries if entry.key == key), None)
        if entry is None:
            return
        self.prepare(entry)
        self.finder.leave()
        self.inspect(None)
        self.rail.set_page(key)
        self.stack.setCurrentWidget(self.pages[key])
        self.pages[key].take_keyboard()
        if target is not None:
            self.pages[key].arrive(target)

    def prepare(self, entry: Entry) -> None:
        """Build a page, unless it is there; it reads nothing before it is seen."""
        if entry.key not in self.pages:
            page = entry.make(self.context)
            page.inspected.connect(self.inspect)
            self.pages[entry.key] = page
            self.stack.addWidget(page)
            enter_presses(page)

    def inspect(self, widget: QWidget | None) -> None:
        """Show a widget at the right, or close the inspector."""
        if widget is not None:
            enter_presses(widget)
        if self.inspector.show_widget(widget):
            room = self.splitter.width()
            wide = min(theme.px(INSPECTOR), round(room * INSPECTOR_SHARE))
            self.splitter.setSizes([room - wide, wide])

    def say(self, words: str, undo: Callable[[], object] | None = None) -> None:
        """Tell what was done last, and how to take it back."""
        self.last_act.setText(words)
        self._said = True
        self._undo = undo
        self.undo_button.setVisible(undo is not None)

    def undo(self) -> None:
        """Undo in the page, else the last act (Ctrl+Z)."""
        if self.page is not None and self.page.undo():
            return
        undo, self._undo = self._undo, None
        self.undo_button.hide()
        if undo is not None:
            self._said = False
            self._show_seat()
            undo()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the window's place."""
        settings().setValue("window/geometry", self.saveGeometry())
        if self.context.project is not None:
            settings().setValue(LAST_PROJECT, str(self.context.project))
        settings().setValue("window/splitter", self.splitter.saveState())
        self.closed.emit()
        super().closeEvent(event)

    def _arrange(self) -> None:
        self.splitter = QSplitter()
        self.splitter.setChildrenCollapsible(False)
        # A wide page behind the one in sight must not widen the window, nor a tall one heighten it.
        self.stack.setMinimumSize(theme.px(STACK_LEAST[0]), theme.px(STACK_LEAST[1]))
        self.splitter.addWidget(self.stack)
        self.splitter.addWidget(self.inspector)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 0)
        room = QWidget()
        row = QHBoxLayout(room)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(self.splitter, 1)
        self.setCentralWidget(room)
        bar = QStatusBar()
        bar.setSizeGripEnabled(False)
        self.last_act.setContentsMargins(theme.px(12), 0, 0, 0)
        bar.addWidget(self.last_act)
        bar.addWidget(self.undo_button)
        bar.addPermanentWidget(self.tray)
        self.setStatusBar(bar)

    def _connect(self) -> None:
        context = self.context
        self.rail.opened.connect(self.open_page)
        self.rail.finding.connect(self.finder.start)
        context.asked.connect(self.open_page)
        context.said.connect(self.say)
        context.moved.connect(lambda: self.inspect(None))
        context.desk.changed.connect(self._changed)
        context.desk.failed.connect(self._show_homeless)
        self.undo_button.clicked.connect(self.undo)

    def _set_keys(self) -> None:
        for place, entry in enumerate(self.entries[:9], 1):
            self._key(f"Ctrl+{place}", partial(self.open_page, entry.key))
        self._key(QKeySequence.StandardKey.Find, self._find)
        for keys in (FIND_WORKER, "Ctrl+Shift+F"):
            self._key(keys, self.finder.start)
        self._key(QKeySequence.StandardKey.Print, self._preview)
        self._key(QKeySequence.StandardKey.Undo, self.undo)
        self._key(QKeySequence.StandardKey.HelpContents, self.explain)

    def _key(self, keys: QKeySequence.StandardKey | str, act: Callable[[], object]) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.activated.connect(act)

    def _find(self) -> None:
        if self.page is not None:
            self.page.start_find()

    def _preview(self) -> None:
        if self.page is not None:
            self.page.preview()

    def explain(self) -> None:
        """Explain the page in a pop-over that any key or click closes (F1)."""
        if self.page is None:
            return
        heading = self.page.heading
        over = QFrame(self, Qt.WindowType.Popup)
        over.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        theme.mark(over, "role", "floating")
        title = QLabel(heading.title)
        theme.mark(title, "role", "section")
        words = QLabel(heading.help or heading.purpose)
        words.setWordWrap(True)
        words.setFixedWidth(theme.px(HELP))
        keys = QLabel(
            self.tr(
                "Ctrl+1 … 9 pages · Ctrl+K find a worker · Ctrl+F find on this page · Ctrl+P "
                "preview · Ctrl+Z undo · Tab and Enter instead of the mouse · Esc back"
            )
        )
        keys.setWordWrap(True)
        theme.mark(keys, "role", "caption")
        layout = QVBoxLayout(over)
        layout.setContentsMargins(*[theme.px(16)] * 4)
        layout.setSpacing(theme.px(8))
        for label in (title, words, keys):
            layout.addWidget(label)
        over.adjustSize()
        over.move(self.page.title.mapToGlobal(self.page.title.rect().bottomLeft()))
        over.show()

    def _show_seat(self) -> None:
        """Say who works here, until something was done that is worth more room."""
        if not self._said:
            words = self.tr("{name} is working here · F1 explains this page")
            self.last_act.setText(words.format(name=self.context.office.seat.name))

    def _changed(self, changes: Changes) -> None:
        if changes.touch(Topic.PROJECT, Topic.OFFICE):
            self._show_seat()
            self._read_projects()

    def _read_projects(self) -> None:
        self.context.desk.read(self, self.context.office.projects.all, self._show_projects)

    def _show_projects(self, projects: Sequence[Project]) -> None:
        self.rail.set_projects([(project.id, project.name) for project in projects])
        if self.context.project is None and projects:
            last = settings().value(LAST_PROJECT)
            known = (project.id for project in projects if str(project.id) == last)
            self.context.choose_project(next(known, projects[0].id))

    def show_trouble(
        self, error: UserError | Trouble, again: Callable[[], object] | None = None
    ) -> None:
        """Show trouble of the window's own reading on the page in sight."""
        if self.page is not None:
            self.page.show_trouble(error, again)

    def _show_homeless(self, error: UserError | Trouble) -> None:
        self.show_trouble(error)

    def appear(self) -> None:
        """Show the window where it was last; the first time it fills a small screen."""
        room = self.screen().availableGeometry()
        kept = settings().value("window/geometry")
        if kept is not None:
            self.restoreGeometry(kept)
            self.show()
        elif room.width() > theme.px(SMALL):
            self.show()
        else:
            self.setGeometry(room)
            self.showMaximized()


def enter_presses(widget: QWidget) -> None:
    """Let Enter press the buttons of a page, as it does in a dialog."""
    for button in widget.findChildren(QPushButton):
        button.setAutoDefault(True)
