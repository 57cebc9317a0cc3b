"""Colours, lengths and fonts of the window: tokens of resources/theme turned into Qt's terms."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from enum import StrEnum
from string import Template
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QWidget

import resources

if TYPE_CHECKING:
    from collections.abc import Mapping

SCALES = (100, 125, 150)
"""Offered sizes in percent."""
_LENGTH = re.compile(r"(\d+)dp")
_POINTS = re.compile(r"(\d+)pt")


class Mood(StrEnum):
    """Light or dark."""

    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Theme:
    """One set of colours at one scale (percent)."""

    mood: Mood
    colours: Mapping[str, str]
    scale: int = 100

    def colour(self, token: str) -> QColor:
        """Return a colour by its duty, such as "accent"."""
        return QColor(self.colours[token])

    def px(self, length: float) -> int:
        """Scale a length of the 100 % design in pixels."""
        return round(length * self.scale / 100)

    def points(self, size: float) -> float:
        """Scale a text size in points."""
        return size * self.scale / 100

    def style_sheet(self, chevron: str = "") -> str:
        """Fill the style sheet; `chevron` is the path of the arrow picture of drop-down fields."""
        sheet = Template(resources.text("theme/anxin.qss"))
        text = sheet.substitute(
            {**self.colours, "chevron": chevron, "tick": chevron.replace("chevron-", "tick-")}
        )
        text = _LENGTH.sub(lambda hit: f"{self.px(int(hit[1]))}px", text)
        return _POINTS.sub(lambda hit: f"{self.points(int(hit[1])):g}pt", text)

    def palette(self) -> QPalette:
        """Return the palette for what the style sheet does not reach."""
        palette = QPalette()
        for role, token in _ROLES.items():
            palette.setColor(role, self.colour(token))
        for role in (
            QPalette.ColorRole.Text,
            QPalette.ColorRole.WindowText,
            QPalette.ColorRole.ButtonText,
        ):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.colour("faint"))
        return palette


_ROLES = {
    QPalette.ColorRole.Window: "ground",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "ground",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.PlaceholderText: "muted",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.ToolTipBase: "raised",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Accent: "accent",
}
_WORN: list[Theme] = []


def load(mood: Mood, scale: int = 100) -> Theme:
    """Read a theme from its file."""
    table = tomllib.loads(resources.text(f"theme/{mood}.toml"))
    return Theme(mood, table["colours"], scale)


def current() -> Theme:
    """Return the theme the window wears; light at 100 % before any was put on."""
    if not _WORN:
        _WORN.append(load(Mood.LIGHT))
    return _WORN[0]


def wear(application: QApplication, theme: Theme, chevron: str = "") -> None:
    """Put a theme on the whole application; call again to change it while windows are open."""
    _WORN[:] = [theme]
    application.setPalette(theme.palette())
    application.setStyleSheet(theme.style_sheet(chevron))


def colour(token: str) -> QColor:
    """Return a colour of the present theme."""
    return current().colour(token)


def px(length: float) -> int:
    """Scale a length of the 100 % design."""
    return current().px(length)


def mark(widget: QWidget, name: str, value: str) -> None:
    """Set a property the style sheet looks at, such as role, kind or fault, and restyle."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
