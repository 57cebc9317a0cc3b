"""Attendance looked over in the window: exceptions, notes, confirmations, clocks."""

from datetime import date
from decimal import Decimal

import pytest
import xlsxwriter
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.domain.attendance import Counting, MarkOrigin
from desktop.domain.findings import Code
from desktop.domain.site_days import MonthPart
from tests.ui.pages_a import MONTH, show
from tests.ui.pages_b import SINGLES, month, row_of
from ui.models.grid import Cell, part_of
from ui.pages.attendance.confirmations import SignedDialog
from ui.pages.attendance.imports import ImportsDialog
from ui.pages.attendance.mend import MendDialog, NoteDialog
from ui.pages.attendance.page import CONFIRM, GRID, RECONCILE, SITE, AttendancePage
from ui.pages.attendance.reconcile import PlatformDialog
from ui.pages.attendance.standstill import ClockDialog, NilDialog, StoppageDialog


@pytest.fixture
def here(tmp_path_factory, tasks, qtbot):
    with month(tmp_path_factory, tasks, qtbot) as opened:
        yield opened


@pytest.fixture
def page(here, qtbot):
    shown = show(qtbot, AttendancePage(here.context), here)
    qtbot.waitUntil(lambda: bool(shown.found.items), timeout=20_000)
    return shown


def grid(here):
    return here.office.attendance.month(here.context.project, MONTH)


def cell(here, number, day):
    return Cell(row_of(grid(here), number).worker, date(2026, 9, day))


def panel_of(page):
    opened = []
    page.inspected.connect(opened.append)
    page.found.open()
    return opened[-1]


def test_exceptions_are_grouped_with_their_count_and_lead_to_their_day(page, here):
    panel = panel_of(page)
    groups = dict(panel.groups)
    assert groups[Code.SINGLE_PUNCH] == len(SINGLES)
    assert groups[Code.NUMBER_UNKNOWN] == 1
    assert groups[Code.PUNCH_WITHOUT_CONTRACT] == 3
    page.filter.setText("nobody")  # a filter must not hide where an exception leads
    panel.choose(Code.SINGLE_PUNCH)
    panel._jump(panel.view.currentIndex())
    assert page.filter.text() == ""
    assert page.view.cells == (cell(here, "1001", 1),)


def test_all_of_a_cause_are_mended_at_once_and_taken_back_at_once(page, here):
    panel = panel_of(page)
    panel.choose(Code.SINGLE_PUNCH)
    panel.act.click()
    dialog = page.findChild(MendDialog)
    assert not dialog.verb.isEnabled()
    dialog.reason.setText("闸机断电，班组长证明")
    photo = here.file("proof.png", b"\x89PNG\r\n\x1a\n a photo")
    dialog.field.set_path(photo)
    dialog.decide()
    here.qtbot.waitUntil(lambda: page.hands.edits.can_undo, timeout=20_000)
    here.settle()
    hands = [mark.hand for row in grid(here).rows for mark in row.marks.values() if mark.hand]
    assert [hand.work_days for hand in hands] == [1, 1, 1]
    assert {hand.reason for hand in hands} == {"闸机断电，班组长证明"}
    (document,) = {hand.evidence for hand in hands}
    assert here.office.review.evidence(document).name == "proof.png"
    here.qtbot.waitUntil(lambda: Code.SINGLE_PUNCH not in dict(panel.groups), timeout=20_000)
    assert page.undo()
    here.settle()
    assert not any(mark.hand for row in grid(here).rows for mark in row.marks.values())
    page.redo()
    here.settle()
    again = grid(here).rows
    assert {m.hand.evidence for row in again for m in row.marks.values() if m.hand} == {document}


def test_a_note_is_written_by_shift_f2_and_shows_in_the_tip(page, here):
    page.activateWindow()
    page.view.go_to(page.model.place_of(cell(here, "1002", 3)))
    QTest.keyClick(page.view.days, Qt.Key.Key_F2, Qt.KeyboardModifier.ShiftModifier)
    dialog = page.findChild(NoteDialog)
    dialog.field.setPlainText("下午下雨")
    dialog.accept()
    here.settle()
    assert grid(here).notes[tuple_of(cell(here, "1002", 3))].text == "下午下雨"
    place = page.model.place_of(cell(here, "1002", 3))
    assert page.model.shown_row(place.row())[2][0].noted
    tip = page.model.data(place, Qt.ItemDataRole.ToolTipRole)
    assert "下午下雨" in tip
    assert "08:00" in tip


def tuple_of(one):
    return one.worker, one.day


def test_hovering_says_the_pairs(page, here):
    place = page.model.place_of(cell(here, "1001", 2))
    tip = page.model.data(place, Qt.ItemDataRole.ToolTipRole)
    assert "08:00–19:30" in tip
    row = page.model.row_at(place.row())
    assert [part_of(row, part) for part in range(3)] == [1, 0, 0]
    assert page.model.data(place.siblingAtColumn(page.model.total_column + 2)) == "1"


