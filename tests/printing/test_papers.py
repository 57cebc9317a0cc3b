"""The other papers, read back by PDFium and zxing-cpp; figures worked by hand."""

import re
from dataclasses import replace

import pytest
from PIL import Image

from desktop.domain.errors import Cancelled, Refused
from desktop.domain.findings import Code
from desktop.domain.money import Money
from desktop.ports.paper import PaperSize
from desktop.ports.papers import PaidBy, SlipItem, line_code
from desktop.services.papers import masking
from printing import font_files, fonts, qr
from printing.font_chain import PdfFonts
from printing.paper import PdfPaper
from printing.raster import page_count
from printing.site_forms_room import PdfPapers
from tests.printing import papers as made
from tests.printing.fonts_made import font
from tests.printing.readback import overlaps, render, text_boxes, texts

PRESS = PdfPapers()
A4, A3 = PaperSize.A4, PaperSize.A3
KINDS = {
    "attendance": lambda size=A4: PRESS.attendance_sheets([made.attendance()], size),
    "roster": lambda size=A4: PRESS.rosters([made.roster()], size),
    "ledger": lambda size=A4: PRESS.ledgers([made.ledger()], size),
    "posting": lambda size=A4: PRESS.postings(
        [made.posting()], [made.attendance(posting=True, objections=made.OBJECTIONS)], size
    ),
    "payslips": lambda: PRESS.payslips([made.slips()]),
    "statement": lambda: PRESS.statements([made.statement()]),
    "entry-form": lambda: PRESS.site_forms([made.form()]),
    "exit-form": lambda: PRESS.site_forms([made.form(leaving=True)]),
    "application": lambda: PRESS.applications([made.funds()]),
    "funds-letter": lambda: PRESS.funds_letters([made.funds(unlocked=1)]),
}
LYING = ("attendance", "roster", "ledger", "posting")


@pytest.fixture(scope="module")
def drawn():
    return {kind: draw() for kind, draw in KINDS.items()}


def row(label, page):
    """The amounts of a row of sums, as printed."""
    found = re.search(rf"{label}((?: -?[\d,]+\.\d+)+)", page)
    assert found, (label, page[-400:])
    return found[1].split()


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_overlaps_or_leaves_the_page(drawn, kind):
    pdf = drawn[kind]
    for page in range(page_count(pdf)):
        boxes, (wide, high) = text_boxes(pdf, page)
        assert len(boxes) > 15
        assert overlaps(boxes) == []
        assert min(box[0] for box in boxes) > 7
        assert max(box[2] for box in boxes) < wide - 20
        assert min(box[1] for box in boxes) > 15
        assert max(box[3] for box in boxes) < high - 10


@pytest.mark.parametrize("kind", LYING)
def test_on_a3_nothing_overlaps_either(kind):
    pdf = KINDS[kind](A3)
    assert page_count(pdf) <= page_count(KINDS[kind](A4))
    for page in range(page_count(pdf)):
        boxes, _ = text_boxes(pdf, page)
        assert overlaps(boxes) == []


@pytest.mark.parametrize("kind", ["attendance", "roster", "ledger", "posting", "payslips"])
def test_every_name_reads_back_as_drawn(drawn, kind):
    whole = "".join(texts(drawn[kind])).replace(" ", "")
    assert [name for name in made.NAMES if name.replace(" ", "") not in whole] == []


@pytest.mark.parametrize("kind", ["attendance", "roster", "ledger", "posting", "statement"])
def test_every_page_has_its_number_and_its_own_code(drawn, kind):
    pdf = drawn[kind]
    codes = []
    for page, text in enumerate(texts(pdf)):
        (code,) = qr.read_image(render(pdf, 200, page))
        number = int(re.search(r"第 (\d+) 页 共 \d+ 页", text)[1])
        assert code.startswith("AP1/")
        assert code.endswith(f"/{number}")
        assert code in text
        codes.append(code)
    assert len(set(codes)) == len(codes)
    least = max(qr.least_mm(qr.symbol(code)) for code in codes)
    assert least <= 22.5


def test_attendance_sums_and_boxes(drawn):
    """Worker n: n − ½ days and 2 hours. Thirty of them: 30·31/2 − 15 = 450 days, 60 hours."""
    pages = texts(drawn["attendance"])
    assert row("合计", pages[-1]) == ["450.0", "60.0"]
    own = [row("本页小计", page) for page in pages]
    assert sum(float(days) for days, _ in own) == 450
    assert row("过次页", pages[0]) == own[0] == row("承前页", pages[1])
    assert "考勤表 2021 年 3 月" in pages[0]
    assert pages[0].count("停") == 2 + 2  # two days, and the legend says what it means
    for word in ("序号", "姓名", "工种", "工日", "签字（按手印）"):
        assert all(word in page for page in pages)


