"""The holiday table: the State Council's notices as dated rows, editable by year."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QCheckBox, QComboBox, QVBoxLayout, QWidget

from desktop.domain.calendar import Calendar, CalendarDay, DayKind
from desktop.domain.changes import Outcome
from ui import format as text
from ui import theme
from ui.desk import Desk
from ui.fields.choice_field import ChoiceField
from ui.fields.text_fields import DayField, TextField
from ui.forms.form import Form
from ui.forms.row_editor import RowEditor
from ui.models.rows import Badge, Column
from ui.widgets.data_table import DataTable
from ui.widgets.empty_state import EmptyState

_BADGES = {DayKind.STATUTORY: "note", DayKind.WORK: "warn"}
FIRST_YEAR = 2020
"""Years offered from here to the one after next."""


class HolidaysTab(QWidget):
    """Rows of one year; whether its notice has been entered."""

    def __init__(self, desk: Desk, year: int) -> None:
        super().__init__()
        self._desk = desk
        self._calendar = Calendar({}, frozenset())
        self.year = QComboBox()
        for offered in range(FIRST_YEAR, year + 3):
            self.year.addItem(str(offered), offered)
        self.year.setAccessibleName(self.tr("Year"))
        self.show_year(year)
        self.final = QCheckBox(self.tr("The notice of this year is entered in full"))
        self.editor = self._editor()
        self.editor.table.bar.insertWidget(0, self.year)
        self.editor.table.bar.insertWidget(1, self.final)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.px(12), 0, 0)
        layout.addWidget(self.editor)
        self.year.currentIndexChanged.connect(lambda _: self._show_year())
        self.final.clicked.connect(self._set_final)

    @property
    def chosen_year(self) -> int:
        """The year in sight."""
        return int(self.year.currentData())

    def show_year(self, year: int) -> None:
        """Show another year."""
        if self.year.findData(year) < 0:
            self.year.addItem(str(year), year)
        self.year.setCurrentIndex(self.year.findData(year))

    def refresh(self) -> None:
        """Read the table."""
        self._desk.read(self, self._desk.office.projects.calendar, self._show)

    def _show(self, calendar: Calendar) -> None:
        self._calendar = calendar
        self._show_year()

    def _show_year(self) -> None:
        year = self.chosen_year
        days = sorted(day for day in self._calendar.days if day.year == year)
        self.editor.table.set_rows([self._calendar.days[day] for day in days])
        self.final.setChecked(year in self._calendar.final_years)
        statutory = self.tr("{count} statutory holidays in {year}")
        count = self._calendar.statutory_days(year)
        self.editor.table.set_totals(statutory.format(count=count, year=year) if days else "")

    def _set_final(self, final: bool) -> None:  # noqa: FBT001 - Qt's signal
        year = self.chosen_year
        self._desk.write(self, lambda _: self._desk.office.projects.set_final(year, final=final))

    def _save(self, values: Mapping[str, Any], line: CalendarDay | None) -> None:
        row = CalendarDay(values["day"], values["kind"], values["name"], values["source"])
        projects = self._desk.office.projects

        def work(_: object) -> Outcome[int]:
            if line is not None and line.day != row.day:
                projects.remove_day(line.day)
            return projects.put_days([row])

        self.show_year(row.day.year)
        self._desk.write(self, work, lambda _: self._kept(row))

    def _kept(self, row: CalendarDay) -> None:
        self.editor.form.keep()
        self.editor.table.choose([row.day])

    def _remove(self, line: CalendarDay) -> None:
        self._desk.write(
            self,
            lambda _: self._desk.office.projects.remove_day(line.day),
            lambda _: self.editor.begin(),
        )

    def _editor(self) -> RowEditor[CalendarDay]:
        words = {
            DayKind.STATUTORY: self.tr("Statutory holiday"),
            DayKind.REST: self.tr("Day off"),
            DayKind.WORK: self.tr("Worked weekend"),
        }
        table: DataTable[CalendarDay] = DataTable(
            "holidays",
            (
                Column("day", self.tr("Day"), lambda row: text.day(row.day), width=110),
                Column("weekday", self.tr("Weekday"), _weekday, width=72),
                Column(
                    "kind",
                    self.tr("Kind"),
                    lambda row: words[row.kind],
                    width=136,
                    badge=lambda row: (
                        Badge(_BADGES[row.kind], words[row.kind]) if row.kind in _BADGES else None
                    ),
                ),
                Column("name", self.tr("Holiday"), lambda row: row.name, width=110),
                Column("source", self.tr("Source"), _source, width=240, tip=_source),
            ),
            lambda row: row.day,
            empty=EmptyState(
                self.tr("No rows for this year yet. Enter them from the State Council's notice."),
                "calendar",
            ),
            dense=True,
        )
        form = Form(1)
        form.add("day", self.tr("Day"), DayField(), required=True)
        form.add("kind", self.tr("Kind"), ChoiceField(list(words.items())))
        form.add("name", self.tr("Holiday"), TextField(), required=True)
        form.add("source", self.tr("Source"), TextField(), required=True)
        editor: RowEditor[CalendarDay] = RowEditor(
            table,
            form,
            lambda row: {
                "day": row.day, "kind": row.kind, "name": row.name, "source": row.source,
            },
            fresh=lambda: {"day": None, "kind": DayKind.STATUTORY, "name": "", "source": ""},
            removable=True,
        )  # fmt: skip
        editor.saved.connect(self._save)
        editor.removed.connect(self._remove)
        return editor


def _weekday(row: CalendarDay) -> str:
    return "周" + "一二三四五六日"[row.day.weekday()]


def _source(row: CalendarDay) -> str:
    return row.source
