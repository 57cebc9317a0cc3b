"""The rights-protection notice board: Order 724 art. 34 and what may not be missing."""

from dataclasses import replace
from datetime import date

import pytest

from desktop.domain.company import CompanyRole
from desktop.domain.documents import Document, DocumentKind
from desktop.domain.errors import FileTrouble, Refused
from desktop.domain.findings import Code, Level
from desktop.domain.ids import DocumentId, new_id
from desktop.domain.money import Money
from desktop.domain.notice import MinimumWage
from desktop.domain.project import Contact, ContactKind, PayDay
from desktop.ports.paper import PaperSize
from desktop.services.documents import Documents
from desktop.services.notices import Notices, make_board, pay_day_text
from printing.paper import PdfPaper
from tests.unit.payroll_office import AREA, MINIMUM, Office, make_project

DAY = date(2021, 3, 10)


def _board(project=None, minimum=MINIMUM):
    return make_board(project or make_project(), minimum, DAY)


def _said(notice):
    return {line.key: line.text for group in notice.groups for line in group.lines}


def _without(project, *, role=None, contact=None, instead=None):
    """Drop a company, or put another contact in place of one."""
    members = tuple(m for m in project.members if m.role is not role)
    contacts = tuple(
        (kind, instead if kind is contact else known) for kind, known in project.contacts
    )
    return replace(project, members=members, contacts=contacts)


def test_the_three_groups_in_the_words_of_article_34():
    titles = [group.title for group in _board().groups]
    assert [title[:3] for title in titles] == ["（一）", "（二）", "（三）"]
    assert titles[1] == "（二）当地最低工资标准、工资支付日期等基本信息"
    assert "劳动争议调解仲裁申请渠道、法律援助申请渠道、公共法律服务热线" in titles[2]


def test_a_complete_board_lacks_nothing():
    notice = _board()
    said = _said(notice)
    assert notice.missing() == ()
    assert said["owner.name"] == "示例城市发展投资有限公司"
    assert [said[f"subcontractor.name.{n}"] for n in (1, 2)] == [
        "甲示例劳务有限公司",
        "乙示例劳务有限公司",
    ]
    assert said["minimum_wage.monthly"] == "1,620.00 元/月"
    assert said["minimum_wage.document"] == "（示例文号），自2020年1月1日起执行"
    assert said["pay_day"] == "每月10日支付上月工资，遇法定节假日或休息日提前支付"
    assert said["sector_authority.complaint"].startswith("0931-8000001")
    assert said["legal_aid.contact"] == "地址：（示例地址）四号"  # phone or address is enough
    assert said["public_legal_service"] == "12348"
    assert said["special_account"].endswith("账号尾号：3456")
    assert notice.qr_text == "https://example.invalid/clue?project=1"
    assert "甘肃示例建设集团有限公司" in notice.footer
    assert "2021年3月10日" in notice.footer


PROJECT = make_project()
EMPTY = Contact()
MISSING = [
    (replace(PROJECT, name=""), MINIMUM, ["project.name"]),
    (_without(PROJECT, role=CompanyRole.OWNER), MINIMUM, ["owner.name"]),
    (
        _without(PROJECT, role=CompanyRole.GENERAL_CONTRACTOR),
        MINIMUM,
        ["general_contractor.name"],
    ),
    (_without(PROJECT, role=CompanyRole.SUBCONTRACTOR), MINIMUM, ["subcontractor.name"]),
    (
        _without(PROJECT, contact=ContactKind.SECTOR_AUTHORITY, instead=Contact("某局")),
        MINIMUM,
        ["sector_authority.phone", "sector_authority.complaint"],
    ),
    (
        _without(PROJECT, contact=ContactKind.LABOUR_OFFICER, instead=Contact("", "139")),
        MINIMUM,
        ["labour_officer.name"],
    ),
    (
        _without(PROJECT, contact=ContactKind.LABOUR_OFFICER, instead=Contact("何秉正")),
        MINIMUM,
        ["labour_officer.phone"],
    ),
    (PROJECT, None, ["minimum_wage.monthly", "minimum_wage.document"]),
    (PROJECT, replace(MINIMUM, document=""), ["minimum_wage.document"]),
    (replace(PROJECT, pay_day=PayDay()), MINIMUM, ["pay_day"]),
    (
        _without(PROJECT, contact=ContactKind.LABOUR_INSPECTORATE, instead=Contact("大队")),
        MINIMUM,
        ["labour_inspectorate.phone"],
    ),
    (
        _without(PROJECT, contact=ContactKind.ARBITRATION, instead=Contact("仲裁院")),
        MINIMUM,
        ["arbitration.contact"],
    ),
    (
        _without(PROJECT, contact=ContactKind.LEGAL_AID, instead=Contact("", "0931")),
        MINIMUM,
        ["legal_aid.name"],
    ),
    (
        _without(PROJECT, contact=ContactKind.PUBLIC_LEGAL_SERVICE, instead=EMPTY),
        MINIMUM,
        ["public_legal_service"],
    ),
]


