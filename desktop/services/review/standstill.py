"""Declared stoppages and months without work."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from desktop.domain.errors import Unknown, WrongState, WrongValue
from desktop.domain.ids import ProjectId, StoppageId
from desktop.domain.months import WageMonth
from desktop.domain.site_days import NilMonth, Stoppage
from desktop.ports.books import Books
from desktop.services.attendance.month import count_month


def check(stoppage: Stoppage) -> Stoppage:
    """Refuse a stoppage without reason or that ends before it begins. Raises WrongValue."""
    if not stoppage.reason.strip():
        raise WrongValue(field="reason", value="", expected="1–200")
    if stoppage.last is not None and stoppage.last < stoppage.first:
        raise WrongValue(field="last", value=str(stoppage.last), expected=f"≥ {stoppage.first}")
    return replace(stoppage, reason=stoppage.reason.strip())


def require_apart(books: Books, stoppage: Stoppage) -> None:
    """Refuse a stoppage that shares a day with another of its project. Raises WrongState."""
    for other in books.attendance.stoppages(stoppage.project):
        apart = (stoppage.last is not None and stoppage.last < other.first) or (
            other.last is not None and other.last < stoppage.first
        )
        if other.id != stoppage.id and not apart:
            days = f"{other.first} – {other.last or ''}"
            raise WrongState(kind="stoppage", name=days, state="declared", act="declare-again")


def find(books: Books, project: ProjectId, stoppage: StoppageId) -> Stoppage:
    """Return a stoppage. Raises Unknown."""
    found = next((one for one in books.attendance.stoppages(project) if one.id == stoppage), None)
    if found is None:
        raise Unknown(kind="stoppage", name=str(stoppage))
    return found


def starting(books: Books, project: ProjectId, first: date) -> Stoppage:
    """Return the stoppage that began on a day. Raises Unknown."""
    found = next((one for one in books.attendance.stoppages(project) if one.first == first), None)
    if found is None:
        raise Unknown(kind="stoppage", name=str(first))
    return found


def require_nil(books: Books, nil: NilMonth) -> NilMonth:
    """Refuse a nil month in which somebody worked.

    Raises:
        WrongState: there are work-days, or a wage sheet that is locked.
        WrongValue: no reason.
    """
    if not nil.reason.strip():
        raise WrongValue(field="reason", value="", expected="1–200")
    project = books.projects.get(nil.project)
    days = sum(one.work_days for one in count_month(books, project, nil.month).attendance.values())
    if days:
        raise WrongState(kind="month", name=str(nil.month), state="worked", act="declare-nil")
    if any(sheet.is_locked for sheet in books.sheets.of_month(nil.project, nil.month)):
        raise WrongState(kind="month", name=str(nil.month), state="locked", act="declare-nil")
    return replace(nil, reason=nil.reason.strip())


def nil_of(books: Books, project: ProjectId, month: WageMonth) -> NilMonth | None:
    """Return the declaration of a month, if any."""
    return next((one for one in books.attendance.nil_months(project) if one.month == month), None)
