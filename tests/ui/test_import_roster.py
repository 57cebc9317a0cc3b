"""The roster wizard as a labour officer uses it: name columns, mend, tick, leave out, save."""

import time
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit

from desktop.domain.findings import Code, Level
from desktop.services.roster.differences import DifferenceKind
from tests.ui.pages_a import place
from tests.unit.intake_office import TITLES, card_number, person, write_roster_as_text
from ui.widgets.decision import Decision
from ui.wizards import import_roster, import_roster_places
from ui.wizards.import_roster import CHECK, COLUMNS, COMPARE, DONE, FILE, ImportRoster
from ui.wizards.import_roster_changes import LAST, TICK
from ui.wizards.import_roster_mend import FIRST


@pytest.fixture
def here(tmp_path, tasks, qtbot):
    with place(tmp_path, tasks, qtbot) as found:
        yield found


@pytest.fixture
def site(here):
    """Where invented people work in the sample office: company, its code, a team."""
    here.import_roster()
    books = here.office.projects.all()[0]
    member = next(one for one in books.members if one.role.value == "subcontractor")
    return {"单位名称": member.company.name, "统一社会信用代码": member.company.credit_code}


def someone(site, n, **changes):
    return person(n) | {"工种": "钢筋工", "考勤号": str(9000 + n)} | site | changes


def opened(here, qtbot, rows, titles=TITLES, name="名册.xlsx"):
    path = here.folder.parent / name
    if titles is TITLES:
        write_roster_as_text(path, rows)
    else:
        texts = [{key: str(value) for key, value in row.items()} for row in rows]
        import_roster_places_path(path, texts, titles)
    dialog = ImportRoster(None, here.context.desk, here.context.project)
    qtbot.addWidget(dialog)
    dialog.show()
    here.settle()
    dialog.read(path)
    here.settle()
    return dialog


def import_roster_places_path(path, rows, titles):
    from tests.unit.intake_office import write_roster  # noqa: PLC0415

    write_roster(path, rows, titles)


def type_into(dialog, here, said):
    """Type over the current cell and press Enter, as a person does."""
    view = dialog.check.view
    QTest.keyClicks(view, said[0])
    editor = view.findChildren(QLineEdit)[-1]
    editor.setText(said)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    settle(here)


def settle(here):
    """Let the editor close, then the check that follows."""
    QTest.qWait(50)
    here.settle()


def test_faults_are_mended_in_the_grid_until_all_may_go_in(here, site, qtbot):
    rows = [
        someone(site, 1, 身份证号码="620102199002300014"),
        someone(site, 2, 手机号码="139"),
        someone(site, 3),
    ]
    dialog = opened(here, qtbot, rows)
    check = dialog.check
    assert dialog.place == CHECK
    assert check.model.row_numbers() == [3, 4]
    assert not dialog.on.isEnabled()
    assert check.model.cell(check.view.currentIndex()) == (3, "id_number")
    assert "校验码" in check.detail.text()
    type_into(dialog, here, person(1)["身份证号码"])
    assert check.model.cell(check.view.currentIndex()) == (4, "phone")
    assert not dialog.on.isEnabled()
    type_into(dialog, here, "13900000002")
    assert dialog.on.isEnabled()
    assert check.model.row_numbers() == [3, 4]  # what was mended stays in sight
    check.undo()
    here.settle()
    assert not dialog.on.isEnabled()
    check._put({(4, "phone"): "13900000002"})
    here.settle()
    dialog.on.click()
    assert dialog.place == COMPARE
    assert dialog.compare.model.people() == (3, 0)
    dialog.accept_button.click()
    here.settle()
    names = {line.name for line in here.office.roster.lines(here.context.project)}
    assert {"工人乙", "工人丙", "工人丁"} <= names


def test_all_alike_are_mended_at_once(here, site, qtbot):
    rows = [someone(site, n, 计薪方式="包月") for n in range(1, 21)]
    dialog = opened(here, qtbot, rows)
    check = dialog.check
    assert check.alike.isEnabled()
    assert "20" in check.alike.text()
    check.mend_alike()
    editor = check.view.findChild(QComboBox)
    assert [editor.itemText(n) for n in range(editor.count())] == ["计日", "计时"]
    editor.setCurrentText("计日")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    settle(here)
    assert [f for f in dialog.proposal.findings if f.level is Level.STOP] == []
    assert dialog.on.isEnabled()


def test_good_rows_go_in_and_the_rest_is_saved(here, site, qtbot, monkeypatch):
    rows = [someone(site, 1, 手机号码="139"), someone(site, 2)]
    dialog = opened(here, qtbot, rows)
    dialog.only_good.click()
    here.settle()
    assert dialog.place == COMPARE
    dialog.accept_button.click()
    here.settle()
    assert dialog.place == DONE
    assert dialog.isVisible()
    assert "工人乙" in dialog.finish.rows.item(0).text()
    path = here.folder.parent / "rest.xlsx"
    monkeypatch.setattr(import_roster, "ask_where", lambda *_: path)
    dialog.rest_button.click()
    here.settle()
    assert path.stat().st_size > 3_000
    assert "roster.rest" in here.actions()


