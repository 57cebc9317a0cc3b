"""Decisions of the attendance page: the reason, the rule, whose number, which extra hours."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import time
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QWidget,
)

from desktop.domain.attendance import AttendanceRule, Counting
from desktop.domain.ids import WorkerId
from desktop.services.attendance import GridRow
from desktop.services.attendance.rules import Preset, presets
from desktop.services.attendance.strangers import Stranger
from ui import theme
from ui.fields.choice_field import ChoiceField
from ui.fields.text_fields import DayField
from ui.models.rows import Column
from ui.pages.attendance.mend import ProofField
from ui.widgets.data_table import DataTable
from ui.widgets.decision import Decision

LATEST = 12
"""Latest hour at which a working day may be said to begin."""


class ReasonDialog(Decision):
    """Asks once why days are set by hand; the answer serves until it is changed."""

    def __init__(self, parent: QWidget, reason: str, days: int) -> None:
        super().__init__(parent, self.tr("Why are days set by hand?"), "")
        verb = self.tr("Set {count} days") if days else self.tr("Keep the reason")
        self.verb.setText(verb.format(count=days))
        self.say(
            self.tr(
                "The reason is kept with your name on every day. It is used for this session "
                "until you change it."
            )
        )
        self.reason = QLineEdit(reason)
        self.reason.setMaxLength(200)
        self.add_field(self.tr("Reason"), self.reason)
        for number, words in enumerate(self._usual(), 1):
            button = quiet(f"Alt+{number}  {words}")
            button.clicked.connect(partial(self._take, words))
            key = QShortcut(QKeySequence(f"Alt+{number}"), self)  # a mnemonic waits 100 ms
            key.activated.connect(partial(self._take, words))
            self.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.field = ProofField()
        self.add_field(self.tr("Photo or paper that proves it (if there is one)"), self.field)
        self.reason.textChanged.connect(self._allow)
        self._allow()
        self.reason.setFocus()

    @property
    def proof(self) -> Path | None:
        """The file that proves the days."""
        return self.field.path

    def _usual(self) -> tuple[str, ...]:
        return (
            self.tr("Forgot to punch, confirmed by the team leader"),
            self.tr("The gate was out of order on that day"),
            self.tr("Taken from the attendance sheet on paper"),
        )

    def _take(self, words: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's
        self.reason.setText(words)
        self.verb.setFocus()

    def _allow(self) -> None:
        self.verb.setEnabled(bool(self.reason.text().strip()))


class RuleDialog(Decision):
    """How the project counts days: boundary, repeats, what a whole day is."""

    decided = Signal()

    def __init__(self, parent: QWidget, rule: AttendanceRule) -> None:
        super().__init__(
            parent, self.tr("How days are counted"), self.tr("Save the rule"), width=680
        )
        self._rule = rule
        self.say(
            self.tr(
                "The rule counts every open month again. Locked sheets stay as they are, "
                "and days set by hand too."
            )
        )
        self.presets = ChoiceField([(None, self.tr("as below")), *_presets()])
        self.presets.set_value(None)
        self.presets.changed.connect(lambda: self._take(self.presets.value))
        offered = {time(half // 2, half % 2 * 30) for half in range(LATEST * 2 + 1)}
        self.boundary = ChoiceField(
            [(at, f"{at:%H:%M}") for at in sorted(offered | {rule.day_boundary})]
        )
        self.boundary.set_value(rule.day_boundary)
        self.repeat = self._number(rule.repeat_seconds, 3_600, self.tr(" s"))
        self.punches = self._number(rule.least_punches, 12, "")
        self.punches.setMinimum(1)
        self.counting = ChoiceField(
            [
                (Counting.FIRST_LAST, self.tr("From first to last punch: whole, half or none")),
                (Counting.PAIRED, self.tr("Hours between entries and exits, in quarters of 8 h")),
            ]
        )
        self.counting.set_value(rule.counting)
        self.minutes = self._number(rule.least_minutes, 1_440, self.tr(" min"))
        self.source = QLineEdit(rule.source)
        self._lay_out()

    def _lay_out(self) -> None:
        prescribed = self.tr("Take over what a place or an agreement prescribes")
        self.add_field(prescribed, self.presets)
        self.add_field(self.tr("Work-days come from"), self.counting)
        begins = self.tr("A working day begins at (earlier punches belong to the day before)")
        whole = self.tr("First to last punch for a whole work-day (less is half a day)")
        near = self.tr("Punches this close to the last one are counted once")
        for fields in (
            ((begins, self.boundary), (near, self.repeat)),
            ((self.tr("Punches a counted day needs"), self.punches), (whole, self.minutes)),
        ):
            row = QHBoxLayout()
            row.setSpacing(theme.px(16))
            for words, field in fields:
                row.addWidget(self.add_field(words, field), 1)
            self.body.addLayout(row)
        self.add_field(self.tr("Where the rule comes from"), self.source)

    def decide(self) -> None:
        """Tell that the rule shall be saved."""
        self.decided.emit()

    @property
    def rule(self) -> AttendanceRule:
        """The rule as the fields say."""
        return replace(
            self._rule,
            day_boundary=self.boundary.value,
            repeat_seconds=self.repeat.value(),
            least_punches=self.punches.value(),
            least_minutes=self.minutes.value(),
            counting=self.counting.value,
            source=self.source.text().strip(),
        )

    def _take(self, preset: Preset | None) -> None:
        if preset is None:
            return
        self.counting.set_value(preset.counting)
        self.punches.setValue(preset.least_punches)
        self.minutes.setValue(preset.least_minutes)
        self.source.setText(preset.source)

    def _number(self, value: int, most: int, unit: str) -> QSpinBox:
        box = QSpinBox()
        box.setRange(0, most)
        box.setSuffix(unit)
        box.setValue(value)
        box.lineEdit().setTextMargins(theme.px(8), 0, 0, 0)
        return box


def _presets() -> list[tuple[Preset, str]]:
    return [(one, one.title) for one in presets()]


class NumbersDialog(Decision):
    """Gate numbers that mean nobody, with their punches; one after another gets its worker."""

    assigned = Signal(str, object, object)
    """Number, WorkerId, day from which it holds or None."""

    def __init__(
        self, parent: QWidget, numbers: Mapping[str, int], workers: Sequence[GridRow]
    ) -> None:
        super().__init__(parent, self.tr("Unknown gate numbers"), self.tr("Assign"), width=560)
        self.out.setText(self.tr("Close"))
        self.say(self.tr("Their punches are kept. They count as soon as the number has a worker."))
        self._said: dict[str, Stranger] = {}
        self.table: DataTable[tuple[str, int]] = DataTable(
            "attendance-numbers",
            (
                Column("number", self.tr("Gate number"), lambda n: n[0], width=160),
                Column(
                    "count",
                    self.tr("Punches"),
                    lambda n: str(n[1]),
                    sort=lambda n: n[1],
                    width=90,
                    right=True,
                ),
                Column("called", self.tr("Called in the file"), self._called, width=180),
            ),
            lambda n: n[0],
        )
        self.table.setMinimumHeight(theme.px(200))
        self.body.addWidget(self.table, 1)
        self.worker = QComboBox()
        self.worker.setEditable(True)
        self.worker.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._workers: list[WorkerId] = []
        for row in workers:
            self.worker.addItem(f"{row.name} · {row.team_name} · {row.initials}")
            self._workers.append(row.worker)
        completer = QCompleter(self.worker.model(), self.worker)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.worker.setCompleter(completer)
        self.worker.setCurrentIndex(-1)
        self.add_field(self.tr("Belongs to (name or initials)"), self.worker)
        self.since = DayField()
        self.add_field(self.tr("From this day on (empty: from the beginning)"), self.since)
        self.show_numbers(numbers)
        self.worker.currentIndexChanged.connect(self._allow)
        self.since.changed.connect(self._allow)
        self.table.selected.connect(lambda _: self._offer())

    def propose(self, strangers: Sequence[Stranger]) -> None:
        """Tell whose the numbers may be; the worker stands there when his number is chosen."""
        self._said = {one.number: one for one in strangers}
        self.table.set_rows(self.table.model.lines)
        self._offer()

    def _called(self, line: tuple[str, int]) -> str:
        said = self._said.get(line[0])
        return said.name if said is not None else ""

    def _offer(self) -> None:
        """Choose the worker to whom the chosen number is proposed."""
        chosen = self.table.chosen
        said = self._said.get(chosen[0][0]) if len(chosen) == 1 else None
        if said is not None and said.worker in self._workers:
            self.worker.setCurrentIndex(self._workers.index(said.worker))
        self._allow()

    def show_numbers(self, numbers: Mapping[str, int]) -> None:
        """Show what is still unknown; closes when nothing is."""
        rows = sorted(numbers.items(), key=lambda n: (-n[1], n[0]))
        self.table.set_rows(rows)
        if rows:
            self.table.choose([rows[0][0]])
        self.worker.setCurrentIndex(-1)
        self._offer()
        if not rows:
            self.accept()

    def decide(self) -> None:
        """Assign the selected number."""
        self.wait()
        number = self.table.chosen[0][0]
        self.assigned.emit(number, self._workers[self.worker.currentIndex()], self.since.value)

    def _allow(self) -> None:
        known = self.worker.currentIndex() >= 0 and len(self.table.chosen) == 1
        readable = self.since.fault("") is None
        self.verb.setEnabled(known and readable)


def quiet(words: str) -> QPushButton:
    """Return a button that does not compete with the page's act."""
    button = QPushButton(words)
    theme.mark(button, "kind", "quiet")
    return button
