"""The real window on a real office, in this process, without its unlock dialog."""

import time

from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer
from PySide6.QtWidgets import QLabel

from desktop import wiring
from desktop.domain.months import WageMonth
from ui import application, pace
from ui.ahead import Ahead
from ui.context import PageContext
from ui.desk import Desk
from ui.tasks import Tasks
from ui.theme import Mood
from ui.window import MainWindow

MONTH = WageMonth(2026, 9)
PATIENCE = 600


class Opened:
    """Application, office, desk and window."""

    def __init__(self, folder, key):
        self.app = application.make(["anxin"], application.Appearance(Mood.LIGHT))
        self.tasks = Tasks()
        self.office = wiring.open_office(folder, key)
        pace.keep_short()
        self.context = PageContext(Desk(self.office, self.tasks), None, MONTH)
        self.window = MainWindow(self.context)

    def show(self):
        self.window.show()

    def import_ahead(self):
        """Let the window import what it imports while nobody acts."""
        ahead = Ahead(self.window)
        ahead.start()
        self.wait(lambda: ahead.is_done)

    @property
    def home_says_figures(self):
        """Whether the home page has been given its figures."""
        return self.window.pages["overview"]._facts is not None

    @property
    def roster_rows(self):
        """Lines on the roster page."""
        return len(self.window.pages["roster"].table.model.lines)

    def wait(self, ready):
        """Let the event loop run until something is so."""
        until = time.monotonic() + PATIENCE
        waker = QTimer(interval=20)  # processEvents with a time limit would not wait but spin
        waker.start()
        while not ready():
            self.app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            if time.monotonic() > until:
                raise TimeoutError([label.text() for label in self.window.findChildren(QLabel)])


def finish(opened):
    """Close as the program does."""
    opened.tasks.close()
    opened.window.close()
    opened.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, 52)  # QEvent.DeferredDelete
    opened.office.close()
