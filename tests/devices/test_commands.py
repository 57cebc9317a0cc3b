"""`anxin roster read-card|photo|id-copies` from words to books, at a simulated reader."""

import fcntl
import json
from datetime import date
from pathlib import Path

import pytest
from PIL import Image

from desktop import wiring
from desktop.cli import main
from printing.raster import page_count
from tests.devices.simulated_reader import NO_CARD, NOT_SELECTED, SimulatedReader
from tests.ui.pages_a import SOFT

PHRASE = "invented words for tests"


class Command:
    """Runs commands on one office and keeps what they say."""

    def __init__(self, folder, capsys):
        self.folder = folder
        self.phrase = folder.parent / "phrase"
        self.phrase.write_text(PHRASE + "\n", encoding="utf-8")
        self._capsys = capsys

    def __call__(self, *words):
        options = ("--books", str(self.folder), "--passphrase-file", str(self.phrase), "--json")
        code = main([*words, *options])
        said = self._capsys.readouterr().out
        return code, json.loads(said)

    def actions(self):
        key = wiring.unlock(self.folder, PHRASE).key
        office = wiring.open_office(self.folder, key)
        try:
            return [(one.action, one.subject) for one in office.people.journal()]
        finally:
            office.close()


@pytest.fixture
def command(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr(wiring, "KeyVault", SOFT)
    monkeypatch.setattr("desktop.cli.office.wiring.KeyVault", SOFT)
    folder = tmp_path / "office"
    wiring.create_office(folder, PHRASE, person="何秉正", server=None, keyring=False)
    return Command(folder, capsys)


@pytest.fixture
def site(command):
    """The sample site of the data folder with its eighteen workers."""
    here = Path(__file__).parent.parent / "site"
    assert command("project", "import", str(here / "site.json"))[0] == 0
    assert command("roster", "import", str(here / "roster.xlsx"))[0] == 0
    return command


def test_a_card_is_read_without_any_project(command):
    with SimulatedReader() as simulated:
        code, said = command("roster", "read-card", "--port", simulated.port)
    assert code == 0
    assert said == {
        "name": "测试甲",
        "sex": "男",
        "nation": "汉",
        "birth": "1949-12-31",
        "id_number": "11010519491231002X",
        "address": "北京市朝阳区示例路1号",
        "issuer": "北京市公安局朝阳分局",
        "valid_from": "2020-01-01",
        "valid_to": "长期",
        "captured": "reader",
    }
    action, subject = command.actions()[0]
    assert action == "card.read"
    assert "11010519491231002X" not in subject


@pytest.mark.parametrize(
    ("script", "kind", "words"),
    [
        ({"find": [NO_CARD]}, "NoCard", ("--wait", "0.4")),
        ({"select": [NOT_SELECTED]}, "ReaderTrouble", ()),
    ],
)
def test_what_went_wrong_has_a_kind_and_a_remedy(command, script, kind, words):
    with SimulatedReader(**script) as simulated:
        code, said = command("roster", "read-card", "--port", simulated.port, *words)
    assert code == 3
    assert said["error"]["kind"] == kind
    assert said["error"]["message"]
    assert said["error"]["remedy"]
    assert command.actions()[0][0] != "card.read"


def test_no_port_and_a_busy_port(command):
    code, said = command("roster", "read-card", "--port", "/dev/ttyNOWHERE9")
    assert (code, said["error"]["kind"]) == (3, "PortMissing")
    with SimulatedReader() as simulated, Path(simulated.port).open("rb", buffering=0) as other:
        fcntl.flock(other, fcntl.LOCK_EX | fcntl.LOCK_NB)
        code, said = command("roster", "read-card", "--port", simulated.port)
    assert (code, said["error"]["kind"]) == (3, "PortBusy")


def test_the_reader_can_be_examined(command):
    with SimulatedReader() as simulated:
        code, said = command("roster", "read-card", "--port", simulated.port, "--check")
    assert (code, said["sam_id"]) == (0, "05.01-20231201-0001234567-0000098765")


@pytest.fixture
def picture(tmp_path):
    path = tmp_path / "card.jpg"
    Image.effect_noise((1200, 800), 40).convert("RGB").save(path)
    return path


def test_pictures_come_in_are_due_and_go(site, picture, tmp_path):
    own = ("--worker", "王国强")
    assert site("roster", "photo", "add", str(picture), *own)[0] == 0
    code, said = site(
        "roster", "photo", "add", str(picture), *own, "--kind", "front", "--delete-on", "2099-01-02"
    )
    assert (code, said["delete_on"]) == (0, "2099-01-02")
    out = tmp_path / "photo.jpg"
    assert site("roster", "photo", "save", *own, "--out", str(out))[0] == 0
    with Image.open(out) as saved:
        assert saved.size == (358, 441)
    assert "likeness.seen" in [action for action, _ in site.actions()]
    assert site("roster", "photo", "due")[1] == {"due": []}
    late = ("--on", "2099-01-02")
    assert len(site("roster", "photo", "due", *late)[1]["due"]) == 2
    copies = tmp_path / "copies.pdf"
    code, said = site("roster", "id-copies", "--out", str(copies))
    assert (code, said["workers"], page_count(copies.read_bytes())) == (0, 1, 1)
    assert site("roster", "photo", "erase", "--due", *late)[1] == {"erased": 2}
    code, said = site("roster", "photo", "save", *own, "--out", str(out))
    assert (code, said["error"]["kind"]) == (1, "Unknown")


def test_a_wrong_picture_and_a_wrong_day_write_nothing(site, picture, tmp_path):
    text = tmp_path / "text.jpg"
    text.write_text("no picture")
    own = ("--worker", "王国强")
    code, said = site("roster", "photo", "add", str(text), *own)
    assert (code, said["error"]["kind"]) == (1, "PictureRefused")
    past = date(2020, 1, 1).isoformat()
    code, said = site("roster", "photo", "add", str(picture), *own, "--delete-on", past)
    assert (code, said["error"]["kind"]) == (2, "WrongValue")
    code, said = site("roster", "photo", "erase")
    assert code == 2
    assert site("roster", "photo", "due", "--on", "2099-01-01")[1] == {"due": []}
