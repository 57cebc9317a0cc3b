"""The month grid on real books: typed into, pasted into, mended, undone."""

from datetime import date, time
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from desktop.domain.attendance import HoursKind, MarkOrigin, instant
from desktop.domain.errors import WrongValue
from tests.ui.pages_a import MONTH, show
from tests.ui.pages_b import PUNCHES, SINGLES, dialogs, month, row_of
from ui.models.grid import FIRST_DAY, Cell, Entry, is_single, read_entry
from ui.pages.attendance.dialogs import ReasonDialog
from ui.pages.attendance.page import AttendancePage
from ui.pages.attendance.paste import PasteDialog


@pytest.fixture
def here(tmp_path_factory, tasks, qtbot):
    with month(tmp_path_factory, tasks, qtbot) as opened:
        yield opened


@pytest.fixture
def page(here, qtbot):
    shown = show(qtbot, AttendancePage(here.context), here)
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    shown.view.setFocus()
    qtbot.waitUntil(shown.view.days.hasFocus)
    return shown


def grid(here):
    return here.office.attendance.month(here.context.project, MONTH)


def mark(here, number, day):
    return row_of(grid(here), number).marks.get(date(2026, 9, day))


def go_to(page, here, number, day):
    cell = Cell(row_of(grid(here), number).worker, date(2026, 9, day))
    page.view.go_to(page.model.place_of(cell))


def type_into(page, text):
    QTest.keyClicks(page.view.days, text[0])
    editor = page.view.days.findChild(QLineEdit)
    QTest.keyClicks(editor, text[1:])
    assert editor.text() == text
    QTest.keyClick(editor, Qt.Key.Key_Return)


def answer_reason(page, here, reason):
    here.qtbot.waitUntil(lambda: page.findChild(ReasonDialog) is not None)
    dialog = page.findChild(ReasonDialog)
    dialog.reason.setText(reason)
    dialog.decide()
    here.settle()


@pytest.mark.parametrize(
    ("typed", "entry"),
    [
        ("√", Entry(Decimal(1))),
        ("△", Entry(Decimal("0.5"))),
        ("×", Entry(Decimal(0))),
        ("0.25", Entry(Decimal("0.25"))),
        (" １ ", Entry(Decimal(1))),  # full-width, as a Chinese keyboard writes it
        # Above 1 it is hours: 7.5 of 8 hours are 0.9375 work-days, whole quarters 0.75.
        ("7.5", Entry(Decimal("0.75"), Decimal("7.5"))),
        ("6h", Entry(Decimal("0.75"), Decimal(6))),
        ("10", Entry(Decimal(1), Decimal(10))),
    ],
)
def test_what_people_write_is_read(typed, entry):
    assert read_entry(typed) == entry


@pytest.mark.parametrize("typed", ["", "0.3", "25", "-1", "病假", "1.1", "NaN", "1e9"])
def test_what_is_no_day_is_refused(typed):
    with pytest.raises(ValueError):  # noqa: PT011 - the text is all there is to say
        read_entry(typed)


def test_the_model_keeps_qts_promises(page, qtmodeltester):
    qtmodeltester.check(page.model)


def test_three_single_punches_are_mended_by_keyboard(page, here):
    model = page.model
    found = {
        (row.device_numbers[0], day.day)
        for row in model.rows
        for day, one in row.marks.items()
        if is_single(one)
    }
    assert found == SINGLES
    for turn in range(3):
        page.activateWindow()  # the screen that tests draw on has no window manager
        here.qtbot.waitUntil(page.view.days.hasFocus)
        QTest.keyClick(page.view.days, Qt.Key.Key_F4)
        assert [is_single(page._mark(cell)) for cell in page.view.cells] == [True]
        type_into(page, "1")
        if turn == 0:
            answer_reason(page, here, "忘记刷卡，班组长证明")
        here.qtbot.waitUntil(lambda left=2 - turn: model.singles == left, timeout=20_000)
    assert sum(row.singles for row in grid(here).rows) == 0
    for number, day in SINGLES:
        mended = mark(here, number, day)
        assert (mended.origin, mended.work_days) == (MarkOrigin.HAND, 1)
        assert (mended.hand.reason, mended.hand.by_name) == ("忘记刷卡，班组长证明", "何秉正")
    assert here.actions().count("attendance.day") == 3


def test_undo_and_redo_go_through_the_books(page, here):
    page.reason = "现场核实"
    go_to(page, here, "1001", 1)
    type_into(page, "0.5")
    here.qtbot.waitUntil(lambda: page.edits.can_undo, timeout=20_000)
    here.settle()
    assert mark(here, "1001", 1).work_days == Decimal("0.5")
    assert page.undo()
    here.settle()
    assert is_single(mark(here, "1001", 1))
    page.redo()
    here.settle()
    assert mark(here, "1001", 1).hand.reason == "现场核实"
    assert page.undo()
    here.settle()
    assert not page.undo()


