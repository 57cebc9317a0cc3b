"""Settings: persons, safe copies, appearance, journal, about."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QTabWidget

from desktop.domain.changes import Topic
from ui.context import PageContext
from ui.pages.page import Heading, Page
from ui.pages.settings.copies import CopiesTab
from ui.pages.settings.fonts import FontsTab
from ui.pages.settings.journal import JournalTab
from ui.pages.settings.look import AboutTab, LookTab
from ui.pages.settings.people import PeopleTab
from ui.widgets.banner import Banner


def make(context: PageContext) -> Page:
    """Build the page."""
    return SettingsPage(context)


class SettingsPage(Page):
    """What belongs to the office and to this machine rather than to a month."""

    topics: ClassVar[frozenset[Topic]] = frozenset(Topic)

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, Heading("", ""))
        self.set_heading(
            self.tr("Settings"),
            self.tr("Persons, safe copies, appearance, and the journal of what was done."),
            self.tr(
                "What belongs to the office rather than to one month.\n\n"
                "Persons: who makes payments and who approves them; two different persons, each "
                "with a passphrase of his own.\n"
                "Safe copies: choose a folder on another disk; a copy is made before every import, "
                "lock and submission and when Anxin is closed. Once a year restore one to a new "
                "folder, to see that it works.\n"
                "Journal: every act with name and time, in one chain that cannot be changed "
                "unnoticed.\n\n"
                "Keys: left and right arrow change the tab, up and down the row."
            ),
        )
        self.people = PeopleTab(self.desk)
        self.copies = CopiesTab(self.desk)
        self.look = LookTab()
        self.fonts = FontsTab(self.desk)
        self.journal = JournalTab(self.desk)
        self.tabs = QTabWidget()
        for tab, word in (
            (self.people, self.tr("Persons")),
            (self.copies, self.tr("Safe copies")),
            (self.look, self.tr("Appearance")),
            (self.fonts, self.tr("Fonts")),
            (self.journal, self.tr("Journal")),
            (AboutTab(), self.tr("About")),
        ):
            self.tabs.addTab(tab, word)
        self.tabs.currentChanged.connect(lambda _: self.refresh())
        self.body.addWidget(self.tabs)
        self.copies.said.connect(self._tell)
        self.journal.said.connect(self._tell)
        self.fonts.said.connect(self._tell)
        self.people.seated.connect(self._seated)
        self.people.said.connect(self._tell)

    def refresh(self) -> None:
        """Read what the tab in sight shows."""
        tab = self.tabs.currentWidget()
        if isinstance(tab, PeopleTab | CopiesTab | JournalTab | FontsTab):
            tab.refresh()

    def arrive(self, target: object) -> None:
        """Show the tab another page sent the person to."""
        tab = {
            "copies": self.copies,
            "journal": self.journal,
            "people": self.people,
            "fonts": self.fonts,
        }.get(str(target))
        if tab is not None:
            self.tabs.setCurrentWidget(tab)

    def _tell(self, words: str) -> None:
        self.clear_banners()
        self.show_banner(Banner("done", words))
        self.context.say(words)

    def _seated(self, name: str) -> None:
        self.people.refresh()
        self.context.say(self.tr("What follows is journalled as {name}").format(name=name))
