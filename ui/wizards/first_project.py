"""The first project: a short form now and the rest later, or all of it from a site.json."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.changes import Outcome
from desktop.domain.company import Company, CompanyRole, Member
from desktop.domain.errors import Refused
from desktop.domain.findings import Finding
from desktop.domain.identity import normalise_phone
from desktop.domain.ids import CompanyId, ProjectId, new_id
from desktop.domain.project import Contact, ContactKind, PayDay, Project
from ui import theme
from ui.desk import Desk
from ui.fields.choice_field import ChoiceField
from ui.fields.number_fields import WholeField
from ui.fields.text_fields import TextField
from ui.forms.form import Form
from ui.forms.project_form import field_of
from ui.wizards.new_project import SiteImport

DROP, MOST = 60, 16_777_215
"""Height of the line for a file, and Qt's word for no limit."""
PARTS = {
    "owner": CompanyRole.OWNER,
    "general_contractor": CompanyRole.GENERAL_CONTRACTOR,
    "subcontractor": CompanyRole.SUBCONTRACTOR,
}


class FirstProject(QWidget):
    """Either a site.json or the short form; `write` keeps whichever was filled."""

    written = Signal(object)
    """ProjectId of the project that is on the books now."""
    changed = Signal()

    def __init__(self, desk: Desk, *, officer: str = "") -> None:
        """Keep what is needed.

        Args:
            desk: reads and writes.
            officer: who most likely is the labour officer: whoever makes the office.
        """
        super().__init__()
        self._desk = desk
        self.site = SiteImport(desk, slim=True)
        self.form = Form()
        self._add_fields()
        self.form.set_values({"officer": officer})
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(16))
        column.addWidget(self.form)
        column.addWidget(self.site, 1)
        column.addStretch(0)
        self.site.shown.connect(self._choose)
        self._choose(shown=False)
        self.site.accepted.connect(self.written)
        self.site.ready.connect(lambda _: self.changed.emit())
        self.form.changed.connect(self.changed)

    @property
    def from_file(self) -> bool:
        """Whether a file was read and lies before the person."""
        return self.site.proposal is not None

    @property
    def is_ready(self) -> bool:
        """Whether going on would keep something: a usable file, or a form with a name."""
        return self.site.is_usable if self.from_file else self.form.is_sound

    @property
    def is_empty(self) -> bool:
        """Whether nothing was filled in at all."""
        return not self.from_file and not self.form.is_changed

    @property
    def project(self) -> Project:
        """The project as the short form has it."""
        values = self.form.values
        members = tuple(
            Member(Company(CompanyId(new_id()), values[key]), role)
            for key, role in PARTS.items()
            if values[key]
        )
        officer = Contact(values["officer"], normalise_phone(values["phone"]))
        return Project(
            ProjectId(new_id()),
            values["name"],
            members=members,
            contacts=((ContactKind.LABOUR_OFFICER, officer),),
            pay_day=PayDay(values["pay_day"] or 0, next_month=values["pay_next"]),
        )

    def write(self) -> None:
        """Write the file's project, or the form's."""
        if self.from_file:
            self.site.accept()
            return
        project, projects = self.project, self._desk.office.projects
        self._desk.write(self, lambda _: projects.put(project), self._done)

    def show_trouble(self, error: Exception, again: Callable[[], object] | None = None) -> None:
        """Show findings under their fields; the wizard says the rest."""
        if isinstance(error, Refused):
            columns = {one.column: _field_of(one) for one in error.findings}
            self.form.show_findings(error.findings, columns)
        teller = getattr(self.window(), "show_trouble", None)
        if teller is not None:
            teller(error, again)

    def _done(self, outcome: Outcome[Project]) -> None:
        self.written.emit(outcome.value.id)

    def _choose(self, shown: bool) -> None:  # noqa: FBT001 - Qt's signal
        self.form.setVisible(not shown)
        self.site.setMaximumHeight(MOST if shown else theme.px(DROP))

    def _add_fields(self) -> None:
        form = self.form
        form.add("name", self.tr("Project name"), TextField(), wide=True, required=True)
        form.add("owner", self.tr("Owner (full name)"), TextField(), wide=True)
        form.add("general_contractor", self.tr("General contractor (full name)"), TextField())
        form.add("subcontractor", self.tr("Subcontractor (full name)"), TextField())
        form.add("officer", self.tr("Labour officer"), TextField())
        form.add("phone", self.tr("Phone of the labour officer"), TextField())
        form.add("pay_day", self.tr("Pay day (1 to 31)"), WholeField(1, 31))
        months = [(True, self.tr("of the next month")), (False, self.tr("of the same month"))]
        form.add("pay_next", self.tr("Counted in"), ChoiceField(months))


def _field_of(finding: Finding) -> str:
    if finding.column.startswith("labour_officer."):
        return {"name": "officer"}.get(finding.column.partition(".")[2], "phone")
    part = finding.column.partition(".")[0]
    return part if part in PARTS else field_of(finding)
