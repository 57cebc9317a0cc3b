"""`anxin roster import|diff|undo`: what the words do and what they answer in JSON."""

import pytest
import xlsxwriter

from desktop.kit.sheets import read_sheets
from tests.e2e.command import ROSTER, new_office


@pytest.fixture
def bare(tmp_path_factory):
    """An office whose project stands but whose roster is empty."""
    return new_office(tmp_path_factory.mktemp("bare") / "site", roster=False)


def _book(path, change):
    (sheet,) = read_sheets(ROSTER)
    rows = [[cell if isinstance(cell, str | float) else str(cell) for cell in row]
            for row in sheet.rows]  # fmt: skip
    change(rows)
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet("人员信息")
        for number, row in enumerate(rows):
            page.write_row(number, 0, row)
    return path


def test_the_site_roster_goes_in_as_before_and_comes_out_again(bare):
    done = bare.here("roster", "import", ROSTER)
    assert (done.code, done.facts["rows"], done.facts["new"], done.facts["findings"]) == (
        0, 18, 18, [],
    )  # fmt: skip
    assert (done.facts["excluded"], done.facts["left_out"], done.facts["lacking"]) == ([], [], [])
    same = bare.here("roster", "diff", ROSTER)
    assert (same.code, same.facts["differences"], same.facts["unchanged"]) == (0, [], 18)
    back = bare.here("roster", "undo")
    assert (back.code, back.facts["kept"]) == (0, [])
    assert bare.here("roster", "import", ROSTER, "--dry-run").facts["new"] == 18
    assert bare.here("roster", "undo").code == 1  # nothing stands any more


def test_good_rows_alone_go_in_and_the_rest_is_written(bare):
    def spoil(rows):
        rows[5][1] = "6.53121E+17"
        rows[9][24] = "面议"

    rest = bare.folder / "rest.xlsx"
    book = _book(bare.folder / "r.xlsx", spoil)
    whole = bare.here("roster", "import", book)
    assert (whole.code, whole.facts["new"]) == (1, 0)
    good = bare.here("roster", "import", book, "--only-good", "--rest", rest)
    assert (good.code, good.facts["rows"], good.facts["new"]) == (0, 18, 16)
    assert [(one["row"], one["codes"]) for one in good.facts["left_out"]] == [
        (6, ["number-damaged"]), (10, ["rate-wrong"]),
    ]  # fmt: skip
    (sheet,) = read_sheets(rest)
    assert len(sheet.rows) == 3


def test_columns_and_constants_by_words_are_remembered(bare):
    def rename(rows):
        rows[1] = ["小组代号" if str(cell).startswith("班组") else cell for cell in rows[1]]

    book = _book(bare.folder / "r.xlsx", rename)
    unknown = bare.here("roster", "import", book, "--sender", "某劳务")
    assert (unknown.code, unknown.facts["lacking"]) == (1, ["team"])
    named = bare.here("roster", "import", book, "--sender", "某劳务", "--column", "小组代号=班组")
    assert (named.code, named.facts["new"], named.facts["columns"]["小组代号"]) == (0, 18, "team")
    again = bare.here("roster", "diff", book)
    assert (again.code, again.facts["sender"], again.facts["unchanged"]) == (0, "某劳务", 18)
    assert bare.here("roster", "import", book, "--column", "小组代号=无此列").code == 2
