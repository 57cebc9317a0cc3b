"""Signed sheets dropped onto the page: read apart from the window, looked at, then registered."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog

from desktop.domain.changes import Outcome
from desktop.services.scanning.report import ScanFacts, ScanReport
from ui.pages.page import Page
from ui.pages.signing.dialogs import SCANS
from ui.pages.signing.scans_dialog import SignedScansDialog
from ui.widgets.dropped import dropped_files


class SignedScans(QObject):
    """Gives a page the act of reading scans, and takes what is dropped onto it."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        words = QCoreApplication.translate("SignedScans", "Read scans …")
        self.act = page.add_act(words, self.ask, "import")
        page.setAcceptDrops(True)
        page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take scans, several at once."""
        if isinstance(event, QDropEvent):
            paths = dropped_files(event, SCANS)
            if paths:
                event.acceptProposedAction()
                if event.type() == QEvent.Type.Drop:
                    self.read(paths)
                return True
        return super().eventFilter(watched, event)

    def ask(self) -> None:
        """Let the person choose files."""
        title = QCoreApplication.translate("SignedScans", "Scans of signed wage sheets")
        kinds = QCoreApplication.translate("SignedScans", "Scans")
        wanted = " ".join(f"*{suffix}" for suffix in SCANS)
        names, _ = QFileDialog.getOpenFileNames(self._page, title, "", f"{kinds} ({wanted})")
        self.read([Path(name) for name in names])

    def read(self, paths: Sequence[Path]) -> None:
        """Read scans on a runner, then show what they hold; nothing is written."""
        project, month = self._page.context.project, self._page.context.month
        if project is None or not paths:
            return
        self._page.clear_banners()
        scanning = self._page.office.scanning
        self._page.desk.read(
            self._page,
            lambda: scanning.facts(project, month),
            lambda facts: self._start(facts, paths),
        )

    def _start(self, facts: ScanFacts, paths: Sequence[Path]) -> None:
        scanning = self._page.office.scanning
        title = QCoreApplication.translate("SignedScans", "Reading signed sheets")
        self._page.desk.job(
            self._page, title, lambda ticket: scanning.read(facts, paths, ticket), self._show
        )

    def _show(self, report: ScanReport) -> SignedScansDialog:
        dialog = SignedScansDialog(self._page, report)
        scanning = self._page.office.scanning

        def register(confirmed: object, rejected: object) -> None:
            yes, no = frozenset(confirmed), frozenset(rejected)  # type: ignore[call-overload]
            self._page.desk.write(dialog, lambda _: scanning.accept(report, yes, no), registered)

        def registered(outcome: Outcome[int]) -> None:
            dialog.accept()
            said = QCoreApplication.translate(
                "SignedScans", "{count} lines recorded as signed on paper"
            )
            self._page.context.say(said.format(count=outcome.value))

        dialog.decided.connect(register)
        dialog.open()
        return dialog
