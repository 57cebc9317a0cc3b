"""The one dialog for our own bugs: what it means for the person, and a masked report to copy."""

from __future__ import annotations

import hashlib
import logging
import platform
import re
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop import logs
from ui import application, theme
from ui.widgets.empty_state import Picture

_LOG = logging.getLogger(__name__)
_CHINESE = re.compile("[\u3400-\u9fff\U00020000-\U0003ffff·]+")
_HOME = re.compile(r"(?i)((?:/home|/Users|[a-z]:\\Users)[/\\])[^/\\\s\"']+")


def masked(text: str) -> str:
    """Hide what may be about a person: long numbers, Chinese names, the home folder."""
    return _HOME.sub(r"\1***", _CHINESE.sub("**", logs.mask(text)))


def report(kind: str, trace: str) -> tuple[str, str]:
    """Return a short number of the report, equal for the same bug, and its masked text."""
    number = hashlib.sha256(masked(trace).encode()).hexdigest()[:8].upper()
    system = f"{platform.system()} {platform.release()} · Python {platform.python_version()}"
    return number, f"{number} · {kind}\n{system}\n\n{masked(trace)}"


class CrashDialog(QDialog):
    """Says that the books are safe, and offers the report; nothing is sent anywhere."""

    def __init__(self, kind: str, trace: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Something went wrong"))
        self.number, self.text = report(kind, trace)
        head = QHBoxLayout()
        head.setSpacing(theme.px(16))
        words = QLabel(
            self.tr(
                "The program made a mistake. What had not been saved by then was not saved; "
                "the books are unharmed. You can go on working. "
                "If it happens again, copy the report and hand it to whoever looks after Anxin."
            )
        )
        words.setWordWrap(True)
        head.addWidget(Picture("warn", 32, "yellow"), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(words, 1)
        details = QPlainTextEdit(self.text)
        details.setReadOnly(True)
        note = QLabel(
            self.tr("Report {number}; names and numbers are masked.").format(number=self.number)
        )
        theme.mark(note, "role", "caption")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[theme.px(24)] * 4)
        layout.setSpacing(theme.px(16))
        layout.addLayout(head)
        layout.addWidget(details, 1)
        layout.addLayout(self._buttons(note))
        self.resize(theme.px(640), theme.px(400))

    def _buttons(self, note: QLabel) -> QHBoxLayout:
        copy = QPushButton(self.tr("Copy the report"))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.text))
        go_on = QPushButton(self.tr("Go on working"))
        theme.mark(go_on, "kind", "primary")
        go_on.setDefault(True)
        go_on.clicked.connect(self.accept)
        go_on.setFocus()
        buttons = QHBoxLayout()
        buttons.addWidget(note, 1)
        buttons.addWidget(copy)
        buttons.addWidget(go_on)
        return buttons


def watch(parent: QWidget | None = None) -> Callable[[], None]:
    """Show every bug in one dialog (never two at a time) and log it; return what ends this."""
    open_dialogs: list[CrashDialog] = []

    def show(kind: str, trace: str) -> None:
        _LOG.error("bug\n%s", trace)
        if not open_dialogs:
            dialog = CrashDialog(kind, trace, parent)
            open_dialogs.append(dialog)
            dialog.finished.connect(lambda _: open_dialogs.clear())
            dialog.open()

    return application.catch_bugs(show)
