"""Earlier attendance imports, each with a way back, also days later."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.imports import ImportRecord
from ui import format as text
from ui.models.rows import Badge, Column
from ui.widgets.data_table import DataTable
from ui.widgets.dialog import Dialog
from ui.widgets.empty_state import EmptyState

WIDTH, HEIGHT = 760, 420


class ImportsDialog(Dialog):
    """Newest first; the chosen one can be taken back."""

    undo = Signal(object)
    """ImportRecord to take back."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(
            parent,
            self.tr("Earlier imports"),
            self.tr("Taking one back removes its punches; days set by hand stay."),
        )
        self.table: DataTable[ImportRecord] = DataTable(
            "attendance-imports",
            self._columns(),
            lambda record: record.id,
            dense=True,
            empty=EmptyState(self.tr("No attendance has been imported yet."), "attendance"),
        )
        self.table.leave_filter_out()
        self.table.selected.connect(lambda _: self._allow())
        self.body.addWidget(self.table, 1)
        self.back = self.add_act(self.tr("Take it back"), self._take_back)
        self.add_act(self.tr("Close"), self.reject)
        self.resize_within(WIDTH, HEIGHT)
        self._allow()

    def show_imports(self, records: Sequence[ImportRecord]) -> None:
        """Show the imports as they stand now."""
        self.table.set_rows(records)
        self._allow()

    def _allow(self) -> None:
        chosen = self.table.chosen
        self.back.setEnabled(len(chosen) == 1 and chosen[0].undone_at is None)

    def _take_back(self) -> None:
        self.clear_trouble()
        self.back.setEnabled(False)
        self.undo.emit(self.table.chosen[0])

    def _columns(self) -> tuple[Column[ImportRecord], ...]:
        kept, gone = self.tr("counts"), self.tr("taken back")

        def state(record: ImportRecord) -> Badge:
            return Badge("done", kept) if record.undone_at is None else Badge("note", gone)

        return (
            Column("at", self.tr("When"), lambda r: text.moment(r.at), sort=lambda r: r.number,
                   width=150),
            Column("file", self.tr("File"), lambda r: r.file_name, width=230),
            Column("gate", self.tr("Gate"), lambda r: r.format, width=120),
            Column("new", self.tr("New"), lambda r: text.count(r.new), sort=lambda r: r.new,
                   width=80, right=True),
            Column("state", self.tr("State"), lambda r: state(r).word, width=110, badge=state),
        )  # fmt: skip
