"""One application dressed as ours, a desk on real threads, and nothing left behind."""

import gc
import threading
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication

from desktop.domain.months import WageMonth
from ui import application
from ui.context import PageContext
from ui.desk import Desk
from ui.tasks import Tasks
from ui.theme import Mood
from ui.widgets.column_memory import settings


@pytest.fixture(scope="session")
def qapp_cls():
    """pytest-qt makes the application; it is dressed once below."""
    return QApplication


@pytest.fixture(autouse=True, scope="session")
def _own_settings(tmp_path_factory):
    """What windows remember stays in a folder of the tests."""
    folder = str(tmp_path_factory.mktemp("settings"))
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, folder)


@pytest.fixture(autouse=True)
def _dressed(qapp):
    settings().clear()
    application.make(["anxin"], application.Appearance(Mood.LIGHT))


@pytest.fixture(autouse=True)
def _nothing_left(qapp, request):
    """No thread, no running timer and no top-level widget outlives a test."""
    threads = set(threading.enumerate())
    yield
    qapp.processEvents()
    qapp.sendPostedEvents(None, 52)  # QEvent.DeferredDelete
    gc.collect()
    left = [thread.name for thread in set(threading.enumerate()) - threads]
    # pytest-qt closes what was given to qtbot.addWidget after this; only what shows counts.
    shown = [widget for widget in qapp.topLevelWidgets() if widget.isVisible()]
    known = [entry[0]() for entry in getattr(request.node, "qt_widgets", [])]
    assert left == []
    assert [widget for widget in shown if widget not in known] == []
    assert [timer for timer in qapp.findChildren(QTimer) if timer.isActive()] == []


@pytest.fixture
def tasks(qapp):
    """Executors, closed after the test."""
    made = Tasks()
    yield made
    made.close()


@pytest.fixture
def desk(tasks):
    """A desk over an office that has no projects."""
    office = SimpleNamespace(
        projects=SimpleNamespace(all=tuple),
        safekeeping=SimpleNamespace(is_on_server=False),
        seat=SimpleNamespace(name="何秉正"),
    )
    return Desk(office, tasks)


@pytest.fixture
def context(desk):
    """No project, October 2026."""
    return PageContext(desk, None, WageMonth(2026, 10))
