"""Who needs a wage card: the list for the bank, in the columns a bank asks for."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

import resources
from desktop.domain import identity
from desktop.domain.disbursement import ItemState
from desktop.domain.findings import Code, Finding, Level
from desktop.domain.ids import ProjectId, WorkerId
from desktop.domain.worker import Card
from desktop.ports.books import Books
from desktop.ports.tables import Table, TableColumn
from desktop.services.exports.people import Excluded, People, Person
from resources.words import phrase

_ACCOUNT = "AC"
"""Beginning of the bank's reason codes that speak of the account (ISO 20022: AC01, AC04 …)."""
_BACK = frozenset({ItemState.FAILED, ItemState.RETURNED})


@dataclass(frozen=True, slots=True)
class ListColumn:
    """One column of the list for the bank."""

    key: str
    title: str
    width: int
    needed: bool = False
    """The bank opens no account without it."""
    back: bool = False
    """The bank fills it in."""


@cache
def _terms() -> Mapping[str, object]:
    return tomllib.loads(resources.text("terms/card_list.toml"))


@cache
def list_columns() -> tuple[ListColumn, ...]:
    """Return the columns in order."""
    return tuple(ListColumn(**one) for one in _terms()["columns"])  # type: ignore[attr-defined]


def refused_accounts(books: Books, project: ProjectId) -> dict[WorkerId, str]:
    """Return worker → account to which the bank could not pay, by its latest answer."""
    found: dict[WorkerId, str] = {}
    for batch in books.payments.batches(project, None):
        for item in batch.items:
            if item.state in _BACK and item.code.startswith(_ACCOUNT):
                found[item.worker] = item.account
            elif item.state in {ItemState.PAID, ItemState.SETTLED}:
                found.pop(item.worker, None)
    return found


def is_usable(card: Card | None, refused: str) -> bool:
    """Tell whether wages can be paid to a card."""
    return card is not None and identity.is_card(card.number) and card.number != refused


def in_need(people: People, usable: frozenset[WorkerId]) -> People:
    """Return the people without a usable card; who has one, or has left, is excluded by name."""
    wanted: list[Person] = []
    excluded = list(people.excluded)
    for person in people.persons:
        if person.worker.id in usable:
            excluded.append(Excluded(person.worker.name, phrase("exports", "has-card")))
        else:
            wanted.append(person)
    return People(people.project, tuple(wanted), tuple(excluded))


def list_table(people: People) -> Table:
    """Return the list as the bank gets it."""
    columns = list_columns()
    head = tuple(TableColumn(one.title, one.width) for one in columns)
    rows = tuple(
        tuple("" if one.back else text_of(person, one.key) for one in columns)
        for person in people.persons
    )
    return Table(str(_terms()["sheet"]), head, rows, str(_terms()["note"]))


def text_of(person: Person, key: str) -> str:
    """Return a text; letters reach him at the present address where there is one."""
    if key == "address":
        return person.texts.get("contact_address", "") or person.texts.get("address", "")
    return person.texts.get(key, "")


def lacking(people: People) -> Iterator[Finding]:
    """Name what the bank will ask for and the roster does not have."""
    for person in people.persons:
        for one in list_columns():
            if one.needed and not text_of(person, one.key):
                facts = {"field": one.title}
                name = person.worker.name
                yield Finding(Code.FIELD_LACKING, Level.WARN, None, one.title, name, facts)
