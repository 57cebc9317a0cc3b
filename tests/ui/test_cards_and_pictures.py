"""The reader's dialog and the pictures' dialogs on real books, with a simulated reader."""

from datetime import date

import pytest
import shiboken6
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desktop.domain.id_card import IdCard
from desktop.domain.identity import IdKind
from desktop.domain.likeness import LikenessKind
from desktop.domain.pictures import CARD_RATIO, PHOTO_RATIO, Crop
from desktop.domain.worker import Capture, Worker
from tests.devices.simulated_reader import (
    GOOD,
    NO_CARD,
    NOT_READ,
    SimulatedReader,
    chip,
    record,
)
from tests.ui.pages_a import place
from ui.forms.form import Form
from ui.pages.roster.dialogs import EditWorker
from ui.pages.roster.id_copies import IdCopies
from ui.pages.roster.identity import IdentityPart
from ui.pages.roster.photo import AddPicture, WorkerPictures
from ui.pages.roster.photo_due import DuePictures
from ui.pages.settings.fonts import FontsTab
from ui.widgets.banner import Banner
from ui.widgets.column_memory import settings
from ui.widgets.crop_view import CropView
from ui.wizards.read_card import ReadCard

WLT = bytes(range(256)) * 4


@pytest.fixture
def here(tmp_path, tasks, qtbot):
    settings().clear()
    with place(tmp_path, tasks, qtbot) as opened:
        opened.import_roster()
        yield opened


@pytest.fixture
def ground(qtbot):
    """A window for dialogs to stand on."""
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(1000, 700)
    widget.show()
    return widget


@pytest.fixture
def worker(here):
    line = here.office.roster.lines(here.context.project)[0]
    return here.office.roster.worker(line.worker)


@pytest.fixture
def photo(tmp_path):
    path = tmp_path / "camera.jpg"
    Image.effect_noise((1000, 800), 50).convert("RGB").save(path)
    return path


def fields_of(worker, **other):
    said = {
        0: worker.name,
        30: "1" if worker.sex == "男" else "2",
        32: "03",
        36: worker.birth.strftime("%Y%m%d"),
        52: "兰州市城关区示例路1号",
        122: worker.id_number,
        158: "兰州市公安局",
        188: "20200101",
        204: "20400101",
    }
    return record(said | {int(at): text for at, text in other.items()})


def reading(here, ground, simulated, **options):
    """Open the dialog at a simulated reader's port and wait until something came of it."""
    dialog = ReadCard(ground, here.context.desk, **options)
    dialog.show()
    dialog.port.setEditText(simulated.port)
    dialog.begin()
    here.settle()
    here.settle()
    return dialog


def stored(here, worker):
    return here.office.roster.worker(worker.id)


def test_the_own_card_marks_a_worker_as_read(here, ground, worker):
    with SimulatedReader(
        find=[NO_CARD, GOOD["find"]], read=[chip(fields_of(worker), WLT)]
    ) as simulated:
        dialog = reading(here, ground, simulated, worker=worker)
        assert {one.field for one in dialog.check.differences} == {
            "nation",
            "address",
            "id_issuer",
            "id_validity",
        }
        assert stored(here, worker).captured is Capture.IMPORTED  # looking changes nothing
        dialog.decide()
        here.settle()
    fresh = stored(here, worker)
    assert (fresh.captured, fresh.nation) == (Capture.READER, "回")
    assert fresh.id_validity == "2020.01.01-2040.01.01"
    assert here.actions()[:3] == ["card.verify", "likeness.put", "card.read"]
    assert not shiboken6.isValid(dialog)  # closed, and nothing of it is left


def test_the_card_of_another_offers_nothing(here, ground, worker):
    other = here.office.roster.worker(here.office.roster.lines(here.context.project)[1].worker)
    with SimulatedReader(read=[chip(fields_of(other))]) as simulated:
        dialog = reading(here, ground, simulated, worker=worker)
        assert not dialog.verb.isVisible()
        assert dialog.again.isVisible()
        dialog.reject()


def test_a_new_card_fills_the_form_and_typing_over_it_is_typing(here, ground, qtbot):
    form = Form()
    qtbot.addWidget(form)
    part = IdentityPart(form, here.context.desk, ground, None)
    with SimulatedReader() as simulated:
        dialog = reading(here, ground, simulated, for_form=True)
        dialog.used.connect(lambda check: part.take_card(check.card))
        dialog.decide()
    now = here.office.clock.now()
    blank = Worker(here.office.roster.lines(here.context.project)[0].worker, "", "")
    fresh = part.apply(blank, form.values, now)
    assert (fresh.name, fresh.id_number, fresh.sex) == ("测试甲", "11010519491231002X", "男")
    assert (fresh.captured, fresh.captured_at) == (Capture.READER, now)
    part.fields["name"].set_value("测试乙")
    typed = part.apply(blank, form.values, now)
    assert (typed.name, typed.captured) == ("测试乙", Capture.TYPED)


