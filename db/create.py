"""New books: tables and the first rows."""

from __future__ import annotations

from sqlalchemy import Engine

from db.books import SqlBooks
from db.health import migrate, revision
from desktop.domain.errors import BooksExist
from desktop.domain.people import Person
from desktop.ports.books import OfficeRecord
from desktop.ports.clock import Clock


class _FirstSeat:
    """Whoever makes the books sits at them."""

    def __init__(self, person: Person) -> None:
        self.person = person.id
        self.name = person.name


def create_books(
    engine: Engine,
    record: OfficeRecord,
    person: Person,
    clock: Clock,
    journal_key: bytes | None = None,
) -> None:
    """Make the tables and write the office and its first person.

    Args:
        engine: of a new file or of an empty database.
        record: what the books say of themselves.
        person: the first person.
        clock: time of the first journal entry.
        journal_key: given, the entry "office.created" begins the journal.

    Raises:
        BooksExist: there are books already.
    """
    with engine.connect() as connection:
        if revision(connection):
            raise BooksExist(path=str(engine.url.database or ""))
    migrate(engine)
    with SqlBooks(engine, _FirstSeat(person), clock, journal_key or b"") as books:
        books.people.put_office(record)
        books.people.put(person)
        if journal_key is not None:
            books.journal.write("office.created", str(person.id), roles=len(person.roles))
        books.commit()
