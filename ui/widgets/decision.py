"""A dialog to decide one thing: what it is about, one verb, and a way out."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.domain.errors import Trouble, UserError
from ui import theme, trouble
from ui.widgets.dialog import Dialog


class Decision(Dialog):
    """Subclasses fill `body`; the verb's button calls `decide`, Escape and the other one leave."""

    def __init__(self, parent: QWidget, title: str, verb: str, *, width: int = 480) -> None:
        super().__init__(parent, title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setMinimumWidth(theme.px(width))
        cancel = QCoreApplication.translate("Decision", "Cancel")
        self.out = self.add_act(cancel, self.reject)
        self.verb = self.add_act(verb, self.decide, primary=True)

    def showEvent(self, event: QShowEvent) -> None:
        """Let the keyboard begin in the first field and come to the buttons last."""
        super().showEvent(event)
        buttons = (self.out, self.verb)
        fields: list[QWidget] = []
        one: QWidget | None = self.nextInFocusChain()
        while one is not None and one is not self:
            if self.isAncestorOf(one) and one not in buttons and _takes_keys(one):
                fields.append(one)
            one = one.nextInFocusChain()
        if fields:
            for before, after in pairwise((fields[-1], *buttons)):
                QWidget.setTabOrder(before, after)
            if self.focusWidget() in {None, self, self.out}:
                fields[0].setFocus()

    def decide(self) -> None:
        """Do what the verb says; closes unless a subclass has more to do."""
        self.accept()

    def say(self, words: str, role: str = "muted") -> QLabel:
        """Add a paragraph."""
        label = QLabel(words)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        theme.mark(label, "role", role)
        self.body.addWidget(label)
        return label

    def add_field(self, words: str, field: QWidget) -> QWidget:
        """Add a field under its label; returns both as one widget."""
        cell = QWidget()
        column = QVBoxLayout(cell)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        label = QLabel(words)
        label.setBuddy(field)
        theme.mark(label, "role", "caption")
        field.setAccessibleName(words)
        column.addWidget(label)
        column.addWidget(field)
        self.body.addWidget(cell)
        return cell

    def wait(self) -> None:
        """Let nobody press twice while the act is under way."""
        self.clear_trouble()
        self.verb.setEnabled(False)

    def show_trouble(
        self, error: UserError | Trouble, again: Callable[[], object] | None = None
    ) -> None:
        """Show here why the act did not happen; the verb can be pressed again."""
        super().show_trouble(error, again)
        said = trouble.of_refusal(error)
        if said:
            label = QLabel(said)
            label.setWordWrap(True)
            theme.mark(label, "role", "fault")
            self.banners.addWidget(label)
        self.verb.setEnabled(True)

    def clear_trouble(self) -> None:
        """Take the trouble and what was said with it away."""
        for place in range(self.banners.count()):
            item = self.banners.itemAt(place)
            widget = item.widget() if item is not None else None
            if isinstance(widget, QLabel):
                widget.deleteLater()
        super().clear_trouble()


def _takes_keys(widget: QWidget) -> bool:
    """Tell whether Tab stops at a widget."""
    stops = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(stops) and widget.isEnabled() and widget.isVisible()
