"""A dialog about a movement: a form, what it would mean as one types, one verb."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QWidget

from desktop.domain.changes import Outcome
from desktop.services.movements import MovementDone, MovementPlan
from ui import theme
from ui.desk import Desk
from ui.forms.form import Form
from ui.widgets.decision import Decision
from ui.widgets.findings_list import FindingsList

PAUSE_MS = 250
"""How long somebody stops typing before the plan is made anew."""
LIST_HEIGHT = 132


class PlanDialog(Decision):
    """Subclasses add fields and say how the form becomes a plan."""

    carried = Signal(object)
    """MovementDone."""

    def __init__(self, parent: QWidget, desk: Desk, title: str, verb: str) -> None:
        super().__init__(parent, title, verb, width=560)
        self.desk = desk
        self.office = desk.office
        self.plan: MovementPlan | None = None
        self.form = Form()
        self.told = QLabel()
        self.told.setWordWrap(True)
        theme.mark(self.told, "role", "muted")
        self.findings = FindingsList()
        self.findings.setFixedHeight(theme.px(LIST_HEIGHT))
        self.understood = QCheckBox(self.tr("I know what follows from it; do it all the same"))
        self.understood.toggled.connect(lambda _: self._judge())
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self._round = 0
        self.form.changed.connect(self._typed)
        self.verb.setEnabled(False)

    def arrange(self) -> None:
        """Put everything into place; called by subclasses when their fields stand."""
        self.body.addWidget(self.form_room())
        for widget in (self.told, self.findings, self.understood):
            self.body.addWidget(widget)
        self.findings.hide()
        self.understood.hide()
        self._typed()

    def form_room(self) -> QWidget:
        """Return what the form stands in."""
        return self.form

    def work(self) -> Callable[[], MovementPlan] | None:
        """Return how the form becomes a plan; None while something is missing."""
        raise NotImplementedError

    def summary(self, plan: MovementPlan) -> str:
        """Say what the plan would do, in a line."""
        raise NotImplementedError

    def is_ready(self) -> bool:
        """Tell whether nothing besides the plan keeps the verb shut."""
        return True

    def decide(self) -> None:
        """Write the plan."""
        plan = self.plan
        if plan is None or not self.verb.isEnabled():
            return
        self.wait()
        self.desk.write(self, lambda _: self.office.movements.carry_out(plan), self._done)

    def _typed(self) -> None:
        self.plan = None
        self.verb.setEnabled(False)
        self._round += 1
        self._pause.start()

    def _ask(self) -> None:
        work = self.work() if self.form.is_sound else None
        if work is None:
            self._show(None)
            return
        number = self._round
        self.desk.read(self, work, lambda plan: self._planned(number, plan))

    def _planned(self, number: int, plan: MovementPlan) -> None:
        if number == self._round:
            self._show(plan)

    def _show(self, plan: MovementPlan | None) -> None:
        self.plan = plan
        findings = plan.findings if plan is not None else ()
        self.findings.set_findings(findings)
        self.findings.setVisible(bool(findings))
        for row in range(self.findings.view.model().rowCount()):
            self.findings.view.setExpanded(self.findings.view.model().index(row, 0), True)
        self.understood.setVisible(plan is not None and bool(plan.one_way))
        means = plan is not None and bool(plan.after) and not plan.is_stopped
        self.told.setText(self.summary(plan) if plan is not None and means else "")
        self._judge()

    def _judge(self) -> None:
        plan = self.plan
        known = plan is not None and (not plan.one_way or self.understood.isChecked())
        sound = plan is not None and bool(plan.after) and not plan.is_stopped
        self.verb.setEnabled(known and sound and self.is_ready())

    def _done(self, outcome: Outcome[MovementDone]) -> None:
        self.carried.emit(outcome.value)
        self.accept()
