"""The step of a roster import in which rows are mended: a grid, its causes, its verbs."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.findings import Level
from desktop.services.roster import RosterProposal, mend
from desktop.services.roster.columns import columns
from ui import format as text
from ui import icons, theme, trouble
from ui.wizards.import_roster_mend import CHOICES_ROLE, FIRST, PROBLEM, ROW, MendModel

Index = QModelIndex | QPersistentModelIndex
ROW_HEIGHT = 32
_WIDTHS = {ROW: 56, PROBLEM: 290, FIRST: 110, FIRST + 1: 190}
_USUAL, _LONG = 130, 196
_Cell = tuple[int, str]


class CheckStep(QWidget):
    """Rows that something is wrong with; typing into a cell mends it and counts again."""

    changed = Signal()
    """Edits or rows left out have changed: check again."""

    def __init__(self) -> None:
        super().__init__()
        self.edits: dict[_Cell, str] = {}
        self.left_out: set[int] = set()
        self._undo: list[tuple[dict[_Cell, str], set[int]]] = []
        self._proposal: RosterProposal | None = None
        self.model = MendModel((self.tr("Row"), self.tr("What is wrong")))
        self.model.mended.connect(self._mend)
        self.view = _Grid(self.model)
        self.counts = QLabel()
        theme.mark(self.counts, "role", "section")
        self.cause = QComboBox()
        self.cause.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.cause.setFixedWidth(theme.px(360))
        self.cause.activated.connect(self._choose_cause)
        self.every = QCheckBox(self.tr("All rows"))
        self.every.toggled.connect(lambda on: self.model.show_every_row(every=on))
        self.next = self._act(self.tr("Next fault"), self.go_next, "chevron-right", "F8")
        self.alike = self._act(self.tr("Mend all alike"), self.mend_alike, "copy", "F9")
        self.leave = self._act(self.tr("Leave the row out"), self.leave_row, "minus", "Ctrl+Delete")
        self.back = self._act(self.tr("Undo"), self.undo, "undo", "Ctrl+Z")
        self.detail = QLabel()
        self.detail.setWordWrap(True)
        self.detail.setMinimumHeight(theme.px(44))
        self.left_words = QLabel()
        self.left_words.setWordWrap(True)
        theme.mark(self.left_words, "role", "muted")
        self.view.selectionModel().currentChanged.connect(lambda now, _: self._tell(now))
        self._arrange()

    @property
    def is_mended(self) -> bool:
        """Whether a cell was mended or a row left out."""
        return bool(self.edits or self.left_out)

    def begin(self) -> None:
        """Forget what was mended in another file."""
        self.edits, self.left_out, self._undo = {}, set(), []
        self.every.setChecked(False)

    def show_proposal(self, proposal: RosterProposal) -> None:
        """Show how the file stands."""
        first = self._proposal is None or self._proposal.sha256 != proposal.sha256
        self._proposal = proposal
        self.model.show(proposal, self.edits)
        if first:
            self._size_columns()
        self._count(proposal)
        self._fill_causes(proposal)
        self._name_left_out(proposal)
        self.back.setEnabled(bool(self._undo))
        if first or not self.view.currentIndex().isValid():
            self.go_next()
        self._tell(self.view.currentIndex())

    def go_next(self) -> None:
        """Go to the next cell that is wrong."""
        index = self.model.next_fault(self.view.currentIndex())
        if index.isValid():
            self.view.setCurrentIndex(index)
            self.view.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)
            self.view.setFocus()

    def mend_alike(self) -> None:
        """Give every cell that is wrong in the same way the text that is typed once."""
        cell = self.model.cell(self.view.currentIndex())
        if cell is None or self._proposal is None:
            return
        cells = mend.alike(self._proposal, cell)
        if len(cells) > 1:
            self.view.edit_for(lambda said: self._put(dict.fromkeys(cells, said)))

    def leave_row(self) -> None:
        """Leave the current row out of the import."""
        rows = {index.row() for index in self.view.selectedIndexes()}
        numbers = self.model.row_numbers()
        chosen = {numbers[row] for row in rows if row < len(numbers)}
        if chosen:
            self._remember()
            self.left_out |= chosen
            self.changed.emit()

    def undo(self) -> None:
        """Take back what was mended or left out last."""
        if self._undo:
            self.edits, self.left_out = self._undo.pop()
            self.changed.emit()

    def _mend(self, cells: dict[_Cell, str]) -> None:
        self._put(cells)

    def _put(self, cells: dict[_Cell, str]) -> None:
        self._remember()
        self.edits = {**self.edits, **cells}
        self.changed.emit()

    def _remember(self) -> None:
        self._undo.append((dict(self.edits), set(self.left_out)))

    def _choose_cause(self) -> None:
        self.model.show_cause(self.cause.currentData() or "")
        self.view.setCurrentIndex(QModelIndex())
        self.go_next()

    def _count(self, proposal: RosterProposal) -> None:
        grave = {f.row for f in proposal.findings if f.level is Level.STOP and f.row}
        warned = {f.row for f in proposal.findings if f.level is Level.WARN and f.row} - grave
        good = proposal.rows - len(grave) - len(proposal.left_out)
        said = [self.tr("{rows} rows: {good} can go in")]
        said += [self.tr("{bad} to be mended")] if grave else []
        said += [self.tr("{look} to look at")] if warned else []
        self.counts.setText(
            self.tr(", ", "between counts")
            .join(said)
            .format(
                rows=text.count(proposal.rows),
                good=text.count(good),
                bad=text.count(len(grave)),
                look=text.count(len(warned)),
            )
        )
        theme.mark(self.counts, "ink", "red" if grave else "green")

    def _fill_causes(self, proposal: RosterProposal) -> None:
        kept = self.cause.currentData()
        tally: dict[str, int] = {}
        titles: dict[str, str] = {}
        for finding in proposal.findings:
            if finding.row and finding.level is not Level.NOTE:
                tally[finding.code.value] = tally.get(finding.code.value, 0) + 1
                titles.setdefault(finding.code.value, trouble.of_finding(finding).remedy)
        self.cause.clear()
        every = self.tr("Every cause ({count})")
        self.cause.addItem(every.format(count=sum(tally.values())), "")
        for code, count in sorted(tally.items(), key=lambda one: -one[1]):
            self.cause.addItem(f"{count} × {titles[code]}", code)
        self.cause.setCurrentIndex(max(self.cause.findData(kept), 0))

    def _name_left_out(self, proposal: RosterProposal) -> None:
        names = [f"{one.row} {one.name}".strip() for one in proposal.left_out[:_MOST]]
        words = self.tr("Left out ({count}): {names}")
        more = " …" if len(proposal.left_out) > _MOST else ""
        self.left_words.setText(
            words.format(count=len(proposal.left_out), names="、".join(names) + more)
        )
        self.left_words.setVisible(bool(names))

    def _tell(self, index: Index) -> None:
        """Say what is wrong with the current cell and what to do."""
        found = self.model.findings_at(index)
        words = [trouble.of_finding(one) for one in found[:1]]
        self.detail.setText("\n".join(f"{one.text}\n{one.remedy}" for one in words))
        cell, count = self.model.cell(index), 0
        if cell is not None and self._proposal is not None:
            count = len(mend.alike(self._proposal, cell))
        label = self.tr("Mend all alike ({count})") if count > 1 else self.tr("Mend all alike")
        self.alike.setText(label.format(count=count))
        self.alike.setEnabled(count > 1)
        self.leave.setEnabled(index.isValid())

    def _size_columns(self) -> None:
        for column in range(self.model.columnCount()):
            key = self.model.keys[column - FIRST] if column >= FIRST else ""
            usual = _LONG if key and columns()[key].number and key != "device_number" else _USUAL
            self.view.setColumnWidth(column, theme.px(_WIDTHS.get(column, usual)))

    def _act(self, words: str, act: Callable[[], object], icon: str, keys: str) -> QPushButton:
        button = QPushButton(icons.get(icon, "accent"), words)
        theme.mark(button, "kind", "quiet")
        button.setToolTip(keys)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _=False: act())
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(lambda: button.isEnabled() and act())
        return button

    def _arrange(self) -> None:
        above = QHBoxLayout()
        above.setSpacing(theme.px(8))
        above.addWidget(self.counts)
        above.addStretch(1)
        above.addWidget(self.every)
        above.addWidget(self.cause)
        acts = QHBoxLayout()
        acts.setSpacing(theme.px(4))
        for button in (self.next, self.alike, self.leave, self.back):
            acts.addWidget(button)
        acts.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(8))
        layout.addLayout(above)
        layout.addLayout(acts)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.detail)
        layout.addWidget(self.left_words)


_MOST = 20


class _Grid(QTableView):
    """Typing begins at once; Enter takes the text and goes to the next fault."""

    def __init__(self, model: MendModel) -> None:
        super().__init__()
        self._model = model
        self._instead: Callable[[str], object] | None = None
        self.setModel(model)
        self.setItemDelegate(_CellEditor(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            triggers.AnyKeyPressed | triggers.DoubleClicked | triggers.EditKeyPressed
        )
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.px(ROW_HEIGHT))
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )

    def edit_for(self, then: Callable[[str], object]) -> None:
        """Let the current cell be typed into, and hand the text to somebody else."""
        self._instead = then
        self.edit(self.currentIndex())

    def commit(self, said: str, index: Index) -> None:
        """Take a typed text where it belongs."""
        instead, self._instead = self._instead, None
        if instead is not None:
            instead(said.strip())
        else:
            self._model.setData(index, said)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """After Enter go to the next fault."""
        hints = QAbstractItemDelegate.EndEditHint
        if hint == hints.RevertModelCache:
            self._instead = None
        super().closeEditor(editor, hints.NoHint)
        if hint == hints.SubmitModelCache:
            index = self._model.next_fault(self.currentIndex())
            if index.isValid():
                self.setCurrentIndex(index)


class _CellEditor(QStyledItemDelegate):
    """A line to type into; with a list below it where a column holds one of a few words."""

    def __init__(self, grid: _Grid) -> None:
        super().__init__(grid)
        self._grid = grid

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Make the editor of a cell."""
        choices = index.data(CHOICES_ROLE)
        if not choices:
            return super().createEditor(parent, option, index)
        box = QComboBox(parent)
        box.setEditable(True)
        box.addItems(choices)
        box.setCurrentText(str(index.data()))
        line = box.lineEdit()
        if line is not None:
            line.selectAll()
        return box

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:
        """Hand over what was typed."""
        del model
        said = editor.currentText() if isinstance(editor, QComboBox) else editor.property("text")
        self._grid.commit(str(said), index)
