"""Filter chips: one glance at how many, one press to see only these."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from enum import StrEnum

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from desktop.domain.contract_state import ContractState
from desktop.domain.ids import WorkerId
from desktop.domain.worker import Capture
from desktop.ports.views import RosterLine
from ui import format as text
from ui import theme


class Wanted(StrEnum):
    """Which lines the roster shows."""

    HERE = "here"
    LEFT = "left"
    NO_CARD = "no_card"
    NO_CONTRACT = "no_contract"
    NOT_READ = "not_read"
    ALL = "all"


def is_here(line: RosterLine, day: date) -> bool:
    """Tell whether somebody is on site on a day."""
    return line.entry <= day and (line.exit is None or line.exit >= day)


def passes(
    line: RosterLine, wanted: Wanted, day: date, states: Mapping[WorkerId, ContractState]
) -> bool:
    """Tell whether a chip shows a line."""
    tests: Mapping[Wanted, Callable[[], bool]] = {
        Wanted.ALL: lambda: True,
        Wanted.HERE: lambda: line.exit is None or line.exit >= day,
        Wanted.LEFT: lambda: line.exit is not None and line.exit < day,
        Wanted.NO_CARD: lambda: is_here(line, day) and not line.card_tail,
        Wanted.NOT_READ: lambda: is_here(line, day) and line.captured is not Capture.READER,
        Wanted.NO_CONTRACT: lambda: is_here(line, day) and not _holds(states, line),
    }
    return tests[wanted]()


def _holds(states: Mapping[WorkerId, ContractState], line: RosterLine) -> bool:
    state = states.get(line.worker)
    return state is not None and state.holds


class ChipWords(QObject):
    """What the chips are called."""

    def word(self, wanted: Wanted) -> str:
        """Return a chip's word."""
        return {
            Wanted.HERE: self.tr("Here"),
            Wanted.LEFT: self.tr("Left"),
            Wanted.NO_CARD: self.tr("Without card"),
            Wanted.NO_CONTRACT: self.tr("Without contract"),
            Wanted.NOT_READ: self.tr("Identity not read"),
            Wanted.ALL: self.tr("All"),
        }[wanted]


class Chips(QWidget):
    """One chip each; exactly one is on."""

    chosen = Signal(object)
    """Wanted."""

    def __init__(self) -> None:
        super().__init__()
        self._words = ChipWords(self)
        self._group = QButtonGroup(self)
        self.buttons: dict[Wanted, QPushButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(4))
        for wanted in Wanted:
            button = QPushButton(self._words.word(wanted))
            button.setCheckable(True)
            theme.mark(button, "kind", "chip")
            button.clicked.connect(lambda _=False, one=wanted: self.chosen.emit(one))
            self._group.addButton(button)
            self.buttons[wanted] = button
            row.addWidget(button)
        row.addStretch(1)
        self.buttons[Wanted.ALL].setChecked(True)

    @property
    def wanted(self) -> Wanted:
        """The chip that is on."""
        return next(one for one, button in self.buttons.items() if button.isChecked())

    def choose(self, wanted: Wanted) -> None:
        """Turn a chip on."""
        self.buttons[wanted].setChecked(True)
        self.chosen.emit(wanted)

    def count(
        self, lines: Sequence[RosterLine], day: date, states: Mapping[WorkerId, ContractState]
    ) -> None:
        """Write how many lines each chip shows."""
        for wanted, button in self.buttons.items():
            number = sum(passes(line, wanted, day, states) for line in lines)
            button.setText(f"{self._words.word(wanted)} {text.count(number)}")
