"""Proposed extra hours as rows: ticked, changed, filtered; instant with 200,000 of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal

from desktop.services.attendance import HoursProposal
from ui.models.rows import Index

Role = Qt.ItemDataRole
TICK, DAY, KIND, MINUTES, WHY = range(5)
MOST = 1_440
"""Minutes of a day."""
_NOWHERE = QModelIndex()
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

Words = Callable[[HoursProposal], tuple[str, str, str]]
"""Name, day and kind of a proposal as people read them."""


class HoursModel(QAbstractTableModel):
    """A row a proposal; what is ticked stays ticked while it is filtered away."""

    changed = Signal()
    """Something was ticked or its minutes were changed."""

    def __init__(
        self,
        proposals: Sequence[HoursProposal],
        words: Words,
        titles: tuple[str, str, str, str, str],
        hay: Sequence[str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.proposals = tuple(proposals)
        self._words, self._titles, self._hay = words, titles, hay
        self._shown: Sequence[int] = range(len(self.proposals))
        self._minutes: dict[int, int] = {}
        self.ticked: set[int] = set()
        """Places among the proposals."""

    @property
    def shown(self) -> Sequence[int]:
        """Places of the proposals that are shown."""
        return self._shown

    def minutes(self, place: int) -> int:
        """Return the minutes of a proposal as changed by the person."""
        return self._minutes.get(place, self.proposals[place].minutes)

    def set_filter(self, text: str) -> None:
        """Show only proposals whose name, initials, day or kind hold every word."""
        words = text.casefold().split()
        self.beginResetModel()
        self._shown = range(len(self.proposals))
        for word in words:
            self._shown = [place for place in self._shown if word in self._hay[place]]
        self.endResetModel()

    def tick_shown(self, *, ticked: bool) -> None:
        """Tick or untick every row that is shown."""
        (self.ticked.update if ticked else self.ticked.difference_update)(self._shown)
        self._tell()

    def turn(self, rows: Sequence[int]) -> None:
        """Tick shown rows, or untick them when all of them are ticked."""
        places = {self._shown[row] for row in rows}
        if places <= self.ticked:
            self.ticked -= places
        else:
            self.ticked |= places
        self._tell()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Count the shown proposals."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Name with its tick, day, kind, minutes, why."""
        return 0 if parent.isValid() else len(self._titles)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:  # noqa: ANN401 - Qt's
        """Answer a role for one cell."""
        place, column = self._shown[index.row()], index.column()
        if role == Role.CheckStateRole and column == TICK:
            return Qt.CheckState.Checked if place in self.ticked else Qt.CheckState.Unchecked
        if role == Role.TextAlignmentRole:
            return _RIGHT if column == MINUTES else _LEFT
        if role not in {Role.DisplayRole, Role.EditRole, Role.ToolTipRole}:
            return None
        proposal = self.proposals[place]
        if column == MINUTES:
            return str(self.minutes(place))
        return proposal.why if column == WHY else self._words(proposal)[column]

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:  # noqa: ANN401 - Qt's
        """Take a tick or other minutes; minutes that no day has are left alone."""
        place = self._shown[index.row()]
        if role == Role.CheckStateRole and index.column() == TICK:
            self.turn([index.row()])
            return True
        typed = str(value).strip()
        if index.column() != MINUTES or not (typed.isascii() and typed.isdigit()):
            return False
        if int(typed) > MOST:
            return False
        self._minutes[place] = int(typed)
        self._tell()
        return True

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:  # noqa: ANN401 - Qt's
        """Return a heading."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Role.TextAlignmentRole:
            return _RIGHT if section == MINUTES else _LEFT
        return self._titles[section] if role == Role.DisplayRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Names are ticked, minutes are edited."""
        flags = super().flags(index)
        if index.column() == TICK:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        if index.column() == MINUTES:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def _tell(self) -> None:
        if self._shown:
            last = self.index(len(self._shown) - 1, len(self._titles) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
        self.changed.emit()
