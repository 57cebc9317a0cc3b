"""Pictures whose day of deletion has come: seen in a list, deleted by one explicit act."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.changes import Outcome
from desktop.services.likenesses import Kept
from resources.words import phrase
from ui import format as text
from ui import theme
from ui.desk import Desk
from ui.models.rows import Column
from ui.widgets.data_table import DataTable
from ui.widgets.decision import Decision
from ui.widgets.empty_state import EmptyState


class DuePictures(Decision):
    """The list, and the act; nothing is deleted by itself."""

    erased = Signal(int)
    """How many pictures are gone."""

    def __init__(self, parent: QWidget, desk: Desk) -> None:
        super().__init__(parent, "", "", width=620)
        title = self.tr("Pictures to be deleted")
        self.setWindowTitle(title)
        self.heading.setText(title)
        self.purpose.setText(
            self.tr(
                "Their last day has come. With the last picture of a person his key is destroyed "
                "too, and nobody can bring them back."
            )
        )
        self.purpose.show()
        self._desk = desk
        self.table: DataTable[Kept] = DataTable(
            "due-pictures",
            (
                Column("day", self.tr("Last day"), lambda one: text.day(one.delete_on), width=110),
                Column("name", self.tr("Name"), lambda one: one.name, width=200),
                Column("kind", self.tr("Picture"), _kind, width=200),
            ),
            lambda one: (one.worker, one.kind),
            empty=EmptyState(self.tr("No picture is due today."), "done", "", self.reject),
        )
        self.table.leave_filter_out()
        self.table.setMinimumHeight(theme.px(280))
        self.body.addWidget(self.table, 1)
        theme.mark(self.verb, "kind", "danger")
        self.verb.setText(self.tr("Delete all of them"))
        self.verb.setEnabled(False)
        self.refresh()

    def refresh(self) -> None:
        """Read what is due today."""
        office = self._desk.office
        self._desk.read(self, office.likenesses.due, self._show)

    def decide(self) -> None:
        """Delete what is shown."""
        self.wait()
        office = self._desk.office
        self._desk.write(self, lambda _: office.likenesses.erase_due(), self._gone)

    def _show(self, due: tuple[Kept, ...]) -> None:
        self.table.set_rows(due)
        words = self.tr("Delete all {count}").format(count=len(due))
        self.verb.setText(words)
        self.verb.setVisible(bool(due))
        self.verb.setEnabled(bool(due))
        if not due:
            self.out.setText(self.tr("Close"))

    def _gone(self, outcome: Outcome[int]) -> None:
        self.erased.emit(outcome.value)
        self.accept()


def _kind(one: Kept) -> str:
    return phrase("likeness", one.kind.value)
