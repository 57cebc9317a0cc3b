"""A place to drop a file on, or to choose one."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeySequence
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from ui import theme
from ui.widgets.empty_state import Picture


class FileDrop(QFrame):
    """Tells the chosen file; takes only names with one of its suffixes, if it has any."""

    chosen = Signal(object)
    """Path of the file."""

    def __init__(
        self, sentence: str, suffixes: tuple[str, ...] = (), *, slim: bool = False
    ) -> None:
        """Keep what is needed.

        Args:
            sentence: what may be dropped here.
            suffixes: the endings of names that fit; any when empty.
            slim: one line beside other fields instead of a whole page.
        """
        super().__init__()
        self._suffixes = tuple(suffix.lower() for suffix in suffixes)
        theme.mark(self, "role", "drop")
        self.setAcceptDrops(True)
        self.label = QLabel(sentence)
        self.label.setWordWrap(True)
        self.label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        theme.mark(self.label, "role", "muted")
        self.button = QPushButton(QCoreApplication.translate("FileDrop", "Choose a file …"))
        self.button.clicked.connect(self._choose)
        self.button.setShortcut(QKeySequence(QKeySequence.StandardKey.Open))
        self.button.setToolTip("Ctrl+O")
        if slim:
            self._arrange_slim()
        else:
            self._arrange()

    def _arrange(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[theme.px(24)] * 4)
        layout.setSpacing(theme.px(12))
        centre = Qt.AlignmentFlag.AlignHCenter
        layout.addStretch(1)
        layout.addWidget(Picture("import", 40), 0, centre)
        layout.addWidget(self.label)
        layout.addWidget(self.button, 0, centre)
        layout.addStretch(1)

    def _arrange_slim(self) -> None:
        self.label.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(*[theme.px(12)] * 4)
        layout.setSpacing(theme.px(12))
        layout.addWidget(Picture("import", 24))
        layout.addWidget(self.label, 1)
        layout.addWidget(self.button)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Light up for a file that fits."""
        if self._file_of(event) is not None:
            event.acceptProposedAction()
            theme.mark(self, "over", "true")

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Calm down."""
        super().dragLeaveEvent(event)
        theme.mark(self, "over", "false")

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell the file."""
        theme.mark(self, "over", "false")
        path = self._file_of(event)
        if path is not None:
            event.acceptProposedAction()
            self.chosen.emit(path)

    def _file_of(self, event: QDropEvent) -> Path | None:
        urls = event.mimeData().urls()
        if len(urls) != 1 or not urls[0].isLocalFile():
            return None
        path = Path(urls[0].toLocalFile())
        fits = not self._suffixes or path.suffix.lower() in self._suffixes
        return path if fits else None

    def _choose(self) -> None:
        wanted = " ".join(f"*{suffix}" for suffix in self._suffixes) or "*"
        files = QCoreApplication.translate("FileDrop", "Files")
        name, _ = QFileDialog.getOpenFileName(
            self.window(), self.button.text(), "", f"{files} ({wanted})"
        )
        if name:
            self.chosen.emit(Path(name))
