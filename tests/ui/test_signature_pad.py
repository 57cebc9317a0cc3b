"""Signing with mouse, finger and pen: strokes, pressure, time, picture."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QInputDevice, QPointingDevice, QTabletEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ui.widgets.signature_pad import SignaturePad

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def pad(qtbot):
    made = SignaturePad()
    qtbot.addWidget(made)
    made.resize(400, 200)
    made.show()
    return made


def press(pad, *spots):
    QTest.mousePress(pad, LEFT, pos=QPoint(*spots[0]))
    for spot in spots[1:]:
        QTest.mouseMove(pad, QPoint(*spot))
    QTest.mouseRelease(pad, LEFT, pos=QPoint(*spots[-1]))


def places(stroke):
    return [(x, y) for x, y, _, _ in stroke.points]


def test_the_mouse_writes_in_units_of_the_pad(pad):
    press(pad, (40, 50), (100, 100), (200, 150))
    # 400 × 200: 40/400 = 0.1, 50/200 = 0.25 …; release repeats the last place
    assert places(pad.strokes[0]) == [(0.1, 0.25), (0.25, 0.5), (0.5, 0.75), (0.5, 0.75)]
    assert {pressure for _, _, pressure, _ in pad.strokes[0].points} == {0.5}


def test_moving_without_pressing_writes_nothing(pad):
    QTest.mouseMove(pad, QPoint(50, 50))
    assert pad.is_empty


def test_a_finger_writes_and_a_second_one_does_not(pad):
    device = QTest.createTouchDevice()
    QTest.touchEvent(pad, device).press(0, QPoint(40, 50), pad)
    QTest.touchEvent(pad, device).move(0, QPoint(80, 100), pad).press(1, QPoint(390, 190), pad)
    QTest.touchEvent(pad, device).release(0, QPoint(80, 100), pad).release(1, QPoint(390, 190), pad)
    assert len(pad.strokes) == 1
    assert places(pad.strokes[0])[0] == (0.1, 0.25)
    assert (0.975, 0.95) not in places(pad.strokes[0])


def pen(pad, kind, spot, pressure, at):
    device = QPointingDevice(
        "pen", 7, QInputDevice.DeviceType.Stylus, QPointingDevice.PointerType.Pen,
        QInputDevice.Capability.Pressure | QInputDevice.Capability.Position, 1, 1,
    )  # fmt: skip
    buttons = Qt.MouseButton.NoButton if kind == QEvent.Type.TabletRelease else LEFT
    event = QTabletEvent(
        kind, device, QPointF(*spot), pad.mapToGlobal(QPointF(*spot)), pressure,
        0, 0, 0, 0, 0, Qt.KeyboardModifier.NoModifier, LEFT, buttons,
    )  # fmt: skip
    event.setTimestamp(at)
    QApplication.sendEvent(pad, event)


def test_a_pen_tells_pressure_and_time(pad):
    pen(pad, QEvent.Type.TabletPress, (40, 50), 0.25, 5_000)
    pen(pad, QEvent.Type.TabletMove, (80, 50), 0.75, 5_016)
    pen(pad, QEvent.Type.TabletRelease, (80, 50), 0.0, 5_033)
    assert pad.strokes[0].points == (
        (0.1, 0.25, 0.25, 0),
        (0.2, 0.25, 0.75, 16),
        (0.2, 0.25, 0.75, 33),
    )


def test_time_goes_on_over_strokes(pad):
    for begin in (1_000, 3_000):
        pen(pad, QEvent.Type.TabletPress, (40, 50), 0.5, begin)
        pen(pad, QEvent.Type.TabletRelease, (44, 50), 0.5, begin + 20)
    assert [stroke.points[0][3] for stroke in pad.strokes] == [0, 2_000]


def test_undo_and_clear(pad, qtbot):
    press(pad, (40, 50), (60, 60))
    press(pad, (140, 50), (160, 60))
    with qtbot.waitSignal(pad.changed):
        pad.undo_stroke()
    assert [places(stroke)[0] for stroke in pad.strokes] == [(0.1, 0.25)]
    pad.clear()
    assert pad.is_empty


def test_the_picture_has_ink_where_was_written_and_nowhere_else(pad):
    blank = QImage.fromData(pad.to_png())
    assert {blank.pixelColor(x, 200).name() for x in range(0, 800, 7)} == {"#ffffff"}
    press(pad, (100, 100), (200, 100))
    image = QImage.fromData(pad.to_png())
    assert (image.width(), image.height()) == (800, 400)
    assert image.pixelColor(300, 200).lightness() < 60  # 150/400 of the width, half the height
    assert image.pixelColor(500, 200).name() == "#ffffff"
