"""The papers by command: drawn from the books, their figures those of the sheets."""

import re

import pytest

from tests.e2e.command import MONTH, new_office
from tests.e2e.gate import attlog
from tests.printing.readback import texts

MONTHLY = ("attendance", "ledger", "payslips", "application", "funds-letter", "posting")
PERSONAL = ("roster", "statement", "entry-form")


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    """An office whose March has its wage sheets."""
    made = new_office(tmp_path_factory.mktemp("papers") / "site")
    (made.folder / "punches").write_bytes(attlog())
    for words in (
        ("attendance", "import", made.folder / "punches"),
        ("wages", "prepare", *MONTH),
    ):
        done = made.here(*words)
        assert done.code == 0, done.err
    return made


@pytest.fixture(scope="module")
def sheets(office):
    return office.here("wages", "show", *MONTH).facts


def printed(office, kind, *more):
    out = office.folder / f"{kind}.pdf"
    done = office.here("print", kind, *more, "--out", out)
    assert done.code == 0, done.err
    assert done.facts["paper"] == kind
    pages = texts(out.read_bytes())
    assert len(pages) == done.facts["pages"]
    return done.facts, pages


@pytest.mark.parametrize("kind", MONTHLY)
def test_papers_of_a_month(office, kind):
    _, pages = printed(office, kind, *MONTH)
    assert "2021 年 3 月" in pages[0]


@pytest.mark.parametrize("kind", PERSONAL)
def test_papers_of_persons(office, kind):
    facts, _ = printed(office, kind)
    assert facts["documents"] > 0


def nets(pages):
    """The last amount of each total row, in fen."""
    found = re.findall(r"合计（大写）\S+((?: [\d,]+\.\d+)+)", " ".join(pages))
    return [int(one.split()[-1].replace(",", "").replace(".", "")) for one in found]


def test_ledger_and_posting_say_what_the_sheets_say(office, sheets):
    total = sheets["total_net_fen"]
    assert total > 0
    assert sum(nets(printed(office, "ledger", *MONTH)[1])) == total
    assert sum(nets(printed(office, "posting", *MONTH)[1])) == total
    letter = printed(office, "funds-letter", *MONTH)[1][0]
    assert f"{total // 100:,}.{total % 100:02d}" in letter


def test_a_payslips_code_is_verified_until_the_line_changes(office, tmp_path):
    own = office.copy(tmp_path / "site")
    _, pages = printed(own, "payslips", *MONTH)
    codes = re.findall(r"AX2/202103/\w{8}/\w{10}/\d+", " ".join(pages))
    assert len(codes) == len(set(codes)) > 10
    good = own.here("verify", "--code", codes[0])
    assert (good.code, good.facts["matches"], good.facts["month"]) == (0, True, "2021-03")
    head, _, fen = codes[0].rpartition("/")
    forged = own.here("verify", "--code", f"{head}/{int(fen) + 100}")
    assert (forged.code, forged.facts["matches"]) == (1, False)
    assert forged.facts["said_fen"] - forged.facts["net_fen"] == 100
    for text in ("hello", "AX2/202103/FFFFFFFF/0000000000/1", "AX2/20x103/A/B/C", "AX2"):
        bad = own.here("verify", "--code", text)
        assert (bad.code, bad.facts["matches"]) == (1, False)
    correct = ("--worker", good.facts["name"], "--day", "2021-03-31", "--days", "0.25")
    for words in (
        ("attendance", "correct", *correct, "--reason", "补"),
        ("wages", "prepare", *MONTH),
    ):
        done = own.here(*words)
        assert done.code == 0, done.err
    after = own.here("verify", "--code", codes[0])
    assert (after.code, after.facts["matches"]) == (1, False)


def test_some_workers_only(office, sheets):
    names = [line["name"] for line in sheets["lines"]]
    name = next(one for one in names if names.count(one) == 1)
    facts, pages = printed(office, "payslips", *MONTH, "--worker", name)
    assert facts["documents"] == 1
    assert name in pages[0].replace("· ", "·")
    facts, _ = printed(
        office, "statement", "--worker", name, "--from", "2021-03", "--to", "2021-03"
    )
    assert facts["documents"] == 1


def test_masked_pictures_one_for_each_page(office):
    out = office.folder / "台账.png"
    done = office.here("print", "ledger", *MONTH, "--masked-png", "--out", out)
    assert done.facts["masked"] is True
    assert len(done.facts["files"]) == done.facts["pages"] > 1
    assert done.facts["files"][1].endswith("台账-2.png")
    assert (office.folder / "台账-1.png").read_bytes().startswith(b"\x89PNG")
    one = office.here("print", "ledger", *MONTH, "--masked-png", "--page", "2", "--out", out)
    assert one.facts["files"] == [str(out)]
    far = office.here("print", "ledger", *MONTH, "--masked-png", "--page", "900", "--out", out)
    assert far.code == 1


def test_months_and_people_that_are_not_there(office):
    for words in (
        ("ledger", "--month", "2020-01"),
        ("payslips", "--month", "2020-01"),
        ("exit-form",),
        ("statement", "--worker", "没有这个人"),
        ("statement", "--from", "2022-01", "--to", "2021-03"),
    ):
        out = office.folder / "nothing.pdf"
        done = office.here("print", *words, "--out", out)
        assert done.code == 1, words
        assert "Traceback" not in done.err
        assert not out.exists()
