"""The columns of a table that no format knows: shown, chosen, and remembered by the gate."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QGridLayout,
    QLabel,
    QLineEdit,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.ports.attendance import TableMapping, TablePreview
from ui import theme
from ui.fields.choice_field import ChoiceField

SHOWN = 14
"""Rows of the file that are shown."""
_ROLES = ("number", "name", "stamp", "day", "direction")


class Columns(QWidget):
    """Which column says who, when and which way; the file's first rows stand below."""

    changed = Signal()
    """Whether the columns are enough may have changed."""
    looked = Signal(object)
    """TableMapping with which the file is to be shown anew."""

    def __init__(self) -> None:
        super().__init__()
        self._mapping = TableMapping()
        self._filling = False
        self.roles = {role: ChoiceField() for role in _ROLES}
        self.header = ChoiceField()
        self.encoding = ChoiceField(self._encodings())
        self.delimiter = ChoiceField(self._delimiters())
        self.sheet = ChoiceField()
        self.ins, self.outs = QLineEdit(), QLineEdit()
        self.rows = QTableWidget()
        self.rows.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.rows.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.rows.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.rows.setAlternatingRowColors(True)
        self.rows.setMinimumHeight(theme.px(96))
        self.said = QLabel()
        theme.mark(self.said, "role", "caption")
        self._arrange()
        self._connect()

    def _encodings(self) -> list[tuple[str, str]]:
        found = self.tr("found out")
        return [("", found), ("utf-8", "UTF-8"), ("gb18030", "GB18030 / GBK"),
                ("utf-16", "UTF-16"), ("latin-1", "Latin-1")]  # fmt: skip

    def _delimiters(self) -> list[tuple[str, str]]:
        return [(",", self.tr("comma ,")), (";", self.tr("semicolon ;")), ("\t", "Tab"), ("|", "|")]

    def _arrange(self) -> None:
        title = QLabel(self.tr("What do the columns mean?"))
        theme.mark(title, "role", "section")
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(12))
        grid.setVerticalSpacing(theme.px(4))
        fields: list[tuple[str, QWidget]] = [
            (self.tr("Gate number"), self.roles["number"]),
            (self.tr("Name"), self.roles["name"]),
            (self.tr("Time of the punch"), self.roles["stamp"]),
            (self.tr("Day, if it stands apart"), self.roles["day"]),
            (self.tr("Direction"), self.roles["direction"]),
            (self.tr("Words for in"), self.ins),
            (self.tr("Words for out"), self.outs),
            (self.tr("Row of the headings"), self.header),
            (self.tr("Sheet"), self.sheet),
            (self.tr("Divided by"), self.delimiter),
            (self.tr("Encoding"), self.encoding),
        ]
        for place, (words, field) in enumerate(fields):
            label = QLabel(words)
            label.setBuddy(field)
            theme.mark(label, "role", "caption")
            field.setAccessibleName(words)
            row, column = divmod(place, 4)
            grid.addWidget(label, row * 2, column)
            grid.addWidget(field, row * 2 + 1, column)
        for column in range(4):
            grid.setColumnStretch(column, 1)
        self.ins.setPlaceholderText("进 入 进场 IN 01")
        self.outs.setPlaceholderText("出 出场 离场 OUT 02")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(8))
        layout.addWidget(title)
        layout.addLayout(grid)
        layout.addWidget(self.said)
        layout.addWidget(self.rows, 1)

    def _connect(self) -> None:
        for field in self.roles.values():
            field.changed.connect(self._changed)
        self.header.changed.connect(lambda: self._look(self.header.value))
        for field in (self.encoding, self.delimiter, self.sheet):
            field.changed.connect(lambda: self._look(max(self.header.value, 0)))

    def show_preview(self, preview: TablePreview) -> None:
        """Show a file's first rows, and choose what could be found out."""
        self._filling = True
        self._mapping = preview.mapping
        mapping = preview.mapping
        self.sheet.set_options([(name, name) for name in preview.sheets])
        self.sheet.set_value(mapping.sheet)
        self.sheet.setEnabled(len(preview.sheets) > 1)
        rows = [
            (row, self.tr("row {row}").format(row=row)) for row in range(1, len(preview.rows) + 1)
        ]
        self.header.set_options([(-1, self.tr("none")), *rows])
        self.header.set_value(mapping.header_row or -1)
        self.delimiter.set_value(mapping.delimiter)
        self.delimiter.setEnabled(bool(mapping.delimiter))
        self.encoding.set_value(mapping.encoding)
        self.encoding.setEnabled(bool(mapping.delimiter))
        self._offer(preview)
        self._fill(preview)
        self._filling = False
        self._changed()

    def _offer(self, preview: TablePreview) -> None:
        row = preview.mapping.header_row
        titles = preview.rows[row - 1] if 0 < row <= len(preview.rows) else ()
        width = max((len(cells) for cells in preview.rows), default=0)
        options = [("", "—")]
        for place in range(width):
            title = titles[place] if place < len(titles) else ""
            unique = bool(title) and list(titles).count(title) == 1
            options.append((title if unique else f"#{place + 1}", f"{place + 1}  {title}"))
        for role, field in self.roles.items():
            field.set_options(options)
            field.set_value(getattr(preview.mapping, role))

    def _fill(self, preview: TablePreview) -> None:
        rows = preview.rows[:SHOWN]
        width = max((len(cells) for cells in rows), default=0)
        self.rows.setRowCount(len(rows))
        self.rows.setColumnCount(width)
        self.rows.setHorizontalHeaderLabels([str(place + 1) for place in range(width)])
        for at, cells in enumerate(rows):
            for place in range(width):
                item = QTableWidgetItem(cells[place] if place < len(cells) else "")
                if at + 1 == preview.mapping.header_row:
                    font = item.font()
                    font.setBold(True)
                    item.setFont(font)
                self.rows.setItem(at, place, item)
        self.rows.resizeColumnsToContents()

    @property
    def mapping(self) -> TableMapping:
        """What the fields say."""
        said = {role: field.value or "" for role, field in self.roles.items()}
        return replace(
            self._mapping,
            **said,
            in_words=_words(self.ins.text()),
            out_words=_words(self.outs.text()),
            header_row=self.header.value,
        )

    @property
    def are_enough(self) -> bool:
        """Tell whether who and when are chosen."""
        mapping = self.mapping
        return bool(mapping.stamp and (mapping.number or mapping.name))

    def take_focus(self) -> None:
        """Put the keyboard on the first column that is still open."""
        order = (self.roles["number"], self.roles["stamp"])
        next((field for field in order if not field.value), order[0]).box.setFocus()

    def _changed(self) -> None:
        words = self.tr("The gate remembers this and asks no more.")
        open_words = self.tr("Choose the column of the time, and that of the number or the name.")
        self.said.setText(words if self.are_enough else open_words)
        self.changed.emit()

    def _look(self, header_row: int) -> None:
        """Ask for the file to be shown as it is divided now; columns are found out anew."""
        if self._filling:
            return
        self.looked.emit(
            TableMapping(
                header_row=header_row,
                sheet=self.sheet.value or "",
                delimiter=self.delimiter.value or "",
                encoding=self.encoding.value or "",
            )
        )


def _words(said: str) -> tuple[str, ...]:
    plain = said.replace("，", " ").replace("、", " ").replace(",", " ")
    return tuple(plain.split())
