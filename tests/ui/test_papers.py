"""The papers in the window: chosen, looked at, saved, saved as a masked picture, stopped."""

import re

import pytest

from desktop.ports.paper import PaperSize
from desktop.ports.papers import PaperKind
from tests.printing.readback import texts
from tests.ui.pages_a import MONTH, show
from tests.ui.pages_b import month
from ui.pages.payroll.page import PayrollPage
from ui.pages.roster.page import RosterPage
from ui.widgets.papers import OF_MONTH, OF_PEOPLE, PapersDialog


@pytest.fixture
def prepared(tmp_path_factory, tasks, qtbot):
    with month(tmp_path_factory, tasks, qtbot) as here:
        here.office.payroll.prepare(here.context.project, MONTH)
        yield here


@pytest.fixture
def dialog(prepared, qtbot):
    page = show(qtbot, PayrollPage(prepared.context), prepared)
    assert page.papers_act.isVisible()
    page.papers_act.click()
    prepared.settle()
    yield page.papers
    page.papers.close()


def test_every_paper_of_the_month_is_drawn(prepared, dialog):
    seen = set()
    for kind in OF_MONTH:
        dialog.kind_field.set_value(kind)
        prepared.settle()
        assert dialog.preview.list.count() == prepared.office.documents.page_count(dialog.pdf)
        assert dialog.save_act.isEnabled()
        assert dialog.size_field.isVisible() == (
            kind not in {PaperKind.PAYSLIPS, PaperKind.APPLICATION, PaperKind.FUNDS_LETTER}
        )
        seen.add(dialog.pdf)
    assert len(seen) == len(OF_MONTH)


def test_a_size_a_file_a_picture(prepared, dialog, tmp_path):
    dialog.kind_field.set_value(PaperKind.LEDGER)
    prepared.settle()
    small = dialog.pdf
    dialog.size_field.set_value(PaperSize.A3)
    prepared.settle()
    assert dialog.pdf != small
    target, picture = tmp_path / "ledger.pdf", tmp_path / "page.png"
    dialog.save(target)
    prepared.settle()
    assert target.read_bytes() == dialog.pdf
    assert re.search(r"\d{17}[\dX]", texts(dialog.pdf)[0])  # in full on paper
    dialog.save_picture(picture)
    prepared.settle()
    assert picture.read_bytes().startswith(b"\x89PNG")


def test_papers_of_the_marked_people(prepared, qtbot):
    page = show(qtbot, RosterPage(prepared.context), prepared)
    workers = [line.worker for line in prepared.office.roster.lines(prepared.context.project)][:2]
    dialog = PapersDialog(prepared.context, page, OF_PEOPLE, workers)
    dialog.show()
    prepared.settle()
    everybody = len(texts(dialog.pdf))
    dialog.kind_field.set_value(PaperKind.ENTRY_FORM)
    prepared.settle()
    assert dialog.preview.list.count() == 2
    dialog.kind_field.set_value(PaperKind.EXIT_FORM)
    prepared.settle()
    assert dialog.preview.list.count() == 2
    dialog.kind_field.set_value(PaperKind.ROSTER)
    prepared.settle()
    assert dialog.preview.list.count() == everybody
    dialog.close()


def test_what_is_not_there_is_said_in_the_dialog(prepared, qtbot):
    page = show(qtbot, RosterPage(prepared.context), prepared)
    page.acts_on._chosen = list
    page.acts_on.print_papers()
    dialog = page.acts_on.papers
    prepared.settle()
    dialog.kind_field.set_value(PaperKind.EXIT_FORM)
    prepared.settle()
    assert dialog.banners.count() == 1
    assert not dialog.save_act.isEnabled()
    assert not dialog.bar.isVisible()
    dialog.kind_field.set_value(PaperKind.ROSTER)
    prepared.settle()
    assert dialog.save_act.isEnabled()
    dialog.close()
