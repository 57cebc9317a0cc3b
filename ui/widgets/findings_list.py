"""Findings grouped by cause, count first; each row jumps to its cell."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QTreeView, QVBoxLayout, QWidget

from desktop.domain.findings import Code, Finding, Level
from resources.words import field
from ui import icons, theme, trouble
from ui.delegates.badge import INK

FINDING_ROLE = int(Qt.ItemDataRole.UserRole) + 1
ROW = 30
MOST = 500
"""Rows drawn per cause; the count tells the rest."""
_ORDER = {Level.STOP: 0, Level.WARN: 1, Level.NOTE: 2}
_INK = {level: INK[str(level)] for level in Level}


class FindingsList(QWidget):
    """What is wrong, by cause; `jumped` tells which finding the person wants to see."""

    jumped = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._model = QStandardItemModel(self)
        self.view = QTreeView()
        self.view.setModel(self._model)
        self.view.setHeaderHidden(True)
        self.view.setIndentation(theme.px(20))
        self.view.setIconSize(QSize(theme.px(14), theme.px(14)))
        self.view.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.view.clicked.connect(self._jump)
        self.view.activated.connect(self._jump)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)
        self.setFocusProxy(self.view)

    @property
    def groups(self) -> tuple[tuple[Level, Code, int], ...]:
        """Level, cause and count of each group, gravest first, as shown."""
        found = []
        for row in range(self._model.rowCount()):
            item = self._model.item(row)
            level, code, count = item.data(FINDING_ROLE)
            found.append((level, code, count))
        return tuple(found)

    def set_findings(self, findings: Sequence[Finding]) -> None:
        """Show these findings; groups of STOP lie open."""
        self._model.clear()
        grouped: dict[tuple[Level, Code], list[Finding]] = {}
        for finding in findings:
            grouped.setdefault((finding.level, finding.code), []).append(finding)
        for level, code in sorted(grouped, key=lambda key: (_ORDER[key[0]], key[1])):
            group = self._group(level, code, grouped[level, code])
            self._model.appendRow(group)
            alone = len(grouped[level, code]) == 1  # its head says it already
            self.view.setExpanded(group.index(), level is Level.STOP and not alone)

    def _group(self, level: Level, code: Code, findings: Sequence[Finding]) -> QStandardItem:
        words = trouble.of_finding(findings[0])
        count = QCoreApplication.translate("FindingsList", "{count} × {cause}")
        cause = words.text if len(findings) == 1 else words.remedy
        head = QStandardItem(count.format(count=len(findings), cause=cause))
        head.setIcon(icons.get(str(level), _INK[level]))
        head.setForeground(QBrush(theme.colour(_INK[level])))
        head.setToolTip(words.remedy)
        head.setSizeHint(_height())
        head.setData((level, code, len(findings)), FINDING_ROLE)
        for finding in findings[:MOST]:
            head.appendRow(_row(finding))
        return head

    def _jump(self, index: QModelIndex) -> None:
        held = index.data(FINDING_ROLE)
        if self._model.rowCount(index) == 1:
            held = self._model.index(0, 0, index).data(FINDING_ROLE)
        if isinstance(held, Finding):
            self.jumped.emit(held)


def _height() -> QSize:
    return QSize(0, theme.px(ROW))


def _row(finding: Finding) -> QStandardItem:
    words = trouble.of_finding(finding)
    place = QCoreApplication.translate("FindingsList", "Row {row}")
    parts = (
        place.format(row=finding.row) if finding.row is not None else "",
        field(finding.column),
        finding.subject,
        words.text,
    )
    item = QStandardItem(" · ".join(filter(None, parts)))
    item.setToolTip(words.remedy)
    item.setSizeHint(_height())
    item.setData(finding, FINDING_ROLE)
    return item
