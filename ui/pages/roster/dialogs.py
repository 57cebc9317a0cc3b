"""Changing one worker: his card, or what the roster says of him."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from desktop.domain.changes import Outcome
from desktop.domain.errors import Refused, Trouble, UserError
from desktop.domain.identity import mask_card, normalise_card, normalise_digits, normalise_phone
from desktop.domain.ids import ProjectId
from desktop.domain.project import Team
from desktop.domain.worker import Card, DeviceNumber, Employment, PayKind, PayTerm, Worker
from ui import theme
from ui.desk import Desk
from ui.fields.choice_field import ChoiceField
from ui.fields.text_fields import DayField, MoneyField, TextField
from ui.forms.form import Form
from ui.pages.roster.identity import COLUMNS as IDENTITY_COLUMNS
from ui.pages.roster.identity import IdentityPart
from ui.widgets.dialog import Dialog


class _WorkerDialog(Dialog):
    """A form about one worker; what is refused is shown under its field."""

    written = Signal(object)
    """Worker as stored."""

    def __init__(self, parent: QWidget, desk: Desk, title: str, purpose: str) -> None:
        super().__init__(parent, title, purpose)
        self._desk = desk
        self.form = Form()
        self.columns: dict[str, str] = {}

    def show_trouble(
        self, error: UserError | Trouble, again: Callable[[], object] | None = None
    ) -> None:
        """Show findings under their fields, everything else above."""
        super().show_trouble(error, again)
        if isinstance(error, Refused):
            self.form.show_findings(error.findings, self.columns)

    def write(self, work: Callable[[], Outcome[Worker]]) -> None:
        """Write, and leave when it is done."""
        self.clear_trouble()
        self._desk.write(self, lambda _: work(), self._done)

    def _done(self, outcome: Outcome[Worker]) -> None:
        self.written.emit(outcome.value)
        self.accept()


class ChangeCard(_WorkerDialog):
    """Another card from a day on; the old one stays for what was paid to it."""

    def __init__(self, parent: QWidget, desk: Desk, worker: Worker, today: date) -> None:
        super().__init__(
            parent,
            desk,
            "",
            "",
        )
        title = self.tr("Change the wage card of {name}").format(name=worker.name)
        self.setWindowTitle(title)
        self.heading.setText(title)
        now = worker.card(today)
        told = self.tr("Now {card}. Sheets already locked keep the card they were locked with.")
        none = self.tr("There is no card yet.")
        self.purpose.setText(told.format(card=mask_card(now.number)) if now else none)
        self.purpose.show()
        self._worker = worker
        self.form.add("number", self.tr("Card number"), TextField(), wide=True, required=True)
        self.form.add("bank", self.tr("Bank and branch"), TextField(), wide=True)
        self.form.add("cnaps", self.tr("CNAPS number"), TextField())
        self.form.add("since", self.tr("In force from"), DayField(), required=True)
        self.form.add("account_name", self.tr("Name on the account, if another"), TextField())
        self.form.set_values({"since": today, "bank": now.bank if now else ""})
        self.columns = {
            "工资卡号": "number", "card": "number", "开户行": "bank", "联行号": "cnaps",
        }  # fmt: skip
        self.body.addWidget(self.form)
        self.add_act(self.tr("Cancel"), self.reject)
        self.save = self.add_act(self.tr("Change the card"), self._save, primary=True)
        self.form.guard(self.save)

    def _save(self) -> None:
        values = self.form.values
        card = Card(
            normalise_card(values["number"]),
            values["bank"],
            normalise_digits(values["cnaps"]),
            values["account_name"],
            values["since"],
        )
        self.write(lambda: self._desk.office.roster.change_card(self._worker.id, card))


class EditWorker(_WorkerDialog):
    """What the roster says of one worker in one project."""

    def __init__(
        self,
        parent: QWidget,
        desk: Desk,
        worker: Worker,
        project: ProjectId,
        facts: tuple[tuple[Team, ...], date],
    ) -> None:
        super().__init__(parent, desk, "", "")
        title = self.tr("Edit {name}").format(name=worker.name)
        self.setWindowTitle(title)
        self.heading.setText(title)
        self._worker = worker
        self._project = project
        teams, self._today = facts
        self.identity = IdentityPart(self.form, desk, self, worker, masked=True)
        self._add_fields(teams)
        self.identity.set_values(worker)
        self.form.set_values(self._values())
        self.written.connect(lambda one: self.identity.keep_photo((one,)))
        self.columns = {
            **IDENTITY_COLUMNS, "手机号码": "phone", "进场日期": "entry", "离场日期": "exit",
            "工种": "trade", "单价(元)": "rate", "计薪方式": "kind", "考勤号": "number",
        }  # fmt: skip
        area = QScrollArea()
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        self.form.setContentsMargins(0, 0, theme.px(16), 0)
        area.setWidget(self.form)
        self.body.addWidget(area)
        self.add_act(self.tr("Cancel"), self.reject)
        self.save = self.add_act(self.tr("Save"), self._save, primary=True)
        self.form.guard(self.save)
        room = parent.window().size()
        self.resize(min(theme.px(660), room.width()), min(theme.px(660), room.height()))

    def _add_fields(self, teams: tuple[Team, ...]) -> None:
        form = self.form
        form.add_section(self.tr("On this site"))
        form.add("phone", self.tr("Phone"), TextField())
        form.add("team", self.tr("Team"), ChoiceField([(t.id, t.name) for t in teams]))
        form.add("trade", self.tr("Trade"), TextField(), required=True)
        form.add("entry", self.tr("Entry"), DayField(), required=True)
        form.add("exit", self.tr("Exit"), DayField())
        form.add("note", self.tr("Note"), TextField(), wide=True)
        form.add_section(self.tr("Pay standard"))
        kinds = [(PayKind.DAY, self.tr("by the day")), (PayKind.HOUR, self.tr("by the hour"))]
        form.add("kind", self.tr("Kind of pay"), ChoiceField(kinds))
        form.add("rate", self.tr("Amount (yuan)"), MoneyField())
        form.add("since", self.tr("In force from"), DayField())
        form.add_section(self.tr("Device number"))
        form.add("number", self.tr("Device number"), TextField())

    def _values(self) -> dict[str, Any]:
        worker, job = self._worker, self._worker.employment(self._project)
        values: dict[str, Any] = {key: getattr(worker, key) for key in ("phone", "note")}
        if job is None:
            return values
        term = job.pay_term(self._today) or next(iter(job.pay_terms), None)
        numbers = [one.number for one in job.device_numbers if one.until is None]
        return values | {
            "team": job.team,
            "trade": job.trade,
            "entry": job.entry,
            "exit": job.exit,
            "kind": term.kind if term else PayKind.DAY,
            "rate": term.rate if term else None,
            "since": term.since if term else job.entry,
            "number": numbers[0] if numbers else "",
        }

    def _save(self) -> None:
        values, now = self.form.values, self._desk.office.clock.now()
        placed = edited(self._worker, self._project, values, self._today)
        worker = self.identity.apply(placed, values, now)
        self.write(lambda: self._desk.office.roster.put_worker(worker))


def edited(worker: Worker, project: ProjectId, values: dict[str, Any], today: date) -> Worker:
    """Return the worker as the form has him; what he was paid by before stays dated."""
    job = worker.employment(project)
    if job is None:
        return worker
    fresh = replace(
        job,
        team=values["team"] or job.team,
        trade=values["trade"],
        entry=values["entry"],
        exit=values["exit"],
        pay_terms=_terms(job, values),
        device_numbers=_numbers(job, values["number"], today),
    )
    others = tuple(one for one in worker.employments if one is not job)
    return replace(
        worker,
        phone=normalise_phone(values["phone"]),
        note=values["note"],
        employments=(*others, fresh),
    )


def _terms(job: Employment, values: dict[str, Any]) -> tuple[PayTerm, ...]:
    if values["rate"] is None:
        return job.pay_terms
    since = values["since"] or job.entry
    term = PayTerm(values["kind"], values["rate"], since)
    kept = tuple(one for one in job.pay_terms if one.since != since)
    return tuple(sorted((*kept, term), key=lambda one: one.since))


def _numbers(job: Employment, number: str, today: date) -> tuple[DeviceNumber, ...]:
    """Give a new number from today on; numbers he had end the day before he got it."""
    open_ones = [one for one in job.device_numbers if one.until is None]
    if [one.number for one in open_ones[:1]] == [number] or (not open_ones and not number):
        return job.device_numbers
    first = job.entry if not job.device_numbers else today
    ended = tuple(
        replace(one, until=date.fromordinal(today.toordinal() - 1)) if one.until is None else one
        for one in job.device_numbers
    )
    return (*ended, DeviceNumber(number, first)) if number else ended
