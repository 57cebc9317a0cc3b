"""The finder: from any page, keyboard only, never two questions at once."""

import threading
from types import SimpleNamespace
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, Qt

from desktop.domain.errors import BooksBusy
from desktop.domain.ids import ProjectId, WorkerId
from desktop.domain.months import WageMonth
from desktop.ports.views import FoundWorker
from ui import trouble
from ui.context import PageContext
from ui.desk import Desk
from ui.navigation import Entry
from ui.pages.page import Heading, Page
from ui.window import MainWindow

HERE, THERE = ProjectId(UUID(int=1)), ProjectId(UUID(int=2))
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Sample(Page):
    def __init__(self, context):
        super().__init__(context, Heading("名册", "谁在工地。"))
        self.targets = []

    def arrive(self, target):
        self.targets.append((self.context.project, target))


class _Entry(Entry):
    def make(self, context):
        return Sample(context)


class Search:
    """Remembers what it was asked, and waits while the gate is shut."""

    def __init__(self):
        self.asked = []
        self.gate = threading.Event()
        self.gate.set()
        self.error = None

    def find(self, text, limit):
        self.asked.append(text)
        assert self.gate.wait(10)
        assert limit == 20
        if self.error:
            error, self.error = self.error, None
            raise error
        return tuple(one for one in PEOPLE if text in one.name)


def found(place, name, project=THERE, on_site=True):
    """A worker as the search gives him."""
    return FoundWorker(
        WorkerId(UUID(int=100 + place)), name, "330108********0011", "13800000000", "1111",
        project, "木工班" if project else "", on_site, "二标段" if project else "",
    )  # fmt: skip


PEOPLE = (
    found(1, "陈一"),
    found(2, "陈二", on_site=False),
    found(3, "陈三", project=None),
    found(4, "陈四", project=HERE),
    found(5, "阿卜杜热合曼·麦麦提图尔荪江"),
)


@pytest.fixture
def search():
    return Search()


@pytest.fixture
def window(tasks, qtbot, search):
    projects = [SimpleNamespace(id=HERE, name="一标段"), SimpleNamespace(id=THERE, name="二标段")]
    office = SimpleNamespace(
        projects=SimpleNamespace(all=lambda: projects),
        safekeeping=SimpleNamespace(is_on_server=False),
        seat=SimpleNamespace(name="何秉正"),
        search=search,
    )
    context = PageContext(Desk(office, tasks), None, WageMonth(2026, 10))
    made = MainWindow(context, [_Entry("home", "首页", "home"), _Entry("roster", "名册", "roster")])
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: context.project is not None)
    context.choose_project(HERE)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def finder(window, qtbot):
    """Opened by its key."""
    qtbot.keyClick(window, Qt.Key.Key_K, CONTROL)
    assert window.finder.isVisible()
    assert window.focusWidget() is window.finder.line
    return window.finder


def _write(finder, text):
    """Write as an input method does, sign by sign; QTest knows no keys for Chinese."""
    for sign in text:
        finder.line.insert(sign)


def _type(qtbot, finder, text, rows):
    _write(finder, text)
    qtbot.waitUntil(lambda: finder.list.count() == rows)


def test_from_any_page_to_the_roster_of_another_project(window, finder, qtbot):
    _type(qtbot, finder, "陈", 4)
    assert finder.list.currentItem().text().startswith("陈一 木工班 二标段")
    qtbot.keyClick(finder.line, Qt.Key.Key_Down)
    qtbot.keyClick(finder.line, Qt.Key.Key_Return)
    assert not finder.isVisible()
    assert window.page is window.pages["roster"]
    # the project was switched first: the page that he arrives on shows his project
    assert window.page.targets == [(THERE, PEOPLE[1].worker)]
    assert window.rail.project.currentText() == "二标段"


def test_one_who_never_entered_is_shown_and_passed_over(window, finder, qtbot):
    _type(qtbot, finder, "陈", 4)
    for _ in range(2):
        qtbot.keyClick(finder.line, Qt.Key.Key_Down)
    assert finder.list.currentItem().text().startswith("陈四")
    qtbot.keyClick(finder.line, Qt.Key.Key_Up)
    assert finder.list.currentItem().text().startswith("陈二")
    qtbot.keyClick(finder.line, Qt.Key.Key_PageDown)
    qtbot.keyClick(finder.line, Qt.Key.Key_Tab)
    assert finder.list.currentItem().text().startswith("陈四")
    assert window.focusWidget() is finder.line  # Tab never leaves the finder
    finder.line.clear()
    _type(qtbot, finder, "陈三", 1)
    qtbot.keyClick(finder.line, Qt.Key.Key_Return)
    assert finder.isVisible()
    assert "roster" not in window.pages


