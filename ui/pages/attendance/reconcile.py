"""Three columns: the platform's days, ours, and those on the wage sheet; differences only."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QPushButton

from desktop.domain.attendance import days_text
from desktop.domain.findings import stops
from desktop.services.review import PlatformProposal, ReconcileRow, Reconciliation
from ui import format as text
from ui import icons
from ui.models.grid import Cell
from ui.models.rows import Column
from ui.pages.attendance.host import Host
from ui.pages.attendance.panel import Panel
from ui.widgets.data_table import DataTable
from ui.widgets.decision import Decision
from ui.widgets.empty_state import EmptyState
from ui.widgets.findings_list import FindingsList

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class ReconcilePanel(Panel):
    """A row a worker whose days differ; Enter goes to his month."""

    def __init__(self, page: Host) -> None:
        super().__init__(page, "")
        self.purpose = self.tr(
            "The platform's days, ours and the wage sheet's, differences only. Enter goes to the "
            "worker's month."
        )
        self._found: Reconciliation | None = None
        self.load = QPushButton(icons.get("import"), self.tr("Platform's days …"))
        self.load.clicked.connect(lambda _=False: self._ask())
        self.acts.addWidget(self.load)
        self.empty = EmptyState("", "done")
        self.table: DataTable[ReconcileRow] = DataTable(
            "attendance-reconcile",
            self._columns(),
            lambda row: row.worker,
            search=lambda row: f"{row.name}\n{row.initials}\n{row.team_name}",
            empty=self.empty,
        )
        self.table.opened.connect(self._open)
        self.body.addWidget(self.table, 1)

    def refresh(self) -> None:
        """Hold the three against each other."""
        project, month = self.page.context.project, self.page.context.month
        if project is not None:
            review = self.page.office.review
            self.page.desk.read(self, lambda: review.reconcile(project, month), self._show)

    def read(self, path: Path) -> None:
        """Read the platform's table and show what is in it."""
        project, month = self.page.context.project, self.page.context.month
        if project is not None:
            review = self.page.office.review
            self.page.desk.read(
                self, lambda: review.read_platform_days(path, project, month), self._offer
            )

    def _ask(self) -> None:
        title = self.tr("The platform's table of days")
        name, _ = QFileDialog.getOpenFileName(self, title, "", "(*.xlsx *.xls *.csv *.ods *.html)")
        if name:
            self.read(Path(name))

    def _offer(self, proposal: PlatformProposal) -> None:
        dialog = PlatformDialog(self.page, proposal)
        review = self.page.office.review

        def write() -> None:
            self.page.desk.write(self, lambda _: review.accept_platform_days(proposal), done)

        def done(_: object) -> None:
            said = self.tr("Platform days of {count} workers are kept")
            self.page.context.say(said.format(count=len(proposal.days)))

        dialog.accepted.connect(write)
        dialog.open()

    def _show(self, found: Reconciliation) -> None:
        if found.month != self.page.context.month:
            return
        self._found = found
        self.table.set_rows(found.rows)
        self.empty.label.setText(self._nothing(found))
        platform, local, wage = found.totals
        words = self.tr("{same} workers agree, {other} differ")
        parts = [words.format(same=found.same, other=len(found.rows))]
        for has, title, days in (
            (found.has_platform, self.tr("platform {days}"), platform),
            (True, self.tr("ours {days}"), local),
            (found.has_wages, self.tr("wage sheet {days}"), wage),
        ):
            if has:
                parts.append(title.format(days=days_text(days)))
        self.said.setText(" · ".join(parts))
        wanted = {"platform": found.has_platform, "wage": found.has_wages}
        for place, column in enumerate(self.table.model.columns):
            if column.key in wanted:
                self.table.view.setColumnHidden(place, not wanted[column.key])

    def _nothing(self, found: Reconciliation) -> str:
        if not (found.has_platform or found.has_wages):
            return self.tr(
                "Nothing to hold our days against yet: import the platform's table of "
                "{month}, or make the wage sheets."
            ).format(month=text.month(found.month))
        return self.tr("All workers' days agree.")

    def _open(self, row: ReconcileRow) -> None:
        self.page.go_to(Cell(row.worker, self.page.context.month.first))

    def _columns(self) -> tuple[Column[ReconcileRow], ...]:
        return (
            Column("name", self.tr("Name"), lambda row: row.name, width=150),
            Column("team", self.tr("Team"), lambda row: row.team_name, width=130),
            _days("platform", self.tr("Platform"), lambda row: row.platform),
            _days("local", self.tr("Ours"), lambda row: row.local),
            _days("wage", self.tr("Wage sheet"), lambda row: row.wage),
            Column(
                "spread",
                self.tr("Difference"),
                lambda row: days_text(row.spread),
                sort=lambda row: row.spread,
                width=110,
                right=True,
                ink=lambda _: "red",
            ),
            Column(
                "present",
                self.tr("Days at work"),
                lambda row: str(row.present),
                sort=lambda row: row.present,
                width=110,
                right=True,
            ),
            Column("why", self.tr("What differs"), self._why, width=260),
        )

    def _why(self, row: ReconcileRow) -> str:
        platform = self.tr("platform {days} more"), self.tr("platform {days} less")
        wage = self.tr("wage sheet {days} more"), self.tr("wage sheet {days} less")
        said = [_apart(row.platform, row.local, platform), _apart(row.wage, row.local, wage)]
        if self._found is not None and row.local:
            if self._found.has_platform and row.platform is None:
                said.append(self.tr("not on the platform's table"))
            if self._found.has_wages and row.wage is None:
                said.append(self.tr("on no wage sheet"))
        return "，".join(filter(None, said))


class PlatformDialog(Decision):
    """What a platform's table holds, and everything wrong with it, before it is kept."""

    def __init__(self, parent: QWidget, proposal: PlatformProposal) -> None:
        title = self.tr("Platform's days of {month}").format(month=text.month(proposal.month))
        super().__init__(parent, title, "", width=620)
        self.verb.setText(self.tr("Keep {count} workers").format(count=len(proposal.days)))
        self.verb.setEnabled(bool(proposal.days) and not stops(proposal.findings))
        words = self.tr("{file}: {rows} rows, {count} of them are workers of this project.")
        self.say(
            words.format(file=proposal.file_name, rows=proposal.rows, count=len(proposal.days))
        )
        self.say(self.tr("What was kept for this month before is replaced."))
        self.findings = FindingsList()
        self.findings.set_findings(proposal.findings)
        self.findings.setVisible(bool(proposal.findings))
        self.findings.setMinimumHeight(220)
        self.body.addWidget(self.findings, 1)


def _apart(days: Decimal | None, local: Decimal, words: tuple[str, str]) -> str:
    if days is None or days == local:
        return ""
    more, less = words
    said = more if days > local else less
    return said.format(days=f"{abs(days - local).normalize():f}")


def _days(
    key: str, title: str, take: Callable[[ReconcileRow], Decimal | None]
) -> Column[ReconcileRow]:
    def said(row: ReconcileRow) -> str:
        days = take(row)
        return "—" if days is None else days_text(days)

    return Column(key, title, said, sort=take, width=110, right=True)
