"""Gates by command: formats, several gates, what they remember, numbers and month sheets."""

import json

import pytest

from tests.e2e.command import new_office

HIK = "Person ID,Name,Department,Time,Attendance Status,Attendance Check Point\n"


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    return new_office(tmp_path_factory.mktemp("gates") / "site")


@pytest.fixture
def office(site, tmp_path):
    return site.copy(tmp_path / "site")


def put(office, name, text):
    path = office.folder / name
    path.write_text(text, "utf-8")
    return path


def brings(office, path, *more):
    done = office.here("attendance", "import", path, *more)
    assert done.code == 0, done.err
    return done.facts


def names(office):
    """Return names by device number, as the roster has them."""
    return {
        one["number"]: one["name"] for one in office.here("attendance", "numbers").facts["numbers"]
    }


def test_the_formats_are_listed(office):
    listed = office.here("attendance", "formats").facts["formats"]
    assert {"zkteco-attlog", "hikvision", "dingtalk", "wecom", "glodon", "month-grid", "table"} == {
        one["name"] for one in listed
    }
    assert all(one["title"] for one in listed)


def test_a_gate_is_asked_once_how_it_writes_its_dates(office):
    number, name = next(iter(names(office).items()))
    first = put(office, "1.csv", f"{HIK}'{number},{name},,03/02/2021 07:30,,东门_Entrance\n")
    asked = office.here("attendance", "import", first, "--device", "东门")
    assert (asked.code, asked.codes) == (1, ["date-format-unsure"])
    told = brings(office, first, "--device", "东门", "--date-format", "MM/dd/yyyy")
    assert (told["format"], told["device"], told["new"]) == ("hikvision", "东门", 1)
    assert told["lines"] == told["punches"] + told["refused"] + sum(told["others"].values())
    second = put(office, "2.csv", f"{HIK}'{number},{name},,03/04/2021 17:30,,东门_Exit\n")
    assert brings(office, second, "--device", "东门")["date_format"] == "MM/dd/yyyy"
    again = brings(office, second, "--device", "西门", "--date-format", "MM/dd/yyyy")
    assert (again["new"], again["duplicates"]) == (0, 1)
    gates = {one["name"]: one for one in office.here("attendance", "devices").facts["devices"]}
    assert (gates["东门"]["punches"], gates["西门"]["punches"]) == (2, 0)
    wrong = office.here("attendance", "import", second, "--date-format", "day first")
    assert wrong.code == 2
    assert "日期写法" in wrong.err


def test_a_strange_table_is_read_by_a_mapping_that_the_gate_keeps(office):
    number = next(iter(names(office)))
    words = (
        "--map",
        "number=谁",
        "--map",
        "stamp=何时",
        "--map",
        "direction=哪边",
        "--map",
        "out=A",
    )
    path = put(office, "1.csv", f"谁;何时;哪边\n{number};2021-03-02 17:30:00;A\n")
    assert office.here("attendance", "import", path).codes == ["format-unknown"]
    assert brings(office, path, "--device", "南门", *words)["new"] == 1
    more = put(office, "2.csv", f"谁;何时;哪边\n{number};2021-03-03 17:30:00;A\n")
    assert brings(office, more, "--device", "南门")["new"] == 1
    (gate,) = office.here("attendance", "devices").facts["devices"]
    assert (gate["format"], gate["mapping"]["out_words"]) == ("table", ["A"])
    wrong = office.here("attendance", "import", path, "--map", "colour=red")
    assert wrong.code == 2


def test_an_unknown_number_is_proposed_and_given(office):
    name = next(iter(names(office).values()))
    path = put(office, "1.csv", f"{HIK}'70001,{name},,2021-03-02 07:30:00,,东门_Entrance\n")
    (stranger,) = brings(office, path)["strangers"]
    assert (stranger["number"], stranger["worker"], stranger["why"]) == ("70001", name, "name")
    given = office.here("attendance", "assign", "--number", "70001", "--worker", name,
                        "--since", "2021-03-01")  # fmt: skip
    assert given.facts == {"number": "70001", "name": name, "since": "2021-03-01"}
    known = office.here("attendance", "numbers", "--number", "70001").facts
    assert [(one["name"], one["since"]) for one in known["numbers"]] == [(name, "2021-03-01")]
    assert known["unknown"] == []


def test_a_month_sheet_is_shown_taken_over_and_taken_back(office):
    number, name = next(iter(names(office).items()))
    days = ",".join(str(day) for day in range(1, 32))
    path = put(office, "手工.csv", f"姓名,考勤号,{days}\n{name},{number},√,△{',' * 29}\n")
    assert office.here("attendance", "import", path).codes == ["month-unsure"]
    told = ("--month", "2021-03")
    shown = brings(office, path, *told, "--dry-run")
    assert [(one["day"], one["before"], one["after"]) for one in shown["changes"]] == [
        ("2021-03-01", None, "1.0"), ("2021-03-02", None, "0.5"),
    ]  # fmt: skip
    assert brings(office, path, *told)["new"] == 2
    assert brings(office, path, *told)["changes"] == []
    imports = office.here("attendance", "imports").facts["imports"]
    assert [one["new"] for one in imports] == [0, 2]
    back = office.here("attendance", "undo", str(imports[1]["number"])).facts
    assert back["removed"] == 2
    assert office.here("attendance", "undo", str(imports[1]["number"])).code == 1
    assert json.dumps(brings(office, path, *told, "--dry-run")["changes"]) == json.dumps(
        shown["changes"]
    )


def test_auto_said_aloud_recognises_afresh_what_a_gate_no_longer_writes(office):
    number = next(iter(names(office)))
    table = put(office, "1.csv", f"谁;何时\n{number};2021-03-02 17:30:00\n")
    told = ("--map", "number=谁", "--map", "stamp=何时")
    brings(office, table, "--device", "南门", *told)
    path = put(office, "1_attlog.dat", f"{number}\t2021-03-03 07:30:00\t1\t0\t1\t0\n")
    assert office.here("attendance", "import", path, "--device", "南门").code == 1
    afresh = brings(office, path, "--device", "南门", "--format", "auto")
    assert (afresh["format"], afresh["new"]) == ("zkteco-attlog", 1)


@pytest.mark.parametrize("month", ["9999-12", "0001-01", "0000-00"])
def test_a_month_of_no_year_of_wages_is_wrong_usage(office, month):
    for words in (("attendance", "grid"), ("attendance", "reconcile"), ("contract", "gate")):
        assert office.here(*words, "--month", month).code == 2
