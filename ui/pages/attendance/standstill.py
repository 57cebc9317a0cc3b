"""What the month stands on: the counting rule, stoppages, a nil month, the gates' clocks."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from desktop.domain.attendance import BEIJING, AttendanceRule, Counting
from desktop.domain.changes import Outcome
from desktop.domain.ids import ProjectId, StoppageId, new_id
from desktop.domain.months import WageMonth
from desktop.domain.site_days import NilMonth, Stoppage
from desktop.services.review import GateClock
from ui import format as text
from ui import theme
from ui.fields.text_fields import DayField
from ui.models.rows import Badge, Column
from ui.pages.attendance.dialogs import quiet
from ui.pages.attendance.host import Host
from ui.pages.attendance.mend import ProofField
from ui.pages.attendance.panel import Panel
from ui.widgets.data_table import DataTable
from ui.widgets.decision import Decision

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.services.office import Office
    from ui.tasks import Ticket

TABLE = 190
_STAMP = "%Y-%m-%d %H:%M:%S"


@dataclass(frozen=True, slots=True)
class _Site:
    rule: AttendanceRule
    stoppages: tuple[Stoppage, ...]
    nil: NilMonth | None
    clocks: tuple[GateClock, ...]


def _site(office: Office, project: ProjectId, month: WageMonth) -> _Site:
    review = office.review
    nil = next((one for one in review.nil_months(project) if one.month == month), None)
    return _Site(
        office.projects.get(project).attendance_rule,
        review.stoppages(project),
        nil,
        review.clocks(project, month),
    )


class SitePanel(Panel):
    """Four things that are said once and count for every day."""

    def __init__(self, page: Host) -> None:
        super().__init__(page, "")
        self.purpose = self.tr(
            "How days are counted, when work stood still, and whether the gates' clocks are "
            "right: said once, it counts for every day."
        )
        self._nil: NilMonth | None = None
        self.change = QPushButton(self.tr("Change the rule …"))
        self.change.clicked.connect(lambda _=False: page.asks.open_rule(page.rule))
        self.acts.addWidget(self.change)
        line = self.add_section(self.tr("Declared stoppages"))
        self.nil = quiet("")
        self.declare = quiet(self.tr("Declare a stoppage …"))
        self.resume, self.remove = quiet(self.tr("Work resumes …")), quiet(self.tr("Take back"))
        for button in (self.resume, self.remove, self.nil, self.declare):
            line.addWidget(button)
        self.stoppages: DataTable[Stoppage] = DataTable(
            "attendance-stoppages", self._stoppage_columns(), lambda one: one.id, dense=True
        )
        self._add(self.stoppages)
        line = self.add_section(self.tr("Clocks of the gates"))
        self.read_clock = quiet(self.tr("Enter a reading …"))
        self.imports = quiet(self.tr("Earlier imports …"))
        for button in (self.imports, self.read_clock):
            line.addWidget(button)
        self.clocks: DataTable[GateClock] = DataTable(
            "attendance-clocks", self._clock_columns(), lambda one: one.device.id, dense=True
        )
        self._add(self.clocks)
        self.hint = QLabel(
            self.tr(
                "Read a gate's clock beside a phone's once a week: a gate that is two minutes "
                "wrong splits or swallows punches."
            )
        )
        self.hint.setWordWrap(True)
        theme.mark(self.hint, "role", "muted")
        self.body.addWidget(self.hint)
        self.body.addStretch(1)
        self._connect()

    def refresh(self) -> None:
        """Read rule, stoppages and clocks."""
        project, month, office = (
            self.page.context.project,
            self.page.context.month,
            self.page.office,
        )
        if project is not None:
            self.page.desk.read(self, lambda: _site(office, project, month), self._show)

    def _add(self, table: DataTable[Stoppage] | DataTable[GateClock]) -> None:
        table.leave_filter_out()
        table.setFixedHeight(theme.px(TABLE))
        self.body.addWidget(table)

    def _connect(self) -> None:
        self.declare.clicked.connect(lambda _=False: self._ask_stoppage(None))
        self.resume.clicked.connect(lambda _=False: self._ask_stoppage(self.stoppages.chosen[0]))
        self.remove.clicked.connect(lambda _=False: self._remove(self.stoppages.chosen[0]))
        self.nil.clicked.connect(lambda _=False: self._ask_nil())
        self.read_clock.clicked.connect(lambda _=False: self._ask_clock())
        self.imports.clicked.connect(lambda _=False: self.page.asks.open_imports())
        self.stoppages.selected.connect(lambda _: self._allow())
        self.clocks.selected.connect(lambda _: self._allow())
        self._allow()

    def _allow(self) -> None:
        one = len(self.stoppages.chosen) == 1
        self.resume.setVisible(one)
        self.remove.setVisible(one)
        self.read_clock.setEnabled(bool(self.clocks.model.lines))

    def _show(self, site: _Site) -> None:
        self._nil = site.nil
        self.said.setText(self._rule(site.rule))
        self.stoppages.set_rows(site.stoppages)
        self.clocks.set_rows(site.clocks)
        month = text.month(self.page.context.month)
        words = (
            self.tr("{month} was not without work …")
            if site.nil
            else self.tr("Declare {month} without work …")
        )
        self.nil.setText(words.format(month=month))
        self._allow()

    def _rule(self, rule: AttendanceRule) -> str:
        paired = rule.counting is Counting.PAIRED
        words = (
            self.tr(
                "Work-days are hours between entries and exits, 8 h a day, in quarters; at least "
                "{punches} punches; a day begins at {boundary}."
            )
            if paired
            else self.tr(
                "{punches} punches and {minutes} minutes from first to last make a work-day, less "
                "is half a day; a day begins at {boundary}."
            )
        )
        said = words.format(
            punches=rule.least_punches,
            minutes=rule.least_minutes,
            boundary=f"{rule.day_boundary:%H:%M}",
        )
        source = self.tr("Source: {source}").format(source=rule.source) if rule.source else ""
        return " ".join(filter(None, (said, source)))

    def _ask_stoppage(self, old: Stoppage | None) -> None:
        project = self.page.context.project
        if project is None:
            return
        dialog = StoppageDialog(self.page, old, self.page.office.clock.today())
        review = self.page.office.review

        def write() -> None:
            base = old or Stoppage(StoppageId(new_id()), project, date.min, None, "")
            first, last, declared = dialog.days
            wanted = replace(
                base, first=first, last=last, declared_on=declared, reason=dialog.reason.text()
            )
            proof = dialog.proof.path
            self._write(lambda _: review.stop_work(wanted, proof), self.tr("The stoppage is kept"))

        dialog.accepted.connect(write)
        dialog.open()

    def _remove(self, one: Stoppage) -> None:
        review = self.page.office.review
        said = self.tr("The stoppage is taken back")
        self._write(
            lambda _: review.remove_stoppage(one.project, one.id),
            said,
            lambda: self._write(lambda _: review.stop_work(one), self.tr("The stoppage is kept")),
        )

    def _ask_nil(self) -> None:
        project, month = self.page.context.project, self.page.context.month
        review = self.page.office.review
        if project is None:
            return
        if self._nil is not None:
            said = self.tr("{month} is an ordinary month again").format(month=text.month(month))
            self._write(lambda _: review.withdraw_nil(project, month), said)
            return
        dialog = NilDialog(self.page, month)

        def write() -> None:
            reason = dialog.reason.text()
            said = self.tr("{month} is declared without work").format(month=text.month(month))
            self._write(lambda _: review.declare_nil(project, month, reason), said)

        dialog.accepted.connect(write)
        dialog.open()

    def _ask_clock(self) -> None:
        project = self.page.context.project
        names = [one.device.name for one in self.clocks.model.lines]
        if project is None or not names:
            return
        chosen = self.clocks.chosen
        start = chosen[0].device.name if chosen else names[0]
        dialog = ClockDialog(self.page, start, self.page.office.clock.now())
        review = self.page.office.review

        def write() -> None:
            shown, true = dialog.times
            if shown is not None and true is not None:
                self._write(
                    lambda _: review.read_clock(project, start, shown, true),
                    self.tr("The reading is kept"),
                )

        dialog.accepted.connect(write)
        dialog.open()

    def _write(
        self,
        work: Callable[[Ticket], Outcome[Any]],
        said: str,
        undo: Callable[[], object] | None = None,
    ) -> None:
        self.page.desk.write(self, work, lambda _: self.page.context.say(said, undo))

    def _stoppage_columns(self) -> tuple[Column[Stoppage], ...]:
        still = self.tr("not yet resumed")
        return (
            Column("first", self.tr("From"), lambda s: text.day(s.first), width=110),
            Column(
                "last", self.tr("To"), lambda s: text.day(s.last) if s.last else still,
                sort=lambda s: s.last or date.max, width=120,
            ),
            Column("reason", self.tr("Reason"), lambda s: s.reason, width=210),
            Column(
                "declared", self.tr("Declared on"), lambda s: text.day(s.declared_on), width=110,
            ),
            Column(
                "proof", self.tr("Proof"),
                lambda s: self.tr("kept") if s.document else "", width=80,
            ),
        )  # fmt: skip

    def _clock_columns(self) -> tuple[Column[GateClock], ...]:
        wrong, right = self.tr("set it right"), self.tr("in order")
        unread = self.tr("not read yet")

        def state(one: GateClock) -> Badge:
            if one.drift is None and not one.wrong_stamps:
                return Badge("note", unread)
            return Badge("warn", wrong) if one.is_late else Badge("done", right)

        return (
            Column("name", self.tr("Gate"), lambda c: c.device.name, width=130),
            Column("state", self.tr("State"), lambda c: state(c).word, width=100, badge=state),
            Column("drift", self.tr("Ahead, s"), lambda c: _number(c.drift), width=70, right=True),
            Column("daily", self.tr("A day, s"), lambda c: _number(c.daily), width=90, right=True),
            Column(
                "wrong", self.tr("Impossible times"), lambda c: str(c.wrong_stamps or ""),
                width=90, right=True,
            ),
            Column(
                "twins", self.tr("At two gates at once"), lambda c: str(c.twins or ""),
                width=100, right=True,
            ),
            Column(
                "read", self.tr("Last reading"),
                lambda c: text.moment(c.readings[-1].true) if c.readings else "", width=150,
            ),
        )  # fmt: skip


class StoppageDialog(Decision):
    """A stoppage: from, to, why, declared when, by which paper."""

    def __init__(self, parent: QWidget, old: Stoppage | None, today: date) -> None:
        super().__init__(
            parent, self.tr("Work resumes") if old else self.tr("Declare a stoppage"), ""
        )
        self.verb.setText(self.tr("Keep it"))
        self._first, self._last, self._declared = DayField(), DayField(), DayField()
        self._first.set_value(old.first if old else today)
        self._last.set_value(old.last if old else None)
        self._declared.set_value(old.declared_on if old else None)
        self.reason = QLineEdit(old.reason if old else "")
        self.proof = ProofField()
        for words, field in (
            (self.tr("First day without work"), self._first),
            (self.tr("Last day without work (empty: not yet resumed)"), self._last),
            (self.tr("Reason"), self.reason),
            (self.tr("Declared to the platform or the authority on (if it was)"), self._declared),
            (self.tr("Paper that proves it (if there is one)"), self.proof),
        ):
            self.add_field(words, field)
        for field in (self._first, self._last, self._declared):
            field.changed.connect(self._allow)
        self.reason.textChanged.connect(lambda _: self._allow())
        self._allow()

    @property
    def days(self) -> tuple[date, date | None, date | None]:
        """First, last, and the day of the declaration."""
        return self._first.value, self._last.value, self._declared.value

    def _allow(self) -> None:
        readable = all(
            field.fault("") is None for field in (self._first, self._last, self._declared)
        )
        ready = readable and self._first.value is not None and bool(self.reason.text().strip())
        self.verb.setEnabled(ready)


class NilDialog(Decision):
    """Why nobody worked in a month."""

    def __init__(self, parent: QWidget, month: WageMonth) -> None:
        title = self.tr("{month} without work").format(month=text.month(month))
        super().__init__(parent, title, "")
        self.verb.setText(self.tr("Declare it"))
        self.say(
            self.tr(
                "The month then needs no attendance and no wage sheet. It is refused where "
                "somebody has work-days in it, and can be taken back."
            )
        )
        self.reason = QLineEdit()
        self.add_field(self.tr("Reason, e.g. not yet begun, winter rest"), self.reason)
        self.reason.textChanged.connect(lambda typed: self.verb.setEnabled(bool(typed.strip())))
        self.verb.setEnabled(False)


class ClockDialog(Decision):
    """What a gate showed, and what time it really was."""

    def __init__(self, parent: QWidget, gate: str, now: datetime) -> None:
        super().__init__(parent, self.tr("Clock of {gate}").format(gate=gate), "")
        self.verb.setText(self.tr("Keep the reading"))
        local = now.astimezone(BEIJING).strftime(_STAMP)
        self._shown, self._true = QLineEdit(local), QLineEdit(local)
        self.add_field(self.tr("The gate shows"), self._shown)
        self.add_field(self.tr("True time, as on a phone"), self._true)
        self.drift = self.say("")
        for line in (self._shown, self._true):
            line.textChanged.connect(lambda _: self._allow())
        self._allow()

    @property
    def times(self) -> tuple[datetime | None, datetime | None]:
        """What was shown and what was true, None where it cannot be read."""
        return _moment(self._shown.text()), _moment(self._true.text())

    def _allow(self) -> None:
        shown, true = self.times
        self.verb.setEnabled(shown is not None and true is not None)
        if shown is None or true is None:
            self.drift.setText(self.tr("Write times as 2026-10-03 08:00:00."))
            return
        ahead = round((shown - true).total_seconds())
        words = self.tr("{seconds} s ahead") if ahead >= 0 else self.tr("{seconds} s behind")
        self.drift.setText(words.format(seconds=abs(ahead)))


def _moment(typed: str) -> datetime | None:
    try:
        return datetime.strptime(typed.strip(), _STAMP).replace(tzinfo=BEIJING)
    except ValueError:
        return None


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:+.0f}"
