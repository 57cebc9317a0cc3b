"""What the roster page does with people: enter, leave, move, settle; and tables that leave."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog

from desktop.domain.changes import Outcome
from desktop.domain.findings import Finding
from desktop.domain.id_card import IdCard
from desktop.domain.movement import MovementKind
from desktop.domain.project import Project, Team
from desktop.domain.worker import Worker
from desktop.ports.views import RosterLine
from desktop.services.exports import Choice, Export, Format
from desktop.services.exports.cards import CardList
from desktop.services.movements import MovementDone
from ui import format as text
from ui import trouble
from ui.pages.roster.cards_back import CardsBack
from ui.pages.roster.enter import EnterDialog
from ui.pages.roster.leaving import SettlementDialog
from ui.pages.roster.moves import LeaveDialog, MoveDialog
from ui.pages.roster.plan_dialog import PlanDialog
from ui.widgets.banner import Banner
from ui.widgets.papers import OF_PEOPLE, PapersDialog

if TYPE_CHECKING:
    from ui.pages.page import Page

Where = tuple[Project, tuple[Team, ...]]
TABLES = "CSV, Excel (*.xlsx *.xls *.csv)"
WORKBOOK = "Excel (*.xlsx)"
NAMED = 8


class RosterActs(QObject):
    """Opens the dialogs; `chosen` says which rows they are about, `choice` which day is shown."""

    def __init__(
        self, page: Page, chosen: Callable[[], Sequence[RosterLine]], choice: Callable[[], Choice]
    ) -> None:
        super().__init__(page)
        self._page = page
        self._desk, self._office = page.desk, page.office
        self._chosen, self._choice = chosen, choice

    def enter(self, card: IdCard | None = None, known: Worker | None = None) -> None:
        """Let somebody enter, from a card that was read or from nothing."""

        def show(where: Where) -> None:
            today = self._office.clock.today()
            dialog = EnterDialog(self._page, self._desk, where, today, known)
            if card is not None:
                dialog.take_card(card)
            self._open(dialog)

        self._with_teams(show)

    def leave(self) -> None:
        """Let the chosen workers leave."""
        project, lines = self._page.context.project, self._chosen()
        if project is not None and lines:
            today = self._office.clock.today()
            self._open(LeaveDialog(self._page, self._desk, project, lines, today))

    def move(self) -> None:
        """Move the chosen workers to another team."""
        lines = self._chosen()
        if not lines:
            return

        def show(where: Where) -> None:
            today = self._office.clock.today()
            self._open(MoveDialog(self._page, self._desk, where, lines, today))

        self._with_teams(show)

    def settle(self) -> None:
        """Show the exit settlement of the chosen worker."""
        project, lines = self._page.context.project, self._chosen()
        if project is None or len(lines) != 1:
            return
        dialog = SettlementDialog(self._page, self._desk, project, lines[0])
        words = self.tr("The exit settlement of {name} is signed and filed.")
        dialog.signed.connect(lambda _: self._say(words.format(name=lines[0].name)))
        dialog.open()
        dialog.read()

    def export(self) -> None:
        """Ask where, then write the roster as it is shown."""
        kinds = {
            WORKBOOK: Format.XLSX,
            self.tr("CSV, UTF-8 (*.csv)"): Format.CSV,
            self.tr("CSV, GB18030 for older programs (*.csv)"): Format.CSV_GB18030,
        }
        chosen, kind = QFileDialog.getSaveFileName(
            self._page, self.tr("Export the roster"), self.tr("roster.xlsx"), ";;".join(kinds)
        )
        if chosen:
            self.write(Path(chosen), kinds.get(kind, Format.XLSX))

    def write(self, path: Path, kind: Format) -> None:
        """Write the roster."""
        project, choice = self._page.context.project, self._choice()
        if project is not None:
            self._desk.write(
                self._page,
                lambda _: self._office.exports.roster(project, path, kind, choice),
                self._exported,
                self.tr("Exporting the roster"),
            )

    def fill_template(self) -> None:
        """Ask for a template and a place, then fill it."""
        page = self._page
        source, _ = QFileDialog.getOpenFileName(page, self.tr("The template"), "", WORKBOOK)
        if not source:
            return
        name = self.tr("{template}-filled.xlsx").format(template=Path(source).stem)
        chosen, _ = QFileDialog.getSaveFileName(page, self.tr("Save as"), name, WORKBOOK)
        if chosen:
            self.fill(Path(source), Path(chosen))

    def fill(self, template: Path, path: Path) -> None:
        """Fill a template with the roster as it is shown."""
        project, choice = self._page.context.project, self._choice()
        if project is not None:
            self._desk.write(
                self._page,
                lambda _: self._office.exports.template(project, template, path, choice),
                self._exported,
                self.tr("Filling the template"),
            )

    def card_list(self) -> None:
        """Ask where, then write who needs a card."""
        chosen, _ = QFileDialog.getSaveFileName(
            self._page, self.tr("List for the bank"), self.tr("card-list.xlsx"), WORKBOOK
        )
        if chosen:
            self.write_cards(Path(chosen))

    def write_cards(self, path: Path) -> None:
        """Write who needs a card."""
        project = self._page.context.project
        if project is not None:
            self._desk.write(
                self._page,
                lambda _: self._office.cards.write(project, path),
                self._listed,
                self.tr("Writing the list"),
            )

    def print_papers(self) -> None:
        """Show the papers about people: of the marked rows, of everybody without one."""
        if self._page.context.project is not None:
            workers = [line.worker for line in self._chosen()]
            self.papers = PapersDialog(self._page.context, self._page, OF_PEOPLE, workers)
            self.papers.show()

    def cards_back(self) -> None:
        """Ask for the bank's list, then show what it would change."""
        chosen, _ = QFileDialog.getOpenFileName(
            self._page, self.tr("The list as the bank filled it in"), "", TABLES
        )
        if chosen:
            self.read_cards(Path(chosen))

    def read_cards(self, path: Path) -> CardsBack | None:
        """Show what the bank's list would change."""
        project = self._page.context.project
        if project is None:
            return None
        dialog = CardsBack(self._page, self._desk, project)
        words = self.tr("{count} cards taken over")
        dialog.taken.connect(
            lambda record, count: self._say(
                words.format(count=text.count(count)),
                lambda: self._take_back_import(record.id),
            )
        )
        dialog.open()
        dialog.read(path)
        return dialog

    def _with_teams(self, show: Callable[[Where], None]) -> None:
        project = self._page.context.project
        if project is None:
            self._page.context.go("projects", "new")
            return
        projects = self._office.projects
        self._desk.read(self._page, lambda: (projects.get(project), projects.teams(project)), show)

    def _open(self, dialog: PlanDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.carried.connect(self._carried)
        dialog.open()

    def _carried(self, done: MovementDone) -> None:
        kind, names = done.plan.kind, [worker.name for worker in done.stored]
        words = {
            MovementKind.ENTER: self.tr("{names} entered on {day}"),
            MovementKind.EXIT: self.tr("{names} left; last day {day}"),
            MovementKind.MOVE: self.tr("{names} moved to another team from {day} on"),
        }[kind]
        shown = "、".join(names[:NAMED]) + (f" … ({len(names)})" if len(names) > NAMED else "")
        said = words.format(names=shown, day=text.day(done.plan.day))
        self._say(said, lambda: self._take_back(done))

    def _take_back(self, done: MovementDone) -> None:
        self._desk.write(self._page, lambda _: self._office.movements.undo(done), self._taken_back)

    def _take_back_import(self, record: object) -> None:
        undo = self._office.roster.undo
        self._desk.write(self._page, lambda _: undo(record), self._taken_back)  # type: ignore[arg-type]

    def _taken_back(self, outcome: Outcome[tuple[Finding, ...]]) -> None:
        self._page.clear_banners()
        kept = outcome.value
        if not kept:
            self._page.show_banner(Banner("done", self.tr("It is taken back.")))
            return
        words = self.tr("It is taken back, but these stay as they are: {names}")
        names = "、".join(finding.subject for finding in kept[:NAMED])
        self._page.show_banner(Banner("warn", words.format(names=names)))

    def _exported(self, outcome: Outcome[Export]) -> None:
        done = outcome.value
        words = self.tr("{file}: roster {people} = written {written} + left out {out}")
        said = words.format(
            file=done.path.name,
            people=text.count(done.people),
            written=text.count(done.written),
            out=text.count(len(done.excluded)),
        )
        more = [f"{one.name}（{one.why}）" for one in done.excluded[:NAMED]]
        parts = ["、".join(more)] if more else []
        if done.cells:
            checked = self.tr("{cells} cells read again: all text, all as written.")
            parts.append(checked.format(cells=text.count(done.cells)))
        if done.replaced:
            gone = self.tr("{count} rows that stood below the header gave way.")
            parts.append(gone.format(count=text.count(done.replaced)))
        parts += [trouble.of_finding(one).text for one in done.findings[:3]]
        if len(done.findings) > 3:  # noqa: PLR2004 - findings said in full
            parts.append(self.tr("and {count} more").format(count=len(done.findings) - 3))
        self._page.clear_banners()
        kind = "warn" if done.findings else "done"
        self._page.show_banner(Banner(kind, said, "\n".join(parts)))

    def _listed(self, outcome: Outcome[CardList]) -> None:
        done = outcome.value
        words = self.tr("{file}: {people} on the roster = {written} need a card + {out} left out")
        said = words.format(
            file=done.path.name,
            people=text.count(done.people),
            written=text.count(done.written),
            out=text.count(len(done.excluded)),
        )
        lacking = [trouble.of_finding(one).text for one in done.findings[:3]]
        self._page.clear_banners()
        kind = "warn" if done.findings else "done"
        self._page.show_banner(Banner(kind, said, "\n".join(lacking)))

    def _say(self, said: str, undo: Callable[[], object] | None = None) -> None:
        self._page.clear_banners()
        button = self.tr("Take it back") if undo is not None else ""

        def take_back() -> None:
            banner.leave()
            if undo is not None:
                undo()

        banner = Banner("done", said, "", button, take_back)
        self._page.show_banner(banner)
        self._page.context.say(said, take_back if undo is not None else None)