@pytest.mark.parametrize(
    ("project", "minimum", "keys"), MISSING, ids=[" ".join(keys) for *_, keys in MISSING]
)
def test_every_required_line_is_missed_by_its_name(project, minimum, keys):
    assert [line.key for line in _board(project, minimum).missing()] == keys


def test_what_is_not_required_may_be_unknown():
    bare = replace(PROJECT, pay_method="", department="", complaint_address="")
    assert _board(bare, replace(MINIMUM, hourly=Money(0))).missing() == ()


@pytest.mark.parametrize(
    ("agreed", "words"),
    [
        (PayDay(25, next_month=False), "每月25日支付当月工资，遇法定节假日或休息日提前支付"),
        (PayDay(31, next_month=True), "每月最后一日支付上月工资，遇法定节假日或休息日提前支付"),
        (PayDay(), ""),
    ],
)
def test_pay_day_in_words(agreed, words):
    assert pay_day_text(agreed) == words


def test_the_version_changes_with_what_the_board_says():
    assert _board().footer == make_board(PROJECT, MINIMUM, DAY).footer
    other = replace(MINIMUM, monthly=Money.of_yuan(1820))
    assert make_board(PROJECT, other, DAY).footer != _board().footer


@pytest.fixture
def office(tmp_path):
    return Office(tmp_path)


def test_the_board_of_a_day_has_the_minimum_wage_of_that_day(office):
    newer = MinimumWage(AREA, Money.of_yuan(1820), Money.of_yuan(19), "新文号", date(2021, 11, 1))
    with office.books() as books:
        books.calendar.put_minimum_wage(newer)
        books.commit()
    notices = Notices(reads=office.reads, clock=office.clock)
    before = _said(notices.board(office.project.id, date(2021, 10, 31)))
    after = _said(notices.board(office.project.id, date(2021, 11, 1)))
    assert before["minimum_wage.monthly"] == "1,620.00 元/月"
    assert after["minimum_wage.monthly"] == "1,820.00 元/月"
    assert _said(notices.board(office.project.id)) == after  # the clock stands in 2026


def test_an_incomplete_board_is_not_printed_and_names_what_is_empty(office):
    notices = Notices(reads=office.reads, clock=office.clock)
    documents = Documents(reads=office.reads, notices=notices, paper=PdfPaper())
    pdf = documents.notice_board(office.project.id, PaperSize.A3)
    assert documents.page_count(pdf) == 1
    (code,) = PdfPaper().read_qr(pdf)
    assert code == office.project.complaint_address
    with office.books() as books:
        books.projects.put(
            replace(
                _without(office.project, contact=ContactKind.ARBITRATION, instead=EMPTY),
                complaint_address="",
            )
        )
        books.commit()
    findings = [(f.column, f.level) for f in notices.check(office.project.id)]
    assert findings == [
        ("arbitration.name", Level.STOP),
        ("arbitration.contact", Level.STOP),
        ("complaint_address", Level.WARN),
    ]
    with pytest.raises(Refused) as refused:
        documents.notice_board(office.project.id, PaperSize.A3)
    assert {f.code for f in refused.value.findings} == {Code.NOTICE_FIELD_EMPTY}


def test_an_official_image_goes_onto_the_board_and_its_text_is_held_against_the_address(office):
    image = Document(
        DocumentId(new_id()),
        office.project.id,
        DocumentKind.QR_IMAGE,
        "official.png",
        "image/png",
        b"not a code",
        "0" * 64,
        office.seat.person,
        office.clock.now(),
    )
    with office.books() as books:
        books.documents.add(image)
        books.projects.put(replace(office.project, complaint_image=image.id))
        books.commit()
    notices = Notices(reads=office.reads, clock=office.clock)
    notice = notices.board(office.project.id)
    assert (notice.qr_image, notice.qr_text) == (b"not a code", office.project.complaint_address)
    documents = Documents(reads=office.reads, notices=notices, paper=PdfPaper())
    with pytest.raises((Refused, FileTrouble)):
        documents.notice_board(office.project.id, PaperSize.A3)
