"""Extra hours: proposed from punches with a reason, ticked, changed and approved by a person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
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
from ui import icons, theme
from ui.models.hours import HoursModel
from ui.pages.attendance.words import day_title, hours_kind, span
from ui.widgets.data_table import DENSE_ROW
from ui.widgets.decision import Decision

Approval = tuple[WorkerId, date, HoursKind, int]


class _Rows(QTableView):
    def __init__(self, model: HoursModel) -> None:
        super().__init__()
        self._hours = model
        self.setModel(model)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.px(DENSE_ROW))
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setStretchLastSection(True)
        self.horizontalHeader().setHighlightSections(False)
        for column, width in enumerate((190, 160, 140, 70)):
            self.setColumnWidth(column, theme.px(width))
        self.setMinimumHeight(theme.px(320))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks every selected row."""
        if event.key() == Qt.Key.Key_Space:
            self._hours.turn([index.row() for index in self.selectionModel().selectedRows()])
        else:
            super().keyPressEvent(event)


class HoursDialog(Decision):
    """A row a proposal: tick, change the minutes, approve what is ticked."""

    approved = Signal(object)
    """Tuple of approvals."""

    def __init__(
        self,
        parent: QWidget,
        proposals: Sequence[HoursProposal],
        hay: Sequence[str],
    ) -> None:
        super().__init__(parent, self.tr("Approve extra hours"), "", width=860)
        self.say(
            self.tr(
                "Punches propose, a person approves: only approved hours are paid. Space ticks "
                "the selected rows; minutes are changed by double click or F2."
            )
        )
        titles = (
            self.tr("Name"),
            self.tr("Day"),
            self.tr("Kind"),
            self.tr("Minutes"),
            self.tr("Why"),
        )
        self.model = HoursModel(proposals, _words, titles, hay, self)
        self.view = _Rows(self.model)
        self.body.addLayout(self._bar())
        self.body.addWidget(self.view, 1)
        self.sum = self.say("")
        self.model.changed.connect(self._changed)
        self._changed()
        self.filter.setFocus()

    @property
    def ticked(self) -> tuple[Approval, ...]:
        """What would be approved."""
        model = self.model
        found = ((model.proposals[place], model.minutes(place)) for place in sorted(model.ticked))
        return tuple((one.worker, one.day, one.kind, minutes) for one, minutes in found if minutes)

    def decide(self) -> None:
        """Approve what is ticked."""
        self.wait()
        self.approved.emit(self.ticked)

    def tick(self, row: int) -> None:
        """Tick or untick one shown proposal."""
        self.model.turn([row])

    def set_minutes(self, row: int, minutes: int) -> None:
        """Change the minutes of one shown proposal."""
        self.model.setData(self.index(row, 3), minutes)

    def index(self, row: int, column: int) -> QModelIndex:
        """Return where a proposal stands."""
        return self.model.index(row, column)

    def _bar(self) -> QHBoxLayout:
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(self.tr("Name, initials, day or kind"))
        self.filter.addAction(
            icons.get("search", "muted"), QLineEdit.ActionPosition.LeadingPosition
        )
        self.filter.setClearButtonEnabled(True)
        self.filter.setFixedWidth(theme.px(260))
        self.filter.textChanged.connect(self._filter)
        self.filter.returnPressed.connect(self.view.setFocus)
        self.all = QCheckBox(self.tr("Tick all that are shown"))
        self.all.clicked.connect(lambda on: self.model.tick_shown(ticked=on))
        bar = QHBoxLayout()
        bar.addWidget(self.filter)
        bar.addSpacing(theme.px(12))
        bar.addWidget(self.all)
        bar.addStretch(1)
        return bar

    def _filter(self, typed: str) -> None:
        self.model.set_filter(typed)
        self._changed()

    def _changed(self) -> None:
        ticked = self.ticked
        every = all(place in self.model.ticked for place in self.model.shown)
        self.all.setChecked(every and bool(self.model.shown))
        self.verb.setText(self.tr("Approve {count} rows").format(count=len(ticked)))
        self.verb.setEnabled(bool(ticked))
        total = span(sum(minutes for *_, minutes in ticked))
        words = self.tr("{ticked} of {count} ticked, {span} in all")
        self.sum.setText(
            words.format(ticked=len(ticked), count=len(self.model.proposals), span=total)
        )


def hay_of(proposals: Sequence[HoursProposal], initials: Mapping[WorkerId, str]) -> list[str]:
    """Return what is searched of each proposal; 100,000 of them take a second, off the screen."""
    return [" ".join((*_words(one), initials.get(one.worker, ""))).casefold() for one in proposals]


def _words(proposal: HoursProposal) -> tuple[str, str, str]:
    return proposal.name, day_title(proposal.day), hours_kind(proposal.kind)
