"""The left rail: pages with counts of what waits, project and month chosen once for all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)

from ui import icons, theme
from ui.fields.month_field import MonthField
from ui.widgets.empty_state import Picture

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.domain.ids import ProjectId
    from ui.context import PageContext
    from ui.navigation import Entry

WIDTH, ITEM, LEAST = 184, 34, 26
MOST = 99
"""Counts above are shown as 99+."""
WIDEST = 560
"""Pixels that the open list of projects takes at most."""
FIND_WORKER = "Ctrl+K"


class RailItem(QAbstractButton):
    """One page on the rail: icon, word, and how many things wait."""

    def __init__(self, entry: Entry, place: int) -> None:
        super().__init__()
        self.key = entry.key
        self._icon = entry.icon
        self.waiting = 0
        self.setText(entry.title)
        self.setAccessibleName(entry.title)
        self.setToolTip(f"{entry.title}  Ctrl+{place}" if place <= 9 else entry.title)  # noqa: PLR2004 - keys 1 to 9
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)

    def set_waiting(self, count: int) -> None:
        """Show how many things wait for a person; none hides the figure."""
        self.waiting = count
        self.setAccessibleName(f"{self.text()} {count}" if count else self.text())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for icon, word and figure."""
        width = theme.px(44) + self.fontMetrics().horizontalAdvance(self.text())
        return QSize(width + theme.px(52), theme.px(ITEM))

    def minimumSizeHint(self) -> QSize:
        """Return room for icon, word and, if any, the figure; low windows make items lower."""
        spare = 0 if self.waiting else theme.px(32)
        return QSize(self.sizeHint().width() - spare, theme.px(LEAST))

    def enterEvent(self, event: QEnterEvent) -> None:
        """Light up."""
        super().enterEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, bar, icon, word and figure."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        ink = "accent" if self.isChecked() else "muted"
        size, side = theme.px(20), theme.px(10)
        icon = QRect(side, (self.height() - size) // 2, size, size)
        icons.paint(painter, self._icon, icon, ink)
        font = painter.font()
        font.setBold(self.isChecked())
        painter.setFont(font)
        painter.setPen(theme.colour("accent" if self.isChecked() else "text"))
        word = self.rect().adjusted(side + size + theme.px(10), 0, -side, 0)
        painter.drawText(word, int(Qt.AlignmentFlag.AlignVCenter), self.text())
        if self.waiting:
            self._paint_figure(painter)
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        room = QRectF(self.rect()).adjusted(0, 1, 0, -1)
        radius = theme.px(6)
        if self.isChecked() or self.underMouse():
            painter.setBrush(theme.colour("chosen" if self.isChecked() else "over"))
            painter.drawRoundedRect(room, radius, radius)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(theme.colour("accent"))
            painter.drawRoundedRect(room.adjusted(0.5, 0, -0.5, 0), radius, radius)

    def _paint_figure(self, painter: QPainter) -> None:
        font = painter.font()
        font.setBold(True)
        font.setPointSizeF(theme.current().points(8.5))
        painter.setFont(font)
        figure = str(self.waiting) if self.waiting <= MOST else f"{MOST}+"
        width = painter.fontMetrics().horizontalAdvance(figure) + theme.px(12)
        height = theme.px(18)
        left = self.width() - width - theme.px(8)
        pill = QRectF(left, (self.height() - height) / 2, max(width, height), height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("yellow_ground"))
        painter.drawRoundedRect(pill, height / 2, height / 2)
        painter.setPen(theme.colour("yellow"))
        painter.drawText(pill, int(Qt.AlignmentFlag.AlignCenter), figure)


class _Chooser(QComboBox):
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let a wheel that passes by change nothing."""
        event.ignore()

    def showPopup(self) -> None:  # noqa: N802 - Qt's
        """Open the list wide enough for whole names: projects often differ at their end only."""
        names = [self.itemText(place) for place in range(self.count())]
        widest = max((self.fontMetrics().horizontalAdvance(name) for name in names), default=0)
        self.view().setMinimumWidth(min(widest + theme.px(32), theme.px(WIDEST)))
        super().showPopup()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the frame, then the choice cut with an ellipsis where it is too long."""
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        control = QStyle.ComplexControl.CC_ComboBox
        painter.drawComplexControl(control, option)
        room = self.style().subControlRect(
            control, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        option.currentText = self.fontMetrics().elidedText(
            option.currentText, Qt.TextElideMode.ElideMiddle, room.width() - theme.px(4)
        )
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()


class Rail(QWidget):
    """Pages, project, month, and where the books are."""

    opened = Signal(str)
    """Key of the page the person wants."""
    finding = Signal()
    """Somebody wants to find a worker of whatever project."""

    def __init__(self, context: PageContext, entries: Sequence[Entry]) -> None:
        super().__init__()
        self._context = context
        self._shown: ProjectId | None = context.project
        theme.mark(self, "role", "rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.items = {e.key: RailItem(e, n) for n, e in enumerate(entries, 1)}
        self._group = QButtonGroup(self)
        for item in self.items.values():
            self._group.addButton(item)
            item.clicked.connect(lambda _=False, key=item.key: self.opened.emit(key))
        self.project = _Chooser()
        self.project.setAccessibleName(self.tr("Project"))
        self.project.setToolTip(self.tr("The project every page shows"))
        self.project.setMinimumContentsLength(4)
        self.project.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.project.activated.connect(self._choose_project)
        self.month = MonthField(context.month)
        self.month.chosen.connect(context.choose_month)
        words = self.tr("Find a worker")
        self.find_act = QPushButton(icons.get("search", "muted"), f"{words}  {FIND_WORKER}")
        self.find_act.setToolTip(self.tr("Find a worker of this office"))
        theme.mark(self.find_act, "kind", "search")
        self.find_act.clicked.connect(lambda _=False: self.finding.emit())
        self._where = QLabel()
        theme.mark(self._where, "role", "caption")
        self._arrange()
        self.set_place(on_server=context.office.safekeeping.is_on_server)
        context.counted.connect(self.set_waiting)
        context.moved.connect(self._follow)

    def set_projects(self, projects: Sequence[tuple[ProjectId, str]]) -> None:
        """Offer these projects, the chosen one selected."""
        self.project.clear()
        for project, name in projects:
            self.project.addItem(name, project)
            last = self.project.count() - 1
            self.project.setItemData(last, name, Qt.ItemDataRole.ToolTipRole)
        self.project.setVisible(bool(projects))
        self._follow()

    def set_page(self, key: str) -> None:
        """Mark the page that is shown."""
        self.items[key].setChecked(True)

    def set_waiting(self, key: str, count: int) -> None:
        """Show how many things of a page wait for a person."""
        if key in self.items:
            self.items[key].set_waiting(count)

    def set_place(self, *, on_server: bool) -> None:
        """Say where the books are."""
        words = self.tr("Data on the server") if on_server else self.tr("All data on this computer")
        tip = (
            self.tr("The books live on your server; without it nothing can be opened.")
            if on_server
            else self.tr("The books are encrypted in a folder here; no network is needed.")
        )
        self._where.setText(words)
        self._where.setToolTip(tip)

    def _choose_project(self, place: int) -> None:
        self._context.choose_project(self.project.itemData(place))

    def _follow(self) -> None:
        if self._shown != self._context.project:  # what waits in another project is not told here
            self._shown = self._context.project
            for item in self.items.values():
                item.set_waiting(0)
        self.month.show_month(self._context.month)
        place = next(
            (
                n
                for n in range(self.project.count())
                if self.project.itemData(n) == self._context.project
            ),
            -1,
        )
        self.project.setCurrentIndex(place)
        self.project.setToolTip(
            self.project.currentText() or self.tr("The project every page shows")
        )

    def _arrange(self) -> None:
        pages = QWidget()
        column = QVBoxLayout(pages)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for item in self.items.values():
            column.addWidget(item)
        column.addStretch(1)
        area = QScrollArea()
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(pages)
        side = theme.px(8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(side, theme.px(12), side, theme.px(8))
        layout.setSpacing(theme.px(4))
        place = QHBoxLayout()
        place.setContentsMargins(theme.px(10), 0, 0, 0)
        place.setSpacing(theme.px(8))
        place.addWidget(Picture("lock", 14, "muted"))
        place.addWidget(self._where, 1)
        layout.addWidget(self.project)
        layout.addWidget(self.month)
        layout.addWidget(self.find_act)
        layout.addSpacing(theme.px(4))
        layout.addWidget(area, 1)
        layout.addLayout(place)
        self._fit()

    def _fit(self) -> None:
        widest = max((item.sizeHint().width() for item in self.items.values()), default=0)
        self.setFixedWidth(max(theme.px(WIDTH), widest + 2 * theme.px(8) + 1))
