"""The attendance sheet (考勤表): a team's month, a box to sign for every worker."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from desktop.domain.attendance import days_text
from desktop.domain.progress import SILENT, Progress
from desktop.ports.paper import PaperSize
from desktop.ports.papers import AttendanceRow, AttendanceSheet
from printing.page import terms
from printing.site_forms_draw import draw
from printing.site_forms_table import Column, Row, Table, hundredths, of_project, words

_LEFT = {"seq": 7.0, "name": 20.0, "trade": 16.0}
_DAY, _SUM, _SIGN = 5.3, 10.5, 32.0
_FINGER_MM, _POSTED_MM = 9.0, 6.4


def attendance_sheets(
    sheets: Sequence[AttendanceSheet], size: PaperSize, progress: Progress = SILENT
) -> bytes:
    """Draw the sheets of teams, landscape.

    Raises:
        Refused: a character cannot be drawn (GLYPH_MISSING, one finding each).
    """
    return draw([table(sheet) for sheet in sheets], size, progress)


def table(sheet: AttendanceSheet) -> Table:
    """Put a sheet into the common frame."""
    own, frame = terms("papers")["attendance"], words()
    posted = terms("papers")["posting"] if sheet.posting else {}
    month = frame["month"].format(year=sheet.month.year, month=sheet.month.month)
    people = frame["count"].format(count=len(sheet.rows))
    return Table(
        kind="ATP" if sheet.posting else "ATT",
        title=posted.get("attendance_title", own["title"]),
        said=month,
        head=sheet.head,
        facts=(
            of_project(sheet.head),
            [(frame["company"], sheet.head.company), (frame["team"], sheet.team)],
            [(frame["leader"], sheet.leader), (frame["people"], people)],
        ),
        columns=_columns(sheet, own),
        rows=tuple(_row(row, place, sheet) for place, row in enumerate(sheet.rows, 1)),
        sums={"days": hundredths, "extra": hundredths},
        lead=(sheet.objections,) if posted else (),
        notes=(own["legend"],) if posted else (own["declare"], own["legend"]),
        signers=tuple(posted["signers"] if posted else own["signers"]),
        least_mm=_POSTED_MM if posted else _FINGER_MM,
    )


def _columns(sheet: AttendanceSheet, own: dict[str, dict[str, str]]) -> tuple[Column, ...]:
    titles = own["columns"]
    found = [
        Column(key, titles[key], wide, anchor=0 if key == "name" else 0.5, bold=key == "name")
        for key, wide in _LEFT.items()
    ]
    for day, stopped in zip(sheet.days, sheet.stopped, strict=True):
        title = f"{day.day}\n{own['stopped']}" if stopped else str(day.day)
        found.append(Column(f"d{day.day}", title, _DAY))
    found += [Column(key, titles[key], _SUM) for key in ("days", "extra")]
    if not sheet.posting:
        found.append(Column("signature", titles["signature"], _SIGN, box=True))
    return tuple(found)


def _row(row: AttendanceRow, number: int, sheet: AttendanceSheet) -> Row:
    keys = [f"d{day.day}" for day in sheet.days]
    extra = Decimal(row.extra_minutes) / 60
    return Row(
        cells={
            "seq": str(number),
            "name": row.name,
            "trade": row.trade,
            **dict(zip(keys, row.cells, strict=True)),
            "days": days_text(row.work_days),
            "extra": days_text(extra) if extra else "",
        },
        figures={"days": int(row.work_days * 100), "extra": round(extra * 100)},
        tinted=frozenset(
            key
            for key, rest, stop in zip(keys, sheet.resting, sheet.stopped, strict=True)
            if rest or stop
        ),
        dotted=frozenset(key for key, hand in zip(keys, row.by_hand, strict=True) if hand),
    )
