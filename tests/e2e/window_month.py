"""The month in the real window, by mouse and keyboard; run by test_window.py in its own process."""

import json
import os
import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit

from desktop import app
from desktop.domain.disbursement import BatchState
from desktop.rehearsal.sample import MONTH
from tests.e2e.hands import Hands, click, drop, press, shown, sign, write
from ui.pages.attendance.dialogs import ReasonDialog
from ui.pages.disbursement.dialogs import ApproveDialog, MakeDialog
from ui.pages.payroll.dialogs import LockDialog
from ui.pages.signing.dialogs import PaperDialog
from ui.unlock import UnlockDialog
from ui.window import MainWindow

REASON = "班组长证明下班漏打卡"
FOUND = {}


def unlock(hands):
    """Give the passphrase."""
    yield lambda: shown(UnlockDialog) and shown(UnlockDialog).phrase.isVisible()
    dialog = shown(UnlockDialog)
    hands.picture("unlock")
    yield write(dialog.phrase, os.environ["ANXIN_TEST_PHRASE"])
    yield dialog.open_button.isEnabled
    yield press(dialog.phrase, Qt.Key.Key_Return)
    yield lambda: shown(MainWindow)
    window = shown(MainWindow)
    yield lambda: window.pages["overview"]._facts is not None
    hands.picture("home")
    return window


def go(window, key):
    """Open a page by its entry on the rail."""
    yield click(window.rail.items[key])
    yield lambda: window.page is window.pages.get(key)
    return window.page


def mend_day(hands, window):
    """Find the next single punch and type a whole day into it."""
    page = yield from go(window, "attendance")
    yield lambda: page._shown is not None and page.next.isEnabled()
    yield click(page.next)
    yield lambda: page.view.cells
    cell = page.view.cells[0]
    hands.picture("attendance")
    yield press(page.view.days, Qt.Key.Key_1)
    yield lambda: page.view.days.viewport().findChild(QLineEdit) is not None
    yield press(page.view.days.viewport().findChild(QLineEdit), Qt.Key.Key_Return)
    yield lambda: shown(ReasonDialog)
    dialog = shown(ReasonDialog)
    yield write(dialog.reason, REASON)
    yield dialog.verb.isEnabled
    yield press(dialog.reason, Qt.Key.Key_Return)
    yield lambda: page._mark(cell).hand is not None
    hands.picture("mended")
    FOUND["mended"] = [str(cell.worker), str(cell.day)]


def make_sheets(hands, window):
    """Make the wage sheets of the month."""
    page = yield from go(window, "payroll")
    yield lambda: page.wages is not None and page.empty.button.isVisible()
    yield click(page.empty.button)
    yield lambda: page.wages.sheets and not window.context.desk._tasks.busy
    hands.picture("wages")


def let_sign(hands, window, scan):
    """One worker signs on the screen, the others have signed on paper."""
    page = yield from go(window, "signing")
    yield lambda: page.card.waiting is not None and page.card.pad.isVisible()
    line = page.card.waiting.line
    FOUND["signed"] = [str(line.id), line.name]
    yield sign(page.card.pad)
    yield page.card.confirm.isEnabled
    hands.picture("signature")
    yield click(page.card.confirm)
    yield lambda: line.id not in {one.line.id for one in page._read.waiting}
    yield click(page.paper_act)
    yield lambda: shown(PaperDialog)
    dialog = shown(PaperDialog)
    yield click(dialog.everybody)
    yield drop(dialog.drop, scan)
    yield dialog.verb.isEnabled
    hands.picture("on-paper")
    yield click(dialog.verb)
    yield lambda: shown(PaperDialog) is None and not page._read.waiting
    hands.picture("everybody-signed")


def lock(hands, window):
    """Audit and lock."""
    page = yield from go(window, "payroll")
    yield lambda: page.lock_act.isVisible() and not window.context.desk._tasks.busy
    yield click(page.lock_act)
    yield lambda: shown(LockDialog)
    dialog = shown(LockDialog)
    yield dialog.verb.isEnabled
    hands.picture("lock")
    yield click(dialog.verb)
    yield lambda: shown(LockDialog) is None
    yield lambda: all(view.sheet.is_locked for view in page.wages.sheets)
    hands.picture("locked")


def pay(hands, window):
    """Make the batch; the second person writes the total and approves; send; wait for the bank."""
    page = yield from go(window, "disbursement")
    yield lambda: page.read is not None and page.empty.button.isVisible()
    yield click(page.empty.button)
    yield lambda: shown(MakeDialog)
    hands.picture("make-batch")
    yield click(shown(MakeDialog).verb)
    yield lambda: shown(MakeDialog) is None and page.batch is not None
    yield click(page.buttons["approve"])
    yield lambda: shown(ApproveDialog)
    dialog = shown(ApproveDialog)
    yield write(dialog.total.line, str(page.batch.total))
    yield dialog.verb.isEnabled
    hands.picture("approve")
    yield click(dialog.verb)
    yield lambda: shown(ApproveDialog) is None and page.batch.state is BatchState.APPROVED
    yield page.buttons["send"].isVisible
    yield click(page.buttons["send"])
    yield lambda: page.batch.state is BatchState.SETTLED and not page.courier.busy
    hands.picture("paid")


def month(hands):
    """Do everything, look at home once more, and close the window."""
    window = yield from unlock(hands)
    FOUND["platform"] = QGuiApplication.platformName()
    yield from mend_day(hands, window)
    yield from make_sheets(hands, window)
    yield from let_sign(hands, window, Path(sys.argv[2]))
    yield from lock(hands, window)
    yield from pay(hands, window)
    home = yield from go(window, "overview")
    yield lambda: home._facts.home.next_step is None
    hands.picture("done")
    FOUND["pictures"] = hands.count
    window.close()


def main():
    """Run the program with hands."""
    folder, pictures = Path(sys.argv[1]), Path(sys.argv[3])
    made = []
    begin = app.application.make

    def make(*arguments):
        application = begin(*arguments)
        made.append(Hands(month, pictures))
        return application

    app.application.make = make
    code = app.main(folder, month=MONTH)
    FOUND["code"] = code
    FOUND["left"] = len([w for w in QApplication.topLevelWidgets() if w.isVisible()])
    print(json.dumps(FOUND))
    return code


if __name__ == "__main__":
    sys.exit(main())
