"""A gate's file comes in by steps: what it leaves open is asked, what it says is shown first."""

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtWidgets import QWidget

from tests.plugins import samples_of_lists
from tests.ui.pages_a import show
from tests.ui.pages_b import dialogs, month, row_of
from ui.pages.attendance.page import AttendancePage
from ui.wizards.import_attendance import ImportAttendance

HEAD = samples_of_lists.HIK.split(",Custom")[0]
LINE = "'{},{},钢筋班,{} 08:00:00,,东门_Entrance1\n"


@pytest.fixture
def here(tmp_path_factory, tasks, qtbot):
    with month(tmp_path_factory, tasks, qtbot) as place:
        yield place


@pytest.fixture
def wizard(here):
    page = QWidget()
    here.qtbot.addWidget(page)
    page.show()
    dialog = ImportAttendance(here.context, page)
    dialog.open()
    here.settle()
    return dialog


def reads(here, wizard, name, content):
    wizard.read(here.file(name, content.encode()))
    here.settle()


def accepts(here, wizard):
    taken = []
    wizard.imported.connect(lambda report, undo: taken.append((report, undo)))
    wizard.decide()
    here.settle()
    return taken[0]


def grid(here):
    return here.office.attendance.month(here.context.project, here.context.month)


def test_dates_that_could_be_two_things_are_asked_once(here, wizard):
    wizard.gate.setCurrentText("东门")
    reads(here, wizard, "a.csv", HEAD + "\n" + LINE.format("1001", "", "09/05/2026"))
    assert wizard.steps.currentWidget() is wizard.dates
    assert not wizard.verb.isEnabled()
    said = [button.text() for button in wizard.dates.group.buttons()]
    assert "09/05/2026 = 2026-09-05" in said[0]
    assert "09/05/2026 = 2026-05-09" in said[1]
    wizard.dates.group.button(0).setChecked(True)
    assert wizard.verb.isEnabled()
    wizard.decide()
    here.settle()
    assert wizard.steps.currentWidget() is wizard.report
    report, _ = accepts(here, wizard)
    assert (report.gate, report.new) == ("东门", 1)
    kept = here.office.attendance.remembered(here.context.project)
    assert kept["东门"].date_format == "MM/dd/yyyy"


def test_columns_of_a_strange_table_are_shown_and_chosen(here, wizard):
    reads(here, wizard, "a.csv", "谁;何时;哪边\n1001;2026-09-05 08:00:00;A\n")
    assert wizard.steps.currentWidget() is wizard.refused
    wizard.by_hand.click()
    here.settle()
    columns = wizard.columns
    assert wizard.steps.currentWidget() is columns
    assert (columns.roles["stamp"].value, columns.header.value) == ("何时", 1)
    assert [columns.rows.item(1, place).text() for place in range(3)] == [
        "1001", "2026-09-05 08:00:00", "A",
    ]  # fmt: skip
    assert not wizard.verb.isEnabled()
    columns.roles["number"].set_value("谁")
    columns.roles["direction"].set_value("哪边")
    columns.outs.setText("A")
    assert wizard.verb.isEnabled()
    wizard.decide()
    here.settle()
    report, _ = accepts(here, wizard)
    assert (report.format, report.new) == ("table", 1)
    mark = row_of(grid(here), "1001").marks[date(2026, 9, 5)]
    assert mark.count.raw == 1


def test_a_table_divided_otherwise_is_shown_anew(here, wizard):
    reads(here, wizard, "a.csv", "谁;何时\n1001;2026-09-05 08:00:00\n")
    wizard.by_hand.click()
    here.settle()
    assert wizard.columns.rows.columnCount() == 2
    wizard.columns.delimiter.set_value("|")
    here.settle()
    assert wizard.columns.rows.columnCount() == 1
    assert not wizard.verb.isEnabled()


def test_a_month_sheet_is_shown_as_a_diff_and_taken_back(here, wizard):
    name = row_of(grid(here), "1005").name
    days = ",".join(str(day) for day in range(1, 31))
    reads(here, wizard, "手工.csv", f"姓名,{days}\n{name},√,△{',' * 28}\n")
    assert wizard.steps.currentWidget() is wizard.month
    wizard.decide()
    here.settle()
    shown = [(one.day.day, one.before, one.after) for one in wizard.report.diff.table.model.lines]
    assert shown == [(1, None, 1), (2, None, Decimal("0.5"))]
    report, undo = accepts(here, wizard)
    assert report.marks == 2
    marks = row_of(grid(here), "1005").marks
    assert {day.day: mark.hand.reason for day, mark in marks.items()} == dict.fromkeys(
        (1, 2), "手工.csv"
    )
    undo()
    here.settle()
    assert not row_of(grid(here), "1005").marks


def test_numbers_are_given_to_whom_the_file_names_if_ticked(here, wizard):
    rows = {number: row_of(grid(here), number) for number in ("1006", "1007")}
    lines = "".join(
        LINE.format(f"55{number}", row.name, "2026-09-05") for number, row in rows.items()
    )
    reads(here, wizard, "a.csv", HEAD + "\n" + lines)
    boxes = wizard.report.strangers.boxes
    assert [number for _, number, _ in boxes] == ["551006", "551007"]
    boxes[1][0].setChecked(False)
    accepts(here, wizard)
    spans = {one.number: one.worker for one in here.office.attendance.number_history(
        here.context.project
    )}  # fmt: skip
    assert spans["551006"] == rows["1006"].worker
    assert "551007" not in spans


def test_a_file_that_is_none_says_why_in_full(here, wizard):
    reads(here, wizard, "a.dat", "\0\1\2 binary \0" * 40)
    assert wizard.steps.currentWidget() is wizard.refused
    assert not wizard.by_hand.isVisible()
    assert not wizard.verb.isVisible()
    wizard.back.click()
    assert wizard.steps.currentWidget() is wizard.choose


def test_whose_a_number_may_be_stands_there_later_too(here, qtbot):
    """The file named 1006's worker for 551006; nobody ticked it then: the page proposes it."""
    row = row_of(grid(here), "1006")
    path = here.file("a.csv", f"{HEAD}\n{LINE.format('551006', row.name, '2026-09-05')}".encode())
    office = here.office
    office.attendance.accept(office.attendance.read(path), here.context.project)
    page = show(qtbot, AttendancePage(here.context), here)
    opened = dialogs(page.asks.opened)
    page.unknown.click()
    here.settle()
    (dialog,) = opened
    dialog.table.choose(["551006"])
    here.settle()
    assert dialog._called(dialog.table.chosen[0]) == row.name
    assert dialog.worker.currentText().startswith(row.name)
    dialog.decide()
    here.settle()
    spans = {one.number: one.worker for one in office.attendance.number_history(
        here.context.project
    )}  # fmt: skip
    assert spans["551006"] == row.worker
