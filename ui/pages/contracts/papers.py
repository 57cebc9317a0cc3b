"""Safety trainings and proofs of insurance: two short lists, each with one act."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.domain.contract import InsuranceProof, Training
from ui import format as text
from ui import icons, theme
from ui.models.rows import Badge, Column
from ui.widgets.data_table import DataTable
from ui.widgets.empty_state import EmptyState


class PaperWords(QObject):
    """Columns of both lists."""

    def trainings(self) -> tuple[Column[Training], ...]:
        """Return the columns of trainings."""
        return (
            Column("day", self.tr("Day"), lambda one: text.day(one.day), width=104),
            Column("name", self.tr("Training"), lambda one: one.name, width=210),
            Column("hours", self.tr("Hours"), lambda one: str(one.hours), width=72, right=True),
            Column("trainer", self.tr("Trainer"), lambda one: one.trainer, width=90),
            Column("place", self.tr("Place"), lambda one: one.place, width=130),
            Column(
                "passed",
                self.tr("Passed"),
                lambda one: text.count(len(one.workers)),
                sort=lambda one: len(one.workers),
                width=72,
                right=True,
            ),
            Column("paper", self.tr("Paper"), self._paper, width=110, badge=self._badge),
        )

    def insurances(self) -> tuple[Column[InsuranceProof], ...]:
        """Return the columns of insurance proofs."""
        return (
            Column("number", self.tr("Number"), lambda one: one.number, width=170),
            Column("insurer", self.tr("Insurer"), lambda one: one.insurer, width=210),
            Column("begin", self.tr("From"), lambda one: text.day(one.begin), width=104),
            Column("end", self.tr("Until"), self._end, width=120),
            Column(
                "premium",
                self.tr("Premium (yuan)"),
                lambda one: text.money(one.premium) if one.premium.fen else "",
                sort=lambda one: one.premium.fen,
                width=120,
                right=True,
            ),
            Column("paper", self.tr("Paper"), self._paper, width=110, badge=self._badge),
        )

    def _end(self, proof: InsuranceProof) -> str:
        return text.day(proof.end) or self.tr("Completion")

    def _paper(self, one: Training | InsuranceProof) -> str:
        return self._badge(one).word

    def _badge(self, one: Training | InsuranceProof) -> Badge:
        if one.document is not None:
            return Badge("done", self.tr("Kept"))
        return Badge("note", self.tr("Not here"))


class PapersTab(QWidget):
    """Both lists; the tab only asks, the page answers."""

    train = Signal()
    insure = Signal()
    opened = Signal(object)
    """A training or a proof whose paper somebody wants to see."""
    removed = Signal(object)
    """A training or a proof recorded by mistake."""

    def __init__(self) -> None:
        super().__init__()
        words = PaperWords(self)
        self.trainings: DataTable[Training] = DataTable(
            "trainings",
            words.trainings(),
            lambda one: one.id,
            empty=EmptyState(
                self.tr("No safety training is recorded yet. It comes before the first day."),
                "contract",
                self.tr("Record a training …"),
                self.train.emit,
            ),
        )
        self.insurances: DataTable[InsuranceProof] = DataTable(
            "insurances",
            words.insurances(),
            lambda one: one.id,
            empty=EmptyState(
                self.tr("No proof of work-injury insurance yet. It comes before work begins."),
                "safe",
                self.tr("Record a proof …"),
                self.insure.emit,
            ),
        )
        self.train_act = self._button(self.tr("Record a training …"), self.train.emit)
        self.insure_act = self._button(self.tr("Record a proof …"), self.insure.emit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        for title, button, table in (
            (self.tr("Safety trainings"), self.train_act, self.trainings),
            (self.tr("Work-injury insurance of the project"), self.insure_act, self.insurances),
        ):
            table.leave_filter_out()
            column.addLayout(_head(title, button))
            column.addWidget(table, 1)
        self._add_actions()
        self.setFocusProxy(self.trainings)

    def show_papers(
        self, trainings: tuple[Training, ...], insurances: tuple[InsuranceProof, ...]
    ) -> None:
        """Show both lists, newest first."""
        self.trainings.set_rows(trainings[::-1])
        self.insurances.set_rows(insurances[::-1])
        self.train_act.setVisible(bool(trainings))
        self.insure_act.setVisible(bool(insurances))

    def _button(self, words: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(icons.get("plus"), words)
        button.clicked.connect(lambda _=False: act())
        return button

    def _add_actions(self) -> None:
        for table in (self.trainings, self.insurances):
            for words, signal in (
                (self.tr("Open the paper"), self.opened),
                (self.tr("Remove"), self.removed),
            ):
                action = QAction(words, self)
                action.triggered.connect(_teller(table, signal))
                table.add_action(action)
            table.opened.connect(self.opened.emit)


def _teller(
    table: DataTable[Training] | DataTable[InsuranceProof], signal: object
) -> Callable[[], None]:
    def tell() -> None:
        for one in table.chosen[:1]:
            signal.emit(one)  # type: ignore[attr-defined]

    return tell


def _head(title: str, button: QPushButton) -> QHBoxLayout:
    label = QLabel(title)
    theme.mark(label, "role", "section")
    row = QHBoxLayout()
    row.addWidget(label)
    row.addStretch(1)
    row.addWidget(button)
    return row
