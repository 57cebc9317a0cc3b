"""Card numbers that came back from the bank: seen change by change, then approved."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from desktop.domain.changes import Outcome
from desktop.domain.identity import mask_card
from desktop.domain.ids import ProjectId
from desktop.domain.imports import ImportRecord
from desktop.services.exports.cards import CardKind, CardProposal
from ui import format as text
from ui import theme
from ui.desk import Desk
from ui.widgets.decision import Decision
from ui.widgets.findings_list import FindingsList


class CardsBack(Decision):
    """Every new number with the one before; only ticked ones are taken over."""

    taken = Signal(object, int)
    """ImportRecord and how many cards."""

    def __init__(self, parent: QWidget, desk: Desk, project: ProjectId) -> None:
        super().__init__(parent, "", "", width=680)
        title = self.tr("Card numbers from the bank")
        self.setWindowTitle(title)
        self.heading.setText(title)
        self.verb.setText(self.tr("Take over the ticked cards"))
        self.verb.setEnabled(False)
        self._desk, self._office, self._project = desk, desk.office, project
        self.proposal: CardProposal | None = None
        self.told = self.say(self.tr("Reading the list …"))
        self.table = QTableWidget(0, 4)
        self.table.setHorizontalHeaderLabels(
            [self.tr("Name"), self.tr("Card so far"), self.tr("New card"), self.tr("Bank")]
        )
        self.table.verticalHeader().hide()
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.itemChanged.connect(lambda _: self._count())
        self.table.setMinimumHeight(theme.px(220))
        self.findings = FindingsList()
        self.findings.setFixedHeight(theme.px(130))
        self.findings.hide()
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.findings)

    def read(self, path: Path) -> None:
        """Read a file and show what it would do."""
        cards, project = self._office.cards, self._project
        self._desk.read(self, lambda: cards.read(path, project), self._show)

    def decide(self) -> None:
        """Take over what is ticked."""
        proposal, keys = self.proposal, self.ticked
        if proposal is None or not keys:
            return
        self.wait()
        self._desk.write(
            self,
            lambda _: self._office.cards.accept(proposal, keys),
            lambda outcome: self._done(outcome, len(keys)),
            self.tr("Taking over cards"),
        )

    @property
    def ticked(self) -> frozenset[str]:
        """Keys of the ticked rows."""
        found = []
        for row in range(self.table.rowCount()):
            item = self.table.item(row, 0)
            if item is not None and item.checkState() is Qt.CheckState.Checked:
                found.append(str(item.data(Qt.ItemDataRole.UserRole)))
        return frozenset(found)

    def _show(self, proposal: CardProposal) -> None:
        self.proposal = proposal
        offered = proposal.offered
        self.table.blockSignals(True)
        self.table.setRowCount(len(offered))
        for row, one in enumerate(offered):
            name = QTableWidgetItem(one.name)
            name.setFlags(name.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            name.setCheckState(Qt.CheckState.Checked)
            name.setData(Qt.ItemDataRole.UserRole, one.key)
            cells = (one.before or self.tr("none"), mask_card(one.card.number), one.card.bank)
            self.table.setItem(row, 0, name)
            for place, cell in enumerate(cells, 1):
                self.table.setItem(row, place, QTableWidgetItem(cell))
        self.table.blockSignals(False)
        self.findings.set_findings(proposal.findings)
        self.findings.setVisible(bool(proposal.findings))
        kinds = [one.kind for one in proposal.changes]
        words = self.tr(
            "{rows} rows = {new} new + {changed} changed + {same} as before + {out} not used"
        )
        self.told.setText(
            words.format(
                rows=text.count(proposal.rows),
                new=kinds.count(CardKind.NEW),
                changed=kinds.count(CardKind.CHANGED),
                same=kinds.count(CardKind.SAME),
                out=len(proposal.left_out),
            )
        )
        self._count()

    def _count(self) -> None:
        self.verb.setEnabled(bool(self.ticked))

    def _done(self, outcome: Outcome[ImportRecord], count: int) -> None:
        self.taken.emit(outcome.value, count)
        self.accept()
