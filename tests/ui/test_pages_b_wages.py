"""Wages, signing and paper on real books."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest

from desktop.domain.money import Money
from desktop.domain.payroll import ItemKind, SheetState
from desktop.ports.paper import PaperSize
from tests.ui.pages_a import MONTH, show
from tests.ui.pages_b import SCAN, dialogs, lock_month, month
from ui.pages.notice.page import NoticePage
from ui.pages.payroll.page import PayrollPage
from ui.pages.signing.page import SigningPage
from ui.widgets.print_job import PrintJob, make_printer


@pytest.fixture
def here(tmp_path_factory, tasks, qtbot):
    with month(tmp_path_factory, tasks, qtbot) as opened:
        yield opened


@pytest.fixture
def prepared(here):
    here.office.payroll.prepare(here.context.project, MONTH)
    return here


def wages(here):
    return here.office.payroll.month(here.context.project, MONTH)


def lines(here):
    return [line for view in wages(here).sheets for line in view.sheet.lines]


def paid(here):
    return next(line for line in lines(here) if line.needs_signature)


def choose(page, line):
    view = next(v for v in page.wages.sheets if line in v.sheet.lines)
    page.tabs.setCurrentIndex(page.wages.sheets.index(view))
    page.table.choose([line.id])
    assert page.chosen == (line,)


def write_on(pad):
    left, top = pad.width() // 4, pad.height() // 3
    none = Qt.KeyboardModifier.NoModifier
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, none, QPoint(left, top))
    for step in range(1, 6):
        QTest.mouseMove(pad, QPoint(left + 30 * step, top + 20 * (step % 2)))
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, none, QPoint(left + 180, top))


# ---- wages


def test_an_empty_month_is_prepared_from_its_own_button(here, qtbot):
    page = show(qtbot, PayrollPage(here.context), here)
    assert page.stack.currentWidget() is page.empty
    QTest.mouseClick(page.empty.button, Qt.MouseButton.LeftButton)
    here.settle()
    assert len(page.wages.sheets) == 2
    assert page.tabs.count() == 2


def test_each_team_stands_under_its_totals(prepared, qtbot):
    page = show(qtbot, PayrollPage(prepared.context), prepared)
    sheet = page.view.sheet
    rows = page.table.model.lines
    subtotals = [row for row in rows if row.line is None]
    assert len(rows) == len(sheet.lines) + len({line.team for line in sheet.lines})
    assert Money.sum(row.net for row in subtotals) == sheet.total_net
    assert rows[0].line is None
    assert rows[-1].line is not None


def test_damage_over_its_limit_cannot_be_entered(prepared, qtbot):
    page = show(qtbot, PayrollPage(prepared.context), prepared)
    opened = dialogs(page.dialogs.opened)
    choose(page, paid(prepared))
    page.dialogs.open_adjust()
    prepared.settle()
    (dialog,) = opened
    dialog.kind.set_value(ItemKind.DAMAGE)
    dialog.reason.setText("打碎玻璃")
    # The month's wage is below the monthly minimum wage of 2,020 yuan, so not one fen may go.
    assert paid(prepared).gross < Money.of_yuan(2020)
    dialog.amount.set_value("0.01")
    assert not dialog.verb.isEnabled()
    dialog.kind.set_value(ItemKind.ADVANCE)
    dialog.amount.set_value("0.01")
    dialog.reason.setText("预支")
    assert dialog.verb.isEnabled()
    dialog.reject()


def test_a_signed_line_that_changes_has_to_be_signed_again(prepared, qtbot):
    project = prepared.context.project
    scan = prepared.file("scan.pdf", SCAN)
    prepared.office.signing.sign_on_paper(project, MONTH, scan)
    page = show(qtbot, PayrollPage(prepared.context), prepared)
    opened = dialogs(page.dialogs.opened)
    line = paid(prepared)
    choose(page, line)
    page.dialogs.open_adjust()
    prepared.settle()
    dialog = opened[-1]
    dialog.amount.set_value("50")
    dialog.reason.setText("九月五日预支")
    dialog.decide()
    prepared.settle()
    view = next(v for v in page.wages.sheets if line.id in {own.id for own in v.sheet.lines})
    assert line.id in view.stale
    assert view.sheet.state is SheetState.DRAFT
    row = next(r for r in page.table.model.lines if r.key == line.id)
    assert (row.net, row.badge.kind) == (line.net - Money(5000), "stop")
    page.dialogs.open_lock()
    assert not opened[-1].verb.isEnabled()
    opened[-1].reject()


def test_who_cannot_sign_is_set_aside_and_the_rest_is_locked(prepared, qtbot):
    page = show(qtbot, PayrollPage(prepared.context), prepared)
    opened = dialogs(page.dialogs.opened)
    line = paid(prepared)
    choose(page, line)
    page.dialogs.open_move()
    assert not opened[-1].verb.isEnabled()
    opened[-1].reason.setText("回家探亲")
    opened[-1].decide()
    prepared.settle()
    rest = [own.id for own in lines(prepared) if own.id != line.id and own.needs_signature]
    scan = prepared.file("scan.pdf", SCAN)
    prepared.office.signing.sign_on_paper(prepared.context.project, MONTH, scan, rest)
    page.look_again()
    prepared.settle()
    page.dialogs.open_lock()
    opened[-1].decide()
    prepared.settle()
    states = {v.sheet.number: v.sheet.state for v in page.wages.sheets}
    assert states == {0: SheetState.LOCKED, 1: SheetState.DRAFT}
    (aside,) = [v.sheet for v in page.wages.sheets if v.sheet.number]
    assert ([own.worker for own in aside.lines], aside.reason) == ([line.worker], "回家探亲")


def test_the_paper_is_drawn_saved_and_printed(prepared, qtbot, tmp_path):
    page = show(qtbot, PayrollPage(prepared.context), prepared)
    page.preview()
    dialog = page.paper
    prepared.settle()
    pages = dialog.preview.list.count()
    documents = prepared.office.documents
    assert pages == documents.page_count(dialog.pdf) > 1
    target = tmp_path / "sheets.pdf"
    dialog.save(target)
    prepared.settle()
    assert target.read_bytes() == dialog.pdf
    printer = make_printer(PaperSize.A4, landscape=True)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setResolution(60)
    printer.setFromTo(1, 2)
    job = PrintJob(prepared.context.desk, dialog, printer, "")
    with qtbot.waitSignal(job.done, timeout=20_000) as told:
        job.start(pages, lambda number, dpi: documents.page_image(dialog.pdf, number, dpi))
    assert told.args == [2]
    assert documents.page_count((tmp_path / "printed.pdf").read_bytes()) == 2
    dialog.print_act.click()
    asked = dialog.findChild(QPrintDialog)
    assert (asked.isVisible(), asked.isModal()) == (True, True)
    asked.reject()
    dialog.close()


# ---- signing


def test_a_worker_signs_with_the_mouse_what_he_is_shown(prepared, qtbot):
    page = show(qtbot, SigningPage(prepared.context), prepared)
    waiting = page.card.waiting
    assert not page.card.confirm.isEnabled()
    write_on(page.card.pad)
    QTest.mouseClick(page.card.confirm, Qt.MouseButton.LeftButton)
    prepared.settle()
    view = next(v for v in wages(prepared).sheets if v.sheet.id == waiting.sheet)
    assert view.signed[waiting.line.id] == waiting.digest == waiting.line.digest(MONTH)
    assert page.card.waiting.line.id != waiting.line.id
    assert page.card.pad.is_empty
    assert waiting.line.id not in {one.line.id for one in page.waiting}


def test_a_line_that_changed_behind_the_screen_is_not_signed(prepared, qtbot):
    page = show(qtbot, SigningPage(prepared.context), prepared)
    waiting = page.card.waiting
    write_on(page.card.pad)
    prepared.office.payroll.adjust(
        prepared.context.project,
        waiting.line.worker,
        MONTH,
        ItemKind.ADVANCE,
        Money(1000),
        "预支",
    )
    page.sign()
    prepared.settle()
    assert all(not view.signed for view in wages(prepared).sheets)
    assert page.banners.count() == 1
    # The fresh figures are shown, and the strokes made for the old ones are gone.
    assert page.card.waiting.line.net == waiting.line.net - Money(1000)
    assert page.card.pad.is_empty


def test_a_doubt_skips_and_changes_nothing(prepared, qtbot):
    page = show(qtbot, SigningPage(prepared.context), prepared)
    team = page.team
    index = next(n for n in range(page.teams.count()) if page._read.teams[n].payable > 1)
    page.teams.setCurrentIndex(index)
    waiting = page.card.waiting
    before = prepared.actions()
    dialog = page.open_doubt()
    dialog.note.setText("二号少记")
    dialog.decide()
    assert page.card.waiting.line.id != waiting.line.id
    assert page.waiting[-1].line.id == waiting.line.id
    assert page.notes == {waiting.line.id: "二号少记"}
    assert prepared.actions() == before
    assert team is not None


def test_a_team_signs_on_paper_with_its_scan(prepared, qtbot):
    page = show(qtbot, SigningPage(prepared.context), prepared)
    mine = {one.line.id for one in page.waiting}
    everybody = {one.line.id for one in page._read.waiting}
    dialog = page.open_paper()
    assert not dialog.verb.isEnabled()
    dialog.take(prepared.file("scan.pdf", SCAN))
    dialog.decide()
    prepared.settle()
    left = prepared.office.signing.to_sign(prepared.context.project, MONTH)
    assert {one.line.id for one in left} == everybody - mine


def test_the_whole_screen_shows_one_card_and_comes_back(prepared, qtbot):
    page = show(qtbot, SigningPage(prepared.context), prepared)
    page.toggle_whole()
    assert page.card.isWindow()
    write_on(page.card.pad)
    page.sign()
    prepared.settle()
    assert page.card.isWindow()
    page.toggle_whole()
    assert page.stack.currentWidget() is page.card


# ---- the board


def test_the_board_is_drawn_in_every_size_and_cut(here, qtbot, tmp_path):
    page = show(qtbot, NoticePage(here.context), here)
    assert (page.board.size, page.board.pages, page.links) == (PaperSize.A3, 1, ())
    page.size_field.set_value(PaperSize.A2)
    here.settle()
    page.tile_field.set_value(PaperSize.A4)
    here.settle()
    assert (page.board.size, page.board.tile) == (PaperSize.A2, PaperSize.A4)
    assert page.board.pages > 4
    target = tmp_path / "board.pdf"
    page.save(target)
    here.settle()
    assert here.office.documents.page_count(target.read_bytes()) == page.board.pages


def test_what_is_missing_leads_to_its_field(here, qtbot):
    project = here.office.projects.get(here.context.project)
    contacts = tuple(pair for pair in project.contacts if pair[0] != "legal_aid")
    here.office.projects.put(replace(project, contacts=contacts))
    page = show(qtbot, NoticePage(here.context), here)
    missing = [line.key for line in page.board.notice.missing()]
    assert missing
    assert all(key.startswith("legal_aid") for key in missing)
    assert not page.print_act.isEnabled()
    asked = []
    here.context.asked.connect(lambda where, target: asked.append((where, target)))
    for link in page.links:
        link.click()
    assert asked == [("projects", key) for key in missing]


def test_a_locked_month_leads_on_to_paying(here, qtbot):
    lock_month(here)
    page = show(qtbot, PayrollPage(here.context), here)
    assert [view.sheet.state for view in page.wages.sheets] == [SheetState.LOCKED] * 2
    assert (page.prepare_act.isVisible(), page.lock_act.isVisible()) == (False, False)
    asked = []
    here.context.asked.connect(lambda where, _: asked.append(where))
    page.pay_act.click()
    assert asked == ["disbursement"]


def test_locking_is_offered_with_what_the_books_say_now(prepared, qtbot):
    page = show(qtbot, PayrollPage(prepared.context), prepared)
    opened = dialogs(page.dialogs.opened)
    page.hide()
    scan = prepared.file("scan.pdf", SCAN)
    project = prepared.context.project
    prepared.context.desk.write(
        page, lambda _: prepared.office.signing.sign_on_paper(project, MONTH, scan)
    )
    prepared.settle()
    page.show()
    page.arrive("lock")
    prepared.settle()
    (dialog,) = opened
    assert dialog.verb.isEnabled()
    dialog.reject()


def test_a_printer_gets_every_page_of_the_board(here, qtbot, tmp_path):
    page = show(qtbot, NoticePage(here.context), here)
    page.tile_field.set_value(PaperSize.A4)
    here.settle()
    board, documents = page.board, here.office.documents
    printer = make_printer(PaperSize.A4, landscape=False)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setResolution(60)
    job = PrintJob(here.context.desk, page, printer, "")
    with qtbot.waitSignal(job.done, timeout=20_000):
        job.start(board.pages, lambda at, dpi: documents.page_image(board.pdf, at, dpi))
    assert documents.page_count((tmp_path / "printed.pdf").read_bytes()) == board.pages > 1


def test_the_preview_fits_the_whole_page(here, qtbot):
    page = show(qtbot, NoticePage(here.context), here)
    room = page.paper.area.viewport().size()
    assert page.paper.paper.pixmap().deviceIndependentSize().height() > room.height()
    page.paper.fit()
    here.settle()
    shown = page.paper.paper.pixmap().deviceIndependentSize()
    assert shown.height() <= room.height()
    assert shown.width() <= room.width()
