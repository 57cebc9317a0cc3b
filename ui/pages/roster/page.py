"""The roster: every worker of the project, found as one types, in full at the right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton

from desktop.domain.changes import Outcome, Topic
from desktop.domain.project import Team
from desktop.domain.worker import Worker
from desktop.ports.views import RosterLine
from desktop.services.exports import Choice
from desktop.services.id_reading import CardCheck
from ui import format as text
from ui import icons, theme
from ui.context import PageContext
from ui.fields.text_fields import DayField
from ui.pages.page import Heading, Page
from ui.pages.roster.acts import RosterActs
from ui.pages.roster.chips import Chips, passes
from ui.pages.roster.columns import RosterWords, haystack
from ui.pages.roster.dialogs import ChangeCard, EditWorker
from ui.pages.roster.importing import ImportingPage
from ui.pages.roster.inspector import WorkerFacts, WorkerInspector
from ui.pages.roster.person_acts import PersonActs
from ui.pages.roster.reading import Read, read_roster, read_worker
from ui.widgets.banner import Banner
from ui.widgets.data_table import DataTable
from ui.widgets.dialog import Dialog
from ui.widgets.empty_state import EmptyState


def make(context: PageContext) -> Page:
    """Build the page."""
    return RosterPage(context)


class RosterPage(ImportingPage):
    """Who works on the site, by real name."""

    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.ROSTER, Topic.PROJECT, Topic.CONTRACTS})

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, Heading("", ""))
        self._say_heading()
        self._words = RosterWords(self)
        self._words.day = self.office.clock.today()
        self._lines: tuple[RosterLine, ...] = ()
        self._panel: WorkerInspector | None = None
        self._panels = 0
        self._awaited: object = None
        self._past: Banner | None = None
        self._add_head()
        self.empty = EmptyState(
            self.tr("No worker yet. The roster comes from a workbook, checked row by row."),
            "roster",
            self.tr("Import a roster"),
            self.open_import,
        )
        self.empty.button.setShortcut(QKeySequence("Ctrl+I"))
        self.table: DataTable[RosterLine] = DataTable(
            "roster",
            self._words.columns(),
            lambda line: line.worker,
            search=haystack,
            empty=self.empty,
        )
        self.table.opened.connect(self.inspect)
        self.table.selected.connect(self._follow)
        self.person = PersonActs(self, self._chosen_lines)
        self.person.new_worker.connect(self._enter_by_card)
        self.acts_on = RosterActs(self, self._chosen_lines, self._choice)
        self._add_bar()
        self._add_actions()
        self.body.setSpacing(theme.px(6))
        self.body.addWidget(self.chips)
        self.body.addWidget(self.table, 1)
        self.body.addLayout(self._foot())
        self._show_acts()
        self.setAcceptDrops(True)

    def _say_heading(self) -> None:
        self.set_heading(
            self.tr("Roster of real names"),
            self.tr("Who works on the site, by real name; numbers are masked."),
            self.tr(
                "Everybody who works on the site has to stand here before he starts.\n\n"
                "Import the workbook of the subcontractor, or let somebody enter by hand or by "
                "his card. Mark one or several rows to let them leave, move them to another team "
                "or settle with them; everything can be taken back until somebody builds on it.\n\n"
                "Type into the filter: a name, its pinyin initials, the last digits of an "
                "identity number, phone or card, or a team. A day shows the roster as it was.\n\n"
                "Keys: Ctrl+I imports, Ctrl+N enters somebody, Ctrl+E lets leave, Ctrl+M moves, "
                "Enter opens a worker at the right, F2 edits him, Ctrl+Z takes back, Esc closes."
            ),
        )

    def _add_head(self) -> None:
        self.more_act = self.add_act(self.tr("Tables"), lambda: None, "export")
        self.history_act = self.add_act(self.tr("Earlier imports"), self.show_imports, "history")
        self.enter_act = self.add_act(self.tr("Enter a worker"), self._enter, "plus")
        self.enter_act.setShortcut(QKeySequence("Ctrl+N"))
        self.import_act = self.add_act(
            self.tr("Import a roster"), self.open_import, "import", primary=True
        )
        self.import_act.setShortcut(QKeySequence("Ctrl+I"))

    def _add_bar(self) -> None:
        self.chips = Chips()
        self.chips.chosen.connect(lambda _: self._show_lines())
        self.day = DayField()
        self.day.line.setFixedWidth(theme.px(112))
        self.day.line.setPlaceholderText(self.tr("as of a day"))
        self.day.line.setToolTip(self.tr("Shows the roster as it was on that day"))
        self.day.line.setAccessibleName(self.tr("Roster as of"))
        self.day.line.editingFinished.connect(self._day_chosen)
        self.table.bar.addWidget(self.day)
        menu = QMenu(self)
        for caption, act in (
            (self.tr("Export the roster …"), self.acts_on.export),
            (self.tr("Fill somebody's template …"), self.acts_on.fill_template),
            (self.tr("Who needs a wage card: list for the bank …"), self.acts_on.card_list),
            (self.tr("Card numbers back from the bank …"), self.acts_on.cards_back),
            (self.tr("Print papers: roster, forms, statements …"), self.acts_on.print_papers),
        ):
            menu.addAction(caption).triggered.connect(lambda _=False, act=act: act())
        self.more_act.setMenu(menu)

    def _foot(self) -> QHBoxLayout:
        """Return the acts upon marked rows, with the totals beside them."""
        row = QHBoxLayout()
        row.setSpacing(theme.px(4))
        self.leave_act = self._row_act(self.tr("Let leave …"), "minus", self.acts_on.leave)
        self.move_act = self._row_act(self.tr("Move to a team …"), "send", self.acts_on.move)
        self.settle_act = self._row_act(self.tr("Settle …"), "paper", self.acts_on.settle)
        self.totals = QLabel()
        for button in (self.leave_act, self.move_act, self.settle_act):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.totals)
        return row

    def _row_act(self, caption: str, icon: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(icons.get(icon, "accent"), caption)
        theme.mark(button, "kind", "quiet")
        button.clicked.connect(lambda _=False: act())
        return button

    def take_keyboard(self) -> None:
        """Begin in the table, or on the button that fills it."""
        if self._lines or not self.empty.isVisible():
            super().take_keyboard()
        else:
            self.empty.button.setFocus()

    def refresh(self) -> None:
        """Read the roster."""
        project = self.context.project
        if project is None:
            self._lines = ()
            self._show_lines()
            self.table.model.filtered.emit(0, 0)
            return
        day = self.day.value
        self.desk.read(self, lambda: read_roster(self.office, project, day), self._show)

    def arrive(self, target: object) -> None:
        """Show a worker somebody wants to see, as soon as the project's lines are read."""
        self._awaited = target
        if self.day.value is not None:
            self.show_day(None)
        else:
            self.refresh()

    def _meet(self) -> None:
        target, self._awaited = self._awaited, None
        line = next((line for line in self._lines if line.worker == target), None)
        if line is not None:
            self.table.choose([line.worker])
            self.inspect(line)

    def show_day(self, day: date | None) -> None:
        """Show the roster as it was on a day, or as it is."""
        self.day.set_value(day)
        self._day_chosen()

    def _day_chosen(self) -> None:
        day = self.day.value
        self._words.day = day or self.office.clock.today()
        if self._past is not None:
            self._past.leave()
            self._past = None
        if day is not None:
            words = self.tr("The roster as of {day}: teams, pay standards and cards of that day.")
            self._past = Banner(
                "note",
                words.format(day=text.day(day)),
                "",
                self.tr("Back to today"),
                lambda: self.show_day(None),
            )
            self.show_banner(self._past)
        self._show_acts()
        self.refresh()

    def clear_banners(self) -> None:
        """Take every banner away but the one that says which day is shown."""
        for banner in self._shown_banners():
            if banner is not self._past:
                banner.leave()

    def _show(self, read: Read) -> None:
        self._lines, self._words.states = read.lines, read.states
        self._show_lines()
        if self._come_back or self.window().focusWidget() in {None, self, self.empty.button}:
            self._come_back = False
            self.take_keyboard()
        if self._awaited is not None:
            self._meet()
        elif self._panel is not None:
            worker = self._panel.facts.line.worker
            line = next((one for one in read.lines if one.worker == worker), None)
            if line is not None:
                self.inspect(line)

    def _show_lines(self) -> None:
        day, states, every = self._words.day, self._words.states, self._lines
        wanted = self.chips.wanted
        self.chips.count(every, day, states)
        lines = tuple(line for line in every if passes(line, wanted, day, states))
        self.table.set_rows(lines, len(every))
        for widget in (
            self.history_act, self.import_act, self.more_act, self.chips, self.day,
            self.leave_act, self.move_act, self.settle_act,
        ):  # fmt: skip
            widget.setVisible(bool(every) or self.day.value is not None)
        self._show_acts()
        if not every:
            self.totals.setText("")
            return
        teams = len({line.team for line in lines})
        without = sum(not line.card_tail for line in lines)
        totals = self.tr("{people} workers in {teams} teams; {cards} without a wage card")
        self.totals.setText(
            totals.format(people=text.count(len(lines)), teams=teams, cards=without)
        )

    def _show_acts(self) -> None:
        """Let acts be pressed that mean something; nothing of the past can be changed."""
        count = len(self.table.chosen)
        now = self.day.value is None
        self.leave_act.setEnabled(now and count > 0)
        self.move_act.setEnabled(now and count > 0)
        self.settle_act.setEnabled(now and count == 1)
        self.enter_act.setEnabled(now)

    def _enter(self) -> None:
        self.acts_on.enter()

    def _enter_by_card(self, check: CardCheck) -> None:
        self.acts_on.enter(check.card)

    def _choice(self) -> Choice:
        """Return whom a table is about: those of the day that is shown."""
        return Choice(self.day.value)

    def _chosen_lines(self) -> Sequence[RosterLine]:
        """Return the marked rows, or the worker at the right; nobody while the past is shown."""
        if self.day.value is not None:
            return ()
        if self.table.chosen:
            return self.table.chosen
        return (self._panel.facts.line,) if self._panel is not None else ()

    def inspect(self, line: RosterLine) -> None:
        """Show a worker in full at the right."""
        project = self.context.project
        if project is not None:
            self.desk.read(self, lambda: read_worker(self.office, line, project), self._open_panel)

    def _follow(self, lines: Sequence[RosterLine]) -> None:
        self._show_acts()
        if self._panel is not None and len(lines) == 1:
            self.inspect(lines[0])

    def _open_panel(self, facts: WorkerFacts, *, revealed: bool = False) -> None:
        project = self.context.project
        if project is None:
            return
        panel = WorkerInspector(facts, project, revealed=revealed, past=self.day.value is not None)
        panel.edit.connect(self.edit)
        panel.change_card.connect(self.change_card)
        panel.reveal.connect(self._reveal)
        panel.leave.connect(self.acts_on.leave)
        panel.move_on.connect(self.acts_on.move)
        panel.settle.connect(self.acts_on.settle)
        panel.contract.connect(self._contract)
        panel.read_card.connect(self.person.read_card)
        panel.pictures.connect(self.person.pictures)
        self._panels += 1
        number = self._panels
        panel.destroyed.connect(lambda: self._forget(number))
        self._panel = panel
        self.inspected.emit(panel)

    def _forget(self, number: int) -> None:
        """Forget a panel that is gone, unless another has taken its place."""
        if number == self._panels:
            self._panel = None

    def _reveal(self) -> None:
        project = self.context.project
        if self._panel is None or project is None:
            return
        line = self._panel.facts.line

        def show(_: Outcome[Worker]) -> None:
            self.desk.read(
                self,
                lambda: read_worker(self.office, line, project),
                lambda facts: self._open_panel(facts, revealed=True),
            )

        self.desk.write(self, lambda _: self.office.roster.reveal(line.worker), show)

    def change_card(self) -> None:
        """Ask for another card of the worker at the right or in the selected row."""
        line = self._line()
        if line is None:
            return

        def show(worker: Worker) -> None:
            _open(ChangeCard(self, self.desk, worker, self.office.clock.today()))

        self.desk.read(self, lambda: self.office.roster.worker(line.worker), show)

    def edit(self) -> None:
        """Edit the worker at the right or in the selected row."""
        project = self.context.project
        line = self._line()
        if project is None or line is None:
            return

        def show(answer: tuple[Worker, tuple[Team, ...]]) -> None:
            worker, teams = answer
            today: date = self.office.clock.today()
            _open(EditWorker(self, self.desk, worker, project, (teams, today)))

        self.desk.read(
            self,
            lambda: (self.office.roster.worker(line.worker), self.office.projects.teams(project)),
            show,
        )

    def _contract(self) -> None:
        """Go to the contract of the marked worker."""
        line = self._line()
        if line is not None:
            self.context.go("contracts", line.worker)

    def _line(self) -> RosterLine | None:
        if self._panel is not None:
            return self._panel.facts.line
        return self.table.chosen[0] if self.table.chosen else None

    def _add_actions(self) -> None:
        for caption, keys, act in (
            (self.tr("Edit"), "F2", self.edit),
            (self.tr("Change card"), "", self.change_card),
            (self.tr("Let leave …"), "Ctrl+E", self.acts_on.leave),
            (self.tr("Move to a team …"), "Ctrl+M", self.acts_on.move),
            (self.tr("Exit settlement …"), "", self.acts_on.settle),
            (self.tr("His contract"), "", self._contract),
            *self.person.acts(),
        ):
            action = QAction(caption, self)
            if keys:
                action.setShortcut(QKeySequence(keys))
                action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                self.addAction(action)
            action.triggered.connect(lambda _=False, act=act: act())
            self.table.add_action(action)


def _open(dialog: Dialog) -> None:
    """Open a dialog that leaves nothing behind."""
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
