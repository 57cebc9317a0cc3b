"""What a day says in words: its punches in Beijing time, the rule, the hand mark, the hours."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication

from desktop.domain.attendance import (
    ApprovedHours,
    AttendanceRule,
    Counting,
    DayCount,
    DayMark,
    DayNote,
    HandMark,
    HoursKind,
    MarkOrigin,
    days_text,
    wall,
)
from desktop.domain.pairing import DayPath, Stay
from desktop.domain.site_days import MonthPart
from desktop.services.attendance import GridRow
from ui import format as text
from ui.models.grid import part_of
from ui.pages.page import Heading

HOUR = 60


def heading() -> Heading:
    """Return what the page says about itself."""
    return Heading(
        QCoreApplication.translate("AttendanceWords", "Attendance"),
        QCoreApplication.translate(
            "AttendanceWords",
            "Who worked on which day. Type √, △, 1, 0.5 or hours; mend single punches.",
        ),
        QCoreApplication.translate(
            "AttendanceWords",
            "1. Import the gate's file. Two punches four hours apart count one day; a single "
            "punch counts nothing and stands out in yellow.\n"
            "2. Press F4: it goes to the next single punch. Ask the team, type 1, 0.5 or 0 "
            "and Enter; the next one comes by itself. The reason is asked once.\n"
            "3. Say whose the unknown gate numbers are, and approve extra hours: only "
            "approved hours are paid.\n"
            "4. “Exceptions” (Ctrl+E) lists everything else to be looked at; many of one kind "
            "are mended at once. “Three columns” holds the platform's and the wage sheet's "
            "days against ours; “Confirmations” prints what workers and foreman sign.\n"
            "Typing: √ or 1 a whole day, △ or 0.5 half a day, × or 0 none; above 1 it is "
            "hours. Space shows the punches, Delete lets them count again, Ctrl+V pastes a "
            "block from Excel and shows it first, Ctrl+Z takes back, Ctrl+Y does it again, "
            "Shift+F2 writes a note.",
        ),
    )


def weekday(day: date) -> str:
    """Return the one character of a weekday."""
    return (
        QCoreApplication.translate("AttendanceWords", "Mo"),
        QCoreApplication.translate("AttendanceWords", "Tu"),
        QCoreApplication.translate("AttendanceWords", "We"),
        QCoreApplication.translate("AttendanceWords", "Th"),
        QCoreApplication.translate("AttendanceWords", "Fr"),
        QCoreApplication.translate("AttendanceWords", "Sa"),
        QCoreApplication.translate("AttendanceWords", "Su"),
    )[day.weekday()]


def day_title(day: date) -> str:
    """Return a day with its weekday, 2026-10-03 Sa."""
    words = QCoreApplication.translate("AttendanceWords", "{day} (weekday {weekday})")
    return words.format(day=text.day(day), weekday=weekday(day))


def span(minutes: int) -> str:
    """Return minutes as hours and minutes."""
    words = QCoreApplication.translate("AttendanceWords", "{hours} h {minutes} min")
    return words.format(hours=minutes // HOUR, minutes=minutes % HOUR)


def hours_kind(kind: HoursKind) -> str:
    """Return the word for a kind of extra hours."""
    return {
        HoursKind.OVERTIME: QCoreApplication.translate("AttendanceWords", "Overtime 150 %"),
        HoursKind.REST_DAY: QCoreApplication.translate("AttendanceWords", "Rest day 200 %"),
        HoursKind.HOLIDAY: QCoreApplication.translate("AttendanceWords", "Holiday 300 %"),
    }[kind]


def punches(count: DayCount) -> str:
    """Return the kept punches in Beijing time; those after midnight say so."""
    later = QCoreApplication.translate("AttendanceWords", "next day {time}")
    said = []
    for second in count.punches:
        moment = wall(second)
        clock = f"{moment:%H:%M:%S}"
        after = moment.date() - count.day >= timedelta(days=1)
        said.append(later.format(time=clock) if after else clock)
    return "、".join(said)


def judged(count: DayCount, rule: AttendanceRule) -> str:
    """Say what the rule makes of a day's punches."""
    days = days_text(count.work_days)
    if count.is_single:
        words = QCoreApplication.translate(
            "AttendanceWords", "A single punch counts {days}: please mend it."
        )
        return words.format(days=days)
    if rule.counting is Counting.PAIRED and len(count.punches) >= rule.least_punches:
        words = QCoreApplication.translate(
            "AttendanceWords", "{span} between entries and exits: {days} work-days."
        )
        return words.format(span=span(count.worked or 0), days=days)
    if len(count.punches) < rule.least_punches:
        words = QCoreApplication.translate(
            "AttendanceWords", "{count} punches, {least} are needed: {days} work-days."
        )
        return words.format(count=len(count.punches), least=rule.least_punches, days=days)
    if count.minutes >= rule.least_minutes:
        words = QCoreApplication.translate(
            "AttendanceWords", "First to last {span}, {least} reached: {days} work-days."
        )
    else:
        words = QCoreApplication.translate(
            "AttendanceWords", "First to last {span}, less than {least}: {days} work-days."
        )
    return words.format(span=span(count.minutes), least=span(rule.least_minutes), days=days)


