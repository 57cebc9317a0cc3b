"""Invented values of every aggregate, complete enough that a lost field shows."""

from datetime import UTC, date, datetime, time
from decimal import Decimal
from uuid import UUID

from desktop.domain.attendance import AttendanceRule, Counting
from desktop.domain.company import Company, CompanyRole, Member
from desktop.domain.disbursement import BatchState, Obligation, PayBatch, PayItem
from desktop.domain.documents import Document, DocumentKind
from desktop.domain.identity import IdKind
from desktop.domain.ids import (
    BatchId,
    CompanyId,
    DocumentId,
    ItemId,
    LineId,
    ObligationId,
    ProjectId,
    SheetId,
    TeamId,
    WorkerId,
    new_id,
)
from desktop.domain.money import Money
from desktop.domain.months import WageMonth
from desktop.domain.payroll import ItemKind, SheetState, WageItem, WageLine, WageSheet
from desktop.domain.project import Contact, ContactKind, PayDay, Project, SpecialAccount, Team
from desktop.domain.worker import (
    Capture,
    Card,
    DeviceNumber,
    Employment,
    PayKind,
    PayTerm,
    Worker,
)
from tests.books_fixture import PERSON

MARCH = WageMonth(2026, 3)
NOON = datetime(2026, 4, 2, 4, 0, 0, 123456, tzinfo=UTC)


def fixed(number):
    """A readable identifier."""
    return UUID(int=number + (4 << 76) + (8 << 60))


OWNER = Company(CompanyId(fixed(11)), "海州建设投资有限公司", "91330100MA2AXXXX1T")
SUB = Company(
    CompanyId(fixed(12)),
    "鸿达劳务有限公司",
    "91330108MA2BXXXX2K",
    is_person=True,
    qualification="劳务 D333000000",
    qualification_until=date(2027, 6, 30),
    legal_person="李总",
    phone="0571-2",
    address="江南大道 3 号",
)
PROJECT = Project(
    ProjectId(fixed(1)),
    "滨江花园二期",
    area="330108",
    platform="浙江",
    sector="房屋建筑",
    address="滨江区江南大道 1 号",
    permit_number="330108202501010101",
    start=date(2025, 1, 1),
    finish=date(2027, 12, 31),
    department="滨江花园项目部",
    members=(
        Member(OWNER, CompanyRole.OWNER, "王总", "0571-88880000"),
        Member(SUB, CompanyRole.SUBCONTRACTOR, "李队", "13900000000"),
    ),
    account=SpecialAccount(
        "滨江花园农民工工资专户", "33050161000000000001", "建设银行", "105331000001"
    ),
    pay_day=PayDay(25, next_month=True),
    pay_method="银行代发",
    contract_sum=Money(12_345_678_901_234),
    labour_cost_ratio="20",
    contacts=((ContactKind.ARBITRATION, Contact("滨江仲裁院", "0571-1", "江南大道 2 号", "9-17")),),
    complaint_address="https://example.org/complaint",
    attendance_rule=AttendanceRule(time(5, 30), 90, 3, 300, Counting.PAIRED, "项目约定"),
)
TEAM = Team(
    TeamId(fixed(21)), PROJECT.id, SUB.id, "木工一班", trade="木工", filed_on=date(2026, 2, 3)
)


def worker(number=1, **changes):
    """An invented worker; the number makes name, identity number and device number."""
    fields = {
        "id": WorkerId(fixed(1000 + number)),
        "name": f"陈{number}",
        "id_number": f"3301081990010{number:05d}",
        "phone": "13800000000",
        "sex": "男",
        "birth": date(1990, 1, 1),
        "nation": "汉",
        "native_place": "浙江",
        "education": "初中",
        "political_status": "群众",
        "address": "某村 3 组",
        "id_issuer": "某公安局",
        "id_validity": "长期",
        "note": "𠮷",
        "initials": "c1",
        "id_kind": IdKind.HMT_PERMIT,
        "captured": Capture.READER,
        "captured_at": NOON,
        "contact_address": "工棚 5 号",
        "emergency_name": "陈母",
        "emergency_phone": "13700000000",
        "emergency_relation": "母亲",
        "cards": (
            Card("6217000000000000001", "建设银行", "105331000002", since=None),
            Card("6228480000000000018", "农业银行", "", "陈某", date(2026, 2, 1)),
        ),
        "employments": (
            Employment(
                PROJECT.id,
                TEAM.id,
                "木工",
                date(2026, 1, 5),
                exit_reason="回乡",
                pay_terms=(
                    PayTerm(PayKind.DAY, Money(26000), date(2026, 1, 5)),
                    PayTerm(PayKind.HOUR, Money(3550), date(2026, 3, 1)),
                ),
                device_numbers=(DeviceNumber(str(number)), DeviceNumber("900", date(2026, 2, 1))),
            ),
        ),
    }
    return Worker(**{**fields, **changes})


