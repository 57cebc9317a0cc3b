"""What leaves with numbers hidden: the posting edition, and pages as pictures."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from PIL import Image

from desktop.domain.attendance import days_text
from desktop.domain.identity import mask_card, mask_id
from desktop.domain.progress import SILENT, Progress
from desktop.ports.paper import PaperSize
from desktop.ports.papers import AttendanceSheet, WageEntry, WagePosting
from printing import attendance_sheet, raster
from printing.page import terms
from printing.site_forms_draw import draw
from printing.site_forms_table import Column, Row, Table, hundredths, money, of_project, words

_WIDTHS = {
    "seq": 10.0, "name": 30.0, "id_number": 38.0, "team": 36.0, "trade": 26.0, "days": 20.0,
    "gross": 28.0, "deductions": 26.0, "net": 30.0, "card": 24.0,
}  # fmt: skip
_SUMS = {"days": hundredths, "gross": money, "deductions": money, "net": money}


def postings(
    wages: Sequence[WagePosting],
    attendance: Sequence[AttendanceSheet],
    size: PaperSize,
    progress: Progress = SILENT,
) -> bytes:
    """Draw what is posted on site: wages, then attendance, landscape.

    Raises:
        Refused: a character cannot be drawn (GLYPH_MISSING, one finding each).
    """
    tables = [_table(one) for one in wages]
    tables += [attendance_sheet.table(sheet) for sheet in attendance]
    return draw(tables, size, progress)


def page_png(pdf: bytes, page: int, dpi: int) -> bytes:
    """Return a page (from 0) as a PNG file."""
    with raster.opened(pdf) as document:
        image: Image.Image = document[page].render(scale=dpi / 72, grayscale=True).to_pil()
    out = BytesIO()
    image.convert("L").save(out, "PNG", optimize=True, dpi=(dpi, dpi))
    return out.getvalue()


def _table(posting: WagePosting) -> Table:
    own, frame, month = terms("papers")["posting"], words(), posting.month
    said = frame["month"].format(year=month.year, month=month.month)
    draft = "" if all(one.locked for one in posting.entries) else own["draft"]
    people = frame["count"].format(count=len(posting.entries))
    return Table(
        kind="PST",
        title=own["title"],
        said=said + draft,
        head=posting.head,
        facts=(
            of_project(posting.head),
            [(frame["company"], posting.head.company), (frame["people"], people)],
        ),
        columns=tuple(_column(key, own["columns"][key], wide) for key, wide in _WIDTHS.items()),
        rows=tuple(_row(entry, place) for place, entry in enumerate(posting.entries, 1)),
        sums=_SUMS,
        capitals="net",
        lead=(posting.objections,),
        notes=(own["notice"],),
        signers=tuple(own["signers"]),
        least_mm=6.4,
    )


def _column(key: str, title: str, wide: float) -> Column:
    anchor = 1.0 if key in _SUMS else 0.0 if key in {"name", "team", "trade"} else 0.5
    return Column(key, title, wide, anchor, bold=key in {"name", "net"})


def _row(entry: WageEntry, number: int) -> Row:
    """Hide the numbers here too, whatever the facts were."""
    return Row(
        cells={
            "seq": str(number),
            "name": entry.name,
            "id_number": mask_id(entry.id_number),
            "team": entry.team,
            "trade": entry.trade,
            "days": days_text(entry.work_days),
            "gross": str(entry.gross),
            "deductions": str(entry.deductions),
            "net": str(entry.net),
            "card": mask_card(entry.card_tail),
        },
        figures={
            "days": int(entry.work_days * 100),
            "gross": entry.gross.fen,
            "deductions": entry.deductions.fen,
            "net": entry.net.fen,
        },
    )
