"""The exceptions of a month beside the grid: by cause, count first, each leads to its day."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QPushButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.findings import Code, Level
from desktop.services.review import DayException
from resources.words import phrase
from ui import icons, theme, trouble
from ui.delegates.badge import INK

HELD = int(Qt.ItemDataRole.UserRole) + 1
ROW, MOST = 28, 500
"""Rows drawn for each cause; the count tells the rest."""
_HINTS = ("time", "days", "hours", "punches", "entry", "exit", "other", "reason")
"""Facts of which the first that is there stands behind the name."""
Group = tuple[Level, Code]


class ProblemsPanel(QWidget):
    """What is to be looked at; `jumped` opens one, `alike` wants all of a cause mended at once."""

    jumped = Signal(object)
    """DayException."""
    alike = Signal(object)
    """Tuple of DayExceptions of one cause."""

    def __init__(self) -> None:
        super().__init__()
        self._items: dict[Group, list[DayException]] = {}
        self.title = QLabel()
        theme.mark(self.title, "role", "section")
        self._model = QStandardItemModel(self)
        self.view = _tree(self._model)
        self.remedy = QLabel()
        self.remedy.setWordWrap(True)
        self.remedy.setAlignment(Qt.AlignmentFlag.AlignTop)
        theme.mark(self.remedy, "role", "muted")
        self.act = QPushButton()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, theme.px(8), 0)
        layout.setSpacing(theme.px(8))
        layout.addWidget(self.title)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.remedy)
        layout.addWidget(self.act, 0, Qt.AlignmentFlag.AlignLeft)
        self.view.clicked.connect(self._jump)
        self.view.activated.connect(self._jump)
        self.view.selectionModel().currentChanged.connect(lambda *_: self._say())
        self.act.clicked.connect(self._mend)
        self.setFocusProxy(self.view)
        self.set_items(())

    @property
    def groups(self) -> tuple[tuple[Code, int], ...]:
        """Cause and count of each group, as shown."""
        return tuple((code, len(items)) for (_, code), items in self._items.items())

    def set_items(self, items: Sequence[DayException]) -> None:
        """Show these, as open or closed as they were, where the person stood."""
        opened, stood = self._opened(), self._stood()
        grouped: dict[Group, list[DayException]] = {}
        for one in items:
            grouped.setdefault((one.finding.level, one.finding.code), []).append(one)
        self._items = grouped
        self._model.clear()
        for key, own in self._items.items():
            group = _group(key, own)
            self._model.appendRow(group)
            self.view.setExpanded(group.index(), key in opened or (not opened and len(own) < ROW))
        said = self.tr("{count} to be looked at") if items else self.tr("Nothing to be looked at")
        self.title.setText(said.format(count=len(items)))
        self.view.setVisible(bool(items))
        self._stand(stood)
        self._say()

    def choose(self, code: Code) -> None:
        """Open a cause and stand on its first row."""
        for row in range(self._model.rowCount()):
            group = self._model.item(row)
            if group.data(HELD)[1] is code:
                self.view.expand(group.index())
                self.view.setCurrentIndex(group.child(0).index())

    def _opened(self) -> set[Group]:
        return {
            self._model.item(row).data(HELD)
            for row in range(self._model.rowCount())
            if self.view.isExpanded(self._model.item(row).index())
        }

    def _stood(self) -> tuple[Group | None, int]:
        index = self.view.currentIndex()
        parent = index.parent()
        if not parent.isValid():
            return (index.data(HELD) if index.isValid() else None), -1
        return parent.data(HELD), index.row()

    def _stand(self, stood: tuple[Group | None, int]) -> None:
        group, row = stood
        for at in range(self._model.rowCount() if group else 0):
            item = self._model.item(at)
            if item.data(HELD) == group:
                child = item.child(min(row, item.rowCount() - 1)) if row >= 0 else None
                self.view.setCurrentIndex((child or item).index())

    def _say(self) -> None:
        group = self._group_here()
        items = self._items.get(group, []) if group else []
        self.remedy.setText(trouble.of_finding(items[0].finding).remedy if items else "")
        words = ACTS.get(group[1], "") if group else ""
        self.act.setVisible(bool(items) and bool(words))
        if items and words:
            self.act.setText(phrase("exception_acts", words, count=len(items)))

    def _group_here(self) -> Group | None:
        held: Hashable = self.view.currentIndex().data(HELD)
        if isinstance(held, DayException):
            return held.finding.level, held.finding.code
        return held if isinstance(held, tuple) else None

    def _mend(self) -> None:
        group = self._group_here()
        if group is not None and self._items.get(group):
            self.alike.emit(tuple(self._items[group]))

    def _jump(self, index: QModelIndex) -> None:
        held = index.data(HELD)
        if isinstance(held, DayException):
            self.jumped.emit(held)


DAYS = frozenset(
    {
        Code.SINGLE_PUNCH, Code.SPAN_IMPOSSIBLE, Code.ENTRY_WITHOUT_EXIT,
        Code.EXIT_WITHOUT_ENTRY, Code.TWO_SITES,
    }
)  # fmt: skip
"""Causes that setting the days by hand settles."""
ACTS = {
    **dict.fromkeys(DAYS, "days"),
    Code.NUMBER_UNKNOWN: "numbers",
    Code.PUNCH_BEFORE_ENTRY: "roster",
    Code.PUNCH_AFTER_EXIT: "roster",
    Code.PUNCH_WITHOUT_CONTRACT: "contracts",
    Code.PUNCH_IN_STOPPAGE: "stoppages",
    Code.TWO_GATES_AT_ONCE: "stoppages",
    Code.CALENDAR_NOT_FINAL: "settings",
    Code.FESTIVALS_UNKNOWN: "settings",
}
"""What can be done about all of a cause at once: a key of [exception_acts]."""


def _tree(model: QStandardItemModel) -> QTreeView:
    view = QTreeView()
    view.setModel(model)
    view.setHeaderHidden(True)
    view.setIndentation(theme.px(16))
    view.setIconSize(QSize(theme.px(14), theme.px(14)))
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setUniformRowHeights(True)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setMinimumHeight(theme.px(240))
    return view


def _group(key: Group, items: Sequence[DayException]) -> QStandardItem:
    level, code = key
    ink = INK[str(level)]
    head = QStandardItem(f"{len(items)} × {phrase('exceptions', code)}")
    head.setIcon(icons.get(str(level), ink))
    head.setForeground(QBrush(theme.colour(ink)))
    head.setSizeHint(QSize(0, theme.px(ROW)))
    head.setData(key, HELD)
    for one in items[:MOST]:
        head.appendRow(_row(one))
    return head


def _row(one: DayException) -> QStandardItem:
    facts = one.finding.facts
    day = f"{one.day.month}-{one.day.day:02d}" if one.day else ""
    hint = next((facts[key] for key in _HINTS if facts.get(key)), "")
    item = QStandardItem("  ".join(filter(None, (one.finding.subject, day, hint))))
    item.setToolTip(trouble.of_finding(one.finding).text)
    item.setSizeHint(QSize(0, theme.px(ROW)))
    item.setData(one, HELD)
    return item
