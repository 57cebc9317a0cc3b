"""A server of several seats: its address carries no password, and it keeps what it promises."""

import threading
from dataclasses import replace

import pytest
from sqlalchemy import text
from sqlalchemy.engine import make_url

from db.server import is_remote, open_server, server_url
from desktop.domain.disbursement import BatchState
from desktop.domain.errors import AlreadyPaid, BooksBusy, ServerTrouble, Stale, WrongValue
from tests.db.sample import PROJECT, batch, line, obligation, settle, sheet

pytestmark = pytest.mark.server


@pytest.mark.parametrize(
    "address",
    [
        "postgresql://li:secret@db.example.org/anxin",
        "postgresql://li@db.example.org/anxin?password=secret",
        "postgresql://db.example.org",
        "mysql://li@db.example.org/anxin",
        "not an address",
    ],
)
def test_addresses_that_are_refused(address):
    with pytest.raises(WrongValue) as caught:
        server_url(address)
    assert "secret" not in str(caught.value)


def test_what_leaves_the_machine_is_verified():
    assert is_remote(server_url("postgresql://li@db.example.org/anxin"))
    for near in ("postgresql://li@localhost/a", "postgresql://li@/a?host=/run/pg"):
        assert not is_remote(server_url(near))


def test_a_server_that_forgets_is_refused(server_database, postgres):
    url = make_url(server_database("books"))
    with postgres.connect() as connection:
        connection.execute(text(f"ALTER DATABASE {url.database} SET synchronous_commit = off"))
    # the session asks for "on" itself, so a careless default does no harm …
    open_server(str(url)).dispose()
    with postgres.connect() as connection:
        connection.execute(text("ALTER SYSTEM SET fsync = off"))
        connection.execute(text("SELECT pg_reload_conf()"))
    try:
        for _ in range(50):
            with postgres.connect() as connection:
                if connection.execute(text("SHOW fsync")).scalar() == "off":
                    break
        with pytest.raises(ServerTrouble) as caught:  # … but fsync is the server's own
            open_server(str(url))
        assert caught.value.facts["detail"] == "fsync = off"
    finally:
        with postgres.connect() as connection:
            connection.execute(text("ALTER SYSTEM RESET fsync"))
            connection.execute(text("SELECT pg_reload_conf()"))


def test_no_server_is_one_sentence():
    with pytest.raises(ServerTrouble):
        open_server("postgresql://li@127.0.0.1:1/anxin")


def test_a_lost_connection_is_replaced(on_server, postgres):
    name = on_server.write.engine.url.database
    cut = text("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = :name")
    with on_server.write() as unit:
        with postgres.connect() as connection:
            connection.execute(cut, {"name": name})
        with pytest.raises(ServerTrouble):
            unit.projects.all()
    with on_server.write() as unit:
        assert unit.projects.all() == ()


def test_the_same_payroll_from_many_seats_is_made_once(on_server):
    """Sixteen seats submit the same two obligations at once: one batch, fifteen refusals."""
    workers = settle(on_server)
    lines = [line(number, each) for number, each in enumerate(workers, 1)]
    owed = [obligation(number, each) for number, each in enumerate(lines, 1)]
    with on_server.write() as unit:
        unit.sheets.put(sheet(*lines))
        unit.payments.add_obligations(owed)
        unit.commit()
    start, results = threading.Barrier(16), []

    def submit(number):
        start.wait()
        try:
            with on_server.write() as unit:
                unit.payments.put(batch(number, owed))
                unit.commit()
            results.append("made")
        except (AlreadyPaid, Stale, BooksBusy) as error:
            results.append(type(error).__name__)

    seats = [threading.Thread(target=submit, args=(n,), name=f"seat{n}") for n in range(1, 17)]
    for seat in seats:
        seat.start()
    for seat in seats:
        seat.join()
    assert results.count("made") == 1
    assert results.count("AlreadyPaid") == 15


def test_two_seats_changing_one_batch(on_server):
    (worker,) = settle(on_server, 1)
    wage_line = line(1, worker)
    owed = [obligation(1, wage_line)]
    with on_server.write() as unit:
        unit.sheets.put(sheet(wage_line))
        unit.payments.add_obligations(owed)
        stored = unit.payments.put(batch(1, owed))
        unit.commit()
    with on_server.write() as one:
        one.payments.put(replace(stored, state=BatchState.CANCELLED))
        faults = []

        def other():
            try:
                with on_server.write() as two:
                    two.payments.put(replace(stored, state=BatchState.APPROVED))
                    two.commit()
            except (Stale, BooksBusy) as error:
                faults.append(type(error))

        seat = threading.Thread(target=other, name="seat2")
        seat.start()
        seat.join(timeout=0.5)
        one.commit()
        seat.join()
    assert faults == [Stale]


def test_a_seat_that_waits_too_long_is_told(on_server):
    with on_server.write() as one:
        one.projects.put(PROJECT)
        one.journal.write("project.put", "x")
        with pytest.raises(BooksBusy), on_server.write() as two:
            two.journal.write("other", "y")  # lock_timeout: three seconds