def test_editing_a_worker_by_his_card(here, ground, worker):
    project = here.context.project
    teams = here.office.projects.teams(project)
    facts = (teams, here.office.clock.today())
    dialog = EditWorker(ground, here.context.desk, worker, project, facts)
    dialog.show()
    shown = dialog.identity.fields["id_number"].value
    assert shown == f"{worker.id_number[:6]}********{worker.id_number[-4:]}"
    dialog.form._places["phone"].field.set_value("13900001111")
    dialog.save.click()
    here.settle()
    fresh = stored(here, worker)
    assert (fresh.phone, fresh.id_number) == ("13900001111", worker.id_number)
    assert fresh.captured is Capture.IMPORTED  # a telephone number is no identity
    again = EditWorker(ground, here.context.desk, fresh, project, facts)
    again.show()
    with SimulatedReader(read=[chip(fields_of(worker), WLT)]) as simulated:
        reader = reading(here, ground, simulated, for_form=True, worker=fresh)
        reader.used.connect(lambda check: again.identity.take_card(check.card))
        reader.decide()
    again.save.click()
    here.settle()
    here.settle()
    read = stored(here, worker)
    assert (read.captured, read.nation, read.id_number) == (
        Capture.READER,
        "回",
        worker.id_number,
    )
    kinds = [one.kind for one in here.office.likenesses.kept(worker.id)]
    assert kinds == [LikenessKind.WLT]


def test_a_failing_reader_says_why_and_can_be_asked_again(here, ground, worker, monkeypatch):
    monkeypatch.setattr("desktop.devices.id_reader.POLL_S", 0.05)
    answers = [NOT_READ, NOT_READ, NOT_READ, chip(fields_of(worker))]
    with SimulatedReader(read=answers) as simulated:
        dialog = reading(here, ground, simulated, worker=worker)
        assert dialog.check is None
        banner = dialog.banners.itemAt(0).widget()
        assert isinstance(banner, Banner)
        dialog.begin()
        here.settle()
        here.settle()
        assert dialog.check is not None
        dialog.reject()


def test_closing_stops_the_waiting_and_frees_the_port(here, ground, qtbot):
    with SimulatedReader(find=[NO_CARD]) as simulated:
        dialog = ReadCard(ground, here.context.desk)
        dialog.show()
        dialog.port.setEditText(simulated.port)
        dialog.begin()
        qtbot.waitUntil(lambda: "find" in simulated.asked, timeout=10_000)
        dialog.reject()
        here.settle()
        asked = len(simulated.asked)
        QTest.qWait(500)
        assert len(simulated.asked) == asked
        assert "card.read" not in here.actions()


def test_the_port_that_worked_is_remembered(here, ground, worker):
    with SimulatedReader(read=[chip(fields_of(worker))]) as simulated:
        dialog = reading(here, ground, simulated)
        dialog.reject()
        assert settings().value("reader/port") == simulated.port


def test_a_photo_is_framed_kept_seen_and_erased(here, ground, worker, photo):
    dialog = AddPicture(ground, here.context.desk, worker, LikenessKind.PHOTO)
    dialog.show()
    dialog.open_file(photo)
    here.settle()
    assert dialog.view.crop == Crop(175, 0, 649, 800)  # 800 * 358 / 441 = 649.4
    dialog.day.set_value(date(2031, 5, 6))
    dialog.decide()
    here.settle()
    pictures = WorkerPictures(ground, here.context.desk, worker)
    pictures.show()
    here.settle()
    pictures.look(LikenessKind.PHOTO)
    here.settle()
    assert not pictures.picture.pixmap().isNull()
    assert here.actions()[:2] == ["likeness.seen", "likeness.put"]
    (kept,) = here.office.likenesses.kept(worker.id)
    assert kept.delete_on == date(2031, 5, 6)
    ask = pictures.erase(LikenessKind.PHOTO)
    ask.decide()
    here.settle()
    assert here.office.likenesses.kept(worker.id) == ()
    assert not pictures.picture.isVisible()
    pictures.accept()


