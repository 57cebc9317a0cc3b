"""The window: finds or makes the office, unlocks it, shows it, and closes it again."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QApplication

from desktop import logs, paths, wiring
from desktop.domain.errors import Trouble, UserError
from desktop.domain.months import WageMonth
from desktop.services.office import Office
from desktop.vault import KEY_FILE
from printing.paper import PdfPaper
from ui import appearance, application, crash, pace
from ui.ahead import Ahead
from ui.context import PageContext
from ui.desk import Desk
from ui.tasks import Tasks
from ui.unlock import UnlockDialog
from ui.widgets.dialog import Dialog
from ui.window import MainWindow
from ui.wizards.first_run import FirstRun, FirstRunWork, Made

Rehearse = Callable[[Path], Mapping[str, object]]
"""Fills a sample office below a folder; returns its "office" folder and "passphrase"."""
CLOSING_DAY = 20
"""Until this day of a month people work on the wages of the month before."""


def main(
    folder: Path | None = None,
    passphrase: str | None = None,
    month: WageMonth | None = None,
    rehearse: Rehearse | None = None,
) -> int:
    """Open the window on an office; without one, make it first.

    Args:
        folder: the office folder; the usual one when None.
        passphrase: opens it without asking, for the sample office.
        month: the month to show first; by the day of the month when None.
        rehearse: fills a sample office; the first-run wizard then offers one.
    """
    place = folder or paths.default_office()
    _start_log()
    app = application.make(sys.argv[:1], appearance.load())
    restore = crash.watch()
    tasks = Tasks()
    try:
        office = open_office(place, passphrase, tasks, rehearse)
        if office is None:
            return 0
        return show_office(app, office, tasks, month)
    finally:
        tasks.close()
        restore()


def open_office(
    place: Path, passphrase: str | None, tasks: Tasks, rehearse: Rehearse | None
) -> Office | None:
    """Return the opened office, None when the person left."""
    if not has_books(place):
        wizard = FirstRun(
            tasks, place, _first_run_work(rehearse), offer_sample=rehearse is not None
        )
        wizard.exec()
        return wizard.office

    def silent() -> Office | None:
        if passphrase is not None:
            return _unlock(place, passphrase)
        key = wiring.unlock_silently(place)
        return wiring.open_office(place, key) if key is not None else None

    dialog: UnlockDialog[Office] = UnlockDialog(
        tasks, str(place), silent, lambda phrase: _unlock(place, phrase)
    )
    dialog.exec()
    return dialog.opened


def show_office(app: QApplication, office: Office, tasks: Tasks, month: WageMonth | None) -> int:
    """Show the window until it is closed, then close the office."""
    pace.keep_short()
    application.take_fonts(app, office.fonts.files())
    context = PageContext(Desk(office, tasks), None, month or usual_month(office.clock.today()))
    window = MainWindow(context)
    window.appear()
    Ahead(window).start()
    context.desk.write(window, lambda _ticket: office.disbursement.recover())
    code = app.exec()
    tasks.close()
    window.deleteLater()
    try:
        office.safekeeping.keep("closing")
    except (UserError, Trouble) as error:
        dialog = Dialog(None, window.windowTitle())
        dialog.show_trouble(error)
        dialog.exec()
    finally:
        office.close()
    return code


def has_books(place: Path) -> bool:
    """Tell whether there is an office in a folder, whole or damaged."""
    names = (paths.BOOKS, wiring.SERVER, KEY_FILE)
    return any((place / name).exists() for name in names)


def usual_month(today: date) -> WageMonth:
    """Return the month people most likely work on: the last one until the 20th."""
    month = WageMonth.of(today)
    return month.previous if today.day <= CLOSING_DAY else month


def _unlock(place: Path, passphrase: str) -> Office:
    unlocked = wiring.unlock(place, passphrase)
    return wiring.open_office(place, unlocked.key, person=unlocked.person)


def _first_run_work(rehearse: Rehearse | None) -> FirstRunWork:
    def create(folder: Path, passphrase: str, person: str) -> Made:
        made = wiring.create_office(folder, passphrase, person=person, server=None, keyring=True)
        office = wiring.open_office(folder, made.key, person=person)
        return Made(office, made.recovery_code)

    def fill(folder: Path) -> Office:
        facts = rehearse(folder) if rehearse is not None else {}
        return _unlock(Path(str(facts["office"])), str(facts["passphrase"]))

    def page(office: str, code: str) -> bytes:
        return PdfPaper().recovery_sheet(office, code, wiring.SystemClock().today())

    return FirstRunWork(create, fill, page)


def _start_log() -> None:
    try:
        logs.start(paths.log_folder())
    except OSError:  # a full or read-only disk must not keep the window shut
        logging.getLogger().addHandler(logging.NullHandler())
