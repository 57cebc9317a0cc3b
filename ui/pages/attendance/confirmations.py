"""Attendance sheets for signing: printed for ten days or a month, signed scans filed by code."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget

from desktop.domain.attendance import days_text
from desktop.domain.changes import Outcome
from desktop.domain.ids import TeamId
from desktop.domain.project import Team
from desktop.domain.site_days import Confirmation, MonthPart
from desktop.ports.confirmation_paper import ConfirmationPaper
from desktop.services.review import ConfirmationView, Review
from ui import format as text
from ui import icons
from ui.fields.choice_field import ChoiceField
from ui.fields.text_fields import DayField
from ui.models.rows import Badge, Column
from ui.pages.attendance.host import Host
from ui.pages.attendance.panel import Panel
from ui.pages.attendance.words import part_title
from ui.widgets.banner import Banner
from ui.widgets.data_table import DataTable
from ui.widgets.decision import Decision
from ui.widgets.empty_state import EmptyState
from ui.widgets.saving import save_file

if TYPE_CHECKING:
    from ui.tasks import Ticket


class ConfirmationsPanel(Panel):
    """The sheets of the month, each held against the books."""

    def __init__(self, page: Host) -> None:
        super().__init__(page, "")
        self.purpose = self.tr(
            "Workers and foreman sign their days on paper. A day changed afterwards marks "
            "the sheets that show it."
        )
        self.sign = QPushButton(icons.get("sign"), self.tr("File a signed sheet …"))
        self.print = QPushButton(icons.get("print"), self.tr("Print sheets …"))
        self.sign.clicked.connect(lambda _=False: self._ask_scan())
        self.print.clicked.connect(lambda _=False: self.ask_print())
        self.acts.addWidget(self.sign)
        self.acts.addWidget(self.print)
        self.table: DataTable[ConfirmationView] = DataTable(
            "attendance-confirmations",
            self._columns(),
            lambda view: view.confirmation.id,
            empty=EmptyState(
                self.tr("No sheet of this month has been printed yet."),
                "paper",
                self.tr("Print sheets …"),
                self.ask_print,
            ),
        )
        self.body.addWidget(self.table, 1)

    def refresh(self) -> None:
        """Read the sheets of the month."""
        project, month = self.page.context.project, self.page.context.month
        if project is not None:
            review = self.page.office.review
            self.page.desk.read(self, lambda: review.confirmations(project, month), self._show)

    def _show(self, views: tuple[ConfirmationView, ...]) -> None:
        self.table.set_rows(views)
        signed = sum(view.confirmation.signed_on is not None for view in views)
        stale = sum(not view.matches for view in views)
        said = self.tr("{count} sheets, {signed} signed, {stale} no longer match")
        self.said.setText(
            said.format(count=len(views), signed=signed, stale=stale) if views else ""
        )

    def ask_print(self) -> None:
        """Ask which sheets, then draw them."""
        project = self.page.context.project
        if project is not None:
            projects = self.page.office.projects
            self.page.desk.read(self, lambda: projects.teams(project), self._offer)

    def _offer(self, teams: tuple[Team, ...]) -> None:
        dialog = PrintSheetsDialog(self.page, teams)
        dialog.accepted.connect(lambda: self._ask_where(dialog.part, dialog.team))
        dialog.open()

    def _ask_where(self, part: MonthPart, team: TeamId | None) -> None:
        month, title = self.page.context.month, self.tr("Save as PDF")
        name = self.tr("attendance-{month}-{part}.pdf").format(month=month, part=part_title(part))
        chosen, _ = QFileDialog.getSaveFileName(self, title, name, "PDF (*.pdf)")
        if chosen:
            self.print_to(Path(chosen), part, team)

    def print_to(self, path: Path, part: MonthPart, team: TeamId | None) -> None:
        """Record the sheets and draw them into a file."""
        project, month = self.page.context.project, self.page.context.month
        if project is None:
            return
        review = self.page.office.review
        self.page.desk.write(
            self,
            lambda _: review.confirm(project, month, part, team),
            lambda outcome: self._draw(path, outcome),
        )

    def _draw(self, path: Path, outcome: Outcome[tuple[ConfirmationPaper, ...]]) -> None:
        review, papers = self.page.office.review, outcome.value

        def work(ticket: Ticket) -> Path:
            return save_file(path, review.draw(papers, ticket))

        said = self.tr("{count} sheets saved as {name}")
        self.page.desk.job(
            self,
            self.tr("Drawing attendance sheets"),
            work,
            lambda saved: self.page.context.say(said.format(count=len(papers), name=saved.name)),
        )

    def _ask_scan(self) -> None:
        title = self.tr("Scan of the signed sheets")
        suffixes = "(*.pdf *.png *.jpg *.jpeg *.tif *.tiff)"
        name, _ = QFileDialog.getOpenFileName(self, title, "", suffixes)
        if name:
            self.read_scan(Path(name))

    def read_scan(self, path: Path) -> None:
        """Look which sheets a scan shows; without a readable code the selected one is meant."""
        project, month = self.page.context.project, self.page.context.month
        if project is not None:
            review = self.page.office.review
            self.page.desk.read(
                self, lambda: review.named_on(project, month, path), partial(self._named, path)
            )

    def _named(self, path: Path, found: tuple[Confirmation, ...]) -> None:
        sheets = found or tuple(view.confirmation for view in self.table.chosen[:1])
        if not sheets:
            said = self.tr("No sheet's code can be read on {name}; nothing was filed.")
            remedy = self.tr("Select the sheet in the list first, then file the scan again.")
            self.page.show_banner(Banner("warn", said.format(name=path.name), remedy))
            return
        dialog = SignedDialog(self.page, sheets, path, self.page.office.clock.today())
        review = self.page.office.review

        def write() -> None:
            day = dialog.day.value
            for one in sheets:
                self.page.desk.write(self, partial(_sign, review, one, day, path), done)

        def done(_: Outcome[Confirmation]) -> None:
            self.page.context.say(self.tr("The signed sheet is filed"))

        dialog.accepted.connect(write)
        dialog.open()

    def _columns(self) -> tuple[Column[ConfirmationView], ...]:
        signed, printed = self.tr("Signed"), self.tr("Printed")
        stale = self.tr("No longer matches")

        def state(view: ConfirmationView) -> Badge:
            if not view.matches:
                return Badge("warn", stale)
            done = view.confirmation.signed_on is not None
            return Badge("done" if done else "note", signed if done else printed)

        return (
            Column("team", self.tr("Team"), lambda v: v.team, width=150),
            Column(
                "part",
                self.tr("Ten days or month"),
                lambda v: part_title(v.confirmation.part),
                sort=lambda v: tuple(MonthPart).index(v.confirmation.part),
                width=120,
            ),
            Column(
                "state",
                self.tr("State"),
                lambda v: state(v).word,
                width=160,
                badge=state,
                tip=lambda v: "" if v.matches else self.tr(
                    "A day was changed after printing: print it again and have it signed anew."
                ),
            ),
            Column(
                "printed",
                self.tr("Printed at"),
                lambda v: text.moment(v.confirmation.printed_at),
                sort=lambda v: v.confirmation.printed_at,
                width=150,
            ),
            Column(
                "signed", self.tr("Signed by hand on"),
                lambda v: text.day(v.confirmation.signed_on), width=110,
            ),
            Column(
                "workers", self.tr("Workers"), lambda v: str(v.workers),
                sort=lambda v: v.workers, width=80, right=True,
            ),
            Column(
                "days", self.tr("Work-days now"), lambda v: days_text(v.work_days),
                sort=lambda v: v.work_days, width=110, right=True,
            ),
            Column("number", self.tr("Sheet"), lambda v: v.confirmation.id.hex[:8], width=90),
        )  # fmt: skip


class PrintSheetsDialog(Decision):
    """Which days, whose."""

    def __init__(self, parent: QWidget, teams: tuple[Team, ...]) -> None:
        super().__init__(parent, self.tr("Attendance sheets for signing"), "")
        self.verb.setText(self.tr("Make the PDF …"))
        self.parts = ChoiceField([(part, part_title(part)) for part in MonthPart])
        self.parts.set_value(MonthPart.WHOLE)
        self.add_field(self.tr("Ten days or month"), self.parts)
        every: list[tuple[TeamId | None, str]] = [(None, self.tr("Every team, a sheet each"))]
        self.teams = ChoiceField([*every, *((team.id, team.name) for team in teams)])
        self.teams.set_value(None)
        self.add_field(self.tr("Team"), self.teams)
        self.say(
            self.tr(
                "Each sheet carries a code bound to exactly these days. A sheet printed again "
                "without changes is the same sheet."
            )
        )

    @property
    def part(self) -> MonthPart:
        """The chosen days."""
        part: MonthPart = self.parts.value
        return part

    @property
    def team(self) -> TeamId | None:
        """The chosen team, None for all."""
        team: TeamId | None = self.teams.value
        return team


class SignedDialog(Decision):
    """Which sheets a scan shows, and the day on which they were signed."""

    def __init__(
        self, parent: QWidget, sheets: tuple[Confirmation, ...], path: Path, today: date
    ) -> None:
        super().__init__(parent, self.tr("File signed sheets"), "")
        self.verb.setText(self.tr("File {count} sheets").format(count=len(sheets)))
        listed = "、".join(f"{one.id.hex[:8]} {part_title(one.part)}" for one in sheets)
        words = self.tr("{file} shows: {sheets}")
        self.say(words.format(file=path.name, sheets=listed))
        self.day = DayField()
        self.day.set_value(today)
        self.add_field(self.tr("Signed by hand on"), self.day)
        self.day.changed.connect(self._allow)

    def _allow(self) -> None:
        self.verb.setEnabled(self.day.fault("") is None and self.day.value is not None)


def _sign(
    review: Review, one: Confirmation, day: date, path: Path, _ticket: Ticket
) -> Outcome[Confirmation]:
    return review.sign(one.id, day, path)
