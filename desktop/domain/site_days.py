"""What else is said of a project's days: stoppages, nil months, confirmations, platform days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from desktop.domain.ids import (
    ConfirmationId,
    DocumentId,
    PersonId,
    ProjectId,
    StoppageId,
    TeamId,
    WorkerId,
)
from desktop.domain.months import WageMonth


@dataclass(frozen=True, slots=True)
class Stoppage:
    """A declared stoppage (停工): no attendance is expected on its days."""

    id: StoppageId
    project: ProjectId
    first: date
    last: date | None
    """None: not yet resumed."""
    reason: str
    declared_on: date | None = None
    """Day on which it was declared to the platform or the authority."""
    document: DocumentId | None = None

    def covers(self, day: date) -> bool:
        """Tell whether work stood still on a day."""
        return self.first <= day and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True)
class NilMonth:
    """A month without any work, with its reason and who says so."""

    project: ProjectId
    month: WageMonth
    reason: str
    by: PersonId
    by_name: str
    at: datetime


class MonthPart(StrEnum):
    """The days that a confirmation sheet covers."""

    FIRST_TEN = "first_ten"  # 上旬 1–10
    SECOND_TEN = "second_ten"  # 中旬 11–20
    THIRD_TEN = "third_ten"  # 下旬 21–end
    WHOLE = "whole"

    def span(self, month: WageMonth) -> tuple[date, date]:
        """Return its first and last day."""
        first, last = month.first, month.last
        if self is MonthPart.FIRST_TEN:
            return first, first.replace(day=10)
        if self is MonthPart.SECOND_TEN:
            return first.replace(day=11), first.replace(day=20)
        return (first.replace(day=21), last) if self is MonthPart.THIRD_TEN else (first, last)


@dataclass(frozen=True, slots=True)
class Confirmation:
    """A printed attendance sheet that workers and foreman sign; bound to its days by a digest."""

    id: ConfirmationId
    project: ProjectId
    month: WageMonth
    part: MonthPart
    team: TeamId
    digest: str
    """SHA-256 over worker, day and work-days as printed, hex."""
    printed_at: datetime
    by: PersonId
    signed_on: date | None = None
    scan: DocumentId | None = None


@dataclass(frozen=True, slots=True)
class PlatformDays:
    """Days that the supervision platform counts for a worker in a month."""

    project: ProjectId
    month: WageMonth
    worker: WorkerId
    days: Decimal
