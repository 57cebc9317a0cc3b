"""Who came to work in the month, and whether identity, contract and training were there before."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.contract_state import Proof
from desktop.domain.findings import Code
from desktop.services.contracts import GateLine, GateReport
from ui import format as text
from ui import trouble
from ui.models.rows import Badge, Column
from ui.widgets.banner import Banner
from ui.widgets.data_table import DataTable
from ui.widgets.empty_state import EmptyState


class GateWords(QObject):
    """Columns of the gate list."""

    def columns(self) -> tuple[Column[GateLine], ...]:
        """Return the columns."""
        return (
            Column("name", self.tr("Name"), lambda line: line.name, width=200),
            Column("team", self.tr("Team"), lambda line: line.team_name, width=110),
            Column("first", self.tr("First day"), lambda line: text.day(line.first_day), width=104),
            self._proof(Proof.IDENTITY, self.tr("Identity")),
            self._proof(Proof.CONTRACT, self.tr("Contract or agreement")),
            self._proof(Proof.TRAINING, self.tr("Safety training")),
        )

    def _proof(self, proof: Proof, title: str) -> Column[GateLine]:
        def badge(line: GateLine) -> Badge:
            since = since_of(line, proof)
            if proof not in line.missing:
                return Badge("done", text.day(since))
            kind = line.level(proof).value
            if since is None:
                return Badge(kind, self.tr("Missing"))
            return Badge(kind, self.tr("Only from {day}").format(day=text.day(since)))

        return Column(
            proof.value,
            title,
            lambda line: badge(line).word,
            sort=lambda line: (proof not in line.missing, text.day(since_of(line, proof))),
            width=172,
            badge=badge,
        )


def since_of(line: GateLine, proof: Proof) -> date | None:
    """Return since when a proof stands."""
    own = line.proven
    return {
        Proof.IDENTITY: own.identity,
        Proof.CONTRACT: own.contract,
        Proof.TRAINING: own.training,
    }[proof]


class GateTab(QWidget):
    """The list by worker, with what concerns the whole project above it."""

    def __init__(self) -> None:
        super().__init__()
        self._banner: Banner | None = None
        self.table: DataTable[GateLine] = DataTable(
            "gate",
            GateWords(self).columns(),
            lambda line: line.worker,
            empty=EmptyState(self.tr("Nobody has come to work in this month yet."), "contract"),
        )
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.table, 1)
        self.setFocusProxy(self.table)

    def show_report(self, report: GateReport) -> None:
        """Show who worked; those who lacked something come first."""
        lines = sorted(report.lines, key=lambda line: (not line.is_grave, -len(line.missing)))
        self.table.set_rows(lines)
        counts = {proof: sum(proof in line.missing for line in lines) for proof in Proof}
        said = self.tr(
            "{worked} worked; before their first day {identity} were not registered, {contract} "
            "had no contract, {training} no safety training"
        )
        words = said.format(
            worked=text.count(len(lines)),
            identity=text.count(counts[Proof.IDENTITY]),
            contract=text.count(counts[Proof.CONTRACT]),
            training=text.count(counts[Proof.TRAINING]),
        )
        self.table.set_totals(words if lines else "")
        self._show_insurance(report)

    def _show_insurance(self, report: GateReport) -> None:
        if self._banner is not None:
            self._banner.leave()
            self._banner = None
        wanted = {Code.INSURANCE_MISSING, Code.INSURANCE_EXPIRED}
        found = next((one for one in report.findings if one.code in wanted), None)
        if found is not None:
            said = trouble.of_finding(found)
            self._banner = Banner("warn", said.text, said.remedy)
            self._column.insertWidget(0, self._banner)
