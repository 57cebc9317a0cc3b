"""Finding a worker of the whole office: what is found, in which order, and what is not."""

from dataclasses import replace
from datetime import date

import pytest

from db.views.search import _Ways
from desktop.domain.ids import ProjectId, TeamId, new_id
from desktop.domain.worker import Card, Employment
from desktop.services.roster.initials import initials_of
from desktop.services.search import Search, wanted
from tests.db.sample import PROJECT, TEAM, settle, worker

OTHER = replace(PROJECT, id=ProjectId(new_id()), name="别的项目")
OTHER_TEAM = replace(TEAM, id=TeamId(new_id()), project=OTHER.id, name="瓦工班")
PEOPLE = {
    # name: (identity number, phone, cards, exit)
    "曾志伟": ("330108199001010011", "13812345678", ("6217000000000001111",), None),
    "伟曾": ("330108199001010022", "15900000022", ("6228480000000002222",), None),
    "单雄信": ("330108199001010033", "15900000033", (), date(2026, 2, 1)),
    "买买提·吐尔逊": ("650102198001011111", "0991-2345678", ("6217000000000003333",), None),
    "Smith John": ("E12345678", "", (), None),
    "王100%": ("330108199001010044", "15900000044", (), None),
}


@pytest.fixture
def find(books):
    """Search in an office of those people; returns names."""
    settle(books, 0)
    with books.write() as unit:
        unit.projects.put(OTHER)
        unit.projects.put_team(OTHER_TEAM)
        for place, (name, (number, phone, cards, gone)) in enumerate(PEOPLE.items(), 1):
            job = Employment(PROJECT.id, TEAM.id, "木工", date(2026, 1, 5), gone)
            unit.workers.put(
                worker(
                    place,
                    name=name,
                    id_number=number,
                    phone=phone,
                    cards=tuple(map(Card, cards)),
                    initials=initials_of(name),
                    employments=(job,),
                )
            )
        unit.commit()
    search = Search(reads=books.read, clock=books.clock)
    return lambda text, limit=20: [one.name for one in search.find(text, limit)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("曾", ["曾志伟", "伟曾"]),  # names that begin so come first
        ("志伟", ["曾志伟"]),
        (" 曾 志 伟 ", ["曾志伟"]),
        ("zz", ["曾志伟"]),  # Zēng, the surname
        ("czw", ["曾志伟"]),  # céng, what a plain table says
        ("ZZW", ["曾志伟"]),
        ("sx", ["单雄信"]),  # Shàn, not dān
        ("dxx", ["单雄信"]),
        ("zw", []),  # the middle of a reading is not its beginning
        ("0011", ["曾志伟"]),  # the end of the identity number
        ("330108199001010022", ["伟曾"]),
        ("3301", []),  # its beginning is not asked for
        ("5678", ["Smith John", "买买提·吐尔逊", "曾志伟"]),  # a passport's end, then phones
        ("1234", ["买买提·吐尔逊", "曾志伟"]),  # a part of the phone, by number
        ("138 1234 5678", ["曾志伟"]),
        ("+86 138-1234-5678", ["曾志伟"]),
        ("2345678", ["Smith John", "买买提·吐尔逊", "曾志伟"]),
        ("0991-2345", ["买买提·吐尔逊"]),
        ("09912345678", ["买买提·吐尔逊"]),
        ("2222", ["伟曾"]),  # the end of a card
        ("6217 0000 0000 0003 333", ["买买提·吐尔逊"]),
        ("买买提•吐尔逊", ["买买提·吐尔逊"]),
        ("买买提吐尔逊", ["买买提·吐尔逊"]),
        ("提·吐", ["买买提·吐尔逊"]),
        ("smith", ["Smith John"]),
        ("e12345678", ["Smith John"]),
        ("１１１１", ["买买提·吐尔逊", "曾志伟"]),  # full width; identity numbers before cards
        ("%", ["王100%"]),
        ("_", []),
        ("", []),
        ("   ", []),
        ("12", []),  # too little to mean somebody
        ("\x00", []),
        ("\ud800", []),  # half a character, as a file name may bring it
        ("%" * 60_000, []),  # a whole page pasted; the engine would refuse such a pattern
        ("曾' OR 1=1 --", []),
    ],
)
def test_who_is_meant(find, text, names):
    assert find(text) == names