def collapsed(count: DayCount, rule: AttendanceRule) -> str:
    """Say how many repeated punches were taken together; nothing when none."""
    gone = count.raw - len(count.punches)
    if not gone:
        return ""
    words = QCoreApplication.translate(
        "AttendanceWords", "{count} repeated within {seconds} s are counted once."
    )
    return words.format(count=gone, seconds=rule.repeat_seconds)


def by_hand(hand: HandMark) -> str:
    """Say who set a day by hand, to what, and why."""
    words = QCoreApplication.translate(
        "AttendanceWords", "Set by hand to {days} work-days: {reason} ({name}, {moment})"
    )
    return words.format(
        days=days_text(hand.work_days),
        reason=hand.reason,
        name=hand.by_name,
        moment=text.moment(hand.at),
    )


def approved(hours: ApprovedHours) -> str:
    """Say which extra hours were approved, and by whom."""
    words = QCoreApplication.translate("AttendanceWords", "{kind}: {span} approved by {name}")
    return words.format(kind=hours_kind(hours.kind), span=span(hours.minutes), name=hours.by_name)


def columns() -> tuple[str, ...]:
    """Return the headings of the grid beside its days."""
    return (
        QCoreApplication.translate("AttendanceWords", "Name"),
        QCoreApplication.translate("AttendanceWords", "Team"),
        QCoreApplication.translate("AttendanceWords", "Days"),
        QCoreApplication.translate("AttendanceWords", "Single"),
        QCoreApplication.translate("AttendanceWords", "1–10"),
        QCoreApplication.translate("AttendanceWords", "11–20"),
        QCoreApplication.translate("AttendanceWords", "21–"),
    )


def part_title(part: MonthPart) -> str:
    """Return the word for ten days or the whole month."""
    return {
        MonthPart.FIRST_TEN: QCoreApplication.translate("AttendanceWords", "First ten days"),
        MonthPart.SECOND_TEN: QCoreApplication.translate("AttendanceWords", "Second ten days"),
        MonthPart.THIRD_TEN: QCoreApplication.translate("AttendanceWords", "Rest of the month"),
        MonthPart.WHOLE: QCoreApplication.translate("AttendanceWords", "Whole month"),
    }[part]


def parts_tip(row: GridRow) -> str:
    """Return a worker's work-days of each ten days, for hovering."""
    words = QCoreApplication.translate(
        "AttendanceWords", "{name}: {first} in the first ten days, {second}, {third}; {all} in all"
    )
    first, second, third = (days_text(part_of(row, part)) for part in range(3))
    return words.format(
        name=row.name, first=first, second=second, third=third, all=days_text(row.work_days)
    )


def stay(one: Stay) -> str:
    """Return a stay from its entry to its exit, a missing end as a question mark."""
    words = QCoreApplication.translate("AttendanceWords", "{entered}–{left}")
    entered, left = (
        f"{wall(end):%H:%M}" if end is not None else "?" for end in (one.entered, one.left)
    )
    return words.format(entered=entered, left=left)


def paired(path: DayPath) -> str:
    """Say which entries and exits belong together, how long, and the gaps between them."""
    words = QCoreApplication.translate("AttendanceWords", "On site {stays}: {span}")
    stays = "、".join(map(stay, path.stays))
    said = words.format(stays=stays, span=span(path.minutes))
    away = sum(back - gone for gone, back in path.gaps) // HOUR
    if away:
        gap = QCoreApplication.translate("AttendanceWords", "away {span} between")
        said += "，" + gap.format(span=span(away))
    return said


def noted(note: DayNote) -> str:
    """Say what somebody wrote on a day."""
    words = QCoreApplication.translate("AttendanceWords", "Note: {text} ({name})")
    return words.format(text=note.text, name=note.by_name)


def tip(
    row: GridRow,
    mark: DayMark,
    rule: AttendanceRule,
    more: tuple[DayPath | None, DayNote | None] = (None, None),
) -> str:
    """Return everything about a day, a line a fact, for hovering."""
    path, note = more
    said = [f"{row.name} · {day_title(mark.day)}"]
    if mark.hand is not None:
        said.append(by_hand(mark.hand))
    if mark.count is not None:
        words = QCoreApplication.translate("AttendanceWords", "Punches {times}")
        said.append(words.format(times=punches(mark.count)))
        if path is not None and not mark.count.is_single:
            said.append(paired(path))
        said.append(judged(mark.count, rule))
    if mark.origin is MarkOrigin.NONE:
        said.append(QCoreApplication.translate("AttendanceWords", "No punches"))
    said += [approved(hours) for hours in mark.approved]
    if note is not None:
        said.append(noted(note))
    return "\n".join(said)
