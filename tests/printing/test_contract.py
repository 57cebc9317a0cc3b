"""Printed contracts, read back by PDFium and zxing; scans told apart by their codes."""

from io import BytesIO
from types import SimpleNamespace

import pypdfium2
import pytest
import zxingcpp
from PIL import Image, ImageFilter

from desktop.domain.errors import Cancelled, FileTrouble, Refused
from desktop.domain.findings import Code
from desktop.ports.contract_paper import PageCode
from desktop.ports.sheets import UnreadableSheetError
from printing import contract_scan
from printing.contract import draw
from tests.printing.contracts import contract, paper
from tests.printing.readback import overlaps, render, text_boxes, texts

BOMB = bytes.fromhex(  # a PNG that says it is 60,000 dots wide and high
    "89504e470d0a1a0a0000000d494844520000ea600000ea600800000000000000"
)
LONGEST = "阿卜杜热合曼·麦麦提图尔荪江"


def codes(pdf, page):
    """Every code of a page as another reader sees it at 200 dpi."""
    return [one.text for one in zxingcpp.read_barcodes(render(pdf, 200, page))]


def flat(text):
    return text.replace(" ", "").replace("\u3000", "")


@pytest.fixture(scope="module")
def two():
    """Two contracts, one of a name beyond the BMP."""
    return draw([paper(1, "王𬱖"), paper(2, LONGEST)])


def test_every_page_carries_the_code_of_its_contract_and_place(two):
    """Two contracts, two copies, two pages: AC1/<id8>/<digest12>/<page>/<pages>."""
    expected = []
    for n in (1, 2):
        own = contract(n)
        head = f"AC1/{own.id.hex[:8]}/{own.digest[:12]}"
        expected += [[f"{head}/1/2"], [f"{head}/2/2"]] * 2
    assert [codes(two, page) for page in range(8)] == expected


def test_text_is_exact_beyond_the_bmp_and_pages_are_counted(two):
    read = texts(two)
    assert len(read) == 8
    assert "王𬱖" in flat(read[0])
    assert LONGEST in flat(read[4])
    assert "620102199001011234" in read[0]
    for page, said in enumerate(read):
        assert f"第{page % 2 + 1}页·共2页" in flat(said)
    copies = [flat(said).rpartition("本份：")[2][:3] for said in read]
    assert copies == ["甲方存"] * 2 + ["乙方存"] * 2 + ["甲方存"] * 2 + ["乙方存"] * 2


def test_clauses_pay_and_seals_are_on_the_paper(two):
    whole = flat(texts(two)[0] + texts(two)[1])
    for wanted in (
        "甲方（用人单位）", "91620100MA74000116", "魏建业", "紧急联系人姓名",
        "第一条合同期限", "自2026年3月1日起", "第四条劳动报酬", "人民币260.00元",
        "大写：贰佰陆拾元整", "每月15日支付上月工资", "第六条劳动保护、劳动条件和职业危害防护",
        "甲方（盖章）", "公章或者合同专用章", "签字并按手印", "已收到本合同一份",
        "依据：劳动合同法第十七条第一款第（一）项",
    ):  # fmt: skip
        assert wanted in whole, wanted


@pytest.mark.parametrize("page", [0, 1])
def test_nothing_overlaps_and_nothing_leaves_the_page(page):
    address = "新疆维吾尔自治区伊犁哈萨克自治州察布查尔锡伯自治县示例镇示例村九组一百二十号"
    person = {"address": address, "phone": "13900000001", "sex": "男"}
    pdf = draw([paper(1, LONGEST, person, work="塔式起重机安装拆卸工", place=address)])
    boxes, (wide, high) = text_boxes(pdf, page)
    assert overlaps(boxes) == []
    for left, bottom, right, top in boxes:
        assert 0 < left <= right < wide - 20  # a line to write on has no height
        assert 0 < bottom <= top < high


def test_what_is_not_known_is_a_line_to_write_on():
    """The employer's address is empty: its cell is there, the text under it is not."""
    said = flat(texts(draw([paper(1)]))[0])
    assert "住所乙方（劳动者）" in said


def test_a_character_that_cannot_be_drawn_is_named_with_its_worker():
    with pytest.raises(Refused) as refused:
        draw([paper(1), paper(2, "王\U00031350")])  # extension H, in no font
    (finding,) = refused.value.findings
    assert (finding.code, finding.subject) == (Code.GLYPH_MISSING, "王\U00031350")
    assert finding.facts["codepoint"] == "U+31350"