def test_a_row_is_left_out_and_comes_back(here, site, qtbot):
    dialog = opened(here, qtbot, [someone(site, 1, 手机号码="139"), someone(site, 2)])
    dialog.check.leave.click()
    here.settle()
    assert dialog.on.isEnabled()
    assert "工人乙" in dialog.check.left_words.text()
    dialog.check.back.click()
    here.settle()
    assert not dialog.on.isEnabled()


def test_what_was_mended_survives_reading_again_and_is_not_thrown_away_unasked(here, site, qtbot):
    rows = [someone(site, 1, 手机号码="139"), someone(site, 2)]
    dialog = opened(here, qtbot, rows)
    type_into(dialog, here, "13900000002")
    dialog.back.click()
    assert dialog.place == COLUMNS
    dialog.on.click()  # reads the file again
    here.settle()
    assert dialog.proposal.edits == {(3, "phone"): "13900000002"}
    assert dialog.on.isEnabled()
    dialog.reject()
    (ask,) = dialog.findChildren(Decision)
    assert dialog.isVisible()
    ask.reject()
    assert dialog.check.edits
    dialog.another.click()
    dialog.findChildren(Decision)[-1].verb.click()
    assert (dialog.place, dialog.check.edits) == (FILE, {})
    dialog.reject()
    assert not dialog.isVisible()


def test_columns_nobody_knows_are_named_and_remembered(here, site, qtbot):
    titles = ["点数" if title == "单价(元)*" else title for title in TITLES]
    rows = [someone(site, 1) | {"点数": "260"}]
    dialog = opened(here, qtbot, rows, titles)
    assert dialog.place == COLUMNS
    assert dialog.columns.missing() == ("单价(元)",)
    dialog.on.click()
    assert dialog.place == COLUMNS  # and says what is still to be said
    box = dialog.columns.choices["点数"]
    box.setCurrentIndex(box.findData("rate"))
    dialog.file.who.setCurrentText("某某劳务")
    dialog.on.click()
    here.settle()
    assert dialog.place == COMPARE
    dialog.accept_button.click()
    here.settle()
    assert here.office.roster.senders() == ("某某劳务",)
    again = opened(here, qtbot, [someone(site, 2) | {"点数": "260"}], titles, "二.xlsx")
    assert (again.place, again.file.whose) == (COMPARE, "某某劳务")


def test_one_change_is_unticked_and_a_leaver_needs_a_day(here, site, qtbot):
    """Everybody of the sample is missing from this file; one of them is let go."""
    here.office.roster.accept(
        here.office.roster.read(
            write_roster_as_text(here.folder.parent / "a.xlsx", [someone(site, 1)]),
            here.context.project,
        )
    )
    changed = someone(site, 1, 工资卡号=card_number(77), 手机号码="13911112222")
    dialog = opened(here, qtbot, [changed])
    model = dialog.compare.model
    counts = model.counts()
    assert (counts[DifferenceKind.CARD], counts[DifferenceKind.GONE]) == (1, 124)
    rows = {
        (model.difference(row).kind, model.difference(row).field): row
        for row in range(model.rowCount())
    }
    card = model.index(rows[DifferenceKind.CARD, "card"], TICK)
    model.setData(card, Qt.CheckState.Unchecked.value, Qt.ItemDataRole.CheckStateRole)
    gone = model.index(rows[DifferenceKind.GONE, ""], LAST)
    assert not model.setData(gone, "昨天")
    assert model.setData(gone, "2026-09-30")
    leaver = model.difference(gone.row()).worker
    dialog.accept_button.click()
    here.settle()
    lines = {line.name: line for line in here.office.roster.lines(here.context.project)}
    worker = here.office.roster.worker(lines["工人乙"].worker)
    assert (worker.phone, worker.cards[-1].number) == ("13911112222", person(1)["工资卡号"])
    job = here.office.roster.worker(leaver).employment(here.context.project)
    assert job.exit == date(2026, 9, 30)
    assert sum(line.exit is not None for line in lines.values()) == 1


def test_a_locked_workbook_is_refused_at_the_first_step(here, qtbot):
    from tests.hostile.corpus import encrypted_package  # noqa: PLC0415

    dialog = ImportRoster(None, here.context.desk, here.context.project)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.read(here.file("locked.xlsx", encrypted_package()))
    here.settle()
    assert dialog.place == FILE
    assert [f.code for f in dialog.proposal.findings] == [Code.FILE_UNREADABLE]


def test_reading_is_stopped_and_another_file_may_be_chosen(here, qtbot):
    dialog = ImportRoster(None, here.context.desk, here.context.project)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.read(here.file("roster.xlsx", here.sample.roster))
    dialog.cancel.click()
    begun = time.monotonic()
    here.settle()
    assert time.monotonic() - begun < 15
    assert (dialog.place, dialog.isVisible(), dialog.proposal) == (FILE, True, None)
    assert "roster.import" not in here.actions()
    assert import_roster_places.SUFFIXES[0] == ".xlsx"
    assert FIRST == 2
