"""Gates, clocks, notes, stoppages, nil months, confirmations, platform days."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sqlalchemy import ColumnElement, delete, insert

from db.stores.base import Store, all_of, columns, pick
from db.tables.attendance import DeviceRow
from db.tables.site_days import (
    ClockReadingRow,
    ConfirmationRow,
    DayNoteRow,
    NilMonthRow,
    PlatformDaysRow,
    StoppageRow,
)
from desktop.domain.attendance import ClockReading, DayNote, Device
from desktop.domain.errors import Unknown
from desktop.domain.ids import ConfirmationId, ProjectId, StoppageId
from desktop.domain.months import WageMonth
from desktop.domain.site_days import Confirmation, NilMonth, PlatformDays, Stoppage

_DEVICE = ("id", "project", "name", "format", "place")
_NOTE = ("worker", "day", "text", "by", "by_name", "at")
_STOPPAGE = ("id", "project", "first", "last", "reason", "declared_on", "document")
_NIL = ("project", "month", "reason", "by", "by_name", "at")
_CONFIRMATION = (
    "id", "project", "month", "part", "team", "digest", "printed_at", "by", "signed_on", "scan",
)  # fmt: skip
_PLATFORM = ("project", "month", "worker", "days")


class SqlSiteDays(Store):
    """The part of the attendance store that is neither punch nor mark."""

    def devices(self, project: ProjectId) -> tuple[Device, ...]:
        """Return the project's gates, by name."""
        rows = self.cx.execute(all_of(DeviceRow).where(DeviceRow.project == project))
        found = [Device(**columns(row, _DEVICE)) for row in rows]
        return tuple(sorted(found, key=lambda device: device.name))

    def put_device(self, device: Device) -> None:
        """Insert or update a gate. Raises Stale for a name another one has."""
        self.upsert(DeviceRow, pick(device, _DEVICE), "id")

    def clock_readings(self, project: ProjectId) -> tuple[ClockReading, ...]:
        """Return what the gates' clocks showed, oldest first."""
        query = (
            all_of(ClockReadingRow)
            .join(DeviceRow, DeviceRow.id == ClockReadingRow.device)
            .where(DeviceRow.project == project)
            .order_by(ClockReadingRow.true_at, ClockReadingRow.number)
        )
        return tuple(
            ClockReading(row.device, row.shown_at, row.true_at, row.by, row.note)
            for row in self.cx.execute(query)
        )

    def add_clock_reading(self, reading: ClockReading) -> None:
        """Keep what a clock showed."""
        row = {
            **pick(reading, ("device", "by", "note")),
            "shown_at": reading.shown,
            "true_at": reading.true,
        }
        self.cx.execute(insert(ClockReadingRow), row)

    def notes(self, project: ProjectId, first: date, last: date) -> tuple[DayNote, ...]:
        """Return the notes on cells from first to last."""
        query = (
            all_of(DayNoteRow)
            .where(DayNoteRow.project == project, DayNoteRow.day.between(first, last))
            .order_by(DayNoteRow.day, DayNoteRow.worker)
        )
        return tuple(DayNote(**columns(row, _NOTE)) for row in self.cx.execute(query))

    def put_note(self, project: ProjectId, note: DayNote) -> None:
        """Store (replace) a cell's note; an empty text removes it."""
        if note.text:
            row = {"project": project, **pick(note, _NOTE)}
            self.upsert(DayNoteRow, row, "project", "day", "worker")
            return
        self.cx.execute(
            delete(DayNoteRow).where(
                DayNoteRow.project == project,
                DayNoteRow.worker == note.worker,
                DayNoteRow.day == note.day,
            )
        )

    def stoppages(self, project: ProjectId) -> tuple[Stoppage, ...]:
        """Return stoppages, oldest first."""
        query = all_of(StoppageRow).where(StoppageRow.project == project)
        rows = self.cx.execute(query.order_by(StoppageRow.first, StoppageRow.id))
        return tuple(Stoppage(**columns(row, _STOPPAGE)) for row in rows)

    def put_stoppage(self, stoppage: Stoppage) -> None:
        """Insert or replace a stoppage."""
        self.upsert(StoppageRow, pick(stoppage, _STOPPAGE), "id")

    def remove_stoppage(self, stoppage: StoppageId) -> None:
        """Remove a stoppage."""
        self.cx.execute(delete(StoppageRow).where(StoppageRow.id == stoppage))

    def nil_months(self, project: ProjectId) -> tuple[NilMonth, ...]:
        """Return nil months, oldest first."""
        query = all_of(NilMonthRow).where(NilMonthRow.project == project)
        rows = self.cx.execute(query.order_by(NilMonthRow.month))
        return tuple(NilMonth(**columns(row, _NIL)) for row in rows)

    def put_nil_month(self, nil: NilMonth) -> None:
        """Insert or replace a nil month."""
        self.upsert(NilMonthRow, pick(nil, _NIL), "project", "month")

    def remove_nil_month(self, project: ProjectId, month: WageMonth) -> None:
        """Take a nil month back."""
        own = (NilMonthRow.project == project) & (NilMonthRow.month == month)
        self.cx.execute(delete(NilMonthRow).where(own))

    def confirmations(self, project: ProjectId, month: WageMonth) -> tuple[Confirmation, ...]:
        """Return a month's confirmation sheets, oldest first."""
        return self._confirmations(
            (ConfirmationRow.project == project) & (ConfirmationRow.month == month)
        )

    def _confirmations(self, condition: ColumnElement[bool]) -> tuple[Confirmation, ...]:
        query = all_of(ConfirmationRow).where(condition)
        rows = self.cx.execute(query.order_by(ConfirmationRow.printed_at, ConfirmationRow.id))
        return tuple(Confirmation(**columns(row, _CONFIRMATION)) for row in rows)

    def put_confirmation(self, confirmation: Confirmation) -> None:
        """Insert or replace a confirmation sheet."""
        self.upsert(ConfirmationRow, pick(confirmation, _CONFIRMATION), "id")

    def confirmation(self, confirmation: ConfirmationId) -> Confirmation:
        """Return one confirmation sheet."""
        found = self._confirmations(ConfirmationRow.id == confirmation)
        if not found:
            raise Unknown(kind="confirmation", name=str(confirmation))
        return found[0]

    def platform_days(self, project: ProjectId, month: WageMonth) -> tuple[PlatformDays, ...]:
        """Return what the platform counts for a month."""
        query = all_of(PlatformDaysRow).where(
            PlatformDaysRow.project == project, PlatformDaysRow.month == month
        )
        rows = self.cx.execute(query.order_by(PlatformDaysRow.worker))
        return tuple(PlatformDays(**columns(row, _PLATFORM)) for row in rows)

    def put_platform_days(
        self, project: ProjectId, month: WageMonth, days: Iterable[PlatformDays]
    ) -> None:
        """Replace a month's platform days."""
        own = (PlatformDaysRow.project == project) & (PlatformDaysRow.month == month)
        self.cx.execute(delete(PlatformDaysRow).where(own))
        rows = [{**pick(each, _PLATFORM), "project": project, "month": month} for each in days]
        self.add_rows(PlatformDaysRow, rows)
