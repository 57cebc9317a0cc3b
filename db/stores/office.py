"""The office's record, its persons, its dated tables, its documents."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from uuid import UUID

from sqlalchemy import delete, select

from db.stores.base import Store, all_of, columns, pick
from db.tables.office import (
    CalendarDayRow,
    CalendarYearRow,
    DocumentRow,
    MinimumWageRow,
    OfficeRow,
    PersonRoleRow,
    PersonRow,
)
from desktop.domain.calendar import Calendar, CalendarDay
from desktop.domain.documents import Document
from desktop.domain.errors import Unknown
from desktop.domain.ids import DocumentId, PersonId
from desktop.domain.notice import MinimumWage
from desktop.domain.people import Person, Role
from desktop.ports.books import OfficeRecord

_OFFICE = ("created_at", "reference_key", "epoch", "restored_at")
_DAY = ("day", "kind", "name", "source")
_WAGE = ("area", "monthly", "hourly", "document", "effective_from")
_DOCUMENT = ("id", "project", "kind", "name", "media_type", "content", "sha256", "by", "at")


class SqlPeople(Store):
    """Persons and the office's record."""

    def office(self) -> OfficeRecord:
        """Return the office's record."""
        row = self.cx.execute(all_of(OfficeRow)).first()
        if row is None:
            raise Unknown(kind="office", name="")
        return OfficeRecord(**columns(row, _OFFICE), settings=json.loads(row.settings))

    def put_office(self, record: OfficeRecord) -> None:
        """Write the office's record."""
        settings = json.dumps(dict(record.settings), ensure_ascii=False, sort_keys=True)
        self.upsert(OfficeRow, {"id": 1, **pick(record, _OFFICE), "settings": settings}, "id")

    def all(self) -> tuple[Person, ...]:
        """Return the persons by name."""
        roles: dict[UUID, set[Role]] = defaultdict(set)
        for person, role in self.cx.execute(select(PersonRoleRow.person, PersonRoleRow.role)):
            roles[person].add(role)
        persons = [
            Person(PersonId(row.id), row.name, frozenset(roles[row.id]))
            for row in self.cx.execute(all_of(PersonRow))
        ]
        return tuple(sorted(persons, key=lambda person: person.name))

    def put(self, person: Person) -> None:
        """Insert or replace a person with the roles."""
        self.upsert(PersonRow, {"id": person.id, "name": person.name}, "id")
        self.cx.execute(delete(PersonRoleRow).where(PersonRoleRow.person == person.id))
        rows = [{"person": person.id, "role": role} for role in sorted(person.roles)]
        self.add_rows(PersonRoleRow, rows)


class SqlCalendar(Store):
    """Holidays and minimum wages."""

    def calendar(self) -> Calendar:
        """Return every dated row."""
        days = {
            row.day: CalendarDay(**columns(row, _DAY))
            for row in self.cx.execute(all_of(CalendarDayRow).order_by(CalendarDayRow.day))
        }
        years = self.cx.execute(select(CalendarYearRow.year)).scalars()
        return Calendar(days, frozenset(years))

    def put_days(self, days: Iterable[CalendarDay]) -> None:
        """Insert or replace days."""
        for day in days:
            self.upsert(CalendarDayRow, pick(day, _DAY), "day")

    def remove_day(self, day: date) -> None:
        """Remove a day; its weekday rules again."""
        self.cx.execute(delete(CalendarDayRow).where(CalendarDayRow.day == day))

    def set_final(self, year: int, *, final: bool) -> None:
        """Say whether the year's notice has been entered."""
        self.cx.execute(delete(CalendarYearRow).where(CalendarYearRow.year == year))
        if final:
            self.add_rows(CalendarYearRow, [{"year": year}])

    def minimum_wages(self, area: str) -> tuple[MinimumWage, ...]:
        """Return an area's minimum wages, oldest first."""
        query = (
            all_of(MinimumWageRow)
            .where(MinimumWageRow.area == area)
            .order_by(MinimumWageRow.effective_from)
        )
        return tuple(MinimumWage(**columns(row, _WAGE)) for row in self.cx.execute(query))

    def put_minimum_wage(self, wage: MinimumWage) -> None:
        """Insert or replace by area and date."""
        self.upsert(MinimumWageRow, pick(wage, _WAGE), "area", "effective_from")


class SqlDocuments(Store):
    """Files inside the books."""

    def add(self, document: Document) -> None:
        """Keep a file."""
        self.add_rows(DocumentRow, [pick(document, _DOCUMENT)])

    def get(self, document: DocumentId) -> Document:
        """Return a file."""
        row = self.cx.execute(all_of(DocumentRow).where(DocumentRow.id == document)).first()
        if row is None:
            raise Unknown(kind="document", name=str(document))
        return Document(**columns(row, _DOCUMENT))
