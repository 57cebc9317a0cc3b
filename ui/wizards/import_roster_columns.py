"""Which column of a roster file is which, where the titles do not say it or say it twice."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QScrollArea,
    QSpinBox,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.services.roster import RosterProposal, mend
from desktop.services.roster.columns import ColumnMap, columns
from desktop.services.roster.layout import FoundColumn, letter
from desktop.services.roster.sheet import cell_text
from ui import theme

SAMPLES = 3
ROW = 38
_WIDTHS = (48, 190, 250, 190)


class ColumnsStep(QWidget):
    """The file's columns, each with a choice of ours; below it what the file does not have."""

    relaid = Signal()
    """Another heading or sheet was chosen: read again."""

    def __init__(self) -> None:
        super().__init__()
        self._proposal: RosterProposal | None = None
        self.choices: dict[str, QComboBox] = {}
        self.constants: dict[str, QComboBox] = {}
        self.without: dict[str, QCheckBox] = {}
        self.say = QLabel()
        self.say.setWordWrap(True)
        self.sheet = QComboBox()
        self.header = QSpinBox()
        self.header.setRange(1, 99)
        self._sheet_words = QLabel(self.tr("Sheet"))
        self._table = QTableWidget()
        self._lacking = QGridLayout()
        self._lacking.setHorizontalSpacing(theme.px(12))
        self._lacking.setVerticalSpacing(theme.px(8))
        self._lacking_words = QLabel(self.tr("What the file does not have"))
        theme.mark(self._lacking_words, "role", "section")
        self._arrange()

    def show_proposal(self, proposal: RosterProposal) -> None:
        """Show the columns of a file and what is known of them."""
        self._proposal = proposal
        table = proposal.table
        wanted = [columns()[key].title for key in table.lacking]
        words = self.tr("Not sure about: {columns}. Say which column it is; it is remembered.")
        self.say.setText(words.format(columns="、".join(wanted)) if wanted else "")
        self.say.setVisible(bool(wanted))
        self._fill_places(proposal)
        self._fill_table(proposal)
        self._fill_lacking(proposal)

    def take_keyboard(self) -> None:
        """Begin at the first column that nothing is known of, else where something is lacking."""
        free = next((box for box in self.choices.values() if not box.currentData()), None)
        first = free or next(iter(self.constants.values()), None)
        if first is not None:
            first.setFocus()

    def column_map(self) -> ColumnMap:
        """Return what the person says."""
        said = {name: box.currentData() or "" for name, box in self.choices.items()}
        taken = {key for key in said.values() if key}
        constants = {}
        for key, box in self.constants.items():
            text = box.currentText().strip()
            without = self.without.get(key)
            if key not in taken and (text or (without is not None and without.isChecked())):
                constants[key] = text
        return ColumnMap(said, constants, self.header.value(), self.sheet.currentText())

    def heading(self) -> ColumnMap:
        """Return only where the heading stands; its titles say the rest."""
        return ColumnMap(header=self.header.value(), sheet=self.sheet.currentText())

    def missing(self) -> tuple[str, ...]:
        """Return the titles of required columns that nothing was said of."""
        said = self.column_map()
        have = {key for key in said.columns.values() if key} | set(said.constants)
        return tuple(
            column.title for key, column in columns().items() if column.required and key not in have
        )

    def twice(self) -> tuple[str, ...]:
        """Return the titles of our columns that several columns of the file were given."""
        keys = [box.currentData() for box in self.choices.values() if box.currentData()]
        return tuple(columns()[key].title for key in dict.fromkeys(keys) if keys.count(key) > 1)

    def _fill_places(self, proposal: RosterProposal) -> None:
        for box in (self.sheet, self.header):
            box.blockSignals(True)
        self.sheet.clear()
        self.sheet.addItems(proposal.table.sheets)
        self.sheet.setCurrentText(proposal.table.sheet)
        several = len(proposal.table.sheets) > 1
        self.sheet.setVisible(several)
        self._sheet_words.setVisible(several)
        self.header.setValue(max(proposal.table.header[1], 1))
        for box in (self.sheet, self.header):
            box.blockSignals(False)

    def _fill_table(self, proposal: RosterProposal) -> None:
        found = [one for one in proposal.table.columns if one.title or _samples(proposal, one)]
        doubtful = set(proposal.table.lacking)
        found.sort(key=lambda one: bool(one.key) and one.key not in doubtful)  # those first
        self.choices = {}
        self._table.setRowCount(len(found))
        for row, one in enumerate(found):
            for column, said in enumerate(
                (letter(one.place), one.title or "—", "　".join(_samples(proposal, one)))
            ):
                item = QTableWidgetItem(said)
                item.setFlags(Qt.ItemFlag.ItemIsEnabled)
                item.setToolTip(said)
                self._table.setItem(row, column, item)
            box = _choice(one.key, self.tr("— not used —"))
            self.choices[one.name] = box
            self._table.setCellWidget(row, 3, box)

    def _fill_lacking(self, proposal: RosterProposal) -> None:
        while self._lacking.count():
            item = self._lacking.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.constants, self.without = {}, {}
        in_file = {one.key for one in proposal.table.columns}
        keys = [key for key, one in columns().items() if one.required and key not in in_file]
        keys = [*keys, *(key for key in proposal.columns.constants if key not in keys)]
        for row, key in enumerate(keys):
            self._lacking_row(proposal, row, key)
        self._lacking_words.setVisible(bool(keys))
        self._scroll.setVisible(bool(keys))

    def _lacking_row(self, proposal: RosterProposal, row: int, key: str) -> None:
        column = columns()[key]
        box = QComboBox()
        box.setEditable(True)
        box.addItems(["", *mend.choices(proposal, key)])
        box.setCurrentText(proposal.columns.constants.get(key, ""))
        line = box.lineEdit()
        if line is not None:
            line.setPlaceholderText(self.tr("the same for every row"))
        box.setMinimumWidth(theme.px(260))
        self.constants[key] = box
        self._lacking.addWidget(QLabel(column.title), row, 0)
        self._lacking.addWidget(box, row, 1)
        if column.may_lack:
            without = QCheckBox(self.tr("leave it empty for now"))
            without.setChecked(proposal.columns.constants.get(key) == "")
            self.without[key] = without
            self._lacking.addWidget(without, row, 2)

    def _arrange(self) -> None:
        lower = QWidget()
        lower.setLayout(self._lacking)
        self._lacking.setColumnStretch(3, 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(lower)
        scroll.setMinimumHeight(theme.px(68))
        self._table.setMinimumHeight(theme.px(92))
        self._dress_table()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(12))
        layout.addWidget(self.say)
        layout.addLayout(self._places())
        layout.addWidget(self._table, 2)
        layout.addWidget(self._lacking_words)
        layout.addWidget(scroll, 1)
        self._scroll = scroll

    def _places(self) -> QHBoxLayout:
        places = QHBoxLayout()
        places.setSpacing(theme.px(8))
        places.addWidget(QLabel(self.tr("The heading stands in row")))
        places.addWidget(self.header)
        places.addSpacing(theme.px(16))
        places.addWidget(self._sheet_words)
        places.addWidget(self.sheet)
        places.addStretch(1)
        self.header.setFixedWidth(theme.px(64))
        self.header.editingFinished.connect(self._relay)
        self.sheet.activated.connect(lambda _: self.relaid.emit())
        return places

    def _dress_table(self) -> None:
        table = self._table
        table.setColumnCount(len(_WIDTHS))
        table.setHorizontalHeaderLabels(
            ["", self.tr("In the file"), self.tr("First rows"), self.tr("That is our")]
        )
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(theme.px(ROW))
        table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        table.setShowGrid(False)
        header = table.horizontalHeader()
        for number, width in enumerate(_WIDTHS):
            table.setColumnWidth(number, theme.px(width))
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def _relay(self) -> None:
        if self._proposal is not None and self.header.value() != self._proposal.table.header[1]:
            self.relaid.emit()


def _choice(key: str, nothing: str) -> QComboBox:
    box = QComboBox()
    box.addItem(nothing, "")
    for one in columns().values():
        box.addItem(f"{one.title} *" if one.required else one.title, one.key)
    box.setCurrentIndex(max(box.findData(key), 0))
    return box


def _samples(proposal: RosterProposal, column: FoundColumn) -> tuple[str, ...]:
    """Return the first contents of a column, below the heading."""
    texts: list[str] = []
    for row in proposal.table.cells[proposal.table.header[1] :]:
        text = cell_text(row[column.place]) if column.place < len(row) else ""
        if text and text not in texts:
            texts.append(text)
        if len(texts) == SAMPLES:
            break
    return tuple(texts)
