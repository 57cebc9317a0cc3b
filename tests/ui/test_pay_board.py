"""The pay-ability board and the derivation, opened from the wages page on real books."""

import pytest
from PySide6.QtCore import Qt

from desktop.domain.gates import Gate, Switch
from tests.ui.pages_a import MONTH, show
from tests.ui.pages_b import dialogs, month
from ui.pages.payroll.page import PayrollPage


@pytest.fixture
def here(tmp_path_factory, tasks, qtbot):
    with month(tmp_path_factory, tasks, qtbot) as opened:
        opened.office.payroll.prepare(opened.context.project, MONTH)
        yield opened


def test_a_gate_lists_whom_it_holds_up_and_its_switch_is_kept(here, qtbot):
    page = show(qtbot, PayrollPage(here.context), here)
    found = dialogs(page.dialogs.opened)
    page.board_act.click()
    board = found[-1]
    qtbot.waitUntil(lambda: board.board is not None)
    everybody = len(board.board.rows)
    assert len(board.table.model.lines) == everybody
    unsigned = {row.worker for row in board.board.rows if row.net.fen > 0}
    qtbot.mouseClick(board.chips[Gate.SIGNATURE], Qt.MouseButton.LeftButton)
    assert {row.worker for row in board.table.model.lines} == unsigned
    assert unsigned
    assert not board.chips[Gate.FILED].isEnabled()
    before = board.board
    board.switch_act.click()
    qtbot.waitUntil(lambda: board.board is not before)
    assert board.board.switches[Gate.SIGNATURE] is Switch.WARN
    assert len(board.board.payable) + len(board.board.excluded) == everybody
    board.close()


def test_a_line_unfolds_to_its_punches_and_says_that_it_adds_up(here, qtbot):
    page = show(qtbot, PayrollPage(here.context), here)
    found = dialogs(page.dialogs.opened)
    line = next(one for view in page.wages.sheets for one in view.sheet.lines if one.net.fen > 0)
    page.table.choose([line.id])
    page.dialogs.open_why()
    why = found[-1]
    qtbot.waitUntil(lambda: why.node is not None)
    top = why.tree.topLevelItem(0)
    assert top.text(1) == str(line.net)
    assert top.isExpanded()
    assert "08:00:00" in "\n".join(node.text for node in why.node.walk())
    assert why.sum.text() == "各级数字逐分相符。"
    why.close()
