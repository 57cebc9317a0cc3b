"""The first run and unlocking, as a person goes through them."""

import pytest
from PySide6.QtWidgets import QLabel

from desktop import app, wiring
from desktop.domain.company import CompanyRole
from desktop.domain.errors import WrongKey
from desktop.domain.project import Contact, ContactKind, PayDay
from tests.ui.pages_a import PHRASE, SOFT, fill, place
from ui.unlock import FREE, LONGEST_WAIT, UnlockDialog, wait_after
from ui.wizards.first_run import FirstRun, FirstRunWork, Made
from ui.wizards.strength import grade


@pytest.fixture
def here(tmp_path, tasks, qtbot):
    with place(tmp_path, tasks, qtbot) as opened:
        yield opened


@pytest.fixture
def soft(monkeypatch):
    monkeypatch.setattr(wiring, "KeyVault", SOFT)


# ---- the first run

FIRST_PROJECT = {
    "name": "榆中示例小区",
    "owner": "榆中示例置业有限公司",
    "subcontractor": "榆中示例劳务有限公司",
    "officer": "何秉正",
    "phone": "139 0931 0000",
    "pay_day": "20",
}


def wizard_work(sample=None):
    def create(folder, passphrase, person):
        made = wiring.create_office(folder, passphrase, person=person, server=None, keyring=False)
        return Made(wiring.open_office(folder, made.key, person=person), made.recovery_code)

    def page(_name, code):
        return b"%PDF " + code.encode()

    return FirstRunWork(create, lambda _: sample, page)


def reach_the_code(wizard, tmp_path, qtbot):
    """Fill the first two steps as a person does, and wait for the books."""
    assert not wizard.on.isEnabled()
    wizard.name.set_value("何秉正")
    fill(wizard.place_form, {"copies": str(tmp_path / "copies")})
    wizard.on.click()
    wizard.first.set_value(PHRASE)
    wizard.second.set_value(PHRASE + "x")
    assert not wizard.on.isEnabled()
    wizard.second.set_value(PHRASE)
    wizard.on.click()
    qtbot.waitUntil(lambda: wizard.place == 2, timeout=20_000)
    assert not wizard.on.isEnabled()


def keep_the_project(wizard, qtbot):
    wizard.recovery.kept.setChecked(True)
    wizard.on.click()
    fill(wizard.project.form, FIRST_PROJECT)
    wizard.on.click()
    qtbot.waitUntil(lambda: wizard.missing.count() > 0, timeout=20_000)
    wizard.on.click()


def test_five_steps_make_an_office_that_its_code_opens(qtbot, tasks, tmp_path, soft):
    wizard = FirstRun(tasks, tmp_path / "new", wizard_work())
    qtbot.addWidget(wizard)
    wizard.show()
    reach_the_code(wizard, tmp_path, qtbot)
    code, page = wizard.recovery.code.text(), tmp_path / "page.pdf"
    wizard.recovery.save(page)
    qtbot.waitUntil(lambda: not tasks.busy, timeout=20_000)
    assert page.read_bytes().endswith(code.encode())
    keep_the_project(wizard, qtbot)
    assert wizard.office.safekeeping.folder() == tmp_path / "copies"
    assert wizard.office.seat.name == "何秉正"
    wizard.office.close()
    assert app.has_books(tmp_path / "new")
    wiring.open_office(tmp_path / "new", wiring.unlock(tmp_path / "new", code).key).close()


def test_the_first_project_is_kept_as_typed_and_what_it_lacks_is_named(
    qtbot, tasks, tmp_path, soft
):
    wizard = FirstRun(tasks, tmp_path / "new", wizard_work())
    qtbot.addWidget(wizard)
    wizard.show()
    reach_the_code(wizard, tmp_path, qtbot)
    keep_the_project(wizard, qtbot)
    project = wizard.office.projects.named("榆中示例小区")
    assert {m.role: m.company.name for m in project.members} == {
        CompanyRole.OWNER: "榆中示例置业有限公司",
        CompanyRole.SUBCONTRACTOR: "榆中示例劳务有限公司",
    }
    assert project.contact(ContactKind.LABOUR_OFFICER) == Contact("何秉正", "13909310000")
    assert project.pay_day == PayDay(20, next_month=True)
    lacks = [label.text() for label in wizard.findChildren(QLabel) if label.text()[:2] == "· "]
    assert any("施工总承包" in line for line in lacks)  # the one company that was left out
    assert not any("建设单位" in line for line in lacks)
    wizard.office.close()


def test_an_office_already_there_is_not_made_again(qtbot, tasks, here, soft):
    wizard = FirstRun(tasks, here.folder, wizard_work())
    qtbot.addWidget(wizard)
    wizard.show()
    wizard.name.set_value("何秉正")
    wizard.on.click()
    wizard.first.set_value(PHRASE)
    wizard.second.set_value(PHRASE)
    books = (here.folder / "books.axkeys").read_bytes()
    wizard.on.click()
    here.settle()
    assert wizard.place == 1
    assert wizard.banners.count() == 1
    assert (here.folder / "books.axkeys").read_bytes() == books


def test_the_sample_office_is_opened_instead_of_ones_own(qtbot, tasks, here, tmp_path):
    wizard = FirstRun(tasks, tmp_path / "new", wizard_work(here.office))
    qtbot.addWidget(wizard)
    wizard.show()
    wizard.try_button.click()
    here.settle()
    assert wizard.office is here.office
    assert not wizard.isVisible()
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("abc", "short"),
        ("12345678", "weak"),  # seven steps of one: one sign of ten
        ("k7dq2mzp", "weak"),  # 8 × log2(36) = 41.4 bits
        ("k7dq2mzpw", "fair"),  # 9 × log2(36) = 46.5 bits
        ("安薪好办公室同事", "strong"),  # 8 × log2(3500) = 94 bits
    ],
)
def test_a_passphrase_is_graded(phrase, expected):
    assert grade(phrase) == expected


# ---- unlocking


def test_wrong_keys_are_said_and_slowed_down(qtbot, tasks):
    tried = []

    def unlock(phrase):
        tried.append(phrase)
        if phrase != "right":
            raise WrongKey(path="books")
        return "office"

    dialog = UnlockDialog(tasks, "books", lambda: None, unlock)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: not tasks.busy)
    for number in range(FREE):
        dialog.phrase.setText(f"wrong {number}")
        dialog.try_phrase()
        qtbot.waitUntil(lambda: not tasks.busy)
        assert dialog.banners.count() == 1
    assert dialog.waits == 5
    dialog.phrase.setText("right")
    dialog.try_phrase()
    assert len(tried) == FREE
    for _ in range(5):
        dialog._tick()
    assert not dialog._timer.isActive()
    dialog.try_phrase()
    qtbot.waitUntil(lambda: dialog.opened == "office")
    assert not dialog.isVisible()


def test_what_opens_silently_asks_for_nothing(qtbot, tasks):
    dialog = UnlockDialog(tasks, "books", lambda: "office", lambda _: pytest.fail("asked"))
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.opened == "office")
    assert not dialog.isVisible()


def test_each_wrong_try_after_the_fifth_doubles_the_wait():
    assert [wait_after(n) for n in (4, 5, 6, 7)] == [0, 5, 10, 20]
    assert wait_after(40) == LONGEST_WAIT
