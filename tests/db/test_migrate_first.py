"""Books of the first part open in this one: with everything they held, and nothing else."""

import shutil
from contextlib import suppress
from dataclasses import replace

import pytest
from sqlalchemy import func, inspect, select, table, text

from db.backup import verify
from db.books import BooksOf
from db.engine import BOOKS, open_sqlite
from db.health import HEAD, check, check_revision, migrate, revision
from db.server import open_server
from desktop.domain.attendance import Device
from desktop.domain.identity import IdKind
from desktop.domain.payroll import SheetState
from desktop.wiring import create_office, journal_key, open_office
from tests.books_fixture import JOURNAL_KEY, KEY, FakeClock, FakeSeat, open_copy
from tests.db.old_books import (
    FIRST,
    FIRST_TEAM,
    copy_into,
    fill,
    first_project,
    first_worker,
    make_first_tables,
)
from tests.db.sample import MARCH, PROJECT


@pytest.fixture
def source(tmp_path):
    """A month of Part 1 in today's books, to copy from."""
    opened = open_copy(tmp_path / "source")
    fill(opened.write)
    yield opened
    opened.close()


@pytest.fixture(params=["file", pytest.param("server", marks=pytest.mark.server)])
def old(request, tmp_path, source):
    """An engine on books of revision 0001 that hold that month."""
    if request.param == "file":
        (tmp_path / "old").mkdir()
        engine = open_sqlite(tmp_path / "old" / BOOKS, KEY, create=True)
    else:
        engine = open_server(request.getfixturevalue("server_database")("empty"))
    make_first_tables(engine)
    filled = copy_into(source.read.engine, engine)
    with engine.connect() as connection:
        tables = set(inspect(connection).get_table_names()) - {"alembic_version"}
    # calendars and such are as plain as they were; nothing else may be missing
    assert tables - filled == {
        "calendar_day", "calendar_year", "import_refused", "minimum_wage", "pay_approval",
        "pay_attempt",
    }  # fmt: skip
    yield engine
    engine.dispose()


def _rows(engine):
    with engine.connect() as connection:
        names = inspect(connection).get_table_names()
        return {
            name: connection.execute(select(func.count()).select_from(table(name))).scalar()
            for name in names
        }


def test_everything_is_read_back(old):
    before = _rows(old)
    assert not check_revision(old)
    migrate(old)
    check(old)
    after = _rows(old)
    assert {name: after[name] for name in before} == before
    assert not any(after[name] for name in after.keys() - before.keys())
    one, two = first_worker(1), first_worker(2, id_number="810000199001010014")
    with BooksOf(old, FakeSeat(), FakeClock(), JOURNAL_KEY)() as unit:
        assert unit.journal.verify() == 2
        assert unit.projects.get(PROJECT.id) == replace(first_project(), version=1)
        assert unit.projects.teams(PROJECT.id) == (FIRST_TEAM,)
        assert set(unit.workers.of_project(PROJECT.id)) == {
            replace(one, version=1),
            # the number itself says what kind of paper it is on
            replace(two, version=1, id_kind=IdKind.HMT_PERMIT),
        }
        (gate,) = unit.attendance.devices(PROJECT.id)
        assert gate == Device(gate.id, PROJECT.id, "东门")
        assert unit.attendance.numbers(PROJECT.id) == {"1": 1}
        (mark,) = unit.attendance.hand_marks(PROJECT.id, MARCH.first, MARCH.first)
        assert (mark.reason, mark.evidence) == ("漏", None)
        (locked,) = unit.sheets.of_month(PROJECT.id, MARCH)
        assert (locked.state, len(locked.lines)) == (SheetState.LOCKED, 2)
        assert [each.worker for each in unit.views.search("0014")] == [two.id]
        # the older card of both ends in 0001, as does the identity number of the first
        assert {each.worker for each in unit.views.search("0001")} == {one.id, two.id}


def test_locked_money_and_the_journal_stay_out_of_reach(old):
    migrate(old)
    for statement, word in (
        ("UPDATE wage_line SET net = net + 1", "locked"),
        ("DELETE FROM wage_item", "locked"),
        ("DELETE FROM journal", "append-only"),
    ):
        with pytest.raises(Exception, match=word), old.begin() as connection:
            connection.execute(text(statement))


def test_a_migration_that_stops_leaves_the_old_books(old, monkeypatch):
    """Power cut in the middle: the whole of it is one transaction."""
    before = _rows(old)

    def stop():
        raise ZeroDivisionError

    monkeypatch.setattr("db.migrations.second_persons._make_settlements", stop)
    with pytest.raises(ZeroDivisionError):
        migrate(old)
    assert _rows(old) == before
    with old.connect() as connection:
        assert revision(connection) == FIRST
        assert "id_kind" not in {c["name"] for c in inspect(connection).get_columns("worker")}
    monkeypatch.undo()
    migrate(old)
    assert check_revision(old)


def test_an_office_of_the_first_part_opens_with_a_copy_of_before(tmp_path):
    """The person double-clicks: a safe copy of revision 0001 first, then today's books."""
    folder, aside = tmp_path / "office", tmp_path / BOOKS
    made = create_office(folder, "correct horse battery", person="张工", server=None, keyring=False)
    for end in ("", "-wal", "-shm"):
        with suppress(FileNotFoundError):
            shutil.move(f"{folder / BOOKS}{end}", f"{aside}{end}")
    shutil.rmtree(folder / "backups", ignore_errors=True)
    today = open_sqlite(aside, made.key)
    fill(BooksOf(today, FakeSeat(), FakeClock(), journal_key(made.key)))
    engine = open_sqlite(folder / BOOKS, made.key, create=True)
    make_first_tables(engine)
    copy_into(today, engine)
    engine.dispose()
    today.dispose()
    office = open_office(folder, made.key)
    try:
        assert [each.id for each in office.projects.all()] == [PROJECT.id]
        with office.roster._reads() as unit:
            assert len(unit.workers.of_project(PROJECT.id)) == 2
    finally:
        office.close()
    (copy,) = (folder / "backups").glob("before-migration-*")
    assert verify(copy, made.key).revision == FIRST != HEAD
