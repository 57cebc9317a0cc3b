"""Signed sheets come back on real books: sorted, doubted, accepted; old pages are refused."""

from dataclasses import replace
from random import Random

import pypdfium2
import pytest

from desktop.domain.documents import DocumentKind
from desktop.domain.errors import Stale, Unknown
from desktop.domain.findings import Code, Level
from desktop.domain.money import Money
from desktop.domain.signing import SignatureKind
from desktop.ports.paper import PaperSize
from desktop.ports.scans import Verdict, key_of
from desktop.services.documents import Documents
from desktop.services.notices import Notices
from desktop.services.scanning import Scanning
from desktop.services.scanning.report import PageVerdict
from printing.paper import PdfPaper
from printing.readback_press import PdfSheetScans
from tests.printing import scanning as site
from tests.unit.payroll_office import MARCH, Office

ZHAO, MA, ZHUO = "赵守田", "马占海", "卓木匠"


@pytest.fixture
def office(tmp_path):
    made = Office(tmp_path)
    made.documents = Documents(
        reads=made.reads, notices=Notices(reads=made.reads, clock=made.clock), paper=PdfPaper()
    )
    made.scanning = Scanning(
        reads=made.reads,
        documents=made.documents,
        signing=made.signing,
        scans=PdfSheetScans(),
    )
    made.prepare()
    return made


def scanned(office, name, marks, size=PaperSize.A4, degrees=0.0):
    """Print every sheet, mark boxes by the workers' names, store all pages as one TIFF."""
    pages, random = [], Random(name)
    for paper in office.documents.papers(office.project.id, MARCH):
        places = PdfSheetScans().places(paper, size)[0]
        pdf = PdfPaper().wage_sheet(paper, size)
        for number in range(PdfPaper().page_count(pdf)):
            image = site.picture(pdf, number, 200)
            for place in places:
                line = next(own for own in paper.sheet.lines if own.id == place.line)
                if place.page == number + 1 and line.name in marks:
                    marks[line.name](image, place, 200, random)
            pages.append(site.tilt(image, degrees))
    path = office.folder / f"{name}.tif"
    pages[0].save(
        path, "TIFF", save_all=True, append_images=pages[1:], compression="jpeg", dpi=(200, 200)
    )
    return path


def read(office, *paths, month=MARCH):
    return office.scanning.read(office.scanning.facts(office.project.id, month), paths)


def codes(report):
    return [finding.code for finding in report.findings]


def names_of(boxes):
    return [box.line.name for box in boxes]


def unsigned(office):
    waiting = office.signing.to_sign(office.project.id, MARCH)
    return [one.line.name for one in waiting]


def test_exactly_the_filled_boxes_are_registered_with_their_scan(office):
    path = scanned(office, "all", {ZHAO: site.sign, ZHUO: site.finger}, degrees=183)
    report = read(office, path)
    assert [page.verdict for page in report.pages] == [PageVerdict.READ] * 2
    assert sorted(names_of(report.new)) == sorted([ZHAO, ZHUO])
    # two payable lines on the first sheet of which one is signed; one of one on the second
    assert [(own.payable, own.filled, own.percent) for own in report.coverage] == [
        (2, 1, 50),
        (1, 1, 100),
    ]
    assert sorted(unsigned(office)) == sorted([ZHAO, MA, ZHUO])  # reading wrote nothing
    assert office.scanning.accept(report).value == 2
    assert unsigned(office) == [MA]
    with office.reads() as books:
        (first, second) = [
            books.sheets.signatures(sheet.id)[0] for sheet in books.sheets.of_month(
                office.project.id, MARCH
            )
        ]  # fmt: skip
        assert {first.kind, second.kind} == {SignatureKind.PAPER}
        assert first.image == second.image  # one file, kept once
        kept = books.documents.get(first.image)
    assert (kept.kind, kept.content) == (DocumentKind.SIGNED_SCAN, path.read_bytes())
    assert office.actions()[-3:] == ["wages.sign", "wages.sign", "wages.scan"]
    again = read(office, path)
    assert again.new == ()
    assert office.scanning.accept(again).value == 0


