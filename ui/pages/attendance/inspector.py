"""One day of one worker in full: punches, rule, hand mark, approved hours, who edited it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.domain.attendance import AttendanceRule, DayMark, DayNote, days_text, wall
from desktop.domain.pairing import DayPath
from desktop.ports.books import JournalEntry
from desktop.services.attendance import GridRow
from desktop.services.office import Office
from ui import format as text
from ui import theme
from ui.models.grid import Cell
from ui.pages.attendance import words
from ui.widgets.said import said_label

JOURNAL = 5_000
"""Newest journal entries that are searched for a day's history."""
_HISTORY = frozenset({"attendance.day", "attendance.clear", "attendance.hours", "attendance.note"})


def history(office: Office, cell: Cell) -> tuple[JournalEntry, ...]:
    """Return the journal's entries on a day of a worker, newest first."""
    subject, day = str(cell.worker), str(cell.day)
    return tuple(
        entry
        for entry in office.people.journal(JOURNAL)
        if entry.action in _HISTORY and entry.subject == subject and entry.body.get("day") == day
    )


class DayInspector(QWidget):
    """What the inspector shows of a day; it asks to take a hand mark away, or to write."""

    cleared = Signal()
    noted = Signal()

    def __init__(
        self,
        row: GridRow,
        mark: DayMark,
        rule: AttendanceRule,
        more: tuple[DayPath | None, DayNote | None] = (None, None),
    ) -> None:
        super().__init__()
        self._path, self._note = more
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(0, 0, theme.px(8), 0)
        self.rows.setSpacing(theme.px(4))
        self._add(row.name, "section")
        self._add(" · ".join(filter(None, (row.team_name, row.subcontractor))), "caption")
        numbers = "、".join(row.device_numbers)
        self._add(
            self.tr("Gate number {numbers}").format(numbers=numbers)
            if numbers
            else self.tr("No gate number"),
            "caption",
        )
        self._head(words.day_title(mark.day))
        self._add(self.tr("{days} work-days").format(days=days_text(mark.work_days)), "figure")
        self._add_hand(mark)
        self._add_note()
        self._add_punches(mark, rule)
        self._head(self.tr("Approved extra hours"))
        for hours in mark.approved:
            self._add(words.approved(hours))
        if not mark.approved:
            self._add(self.tr("None: only approved hours are paid."), "muted")
        self.history = QVBoxLayout()
        self._head(self.tr("What was done here"))
        self.rows.addLayout(self.history)
        self.rows.addStretch(1)

    def show_history(self, entries: Sequence[JournalEntry]) -> None:
        """Show the journal's entries on this day, newest first."""
        for entry in entries:
            said = self._what(entry)
            label = said_label(f"{text.moment(entry.at)}  {entry.person}\n{said}", "caption")
            self.history.addWidget(label)
        if not entries:
            self.history.addWidget(said_label(self.tr("Nothing was changed by hand."), "muted"))

    def _what(self, entry: JournalEntry) -> str:
        if entry.action == "attendance.day":
            said = self.tr("set to {days} work-days")
            return said.format(days=entry.body.get("work_days", ""))
        if entry.action == "attendance.hours":
            said = self.tr("approved {minutes} minutes")
            return said.format(minutes=entry.body.get("minutes", ""))
        if entry.action == "attendance.note":
            removed = entry.body.get("removed")
            return self.tr("note taken away") if removed else self.tr("note written")
        return self.tr("hand mark taken away")

    def _add_hand(self, mark: DayMark) -> None:
        if mark.hand is None:
            return
        self._head(self.tr("Set by hand"))
        self._add(mark.hand.reason)
        self._add(f"{mark.hand.by_name} · {text.moment(mark.hand.at)}", "caption")
        if mark.hand.evidence is not None:
            self._add(self.tr("Its proof is kept in the books"), "caption")
        button = QPushButton(self.tr("Let the punches count again"))
        button.clicked.connect(self.cleared)
        self.rows.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_punches(self, mark: DayMark, rule: AttendanceRule) -> None:
        self._head(self.tr("Punches, Beijing time"))
        if mark.count is None:
            self._add(self.tr("None on this day"), "muted")
            return
        for second in mark.count.punches:
            moment = wall(second)
            later = "" if moment.date() == mark.day else f"  ({text.day(moment.date())})"
            self._add(f"{moment:%H:%M:%S}{later}")
        if self._path is not None and not mark.count.is_single:
            self._add(words.paired(self._path))
        for said in (words.collapsed(mark.count, rule), words.judged(mark.count, rule)):
            if said:
                self._add(said, "muted")

    def _add_note(self) -> None:
        self._head(self.tr("Note"))
        if self._note is not None:
            self._add(self._note.text)
            self._add(f"{self._note.by_name} · {text.moment(self._note.at)}", "caption")
        button = QPushButton(self.tr("Write …"))
        theme.mark(button, "kind", "quiet")
        button.clicked.connect(self.noted)
        self.rows.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _head(self, title: str) -> None:
        self.rows.addSpacing(theme.px(8))
        self._add(title, "caption")

    def _add(self, said: str, role: str = "") -> None:
        self.rows.addWidget(said_label(said, role))
