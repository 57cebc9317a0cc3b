"""`./anxin screens`: a picture of every page from the sample office, into docs/screens.

Each page at 1366×768 in light and dark, at 150 %, in an office without a project, and with
10,000 workers; besides them the first-run wizard.
"""

import os
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["XDG_CONFIG_HOME"] = tempfile.mkdtemp(prefix="anxin-screens-")

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop import app, wiring
from desktop.cli.demo import MAKER, PASSPHRASE, run_month
from desktop.domain.company import CompanyRole, WorksContract, WorksKind
from desktop.domain.ids import ProjectId, WorksContractId, new_id
from desktop.domain.money import Money
from desktop.domain.months import WageMonth
from desktop.rehearsal.sample import MONTH
from desktop.services.office import Office
from tests import screens_roster
from tests.bench import big_office
from ui import application
from ui.application import Appearance
from ui.context import PageContext
from ui.desk import Desk
from ui.navigation import every
from ui.tasks import Tasks
from ui.theme import Mood
from ui.window import MainWindow
from ui.wizards.first_run import FirstRun

OUT = Path(__file__).resolve().parent.parent / "docs" / "screens"
SIZE = (1366, 768)
PATIENCE_MS = 15_000
LOOKS = {
    "light": Appearance(Mood.LIGHT, 100),
    "dark": Appearance(Mood.DARK, 100),
    "150": Appearance(Mood.LIGHT, 150),
}
OPEN_MONTH = MONTH.next
"""The sample's second month: imported, not yet paid; what people work on."""
TABS = {"projects": ("chain", "companies", "teams", "people")}
"""Tabs of a page that are pictures of their own."""
AS_WORKED_ON = {"attendance", "signing"}
"""Pages that say most while the month is open."""


def main(wanted: list[str]) -> int:
    """Make all pictures, or those whose names begin with one of the given words."""
    OUT.mkdir(parents=True, exist_ok=True)
    qt = application.make(sys.argv[:1], LOOKS["light"])
    with tempfile.TemporaryDirectory(prefix="anxin-screens-") as name:
        folder = Path(name)
        sample = _sample(folder / "sample")
        empty = _empty(folder / "empty")
        shots = [(sample, look, look) for look in LOOKS]
        shots.append((empty, "light", "empty"))
        if not wanted or any("10000" in word for word in wanted):
            shots.append((_big(folder / "big"), "light", "10000"))
        for place, look, suffix in shots:
            application.dress(qt, LOOKS[look])
            _pages(place, suffix, wanted)
        for look, appearance in LOOKS.items():
            application.dress(qt, appearance)
            _wizard(folder / "new", look)
    return 0


def _sample(folder: Path) -> Path:
    run_month(folder)
    place = folder / "office"
    office = _opened(place)
    try:
        project = office.projects.named(None).id
        office.payroll.prepare(project, OPEN_MONTH)
        _contracts(office, project)
    finally:
        office.close()
    return place


def _contracts(office: Office, project: ProjectId) -> None:
    """Give the sample a chain: a sound head, a subcontract that lacks its cycle, one missing."""
    site = office.projects.get(project)
    owner, general = (
        site.member(role).company for role in (CompanyRole.OWNER, CompanyRole.GENERAL_CONTRACTOR)
    )
    first = site.subcontractors()[0].company
    office.projects.put_company(replace(general, qualification="建筑工程施工总承包一级"))
    signed = site.start
    for kind, giver, taker, number, yuan, days in (
        (WorksKind.MAIN, owner, general, "总-2026-01", 86_500_000, 30),
        (WorksKind.LABOUR, general, first, "劳-2026-01", 9_800_000, 0),
    ):
        office.projects.put_works_contract(
            WorksContract(
                WorksContractId(new_id()), project, kind, giver.id, taker.id, number, signed,
                amount=Money(yuan * 100), measured_days=days,
            )
        )  # fmt: skip


def _empty(folder: Path) -> Path:
    wiring.create_office(folder, PASSPHRASE, person=MAKER, server=None, keyring=False)
    return folder


def _big(folder: Path) -> Path:
    big_office.make(folder, 10_000)
    office = wiring.open_office(folder, wiring.unlock(folder, big_office.PASSPHRASE).key)
    try:
        punches = big_office.gate_file(folder / "attlog.dat", 400_000, 10_000)
        project = office.projects.named(None).id
        office.attendance.accept(office.attendance.read(punches), project)
        office.payroll.prepare(project, MONTH)
    finally:
        office.close()
    return folder


def _opened(place: Path):
    phrase = big_office.PASSPHRASE if place.name == "big" else PASSPHRASE
    return wiring.open_office(place, wiring.unlock(place, phrase).key)


def _pages(place: Path, suffix: str, wanted: list[str]) -> None:
    office, tasks = _opened(place), Tasks()
    context = PageContext(Desk(office, tasks), None, MONTH)
    window = MainWindow(context)
    window.resize(*SIZE)
    window.show()
    _settle(tasks)
    for entry in every():
        name = f"{entry.key}-{suffix}"
        if wanted and not any(name.startswith(word) for word in wanted):
            continue
        context.choose_month(_month(entry.key, place))
        context.go(entry.key)
        _settle(tasks)
        _save(window, name)
        for target in TABS.get(entry.key, ()) if context.project else ():
            context.go(entry.key, target)
            _settle(tasks)
            _save(window, f"{entry.key}-{target}-{suffix}")
        if entry.key == "roster" and suffix in LOOKS:
            screens_roster.pictures(
                window.page,
                lambda: _settle(tasks),
                lambda widget, word, look=suffix: _save(widget, f"roster-{word}-{look}"),
            )
    if not wanted or any(f"finder-{suffix}".startswith(word) for word in wanted):
        window.finder.start()
        window.finder.line.setText("陈" if suffix in LOOKS else "")
        _settle(tasks)
        _save(window, f"finder-{suffix}")
    window.close()
    window.deleteLater()
    tasks.close()
    office.close()


def _month(page: str, place: Path) -> WageMonth:
    return OPEN_MONTH if page in AS_WORKED_ON and place.name == "office" else MONTH


def _wizard(place: Path, look: str) -> None:
    tasks = Tasks()
    work = app._first_run_work(lambda _folder: {})
    wizard = FirstRun(tasks, place, work, offer_sample=True)
    wizard.show()
    QTest.qWait(300)
    _save(wizard, f"first-run-{look}")
    wizard.close()
    wizard.deleteLater()
    tasks.close()


def _settle(tasks: Tasks, wait: Callable[[int], None] = QTest.qWait) -> None:
    """Wait until every answer has arrived and been painted."""
    waited = 0
    wait(400)
    while tasks.busy and waited < PATIENCE_MS:
        wait(100)
        waited += 100
    wait(400)


def _save(widget: QWidget, name: str) -> None:
    QApplication.processEvents()
    widget.grab().save(str(OUT / f"{name}.png"))
    print(name, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
