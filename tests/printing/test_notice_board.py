"""The rights board: what keeps it from being printed, and what stands on it."""

from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image

from desktop.domain.errors import Refused
from desktop.domain.findings import Code, Level
from desktop.domain.notice import NoticeLine
from desktop.ports.paper import PaperSize
from printing import qr
from printing.notice_blocks import Type, Widths, entries, set_block, telephone
from printing.page import portrait
from printing.paper import PdfPaper
from tests.printing.boards import ADDRESS, board
from tests.printing.readback import overlaps, render, text_boxes, texts

PAPER = PdfPaper()
REQUIRED = [
    (number, index)
    for number, group in enumerate(board().groups)
    for index, line in enumerate(group.lines)
    if line.required
]
SIZES = [PaperSize.A0, PaperSize.A1, PaperSize.A2, PaperSize.A3, PaperSize.A4]


def emptied(notice, number, index):
    groups = list(notice.groups)
    lines = list(groups[number].lines)
    lines[index] = replace(lines[index], text="")
    groups[number] = replace(groups[number], lines=tuple(lines))
    return replace(notice, groups=tuple(groups))


def official(text, side=400):
    """An official image as it comes from a platform: a code with a coloured frame."""
    made = qr.symbol(text)
    small = Image.new("L", (made.modules, made.modules), 255)
    for y, row in enumerate(made.rows):
        for x, dark in enumerate(row):
            small.putpixel((x + qr.QUIET, y + qr.QUIET), 0 if dark else 255)
    image = Image.new("RGB", (side + 40, side + 40), (30, 120, 60))
    image.paste(small.resize((side, side), Image.Resampling.NEAREST), (20, 20))
    out = BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def blank():
    out = BytesIO()
    Image.new("L", (300, 300), 255).save(out, "PNG")
    return out.getvalue()


@pytest.mark.parametrize(("number", "index"), REQUIRED)
def test_an_empty_required_line_is_named_and_nothing_is_printed(number, index):
    line = board().groups[number].lines[index]
    with pytest.raises(Refused) as refused:
        PAPER.notice_board(emptied(board(), number, index), PaperSize.A4, None)
    (finding,) = refused.value.findings
    assert (finding.code, finding.level) == (Code.NOTICE_FIELD_EMPTY, Level.STOP)
    assert (finding.subject, finding.facts["key"]) == (line.label, line.key)


def test_every_empty_line_is_named_at_once():
    notice = replace(emptied(emptied(board(), 0, 0), 2, 1), project="")
    with pytest.raises(Refused) as refused:
        PAPER.notice_board(notice, PaperSize.A1, PaperSize.A4)
    assert [finding.facts["key"] for finding in refused.value.findings] == [
        "project",
        "owner.name",
        "complaint.sector.phone",
    ]


@pytest.mark.parametrize("size", SIZES)
def test_board_says_all_of_it_at_every_size(size):
    notice = board()
    pdf = PAPER.notice_board(notice, size, None)
    page = texts(pdf)[0].replace(" ", "")  # a long text may be broken into two lines
    said = [line.text for group in notice.groups for line in group.lines if line.text]
    said = [text.replace(" ", "") for text in (notice.title, notice.project, *said)]
    assert [text for text in said if text not in page] == []
    boxes, got = text_boxes(pdf)
    assert got == pytest.approx(portrait(size), abs=0.5)
    assert overlaps(boxes, slack=0.4) == []


def test_parts_of_one_line_find_their_columns():
    group = board().groups[2]
    lines = (
        replace(group.lines[0], text="劳动仲裁院　电话：0931-8000003　地址：一号"),
        replace(group.lines[1], key="other", text="12333（人力资源）　12345（政务）"),
    )
    notice = board()
    notice = replace(notice, groups=(*notice.groups[:2], replace(group, lines=lines)))
    (page,) = texts(PAPER.notice_board(notice, PaperSize.A4, None))
    for text in ("劳动仲裁院", "0931-8000003", "地址：一号", "12333", "人力资源", "12345"):
        assert text in page