def test_delete_lets_the_punches_count_again(page, here):
    page.reason = "写错"
    go_to(page, here, "1001", 2)
    type_into(page, "0")
    here.qtbot.waitUntil(lambda: page.edits.can_undo, timeout=20_000)
    here.settle()
    assert mark(here, "1001", 2).work_days == 0
    go_to(page, here, "1001", 2)
    QTest.keyClick(page.view.days, Qt.Key.Key_Delete)
    here.settle()
    # Eleven hours between two punches are a whole day (the rule asks for four).
    assert (mark(here, "1001", 2).origin, mark(here, "1001", 2).work_days) == (
        MarkOrigin.PUNCHES,
        1,
    )


def test_what_cannot_be_read_changes_nothing(page, here):
    page.reason = "写错"
    before = here.actions()
    go_to(page, here, "1001", 2)
    type_into(page, "7x")
    here.qtbot.waitUntil(lambda: page.banners.count() == 1)
    here.settle()
    assert here.actions() == before


def test_a_block_from_excel_is_shown_before_it_is_written(page, here):
    go_to(page, here, "1002", 2)
    # The 2nd: a whole day; the 3rd says 0.5 already; the 4th half; the 5th stays; the 6th is junk.
    QGuiApplication.clipboard().setText("√\t0.5\t△\t\t病假\r\n")
    QTest.keySequence(page.view.days, "Ctrl+V")
    dialog = page.findChild(PasteDialog)
    assert (dialog.block.same, len(dialog.block.entries)) == (1, 2)
    assert [change.typed for change in dialog.block.changes] == ["√", "△", "病假"]
    assert not dialog.verb.isEnabled()
    dialog.reason.setText("按纸质考勤补录")
    before = here.actions().count("attendance.day")
    dialog.decide()
    here.settle()
    assert here.actions().count("attendance.day") == before + 2
    days = {day: mark(here, "1002", day) for day in (2, 3, 4)}
    assert [days[day].work_days for day in (2, 3, 4)] == [1, Decimal("0.5"), Decimal("0.5")]
    assert [days[day].hand is None for day in (2, 3, 4)] == [False, True, False]
    assert mark(here, "1002", 6) is None


def test_a_copied_block_can_be_pasted_back(page, here):
    go_to(page, here, "1001", 1)
    index = page.view.days.currentIndex()
    model = page.view.days.selectionModel()
    model.select(index.siblingAtColumn(index.column() + 1), model.SelectionFlag.Select)
    QTest.keySequence(page.view.days, "Ctrl+C")
    assert QGuiApplication.clipboard().text() == "0\t1"


def test_mended_rows_stay_in_sight_until_the_filter_is_set_again(page, here):
    page.exceptions.setChecked(True)
    assert {row.device_numbers[0] for row in page.model.shown} == {n for n, _ in SINGLES}
    page.reason = "核实"
    go_to(page, here, "1003", 3)
    type_into(page, "1")
    here.qtbot.waitUntil(lambda: page.model.singles == 2, timeout=20_000)
    assert len(page.model.shown) == 3
    page.exceptions.setChecked(False)
    page.exceptions.setChecked(True)
    assert len(page.model.shown) == 2


def test_initials_and_gate_numbers_filter(page, here):
    row = row_of(grid(here), "1002")
    page.filter.setText("1002")
    assert [shown.worker for shown in page.model.shown] == [row.worker]
    page.filter.setText(row.initials.split()[0])
    assert row.worker in {shown.worker for shown in page.model.shown}


def test_a_gate_file_is_read_shown_accepted_and_taken_back(page, here):
    opened = dialogs(page.asks.opened)
    undo = []
    here.context.said.connect(lambda _, act: undo.append(act))
    page.asks.open_import()
    (wizard,) = opened
    fresh = here.file("more.dat", PUNCHES + b"1004\t2026-09-04 08:00:00\t1\t0\t1\t0\r\n")
    wizard.read(fresh)
    here.qtbot.waitUntil(wizard.verb.isVisible, timeout=20_000)
    # Ten lines: nine punches and one that is none; seven were there, one has nobody's number.
    figures = {}
    wizard.imported.connect(lambda report, _: figures.update(report=report))
    wizard.decide()
    here.settle()
    report = figures["report"]
    assert (report.lines, report.punches, report.refused) == (10, 9, 1)
    assert (report.new, report.duplicates, report.unknown) == (1, 7, 1)
    assert mark(here, "1004", 4) is not None
    undo[-1]()
    here.settle()
    assert mark(here, "1004", 4) is None
    assert mark(here, "1001", 2) is not None


