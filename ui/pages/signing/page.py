"""Signing: choose a team, hand the pad over, one worker after another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QStackedWidget,
    QVBoxLayout,
)

from desktop.domain.changes import Outcome, Topic
from desktop.domain.errors import Trouble, UserError
from desktop.domain.ids import LineId, ProjectId, SheetId, TeamId
from desktop.domain.months import WageMonth
from desktop.services.office import Office
from desktop.services.signing import ToSign
from ui import format as text
from ui import theme
from ui.context import PageContext
from ui.pages.page import Heading, Page
from ui.pages.signing.card import SigningCard
from ui.pages.signing.dialogs import DoubtDialog, PaperDialog
from ui.pages.signing.scans import SignedScans
from ui.widgets.empty_state import EmptyState

LIST_WIDTH = 220
_LINE = int(Qt.ItemDataRole.UserRole) + 1


@dataclass(frozen=True, slots=True)
class Team:
    """A team with what is signed and what has to be."""

    id: TeamId
    name: str
    signed: int
    payable: int


@dataclass(frozen=True, slots=True)
class _Read:
    project: ProjectId
    month: WageMonth
    teams: tuple[Team, ...]
    waiting: tuple[ToSign, ...]
    locked: bool
    """Every sheet of the month is locked."""
    aside: frozenset[SheetId]
    """Supplementary sheets: who is on them was away when the others signed."""


def _read(office: Office, project: ProjectId, month: WageMonth) -> _Read:
    names: dict[TeamId, str] = {}
    signed: dict[TeamId, int] = {}
    payable: dict[TeamId, int] = {}
    sheets = office.payroll.month(project, month).sheets
    for view in sheets:
        for line in view.sheet.lines:
            if line.needs_signature:
                names[line.team] = line.team_name
                payable[line.team] = payable.get(line.team, 0) + 1
                signed[line.team] = signed.get(line.team, 0) + view.is_signed(line)
    teams = tuple(Team(team, names[team], signed[team], payable[team]) for team in names)
    waiting = office.signing.to_sign(project, month)
    locked = all(view.sheet.is_locked for view in sheets)
    aside = frozenset(view.sheet.id for view in sheets if view.sheet.number)
    return _Read(project, month, teams, waiting, locked, aside)


class SigningPage(Page):
    """The list at the left, one worker's line at the right."""

    topics = frozenset({Topic.WAGES, Topic.SIGNATURES})

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, self._heading())
        self._read: _Read | None = None
        self._wanted: LineId | None = None
        self.notes: dict[LineId, str] = {}
        """Who was skipped in this session, and with which question."""
        self.teams = QComboBox()
        self.teams.setAccessibleName(self.tr("Team"))
        self.progress = QLabel()
        theme.mark(self.progress, "role", "section")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Not yet signed"))
        self.card = SigningCard()
        self.done = EmptyState("", "done", self.tr("Next team"), self._next_team)
        theme.mark(self.done.button, "kind", "primary")
        self.none = EmptyState(
            self.tr("There is nothing to sign in this month. Make the wage sheets first."),
            "sign",
            self.tr("Go to the wage sheets"),
            lambda: self.context.go("payroll"),
        )
        self.stack = QStackedWidget()
        for widget in (self.card, self.done, self.none):
            self.stack.addWidget(widget)
        self.paper_act = self.add_act(self.tr("Signed on paper …"), self.open_paper, "paper")
        self.scans = SignedScans(self)
        self._lay_out()
        self._connect()

    @property
    def team(self) -> Team | None:
        """The chosen team."""
        place = self.teams.currentIndex()
        teams = self._read.teams if self._read else ()
        return teams[place] if 0 <= place < len(teams) else None

    @property
    def waiting(self) -> tuple[ToSign, ...]:
        """Who of the chosen team still has to sign: the skipped ones last."""
        team = self.team
        found = (
            [w for w in self._read.waiting if team and w.line.team == team.id]
            if (self._read)
            else []
        )
        return tuple(sorted(found, key=lambda w: w.line.id in self.notes))

    def refresh(self) -> None:
        """Read who has signed."""
        project, month, office = self.context.project, self.context.month, self.office
        if project is None:
            self.stack.setCurrentWidget(self.none)
            return
        self.desk.read(self, lambda: _read(office, project, month), self._show)

    def arrive(self, target: object) -> None:
        """Show a worker's line."""
        if isinstance(target, ToSign):
            self._wanted = target.line.id
            self.look_again()

    def sign(self) -> None:
        """Keep the signature, bound to what is shown, and go on to the next worker."""
        waiting = self.card.waiting
        if waiting is None or self.card.pad.is_empty:
            return
        self.clear_banners()
        self.card.hold()
        strokes, image = self.card.pad.strokes, self.card.pad.to_png()
        signing = self.office.signing
        self.desk.write(
            self,
            lambda _: signing.sign_on_screen(
                waiting.sheet, waiting.line.id, waiting.digest, strokes, image
            ),
            lambda _: self._signed(waiting),
        )

    def skip(self, note: str = "") -> None:
        """Go on to the next worker; this one comes again at the end."""
        waiting = self.card.waiting
        if waiting is not None:
            self.notes.pop(waiting.line.id, None)
            self.notes[waiting.line.id] = note
            self._wanted = None
            self._fill()

    def open_doubt(self) -> DoubtDialog | None:
        """Note what the worker doubts, and skip."""
        waiting = self.card.waiting
        if waiting is None:
            return None
        dialog = DoubtDialog(self.card.window(), waiting.line.name)
        dialog.accepted.connect(
            lambda: self.skip(dialog.note.text().strip() or self.tr("has a question"))
        )
        dialog.open()
        return dialog

    def open_paper(self) -> PaperDialog | None:
        """Record signatures on paper with their scan."""
        read, team = self._read, self.team
        if read is None or team is None:
            return None
        present = [one for one in read.waiting if one.sheet not in read.aside]
        meant = present or read.waiting
        mine = [one for one in self.waiting if one in meant]
        left_out = len(read.waiting) - len(meant)
        dialog = PaperDialog(self, team.name, len(mine), len(meant), left_out)
        signing = self.office.signing

        def record(scan: Path, everybody: bool) -> None:  # noqa: FBT001 - a signal's
            lines = [one.line.id for one in (meant if everybody else mine)]
            self.desk.write(
                dialog,
                lambda _: signing.sign_on_paper(read.project, read.month, scan, lines),
                recorded,
            )

        def recorded(outcome: Outcome[int]) -> None:
            dialog.accept()
            said = self.tr("{count} lines recorded as signed on paper")
            self.context.say(said.format(count=outcome.value))

        dialog.decided.connect(record)
        dialog.open()
        return dialog

    def toggle_whole(self) -> None:
        """Give the card the whole screen for handing over the tablet, or take it back."""
        whole = self.card.isWindow()
        if whole:
            self.stack.insertWidget(0, self.card)
            self.card.setWindowFlags(Qt.WindowType.Widget)
            self._show_step()
        else:
            self.stack.removeWidget(self.card)
            self.card.setParent(self, Qt.WindowType.Window)
            self.card.showFullScreen()
        self.card.set_whole(whole=not whole)

    def _leave_whole(self) -> None:
        if self.card.isWindow():
            self.toggle_whole()

    def show_trouble(
        self, error: UserError | Trouble, again: Callable[[], object] | None = None
    ) -> None:
        """Show why; the signature stays on the pad."""
        if self.card.isWindow():
            self.toggle_whole()
        super().show_trouble(error, again)
        self.look_again()

    def _heading(self) -> Heading:
        return Heading(
            self.tr("Signing"),
            self.tr("Each worker signs his own line, on this screen or on paper."),
            self.tr(
                "1. Choose a team and press F11: the screen shows nothing but one worker's own "
                "line. Hand it over; he signs with pen, finger or mouse, then presses the button.\n"
                "2. Who doubts a figure is skipped with a note; nothing is changed.\n"
                "3. Who signed the printed sheet: drop the scans of all pages here; the code finds "
                "the sheet, the ink who signed. Or “Signed on paper”, with any scan as evidence.\n"
                "4. Who is away: move him to a supplementary sheet on the wages page.\n"
                "A signature counts for exactly what was shown; if the figures change, the line "
                "has to be signed again."
            ),
        )

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(theme.px(8))
        for widget in (self.teams, self.progress, self.bar):
            left.addWidget(widget)
        left.addSpacing(theme.px(8))
        left.addWidget(self.list, 1)
        for sized in (self.teams, self.progress, self.bar, self.list):
            sized.setFixedWidth(theme.px(LIST_WIDTH))
        row = QHBoxLayout()
        row.setSpacing(theme.px(16))
        row.addLayout(left)
        row.addWidget(self.stack, 1)
        self.body.addLayout(row, 1)

    def _connect(self) -> None:
        self.teams.currentIndexChanged.connect(lambda _: self._fill())
        self.list.currentItemChanged.connect(self._chosen)
        self.card.confirmed.connect(self.sign)
        self.card.skipped.connect(partial(self.skip, ""))
        self.card.doubted.connect(self.open_doubt)
        self.card.changed_size.connect(self.toggle_whole)
        self.context.moved.connect(self.notes.clear)
        for owner in (self, self.card):
            key = QShortcut(QKeySequence(Qt.Key.Key_F11), owner)
            key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            key.activated.connect(self.toggle_whole)
        leave = QShortcut(QKeySequence(Qt.Key.Key_Escape), self.card)
        leave.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        leave.activated.connect(self._leave_whole)

    def _show(self, read: _Read) -> None:
        if (read.project, read.month) != (self.context.project, self.context.month):
            return
        chosen = self.team.id if self.team else None
        self._read = read
        wanted = next((w.line.team for w in read.waiting if w.line.id == self._wanted), None)
        ids = [team.id for team in read.teams]
        first = next((w.line.team for w in read.waiting), None)
        stays = wanted or (chosen if chosen in ids else first)
        self.teams.blockSignals(True)
        self.teams.clear()
        for team in read.teams:
            words = self.tr("{team}  {signed}/{payable}")
            self.teams.addItem(
                words.format(team=team.name, signed=team.signed, payable=team.payable)
            )
        self.teams.setCurrentIndex(ids.index(stays) if stays in ids else 0)
        self.teams.blockSignals(False)
        self.context.count("signing", len(read.waiting))
        self.paper_act.setEnabled(bool(read.waiting))
        self.scans.act.setEnabled(bool(read.waiting))
        self._fill()

    def _fill(self) -> None:
        waiting, team = self.waiting, self.team
        self.list.blockSignals(True)
        self.list.clear()
        for one in waiting:
            note = self.notes.get(one.line.id)
            said = self.tr("skipped") if note == "" else note
            # No amounts: whoever signs sits before this list.
            item = QListWidgetItem(f"{one.line.name} · {said}" if said else one.line.name)
            item.setData(_LINE, one)
            item.setToolTip(one.line.name)
            self.list.addItem(item)
        ids = [one.line.id for one in waiting]
        self.list.setCurrentRow(ids.index(self._wanted) if self._wanted in ids else 0)
        self.list.blockSignals(False)
        if team is not None:
            words = self.tr("{signed} of {payable} signed")
            self.progress.setText(words.format(signed=team.signed, payable=team.payable))
            self.bar.setRange(0, max(team.payable, 1))
            self.bar.setValue(team.signed)
        for widget in (self.teams, self.progress, self.bar, self.list):
            widget.setVisible(team is not None)
        self._chosen()
        self._show_step()

    def _chosen(self) -> None:
        item = self.list.currentItem()
        waiting = item.data(_LINE) if item is not None else None
        if isinstance(waiting, ToSign) and self._read is not None:
            self._wanted = waiting.line.id
            team = self.team
            place = (team.signed, team.payable) if team is not None else (0, 0)
            self.card.show_line(waiting, self._read.month, place)

    def _show_step(self) -> None:
        if self.card.isWindow():
            if not self.waiting:
                self.toggle_whole()
            return
        if self.waiting:
            self.stack.setCurrentWidget(self.card)
        elif self.team is not None and self._read is not None:
            left = bool(self._read.waiting)
            words = self.tr("Everybody of {team} has signed.").format(team=self.team.name)
            everybody = self.tr("Everybody has signed. Audit and lock the wage sheets now.")
            if self._read.locked:
                everybody = self.tr("Everybody has signed, and the wage sheets are locked.")
            self.done.label.setText(words if left else everybody)
            go = self.tr("Next team") if left else self.tr("Go and lock the wage sheets")
            self.done.button.setText(self.tr("Go to paying") if self._read.locked else go)
            self.stack.setCurrentWidget(self.done)
            self.done.button.setFocus()
        else:
            self.stack.setCurrentWidget(self.none)

    def _signed(self, waiting: ToSign) -> None:
        self.notes.pop(waiting.line.id, None)
        words = self.tr("{name} has signed {net}")
        self.context.say(words.format(name=waiting.line.name, net=text.yuan(waiting.line.net)))
        row = self.list.currentRow() + 1
        after = self.list.item(row) or self.list.item(0)
        nobody = after is None or after.data(_LINE).line.id == waiting.line.id
        self._wanted = None if nobody else after.data(_LINE).line.id

    def _next_team(self) -> None:
        first = next((w.line.id for w in self._read.waiting), None) if self._read else None
        if first is None:
            locked = self._read is not None and self._read.locked
            self.context.go("disbursement" if locked else "payroll", None if locked else "lock")
            return
        self._wanted = first
        self.look_again()


def make(context: PageContext) -> Page:
    """Build the page."""
    return SigningPage(context)
