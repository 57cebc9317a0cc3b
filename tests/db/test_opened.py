"""An office's books are made whole or not at all."""

import os

import pytest

from db.engine import BOOKS
from db.health import HEAD
from db.opened import Opened, Place
from desktop.domain.errors import BooksExist, BooksMissing, BooksNewer
from tests.books_fixture import JOURNAL_KEY, KEY, PERSON, FakeClock, FakeSeat, record


def _create(place, clock=None):
    place.create(KEY, record(FakeClock()), PERSON, clock or FakeClock(), JOURNAL_KEY)


class _BrokenClock(FakeClock):
    def now(self):
        raise KeyboardInterrupt


def test_books_get_their_name_only_when_they_are_whole(tmp_path):
    place = Place(tmp_path / BOOKS)
    with pytest.raises(KeyboardInterrupt):
        _create(place, _BrokenClock())
    with pytest.raises(BooksMissing):
        Opened(place, KEY)
    _create(place)  # what was left of the first try is in nobody's way
    assert {each.name for each in tmp_path.iterdir()} == {BOOKS, "books.lock"}
    if os.name == "posix":
        assert (tmp_path / BOOKS).stat().st_mode & 0o077 == 0  # nobody else's to read
    with pytest.raises(BooksExist):
        _create(place)


def test_opened_books_write_read_and_close(tmp_path):
    place = Place(tmp_path / BOOKS)
    _create(place)
    opened = Opened(place, KEY)
    assert opened.is_current
    books, reads = opened.units(FakeSeat(), FakeClock(), JOURNAL_KEY)
    with books() as unit:
        unit.journal.write("x", "y")
        unit.commit()
    with reads() as unit:
        assert unit.journal.verify() == 2
    assert place.examine(KEY).endswith(BOOKS)
    opened.close()


def test_newer_books_are_closed_again(tmp_path):
    place = Place(tmp_path / BOOKS)
    _create(place)
    opened = Opened(place, KEY)
    with opened._writing.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0002x'")
    opened.close()
    with pytest.raises(BooksNewer), Opened(place, KEY) as again:
        assert again.is_current
    second = Opened(place, KEY)  # the refusal let go of the lock
    with second._writing.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = ?", (HEAD,))
    assert second.is_current
    second.close()
