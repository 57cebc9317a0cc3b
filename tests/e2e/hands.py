"""Mouse and keyboard for a window that runs in this process: one step after another.

A script is a generator. What it yields is either an `Act`, done from the event loop, so that a
dialog it opens may run a loop of its own, or a question that is asked until the answer is yes.
"""

import os
import sys
import time
import traceback
from dataclasses import dataclass

from PySide6.QtCore import QMimeData, QObject, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

PATIENCE = 90
"""Seconds for one question; two slow cores are shared."""
STROKE = ((0.15, 0.35), (0.3, 0.75), (0.45, 0.3), (0.6, 0.7), (0.75, 0.35), (0.85, 0.6))


@dataclass(frozen=True)
class Act:
    """Something that a hand does."""

    do: object


def click(widget):
    """Press a button or an entry of the rail in its middle, once it can be pressed."""
    return Act(lambda: QTest.mouseClick(widget, Qt.MouseButton.LeftButton))


def write(widget, text):
    """Type into a field after what stands there was selected."""

    def do():
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        QTest.keyClick(widget, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        if text.isascii():
            QTest.keyClicks(widget, text)
        else:  # Chinese comes from an input method, which commits it in one piece
            event = QInputMethodEvent()
            event.setCommitString(text)
            QApplication.sendEvent(widget, event)

    return Act(do)


def press(widget, key):
    """Press one key."""
    return Act(lambda: QTest.keyClick(widget, key))


def sign(pad):
    """Write a zigzag with the mouse."""

    def do():
        spots = [QPoint(int(x * pad.width()), int(y * pad.height())) for x, y in STROKE]
        left = Qt.MouseButton.LeftButton
        QTest.mousePress(pad, left, pos=spots[0])
        for spot in spots[1:]:
            QTest.mouseMove(pad, spot, 15)
        QTest.mouseRelease(pad, left, pos=spots[-1])

    return Act(do)


def drop(area, path):
    """Drop a file, as from the file manager."""

    def do():
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path))])
        copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
        middle, none = area.rect().center(), Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(area, QDragEnterEvent(middle, copy, data, left, none))
        QApplication.sendEvent(area, QDropEvent(QPointF(middle), copy, data, left, none))

    return Act(do)


def shown(kind):
    """Return the top-level window of a class that is in sight."""
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, kind) and widget.isVisible():
            return widget
    return None


def dialogs():
    """Return the classes of the dialogs in sight."""
    return [type(w).__name__ for w in QApplication.topLevelWidgets() if isinstance(w, QDialog)]


class Hands(QObject):
    """Runs a script and keeps a picture of the whole screen for each step."""

    def __init__(self, script, folder):
        super().__init__()
        self.folder = folder
        self.count = 0
        self._script = script(self)
        self._question = None
        self._busy = False
        self._asked = time.monotonic()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._turn)
        self._timer.start(20)

    def picture(self, name):
        """Keep what stands on the screen."""
        self.count += 1
        picture = QGuiApplication.primaryScreen().grabWindow(0)
        picture.save(str(self.folder / f"{self.count:02d}-{name}.png"))

    def _turn(self):
        if self._busy:
            return
        self._busy = True
        try:
            self._go_on()
        except StopIteration:
            self._timer.stop()
        except BaseException:  # noqa: BLE001 - whatever it is, the window must not stay
            traceback.print_exc()
            print("dialogs:", dialogs(), file=sys.stderr)
            self.picture("failed")
            sys.stderr.flush()
            os._exit(1)
        finally:
            self._busy = False

    def _go_on(self):
        if self._question is not None:
            if not self._question():
                if time.monotonic() - self._asked > PATIENCE:
                    raise TimeoutError(self._question.__code__.co_firstlineno)
                return
            self._question = None
        said = next(self._script)
        if isinstance(said, Act):
            QTimer.singleShot(0, said.do)
        else:
            self._question, self._asked = said, time.monotonic()
