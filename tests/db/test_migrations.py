"""Books of every age: the tables are what the migrations make, and newer books are refused."""

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text

from db.create import create_books
from db.health import HEAD, KNOWN, check, check_revision, migrate
from db.server import open_server
from db.tables import METADATA
from desktop.domain.errors import BooksDamaged, BooksExist, BooksNewer
from desktop.domain.payroll import SheetState
from tests.books_fixture import JOURNAL_KEY, PERSON, FakeClock, record
from tests.db.sample import line, settle, sheet


def test_known_revisions_are_the_migrations():
    config = Config()
    config.set_main_option("script_location", "db:migrations")
    scripts = ScriptDirectory.from_config(config)
    walked = [each.revision for each in scripts.walk_revisions()]
    assert tuple(reversed(walked)) == KNOWN
    assert scripts.get_current_head() == HEAD


def test_tables_are_what_the_migrations_make(books):
    with books.write.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, METADATA) == []


def test_the_comparison_finds_a_difference(books):
    """The control: a column and an index that the tables do not know."""
    with books.write.engine.begin() as connection:
        connection.execute(text("ALTER TABLE team ADD COLUMN colour TEXT"))
        connection.execute(text("DROP INDEX ux_pay_item_live"))
    with books.write.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        found = {each[0] for each in compare_metadata(context, METADATA)}
    assert found == {"remove_column", "add_index"}


def test_the_live_index_is_partial_and_checks_are_there(books):
    """Alembic compares neither conditions nor CHECKs."""
    engine = books.write.engine
    (live,) = [each for each in inspect(engine).get_indexes("pay_item") if "live" in each["name"]]
    assert live["unique"]
    where = str(live["dialect_options"][f"{engine.dialect.name}_where"])
    assert all(word in where for word in ("planned", "sent", "unknown", "paid", "settled"))
    assert "failed" not in where
    counts = {
        "pay_item": 1,
        "obligation": 1,
        "wage_item": 1,
        "adjustment": 1,
        "labour_contract": 2,
        "works_contract": 1,
        "insurance_proof": 1,
    }
    for table, least in counts.items():
        assert len(inspect(engine).get_check_constraints(table)) >= least, table


def test_punches_have_no_row_number(on_file):
    with on_file.read.engine.connect() as connection:
        sql = connection.execute(
            text("select sql from sqlite_master where name = 'punch'")
        ).scalar()
    assert "WITHOUT ROWID" in sql
    assert "worker" not in sql


def test_newer_books_are_refused(books):
    with books.write.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    for act in (check_revision, migrate, check):
        with pytest.raises(BooksNewer) as caught:
            act(books.write.engine)
        assert caught.value.facts["revision"] == "9999"


def test_books_of_today_are_left_alone(books):
    assert check_revision(books.read.engine)
    migrate(books.read.engine)  # a read-only engine could not change anything
    check(books.read.engine)


def test_a_broken_reference_is_found(on_file):
    with on_file.write.engine.connect() as connection:
        connection.exec_driver_sql("commit")
        connection.exec_driver_sql("pragma foreign_keys=off")
        connection.exec_driver_sql("delete from person_role")
        connection.exec_driver_sql(
            "insert into person_role values ('ffffffffffffffffffffffffffffffff', 'viewer')"
        )
        connection.exec_driver_sql("begin")
    with pytest.raises(BooksDamaged):
        check(on_file.write.engine)


def test_books_are_made_once(books):
    with pytest.raises(BooksExist):
        create_books(books.write.engine, record(FakeClock()), PERSON, FakeClock(), JOURNAL_KEY)


@pytest.mark.server
def test_making_books_on_an_empty_server(server_database):
    engine = open_server(server_database("empty"))
    assert not check_revision(engine)
    create_books(engine, record(FakeClock()), PERSON, FakeClock(), JOURNAL_KEY)
    assert check_revision(engine)
    engine.dispose()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE wage_line SET net = net + 1",
        "DELETE FROM wage_line",
        "UPDATE wage_item SET amount = amount + 1",
        "DELETE FROM wage_item",
        "UPDATE wage_sheet SET state = 'draft'",
        "DELETE FROM wage_sheet",
        (
            "INSERT INTO wage_item SELECT line, 9, kind, amount, quantity, rate, percent, rule, "
            "citation, note FROM wage_item"
        ),
    ],
)
def test_locked_money_is_out_of_reach(books, statement):
    """Not even by hand: the engine itself refuses."""
    (first,) = settle(books, 1)
    with books.write() as unit:
        unit.sheets.put(sheet(line(1, first), state=SheetState.LOCKED))
        unit.commit()
    with (
        pytest.raises(Exception, match="locked"),
        books.write.engine.begin() as connection,
    ):
        connection.execute(text(statement))
