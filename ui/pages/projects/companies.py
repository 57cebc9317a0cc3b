"""The companies of the office: what is registered of each, and its part in this project."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from desktop.domain.changes import Outcome
from desktop.domain.company import Company, CompanyRole
from desktop.domain.identity import normalise_credit_code, normalise_phone
from desktop.domain.ids import CompanyId, new_id
from desktop.domain.project import Project
from ui import format as text
from ui.desk import Desk
from ui.fields.choice_field import ChoiceField
from ui.fields.members_field import role_words
from ui.fields.text_fields import DayField, TextField
from ui.forms.form import Form
from ui.forms.row_editor import RowEditor
from ui.models.rows import Badge, Column
from ui.pages.projects.editing import EditorTab
from ui.widgets.data_table import DataTable
from ui.widgets.empty_state import EmptyState

PLAIN = (
    "name", "credit_code", "is_person", "qualification", "qualification_until", "legal_person",
    "phone", "address",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class CompanyLine:
    """A company with its first part in the project."""

    company: Company
    role: CompanyRole | None


class CompaniesTab(EditorTab[CompanyLine]):
    """Every company of the office; those of the project first."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._project: Project | None = None
        self.arrange(self._editor())

    def show_project(self, project: Project) -> None:
        """Show the companies, those of this project first."""
        self._project = project
        roles: dict[CompanyId, CompanyRole] = {}
        for member in project.members:
            roles.setdefault(member.company.id, member.role)
        order = list(CompanyRole)

        def show(companies: tuple[Company, ...]) -> None:
            lines = [CompanyLine(one, roles.get(one.id)) for one in companies]
            lines.sort(key=lambda one: order.index(one.role) if one.role else len(order))
            self.show_rows(lines)

        self._desk.read(self, self._desk.office.projects.companies, show)

    def _save(self, values: Mapping[str, Any], line: CompanyLine | None) -> None:
        project = self._project
        if project is None:
            return
        base = line.company if line is not None else Company(CompanyId(new_id()), "")
        company = replace(base, **{key: values[key] for key in PLAIN})
        company = replace(
            company,
            name=company.name.strip(),
            credit_code=normalise_credit_code(company.credit_code),
            phone=normalise_phone(company.phone),
        )
        role, before = values["role"], line.role if line is not None else None
        projects = self._desk.office.projects

        def work(_: object) -> Outcome[Any]:
            if role is None or role is before:
                return projects.put_company(company)
            return projects.put_member(project.id, company, role, before)

        self.wanted = company.id if line is None else None
        self._desk.write(self, work, lambda _: self._kept(company))

    def _kept(self, company: Company) -> None:
        self.editor.form.keep()
        self.said.emit(self.tr("Saved: {name}").format(name=company.name), None)

    def _editor(self) -> RowEditor[CompanyLine]:
        form = Form(1)
        form.add("name", self.tr("Full registered name"), TextField(), required=True)
        parts = [(None, self.tr("Not in this project")), *role_words()]
        form.add("role", self.tr("Part in this project"), ChoiceField(parts))
        kinds = [(False, self.tr("A company")), (True, self.tr("A natural person"))]
        form.add("is_person", self.tr("Company or person"), ChoiceField(kinds))
        form.add("credit_code", self.tr("Credit code"), TextField())
        form.add("qualification", self.tr("Qualification: class and number"), TextField())
        form.add("qualification_until", self.tr("Qualification valid until"), DayField())
        form.add("legal_person", self.tr("Legal representative"), TextField())
        form.add("phone", self.tr("Phone"), TextField())
        form.add("address", self.tr("Address"), TextField())
        editor: RowEditor[CompanyLine] = RowEditor(
            self._table(),
            form,
            lambda line: {
                **{key: getattr(line.company, key) for key in PLAIN},
                "role": line.role,
            },
            fresh=lambda: {
                **dict.fromkeys(PLAIN, ""),
                "is_person": False,
                "qualification_until": None,
                "role": CompanyRole.SUBCONTRACTOR,
            },
            captions=(self.tr("A new company"), self.tr("The chosen company")),
        )
        editor.saved.connect(self._save)
        return editor

    def _table(self) -> DataTable[CompanyLine]:
        roles = dict(role_words())
        columns: tuple[Column[CompanyLine], ...] = (
            Column("name", self.tr("Company"), _name, width=268, tip=_name),
            Column("role", self.tr("Part"), lambda one: roles[one.role] if one.role else "—",
                   width=112),
            Column("code", self.tr("Credit code"), lambda one: one.company.credit_code, width=176),
            Column("qualification", self.tr("Qualification"), self._qualification, width=190,
                   badge=self._state, tip=lambda one: one.company.qualification),
        )  # fmt: skip
        return DataTable(
            "companies",
            columns,
            lambda line: line.company.id,
            empty=EmptyState(
                self.tr("No companies yet. Enter owner and general contractor under Facts."),
                "project",
            ),
        )

    def _qualification(self, line: CompanyLine) -> str:
        company = line.company
        until = company.qualification_until
        if company.is_person:
            return self.tr("A natural person")
        if until is not None:
            return self.tr("until {day}").format(day=text.day(until))
        return company.qualification

    def _state(self, line: CompanyLine) -> Badge | None:
        """Mark whoever may take no work: a person, or a qualification that is over."""
        until, today = line.company.qualification_until, self._desk.office.clock.today()
        over = until is not None and until < today
        kind = "stop" if line.company.is_person else "warn" if over else ""
        return Badge(kind, self._qualification(line)) if kind else None


def _name(line: CompanyLine) -> str:
    return line.company.name
