"""Printed sheets say what the books say; texts are read back by pdfium."""

from datetime import date

import pypdfium2
import pytest

from desktop.domain.calendar import CalendarDay, DayKind
from desktop.domain.errors import Unknown
from desktop.domain.findings import Code
from desktop.ports.paper import PaperSize, sheet_code
from desktop.services.documents import Documents
from desktop.services.notices import Notices
from printing.paper import PdfPaper
from tests.unit.payroll_office import MARCH, Office
from tests.unit.test_signing import STROKES

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b55"
    "0000000a4944415478da63600000000200013d2b1d1e0000000049454e44ae426082"
)


@pytest.fixture
def office(tmp_path):
    office = Office(tmp_path)
    office.prepare()
    return office


@pytest.fixture
def documents(office):
    notices = Notices(reads=office.reads, clock=office.clock)
    return Documents(reads=office.reads, notices=notices, paper=PdfPaper())


def _text(pdf):
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def test_all_sheets_of_a_month_are_one_pdf(office, documents):
    pdf = documents.wage_sheet(office.project.id, MARCH, PaperSize.A4)
    assert documents.page_count(pdf) == 2
    text = _text(pdf)
    for said in ("赵守田", "卓木匠", "2,600.00", "900.00", "甲示例劳务有限公司"):
        assert said in text
    codes = [sheet_code(sheet, 1) for sheet in office.sheets()]
    assert sorted(PdfPaper().read_qr(pdf)) == sorted(codes)
    assert documents.page_image(pdf, 0, 40).width > 300


def test_facts_of_a_printed_sheet(office, documents):
    waiting = office.signing.to_sign(office.project.id, MARCH)[0]
    office.signing.sign_on_screen(waiting.sheet, waiting.line.id, waiting.digest, STROKES, PNG)
    # 10 April 2021 is a Saturday: paid on Friday the 9th
    paper = documents.paper_of(waiting.sheet)
    assert paper.pay_date == date(2021, 4, 9)
    assert (paper.prepared_by, paper.audited_by) == (office.seat.name, "")
    assert paper.account_tail == "3456"
    assert paper.signature_images == {waiting.line.id: PNG}
    assert paper.signed_digests == {waiting.line.id: waiting.digest}
    assert "1,620.00 元/月" in paper.minimum_wage_note
    with office.reads() as books:
        assert paper.journal_head == books.journal.entries(1)[0].mac[:10]


def test_a_stale_signature_is_not_printed(office, documents):
    waiting = office.signing.to_sign(office.project.id, MARCH)[0]
    office.signing.sign_on_screen(waiting.sheet, waiting.line.id, waiting.digest, STROKES, PNG)
    index = [worker.name for worker in office.workers].index(waiting.line.name)
    office.mark(index, 28)
    office.prepare()
    assert documents.paper_of(waiting.sheet).signature_images == {}


def test_a_pay_year_without_its_holiday_notice_is_said(office, documents):
    assert documents.findings(office.project.id, MARCH) == ()
    with office.books() as books:
        books.calendar.set_final(2021, final=False)
        books.calendar.put_days(
            [CalendarDay(date(2021, 4, 9), DayKind.REST, "试", "试")],
        )
        books.commit()
    assert [f.code for f in documents.findings(office.project.id, MARCH)] == [
        Code.CALENDAR_NOT_FINAL
    ]
    sheet = office.sheets()[0]
    assert documents.paper_of(sheet.id).pay_date == date(2021, 4, 8)


def test_a_month_without_sheets_is_not_printed(office, documents):
    with pytest.raises(Unknown):
        documents.wage_sheet(office.project.id, MARCH.next, PaperSize.A4)
