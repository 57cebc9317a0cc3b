"""The form of one project, used by its page and by the wizard of the first one."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from decimal import Decimal
from typing import Any

from desktop.domain.attendance import AttendanceRule
from desktop.domain.findings import Finding
from desktop.domain.identity import normalise_card, normalise_digits, normalise_phone
from desktop.domain.money import ZERO
from desktop.domain.project import Contact, ContactKind, PayDay, Project, SpecialAccount
from resources import text
from ui.fields.choice_field import ChoiceField, OpenChoiceField
from ui.fields.field import Field
from ui.fields.members_field import MembersField
from ui.fields.number_fields import TimeField, WholeField
from ui.fields.text_fields import DayField, DecimalField, MoneyField, TextField
from ui.forms.form import Form

PLAIN = (
    "name", "area", "platform", "sector", "address", "permit_number", "start", "finish",
    "department", "members", "pay_method", "complaint_address",
)  # fmt: skip
"""Fields that hold the project's own attribute of the same name."""
CONTACTS = {
    ContactKind.LABOUR_OFFICER: ("name", "phone"),
    ContactKind.PROJECT_MANAGER: ("name", "phone"),
    ContactKind.SECTOR_AUTHORITY: ("name", "phone", "address"),
    ContactKind.LABOUR_INSPECTORATE: ("name", "phone", "address"),
    ContactKind.ARBITRATION: ("name", "phone", "address"),
    ContactKind.LEGAL_AID: ("name", "phone", "address"),
    ContactKind.PUBLIC_LEGAL_SERVICE: ("phone",),
}
COLUMNS = {
    "project": "name",
    "special_account.name": "account.name",
    "special_account.number": "account.number",
    "special_account.bank": "account.bank",
    "special_account.cnaps": "account.cnaps",
    "pay_day": "pay_day",
    "labour_cost_ratio_percent": "labour_cost_ratio",
    "contract_sum_yuan": "contract_sum",
    "notice.complaint_address": "complaint_address",
    "notice.public_legal_service_hotline": "public_legal_service.phone",
}
"""Columns of findings whose field has another key."""
_MEMBERS = ("owner.", "general_contractor.", "subcontractor.", "supervisor.",
            "labour_company.")  # fmt: skip
LINES = {
    "project.name": "name",
    "department.name": "department",
    "special_account": "account.name",
    "public_legal_service": "public_legal_service.phone",
    "hotlines": "sector_authority.phone",
}
"""Lines of the notice board whose field has another key."""


def field_of_line(line: str) -> str:
    """Return the key of the field that a line of the notice board comes from."""
    if line.startswith(_MEMBERS):
        return "members"
    line = line.replace(".complaint", ".phone").replace(".contact", ".phone")
    return LINES.get(line, line)


def field_of(finding: Finding) -> str:
    """Return the key of the field that a finding of a project is about."""
    column = finding.column
    if column in COLUMNS:
        return COLUMNS[column]
    if column.startswith(_MEMBERS):
        return "members"
    return column.removeprefix("notice.").replace(".complaint_phone", ".phone")


