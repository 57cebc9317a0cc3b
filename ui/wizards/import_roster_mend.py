"""The rows of a roster file that something is wrong with, mended cell by cell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from desktop.domain.findings import Finding, Level
from desktop.services.roster import RosterProposal, mend
from desktop.services.roster.columns import columns
from desktop.services.roster.sheet import RosterRow
from resources.words import phrase
from ui import icons, theme, trouble
from ui.delegates.badge import INK

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
ROW, PROBLEM = 0, 1
FIRST = 2
"""The first column that holds a cell of the file."""
CHOICES_ROLE = int(Role.UserRole) + 2
_NOWHERE = QModelIndex()
_ORDER = list(Level)
_LEADING = ("name", "id_number")


@dataclass
class Shown:
    """What the grid shows of one row."""

    row: RosterRow
    by_key: dict[str, list[Finding]] = field(default_factory=dict)
    alone: list[Finding] = field(default_factory=list)
    """Findings about the row as a whole."""

    def gravest(self) -> Finding | None:
        """Return the gravest finding of the row."""
        every = [*self.alone, *(one for found in self.by_key.values() for one in found)]
        return min(every, key=lambda one: _ORDER.index(one.level), default=None)

    def count(self) -> int:
        """Count what is wrong with the row; notes are nothing wrong."""
        every = [*self.alone, *(one for found in self.by_key.values() for one in found)]
        return sum(one.level is not Level.NOTE for one in every)


class MendModel(QAbstractTableModel):
    """Rows with findings (or all of them); typing into a cell mends it."""

    mended = Signal(object)
    """Cells that a person typed into: (row, column key) → text."""

    def __init__(self, titles: tuple[str, str]) -> None:
        super().__init__()
        self._titles = titles
        self._proposal: RosterProposal | None = None
        self._every = False
        self._cause = ""
        self._rows: list[Shown] = []
        self.keys: list[str] = []
        self._edits: dict[tuple[int, str], str] = {}
        self._choices: dict[str, tuple[str, ...]] = {}
        self._touched: set[int] = set()

    def show(self, proposal: RosterProposal, edits: Mapping[tuple[int, str], str]) -> None:
        """Show a proposal as it stands; rows once in sight stay until another file comes."""
        if self._proposal is None or self._proposal.sha256 != proposal.sha256:
            self._touched = set()
            self.keys = _keys(proposal)
            self._choices = {key: mend.choices(proposal, key) for key in self.keys}
        self._proposal, self._edits = proposal, dict(edits)
        self._fill()

    def show_every_row(self, *, every: bool) -> None:
        """Show all rows, or only those with findings."""
        self._every = every
        self._fill()

    def show_cause(self, code: str) -> None:
        """Show only rows with a cause; empty: any."""
        self._cause = code
        self._touched = set()
        self._fill()

    def _fill(self) -> None:
        proposal = self._proposal
        if proposal is None:
            return
        shown = _shown(proposal)
        left = {one.row for one in proposal.left_out}
        bad = {number for number, row in shown.items() if self._wanted(row)} - left
        self._touched |= bad
        before = [one.row.number for one in self._rows]
        wanted = [
            shown.get(row.number) or Shown(row)
            for row in proposal.table.rows
            if row.number not in left and (self._every or row.number in self._touched)
        ]
        if before == [one.row.number for one in wanted] and wanted:
            self._rows = wanted
            last = self.index(len(wanted) - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._rows = wanted
        self.endResetModel()

    def _wanted(self, row: Shown) -> bool:
        found = [*row.alone, *(one for many in row.by_key.values() for one in many)]
        if self._cause:
            return any(one.code.value == self._cause for one in found)
        return any(one.level is not Level.NOTE for one in found)

    def row_numbers(self) -> list[int]:
        """Return the rows in sight, as the spreadsheet counts."""
        return [one.row.number for one in self._rows]

    def cell(self, index: Index) -> tuple[int, str] | None:
        """Return row and column key of an index, None for what is no cell of the file."""
        if not index.isValid() or index.column() < FIRST:
            return None
        return self._rows[index.row()].row.number, self.keys[index.column() - FIRST]

    def findings_at(self, index: Index) -> list[Finding]:
        """Return the findings of a cell, or of its row where the cell has none."""
        if not index.isValid():
            return []
        row, cell = self._rows[index.row()], self.cell(index)
        own = row.by_key.get(cell[1], []) if cell else []
        if own:
            return own
        gravest = row.gravest()
        return [gravest] if gravest is not None and index.column() <= FIRST else []

    def next_fault(self, index: Index) -> QModelIndex:
        """Return the next cell with a fault after one, in reading order; STOP before all else."""
        for levels in ({Level.STOP}, {Level.WARN}):
            places = [
                (number, FIRST + column)
                for number, row in enumerate(self._rows)
                for column, key in enumerate(self.keys)
                if any(one.level in levels for one in row.by_key.get(key, ()))
            ]
            after = [one for one in places if one > (index.row(), index.column())]
            if places:
                return self.index(*(after or places)[0])
        return QModelIndex()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Count the rows in sight."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Count the columns."""
        return 0 if parent.isValid() else FIRST + len(self.keys)

    def headerData(self, section: int, way: Qt.Orientation, role: int = Role.DisplayRole) -> Any:  # noqa: ANN401 - Qt's
        """Return a heading: the file's own words."""
        if way != Qt.Orientation.Horizontal or role != Role.DisplayRole:
            return None
        if section < FIRST:
            return self._titles[section]
        key = self.keys[section - FIRST]
        titles = self._proposal.table.titles if self._proposal else {}
        return titles.get(key, columns()[key].title)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Cells of the file may be typed into."""
        usual = super().flags(index)
        return usual | Qt.ItemFlag.ItemIsEditable if index.column() >= FIRST else usual

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:  # noqa: ANN401 - Qt's
        """Answer a role for one cell."""
        if not index.isValid():
            return None
        row, cell = self._rows[index.row()], self.cell(index)
        if role in {Role.DisplayRole, Role.EditRole}:
            return self._text(row, index.column(), cell)
        if role == CHOICES_ROLE and cell:
            return self._choices.get(cell[1], ())
        found = row.by_key.get(cell[1], []) if cell else []
        if index.column() == PROBLEM:
            gravest = row.gravest()
            found = [gravest] if gravest else []
        return _look(found, role, edited=cell in self._edits)

    def _text(self, row: Shown, column: int, cell: tuple[int, str] | None) -> str:
        if cell is not None:
            return self._edits.get(cell, row.row.texts.get(cell[1], ""))
        if column == ROW:
            return str(row.row.number)
        gravest = row.gravest()
        if gravest is None:
            return phrase("roster", "row-mended")
        further = row.count() - 1
        more = phrase("roster", "further", count=further) if further else ""
        return more + trouble.of_finding(gravest).text

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:  # noqa: ANN401 - Qt's
        """Take what a person typed."""
        cell = self.cell(index)
        if cell is None or role != Role.EditRole or str(value) == self.data(index):
            return False
        self._edits[cell] = str(value).strip()
        self.dataChanged.emit(index, index)
        self.mended.emit({cell: self._edits[cell]})
        return True


def _look(found: Sequence[Finding], role: int, *, edited: bool) -> Any:  # noqa: ANN401 - Qt's
    """Return colour, shape and words of a cell with findings."""
    if not found:
        if role == Role.ForegroundRole and edited:
            return theme.colour("green")
        return None
    level = min((one.level for one in found), key=_ORDER.index)
    token = INK[level.value]
    if role in {Role.BackgroundRole, Role.ForegroundRole}:
        return theme.colour(token if role == Role.ForegroundRole else f"{token}_ground")
    if role == Role.DecorationRole:
        return icons.get(level.value, token)
    if role == Role.ToolTipRole:
        words = [trouble.of_finding(one) for one in found]
        return "\n".join(f"{one.text}\n{one.remedy}" for one in words)
    return None


def _shown(proposal: RosterProposal) -> dict[int, Shown]:
    """Sort findings to rows and cells."""
    rows = {row.number: row for row in proposal.table.rows}
    shown: dict[int, Shown] = {}
    for finding in proposal.findings:
        if finding.row not in rows:
            continue
        one = shown.setdefault(finding.row, Shown(rows[finding.row]))
        place = mend.place_of(finding)
        if place is not None:
            one.by_key.setdefault(place[1], []).append(finding)
        else:
            one.alone.append(finding)
    return shown


def _keys(proposal: RosterProposal) -> list[str]:
    """Order the columns: who it is, then what is wrong, then the rest as in the file."""
    wrong = [
        place[1] for finding in proposal.findings if (place := mend.place_of(finding)) is not None
    ]
    in_file = [column.key for column in proposal.table.columns if column.key]
    return [key for key in dict.fromkeys((*_LEADING, *wrong, *in_file)) if key in columns()]
