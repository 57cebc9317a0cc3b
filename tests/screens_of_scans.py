"""`python -m tests.screens_of_scans`: scans of signed sheets being looked at, into docs/screens."""

import shutil
import sys
import tempfile
from pathlib import Path
from random import Random

from PySide6.QtTest import QTest

from desktop.ports.paper import PaperSize
from printing.paper import PdfPaper
from printing.readback_press import PdfSheetScans
from tests import screens
from tests.printing import scanning as site
from ui import application
from ui.context import PageContext
from ui.desk import Desk
from ui.pages.signing.scans_dialog import SignedScansDialog
from ui.tasks import Tasks
from ui.window import MainWindow

_MARKS = (site.sign, site.finger, site.sign, site.sign, site.speck, None)


def _scan(office, path: Path) -> Path:
    """Store the month's sheets as a scanner would, four boxes of six signed, one smudged."""
    random, pages = Random(3), []
    project = office.projects.named(None).id
    for paper in office.documents.papers(project, screens.OPEN_MONTH):
        places, count = PdfSheetScans().places(paper, PaperSize.A4)
        pdf = PdfPaper().wage_sheet(paper, PaperSize.A4)
        for number in range(count):
            image = site.picture(pdf, number, 150)
            for turn, place in enumerate(one for one in places if one.page == number + 1):
                if mark := _MARKS[turn % len(_MARKS)]:
                    mark(image, place, 150, random)
            pages.append(site.tilt(image, random.uniform(-2, 2)))
    pages = [*pages[:2], *pages[3:], pages[0]]
    pages[0].save(path, "PDF", save_all=True, append_images=pages[1:], resolution=150)
    return path


def main() -> int:
    """Make the pictures."""
    screens.OUT.mkdir(parents=True, exist_ok=True)
    qt = application.make(sys.argv[:1], screens.LOOKS["light"])
    with tempfile.TemporaryDirectory(prefix="anxin-screens-") as name:
        sample = screens._sample(Path(name) / "sample")
        for look, appearance in screens.LOOKS.items():
            application.dress(qt, appearance)
            place = shutil.copytree(sample, Path(name) / look / "office")
            _look(place, look)
    return 0


def _look(place: Path, look: str) -> None:
    office, tasks = screens._opened(place), Tasks()
    context = PageContext(Desk(office, tasks), None, screens.OPEN_MONTH)
    window = MainWindow(context)
    window.resize(*screens.SIZE)
    window.show()
    screens._settle(tasks)
    context.go("signing")
    screens._settle(tasks)
    window.page.scans.read([_scan(office, place.parent / "扫描-10月.pdf")])
    screens._settle(tasks)
    for dialog in window.page.findChildren(SignedScansDialog):
        QTest.qWait(200)
        screens._save(dialog, f"signing-scans-{look}")
        dialog.reject()
    window.close()
    window.deleteLater()
    tasks.close()
    office.close()


if __name__ == "__main__":
    sys.exit(main())