def line(number, person, *amounts, **changes):
    """A wage line with one item for each (kind, fen)."""
    items = tuple(
        WageItem(kind, Money(fen), Decimal("21.25"), Money(26000), 150, "day", "724 art. 13", "注")
        for kind, fen in amounts or ((ItemKind.DAY_WORK, 546000),)
    )
    fields = {
        "id": LineId(fixed(5000 + number)),
        "seq": number,
        "worker": person.id,
        "name": person.name,
        "id_number": person.id_number,
        "team": TEAM.id,
        "team_name": TEAM.name,
        "trade": "木工",
        "pay_kind": PayKind.DAY,
        "rate": Money(26000),
        "work_days": Decimal("21.25"),
        "items": items,
        "card_number": "6217000000000000001",
        "bank": "建设银行",
        "cnaps": "105331000002",
        "account_name": "",
    }
    return WageLine(**{**fields, **changes})


def sheet(*lines, **changes):
    """A draft of March."""
    fields = {
        "id": SheetId(fixed(31)),
        "project": PROJECT.id,
        "subcontractor": SUB.id,
        "subcontractor_name": SUB.name,
        "month": MARCH,
        "number": 0,
        "state": SheetState.DRAFT,
        "lines": lines,
        "prepared_by": PERSON.id,
        "prepared_at": NOON,
    }
    return WageSheet(**{**fields, **changes})


def document(content=b"\x89PNG\x00", kind=DocumentKind.SIGNATURE):
    """A kept file."""
    return Document(
        DocumentId(new_id()), PROJECT.id, kind, "签名.png", "image/png", content, "ab" * 32,
        PERSON.id, NOON,
    )  # fmt: skip


def obligation(number, wage_line):
    """What is owed for a line."""
    return Obligation(
        ObligationId(fixed(7000 + number)), PROJECT.id, wage_line.worker, MARCH, wage_line.id,
        wage_line.net,
    )  # fmt: skip


def batch(number, obligations, **changes):
    """A batch with one item for each obligation."""
    items = tuple(
        PayItem(
            ItemId(fixed(8000 + 100 * number + seq)),
            each.id,
            each.worker,
            seq,
            f"AX{number}ITEM{seq}",
            "陈某",
            "6217000000000000001",
            "建设银行",
            "105331000002",
            each.amount,
        )
        for seq, each in enumerate(obligations, 1)
    )
    fields = {
        "id": BatchId(fixed(8000 + number)),
        "project": PROJECT.id,
        "month": MARCH,
        "attempt_number": number,
        "reference": f"AXREFERENCE{number}",
        "bank": "rehearsal",
        "state": BatchState.DRAFT,
        "items": items,
        "debtor_name": "专户",
        "debtor_account": "33050161000000000001",
        "debtor_cnaps": "105331000001",
        "purpose": "2026-03 工资",
        "maker": PERSON.id,
        "made_at": NOON,
        "digest": "",
    }
    return PayBatch(**{**fields, **changes})


def settle(books, workers=2):
    """Store the project, its team and some workers; returns the workers as stored."""
    with books.write() as unit:
        unit.projects.put(PROJECT)
        unit.projects.put_team(TEAM)
        stored = tuple(unit.workers.put(worker(number)) for number in range(1, workers + 1))
        unit.commit()
    return stored
