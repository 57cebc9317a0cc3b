"""Pictures of the roster's dialogs, of the inspector and of a day gone by."""

from datetime import date

from PySide6.QtWidgets import QWidget

from ui.pages.roster.enter import EnterDialog
from ui.pages.roster.moves import LeaveDialog, MoveDialog
from ui.pages.roster.page import RosterPage

PAST = date(2026, 9, 15)
LOCKED = date(2026, 9, 10)


def pictures(page: RosterPage, settle, save) -> None:
    """Show each in turn; `save` takes a widget and the word its file is called by."""
    lines = [line for line in page.table.model.lines if line.team_name == "钢筋班"]
    page.table.choose([line.worker for line in lines[:3]])
    for kind, start, word in (
        (LeaveDialog, page.acts_on.leave, "leave"),
        (MoveDialog, page.acts_on.move, "move"),
        (EnterDialog, page.acts_on.enter, "enter"),
    ):
        start()
        settle()
        dialog = _of(page, kind)
        dialog.form._places["day"].field.set_value(LOCKED)
        dialog.form.changed.emit()
        settle()
        save(dialog, word)
        dialog.reject()
        settle()
    page.table.choose([lines[0].worker])
    page.inspect(lines[0])
    settle()
    save(page.window(), "inspector")
    page.inspected.emit(None)
    page.show_day(PAST)
    settle()
    save(page.window(), "as-of")
    page.show_day(None)
    settle()


def _of(page: QWidget, kind: type[QWidget]) -> QWidget:
    return next(one for one in page.findChildren(kind) if one.isVisible())
