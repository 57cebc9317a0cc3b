"""What an act touched, so that every screen can decide for itself whether to read again."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from desktop.domain.ids import ProjectId
from desktop.domain.months import WageMonth

T = TypeVar("T")


class Topic(StrEnum):
    """A kind of fact that screens show."""

    OFFICE = "office"
    PROJECT = "project"
    ROSTER = "roster"
    ATTENDANCE = "attendance"
    WAGES = "wages"
    SIGNATURES = "signatures"
    PAYMENTS = "payments"
    NOTICE = "notice"
    CALENDAR = "calendar"
    BACKUP = "backup"
    CONTRACTS = "contracts"


@dataclass(frozen=True, slots=True)
class Changes:
    """Topics touched, in which project and month (None: all of them)."""

    topics: frozenset[Topic]
    project: ProjectId | None = None
    month: WageMonth | None = None

    @classmethod
    def of(
        cls, *topics: Topic, project: ProjectId | None = None, month: WageMonth | None = None
    ) -> Changes:
        """Name the topics that were touched."""
        return cls(frozenset(topics), project, month)

    def touch(self, *topics: Topic, project: ProjectId | None = None) -> bool:
        """Tell whether any of these topics of this project was touched."""
        same = self.project is None or project is None or self.project == project
        return same and not self.topics.isdisjoint(topics)


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T]):
    """The result of an act together with what it touched."""

    value: T
    changes: Changes
