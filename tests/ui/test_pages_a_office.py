"""Home, settings, the first run and unlocking on real books."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer

from desktop import app, wiring
from desktop.domain.months import WageMonth
from desktop.domain.people import Role
from desktop.ports.books import JournalEntry
from desktop.services.overview import StepKey
from tests.ui.pages_a import MONTH, PHRASE, SOFT, closed_office, fill, opened, place, show
from ui import appearance
from ui.application import Appearance
from ui.pages.overview.page import OverviewPage
from ui.pages.settings.copies import Restore
from ui.pages.settings.journal import journal_body
from ui.pages.settings.page import SettingsPage
from ui.pages.settings.passphrase import GivePassphrase, TakeSeat
from ui.theme import Mood
from ui.unlock import UnlockDialog
from ui.window import MainWindow

# One man (1001) with a single punch on 2026-09-01 and two, nine hours apart, on 2026-09-02; a
# number nobody has; a line that is none.
PUNCHES = (
    b"1001\t2026-09-01 08:00:00\t1\t0\t1\t0\r\n"
    b"1001\t2026-09-02 08:00:00\t1\t0\t1\t0\r\n"
    b"1001\t2026-09-02 17:00:00\t1\t1\t1\t0\r\n"
    b"7777\t2026-09-02 08:05:00\t1\t0\t1\t0\r\n"
    b"no punch at all\r\n"
)


@pytest.fixture
def here(tmp_path, tasks, qtbot):
    with place(tmp_path, tasks, qtbot) as opened:
        yield opened


@pytest.fixture
def soft(monkeypatch):
    monkeypatch.setattr(wiring, "KeyVault", SOFT)


def states(page):
    return {item.step.key: item.step.state for item in page.ribbon.items}


# ---- home


def test_the_ribbon_and_the_next_act_follow_the_month(here, qtbot):
    page = show(qtbot, OverviewPage(here.context), here)
    asked = []
    here.context.asked.connect(lambda key, _: asked.append(key))
    assert states(page)[StepKey.ROSTER] == "next"
    page.next_button.click()
    path = here.file("roster.xlsx", here.sample.roster)
    project = here.context.project
    proposal = here.office.roster.read(path, project)
    page.desk.write(page, lambda ticket: here.office.roster.accept(proposal, ticket))
    here.settle()
    assert states(page)[StepKey.ROSTER] == "done"
    assert states(page)[StepKey.ATTENDANCE] == "next"
    page.next_button.click()
    qtbot.keyClick(page.ribbon.items[-1], Qt.Key.Key_Return)
    assert asked == ["roster", "attendance", "disbursement"]


def test_what_needs_a_person_is_counted_from_the_punches(here, qtbot):
    here.import_roster()
    punches = here.office.attendance.read(here.file("attlog.dat", PUNCHES))
    here.office.attendance.accept(punches, here.context.project)
    counted = {}
    here.context.counted.connect(counted.__setitem__)
    page = show(qtbot, OverviewPage(here.context), here)
    assert (page._found.singles, page._found.numbers, page._found.refused) == (1, 1, 1)
    attendance = [row.duty for row in page.duties.rows if row.duty.page == "attendance"]
    assert [duty.kind for duty in attendance] == ["warn", "warn", "note"]
    assert counted["attendance"] == 2
    assert (
        page._pay_date.text()
        == here.office.overview.home(here.context.project, MONTH).pay_date.isoformat()
    )


def test_home_tells_what_persons_did_last(here, qtbot):
    here.import_roster()
    for year in (2027, 2028):
        here.office.projects.set_final(year, final=True)
    page = show(qtbot, OverviewPage(here.context), here)
    # Two alike stand once; the copy before the import was the program's own act.
    told = [entry.action for entry in page.recent.entries]
    assert told[:2] == ["calendar.final", "roster.import"]
    assert "backup.made" not in told


def test_another_month_is_read_when_it_is_chosen(here, qtbot):
    here.import_roster()
    page = show(qtbot, OverviewPage(here.context), here)
    here.context.choose_month(WageMonth(2025, 1))
    here.settle()
    assert states(page)[StepKey.ROSTER] == "next"
    assert page._pay_date.text().startswith("2025-02")


def test_without_a_project_home_leads_to_the_first(here, qtbot):
    here.context.choose_project(None)
    page = show(qtbot, OverviewPage(here.context), here)
    asked = []
    here.context.asked.connect(lambda key, target: asked.append((key, target)))
    page._stack.currentWidget().button.click()
    assert asked == [("projects", "new")]


# ---- settings


def test_a_second_person_ends_the_single_person_mode(here, qtbot):
    page = show(qtbot, SettingsPage(here.context), here)
    tab = page.people
    assert tab.single.isVisible()
    tab.editor.form._places["name"].field.set_value("罗守成")
    tab.editor.form._places["roles"].field.set_value(frozenset({Role.PROJECT_MANAGER}))
    tab.editor.save.click()
    here.settle()
    assert not here.office.people.is_single()
    assert not tab.single.isVisible()
    person = here.office.people.by_name("罗守成")
    assert person.roles == {Role.PROJECT_MANAGER}
    tab.editor.table.choose([person.id])
    tab.sit.click()
    here.settle()
    assert here.office.seat.person == person.id
    page.desk.write(page, lambda _: here.office.projects.set_final(2028, final=True))
    here.settle()
    assert here.office.people.journal(1)[0].person == "罗守成"


def test_who_has_a_passphrase_of_his_own_types_it_to_take_over(here, qtbot):
    checker = here.office.people.add("罗守成", frozenset({Role.PROJECT_MANAGER})).value
    page = show(qtbot, SettingsPage(here.context), here)
    page.people.editor.table.choose([checker.id])
    page.people.give.click()
    giving = page.people.findChild(GivePassphrase)
    fill(giving.form, {"first": "守成自己的口令", "second": "守成自己的口今"})
    assert not giving.verb.isEnabled()
    fill(giving.form, {"first": "守成一个人的口令", "second": "守成一个人的口令"})
    giving.verb.click()
    here.settle()
    assert here.office.people.with_own_passphrase() == {checker.id}
    assert wiring.unlock(here.folder, "守成一个人的口令").person == "罗守成"
    page.people.editor.table.choose([checker.id])
    page.people.sit.click()
    taking = page.people.findChild(TakeSeat)
    taking.phrase.set_value(PHRASE)  # the office's own opens the books, but proves nobody
    taking.verb.click()
    here.settle()
    assert here.office.seat.name == "何秉正"
    assert taking.banners.count()
    taking.phrase.set_value("守成一个人的口令")
    taking.verb.click()
    here.settle()
    assert here.office.seat.person == checker.id
    assert here.actions()[:2] == ["office.seat", "office.passphrase"]


def test_a_copy_is_made_checked_and_restored_elsewhere(here, qtbot, tmp_path):
    page = show(qtbot, SettingsPage(here.context), here)
    page.tabs.setCurrentWidget(page.copies)
    here.settle()
    before = len(page.copies.table.model.lines)
    page.copies.make.click()
    here.settle()
    assert len(page.copies.table.model.lines) == before + 1
    copy = page.copies.table.model.lines[0]
    assert copy.reason == "by_hand"
    said = []
    page.copies.said.connect(said.append)
    page.copies.table.choose([copy.path])
    page.copies.verify_act.click()
    here.settle()
    assert len(said) == 1
    page.copies.restore(copy.path)
    dialog = page.copies.findChild(Restore)
    target = tmp_path / "restored"
    dialog.form._places["folder"].field.set_value(str(target))
    dialog.form._places["phrase"].field.set_value("wrong words here")
    dialog.go.click()
    here.settle()
    assert not (target / "books.db").exists()
    dialog.form._places["phrase"].field.set_value(PHRASE)
    dialog.go.click()
    here.settle()
    assert (target / "books.db").exists()
    assert len(said) == 2


def test_the_journal_is_listed_and_its_chain_checked(here, qtbot):
    page = show(qtbot, SettingsPage(here.context), here)
    page.tabs.setCurrentWidget(page.journal)
    here.settle()
    shown = page.journal.table.model.lines
    assert [entry.seq for entry in shown] == sorted((e.seq for e in shown), reverse=True)
    entry = JournalEntry(
        7,
        here.office.clock.now(),
        "何秉正",
        "pay.draft",
        "",
        {"fen": 105523064, "items": 123, "maker": "a" * 32, "state": "draft"},
        "",
    )
    # Fen become yuan, states their words, identifiers are left out.
    assert journal_body(entry) == "1,055,230.64 元 · 123 笔 · 草稿"
    said = []
    page.journal.said.connect(said.append)
    page.journal.verify.click()
    here.settle()
    assert str(len(shown)) in said[0]


def test_appearance_is_worn_at_once_and_remembered(here, qtbot, qapp):
    page = show(qtbot, SettingsPage(here.context), here)
    try:
        page.look.form._places["mood"].field.set_value(Mood.DARK)
        assert appearance.load().mood is Mood.DARK
    finally:
        appearance.save(Appearance(Mood.LIGHT))


# ---- the roof


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2026, 10, 20), WageMonth(2026, 9)),
        (date(2026, 10, 21), WageMonth(2026, 10)),
        (date(2026, 1, 3), WageMonth(2025, 12)),
    ],
)
def test_the_month_people_work_on(today, expected):
    assert app.usual_month(today) == expected


def test_a_folder_without_books_has_none(tmp_path):
    assert not app.has_books(tmp_path)
    Path(tmp_path / "books.axkeys2").touch()
    assert not app.has_books(tmp_path)
    Path(tmp_path / "books.db").touch()
    assert app.has_books(tmp_path)


def test_main_opens_the_window_on_the_office_and_gives_it_back(tmp_path, qapp, soft, monkeypatch):
    folder, key = closed_office(tmp_path)
    monkeypatch.setattr(app, "_start_log", lambda: None)
    seen = []

    def look():
        for window in qapp.topLevelWidgets():
            if isinstance(window, MainWindow) and window.context.project is not None:
                seen.append((window.context.month, window.page is not None))
                timer.stop()
                window.close()

    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(50)
    assert app.main(folder, PHRASE, MONTH) == 0
    assert seen == [(MONTH, True)]
    with opened(folder, key) as office:  # the lock is free again
        assert office.people.all()


def test_main_leaves_when_nobody_knows_the_passphrase(tmp_path, qapp, soft, monkeypatch):
    folder, key = closed_office(tmp_path)
    monkeypatch.setattr(app, "_start_log", lambda: None)

    def look():
        for dialog in qapp.topLevelWidgets():
            if isinstance(dialog, UnlockDialog) and dialog.banners.count():
                timer.stop()
                dialog.reject()

    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(50)
    assert app.main(folder, "not this one", MONTH) == 0
    with opened(folder, key):
        pass
