"""The printed wage sheet, read back by PDFium and zxing-cpp."""

import re
from dataclasses import replace
from decimal import Decimal
from io import BytesIO

import pytest
from PIL import Image

from desktop.domain.errors import Cancelled, Refused
from desktop.domain.findings import Code
from desktop.domain.money import Money
from desktop.domain.payroll import SheetState
from desktop.domain.worker import PayKind
from desktop.ports.paper import PaperSize, sheet_code
from printing import fonts, qr
from printing.paper import PdfPaper
from printing.wage_cells import Cells
from printing.wage_layout import layout
from printing.wage_rows import Row, RowKind, figures_of
from tests.printing.readback import count_images, overlaps, render, text_boxes, texts
from tests.printing.samples import MONTH, RARE, item, line, paper, sheet, ugly_lines

PAPER = PdfPaper()
AMOUNT = r"([\d,]+\.\d\d)"


def sums(label, page):
    """Gross and net of a row of sums, as printed."""
    row = re.search(rf"{label}.*?(?:编制人|本页小计|总计|过次页|班组)", page)[0]
    found = [Money.of_yuan(text) for text in re.findall(AMOUNT, row)]
    return found[-1]


def forty():
    """Line n earns n yuan, one team."""
    return [line(n, items=[item("day_work", str(n), "1", str(n))]) for n in range(1, 41)]


def test_every_worker_reads_back_as_drawn():
    lines = ugly_lines()
    pages = texts(PAPER.wage_sheet(paper(lines), PaperSize.A4))
    whole = " ".join(pages)
    assert [name for name in RARE if name not in whole] == []
    assert "阿卜杜热合曼· 麦麦提图尔荪江" in whole  # broken after its dot, nothing lost
    assert "12,345.60" in whole
    assert "10,000.00" in whole
    assert "损坏手持切割机一台，有本人签认单" in whole
    assert [own.seq for own in lines if f"620102********{own.seq:04d}" not in whole] == []
    assert not re.search(r"\d{17}[\dX]", whole)  # no identity or card number in full
    for team in ("钢筋一班", "木工班（主楼地下室）", "杂工班"):
        assert f"班组 {team}" in whole


@pytest.mark.parametrize("size", [PaperSize.A4, PaperSize.A3])
def test_nothing_overlaps_or_leaves_the_page(size):
    pdf = PAPER.wage_sheet(paper(ugly_lines()), size)
    for page in range(PAPER.page_count(pdf)):
        boxes, (wide, high) = text_boxes(pdf, page)
        assert len(boxes) > 100
        assert overlaps(boxes) == []
        assert min(box[0] for box in boxes) > 20
        assert max(box[2] for box in boxes) < wide - 20
        assert min(box[1] for box in boxes) > 10
        assert max(box[3] for box in boxes) < high - 20


def test_large_figures_and_long_names_stay_readable_in_their_columns():
    place = layout(PaperSize.A4)
    long = line(
        10_000,
        name="阿卜杜热合曼·麦麦提图尔荪江",
        rate=Money.of_yuan("12345.60"),
        items=[
            item("day_work", "12345.60"),
            item("overtime", "12345.60", "36.25"),
            item("advance", "12345.60"),
            item("tax", "12345.60"),
            item("damage", "12345.60"),
        ],
    )
    row = Row(RowKind.LINE, place.line_height, figures_of(long), long)
    marks = list(Cells(place).line(row, 0))
    for x, _, text, font, size in marks:
        inside = [
            column
            for column in place.columns
            if column.x <= x and x + fonts.width(text, font, size) <= column.right
        ]
        assert inside, text
        assert size >= 6.5 or text in {"10000", "−12,345.60"}, (text, size)
    assert place.line_height / 72 * 25.4 >= 8


def test_pages_are_numbered():
    pages = texts(PAPER.wage_sheet(paper(forty()), PaperSize.A4))
    assert len(pages) > 1
    for number, text in enumerate(pages, 1):
        assert f"第 {number} 页 共 {len(pages)} 页" in text
        assert "身份证号" in text  # the head is repeated


