"""Roster and its import on real books."""

import io
import re
import zipfile

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLabel

from desktop.domain.findings import Code, Level
from desktop.domain.money import Money
from tests.ui.pages_a import place, show
from ui.pages.roster.chips import Wanted
from ui.pages.roster.dialogs import ChangeCard, EditWorker
from ui.pages.roster.page import RosterPage
from ui.widgets.banner import Banner
from ui.wizards.import_roster import ImportRoster


@pytest.fixture
def here(tmp_path, tasks, qtbot):
    with place(tmp_path, tasks, qtbot) as opened:
        yield opened


@pytest.fixture
def page(here, qtbot):
    here.import_roster()
    return show(qtbot, RosterPage(here.context), here)


def line_of(page, name):
    return next(line for line in page.table.model.lines if line.name == name)


def wrong_ids(content, count):
    """Change the last sign of the first identity numbers of a workbook."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(out, "w") as target:
        for info in source.infolist():
            data = source.read(info)
            if info.filename.endswith("sharedStrings.xml"):
                text = data.decode()
                for number in re.findall(r"<t>(\d{17}[\dX])</t>", text)[:count]:
                    text = text.replace(number, number[:-1] + ("0" if number[-1] != "0" else "1"))
                data = text.encode()
            target.writestr(info, data)
    return out.getvalue()


def test_every_worker_is_a_row_and_no_number_is_shown_whole(page, here):
    model = page.table.model
    assert len(model.lines) == len(here.sample.workers)
    cells = {
        model.index(row, column).data()
        for row in range(model.rowCount())
        for column in range(model.columnCount())
    }
    secrets = {w.id_number for w in here.sample.workers} | {w.card for w in here.sample.workers}
    assert not cells & secrets


def test_filter_finds_by_tail_of_card_and_identity_number_and_by_initials(page, here):
    worker = next(w for w in here.sample.workers if w.name == "张䶮")
    for typed in (worker.id_number[-4:], worker.card[-4:], worker.phone, worker.device_number):
        page.table.filter.setText(typed)
        assert worker.name in {line.name for line in page.table.model.shown}
    wang = next(w for w in here.sample.workers if w.name == "冯喆")  # 冯 feng, 喆 zhe
    page.table.filter.setText("fz")
    assert wang.name in {line.name for line in page.table.model.shown}
    page.table.filter.setText("zzzz")
    assert list(page.table.model.shown) == []


def test_a_choice_that_nobody_fits_does_not_say_that_the_roster_is_empty(page):
    page.chips.choose(Wanted.LEFT)
    assert list(page.table.model.shown) == []
    assert not page.empty.isVisible()
    assert page.table.filter.isVisible()


def test_numbers_are_revealed_by_an_act_that_is_journalled(page, here):
    line = page.table.model.lines[0]
    whole = here.office.roster.worker(line.worker).id_number
    page.inspect(line)
    here.settle()
    texts = [label.text() for label in page._panel.findChildren(QLabel)]
    assert whole not in texts
    page._panel.reveal_button.click()
    here.settle()
    assert whole in [label.text() for label in page._panel.findChildren(QLabel)]
    assert here.actions()[0] == "roster.reveal"
    entry = here.office.people.journal(1)[0]
    assert entry.subject == str(line.worker)
    assert whole not in str(entry.body)


def test_a_card_that_cannot_be_is_refused_under_its_field(page, here, qtbot):
    line = page.table.model.lines[0]
    before = here.office.roster.worker(line.worker)
    dialog = ChangeCard(page, page.desk, before, here.office.clock.today())
    qtbot.addWidget(dialog)
    dialog.form.set_values({})
    number = dialog.form._places["number"]
    assert not dialog.save.isEnabled()
    number.field.set_value("12 34")
    dialog.save.click()
    here.settle()
    assert here.office.roster.worker(line.worker) == before
    assert number.fault.isVisibleTo(dialog)
    number.field.set_value("6222 0212 3456 7890 128")
    dialog.save.click()
    here.settle()
    after = here.office.roster.worker(line.worker)
    assert after.card(here.office.clock.today()).number == "6222021234567890128"
    assert len(after.cards) == len(before.cards) + 1
    row = line_of(page, line.name)
    assert row.card_tail == "0128"


def test_another_rate_is_dated_and_the_old_one_stays(page, here, qtbot):
    line = next(line for line in page.table.model.lines if line.name == "张䶮")
    worker = here.office.roster.worker(line.worker)
    project, today = here.context.project, here.office.clock.today()
    teams = here.office.projects.teams(project)
    dialog = EditWorker(page, page.desk, worker, project, (teams, today))
    qtbot.addWidget(dialog)
    assert not dialog.save.isEnabled()
    places = dialog.form._places
    places["rate"].field.set_value(Money.of_yuan(400))
    places["since"].field.set_value(today)
    places["number"].field.set_value("9001")
    dialog.save.click()
    here.settle()
    job = here.office.roster.worker(line.worker).employment(project)
    old = worker.employment(project)
    assert job.pay_terms[:-1] == old.pay_terms
    assert (job.pay_terms[-1].rate, job.pay_terms[-1].since) == (Money(40_000), today)
    numbers = {one.number: (one.since, one.until) for one in job.device_numbers}
    assert numbers["9001"] == (today, None)
    assert numbers[old.device_numbers[0].number][1] is not None


def test_import_writes_after_acceptance_only_and_can_be_taken_back(here, qtbot):
    page = show(qtbot, RosterPage(here.context), here)
    path = here.file("roster.xlsx", here.sample.roster)
    assert page.empty.isVisible()
    dialog = page.open_import(path)
    here.settle()
    assert (dialog.proposal.rows, dialog.proposal.new) == (124, 124)
    assert here.office.roster.lines(here.context.project) == ()
    dialog.accept_button.click()
    here.settle()
    assert len(page.table.model.lines) == 124
    banner = page.findChild(Banner)
    assert banner.kind == "done"
    banner.button.click()
    here.settle()
    assert here.office.roster.lines(here.context.project) == ()
    assert here.office.roster.imports(here.context.project)[0].undone_at is not None
    assert "roster.undo" in here.actions()


def test_the_same_file_again_offers_nothing_to_accept(page, here):
    dialog = page.open_import(here.file("again.xlsx", here.sample.roster))
    here.settle()
    assert (dialog.proposal.new, dialog.proposal.changed) == (0, 0)
    assert not dialog.accept_button.isVisible()
    dialog.reject()


def test_a_stop_keeps_the_whole_file_out_and_its_row_is_shown(here, qtbot):
    page = show(qtbot, RosterPage(here.context), here)
    dialog = page.open_import(here.file("bad.xlsx", wrong_ids(here.sample.roster, 3)))
    here.settle()
    findings = [f for f in dialog.proposal.findings if f.level is Level.STOP]
    assert [f.code for f in findings] == [Code.ID_CHECK_DIGIT] * 3
    assert dialog.check.model.row_numbers() == [f.row for f in findings]
    assert not dialog.accept_button.isVisible()
    assert not dialog.on.isEnabled()
    assert "校验码" in dialog.check.detail.text()
    dialog.reject()
    assert here.office.roster.lines(here.context.project) == ()
    assert "roster.import" not in here.actions()


def test_a_file_that_is_no_workbook_is_said_and_another_may_be_chosen(here, qtbot):
    page = show(qtbot, RosterPage(here.context), here)
    dialog = page.open_import(here.file("roster.xlsx", b"PK\x03\x04 not a workbook"))
    here.settle()
    assert [banner.kind for banner in dialog.findChildren(Banner)] == ["stop"]
    assert not dialog.accept_button.isVisible()
    assert dialog.drop.isVisible()
    dialog.reject()


def test_a_workbook_dropped_on_the_page_opens_the_import(here, qtbot):
    page = show(qtbot, RosterPage(here.context), here)
    for name, taken in (("roster.xlsx", True), ("notes.pdf", False)):
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(here.file(name, here.sample.roster)))])
        drop = QDropEvent(
            QPointF(50, 50),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        page.dropEvent(drop)
        here.settle()
        opened = [d for d in page.findChildren(ImportRoster) if d.isVisible()]
        assert [d.proposal.new for d in opened] == ([124] if taken else [])
        for dialog in opened:
            dialog.reject()
