"""The finder: one worker among all projects, from any page, without the mouse (Ctrl+K).

It lies over the window instead of popping up beside it, because input methods write Chinese only
into a window that is active.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.ports.views import FoundWorker
from desktop.services.search import LONGEST
from ui import icons, theme, trouble
from ui.delegates.found import FOUND_ROLE, INSET, ROW, FoundDelegate

if TYPE_CHECKING:
    from desktop.domain.errors import Trouble, UserError
    from ui.context import PageContext

LIMIT, LEAST = 20, 4
"""Workers shown at most; digits from which any number can be found."""
WIDTH, SIDE, TOP = 640, 48, 64
SHOWN = 7
"""Rows in sight; the rest is scrolled to."""
SHADE = 96
"""How dark the window becomes below the finder, of 255."""
PAGE = "roster"
_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: SHOWN,
    Qt.Key.Key_PageUp: -SHOWN,
}


class _Line(QLineEdit):
    """What is typed; arrows and Tab walk through what was found."""

    moved = Signal(int)
    taken = Signal()
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let arrows move, Enter choose and Escape leave; everything else is text."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.moved.emit(_STEPS[key])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.taken.emit()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001, N802 - Qt's own
        """Keep the keyboard here: there is nothing else to reach."""
        self.moved.emit(1 if forward else -1)
        return True


class Finder(QWidget):
    """Type, choose, be shown him on the roster."""

    def __init__(self, context: PageContext, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._before: QWidget | None = None
        self._reading = False
        self._asked = ""
        self.line = self._make_line()
        self.list = self._make_list()
        self.words = QLabel()
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        self.words.setContentsMargins(theme.px(INSET), theme.px(8), theme.px(INSET), theme.px(8))
        theme.mark(self.words, "role", "muted")
        self.caption = QLabel()
        self.caption.setContentsMargins(theme.px(INSET), 0, 0, 0)
        theme.mark(self.caption, "role", "caption")
        self.card = QFrame(self)
        theme.mark(self.card, "role", "floating")
        layout = QVBoxLayout(self.card)
        layout.setContentsMargins(*[theme.px(12)] * 4)
        layout.setSpacing(theme.px(8))
        for widget in (self.line, self.words, self.list, self.caption):
            layout.addWidget(widget)
        window.installEventFilter(self)
        self.hide()

    def _make_line(self) -> _Line:
        line = _Line()
        line.setMaxLength(LONGEST)
        line.setAccessibleName(self.tr("Find a worker"))
        line.setPlaceholderText(
            self.tr("Name, pinyin initials, end of an identity or card number, phone")
        )
        line.addAction(icons.get("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        line.textChanged.connect(self._search)
        line.moved.connect(self._move)
        line.taken.connect(self.take)
        line.left.connect(self.leave)
        return line

    def _make_list(self) -> QListWidget:
        found = QListWidget()
        found.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        found.setAccessibleName(self.tr("Workers found"))
        found.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        found.setItemDelegate(
            FoundDelegate(found, self.tr("Left"), self.tr("Has entered no project"))
        )
        found.itemClicked.connect(lambda _item: self.take())
        return found

    def start(self) -> None:
        """Come into sight over whatever page there is, with the last text ready to be replaced."""
        if not self.isVisible():
            self._before = QApplication.focusWidget()
        self._cover()
        self.show()
        self.raise_()
        self.line.setFocus()
        self.line.selectAll()
        self._search(self.line.text())  # the books may have moved on since

    def leave(self) -> None:
        """Go away and give the keyboard back."""
        if self.isHidden():
            return
        self.hide()
        before, self._before = self._before, None
        if before is not None and shiboken6.isValid(before) and before.isVisible():
            before.setFocus()

    def take(self) -> None:
        """Show the chosen worker on the roster of the project where he works or worked last."""
        item = self.list.currentItem()
        found = item.data(FOUND_ROLE) if item is not None else None
        if not isinstance(found, FoundWorker) or found.project is None:
            return
        self.leave()
        self._context.choose_project(found.project)
        self._context.go(PAGE, found.worker)

    def show_trouble(self, error: UserError | Trouble, _again: object = None) -> None:
        """Say why nothing could be looked up; the next letter tries again."""
        self._reading = False
        words = trouble.of_error(error)
        self._show_words(f"{words.text}{words.remedy}")

    def _search(self, text: str) -> None:
        """Ask for the latest text only: never two questions at once, never a queue of old ones."""
        if not text.strip():
            self._show_words(
                self.tr(
                    "Finds everybody of this office, on site or not: by a part of the name, its "
                    "pinyin initials, a part of the phone number, or the last four digits of an "
                    "identity or card number."
                )
            )
            return
        if self._reading or not self.isVisible():
            return
        self._reading, self._asked = True, text
        office = self._context.office
        self._context.desk.read(self, lambda: office.search.find(text, LIMIT), self._answer)

    def _answer(self, found: tuple[FoundWorker, ...]) -> None:
        self._reading = False
        text = self.line.text()
        if text.strip():
            self._show_found(found)
        if text != self._asked:
            self._search(text)

    def _show_found(self, found: tuple[FoundWorker, ...]) -> None:
        if not found:
            self._show_words(self._nobody(self._asked.strip()))
            return
        self.list.clear()
        for one in found:
            item = QListWidgetItem(_spoken(one))
            item.setData(FOUND_ROLE, one)
            if one.project is None:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(item)
        self.words.hide()
        self.list.show()
        shown = min(len(found), SHOWN)
        self.list.setFixedHeight(theme.px(ROW) * shown + theme.px(2))
        self._move(0)
        keys = self.tr("↑ ↓ choose · Enter opens him on the roster · Esc back")
        more = self.tr("The first {count} are shown; type more to narrow them down.")
        count = more.format(count=LIMIT) if len(found) == LIMIT else ""
        self.caption.setText("　".join(filter(None, (keys, count))))
        self._fit()

    def _nobody(self, text: str) -> str:
        words = self.tr("Nobody of this office matches “{text}”.").format(text=text)
        if not text.isdigit() or len(text) >= LEAST:
            return words
        return words + self.tr(
            "Numbers need three digits of a phone, or the last four of an identity or card number."
        )

    def _show_words(self, words: str) -> None:
        self.list.clear()
        self.list.hide()
        self.words.setText(words)
        self.words.show()
        self.caption.setText(self.tr("Esc back"))
        self._fit()

    def _move(self, steps: int) -> None:
        """Choose a row further on, over those that cannot be opened."""
        rows = [
            row
            for row in range(self.list.count())
            if self.list.item(row).flags() & Qt.ItemFlag.ItemIsEnabled
        ]
        if not rows:
            return
        here = rows.index(self.list.currentRow()) if self.list.currentRow() in rows else 0
        self.list.setCurrentRow(rows[max(0, min(len(rows) - 1, here + steps))])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover the window however large it becomes."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._cover()
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go away when somebody clicks beside the card."""
        if not self.card.geometry().contains(event.position().toPoint()):
            self.leave()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Dim the page below."""
        painter = QPainter(self)
        shade = theme.colour("ink")
        shade.setAlpha(SHADE)
        painter.fillRect(self.rect(), shade)
        painter.end()

    def _cover(self) -> None:
        self.setGeometry(cast("QWidget", self.parentWidget()).rect())
        self._fit()

    def _fit(self) -> None:
        width = min(theme.px(WIDTH), self.width() - 2 * theme.px(SIDE))
        self.card.setFixedWidth(max(width, theme.px(SIDE)))
        self.card.adjustSize()
        self.card.move((self.width() - self.card.width()) // 2, theme.px(TOP))


def _spoken(one: FoundWorker) -> str:
    """Return what a screen reader says of a row."""
    return " ".join(filter(None, (one.name, one.team_name, one.project_name, one.id_number)))
