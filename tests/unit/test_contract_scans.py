"""Scans file themselves to the right contract: out of order, turned, over several files."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import pypdfium2
import pytest
import zxingcpp
from PIL import Image

from desktop.domain.documents import DocumentKind
from desktop.domain.errors import Refused, WrongValue
from desktop.domain.findings import Code, Level
from desktop.domain.money import Money
from tests.unit.contract_office import NAMES, TODAY, make_contract_office

WANG, ZHANG, LONG, LI = NAMES
SIGNED = date(2026, 3, 28)


@pytest.fixture
def office(tmp_path):
    return make_contract_office(tmp_path)


def part(pdf, *numbers):
    """Some pages of a PDF (from 1) in the order given, as a scanner would store them."""
    source, out = pypdfium2.PdfDocument(pdf), pypdfium2.PdfDocument.new()
    out.import_pages(source, [number - 1 for number in numbers])
    stored = BytesIO()
    out.save(stored)
    return stored.getvalue()


def photo(pdf, number, kind, turned=0):
    """A page as a telephone gives it."""
    image = pypdfium2.PdfDocument(pdf)[number - 1].render(scale=150 / 72).to_pil().convert("RGB")
    stored = BytesIO()
    image.rotate(-turned, expand=True).save(stored, kind)
    return stored.getvalue()


def page_codes(pdf):
    """What each page of a filed paper says, read by zxing."""
    document = pypdfium2.PdfDocument(pdf)
    found = []
    for page in document:
        image = page.render(scale=150 / 72, grayscale=True).to_pil()
        (code,) = zxingcpp.read_barcodes(image)
        found.append((code.text, code.orientation))
    return found


def file(office, *paths, signed=SIGNED):
    pages = office.contracts.read_scans(paths)
    return office.contracts.file_scans(office.project, pages, signed).value


def codes_of(contract):
    head = f"AC1/{contract.id.hex[:8]}/{contract.digest[:12]}"
    return [(f"{head}/1/2", 0), (f"{head}/2/2", 0)]


def test_pages_of_three_contracts_in_three_files_find_their_way(office):
    """Each contract prints 2 copies of 2 pages: contract n begins at page 4(n-1)+1."""
    made = office.fill(WANG, ZHANG, LONG)
    pdf = office.print(made[WANG], made[ZHANG], made[LONG])
    report = file(
        office,
        office.file("a.pdf", part(pdf, 10, 5, 2)),  # LONG 2, ZHANG 1, WANG 2
        office.file("b.png", photo(pdf, 1, "PNG", turned=90)),  # WANG 1, lying
        office.file("c.jpg", photo(pdf, 6, "JPEG", turned=180)),  # ZHANG 2, on its head
    )
    assert (report.pages, len(report.whole), report.incomplete) == (5, 2, 1)
    for name in (WANG, ZHANG):
        contract = office.contracts.get(made[name].id)
        assert contract.signed == SIGNED
        paper = office.contracts.scan(contract.id)
        assert paper.kind is DocumentKind.CONTRACT_SCAN
        assert paper.name == f"{contract.number}.pdf"
        assert page_codes(paper.content) == codes_of(contract)
    (missing,) = report.findings
    assert (missing.code, missing.subject) == (Code.SCAN_PAGES_MISSING, LONG)
    assert (missing.facts["pages"], missing.facts["total"]) == ("1", "2")
    waiting = office.contracts.get(made[LONG].id)
    assert (waiting.signed, waiting.scan) == (None, None)


def test_both_copies_in_one_scan_are_filed_once(office):
    made = office.fill(ZHANG)
    report = file(office, office.file("both.pdf", office.print(made[ZHANG])))
    paper = office.contracts.scan(made[ZHANG].id)
    assert page_codes(paper.content) == codes_of(made[ZHANG])
    assert [(one.code, one.level) for one in report.findings] == [
        (Code.SCAN_PAGE_TWICE, Level.NOTE)
    ] * 2


def test_pages_of_an_older_text_are_refused_by_what_changed_since(office):
    made = office.fill(WANG, ZHANG)
    old = office.print(made[WANG], made[ZHANG])
    first = replace(made[ZHANG], rate=Money(28000))
    stored = office.contracts.put(first).value
    between = office.print(stored)
    office.contracts.put(replace(stored, place="另一处工地", emergency_name="赵某"))
    report = file(office, office.file("old.pdf", part(old, 1, 2, 5, 6)))
    assert [one.name for one in report.whole] == [WANG]
    (found,) = report.findings
    assert (found.code, found.subject) == (Code.SCAN_OLD_TEXT, ZHANG)
    assert found.facts["changed"] == "计薪单价、工作地点、紧急联系人姓名"
    assert found.facts["pages"] == "old.pdf 第 3、4 页"
    assert office.contracts.get(made[ZHANG].id).signed is None
    later = file(office, office.file("between.pdf", part(between, 1, 2)))
    assert later.findings[0].facts["changed"] == "工作地点、紧急联系人姓名"


def test_pages_without_code_and_of_another_office_are_listed(office, tmp_path):
    made = office.fill(ZHANG)
    other = make_contract_office(tmp_path / "elsewhere")
    foreign = part(other.print(other.fill(ZHANG)[ZHANG]), 1)
    blank = BytesIO()
    Image.new("L", (800, 1100), 255).save(blank, "PNG")
    report = file(
        office,
        office.file("blank.png", blank.getvalue()),
        office.file("foreign.pdf", foreign),
        office.file("mine.pdf", part(office.print(made[ZHANG]), 2, 1)),
    )
    assert (report.without_code, report.unknown, len(report.whole)) == (1, 1, 1)
    assert [(one.code, one.subject) for one in report.findings] == [
        (Code.SCAN_NO_CODE, "blank.png"),
        (Code.SCAN_UNKNOWN, "foreign.pdf"),
    ]


def test_damaged_files_are_all_named_and_nothing_is_filed(office):
    made = office.fill(ZHANG)
    good = office.file("good.pdf", office.print(made[ZHANG]))
    bad = [office.file("bad.pdf", b"%PDF-1.7 half"), office.file("not.jpg", b"\x00" * 4_000)]
    with pytest.raises(Refused) as refused:
        file(office, good, *bad)
    assert [(one.code, one.subject) for one in refused.value.findings] == [
        (Code.SCAN_UNREADABLE, "bad.pdf"),
        (Code.SCAN_UNREADABLE, "not.jpg"),
    ]
    assert office.contracts.get(made[ZHANG].id).signed is None


def test_looking_writes_nothing_and_today_is_the_usual_day(office):
    made = office.fill(ZHANG)
    path = office.file("mine.pdf", part(office.print(made[ZHANG]), 1, 2))
    pages = office.contracts.read_scans([path])
    assert len(office.contracts.match_scans(office.project, pages).whole) == 1
    assert office.contracts.scan(made[ZHANG].id) is None
    with pytest.raises(WrongValue):
        office.contracts.file_scans(office.project, pages, date(2026, 4, 2))
    office.contracts.file_scans(office.project, pages)
    assert office.contracts.get(made[ZHANG].id).signed == TODAY


def test_a_better_scan_takes_the_place_of_the_first_and_keeps_the_day(office):
    made = office.fill(ZHANG)
    path = office.file("mine.pdf", part(office.print(made[ZHANG]), 1, 2))
    file(office, path)
    first = office.contracts.get(made[ZHANG].id)
    office.contracts.file_scans(office.project, office.contracts.read_scans([path]))
    again = office.contracts.get(made[ZHANG].id)
    assert (again.signed, again.scan != first.scan) == (SIGNED, True)
    assert len(office.journal("contract.scan")) == 2