def test_a_doubtful_box_counts_only_when_a_person_says_so(office):
    report = read(office, scanned(office, "doubt", {ZHAO: site.speck, MA: site.sign}))
    assert names_of(report.doubtful) == [ZHAO]
    assert Code.SIGNED_DOUBTFUL in codes(report)
    assert report.doubtful[0].box.picture.startswith(b"\xff\xd8")
    with pytest.raises(Unknown):
        office.scanning.accept(report, [office.sheets()[1].lines[0].id])
    assert sorted(unsigned(office)) == sorted([ZHAO, MA, ZHUO])
    assert office.scanning.accept(report, [report.doubtful[0].line.id]).value == 2
    assert unsigned(office) == [ZHUO]


def test_an_older_print_is_refused_and_says_who_changed(office):
    old = scanned(office, "old", {ZHAO: site.sign, ZHUO: site.sign})
    office.mark(0, 20)  # one more day for 赵守田, after printing
    office.prepare()
    report = read(office, old)
    assert [page.verdict for page in report.pages] == [PageVerdict.OUTDATED, PageVerdict.READ]
    (finding,) = [one for one in report.findings if one.code is Code.SIGNED_OUTDATED]
    assert finding.level is Level.STOP
    assert finding.facts["changed"] == f"{ZHAO}（工日、金额）"
    assert names_of(report.new) == [ZHUO]
    missing = [own.missing for own in report.coverage]
    assert missing == [(1,), ()]


def test_duplicates_strangers_and_rubbish_are_listed(office):
    first = scanned(office, "first", {})
    better = scanned(office, "better", {ZHAO: site.sign})
    strange = office.folder / "strange.jpg"
    strange.write_bytes(site.stored(site.tilt(site.picture(blank(), 0, 100), 2), "JPEG", 100))
    broken = office.folder / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7\nnothing")
    report = read(office, first, better, strange, broken)
    assert [page.verdict.value for page in report.pages] == [
        "duplicate", "read", "read", "duplicate", "no-code",
    ]  # fmt: skip
    assert names_of(report.new) == [ZHAO]
    assert {Code.SIGNED_TWICE, Code.SIGNED_NO_CODE, Code.SCAN_UNREADABLE} <= set(codes(report))


def blank():
    from io import BytesIO  # noqa: PLC0415

    document, out = pypdfium2.PdfDocument.new(), BytesIO()
    document.new_page(595, 842)
    document.save(out)
    return out.getvalue()


def test_a_sheet_locked_or_changed_meanwhile_is_untouched(office):
    path = scanned(office, "late", {ZHAO: site.sign})
    report = read(office, path)
    office.mark(0, 21)
    office.prepare()
    with pytest.raises(Stale):
        office.scanning.accept(report)
    assert ZHAO in unsigned(office)
    fresh = scanned(office, "fresh", {ZHAO: site.sign, MA: site.sign, ZHUO: site.sign})
    office.sign_all()
    office.lock_all()
    locked = read(office, fresh)
    assert {page.verdict for page in locked.pages} == {PageVerdict.LOCKED}
    assert Code.SIGNED_LOCKED in codes(locked)
    assert office.scanning.accept(locked).value == 0


def test_a_layout_that_is_not_the_printed_one_is_noticed(office, monkeypatch):
    """Planted fault: boxes looked for 4 mm off must never pass for empty or filled."""
    path = scanned(office, "shifted", {ZHAO: site.sign})
    true = PdfSheetScans.places

    def shifted(self, facts, size):
        boxes, pages = true(self, facts, size)
        return tuple(replace(box, y=box.y + 11.3) for box in boxes), pages

    monkeypatch.setattr(PdfSheetScans, "places", shifted)
    report = read(office, path)
    assert {page.verdict for page in report.pages} == {PageVerdict.UNPLACED}
    assert {box.box.verdict for box in report.boxes} == {Verdict.DOUBTFUL}
    assert report.new == ()


def test_a_sheet_of_the_month_that_nobody_scanned_is_missing(office):
    facts = office.scanning.facts(office.project.id, MARCH)
    one = next(iter(facts.papers.values()))
    pdf = PdfPaper().wage_sheet(one, PaperSize.A4)
    path = office.folder / "one.pdf"
    path.write_bytes(pdf)
    report = office.scanning.read(facts, [path])
    missing = {key_of(own.sheet): own.missing for own in report.coverage}
    assert sorted(missing.values()) == [(), (1,)]
    assert missing[key_of(one.sheet)] == ()
    assert report.coverage[0].sheet.total_net > Money(0)
