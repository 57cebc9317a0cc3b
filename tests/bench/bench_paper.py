"""The wage sheet's PDF against a bare canvas loop drawing the same cells."""

import time
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from desktop.ports.paper import PaperSize
from printing import fonts, wage_sheet
from printing.wage_cells import Cells
from printing.wage_layout import layout
from printing.wage_rows import Row, RowKind, figures_of
from tests.bench.figures import Figure
from tests.printing.samples import item, line, paper


def facts(count):
    """Invent a sheet of so many lines."""
    lines = []
    for seq in range(1, count + 1):
        items = [item("day_work", "5460", "21", "260")]
        if seq % 4 == 0:
            items += [item("overtime", "390", "8", "48.75"), item("advance", "1000")]
        lines.append(line(seq, f"第{seq // 50 + 1}班组", f"工人{seq}", items))
    return paper(lines)


def bare(sheet):
    """Draw the same texts in a plain loop: a grid of rules a row and one call a cell."""
    place = layout(PaperSize.A4)
    cells = Cells(place)
    rows = [
        [mark[2] for mark in cells.line(Row(RowKind.LINE, 0, figures_of(own), own), 0)]
        for own in sheet.lines
    ]
    edges = [column.x for column in place.columns] + [place.right]
    middles = [column.middle for column in place.columns]
    began = time.perf_counter()
    out = BytesIO()
    canvas = Canvas(out, pagesize=place.page, invariant=1, initialFontName=fonts.REGULAR)
    each = int((place.top - place.bottom) / place.line_height)
    for start in range(0, len(rows), each):
        page = rows[start : start + each]
        heights = [place.top - n * place.line_height for n in range(len(page) + 1)]
        canvas.setFont(fonts.REGULAR, place.type)
        canvas.grid(edges, heights)
        for row, top in zip(page, heights, strict=False):
            for index, text in enumerate(row):
                canvas.drawCentredString(middles[index % len(middles)], top - 12, text)
        canvas.showPage()
    canvas.save()
    return time.perf_counter() - began, len(out.getvalue())


def measure(count, rounds):
    """Return the figure and the PDF's size in bytes."""
    sample = facts(count)
    fonts.ready()
    figure = Figure(f"wage sheet PDF, {count:,} lines", 2)
    for _ in range(rounds):
        took, _ = bare(sample.sheet)
        figure.bare.append(took)
        began = time.perf_counter()
        pdf = wage_sheet.wage_sheet(sample, PaperSize.A4)
        figure.ours.append(time.perf_counter() - began)
    return figure, len(pdf)
