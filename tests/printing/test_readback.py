"""A hundred synthetic scans: every page known, every box judged or shown to a person.

The scans are synthetic: real pages rendered by PDFium, strokes and red prints drawn into chosen
boxes, turned, tilted, grained, photographed and compressed.
"""

from collections import Counter
from dataclasses import replace
from io import BytesIO
from random import Random

import pytest
from PIL import Image

from desktop.domain.errors import Cancelled
from desktop.ports.paper import PaperSize
from desktop.ports.scans import Verdict, key_of
from desktop.ports.sheets import UnreadableSheetError
from printing import readback_marks
from printing.page import MM
from printing.paper import PdfPaper
from printing.readback_press import PdfSheetScans
from printing.wage_layout import layout
from tests.printing import scanning as site
from tests.printing.samples import paper, ugly_lines

SCANS = PdfSheetScans()
MARKS = {"sign": site.sign, "finger": site.finger, "speck": site.speck, "none": None}
RIGHT = {
    "sign": {Verdict.FILLED},
    "finger": {Verdict.FILLED},
    "none": {Verdict.EMPTY},
    "speck": {Verdict.DOUBTFUL},
}


def facts_with_words():
    """A sheet of 45 lines, some of which ask to be signed again."""
    facts = paper(ugly_lines())
    signed = {line.id: "0" * 64 for line in facts.sheet.lines[2::9]}
    return replace(facts, signed_digests=signed)


class Site:
    """Prints, signs and scans the pages of one sheet."""

    def __init__(self, seed):
        self.random = Random(seed)
        self.facts = facts_with_words()
        self.known = {key_of(self.facts.sheet): self.facts}
        self.places, self.pdfs, self.pages = {}, {}, {}
        for size in (PaperSize.A4, PaperSize.A3):
            self.places[size], self.pages[size] = SCANS.places(self.facts, size)
            self.pdfs[size] = PdfPaper().wage_sheet(self.facts, size)

    def page(self, number, size=PaperSize.A4, dpi=200, *, photo=False):
        """One signed page (from 0) as the glass sees it, and what was done to each line."""
        random = self.random
        image, truth = site.picture(self.pdfs[size], number, dpi), {}
        for place in self.places[size]:
            if place.page == number + 1:
                kind = random.choice(("sign", "sign", "finger", "none", "none", "speck"))
                truth[place.line] = kind
                if MARKS[kind]:
                    MARKS[kind](image, place, dpi, random)
        if photo:
            image = site.photograph(image, random)
        image = site.tilt(image, random.uniform(-5, 5) + random.choice((0, 0, 180, 90)))
        return site.noise(image, 30, random), truth


def stored(images, kind, dpi):
    out = BytesIO()
    if kind in {"PDF", "TIFF"}:
        more = {"compression": "jpeg"} if kind == "TIFF" else {"quality": 70}
        images[0].save(
            out, kind, save_all=True, append_images=images[1:], resolution=dpi, **more
        )  # fmt: skip
        return out.getvalue()
    return site.stored(images[0], kind, dpi)


def read(path, known, content):
    path.write_bytes(content)
    return list(SCANS.pages(path, known))


def judged(pages, truths, tally):
    """Count what was read against what was done."""
    for page, truth in zip(pages, truths, strict=True):
        assert page.is_placed
        assert {box.line for box in page.boxes} == set(truth)
        for box in page.boxes:
            tally[box.verdict in RIGHT[truth[box.line]]] += 1
            filled_by_nothing = truth[box.line] == "none" and box.verdict is Verdict.FILLED
            lost = truth[box.line] in {"sign", "finger"} and box.verdict is Verdict.EMPTY
            guessed = truth[box.line] == "speck" and box.verdict is not Verdict.DOUBTFUL
            tally["silently wrong"] += filled_by_nothing or lost or guessed


def test_a_hundred_scans_at_200_dpi(tmp_path):
    here, tally, numbers = Site(1), Counter(), []
    batches = [("PDF", 10), ("TIFF", 10)] * 4 + [("JPEG", 1), ("PNG", 1)] * 10
    for number, (kind, count) in enumerate(batches):
        size = PaperSize.A3 if number in {3, 9, 12} else PaperSize.A4
        wanted = [(len(numbers) + one) % here.pages[size] for one in range(count)]
        made = [here.page(one, size) for one in wanted]
        content = stored([image for image, _ in made], kind, 200)
        pages = read(tmp_path / f"scan.{kind.lower()}", here.known, content)
        assert [page.code.page for page in pages] == [one + 1 for one in wanted]  # 100 %
        assert {page.size for page in pages} == {size}
        judged(pages, [truth for _, truth in made], tally)
        numbers += wanted
    assert len(numbers) == 100
    boxes = tally[True] + tally[False]
    assert boxes > 1000
    assert tally[True] / boxes >= 0.99
    assert tally["silently wrong"] == 0


