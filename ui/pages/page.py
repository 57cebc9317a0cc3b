"""The base of every page: title, purpose, filters, one primary act, banners, refreshing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui import icons, theme, trouble
from ui.widgets.banner import Banner
from ui.widgets.data_table import DataTable

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.domain.changes import Changes, Topic
    from desktop.domain.errors import Trouble, UserError
    from ui.context import PageContext


@dataclass(frozen=True, slots=True)
class Heading:
    """What a page says about itself."""

    title: str
    purpose: str
    """One line: what this page is for."""
    help: str = ""
    """Shown by F1, a few short lines; the purpose when empty."""


EMPTY = Heading("", "")


class Page(QWidget):
    """One page; subclasses fill `body`, override `refresh` and name their `topics`."""

    topics: ClassVar[frozenset[Topic]] = frozenset()
    """Facts this page shows; it reads again when one of them was touched."""
    awake: ClassVar[bool] = False
    """Reads again also while another page is shown (for counts on the rail)."""
    inspected = Signal(object)
    """A widget for the inspector at the right, or None to close it."""

    def __init__(self, context: PageContext, heading: Heading = EMPTY) -> None:
        super().__init__()
        self.context = context
        self.desk = context.desk
        self.office = context.office
        self.heading = heading
        self._dirty = True
        theme.mark(self, "role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.title = QLabel(heading.title)
        theme.mark(self.title, "role", "title")
        self.purpose = QLabel(heading.purpose)
        self.purpose.setWordWrap(True)
        theme.mark(self.purpose, "role", "muted")
        self.filters = QHBoxLayout()
        self.acts = QHBoxLayout()
        for row in (self.filters, self.acts):
            row.setSpacing(theme.px(8))
        self.banners = QVBoxLayout()
        self.banners.setSpacing(theme.px(8))
        self.body = QVBoxLayout()
        self.body.setSpacing(theme.px(12))
        self._arrange()
        context.moved.connect(self.look_again)
        self.desk.changed.connect(self._changed)

    def set_heading(self, title: str, purpose: str, explanation: str = "") -> None:
        """Say what the page is called and for; the explanation is shown by F1."""
        self.heading = Heading(title, purpose, explanation)
        self.title.setText(title)
        self.purpose.setText(purpose)

    def refresh(self) -> None:
        """Read what the page shows; called when it comes into sight and after changes."""

    def arrive(self, target: object) -> None:
        """Show what another page sent the person here for, such as a finding's cell."""

    def take_keyboard(self) -> None:
        """Let keys go where the page's work is, when somebody has come here."""
        tables = (table for table in self.findChildren(DataTable) if table.view.isVisible())
        table = next(tables, None)
        (table.view if table is not None else self).setFocus()

    def start_find(self) -> None:
        """Put the cursor into the filter (Ctrl+F)."""
        table = next(iter(self.findChildren(DataTable)), None)
        if table is not None:
            table.start_find()

    def preview(self) -> None:
        """Show what would be printed (Ctrl+P)."""

    def undo(self) -> bool:
        """Undo within the page (Ctrl+Z); False leaves it to the window's last act."""
        return False

    def add_act(
        self, words: str, act: Callable[[], object], icon: str = "", *, primary: bool = False
    ) -> QPushButton:
        """Put a button at the top right; a page has one primary act at most."""
        button = QPushButton(words)
        if icon:
            button.setIcon(icons.get(icon, "on_accent" if primary else "text"))
        theme.mark(button, "kind", "primary" if primary else "usual")
        button.clicked.connect(lambda _=False: act())
        self.acts.addWidget(button)
        return button

    def show_banner(self, banner: Banner) -> Banner:
        """Show a banner; it takes the place of one with the same text."""
        for old in self._shown_banners():
            if old.text == banner.text:
                old.leave()
        self.banners.addWidget(banner)
        return banner

    def clear_banners(self) -> None:
        """Take every banner away, e.g. before an act is tried again."""
        for banner in self._shown_banners():
            banner.leave()

    def show_trouble(
        self, error: UserError | Trouble, again: Callable[[], object] | None = None
    ) -> None:
        """Show why an act did not happen, with a button where trying again can help."""
        words = trouble.of_error(error)
        button = QCoreApplication.translate("Page", "Try again") if again else ""

        def repeat() -> None:
            banner.leave()
            if again is not None:
                again()

        remedy = "\n".join(filter(None, (words.remedy, trouble.of_refusal(error))))
        banner = Banner("stop", words.text, remedy, button, repeat)
        self.show_banner(banner)

    def look_again(self) -> None:
        """Refresh now if the page is in sight, otherwise when it comes into sight."""
        self._dirty = True
        if self.isVisible() or self.awake:
            self._dirty = False
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Refresh what changed while the page was out of sight."""
        super().showEvent(event)
        if self._dirty:
            self._dirty = False
            self.refresh()

    def _shown_banners(self) -> list[Banner]:
        items = (self.banners.itemAt(place) for place in range(self.banners.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [widget for widget in widgets if isinstance(widget, Banner)]

    def _changed(self, changes: Changes) -> None:
        if changes.touch(*self.topics, project=self.context.project):
            self.look_again()

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme.px(16))
        head.addWidget(self.title)
        head.addStretch(1)
        head.addLayout(self.filters)
        head.addLayout(self.acts)
        layout = QVBoxLayout(self)
        side = theme.px(24)
        layout.setContentsMargins(side, theme.px(16), side, theme.px(12))
        layout.setSpacing(theme.px(8))
        layout.addLayout(head)
        layout.addWidget(self.purpose)
        layout.addLayout(self.banners)
        layout.addSpacing(theme.px(4))
        layout.addLayout(self.body, 1)
