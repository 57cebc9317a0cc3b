"""Persons of the office, and the office itself."""

from __future__ import annotations

from dataclasses import dataclass, replace

from desktop.domain.changes import Changes, Outcome, Topic
from desktop.domain.errors import NotThatPerson, Unknown, WrongValue
from desktop.domain.ids import PersonId, new_id
from desktop.domain.people import CHECKERS, MAKERS, Person, Role
from desktop.ports.books import JournalEntry, OfficeRecord, OpenBooks
from desktop.ports.keys import PersonKeys


@dataclass(slots=True)
class Seated:
    """Who sits at this program now; the journal signs with it."""

    person: PersonId
    name: str


class People:
    """Who works in the office and what was done."""

    def __init__(
        self, *, books: OpenBooks, reads: OpenBooks, seat: Seated, keys: PersonKeys
    ) -> None:
        self._books = books
        self._reads = reads
        self._seat = seat
        self._keys = keys

    def office(self) -> OfficeRecord:
        """Return what the books say of themselves."""
        with self._reads() as books:
            return books.people.office()

    def all(self) -> tuple[Person, ...]:
        """Return every person, in the order they were added."""
        with self._reads() as books:
            return books.people.all()

    def by_name(self, name: str) -> Person:
        """Return a person by name.

        Raises:
            Unknown: nobody has that name.
        """
        for person in self.all():
            if person.name == name.strip():
                return person
        raise Unknown(kind="person", name=name)

    def add(self, name: str, roles: frozenset[Role]) -> Outcome[Person]:
        """Add a person, or give the person of that name these roles."""
        clean = name.strip()
        if not clean:
            raise WrongValue(field="name", value=name, expected="1–50")
        with self._books() as books:
            known = next((p for p in books.people.all() if p.name == clean), None)
            person = (
                replace(known, roles=roles) if known else Person(PersonId(new_id()), clean, roles)
            )
            books.people.put(person)
            books.journal.write(
                "office.person", str(person.id), roles=",".join(sorted(person.roles))
            )
            books.commit()
        return Outcome(person, Changes.of(Topic.OFFICE))

    def is_single(self) -> bool:
        """Tell whether maker and checker must be the same person (单人模式)."""
        return is_single(self.all())

    def sit(self, person: Person) -> None:
        """Seat who has just opened the books; what follows is journalled under that name."""
        self._seat.person, self._seat.name = person.id, person.name

    def take_seat(self, person: Person, passphrase: str = "") -> Outcome[Person]:
        """Let another person take this seat.

        Raises:
            NotThatPerson: he has a passphrase of his own, and this is not it.
        """
        self.prove(person, passphrase)
        before = self._seat.name
        self.sit(person)
        with self._books() as books:
            books.journal.write("office.seat", str(person.id), name=person.name, before=before)
            books.commit()
        return Outcome(person, Changes.of(Topic.OFFICE))

    def with_own_passphrase(self) -> frozenset[PersonId]:
        """Return the persons who prove themselves with a passphrase of their own."""
        names = self._keys.names()
        return frozenset(person.id for person in self.all() if person.name in names)

    def prove(self, person: Person, passphrase: str) -> None:
        """Make sure that somebody is this person; nothing is asked of who has no own passphrase.

        Raises:
            NotThatPerson: he has one, and this is not it.
        """
        if person.name not in self._keys.names() or self._keys.proves(person.name, passphrase):
            return
        raise NotThatPerson(name=person.name)

    def give_passphrase(self, person: Person, fresh: str, former: str = "") -> Outcome[Person]:
        """Give a person a passphrase of his own, or another in place of the former.

        Args:
            person: whose it is.
            fresh: what he types from now on.
            former: his present one, or the office's recovery code where it is forgotten.

        Raises:
            NotThatPerson: he has one, and `former` is neither that nor the recovery code.
            WeakPassphrase: too short.
        """
        if not self._keys.recovers(former):
            self.prove(person, former)
        self._keys.give(person.name, fresh)
        with self._books() as books:
            books.journal.write("office.passphrase", str(person.id), name=person.name)
            books.commit()
        return Outcome(person, Changes.of(Topic.OFFICE))

    def journal(self, limit: int = 200) -> tuple[JournalEntry, ...]:
        """Return the newest journal entries."""
        with self._reads() as books:
            return books.journal.entries(limit)

    def verify_journal(self) -> int:
        """Check the journal's chain and return its length."""
        with self._reads() as books:
            return books.journal.verify()

    def set_option(self, key: str, value: str) -> Outcome[None]:
        """Keep an office-wide setting such as "backup_folder"."""
        with self._books() as books:
            record = books.people.office()
            books.people.put_office(replace(record, settings={**record.settings, key: value}))
            books.journal.write("office.setting", key)
            books.commit()
        return Outcome(None, Changes.of(Topic.OFFICE))


def is_single(people: tuple[Person, ...]) -> bool:
    """Tell whether fewer than two persons hold money roles."""
    return sum(bool(p.roles & (MAKERS | CHECKERS)) for p in people) < 2  # noqa: PLR2004 - two persons