def test_an_unknown_number_gets_its_worker(page, here):
    opened = dialogs(page.asks.opened)
    page.unknown.click()
    (dialog,) = opened
    assert [number for number, _ in dialog.table.model.lines] == ["7777"]
    row = row_of(grid(here), "1004")
    place = [shown.worker for shown in page.model.rows].index(row.worker)
    dialog.worker.setCurrentIndex(place)
    dialog.decide()
    here.settle()
    assert grid(here).unknown == {}
    assert mark(here, "7777", 2).count.raw == 1


def test_only_ticked_hours_are_approved(page, here):
    opened = dialogs(page.asks.opened)
    page.asks.open_hours()
    here.settle()
    (dialog,) = opened
    assert not dialog.verb.isEnabled()
    # 1001 stayed 11.5 hours on Wednesday the 2nd: less an hour for the meal and the ordinary
    # eight leaves 150 minutes; the person lets only 60 of them count.
    assert [dialog.model.minutes(row) for row in range(dialog.model.rowCount())] == [150]
    dialog.tick(0)
    dialog.set_minutes(0, 60)
    dialog.decide()
    here.settle()
    (hours,) = mark(here, "1001", 2).approved
    assert (hours.kind, hours.minutes) == (HoursKind.OVERTIME, 60)


def test_the_day_boundary_moves_a_punch_to_the_day_before(page, here):
    opened = dialogs(page.asks.opened)
    page.asks.open_rule(page.rule)
    (dialog,) = opened
    dialog.boundary.set_value(time(9))
    dialog.decide()
    here.settle()
    # What was punched at 08:00 on the 2nd now belongs to the 1st, whose own 08:00 went to August.
    assert mark(here, "1001", 1).count.punches == (instant("2026-09-02 08:00:00"),)
    assert mark(here, "1001", 2).count.punches == (instant("2026-09-02 19:30:00"),)
    assert page.rule.day_boundary.hour == 9


def test_the_cells_of_a_row_are_found_again(page, here):
    row = row_of(grid(here), "1003")
    index = page.model.place_of(Cell(row.worker, date(2026, 9, 3)))
    assert index.column() == FIRST_DAY + 2
    assert page.model.row_at(index.row()).worker == row.worker


def test_twenty_single_punches_are_mended_in_sixty_keys(page, here):
    lines = [
        f"{number}\t2026-09-{day:02d} 07:30:00\t1\t0\t1\t0\r\n"
        for number in range(1010, 1015)
        for day in range(14, 18)
    ]
    proposal = here.office.attendance.read(here.file("week.dat", "".join(lines).encode()))
    here.office.attendance.accept(proposal, here.context.project)
    for number, day in SINGLES:
        here.office.attendance.set_day(
            here.context.project, row_of(grid(here), number).worker, date(2026, 9, day), 0, "核实"
        )
    page.look_again()
    here.settle()
    assert page.model.singles == 20
    pressed = []

    def press(key, *rest):
        pressed.append(key)
        QTest.keyClick(QApplication.focusWidget(), key, *rest)

    press(Qt.Key.Key_F4)
    for turn in range(20):  # as fast as a person types: news of the books arrive in between
        press(Qt.Key.Key_1)
        press(Qt.Key.Key_Return)
        if turn == 0:
            here.qtbot.waitUntil(lambda: page.findChild(ReasonDialog) is not None)
            dialog = page.findChild(ReasonDialog)
            dialog.activateWindow()
            here.qtbot.waitUntil(dialog.reason.hasFocus)
            press(Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
            press(Qt.Key.Key_Return)
            page.activateWindow()
            here.qtbot.waitUntil(page.view.days.hasFocus)
    here.qtbot.waitUntil(lambda: page.model.singles == 0, timeout=20_000)
    here.settle()
    assert len(pressed) <= 60
    mended = [one for row in grid(here).rows for one in row.marks.values() if one.hand]
    assert sum(one.work_days for one in mended) == 20
    assert here.actions().count("attendance.day") == 20 + len(SINGLES)


def test_a_mixed_block_is_restored_all_or_none(page, here):
    attendance, project = here.office.attendance, here.context.project
    worker = row_of(grid(here), "1001").worker
    attendance.set_day(project, worker, date(2026, 9, 2), Decimal(0), "写错")
    back = (worker, date(2026, 9, 2), None, None, "")
    hours = (worker, date(2026, 9, 1), Decimal("0.75"), Decimal(6), "核实")
    before = here.actions()
    with pytest.raises(WrongValue):  # nobody worked here in 1990: the whole block is refused
        attendance.restore_days(
            project, [back, hours, (worker, date(1990, 1, 1), Decimal(1), None, "核实")]
        )
    assert here.actions() == before
    attendance.restore_days(project, [back, hours])
    assert mark(here, "1001", 2).origin is MarkOrigin.PUNCHES
    assert mark(here, "1001", 1).hand.hours == 6
