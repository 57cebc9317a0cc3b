"""Home: the month as a ribbon, the one next act, what needs a person, and by when."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.changes import Topic
from desktop.domain.ids import ProjectId
from desktop.services.overview import Home, StepKey
from ui import format as text
from ui import theme
from ui.context import PageContext
from ui.delegates.badge import INK
from ui.pages.overview.duties import Duties, Duty
from ui.pages.overview.facts import (
    Exceptions,
    HomeFacts,
    Standing,
    read_exceptions,
    read_home,
    read_standing,
)
from ui.pages.overview.recent import Recent
from ui.pages.overview.ribbon import Ribbon
from ui.pages.overview.words import PAGES, HomeWords, NextAct
from ui.pages.page import Heading, Page
from ui.widgets.empty_state import EmptyState, Picture

MANY = 2_000
"""Workers up to which the month grid is counted for the home page."""
ASIDE = 300


def make(context: PageContext) -> Page:
    """Build the page."""
    return OverviewPage(context)


class OverviewPage(Page):
    """What this month still needs, in order, each a click away."""

    topics: ClassVar[frozenset[Topic]] = frozenset(Topic)
    awake: ClassVar[bool] = True

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, Heading(self.tr("This month"), self.tr("No project yet.")))
        self.heading = Heading(
            self.tr("This month"),
            self.tr("What this month still needs, in order."),
            self.tr(
                "The month at a glance, from the roster to the money. ✓ is done, the blue arrow "
                "is the next step, a half circle is under way.\n\n"
                "The blue button leads to the one next act. Below stands what needs a person, the "
                "gravest first; press a line to get to where it is mended. At the right stands the "
                "last day on which the wages may be paid.\n\n"
                "Keys: Enter does the next act, Tab goes along the steps and lines. Project and "
                "month are chosen at the top left and hold for every page."
            ),
        )
        self._words = HomeWords(self)
        self.ribbon = Ribbon()
        self.duties = Duties()
        self.next_button = QPushButton()
        self._next: NextAct | None = None
        self._facts: HomeFacts | None = None
        self._found = Exceptions()
        self._standing = Standing()
        self._project: ProjectId | None = None
        self._stack = QStackedWidget()
        self._stack.addWidget(self._month())
        self._stack.addWidget(self._nothing())
        self.body.addWidget(self._stack)
        self._stack.setCurrentIndex(1)
        self.ribbon.opened.connect(lambda key: self.context.go(PAGES[StepKey(key)]))
        self.duties.opened.connect(self._go)
        self.next_button.clicked.connect(lambda _=False: self._do_next())

    def take_keyboard(self) -> None:
        """Put Enter on the one next act."""
        empty = self._stack.currentIndex() == 1
        button = self._none.button if empty else self.next_button
        (button if button.isVisibleTo(self) else self).setFocus()

    def refresh(self) -> None:
        """Read the month's figures, and afterwards what the attendance leaves open."""
        project, month = self.context.project, self.context.month
        if project is None:
            self._stack.setCurrentIndex(1)
            return
        self.desk.read(self, lambda: read_home(self.office, project, month), self._show)

    def _show(self, facts: HomeFacts) -> None:
        home = facts.home
        project = self.context.project
        if home.month != self.context.month or project is None:
            return
        if self._facts is None or self._facts.home.month != home.month:
            self._found = Exceptions()
        if self._project != project:  # nothing of another project stays in sight
            self._project, self._standing, self._found = project, Standing(), Exceptions()
        self._facts = facts
        self._stack.setCurrentIndex(0)
        self._show_month(home)
        self._show_duties()
        self.recent.set_entries(facts.recent)
        if self.hasFocus() or self._none.button.hasFocus():
            self.take_keyboard()
        if home.counts.workers <= MANY:
            self.desk.read(
                self, lambda: (project, read_standing(self.office, project)), self._show_standing
            )
        if 0 < home.counts.workers <= MANY and home.counts.punches:
            self.desk.read(
                self,
                lambda: (
                    (project, home.month),
                    read_exceptions(self.office, project, home.month),
                ),
                self._show_exceptions,
            )

    def _show_exceptions(self, answer: tuple[object, Exceptions]) -> None:
        place, found = answer
        if place == (self.context.project, self.context.month):
            self._found = found
            self._show_duties()

    def _show_standing(self, answer: tuple[ProjectId, Standing]) -> None:
        project, standing = answer
        if project == self.context.project:
            self._standing = standing
            self._show_duties()

    def _show_month(self, home: Home) -> None:
        self.title.setText(text.month(home.month))
        purpose = self.tr("{project}: what this month still needs, in order.")
        self.purpose.setText(purpose.format(project=home.project_name))
        self.ribbon.set_steps(self._words.steps(home))
        self._next = self._words.next_act(home)
        done = self.tr("This month is done")
        rest = self.tr("Everybody is paid. Print the sheet once more for the file if you need it.")
        self._heading.setText(self._next.heading if self._next else done)
        self._why.setText(self._next.why if self._next else rest)
        self.next_button.setText(self._next.verb if self._next else "")
        self.next_button.setVisible(self._next is not None)
        self._show_dates(home)

    def _show_dates(self, home: Home) -> None:
        kind, words = self._words.days_left(home)
        self._pay_date.setText(text.day(home.pay_date) or "—")
        self._left.setText(words)
        theme.mark(self._left, "ink", INK[kind])
        self._left_row.setVisible(bool(words))
        agreed = home.pay_date is not None
        told = self.tr("The wages of {month} have to be in the workers' hands by this day.")
        none = self.tr("Agree on a pay day with the workers and enter it in the project.")
        self._date_note.setText((told if agreed else none).format(month=text.month(home.month)))
        self._shape.set_kind(kind)

    def _show_duties(self) -> None:
        if self._facts is None:
            return
        duties = self._words.duties(self._facts, self._found, self._standing)
        counts = self._facts.home.counts
        unsigned = counts.lines_payable - counts.lines_signed if counts.sheets else 0
        self.context.count("signing", max(unsigned, 0))
        self.context.count("disbursement", counts.items_unknown + counts.items_failed)
        self.context.count("attendance", self._found.singles + self._found.numbers)
        calm = Duty("done", self.tr("Nothing waits for a person just now."))
        self.duties.set_duties(duties or (calm,))

    def _go(self, duty: Duty) -> None:
        self.context.go(duty.page, duty.target)

    def _do_next(self) -> None:
        if self._next is not None:
            self.context.go(self._next.page)

    def _nothing(self) -> QWidget:
        self._none = EmptyState(
            self.tr("There is no project yet. Everything begins with one."),
            "project",
            self.tr("Enter the first project"),
            lambda: self.context.go("projects", "new"),
        )
        theme.mark(self._none.button, "kind", "primary")
        return self._none

    def _month(self) -> QWidget:
        room = QWidget()
        column = QVBoxLayout(room)
        column.setContentsMargins(0, theme.px(4), 0, 0)
        column.setSpacing(theme.px(16))
        column.addWidget(self.ribbon)
        column.addWidget(self._next_panel())
        lower = QHBoxLayout()
        lower.setSpacing(theme.px(32))
        lower.addLayout(self._waiting(), 1)
        lower.addLayout(self._deadline())
        column.addLayout(lower)
        column.addStretch(1)
        area = QScrollArea()
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(room)
        return area

    def _next_panel(self) -> QWidget:
        panel = QFrame()
        theme.mark(panel, "role", "panel")
        row = QHBoxLayout(panel)
        row.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(12))
        row.setSpacing(theme.px(16))
        words = QVBoxLayout()
        words.setSpacing(theme.px(2))
        self._heading = QLabel()
        theme.mark(self._heading, "role", "section")
        self._why = QLabel()
        self._why.setWordWrap(True)
        theme.mark(self._why, "role", "muted")
        words.addWidget(self._heading)
        words.addWidget(self._why)
        theme.mark(self.next_button, "kind", "primary")
        row.addLayout(words, 1)
        row.addWidget(self.next_button)
        return panel

    def _waiting(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(theme.px(4))
        title = QLabel(self.tr("Needs a person"))
        theme.mark(title, "role", "section")
        column.addWidget(title)
        column.addWidget(self.duties)
        column.addStretch(1)
        return column

    def _deadline(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(theme.px(4))
        title = QLabel(self.tr("Last pay date"))
        theme.mark(title, "role", "section")
        self._pay_date = QLabel()
        theme.mark(self._pay_date, "role", "figure")
        self._left_row = QWidget()
        row = QHBoxLayout(self._left_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(6))
        self._shape = _Shape()
        self._left = QLabel()
        row.addWidget(self._shape)
        row.addWidget(self._left, 1)
        self._date_note = QLabel()
        self._date_note.setWordWrap(True)
        self._date_note.setFixedWidth(theme.px(ASIDE))
        theme.mark(self._date_note, "role", "caption")
        for widget in (title, self._pay_date, self._left_row, self._date_note):
            column.addWidget(widget)
        done = QLabel(self.tr("Done last"))
        theme.mark(done, "role", "section")
        self.recent = Recent()
        column.addSpacing(theme.px(20))
        column.addWidget(done)
        column.addWidget(self.recent)
        column.addStretch(1)
        return column


class _Shape(QWidget):
    """The shape of a state beside its words."""

    def __init__(self) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._kind = ""

    def set_kind(self, kind: str) -> None:
        """Show another shape."""
        if kind == self._kind:
            return
        self._kind = kind
        while self._row.count():
            item = self._row.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._row.addWidget(Picture(kind, 14, INK[kind]))
