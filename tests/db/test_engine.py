"""The encrypted file: opened rightly or not at all, and never made by mistake."""

import shutil
import sqlite3
import threading
from pathlib import Path

import pytest
from sqlalchemy import text

from db.books import BooksOf
from db.engine import BOOKS, open_sqlite
from db.faults import plain, server
from db.lock import FolderLock
from db.places import check_place, mounted_as
from desktop.domain.errors import (
    BooksBusy,
    BooksDamaged,
    BooksExist,
    BooksMissing,
    DiskFull,
    ServerTrouble,
    UnsafePlace,
    WrongKey,
)
from desktop.domain.worker import Card
from tests.books_fixture import JOURNAL_KEY, KEY, FakeClock, FakeSeat, open_copy, template
from tests.db.sample import PROJECT, TEAM, worker


@pytest.fixture
def path(tmp_path):
    """Closed books."""
    shutil.copyfile(template(), tmp_path / BOOKS)
    return tmp_path / BOOKS


def test_wrong_key_is_refused_and_the_file_untouched(path):
    before = path.read_bytes()
    for read_only in (False, True):
        with pytest.raises(WrongKey):
            open_sqlite(path, KEY[::-1], read_only=read_only)
    assert path.read_bytes() == before
    assert sorted(each.name for each in path.parent.iterdir()) == [BOOKS, "books.lock"]
    open_sqlite(path, KEY).dispose()  # nor does the refusal keep the folder locked


def test_missing_books_are_never_made(tmp_path):
    with pytest.raises(BooksMissing):
        open_sqlite(tmp_path / BOOKS, KEY)
    with pytest.raises(BooksMissing):
        open_sqlite(tmp_path / "no folder" / BOOKS, KEY, create=True)
    assert list(tmp_path.iterdir()) == []


def test_books_are_never_made_over_others(path):
    before = path.read_bytes()
    with pytest.raises(BooksExist):
        open_sqlite(path, KEY, create=True)
    assert path.read_bytes() == before


def test_a_plain_database_is_refused(tmp_path):
    plain_file = tmp_path / BOOKS
    connection = sqlite3.connect(plain_file)
    connection.execute("create table worker (name)")
    connection.commit()
    connection.close()
    before = plain_file.read_bytes()
    with pytest.raises(BooksDamaged) as caught:
        open_sqlite(plain_file, KEY)
    assert caught.value.facts["detail"] == "not encrypted"
    assert plain_file.read_bytes() == before


def test_an_empty_file_is_not_taken_for_new_books(tmp_path):
    (tmp_path / BOOKS).touch()
    with pytest.raises(BooksDamaged):
        open_sqlite(tmp_path / BOOKS, KEY)
    assert (tmp_path / BOOKS).stat().st_size == 0


@pytest.mark.parametrize("read_only", [False, True])
def test_every_pooled_connection_is_set_up(path, read_only):
    engine = open_sqlite(path, KEY, read_only=read_only)
    expected = {
        "synchronous": 2,
        "journal_mode": "wal",
        "foreign_keys": 1,
        "secure_delete": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "temp_store": 2,
        "query_only": int(read_only),
    }
    connections = [engine.raw_connection() for _ in range(8)]
    for connection in connections:
        for name, value in expected.items():
            found = connection.cursor().execute(f"pragma {name}").fetchone()
            assert found == (value,), name
    assert len({id(each.driver_connection) for each in connections}) == 8
    for connection in connections:
        connection.close()
    engine.dispose()


def test_a_second_program_is_refused_at_once(path):
    engine = open_sqlite(path, KEY)
    with pytest.raises(BooksBusy):
        open_sqlite(path, KEY)
    open_sqlite(path, KEY, read_only=True).dispose()  # reading needs no lock
    with pytest.raises(BooksBusy):
        FolderLock(path.parent)
    engine.dispose()
    open_sqlite(path, KEY).dispose()


def test_canaries_are_nowhere_in_the_files(tmp_path):
    """Names, numbers and their spellings in three encodings; the journal file of SQLite too."""
    canaries = ["郑烛影", "330108199001019876", "6228480402564890018", "13987654321", "稻香村三组"]
    opened = open_copy(tmp_path)
    person = worker(
        1,
        name=canaries[0],
        id_number=canaries[1],
        cards=(Card(canaries[2]),),
        phone=canaries[3],
        address=canaries[4],
    )
    with opened.write() as unit:
        unit.projects.put(PROJECT)
        unit.projects.put_team(TEAM)
        unit.workers.put(person)
        unit.commit()
        content = {each.name: each.read_bytes() for each in tmp_path.iterdir()}
    opened.close()
    content["closed"] = (tmp_path / BOOKS).read_bytes()
    assert {BOOKS, BOOKS + "-wal"} <= content.keys()
    assert len(content[BOOKS + "-wal"]) > 4096
    hits = [
        (canary, encoding, name)
        for canary in canaries
        for encoding in ("utf-8", "utf-16-le", "gb18030")
        for name, found in content.items()
        if canary.encode(encoding) in found
    ]
    assert hits == []