def test_drawing_stops_between_two_contracts():
    seen = []

    def step(done, total, words=""):
        seen.append((done, total, words))
        if done == 1:
            raise Cancelled

    with pytest.raises(Cancelled):
        draw([paper(n) for n in range(1, 4)], SimpleNamespace(step=step))
    assert seen == [(0, 3, "print-contracts"), (1, 3, "print-contracts")]


def test_the_same_contract_is_drawn_to_the_same_bytes():
    assert draw([paper(1)]) == draw([paper(1)])


# ---------------------------------------------------------------- scans
def picture(pdf, page, kind="PNG", *, turned=0, tilt=0.0, grain=0):
    """A page as a scanner or a telephone gives it."""
    image = render(pdf, 200, page)
    if tilt:
        image = image.rotate(tilt, expand=True, fillcolor=255)
    if turned:
        image = image.rotate(-turned, expand=True, fillcolor=255)
    if grain:
        noise = Image.effect_noise(image.size, grain)
        image = Image.blend(image, noise, 0.15).filter(ImageFilter.GaussianBlur(0.6))
    out = BytesIO()
    image.save(out, kind)
    return out.getvalue()


def scanned(tmp_path, content, name="scan.png"):
    path = tmp_path / name
    path.write_bytes(content)
    return list(contract_scan.pages(path))


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_a_page_is_read_whichever_way_it_lies_and_set_upright(tmp_path, two, turned):
    content = picture(two, 1, turned=turned)
    (page,) = scanned(tmp_path, content)
    assert (page.code.page, page.code.pages) == (2, 2)
    assert page.turned == -turned % 360
    again = zxingcpp.read_barcodes(render(page.pdf, 150))
    assert [one.orientation for one in again] == [0]
    wide, high = pypdfium2.PdfDocument(page.pdf)[0].get_size()
    assert wide < high


def test_a_tilted_grainy_jpeg_is_read(tmp_path, two):
    content = picture(two, 0, "JPEG", tilt=4, grain=60)
    (page,) = scanned(tmp_path, content, "photo.jpg")
    assert page.code == PageCode.parse(str(page.code))
    assert page.code.contract == contract(1).id.hex[:8]


def test_a_pdf_of_several_contracts_gives_its_pages_one_by_one(tmp_path, two):
    pages = scanned(tmp_path, two, "all.pdf")
    assert [(one.place, one.code.page) for one in pages] == [
        (place + 1, place % 2 + 1) for place in range(8)
    ]
    assert len({one.code.contract for one in pages}) == 2
    assert flat(texts(pages[0].pdf)[0]) == flat(texts(two)[0])


def test_a_blank_page_and_a_foreign_code_have_no_contract(tmp_path):
    blank = Image.new("L", (1654, 2339), 255)
    out = BytesIO()
    blank.save(out, "PNG")
    (page,) = scanned(tmp_path, out.getvalue())
    assert (page.code, page.others) == (None, ())
    foreign = zxingcpp.create_barcode("AX1/12345678/abcdef123456/1", zxingcpp.BarcodeFormat.QRCode)
    code = Image.fromarray(foreign.to_image(scale=8)).convert("L")
    blank.paste(code, (200, 200))
    out = BytesIO()
    blank.save(out, "PNG")
    (page,) = scanned(tmp_path, out.getvalue())
    assert (page.code, page.others) == (None, ("AX1/12345678/abcdef123456/1",))


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", Code.FILE_EMPTY),
        (b"%PDF-1.7\nnot a document at all", Code.FILE_UNREADABLE),
        (b"\x89PNG\r\n\x1a\nrest is missing", Code.FILE_UNREADABLE),
        (b"PK\x03\x04 a workbook", Code.FILE_UNREADABLE),
        (BOMB, Code.FILE_UNREADABLE),
    ],
)
def test_what_is_no_scan_is_refused_in_the_child(tmp_path, content, code):
    with pytest.raises(UnreadableSheetError) as refused:
        scanned(tmp_path, content)
    assert refused.value.code is code
    with pytest.raises(FileTrouble):
        list(contract_scan.pages(tmp_path / "not-there.pdf"))


@pytest.mark.parametrize(
    "text",
    ["AC1/1234567/123456789abc/1/2", "AC1/12345678/123456789abc/3/2", "AX1/12345678/12/1", ""],
)
def test_what_is_no_code_of_ours_is_none(text):
    assert PageCode.parse(text) is None


def test_reading_stops_at_a_page_and_ends_the_child(tmp_path, two):
    path = tmp_path / "all.pdf"
    path.write_bytes(two)
    seen = []

    def step(done, total, words=""):
        seen.append((done, total, words))
        if done == 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        list(contract_scan.pages(path, SimpleNamespace(step=step)))
    assert seen == [(place, 8, "scan-pages") for place in (1, 2, 3)]
