"""What every part of paying works with, and who may do what."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Protocol

from desktop.domain.changes import Changes, Outcome, Topic
from desktop.domain.disbursement import PayBatch
from desktop.domain.errors import RoleMissing, SamePerson, Unknown
from desktop.domain.ids import PersonId
from desktop.domain.people import CHECKERS, MAKERS, Person
from desktop.ports.banks import BankLink, PayList
from desktop.ports.books import OpenBooks, Seat
from desktop.ports.clock import Clock
from desktop.services.people import is_single

FILE = "file"
"""The bank word of a list that a person uploads by hand."""


class Waiter(Protocol):
    """Something to wait on that a person can end, such as threading.Event."""

    def wait(self, timeout: float | None = None) -> bool:
        """Wait; True when waiting was ended."""


class PaymentBase:
    """Books, clock, seat and banks."""

    def __init__(  # noqa: PLR0913 - what is injected, by name
        self,
        *,
        books: OpenBooks,
        reads: OpenBooks,
        clock: Clock,
        seat: Seat,
        links: Callable[[str], BankLink],
        waiter: Waiter,
        pay_list: PayList,
        safe_copy: Callable[[str], None],
    ) -> None:
        self._books = books
        self._reads = reads
        self._clock = clock
        self._seat = seat
        self._links = links
        self._waiter = waiter
        self._pay_list = pay_list
        self._safe_copy = safe_copy


def told(batch: PayBatch) -> Outcome[PayBatch]:
    """Say that a batch was touched."""
    return Outcome(batch, Changes.of(Topic.PAYMENTS, project=batch.project, month=batch.month))


def person(persons: Iterable[Person], who: PersonId) -> Person:
    """Find a person. Raises Unknown."""
    for one in persons:
        if one.id == who:
            return one
    raise Unknown(kind="person", name=str(who))


def check_maker(persons: tuple[Person, ...], who: PersonId) -> Person:
    """Let only makers make; in an office of one person that one may.

    Raises:
        RoleMissing: the person is no maker.
    """
    maker = person(persons, who)
    if not maker.roles & MAKERS and not is_single(persons):
        raise RoleMissing(name=maker.name, role="maker")
    return maker


def check_checker(persons: tuple[Person, ...], who: PersonId, maker: PersonId) -> bool:
    """Let only another person approve; returns whether the office is one of a single person.

    Raises:
        SamePerson: maker and checker are the same.
        RoleMissing: the person may not check.
    """
    checker = person(persons, who)
    single = is_single(persons)
    if single:
        return True
    if who == maker:
        raise SamePerson(name=checker.name)
    if not checker.roles & CHECKERS:
        raise RoleMissing(name=checker.name, role="checker")
    return False
