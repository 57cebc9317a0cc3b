"""Entering, leaving, moving, settling and tables from the roster page, on real books."""

from datetime import date

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from desktop.domain.findings import Code
from desktop.domain.movement import job_on
from desktop.services.exports import Format
from tests.ui.pages_a import place, show
from ui.pages.roster.cards_back import CardsBack
from ui.pages.roster.chips import Wanted
from ui.pages.roster.enter import EnterDialog
from ui.pages.roster.leaving import SettlementDialog
from ui.pages.roster.moves import LeaveDialog, MoveDialog
from ui.pages.roster.page import RosterPage
from ui.widgets.banner import Banner

DAY = date(2026, 9, 20)
BEFORE = date(2026, 9, 19)


@pytest.fixture
def here(tmp_path, tasks, qtbot):
    with place(tmp_path, tasks, qtbot) as opened:
        yield opened


@pytest.fixture
def page(here, qtbot):
    here.import_roster()
    return show(qtbot, RosterPage(here.context), here)


def dialog_of(page, kind):
    return next(one for one in page.findChildren(kind) if one.isVisible())


def team(page, name):
    return [line for line in page.table.model.lines if line.team_name == name]


def fill(dialog, here, qtbot, **values):
    """Type into a dialog and wait until it has made its plan."""
    for key, value in values.items():
        dialog.form._places[key].field.set_value(value)
    dialog.form.changed.emit()
    qtbot.waitUntil(lambda: not dialog._pause.isActive(), timeout=5_000)
    here.settle()


def banner(page):
    return next(iter(page.findChildren(Banner)), None)


def test_several_leave_only_when_somebody_counted_them(page, here, qtbot):
    lines = team(page, "钢筋班")[:3]
    page.table.choose([line.worker for line in lines])
    page.acts_on.leave()
    dialog = dialog_of(page, LeaveDialog)
    fill(dialog, here, qtbot, day=DAY)
    assert not dialog.verb.isEnabled()
    fill(dialog, here, qtbot, count="2")
    assert not dialog.verb.isEnabled()
    fill(dialog, here, qtbot, count="3")
    assert dialog.verb.isEnabled()
    dialog.verb.click()
    here.settle()
    exits = [here.office.roster.worker(line.worker).employments[0].exit for line in lines]
    assert exits == [DAY, DAY, DAY]
    left = {line.name for line in page.table.model.lines if line.exit == DAY}
    assert left == {line.name for line in lines}


def test_a_movement_is_taken_back_from_the_banner_and_by_ctrl_z(page, here, qtbot):
    (line,) = team(page, "钢筋班")[:1]
    before = here.office.roster.worker(line.worker).employments
    undone = []
    here.context.said.connect(lambda _, undo: undone.append(undo))
    for way in ("banner", "key"):
        page.table.choose([line.worker])
        page.acts_on.leave()
        dialog = dialog_of(page, LeaveDialog)
        fill(dialog, here, qtbot, day=DAY)
        dialog.verb.click()
        here.settle()
        assert here.office.roster.worker(line.worker).employments[0].exit == DAY
        if way == "banner":
            banner(page).button.click()
        else:
            undone[-1]()
        here.settle()
        assert here.office.roster.worker(line.worker).employments == before


def test_moving_shows_what_speaks_against_it_before_anything_is_written(page, here, qtbot):
    (line,) = team(page, "钢筋班")[:1]
    wood = next(
        one for one in here.office.projects.teams(here.context.project) if one.name == "木工班"
    )
    page.table.choose([line.worker])
    page.acts_on.move()
    here.settle()
    dialog = dialog_of(page, MoveDialog)
    assert dialog.focusWidget() not in {None, dialog.out, dialog.verb}  # keys go to a field
    fill(dialog, here, qtbot, team=wood.id, day=line.entry)
    codes = [one.code for one in dialog.plan.findings]
    assert codes == [Code.EXIT_BEFORE_ENTRY]
    assert not dialog.verb.isEnabled()
    fill(dialog, here, qtbot, day=DAY)
    assert dialog.plan.findings == ()
    dialog.verb.click()
    here.settle()
    worker = here.office.roster.worker(line.worker)
    project = here.context.project
    assert job_on(worker, project, BEFORE).team == line.team
    assert job_on(worker, project, DAY).team == wood.id