def test_no_more_than_asked_for(find):
    assert find("3", 2) == []
    assert len(find("159", 2)) == 2
    assert find("曾", 1) == ["曾志伟"]
    assert find("曾", 0) == []


def test_what_is_shown_of_one_found(books, find):
    with books.read() as unit:
        (one,) = unit.views.search("志伟")
        (gone,) = unit.views.search("单雄信")
    assert (one.id_number, one.phone, one.card_tail) == (
        "330108********0011",
        "13812345678",
        "1111",
    )
    assert (one.project, one.project_name) == (PROJECT.id, PROJECT.name)
    assert (one.team_name, one.on_site) == (TEAM.name, True)
    assert (gone.on_site, gone.card_tail) == (False, "")


def test_the_card_and_the_employment_that_matter(books):
    """Newest card unless an older one was asked for; where he works now, not where he was last."""
    settle(books, 0)
    here = Employment(PROJECT.id, TEAM.id, "木工", date(2026, 1, 5))
    there = Employment(OTHER.id, OTHER_TEAM.id, "瓦工", date(2026, 2, 1), date(2026, 2, 20))
    old, new = Card("6217000000000000001"), Card("6228480000000000018", since=date(2026, 2, 1))
    with books.write() as unit:
        unit.projects.put(OTHER)
        unit.projects.put_team(OTHER_TEAM)
        unit.workers.put(worker(1, cards=(new, old), employments=(here, there)))
        unit.workers.put(worker(2, cards=(), employments=()))
        unit.commit()
    with books.read() as unit:
        (found,) = unit.views.search("陈1")
        (by_old,) = unit.views.search("000001")
        (nowhere,) = unit.views.search("陈2")
    assert (found.card_tail, by_old.card_tail) == ("0018", "0001")
    assert (found.project, found.team_name, found.on_site) == (PROJECT.id, TEAM.name, True)
    assert (nowhere.project, nowhere.project_name, nowhere.on_site) == (None, "", False)


def test_who_leaves_tomorrow_is_still_here(books):
    """The clock stands at 1 April 2026, 10 o'clock in Beijing."""
    settle(books, 0)
    with books.write() as unit:
        for place, day in enumerate((date(2026, 3, 31), date(2026, 4, 1), date(2026, 4, 2)), 1):
            job = Employment(PROJECT.id, TEAM.id, "木工", date(2026, 1, 5), day)
            unit.workers.put(worker(place, employments=(job,)))
        unit.commit()
    found = Search(reads=books.read, clock=books.clock).find("陈")
    assert [(one.name, one.on_site) for one in found] == [
        ("陈1", False),
        ("陈2", True),  # his last day
        ("陈3", True),
    ]


def test_a_changed_number_is_found_by_its_new_end(books):
    settle(books, 0)
    with books.write() as unit:
        stored = unit.workers.put(worker(1))
        changed = replace(
            stored, id_number="330108199001019876", name="新名", cards=(Card("7" * 19),)
        )
        unit.workers.put(changed)
        unit.commit()
    with books.read() as unit:
        for text, count in (("9876", 1), ("7777", 1), ("新名", 1), ("陈1", 0), ("0018", 0)):
            assert len(unit.views.search(text)) == count, text


def test_the_narrow_indexes_are_walked(on_file):
    """Not the wide rows: a search that reads those would take ten times as long."""
    settle(on_file, 3)
    plans = []
    with on_file.read.engine.connect() as connection:
        ways = _Ways(20, is_file=True)
        for text in ("陈", "c", "138"):
            query = next(ways.all(text))
            said = query.compile(connection, compile_kwargs={"literal_binds": True})
            rows = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {said}")
            plans += [row[3] for row in rows if row[3].startswith("SCAN worker")]
    assert plans == [
        f"SCAN worker USING COVERING INDEX ix_worker_{n}" for n in ("name", "initials", "phone")
    ]


@pytest.mark.parametrize(
    ("typed", "clean"),
    [
        ("138 1234 5678", "13812345678"),
        ("＋８６13812345678", "13812345678"),
        ("11010119900307391x", "11010119900307391X"),
        ("买买提.吐尔逊", "买买提·吐尔逊"),
        (" 陈 伟 ", "陈伟"),
    ],
)
def test_what_is_typed_is_written_as_the_books_write_it(typed, clean):
    assert wanted(typed) == clean
