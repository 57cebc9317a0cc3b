"""Attendance: device files in and back out, days set by hand, extra hours approved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from desktop.domain.attendance import (
    ApprovedHours,
    AttendanceRule,
    HandMark,
    HoursKind,
)
from desktop.domain.changes import Changes, Outcome, Topic
from desktop.domain.ids import DocumentId, ProjectId, WorkerId
from desktop.domain.months import WageMonth
from desktop.services.attendance import days as attendance_days
from desktop.services.attendance import numbers as attendance_numbers
from desktop.services.attendance.file import AttendanceReport, PunchProposal
from desktop.services.attendance.hours import HoursProposal, propose
from desktop.services.attendance.intake import PunchIntake
from desktop.services.attendance.month import GridRow, MonthGrid, month_grid

__all__ = [
    "Attendance", "AttendanceReport", "GridRow", "HoursProposal", "MonthGrid", "PunchProposal",
]  # fmt: skip


class Attendance(PunchIntake):
    """Attendance of the projects."""

    def set_rule(self, project_id: ProjectId, rule: AttendanceRule) -> Outcome[AttendanceRule]:
        """Set how a project counts days; locked sheets stay as they are.

        Raises:
            WrongValue: a number is out of its range.
        """
        attendance_days.check_rule(rule)
        with self._books() as books:
            project = books.projects.get(project_id)
            if project.attendance_rule != rule:
                books.projects.put(replace(project, attendance_rule=rule))
                boundary = rule.day_boundary.isoformat("minutes")
                books.journal.write("attendance.rule", str(project_id), boundary=boundary)
                books.commit()
        return Outcome(rule, _changes(project_id, Topic.PROJECT))

    def month(self, project_id: ProjectId, month: WageMonth) -> MonthGrid:
        """Return the month grid."""
        with self._reads() as books:
            return month_grid(books, books.projects.get(project_id), month)

    def set_day(
        self,
        project_id: ProjectId,
        worker_id: WorkerId,
        day: date,
        work_days: Decimal,
        reason: str,
        hours: Decimal | None = None,
    ) -> Outcome[HandMark]:
        """Set a worker's day by hand, with reason and name.

        Raises:
            WrongState: the worker's line of that month is locked.
            WrongValue: work-days, hours, reason or day cannot be.
        """
        mark = self._mark(worker_id, day, work_days, reason, hours)
        self._put_marks(project_id, [mark])
        return Outcome(mark, _changes(project_id, month=WageMonth.of(day)))

    def set_days(
        self, project_id: ProjectId, cells: Sequence[tuple[WorkerId, date, Decimal]], reason: str
    ) -> Outcome[int]:
        """Set many days at once, all or none, as when a block is pasted."""
        marks = [self._mark(worker, day, days, reason, None) for worker, day, days in cells]
        self._put_marks(project_id, marks)
        return Outcome(len(marks), _changes(project_id))

    def restore_days(
        self,
        project_id: ProjectId,
        cells: Sequence[tuple[WorkerId, date, Decimal | None, Decimal | None, str]],
        evidence: Mapping[tuple[WorkerId, date], DocumentId] | None = None,
    ) -> Outcome[int]:
        """Bring days to work-days, hours and reason, or (None) back to their punches: all or none.

        Args:
            project_id: where.
            cells: worker, day, work-days, hours and reason.
            evidence: kept papers and photos that prove some of them.

        Raises:
            WrongState: the line of one of the workers is locked.
            WrongValue: work-days, hours, reason or day cannot be.
        """
        proof = evidence or {}
        marks = [
            replace(self._mark(worker, day, days, reason, hours), evidence=proof.get((worker, day)))
            for worker, day, days, hours, reason in cells
            if days is not None
        ]
        gone = [(worker, day) for worker, day, days, *_ in cells if days is None]
        self._put_marks(project_id, marks, gone)
        return Outcome(len(cells), _changes(project_id))

    def _mark(
        self, worker: WorkerId, day: date, work_days: Decimal, reason: str, hours: Decimal | None
    ) -> HandMark:
        attendance_days.check_mark(work_days, hours, reason)
        seat = self._seat
        return HandMark(
            worker, day, work_days, hours, reason.strip(), seat.person, seat.name,
            self._clock.now(),
        )  # fmt: skip

    def _put_marks(
        self,
        project_id: ProjectId,
        marks: Sequence[HandMark],
        gone: Sequence[tuple[WorkerId, date]] = (),
    ) -> None:
        with self._books() as books:
            cells = [(mark.worker, mark.day) for mark in marks]
            attendance_days.require_open(books, project_id, [*cells, *gone], "correct")
            attendance_days.require_past(cells, self._clock.today())
            attendance_days.require_employed(books, project_id, cells)
            for mark in marks:
                books.attendance.put_hand_mark(project_id, mark)
                subject, day = str(mark.worker), str(mark.day)
                books.journal.write(
                    "attendance.day", subject, day=day, work_days=str(mark.work_days)
                )
            for worker, at in gone:
                books.attendance.remove_hand_mark(project_id, worker, at)
                books.journal.write("attendance.clear", str(worker), day=str(at))
            books.commit()

    def clear_day(self, project_id: ProjectId, worker_id: WorkerId, day: date) -> Outcome[date]:
        """Take a day set by hand back: its punches count again.

        Raises:
            WrongState: the worker's line of that month is locked.
        """
        self._put_marks(project_id, (), [(worker_id, day)])
        return Outcome(day, _changes(project_id, month=WageMonth.of(day)))

    def propose_hours(self, project_id: ProjectId, month: WageMonth) -> tuple[HoursProposal, ...]:
        """Propose extra hours from punches and calendar; nothing is paid unless approved."""
        with self._reads() as books:
            return propose(books, books.projects.get(project_id), month)

    def approve_hours(
        self,
        project_id: ProjectId,
        approvals: Sequence[tuple[WorkerId, date, HoursKind, int]],
    ) -> Outcome[int]:
        """Approve extra minutes of workers and days; 0 takes an approval back.

        Raises:
            WrongState: a worker's line of that month is locked.
            WrongValue: minutes beyond a day.
        """
        for *_, minutes in approvals:
            attendance_days.check_minutes(minutes)
        seat, now = self._seat, self._clock.now()
        with self._books() as books:
            cells = [(worker, day) for worker, day, _, _ in approvals]
            attendance_days.require_open(books, project_id, cells, "correct")
            for worker, day, kind, minutes in approvals:
                hours = ApprovedHours(worker, day, kind, minutes, seat.person, seat.name, now)
                books.attendance.put_approved(project_id, hours)
                books.journal.write(
                    "attendance.hours", str(worker), day=str(day), kind=kind, minutes=minutes
                )
            books.commit()
        return Outcome(len(approvals), _changes(project_id))

    def unknown_numbers(self, project_id: ProjectId) -> dict[str, int]:
        """Return device numbers that ever punched and mean nobody, with their count."""
        with self._reads() as books:
            return attendance_numbers.unknown(books, project_id)

    def assign_number(
        self,
        project_id: ProjectId,
        number: str,
        worker_id: WorkerId,
        since: date | None = None,
    ) -> Outcome[WorkerId]:
        """Let a device number mean a worker, from a day on or from the beginning.

        Raises:
            Refused: it means somebody else on those days.
        """
        with self._books() as books:
            attendance_numbers.assign(books, project_id, number, worker_id, since)
            books.journal.write("attendance.number", str(worker_id), since=str(since or ""))
            books.commit()
        return Outcome(worker_id, _changes(project_id, Topic.ROSTER))


def _changes(project: ProjectId, *more: Topic, month: WageMonth | None = None) -> Changes:
    return Changes.of(Topic.ATTENDANCE, Topic.WAGES, *more, project=project, month=month)
