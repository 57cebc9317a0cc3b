"""Who comes, goes and changes teams, and what leaves as tables, by command."""

import openpyxl
import pytest

from tests.e2e.command import clear, new_office
from tests.unit.intake_office import card_number, id_number
from tests.unit.templates import people_template

NEW = id_number("62010219900101007")


@pytest.fixture
def office(tmp_path):
    return new_office(tmp_path / "site")


def people(office, *words):
    return {one["name"]: one for one in office.here("roster", "list", *words).facts["workers"]}


def enter(office, *words):
    return office.here(
        "roster", "enter", "--id-number", NEW, "--name", "新来甲", "--phone", "13900000009",
        "--team", team_of(office), "--trade", "木工", "--rate", "300", "--day", "2021-05-01",
        *words,
    )  # fmt: skip


def team_of(office, other=""):
    names = sorted({one["team"] for one in people(office).values()})
    return next(name for name in names if name != other)


def test_somebody_enters_moves_and_leaves_and_every_day_knows_where_he_was(office):
    first = team_of(office)
    second = team_of(office, first)
    assert enter(office, "--dry-run").facts["done"] is False
    done = enter(office)
    assert (done.code, done.facts["done"], done.facts["new"]) == (0, True, 1)
    assert "新来甲" not in people(office, "--on", "2021-04-30")
    moved = office.here(
        "roster", "move", "--worker", "新来甲", "--to", second, "--day", "2021-06-01"
    )
    assert (moved.code, moved.facts["names"]) == (0, ["新来甲"])
    gone = office.here("roster", "exit", "--worker", NEW, "--day", "2021-06-20", "--reason", "回家")
    assert gone.code == 0
    assert people(office, "--on", "2021-05-31")["新来甲"]["team"] == first
    assert people(office, "--on", "2021-06-20")["新来甲"]["team"] == second
    assert "新来甲" not in people(office, "--on", "2021-06-21")
    assert people(office)["新来甲"]["captured"] == "typed"


def test_a_team_leaves_by_its_head_count(office):
    team = team_of(office)
    count = sum(one["team"] == team for one in people(office).values())
    words = ("roster", "exit", "--team", team, "--day", "2021-03-31", "--reason", "完工")
    wrong = office.here(*words, "--count", count + 1)
    assert wrong.code == 1
    assert clear(wrong)
    assert [one["code"] for one in wrong.facts["findings"]] == ["head-count-wrong"]
    assert all(one["exit"] is None for one in people(office).values())
    assert office.here(*words, "--count", count).facts["people"] == count
    assert sum(one["exit"] == "2021-03-31" for one in people(office).values()) == count


def test_what_is_refused_says_why_and_writes_nothing(office):
    before = people(office)
    name = next(iter(before))
    for words in (
        ("roster", "exit", "--worker", "不认识", "--day", "2021-03-31", "--reason", "x"),
        ("roster", "exit", "--worker", name, "--day", "1999-01-01", "--reason", "x"),
        ("roster", "move", "--worker", name, "--to", "没有这个班", "--day", "2021-03-31"),
        ("roster", "move", "--worker", name, "--to", before[name]["team"], "--day", "2021-03-31"),
        ("roster", "export", "--out", office.folder / "x.xlsx", "--template", __file__),
        ("roster", "card-list", "--read", __file__),
        ("roster", "settlement", "--worker", "不认识"),
    ):
        done = office.here(*words)
        assert done.code == 1, words
    assert people(office) == before


def test_every_table_says_who_is_in_it_and_who_is_not(office):
    name = next(iter(people(office)))
    office.here("roster", "exit", "--worker", name, "--day", "2021-03-31", "--reason", "回家")
    folder = office.folder
    for out in (folder / "名册.xlsx", folder / "名册.csv"):
        done = office.here("roster", "export", "--out", out, "--on", "2021-04-01").facts
        assert done["people"] == done["written"] + len(done["excluded"]) == 18
        assert [one["name"] for one in done["excluded"]] == [name]
        again = office.here("roster", "import", out, "--dry-run").facts
        assert (again["new"], again["changed"], again["unchanged"]) == (0, 0, 17)
    template = people_template(folder / "模板.xlsx")
    filled = office.here(
        "roster", "export", "--out", folder / "填好.xlsx", "--template", template
    ).facts
    assert (filled["written"], filled["drop_downs"], filled["rows_replaced"]) == (18, 2, 1)
    assert filled["cells_checked"] > 18 * 10


def test_cards_go_to_the_bank_and_come_back(office):
    enter(office)
    path = office.folder / "办卡.xlsx"
    done = office.here("roster", "card-list", "--out", path).facts
    assert (done["people"], done["written"]) == (19, 1)
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    titles = [cell.value for cell in sheet[2]]
    sheet.cell(3, titles.index("工资卡号") + 1).value = card_number(77)
    book.save(path)
    shown = office.here("roster", "card-list", "--read", path).facts
    assert (shown["rows"], shown["new"], shown["written"]) == (1, 1, 0)
    assert people(office)["新来甲"]["card_tail"] == ""
    taken = office.here("roster", "card-list", "--read", path, "--accept").facts
    assert taken["written"] == 1
    assert people(office)["新来甲"]["card_tail"] == card_number(77)[-4:]


def test_a_settlement_is_printed_and_signed_when_nothing_is_owed(office):
    enter(office)
    out = office.folder / "结算.pdf"
    words = ("roster", "settlement", "--worker", "新来甲")
    early = office.here(*words, "--sign", __file__)
    assert early.code == 1
    assert [one["code"] for one in early.facts["findings"]] == ["still-on-site"]
    office.here("roster", "exit", "--worker", "新来甲", "--day", "2021-05-02", "--reason", "回家")
    shown = office.here(*words, "--out", out).facts
    assert (shown["balance_fen"], shown["settled"], shown["signed_on"]) == (0, True, None)
    signed = office.here(*words, "--sign", out, "--day", "2021-05-03").facts
    assert (signed["signed_on"], signed["digest"]) == ("2021-05-03", shown["digest"])
