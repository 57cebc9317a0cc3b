"""`python -m tests.screens_of_cards`: the card reader's dialog and the pictures' dialogs.

With a simulated reader, in light, dark and at 150 %, into docs/screens.
"""

import shutil
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PIL import Image, ImageDraw
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desktop.domain.likeness import LikenessKind
from desktop.domain.worker import Worker
from tests import screens
from tests.devices.simulated_reader import GOOD, NO_CARD, NOT_READ, SimulatedReader, chip, record
from ui import application
from ui.context import PageContext
from ui.desk import Desk
from ui.pages.roster.id_copies import IdCopies
from ui.pages.roster.photo import AddPicture, WorkerPictures
from ui.tasks import Tasks
from ui.window import MainWindow
from ui.wizards.read_card import ReadCard

PATIENCE = 80


def _face(path: Path) -> Path:
    """Draw somebody who does not exist."""
    image = Image.new("RGB", (1600, 1200), (180, 200, 215))
    draw = ImageDraw.Draw(image)
    draw.ellipse((560, 220, 1040, 860), fill=(222, 178, 150))
    draw.pieslice((540, 180, 1060, 700), 180, 360, fill=(40, 34, 30))
    for left in (680, 860):
        draw.ellipse((left, 500, left + 60, 540), fill=(30, 30, 30))
    draw.arc((720, 620, 880, 740), 20, 160, fill=(150, 60, 60), width=10)
    draw.rectangle((420, 900, 1180, 1200), fill=(60, 90, 140))
    image.save(path)
    return path


def _card(path: Path) -> Path:
    """Draw a card that says nothing."""
    image = Image.new("RGB", (1500, 1000), (90, 90, 90))
    draw = ImageDraw.Draw(image)
    draw.rounded_rectangle((120, 120, 1380, 915), 40, fill=(214, 226, 240))
    draw.rectangle((960, 220, 1300, 640), fill=(200, 190, 180))
    for row in range(6):
        draw.rectangle((200, 220 + 90 * row, 800, 250 + 90 * row), fill=(60, 70, 90))
    image.save(path)
    return path


def _chip(worker: Worker) -> bytes:
    return chip(
        record(
            {
                0: worker.name,
                30: "1",
                32: "01",
                36: worker.birth.strftime("%Y%m%d"),
                52: "甘肃省兰州市城关区示例路 12 号",
                122: worker.id_number,
                158: "兰州市公安局城关分局",
                188: "20150301",
                204: "20250301",
            }
        )
    )


def shoot(
    context: PageContext,
    window: QWidget,
    folder: Path,
    settle: Callable[[], None],
    save: Callable[[QWidget, str], None],
) -> None:
    """Read a card, frame a photo, look at what is kept, print copies."""
    office, desk = context.office, context.desk
    worker = office.roster.worker(office.roster.lines(context.project)[1].worker)
    _reader(context, window, worker, save)
    for name, kind, path in (
        ("photo-crop", LikenessKind.PHOTO, _face(folder / "face.jpg")),
        ("photo-front", LikenessKind.ID_FRONT, _card(folder / "card.jpg")),
    ):
        dialog = AddPicture(window, desk, worker, kind)
        dialog.show()
        dialog.open_file(path)
        settle()
        save(dialog, name)
        dialog.decide()
        settle()
    pictures = WorkerPictures(window, desk, worker)
    pictures.show()
    settle()
    pictures.look(LikenessKind.PHOTO)
    settle()
    pictures.adjustSize()
    save(pictures, "pictures")
    pictures.accept()
    copies = IdCopies(window, desk, context.project, [worker.id])
    copies.show()
    settle()
    settle()
    save(copies, "id-copies")
    copies.close()


def _reader(
    context: PageContext,
    window: QWidget,
    worker: Worker,
    save: Callable[[QWidget, str], None],
) -> None:
    for name, script in (
        ("card-wait", {"find": [NO_CARD]}),
        ("card-report", {"find": [GOOD["find"]], "read": [_chip(worker)]}),
        ("card-trouble", {"read": [NOT_READ]}),
    ):
        with SimulatedReader(**script) as simulated:
            dialog = ReadCard(window, context.desk, worker=worker)
            dialog.show()
            dialog.port.setEditText(simulated.port)
            dialog.begin()
            for _ in range(10 if name == "card-wait" else PATIENCE):
                QTest.qWait(100)
                if dialog.check is not None or dialog.banners.count():
                    break
            QTest.qWait(300)
            save(dialog, name)
            dialog.reject()


def main() -> int:
    """Make the sample once and take every picture in every look."""
    qt = application.make(sys.argv[:1], screens.LOOKS["light"])
    with tempfile.TemporaryDirectory(prefix="anxin-screens-") as name:
        sample = screens._sample(Path(name) / "sample")
        for look, appearance in screens.LOOKS.items():
            application.dress(qt, appearance)
            folder = Path(name) / look / "office"
            shutil.copytree(sample, folder)
            office, tasks = screens._opened(folder), Tasks()
            project = office.projects.named(None).id
            context = PageContext(Desk(office, tasks), project, screens.MONTH)
            window = MainWindow(context)
            window.resize(*screens.SIZE)
            window.show()

            def save(widget: QWidget, name: str, look: str = look) -> None:
                screens._save(widget, f"{name}-{look}")

            shoot(context, window, folder.parent, partial(screens._settle, tasks), save)
            window.close()
            window.deleteLater()
            tasks.close()
            office.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
