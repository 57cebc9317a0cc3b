"""The staff roster (职工名册, 劳动合同法实施条例 art. 8), landscape."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.domain.progress import SILENT, Progress
from desktop.ports.paper import PaperSize
from desktop.ports.papers import RosterRow, RosterSheet
from printing.page import terms
from printing.site_forms_draw import draw
from printing.site_forms_table import Column, Row, Table, of_project, words

_WIDTHS = {
    "seq": 8.0, "name": 20.0, "sex": 8.0, "id_number": 32.0, "address": 46.0,
    "contact_address": 46.0, "phone": 22.0, "employment": 20.0, "entry": 20.0, "contract": 33.0,
    "team": 24.0,
}  # fmt: skip
_LEFT = frozenset({"name", "address", "contact_address"})


def rosters(sheets: Sequence[RosterSheet], size: PaperSize, progress: Progress = SILENT) -> bytes:
    """Draw rosters of companies.

    Raises:
        Refused: a character cannot be drawn (GLYPH_MISSING, one finding each).
    """
    return draw([_table(sheet) for sheet in sheets], size, progress)


def _table(sheet: RosterSheet) -> Table:
    own, frame = terms("papers")["roster"], words()
    people = frame["count"].format(count=len(sheet.rows))
    return Table(
        kind="ROS",
        title=own["title"],
        said="",
        head=sheet.head,
        facts=(
            of_project(sheet.head),
            [(frame["company"], sheet.head.company), (frame["people"], people)],
        ),
        columns=tuple(
            Column(
                key, own["columns"][key], wide, anchor=0 if key in _LEFT else 0.5,
                bold=key == "name",
            )
            for key, wide in _WIDTHS.items()
        ),
        rows=tuple(_row(row, place, own) for place, row in enumerate(sheet.rows, 1)),
        notes=(own["basis"],),
        signers=tuple(own["signers"]),
        least_mm=8.0,
    )  # fmt: skip


def _row(row: RosterRow, number: int, own: dict[str, str]) -> Row:
    entry = str(row.entry)
    if row.exit is not None:
        entry = own["left"].format(entry=row.entry, exit=row.exit)
    return Row(
        {
            "seq": str(number),
            "name": row.name,
            "sex": row.sex,
            "id_number": row.id_number,
            "address": row.address,
            "contact_address": row.contact_address,
            "phone": row.phone,
            "employment": row.employment,
            "entry": entry,
            "contract": row.contract,
            "team": f"{row.team}\n{row.trade}",
        }
    )
