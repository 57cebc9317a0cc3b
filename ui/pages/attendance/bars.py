"""The lines over and under the month grid: filter, exceptions, legend, what is not yet known."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QPushButton, QWidget

from desktop.services.attendance import MonthGrid
from ui import icons, theme
from ui.pages.attendance.dialogs import quiet
from ui.pages.attendance.legend import Legend


class FilterBar(QWidget):
    """Who is shown, the way from one single punch to the next, and the exceptions."""

    def __init__(self) -> None:
        super().__init__()
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(self.tr("Name, initials or team"))
        self.filter.addAction(
            icons.get("search", "muted"), QLineEdit.ActionPosition.LeadingPosition
        )
        self.filter.setClearButtonEnabled(True)
        self.filter.setMinimumWidth(theme.px(120))
        self.filter.setMaximumWidth(theme.px(220))
        self.singles = QCheckBox(self.tr("Only single punches"))
        self.next = quiet(self.tr("Next (F4)"))
        self.problems = quiet(self.tr("Exceptions …"))
        self.problems.setToolTip("Ctrl+E")
        bar = QHBoxLayout(self)
        bar.setContentsMargins(0, 0, 0, 0)
        bar.setSpacing(theme.px(12))
        bar.addWidget(self.filter, 100)
        bar.addWidget(self.singles)
        bar.addWidget(self.next)
        bar.addStretch(1)
        bar.addWidget(self.problems)

    def show_grid(self, grid: MonthGrid) -> int:
        """Allow what the month has; returns its single punches."""
        singles = sum(row.singles for row in grid.rows)
        self.next.setEnabled(singles > 0)
        self.singles.setEnabled(singles > 0 or self.singles.isChecked())
        return singles

    def show_problems(self, count: int, *, grave: bool) -> None:
        """Say how many exceptions there are."""
        said = self.tr("{count} exceptions") if count else self.tr("No exceptions")
        self.problems.setText(said.format(count=count))
        ink = "red" if grave else "yellow" if count else "muted"
        icon = "stop" if grave else "warn" if count else "done"
        self.problems.setIcon(icons.get(icon, ink))


class Foot(QWidget):
    """What the shapes mean; at the right what is missing, and the reason for changes."""

    def __init__(self) -> None:
        super().__init__()
        self.legend = Legend()
        self.unknown, self.refused, self.why = quiet(""), quiet(""), quiet("")
        self.why.setIcon(icons.get("edit", "accent"))
        foot = QHBoxLayout(self)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.addWidget(self.legend)
        foot.addStretch(1)
        for button in (self.refused, self.unknown):
            button.hide()
            foot.addWidget(button)
        foot.addWidget(self.why)

    def show_grid(self, grid: MonthGrid) -> None:
        """Say what of the month's punches is still open."""
        numbers = self.tr("{numbers} gate numbers unknown …")
        self._offer(self.unknown, numbers.format(numbers=len(grid.unknown)), bool(grid.unknown))
        punches = self.tr("{count} punches count as soon as the numbers have workers.")
        self.unknown.setToolTip(punches.format(count=sum(grid.unknown.values())))
        lines = self.tr("{count} lines not readable …").format(count=len(grid.refused))
        self._offer(self.refused, lines, bool(grid.refused))

    def _offer(self, button: QPushButton, words: str, wanted: bool) -> None:  # noqa: FBT001
        button.setText(words)
        button.setVisible(wanted)
