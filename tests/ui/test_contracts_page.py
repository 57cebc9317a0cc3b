"""The contracts page on real books: made out, printed, scanned back, gate, papers."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from desktop.domain.contract import ContractTerm
from desktop.domain.contract_state import Standing
from desktop.domain.findings import Code
from desktop.services.contracts import ContractTerms
from tests.ui.pages_a import fill, place, show
from ui.pages.contracts.dialogs import EditDialog, FillDialog
from ui.pages.contracts.entry_dialogs import InsuranceDialog, TrainingDialog
from ui.pages.contracts.page import GATE, PAPERS, ContractsPage
from ui.pages.contracts.paper import ContractPaperDialog
from ui.pages.contracts.scans import ScansDialog
from ui.pages.contracts.words import Wanted

PEOPLE = 124


@pytest.fixture
def here(tmp_path, tasks, qtbot):
    with place(tmp_path, tasks, qtbot) as opened:
        yield opened


@pytest.fixture
def page(here, qtbot):
    here.import_roster()
    shown = show(qtbot, ContractsPage(here.context), here)
    shown.opened = []
    shown.dialogs.opened.connect(shown.opened.append)
    return shown


def made(here, count=3):
    """Make out contracts for the first few people."""
    contracts, project = here.office.contracts, here.context.project
    people = [line.worker for line in contracts.lines(project)][:count]
    return contracts.fill(contracts.propose(project, ContractTerms(), people)).value


def reread(page, here):
    page.refresh()
    here.settle()


def drop(page, *paths):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    event = QDropEvent(
        QPointF(10, 10), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    page.dropEvent(event)


def test_an_empty_office_leads_to_the_roster(here, qtbot):
    page = show(qtbot, ContractsPage(here.context), here)
    asked = []
    here.context.asked.connect(lambda key, _: asked.append(key))
    assert page.empty.isVisible()
    for hidden in (page.next_act, page.choice, page.tabs, page.print_act, page.scan_act):
        assert not hidden.isVisible()
    page.empty.button.click()
    assert asked == ["roster"]


def test_the_next_act_goes_from_making_out_to_printing_to_renewing(page, here):
    assert page._next == "fill"
    page.next_act.click()
    here.settle()
    dialog = page.opened[-1]
    assert isinstance(dialog, FillDialog)
    assert len(dialog.proposal.ready) == PEOPLE
    assert here.office.contracts.all(here.context.project) == ()
    dialog.verb.click()
    here.settle()
    written = here.office.contracts.all(here.context.project)
    assert len(written) == PEOPLE
    assert page._next == "print"
    here.office.contracts.sign([one.id for one in written], here.office.clock.today())
    reread(page, here)
    assert page._next == ""
    assert not page.next_act.isVisible()


def test_a_batch_can_be_taken_back_from_the_banner(page, here):
    page.next_act.click()
    here.settle()
    page.opened[-1].verb.click()
    here.settle()
    (banner,) = page._shown_banners()
    banner.button.click()
    here.settle()
    assert here.office.contracts.all(here.context.project) == ()
    assert page._next == "fill"


def test_terms_are_tried_before_anything_is_written(page, here):
    page.next_act.click()
    here.settle()
    dialog = page.opened[-1]
    yesterday = here.office.clock.today() - timedelta(days=400)
    fill(dialog.form, {"term": ContractTerm.FIXED, "end": yesterday})
    here.settle()
    assert not dialog.verb.isEnabled()
    assert len(dialog.proposal.held) == PEOPLE
    codes = {one.code for draft in dialog.proposal.held for one in draft.findings}
    assert Code.CONTRACT_DATES in codes
    dialog.reject()


def test_states_are_filtered_and_the_gravest_stand_first(page, here):
    contracts = made(here, 5)
    here.office.contracts.sign([one.id for one in contracts[:2]], here.office.clock.today())
    reread(page, here)
    shown = page.table.model.shown
    assert shown[-1].state.standing is Standing.SIGNED
    for wanted, count in (
        (Wanted.SIGNED, 2), (Wanted.UNSIGNED, 3), (Wanted.OPEN, PEOPLE - 5), (Wanted.HERE, PEOPLE),
        (Wanted.GONE, 0),
    ):  # fmt: skip
        page.choice.set_value(wanted)
        assert len(page.table.model.shown) == count, wanted


def test_the_paper_is_seen_before_it_is_printed(page, here, tmp_path):
    made(here, 2)
    reread(page, here)
    page.preview()
    here.settle()
    dialog = page.opened[-1]
    assert isinstance(dialog, ContractPaperDialog)
    assert dialog.preview.list.count() == 8  # two contracts, two copies, two pages
    dialog.save(tmp_path / "合同.pdf")
    here.settle()
    assert (tmp_path / "合同.pdf").read_bytes() == dialog.pdf
    dialog.close()


def test_scans_dropped_onto_the_page_file_themselves(page, here, tmp_path):
    contracts = made(here, 2)
    office = here.office.contracts
    path = tmp_path / "scan.pdf"
    path.write_bytes(office.draw(office.papers([one.id for one in contracts])))
    reread(page, here)
    drop(page, path)
    here.settle()
    dialog = page.opened[-1]
    assert isinstance(dialog, ScansDialog)
    assert {one.contract.id for one in dialog.report.whole} == {one.id for one in contracts}
    assert office.get(contracts[0].id).signed is None
    dialog.day.set_value(date(2026, 9, 1))
    dialog.verb.click()
    here.settle()
    assert [office.get(one.id).signed for one in contracts] == [date(2026, 9, 1)] * 2
    line = next(one for one in page.read.lines if one.worker == contracts[0].worker)
    page.inspect(line)
    here.settle()
    assert page._panel.facts.scan.name == f"{contracts[0].number}.pdf"
    assert not page._panel.page.pixmap().isNull()


def test_a_file_that_is_no_scan_is_said_on_the_page(page, here, tmp_path):
    bad = tmp_path / "scan.pdf"
    bad.write_bytes(b"%PDF-1.7 half a file")
    drop(page, bad)
    here.settle()
    assert page.opened == []
    (banner,) = page._shown_banners()
    assert "scan.pdf" in banner.words.text()
    assert "Traceback" not in banner.words.text()


def test_a_workbook_is_not_taken(page, here, tmp_path):
    other = tmp_path / "名册.xlsx"
    other.write_bytes(b"PK")
    drop(page, other)
    here.settle()
    assert page.opened == []
    assert not here.tasks.busy


def test_an_unsigned_contract_is_edited_and_then_signed_from_the_inspector(page, here):
    (contract,) = made(here, 1)
    reread(page, here)
    line = next(one for one in page.read.lines if one.worker == contract.worker)
    page.inspect(line)
    here.settle()
    assert set(page._panel.buttons) == {"print", "sign", "edit", "remove"}
    page._panel.buttons["edit"].click()
    dialog = page.opened[-1]
    assert isinstance(dialog, EditDialog)
    assert not dialog.verb.isEnabled()
    fill(dialog.form, {"emergency_name": "赵某", "place": "兰州市城关区"})
    dialog.verb.click()
    here.settle()
    changed = here.office.contracts.get(contract.id)
    assert (changed.emergency_name, changed.place) == ("赵某", "兰州市城关区")
    page._panel.buttons["sign"].click()
    page.opened[-1].verb.click()
    here.settle()
    assert here.office.contracts.get(contract.id).signed == here.office.clock.today()
    assert set(page._panel.buttons) == {"print", "end", "unsign"}


def test_a_training_is_recorded_for_whom_is_ticked(page, here):
    page.tabs.setCurrentIndex(PAPERS)
    page.papers.trainings.empty.button.click()
    dialog = page.opened[-1]
    assert isinstance(dialog, TrainingDialog)
    assert len(dialog.workers) == PEOPLE  # everybody lacks one
    team = dialog._lines[0].team_name
    dialog.team.set_value(team)
    count = sum(line.team_name == team for line in dialog._lines)
    assert len(dialog.workers) == count
    assert not dialog.verb.isEnabled()
    fill(dialog.form, {"day": here.office.clock.today(), "hours": "24"})
    dialog.verb.click()
    here.settle()
    (training,) = here.office.contracts.trainings(here.context.project)
    assert len(training.workers) == count
    assert len(page.papers.trainings.model.lines) == 1


def test_insurance_is_recorded_and_refused_where_its_days_cannot_be(page, here):
    page.tabs.setCurrentIndex(PAPERS)
    page.papers.insurances.empty.button.click()
    here.settle()
    dialog = page.opened[-1]
    assert isinstance(dialog, InsuranceDialog)
    values = {"number": "GS-1", "insurer": "兰州市社会保险中心", "begin": date(2026, 3, 1)}
    fill(dialog.form, values | {"end": date(2026, 2, 1)})
    dialog.verb.click()
    here.settle()
    assert here.office.contracts.insurances(here.context.project) == ()
    fill(dialog.form, {"end": None})
    dialog.verb.click()
    here.settle()
    (proof,) = here.office.contracts.insurances(here.context.project)
    assert (proof.number, proof.end) == ("GS-1", None)


def test_the_gate_counts_who_came_without_and_leads_to_his_contract(page, here):
    attendance = here.office.attendance
    path = here.file("gate.dat", here.sample.punches)
    attendance.accept(attendance.read(path), here.context.project)
    reread(page, here)
    lines = page.gate.table.model.lines
    assert len(lines) > 100
    assert all(line.is_grave for line in lines)
    page.tabs.setCurrentIndex(GATE)
    worker = page.gate.table.model.shown[0].worker
    page.gate.table.opened.emit(page.gate.table.model.shown[0])
    here.settle()
    assert page.tabs.currentIndex() == 0
    assert page._panel.facts.line.worker == worker
