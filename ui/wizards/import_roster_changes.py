"""A roster file against the books, change by change: which go in, and who has left on what day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from desktop.domain.ids import WorkerId
from desktop.services.roster.columns import columns
from desktop.services.roster.differences import Difference, DifferenceKind
from desktop.services.roster.sheet import read_day
from resources.words import phrase
from ui import theme

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
TICK, NAME, WHAT, BEFORE, AFTER, LAST = range(6)
_NOWHERE = QModelIndex()
_INK = {
    DifferenceKind.NEW: "green",
    DifferenceKind.GONE: "yellow",
    DifferenceKind.MOVED: "blue",
    DifferenceKind.CARD: "red",
    DifferenceKind.RATE: "red",
    DifferenceKind.CHANGED: "text",
}


class ChangesModel(QAbstractTableModel):
    """Every difference with a tick; who is gone is ticked only with a last day."""

    ticked = Signal()

    def __init__(self, titles: Sequence[str]) -> None:
        super().__init__()
        self._titles = tuple(titles)
        self._all: tuple[Difference, ...] = ()
        self._shown: list[Difference] = []
        self._kind: DifferenceKind | None = None
        self._approved: set[str] = set()
        self._last: dict[str, date] = {}
        self._today = date.min

    def show(self, differences: Sequence[Difference], today: date) -> None:
        """Show differences; all are ticked but those who are gone."""
        self._all, self._today = tuple(differences), today
        self._approved = {one.key for one in self._all if one.kind is not DifferenceKind.GONE}
        self._last = {}
        self.show_kind(None)

    def show_kind(self, kind: DifferenceKind | None) -> None:
        """Show one kind only, or every kind."""
        self.beginResetModel()
        self._kind = kind
        self._shown = [one for one in self._all if kind in {None, one.kind}]
        self.endResetModel()
        self.ticked.emit()

    def counts(self) -> dict[DifferenceKind, int]:
        """Count the differences of each kind that there is."""
        counts: dict[DifferenceKind, int] = {}
        for kind in DifferenceKind:
            count = sum(one.kind is kind for one in self._all)
            if count:
                counts[kind] = count
        return counts

    @property
    def approved(self) -> frozenset[str]:
        """Keys of the ticked differences."""
        return frozenset(self._approved)

    @property
    def everything(self) -> bool:
        """Tell whether nothing that asks to go in was unticked."""
        wanted = {one.key for one in self._all if one.kind is not DifferenceKind.GONE}
        return wanted <= self._approved

    def exits(self) -> dict[WorkerId, date]:
        """Return the last days of those whose leaving is confirmed."""
        return {
            one.worker: self._last[one.key]
            for one in self._all
            if one.kind is DifferenceKind.GONE and one.key in self._approved
        }

    def people(self) -> tuple[int, int]:
        """Count the new and the changed workers that are ticked."""
        ticked = [one for one in self._all if one.key in self._approved]
        new = sum(one.kind is DifferenceKind.NEW for one in ticked)
        changed = {one.worker for one in ticked if one.kind is not DifferenceKind.NEW}
        return new, len(changed)

    def tick_shown(self, *, on: bool) -> None:
        """Tick or untick every row in sight; who is gone stays as he is unless unticked."""
        for one in self._shown:
            if not on:
                self._approved.discard(one.key)
            elif one.kind is not DifferenceKind.GONE:
                self._approved.add(one.key)
        self._tell()

    def difference(self, row: int) -> Difference:
        """Return the difference in a row."""
        return self._shown[row]

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Count the rows in sight."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Count the columns; last days only where somebody is gone."""
        gone = any(one.kind is DifferenceKind.GONE for one in self._all)
        return 0 if parent.isValid() else LAST + gone

    def headerData(self, section: int, way: Qt.Orientation, role: int = Role.DisplayRole) -> Any:  # noqa: ANN401 - Qt's
        """Return a heading."""
        if way == Qt.Orientation.Horizontal and role == Role.DisplayRole:
            return self._titles[section]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Ticks may be set; the last day of who is gone may be typed."""
        usual = super().flags(index)
        if index.column() == TICK:
            return usual | Qt.ItemFlag.ItemIsUserCheckable
        gone = self._shown[index.row()].kind is DifferenceKind.GONE
        return usual | Qt.ItemFlag.ItemIsEditable if gone and index.column() == LAST else usual

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:  # noqa: ANN401 - Qt's
        """Answer a role for one cell."""
        if not index.isValid():
            return None
        one = self._shown[index.row()]
        if role in {Role.DisplayRole, Role.EditRole}:
            return self._text(one, index.column())
        if role == Role.CheckStateRole and index.column() == TICK:
            on = one.key in self._approved
            return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        if role == Role.ForegroundRole:
            off = one.key not in self._approved and one.kind is not DifferenceKind.GONE
            return (
                theme.colour("faint" if off else _INK[one.kind])
                if off or not index.column()
                else None
            )
        return None

    def _text(self, one: Difference, column: int) -> str:
        texts = {
            TICK: phrase("roster", f"difference-{one.kind.value}"),
            NAME: one.name,
            WHAT: columns()[one.field].title if one.field else "",
            BEFORE: one.before,
            AFTER: one.after,
            LAST: self._last[one.key].isoformat() if one.key in self._last else "",
        }
        return texts[column]

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:  # noqa: ANN401 - Qt's
        """Tick, or take the last day of who is gone; a day that is none is not taken."""
        one = self._shown[index.row()]
        if role == Role.CheckStateRole and index.column() == TICK:
            self._tick(one, on=Qt.CheckState(value) == Qt.CheckState.Checked)
            return True
        if role != Role.EditRole or index.column() != LAST:
            return False
        try:
            day = read_day(str(value).strip())
        except ValueError:
            return False
        if day is None:
            self._last.pop(one.key, None)
            self._approved.discard(one.key)
        else:
            self._last[one.key] = day
            self._approved.add(one.key)
        self._tell()
        return True

    def _tick(self, one: Difference, *, on: bool) -> None:
        if on:
            self._approved.add(one.key)
            if one.kind is DifferenceKind.GONE:
                self._last.setdefault(one.key, self._today)
        else:
            self._approved.discard(one.key)
        self._tell()

    def _tell(self) -> None:
        if self._shown:
            last = self.index(len(self._shown) - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)
        self.ticked.emit()
