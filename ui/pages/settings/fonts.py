"""Fonts for rare characters: what paper and window are drawn with, and one the office gives."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.changes import Outcome
from desktop.ports.fonts import FontFacts
from ui import application, icons, theme
from ui import format as text
from ui.desk import Desk
from ui.models.rows import Column
from ui.widgets.data_table import DataTable
from ui.widgets.empty_state import EmptyState

TRIED = "䶮㛃𬱖𫍯𠅤𪚥"
"""Characters of real names to look at first."""
_LARGE = 22


class FontsTab(QWidget):
    """The chain of fonts, and a line to try a name on."""

    said = Signal(str)
    """What was done, in words."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._facts: tuple[FontFacts, ...] = ()
        self.give_act = QPushButton(icons.get("folder", "accent"), self.tr("Another font …"))
        self.remove_act = QPushButton(self.tr("Without it"))
        self.table: DataTable[FontFacts] = DataTable(
            "fonts",
            (
                Column("family", self.tr("Font"), lambda one: one.family, width=240),
                Column(
                    "characters",
                    self.tr("Characters"),
                    lambda one: text.count(one.characters),
                    width=110,
                    right=True,
                ),
                Column(
                    "rare",
                    self.tr("Beyond the basic plane"),
                    lambda one: text.count(one.rare),
                    width=160,
                    right=True,
                ),
                Column("file", self.tr("File"), _place, width=320, tip=_place),
            ),
            lambda one: one.path,
            empty=EmptyState(self.tr("Reading the fonts"), "paper"),
        )
        self.table.leave_filter_out()
        self.table.setMaximumHeight(theme.px(190))
        self.line = QLineEdit(TRIED)
        self.line.setAccessibleName(self.tr("Try a name"))
        font = self.line.font()
        font.setPointSizeF(theme.current().points(_LARGE))
        self.line.setFont(font)
        self.line.setMinimumHeight(theme.px(56))
        self.verdict = QLabel()
        self.verdict.setWordWrap(True)
        self._arrange()
        self.give_act.clicked.connect(lambda _=False: self._choose())
        self.remove_act.clicked.connect(lambda _=False: self.remove())
        self.line.textChanged.connect(lambda _: self.judge())

    def refresh(self) -> None:
        """Read which fonts there are; the first time takes a moment."""
        fonts = self._desk.office.fonts
        self._desk.read(self, lambda: (fonts.chain(), fonts.given() is not None), self._show)

    def give(self, path: Path) -> None:
        """Print with another font for rare characters from now on."""
        fonts = self._desk.office.fonts
        title = self.tr("Checking the font")

        def done(outcome: Outcome[FontFacts]) -> None:
            application.take_fonts(cast("QApplication", QApplication.instance()), fonts.files())
            told = self.tr("{font} draws rare characters from now on, on paper and on the screen")
            self.said.emit(told.format(font=outcome.value.family))
            self.refresh()

        self._desk.write(self, lambda _: fonts.give(path), done, title)

    def remove(self) -> None:
        """Print without the office's font."""
        fonts = self._desk.office.fonts
        told = self.tr("The office's font is left out; the system's stay")

        def done(_: object) -> None:
            self.said.emit(told)
            self.refresh()

        self._desk.write(self, lambda _: fonts.remove(), done)

    def judge(self) -> None:
        """Say whether paper can show what stands in the line."""
        fonts, tried = self._desk.office.fonts, self.line.text()
        self._desk.read(self, lambda: (tried, fonts.missing(tried)), self._judged)

    def _judged(self, answer: tuple[str, tuple[str, ...]]) -> None:
        tried, missing = answer
        if tried != self.line.text():
            return
        if not missing:
            self.verdict.setText(self.tr("✓ Every character can be printed"))
            theme.mark(self.verdict, "ink", "green")
            return
        named = "、".join(f"{one} (U+{ord(one):04X})" for one in missing)
        told = self.tr("■ No font draws {characters}: a paper with it would not be printed")
        self.verdict.setText(told.format(characters=named))
        theme.mark(self.verdict, "ink", "red")

    def _show(self, answer: tuple[tuple[FontFacts, ...], bool]) -> None:
        facts, is_given = answer
        self._facts = facts
        self.table.set_rows(facts)
        self.remove_act.setVisible(is_given)
        self.judge()

    def _choose(self) -> None:
        kinds = self.tr("Fonts (*.ttf *.ttc)")
        name, _ = QFileDialog.getOpenFileName(self.window(), self.give_act.text(), "", kinds)
        if name:
            self.give(Path(name))

    def _arrange(self) -> None:
        purpose = QLabel(
            self.tr(
                "A character is looked for from top to bottom. Where a name has one that none of "
                "them draws, no paper is printed, and the character is named."
            )
        )
        purpose.setWordWrap(True)
        theme.mark(purpose, "role", "muted")
        for button in (self.remove_act, self.give_act):
            self.table.bar.addWidget(button)
        label = QLabel(self.tr("Try a name"))
        theme.mark(label, "role", "section")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.px(12), 0, 0)
        layout.setSpacing(theme.px(12))
        layout.addWidget(purpose)
        layout.addWidget(self.table)
        layout.addWidget(label)
        line = QHBoxLayout()
        line.addWidget(self.line)
        layout.addLayout(line)
        layout.addWidget(self.verdict)
        layout.addStretch(1)
        self.verdict.setTextFormat(Qt.TextFormat.PlainText)


def _place(one: FontFacts) -> str:
    return str(one.path)
