"""A block from Excel on its way into the grid: every change is seen before it is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.domain.attendance import DayMark
from ui import theme
from ui.models.grid import FIRST_DAY, Cell, Entry, GridModel, read_entry, sign
from ui.models.rows import Badge, Column
from ui.pages.attendance.words import day_title
from ui.widgets.data_table import DataTable
from ui.widgets.decision import Decision


@dataclass(frozen=True, slots=True)
class Change:
    """One day of the block."""

    cell: Cell
    name: str
    before: str
    typed: str
    entry: Entry | None
    """None: it could not be read."""
    changes: bool


@dataclass(frozen=True, slots=True)
class Block:
    """What a pasted block would do."""

    changes: tuple[Change, ...]
    same: int
    outside: int
    """Cells that fall beside the grid."""

    @property
    def entries(self) -> Mapping[Cell, Entry]:
        """The days that would be written."""
        return {c.cell: c.entry for c in self.changes if c.entry is not None}


def read_block(model: GridModel, text: str, row: int, column: int) -> Block:
    """Lay tabular text over the grid from a cell on; empty cells change nothing."""
    changes: list[Change] = []
    same = outside = 0
    for down, line in enumerate(text.rstrip("\r\n").splitlines()):
        for across, typed in enumerate(line.split("\t")):
            at_row, at_column = row + down, column + across
            if not typed.strip():
                continue
            inside = at_row < len(model.shown) and FIRST_DAY <= at_column < model.total_column
            if not inside:
                outside += 1
                continue
            change = _change(model, at_row, at_column, typed.strip())
            if change.changes:
                changes.append(change)
            else:
                same += 1
    return Block(tuple(changes), same, outside)


def _change(model: GridModel, row: int, column: int, typed: str) -> Change:
    mark = model.mark_at(row, column)
    try:
        entry = read_entry(typed)
    except ValueError:
        entry = None
    cell, name = model.cell_at(row, column), model.row_at(row).name
    before = sign(mark) if mark else ""
    return Change(cell, name, before, typed, entry, entry is None or not _says(mark, entry))


def _says(mark: DayMark | None, entry: Entry) -> bool:
    if mark is None or (mark.hand is None and mark.count is None):
        return False
    hours = mark.hand.hours if mark.hand else None
    return mark.work_days == entry.work_days and hours == entry.hours


class PasteDialog(Decision):
    """Shows what a block would change, asks for the reason, and writes it."""

    def __init__(self, parent: QWidget, block: Block, reason: str) -> None:
        super().__init__(parent, self.tr("Paste into the grid"), "", width=620)
        self.block = block
        count = len(block.entries)
        unread = len(block.changes) - count
        self.verb.setText(self.tr("Write {count} days").format(count=count))
        words = self.tr("{count} days change, {same} stay as they are.")
        self.say(words.format(count=count, same=block.same))
        if unread:
            words = self.tr("{count} cells cannot be read and stay as they are.")
            self.say(words.format(count=unread), "fault")
        if block.outside:
            words = self.tr("{count} cells lie outside the grid and are left out.")
            self.say(words.format(count=block.outside), "fault")
        self.table: DataTable[Change] = DataTable(
            "attendance-paste", self._columns(), lambda change: change.cell, dense=True
        )
        self.table.set_rows(block.changes)
        self.table.setMinimumHeight(theme.px(240))
        self.body.addWidget(self.table, 1)
        self.reason = QLineEdit(reason)
        self.add_field(self.tr("Reason, kept with every day"), self.reason)
        self.reason.textChanged.connect(lambda _: self._allow())
        self._allow()

    def _allow(self) -> None:
        self.verb.setEnabled(bool(self.block.entries) and bool(self.reason.text().strip()))

    def _columns(self) -> tuple[Column[Change], ...]:
        wrong = self.tr("cannot be read")
        return (
            Column("name", self.tr("Name"), lambda c: c.name, width=140),
            Column(
                "day",
                self.tr("Day"),
                lambda c: day_title(c.cell.day),
                sort=lambda c: c.cell.day,
                width=170,
            ),
            Column("before", self.tr("Now"), lambda c: c.before, width=70),
            Column("after", self.tr("New"), lambda c: c.typed, width=70),
            Column(
                "state",
                "",
                lambda c: "" if c.entry else wrong,
                width=120,
                badge=lambda c: None if c.entry else Badge("warn", wrong),
            ),
        )
