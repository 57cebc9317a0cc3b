"""Safe copies: whole while the books are written, checked before they are named, restored apart."""

import os
import shutil
import threading
import zipfile
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

import pytest

from db.backup import FileCopies, check_books, make, verify
from db.bundle import KEYS
from db.engine import BOOKS, open_sqlite
from db.health import HEAD
from db.restore import Keys, restore
from desktop.domain.attendance import BEIJING
from desktop.domain.errors import (
    BooksDamaged,
    BooksExist,
    BooksMissing,
    CopiesOnServer,
    UnsafePlace,
    WrongKey,
)
from desktop.services.safekeeping import SafeCopy, Safekeeping, kept
from tests.books_fixture import JOURNAL_KEY, KEY, PERSON
from tests.db.sample import PROJECT, settle


def _unlock(folder):
    """The vault of these tests: the key file holds the phrase "open"."""
    if (folder / KEYS[0]).read_text() != "open":
        raise WrongKey(path=str(folder))
    return KEY


RESTORER = Keys(_unlock, lambda key: JOURNAL_KEY if key == KEY else b"")


@pytest.fixture
def office(on_file):
    """Books with a little in them and a key file beside them."""
    settle(on_file, 3)
    (on_file.folder / KEYS[0]).write_text("open")
    return on_file


@pytest.fixture
def keeper(office, tmp_path):
    """Safe-keeping of the office."""
    return Safekeeping(
        books=office.write,
        reads=office.read,
        clock=office.clock,
        folder=office.folder,
        copies=FileCopies(office.folder / BOOKS, KEY, JOURNAL_KEY),
        restorer=lambda path, folder, _phrase: restore(path, folder, RESTORER, office.clock),
    )


def test_copy_is_checked_and_journalled(office, keeper):
    made = keeper.make("import").value
    report = keeper.verify(made)
    assert (report.path, report.journal_entries, report.revision) == (made, 1, HEAD)
    assert report.size == made.stat().st_size
    assert os.name == "nt" or made.stat().st_mode & 0o077 == 0
    (shown,) = keeper.recent()
    assert shown == SafeCopy(made, office.clock.now(), "import", report.size)
    with office.read() as unit:
        (entry, _first) = unit.journal.entries()
    assert (entry.action, entry.subject) == ("backup.made", report.sha256)
    assert entry.body["reason"] == "import"
    with zipfile.ZipFile(made) as archive:
        assert set(archive.namelist()) == {BOOKS, KEYS[0]}
        assert not archive.read(BOOKS).startswith(b"SQLite format 3")
    assert [each.name for each in made.parent.iterdir()] == [made.name]  # nothing half made


def test_two_copies_in_one_second_are_two(keeper):
    assert keeper.make("lock").value != keeper.make("lock").value
    assert len(keeper.recent()) == 2


def test_copy_never_overwrites(keeper, tmp_path):
    target = tmp_path / "stick" / "copy.axcopy"
    keeper.make_to(target)
    before = target.read_bytes()
    with pytest.raises(BooksExist):
        keeper.make_to(target)
    assert target.read_bytes() == before


def test_folder_is_chosen(keeper, office, tmp_path):
    keeper.set_folder(tmp_path / "另一块盘")
    made = keeper.make("import").value
    assert made.parent == tmp_path / "另一块盘"
    with office.read() as unit:
        assert unit.journal.entries(2)[1].action == "office.setting"


def test_copy_of_another_key_is_refused(keeper):
    made = keeper.make("import").value
    with pytest.raises(WrongKey):
        verify(made, KEY[::-1])


def _flip(path, place):
    content = bytearray(path.read_bytes())
    content[place] ^= 0x10
    path.write_bytes(content)


