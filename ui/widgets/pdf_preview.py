"""Paper on the screen: pages, thumbnails at the left, zoom; drawn while the window lives on."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QImage, QPainter, QPixmap
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.ports.paper import PageImage
from ui import icons, theme
from ui.desk import Desk

PageSource = Callable[[int, int], PageImage]
"""Page (from 0) and dpi → its image; called on a runner's thread."""
SMALL_DPI, BASE_DPI = 16, 96
FIT_WIDTH, FIT_PAGE = 0, -1
ZOOMS = (50, 75, 100, 125, 150, 200, 300)
THUMBNAIL = (96, 120)
THUMBNAILS = 200
"""Pages that get a small picture; more are listed by number."""


def picture(page: PageImage) -> QImage:
    """Return a rendered page as an image of its own memory."""
    form = QImage.Format.Format_RGB32
    return QImage(page.pixels, page.width, page.height, page.stride, form).copy()


class PdfPreview(QWidget):
    """Shows a document page by page; pages are drawn only when looked at."""

    page_shown = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._source: PageSource | None = None
        self._generation = 0
        self._zoom = FIT_WIDTH
        self._wanted = (0, -1, 0)
        self._known_width = self._known_height = 0.0
        self.list = QListWidget()
        self.list.setFixedWidth(theme.px(THUMBNAIL[0] + 48))
        self.list.setIconSize(QSize(*map(theme.px, THUMBNAIL)))
        self.list.setViewMode(QListWidget.ViewMode.IconMode)
        self.list.setFlow(QListWidget.Flow.TopToBottom)
        self.list.setWrapping(False)
        self.list.setMovement(QListWidget.Movement.Static)
        self.list.setSpacing(theme.px(6))
        theme.mark(self.list, "role", "pages")
        self.list.currentRowChanged.connect(self._show_page)
        self.paper = QLabel()
        self.paper.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.paper.setMargin(theme.px(12))
        self.area = QScrollArea()
        self.area.setWidget(self.paper)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        theme.mark(self.area.viewport(), "role", "desk")
        self.area.viewport().installEventFilter(self)
        self.label = QLabel()
        theme.mark(self.label, "role", "muted")
        self._arrange()

    @property
    def page(self) -> int:
        """The page shown, from 0; -1 for none."""
        return self.list.currentRow()

    def show_document(self, pages: int, source: PageSource) -> None:
        """Show a document of so many pages, from its first page or the one shown before."""
        before = max(0, self.page)
        self._generation += 1
        self._source = source
        self.list.blockSignals(True)
        self.list.clear()
        size = QSize(theme.px(THUMBNAIL[0] + 24), theme.px(THUMBNAIL[1] + 28))
        for number in range(pages):
            item = QListWidgetItem(str(number + 1))
            item.setTextAlignment(Qt.AlignmentFlag.AlignHCenter)
            item.setSizeHint(size)
            item.setIcon(_untinted(_blank()))
            self.list.addItem(item)
        self.list.blockSignals(False)
        self.list.setCurrentRow(min(before, pages - 1))
        self._draw_small(0)

    def clear(self) -> None:
        """Show nothing."""
        self._generation += 1
        self._source = None
        self.list.clear()
        self.paper.clear()
        self.label.clear()

    def set_zoom(self, percent: int) -> None:
        """Show at a size in percent; FIT_WIDTH and FIT_PAGE fit it into the room."""
        self._zoom = percent
        self._show_page(self.page)

    def fit(self) -> None:
        """Fit the width; once more, the whole page."""
        self.set_zoom(FIT_PAGE if self._zoom == FIT_WIDTH else FIT_WIDTH)

    def zoom_in(self) -> None:
        """Show larger."""
        now = self._percent()
        self.set_zoom(next((zoom for zoom in ZOOMS if zoom > now + 1), ZOOMS[-1]))

    def zoom_out(self) -> None:
        """Show smaller."""
        now = self._percent()
        self.set_zoom(next((z for z in reversed(ZOOMS) if z < now - 1), ZOOMS[0]))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Draw again when the room changes while the width is fitted."""
        if event.type() == QEvent.Type.Resize and self._zoom <= 0 and self._known_width:
            self._show_page(self.page)
        return super().eventFilter(watched, event)

    def _arrange(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(theme.px(4))
        bar.addWidget(self.label)
        bar.addStretch(1)
        for icon, words, act in (
            ("minus", QCoreApplication.translate("PdfPreview", "Smaller"), self.zoom_out),
            ("plus", QCoreApplication.translate("PdfPreview", "Larger"), self.zoom_in),
            (
                "zoom-fit",
                QCoreApplication.translate("PdfPreview", "Fit the width or the whole page"),
                self.fit,
            ),
        ):
            button = QToolButton()
            button.setIcon(icons.get(icon, "muted"))
            button.setToolTip(words)
            button.setAccessibleName(words)
            button.clicked.connect(partial(_call, act))
            bar.addWidget(button)
        right = QVBoxLayout()
        right.setSpacing(theme.px(4))
        right.addLayout(bar)
        right.addWidget(self.area, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(8))
        layout.addWidget(self.list)
        layout.addLayout(right, 1)

    def _percent(self) -> float:
        if self._zoom > 0:
            return self._zoom
        if not self._known_width:
            return 100
        percent = 100 * self._room() / self._known_width
        if self._zoom == FIT_PAGE:
            tall = self.area.viewport().height() - theme.px(32)
            percent = min(percent, 100 * max(tall, 200) / self._known_height)
        return percent

    def _room(self) -> int:
        return max(200, self.area.viewport().width() - theme.px(32))

    def _show_page(self, page: int) -> None:
        source = self._source
        if source is None or page < 0:
            return
        count = self.list.count()
        words = QCoreApplication.translate("PdfPreview", "Page {page} of {count}")
        self.label.setText(words.format(page=page + 1, count=count))
        ratio = self.devicePixelRatioF()
        dpi = max(24, round(BASE_DPI * ratio * self._percent() / 100))
        wanted = (self._generation, page, dpi)
        self._wanted = wanted
        self._desk.job(
            self, "", lambda _: picture(source(page, dpi)), partial(self._put, wanted, ratio)
        )
        self.page_shown.emit(page)

    def _put(self, wanted: tuple[int, int, int], ratio: float, image: QImage) -> None:
        if wanted != self._wanted or wanted[0] != self._generation:
            return
        unknown = not self._known_width
        self._known_width = image.width() * BASE_DPI / wanted[2]
        self._known_height = image.height() * BASE_DPI / wanted[2]
        image.setDevicePixelRatio(ratio)
        self.paper.setPixmap(QPixmap.fromImage(image))
        if unknown and self._zoom <= 0:
            self._show_page(self.page)

    def _draw_small(self, page: int) -> None:
        source, generation = self._source, self._generation
        if source is None or page >= min(self.list.count(), THUMBNAILS):
            return
        self._desk.job(
            self,
            "",
            lambda _: picture(source(page, SMALL_DPI)),
            partial(self._put_small, generation, page),
        )

    def _put_small(self, generation: int, page: int, image: QImage) -> None:
        if generation != self._generation:
            return
        size = QSize(*map(theme.px, THUMBNAIL))
        small = image.scaled(
            size, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        canvas = _blank()
        painter = QPainter(canvas)
        middle = QPoint((size.width() - small.width()) // 2, (size.height() - small.height()) // 2)
        painter.drawImage(middle, small)
        painter.end()
        self.list.item(page).setIcon(_untinted(canvas))
        self._draw_small(page + 1)


def _blank() -> QPixmap:
    canvas = QPixmap(QSize(*map(theme.px, THUMBNAIL)))
    canvas.fill(Qt.GlobalColor.transparent)
    return canvas


def _untinted(canvas: QPixmap) -> QIcon:
    icon = QIcon(canvas)
    icon.addPixmap(canvas, QIcon.Mode.Selected)
    return icon


def _call(act: Callable[[], object], _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's
    act()
