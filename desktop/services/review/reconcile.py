"""Days three times: what the platform counts, what the books count, what is paid."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal

from desktop.domain.ids import WorkerId
from desktop.domain.months import WageMonth
from desktop.domain.project import Project
from desktop.ports.books import Books
from desktop.services.attendance.month import count_month

_NONE = Decimal(0)


@dataclass(frozen=True, slots=True)
class ReconcileRow:
    """One worker whose days differ."""

    worker: WorkerId
    name: str
    initials: str
    team_name: str
    platform: Decimal | None
    """None: the platform's table does not name him."""
    local: Decimal
    present: int
    """Days with any work-days at all: some platforms count these."""
    wage: Decimal | None
    """None: he stands on no wage sheet of the month."""

    @property
    def spread(self) -> Decimal:
        """Largest difference between two of the three."""
        known = [days for days in (self.platform, self.local, self.wage) if days is not None]
        return max(known) - min(known)


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """Differences only, largest first."""

    month: WageMonth
    rows: tuple[ReconcileRow, ...]
    same: int
    """Workers whose figures agree."""
    has_platform: bool
    has_wages: bool
    totals: tuple[Decimal, Decimal, Decimal]
    """Platform, local and wage days of everybody."""


def reconcile(books: Books, project: Project, month: WageMonth) -> Reconciliation:
    """Hold the three against each other; a column that nobody has brought is left out."""
    platform = {one.worker: one.days for one in books.attendance.platform_days(project.id, month)}
    wages: dict[WorkerId, Decimal] = defaultdict(Decimal)
    sheets = books.sheets.of_month(project.id, month)
    for sheet in sheets:
        for line in sheet.lines:
            wages[line.worker] += line.work_days
    counted = count_month(books, project, month)
    teams = {team.id: team.name for team in books.projects.teams(project.id)}
    rows, same, local_sum = [], 0, _NONE
    for worker_id in {*counted.workers, *platform, *wages}:
        worker = counted.workers.get(worker_id) or books.workers.get(worker_id)
        job = worker.employment(project.id)
        marks = counted.marks[worker_id].counted() if worker_id in counted.marks else {}
        local = sum((mark.work_days for mark in marks.values()), _NONE)
        local_sum += local
        row = ReconcileRow(
            worker_id,
            worker.name,
            worker.initials,
            teams.get(job.team, "") if job else "",
            platform.get(worker_id, _NONE if platform and not local else None),
            local,
            sum(mark.work_days > 0 for mark in marks.values()),
            wages.get(worker_id, _NONE if sheets and not local else None),
        )
        if _differs(row, has_platform=bool(platform), has_wages=bool(sheets)):
            rows.append(row)
        else:
            same += 1
    rows.sort(key=lambda row: (-row.spread, row.team_name, row.name))
    totals = sum(platform.values(), _NONE), local_sum, sum(wages.values(), _NONE)
    return Reconciliation(month, tuple(rows), same, bool(platform), bool(sheets), totals)


def _differs(row: ReconcileRow, *, has_platform: bool, has_wages: bool) -> bool:
    if has_platform and row.platform != row.local:
        return True
    return has_wages and row.wage != row.local