def test_planted_damage_is_found(keeper):
    """One bit anywhere in the archive: fifty places spread over the whole file."""
    made = keeper.make("import").value
    sound = made.read_bytes()
    with zipfile.ZipFile(made) as archive:
        last = archive.infolist()[-1].header_offset
    unseen = []
    for place in range(64, last, last // 50):
        _flip(made, place)
        try:
            keeper.verify(made)
            unseen.append(place)
        except (BooksDamaged, WrongKey):
            pass
        made.write_bytes(sound)
    keeper.verify(made)
    assert unseen == []


def test_damage_inside_the_books_is_found_without_the_archive(office, tmp_path):
    """The cipher's own check: the same flip in the database itself, past every check sum."""
    office.close()
    whole = tmp_path / "whole"
    whole.mkdir()
    shutil.copyfile(office.folder / BOOKS, whole / BOOKS)
    check_books(whole / BOOKS, KEY, JOURNAL_KEY)
    size = (whole / BOOKS).stat().st_size
    for place in range(4096 + 50, size, size // 20):
        _flip(whole / BOOKS, place)
        with pytest.raises(BooksDamaged):
            check_books(whole / BOOKS, KEY, JOURNAL_KEY)
        _flip(whole / BOOKS, place)


def test_forged_archives_are_refused(tmp_path, keeper):
    made = keeper.make("import").value
    escaping = tmp_path / "escaping.axcopy"
    with zipfile.ZipFile(escaping, "w") as archive:
        archive.writestr(BOOKS, "x")
        archive.writestr("../outside", "x")
    packed = tmp_path / "packed.axcopy"
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(BOOKS, "0" * 10_000_000)
    cut = tmp_path / "cut.axcopy"
    cut.write_bytes(made.read_bytes()[:-5000])
    for path in (escaping, packed, cut):
        with pytest.raises(BooksDamaged):
            keeper.verify(path)
    with pytest.raises(BooksMissing):
        keeper.verify(tmp_path / "none.axcopy")
    assert not (tmp_path.parent / "outside").exists()


def test_copies_under_load_are_whole(office, tmp_path):
    """A writer that never rests; each copy holds at least what was acknowledged before it began."""
    acknowledged = []
    stop = threading.Event()

    def write():
        while not stop.is_set():
            with office.write() as unit:
                unit.journal.write("load", str(len(acknowledged)), padding="x" * 500)
                unit.commit()
            acknowledged.append(1)

    writer = threading.Thread(target=write, name="writer")
    writer.start()
    try:
        for number in range(12):
            before = len(acknowledged)
            target = tmp_path / f"{number}.axcopy"
            report = make(office.folder / BOOKS, KEY, target, JOURNAL_KEY)
            assert report.journal_entries >= before + 1
    finally:
        stop.set()
        writer.join()
    assert len(acknowledged) > 12


def test_restore_goes_to_a_new_folder_and_is_marked(keeper, office, tmp_path):
    made = keeper.make("import").value
    old = (office.folder / BOOKS).read_bytes()
    place = tmp_path / "restored"
    report = keeper.restore(made, place, "phrase")
    assert report.journal_entries == 1
    assert sorted(each.name for each in place.iterdir()) == [KEYS[0], BOOKS]
    assert (office.folder / BOOKS).read_bytes() == old
    found = replace(office.write, engine=open_sqlite(place / BOOKS, KEY))
    with found() as unit:
        record = unit.people.office()
        assert (record.epoch, record.restored_at) == (1, office.clock.now())
        assert unit.projects.all()[0].name == PROJECT.name
        assert unit.journal.verify() == 2
        assert unit.journal.entries(1)[0].person == PERSON.name
    found.engine.dispose()
    with pytest.raises(BooksExist):
        keeper.restore(made, place, "phrase")


def test_a_failed_restore_leaves_nothing(keeper, tmp_path, office):
    (office.folder / KEYS[0]).write_text("another phrase")
    made = keeper.make("import").value
    with pytest.raises(WrongKey) as caught:
        keeper.restore(made, tmp_path / "new", "phrase")
    assert caught.value.facts == {"path": str(made)}
    assert not (tmp_path / "new").exists()
    with pytest.raises(UnsafePlace):
        keeper.restore(made, tmp_path / "OneDrive" / "new", "phrase")
    with pytest.raises(BooksExist):
        keeper.restore(made, office.folder, "phrase")


def test_a_copy_without_its_key_file_says_so(on_file, tmp_path):
    made = tmp_path / "no-keys.axcopy"
    make(on_file.folder / BOOKS, KEY, made, JOURNAL_KEY)
    with pytest.raises(BooksDamaged) as caught:
        restore(made, tmp_path / "new", RESTORER, on_file.clock)
    assert caught.value.facts["detail"] == KEYS[0]


def test_a_forged_journal_is_not_restored(office, tmp_path):
    with office.write.engine.begin() as connection:
        connection.exec_driver_sql("DROP TRIGGER journal_no_update")
        connection.exec_driver_sql("UPDATE journal SET subject = 'x' WHERE seq = 1")
    with pytest.raises(BooksDamaged):
        make(office.folder / BOOKS, KEY, tmp_path / "forged.axcopy", JOURNAL_KEY)
    assert [each.name for each in tmp_path.iterdir()] == ["office"]


def test_a_server_copies_itself(office):
    keeper = Safekeeping(
        books=office.write,
        reads=office.read,
        clock=office.clock,
        folder=office.folder,
        copies=None,
        restorer=partial(restore, keys=RESTORER, clock=office.clock),
    )
    keeper.keep("import")  # before a grave act nothing stands in the way
    with pytest.raises(CopiesOnServer):
        keeper.make("by hand")
    assert keeper.recent() == ()


def test_what_stays():
    """Two copies a day for 400 days, as of 1 April 2026, a Wednesday; ages worked by a calendar."""
    noon = datetime(2026, 4, 1, 12, tzinfo=BEIJING)
    copies = [
        SafeCopy(Path(f"{day}-{hour}"), noon - timedelta(days=day, hours=hour), "x", 1)
        for day in range(400)
        for hour in (0, 3)
    ]
    stay = kept(copies, noon)
    days = sorted({(noon - copy.at).days for copy in stay})
    # newest five: both of 1 and 31 March/30 …; days 0-6; last of weeks: Sundays 29, 22, 15 March
    # (ages 3, 10, 17); last of months: 31 March (1), 28 February (32), 31 January (60), 31 December
    # (91), 30 November (122), 31 October (152), 30 September (183), 31 August (213), 31 July (244),
    # 30 June (275), 31 May (305)
    assert days == [0, 1, 2, 3, 4, 5, 6, 10, 17, 32, 60, 91, 122, 152, 183, 213, 244, 275, 305]
    assert len(stay) == 19 + 2  # of the newest two days the second copy stays too
    assert kept(copies[:2], noon) == set(copies[:2])
    assert kept((), noon) == frozenset()


def test_the_shelf_is_thinned_and_strangers_stay(keeper, office):
    for _ in range(7):
        keeper.make("import")
        office.clock.move(minutes=1)
    assert len(keeper.recent()) == 5
    shelf = keeper.folder()
    strange = shelf / f"anxin-00000000-20200101-000000-import{os.extsep}axcopy"
    strange.write_bytes(b"another office's")
    for _ in range(2):
        keeper.make("import")
        office.clock.move(minutes=1)
    assert strange.exists()
    assert len(keeper.recent()) == 5
