"""A table over frozen lines: sorted and filtered in the model, instant with 10,000 rows."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any, Generic, TypeAlias, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from ui import theme

L = TypeVar("L")
Index: TypeAlias = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
LINE_ROLE = int(Role.UserRole) + 1
"""The frozen line itself."""
BADGE_ROLE = int(Role.UserRole) + 2
"""A Badge to draw, or None."""
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class Badge:
    """A state as shape, word and colour; kind is stop, warn, note or done."""

    kind: str
    word: str


@dataclass(frozen=True)  # no slots: Column[Line](…) would fail on its type arguments
class Column(Generic[L]):
    """One column: how a line becomes its text, its order and its look."""

    key: str
    """Stable name; remembered widths go by it."""
    title: str
    text: Callable[[L], str]
    sort: Callable[[L], Any] | None = None
    """Order key; the text when None. None values sort first."""
    width: int = 120
    """Pixels at 100 %."""
    right: bool = False
    """Right-aligned: numbers and money."""
    badge: Callable[[L], Badge | None] | None = None
    tip: Callable[[L], str] | None = None
    ink: Callable[[L], str] | None = None
    """Colour token of the text, such as "red"; empty: as usual."""
    hidden: bool = False
    """Hidden until the person shows it."""


class RowsModel(QAbstractTableModel, Generic[L]):
    """Lines as rows; `key` names a line for good, so that selection survives new lines."""

    filtered = Signal(int, int)
    """Shown and all rows, after every change."""

    def __init__(
        self,
        columns: Sequence[Column[L]],
        key: Callable[[L], Hashable],
        search: Callable[[L], str] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.key = key
        self._search = search or self._all_text
        self._all: tuple[L, ...] = ()
        self._shown: list[L] = []
        self._hay: list[str] | None = None
        self._words: tuple[str, ...] = ()
        self._order: tuple[int, Qt.SortOrder] = (-1, Qt.SortOrder.AscendingOrder)

    @property
    def lines(self) -> tuple[L, ...]:
        """All lines, shown or not."""
        return self._all

    @property
    def shown(self) -> Sequence[L]:
        """The lines as filtered and sorted."""
        return self._shown

    @property
    def order(self) -> tuple[int, Qt.SortOrder]:
        """The sorted column (-1: as the lines came) and its direction."""
        return self._order

    def line(self, row: int) -> L:
        """Return the line of a shown row."""
        return self._shown[row]

    def row_of(self, key: Hashable) -> int:
        """Return the shown row of a line's key, or -1."""
        return next((n for n, line in enumerate(self._shown) if self.key(line) == key), -1)

    def set_rows(self, lines: Sequence[L]) -> None:
        """Show other lines; where the same rows stay, nothing on the screen moves."""
        before = [self.key(line) for line in self._shown]
        self._all, self._hay = tuple(lines), None
        wanted = self._arranged()
        if before and before == [self.key(line) for line in wanted]:
            self._shown = wanted
            last = self.index(len(wanted) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
        else:
            self._replace(wanted)
        self.filtered.emit(len(self._shown), len(self._all))

    def set_filter(self, text: str) -> None:
        """Show only lines that hold every word of the text (also pinyin initials)."""
        words = tuple(text.casefold().split())
        if words != self._words:
            self._words = words
            self._replace(self._arranged())
            self.filtered.emit(len(self._shown), len(self._all))

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column's order key; -1 goes back to the order the lines came in."""
        self._order = (column, order)
        self.layoutAboutToBeChanged.emit()
        old = self.persistentIndexList()
        held = [self._shown[index.row()] for index in old]
        self._shown = self._arranged()
        place = {id(line): row for row, line in enumerate(self._shown)} if held else {}
        new = [
            self.createIndex(place[id(line)], index.column())
            for index, line in zip(old, held, strict=True)
        ]
        self.changePersistentIndexList(old, new)
        self.layoutChanged.emit()

    def as_text(self, rows: Sequence[int], columns: Sequence[int]) -> str:
        """Return rows as tab-separated text with their headings, for Excel."""
        head = "\t".join(self.columns[n].title for n in columns)
        body = (
            "\t".join(_flat(self.columns[n].text(self._shown[row])) for n in columns)
            for row in rows
        )
        return "\n".join((head, *body))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Count the shown rows."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Count the columns."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:  # noqa: ANN401 - Qt's
        """Answer a role for one cell; early for what is not served."""
        serve = _SERVED.get(role)
        if serve is None or not index.isValid():
            return None
        return serve(self.columns[index.column()], self._shown[index.row()])

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Role.DisplayRole,
    ) -> Any:  # noqa: ANN401 - Qt's
        """Return a heading, with its mark of sorting, and its alignment."""
        if orientation != Qt.Orientation.Horizontal or section >= len(self.columns):
            return None
        if role == Role.DisplayRole:
            return self.columns[section].title + self._mark(section)
        if role == Role.TextAlignmentRole:
            return _RIGHT if self.columns[section].right else _LEFT
        return None

    def _mark(self, section: int) -> str:
        column, order = self._order
        if section != column:
            return ""
        return " ↑" if order == Qt.SortOrder.AscendingOrder else " ↓"

    def _arranged(self) -> list[L]:
        lines = [*self._all] if not self._words else self._found()
        column, order = self._order
        if 0 <= column < len(self.columns):
            chosen = self.columns[column]
            sort = chosen.sort or chosen.text
            keyed = [(_orderable(sort(line)), line) for line in lines]
            keyed.sort(key=itemgetter(0), reverse=order == Qt.SortOrder.DescendingOrder)
            lines = [line for _, line in keyed]
        return lines

    def _found(self) -> list[L]:
        if self._hay is None:
            self._hay = [self._search(line).casefold() for line in self._all]
        return [
            line
            for line, hay in zip(self._all, self._hay, strict=True)
            if all(word in hay for word in self._words)
        ]

    def _all_text(self, line: L) -> str:
        texts = [column.text(line) for column in self.columns]
        return "\n".join((*texts, getattr(line, "initials", "")))

    def _replace(self, lines: list[L]) -> None:
        self.beginResetModel()
        self._shown = lines
        self.endResetModel()


def _flat(text: str) -> str:
    return text.replace("\t", " ").replace("\n", " ")


def _orderable(value: Any) -> tuple[bool, Any]:  # noqa: ANN401 - any order key
    return (value is not None, value)


def _badge(column: Column[Any], line: Any) -> Badge | None:  # noqa: ANN401 - any line
    return column.badge(line) if column.badge else None


def _tip(column: Column[Any], line: Any) -> str | None:  # noqa: ANN401 - any line
    return column.tip(line) if column.tip else None


def _ink(column: Column[Any], line: Any) -> Any:  # noqa: ANN401 - any line
    token = column.ink(line) if column.ink else ""
    return theme.colour(token) if token else None


_SERVED: dict[int, Callable[[Column[Any], Any], Any]] = {
    int(Role.DisplayRole): lambda column, line: column.text(line),
    int(Role.TextAlignmentRole): lambda column, _: _RIGHT if column.right else _LEFT,
    int(Role.ForegroundRole): _ink,
    int(Role.ToolTipRole): _tip,
    LINE_ROLE: lambda _, line: line,
    BADGE_ROLE: _badge,
}