def test_the_canary_search_finds_what_is_plain(tmp_path):
    """The control: the same words in a plain database are found."""
    connection = sqlite3.connect(tmp_path / "plain.db")
    connection.execute("create table t (name)")
    connection.execute("insert into t values ('郑烛影')")
    connection.commit()
    connection.close()
    assert "郑烛影".encode() in (tmp_path / "plain.db").read_bytes()


def test_reads_stay_live_while_a_long_write_is_open(on_file):
    with on_file.write() as unit:
        unit.projects.put(PROJECT)
        unit.commit()
    seen = []

    def read():
        with on_file.read() as unit:
            seen.append((len(unit.projects.all()), len(unit.projects.teams(PROJECT.id))))

    with on_file.write() as unit:
        unit.projects.put_team(TEAM)
        reader = threading.Thread(target=read, name="reader")
        reader.start()
        reader.join(timeout=2)  # busy_timeout is five seconds: waiting for the writer would show
        assert seen == [(1, 0)]
        unit.commit()
    read()
    assert seen[1] == (1, 1)


def test_a_reader_sees_one_state_throughout(on_file):
    with on_file.read() as reading:
        assert reading.projects.all() == ()
        with on_file.write() as unit:
            unit.projects.put(PROJECT)
            unit.commit()
        assert reading.projects.all() == ()
    with on_file.read() as reading:
        assert len(reading.projects.all()) == 1


def test_two_writers_wait_for_each_other_or_say_so(on_file):
    with on_file.write():
        connection = on_file.write.engine.raw_connection()
        connection.cursor().execute("pragma busy_timeout=50")
        connection.close()  # the pool hands this one out next
        with pytest.raises(BooksBusy):
            on_file.write().__enter__()


def test_runner_threads_never_touch_the_books(on_file):
    refused = []

    def run():
        try:
            with on_file.read():
                pass
        except RuntimeError as error:
            refused.append(str(error))

    thread = threading.Thread(target=run, name="runner-3")
    thread.start()
    thread.join()
    assert refused == ["runner-3"]


def test_a_damaged_page_is_noticed_while_reading(path):
    engine = open_sqlite(path, KEY, read_only=True)
    with engine.connect() as connection:
        query = text("select rootpage from sqlite_master where name = 'person'")
        page = connection.execute(query).scalar()
    engine.dispose()
    content = bytearray(path.read_bytes())
    content[(page - 1) * 4096 + 100] ^= 1
    path.write_bytes(content)
    engine = open_sqlite(path, KEY)
    books = BooksOf(engine, FakeSeat(), FakeClock(), JOURNAL_KEY)
    with pytest.raises(BooksDamaged), books() as unit:
        unit.people.all()
    engine.dispose()


@pytest.mark.parametrize(
    "place",
    [
        r"\\server\share\office",
        "//server/share/office",
        r"C:\Users\li\OneDrive\安薪",
        r"C:\Users\li\OneDrive - 公司\安薪",
        "/data/li/Dropbox/office",
        "/data/li/Nutstore Files/office",
        "/data/li/Nutstore/office",
        "/data/li/我的坚果云/office",
        "/data/li/坚果云/office",
        r"D:\微云同步助手\office",
        r"D:\微云\office",
        r"D:\BaiduSyncdisk\office",
    ],
)
def test_unsafe_places_are_refused(place):
    with pytest.raises(UnsafePlace):
        check_place(Path(place))


def test_safe_places_and_mounts(tmp_path):
    check_place(tmp_path)
    check_place(tmp_path / "微云南路项目部")  # a street, not the cloud
    lines = ["/dev/sda1 / ext4 rw 0 0", "srv:/x /mnt/share\\040one nfs4 rw 0 0"]
    assert mounted_as(Path("/mnt/share one/office"), lines) == "nfs4"
    assert mounted_as(Path("/mnt/share onetwo"), lines) == "ext4"


class _DriverError(Exception):
    sqlstate = None


def test_errors_are_translated_in_one_place():
    def of(state):
        error = _DriverError("x")
        error.sqlstate = state
        return type(server(error, "books"))

    assert type(plain(Exception("database or disk is full"), "p")) is DiskFull
    assert type(plain(Exception("disk I/O error"), "p")) is DiskFull
    assert type(plain(Exception("database is locked"), "p")) is BooksBusy
    assert type(plain(Exception("database disk image is malformed"), "p")) is BooksDamaged
    assert plain(Exception("no such table: x"), "p") is None
    assert of("53100") is DiskFull
    assert of("55P03") is BooksBusy
    assert of("57P01") is ServerTrouble
    assert of("23505") is type(None)


def test_foreign_keys_hold(on_file):
    with pytest.raises(Exception, match="FOREIGN KEY"), on_file.write() as unit:
        unit.projects.put_team(TEAM)
    with on_file.write.engine.connect() as connection:
        assert connection.execute(text("select count(*) from team")).scalar() == 0