def test_carried_totals_of_forty_lines():
    """A4 holds 14 lines of one team, then 13 (a carried row and a heading take one).

    1+…+14 = 105 · 15+…+27 = 273, carried 378 · 28+…+39 = 402 (the last line moves over with
    its team's sum), carried 780 · 40 alone, total 40·41/2 = 820.
    """
    pages = texts(PAPER.wage_sheet(paper(forty()), PaperSize.A4))
    own = [sums("本页小计", page) for page in pages]
    assert [str(fen) for fen in own] == ["105.00", "273.00", "402.00", "40.00"]
    assert [str(sums("过次页", page)) for page in pages[:-1]] == ["105.00", "378.00", "780.00"]
    assert [str(sums("承前页", page)) for page in pages[1:]] == ["105.00", "378.00", "780.00"]
    assert str(sums("总计", pages[-1])) == "820.00"
    assert "总计（大写）捌佰贰拾元整" in pages[-1]
    assert "过次页" not in pages[-1]
    assert "承前页" not in pages[0]


def test_page_sums_add_up_to_the_sheet():
    lines = ugly_lines()
    own = sheet(lines)
    pages = texts(PAPER.wage_sheet(paper(lines), PaperSize.A4))
    assert Money.sum(sums("本页小计", page) for page in pages) == own.total_net
    assert sums("总计", pages[-1]) == own.total_net
    assert f"总计（大写）{own.total_net.in_capitals}" in pages[-1]
    teams = re.findall(rf"班组小计（\d+ 人）.*?{AMOUNT} (?:本页|班组 )", " ".join(pages))
    assert Money.sum(map(Money.of_yuan, teams)) == own.total_net
    assert len(teams) == 3


def test_lines_keep_their_team_even_when_they_come_mixed():
    lines = [line(n, team=f"班{n % 2}") for n in range(1, 7)]
    (page,) = texts(PAPER.wage_sheet(paper(lines), PaperSize.A4))
    assert page.count("班组小计（3 人）") == 2
    assert re.search(r"班组 班1 1 .* 3 .* 5 .* 班组 班0 2 ", page)


@pytest.mark.parametrize("size", [PaperSize.A4, PaperSize.A3])
def test_every_page_carries_its_own_code(size):
    facts = paper(ugly_lines())
    pdf = PAPER.wage_sheet(facts, size)
    for page in range(PAPER.page_count(pdf)):
        own = sheet_code(facts.sheet, page + 1)
        assert qr.read_image(render(pdf, 200, page)) == (own,)
        assert own in texts(pdf)[page]
    changed = paper([replace(facts.sheet.lines[0], rate=Money(1)), *facts.sheet.lines[1:]])
    assert PAPER.read_qr(PAPER.wage_sheet(changed, size)) != PAPER.read_qr(pdf)


def test_code_is_large_enough_for_a_scanner():
    """A 29-character code has 29 modules a side; 0.6 mm each makes 17.4 mm of ink or more."""
    dpi = 600
    facts = paper([line(1)])
    corner = [int(mm / 25.4 * dpi) for mm in (266.3, 0, 289, 30)]
    image = render(PAPER.wage_sheet(facts, PaperSize.A4), dpi).crop(corner)
    left, _, right, _ = Image.eval(image, lambda level: 255 * (level < 128)).getbbox()
    assert left > 0
    assert len(qr.symbol(sheet_code(facts.sheet, 1)).rows) == 29
    assert 17.4 <= (right - left) / dpi * 25.4 < 18.5


def picture(shade=0):
    out = BytesIO()
    Image.new("RGB", (300, 90), (shade, shade, shade)).save(out, "PNG")
    return out.getvalue()


def test_signature_column_says_what_is_true():
    lines = [line(n, name) for n, name in ((1, "A班"), (2, "A班"), (3, "A班"), (4, "A班"))]
    lines.append(line(5, "A班", items=[]))
    signed = {own.id: own.digest(MONTH) for own in lines[:2]}
    signed[lines[2].id] = "0" * 64
    images = {lines[0].id: picture(), lines[2].id: picture(90)}
    pdf = PAPER.wage_sheet(
        paper(lines, signed_digests=signed, signature_images=images), PaperSize.A4
    )
    (page,) = texts(pdf)
    assert count_images(pdf) == 1  # the stale line's picture is not shown
    assert page.count("须重签") == 1
    assert page.count("已在纸质表签字") == 1
    assert page.count("无应发") == 1
    assert re.search(r" 5 工人5 .*无应发", page)


