"""A few steps one after another: where one is, back and on, the way out."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui import theme
from ui.widgets.dialog import Dialog


class Step(QWidget):
    """One step; `body` is filled by who makes it."""

    def __init__(self, title: str, purpose: str) -> None:
        super().__init__()
        self.title = title
        self.purpose = purpose
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(theme.px(12))
        self.verb = ""
        """What the button on says here; empty: the usual word."""
        self.enter: Callable[[], object] = self._nothing
        self.leave: Callable[[], bool] = lambda: True
        """Called by the button on; False stays here, for work that goes on by itself."""
        self.can_go_back = True

    def _nothing(self) -> None:
        pass


class StepsDialog(Dialog):
    """Subclasses add their steps, then call `begin`."""

    def __init__(self, parent: QWidget | None, title: str) -> None:
        super().__init__(parent, title, "")
        self.setWindowTitle(title)
        self.steps: list[Step] = []
        self.where = QLabel()
        theme.mark(self.where, "role", "caption")
        self.stack = QStackedWidget()
        self.body.addWidget(self.stack, 1)
        self.buttons.insertWidget(0, self.where)
        self.quit = self.add_act(self.tr("Cancel"), self.reject)
        self.back: QPushButton = self.add_act(self.tr("Back"), self.go_back)
        self.on: QPushButton = self.add_act(self.tr("Next"), self.go_on, primary=True)

    def add_step(self, step: Step) -> Step:
        """Add a step at the end."""
        self.steps.append(step)
        self.stack.addWidget(step)
        return step

    def begin(self) -> None:
        """Show the first step."""
        self.show_step(0)

    @property
    def place(self) -> int:
        """Number of the step in sight, from 0."""
        return self.stack.currentIndex()

    def show_step(self, place: int) -> None:
        """Show a step."""
        step = self.steps[place]
        self.clear_trouble()
        self.stack.setCurrentIndex(place)
        self.heading.setText(step.title)
        self.purpose.setText(step.purpose)
        self.purpose.setVisible(bool(step.purpose))
        where = self.tr("Step {place} of {all}")
        self.where.setText(where.format(place=place + 1, all=len(self.steps)))
        self.back.setVisible(place > 0 and step.can_go_back)
        last = place == len(self.steps) - 1
        self.on.setText(step.verb or (self.tr("Done") if last else self.tr("Next")))
        self.on.setEnabled(True)
        self.focus_first(step)
        step.enter()

    def focus_first(self, step: Step) -> None:
        """Put the cursor into the step's first field, else on the button on."""
        fields = [field for field in step.findChildren(QLineEdit) if field.isEnabled()]
        (fields[0] if fields else self.on).setFocus()

    def go_back(self) -> None:
        """Go one step back."""
        if self.place:
            self.show_step(self.place - 1)

    def go_on(self) -> None:
        """Go one step on where the step allows it; after the last one it is done."""
        if not self.steps[self.place].leave():
            return
        self.advance()

    def advance(self) -> None:
        """Go one step on."""
        if self.place == len(self.steps) - 1:
            self.accept()
        else:
            self.show_step(self.place + 1)
