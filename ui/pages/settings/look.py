"""How the window looks, and what this program is."""

from __future__ import annotations

from dataclasses import replace
from importlib.metadata import PackageNotFoundError, version
from typing import cast

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

import resources
from ui import appearance, application, theme
from ui.fields.choice_field import ChoiceField
from ui.forms.form import Form
from ui.theme import SCALES, Mood
from ui.widgets.empty_state import Picture

WIDTH = 360


class LookTab(QWidget):
    """Light or dark, and how large; put on at once."""

    def __init__(self) -> None:
        super().__init__()
        look = appearance.load()
        self.form = Form(1)
        moods = [
            (None, self.tr("As the system")),
            (Mood.LIGHT, self.tr("Light")),
            (Mood.DARK, self.tr("Dark")),
        ]
        self.mood = self.form.add("mood", self.tr("Colours"), ChoiceField(moods))
        sizes = [(size, f"{size} %") for size in SCALES]
        self.scale = self.form.add("scale", self.tr("Size"), ChoiceField(sizes))
        self.form.set_values({"mood": look.mood, "scale": look.scale})
        self.form.setMaximumWidth(theme.px(WIDTH))
        note = QLabel(
            self.tr("Pages already open take on another size when Anxin is started anew.")
        )
        note.setWordWrap(True)
        theme.mark(note, "role", "caption")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.px(12), 0, 0)
        layout.setSpacing(theme.px(12))
        layout.addWidget(self.form)
        layout.addWidget(note)
        layout.addStretch(1)
        self.mood.changed.connect(self._wear)
        self.scale.changed.connect(self._wear)

    def _wear(self) -> None:
        values = self.form.values
        look = replace(appearance.load(), mood=values["mood"], scale=values["scale"])
        appearance.save(look)
        running = QCoreApplication.instance()
        if running is not None:
            application.dress(cast("QApplication", running), look)


class AboutTab(QWidget):
    """Name, version, and the licence of the fonts we ship."""

    def __init__(self) -> None:
        super().__init__()
        name = QLabel(self.tr("Anxin {version}").format(version=_version()))
        theme.mark(name, "role", "title")
        words = QLabel(
            self.tr(
                "For the labour office of a building site: roster, attendance, wage sheet, "
                "notice board, payment. MIT licence. Works without a network."
            )
        )
        words.setWordWrap(True)
        theme.mark(words, "role", "muted")
        head = QHBoxLayout()
        head.setSpacing(theme.px(16))
        head.addWidget(Picture("logo", 40, "accent"))
        head.addWidget(name, 1)
        fonts = QLabel(self.tr("Noto Sans SC on paper: SIL Open Font License 1.1"))
        theme.mark(fonts, "role", "section")
        licence = QPlainTextEdit(resources.text("fonts/OFL.txt"))
        licence.setReadOnly(True)
        licence.setTabChangesFocus(True)
        licence.setAccessibleName(fonts.text())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.px(16), 0, 0)
        layout.setSpacing(theme.px(12))
        layout.addLayout(head)
        layout.addWidget(words)
        layout.addWidget(fonts)
        layout.addWidget(licence, 1)


def _version() -> str:
    try:
        return version("anxin")
    except PackageNotFoundError:
        return ""