@pytest.mark.parametrize("dpi", [150, 300])
def test_photographs_and_other_resolutions(tmp_path, dpi):
    here, tally = Site(dpi), Counter()
    for number in range(here.pages[PaperSize.A4]):
        image, truth = here.page(number, dpi=dpi, photo=True)
        pages = read(tmp_path / "photo.jpg", here.known, site.stored(image, "JPEG", dpi))
        assert [page.code.page for page in pages] == [number + 1]
        judged(pages, [truth], tally)
    assert tally[True] / (tally[True] + tally[False]) >= 0.97
    assert tally["silently wrong"] == 0


def test_places_are_where_the_frames_are_drawn():
    """The lines of a box found in the page's own picture, by nobody's arithmetic."""
    facts = paper(ugly_lines())
    places, pages = SCANS.places(facts, PaperSize.A4)
    assert len(places) == sum(line.needs_signature for line in facts.sheet.lines)
    pdf = PdfPaper().wage_sheet(facts, PaperSize.A4)
    assert pages == PdfPaper().page_count(pdf)
    image = site.picture(pdf, 0, 288).convert("L")  # four pixels a point
    for place in (one for one in places if one.page == 1):
        x, y = place.x * 4, image.height - (place.y + place.height / 2) * 4
        row = [image.getpixel((round(x) + step, round(y))) for step in range(-6, 7)]
        assert min(row[4:9]) < 150
        assert min(row[:3]) > 200


def test_a_changed_layout_turns_it_red(tmp_path, monkeypatch):
    """Planted fault: lines a millimetre higher than those that were printed."""
    here = Site(4)
    image, _ = here.page(0)
    content = site.stored(image, "PNG", 200)
    (good,) = read(tmp_path / "good.png", here.known, content)
    assert good.is_placed
    true = type(layout(PaperSize.A4)).line_height.fget
    monkeypatch.setattr(
        type(layout(PaperSize.A4)), "line_height", property(lambda self: true(self) + MM)
    )
    (bad,) = read(tmp_path / "bad.png", here.known, content)
    assert not bad.is_placed
    assert {box.verdict for box in bad.boxes} == {Verdict.DOUBTFUL}


def test_a_torn_corner_leaves_the_boxes_to_a_person(tmp_path):
    here = Site(6)
    plain = site.picture(here.pdfs[PaperSize.A4], 0, 200)
    plain.paste("white", (0, plain.height - 120, 120, plain.height))
    (page,) = read(tmp_path / "torn.png", here.known, site.stored(plain, "PNG", 200))
    assert page.code.page == 1
    assert not page.is_placed
    assert page.boxes == ()


def test_another_version_is_told_and_not_judged(tmp_path):
    here = Site(8)
    later = paper(ugly_lines()[:-1])
    image, _ = here.page(0)
    known = {key_of(later.sheet): later}
    (page,) = read(tmp_path / "old.jpg", known, site.stored(image, "JPEG", 200))
    assert page.code.key == key_of(here.facts.sheet)
    assert page.code.sheet == key_of(later.sheet)[0]
    assert page.boxes == ()


def test_what_is_no_scan_is_refused_in_the_child(tmp_path):
    for name, content in (
        ("empty.pdf", b""),
        ("text.pdf", b"%PDF-1.4 but no more"),
        ("half.jpg", site.stored(Image.new("RGB", (900, 900), "white"), "JPEG", 200)[:400]),
        ("page.gif", b"GIF89a" + bytes(40)),
    ):
        path = tmp_path / name
        path.write_bytes(content)
        with pytest.raises(UnreadableSheetError):
            list(SCANS.pages(path, {}))


def test_whoever_stops_listening_stops_the_reading(tmp_path):
    here = Site(9)
    images = [here.page(number)[0] for number in range(3)]
    path = tmp_path / "long.pdf"
    path.write_bytes(stored(images, "PDF", 200))

    class Stop:
        def step(self, done, _total, _what):
            if done == 2:
                raise Cancelled

    with pytest.raises(Cancelled):
        list(SCANS.pages(path, here.known, Stop()))


def test_marks_stand_clear_of_everything_else():
    """A mark's surroundings on paper are white: half a mark's width, measured in the picture."""
    pdf = PdfPaper().wage_sheet(paper(ugly_lines()), PaperSize.A4)
    image = site.picture(pdf, 0, 288).convert("L")
    half, clear = readback_marks.MARK_MM * MM / 2, 0.5 * MM
    for x, y in layout(PaperSize.A4).marks.values():
        box = [round(4 * value) for value in (x, layout(PaperSize.A4).page[1] - y)]
        near, far = round(4 * (half - 0.3)), round(4 * (half + clear))
        inside = image.crop((box[0] - near, box[1] - near, box[0] + near, box[1] + near))
        assert inside.getextrema()[1] < 40
        around = image.crop((box[0] - far, box[1] - far, box[0] + far, box[1] + far))
        around.paste(255, (far - near - 4, far - near - 4, far + near + 4, far + near + 4))
        assert around.getextrema()[0] > 250