def test_the_ledger_has_the_eleven_fields_and_its_sums(drawn):
    """Line n: 100n earned, 10n in advance. 40·41/2 = 820: 82,000 − 8,200 = 73,800."""
    pages = texts(drawn["ledger"])
    for page in pages:
        for sign in "①②③④⑤⑥⑦⑧⑨⑩⑪":
            assert sign in page, sign
    assert row(r"合计（大写）柒万叁仟捌佰元整", pages[-1]) == ["82,000.00", "8,200.00", "73,800.00"]
    nets = [Money.of_yuan(row("本页小计", page)[-1]) for page in pages]
    assert Money.sum(nets) == Money.of_yuan("73800")
    whole = " ".join(pages)
    assert "2021-03-01 至 2021-03-31" in whole
    assert whole.count("2021-04-09") == 3  # the days of the three that are paid
    assert [n for n in (1, 2, 3) if made.VOUCHER[:-1] + str(n) not in whole] == []
    assert whole.count("未支付") == 37
    assert "计日工资 4,000.00" in whole
    assert "已预支 400.00" in whole


def test_a_part_payment_is_not_a_payment():
    one = made.entry(1, paid=(PaidBy(Money(100000), None, made.VOUCHER),))
    (page,) = texts(PRESS.ledgers([made.ledger([one])], A4))
    assert "已付 1,000.00" in page
    assert "未支付" not in page  # paid by a list whose day only the bank's receipt knows
    assert "日期见银行凭证" in page.replace("\n", "").replace("\r", "")


def test_payslips_carry_a_code_for_each_line(drawn):
    pdf = drawn["payslips"]
    wanted = {line_code(one) for one in made.forty()}
    got = [
        code for page in range(page_count(pdf)) for code in qr.read_image(render(pdf, 200, page))
    ]
    assert len(got) == len(set(got)) == 40
    assert set(got) == wanted
    whole = " ".join(texts(pdf))
    assert whole.count("实发（大写）") == 40
    assert "实发 3,600.00" in whole
    assert "叁仟陆佰元整" in whole
    assert "21.0 工日 × 260.00" in whole
    assert not re.search(r"\d{17}[\dX]", whole)
    assert whole.count("2021-04-09 已支付") == 3
    assert page_count(pdf) == 8  # five strips to a page


def test_a_payslips_code_is_at_most_16_mm_with_06_mm_a_module():
    for fen in (1, 999_999_9):
        one = made.entry(1, yuan=str(fen / 100))
        symbol = qr.symbol(line_code(one))
        assert len(symbol.rows) * qr.LEAST_MODULE_MM <= 16


def test_a_payslips_code_says_another_line_another_amount_another_content():
    one = made.entry(1)
    others = (
        replace(one, net=Money(1)), replace(one, digest="f" * 64), made.entry(2),
        replace(one, month=one.month.next),
    )  # fmt: skip
    assert len({line_code(each) for each in (one, *others)}) == 5


def test_a_payslip_with_many_items_has_room_for_all():
    items = tuple(SlipItem(f"计日工资{n}", Money(n * 100), "1.0 工日 × 260.00") for n in range(12))
    pdf = PRESS.payslips([made.slips([made.entry(1, earned=items, withheld=items)] * 3)])
    boxes, _ = text_boxes(pdf)
    assert overlaps(boxes) == []
    assert all(texts(pdf)[0].count(f"计日工资{n} ") >= 2 for n in range(12))


def test_an_unlocked_payslip_says_so():
    (page,) = texts(PRESS.payslips([made.slips([made.entry(1, locked=False)])]))
    assert "工资表尚未锁定" in page
    assert "计划支付" not in page


def test_the_statement_adds_up():
    """Worked in tests/printing/papers.py: due 10,360.00, paid 7,060.00, short 3,300.00."""
    (page,) = texts(PRESS.statements([made.statement()]))
    assert row("合计", page)[-3:] == ["10,360.00", "7,060.00", "3,300.00"]
    assert "期内应付 10,360.00 元，已付 7,060.00 元，未付 3,300.00 元（叁仟叁佰元整）" in page
    assert "（未锁定）" in page
    (page,) = texts(
        PRESS.statements([made.statement(entries=made.statement().entries[:1], arrears=Money(0))])
    )
    assert "没有未付的工资" in page


def test_letters_say_their_totals_in_figures_and_capitals(drawn):
    """1,000.10 + 2,000.20 = 3,000.30, less 100.05 is 2,900.25; 20.5 + 30.25 days; 7 people."""
    for kind in ("application", "funds-letter"):
        (page,) = texts(drawn[kind])
        plain = page.replace(" ", "")
        assert "2,900.25元（贰仟玖佰元贰角伍分）" in plain
        assert "3,000.30元" in plain
        assert "共7人" in plain
    total = row("合计 7", texts(drawn["application"])[0])
    assert total == ["50.75", "3,000.30", "100.05", "2,900.25"]
    assert "尚未锁定" not in texts(drawn["application"])[0]
    assert "1 份工资表尚未锁定" in texts(drawn["funds-letter"])[0]
    assert "62001360001050123456" in texts(drawn["funds-letter"])[0]


