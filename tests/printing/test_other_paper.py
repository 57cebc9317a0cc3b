"""The recovery page, page pictures, joined documents, and several threads at once."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from PIL import Image

from desktop.domain.errors import FileTrouble, Refused
from desktop.ports.paper import PaperSize
from printing.page import wrap
from printing.paper import PdfPaper
from tests.printing.readback import overlaps, text_boxes, texts
from tests.printing.samples import line, paper

PAPER = PdfPaper()
CODE = "7K3M-Q2XA-9DTR-4WZP-H6NC-8VFB-5JYE-1GSL"


def test_recovery_page_says_the_code_in_whole_groups():
    pdf = PAPER.recovery_sheet("甘肃示例建设集团有限公司", CODE, date(2026, 11, 22))
    (page,) = texts(pdf)
    assert "7K3M-Q2XA-9DTR-4WZP H6NC-8VFB-5JYE-1GSL" in page  # two even lines
    assert "2026-11-22" in page
    assert "甘肃示例建设集团有限公司" in page
    assert overlaps(text_boxes(pdf)[0]) == []


def test_recovery_page_refuses_what_it_cannot_draw():
    with pytest.raises(Refused):
        PAPER.recovery_sheet("\ue000公司", CODE, date(2026, 11, 22))


def test_page_picture_is_bgrx_with_whole_rows():
    picture = PAPER.page_image(PAPER.wage_sheet(paper([line(1)]), PaperSize.A4), 0, 96)
    assert (picture.width, picture.height) == pytest.approx((1123, 794), abs=1)
    assert picture.stride >= picture.width * 4
    assert len(picture.pixels) == picture.stride * picture.height
    size = picture.width, picture.height
    image = Image.frombuffer("RGB", size, picture.pixels, "raw", "BGRX", picture.stride, 1)
    assert image.getpixel((2, 2)) == (255, 255, 255)
    assert image.convert("L").getextrema()[0] < 40


def test_broken_pdf_is_said_so():
    with pytest.raises(FileTrouble):
        PAPER.page_count(b"no pdf")


def test_threads_draw_and_render_the_same():
    facts = [paper([line(n, f"班{n}")]) for n in range(8)]

    def work(own):
        pdf = PAPER.wage_sheet(own, PaperSize.A4)
        return pdf, PAPER.page_image(pdf, 0, 40).pixels

    alone = [work(own) for own in facts]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(work, facts)) == alone


def test_numbers_and_stops_are_not_torn_apart():
    text = "自2020-01-01起，月最低工资标准1,620.00元。"
    lines = wrap(text, "AnxinSC", 10, 62)
    assert "".join(lines) == text
    assert all(line[0] not in "，。" for line in lines)
    for number in ("2020-01-01", "1,620.00"):
        assert sum(number in line for line in lines) == 1
