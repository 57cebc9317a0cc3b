"""Bringing rosters in from the roster page: by button, by dropping a file, and back out again."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent

from desktop.domain.changes import Outcome
from desktop.domain.findings import Finding
from desktop.domain.imports import ImportRecord
from desktop.services.roster import RosterProposal
from ui import format as text
from ui.pages.page import Page
from ui.pages.roster.imports import ImportsPanel
from ui.widgets.banner import Banner
from ui.widgets.dropped import dropped_files
from ui.wizards.import_roster import ImportRoster
from ui.wizards.import_roster_places import SUFFIXES, ask_where


class ImportingPage(Page):
    """A page onto which rosters may be dropped."""

    _come_back = False

    def open_import(self, path: Path | None = None) -> ImportRoster | None:
        """Open the import, with a file already chosen if there is one."""
        project = self.context.project
        if project is None:
            self.context.go("projects", "new")
            return None
        dialog = ImportRoster(self, self.desk, project)
        dialog.accepted_import.connect(self._imported)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        if path is not None:
            dialog.read(path)
        return dialog

    def _imported(self, record: ImportRecord, proposal: RosterProposal) -> None:
        words = self.tr("Roster imported: {new} new, {changed} changed").format(
            new=text.count(proposal.new), changed=text.count(proposal.changed)
        )

        def take_back() -> None:
            banner.leave()
            self.undo_import(record)

        banner = Banner("done", words, "", self.tr("Take it back"), take_back)
        self.clear_banners()
        self.show_banner(banner)
        self.context.say(words, take_back)
        self._come_back = True

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a table of any kind."""
        if dropped_files(event, SUFFIXES):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the import with the file."""
        paths = dropped_files(event, SUFFIXES)
        if len(paths) == 1:
            event.acceptProposedAction()
            self.open_import(paths[0])

    def show_imports(self) -> None:
        """Show earlier imports at the right."""
        project = self.context.project
        if project is not None:
            self.desk.read(self, lambda: self.office.roster.imports(project), self._open_imports)

    def _open_imports(self, records: tuple[ImportRecord, ...]) -> None:
        panel = ImportsPanel(records)
        panel.undo.connect(self.undo_import)
        panel.save_rest.connect(self.save_rest)
        self.inspected.emit(panel)

    def save_rest(self, record: ImportRecord) -> None:
        """Write the rows that an import left out as a workbook to be mended."""
        path = ask_where(self, self.tr("Rows to be mended.xlsx"))
        if path is not None:
            words = self.tr("Saved: {path}").format(path=path)
            self.desk.write(
                self,
                lambda _: self.office.roster.save_rest(record, path),
                lambda _: self.show_banner(Banner("done", words)),
            )

    def undo_import(self, record: ImportRecord) -> None:
        """Take an import back; what has been built upon stays and is named."""
        self.desk.write(
            self,
            lambda _: self.office.roster.undo(record.id),
            self._undone,
            self.tr("Taking the import back"),
        )

    def _undone(self, outcome: Outcome[tuple[Finding, ...]]) -> None:
        self.clear_banners()
        self.inspected.emit(None)
        kept = outcome.value
        if not kept:
            self.show_banner(Banner("done", self.tr("The import is taken back.")))
            return
        words = self.tr("The import is taken back, but {count} workers stay: {names}")
        names = "、".join(f"{one.subject}{one.facts.get('reason', '')}" for one in kept[:5])
        why = self.tr("Days, wages or payments refer to them.")
        self.show_banner(Banner("warn", words.format(count=len(kept), names=names), why))
