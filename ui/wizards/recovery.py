"""The recovery code, shown once: printed, saved or copied, then sealed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.errors import FileTrouble
from desktop.ports.paper import PaperSize
from ui import icons, theme
from ui.desk import Desk
from ui.tasks import Ticket
from ui.widgets.print_job import PrintJob, make_printer


class RecoveryCode(QWidget):
    """`kept` is ticked by the person who has put the code away."""

    saved = Signal(object)
    """Path of the page that was written."""

    def __init__(self, page: Callable[[str], bytes]) -> None:
        """Keep what is needed.

        Args:
            page: the code → one page for the envelope.
        """
        super().__init__()
        self._page = page
        self._desk: Desk | None = None
        self.code = QLabel()
        self.code.setWordWrap(True)
        self.code.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.code.setAccessibleName(self.tr("Recovery code"))
        theme.mark(self.code, "role", "code")
        self.print_act = QPushButton(icons.get("print"), self.tr("Print the page …"))
        self.save_act = QPushButton(icons.get("save"), self.tr("Save as PDF …"))
        self.copy_act = QPushButton(icons.get("copy"), self.tr("Copy"))
        self.print_act.clicked.connect(lambda _=False: self._ask_printer())
        self.save_act.clicked.connect(lambda _=False: self._choose_page())
        self.copy_act.clicked.connect(lambda _=False: self._copy())
        self.said = QLabel()
        self.said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.said.setWordWrap(True)
        theme.mark(self.said, "role", "muted")
        self.kept = QCheckBox(self.tr("I have written it down or printed it, and sealed it"))
        self._arrange()

    def show_code(self, code: str, desk: Desk) -> None:
        """Show the code of an office just made."""
        self._desk = desk
        self.code.setText(code)
        if not QPrinterInfo.availablePrinterNames():
            self.print_act.setEnabled(False)
            self.print_act.setToolTip(self.tr("No printer is set up on this computer."))

    def save(self, path: Path) -> None:
        """Write the page for the envelope."""
        if self._desk is None:
            return
        code = self.code.text()

        def work(_: Ticket) -> Path:
            content = self._page(code)
            try:
                path.write_bytes(content)
            except OSError as error:
                raise FileTrouble(path=str(path), detail=error.strerror or "") from error
            return path

        self._desk.job(self, self.save_act.text(), work, self._saved)

    def _saved(self, path: Path) -> None:
        self.said.setText(self.tr("Saved: {path}").format(path=path))
        self.saved.emit(path)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.code.text())
        self.said.setText(self.tr("Copied. Paste it where only you can read it."))

    def _choose_page(self) -> None:
        kinds = self.tr("Paper (*.pdf)")
        proposed = self.tr("recovery-code.pdf")
        name, _ = QFileDialog.getSaveFileName(self, self.save_act.text(), proposed, kinds)
        if name:
            self.save(Path(name))

    def _ask_printer(self) -> None:
        desk, code = self._desk, self.code.text()
        if desk is None:
            return
        printer = make_printer(PaperSize.A4, landscape=False)
        job = PrintJob(desk, self, printer, self.tr("Printing"))
        job.done.connect(lambda _: self.said.setText(self.tr("The page is with the printer.")))
        image = desk.office.documents.page_image
        job.ask(1, lambda page, dpi: image(self._page(code), page, dpi))

    def _arrange(self) -> None:
        acts = QHBoxLayout()
        acts.setSpacing(theme.px(8))
        acts.addStretch(1)
        for button in (self.print_act, self.save_act, self.copy_act):
            acts.addWidget(button)
        acts.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(24), 0, 0)
        column.setSpacing(theme.px(16))
        column.addWidget(self.code)
        column.addLayout(acts)
        column.addWidget(self.said)
        column.addStretch(1)
        column.addWidget(self.kept)
