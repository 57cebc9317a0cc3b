"""Extra hours: proposed from punches with a reason, ticked, changed and approved by a person."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QTableView,
    QWidget,
)

from desktop.domain.attendance import HoursKind
from desktop.domain.ids import WorkerId
from desktop.services.attendance import HoursProposal
from ui import theme
from ui.pages.attendance.words import day_title, hours_kind, span
from ui.widgets.data_table import DENSE_ROW
from ui.widgets.decision import Decision

Approval = tuple[WorkerId, date, HoursKind, int]
TICK, DAY, KIND, MINUTES, WHY = range(5)
MOST = 1_440


class HoursDialog(Decision):
    """A row a proposal: tick, change the minutes, approve what is ticked."""

    approved = Signal(object)
    """Tuple of approvals."""

    def __init__(self, parent: QWidget, proposals: Sequence[HoursProposal]) -> None:
        super().__init__(parent, self.tr("Approve extra hours"), "", width=820)
        self._proposals = tuple(proposals)
        self.say(
            self.tr(
                "Punches propose, a person approves: only approved hours are paid. "
                "Minutes can be changed by double click or F2."
            )
        )
        self.all = QCheckBox(self.tr("Tick all that are shown"))
        self.all.clicked.connect(self._tick_all)
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(self.tr("Name, day or kind"))
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self._filter)
        bar = QHBoxLayout()
        bar.addWidget(self.filter)
        bar.addSpacing(theme.px(12))
        bar.addWidget(self.all)
        bar.addStretch(1)
        self.body.addLayout(bar)
        self.model = QStandardItemModel(0, 5, self)
        self.model.setHorizontalHeaderLabels(
            [
                self.tr("Name"),
                self.tr("Day"),
                self.tr("Kind"),
                self.tr("Minutes"),
                self.tr("Why"),
            ]
        )
        for proposal in self._proposals:
            self.model.appendRow(_row(proposal))
        self.view = self._make_view()
        self.body.addWidget(self.view, 1)
        self.sum = self.say("")
        self.model.itemChanged.connect(self._changed)
        self._changed()

    def _make_view(self) -> QTableView:
        view = QTableView()
        view.setModel(self.model)
        view.setShowGrid(False)
        view.verticalHeader().hide()
        view.verticalHeader().setDefaultSectionSize(theme.px(DENSE_ROW))
        view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = view.horizontalHeader()
        header.setStretchLastSection(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, width in enumerate((170, 170, 130, 80)):
            view.setColumnWidth(column, theme.px(width))
        view.setMinimumHeight(theme.px(300))
        return view

    @property
    def ticked(self) -> tuple[Approval, ...]:
        """What would be approved."""
        found = []
        for row, proposal in enumerate(self._proposals):
            minutes = self._minutes(row)
            ticked = self.model.item(row, TICK).checkState() == Qt.CheckState.Checked
            if ticked and minutes:
                found.append((proposal.worker, proposal.day, proposal.kind, minutes))
        return tuple(found)

    def decide(self) -> None:
        """Approve what is ticked."""
        self.wait()
        self.approved.emit(self.ticked)

    def tick(self, row: int, *, ticked: bool = True) -> None:
        """Tick one proposal."""
        state = Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        self.model.item(row, TICK).setCheckState(state)

    def set_minutes(self, row: int, minutes: int) -> None:
        """Change the minutes of one proposal."""
        self.model.item(row, MINUTES).setText(str(minutes))

    def index(self, row: int, column: int) -> QModelIndex:
        """Return where a proposal stands."""
        return self.model.index(row, column)

    def _minutes(self, row: int) -> int:
        typed = self.model.item(row, MINUTES).text().strip()
        return int(typed) if typed.isascii() and typed.isdigit() and int(typed) <= MOST else 0

    def _tick_all(self, ticked: bool) -> None:  # noqa: FBT001 - Qt's
        self.model.blockSignals(True)
        for row in range(self.model.rowCount()):
            if not self.view.isRowHidden(row):
                self.tick(row, ticked=ticked)
        self.model.blockSignals(False)
        self.view.viewport().update()
        self._changed()

    def _filter(self, typed: str) -> None:
        words = typed.casefold().split()
        for row, proposal in enumerate(self._proposals):
            hay = f"{proposal.name} {proposal.day} {hours_kind(proposal.kind)}".casefold()
            self.view.setRowHidden(row, not all(word in hay for word in words))

    def _changed(self) -> None:
        ticked = self.ticked
        self.verb.setText(self.tr("Approve {count} rows").format(count=len(ticked)))
        self.verb.setEnabled(bool(ticked))
        total = span(sum(minutes for *_, minutes in ticked))
        words = self.tr("{ticked} of {count} ticked, {span} in all")
        self.sum.setText(words.format(ticked=len(ticked), count=len(self._proposals), span=total))


def _row(proposal: HoursProposal) -> list[QStandardItem]:
    said = (
        proposal.name,
        day_title(proposal.day),
        hours_kind(proposal.kind),
        str(proposal.minutes),
        proposal.why,
    )
    items = [QStandardItem(words) for words in said]
    for item in items:
        item.setEditable(False)
    items[TICK].setCheckable(True)
    items[MINUTES].setEditable(True)
    items[MINUTES].setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return items
