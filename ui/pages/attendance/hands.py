"""What persons do to days: type, clear, paste, mend all alike, say why and by what, note."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop.domain.attendance import DayMark
from desktop.domain.changes import Outcome
from desktop.domain.ids import DocumentId
from ui.models.grid import Cell, Entry
from ui.pages.attendance.dialogs import ReasonDialog
from ui.pages.attendance.edits import Days, Edits, Held, held, typed
from ui.pages.attendance.host import Host
from ui.pages.attendance.mend import MendDialog, NoteDialog
from ui.pages.attendance.paste import Block, PasteDialog, read_block
from ui.widgets.banner import Banner


class Hands(QObject):
    """Acts on the days of one page's grid; every one of them can be taken back."""

    reasoned = Signal()
    """The reason has changed."""

    def __init__(self, page: Host) -> None:
        super().__init__(page)
        self._page = page
        self.reason = ""
        self.proof: DocumentId | None = None
        """Kept with the days as long as the reason serves."""
        self.edits = Edits(page.desk, page)

    def mark(self, cell: Cell) -> DayMark | None:
        """Return a worker's day as the grid has it."""
        row = next((row for row in self._page.model.rows if row.worker == cell.worker), None)
        return row.marks.get(cell.day) if row else None

    def enter(self, cells: tuple[Cell, ...], entry: Entry) -> None:
        """Set days as typed; the reason is asked for when there is none yet."""
        if not cells:
            return
        if not self.reason:
            self.ask(len(cells), lambda: self.do(self._typed(cells, entry)))
            return
        self.do(self._typed(cells, entry))

    def clear(self, cells: tuple[Cell, ...]) -> None:
        """Let the punches of days count again."""
        self.do({cell: None for cell in cells if held(self.mark(cell)) is not None})

    def do(self, days: Days) -> None:
        """Write days, as one act."""
        project = self._page.context.project
        if project is None:
            return
        self._page.clear_banners()
        before: Days = {cell: held(self.mark(cell)) for cell in days}
        self.edits.do(project, before, days, self._done)

    def ask(self, days: int, then: Callable[[], object]) -> ReasonDialog:
        """Ask why days are set by hand, and keep the proof if one is given."""
        page = self._page
        dialog = ReasonDialog(page, self.reason, days)

        def take() -> None:
            self._take(dialog.reason.text(), dialog.proof, then)

        dialog.accepted.connect(take)
        dialog.finished.connect(page.view.setFocus)
        dialog.open()
        return dialog

    def mend(self, title: str, cells: Sequence[Cell]) -> MendDialog:
        """Ask once what all these days shall be, and why."""
        page = self._page
        dialog = MendDialog(page, title, len(cells), self.reason)

        def take() -> None:
            entry = dialog.entry
            self._take(
                dialog.reason.text(), dialog.proof, lambda: self.do(self._typed(cells, entry))
            )

        dialog.accepted.connect(take)
        dialog.finished.connect(page.view.setFocus)
        dialog.open()
        return dialog

    def paste(self, pasted: str) -> None:
        """Lay a block from Excel over the grid and show what it would change."""
        page = self._page
        here = page.view.days.currentIndex()
        if here.isValid() and pasted.strip():
            self._confirm(read_block(page.model, pasted, here.row(), here.column()))

    def misread(self, typed_text: str) -> None:
        """Say that what was typed is no day."""
        said = self.tr("“{text}” is no sign and no number of days or hours; nothing was changed.")
        remedy = self.tr("Type √, △, ×, 0, 0.25, 0.5, 0.75, 1, or hours such as 6 or 7.5.")
        self._page.clear_banners()
        self._page.show_banner(Banner("warn", said.format(text=typed_text), remedy))

    def note(self, cell: Cell | None) -> None:
        """Ask what shall be written on a cell."""
        page, project = self._page, self._page.context.project
        if cell is None or project is None:
            return
        old = page.model.note_of(cell)
        name = next((row.name for row in page.model.rows if row.worker == cell.worker), "")
        dialog = NoteDialog(page, name, cell.day, old.text if old else "")
        review = page.office.review

        def write(text: str, then: Callable[[], object]) -> None:
            page.desk.write(
                page,
                lambda _: review.write_note(project, cell.worker, cell.day, text),
                lambda _: then(),
            )

        def said() -> None:
            page.context.say(self.tr("The note is kept"), lambda: write(old_text, lambda: None))

        old_text = old.text if old else ""
        dialog.accepted.connect(lambda: write(dialog.text, said))
        dialog.finished.connect(page.view.setFocus)
        dialog.open()

    def _typed(self, cells: Sequence[Cell], entry: Entry) -> Days:
        return typed(cells, entry, self.reason, self.proof)

    def _take(self, reason: str, proof: Path | None, then: Callable[[], object]) -> None:
        """Keep reason and proof, then go on."""
        page, project = self._page, self._page.context.project
        if reason.strip() != self.reason:
            self.proof = None
        self.reason = reason.strip()
        self.reasoned.emit()
        if proof is None or project is None:
            then()
            return
        review = page.office.review

        def kept(outcome: Outcome[DocumentId]) -> None:
            self.proof = outcome.value
            then()

        page.desk.write(page, lambda _: review.keep_evidence(project, proof), kept)

    def _done(self, count: int) -> None:
        said = self.tr("{count} days set by hand").format(count=count)
        self._page.context.say(said, self.edits.undo)

    def _confirm(self, block: Block) -> None:
        page = self._page
        if not block.changes:
            said = self.tr("The pasted block says what the grid says already; nothing to write.")
            page.show_banner(Banner("note", said))
            return
        dialog = PasteDialog(page, block, self.reason)

        def write() -> None:
            self._take(dialog.reason.text(), None, put)

        def put() -> None:
            self.do(
                {
                    cell: Held(entry.work_days, entry.hours, self.reason)
                    for cell, entry in block.entries.items()
                }
            )

        dialog.accepted.connect(write)
        dialog.finished.connect(page.view.setFocus)
        dialog.open()
