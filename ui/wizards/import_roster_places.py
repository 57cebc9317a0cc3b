"""The quiet steps of a roster import: choosing a file, waiting, what stayed outside."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.findings import Finding
from desktop.domain.imports import ImportRecord
from desktop.services.roster import RosterProposal
from ui import format as text
from ui import theme, trouble
from ui.widgets.file_drop import FileDrop

_CAUSES = 2
"""Causes named of a row that stayed outside."""
SUFFIXES = (".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".txt", ".tsv", ".htm", ".html")


class Trail(QWidget):
    """Where one is: file, columns, check, compare."""

    def __init__(self) -> None:
        super().__init__()
        self._steps = [
            ({0, 1}, self.tr("1 File")),
            ({2}, self.tr("2 Columns")),
            ({3}, self.tr("3 Check and mend")),
            ({4}, self.tr("4 Compare")),
            ({5}, self.tr("5 Done")),
        ]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(20))
        self._labels: list[QLabel] = []
        for _, title in self._steps:
            label = QLabel(title)
            self._labels.append(label)
            row.addWidget(label)
        row.addStretch(1)

    def show_place(self, place: int) -> None:
        """Mark the step in sight."""
        for (places, _), label in zip(self._steps, self._labels, strict=True):
            here = place in places
            theme.mark(label, "role", "section" if here else "muted")
            theme.mark(label, "ink", "blue" if here else "")


class FileStep(QWidget):
    """A place to drop the file on, and whose table it is."""

    def __init__(self) -> None:
        super().__init__()
        self.drop = FileDrop(
            self.tr(
                "Drop the roster here: xlsx, xls, ods, csv or a web table, with any heading. "
                "Nothing is written before you accept it."
            ),
            SUFFIXES,
        )
        self.who = QComboBox()
        self.who.setEditable(True)
        self.who.setMinimumWidth(theme.px(280))
        line = self.who.lineEdit()
        if line is not None:
            line.setPlaceholderText(self.tr("may stay empty"))
        hint = QLabel(self.tr("How his columns are named is remembered for next time."))
        theme.mark(hint, "role", "caption")
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(QLabel(self.tr("Who sends this table?")))
        row.addWidget(self.who)
        row.addWidget(hint)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(12))
        layout.addWidget(self.drop, 1)
        layout.addLayout(row)

    @property
    def whose(self) -> str:
        """Whose table it is, as typed or chosen."""
        return self.who.currentText().strip()

    def set_sender(self, name: str) -> None:
        """Show whose table was recognised."""
        if name:
            self.who.setCurrentText(name)

    def offer(self, senders: Sequence[str]) -> None:
        """Offer the senders that are known."""
        typed = self.whose
        self.who.clear()
        self.who.addItems(["", *list(senders)])
        self.who.setCurrentText(typed)


class Waiting(QWidget):
    """What is being done, and how far."""

    def __init__(self) -> None:
        super().__init__()
        self._what, self._step = QLabel(), QLabel()
        theme.mark(self._what, "role", "section")
        theme.mark(self._step, "role", "muted")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        column = QVBoxLayout(self)
        column.setSpacing(theme.px(8))
        column.addStretch(1)
        for widget in (self._what, self._bar, self._step):
            column.addWidget(widget)
        column.addStretch(2)

    def begin(self, what: str) -> None:
        """Begin without knowing how long."""
        self._what.setText(what)
        self._bar.setRange(0, 0)
        self._step.clear()

    def show_progress(self, done: int, total: int, doing: str) -> None:
        """Show how far it is."""
        if total:
            self._bar.setRange(0, total)
            self._bar.setValue(done)
            self._step.setText(doing)


class DoneStep(QWidget):
    """What was written, and who stayed outside."""

    def __init__(self) -> None:
        super().__init__()
        self.said = QLabel()
        theme.mark(self.said, "role", "section")
        self.hint = QLabel(
            self.tr(
                "These rows were left out. Save them with their reasons, have them mended, and "
                "import that file."
            )
        )
        self.hint.setWordWrap(True)
        self.rows = QListWidget()
        self.rows.setWordWrap(True)
        self.rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.saved = QLabel()
        theme.mark(self.saved, "role", "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        for widget in (self.said, self.hint):
            column.addWidget(widget)
        column.addWidget(self.rows, 1)
        column.addWidget(self.saved)

    def show_rest(self, record: ImportRecord, proposal: RosterProposal) -> None:
        """Name the rows that stayed outside."""
        said = self.tr("Written: {new} new, {changed} changed; {left} rows left out.")
        changed = sum(one.kind == "worker" and bool(one.before) for one in record.changes)
        self.said.setText(
            said.format(
                new=text.count(record.new),
                changed=text.count(changed),
                left=text.count(len(proposal.left_out)),
            )
        )
        self.rows.clear()
        place = self.tr("Row {row}")
        for one in proposal.left_out:
            why = " ".join(map(_cause, one.findings[:_CAUSES]))
            self.rows.addItem(f"{place.format(row=one.row)}　{one.name}　{why}".rstrip())
        self.saved.clear()

    def say_saved(self, path: Path) -> None:
        """Say where the rows lie."""
        self.saved.setText(self.tr("Saved: {path}").format(path=path))


def _cause(finding: Finding) -> str:
    cause = trouble.of_finding(finding).text
    return f"{finding.column}：{cause}" if finding.column else cause


def ask_where(parent: QWidget, name: str) -> Path | None:
    """Ask where a workbook is to lie."""
    chosen, _ = QFileDialog.getSaveFileName(parent, name, name, "*.xlsx")
    return Path(chosen) if chosen else None