def test_escape_gives_the_keyboard_back(window, qtbot):
    before = window.page
    before.setFocus()
    before.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    before.setFocus()
    assert window.focusWidget() is before
    qtbot.keyClick(window, Qt.Key.Key_F, CONTROL | SHIFT)
    assert window.finder.isVisible()
    qtbot.keyClick(window.finder.line, Qt.Key.Key_Escape)
    assert not window.finder.isVisible()
    assert window.focusWidget() is before


def test_what_it_says_before_and_when_nobody_is_found(finder, qtbot):
    assert finder.words.isVisible()
    assert not finder.list.isVisible()
    _write(finder, "没有<b>此人")
    qtbot.waitUntil(lambda: "没有<b>此人" in finder.words.text())
    assert finder.words.textFormat() == Qt.TextFormat.PlainText
    qtbot.keyClick(finder.line, Qt.Key.Key_Return)
    assert finder.isVisible()
    finder.line.clear()
    assert "没有<b>此人" not in finder.words.text()


def test_only_the_latest_text_is_asked(finder, qtbot, search):
    """However fast somebody types: one question at work, and then the last one."""
    search.gate.clear()
    _write(finder, "陈一二三四")
    for _ in range(4):
        qtbot.keyClick(finder.line, Qt.Key.Key_Backspace)
    _write(finder, "四")
    search.gate.set()
    qtbot.waitUntil(lambda: finder.list.count() == 1)
    assert search.asked == ["陈", "陈四"]


def test_an_answer_that_comes_too_late_is_not_shown(finder, qtbot, search, tasks):
    search.gate.clear()
    _write(finder, "陈")
    finder.line.clear()
    search.gate.set()
    qtbot.waitUntil(lambda: not tasks.busy)
    assert finder.list.count() == 0
    assert finder.words.isVisible()


def test_trouble_is_told_and_the_next_letter_tries_again(finder, qtbot, search):
    before = finder.words.text()
    search.error = BooksBusy(path="账册")
    _write(finder, "陈")
    qtbot.waitUntil(lambda: finder.words.text() != before)
    assert finder.words.text().startswith(trouble.of_error(BooksBusy(path="账册")).text)
    _write(finder, "一")
    qtbot.waitUntil(lambda: finder.list.count() == 1)


def test_it_is_found_by_mouse_too_and_goes_when_one_clicks_beside(window, qtbot):
    finder = window.finder
    qtbot.mouseClick(window.rail.find_act, Qt.MouseButton.LeftButton)
    assert finder.isVisible()
    window.resize(1000, 700)
    qtbot.waitUntil(lambda: finder.size() == window.size())
    assert window.rect().contains(finder.card.geometry())
    qtbot.mouseClick(finder, Qt.MouseButton.LeftButton, pos=QPoint(5, 600))
    assert not finder.isVisible()
    finder.start()
    _type(qtbot, finder, "陈四", 1)
    row = finder.list.visualItemRect(finder.list.item(0)).center()
    qtbot.mouseClick(finder.list.viewport(), Qt.MouseButton.LeftButton, pos=row)
    assert window.pages["roster"].targets == [(HERE, PEOPLE[3].worker)]


def test_a_page_key_leaves_the_finder(window, finder, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_2, CONTROL)
    assert not finder.isVisible()
    assert window.page is window.pages["roster"]


def test_the_last_text_is_there_to_be_replaced(window, finder, qtbot, search):
    _type(qtbot, finder, "陈", 4)
    qtbot.keyClick(finder.line, Qt.Key.Key_Escape)
    qtbot.keyClick(window, Qt.Key.Key_K, CONTROL)
    qtbot.waitUntil(lambda: search.asked == ["陈", "陈"])
    qtbot.waitUntil(lambda: finder.list.count() == 4)
    _type(qtbot, finder, "阿", 1)
    assert finder.line.text() == "阿"