def test_as_of_a_day_the_page_shows_the_teams_of_that_day_and_lets_nothing_be_done(
    page, here, qtbot
):
    (line,) = team(page, "钢筋班")[:1]
    project = here.context.project
    wood = next(one for one in here.office.projects.teams(project) if one.name == "木工班")
    here.office.movements.move(line.worker, project, wood.id, DAY)
    page.refresh()
    here.settle()
    page.show_day(BEFORE)
    here.settle()
    shown = {one.worker: one.team_name for one in page.table.model.lines}
    assert shown[line.worker] == "钢筋班"
    assert str(BEFORE) in banner(page).text
    page.table.choose([line.worker])
    assert not page.leave_act.isEnabled()
    page.acts_on.leave()
    assert not [one for one in page.findChildren(LeaveDialog) if one.isVisible()]
    banner(page).button.click()
    here.settle()
    assert page.day.value is None
    shown = {one.worker: one.team_name for one in page.table.model.lines}
    assert shown[line.worker] == "木工班"


def test_somebody_new_enters_and_his_number_says_sex_and_birth(page, here, qtbot):
    page.enter_act.click()
    here.settle()
    dialog = dialog_of(page, EnterDialog)
    wood = next(
        one for one in here.office.projects.teams(here.context.project) if one.name == "木工班"
    )
    fill(
        dialog, here, qtbot, name="李新人", id_number="110101199003070011", phone="13912345678",
        team=wood.id, trade="木工", day=DAY, device_number="90001",
    )  # fmt: skip
    dialog.identity.fields["id_number"].changed.emit()
    assert dialog.form.values["sex"] == "男"
    assert dialog.form.values["birth"] == date(1990, 3, 7)
    fill(dialog, here, qtbot)
    assert dialog.verb.isEnabled(), [one.code for one in dialog.plan.findings]
    dialog.verb.click()
    here.settle()
    known = here.office.movements.known("110101199003070011")
    assert (known.name, known.captured.value) == ("李新人", "typed")
    line = next(one for one in page.table.model.lines if one.worker == known.id)
    assert (line.team_name, line.device_numbers) == ("木工班", ("90001",))


def test_chips_count_and_show_only_theirs(page, here):
    assert page.chips.buttons[Wanted.ALL].text().endswith("124")
    here.office.movements.exit(page.table.model.lines[0].worker, here.context.project, DAY, "回家")
    page.refresh()
    here.settle()
    page.chips.choose(Wanted.LEFT)
    assert [line.exit for line in page.table.model.shown] == [DAY]
    assert page.chips.buttons[Wanted.HERE].text().endswith("123")
    page.chips.choose(Wanted.NO_CONTRACT)
    assert len(page.table.model.shown) == 123


def test_the_table_fits_a_small_screen_without_sideways_scrolling(page):
    header = page.table.view.horizontalHeader()
    shown = [n for n in range(header.count()) if not header.isSectionHidden(n)]
    widths = [page.table.model.columns[n].width for n in shown]
    # 1366 wide less the rail, the page's margins and the scroll bar: 1110
    assert sum(widths) <= 1110


def test_rows_are_copied_as_a_table_with_their_headings(page):
    lines = team(page, "钢筋班")[:2]
    page.table.choose([line.worker for line in lines])
    page.table.copy()
    head, *rows = QApplication.clipboard().text().split("\n")
    assert len(rows) == 2
    assert {len(row.split("\t")) for row in (head, *rows)} == {12}