def test_sheets_are_printed_and_a_signed_scan_finds_its_sheet(page, here):
    page.tabs.setCurrentIndex(CONFIRM)
    panel = page.panel(CONFIRM)
    out = here.folder.parent / "sheets.pdf"
    panel.print_to(out, MonthPart.FIRST_TEN, None)
    here.qtbot.waitUntil(lambda: out.exists() and bool(panel.table.model.lines), timeout=30_000)
    here.settle()
    teams = {view.team for view in panel.table.model.lines}
    assert len(teams) == len(panel.table.model.lines) > 1
    panel.read_scan(out)
    here.qtbot.waitUntil(lambda: page.findChild(SignedDialog) is not None, timeout=30_000)
    dialog = page.findChild(SignedDialog)
    dialog.day.set_value(date(2026, 9, 11))
    dialog.decide()
    here.settle()
    signed = here.office.review.confirmations(here.context.project, MONTH)
    assert {one.confirmation.signed_on for one in signed} == {date(2026, 9, 11)}
    here.office.attendance.set_day(
        here.context.project, cell(here, "1002", 2).worker, date(2026, 9, 2), Decimal(1), "核实"
    )
    page.look_again()
    here.settle()
    assert sum(not view.matches for view in panel.table.model.lines) == 1


def test_the_platforms_table_is_seen_before_it_is_kept_and_leads_to_the_worker(page, here):
    page.tabs.setCurrentIndex(RECONCILE)
    panel = page.panel(RECONCILE)
    rows = [row for row in grid(here).rows if row.work_days or row.singles]
    path = here.folder.parent / "platform.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["姓名", "出勤天数"])
        for place, row in enumerate(rows, 1):
            sheet.write_row(place, 0, [row.name, 2])
    panel.read(path)
    here.qtbot.waitUntil(lambda: page.findChild(PlatformDialog) is not None, timeout=30_000)
    dialog = page.findChild(PlatformDialog)
    assert dialog.verb.isEnabled()
    dialog.decide()
    here.qtbot.waitUntil(lambda: bool(panel.table.model.lines), timeout=20_000)
    here.settle()
    line = next(one for one in panel.table.model.lines if one.worker == rows[0].worker)
    assert line.platform == 2
    panel.table.opened.emit(line)
    assert page.tabs.currentIndex() == GRID
    assert page.view.cells[0].worker == rows[0].worker


def test_stoppage_nil_month_and_clock_are_said_once(page, here):
    page.tabs.setCurrentIndex(SITE)
    panel = page.panel(SITE)
    here.settle()
    panel.declare.click()
    dialog = page.findChild(StoppageDialog)
    dialog._first.set_value(date(2026, 9, 20))
    dialog._last.set_value(date(2026, 9, 22))
    dialog.reason.setText("大风预警停工")
    dialog.decide()
    here.settle()
    assert [one.reason for one in panel.stoppages.model.lines] == ["大风预警停工"]
    assert page.model.stopped == {date(2026, 9, day) for day in (20, 21, 22)}
    panel.read_clock.click()
    clock = page.findChild(ClockDialog)
    clock._shown.setText("2026-09-01 08:03:00")
    clock._true.setText("2026-09-01 08:00:00")
    clock.decide()
    here.settle()
    (gate,) = panel.clocks.model.lines
    assert (gate.drift, gate.is_late) == (180, True)
    panel.nil.click()
    nil = page.findChild(NilDialog)
    nil.reason.setText("未开工")
    nil.decide()
    here.settle()
    assert page.banners.count() == 1  # somebody worked in September: refused, with the reason
    assert here.office.review.nil_months(here.context.project) == ()


def test_the_preset_of_a_place_fills_the_rule(page, here):
    opened = []
    page.asks.opened.connect(opened.append)
    page.asks.open_rule(page.rule)
    (dialog,) = opened
    jilin = next(one for one in dialog.presets._values if one and one.name == "jilin")
    dialog.minutes.setValue(600)
    dialog.presets.set_value(jilin)
    assert (dialog.rule.least_minutes, dialog.rule.source) == (240, "吉建规〔2023〕11号")
    assert dialog.rule.counting is Counting.FIRST_LAST
    dialog.decide()
    here.settle()
    assert page.rule.source == "吉建规〔2023〕11号"


def test_news_during_a_read_are_read_once_more_and_no_oftener(page, here):
    asked = []
    read = here.context.desk.read
    here.context.desk.read = lambda *words: (asked.append(words[0]), read(*words))[1]
    for _ in range(5):
        page.refresh()
    here.settle()
    assert sum(one is page for one in asked) <= 3  # this read, one more, the exceptions
    assert row_of(grid(here), "1001").marks[date(2026, 9, 2)].origin is MarkOrigin.PUNCHES


def test_an_import_is_taken_back_days_later(page, here, qtbot):
    page.tabs.setCurrentIndex(SITE)
    page.asks.open_imports()
    dialog = page.findChild(ImportsDialog)
    qtbot.waitUntil(lambda: bool(dialog.table.model.lines))
    assert not dialog.back.isEnabled()
    (record,) = dialog.table.model.lines
    dialog.table.choose([record.id])
    dialog.back.click()
    qtbot.waitUntil(lambda: dialog.table.model.lines[0].undone_at is not None)
    assert not dialog.back.isEnabled()
    assert not any(row.work_days for row in grid(here).rows)