def test_the_posting_hides_numbers_and_names_nobody_less(drawn):
    whole = " ".join(texts(drawn["posting"]))
    assert not re.search(r"\d{17}[\dX]", whole)
    assert not re.search(r"139\d{8}(?!\d)", whole.replace("13900000000", ""))
    assert "620102********0001" in whole
    assert "考勤公示表" in whole
    assert made.OBJECTIONS in whole
    assert "签字（按手印）" not in whole


def test_forms_show_what_is_owed(drawn):
    (page,) = texts(drawn["exit-form"])
    assert "尚有未付工资 460.00 元（肆佰陆拾元整）" in page.replace("\n", "")
    assert "任务完成" in page
    (entry,) = texts(drawn["entry-form"])
    assert "照片" in entry
    assert "入场三级安全教育" in entry
    settled = made.form(leaving=True, paid=Money(546000))
    assert "已结清" in texts(PRESS.site_forms([settled]))[0]


@pytest.mark.parametrize(
    ("facts", "draw"),
    [
        (masking.ledger(made.ledger()), lambda one: PRESS.ledgers([one], A4)),
        (masking.roster(made.roster()), lambda one: PRESS.rosters([one], A4)),
        (masking.statement(made.statement()), lambda one: PRESS.statements([one])),
        (masking.form(made.form()), lambda one: PRESS.site_forms([one])),
    ],
    ids=["ledger", "roster", "statement", "form"],
)
def test_a_masked_paper_holds_no_number_in_full(facts, draw):
    whole = " ".join(texts(draw(facts)))
    assert not re.search(r"(?<!\d)\d{17}[\dX]", whole)
    assert not re.search(r"(?<!\d)1[3-9]\d{9}(?!\d)", whole)
    assert "6217004220000000001" not in whole
    assert "示例街道" not in whole
    assert "620102********00" in whole


def test_a_page_as_a_picture(drawn, tmp_path):
    file = tmp_path / "page.png"
    file.write_bytes(PRESS.page_png(drawn["ledger"], 1, 150))
    with Image.open(file) as image:
        assert image.format == "PNG"
        assert image.size == (1754, 1241)  # A4 lying at 150 dpi
    assert PdfPaper().read_qr(file.read_bytes())[0].endswith("/2")
    assert file.stat().st_size < 1_000_000


@pytest.fixture
def bare(monkeypatch):
    """A system without any font for rare characters."""
    monkeypatch.setattr(font_files, "SYSTEM", ())
    font_files.use(None)
    font_files._given.turn += 1
    yield
    monkeypatch.undo()
    font_files.use(None)
    font_files._given.turn += 1


ALL = {
    "ledger": lambda one: PRESS.ledgers([made.ledger([one])], A4),
    "payslips": lambda one: PRESS.payslips([made.slips([one])]),
    "posting": lambda one: PRESS.postings([made.posting([one])], [], A4),
    "statement": lambda one: PRESS.statements([made.statement(name=one.name)]),
    "form": lambda one: PRESS.site_forms([made.form(fields=(("name", one.name),))]),
}


@pytest.mark.parametrize("kind", ALL)
def test_a_name_that_no_font_draws_is_refused_by_name(bare, kind):
    with pytest.raises(Refused) as caught:
        ALL[kind](made.entry(1, name=made.EXT_B))
    assert [one.code for one in caught.value.findings] == [Code.GLYPH_MISSING]
    assert caught.value.findings[0].facts["codepoint"] == "U+20BB7"


@pytest.mark.parametrize("kind", ALL)
def test_with_a_font_behind_it_reads_back(bare, tmp_path, kind):
    path = tmp_path / "boxes.ttf"
    path.write_bytes(font("\U00020bb7"))
    PdfFonts().use(path)
    assert fonts.missing(made.EXT_B) == ()
    assert made.EXT_B in " ".join(texts(ALL[kind](made.entry(1, name=made.EXT_B))))


class _Stop:
    """Somebody who stops at the third page."""

    def __init__(self):
        self.seen = []

    def step(self, done, total, words=""):  # noqa: ARG002
        self.seen.append((done, total))
        if done == 3:
            raise Cancelled


@pytest.mark.parametrize("kind", ["ledgers", "payslips", "site_forms"])
def test_a_batch_says_how_far_it_is_and_can_be_stopped(kind):
    stop = _Stop()
    work = {
        "ledgers": lambda: PRESS.ledgers([made.ledger()] * 3, A4, stop),
        "payslips": lambda: PRESS.payslips([made.slips()], stop),
        "site_forms": lambda: PRESS.site_forms([made.form()] * 9, stop),
    }[kind]
    with pytest.raises(Cancelled):
        work()
    assert [done for done, _ in stop.seen] == [1, 2, 3]
    assert stop.seen[0][1] >= 8


def test_the_same_facts_make_the_same_bytes_and_other_facts_another_code():
    assert KINDS["roster"]() == KINDS["roster"]()
    first = PdfPaper().read_qr(PRESS.ledgers([made.ledger([made.entry(1)])], A4))
    other = PdfPaper().read_qr(PRESS.ledgers([made.ledger([made.entry(1, yuan="5461")])], A4))
    assert first != other
