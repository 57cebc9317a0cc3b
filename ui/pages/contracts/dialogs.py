"""Decisions about contracts: make them out, change one, record the signing, end one."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLabel, QWidget

from desktop.domain.contract import ContractKind, ContractTerm, LabourContract
from desktop.domain.errors import Refused, Trouble, UserError
from desktop.domain.findings import Code, Level
from desktop.domain.ids import ProjectId, WorkerId
from desktop.domain.project import PayDay
from desktop.services.contracts import ContractDraft, ContractTerms, FillProposal
from resources.words import field
from ui import format as text
from ui import theme, trouble
from ui.desk import Desk
from ui.fields.choice_field import ChoiceField
from ui.fields.number_fields import WholeField
from ui.fields.text_fields import DayField, MoneyField, TextField
from ui.forms.form import Form
from ui.models.rows import Badge, Column
from ui.pages.contracts.words import ContractWords
from ui.widgets.data_table import DataTable
from ui.widgets.decision import Decision
from ui.widgets.file_drop import FileDrop
from ui.widgets.scrolled import scrolled

SCANS = (".pdf", ".png", ".jpg", ".jpeg")
LONGEST_PROBATION = 6


class DraftWords(QObject):
    """Columns of contracts that are not written yet."""

    def columns(self) -> tuple[Column[ContractDraft], ...]:
        """Return the columns."""
        return (
            Column("name", self.tr("Name"), lambda draft: draft.name, width=150),
            Column("team", self.tr("Team"), lambda draft: draft.team_name, width=80),
            Column(
                "begin", self.tr("From"), lambda draft: text.day(draft.contract.begin), width=92
            ),
            Column("kind", self.tr("Kind"), self._kind, width=100),
            Column("state", "", self._word, width=112, badge=self._badge),
            Column("missing", self.tr("Missing"), self._missing, width=240, tip=self._missing),
        )

    def _kind(self, draft: ContractDraft) -> str:
        labour = draft.contract.kind is ContractKind.LABOUR
        return self.tr("Labour contract") if labour else self.tr("Written agreement")

    def _badge(self, draft: ContractDraft) -> Badge:
        if not draft.is_ready:
            return Badge("stop", self.tr("Cannot yet"))
        if draft.missing:
            return Badge("note", self.tr("By hand"))
        return Badge("done", self.tr("Whole"))

    def _word(self, draft: ContractDraft) -> str:
        return self._badge(draft).word

    def _missing(self, draft: ContractDraft) -> str:
        stopped = [one for one in draft.findings if one.level is Level.STOP]
        if any(one.code is not Code.CONTRACT_NEEDS for one in stopped):
            return trouble.of_finding(stopped[0]).text
        keys = [one.column for one in stopped]
        keys += [f"contract.{key}" for key in draft.missing]
        return "、".join(map(field, keys))


def _begin(draft: ContractDraft) -> str:
    return text.day(draft.contract.begin)


class FillDialog(Decision):
    """What everyone without a contract would get, and what is missing, before it is written."""

    def __init__(
        self,
        parent: QWidget,
        desk: Desk,
        project: ProjectId,
        workers: Collection[WorkerId] | None = None,
    ) -> None:
        super().__init__(parent, self.tr("Make out contracts"), "", width=760)
        self.say(
            self.tr(
                "Pay, pay day, work and place come from the roster and the project. What is "
                "missing is listed here before anything is written."
            )
        )
        self._desk, self._project, self._workers = desk, project, workers
        self._contracts = desk.office.contracts
        self.proposal: FillProposal | None = None
        self.written: tuple[LabourContract, ...] = ()
        self.form = Form(3)
        self._add_fields(ContractWords(self, desk.office.clock.today()))
        self.count = QLabel()
        self.count.setWordWrap(True)
        theme.mark(self.count, "role", "section")
        self.common = QLabel()
        self.common.setWordWrap(True)
        theme.mark(self.common, "role", "muted")
        self.table: DataTable[ContractDraft] = DataTable(
            "contract-drafts", DraftWords(self).columns(), lambda draft: draft.contract.worker
        )
        self.table.leave_filter_out()
        for widget in (self.form, self.count, self.common):
            self.body.addWidget(widget)
        self.body.addWidget(self.table, 1)
        self.form.changed.connect(self.propose)
        self.verb.setEnabled(False)
        self.resize_within(800, 660)
        self.propose()

    def propose(self) -> None:
        """Read what would be written with these terms."""
        self.verb.setEnabled(False)
        terms, project, workers = self._terms(), self._project, self._workers
        self._desk.read(self, lambda: self._contracts.propose(project, terms, workers), self._show)

    def decide(self) -> None:
        """Write the contracts that are ready."""
        proposal = self.proposal
        if proposal is None:
            return
        self.wait()
        self._desk.write(
            self, lambda _: self._contracts.fill(proposal), lambda made: self._done(made.value)
        )

    def _done(self, written: tuple[LabourContract, ...]) -> None:
        self.written = written
        self.accept()

    def _add_fields(self, words: ContractWords) -> None:
        by_age = self.tr("By age: agreement after retirement")
        kinds = [(None, by_age), *((kind, words.kind(kind)) for kind in ContractKind)]
        terms = [(term, words.term(term)) for term in ContractTerm]
        self.form.add("kind", self.tr("Kind"), ChoiceField(kinds))
        self.form.add("term", self.tr("Term"), ChoiceField(terms)).set_value(ContractTerm.TASK)
        self.form.add("begin", self.tr("From (empty: each one's entry)"), DayField())
        self.form.add("end", self.tr("Until (fixed term only)"), DayField())
        self.form.add("place", self.tr("Place (empty: the project's address)"), TextField())
        self.form.add("probation", self.tr("Probation (months)"), months_field())

    def _terms(self) -> ContractTerms:
        values = self.form.values
        return ContractTerms(
            kind=values["kind"],
            term=values["term"] or ContractTerm.TASK,
            begin=values["begin"],
            end=values["end"],
            probation_months=values["probation"] or 0,
            place=values["place"] or "",
        )

    def _show(self, proposal: FillProposal) -> None:
        self.proposal = proposal
        ready, held = len(proposal.ready), len(proposal.held)
        words = self.tr("Make out {count} contracts").format(count=text.count(ready))
        self.verb.setText(words)
        self.verb.setEnabled(ready > 0)
        said = self.tr("{ready} can be made out").format(ready=text.count(ready))
        if held:
            said += self.tr("; {held} lack what no hand can add").format(held=text.count(held))
        if not proposal.drafts:
            said = self.tr("Everyone on the site has a contract already.")
        self.count.setText(said)
        self.table.set_rows(sorted(proposal.drafts, key=lambda draft: draft.is_ready))
        self.common.setText(self._missing_of_employers(proposal))
        self.common.setVisible(bool(proposal.findings))

    def _missing_of_employers(self, proposal: FillProposal) -> str:
        """Say what the books lack about each employer, a line each."""
        found: dict[str, list[str]] = {}
        for finding in proposal.findings:
            found.setdefault(finding.subject, []).append(field(finding.column))
        line = self.tr("{company}: {missing} will be an empty line on the print")
        return "\n".join(
            line.format(company=company, missing="、".join(keys)) for company, keys in found.items()
        )


def months_field() -> WholeField:
    """Return a field for months of probation."""
    return WholeField(0, LONGEST_PROBATION)


class EditDialog(Decision):
    """A contract that nobody has signed."""

    def __init__(self, parent: QWidget, desk: Desk, contract: LabourContract, name: str) -> None:
        super().__init__(parent, "", self.tr("Save"), width=680)
        title = self.tr("Contract {number} of {name}")
        self.heading.setText(title.format(number=contract.number, name=name))
        self.setWindowTitle(self.heading.text())
        self.say(self.tr("What was printed before no longer counts: print it again."))
        self._desk, self._contract = desk, contract
        self.form = Form()
        self._add_fields(ContractWords(self, desk.office.clock.today()))
        self.form.set_values(
            {key: getattr(contract, key) for key in (
                "kind", "term", "begin", "end", "rate", "work", "place", "emergency_name",
                "emergency_relation", "emergency_phone",
            )}
            | {
                "probation": contract.probation_months,
                "day": contract.pay_day.day,
                "next_month": contract.pay_day.next_month,
            }
        )  # fmt: skip
        self.form.setContentsMargins(0, 0, theme.px(16), 0)
        self.body.addWidget(scrolled(self.form), 1)
        self.form.guard(self.verb)
        self.resize_within(680, 640)

    def decide(self) -> None:
        """Write the contract."""
        self.wait()
        fresh = edited(self._contract, self.form.values)
        contracts = self._desk.office.contracts
        self._desk.write(self, lambda _: contracts.put(fresh), lambda _: self.accept())

    def show_trouble(
        self, error: UserError | Trouble, again: Callable[[], object] | None = None
    ) -> None:
        """Show findings under their fields, everything else above."""
        super().show_trouble(error, again)
        if isinstance(error, Refused):
            columns = {"contract.end": "end", "contract.probation_months": "probation"}
            self.form.show_findings(error.findings, columns)

    def _add_fields(self, words: ContractWords) -> None:
        form = self.form
        kinds = [(kind, words.kind(kind)) for kind in ContractKind]
        terms = [(term, words.term(term)) for term in ContractTerm]
        form.add("kind", self.tr("Kind"), ChoiceField(kinds))
        form.add("term", self.tr("Term"), ChoiceField(terms))
        form.add("begin", self.tr("From"), DayField(), required=True)
        form.add("end", self.tr("Until (fixed term only)"), DayField())
        form.add("work", self.tr("Work"), TextField(), required=True)
        form.add("place", self.tr("Place"), TextField(), required=True)
        form.add("rate", self.tr("Amount (yuan)"), MoneyField(), required=True)
        form.add("probation", self.tr("Probation (months)"), months_field())
        form.add("day", self.tr("Pay day"), WholeField(1, 31))
        months = [(True, self.tr("of the next month")), (False, self.tr("of the same month"))]
        form.add("next_month", self.tr("Month of the pay day"), ChoiceField(months))
        form.add_section(self.tr("Emergency contact"))
        form.add("emergency_name", self.tr("Name"), TextField())
        form.add("emergency_relation", self.tr("Relation"), TextField())
        form.add("emergency_phone", self.tr("Phone"), TextField())


def edited(contract: LabourContract, values: dict[str, Any]) -> LabourContract:
    """Return the contract as the form has it."""
    fixed = values["term"] is ContractTerm.FIXED
    return replace(
        contract,
        kind=values["kind"],
        term=values["term"],
        begin=values["begin"],
        end=values["end"] if fixed else None,
        rate=values["rate"],
        work=values["work"],
        place=values["place"],
        probation_months=values["probation"] or 0,
        pay_day=PayDay(values["day"] or 0, bool(values["next_month"])),
        emergency_name=values["emergency_name"],
        emergency_relation=values["emergency_relation"],
        emergency_phone=values["emergency_phone"],
    )


class SignDialog(Decision):
    """Both sides have signed on paper; the scan may come now or later."""

    decided = Signal(object, object)
    """Day and path of the scan (None)."""

    def __init__(self, parent: QWidget, count: int, today: date) -> None:
        super().__init__(parent, self.tr("Record as signed"), self.tr("Record as signed"))
        words = self.tr("You vouch that both sides have signed and sealed {count} contracts.")
        self.say(words.format(count=count))
        self.day = DayField()
        self.day.set_value(today)
        self.add_field(self.tr("Signed on"), self.day)
        self.drop = FileDrop(self.tr("The scan, if it is at hand"), SCANS, slim=True)
        self.scan: object = None
        self.drop.chosen.connect(self.take)
        self.body.addWidget(self.drop)
        self.day.changed.connect(lambda: self.verb.setEnabled(self.day.value is not None))

    def take(self, path: object) -> None:
        """Take a scan; nothing is recorded yet."""
        self.scan = path
        self.drop.label.setText(str(getattr(path, "name", "")))

    def decide(self) -> None:
        """Tell what was chosen."""
        self.wait()
        self.decided.emit(self.day.value, self.scan)


class EndDialog(Decision):
    """A contract that was ended early."""

    decided = Signal(object)
    """The day."""

    def __init__(self, parent: QWidget, name: str, today: date) -> None:
        super().__init__(parent, self.tr("End a contract"), self.tr("Record the end"))
        words = self.tr(
            "{name}: the contract was ended before its time. All wages are paid at once and the "
            "exit settlement is signed; the exit itself is recorded on the roster."
        )
        self.say(words.format(name=name))
        self.day = DayField()
        self.day.set_value(today)
        self.add_field(self.tr("Last day of the contract"), self.day)
        self.day.changed.connect(lambda: self.verb.setEnabled(self.day.value is not None))

    def decide(self) -> None:
        """Tell the day."""
        self.wait()
        self.decided.emit(self.day.value)
