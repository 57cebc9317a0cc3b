"""Wages: the month's sheets, team by team, from draft to locked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QPushButton, QStackedWidget, QTabBar, QWidget
from shiboken6 import isValid

from desktop.domain.changes import Outcome, Topic
from desktop.domain.disbursement import ItemState
from desktop.domain.errors import Trouble, UserError
from desktop.domain.findings import Finding
from desktop.domain.ids import ProjectId, SheetId
from desktop.domain.months import WageMonth
from desktop.domain.payroll import SheetState, WageLine
from desktop.services.office import Office
from desktop.services.payroll import PayrollMonth, PrepareReport, SheetView
from ui import format as text
from ui import icons, theme
from ui.context import PageContext
from ui.pages.page import Heading, Page
from ui.pages.payroll.acts import Acts, SheetPage
from ui.pages.payroll.dialogs import lockable
from ui.pages.payroll.inspector import WhyInspector
from ui.pages.payroll.lines import Row, Shown, TeamBadgeDelegate, TeamDelegate, columns, shown
from ui.pages.payroll.paper import PaperDialog
from ui.pages.payroll.words import sheet_badge, sheet_name, signed_badge
from ui.widgets.badge_label import BadgeLabel
from ui.widgets.data_table import DataTable
from ui.widgets.empty_state import EmptyState
from ui.widgets.findings_list import FindingsList
from ui.widgets.papers import OF_MONTH, PapersDialog

OPEN = frozenset({SheetState.DRAFT, SheetState.WORKER_SIGNED})
PAID = frozenset({ItemState.PAID, ItemState.SETTLED})


@dataclass(frozen=True, slots=True)
class _Read:
    project: ProjectId
    wages: PayrollMonth
    shown: Mapping[SheetId, Shown]
    paid: bool
    """Everything locked is paid."""


class PayrollPage(SheetPage):
    """One tab a sheet; the totals stay in sight."""

    topics = frozenset(
        {Topic.WAGES, Topic.SIGNATURES, Topic.CALENDAR, Topic.PROJECT, Topic.PAYMENTS}
    )

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, self._heading())
        self._shown: Mapping[SheetId, Shown] = {}
        self._paid = self._reading = False
        self._target: object = None
        self._sheet: SheetId | None = None
        self._inspector: QWidget | None = None
        self.dialogs = Acts(self)
        self.tabs = QTabBar()
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.badge, self.facts = BadgeLabel(), QLabel()
        theme.mark(self.facts, "role", "muted")
        self.notes = QPushButton()
        theme.mark(self.notes, "kind", "quiet")
        self.table: DataTable[Row] = DataTable(
            "wages", columns(), lambda row: row.key, search=_search, dense=True
        )
        self._dress_table()
        self.empty = EmptyState(
            self.tr("There is no wage sheet for this month yet. It is made from the attendance."),
            "wages",
            self.tr("Make the wage sheets"),
            self.prepare,
        )
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        self.stack.addWidget(self.empty)
        self._add_paper_acts()
        self.prepare_act = self.add_act(self.tr("Bring up to date"), self.prepare, "refresh")
        self.sign_act = self.add_act(
            self.tr("Go to signing"), lambda: self.context.go("signing"), "sign"
        )
        self.lock_act = self.add_act(self.tr("Audit and lock …"), self.dialogs.open_lock, "lock")
        self.pay_act = self.add_act(
            self.tr("Go to paying"), lambda: self.context.go("disbursement"), "pay"
        )
        self.body.addWidget(self.tabs)
        self._fill_strip()
        self.body.addWidget(self.stack, 1)
        self._connect()
        self._show_acts()

    def _add_paper_acts(self) -> None:
        self.paper_act = self.add_act(self.tr("Preview …"), self.preview, "print")
        self.papers_act = QPushButton(icons.get("paper", "text"), self.tr("Papers …"))
        words = self.tr("Attendance sheets, ledger, payslips, application, letter, posting")
        self.papers_act.setToolTip(words)
        theme.mark(self.papers_act, "kind", "quiet")
        self.papers_act.clicked.connect(lambda _=False: self.print_papers())

    @property
    def view(self) -> SheetView | None:
        """The sheet that is shown."""
        if self.wages is None:
            return None
        return next((v for v in self.wages.sheets if v.sheet.id == self._sheet), None)

    @property
    def chosen(self) -> tuple[WageLine, ...]:
        """The selected lines, subtotals left out."""
        return tuple(row.line for row in self.table.chosen if row.line is not None)

    def refresh(self) -> None:
        """Read the month."""
        project, month, office = self.context.project, self.context.month, self.office
        if project is None:
            self.stack.setCurrentWidget(self.empty)
            return
        self._reading = True
        self.desk.read(self, lambda: _read(office, project, month), self._show)

    def arrive(self, target: object) -> None:
        """Open what another page sent the person for."""
        if self._reading or self.wages is None:  # what is shown may be older than the books
            self._target = target
        elif target == "lock":
            self.dialogs.open_lock()
        elif target == "preview":
            self.preview()
        elif isinstance(target, Finding):
            self._jump(target)

    def prepare(self) -> None:
        """Bring every open sheet up to date."""
        project, month, payroll = self.context.project, self.context.month, self.office.payroll
        if project is None:
            return
        self.clear_banners()
        for button in (self.prepare_act, self.empty.button):
            button.setEnabled(False)
        self.desk.write(
            self,
            lambda ticket: payroll.prepare(project, month, ticket),
            self._prepared,
            self.tr("Making wage sheets"),
        )

    def preview(self) -> None:
        """Show the paper."""
        if self.wages is not None and self.wages.sheets:
            self.paper = PaperDialog(self.context, self)
            self.paper.show()

    def print_papers(self) -> None:
        """Show the month's other papers."""
        if self.wages is not None and self.wages.sheets:
            self.papers = PapersDialog(self.context, self, OF_MONTH)
            self.papers.show()

    def show_trouble(
        self, error: UserError | Trouble, again: Callable[[], object] | None = None
    ) -> None:
        """Show why, and let it be tried again."""
        super().show_trouble(error, again)
        self._show_acts()

    def _heading(self) -> Heading:
        return Heading(
            self.tr("Wages"),
            self.tr("One sheet for each subcontractor: make, let sign, audit, lock. Enter: why."),
            self.tr(
                "1. Make the sheets: one for each subcontractor, from the attendance. Bring them "
                "up to date again when attendance or pay has changed.\n"
                "2. Enter on a line: how the figure comes about, which rule, which article; there "
                "advances and deductions are entered too.\n"
                "3. Let everybody sign. Who is away goes to a supplementary sheet with a reason, "
                "so that the others are paid in time.\n"
                "4. Audit and lock: from then on nothing changes, and the sheet can be paid.\n"
                "A line whose figures change after it was signed has to be signed again. Ctrl+P "
                "shows the paper."
            ),
        )

    def _dress_table(self) -> None:
        words = self.tr("Who can be paid …")
        self.board_act = self.add_act(words, self.dialogs.open_board, "done")
        view = self.table.view
        # Sorting would tear teams from their headings: the order is the paper's.
        view.horizontalHeader().setSectionsClickable(False)
        view.setItemDelegate(TeamDelegate(view))
        for place, column in enumerate(self.table.model.columns):
            kind = TeamBadgeDelegate if column.badge else TeamDelegate
            view.setItemDelegateForColumn(place, kind(view))
        for words, icon, act in (
            (self.tr("Why this figure"), "help", self._inspect),
            (self.tr("Down to the punches …"), "search", self.dialogs.open_why),
            (self.tr("Advance or deduction …"), "edit", self.dialogs.open_adjust),
            (self.tr("Move to a supplementary sheet …"), "export", self.dialogs.open_move),
        ):
            action = QAction(icons.get(icon), words, self)
            action.triggered.connect(lambda _=False, run=act: run())
            self.table.add_action(action)

    def _fill_strip(self) -> None:
        bar = self.table.bar
        bar.setSpacing(theme.px(12))
        bar.insertWidget(1, self.badge)
        bar.insertWidget(2, self.facts)
        bar.addWidget(self.notes)
        bar.addWidget(self.papers_act)

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._choose_tab)
        self.table.opened.connect(lambda _: self._inspect())
        self.table.selected.connect(lambda _: self._follow())
        self.notes.clicked.connect(self._show_notes)
        self.context.moved.connect(self._forget)

    def _forget(self) -> None:
        self.wages, self._sheet, self._shown = None, None, {}

    def _show(self, read: _Read) -> None:
        if (read.project, read.wages.month) != (self.context.project, self.context.month):
            return
        self._reading = False
        self.wages, self._shown, self._paid = read.wages, read.shown, read.paid
        waited = self.empty.button.hasFocus()
        sheets = read.wages.sheets
        if self._sheet not in {view.sheet.id for view in sheets}:
            self._sheet = sheets[0].sheet.id if sheets else None
        self.tabs.blockSignals(True)
        while self.tabs.count():
            self.tabs.removeTab(0)
        for place, view in enumerate(sheets):
            self.tabs.addTab(sheet_name(view.sheet))
            if view.sheet.id == self._sheet:
                self.tabs.setCurrentIndex(place)
        self.tabs.blockSignals(False)
        self.tabs.setVisible(bool(sheets))
        self.stack.setCurrentWidget(self.table if sheets else self.empty)
        self._show_sheet()
        self._show_acts()
        if waited and sheets:
            self.table.view.setFocus()
        target, self._target = self._target, None
        self.arrive(target)

    def _choose_tab(self, place: int) -> None:
        if self.wages is not None and 0 <= place < len(self.wages.sheets):
            self._sheet = self.wages.sheets[place].sheet.id
            self._show_sheet()

    def _show_sheet(self) -> None:
        view = self.view
        for widget in (self.badge, self.facts, self.notes):
            widget.setVisible(view is not None)
        if view is None or self.wages is None:
            self.table.set_rows(())
            return
        own = self._shown[view.sheet.id]
        self.table.set_rows(own.rows)
        self.table.counter.hide()
        self.badge.set_badge(sheet_badge(view.sheet.state))
        self._say_facts(view, own)
        self._say_totals(view, own)
        count = len(view.findings) + len(self.wages.findings)
        self.notes.setText(self.tr("{count} remarks …").format(count=count))
        self.notes.setVisible(bool(count))
        self._follow()

    def _say_facts(self, view: SheetView, own: Shown) -> None:
        words = self.tr("{done} of {payable} signed").format(done=own.done, payable=own.payable)
        parts = [words]
        if view.stale:
            again = self.tr("{count} to be signed again")
            parts.append(again.format(count=len(view.stale)))
        if view.sheet.reason:
            parts.append(self.tr("supplementary: {reason}").format(reason=view.sheet.reason))
        if view.sheet.single_person:
            parts.append(self.tr("office of a single person"))
        if view.sheet.locked_at is not None:
            locked = self.tr("locked {moment}")
            parts.append(locked.format(moment=text.moment(view.sheet.locked_at)))
        self.facts.setText(" · ".join(parts))

    def _say_totals(self, view: SheetView, own: Shown) -> None:
        words = self.tr(
            "{count} workers · gross {gross} · deducted {deductions} · net {net}\n{capitals}"
        )
        self.table.set_totals(
            words.format(
                count=len(view.sheet.lines),
                gross=text.money(own.gross),
                deductions=text.money(own.deductions),
                net=text.yuan(own.net),
                capitals=own.net.in_capitals,
            )
        )

    def _show_acts(self) -> None:
        sheets = self.wages.sheets if self.wages else ()
        opened = [view for view in sheets if view.sheet.state in OPEN]
        of_opened = [self._shown[view.sheet.id] for view in opened]
        unsigned = any(own.done < own.payable for own in of_opened)
        ready = self.wages is not None and lockable(self.wages)
        due = any(view.sheet.is_locked for view in sheets) and not self._paid
        self.paper_act.setVisible(bool(sheets))
        self.board_act.setVisible(bool(sheets))
        self.prepare_act.setVisible(bool(opened))
        self.prepare_act.setEnabled(True)
        self.empty.button.setEnabled(self.context.project is not None)
        self.sign_act.setVisible(unsigned)
        self.lock_act.setVisible(any(not view.sheet.is_locked for view in sheets))
        self.lock_act.setEnabled(ready)
        waits = self.tr("The workers sign first; then the sheets are audited and locked.")
        self.lock_act.setToolTip("" if ready else waits)
        self.pay_act.setVisible(due)
        self._weigh(self.lock_act, "lock", primary=ready)
        self._weigh(self.pay_act, "pay", primary=due and not ready)
        self._weigh(self.sign_act, "sign", primary=unsigned and not ready and not due)

    def _weigh(self, button: QPushButton, icon: str, *, primary: bool) -> None:
        theme.mark(button, "kind", "primary" if primary else "usual")
        button.setIcon(icons.get(icon, "on_accent" if primary else "text"))

    def _prepared(self, outcome: Outcome[PrepareReport]) -> None:
        report = outcome.value
        words = self.tr("Wage sheets are up to date: {lines} lines, {changed} changed")
        said = words.format(lines=report.lines, changed=report.changed)
        self.context.say(said)
        self._show_acts()

    def _inspect(self) -> None:
        view, chosen = self.view, self.chosen
        if view is None or self.wages is None or not chosen:
            return
        line = chosen[0]
        found = [f for f in view.findings if f.subject == line.name]
        why = self.office.payroll.explain(line, self.wages)
        is_open = view.sheet.state in OPEN
        inspector = WhyInspector(line, why, found, signed_badge(view, line), is_open=is_open)
        inspector.deriving.connect(self.dialogs.open_why)
        inspector.adjusting.connect(self.dialogs.open_adjust)
        inspector.moving.connect(self.dialogs.open_move)
        self._inspector = inspector
        self.inspected.emit(inspector)

    def _follow(self) -> None:
        widget = self._inspector
        if widget is not None and isValid(widget) and widget.isVisible():
            self._inspect()

    def _show_notes(self) -> None:
        view = self.view
        if view is None or self.wages is None:
            return
        listed = FindingsList()
        listed.set_findings((*self.wages.findings, *view.findings))
        listed.jumped.connect(self._jump)
        self.inspected.emit(listed)

    def _jump(self, finding: Finding) -> None:
        rows = self.table.model.lines
        keys = [row.key for row in rows if row.line and row.line.name == finding.subject]
        if keys:
            self.table.filter.clear()
            self.table.choose(keys[:1])
            self.table.view.setFocus()


def _read(office: Office, project: ProjectId, month: WageMonth) -> _Read:
    initials = {line.worker: line.initials for line in office.roster.lines(project)}
    wages = office.payroll.month(project, month)
    locked = [view.sheet for view in wages.sheets if view.sheet.is_locked]
    due = sum(line.needs_signature for sheet in locked for line in sheet.lines)
    batches = office.disbursement.status(project, month) if due else ()
    states = {item.obligation: item.state for batch in batches for item in batch.items}
    paid = sum(state in PAID for state in states.values())
    own = {view.sheet.id: shown(view, initials) for view in wages.sheets}
    return _Read(project, wages, own, paid >= due)


def _search(row: Row) -> str:
    return row.search


def make(context: PageContext) -> Page:
    """Build the page."""
    return PayrollPage(context)
