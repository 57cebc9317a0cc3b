"""Tiles put together again show the board."""

import pytest
from PIL import Image, ImageChops, ImageStat

from desktop.ports.paper import PaperSize
from printing import tiles
from printing.paper import PdfPaper
from tests.printing.boards import board
from tests.printing.readback import render, texts

PAPER = PdfPaper()
DPI = 50.79  # two pixels a millimetre, so that windows begin at whole pixels
PIXELS = 2 * 25.4 / 72


def assembled(size, tile):
    """Paste every tile's window at the point of the board it shows."""
    made = tiles.plan(size, tile)
    pdf = PAPER.notice_board(board(), size, tile)
    wide, high = (round(side * PIXELS) for side in made.board)
    whole = Image.new("L", (wide, high), 255)
    margin = tiles.MARGIN_MM * 2
    for number, (row, column) in enumerate(made.places(), 1):
        page = render(pdf, DPI, number)
        x, y = made.origin(row, column)
        left, top = x * PIXELS, high - (y + made.window[1]) * PIXELS
        box = [margin, margin, page.width - margin, page.height - margin]
        whole.paste(page.crop([round(edge) for edge in box]), (round(left), round(top)))
    return whole


@pytest.mark.parametrize(
    ("size", "tile", "pages"),
    [
        # Upright A4 shows 194 × 281 mm, 184 × 271 beyond the overlap; lying 281 × 194, 271 × 184.
        # A1 (594 × 841): lying ceil(584/271) × ceil(831/184) = 3 × 5 = 15; upright 4 × 4 = 16.
        (PaperSize.A1, PaperSize.A4, 15),
        # A3 shows 281 × 404 upright: ceil(584/271) × ceil(831/394) = 3 × 3; lying 2 × 4 = 8.
        (PaperSize.A1, PaperSize.A3, 8),
        # A0 (841 × 1189) on A4: upright ceil(831/184) × ceil(1179/271) = 5 × 5; lying 4 × 7.
        (PaperSize.A0, PaperSize.A4, 25),
        # A2 (420 × 594) on A3: lying ceil(410/394) × ceil(584/271) = 2 × 3; upright 2 × 2.
        (PaperSize.A2, PaperSize.A3, 4),
    ],
)
def test_number_of_pages(size, tile, pages):
    assert PAPER.page_count(PAPER.notice_board(board(), size, tile)) == pages + 1  # and the guide


@pytest.mark.parametrize(
    ("size", "tile"), [(PaperSize.A1, PaperSize.A4), (PaperSize.A2, PaperSize.A3)]
)
def test_tiles_put_together_are_the_board(size, tile):
    whole = assembled(size, tile)
    plain = render(PAPER.notice_board(board(), size, None), DPI)
    assert plain.size == whole.size
    difference = ImageStat.Stat(ImageChops.difference(whole, plain)).mean[0]
    blank = ImageStat.Stat(ImageChops.difference(plain, Image.new("L", plain.size, 255))).mean[0]
    assert blank > 20  # the measure sees what is drawn …
    assert difference < 3  # … and only edges and register crosses differ


def test_neighbours_share_ten_millimetres():
    made = tiles.plan(PaperSize.A1, PaperSize.A4)
    (x0, y0), (x1, _), (_, y1) = made.origin(0, 0), made.origin(0, 1), made.origin(1, 0)
    assert (x0 + made.window[0] - x1) / 72 * 25.4 == pytest.approx(10)
    assert (y1 + made.window[1] - y0) / 72 * 25.4 == pytest.approx(10)


def test_guide_and_labels_say_where_each_page_belongs():
    guide, *pages = texts(PAPER.notice_board(board(), PaperSize.A1, PaperSize.A4))
    assert "A1 告示牌，共 15 张 A4（5 行 × 3 列）" in guide
    assert "5 行 3 列" in guide
    assert "第 1 行 · 第 1 列" in pages[0]
    assert "第 5 行 · 第 3 列" in pages[-1]


def test_tiles_are_vectors_drawn_once():
    plain = PAPER.notice_board(board(), PaperSize.A1, None)
    cut = PAPER.notice_board(board(), PaperSize.A1, PaperSize.A4)
    assert len(cut) < 2 * len(plain)
    assert b"/Subtype /Image" not in cut


def test_a_board_of_the_tiles_own_size_is_one_page():
    assert PAPER.page_count(PAPER.notice_board(board(), PaperSize.A4, PaperSize.A4)) == 1
