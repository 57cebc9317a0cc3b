"""Pages' modules come while nobody acts, and never while somebody does."""

import sys

import pytest
from PySide6.QtCore import QEvent, QObject

from ui import ahead
from ui.ahead import Ahead
from ui.navigation import Entry
from ui.window import MainWindow

PAGE = Entry("settings", "Settings", "settings")


@pytest.fixture
def window(qtbot, context, monkeypatch):
    monkeypatch.setattr(ahead, "QUIET", 0.05)
    monkeypatch.setattr(ahead, "STEP", 1)
    made = MainWindow(context, ())
    qtbot.addWidget(made)
    made.entries = (PAGE,)
    made.show()
    return made


def test_modules_come_one_by_one_and_then_it_ends(window, qtbot, monkeypatch):
    monkeypatch.delitem(sys.modules, "ui.pages.settings.journal", raising=False)
    imports = Ahead(window)
    imports.start()
    qtbot.waitUntil(lambda: imports.is_done, timeout=20_000)
    assert "ui.pages.settings.journal" in sys.modules
    assert window.pages == {}
    window.close()


def test_a_key_puts_the_next_step_off(window, monkeypatch):
    done = []
    monkeypatch.setattr(ahead, "steps", lambda _window: iter([lambda: done.append(1)] * 2))
    imports = Ahead(window)
    imports.eventFilter(QObject(), QEvent(QEvent.Type.KeyPress))
    imports._step()
    assert done == []
    imports._acted -= 1
    imports.eventFilter(QObject(), QEvent(QEvent.Type.UpdateRequest))  # not a person's act
    imports._step()
    assert done == [1]
    window.close()
    imports._step()
    assert done == [1]
    assert imports.is_done
