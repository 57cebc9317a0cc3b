"""What people said of days, beside the raw punches."""

from __future__ import annotations

from datetime import date

from sqlalchemy import delete

from db.stores.base import all_of, columns, pick
from db.stores.punches import SqlPunches
from db.stores.site_days import SqlSiteDays
from db.tables.attendance import ApprovedHoursRow, HandMarkRow
from desktop.domain.attendance import ApprovedHours, HandMark, HoursKind
from desktop.domain.ids import ProjectId, WorkerId

_MARK = ("worker", "day", "work_days", "hours", "reason", "by", "by_name", "at", "evidence")
_HOURS = ("worker", "day", "kind", "minutes", "by", "by_name", "at")


class SqlAttendance(SqlPunches, SqlSiteDays):
    """Punches, hand marks, approved hours, and what else is said of days."""

    def hand_marks(self, project: ProjectId, first: date, last: date) -> tuple[HandMark, ...]:
        """Return the days set by hand from first to last."""
        query = (
            all_of(HandMarkRow)
            .where(HandMarkRow.project == project, HandMarkRow.day.between(first, last))
            .order_by(HandMarkRow.day, HandMarkRow.worker)
        )
        return tuple(HandMark(**columns(row, _MARK)) for row in self.cx.execute(query))

    def put_hand_mark(self, project: ProjectId, mark: HandMark) -> None:
        """Insert or replace a worker's day."""
        row = {"project": project, **pick(mark, _MARK)}
        self.upsert(HandMarkRow, row, "project", "day", "worker")

    def remove_hand_mark(self, project: ProjectId, worker: WorkerId, day: date) -> None:
        """Let the punches of a day speak again."""
        self.cx.execute(
            delete(HandMarkRow).where(
                HandMarkRow.project == project,
                HandMarkRow.worker == worker,
                HandMarkRow.day == day,
            )
        )

    def approved(self, project: ProjectId, first: date, last: date) -> tuple[ApprovedHours, ...]:
        """Return the approved hours from first to last."""
        query = (
            all_of(ApprovedHoursRow)
            .where(ApprovedHoursRow.project == project, ApprovedHoursRow.day.between(first, last))
            .order_by(ApprovedHoursRow.day, ApprovedHoursRow.worker, ApprovedHoursRow.kind)
        )
        return tuple(ApprovedHours(**columns(row, _HOURS)) for row in self.cx.execute(query))

    def put_approved(self, project: ProjectId, hours: ApprovedHours) -> None:
        """Store (replace) approved hours of one worker, day and kind; 0 minutes removes them."""
        if hours.minutes == 0:
            self.remove_approved(project, hours.worker, hours.day, hours.kind)
            return
        row = {"project": project, **pick(hours, _HOURS)}
        self.upsert(ApprovedHoursRow, row, "project", "day", "worker", "kind")

    def remove_approved(
        self, project: ProjectId, worker: WorkerId, day: date, kind: HoursKind
    ) -> None:
        """Take back an approval."""
        self.cx.execute(
            delete(ApprovedHoursRow).where(
                ApprovedHoursRow.project == project,
                ApprovedHoursRow.worker == worker,
                ApprovedHoursRow.day == day,
                ApprovedHoursRow.kind == kind,
            )
        )
