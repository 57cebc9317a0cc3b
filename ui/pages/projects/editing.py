"""What the tables with a form beside them share: findings below, rows kept fresh, refusals."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.errors import Refused, Trouble, UserError
from desktop.domain.findings import Finding, Level
from ui import theme
from ui.forms.row_editor import RowEditor
from ui.models.rows import Badge
from ui.widgets.findings_list import FindingsList

L = TypeVar("L")
FINDINGS_HEIGHT, SHARE = 152, 4
"""Room below the table for what is wrong: five lines, a quarter of the height at most."""


class EditorTab(QWidget, Generic[L]):
    """A row editor over a list of what is wrong; subclasses build the editor and write."""

    said = Signal(str, object)
    """What was done, and how to take it back or None."""
    troubled = Signal(object, object)
    """An error that no field here can show, and how to try again."""

    def __init__(self) -> None:
        super().__init__()
        self.wanted: Hashable | None = None
        """Key of a row that was just made and is not among the rows yet."""
        self.findings = FindingsList()
        self.findings.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, theme.px(12), 0, 0)
        self._column.setSpacing(theme.px(12))

    def arrange(self, editor: RowEditor[L]) -> None:
        """Put the editor above the findings."""
        self.editor = editor
        self._column.addWidget(editor, 1)
        below = editor.table.layout()
        if below is not None:
            below.addWidget(self.findings)  # the form keeps its whole height

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the table most of the height."""
        super().resizeEvent(event)
        self.findings.setFixedHeight(min(theme.px(FINDINGS_HEIGHT), self.height() // SHARE))

    def show_rows(self, lines: Sequence[L]) -> None:
        """Show other rows; the chosen one stays chosen with its newest facts."""
        table, editor = self.editor.table, self.editor
        table.set_rows(lines)
        by_key = {table.model.key(line): line for line in lines}
        if self.wanted in by_key:
            table.choose([self.wanted])
            self.wanted = None
        elif editor.line is not None and not editor.form.is_changed:
            fresh = by_key.get(table.model.key(editor.line))
            if fresh is not None:
                editor.show_line(fresh)
            else:
                editor.begin(focus=False)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show what is wrong, or nothing at all."""
        self.findings.set_findings(findings)
        self.findings.setVisible(bool(findings))

    def show_trouble(
        self, error: UserError | Trouble, again: Callable[[], object] | None = None
    ) -> None:
        """Show refusals under their fields, everything else where the page shows it."""
        known = self.editor.form.values
        if isinstance(error, Refused) and all(f.column in known for f in error.findings):
            self.editor.form.show_findings(error.findings)
        else:
            self.troubled.emit(error, again)


def gravest(findings: Sequence[Finding]) -> Badge | None:
    """Return how many things are wrong as a badge in the colour of the gravest."""
    for level in Level:
        if any(finding.level is level for finding in findings):
            return Badge(str(level), str(len(findings)))
    return None
