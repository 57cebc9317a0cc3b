"""`anxin roster search`: across the whole office, by whatever is at hand."""

import pytest

from tests.e2e.command import clear, here, new_office


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    return new_office(tmp_path_factory.mktemp("search") / "o")


@pytest.fixture(scope="module")
def somebody(office):
    """The first worker of the roster."""
    return office.here("roster", "list").facts["workers"][0]


def names(done):
    return [one["name"] for one in done.facts["workers"]]


@pytest.mark.parametrize("key", ["name", "phone", "id_number", "card_tail"])
def test_a_worker_is_found_by_what_the_roster_says_of_him(office, somebody, key):
    text = somebody[key][-4:] if key != "name" else somebody[key]
    done = office.here("roster", "search", text)
    assert done.code == 0
    assert done.facts["query"] == text
    assert done.facts["found"] == len(done.facts["workers"]) >= 1
    (one,) = [each for each in done.facts["workers"] if each["id_number"] == somebody["id_number"]]
    assert one == {
        "name": somebody["name"],
        "id_number": somebody["id_number"],  # masked, as everywhere
        "phone": somebody["phone"],
        "card_tail": somebody["card_tail"],
        "project": office.here("roster", "list").facts["project"],
        "team": somebody["team"],
        "on_site": True,
    }
    assert "*" in one["id_number"]


def test_no_more_than_the_limit(office, somebody):
    done = office.here("roster", "search", somebody["phone"][:2], "--limit", "1")
    assert done.facts["workers"] == []  # two digits mean nobody
    done = office.here("roster", "search", somebody["phone"][:3], "--limit", "1")
    assert done.facts["found"] == 1


def test_for_people_it_is_a_line_each(office, somebody):
    done = office.child("roster", "search", somebody["name"])
    assert names(done)[0] == somebody["name"]
    plain = here("roster", "search", "查无此人", *office.tail)
    assert (plain.code, plain.out) == (0, "没有找到“查无此人”。\n")
    plain = here("roster", "search", somebody["name"], *office.tail)
    assert plain.out.startswith("找到 ")
    assert somebody["id_number"] in plain.out


@pytest.mark.parametrize("limit", ["0", "-1", "1001", "many", "1.5"])
def test_a_wrong_limit_is_refused(office, limit):
    done = office.here("roster", "search", "陈", "--limit", limit)
    assert done.code == 2
    assert clear(done)
