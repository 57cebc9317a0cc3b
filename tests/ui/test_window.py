"""The window: pages obey project, month and changes; keys, undo, inspector, banners."""

import sys
from types import SimpleNamespace
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QLabel, QPushButton

from desktop.domain.changes import Changes, Topic
from desktop.domain.errors import BooksBusy
from desktop.domain.ids import ProjectId
from desktop.domain.months import WageMonth
from ui import crash
from ui.context import PageContext
from ui.desk import Desk
from ui.navigation import Entry
from ui.pages.page import Heading, Page
from ui.widgets.banner import Banner
from ui.window import MainWindow

HERE, THERE = ProjectId(UUID(int=1)), ProjectId(UUID(int=2))
CONTROL = Qt.KeyboardModifier.ControlModifier


class Sample(Page):
    topics = frozenset({Topic.WAGES})

    def __init__(self, context):
        super().__init__(context, Heading("工资", "核对工资。", "先签字，再锁定。"))
        self.read = 0
        self.targets = []

    def refresh(self):
        self.read += 1

    def arrive(self, target):
        self.targets.append(target)


class Awake(Sample):
    awake = True


class _Entry(Entry):
    def make(self, context):
        return (Awake if self.key == "home" else Sample)(context)


@pytest.fixture
def window(tasks, qtbot):
    projects = [SimpleNamespace(id=HERE, name="一标段"), SimpleNamespace(id=THERE, name="二标段")]
    office = SimpleNamespace(
        projects=SimpleNamespace(all=lambda: projects),
        safekeeping=SimpleNamespace(is_on_server=False),
        seat=SimpleNamespace(name="何秉正"),
    )
    context = PageContext(Desk(office, tasks), None, WageMonth(2026, 10))
    entries = [_Entry("home", "首页", "home"), _Entry("payroll", "工资", "wages")]
    made = MainWindow(context, entries)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: context.project == HERE)  # the first project is chosen by itself
    return made


def test_a_page_reads_when_seen_and_when_its_facts_change(window):
    window.open_page("payroll")
    page = window.page
    before = page.read
    window.context.desk.changed.emit(Changes.of(Topic.ROSTER))
    window.context.desk.changed.emit(Changes.of(Topic.WAGES, project=THERE))
    assert page.read == before
    window.context.desk.changed.emit(Changes.of(Topic.WAGES, project=HERE))
    assert page.read == before + 1


def test_an_unseen_page_reads_once_when_it_comes_into_sight(window):
    window.open_page("payroll")
    page = window.page
    home = window.pages["home"]
    window.open_page("home")
    before, awake = page.read, home.read
    for _ in range(3):
        window.context.desk.changed.emit(Changes.of(Topic.WAGES))
    assert page.read == before
    assert home.read == awake + 3
    window.open_page("payroll")
    assert page.read == before + 1


def test_an_awake_page_reads_while_another_is_shown(window):
    window.open_page("payroll")
    home = window.pages["home"]
    before = home.read
    window.context.desk.changed.emit(Changes.of(Topic.WAGES))
    assert home.read == before + 1


def test_project_and_month_are_chosen_once_for_all_pages(window, qtbot):
    page = window.page
    before = page.read
    window.rail.project.setCurrentIndex(1)
    window.rail.project.activated.emit(1)
    qtbot.mouseClick(window.rail.month.back, Qt.MouseButton.LeftButton)
    assert (window.context.project, window.context.month) == (THERE, WageMonth(2026, 9))
    assert page.read == before + 2


@pytest.mark.qt_log_ignore("grabbing the keyboard")  # a pop-over offscreen
def test_keys_open_pages_undo_and_explain(window, qtbot, qapp):
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_2, CONTROL)
    assert window.page is window.pages["payroll"]
    undone = []
    window.context.say("已锁定", lambda: undone.append(1))
    assert window.undo_button.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)  # once is enough
    assert undone == [1]
    assert not window.undo_button.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_F1)
    over = qapp.activePopupWidget()
    assert isinstance(over, QFrame)
    assert "先签字，再锁定。" in {label.text() for label in over.findChildren(QLabel)}
    over.close()


def test_going_to_a_page_brings_the_target_along(window):
    window.context.go("payroll", "line 7")
    assert window.page.targets == ["line 7"]


def test_the_inspector_opens_and_closes_with_what_it_shows(window):
    window.page.inspected.emit(QLabel("陈志伟"))
    assert window.inspector.isVisible()
    window.open_page("payroll")
    assert not window.inspector.isVisible()


def test_a_retry_takes_its_banner_away(window):
    tries = []
    window.page.show_trouble(BooksBusy(path="账册"), lambda: tries.append(1))
    window.page.show_trouble(BooksBusy(path="账册"), lambda: tries.append(2))
    banners = window.page.findChildren(Banner)
    assert len(banners) == 1  # the same words are said once
    banners[0].findChild(QPushButton).click()
    assert tries == [2]
    assert window.page.findChildren(Banner) == []


def test_bugs_open_one_dialog_with_a_masked_report(window, qtbot, monkeypatch, caplog):
    monkeypatch.setattr(sys, "excepthook", lambda *_: None)
    restore = crash.watch(window)
    for _ in range(2):
        try:
            raise ValueError("陈志伟 620102198001011234")  # noqa: TRY301
        except ValueError as error:
            sys.excepthook(type(error), error, error.__traceback__)
    restore()
    dialogs = window.findChildren(QDialog)
    assert len(dialogs) == 1
    report = dialogs[0].text
    assert "ValueError" in report
    assert "陈志伟" not in report
    assert "198001011234" not in report
    dialogs[0].accept()
    caplog.clear()


def test_the_project_in_sight_is_there_again_next_time(window, tasks, qtbot):
    """With several projects in one office nobody chooses anew every morning."""
    window.context.choose_project(THERE)
    window.close()
    context = PageContext(Desk(window.context.office, tasks), None, WageMonth(2026, 10))
    again = MainWindow(context, window.entries)
    qtbot.addWidget(again)
    again.show()
    qtbot.waitUntil(lambda: context.project is not None)
    assert context.project == THERE
    assert again.rail.project.currentText() == "二标段"


def test_what_waits_in_one_project_is_not_told_of_another(window):
    window.context.count("payroll", 7)
    window.context.choose_month(WageMonth(2026, 11))
    assert window.rail.items["payroll"].waiting == 7
    window.context.choose_project(THERE)
    assert window.rail.items["payroll"].waiting == 0
