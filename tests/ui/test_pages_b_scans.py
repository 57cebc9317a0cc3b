"""Signed sheets dropped onto the signing page: looked at box by box, then registered."""

from decimal import Decimal
from random import Random

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.ports.paper import PaperSize
from printing.paper import PdfPaper
from printing.readback_press import PdfSheetScans
from tests.printing import scanning as site
from tests.ui.pages_a import MONTH, show
from tests.ui.pages_b import month
from ui.pages.signing.page import SigningPage
from ui.pages.signing.scans_dialog import SignedScansDialog


@pytest.fixture
def prepared(tmp_path_factory, tasks, qtbot):
    with month(tmp_path_factory, tasks, qtbot) as here:
        project, day = here.context.project, MONTH.first
        workers = [row.worker for row in here.office.roster.lines(project)[:12]]
        cells = [(worker, day, Decimal(1)) for worker in workers]
        here.office.attendance.set_days(project, cells, "纸质考勤")
        here.office.payroll.prepare(project, MONTH)
        yield here


def signed_page(here, *marks):
    """Return a page with boxes enough as a JPEG, its boxes marked in turn, and their lines."""
    random = Random(5)
    for paper in here.office.documents.papers(here.context.project, MONTH):
        places, pages = PdfSheetScans().places(paper, PaperSize.A4)
        by_page = [[one for one in places if one.page == n + 1] for n in range(pages)]
        number = next((n for n in range(pages) if len(by_page[n]) >= len(marks)), None)
        if number is None:
            continue
        places = by_page[number]
        image = site.picture(PdfPaper().wage_sheet(paper, PaperSize.A4), number, 200)
        for mark, place in zip(marks, places, strict=False):
            mark(image, place, 200, random)
        lines = [place.line for place in places[: len(marks)]]
        return here.file("signed.jpg", site.stored(site.tilt(image, 1.5), "JPEG", 200)), lines
    raise AssertionError


def drop(page, *paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), copy, data, left, none)
    QApplication.sendEvent(page, enter)  # a drop goes only where the drag was let in
    assert enter.isAccepted()
    QApplication.sendEvent(page, QDropEvent(QPointF(5, 5), copy, data, left, none))


def dialog_of(page, here):
    here.settle()
    found = page.findChildren(SignedScansDialog)
    assert len(found) == 1
    return found[0]


def waiting(here):
    return {one.line.id for one in here.office.signing.to_sign(here.context.project, MONTH)}


def test_dropped_scans_are_looked_at_with_keys_and_registered(prepared, qtbot):
    page = show(qtbot, SigningPage(prepared.context), prepared)
    path, lines = signed_page(prepared, site.sign, site.speck)
    before = waiting(prepared)
    assert set(lines) <= before
    drop(page, path)
    dialog = dialog_of(page, prepared)
    assert waiting(prepared) == before
    assert dialog.viewer.box.line.id == lines[1]
    assert not dialog.viewer.picture.pixmap().isNull()
    count = dialog.verb.text()
    QTest.keyClick(dialog.viewer.yes, Qt.Key.Key_Y)
    assert dialog.viewer.confirmed == {lines[1]}
    assert dialog.verb.text() != count
    dialog.decide()
    prepared.settle()
    assert before - waiting(prepared) == set(lines)


def test_what_a_person_denies_is_not_registered(prepared, qtbot):
    page = show(qtbot, SigningPage(prepared.context), prepared)
    path, lines = signed_page(prepared, site.sign, site.finger)
    page.scans.read([path])
    dialog = dialog_of(page, prepared)
    assert dialog.viewer.box.line.id == lines[0]
    dialog.viewer.no.click()
    assert dialog.viewer.rejected == {lines[0]}
    before = waiting(prepared)
    dialog.decide()
    prepared.settle()
    assert before - waiting(prepared) == {lines[1]}
