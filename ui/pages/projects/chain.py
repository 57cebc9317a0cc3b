"""The contract chain: who gives work to whom, for how much, and what the law says to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QWidget

from desktop.domain.changes import Outcome
from desktop.domain.company import Company, CompanyRole, WorksContract, WorksKind
from desktop.domain.documents import Document
from desktop.domain.findings import Finding
from desktop.domain.ids import WorksContractId, new_id
from desktop.domain.money import ZERO
from desktop.domain.project import Project
from desktop.services.office import Office
from desktop.services.projects.chain_view import ChainLine
from ui import format as text
from ui import theme, trouble
from ui.desk import Desk
from ui.fields.choice_field import ChoiceField
from ui.fields.members_field import role_words
from ui.fields.number_fields import WholeField
from ui.fields.text_fields import DayField, MoneyField, TextField
from ui.forms.form import Form
from ui.forms.row_editor import RowEditor
from ui.models.rows import Column
from ui.pages.projects.editing import EditorTab, gravest
from ui.widgets.data_table import DataTable
from ui.widgets.empty_state import EmptyState
from ui.widgets.saving import save_file
from ui.wizards.new_project import content_of

LONGEST_CYCLE = 366
PLAIN = ("number", "signed", "begin", "end", "scope")


class ChainTab(EditorTab[ChainLine]):
    """Companies in the order of who gives work to whom, each with its contract."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._project: Project | None = None
        self._giver = ChoiceField()
        self._taker = ChoiceField()
        self.scan = QPushButton(self.tr("Attach the scan …"))
        self.show_scan = QPushButton(self.tr("Save the scan as …"))
        for button in (self.scan, self.show_scan):
            theme.mark(button, "kind", "quiet")
        self.arrange(self._editor())
        self.findings.jumped.connect(self._jump)
        self.editor.table.selected.connect(lambda _: self._scans())
        self.scan.clicked.connect(lambda _=False: self._choose_scan())
        self.show_scan.clicked.connect(lambda _=False: self._save_scan())
        self._scans()

    def show_project(self, project: Project) -> None:
        """Show the chain of a project."""
        if self._project is None or self._project.id != project.id:
            self.editor.begin(focus=False)
        self._project = project
        office = self._desk.office
        self._desk.read(self, lambda: _read(office, project), self._show)

    def _show(self, read: _Read) -> None:
        lines, findings, companies = read
        parties = [(company.id, company.name) for company in companies]
        for field in (self._giver, self._taker):
            field.blockSignals(True)
            field.set_options([(None, self.tr("Choose …")), *parties])
            field.blockSignals(False)
        self.show_rows(lines)
        self.show_findings(findings)
        contracts = [line.contract for line in lines if line.contract is not None]
        words = self.tr("{count} contracts, {sum} yuan given away below the general contractor")
        below = [one.amount for one in contracts if one.kind is not WorksKind.MAIN]
        total = text.money(sum(below, ZERO))
        self.editor.table.set_totals(
            words.format(count=len(contracts), sum=total) if contracts else ""
        )
        self._scans()

    def _jump(self, finding: Finding) -> None:
        wanted = {finding.facts.get("contract"), finding.facts.get("company")} - {None}
        for line in self.editor.table.model.shown:
            if str(line.key) in wanted or str(line.company.id) in wanted:
                self.editor.table.choose([line.key])
                return

    def _save(self, values: Mapping[str, Any], line: ChainLine | None) -> None:
        project = self._project
        if project is None or values["giver"] is None or values["taker"] is None:
            return
        known = line.contract if line is not None else None
        base = known or WorksContract(
            WorksContractId(new_id()), project.id, values["kind"], values["giver"], values["taker"]
        )
        contract = replace(
            base,
            kind=values["kind"],
            giver=values["giver"],
            taker=values["taker"],
            amount=values["amount"] or ZERO,
            measured_days=values["measured_days"] or 0,
            **{key: values[key] for key in PLAIN},
        )
        self.wanted = contract.id if known is None else None
        self._desk.write(
            self, lambda _: self._desk.office.projects.put_works_contract(contract), self._kept
        )

    def _kept(self, outcome: Outcome[WorksContract]) -> None:
        self.editor.form.keep()
        self.said.emit(self.tr("Saved: {name}").format(name=outcome.value.number or "—"), None)

    def _remove(self, line: ChainLine) -> None:
        contract = line.contract
        if contract is None:
            return
        projects = self._desk.office.projects
        self._desk.write(
            self,
            lambda _: projects.remove_works_contract(contract.project, contract.id),
            self._gone,
        )

    def _gone(self, outcome: Outcome[WorksContract]) -> None:
        contract, projects = outcome.value, self._desk.office.projects
        self.editor.begin(focus=False)

        def undo() -> None:
            self._desk.write(self, lambda _: projects.put_works_contract(contract))

        words = self.tr("Removed: contract {number}")
        self.said.emit(words.format(number=contract.number or "—"), undo)

    def _scans(self) -> None:
        line = self.editor.line
        contract = line.contract if line is not None else None
        self.scan.setVisible(contract is not None)
        self.show_scan.setVisible(contract is not None and contract.document is not None)
        self.editor.remove.setVisible(contract is not None)

    def _choose_scan(self) -> None:
        kinds = self.tr("Scans (*.pdf *.png *.jpg *.jpeg)")
        name, _ = QFileDialog.getOpenFileName(self.window(), self.scan.text(), "", kinds)
        if name:
            self.attach(Path(name))

    def attach(self, path: Path) -> None:
        """Keep the scan of the chosen contract."""
        line = self.editor.line
        contract = line.contract if line is not None else None
        if contract is None:
            return
        projects = self._desk.office.projects
        told = self.tr("The scan is kept: {name}").format(name=path.name)
        self._desk.write(
            self,
            lambda _: projects.attach_scan(contract, content_of(path), path.name),
            lambda _: self.said.emit(told, None),
        )

    def _save_scan(self) -> None:
        line = self.editor.line
        contract = line.contract if line is not None else None
        if contract is None or contract.document is None:
            return
        document = contract.document
        office = self._desk.office
        self._desk.read(self, lambda: office.projects.scan(document), self._write_scan)

    def _write_scan(self, document: Document) -> None:
        words = self.show_scan.text()
        name, _ = QFileDialog.getSaveFileName(self.window(), words, document.name, "")
        if name:
            told = self.tr("Saved: {name}").format(name=Path(name).name)
            self._desk.job(
                self,
                words,
                lambda _: save_file(Path(name), document.content),
                lambda _: self.said.emit(told, None),
            )

    def _values(self, line: ChainLine) -> dict[str, Any]:
        contract = line.contract
        if contract is None:
            return {**_empty(), **self._guess(line)}
        return {
            **{key: getattr(contract, key) for key in (*PLAIN, "giver", "taker", "kind")},
            "amount": contract.amount or None,
            "measured_days": contract.measured_days or None,
        }

    def _guess(self, line: ChainLine) -> dict[str, Any]:
        """Begin a missing contract with the parties it must have."""
        project = self._project
        giver = CompanyRole.GENERAL_CONTRACTOR
        kind = WorksKind.PROFESSIONAL
        if line.role is CompanyRole.OWNER:
            return {}
        if line.role is CompanyRole.GENERAL_CONTRACTOR:
            giver, kind = CompanyRole.OWNER, WorksKind.MAIN
        elif line.role is CompanyRole.LABOUR_COMPANY or "劳务" in line.company.name:
            kind = WorksKind.LABOUR
        member = project.member(giver) if project is not None else None
        party = member.company.id if member is not None else None
        return {"giver": party, "taker": line.company.id, "kind": kind}

    def _editor(self) -> RowEditor[ChainLine]:
        form = Form(1)
        form.add("giver", self.tr("Giver of the work"), self._giver, required=True)
        form.add("taker", self.tr("Taker of the work"), self._taker, required=True)
        form.add("kind", self.tr("Kind of contract"), ChoiceField(list(self._kinds().items())))
        form.add("number", self.tr("Contract number"), TextField(), required=True)
        form.add("amount", self.tr("Contract sum (yuan)"), MoneyField())
        form.add("signed", self.tr("Signed on"), DayField())
        cycle = WholeField(1, LONGEST_CYCLE, "30")
        form.add("measured_days", self.tr("Measured every … days"), cycle)
        form.add("begin", self.tr("Begin"), DayField())
        form.add("end", self.tr("End"), DayField())
        form.add("scope", self.tr("Scope"), TextField())
        form.add_widget(self._scan_row())
        editor: RowEditor[ChainLine] = RowEditor(
            self._table(),
            form,
            self._values,
            fresh=_empty,
            removable=True,
            captions=(self.tr("A new contract"), self.tr("The chosen contract")),
        )
        editor.saved.connect(self._save)
        editor.removed.connect(self._remove)
        return editor

    def _scan_row(self) -> QWidget:
        room = QWidget()
        row = QHBoxLayout(room)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.scan)
        row.addWidget(self.show_scan)
        row.addStretch(1)
        return room

    def _kinds(self) -> dict[WorksKind, str]:
        return {
            WorksKind.MAIN: self.tr("General contract"),
            WorksKind.PROFESSIONAL: self.tr("Professional subcontract"),
            WorksKind.LABOUR: self.tr("Labour subcontract"),
        }

    def _table(self) -> DataTable[ChainLine]:
        kinds, roles = self._kinds(), dict(role_words())
        none = self.tr("No contract yet")

        def name(line: ChainLine) -> str:
            return "　" * line.depth + line.company.name

        def what(line: ChainLine) -> str:
            if line.contract is None:
                return "" if line.role is CompanyRole.OWNER else none
            return f"{kinds[line.contract.kind]} {line.contract.number}"

        def tip(line: ChainLine) -> str:
            return "\n".join(trouble.of_finding(one).text for one in line.findings)

        columns: tuple[Column[ChainLine], ...] = (
            Column("company", self.tr("Company"), name, width=244, tip=_company),
            Column("found", self.tr("Findings"), lambda line: str(len(line.findings) or ""),
                   width=72, badge=lambda line: gravest(line.findings), tip=tip),
            Column("contract", self.tr("Contract"), what, width=188, tip=what,
                   ink=lambda line: "" if line.contract else "muted"),
            Column("amount", self.tr("Sum (yuan)"), _amount, width=120, right=True),
            Column("cycle", self.tr("Measured"), self._cycle, width=64),
            Column("role", self.tr("Part"),
                   lambda line: roles[line.role] if line.role else "", width=92),
        )  # fmt: skip
        return DataTable(
            "chain",
            columns,
            lambda line: line.key,
            empty=EmptyState(
                self.tr("No companies yet. Enter owner and general contractor under Facts."),
                "project",
            ),
        )

    def _cycle(self, line: ChainLine) -> str:
        days = line.contract.measured_days if line.contract else 0
        return self.tr("{days} days").format(days=days) if days else ""


_Read = tuple[tuple[ChainLine, ...], tuple[Finding, ...], tuple[Company, ...]]


def _read(office: Office, project: Project) -> _Read:
    companies = office.projects.companies()
    own = {member.company.id for member in project.members}
    near = sorted(companies, key=lambda one: (one.id not in own, one.name))
    projects = office.projects
    return projects.chain_lines(project.id), projects.chain_findings(project.id), tuple(near)


def _empty() -> dict[str, Any]:
    return {
        "giver": None, "taker": None, "kind": WorksKind.LABOUR, "number": "", "amount": None,
        "signed": None, "measured_days": None, "begin": None, "end": None, "scope": "",
    }  # fmt: skip


def _company(line: ChainLine) -> str:
    return line.company.name


def _amount(line: ChainLine) -> str:
    contract = line.contract
    return text.money(contract.amount) if contract is not None and contract.amount else ""
