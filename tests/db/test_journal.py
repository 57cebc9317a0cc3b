"""Nothing in the journal can be changed, removed, added or moved unseen."""

import hashlib
import hmac
import json
import threading
from datetime import UTC, datetime

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from db.journal import mac
from desktop.domain.errors import BooksDamaged
from tests.books_fixture import JOURNAL_KEY, PERSON
from tests.db.sample import PROJECT

UNLOCK = {
    "sqlite": ("DROP TRIGGER journal_no_update", "DROP TRIGGER journal_no_delete"),
    "postgresql": ("ALTER TABLE journal DISABLE TRIGGER USER",),
}


@pytest.fixture
def written(books):
    """Six entries after the first."""
    for number in range(6):
        with books.write() as unit:
            unit.journal.write("wages.lock", f"sheet {number}", digest="ab", fen=number)
            books.clock.move(minutes=1)
            unit.commit()
    return books


def _execute(books, *statements):
    with books.write.engine.begin() as connection:
        for statement in statements:
            connection.execute(text(statement))


def _break(books, *statements):
    """Do what a forger with the whole file in his hands would do first."""
    _execute(books, *UNLOCK[books.write.engine.dialect.name], *statements)


def test_entries_are_newest_first_and_hold(written):
    with written.read() as unit:
        assert unit.journal.verify() == 7
        newest, *_rest = unit.journal.entries(3)
    assert len(_rest) == 2
    assert (newest.seq, newest.person, newest.action) == (7, PERSON.name, "wages.lock")
    assert (newest.subject, newest.body) == ("sheet 5", {"digest": "ab", "fen": 5})


def test_mac_is_what_the_document_says():
    """HMAC(K, prev ‖ SHA256(canonical row)), written out here a second time."""
    row = {
        "seq": 1,
        "at": datetime(2026, 4, 1, 2, tzinfo=UTC),
        "person": PERSON.id,
        "person_name": "张",
        "action": "a",
        "subject": "s",
        "body": "{}",
        "prev": "00" * 32,
    }
    canonical = f'[1,"2026-04-01T02:00:00.000000+00:00","{PERSON.id}","张","a","s","{{}}"]'
    assert json.loads(canonical)[3] == "张"
    inner = hashlib.sha256(canonical.encode()).digest()
    assert mac(b"k", row) == hmac.digest(b"k", bytes(32) + inner, "sha256").hex()


@pytest.mark.parametrize(
    "statement",
    ["UPDATE journal SET subject = 'x' WHERE seq = 3", "DELETE FROM journal WHERE seq = 7"],
)
def test_triggers_forbid_what_no_program_may_do(written, statement):
    with pytest.raises(DBAPIError, match="append-only"):
        _execute(written, statement)
    with written.read() as unit:
        assert unit.journal.verify() == 7


def test_truncate_is_forbidden(on_server):
    with pytest.raises(DBAPIError, match="append-only"):
        _execute(on_server, "TRUNCATE journal")


def test_replace_is_forbidden(on_file):
    with pytest.raises(DBAPIError, match="append-only"):
        _execute(
            on_file,
            "REPLACE INTO journal SELECT seq, at, person, 'x', action, subject, body, prev, mac "
            "FROM journal WHERE seq = 1",
        )


FORGERIES = {
    "edit": ("UPDATE journal SET body = '{\"fen\": 9}' WHERE seq = 3",),
    "author": ("UPDATE journal SET person_name = '李' WHERE seq = 1",),
    "time": ("UPDATE journal SET at = (SELECT at FROM journal WHERE seq = 2) WHERE seq = 4",),
    "delete": ("DELETE FROM journal WHERE seq = 4",),
    "delete and renumber": (
        "DELETE FROM journal WHERE seq = 4",
        "UPDATE journal SET seq = seq - 1 WHERE seq > 4",
    ),
    "first": ("DELETE FROM journal WHERE seq = 1",),
    "swap": (
        "UPDATE journal SET seq = 100 WHERE seq = 3",
        "UPDATE journal SET seq = 3 WHERE seq = 4",
        "UPDATE journal SET seq = 4 WHERE seq = 100",
    ),
    "insert": (
        (
            "INSERT INTO journal SELECT 8, at, person, person_name, action, subject, body, mac, "
            "mac FROM journal WHERE seq = 7"
        ),
    ),
}


@pytest.mark.parametrize("forgery", FORGERIES)
def test_every_forgery_is_found(written, forgery):
    _break(written, *FORGERIES[forgery])
    with pytest.raises(BooksDamaged), written.read() as unit:
        unit.journal.verify()


def test_another_key_does_not_open_the_chain(written):
    stranger = type(written.read)(
        written.read.engine, written.seat, written.clock, JOURNAL_KEY[::-1]
    )
    with pytest.raises(BooksDamaged), stranger() as unit:
        unit.journal.verify()


def test_an_act_without_commit_leaves_no_entry(written):
    with written.write() as unit:
        unit.projects.put(PROJECT)
        unit.journal.write("project.put", "x")
    with written.read() as unit:
        assert unit.journal.verify() == 7


def test_seats_write_one_chain(on_server):
    """Eight seats at once: no gap, no fork."""
    faults = []

    def sit():
        try:
            for _ in range(5):
                with on_server.write() as unit:
                    unit.journal.write("seat", "x")
                    unit.commit()
        except Exception as error:  # noqa: BLE001 - shown by the assertion
            faults.append(error)

    seats = [threading.Thread(target=sit, name=f"seat{n}") for n in range(8)]
    for seat in seats:
        seat.start()
    for seat in seats:
        seat.join()
    assert faults == []
    with on_server.read() as unit:
        assert unit.journal.verify() == 41
