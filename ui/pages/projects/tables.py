"""The minimum wages of a project's area."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.domain.notice import MinimumWage
from desktop.domain.project import Project
from ui import format as text
from ui import theme
from ui.desk import Desk
from ui.fields.text_fields import DayField, MoneyField, TextField
from ui.forms.form import Form
from ui.forms.row_editor import RowEditor
from ui.models.rows import Column
from ui.widgets.data_table import DataTable
from ui.widgets.empty_state import EmptyState


class WagesTab(QWidget):
    """The dated minimum wages of the project's area."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._area = ""
        self.note = QLabel()
        self.note.setWordWrap(True)
        theme.mark(self.note, "role", "muted")
        self.editor = self._editor()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.px(12), 0, 0)
        layout.setSpacing(theme.px(8))
        layout.addWidget(self.note)
        layout.addWidget(self.editor, 1)

    def show_project(self, project: Project) -> None:
        """Show the rows of the project's area."""
        self._area = project.area
        told = self.tr("Area {area}: the row in force on the day counts.")
        none = self.tr("Enter the area code of the project first; the rows belong to an area.")
        self.note.setText(told.format(area=project.area) if project.area else none)
        self.editor.setEnabled(bool(project.area))
        self.refresh()

    def refresh(self) -> None:
        """Read the rows."""
        office, area = self._desk.office, self._area
        self._desk.read(
            self, lambda: office.projects.minimum_wages(area), self.editor.table.set_rows
        )

    def _save(self, values: Mapping[str, Any], _line: MinimumWage | None) -> None:
        wage = MinimumWage(
            self._area,
            values["monthly"],
            values["hourly"],
            values["document"],
            values["effective_from"],
        )
        self._desk.write(
            self,
            lambda _: self._desk.office.projects.put_minimum_wage(wage),
            lambda _: self.editor.form.keep(),
        )

    def _editor(self) -> RowEditor[MinimumWage]:
        table: DataTable[MinimumWage] = DataTable(
            "minimum-wages",
            (
                Column(
                    "since",
                    self.tr("In force from"),
                    lambda wage: text.day(wage.effective_from),
                    width=110,
                ),
                Column(
                    "monthly",
                    self.tr("A month (yuan)"),
                    lambda wage: text.money(wage.monthly),
                    width=120,
                    right=True,
                ),
                Column(
                    "hourly",
                    self.tr("An hour, part-time (yuan)"),
                    lambda wage: text.money(wage.hourly),
                    width=150,
                    right=True,
                ),
                Column("document", self.tr("Document"), _document, width=260, tip=_document),
            ),
            lambda wage: wage.effective_from,
            empty=EmptyState(
                self.tr(
                    "No minimum wage for this area yet. The notice block of a site.json has it."
                ),
                "wages",
            ),
        )
        form = Form(1)
        form.add("effective_from", self.tr("In force from"), DayField(), required=True)
        form.add("monthly", self.tr("A month (yuan)"), MoneyField(), required=True)
        form.add("hourly", self.tr("An hour, part-time (yuan)"), MoneyField(), required=True)
        form.add("document", self.tr("Document"), TextField(), required=True)
        editor: RowEditor[MinimumWage] = RowEditor(
            table,
            form,
            lambda wage: {
                key: getattr(wage, key)
                for key in ("effective_from", "monthly", "hourly", "document")
            },
            fresh=lambda: {"effective_from": None, "monthly": None, "hourly": None, "document": ""},
            captions=(self.tr("A new minimum wage"), self.tr("The chosen minimum wage")),
        )
        editor.saved.connect(self._save)
        return editor


def _document(wage: MinimumWage) -> str:
    return wage.document
