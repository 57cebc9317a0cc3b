"""What the roster page does with cards and pictures, in one place."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt, Signal

from desktop.domain.worker import Worker
from desktop.ports.views import RosterLine
from desktop.services.id_reading import CardCheck
from desktop.services.likenesses import Kept
from ui.pages.page import Page
from ui.pages.roster.id_copies import IdCopies
from ui.pages.roster.photo import WorkerPictures
from ui.pages.roster.photo_due import DuePictures
from ui.widgets.banner import Banner
from ui.widgets.dialog import Dialog
from ui.wizards.read_card import ReadCard

Chosen = Callable[[], Sequence[RosterLine]]


class PersonActs(QObject):
    """Opens the dialogs; `chosen` says which rows they are about."""

    new_worker = Signal(object)
    """CardCheck of somebody who does not stand on the roster yet."""

    def __init__(self, page: Page, chosen: Chosen) -> None:
        super().__init__(page)
        self._page = page
        self._desk, self._office = page.desk, page.office
        self._chosen = chosen
        self.remind()

    def remind(self) -> None:
        """Say at the top of the page that pictures are due, until they are gone or put off."""
        self._desk.read(self._page, self._office.likenesses.due, self._remind)

    def acts(self) -> tuple[tuple[str, str, Callable[[], object]], ...]:
        """Return caption, keys and act of each entry for a menu about rows."""
        return (
            (self.tr("Read his card …"), "Ctrl+R", self.read_card),
            (self.tr("Pictures and card copies …"), "", self.pictures),
            (self.tr("Print card copies …"), "", self.id_copies),
            (self.tr("Pictures to be deleted …"), "", self.due),
        )

    def read_card(self) -> None:
        """Read a card: the chosen worker's, or anybody's."""
        lines = self._chosen()
        if len(lines) != 1:
            self._read(None)
            return
        worker = lines[0].worker
        self._desk.read(self._page, lambda: self._office.roster.worker(worker), self._read)

    def pictures(self) -> None:
        """Show what pictures are kept of the chosen worker."""
        lines = self._chosen()
        if len(lines) == 1:
            worker = lines[0].worker

            def show(found: Worker) -> None:
                _open(WorkerPictures(self._page, self._desk, found))

            self._desk.read(self._page, lambda: self._office.roster.worker(worker), show)

    def id_copies(self) -> None:
        """Print copies of the chosen workers' cards, everybody's where none is chosen."""
        project = self._page.context.project
        if project is not None:
            workers = [line.worker for line in self._chosen()] or None
            _open(IdCopies(self._page, self._desk, project, workers))

    def due(self) -> None:
        """Show the pictures whose last day has come."""
        dialog = DuePictures(self._page, self._desk)
        dialog.erased.connect(self._erased)
        _open(dialog)

    def _remind(self, due: tuple[Kept, ...]) -> None:
        if due:
            told = self.tr("{count} pictures have come to their last day").format(count=len(due))
            why = self.tr("Personal pictures are kept no longer than needed (PIPL art. 47).")
            self._page.show_banner(Banner("note", told, why, self.tr("Look at them"), self.due))

    def _read(self, worker: Worker | None) -> None:
        dialog = ReadCard(self._page, self._desk, worker=worker)
        dialog.verified.connect(self._verified)
        dialog.used.connect(self._unknown)
        _open(dialog)

    def _verified(self, worker: Worker) -> None:
        told = self.tr("{name} is marked as read from the card").format(name=worker.name)
        self._say(told)

    def _unknown(self, check: CardCheck) -> None:
        self.new_worker.emit(check)

    def _erased(self, count: int) -> None:
        self._say(self.tr("{count} pictures are deleted for good").format(count=count))

    def _say(self, told: str) -> None:
        self._page.clear_banners()
        self._page.show_banner(Banner("done", told))
        self._page.context.say(told)


def _open(dialog: Dialog) -> None:
    """Open a dialog that leaves nothing behind."""
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
