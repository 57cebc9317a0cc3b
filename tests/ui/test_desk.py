"""The desk's promises: order, silence, routing, and reads that never wait for a write."""

import sys
import threading

import pytest
import shiboken6
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.changes import Changes, Outcome, Topic
from desktop.domain.errors import BooksBusy, NothingToPay

WAGES = Outcome("value", Changes.of(Topic.WAGES))


class _Page(QWidget):
    def __init__(self):
        super().__init__()
        self.troubles = []

    def show_trouble(self, error, again=None):
        self.troubles.append((error, again))


@pytest.fixture
def page(qtbot):
    made = _Page()
    qtbot.addWidget(made)
    return made


def test_a_change_is_announced_before_the_asker_is_answered(desk, page, qtbot):
    heard = []
    desk.changed.connect(lambda changes: heard.append(("changed", changes)))
    desk.write(page, lambda _: WAGES, lambda outcome: heard.append(("then", outcome)))
    qtbot.waitUntil(lambda: len(heard) == 2)
    assert heard == [("changed", WAGES.changes), ("then", WAGES)]


def test_a_write_of_a_dead_dialog_is_announced_but_not_answered(desk, page, qtbot):
    gate, heard, answered = threading.Event(), [], []
    dialog = QWidget(page)
    desk.changed.connect(heard.append)

    def work(_ticket):
        gate.wait(5)
        return WAGES

    desk.write(dialog, work, answered.append)
    shiboken6.delete(dialog)
    gate.set()
    qtbot.waitUntil(lambda: bool(heard))
    assert (heard, answered) == ([WAGES.changes], [])


def test_trouble_is_shown_by_the_page_around_the_asker(desk, page, qtbot):
    inner = QWidget()
    QVBoxLayout(page).addWidget(inner)
    tries = []

    def work(_ticket):
        tries.append(1)
        raise BooksBusy(path="books") if len(tries) == 1 else NothingToPay(month="2026-10")

    desk.write(inner, work)
    qtbot.waitUntil(lambda: len(page.troubles) == 1)
    error, again = page.troubles[0]
    assert isinstance(error, BooksBusy)
    again()  # retryable: the same work once more; a refusal then offers no repeat
    qtbot.waitUntil(lambda: len(page.troubles) == 2)
    assert isinstance(page.troubles[1][0], NothingToPay)
    assert page.troubles[1][1] is None


def test_trouble_without_a_living_page_is_not_lost(desk, page, qtbot):
    gate, failed = threading.Event(), []
    desk.failed.connect(failed.append)

    def work():
        gate.wait(5)
        raise NothingToPay(month="2026-10")

    asker = QWidget()
    desk.read(asker, work)
    shiboken6.delete(asker)
    gate.set()
    qtbot.waitUntil(lambda: bool(failed))
    assert isinstance(failed[0], NothingToPay)
    assert page.troubles == []


def test_cancel_stops_inside_step_and_stays_silent(desk, page, qtbot):
    steps, ended, changed = [], [], []
    running = threading.Event()
    desk.ended.connect(ended.append)
    desk.changed.connect(changed.append)

    def work(ticket):
        for number in range(1_000_000):
            ticket.step(number, 1_000_000)
            steps.append(number)
            running.set()
            ticket.wait(0.001)
        return WAGES

    ticket = desk.write(page, work, title="import")
    assert running.wait(5)
    ticket.cancel()
    qtbot.waitUntil(lambda: ended == [ticket])
    assert 0 < len(steps) < 1_000_000
    assert (changed, page.troubles) == ([], [])


def test_a_read_is_answered_while_a_write_holds_the_clerk(desk, page, qtbot):
    gate, read, written = threading.Event(), [], []

    def work(_ticket):
        gate.wait(10)
        return WAGES

    desk.write(page, work, written.append)
    desk.read(page, lambda: threading.current_thread().name, read.append)
    qtbot.waitUntil(lambda: bool(read))
    assert (read, written) == (["reader"], [])
    gate.set()
    qtbot.waitUntil(lambda: bool(written))


def test_threads_are_named_for_what_they_may_do(desk, page, qtbot):
    barrier, names = threading.Barrier(4), []

    def work(_ticket):
        barrier.wait(5)  # all four runners at once, or the barrier breaks
        return threading.current_thread().name

    for _ in range(4):
        desk.job(page, "job", work, names.append)
    qtbot.waitUntil(lambda: len(names) == 4)
    assert sorted(names) == ["runner-1", "runner-2", "runner-3", "runner-4"]


def test_reports_are_throttled_and_reach_the_window(desk, page, qtbot):
    seen, ended = [], []
    desk.progressed.connect(lambda _: seen.append(threading.current_thread()))
    desk.ended.connect(ended.append)

    def work(ticket):
        for number in range(20_000):
            ticket.step(number, 20_000)

    desk.job(page, "many", work)
    qtbot.waitUntil(lambda: bool(ended))
    assert 1 <= len(seen) < 100
    assert set(seen) == {threading.main_thread()}


def test_our_own_bug_goes_to_the_one_hook(desk, page, qtbot, monkeypatch):
    bugs = []
    monkeypatch.setattr(sys, "excepthook", lambda _, error, __: bugs.append(error))
    desk.read(page, lambda: 1 // 0)
    qtbot.waitUntil(lambda: bool(bugs))
    assert isinstance(bugs[0], ZeroDivisionError)
    assert page.troubles == []