def test_a_broken_picture_is_refused_and_another_can_be_chosen(
    here, ground, worker, photo, tmp_path
):
    broken = tmp_path / "broken.jpg"
    broken.write_bytes(photo.read_bytes()[:5_000])
    dialog = AddPicture(ground, here.context.desk, worker, LikenessKind.PHOTO)
    dialog.show()
    dialog.open_file(broken)
    here.settle()
    assert isinstance(dialog.banners.itemAt(0).widget(), Banner)
    assert not dialog.verb.isVisible()
    dialog.open_file(photo)
    here.settle()
    assert dialog.verb.isVisible()
    dialog.reject()


def test_what_is_due_is_erased_by_one_act(here, ground, worker):
    likenesses = here.office.likenesses
    likenesses.put_reader_photo(worker.id, WLT)
    dialog = DuePictures(ground, here.context.desk)
    dialog.show()
    here.settle()
    assert not dialog.verb.isVisible()
    dialog._show(likenesses.due(date(2099, 1, 1)))
    assert dialog.verb.isVisible()
    assert likenesses.kept(worker.id)  # showing deletes nothing
    dialog.reject()


def test_copies_are_drawn_for_print(here, ground, worker, photo):
    here.office.likenesses.put_photo(worker.id, photo, kind=LikenessKind.ID_FRONT)
    dialog = IdCopies(ground, here.context.desk, here.context.project)
    dialog.show()
    here.settle()
    here.settle()
    assert here.office.documents.page_count(dialog.pdf) == 1
    assert dialog.save_act.isEnabled()
    here.settle()
    dialog.close()


class TestCropView:
    @pytest.fixture
    def view(self, qtbot, photo):
        made = CropView()
        qtbot.addWidget(made)
        made.resize(500, 400)
        made.set_picture(photo.read_bytes(), PHOTO_RATIO)
        made.show()
        return made

    def test_keys_move_and_size_it(self, view):
        QTest.keyClick(view, Qt.Key.Key_Minus)
        smaller = view.crop
        assert smaller.width == pytest.approx(649.4 / 1.08, abs=1)
        QTest.keyClick(view, Qt.Key.Key_Left)
        assert view.crop.left == smaller.left - 10  # a hundredth of 1,000 pixels
        for _ in range(200):
            QTest.keyClick(view, Qt.Key.Key_Up)
            QTest.keyClick(view, Qt.Key.Key_Left)
        assert (view.crop.left, view.crop.top) == (0, 0)

    def test_it_never_leaves_the_picture_nor_loses_its_ratio(self, view):
        for key in [Qt.Key.Key_Plus] * 5 + [Qt.Key.Key_Minus] * 60 + [Qt.Key.Key_Down] * 200:
            QTest.keyClick(view, key)
            crop = view.crop
            assert crop.left >= 0
            assert crop.top >= 0
            assert crop.left + crop.width <= 1000
            assert crop.top + crop.height <= 800
            assert crop.width / crop.height == pytest.approx(float(PHOTO_RATIO), rel=0.03)
        assert view.crop.width >= 60

    def test_the_mouse_drags_a_corner_and_the_frame(self, view):
        # The picture lies at half its size: 500 x 400, the frame from x 87.5 to 412.
        QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(412, 400))
        QTest.mouseMove(view, QPoint(250, 200))
        QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(250, 200))
        crop = view.crop
        assert crop.top == 0
        assert crop.height == pytest.approx(400, abs=8)
        QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(150, 100))
        QTest.mouseMove(view, QPoint(200, 150))
        QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(200, 150))
        moved = view.crop
        assert (moved.left - crop.left, moved.top - crop.top) == pytest.approx((100, 100), abs=2)

    def test_another_ratio_begins_in_the_middle(self, view):
        view.set_ratio(CARD_RATIO)
        assert view.crop == Crop(0, 85, 1000, 630)  # 1000 / 1.585 = 630.8


def test_a_name_can_be_tried_in_the_settings(here, qtbot):
    tab = FontsTab(here.context.desk)
    qtbot.addWidget(tab)
    tab.show()
    tab.refresh()
    here.settle()
    here.settle()
    assert tab.table.model.lines[0].characters > 30_000
    tab.line.setText("张三")
    here.settle()
    assert tab.verdict.property("ink") == "green"
    tab.line.setText("张\U000f1234")
    here.settle()
    assert tab.verdict.property("ink") == "red"
    assert "U+F1234" in tab.verdict.text()


def test_a_card_without_end_is_long_term():
    card = IdCard(IdKind.RESIDENT, "a", "男", "汉", date(1950, 1, 1), "x", valid_from=None)
    assert (card.valid_until, card.validity) == ("长期", "-长期")
    assert not card.has_expired(date(2999, 1, 1))