class ProjectForm(Form):
    """Every fact of a project; `project` gives what the form says of it."""

    def __init__(self) -> None:
        super().__init__()
        self._base: Project | None = None
        self._add_head()
        self._add_companies()
        self._add_money()
        self._add_days()
        self._add_contacts()

    def show_project(self, project: Project) -> None:
        """Show a project and take it for the saved one."""
        self._base = project
        self.set_values(values_of(project))

    @property
    def project(self) -> Project | None:
        """The project as the form has it; None before one was shown."""
        return project_of(self._base, self.values) if self._base is not None else None

    def show_project_findings(self, findings: tuple[Finding, ...]) -> None:
        """Show each finding under its field."""
        self.show_findings(findings, {finding.column: field_of(finding) for finding in findings})

    def _add_head(self) -> None:
        self.add("name", self.tr("Project name"), TextField(), wide=True, required=True)
        self.add("address", self.tr("Address of the site"), TextField(), wide=True)
        self.add("area", self.tr("Area code (six digits)"), TextField("620102"))
        self.add("sector", self.tr("Sector"), TextField())
        self.add("permit_number", self.tr("Building permit"), TextField())
        self.add("department", self.tr("Project department"), TextField())
        self.add("start", self.tr("Begin"), DayField())
        self.add("finish", self.tr("End"), DayField())
        self.add("contract_sum", self.tr("Contract sum (yuan)"), MoneyField())
        self.add("labour_cost_ratio", self.tr("Labour cost share (%)"), DecimalField("20"))
        platforms = [
            ("", self.tr("Not chosen")),
            *tomllib.loads(text("terms/platforms.toml")).items(),
        ]
        self.add("platform", self.tr("Supervision platform"), OpenChoiceField(platforms), wide=True)

    def _add_companies(self) -> None:
        self.add_section(self.tr("Companies"))
        self.add("members", self.tr("Full names as registered"), MembersField(), wide=True)

    def _add_money(self) -> None:
        self.add_section(self.tr("Special account and pay day"))
        self.add("account.name", self.tr("Account name"), TextField(), wide=True)
        self.add("account.number", self.tr("Account number"), TextField())
        self.add("account.bank", self.tr("Bank and branch"), TextField())
        self.add("account.cnaps", self.tr("CNAPS number"), TextField())
        self.add("pay_method", self.tr("Way of paying"), TextField())
        self.add("pay_day", self.tr("Pay day (1 to 31)"), WholeField(1, 31))
        months = [(True, self.tr("of the next month")), (False, self.tr("of the same month"))]
        self.add("pay_next", self.tr("Counted in"), ChoiceField(months))

    def _add_days(self) -> None:
        self.add_section(self.tr("How days are counted"))
        self.add("rule.boundary", self.tr("A working day begins at"), TimeField())
        self.add("rule.repeat", self.tr("Repeated punches within (seconds)"), WholeField(0, 3600))
        self.add("rule.punches", self.tr("Punches of a valid day, at least"), WholeField(1, 10))
        self.add("rule.minutes", self.tr("Minutes of a whole day, at least"), WholeField(1, 1440))

    def _add_contacts(self) -> None:
        self.add_section(self.tr("Persons of the project"))
        self._contact(ContactKind.LABOUR_OFFICER, self.tr("Labour officer"))
        self._contact(ContactKind.PROJECT_MANAGER, self.tr("Project manager"))
        self.add_section(self.tr("Who the notice board names"))
        self._contact(ContactKind.SECTOR_AUTHORITY, self.tr("Sector authority"))
        self._contact(ContactKind.LABOUR_INSPECTORATE, self.tr("Labour inspectorate"))
        self._contact(ContactKind.ARBITRATION, self.tr("Arbitration"))
        self._contact(ContactKind.LEGAL_AID, self.tr("Legal aid"))
        self._contact(ContactKind.PUBLIC_LEGAL_SERVICE, self.tr("Public legal service"))
        self.add("complaint_address", self.tr("Complaint address (QR code)"), TextField("https://"))

    def _contact(self, kind: ContactKind, who: str) -> None:
        captions = {
            "name": who,
            "phone": self.tr("{who}: phone").format(who=who),
            "address": self.tr("{who}: address").format(who=who),
        }
        for part in CONTACTS[kind]:
            field: Field = TextField()
            self.add(f"{kind}.{part}", captions[part], field, wide=part == "address")


def values_of(project: Project) -> dict[str, Any]:
    """Return a project as the values of the form."""
    account, rule = project.account, project.attendance_rule
    ratio = project.labour_cost_ratio
    values: dict[str, Any] = {key: getattr(project, key) for key in PLAIN}
    values |= {
        "contract_sum": project.contract_sum or None,
        "labour_cost_ratio": Decimal(ratio) if ratio else None,
        "pay_day": project.pay_day.day or None,
        "pay_next": project.pay_day.next_month,
        "rule.boundary": rule.day_boundary,
        "rule.repeat": rule.repeat_seconds,
        "rule.punches": rule.least_punches,
        "rule.minutes": rule.least_minutes,
    }
    values |= {f"account.{key}": getattr(account, key) for key in _ACCOUNT}
    for kind, parts in CONTACTS.items():
        contact = project.contact(kind)
        values |= {f"{kind}.{part}": getattr(contact, part) for part in parts}
    return values


_ACCOUNT = ("name", "number", "bank", "cnaps")


def project_of(base: Project, values: dict[str, Any]) -> Project:
    """Return the project that the form describes; what it does not show stays."""
    ratio, rule = values["labour_cost_ratio"], base.attendance_rule
    return replace(
        base,
        **{key: values[key] for key in PLAIN},
        account=_account(values),
        pay_day=PayDay(values["pay_day"] or 0, next_month=values["pay_next"]),
        contract_sum=values["contract_sum"] or ZERO,
        labour_cost_ratio=f"{ratio}" if ratio is not None else "",
        contacts=tuple(_contacts(base, values)),
        attendance_rule=AttendanceRule(
            values["rule.boundary"] or rule.day_boundary,
            _given(values["rule.repeat"], rule.repeat_seconds),
            _given(values["rule.punches"], rule.least_punches),
            _given(values["rule.minutes"], rule.least_minutes),
        ),
    )


def _given(value: int | None, otherwise: int) -> int:
    return otherwise if value is None else value


def _account(values: dict[str, Any]) -> SpecialAccount:
    return SpecialAccount(
        values["account.name"],
        normalise_card(values["account.number"]),
        values["account.bank"],
        normalise_digits(values["account.cnaps"]),
    )


def _contacts(base: Project, values: dict[str, Any]) -> list[tuple[ContactKind, Contact]]:
    found = []
    for kind, parts in CONTACTS.items():
        given = {part: values[f"{kind}.{part}"] for part in parts}
        given["phone"] = normalise_phone(given["phone"])
        contact = replace(base.contact(kind), **given)
        if contact != Contact():
            found.append((kind, contact))
    return found
