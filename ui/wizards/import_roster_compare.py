"""The step of a roster import that shows every change against the books, to be ticked."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.services.roster import RosterProposal
from desktop.services.roster.differences import DifferenceKind
from resources.words import phrase
from ui import format as text
from ui import theme
from ui.wizards.import_roster_changes import AFTER, BEFORE, LAST, NAME, TICK, WHAT, ChangesModel

ROW_HEIGHT = 32
_WIDTHS = {TICK: 116, NAME: 130, WHAT: 130, BEFORE: 250, AFTER: 250, LAST: 130}


class CompareStep(QWidget):
    """Changes with ticks, sorted out by kind."""

    ticked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.model = ChangesModel(
            (
                self.tr("Change"),
                self.tr("Name"),
                self.tr("What"),
                self.tr("On the books"),
                self.tr("In the file"),
                self.tr("Last day"),
            )
        )
        self.model.ticked.connect(self.ticked)
        self.figures = QLabel()
        theme.mark(self.figures, "role", "section")
        self.kinds = QButtonGroup(self)
        self.kinds.setExclusive(True)
        self._kind_row = QHBoxLayout()
        self._kind_row.setSpacing(theme.px(4))
        self.gone_words = QLabel(
            self.tr(
                "Who is not in the file stays on the roster. Tick him and give his last day if he "
                "has left."
            )
        )
        self.gone_words.setWordWrap(True)
        theme.mark(self.gone_words, "role", "muted")
        self.others = QLabel()
        self.others.setWordWrap(True)
        theme.mark(self.others, "role", "caption")
        self.all_on = self._act(self.tr("Tick all"), lambda: self.model.tick_shown(on=True))
        self.all_off = self._act(self.tr("Untick all"), lambda: self.model.tick_shown(on=False))
        self.view = self._table()
        self._arrange()

    def show_proposal(self, proposal: RosterProposal, today: date) -> None:
        """Show what a file changes."""
        self.model.show(proposal.differences, today)
        self._say(proposal)
        counts = self.model.counts()
        self._fill_kinds(counts)
        self.gone_words.setVisible(DifferenceKind.GONE in counts)
        for column in range(self.model.columnCount()):
            self.view.setColumnWidth(column, theme.px(_WIDTHS[column]))
        self.view.setVisible(bool(counts))
        for widget in (self.all_on, self.all_off):
            widget.setVisible(bool(counts))

    def _say(self, proposal: RosterProposal) -> None:
        words = self.tr("{rows} rows read: {new} new, {changed} changed, {same} as on the books")
        self.figures.setText(
            words.format(
                rows=text.count(proposal.rows),
                new=text.count(proposal.new),
                changed=text.count(proposal.changed),
                same=text.count(proposal.unchanged),
            )
        )
        said = [
            f"{one.number} {phrase('roster', f'why-{one.reason}')}"
            for one in proposal.table.others[:_MOST]
        ]
        words = self.tr("Rows that are no workers and were not read: {rows}")
        more = " …" if len(proposal.table.others) > _MOST else ""
        self.others.setText(words.format(rows="、".join(said) + more))
        self.others.setVisible(bool(said))

    def _fill_kinds(self, counts: dict[DifferenceKind, int]) -> None:
        while self._kind_row.count():
            item = self._kind_row.takeAt(0)
            widget = item.widget() if item is not None else None
            if isinstance(widget, QToolButton):
                self.kinds.removeButton(widget)
                widget.hide()
                widget.deleteLater()
        every = self.tr("All")
        kinds: list[tuple[DifferenceKind | None, str, int]] = [(None, every, sum(counts.values()))]
        kinds += [
            (kind, phrase("roster", f"difference-{kind.value}"), count)
            for kind, count in counts.items()
        ]
        for kind, words, count in kinds if len(counts) > 1 else []:
            button = QToolButton()
            button.setText(f"{words} {text.count(count)}")
            button.setCheckable(True)
            button.setChecked(kind is None)
            button.clicked.connect(lambda _=False, kind=kind: self.model.show_kind(kind))
            self.kinds.addButton(button)
            self._kind_row.addWidget(button)

    def _act(self, words: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(words)
        theme.mark(button, "kind", "quiet")
        button.setAutoDefault(False)
        button.clicked.connect(lambda _=False: act())
        return button

    def _table(self) -> QTableView:
        view = QTableView()
        view.setModel(self.model)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setShowGrid(False)
        view.setWordWrap(False)
        view.verticalHeader().hide()
        view.verticalHeader().setDefaultSectionSize(theme.px(ROW_HEIGHT))
        view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = view.horizontalHeader()
        header.setHighlightSections(False)
        header.setStretchLastSection(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return view

    def _arrange(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(theme.px(8))
        bar.addLayout(self._kind_row)
        bar.addStretch(1)
        bar.addWidget(self.all_on)
        bar.addWidget(self.all_off)
        self.room = QVBoxLayout()
        self.room.setSpacing(theme.px(8))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(8))
        layout.addWidget(self.figures)
        layout.addLayout(self.room)
        layout.addLayout(bar)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.gone_words)
        layout.addWidget(self.others)
        layout.addStretch(0)


_MOST = 20