def test_an_open_settlement_cannot_be_signed(page, here, qtbot):
    line = page.table.model.lines[0]
    here.office.movements.exit(line.worker, here.context.project, DAY, "回家")
    page.refresh()
    here.settle()
    page.table.choose([line.worker])
    page.acts_on.settle()
    dialog = dialog_of(page, SettlementDialog)
    qtbot.waitUntil(lambda: bool(dialog.pdf), timeout=20_000)
    here.settle()
    assert dialog.sign_act.isEnabled()  # nothing was worked: nothing is owed
    scan = here.file("签字.pdf", dialog.pdf)
    dialog.sign(scan)
    here.settle()
    (settled,) = here.office.movements.settlements(here.context.project)
    assert settled.signed_on == here.office.clock.today()
    assert not dialog.sign_act.isEnabled()


def test_the_inspector_tells_where_he_has_been(page, here):
    (line,) = team(page, "钢筋班")[:1]
    project = here.context.project
    wood = next(one for one in here.office.projects.teams(project) if one.name == "木工班")
    here.office.movements.move(line.worker, project, wood.id, DAY)
    page.refresh()
    here.settle()
    moved = next(one for one in page.table.model.lines if one.worker == line.worker)
    page.inspect(moved)
    here.settle()
    texts = [label.text() for label in page._panel.findChildren(QLabel)]
    assert f"{line.entry} – {BEFORE}" in texts
    assert any(one.startswith(f"{DAY} – ") for one in texts)


def test_the_roster_as_shown_is_written_and_whom_it_leaves_out_is_said(page, here, tmp_path):
    line = page.table.model.lines[0]
    here.office.movements.exit(line.worker, here.context.project, DAY, "回家")
    page.show_day(date(2026, 9, 21))
    here.settle()
    path = tmp_path / "名册.xlsx"
    page.acts_on.write(path, Format.XLSX)
    here.settle()
    said = [one for one in page.findChildren(Banner) if path.name in one.text]
    assert line.name in said[0].words.text()
    rows = list(openpyxl.load_workbook(path).worksheets[0].iter_rows(min_row=3))
    assert len(rows) == 123


def test_cards_from_the_bank_are_taken_over_as_ticked(page, here, tmp_path):
    lines = page.table.model.lines[:2]
    book = openpyxl.Workbook()
    book.active.append(["姓名", "身份证号码", "工资卡号", "开户行"])
    numbers = ("6222021234567890128", "6217001234567890128")
    for line, number in zip(lines, numbers, strict=True):
        worker = here.office.roster.worker(line.worker)
        book.active.append([worker.name, worker.id_number, number, "中国工商银行"])
    path = tmp_path / "办好.xlsx"
    book.save(path)
    dialog = page.acts_on.read_cards(path)
    assert isinstance(dialog, CardsBack)
    here.settle()
    assert dialog.table.rowCount() == 2
    dialog.table.item(1, 0).setCheckState(Qt.CheckState.Unchecked)
    name = dialog.table.item(0, 0).text()
    dialog.verb.click()
    here.settle()
    cards = {
        line.name: here.office.roster.worker(line.worker).card(here.office.clock.today()).number
        for line in lines
    }
    chosen = numbers[[line.name for line in lines].index(name)]
    assert cards[name] == chosen
    assert set(cards.values()) & set(numbers) == {chosen}


def test_the_last_columns_stretched_width_is_not_remembered(page, here, qtbot):
    """A wide window must not leave a table that scrolls sideways in a small one."""
    page.resize(1900, 720)
    here.settle()
    page.table._memory.write()
    again = show(qtbot, RosterPage(here.context), here)
    again.resize(1182, 720)
    here.settle()
    assert again.table.view.horizontalScrollBar().maximum() == 0


def test_an_empty_roster_offers_what_makes_sense_and_nothing_else(here, qtbot):
    page = show(qtbot, RosterPage(here.context), here)
    assert page.empty.isVisible()
    assert page.enter_act.isVisible()
    for widget in (page.chips, page.day, page.more_act, page.leave_act, page.settle_act):
        assert not widget.isVisible()