@pytest.mark.parametrize(
    ("part", "found"),
    [
        ("0931-8000001", ("", "0931-8000001")),
        ("12348", ("", "12348")),
        ("电话：13900000000", ("电话", "13900000000")),
        ("12333（人力资源和社会保障）", ("人力资源和社会保障", "12333")),
        ("0931-8000001、0931-8000002", ("", "0931-8000001、0931-8000002")),
        ("1,620.00 元/月", ("", "")),
        ("办公时间：08:30-18:00", ("", "")),
        ("每月10日支付上月工资", ("", "")),
    ],
)
def test_telephones_are_told_from_other_figures(part, found):
    assert telephone(part) == found


def test_label_matter_and_telephone_stand_on_one_baseline():
    (entry,) = entries(board().groups[2].lines[:2])
    block = set_block(entry, Widths(100, 300, 200, 10), Type(12, 8, 24))
    first = {piece.text: round(piece.y, 6) for piece in block.pieces}
    heads = ("行业主管部门", "兰州市（示例）住房和城乡建设局", "0931-8000001")
    assert len({first[text] for text in heads}) == 1


def test_bodies_of_the_same_role_stay_apart():
    lines = [NoticeLine(f"subcontractor.name.{n}", "分包单位", f"劳务{n}") for n in (1, 2)]
    assert [entry.matter for entry in entries(lines)] == ["劳务1", "劳务2"]


@pytest.mark.parametrize("count", [3, 12, 40])
@pytest.mark.parametrize("size", [PaperSize.A1, PaperSize.A4])
def test_many_subcontractors_fit_without_overlap(count, size):
    names = [f"兰州示例建筑劳务第{n}有限责任公司" for n in range(count)]
    pdf = PAPER.notice_board(board(names), size, None)
    boxes, (wide, high) = text_boxes(pdf)
    assert overlaps(boxes, slack=0.4) == []
    assert min(box[0] for box in boxes) > 0.02 * wide
    assert max(box[2] for box in boxes) < 0.98 * wide
    assert min(box[1] for box in boxes) > 0.015 * high
    (page,) = texts(pdf)
    assert [name for name in names if name not in page] == []


@pytest.mark.parametrize("size", SIZES)
def test_code_reads_back_from_paper(size):
    image = render(PAPER.notice_board(board(), size, None), 72 if size < PaperSize.A3 else 150)
    assert qr.read_image(image) == (ADDRESS,)
    wide, high = image.size
    right = image.crop((int(wide * 0.7), int(high * 0.6), wide, high))
    assert qr.read_image(right) == (ADDRESS,)  # at the lower right


def test_official_image_is_printed_as_it_is():
    notice = board(qr_text="", qr_image=official(ADDRESS), qr_image_reads=ADDRESS)
    image = render(PAPER.notice_board(notice, PaperSize.A4, None), 150)
    assert qr.read_image(image) == (ADDRESS,)


@pytest.mark.parametrize(
    "more",
    [
        {"qr_text": "", "qr_image": official(ADDRESS), "qr_image_reads": ADDRESS + "x"},
        {"qr_text": ADDRESS + "x", "qr_image": official(ADDRESS)},
        {"qr_text": "", "qr_image": blank()},
    ],
)
def test_image_that_reads_otherwise_is_refused(more):
    with pytest.raises(Refused) as refused:
        PAPER.notice_board(board(**more), PaperSize.A4, None)
    assert [finding.code for finding in refused.value.findings] == [Code.QR_UNREADABLE]


def test_code_damaged_in_drawing_is_refused(monkeypatch):
    """What is released is what was read from the finished page, not what was meant."""
    monkeypatch.setattr(qr, "draw", lambda *_: None)
    with pytest.raises(Refused) as refused:
        PAPER.notice_board(board(), PaperSize.A4, None)
    assert refused.value.findings[0].facts == {"expected": ADDRESS, "got": ""}


def test_board_without_a_code_uses_the_whole_width():
    pdf = PAPER.notice_board(board(qr_text="", qr_caption=""), PaperSize.A4, None)
    assert PAPER.read_qr(pdf) == ()


def test_missing_glyph_names_its_line():
    notice = board([f"兰州{chr(0x30010)}建筑"])
    with pytest.raises(Refused) as refused:
        PAPER.notice_board(notice, PaperSize.A4, None)
    (finding,) = refused.value.findings
    assert (finding.code, finding.subject) == (Code.GLYPH_MISSING, "专业分包、劳务分包单位")


def test_same_board_same_bytes():
    first = PAPER.notice_board(board(), PaperSize.A1, PaperSize.A4)
    assert PAPER.notice_board(board(), PaperSize.A1, PaperSize.A4) == first
