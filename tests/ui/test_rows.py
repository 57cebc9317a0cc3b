"""Lines as rows: a sound Qt model, sorted, filtered, and steady under new lines."""

import time
from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt

from desktop.domain.money import Money
from ui.models.rows import LINE_ROLE, Column, RowsModel
from ui.widgets.data_table import DataTable


@dataclass(frozen=True, slots=True)
class Line:
    key: int
    name: str
    initials: str
    net: Money


COLUMNS = (
    Column("name", "姓名", lambda line: line.name),
    Column("net", "实发", lambda line: str(line.net), sort=lambda line: line.net, right=True),
)
LINES = (
    Line(1, "曾国强", "zgq cgq", Money(200_000)),
    Line(2, "陈志伟", "czw", Money(1_000_000)),
    Line(3, "李䶮", "ly", Money(99_999)),
)
DOWN = Qt.SortOrder.DescendingOrder


@pytest.fixture
def model(qapp):
    made = RowsModel(COLUMNS, lambda line: line.key)
    made.set_rows(LINES)
    return made


def keys(model):
    return [model.index(row, 0).data(LINE_ROLE).key for row in range(model.rowCount())]


def test_qt_finds_no_fault(model, qtmodeltester):
    qtmodeltester.check(model)
    model.sort(1, DOWN)
    model.set_filter("c")
    qtmodeltester.check(model)


def test_amounts_sort_as_amounts(model):
    model.sort(1)  # as text 10,000.00 would stand before 2,000.00 and 999.99
    assert keys(model) == [3, 1, 2]
    model.sort(1, DOWN)
    assert keys(model) == [2, 1, 3]
    model.sort(-1)
    assert keys(model) == [1, 2, 3]


@pytest.mark.parametrize(
    ("typed", "found"),
    [("cgq", [1]), ("C", [1, 2]), ("陈 czw", [2]), ("陈 ly", []), ("10,000", [2]), ("", [1, 2, 3])],
)
def test_the_filter_finds_every_word_and_every_reading(model, typed, found):
    model.set_filter(typed)
    assert keys(model) == found


def test_a_kept_place_follows_its_line_through_sorting(model):
    held = QPersistentModelIndex(model.index(1, 0))
    model.sort(1, DOWN)
    assert held.data(LINE_ROLE).key == 2
    model.sort(1)
    assert held.data(LINE_ROLE).key == 2


def test_new_figures_in_the_same_rows_move_nothing(model, qtbot):
    changed = (replace(LINES[0], net=Money(1)), *LINES[1:])
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged):
        model.set_rows(changed)
    assert model.index(0, 1).data() == "0.01"


def test_selection_survives_new_rows_and_a_filter(qtbot):
    table = DataTable("t", COLUMNS, lambda line: line.key)
    qtbot.addWidget(table)
    table.set_rows(LINES)
    table.choose([2])
    table.set_rows((Line(9, "新人", "xr", Money(0)), *LINES))
    assert [line.key for line in table.chosen] == [2]
    table.filter.setText("czw")
    assert [line.key for line in table.chosen] == [2]


def test_copied_rows_are_tabular_text_in_the_shown_order(qtbot, qapp):
    table = DataTable("copy", COLUMNS, lambda line: line.key)
    qtbot.addWidget(table)
    table.set_rows(LINES)
    table.view.horizontalHeader().moveSection(0, 1)
    table.choose([1, 3])
    table.copy()
    assert qapp.clipboard().text() == "实发\t姓名\n2,000.00\t曾国强\n999.99\t李䶮"


def test_columns_come_back_as_they_were_left(qtbot):
    first = DataTable("memory", COLUMNS, lambda line: line.key)
    qtbot.addWidget(first)
    first.view.horizontalHeader().sectionClicked.emit(1)
    first.view.horizontalHeader().sectionClicked.emit(1)
    first.view.horizontalHeader().moveSection(0, 1)
    second = DataTable("memory", COLUMNS, lambda line: line.key)
    qtbot.addWidget(second)
    second.set_rows(LINES)
    assert keys(second.model) == [2, 1, 3]
    assert second.view.horizontalHeader().visualIndex(0) == 1


def test_ten_thousand_rows_are_instant(qtbot):
    lines = tuple(Line(n, f"工人{n}", "gr", Money(n * 7919 % 100_003)) for n in range(10_000))
    table = DataTable("many", COLUMNS, lambda line: line.key)
    qtbot.addWidget(table)
    table.resize(800, 600)
    table.show()
    table.set_rows(lines)
    spent = {}
    for name, act in {
        "rows": lambda: table.set_rows(lines[::-1]),
        "sort": lambda: table.model.sort(1),
        "filter": lambda: table.filter.setText("工人999"),
        "paint": table.grab,
    }.items():
        begun = time.perf_counter()
        act()
        spent[name] = time.perf_counter() - begun
    # Each takes 10 to 60 ms alone; the bound leaves room for a machine that is shared.
    assert max(spent.values()) < 0.5, spent
    assert table.model.rowCount() == 11  # 999 and 9990..9999
