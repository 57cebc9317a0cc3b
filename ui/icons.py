"""The one monochrome icon set: SVG by name, tinted when painted, so that it follows the theme."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

import resources
from ui import theme

STROKE, FINE_STROKE = 'stroke-width="1.75"', 'stroke-width="1"'
LARGE = 36
"""Pixels above which an icon is a picture and is drawn in a finer line."""


@cache
def _source(name: str) -> str:
    return resources.text(f"icons/{name}.svg")


@cache
def _renderer(name: str, colour: str, *, fine: bool) -> QSvgRenderer:
    drawing = _source(name).replace("currentColor", colour)
    if fine:
        drawing = drawing.replace(STROKE, FINE_STROKE)
    return QSvgRenderer(QByteArray(drawing.encode()))


def paint(painter: QPainter, name: str, rect: QRect, ink: str = "text") -> None:
    """Draw an icon into a rectangle in a colour of the theme."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    fine = rect.height() > theme.px(LARGE)
    _renderer(name, theme.current().colours[ink], fine=fine).render(painter, QRectF(rect))
    painter.restore()


def pixmap(name: str, size: int, ink: str = "text", ratio: float = 1.0) -> QPixmap:
    """Return an icon as a picture of `size` device-independent pixels."""
    picture = QPixmap(QSize(size, size) * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    paint(painter, name, QRect(0, 0, size, size), ink)
    painter.end()
    return picture


class _Tinted(QIconEngine):
    def __init__(self, name: str, ink: str) -> None:
        super().__init__()
        self._name = name
        self._ink = ink

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        ink = "faint" if mode == QIcon.Mode.Disabled else self._ink
        paint(painter, self._name, rect, ink)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        picture = QPixmap(size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return picture


@cache
def get(name: str, ink: str = "text") -> QIcon:
    """Return an icon by name, drawn in a colour of whatever theme is worn at that moment."""
    _source(name)
    return QIcon(_Tinted(name, ink))
