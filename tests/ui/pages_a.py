"""A real office on encrypted books for page tests: made once, copied for each test."""

import atexit
import shutil
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest

from desktop import wiring
from desktop.domain.months import WageMonth
from desktop.rehearsal.sample import SampleSite, make_site
from desktop.services.office import Office
from desktop.vault import Hardness, KeyVault
from ui.context import PageContext
from ui.desk import Desk
from ui.tasks import Tasks

PHRASE = "invented words for tests"
MONTH = WageMonth(2026, 9)
SOFT = partial(KeyVault, Hardness(memory_kib=64, passes=1, lanes=1), lambda: None)
"""Keys that are quick to guess: how hard they are is tested with the vault."""


@dataclass
class _Made:
    folder: Path
    key: bytes
    sample: SampleSite


_made: dict[str, _Made] = {}


def _make() -> _Made:
    home = Path(tempfile.mkdtemp(prefix="anxin-pages-"))
    atexit.register(shutil.rmtree, home, ignore_errors=True)
    folder, sample = home / "office", make_site()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(wiring, "KeyVault", SOFT)
        key = wiring.create_office(folder, PHRASE, person="何秉正", server=None, keyring=False).key
        with opened(folder, key) as office:
            office.projects.accept_site(office.projects.read_site(sample.site))
    return _Made(folder, key, sample)


@contextmanager
def opened(folder: Path, key: bytes):
    office = wiring.open_office(folder, key)
    try:
        yield office
    finally:
        office.close()


@dataclass
class Place:
    """An opened copy of the office with a page's context."""

    folder: Path
    office: Office
    tasks: Tasks
    context: PageContext
    sample: SampleSite
    qtbot: object

    def settle(self) -> None:
        """Wait until nothing is queued, running or unanswered."""
        self.qtbot.waitUntil(lambda: not self.tasks.busy, timeout=20_000)

    def file(self, name: str, content: bytes) -> Path:
        path = self.folder.parent / name
        path.write_bytes(content)
        return path

    def import_roster(self) -> None:
        path = self.file("roster.xlsx", self.sample.roster)
        project = self.context.project
        self.office.roster.accept(self.office.roster.read(path, project))

    def actions(self) -> list[str]:
        """Acts in the journal, newest first."""
        return [entry.action for entry in self.office.people.journal()]


def _template() -> _Made:
    if "made" not in _made:
        _made["made"] = _make()
    return _made["made"]


def closed_office(tmp_path: Path) -> tuple[Path, bytes]:
    """Copy the office; returns its folder and its key."""
    folder = tmp_path / "office"
    shutil.copytree(_template().folder, folder)
    return folder, _template().key


@contextmanager
def place(tmp_path: Path, tasks: Tasks, qtbot):
    """Open a fresh copy of the office that has the sample project and nobody on it."""
    made = _template()
    folder, _ = closed_office(tmp_path)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(wiring, "KeyVault", SOFT)
        with opened(folder, made.key) as office:
            project = office.projects.named(None).id
            context = PageContext(Desk(office, tasks), project, MONTH)
            yield Place(folder, office, tasks, context, made.sample, qtbot)
            tasks.close()


def show(qtbot, page, here: Place):
    """Show a page and wait until it has read what it shows."""
    qtbot.addWidget(page)
    page.resize(1180, 720)
    page.show()
    here.settle()
    return page


def fill(form, values):
    """Type into a form, by key."""
    for key, value in values.items():
        form._places[key].field.set_value(value)
