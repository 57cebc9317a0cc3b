"""A small office with a locked month, and the payments service on real encrypted books."""

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from desktop.banks.icbc_list import LIST
from desktop.banks.iso20022 import Iso20022Link
from desktop.domain.company import Company, CompanyRole, Member
from desktop.domain.ids import (
    CompanyId,
    LineId,
    PersonId,
    ProjectId,
    SheetId,
    TeamId,
    WorkerId,
    new_id,
)
from desktop.domain.money import Money
from desktop.domain.months import WageMonth
from desktop.domain.payroll import ItemKind, SheetState, WageItem, WageLine, WageSheet
from desktop.domain.people import Person, Role
from desktop.domain.project import Project, SpecialAccount, Team
from desktop.domain.worker import Card, Employment, PayKind, PayTerm, Worker
from desktop.kit.web import Limits
from desktop.ports.banks import BankProfile
from desktop.services.disbursement import Disbursement
from tests.books_fixture import make_books

MONTH = WageMonth(2021, 3)
PROJECT = ProjectId(new_id())
CHECKER = PersonId(new_id())
BANK = "rehearsal"
QUICK = Limits(connect_s=2, read_s=3, whole_s=5)
ACCOUNT = "62001360001050123456"

# 21 days × 260 = 5,460.00; 20.5 × 300 − 500.00 advance = 5,650.00; 1 day × 0.01 = 0.01;
# 0 days = 0.00 (listed, not sent). Together 11,110.01 yuan in three payments.
PEOPLE = (
    ("赵守田", "6222024144061256386", "5460.00", "0"),
    ("阿卜杜热合曼·麦麦提图尔荪", "6217001234567890128", "6150.00", "500.00"),
    ("㛃国强", "6228480402564890018", "0.01", "0"),
    ("孙德福", "6225880137706868", "0.00", "0"),
)
TOTAL_FEN = 546000 + 565000 + 1


def line(number, name, card, gross, advance):
    items = [WageItem(ItemKind.DAY_WORK, Money.of_yuan(gross), Decimal(1), Money.of_yuan(gross))]
    if advance != "0":
        items.append(WageItem(ItemKind.ADVANCE, Money.of_yuan(advance)))
    return WageLine(
        id=LineId(new_id()),
        seq=number,
        worker=WorkerId(new_id()),
        name=name,
        id_number=f"65312119691103{number:03d}X",
        team=TeamId(new_id()),
        team_name="钢筋一班",
        trade="钢筋工",
        pay_kind=PayKind.DAY,
        rate=Money.of_yuan("260"),
        work_days=Decimal("21.0"),
        items=tuple(items),
        card_number=card,
        bank="中国建设银行兰州分行",
        cnaps="105821000018",
    )


@dataclass
class TickingClock:
    """Time that moves a millisecond whenever it is looked at."""

    moment: datetime = datetime(2021, 4, 9, 1, 0, tzinfo=UTC)

    def now(self):
        self.moment += timedelta(milliseconds=1)
        return self.moment

    def today(self):
        return self.moment.date()

    def wait(self, timeout=None):
        """Waiting is time that passes."""
        self.moment += timedelta(seconds=timeout or 0)
        return False


@dataclass
class PayOffice:
    """What a payment test needs."""

    books: object
    reads: object
    clock: TickingClock
    seat: object
    service: Disbursement
    link: list
    copies: list = field(default_factory=list)

    def point(self, url, **options):
        """Let the bank word lead to this address."""
        options = {"profile": BankProfile(idempotent=True, grace_s=2.0)} | options
        self.link[:] = [Iso20022Link(url, limits=QUICK, **options)]

    def submit(self, timeout_s=30.0, bank=BANK):
        return self.service.submit(PROJECT, MONTH, bank, self.seat.person, CHECKER, timeout_s).value

    def states(self):
        """Return name → states over all batches, oldest first."""
        found = {}
        for batch in self.service.status(PROJECT, MONTH):
            for item in batch.items:
                found.setdefault(item.name, []).append(item.state.value)
        return found


def fill(open_books, seat, people=PEOPLE, state=SheetState.LOCKED):
    """Write people, project, workers and a sheet; returns the sheet."""
    company = Company(CompanyId(new_id()), "兰州某劳务有限公司")
    lines = [line(number, *row) for number, row in enumerate(people, 1)]
    team = Team(TeamId(new_id()), PROJECT, company.id, "钢筋一班")
    lines = [replace(each, team=team.id) for each in lines]
    with open_books() as books:
        books.people.put(Person(seat.person, seat.name, frozenset({Role.LABOUR_OFFICER})))
        books.people.put(Person(CHECKER, "何秉正", frozenset({Role.PROJECT_MANAGER})))
        books.projects.put(
            Project(
                PROJECT,
                "白塔山隧道",
                members=(Member(company, CompanyRole.SUBCONTRACTOR),),
                account=SpecialAccount(
                    "甘肃某建设公司农民工工资专用账户", ACCOUNT, "建行兰州", "105821000018"
                ),
            )
        )
        books.projects.put_team(team)
        for each in lines:
            books.workers.put(_worker(each, team))
        sheet = books.sheets.put(
            WageSheet(
                SheetId(new_id()),
                PROJECT,
                company.id,
                company.name,
                MONTH,
                0,
                state,
                tuple(lines),
            )
        )
        books.commit()
    return sheet


def _worker(each, team):
    term = PayTerm(PayKind.DAY, each.rate, date(2020, 5, 11))
    return Worker(
        each.worker,
        each.name,
        each.id_number,
        cards=(Card(each.card_number, each.bank, each.cnaps),) if each.card_number else (),
        employments=(Employment(PROJECT, team.id, "钢筋工", date(2020, 5, 11), None, (term,)),),
    )


def service_of(open_books, open_reads, clock, seat, link, copies, waiter=None):
    return Disbursement(
        books=open_books,
        reads=open_reads,
        clock=clock,
        seat=seat,
        links=lambda bank: link[0] if bank == BANK else Iso20022Link(bank),
        waiter=waiter or clock,
        pay_list=LIST,
        safe_copy=copies.append,
    )


def make_office(tmp_path, people=PEOPLE, state=SheetState.LOCKED):
    """Return an office whose month is locked."""
    open_books, open_reads, _, seat = make_books(tmp_path)
    fill(open_books, seat, people, state)
    clock, link, copies = TickingClock(), [], []
    service = service_of(open_books, open_reads, clock, seat, link, copies)
    return PayOffice(open_books, open_reads, clock, seat, service, link, copies)