@pytest.mark.parametrize(
    ("state", "word"),
    [
        (SheetState.DRAFT, "草稿"),
        (SheetState.WORKER_SIGNED, "已签字"),
        (SheetState.AUDITED, "已审核"),
        (SheetState.LOCKED, "已锁定"),
    ],
)
def test_head_says_state_and_single_person(state, word):
    for single in (False, True):
        own = sheet([line(1)], state=state, single_person=single, number=2, reason="补签三人")
        (page,) = texts(PAPER.wage_sheet(paper([], sheet=own), PaperSize.A4))
        assert page.startswith(f"{word} ")
        assert ("单人模式" in page) is single
        assert "表号 补充表 2" in page
        assert "补充表事由 补签三人" in page


def test_details_itemise_what_columns_put_together():
    items = [
        item("day_work", "2600", "10", "260", note="2021-03-01~2021-03-15"),
        item("hour_work", "325", "10", "32.5", note="2021-03-16~2021-03-20, 610 min"),
        item("tax", "12"),
        item("court", "300", note="（2021）甘0103执1号"),
    ]
    (page,) = texts(PAPER.wage_sheet(paper([line(1, items=items)]), PaperSize.A4))
    assert (
        "计日工资 2,600.00 元（10.0 工日 × 260.00 元，2021-03-01 至 2021-03-15）；"
        "计时工资 325.00 元（10.0 小时 × 32.50 元，2021-03-16 至 2021-03-20，合 610 分钟）；"
    ) in page
    assert "法院判决代扣 300.00 元（（2021）甘0103执1号）" in page
    assert re.search(r"2,925\.00 — — — 2,925\.00 — 312\.00 — 2,613\.00", page)


def test_figures_of_a_line():
    own = line(
        1,
        work_days=Decimal("21.25"),
        items=[item("day_work", "100"), item("rest_day", "20", "1.5"), item("advance", "30")],
    )
    assert figures_of(own) == (2125, 10000, 0, 0, 0, 150, 2000, 0, 0, 3000, 0, 0, 12000, 9000)


def test_missing_glyph_is_refused_with_the_persons_name():
    lines = [line(1), line(2, name="王\U00030010"), line(3, trade="砌\ue5f1工")]
    with pytest.raises(Refused) as refused:
        PAPER.wage_sheet(paper(lines), PaperSize.A4)
    assert [
        (finding.code, finding.subject, finding.facts["character"], finding.facts["codepoint"])
        for finding in refused.value.findings
    ] == [
        (Code.GLYPH_MISSING, "王\U00030010", "\U00030010", "U+30010"),
        (Code.GLYPH_MISSING, "工人3", "\ue5f1", "U+E5F1"),
    ]


def test_same_facts_same_bytes():
    facts = paper(ugly_lines()[:20])
    first = PAPER.wage_sheet(facts, PaperSize.A4)
    PAPER.wage_sheet(paper([line(9)]), PaperSize.A3)
    assert PAPER.wage_sheet(facts, PaperSize.A4) == first


def test_progress_can_stop_it():
    class Stop:
        def step(self, done, total, words=""):
            assert (done, words) == (1, "print-pages")
            assert total > 1
            raise Cancelled

    with pytest.raises(Cancelled):
        PAPER.wage_sheet(paper(forty()), PaperSize.A4, Stop())


def test_hour_pay_and_an_empty_sheet_print():
    hourly = line(1, pay_kind=PayKind.HOUR, rate=Money(3250))
    assert "计时 32.50" in texts(PAPER.wage_sheet(paper([hourly]), PaperSize.A4))[0]
    (page,) = texts(PAPER.wage_sheet(paper([]), PaperSize.A4))
    assert "总计（大写）零元整" in page
