"""A table with the form of its chosen row beside it: dated rows, persons, teams."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui import icons, theme
from ui.forms.form import Form
from ui.widgets.data_table import DataTable

L = TypeVar("L")
BESIDE = 312


class RowEditor(QWidget, Generic[L]):
    """Choosing a row fills the form; saving tells the values, the page writes them."""

    saved = Signal(object, object)
    """Values of the form, and the line they replace or None."""
    removed = Signal(object)
    """The line to take away."""

    def __init__(
        self,
        table: DataTable[L],
        form: Form,
        values: Callable[[L], dict[str, Any]],
        *,
        fresh: Callable[[], dict[str, Any]],
        removable: bool = False,
        captions: tuple[str, str] | None = None,
    ) -> None:
        """Keep what is needed.

        Args:
            table: the rows.
            form: the fields of one row.
            values: a row as values of the form.
            fresh: the values of a new row.
            removable: whether rows may be taken away.
            captions: what stands above the form for a new row, and for the chosen one.
        """
        super().__init__()
        self._captions = captions or (
            QCoreApplication.translate("RowEditor", "New row"),
            QCoreApplication.translate("RowEditor", "Chosen row"),
        )
        self.table = table
        self.table.leave_filter_out()
        self.form = form
        self._values = values
        self._fresh = fresh
        self.line: L | None = None
        self.caption = QLabel()
        theme.mark(self.caption, "role", "section")
        self.new = QPushButton(icons.get("plus"), QCoreApplication.translate("RowEditor", "New"))
        self.save = QPushButton(QCoreApplication.translate("RowEditor", "Save"))
        self.remove = QPushButton(QCoreApplication.translate("RowEditor", "Remove"))
        theme.mark(self.remove, "kind", "danger")
        self._removable = removable
        self.form.guard(self.save)
        self._arrange()
        self.table.selected.connect(self._choose)
        self.new.clicked.connect(lambda _=False: self.begin())
        self.save.clicked.connect(lambda _=False: self.saved.emit(self.form.values, self.line))
        self.remove.clicked.connect(lambda _=False: self.removed.emit(self.line))
        self.begin(focus=False)

    def begin(self, *, focus: bool = True) -> None:
        """Begin a new row."""
        self.table.view.clearSelection()
        self._show(None, self._fresh())
        if focus:
            self.form.focus_field()

    def show_line(self, line: L) -> None:
        """Show a row's newest facts in the form, e.g. after it was saved."""
        self._show(line, self._values(line))

    def _choose(self, lines: tuple[L, ...]) -> None:
        if len(lines) == 1:
            self._show(lines[0], self._values(lines[0]))

    def _show(self, line: L | None, values: dict[str, Any]) -> None:
        self.line = line
        self.caption.setText(self._captions[line is not None])
        self.remove.setVisible(self._removable and line is not None)
        self.form.set_values(values)

    def _arrange(self) -> None:
        room = QWidget()
        column = QVBoxLayout(room)
        column.setContentsMargins(0, 0, theme.px(12), 0)
        column.setSpacing(theme.px(12))
        column.addWidget(self.caption)
        column.addWidget(self.form)
        acts = QHBoxLayout()
        acts.setSpacing(theme.px(8))
        acts.addWidget(self.save)
        acts.addWidget(self.remove)
        acts.addStretch(1)
        column.addLayout(acts)
        column.addStretch(1)
        beside = QScrollArea()
        beside.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        beside.setWidgetResizable(True)
        beside.setFrameShape(QFrame.Shape.NoFrame)
        beside.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        beside.setFixedWidth(theme.px(BESIDE))
        beside.setWidget(room)
        self.table.bar.addWidget(self.new)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(24))
        row.addWidget(self.table, 1)
        row.addWidget(beside)
